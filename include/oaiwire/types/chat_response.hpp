// The chat completion response and the chunks of its stream.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <oaiwire/types/rare_text.hpp>
#include <oaiwire/types/tools.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: a citation of a web page. Indices count characters of the content.
struct UrlCitation {
    field<std::int64_t> end_index{};
    field<std::int64_t> start_index{};
    field<std::string> url{};
    field<std::string> title{};
    extra_members extra{};
    friend bool operator==(const UrlCitation&, const UrlCitation&) = default;
};

// OpenAI: an entry of `annotations`.
struct Annotation {
    field<std::string> type{};
    field<UrlCitation> url_citation{};
    extra_members extra{};
    friend bool operator==(const Annotation&, const Annotation&) = default;
};
template <>
inline constexpr bool detail::stands_apart<std::vector<Annotation>> = true;

// OpenAI: the `audio` member of a response message. In a stream, data and transcript arrive in
// pieces.
struct ChatCompletionAudio {
    static constexpr bool kept_apart = true;
    field<std::string> id{};
    field<std::int64_t> expires_at{};  // Unix time in seconds
    field<std::string> data{};         // base64
    field<std::string> transcript{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionAudio&, const ChatCompletionAudio&) = default;
};

// OpenAI: a moderation result. The Responses API also uses it for errors: type "error", with code
// and message only.
struct ModerationResultBody {
    field<std::string> type{};
    field<std::string> model{};
    field<bool> flagged{};
    field<string_map<bool>> categories{};
    field<string_map<double>> category_scores{};  // 0..1 per category
    field<string_map<std::vector<std::string>>> category_applied_input_types{};
    field<std::string> code{};
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const ModerationResultBody&, const ModerationResultBody&) = default;
};

// OpenAI: moderation results of the input or the output.
struct ChatCompletionModerationResults {
    static constexpr wire_tag tag{"type", "moderation_results"};
    field<std::string> model{};
    std::vector<ModerationResultBody> results{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionModerationResults&,
                           const ChatCompletionModerationResults&) = default;
};

// OpenAI: moderation failed.
struct ChatCompletionModerationError {
    static constexpr wire_tag tag{"type", "error"};
    field<std::string> code{};
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionModerationError&,
                           const ChatCompletionModerationError&) = default;
};

// OpenAI: what `moderation` reports for the input or the output.
using ChatCompletionModerationOutcome =
    std::variant<ChatCompletionModerationResults, ChatCompletionModerationError, raw_json>;

// OpenAI: the `moderation` member of a response.
struct ChatCompletionModeration {
    static constexpr bool kept_apart = true;
    field<ChatCompletionModerationOutcome> input{};
    field<ChatCompletionModerationOutcome> output{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionModeration&,
                           const ChatCompletionModeration&) = default;
};

// OpenAI: ChatCompletionResponseMessage; Atoma may return any role. Servers name reasoning text
// differently; reasoning() in body/reasoning.hpp reads all names. `id` and `content_parts` are set
// for stored messages only.
struct ChatCompletionMessage {
    field<open_enum<Role>> role{};
    field<MessageContent> content{};
    field<std::string> refusal{};
    field<std::string> reasoning_content{};
    field<std::string> reasoning{};
    field<raw_json> reasoning_details{};
    field<std::vector<ToolCall>> tool_calls{};
    field<FunctionCall> function_call{};
    field<std::vector<Annotation>> annotations{};
    field<ChatCompletionAudio> audio{};
    field<std::string> name{};
    field<std::string> tool_call_id{};
    field<std::string> id{};
    field<std::vector<ContentPart>> content_parts{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionMessage&, const ChatCompletionMessage&) = default;
};

// The stop token (number) or stop string that ended the text (vLLM, Atoma). Atoma's specification
// wraps it in an object, {"Int":n} or {"String":s}; its server does not.
using StopReason = std::variant<std::int64_t, std::string, raw_json>;

// OpenAI: an entry of `choices`; Atoma: ChatCompletionChoice.
struct ChatCompletionChoice {
    field<std::int64_t> index{};
    field<ChatCompletionMessage> message{};
    field<Logprobs> logprobs{};
    field<open_enum<FinishReason>> finish_reason{};
    field<StopReason> stop_reason{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionChoice&, const ChatCompletionChoice&) = default;
};

// OpenAI: CreateChatCompletionResponse; Atoma, R9S: ChatCompletionResponse.
struct ChatCompletion {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created{};  // Unix time in seconds
    field<std::string> model{};
    std::vector<ChatCompletionChoice> choices{};
    field<Usage> usage{};
    field<open_enum<ServiceTier>> service_tier{};
    field<std::string> system_fingerprint{};
    field<raw_json> metadata{};  // an object
    field<ChatCompletionModeration> moderation{};
    extra_members extra{};
    friend bool operator==(const ChatCompletion&, const ChatCompletion&) = default;
};

// OpenAI: ChatCompletionStreamResponseDelta. What a chunk adds to a message. Absent, null and empty
// members add nothing.
struct ChatCompletionDelta {
    field<open_enum<Role>> role{};
    field<MessageContent> content{};
    field<rare_text> refusal{};
    field<rare_text> reasoning_content{};
    field<rare_text> reasoning{};
    field<raw_json> reasoning_details{};
    field<std::vector<ToolCallChunk>> tool_calls{};
    field<FunctionCall> function_call{};
    field<std::vector<Annotation>> annotations{};
    field<ChatCompletionAudio> audio{};
    field<rare_text> name{};
    field<rare_text> tool_call_id{};
    field<rare_text> id{};
    field<std::vector<ContentPart>> content_parts{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionDelta&, const ChatCompletionDelta&) = default;
};

// OpenAI: an entry of a chunk's `choices`.
struct ChatCompletionChunkChoice {
    field<std::int64_t> index{};
    field<ChatCompletionDelta> delta{};
    field<Logprobs> logprobs{};
    field<open_enum<FinishReason>> finish_reason{};
    field<StopReason> stop_reason{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionChunkChoice&,
                           const ChatCompletionChunkChoice&) = default;
};

// One event of a stream (OpenAI: CreateChatCompletionStreamResponse; R9S:
// ChatCompletionStreamEvent). The chunk that carries usage usually has no choices.
struct ChatCompletionChunk {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created{};  // Unix time in seconds
    field<std::string> model{};
    field<open_enum<ServiceTier>> service_tier{};
    field<std::string> system_fingerprint{};
    std::vector<ChatCompletionChunkChoice> choices{};
    field<Usage> usage{};
    field<std::string> obfuscation{};  // random padding against traffic analysis
    field<raw_json> metadata{};
    field<ChatCompletionModeration> moderation{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionChunk&, const ChatCompletionChunk&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
