#include <oaiwire/types/response_content.hpp>
//
#include <support/catch.hpp>

#include <variant>
#include <vector>

namespace response_content_tests {

using namespace oaiwire;

TEST_CASE("output text has type output_text by default") {
    CHECK(OutputTextContent{}.type == OutputTextContent::tag_values[0]);
}

TEST_CASE("content parts have their types") {
    const ResponseContent content = std::vector<ResponseContentPart>{
        InputTextContent{.text = "What is this?"},
        InputImageContent{.image_url = "https://example.com/a.png", .detail = ImageDetail::low},
        InputFileContent{.file_id = "file_1"},
        InputAudioContent{.input_audio = {.data = "UklG", .format = InputAudioFormat::wav}}};
    const auto& parts = std::get<std::vector<ResponseContentPart>>(content);
    CHECK(std::holds_alternative<InputTextContent>(parts.at(0)));
    CHECK(std::get<InputImageContent>(parts.at(1)).detail == "low");
    CHECK(std::get<InputFileContent>(parts.at(2)).file_id == "file_1");
    CHECK(std::get<InputAudioContent>(parts.at(3)).input_audio.format == "wav");
}

}  // namespace response_content_tests
