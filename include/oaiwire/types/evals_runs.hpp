// Runs of evals: where their items come from, how a model is asked, and results.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/graders.hpp>
#include <oaiwire/types/response_settings.hpp>
#include <oaiwire/types/response_tools.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: an entry of EvalJsonlFileContentSource.
struct EvalSourceItem {
    raw_json item{};           // an object, as the eval's schema says
    field<raw_json> sample{};  // an object: the answer of a model
    extra_members extra{};
    friend bool operator==(const EvalSourceItem&, const EvalSourceItem&) = default;
};

// OpenAI: EvalJsonlFileContentSource. The items themselves.
struct EvalFileContentSource {
    static constexpr wire_tag tag{"type", "file_content"};
    std::vector<EvalSourceItem> content{};
    extra_members extra{};
    friend bool operator==(const EvalFileContentSource&, const EvalFileContentSource&) = default;
};

// OpenAI: EvalJsonlFileIdSource. An uploaded file, a JSON object per line.
struct EvalFileIdSource {
    static constexpr wire_tag tag{"type", "file_id"};
    std::string id{};
    extra_members extra{};
    friend bool operator==(const EvalFileIdSource&, const EvalFileIdSource&) = default;
};

// OpenAI: EvalStoredCompletionsSource. Stored chat completions.
struct EvalStoredCompletionsSource {
    static constexpr wire_tag tag{"type", "stored_completions"};
    field<std::int64_t> created_after{};   // Unix time in seconds
    field<std::int64_t> created_before{};  // Unix time in seconds
    field<std::int64_t> limit{};           // entries
    field<raw_json> metadata{};            // an object: only those that have all of it
    field<std::string> model{};
    extra_members extra{};
    friend bool operator==(const EvalStoredCompletionsSource&,
                           const EvalStoredCompletionsSource&) = default;
};

// OpenAI: EvalResponsesSource. Stored responses; only those that the members match.
struct EvalResponsesSource {
    static constexpr wire_tag tag{"type", "responses"};
    field<std::int64_t> created_after{};       // Unix time in seconds
    field<std::int64_t> created_before{};      // Unix time in seconds
    field<std::string> instructions_search{};  // a text in the instructions
    field<raw_json> metadata{};                // an object
    field<std::string> model{};
    field<open_enum<ReasoningEffort>> reasoning_effort{};
    field<double> temperature{};
    field<std::vector<std::string>> tools{};  // names
    field<double> top_p{};
    field<std::vector<std::string>> users{};
    extra_members extra{};
    friend bool operator==(const EvalResponsesSource&, const EvalResponsesSource&) = default;
};

// Where a run's items come from. jsonl has the first two, completions and responses one more each.
using EvalRunSource = std::variant<EvalFileContentSource, EvalFileIdSource,
                                   EvalStoredCompletionsSource, EvalResponsesSource, raw_json>;

// OpenAI: TemplateInputMessages. Messages with references to an item's members.
struct EvalMessageTemplate {
    static constexpr wire_tag tag{"type", "template"};
    std::vector<EvalItem> template_{};
    extra_members extra{};
    friend bool operator==(const EvalMessageTemplate&, const EvalMessageTemplate&) = default;
};

// OpenAI: ItemReferenceInputMessages. A member of the item that has the messages, such as
// "item.input_trajectory".
struct EvalItemReference {
    static constexpr wire_tag tag{"type", "item_reference"};
    std::string item_reference{};
    extra_members extra{};
    friend bool operator==(const EvalItemReference&, const EvalItemReference&) = default;
};

// The messages that a run sends.
using EvalInputMessages = std::variant<EvalMessageTemplate, EvalItemReference, raw_json>;

// OpenAI: the sampling_params member of CreateEvalCompletionsRunDataSource.
struct EvalCompletionsSampling {
    field<std::int64_t> max_completion_tokens{};
    field<open_enum<ReasoningEffort>> reasoning_effort{};
    field<ResponseFormat> response_format{};
    field<std::int64_t> seed{};
    field<double> temperature{};
    field<std::vector<Tool>> tools{};
    field<double> top_p{};
    extra_members extra{};
    friend bool operator==(const EvalCompletionsSampling&,
                           const EvalCompletionsSampling&) = default;
};

// OpenAI: the sampling_params member of CreateEvalResponsesRunDataSource.
struct EvalResponsesSampling {
    field<std::int64_t> max_completion_tokens{};
    field<open_enum<ReasoningEffort>> reasoning_effort{};
    field<std::int64_t> seed{};
    field<double> temperature{};
    field<ResponseTextParam> text{};
    field<std::vector<ResponseTool>> tools{};
    field<double> top_p{};
    extra_members extra{};
    friend bool operator==(const EvalResponsesSampling&, const EvalResponsesSampling&) = default;
};

// OpenAI: CreateEvalJsonlRunDataSource. Items that need no model.
struct EvalJsonlDataSource {
    static constexpr wire_tag tag{"type", "jsonl"};
    EvalRunSource source{};
    extra_members extra{};
    friend bool operator==(const EvalJsonlDataSource&, const EvalJsonlDataSource&) = default;
};

// OpenAI: CreateEvalCompletionsRunDataSource. A model answers by chat completions.
struct EvalCompletionsDataSource {
    static constexpr wire_tag tag{"type", "completions"};
    EvalRunSource source{};
    field<EvalInputMessages> input_messages{};
    field<std::string> model{};
    field<EvalCompletionsSampling> sampling_params{};
    extra_members extra{};
    friend bool operator==(const EvalCompletionsDataSource&,
                           const EvalCompletionsDataSource&) = default;
};

// OpenAI: CreateEvalResponsesRunDataSource. A model answers by responses.
struct EvalResponsesDataSource {
    static constexpr wire_tag tag{"type", "responses"};
    EvalRunSource source{};
    field<EvalInputMessages> input_messages{};
    field<std::string> model{};
    field<EvalResponsesSampling> sampling_params{};
    extra_members extra{};
    friend bool operator==(const EvalResponsesDataSource&,
                           const EvalResponsesDataSource&) = default;
};

// What a run does.
using EvalRunDataSource =
    std::variant<EvalJsonlDataSource, EvalCompletionsDataSource, EvalResponsesDataSource, raw_json>;

// OpenAI: EvalApiError.
struct EvalApiError {
    field<std::string> code{};
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const EvalApiError&, const EvalApiError&) = default;
};

// OpenAI: an entry of a run's per_model_usage.
struct EvalModelUsage {
    field<std::string> model_name{};
    field<std::int64_t> invocation_count{};
    field<std::int64_t> prompt_tokens{};
    field<std::int64_t> completion_tokens{};
    field<std::int64_t> total_tokens{};
    field<std::int64_t> cached_tokens{};
    extra_members extra{};
    friend bool operator==(const EvalModelUsage&, const EvalModelUsage&) = default;
};

// OpenAI: an entry of a run's per_testing_criteria_results.
struct EvalCriteriaResult {
    field<std::string> testing_criteria{};
    field<std::int64_t> passed{};
    field<std::int64_t> failed{};
    extra_members extra{};
    friend bool operator==(const EvalCriteriaResult&, const EvalCriteriaResult&) = default;
};

// OpenAI: the result_counts member of a run.
struct EvalResultCounts {
    field<std::int64_t> total{};
    field<std::int64_t> errored{};
    field<std::int64_t> failed{};
    field<std::int64_t> passed{};
    extra_members extra{};
    friend bool operator==(const EvalResultCounts&, const EvalResultCounts&) = default;
};

// OpenAI: EvalRun.
struct EvalRun {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> eval_id{};
    field<std::string> name{};
    field<std::string> status{};  // "queued", "in_progress", "completed", "canceled" or "failed"
    field<std::string> model{};
    field<EvalRunDataSource> data_source{};
    field<EvalApiError> error{};
    field<std::string> report_url{};
    field<EvalResultCounts> result_counts{};
    field<std::vector<EvalModelUsage>> per_model_usage{};
    field<std::vector<EvalCriteriaResult>> per_testing_criteria_results{};
    field<raw_json> metadata{};  // an object
    extra_members extra{};
    friend bool operator==(const EvalRun&, const EvalRun&) = default;
};

// POST /evals/{eval_id}/runs (OpenAI: CreateEvalRunRequest). Response: EvalRun.
struct CreateEvalRunRequest {
    path_parameter eval_id{};
    EvalRunDataSource data_source{};
    field<raw_json> metadata{};  // an object with up to 16 texts
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const CreateEvalRunRequest&, const CreateEvalRunRequest&) = default;
};

// GET /evals/{eval_id}/runs/{run_id}. Response: EvalRun.
struct RetrieveEvalRunRequest {
    path_parameter eval_id{};
    path_parameter run_id{};
    extra_members extra{};
    friend bool operator==(const RetrieveEvalRunRequest&, const RetrieveEvalRunRequest&) = default;
};

// GET /evals/{eval_id}/runs. Response: EvalRunList.
struct ListEvalRunsRequest {
    path_parameter eval_id{};
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page
    field<std::string> order{};   // "asc" or "desc"
    field<std::string> status{};  // "queued", "in_progress", "completed", "canceled" or "failed"
    extra_members extra{};
    friend bool operator==(const ListEvalRunsRequest&, const ListEvalRunsRequest&) = default;
};

// DELETE /evals/{eval_id}/runs/{run_id}. Response: DeletedEvalRun.
struct DeleteEvalRunRequest {
    path_parameter eval_id{};
    path_parameter run_id{};
    extra_members extra{};
    friend bool operator==(const DeleteEvalRunRequest&, const DeleteEvalRunRequest&) = default;
};

// POST /evals/{eval_id}/runs/{run_id}/cancel. Response: EvalRun.
struct CancelEvalRunRequest {
    path_parameter eval_id{};
    path_parameter run_id{};
    extra_members extra{};
    friend bool operator==(const CancelEvalRunRequest&, const CancelEvalRunRequest&) = default;
};

// OpenAI: EvalRunList. A page of runs.
struct EvalRunList {
    field<std::string> object{};
    std::vector<EvalRun> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const EvalRunList&, const EvalRunList&) = default;
};

// The response to DeleteEvalRunRequest.
struct DeletedEvalRun {
    field<std::string> object{};
    field<bool> deleted{};
    field<std::string> run_id{};
    extra_members extra{};
    friend bool operator==(const DeletedEvalRun&, const DeletedEvalRun&) = default;
};

// GET /evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}. Response: EvalRunOutputItem.
struct RetrieveEvalRunOutputItemRequest {
    path_parameter eval_id{};
    path_parameter run_id{};
    path_parameter output_item_id{};
    extra_members extra{};
    friend bool operator==(const RetrieveEvalRunOutputItemRequest&,
                           const RetrieveEvalRunOutputItemRequest&) = default;
};

// GET /evals/{eval_id}/runs/{run_id}/output_items. Response: EvalRunOutputItemList.
struct ListEvalRunOutputItemsRequest {
    path_parameter eval_id{};
    path_parameter run_id{};
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page
    field<std::string> order{};   // "asc" or "desc"
    field<std::string> status{};  // "fail" or "pass"
    extra_members extra{};
    friend bool operator==(const ListEvalRunOutputItemsRequest&,
                           const ListEvalRunOutputItemsRequest&) = default;
};

// OpenAI: EvalRunOutputItemResult. What a grader said; it may add members.
struct EvalRunOutputItemResult {
    field<std::string> name{};  // of the grader
    field<std::string> type{};
    field<bool> passed{};
    field<double> score{};
    field<raw_json> sample{};  // an object: the grader's own output
    extra_members extra{};
    friend bool operator==(const EvalRunOutputItemResult&,
                           const EvalRunOutputItemResult&) = default;
};

// A message of a sample.
struct EvalSampleMessage {
    field<std::string> role{};
    field<std::string> content{};
    extra_members extra{};
    friend bool operator==(const EvalSampleMessage&, const EvalSampleMessage&) = default;
};

// OpenAI: the usage of a sample.
struct EvalSampleUsage {
    field<std::int64_t> prompt_tokens{};
    field<std::int64_t> completion_tokens{};
    field<std::int64_t> total_tokens{};
    field<std::int64_t> cached_tokens{};
    extra_members extra{};
    friend bool operator==(const EvalSampleUsage&, const EvalSampleUsage&) = default;
};

// OpenAI: the sample member of an output item. What the model was asked and what it answered.
struct EvalSample {
    field<std::string> model{};
    field<std::vector<EvalSampleMessage>> input{};
    field<std::vector<EvalSampleMessage>> output{};
    field<std::string> finish_reason{};
    field<EvalSampleUsage> usage{};
    field<EvalApiError> error{};
    field<std::int64_t> max_completion_tokens{};
    field<std::int64_t> seed{};
    field<double> temperature{};
    field<double> top_p{};
    extra_members extra{};
    friend bool operator==(const EvalSample&, const EvalSample&) = default;
};

// OpenAI: EvalRunOutputItem. The result of one item.
struct EvalRunOutputItem {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> eval_id{};
    field<std::string> run_id{};
    field<std::string> status{};  // such as "pass" or "fail"
    field<std::int64_t> datasource_item_id{};
    field<raw_json> datasource_item{};  // an object
    field<std::vector<EvalRunOutputItemResult>> results{};
    field<EvalSample> sample{};
    extra_members extra{};
    friend bool operator==(const EvalRunOutputItem&, const EvalRunOutputItem&) = default;
};

// OpenAI: EvalRunOutputItemList. A page of output items.
struct EvalRunOutputItemList {
    field<std::string> object{};
    std::vector<EvalRunOutputItem> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const EvalRunOutputItemList&, const EvalRunOutputItemList&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
