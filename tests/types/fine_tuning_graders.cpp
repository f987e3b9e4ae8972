#include <oaiwire/types/fine_tuning_graders.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace fine_tuning_graders_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("grader runs are written as they were read") {
    CHECK(text_comes_back<RunGraderRequest>(1));
    CHECK(text_comes_back<RunGraderResponse>(2));
    CHECK(text_comes_back<ValidateGraderRequest>(3));
    CHECK(text_comes_back<ValidateGraderResponse>(4));
}

TEST_CASE("a grader run has a reward, its parts and what went wrong") {
    const char* const text =
        R"({"reward":0.5,"metadata":{"name":"n","type":"python","errors":{)"
        R"("formula_parse_error":false,"invalid_variable_error":false,)"
        R"("model_grader_parse_error":false,"model_grader_refusal_error":false,)"
        R"("model_grader_server_error":false,"model_grader_server_error_details":null,)"
        R"("other_error":false,"python_grader_runtime_error":true,)"
        R"("python_grader_runtime_error_details":"d","python_grader_server_error":false,)"
        R"("python_grader_server_error_type":null,"sample_parse_error":false,)"
        R"("truncated_observation_error":false,"unresponsive_reward_error":false},)"
        R"("execution_time":0.25,"scores":{"a":1},"token_usage":null,"sampled_model_name":null},)"
        R"("sub_rewards":{},"model_grader_token_usage_per_model":{}})";
    const auto run = from_json<RunGraderResponse>(text);
    CHECK(run.metadata->errors->python_grader_runtime_error == true);
    CHECK(run.metadata->errors->extra.empty());
    CHECK(run.extra.empty());
    CHECK(json_of(run) == text);
}

}  // namespace fine_tuning_graders_types_tests
