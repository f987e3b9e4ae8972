// Responses API: responses stored by OpenAI (retrieve, delete, cancel, list input items), and
// operations on a context (compact, count tokens).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/response.hpp>

namespace oaiwire { inline namespace v0_2 {

// The response to DeleteResponseRequest. An empty body sets no member.
struct DeletedResponse {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeletedResponse&, const DeletedResponse&) = default;
};

// GET /responses/{response_id}. Response: Response or, as a stream, the events of a response that
// was created with background and stream.
struct RetrieveResponseRequest {
    path_parameter response_id{};
    field<std::vector<std::string>> include{};  // as in ResponseRequest
    field<bool> include_obfuscation{};          // for streams only
    // for streams only: the sequence_number of the last event seen
    field<std::int64_t> starting_after{};
    friend bool operator==(const RetrieveResponseRequest&,
                           const RetrieveResponseRequest&) = default;
};

// DELETE /responses/{response_id}. Response: DeletedResponse.
struct DeleteResponseRequest {
    path_parameter response_id{};
    friend bool operator==(const DeleteResponseRequest&, const DeleteResponseRequest&) = default;
};

// POST /responses/{response_id}/cancel. Response: Response.
struct CancelResponseRequest {
    path_parameter response_id{};
    friend bool operator==(const CancelResponseRequest&, const CancelResponseRequest&) = default;
};

// GET /responses/{response_id}/input_items. Response: ResponseItemList.
struct ListInputItemsRequest {
    path_parameter response_id{};
    field<std::vector<std::string>> include{};  // as in ResponseRequest
    field<std::string> after{};                 // the last id of the previous page
    field<std::int64_t> limit{};                // entries per page, 1..100
    field<std::string> order{};                 // "asc" or "desc"
    friend bool operator==(const ListInputItemsRequest&, const ListInputItemsRequest&) = default;
};

// OpenAI: ResponseItemList. A page of items.
struct ResponseItemList {
    field<std::string> object{};
    std::vector<ResponseItem> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ResponseItemList&, const ResponseItemList&) = default;
};

// POST /responses/compact (OpenAI: CompactResponseMethodPublicBody). Compresses a context. Members
// are in alphabetical order after model.
struct CompactResponseRequest {
    std::string model{};
    field<ImageContextOptions> image{};
    field<ResponseInput> input{};
    field<std::string> instructions{};
    field<std::string> previous_response_id{};
    field<std::string> prompt_cache_key{};
    field<PromptCacheOptions> prompt_cache_options{};
    field<std::string> prompt_cache_retention{};
    field<open_enum<ServiceTier>> service_tier{};
    extra_members extra{};
    friend bool operator==(const CompactResponseRequest&, const CompactResponseRequest&) = default;
};

// OpenAI: CompactResource.
struct CompactedResponse {
    field<std::string> id{};
    field<std::string> object{};
    field<double> created_at{};          // Unix time in seconds
    std::vector<ResponseItem> output{};  // use it as the next request's input
    field<ImageContextOptions> image{};
    field<ResponseUsage> usage{};
    extra_members extra{};
    friend bool operator==(const CompactedResponse&, const CompactedResponse&) = default;
};

// POST /responses/input_tokens (OpenAI: TokenCountsBody). Counts the input tokens that a
// ResponseRequest with these members would have. Members are in alphabetical order after model.
struct CountInputTokensRequest {
    field<std::string> model{};
    field<ConversationParam> conversation{};
    field<ResponseInput> input{};
    field<std::string> instructions{};
    field<bool> parallel_tool_calls{};
    field<std::string> personality{};  // "friendly", "pragmatic"
    field<std::string> previous_response_id{};
    field<Reasoning> reasoning{};
    field<ResponseTextParam> text{};
    field<ResponseToolChoice> tool_choice{};
    field<std::vector<ResponseTool>> tools{};
    field<open_enum<Truncation>> truncation{};
    extra_members extra{};
    friend bool operator==(const CountInputTokensRequest&,
                           const CountInputTokensRequest&) = default;
};

// OpenAI: TokenCountsResource.
struct InputTokenCount {
    field<std::string> object{};
    field<std::int64_t> input_tokens{};
    extra_members extra{};
    friend bool operator==(const InputTokenCount&, const InputTokenCount&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
