// completion_stream_writer: the event stream of a text completion.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/server/chunk_writer.hpp>
#include <oaiwire/types/completion.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

const chunk_form& completion_chunk_form();

}  // namespace detail

// Writes the chunks of a text completion to a responder: text(), finish() for each choice, done().
// Pieces, held bytes, costs and errors are as described for chat_stream_writer.
class completion_stream_writer {
public:
    using settings = chunk_stream_settings;

    // Borrows the responder, which must outlive this.
    completion_stream_writer(responder& to, settings s)
        : writer_(to, std::move(s), detail::completion_chunk_form()) {}

    // A piece of the text.
    result<void> text(std::string_view piece, std::int64_t choice = 0) {
        return writer_.piece({choice, 0, 0}, piece);
    }
    // The same with log probabilities of its tokens; sent even if the piece is empty or held.
    result<void> text(std::string_view piece, const Logprobs& logprobs, std::int64_t choice = 0) {
        return writer_.piece({choice, 0, 0}, piece, logprobs);
    }
    // The end of a choice: "stop", "length" or "content_filter".
    result<void> finish(std::string_view reason, std::int64_t choice = 0) {
        return writer_.finish(reason, choice);
    }
    // Any chunk, as it is. Further errors: those of json::write.
    result<void> chunk(const CompletionChunk& any) {
        return writer_.whole(&any, json::detail::described<CompletionChunk>());
    }
    // The end: a chunk with the usage if the settings ask for it and there is one, [DONE], and
    // end() of the responder.
    result<void> done(const Usage* usage = nullptr) { return writer_.done(usage); }

private:
    detail::chunk_writer writer_;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE void put_before_completion_text(text_sink& out, const text_key&) {
    out.put(R"({"text":)");
}

OAIWIRE_ADAPTER_INLINE void put_after_completion_text(text_sink& out, const text_key& key) {
    out.put(R"(,"index":)");
    json::detail::put_number(out, key.choice);
    out.put(R"(,"logprobs":)");
}

OAIWIRE_ADAPTER_INLINE void put_last_of_completion(text_sink& out, std::int64_t choice) {
    out.put(R"({"text":"","index":)");
    json::detail::put_number(out, choice);
    out.put(R"(,"logprobs":null,"finish_reason":)");
}

OAIWIRE_ADAPTER_INLINE const chunk_form& completion_chunk_form() {
    static constexpr chunk_form form{"text_completion", true, put_before_completion_text,
                                     put_after_completion_text, put_last_of_completion};
    return form;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
