#include <oaiwire/types/response_tools.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>
#include <vector>

#include <support/json_of.hpp>

namespace response_tools_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("a Responses tool is identified by type; unknown types are kept as JSON") {
    using tool = ResponseTool;
    CHECK(chooses<ResponseFunctionTool, tool>(
        R"({"type":"function","name":"f","parameters":{},"strict":null})"));
    CHECK(chooses<ResponseCustomTool, tool>(
        R"({"type":"custom","name":"c","format":{"type":"grammar","definition":"a",)"
        R"("syntax":"regex"}})"));
    CHECK(chooses<WebSearchTool, tool>(R"({"type":"web_search","search_context_size":"low"})"));
    CHECK(chooses<WebSearchTool, tool>(R"({"type":"web_search_preview_2025_03_11"})"));
    CHECK(chooses<FileSearchTool, tool>(R"({"type":"file_search","vector_store_ids":["vs_1"]})"));
    CHECK(chooses<ComputerTool, tool>(R"({"type":"computer_use_preview","display_width":1024})"));
    CHECK(
        chooses<MCPTool, tool>(R"({"type":"mcp","server_label":"s","headers":{"b":"2","a":"1"}})"));
    CHECK(chooses<CodeInterpreterTool, tool>(R"({"type":"code_interpreter","container":"c"})"));
    CHECK(chooses<ImageGenerationTool, tool>(R"({"type":"image_generation","quality":"low"})"));
    CHECK(chooses<ShellTool, tool>(R"({"type":"shell","environment":{"type":"local"}})"));
    CHECK(chooses<BuiltInTool, tool>(R"({"type":"local_shell"})"));
    CHECK(chooses<NamespaceTool, tool>(
        R"({"type":"namespace","name":"n","tools":[{"type":"function","name":"f"}]})"));
    CHECK(chooses<raw_json, tool>(R"({"type":"later"})"));
}

TEST_CASE("tools of several types have the first type by default") {
    CHECK(json_of(WebSearchTool{}) == R"({"type":"web_search"})");
    CHECK(json_of(ComputerTool{}) == R"({"type":"computer"})");
    CHECK(json_of(BuiltInTool{}) == R"({"type":"apply_patch"})");
}

TEST_CASE("file search filters can be nested, and compare with any JSON") {
    const char* const text = R"({"type":"and","filters":[{"type":"eq","key":"lang","value":"en"},)"
                             R"({"type":"or","filters":[{"type":"gt","key":"n","value":1.50}]}]})";
    const auto filter = from_json<FileSearchFilter>(text);
    CHECK(filter.filters->at(1).filters->at(0).key == "n");
    CHECK(std::holds_alternative<std::string>(*filter.filters->at(0).value));
    CHECK(json_of(filter) == text);
}

TEST_CASE("tools of an MCP server are allowed by name or by filter") {
    using allowed = std::variant<std::vector<std::string>, MCPToolFilter, raw_json>;
    CHECK(chooses<std::vector<std::string>, allowed>(R"(["a","b"])"));
    CHECK(chooses<MCPToolFilter, allowed>(R"({"read_only":true})"));
    using approval = std::variant<std::string, MCPApprovalFilter, raw_json>;
    CHECK(chooses<std::string, approval>(R"("never")"));
    CHECK(chooses<MCPApprovalFilter, approval>(R"({"always":{"tool_names":["delete"]}})"));
}

TEST_CASE("a tool choice of the Responses API is a mode or an object identified by type") {
    using choice = ResponseToolChoice;
    CHECK(chooses<open_enum<ToolChoiceMode>, choice>(R"("auto")"));
    CHECK(chooses<ToolChoiceFunction, choice>(R"({"type":"function","name":"f"})"));
    CHECK(chooses<ToolChoiceFunction, choice>(R"({"type":"function","function":{"name":"f"}})"));
    CHECK(chooses<ToolChoiceCustom, choice>(R"({"type":"custom","name":"c"})"));
    CHECK(chooses<ToolChoiceAllowed, choice>(
        R"({"type":"allowed_tools","mode":"auto","tools":[{"type":"image_generation"}]})"));
    CHECK(chooses<ToolChoiceHosted, choice>(R"({"type":"shell"})"));
    CHECK(chooses<ToolChoiceHosted, choice>(R"({"type":"mcp","server_label":"s","name":"f"})"));
    CHECK(chooses<raw_json, choice>(R"({"type":"later"})"));
}

}  // namespace response_tools_tests
