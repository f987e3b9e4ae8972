#include <oaiwire/types/response_calls.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>

#include <oaiwire/types/response_items.hpp>
#include <support/json_of.hpp>

namespace response_calls_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("an MCP call is a call by default and an approval request if its type says so") {
    CHECK(json_of(MCPToolCall{.name = "f"}) == R"({"type":"mcp_call","name":"f"})");
    const char* const asked =
        R"({"type":"mcp_approval_request","id":"mcpr_1","arguments":"{}","name":"delete",)"
        R"("server_label":"s"})";
    CHECK(chooses<MCPToolCall, ResponseItem>(asked));
    const auto request = from_json<MCPToolCall>(asked);
    CHECK(json_of(ResponseItem(
              MCPApprovalResponse{.approval_request_id = request.id, .approve = false})) ==
          R"({"type":"mcp_approval_response","approval_request_id":"mcpr_1","approve":false})");
}

TEST_CASE("an MCP call's error is an object, a text or other JSON") {
    using error = std::variant<MCPError, std::string, raw_json>;
    CHECK(chooses<MCPError, error>(R"({"type":"http_error","code":404,"message":"gone"})"));
    CHECK(chooses<MCPError, error>(
        R"({"type":"mcp_tool_execution_error","content":[{"type":"text","text":"no"}]})"));
    CHECK(chooses<std::string, error>(R"("timed out")"));
    CHECK(chooses<raw_json, error>("404"));
}

TEST_CASE("calls of hosted tools are identified by type") {
    using item = ResponseItem;
    CHECK(chooses<WebSearchToolCall, item>(
        R"({"type":"web_search_call","status":"searching","action":{"type":"search",)"
        R"("queries":["a","b"],"sources":[{"type":"url","url":"https://example.com"}]}})"));
    CHECK(chooses<FileSearchToolCall, item>(
        R"({"type":"file_search_call","queries":["a"],"results":null})"));
    CHECK(chooses<CodeInterpreterToolCall, item>(
        R"({"type":"code_interpreter_call","code":null,"container_id":"c","outputs":[]})"));
    CHECK(chooses<ImageGenToolCall, item>(
        R"({"type":"image_generation_call","status":"generating","result":null})"));
    CHECK(chooses<MCPListTools, item>(
        R"({"type":"mcp_list_tools","server_label":"s","tools":[{"name":"f","input_schema":{}}]})"));
}

}  // namespace response_calls_tests
