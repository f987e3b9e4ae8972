#include <oaiwire/types/response_items.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>
#include <vector>

#include <support/json_of.hpp>

namespace response_items_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("output items can be used as input items") {
    const std::string output =
        R"({"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"sealed"},)"
        R"({"type":"function_call","call_id":"call_1","name":"f","arguments":"{}"})";
    std::vector<ResponseItem> input{ResponseMessage{.role = Role::user, .content = "Go."}};
    const auto read = from_json<std::vector<ResponseItem>>("[" + output + "]");
    input.insert(input.end(), read.begin(), read.end());
    input.push_back(FunctionToolCallOutput{.call_id = "call_1", .output = "done"});
    CHECK(json_of(ResponseInput(input)) ==
          R"([{"role":"user","content":"Go."},)" + output +
              R"(,{"type":"function_call_output","call_id":"call_1","output":"done"}])");
}

TEST_CASE("an item without a type is a message, and is written without one") {
    CHECK(chooses<ResponseMessage, ResponseItem>(R"({"role":"user","content":"a"})"));
    CHECK(chooses<ResponseMessage, ResponseItem>(R"({"id":"msg_1"})"));
    CHECK(chooses<ResponseMessage, ResponseItem>(
        R"({"type":"message","role":"assistant","content":[],"status":"completed"})"));
}

TEST_CASE("a Responses item is identified by type; unknown types are kept as JSON") {
    using item = ResponseItem;
    CHECK(chooses<ResponseCustomToolCall, item>(
        R"({"type":"custom_tool_call","call_id":"c","name":"f","input":"i"})"));
    CHECK(chooses<ResponseCustomToolCallOutput, item>(
        R"({"type":"custom_tool_call_output","call_id":"c","output":"o"})"));
    CHECK(chooses<ItemReference, item>(R"({"type":"item_reference","id":"msg_1"})"));
    CHECK(chooses<CompactionItem, item>(R"({"type":"compaction","encrypted_content":"sealed"})"));
    CHECK(chooses<CompactionItem, item>(R"({"type":"compaction_trigger"})"));
    CHECK(chooses<ProgramItem, item>(R"({"type":"program","code":"1+1"})"));
    CHECK(chooses<ProgramItem, item>(R"({"type":"program_output","result":"1"})"));
    CHECK(chooses<raw_json, item>(R"({"type":"later","role":"user"})"));
}

TEST_CASE("the namespace of a call is written without the underscore of its member") {
    CHECK(json_of(FunctionToolCall{.name = "f", .namespace_ = "n", .async = true}) ==
          R"({"type":"function_call","name":"f","namespace":"n","async":true})");
    CHECK(from_json<FunctionToolCall>(R"({"namespace":"n"})").namespace_ == "n");
}

TEST_CASE("tools found by a search have the type of a request's tools") {
    const auto output = from_json<ToolSearchOutput>(
        R"({"call_id":"c","tools":[{"type":"function","name":"f"},{"type":"web_search"}]})");
    CHECK(std::get<ResponseFunctionTool>(output.tools->at(0)).name == "f");
    CHECK(std::holds_alternative<WebSearchTool>(output.tools->at(1)));
}

}  // namespace response_items_tests
