// chat_stream_writer: the event stream of a chat completion.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/server/chunk_writer.hpp>
#include <oaiwire/types/chat_response.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The texts of a message. Arguments and inputs have an index: that of the tool call.
enum class chat_text : std::uint8_t { content, reasoning, refusal, arguments, input };
const chunk_form& chat_chunk_form();

}  // namespace detail

// Writes the chunks of a chat completion, in OpenAI's form, to a responder: role(), texts and tool
// calls, finish() for each choice, done(). It begins the event stream with the first chunk, and
// takes less than 60 ns and no allocation for a piece of text once the buffer has its size.
//
// Texts are bytes as the model gives them. A piece may end within a UTF-8 character: its first
// bytes are held, and sent with the next piece of the same text. A byte that is not UTF-8 becomes
// U+FFFD. An empty piece sends nothing. Choices and tool calls are numbered from 0.
//
// An error leaves the stream and this as they were. errc::limit_exceeded, errc::cancelled,
// errc::invalid_argument and errc::out_of_memory are those of responder; an end is taken at any
// limit. To report a failure of the
// model's, call fail() of the responder.
class chat_stream_writer {
public:
    using settings = chunk_stream_settings;

    // Borrows the responder, which must outlive this.
    chat_stream_writer(responder& to, settings s)
        : writer_(to, std::move(s), detail::chat_chunk_form()) {}

    // The first chunk of a choice.
    result<void> role(std::int64_t choice = 0);
    // A piece of the content.
    result<void> text(std::string_view piece, std::int64_t choice = 0) {
        return writer_.piece(key(detail::chat_text::content, choice), piece);
    }
    // A piece of the content with log probabilities of its tokens; sent even if the piece is empty
    // or held. Tokens that are not UTF-8 are repaired, and get their bytes as `bytes`.
    result<void> text(std::string_view piece, const Logprobs& logprobs, std::int64_t choice = 0) {
        return writer_.piece(key(detail::chat_text::content, choice), piece, logprobs);
    }
    // A piece of the reasoning, as `reasoning_content` (DeepSeek, vLLM and many servers).
    result<void> reasoning(std::string_view piece, std::int64_t choice = 0) {
        return writer_.piece(key(detail::chat_text::reasoning, choice), piece);
    }
    // A piece of a refusal.
    result<void> refusal(std::string_view piece, std::int64_t choice = 0) {
        return writer_.piece(key(detail::chat_text::refusal, choice), piece);
    }
    // The start of a function call; `index` counts the tool calls of the choice. The name is sent
    // as a whole, and the arguments follow.
    result<void> tool_call(std::size_t index, std::string_view id, std::string_view name,
                           std::int64_t choice = 0) {
        return begin_call(index, id, name, choice, false);
    }
    // A piece of the arguments of a function call: JSON text.
    result<void> arguments(std::size_t index, std::string_view piece, std::int64_t choice = 0) {
        return writer_.piece(key(detail::chat_text::arguments, choice, index), piece);
    }
    // The start of a call of a custom tool; its input follows.
    result<void> custom_tool_call(std::size_t index, std::string_view id, std::string_view name,
                                  std::int64_t choice = 0) {
        return begin_call(index, id, name, choice, true);
    }
    // A piece of the input of a custom tool.
    result<void> input(std::size_t index, std::string_view piece, std::int64_t choice = 0) {
        return writer_.piece(key(detail::chat_text::input, choice, index), piece);
    }
    // The end of a choice: "stop", "length", "tool_calls" or "content_filter". What is held of its
    // texts is sent before as U+FFFD.
    result<void> finish(std::string_view reason, std::int64_t choice = 0) {
        return writer_.finish(reason, choice);
    }
    // Any chunk, as it is. Further errors: those of json::write.
    result<void> chunk(const ChatCompletionChunk& any) {
        return writer_.whole(&any, json::detail::described<ChatCompletionChunk>());
    }
    // The end: a chunk with the usage if the settings ask for it and there is one, [DONE], and
    // end() of the responder.
    result<void> done(const Usage* usage = nullptr) { return writer_.done(usage); }

private:
    static detail::text_key key(detail::chat_text text, std::int64_t choice,
                                std::size_t index = 0) {
        return {choice, static_cast<std::int64_t>(index), static_cast<std::uint8_t>(text)};
    }
    result<void> begin_call(std::size_t index, std::string_view id, std::string_view name,
                            std::int64_t choice, bool custom);

    detail::chunk_writer writer_;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

OAIWIRE_ADAPTER_INLINE void put_chat_choice(text_sink& out, std::int64_t choice) {
    out.put(R"({"index":)");
    json::detail::put_number(out, choice);
    out.put(R"(,"delta":{)");
}

OAIWIRE_ADAPTER_INLINE void put_before_chat_text(text_sink& out, const text_key& key) {
    put_chat_choice(out, key.choice);
    const auto text = static_cast<chat_text>(key.kind);
    switch (text) {
        case chat_text::content:
            return out.put(R"("content":)");
        case chat_text::reasoning:
            return out.put(R"("reasoning_content":)");
        case chat_text::refusal:
            return out.put(R"("refusal":)");
        case chat_text::arguments:
        case chat_text::input:
            break;
    }
    out.put(R"("tool_calls":[{"index":)");
    json::detail::put_number(out, key.index);
    out.put(text == chat_text::arguments ? R"(,"function":{"arguments":)"
                                         : R"(,"custom":{"input":)");
}

OAIWIRE_ADAPTER_INLINE void put_after_chat_text(text_sink& out, const text_key& key) {
    if (static_cast<chat_text>(key.kind) >= chat_text::arguments) out.put("}}]");
    out.put(R"(},"logprobs":)");
}

OAIWIRE_ADAPTER_INLINE void put_last_of_chat(text_sink& out, std::int64_t choice) {
    put_chat_choice(out, choice);
    out.put(R"(},"logprobs":null,"finish_reason":)");
}

OAIWIRE_ADAPTER_INLINE const chunk_form& chat_chunk_form() {
    static constexpr chunk_form form{"chat.completion.chunk", false, put_before_chat_text,
                                     put_after_chat_text, put_last_of_chat};
    return form;
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE result<void> chat_stream_writer::role(std::int64_t choice) {
    return writer_.choice([&](detail::text_sink& out) {
        detail::put_chat_choice(out, choice);
        out.put(R"("role":"assistant","content":"","refusal":null},"logprobs":null)");
        out.put(detail::choice_end);
    });
}

OAIWIRE_ADAPTER_INLINE result<void> chat_stream_writer::begin_call(std::size_t index,
                                                                   std::string_view id,
                                                                   std::string_view name,
                                                                   std::int64_t choice,
                                                                   bool custom) {
    return writer_.choice([&](detail::text_sink& out) {
        detail::put_chat_choice(out, choice);
        out.put(R"("tool_calls":[{"index":)");
        json::detail::put_number(out, index);
        out.put(R"(,"id":)");
        detail::put_repaired(out, id);
        out.put(custom ? R"(,"type":"custom","custom":{"name":)"
                       : R"(,"type":"function","function":{"name":)");
        detail::put_repaired(out, name);
        out.put(custom ? R"(,"input":""}}]},"logprobs":null)"
                       : R"(,"arguments":""}}]},"logprobs":null)");
        out.put(detail::choice_end);
    });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
