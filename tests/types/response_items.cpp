#include <oaiwire/types/response_items.hpp>
//
#include <support/catch.hpp>

#include <variant>
#include <vector>

namespace response_items_tests {

using namespace oaiwire;

TEST_CASE("output items can be used as input items") {
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

TEST_CASE("a message has no type by default, other items have theirs") {
    CHECK(ResponseMessage{}.type.is_absent());
    CHECK(ResponseMessage::tag_values[1] == "");
    CHECK(CompactionItem{}.type == CompactionItem::tag_values[0]);
    CHECK(ProgramItem{}.type == ProgramItem::tag_values[0]);
}

TEST_CASE("tools found by a search have the type of a request's tools") {
    const ToolSearchOutput output{
        .call_id = "call_1",
        .tools = std::vector<ResponseTool>{ResponseFunctionTool{.name = "f"}, WebSearchTool{}}};
    CHECK(std::get<ResponseFunctionTool>(output.tools->at(0)).name == "f");
    CHECK(std::get<WebSearchTool>(output.tools->at(1)).type == "web_search");
}

}  // namespace response_items_tests
