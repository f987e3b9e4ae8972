// The chat completion response and the chunks of its stream. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <oaiwire/types/tools.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire::inline v0_2 {

// start_index and end_index count characters of the content.
struct UrlCitation {
    field<std::int64_t> end_index{};
    field<std::int64_t> start_index{};
    field<std::string> url{};
    field<std::string> title{};
    extra_members extra{};
    friend bool operator==(const UrlCitation&, const UrlCitation&) = default;
};

struct Annotation {
    field<std::string> type{};
    field<UrlCitation> url_citation{};
    extra_members extra{};
    friend bool operator==(const Annotation&, const Annotation&) = default;
};

// data: base64; in a stream it and the transcript come in pieces.
struct ChatCompletionAudio {
    static constexpr bool kept_apart = true;
    field<std::string> id{};
    field<std::int64_t> expires_at{};  // Unix seconds
    field<std::string> data{};
    field<std::string> transcript{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionAudio&, const ChatCompletionAudio&) = default;
};

// In the Responses API also type "error", with code and message alone.
struct ModerationResultBody {
    field<std::string> type{};
    field<std::string> model{};
    field<bool> flagged{};
    field<string_map<bool>> categories{};
    field<string_map<double>> category_scores{};
    field<string_map<std::vector<std::string>>> category_applied_input_types{};
    field<std::string> code{};
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const ModerationResultBody&, const ModerationResultBody&) = default;
};

struct ChatCompletionModerationResults {
    static constexpr wire_tag tag{"type", "moderation_results"};
    field<std::string> model{};
    std::vector<ModerationResultBody> results{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionModerationResults&,
                           const ChatCompletionModerationResults&) = default;
};

struct ChatCompletionModerationError {
    static constexpr wire_tag tag{"type", "error"};
    field<std::string> code{};
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionModerationError&,
                           const ChatCompletionModerationError&) = default;
};

using ChatCompletionModerationOutcome =
    std::variant<ChatCompletionModerationResults, ChatCompletionModerationError, raw_json>;

struct ChatCompletionModeration {
    static constexpr bool kept_apart = true;
    field<ChatCompletionModerationOutcome> input{};
    field<ChatCompletionModerationOutcome> output{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionModeration&,
                           const ChatCompletionModeration&) = default;
};

// What the model said (OpenAI: ChatCompletionResponseMessage). Any role may come back from Atoma.
// The model's reasoning has three names; reasoning() in types/text.hpp reads whichever came. id and
// content_parts, texts and images of its content: of one that is kept.
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

// Which stop token or string ended the text (vLLM, Atoma). Atoma's specification wraps it in an
// object, {"Int":n} or {"String":s}; its server does not.
using StopReason = std::variant<std::int64_t, std::string, raw_json>;

struct ChatCompletionChoice {
    field<std::int64_t> index{};
    field<ChatCompletionMessage> message{};
    field<Logprobs> logprobs{};
    field<open_enum<FinishReason>> finish_reason{};
    field<StopReason> stop_reason{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionChoice&, const ChatCompletionChoice&) = default;
};

// OpenAI: CreateChatCompletionResponse; Atoma, R9S: ChatCompletionResponse. created: Unix seconds.
struct ChatCompletion {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created{};
    field<std::string> model{};
    std::vector<ChatCompletionChoice> choices{};
    field<Usage> usage{};
    field<open_enum<ServiceTier>> service_tier{};
    field<std::string> system_fingerprint{};
    field<raw_json> metadata{};
    field<ChatCompletionModeration> moderation{};
    extra_members extra{};
    friend bool operator==(const ChatCompletion&, const ChatCompletion&) = default;
};

// What a chunk adds to a message. Absent, null and empty all add nothing.
struct ChatCompletionDelta {
    field<open_enum<Role>> role{};
    field<MessageContent> content{};
    field<std::string> refusal{};
    field<std::string> reasoning_content{};
    field<std::string> reasoning{};
    field<raw_json> reasoning_details{};
    field<std::vector<ToolCallChunk>> tool_calls{};
    field<FunctionCall> function_call{};
    field<std::vector<Annotation>> annotations{};
    field<ChatCompletionAudio> audio{};
    field<std::string> name{};
    field<std::string> tool_call_id{};
    field<std::string> id{};
    field<std::vector<ContentPart>> content_parts{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionDelta&, const ChatCompletionDelta&) = default;
};

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
// ChatCompletionStreamEvent). The usage chunk has no choices.
struct ChatCompletionChunk {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created{};
    field<std::string> model{};
    field<open_enum<ServiceTier>> service_tier{};
    field<std::string> system_fingerprint{};
    std::vector<ChatCompletionChunkChoice> choices{};
    field<Usage> usage{};
    field<std::string> obfuscation{};  // padding against traffic analysis
    field<raw_json> metadata{};
    field<ChatCompletionModeration> moderation{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionChunk&, const ChatCompletionChunk&) = default;
};

}  // namespace oaiwire::inline v0_2
