// The chat completion request.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/message.hpp>
#include <oaiwire/types/tools.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: the json_schema member of ResponseFormatJsonSchema.
struct JsonSchema {
    field<std::string> name{};
    field<std::string> description{};
    field<raw_json> schema{};  // a JSON Schema object
    field<bool> strict{};
    extra_members extra{};
    friend bool operator==(const JsonSchema&, const JsonSchema&) = default;
};

// OpenAI: ResponseFormatText, ResponseFormatJsonObject, ResponseFormatJsonSchema; R9S:
// ResponseFormat.
struct ResponseFormat {
    field<open_enum<ResponseFormatType>> type{};
    field<JsonSchema> json_schema{};  // if type is json_schema
    extra_members extra{};
    friend bool operator==(const ResponseFormat&, const ResponseFormat&) = default;
};

// OpenAI: a custom voice, by id.
struct CustomVoice {
    std::string id{};
    extra_members extra{};
    friend bool operator==(const CustomVoice&, const CustomVoice&) = default;
};

// OpenAI: VoiceIdsOrCustomVoice. The name of a built-in voice ("alloy") or a custom voice.
using Voice = std::variant<std::string, CustomVoice>;

// OpenAI: the `audio` member of a chat request. Required if audio output is requested.
struct AudioOptions {
    field<Voice> voice{};
    field<open_enum<AudioFormat>> format{};
    extra_members extra{};
    friend bool operator==(const AudioOptions&, const AudioOptions&) = default;
};

// OpenAI: a part of ModerationParam.
struct ModerationConfig {
    open_enum<ModerationMode> mode{};
    extra_members extra{};
    friend bool operator==(const ModerationConfig&, const ModerationConfig&) = default;
};

// OpenAI: a part of ModerationParam: what to moderate.
struct ModerationPolicy {
    field<ModerationConfig> input{};
    field<ModerationConfig> output{};
    extra_members extra{};
    friend bool operator==(const ModerationPolicy&, const ModerationPolicy&) = default;
};

// OpenAI: ModerationParam. Moderation alongside the request.
struct ModerationOptions {
    std::string model{};
    field<ModerationPolicy> policy{};
    extra_members extra{};
    friend bool operator==(const ModerationOptions&, const ModerationOptions&) = default;
};

// OpenAI: PredictionContent. Text that the answer is expected to repeat mostly; speeds it up.
struct PredictionContent {
    std::string type = "content";
    MessageContent content{};
    extra_members extra{};
    friend bool operator==(const PredictionContent&, const PredictionContent&) = default;
};

// OpenAI: options of prompt caching. `comparison_response_id` (Responses API only) requests
// PromptCacheDiagnostics.
struct PromptCacheOptions {
    field<std::string> ttl{};   // lifetime, such as "30m" or "12h"
    field<std::string> mode{};  // "implicit" or "explicit"
    field<std::string> comparison_response_id{};
    field<bool> prewarm{};
    extra_members extra{};
    friend bool operator==(const PromptCacheOptions&, const PromptCacheOptions&) = default;
};

// OpenAI: WebSearchLocation.
struct WebSearchLocation {
    field<std::string> country{};  // ISO 3166-1, two letters
    field<std::string> region{};
    field<std::string> city{};
    field<std::string> timezone{};  // IANA name
    extra_members extra{};
    friend bool operator==(const WebSearchLocation&, const WebSearchLocation&) = default;
};

// OpenAI: the user_location of web_search_options.
struct WebSearchUserLocation {
    std::string type = "approximate";
    WebSearchLocation approximate{};
    extra_members extra{};
    friend bool operator==(const WebSearchUserLocation&, const WebSearchUserLocation&) = default;
};

// OpenAI: the `web_search_options` member of a chat request.
struct WebSearchOptions {
    field<WebSearchUserLocation> user_location{};
    field<open_enum<SearchContextSize>> search_context_size{};
    extra_members extra{};
    friend bool operator==(const WebSearchOptions&, const WebSearchOptions&) = default;
};

// OpenAI: StopConfiguration. One sequence, or up to four.
using Stop = std::variant<std::string, std::vector<std::string>>;

// POST /chat/completions (OpenAI, Atoma: CreateChatCompletionRequest; R9S: ChatCompletionRequest).
// Members are declared in alphabetical order after model and messages; designated initialisers must
// follow it. Members that are not set are not sent. `stream` is set by the call itself.
struct ChatCompletionRequest {
    std::string model{};
    std::vector<RequestMessage> messages{};
    field<AudioOptions> audio{};
    field<double> frequency_penalty{};               // -2..2
    field<FunctionCallOption> function_call{};       // deprecated; use tool_choice
    field<std::vector<FunctionObject>> functions{};  // deprecated; use tools
    field<string_map<double>> logit_bias{};          // token id to bias, -100..100
    field<bool> logprobs{};
    // tokens; Atoma's server: 8192 if max_tokens is absent too
    field<std::int64_t> max_completion_tokens{};
    field<std::int64_t> max_tokens{};  // tokens; deprecated by OpenAI
    field<raw_json> metadata{};        // an object
    field<std::vector<open_enum<Modality>>> modalities{};
    field<ModerationOptions> moderation{};
    field<std::int64_t> n{};  // number of choices; OpenAI, R9S: 1..128
    field<bool> parallel_tool_calls{};
    field<PredictionContent> prediction{};
    field<double> presence_penalty{};  // -2..2
    field<std::string> prompt_cache_key{};
    field<PromptCacheOptions> prompt_cache_options{};
    field<std::string> prompt_cache_retention{};  // deprecated
    field<open_enum<ReasoningEffort>> reasoning_effort{};
    field<ResponseFormat> response_format{};
    field<std::string> safety_identifier{};  // at most 64 characters
    field<std::int64_t> seed{};
    field<open_enum<ServiceTier>> service_tier{};
    field<Stop> stop{};  // stop sequences, at most 4
    field<bool> store{};
    field<bool> stream{};
    field<StreamOptions> stream_options{};
    field<double> temperature{};  // OpenAI, R9S: 0..2
    field<ToolChoice> tool_choice{};
    field<std::vector<Tool>> tools{};
    field<std::int64_t> top_k{};         // R9S and self-hosted servers; at least 1
    field<std::int64_t> top_logprobs{};  // 0..20
    field<double> top_p{};               // OpenAI, R9S: 0..1
    field<std::string> user{};           // deprecated by OpenAI
    field<open_enum<Verbosity>> verbosity{};
    field<WebSearchOptions> web_search_options{};
    extra_members extra{};
    friend bool operator==(const ChatCompletionRequest&, const ChatCompletionRequest&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
