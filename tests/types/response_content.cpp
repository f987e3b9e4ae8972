#include <oaiwire/types/response_content.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

#include <support/json_of.hpp>

namespace response_content_tests {

using namespace oaiwire;
using support::chooses;
using support::json_of;

TEST_CASE("output text has type output_text by default and keeps the type text") {
    CHECK(json_of(OutputTextContent{.text = "a"}) == R"({"type":"output_text","text":"a"})");
    CHECK(chooses<OutputTextContent, ResponseContentPart>(R"({"type":"output_text","text":"a"})"));
    CHECK(chooses<OutputTextContent, ResponseContentPart>(R"({"type":"text","text":"a"})"));
}

TEST_CASE("a Responses content part is identified by type; unknown types are kept as JSON") {
    using part = ResponseContentPart;
    CHECK(chooses<InputTextContent, part>(R"({"type":"input_text","text":"What is this?"})"));
    CHECK(chooses<InputImageContent, part>(
        R"({"type":"input_image","image_url":"https://example.com/a.png","detail":"low"})"));
    CHECK(chooses<InputFileContent, part>(R"({"type":"input_file","file_id":"file_1"})"));
    CHECK(chooses<InputAudioContent, part>(
        R"({"type":"input_audio","input_audio":{"data":"UklG","format":"wav"}})"));
    CHECK(chooses<RefusalContent, part>(R"({"type":"refusal","refusal":"no"})"));
    CHECK(chooses<ReasoningTextContent, part>(R"({"type":"reasoning_text","text":"hm"})"));
    CHECK(chooses<SummaryTextContent, part>(R"({"type":"summary_text","text":"hm"})"));
    CHECK(chooses<ComputerScreenshotContent, part>(
        R"({"type":"computer_screenshot","image_url":null,"file_id":"file_1","detail":"high"})"));
    CHECK(chooses<raw_json, part>(R"({"type":"later","image_url":null})"));
    CHECK(chooses<raw_json, part>(R"({"text":"a"})"));
}

TEST_CASE("content of a Responses message is a text or a list of parts") {
    CHECK(chooses<std::string, ResponseContent>(R"("a")"));
    CHECK(chooses<std::vector<ResponseContentPart>, ResponseContent>("[]"));
    CHECK(chooses<std::vector<ResponseContentPart>, ResponseContent>(
        R"([{"type":"output_text","text":"a","annotations":[{"type":"url_citation",)"
        R"("start_index":0,"end_index":1,"url":"https://example.com","title":"t"}]}])"));
}

}  // namespace response_content_tests
