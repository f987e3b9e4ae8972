// Evals: tests of models. What is tested, and by which graders.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/graders.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: CreateEvalCustomDataSourceConfig, EvalCustomDataSourceConfig. Items of a schema that the
// program gives.
struct EvalCustomDataSource {
    static constexpr wire_tag tag{"type", "custom"};
    field<raw_json> item_schema{};        // requests: the JSON Schema of an item
    field<bool> include_sample_schema{};  // requests: whether graders may refer to samples
    field<raw_json> schema{};             // responses: the JSON Schema of items and samples
    extra_members extra{};
    friend bool operator==(const EvalCustomDataSource&, const EvalCustomDataSource&) = default;
};

// OpenAI: CreateEvalLogsDataSourceConfig, EvalLogsDataSourceConfig. Responses that the server has
// logged.
struct EvalLogsDataSource {
    static constexpr wire_tag tag{"type", "logs"};
    field<raw_json> metadata{};  // an object: only those that have all of it
    field<raw_json> schema{};    // responses only
    extra_members extra{};
    friend bool operator==(const EvalLogsDataSource&, const EvalLogsDataSource&) = default;
};

// OpenAI: CreateEvalStoredCompletionsDataSourceConfig, EvalStoredCompletionsDataSourceConfig.
// Deprecated; use logs.
struct EvalStoredCompletionsDataSource {
    static constexpr wire_tag tag{"type", "stored_completions"};
    field<raw_json> metadata{};  // an object: only those that have all of it
    field<raw_json> schema{};    // responses only
    extra_members extra{};
    friend bool operator==(const EvalStoredCompletionsDataSource&,
                           const EvalStoredCompletionsDataSource&) = default;
};

// Where the items of an eval come from. Others are kept as raw JSON.
using EvalDataSourceConfig = std::variant<EvalCustomDataSource, EvalLogsDataSource,
                                          EvalStoredCompletionsDataSource, raw_json>;

// OpenAI: Eval.
struct Eval {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> name{};
    field<EvalDataSourceConfig> data_source_config{};
    field<std::vector<Grader>> testing_criteria{};
    field<raw_json> metadata{};  // an object
    extra_members extra{};
    friend bool operator==(const Eval&, const Eval&) = default;
};

// POST /evals (OpenAI: CreateEvalRequest). Response: Eval.
struct CreateEvalRequest {
    EvalDataSourceConfig data_source_config{};
    std::vector<Grader> testing_criteria{};  // for all items
    field<raw_json> metadata{};              // an object with up to 16 texts
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const CreateEvalRequest&, const CreateEvalRequest&) = default;
};

// GET /evals/{eval_id}. Response: Eval.
struct RetrieveEvalRequest {
    path_parameter eval_id{};
    extra_members extra{};
    friend bool operator==(const RetrieveEvalRequest&, const RetrieveEvalRequest&) = default;
};

// POST /evals/{eval_id}. Response: Eval.
struct UpdateEvalRequest {
    path_parameter eval_id{};
    field<raw_json> metadata{};  // an object with up to 16 texts
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const UpdateEvalRequest&, const UpdateEvalRequest&) = default;
};

// DELETE /evals/{eval_id}. Response: DeletedEval.
struct DeleteEvalRequest {
    path_parameter eval_id{};
    extra_members extra{};
    friend bool operator==(const DeleteEvalRequest&, const DeleteEvalRequest&) = default;
};

// GET /evals. Response: EvalList.
struct ListEvalsRequest {
    field<std::string> after{};     // the last id of the previous page
    field<std::int64_t> limit{};    // entries per page
    field<std::string> order{};     // "asc" or "desc"
    field<std::string> order_by{};  // "created_at" or "updated_at"
    extra_members extra{};
    friend bool operator==(const ListEvalsRequest&, const ListEvalsRequest&) = default;
};

// OpenAI: EvalList. A page of evals.
struct EvalList {
    field<std::string> object{};
    std::vector<Eval> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const EvalList&, const EvalList&) = default;
};

// The response to DeleteEvalRequest.
struct DeletedEval {
    field<std::string> object{};
    field<bool> deleted{};
    field<std::string> eval_id{};
    extra_members extra{};
    friend bool operator==(const DeletedEval&, const DeletedEval&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
