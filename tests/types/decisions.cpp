#include <oaiwire/types/decisions.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace decisions_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("decisions are written as they were read") {
    CHECK(text_comes_back<CreateDecisionRequest>(1));
    CHECK(text_comes_back<Decision>(2));
}

TEST_CASE("the input of a decision is a text, or messages and calls of tools") {
    CHECK(chooses<std::string, DecisionInput>(R"("text")"));
    const char* const text =
        R"([{"role":"user","content":[{"type":"input_text","text":"a","prompt_cache_breakpoint":)"
        R"({"mode":"explicit"}},{"type":"input_image","image_url":"u","detail":"original"},)"
        R"({"type":"input_json","data":{"k":1}}]},)"
        R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"b"},)"
        R"({"type":"refusal","refusal":"no"}],"phase":"commentary"},)"
        R"({"type":"function_call","call_id":"c","name":"f","arguments":"{}","id":"i",)"
        R"("namespace":"n","status":"completed"},)"
        R"({"type":"function_call_output","call_id":"c","output":"o","status":null},)"
        R"({"type":"custom_tool_call","call_id":"c","name":"f","input":"x"},)"
        R"({"type":"custom_tool_call_output","call_id":"c","output":[{"type":"input_text",)"
        R"("text":"t"}]},{"type":"later"}])";
    const auto input = std::get<1>(from_json<DecisionInput>(text));
    REQUIRE(input.size() == 7);
    for (std::size_t i = 0; i != input.size(); ++i) {
        CHECK(input[i].index() == std::array{0U, 0U, 1U, 2U, 3U, 4U, 5U}[i]);
    }
    CHECK(json_of(input) == text);
}

TEST_CASE("the type tells questions and answers apart") {
    CHECK(chooses<DecisionPredicateQuestion, DecisionQuestion>(
        R"({"type":"predicate","instructions":"It rains.","name":"rain"})"));
    CHECK(chooses<DecisionChoiceQuestion, DecisionQuestion>(
        R"({"type":"choice","instructions":[{"type":"input_text","text":"t"}],"choices":)"
        R"([{"value":"true","description":"d"},{"value":true}]})"));
    CHECK(chooses<DecisionScoreQuestion, DecisionQuestion>(
        R"({"type":"score","instructions":"i","levels":[{"label":"l","description":"d"}]})"));
    CHECK(chooses<DecisionPredicateAnswer, DecisionAnswer>(
        R"({"type":"predicate","name":null,"probability":0.25})"));
    CHECK(chooses<DecisionChoiceAnswer, DecisionAnswer>(
        R"({"type":"choice","name":"n","choice":true,"confidence":0.5,"probabilities":)"
        R"([{"value":"true","probability":0.5},{"value":true,"probability":0.5}]})"));
    CHECK(chooses<DecisionScoreAnswer, DecisionAnswer>(
        R"({"type":"score","name":"n","score":1.5,"confidence":1,"probabilities":)"
        R"([{"label":"l","value":1,"probability":1}]})"));
    CHECK(chooses<DecisionRefusalAnswer, DecisionAnswer>(R"({"type":"refusal","name":"n"})"));
    CHECK(chooses<raw_json, DecisionAnswer>(R"({"type":"later"})"));
}

TEST_CASE("a decision keeps members that are not known") {
    const char* const text =
        R"({"answers":[],"model":"m","usage":{"input_tokens":5,"input_tokens_details":)"
        R"({"cached_tokens":1,"cache_write_tokens":2},"output_tokens":1,"output_tokens_details":)"
        R"({"reasoning_tokens":0},"total_tokens":6},"later":1})";
    const auto decision = from_json<Decision>(text);
    CHECK(decision.usage->input_tokens_details->cache_write_tokens == 2);
    CHECK(decision.extra.find("later") == "1");
    CHECK(json_of(decision) == text);
    CHECK(rewritten<Decision>("{}") == "{}");
}

}  // namespace decisions_types_tests
