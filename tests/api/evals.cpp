#include <oaiwire/evals.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/operation_call.hpp>

namespace evals_tests {

using namespace oaiwire;
using support::operation_call;
using support::second_page;
using support::wrong;

namespace {

constexpr std::string_view eval =
    R"({"id":"eval_1","object":"eval","created_at":1,"name":"n","data_source_config":)"
    R"({"type":"logs","metadata":{"a":"b"},"schema":{}},"testing_criteria":[{"type":)"
    R"("string_check","name":"s","input":"i","operation":"eq","reference":"r"}],"metadata":{}})";
constexpr std::string_view run =
    R"({"id":"run_1","object":"eval.run","created_at":1,"eval_id":"eval_1","name":"n",)"
    R"("status":"queued","model":"m","data_source":{"type":"jsonl","source":{"type":"file_id",)"
    R"("id":"file-1"}},"error":null,"report_url":"u","result_counts":{"total":3,"errored":0,)"
    R"("failed":1,"passed":2},"per_model_usage":[{"model_name":"m","invocation_count":1,)"
    R"("prompt_tokens":2,"completion_tokens":3,"total_tokens":5,"cached_tokens":0}],)"
    R"("per_testing_criteria_results":[{"testing_criteria":"s","passed":2,"failed":1}],)"
    R"("metadata":null})";
constexpr std::string_view item =
    R"({"id":"o","object":"eval.run.output_item","created_at":1,"eval_id":"e","run_id":"r",)"
    R"("status":"pass","datasource_item_id":5,"datasource_item":{"a":1},"results":[{"name":"g",)"
    R"("passed":true,"score":1}],"sample":{"model":"m","input":[],"output":[],)"
    R"("finish_reason":"stop","usage":null,"error":null,"max_completion_tokens":1,"seed":1,)"
    R"("temperature":1,"top_p":1}})";

}  // namespace

TEST_CASE("createEval: a source of items, and graders") {
    CreateEvalRequest request{.name = "n"};
    request.data_source_config =
        EvalCustomDataSource{.item_schema = raw_json::trusted(R"({"type":"object"})")};
    request.testing_criteria = {StringCheckGrader{.name = "s",
                                                  .input = "{{sample.output_text}}",
                                                  .operation = StringCheckOperation::eq,
                                                  .reference = "{{item.answer}}"}};
    const operation_call call(request, eval);
    CHECK(call.line == "POST /v1/evals");
    CHECK(call.body ==
          R"({"data_source_config":{"type":"custom","item_schema":{"type":"object"}},)"
          R"("testing_criteria":[{"type":"string_check","name":"s","input":)"
          R"("{{sample.output_text}}","operation":"eq","reference":"{{item.answer}}"}],)"
          R"("name":"n"})");
    CHECK(call.is(eval));
    CHECK(validate(request).empty());
}

TEST_CASE("createEval: what each source and grader needs") {
    CHECK(wrong(CreateEvalRequest{}) == "data_source_config.item_schema");
    CreateEvalRequest request{.data_source_config = EvalLogsDataSource{}};
    CHECK(validate(request).empty());
    request.testing_criteria = {StringCheckGrader{}};
    CHECK(wrong(request) == "testing_criteria[0].name testing_criteria[0].operation");
    request.testing_criteria = {TextSimilarityGrader{.name = "n"}};
    CHECK(wrong(request) ==
          "testing_criteria[0].evaluation_metric testing_criteria[0].pass_threshold");
    request.testing_criteria = {PythonGrader{.name = "n"}};
    CHECK(wrong(request) == "testing_criteria[0].source");
    request.testing_criteria = {ScoreModelGrader{.range = {{0, 1, 2}}}};
    CHECK(wrong(request) ==
          "testing_criteria[0].name testing_criteria[0].model testing_criteria[0].input "
          "testing_criteria[0].range");
    LabelModelGrader labels{.name = "n",
                            .model = "m",
                            .input = {{.content = "c", .role = Role::user}},
                            .labels = {"a", "b"},
                            .passing_labels = {"b", "c"}};
    request.testing_criteria = {raw_json(), labels};
    CHECK(wrong(request) == "testing_criteria[1].passing_labels[1]");
    labels.labels.clear();
    labels.passing_labels.clear();
    request.testing_criteria = {labels};
    CHECK(wrong(request) == "testing_criteria[0].labels");
    request.testing_criteria = {
        MultiGrader{.name = "n", .calculate_output = "a", .graders = PythonGrader{.source = "s"}}};
    CHECK(wrong(request) == "testing_criteria[0].graders.name testing_criteria[0]");
}

TEST_CASE("listEvals: by page") {
    const char* const page =
        R"({"object":"list","data":[{"id":"eval_1"}],"first_id":"eval_1","last_id":"eval_1",)"
        R"("has_more":false})";
    const operation_call call(
        ListEvalsRequest{.after = "e", .limit = 5, .order = "asc", .order_by = "updated_at"}, page);
    CHECK(call.line == "GET /v1/evals?after=e&limit=5&order=asc&order_by=updated_at");
    CHECK(call.is(page));
    CHECK(second_page(ListEvalsRequest{}) == "GET /v1/evals?after=a");
    CHECK(validate(ListEvalsRequest{}).empty());
}

TEST_CASE("getEval: by id") {
    const operation_call call(RetrieveEvalRequest{.eval_id = "eval_1"}, eval);
    CHECK(call.line == "GET /v1/evals/eval_1");
    CHECK(call.is(eval));
    CHECK(wrong(RetrieveEvalRequest{}) == "eval_id");
}

TEST_CASE("updateEval: name and metadata") {
    const operation_call call(
        UpdateEvalRequest{
            .eval_id = "eval_1", .metadata = raw_json::trusted(R"({"a":"b"})"), .name = "m"},
        eval);
    CHECK(call.line == "POST /v1/evals/eval_1");
    CHECK(call.body == R"({"metadata":{"a":"b"},"name":"m"})");
    CHECK(call.is(eval));
    CHECK(wrong(UpdateEvalRequest{}) == "eval_id");
}

TEST_CASE("deleteEval: by id") {
    const char* const text = R"({"object":"eval.deleted","deleted":true,"eval_id":"eval_1"})";
    const operation_call call(DeleteEvalRequest{.eval_id = "eval_1"}, text);
    CHECK(call.line == "DELETE /v1/evals/eval_1");
    CHECK(call.is(text));
    CHECK(wrong(DeleteEvalRequest{}) == "eval_id");
}

TEST_CASE("createEvalRun: a source, and how the model is asked") {
    CreateEvalRunRequest request{.eval_id = "eval_1", .name = "n"};
    request.data_source = EvalCompletionsDataSource{
        .source = EvalFileIdSource{.id = "file-1"},
        .input_messages =
            EvalMessageTemplate{.template_ = {{.content = "{{item.q}}", .role = Role::user}}},
        .model = "m",
        .sampling_params = EvalCompletionsSampling{.temperature = 0}};
    const operation_call call(request, run);
    CHECK(call.line == "POST /v1/evals/eval_1/runs");
    CHECK(call.body ==
          R"({"data_source":{"type":"completions","source":{"type":"file_id","id":"file-1"},)"
          R"("input_messages":{"type":"template","template":[{"content":"{{item.q}}",)"
          R"("role":"user"}]},"model":"m","sampling_params":{"temperature":0}},"name":"n"})");
    CHECK(call.is(run));
    CHECK(validate(request).empty());
}

TEST_CASE("createEvalRun: what each source needs") {
    CreateEvalRunRequest request{.eval_id = "e"};
    CHECK(wrong(CreateEvalRunRequest{}) == "eval_id data_source.source.content");
    request.data_source = EvalJsonlDataSource{.source = EvalFileIdSource{}};
    CHECK(wrong(request) == "data_source.source.id");
    request.data_source = EvalResponsesDataSource{.source = EvalResponsesSource{},
                                                  .input_messages = EvalItemReference{}};
    CHECK(wrong(request) == "data_source.input_messages.item_reference");
    request.data_source = EvalCompletionsDataSource{.source = EvalStoredCompletionsSource{},
                                                    .input_messages = EvalMessageTemplate{}};
    CHECK(wrong(request) == "data_source.input_messages.template");
}

TEST_CASE("getEvalRuns: by page, of a status") {
    const char* const page = R"({"object":"list","data":[],"has_more":false})";
    const operation_call call(
        ListEvalRunsRequest{.eval_id = "e", .order = "desc", .status = "failed"}, page);
    CHECK(call.line == "GET /v1/evals/e/runs?order=desc&status=failed");
    CHECK(call.is(page));
    CHECK(second_page(ListEvalRunsRequest{.eval_id = "e"}) == "GET /v1/evals/e/runs?after=a");
    CHECK(wrong(ListEvalRunsRequest{}) == "eval_id");
}

TEST_CASE("getEvalRun: by the ids of both") {
    const operation_call call(RetrieveEvalRunRequest{.eval_id = "e", .run_id = "r"}, run);
    CHECK(call.line == "GET /v1/evals/e/runs/r");
    CHECK(call.is(run));
    CHECK(wrong(RetrieveEvalRunRequest{}) == "eval_id run_id");
}

TEST_CASE("getEvalRun: a run that failed is a response, and says why") {
    const char* const failed = R"({"id":"r","status":"failed","error":{"code":"c","message":"m"}})";
    const operation_call call(RetrieveEvalRunRequest{.eval_id = "e", .run_id = "r"}, failed);
    CHECK(call.error.empty());
    CHECK(call.response->status == "failed");
}

TEST_CASE("cancelEvalRun: a POST without a body") {
    const operation_call call(CancelEvalRunRequest{.eval_id = "e", .run_id = "r"}, run);
    CHECK(call.line == "POST /v1/evals/e/runs/r/cancel");
    CHECK(call.body.empty());
    CHECK(call.is(run));
    CHECK(wrong(CancelEvalRunRequest{.eval_id = "e"}) == "run_id");
}

TEST_CASE("deleteEvalRun: by the ids of both") {
    const char* const text = R"({"object":"eval.run.deleted","deleted":true,"run_id":"r"})";
    const operation_call call(DeleteEvalRunRequest{.eval_id = "e", .run_id = "r"}, text);
    CHECK(call.line == "DELETE /v1/evals/e/runs/r");
    CHECK(call.is(text));
    CHECK(wrong(DeleteEvalRunRequest{.run_id = "r"}) == "eval_id");
}

TEST_CASE("getEvalRunOutputItems: by page, of a status") {
    const std::string page =
        R"({"object":"list","data":[)" + std::string(item) + R"(],"has_more":true})";
    const operation_call call(
        ListEvalRunOutputItemsRequest{.eval_id = "e", .run_id = "r", .limit = 1, .status = "fail"},
        page);
    CHECK(call.line == "GET /v1/evals/e/runs/r/output_items?limit=1&status=fail");
    CHECK(call.is(page));
    CHECK(second_page(ListEvalRunOutputItemsRequest{.eval_id = "e", .run_id = "r"}) ==
          "GET /v1/evals/e/runs/r/output_items?after=a");
    CHECK(wrong(ListEvalRunOutputItemsRequest{}) == "eval_id run_id");
}

TEST_CASE("getEvalRunOutputItem: by three ids") {
    const operation_call call(
        RetrieveEvalRunOutputItemRequest{.eval_id = "e", .run_id = "r", .output_item_id = "o"},
        item);
    CHECK(call.line == "GET /v1/evals/e/runs/r/output_items/o");
    CHECK(call.is(item));
    CHECK(wrong(RetrieveEvalRunOutputItemRequest{}) == "eval_id run_id output_item_id");
}

}  // namespace evals_tests
