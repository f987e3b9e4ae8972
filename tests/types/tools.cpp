#include <oaiwire/types/tools.hpp>
//
#include <support/catch.hpp>

#include <variant>

namespace tools_tests {

using namespace oaiwire;

TEST_CASE("tools, formats and choices have their types") {
    CHECK(FunctionTool::tag.value == "function");
    CHECK(CustomTool::tag.value == "custom");
    CHECK(CustomToolTextFormat::tag.value == "text");
    CHECK(CustomToolGrammarFormat::tag.value == "grammar");
    CHECK(NamedToolChoice::tag.value == "function");
    CHECK(NamedToolChoiceCustom::tag.value == "custom");
    CHECK(AllowedToolsChoice::tag.value == "allowed_tools");
}

TEST_CASE("a tool can be declared with designated initialisers") {
    const Tool tool = FunctionTool{
        .function = {.name = "f", .parameters = *raw_json::parse(R"({"type":"object"})")}};
    const auto& function = std::get<FunctionTool>(tool).function;
    CHECK(function.name == "f");
    CHECK(function.parameters->text() == R"({"type":"object"})");
    CHECK(function.strict.is_absent());
    const Tool custom = CustomTool{
        .custom = {.name = "c",
                   .format = CustomToolGrammarFormat{
                       .grammar = {.definition = "start: /a/", .syntax = GrammarSyntax::lark}}}};
    CHECK(custom != tool);
    CHECK(std::holds_alternative<CustomToolGrammarFormat>(
        *std::get<CustomTool>(custom).custom.format));
}

TEST_CASE("a tool choice is a mode or names a tool") {
    const ToolChoice mode = ToolChoiceMode::required;
    CHECK(std::get<0>(mode) == "required");
    const ToolChoice named = NamedToolChoice{.function = {.name = "f"}};
    CHECK(std::get<NamedToolChoice>(named).function.name == "f");
    const FunctionCallOption old = ToolName{.name = "f"};
    CHECK(std::holds_alternative<ToolName>(old));
}

TEST_CASE("a tool call is a function call by default, a chunk of one has no type") {
    CHECK(ToolCall{}.type == "function");
    CHECK(ToolCall{}.id.is_absent());
    CHECK(ToolCallChunk{}.type.is_absent());
    CHECK(ToolCallChunk{}.index.is_absent());
}

}  // namespace tools_tests
