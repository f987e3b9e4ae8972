#include <oaiwire/decisions.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/operation_call.hpp>

namespace decisions_tests {

using namespace oaiwire;
using support::operation_call;
using support::second_page;
using support::wrong;

TEST_CASE("createDecision: an input and questions about it") {
    const char* const text =
        R"({"answers":[{"type":"predicate","name":"rain","probability":0.75},{"type":"choice",)"
        R"("name":null,"choice":true,"confidence":0.5,"probabilities":[{"value":true,)"
        R"("probability":0.5}]},{"type":"score","name":null,"score":1,"confidence":1,)"
        R"("probabilities":[{"label":"low","value":0,"probability":0}]},{"type":"refusal",)"
        R"("name":null}],"model":"m","usage":{"input_tokens":1,"input_tokens_details":)"
        R"({"cached_tokens":0,"cache_write_tokens":0},"output_tokens":1,)"
        R"("output_tokens_details":{"reasoning_tokens":0},"total_tokens":2}})";
    const CreateDecisionRequest request{
        .model = "m",
        .input = "It pours.",
        .questions = {DecisionPredicateQuestion{.instructions = "It rains.", .name = "rain"},
                      DecisionChoiceQuestion{.instructions = "Wet?",
                                             .choices = {{.value = true}, {.value = "true"}}},
                      DecisionScoreQuestion{.instructions = "How much?",
                                            .levels = {{.label = "low"}, {.label = "high"}}}}};
    const operation_call call(request, text);
    CHECK(call.line == "POST /v1/decisions");
    CHECK(call.body ==
          R"({"model":"m","input":"It pours.","questions":[{"type":"predicate","instructions":)"
          R"("It rains.","name":"rain"},{"type":"choice","instructions":"Wet?","choices":)"
          R"([{"value":true},{"value":"true"}]},{"type":"score","instructions":"How much?",)"
          R"("levels":[{"label":"low"},{"label":"high"}]}]})");
    CHECK(call.is(text));
    REQUIRE(call.response);
    CHECK(std::get<DecisionPredicateAnswer>(call.response->answers->at(0)).probability == 0.75);
    CHECK(validate(request).empty());
}

TEST_CASE("createDecision: what each question needs") {
    CHECK(wrong(CreateDecisionRequest{}) == "model input questions");
    CreateDecisionRequest request{.model = "m", .input = std::vector<DecisionInputItem>()};
    request.questions = {DecisionPredicateQuestion{}};
    CHECK(wrong(request) == "input questions[0].instructions");
    request.input = "i";
    request.questions.assign(400, DecisionPredicateQuestion{.instructions = "i"});
    CHECK(validate(request).empty());
    request.questions.emplace_back(raw_json());
    CHECK(wrong(request) == "questions");

    DecisionChoiceQuestion choice{.instructions = "i", .choices = {{.value = "a"}}};
    request.questions = {choice};
    CHECK(wrong(request) == "questions[0].choices");
    for (int i = 0; choice.choices.size() != 255; ++i) {
        choice.choices.push_back({.value = std::to_string(i)});
    }
    request.questions = {choice};
    CHECK(validate(request).empty());
    choice.choices[254].value = "0";
    request.questions = {choice};
    CHECK(wrong(request) == "questions[0].choices[254].value");
    choice.choices.resize(256);
    request.questions = {choice, DecisionScoreQuestion{.instructions = "i"}};
    CHECK(wrong(request) == "questions[0].choices questions[1].levels");

    request.questions = {DecisionPredicateQuestion{.instructions = "i"}};
    request.safety_identifier = std::string(64, 'x');
    CHECK(validate(request).empty());
    request.safety_identifier = std::string(65, 'x');
    CHECK(wrong(request) == "safety_identifier");
}

}  // namespace decisions_tests
