#include <oaiwire/types/tools.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace tools_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("a tool can be declared with designated initialisers") {
    CHECK(json_of(
              Tool(FunctionTool{.function = {.name = "f",
                                             .parameters = *raw_json::parse(R"({"type":"object"})"),
                                             .strict = true}})) ==
          R"({"type":"function","function":{"name":"f","parameters":{"type":"object"},)"
          R"("strict":true}})");
    CHECK(json_of(
              Tool(CustomTool{.custom = {.name = "c",
                                         .format =
                                             CustomToolGrammarFormat{
                                                 .grammar = {.definition = "start: /a/",
                                                             .syntax = GrammarSyntax::lark}}}})) ==
          R"({"type":"custom","custom":{"name":"c","format":{"type":"grammar",)"
          R"("grammar":{"definition":"start: /a/","syntax":"lark"}}}})");
}

TEST_CASE("tools and formats are identified by type; unknown types are kept as JSON") {
    CHECK(chooses<FunctionTool, Tool>(R"({"type":"function","function":{"name":"f"}})"));
    CHECK(chooses<CustomTool, Tool>(R"({"type":"custom","custom":{"name":"c"}})"));
    CHECK(chooses<raw_json, Tool>(R"({"type":"web_search"})"));
    CHECK(chooses<CustomToolTextFormat, CustomToolFormat>(R"({"type":"text"})"));
    CHECK(chooses<raw_json, CustomToolFormat>(R"({"type":"json"})"));
}

TEST_CASE("a tool choice is a mode or an object identified by type") {
    CHECK(chooses<open_enum<ToolChoiceMode>, ToolChoice>(R"("required")"));
    CHECK(chooses<open_enum<ToolChoiceMode>, ToolChoice>(R"("any")"));
    CHECK(chooses<NamedToolChoice, ToolChoice>(R"({"type":"function","function":{"name":"f"}})"));
    CHECK(chooses<NamedToolChoiceCustom, ToolChoice>(R"({"type":"custom","custom":{"name":"c"}})"));
    CHECK(chooses<AllowedToolsChoice, ToolChoice>(
        R"({"type":"allowed_tools","allowed_tools":{"mode":"auto",)"
        R"("tools":[{"type":"function","function":{"name":"f"}}]}})"));
    CHECK(chooses<raw_json, ToolChoice>(R"({"type":"later"})"));
    CHECK(chooses<open_enum<ToolChoiceMode>, FunctionCallOption>(R"("none")"));
    CHECK(chooses<ToolName, FunctionCallOption>(R"({"name":"f"})"));
}

TEST_CASE("a tool call is a function call by default, one that is read has its own type only") {
    CHECK(json_of(ToolCall{}) == R"({"type":"function"})");
    CHECK(from_json<ToolCall>(R"({"id":"c"})").type.is_absent());
    CHECK(json_of(ToolCallChunk{}) == "{}");
}

}  // namespace tools_tests
