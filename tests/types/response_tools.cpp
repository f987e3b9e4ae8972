#include <oaiwire/types/response_tools.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace response_tools_tests {

using namespace oaiwire;

TEST_CASE("tools of different types share one list") {
    const std::vector<ResponseTool> tools{
        ResponseFunctionTool{.name = "f"},
        ResponseCustomTool{.name = "c", .format = ResponseToolFormat{.type = "text"}},
        WebSearchTool{.search_context_size = SearchContextSize::low},
        FileSearchTool{.vector_store_ids = {"vs_1"}, .max_num_results = 5},
        MCPTool{.server_label = "s", .require_approval = "never"},
        CodeInterpreterTool{.container = ToolEnvironment{.type = "auto"}},
        BuiltInTool{.type = "local_shell"},
        *raw_json::parse(R"({"type":"later"})")};
    CHECK(std::get<WebSearchTool>(tools[2]).type == "web_search");
    CHECK(std::get<std::string>(*std::get<MCPTool>(tools[4]).require_approval) == "never");
    CHECK(std::get<raw_json>(tools[7]).is_object());
}

TEST_CASE("file search filters can be nested") {
    const FileSearchFilter filter{
        .type = "and",
        .filters = std::vector<FileSearchFilter>{
            {.type = "eq", .key = "lang", .value = "en"},
            {.type = "or", .filters = std::vector<FileSearchFilter>{{.type = "gt", .key = "n"}}}}};
    CHECK(filter.filters->at(1).filters->at(0).key == "n");
}

TEST_CASE("tools of an MCP server are allowed by name or by filter") {
    MCPTool tool{.server_label = "s", .allowed_tools = std::vector<std::string>{"a", "b"}};
    CHECK(std::get<0>(*tool.allowed_tools).size() == 2);
    tool.allowed_tools = MCPToolFilter{.read_only = true};
    CHECK(std::get<MCPToolFilter>(*tool.allowed_tools).read_only == true);
}

TEST_CASE("a hosted tool is chosen by type, an MCP tool by server and name") {
    const auto& types = ToolChoiceHosted::tag_values;
    const auto chosen = [&](std::string_view type) {
        return std::count(types.begin(), types.end(), type);
    };
    CHECK(chosen("image_generation") == 1);
    CHECK(chosen("shell") == 1);
    CHECK(chosen("function") == 0);
    const ResponseToolChoice choice =
        ToolChoiceHosted{.type = "mcp", .server_label = "s", .name = "f"};
    CHECK(std::get<ToolChoiceHosted>(choice).server_label == "s");
}

}  // namespace response_tools_tests
