#include <oaiwire/types/graders.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace graders_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("a grader of any kind is written as it was read") {
    CHECK(text_comes_back<EvalItem>(1));
    CHECK(text_comes_back<StringCheckGrader>(2));
    CHECK(text_comes_back<TextSimilarityGrader>(3));
    CHECK(text_comes_back<PythonGrader>(4));
    CHECK(text_comes_back<ScoreModelGrader>(5));
    CHECK(text_comes_back<LabelModelGrader>(6));
    CHECK(text_comes_back<MultiGrader>(7));
}

TEST_CASE("the type tells the graders apart; others are kept as raw JSON") {
    CHECK(chooses<StringCheckGrader, Grader>(
        R"({"type":"string_check","name":"n","input":"i","operation":"ilike","reference":"r"})"));
    CHECK(chooses<TextSimilarityGrader, Grader>(
        R"({"type":"text_similarity","name":"n","input":"i","reference":"r",)"
        R"("evaluation_metric":"rouge_l","pass_threshold":0.5})"));
    CHECK(chooses<PythonGrader, Grader>(
        R"({"type":"python","name":"n","source":"def grade(): ...","image_tag":"2025-05-08"})"));
    CHECK(chooses<ScoreModelGrader, Grader>(
        R"({"type":"score_model","name":"n","model":"m","input":[{"content":"a","role":"user"}],)"
        R"("range":[0,1],"sampling_params":{"max_completions_tokens":5,"reasoning_effort":"low",)"
        R"("seed":1,"temperature":0.5,"top_p":1}})"));
    CHECK(chooses<LabelModelGrader, Grader>(
        R"({"type":"label_model","name":"n","model":"m","input":[],"labels":["a","b"],)"
        R"("passing_labels":["a"]})"));
    CHECK(chooses<MultiGrader, Grader>(
        R"({"type":"multi","name":"n","calculate_output":"a + b","graders":{"type":"python",)"
        R"("name":"a","source":"s"}})"));
    CHECK(chooses<raw_json, Grader>(R"({"type":"later","name":"n"})"));
}

TEST_CASE("a multi grader's map from names to graders is kept") {
    const char* const text =
        R"({"type":"multi","name":"n","calculate_output":"a","graders":{"a":{"type":"python"}}})";
    CHECK(std::holds_alternative<raw_json>(from_json<MultiGrader>(text).graders));
    CHECK(rewritten<MultiGrader>(text) == text);
}

TEST_CASE("the content of a template's message is a text, a part or a list of both") {
    CHECK(chooses<std::string, EvalItemContent>(R"("{{item.a}}")"));
    CHECK(chooses<InputTextContent, EvalItemContent>(R"({"type":"input_text","text":"a"})"));
    CHECK(chooses<OutputTextContent, EvalItemContent>(R"({"type":"output_text","text":"a"})"));
    CHECK(chooses<InputImageContent, EvalItemContent>(
        R"({"type":"input_image","image_url":"u","detail":"auto"})"));
    CHECK(chooses<InputAudioContent, EvalItemContent>(
        R"({"type":"input_audio","input_audio":{"data":"AA==","format":"mp3"}})"));
    const char* const list = R"(["a",{"type":"input_text","text":"b"}])";
    CHECK(chooses<std::vector<GraderInput>, EvalItemContent>(list));
    CHECK(std::get<std::string>(from_json<std::vector<GraderInput>>(list)[0]) == "a");
}

}  // namespace graders_types_tests
