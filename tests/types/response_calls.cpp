#include <oaiwire/types/response_calls.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>
#include <vector>

namespace response_calls_tests {

using namespace oaiwire;

TEST_CASE("an MCP call is a call by default and an approval request if its type says so") {
    CHECK(MCPToolCall{}.type == MCPToolCall::tag_values[0]);
    const MCPToolCall asked{.type = "mcp_approval_request", .id = "mcpr_1", .name = "delete"};
    const MCPApprovalResponse answer{.approval_request_id = asked.id, .approve = false};
    CHECK(answer.approval_request_id == "mcpr_1");
}

TEST_CASE("an MCP call's error is an object or a text") {
    MCPToolCall call{.error = MCPError{.type = "http_error", .code = 404, .message = "gone"}};
    CHECK(std::get<MCPError>(*call.error).code == 404);
    call.error = "timed out";
    CHECK(std::get<std::string>(*call.error) == "timed out");
}

TEST_CASE("a web search call has its queries and sources") {
    const WebSearchToolCall call{
        .action = WebSearchAction{.type = "search",
                                  .queries = std::vector<std::string>{"a", "b"},
                                  .sources = std::vector<WebSearchSource>{
                                      {.type = "url", .url = "https://example.com"}}}};
    CHECK(call.action->queries->size() == 2);
    CHECK(call.action->sources->at(0).url == "https://example.com");
}

}  // namespace response_calls_tests
