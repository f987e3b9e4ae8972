#include <oaiwire/types/evals_runs.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace evals_runs_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("requests and responses of runs are written as they were read") {
    CHECK(text_comes_back<CreateEvalRunRequest>(1));
    CHECK(text_comes_back<EvalRunList>(2));
    CHECK(text_comes_back<DeletedEvalRun>(3));
    CHECK(text_comes_back<EvalRunOutputItemList>(4));
}

TEST_CASE("the type tells the sources of a run apart") {
    CHECK(chooses<EvalJsonlDataSource, EvalRunDataSource>(
        R"({"type":"jsonl","source":{"type":"file_id","id":"file-1"}})"));
    CHECK(chooses<EvalJsonlDataSource, EvalRunDataSource>(
        R"({"type":"jsonl","source":{"type":"file_content","content":[{"item":{"a":1},)"
        R"("sample":{"b":2}}]}})"));
    CHECK(chooses<EvalCompletionsDataSource, EvalRunDataSource>(
        R"({"type":"completions","source":{"type":"stored_completions","created_after":1,)"
        R"("created_before":2,"limit":3,"metadata":{},"model":"m"},"input_messages":)"
        R"({"type":"template","template":[{"content":"{{item.a}}","role":"user"}]},"model":"m",)"
        R"("sampling_params":{"max_completion_tokens":9,"reasoning_effort":"high",)"
        R"("response_format":{"type":"json_object"},"seed":1,"temperature":0,"tools":[{"type":)"
        R"("function","function":{"name":"f"}}],"top_p":1}})"));
    CHECK(chooses<EvalResponsesDataSource, EvalRunDataSource>(
        R"({"type":"responses","source":{"type":"responses","created_after":1,)"
        R"("instructions_search":"s","model":"m","reasoning_effort":"low","temperature":1,)"
        R"("tools":["t"],"top_p":1,"users":["u"]},"input_messages":{"type":"item_reference",)"
        R"("item_reference":"item.x"},"model":"m","sampling_params":{"text":{"format":)"
        R"({"type":"text"}},"tools":[{"type":"function","name":"f"}]}})"));
    CHECK(chooses<raw_json, EvalRunDataSource>(R"({"type":"later"})"));
}

TEST_CASE("an output item has what the model answered and what the graders said") {
    const char* const text =
        R"({"id":"o","object":"eval.run.output_item","created_at":1,"eval_id":"e","run_id":"r",)"
        R"("status":"pass","datasource_item_id":5,"datasource_item":{"a":1},"results":[{"name":)"
        R"("g","type":"python","passed":true,"score":0.5,"sample":null,"own":"kept"}],"sample":)"
        R"({"model":"m","input":[{"role":"user","content":"q"}],"output":[{"role":"assistant",)"
        R"("content":"a"}],"finish_reason":"stop","usage":{"prompt_tokens":1,)"
        R"("completion_tokens":2,"total_tokens":3,"cached_tokens":0},"error":{"code":"c",)"
        R"("message":"m"},"max_completion_tokens":7,"seed":4,"temperature":1,"top_p":1}})";
    const auto item = from_json<EvalRunOutputItem>(text);
    CHECK(item.results->at(0).extra.find("own") == R"("kept")");
    CHECK(item.sample->output->at(0).content == "a");
    CHECK(json_of(item) == text);
    CHECK(rewritten<EvalRunOutputItem>("{}") == "{}");
}

}  // namespace evals_runs_types_tests
