// The response object of the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/error_body.hpp>
#include <oaiwire/types/images.hpp>
#include <oaiwire/types/response_items.hpp>
#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: ResponseError ({code, message}); R9S: any object, with a type.
using ResponseError = ErrorObject;

// OpenAI: the `incomplete_details` member of a response.
struct IncompleteDetails {
    // "max_output_tokens", "content_filter", "max_messages" or "steered"
    field<std::string> reason{};
    extra_members extra{};
    friend bool operator==(const IncompleteDetails&, const IncompleteDetails&) = default;
};

// R9S: the `billing` member of a response.
struct ResponseBilling {
    field<std::string> payer{};  // "developer" or "organization"
    extra_members extra{};
    friend bool operator==(const ResponseBilling&, const ResponseBilling&) = default;
};

// OpenAI: an input item that the server did not use, such as reasoning of another model.
struct InputTransformation {
    field<std::string> id{};
    field<std::string> action{};  // "removed"
    // "model_mismatch", "organization_mismatch", "end_user_mismatch", "prefix_mismatch" or
    // "turn_boundary"
    field<std::string> reason{};
    field<std::string> type{};
    extra_members extra{};
    friend bool operator==(const InputTransformation&, const InputTransformation&) = default;
};

// OpenAI: moderation of the input and the output.
struct ResponseModeration {
    static constexpr bool kept_apart = true;
    field<ModerationResultBody> input{};
    field<ModerationResultBody> output{};
    extra_members extra{};
    friend bool operator==(const ResponseModeration&, const ResponseModeration&) = default;
};

// OpenAI: how much of the prompt was cached, compared with the response that
// PromptCacheOptions::comparison_response_id names. The members after type are set for
// "cache_miss".
struct PromptCacheDiagnostics {
    static constexpr bool kept_apart = true;
    // "cache_hit", "cache_miss", "comparison_response_not_found" or "unavailable"
    field<std::string> type{};
    field<std::int64_t> cache_missed_tokens{};
    // what differs: "input_changed", "tools_changed", "model_changed", "context_compacted",
    // "prompt_cache_key_changed", "reasoning_effort_changed", "service_tier_changed",
    // "text_format_changed" or "verbosity_changed"
    field<std::string> reason{};
    field<std::int64_t> comparison_reusable_tokens{};
    extra_members extra{};
    friend bool operator==(const PromptCacheDiagnostics&, const PromptCacheDiagnostics&) = default;
};

// OpenAI: a part of ResponseToolUsage.
struct WebSearchUsage {
    field<std::int64_t> num_requests{};
    extra_members extra{};
    friend bool operator==(const WebSearchUsage&, const WebSearchUsage&) = default;
};

// OpenAI: the `tool_usage` member of a response.
struct ResponseToolUsage {
    static constexpr bool kept_apart = true;
    field<ImageUsage> image_gen{};
    field<WebSearchUsage> web_search{};
    extra_members extra{};
    friend bool operator==(const ResponseToolUsage&, const ResponseToolUsage&) = default;
};

// OpenAI, R9S: ResponseUsage. Token counts.
struct ResponseUsage {
    field<std::int64_t> input_tokens{};
    field<PromptTokensDetails> input_tokens_details{};
    field<std::int64_t> output_tokens{};
    field<CompletionTokensDetails> output_tokens_details{};
    field<std::int64_t> total_tokens{};
    extra_members extra{};
    friend bool operator==(const ResponseUsage&, const ResponseUsage&) = default;
};

// OpenAI: Response; R9S: ResponseObject.
struct Response {
    field<std::string> id{};
    field<std::string> object{};
    field<double> created_at{};  // Unix time in seconds; some servers send a fraction
    field<open_enum<ResponseStatus>> status{};
    field<AccessPrograms> access_programs{};
    field<bool> background{};
    field<ResponseBilling> billing{};
    field<double> completed_at{};  // Unix time in seconds; some servers send a fraction
    field<ResponseConversation> conversation{};
    field<std::variant<ResponseError, std::string, raw_json>> error{};
    field<ImageContextOptions> image{};
    field<IncompleteDetails> incomplete_details{};
    field<std::vector<InputTransformation>> input_transformations{};
    field<ResponseInput> instructions{};
    field<std::int64_t> max_output_tokens{};  // tokens
    field<std::int64_t> max_tool_calls{};
    field<std::string> model{};
    field<ResponseModeration> moderation{};
    std::vector<ResponseItem> output{};
    field<std::string> output_text{};  // not sent by OpenAI; use text() in types/response_text.hpp
    field<bool> parallel_tool_calls{};
    field<std::string> previous_response_id{};
    field<ResponsePrompt> prompt{};
    field<PromptCacheDiagnostics> prompt_cache_diagnostics{};
    field<std::string> prompt_cache_key{};
    field<PromptCacheOptions> prompt_cache_options{};
    field<std::string> prompt_cache_retention{};
    field<Reasoning> reasoning{};
    field<std::string> safety_identifier{};
    field<open_enum<ServiceTier>> service_tier{};
    field<bool> store{};
    field<double> temperature{};
    field<ResponseTextParam> text{};
    field<ResponseToolChoice> tool_choice{};
    field<ResponseToolUsage> tool_usage{};
    field<std::vector<ResponseTool>> tools{};
    field<std::int64_t> top_logprobs{};
    field<double> top_p{};
    field<open_enum<Truncation>> truncation{};
    field<ResponseUsage> usage{};
    field<std::string> user{};
    field<raw_json> metadata{};  // an object
    extra_members extra{};
    friend bool operator==(const Response&, const Response&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
