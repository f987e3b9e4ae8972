// Calls about responses beside making one: those that the server keeps, what their input was, and
// what a context comes to or can be reduced to. All are OpenAI's. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/response.hpp>

namespace oaiwire::inline v0_2 {

struct DeletedResponse {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeletedResponse&, const DeletedResponse&) = default;
};

// GET /responses/{response_id}. Streamed, the events of one that was made in the background and
// streamed: those after the event of that sequence_number, or all.
struct RetrieveResponseRequest {
    path_parameter response_id{};
    field<std::vector<std::string>> include{};  // as a ResponseRequest's
    field<bool> include_obfuscation{};          // sent by a streamed call only
    field<std::int64_t> starting_after{};       // sent by a streamed call only
    friend bool operator==(const RetrieveResponseRequest&,
                           const RetrieveResponseRequest&) = default;
};

// DELETE /responses/{response_id}.
struct DeleteResponseRequest {
    path_parameter response_id{};
    friend bool operator==(const DeleteResponseRequest&, const DeleteResponseRequest&) = default;
};

// POST /responses/{response_id}/cancel, answered with the Response.
struct CancelResponseRequest {
    path_parameter response_id{};
    friend bool operator==(const CancelResponseRequest&, const CancelResponseRequest&) = default;
};

// GET /responses/{response_id}/input_items. after: the id that the last page ended with; order:
// "asc" or "desc".
struct ListInputItemsRequest {
    path_parameter response_id{};
    field<std::vector<std::string>> include{};  // as a ResponseRequest's
    field<std::string> after{};
    field<std::int64_t> limit{};  // 1..100
    field<std::string> order{};
    friend bool operator==(const ListInputItemsRequest&, const ListInputItemsRequest&) = default;
};

struct ResponseItemList {
    field<std::string> object{};
    std::vector<ResponseItem> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ResponseItemList&, const ResponseItemList&) = default;
};

// POST /responses/compact (OpenAI: CompactResponseMethodPublicBody). model comes first, the others
// in alphabetical order.
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

// OpenAI: CompactResource. output: the next request's input. created_at: Unix seconds.
struct CompactedResponse {
    field<std::string> id{};
    field<std::string> object{};
    field<double> created_at{};
    std::vector<ResponseItem> output{};
    field<ImageContextOptions> image{};
    field<ResponseUsage> usage{};
    extra_members extra{};
    friend bool operator==(const CompactedResponse&, const CompactedResponse&) = default;
};

// POST /responses/input_tokens (OpenAI: TokenCountsBody): how many tokens such a ResponseRequest
// would have as its input. model comes first, the others in alphabetical order.
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

}  // namespace oaiwire::inline v0_2
