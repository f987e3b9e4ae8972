// The chat completion request. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/message.hpp>
#include <oaiwire/types/tools.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire::inline v0_2 {

// schema: a JSON Schema object.
struct JsonSchema {
    field<std::string> name{};
    field<std::string> description{};
    field<raw_json> schema{};
    field<bool> strict{};
    extra_members extra{};
    friend bool operator==(const JsonSchema&, const JsonSchema&) = default;
};

struct ResponseFormat {
    field<open_enum<ResponseFormatType>> type{};
    field<JsonSchema> json_schema{};
    extra_members extra{};
    friend bool operator==(const ResponseFormat&, const ResponseFormat&) = default;
};

struct CustomVoice {
    std::string id{};
    extra_members extra{};
    friend bool operator==(const CustomVoice&, const CustomVoice&) = default;
};

// A voice is named ("alloy") or a custom one's id.
using Voice = std::variant<std::string, CustomVoice>;

struct AudioOptions {
    field<Voice> voice{};
    field<open_enum<AudioFormat>> format{};
    extra_members extra{};
    friend bool operator==(const AudioOptions&, const AudioOptions&) = default;
};

struct ModerationConfig {
    open_enum<ModerationMode> mode{};
    extra_members extra{};
    friend bool operator==(const ModerationConfig&, const ModerationConfig&) = default;
};

struct ModerationPolicy {
    field<ModerationConfig> input{};
    field<ModerationConfig> output{};
    extra_members extra{};
    friend bool operator==(const ModerationPolicy&, const ModerationPolicy&) = default;
};

struct ModerationOptions {
    std::string model{};
    field<ModerationPolicy> policy{};
    extra_members extra{};
    friend bool operator==(const ModerationOptions&, const ModerationOptions&) = default;
};

struct PredictionContent {
    std::string type = "content";
    MessageContent content{};
    extra_members extra{};
    friend bool operator==(const PredictionContent&, const PredictionContent&) = default;
};

// ttl: "30m", "12h". mode: "implicit", "explicit". The others are the Responses API's:
// comparison_response_id asks for PromptCacheDiagnostics.
struct PromptCacheOptions {
    field<std::string> ttl{};
    field<std::string> mode{};
    field<std::string> comparison_response_id{};
    field<bool> prewarm{};
    extra_members extra{};
    friend bool operator==(const PromptCacheOptions&, const PromptCacheOptions&) = default;
};

struct WebSearchLocation {
    field<std::string> country{};
    field<std::string> region{};
    field<std::string> city{};
    field<std::string> timezone{};
    extra_members extra{};
    friend bool operator==(const WebSearchLocation&, const WebSearchLocation&) = default;
};

struct WebSearchUserLocation {
    std::string type = "approximate";
    WebSearchLocation approximate{};
    extra_members extra{};
    friend bool operator==(const WebSearchUserLocation&, const WebSearchUserLocation&) = default;
};

struct WebSearchOptions {
    field<WebSearchUserLocation> user_location{};
    field<open_enum<SearchContextSize>> search_context_size{};
    extra_members extra{};
    friend bool operator==(const WebSearchOptions&, const WebSearchOptions&) = default;
};

using Stop = std::variant<std::string, std::vector<std::string>>;

// POST /chat/completions (OpenAI, Atoma: CreateChatCompletionRequest). model and messages come
// first, the others in alphabetical order: designated initialisers must keep it. What is not set is
// not sent; `stream` is set by the call that is made.
struct ChatCompletionRequest {
    std::string model{};
    std::vector<RequestMessage> messages{};
    field<AudioOptions> audio{};
    field<double> frequency_penalty{};          // -2..2
    field<FunctionCallOption> function_call{};  // deprecated
    field<std::vector<raw_json>> functions{};   // deprecated; each a FunctionObject
    field<string_map<double>> logit_bias{};     // token id -> -100..100
    field<bool> logprobs{};
    field<std::int64_t> max_completion_tokens{};  // Atoma's server: 8192 without max_tokens either
    field<std::int64_t> max_tokens{};             // deprecated by OpenAI; no document has a default
    field<raw_json> metadata{};                   // an object
    field<std::vector<open_enum<Modality>>> modalities{};
    field<ModerationOptions> moderation{};
    field<std::int64_t> n{};  // OpenAI, R9S: 1..128
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
    field<Stop> stop{};  // one, or at most 4
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

}  // namespace oaiwire::inline v0_2
