// Tools: what a model may call, which of them it must, and the calls it makes. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire::inline v0_2 {

// A function's declaration; parameters is a JSON Schema. Also what the deprecated `functions`
// lists.
struct FunctionObject {
    std::string name{};
    field<std::string> description{};
    field<raw_json> parameters{};
    field<bool> strict{};
    extra_members extra{};
    friend bool operator==(const FunctionObject&, const FunctionObject&) = default;
};

struct FunctionTool {
    static constexpr wire_tag tag{"type", "function"};
    FunctionObject function{};
    extra_members extra{};
    friend bool operator==(const FunctionTool&, const FunctionTool&) = default;
};

struct CustomToolTextFormat {
    static constexpr wire_tag tag{"type", "text"};
    extra_members extra{};
    friend bool operator==(const CustomToolTextFormat&, const CustomToolTextFormat&) = default;
};

struct Grammar {
    std::string definition{};
    open_enum<GrammarSyntax> syntax{};
    extra_members extra{};
    friend bool operator==(const Grammar&, const Grammar&) = default;
};

struct CustomToolGrammarFormat {
    static constexpr wire_tag tag{"type", "grammar"};
    Grammar grammar{};
    extra_members extra{};
    friend bool operator==(const CustomToolGrammarFormat&,
                           const CustomToolGrammarFormat&) = default;
};

using CustomToolFormat = std::variant<CustomToolTextFormat, CustomToolGrammarFormat, raw_json>;

// A tool whose input is free text, or text of a grammar.
struct CustomToolObject {
    std::string name{};
    field<std::string> description{};
    field<CustomToolFormat> format{};
    extra_members extra{};
    friend bool operator==(const CustomToolObject&, const CustomToolObject&) = default;
};

struct CustomTool {
    static constexpr wire_tag tag{"type", "custom"};
    CustomToolObject custom{};
    extra_members extra{};
    friend bool operator==(const CustomTool&, const CustomTool&) = default;
};

using Tool = std::variant<FunctionTool, CustomTool, raw_json>;

struct ToolName {
    std::string name{};
    extra_members extra{};
    friend bool operator==(const ToolName&, const ToolName&) = default;
};

struct NamedToolChoice {
    static constexpr wire_tag tag{"type", "function"};
    ToolName function{};
    extra_members extra{};
    friend bool operator==(const NamedToolChoice&, const NamedToolChoice&) = default;
};

struct NamedToolChoiceCustom {
    static constexpr wire_tag tag{"type", "custom"};
    ToolName custom{};
    extra_members extra{};
    friend bool operator==(const NamedToolChoiceCustom&, const NamedToolChoiceCustom&) = default;
};

// tools: definitions such as {"type":"function","function":{"name":"f"}}.
struct AllowedTools {
    open_enum<ToolChoiceMode> mode{};
    std::vector<raw_json> tools{};
    extra_members extra{};
    friend bool operator==(const AllowedTools&, const AllowedTools&) = default;
};

struct AllowedToolsChoice {
    static constexpr wire_tag tag{"type", "allowed_tools"};
    AllowedTools allowed_tools{};
    extra_members extra{};
    friend bool operator==(const AllowedToolsChoice&, const AllowedToolsChoice&) = default;
};

using ToolChoice = std::variant<open_enum<ToolChoiceMode>, NamedToolChoice, NamedToolChoiceCustom,
                                AllowedToolsChoice, raw_json>;

// The deprecated `function_call` of a request: "none", "auto" or {"name":...}.
using FunctionCallOption = std::variant<open_enum<ToolChoiceMode>, ToolName, raw_json>;

// arguments: JSON as a string, which the model wrote and which may be invalid.
struct FunctionCall {
    static constexpr bool kept_apart = true;
    field<std::string> name{};
    field<std::string> arguments{};
    extra_members extra{};
    friend bool operator==(const FunctionCall&, const FunctionCall&) = default;
};

struct CustomToolCall {
    field<std::string> name{};
    field<std::string> input{};
    extra_members extra{};
    friend bool operator==(const CustomToolCall&, const CustomToolCall&) = default;
};

// A whole call: `function` or, where type is "custom", `custom`.
struct ToolCall {
    field<std::string> id{};
    field<std::string> type{"function"};
    field<FunctionCall> function{};
    field<CustomToolCall> custom{};
    extra_members extra{};
    friend bool operator==(const ToolCall&, const ToolCall&) = default;
};

// A piece of a call in a stream (OpenAI: ChatCompletionMessageToolCallChunk). Which call it belongs
// to is the accumulator's matter: index and id are both unreliable.
struct ToolCallChunk {
    field<std::int64_t> index{};
    field<std::string> id{};
    field<std::string> type{};
    field<FunctionCall> function{};
    field<CustomToolCall> custom{};
    extra_members extra{};
    friend bool operator==(const ToolCallChunk&, const ToolCallChunk&) = default;
};

// Who made a call in the Responses API: the model ("direct"), or a program that it wrote
// ("program", with the program's call_id).
struct ToolCaller {
    static constexpr bool kept_apart = true;
    field<std::string> type{};
    field<std::string> caller_id{};
    extra_members extra{};
    friend bool operator==(const ToolCaller&, const ToolCaller&) = default;
};

}  // namespace oaiwire::inline v0_2
