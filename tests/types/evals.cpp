#include <oaiwire/types/evals.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace evals_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("requests and responses of evals are written as they were read") {
    CHECK(text_comes_back<CreateEvalRequest>(1));
    CHECK(text_comes_back<UpdateEvalRequest>(2));
    CHECK(text_comes_back<ListEvalsRequest>(3));
    CHECK(text_comes_back<EvalList>(4));
    CHECK(text_comes_back<DeletedEval>(5));
}

TEST_CASE("an eval has a source of items and graders") {
    const char* const text =
        R"({"id":"eval_1","object":"eval","created_at":5,"name":"n","data_source_config":)"
        R"({"type":"custom","schema":{"type":"object"}},"testing_criteria":[{"type":"python",)"
        R"("name":"p","source":"s","pass_threshold":1}],"metadata":{"k":"v"},"later":1})";
    const auto eval = from_json<Eval>(text);
    CHECK(std::get<EvalCustomDataSource>(*eval.data_source_config).schema->text() ==
          R"({"type":"object"})");
    CHECK(std::get<PythonGrader>(eval.testing_criteria->at(0)).pass_threshold == 1.0);
    CHECK(eval.extra.find("later") == "1");
    CHECK(json_of(eval) == text);
    CHECK(rewritten<Eval>("{}") == "{}");
}

TEST_CASE("the type tells the sources of an eval apart") {
    CHECK(chooses<EvalLogsDataSource, EvalDataSourceConfig>(
        R"({"type":"logs","metadata":{"a":"b"}})"));
    CHECK(chooses<EvalStoredCompletionsDataSource, EvalDataSourceConfig>(
        R"({"type":"stored_completions","metadata":null,"schema":{}})"));
    CHECK(chooses<raw_json, EvalDataSourceConfig>(R"({"type":"later"})"));
}

}  // namespace evals_types_tests
