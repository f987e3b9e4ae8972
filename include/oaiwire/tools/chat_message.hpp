// message_of(): the assistant message that sends a model's answer back with the next chat request.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/message.hpp>

namespace oaiwire { inline namespace v0_2 {

// Which assistant messages of a history keep something: none, those with tool calls, or all.
enum class kept_in : std::uint8_t { none, calls, all };

// What of an answer goes back to a server, beside its content, refusal, tool calls and audio.
//
// A server that validates strictly refuses members that it does not know (OpenAI, Azure, Groq,
// Mistral, Cerebras); others refuse a history that lacks what they sent (DeepSeek, Moonshot,
// Gemini, Anthropic behind a gateway). The default is right where a history goes back to the server
// that wrote it: it keeps what is known to be asked for, under the name that the server used.
// OpenAI sends none of it, so it gets none back. Where a history moves to another server, use the
// rules of that server: see `histories` and conform().
struct history_rules {
    kept_in reasoning = kept_in::calls;          // members reasoning_content and reasoning
    kept_in reasoning_details = kept_in::calls;  // OpenRouter's list, with signatures
    kept_in thinking_parts = kept_in::all;       // content parts of type "thinking" (Mistral)
    // Members of the message by other names that are kept in every message.
    std::array<std::string_view, 4> members{"thinking_blocks", "extra_content"};
    bool other_members = false;  // keep all members by other names; some servers refuse them
    bool call_members = true;    // what a server added to a tool call, such as signatures
    // Arguments of a call that are no JSON become {"invalid_json":"..."} with their text: servers
    // that put them into a model's template fail on them, such as vLLM with status 500.
    bool valid_arguments = true;
    bool annotations = false;         // citations
    bool content_required = false;    // send content "" where there is none, even with tool calls
    bool reasoning_required = false;  // with tool calls, send reasoning_content "" if there is none
    bool audio_as_text = false;  // send the transcript as content, instead of the id of the audio
    friend bool operator==(const history_rules&, const history_rules&) = default;
};

// The rules of providers. docs/conversations.md has their sources.
namespace histories {

// The members of OpenAI's document alone; for Azure OpenAI and other strict servers, too.
inline constexpr history_rules openai{.reasoning = kept_in::none,
                                      .reasoning_details = kept_in::none,
                                      .thinking_parts = kept_in::none,
                                      .members = {},
                                      .call_members = false};
// Everything that an answer has, for servers that ignore what they do not know.
inline constexpr history_rules everything{.reasoning = kept_in::all,
                                          .reasoning_details = kept_in::all,
                                          .other_members = true,
                                          .annotations = true};
// Needs content in every message; see request_quirks.
inline constexpr history_rules atoma{.content_required = true};
// Needs reasoning_content with tool calls, also when it is empty, and ignores it elsewhere.
inline constexpr history_rules deepseek{.reasoning = kept_in::all,
                                        .reasoning_details = kept_in::none,
                                        .members = {},
                                        .reasoning_required = true};
// Google's OpenAI-compatible interface: signatures of tool calls.
inline constexpr history_rules gemini{
    .reasoning = kept_in::none, .reasoning_details = kept_in::none, .members = {"extra_content"}};
// Accepts `reasoning` of models that send it. Cerebras does the same.
inline constexpr history_rules groq{
    .reasoning_details = kept_in::none, .members = {}, .call_members = false};
// Signed thinking blocks of Anthropic models.
inline constexpr history_rules litellm{
    .reasoning = kept_in::all,
    .reasoning_details = kept_in::all,
    .members = {"thinking_blocks", "provider_specific_fields", "extra_content"}};
// Content parts of type "thinking".
inline constexpr history_rules mistral{
    .reasoning = kept_in::none, .reasoning_details = kept_in::none, .members = {}};
// Kimi: needs reasoning_content with tool calls, and uses that of other messages.
inline constexpr history_rules moonshot{.reasoning = kept_in::all,
                                        .reasoning_details = kept_in::none,
                                        .members = {},
                                        .reasoning_required = true};
// The list reasoning_details, unchanged; `reasoning` has the same text.
inline constexpr history_rules openrouter{.reasoning_details = kept_in::all};
// Alibaba's compatible mode: reasoning_content with tool calls.
inline constexpr history_rules qwen{.reasoning_details = kept_in::none, .members = {}};
// The chat templates of local servers (vLLM, SGLang, llama.cpp) drop the reasoning that their
// models do not expect.
inline constexpr history_rules vllm{.reasoning = kept_in::all};

}  // namespace histories

// The assistant message that sends an answer back: content as it is, refusal, tool calls with what
// the server added to them, audio by its id, and what the rules keep of the rest. Members that are
// null are left out, and so are lists of no tool calls. Content is "" where the message would
// otherwise have nothing that OpenAI requires. Tool calls get a type if they lack it, arguments
// "{}" if they have none, and lose `index`, which belongs to streams. The same for a plain response
// and for what a stream added up to.
RequestMessage message_of(const ChatCompletionMessage& message, const history_rules& rules = {});
// The message of the first choice; an assistant message with content "" if there is none.
RequestMessage message_of(const ChatCompletion& response, const history_rules& rules = {});

// Removes from an assistant message what the rules do not keep, before a history goes to another
// server; other messages stay as they are.
void conform(RequestMessage& message, const history_rules& rules);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/encode.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/json/text/view.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// An assistant message of a history and the rules of the server that it goes to.
struct history_message {
    AssistantMessage& message;
    const history_rules& rules;

    bool has_calls() const { return message.tool_calls || message.function_call; }
    bool keeps(kept_in where) const {
        return where == kept_in::all || (where == kept_in::calls && has_calls());
    }
    // Whether a member that AssistantMessage does not declare is kept.
    bool keeps_member(std::string_view name) const {
        if (name == "reasoning") return keeps(rules.reasoning);
        if (name == "reasoning_details") return keeps(rules.reasoning_details);
        if (name == "annotations") return rules.annotations;
        const auto& names = rules.members;
        return rules.other_members ||
               (!name.empty() && std::find(names.begin(), names.end(), name) != names.end());
    }
    void conform_content() const;
    void conform_arguments(field<std::string>& arguments) const;
    void conform_calls() const;
    void conform_members() const;
    void conform() const {
        conform_calls();
        conform_content();
        conform_members();
    }
};

OAIWIRE_INLINE void history_message::conform_content() const {
    auto& content = message.content;
    if (auto* parts = content ? std::get_if<std::vector<ContentPart>>(&*content) : nullptr) {
        if (!keeps(rules.thinking_parts)) {
            std::erase_if(*parts, [](const ContentPart& part) {
                const auto* raw = std::get_if<raw_json>(&part);
                return raw && json_view(raw->text())["type"].text() == "\"thinking\"";
            });
        }
        if (parts->empty()) content = null;
    }
    const bool needs_content = rules.content_required || !(has_calls() || message.audio);
    if (!content && needs_content) content = std::string();
}

OAIWIRE_INLINE void history_message::conform_arguments(field<std::string>& arguments) const {
    if (!arguments || arguments->empty()) arguments = "{}";
    if (!rules.valid_arguments || json::detail::check_text(*arguments).code == errc::ok) return;
    std::string valid = R"({"invalid_json":)";
    if (!json::detail::append_string(valid, *arguments)) valid += "\"\"";
    arguments = valid + "}";
}

OAIWIRE_INLINE void history_message::conform_calls() const {
    if (!message.function_call) message.function_call = std::nullopt;
    if (message.tool_calls && message.tool_calls->empty()) message.tool_calls = std::nullopt;
    if (!message.tool_calls) {
        message.tool_calls = std::nullopt;
        return;
    }
    for (ToolCall& call : *message.tool_calls) {
        if (!call.function) call.function = std::nullopt;
        if (!call.custom) call.custom = std::nullopt;
        if (!call.type || call.type->empty()) call.type = call.custom ? "custom" : "function";
        if (call.function) conform_arguments(call.function->arguments);
        if (rules.call_members) {
            call.extra.erase("index");
            continue;
        }
        call.extra.clear();
        if (call.function) call.function->extra.clear();
        if (call.custom) call.custom->extra.clear();
    }
}

OAIWIRE_INLINE void history_message::conform_members() const {
    if (!message.reasoning_content || !keeps(rules.reasoning)) {
        message.reasoning_content = std::nullopt;
    }
    if (rules.reasoning_required && has_calls() && !message.reasoning_content) {
        message.reasoning_content = std::string();
    }
    extra_members kept;
    for (const auto& member : message.extra) {
        if (member.value != "null" && keeps_member(member.name)) {
            kept.append_trusted(member.name, member.value);
        }
    }
    message.extra = std::move(kept);
}

}  // namespace detail

OAIWIRE_INLINE RequestMessage message_of(const ChatCompletionMessage& from,
                                         const history_rules& rules) {
    RequestMessage out{std::in_place_type<AssistantMessage>};
    auto& to = std::get<AssistantMessage>(out);
    to.content = from.content;
    if (from.refusal && !from.refusal->empty()) to.refusal = from.refusal;
    if (from.name && !from.name->empty()) to.name = from.name;
    to.tool_calls = from.tool_calls;
    to.function_call = from.function_call;
    to.reasoning_content = from.reasoning_content;
    if (from.audio && rules.audio_as_text && from.audio->transcript) {
        if (!to.content) to.content = *from.audio->transcript;
    } else if (from.audio && from.audio->id && !rules.audio_as_text) {
        to.audio.emplace(AudioReference{.id = *from.audio->id});
    }
    if (from.reasoning) {
        std::string text;
        const bool valid = json::detail::append_string(text, *from.reasoning);
        if (valid) to.extra.append_trusted("reasoning", text);
    }
    if (from.reasoning_details) {
        to.extra.append_trusted("reasoning_details", from.reasoning_details->text());
    }
    if (rules.annotations && from.annotations) {
        std::string text;
        detail::text_sink sink(text);
        json::detail::writer w{sink};
        const auto& type = json::detail::described<std::vector<Annotation>>();
        if (json::detail::write_value(w, &*from.annotations, type)) {
            sink.finish();
            to.extra.append_trusted("annotations", text);
        }
    }
    for (const auto& member : from.extra) to.extra.append_trusted(member.name, member.value);
    detail::history_message{to, rules}.conform();
    return out;
}

OAIWIRE_INLINE RequestMessage message_of(const ChatCompletion& response,
                                         const history_rules& rules) {
    const bool any = !response.choices.empty() && response.choices.front().message;
    return any ? message_of(*response.choices.front().message, rules)
               : message_of(ChatCompletionMessage{}, rules);
}

OAIWIRE_INLINE void conform(RequestMessage& message, const history_rules& rules) {
    auto* const assistant = std::get_if<AssistantMessage>(&message);
    if (assistant) detail::history_message{*assistant, rules}.conform();
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
