#include <oaiwire/types/response_items.hpp>
//
#include <support/catch.hpp>

#include <variant>
#include <vector>

using namespace oaiwire;

TEST_CASE("an answer's items may stand in the next question's input") {
    const std::vector<ResponseItem> output{
        ReasoningItem{.id = "rs_1", .encrypted_content = "sealed"},
        FunctionToolCall{.call_id = "call_1", .name = "f", .arguments = "{}"}};
    std::vector<ResponseItem> input{ResponseMessage{.role = Role::user, .content = "Go."}};
    input.insert(input.end(), output.begin(), output.end());
    input.push_back(FunctionToolCallOutput{.call_id = "call_1", .output = "done"});
    const ResponseInput whole = input;
    CHECK(std::get<std::vector<ResponseItem>>(whole).size() == 4);
    CHECK(std::get<FunctionToolCall>(input[2]).call_id == "call_1");
}

TEST_CASE("a message has no type unless one is given, a text has") {
    CHECK(ResponseMessage{}.type.is_absent());
    CHECK(OutputTextContent{}.type == OutputTextContent::tag_values[0]);
    CHECK(MCPToolCall{}.type == MCPToolCall::tag_values[0]);
    CHECK(ResponseMessage::tag_values[1] == "");
}

TEST_CASE("parts of a message are told apart by what they are") {
    const ResponseMessage message{
        .role = Role::user,
        .content = std::vector<ResponseContentPart>{
            InputTextContent{.text = "What is this?"},
            InputImageContent{.image_url = "https://example.com/a.png", .detail = ImageDetail::low},
            InputFileContent{.file_id = "file_1"},
            InputAudioContent{.input_audio = {.data = "UklG", .format = InputAudioFormat::wav}}}};
    const auto& parts = std::get<std::vector<ResponseContentPart>>(*message.content);
    CHECK(std::holds_alternative<InputTextContent>(parts.at(0)));
    CHECK(std::get<InputImageContent>(parts.at(1)).detail == "low");
    CHECK(std::get<InputFileContent>(parts.at(2)).file_id == "file_1");
    CHECK(std::get<InputAudioContent>(parts.at(3)).input_audio.format == "wav");
}
