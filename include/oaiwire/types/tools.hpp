// Tools of chat completions: declarations, which of them the model must call, and calls.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI, Atoma, R9S: the declaration of a function. Also used by the deprecated `functions`.
struct FunctionObject {
    std::string name{};
    field<std::string> description{};
    field<raw_json> parameters{};  // a JSON Schema
    field<bool> strict{};
    extra_members extra{};
    friend bool operator==(const FunctionObject&, const FunctionObject&) = default;
};

// OpenAI: ChatCompletionTool.
struct FunctionTool {
    static constexpr wire_tag tag{"type", "function"};
    FunctionObject function{};
    extra_members extra{};
    friend bool operator==(const FunctionTool&, const FunctionTool&) = default;
};

// OpenAI: the input is free text.
struct CustomToolTextFormat {
    static constexpr wire_tag tag{"type", "text"};
    extra_members extra{};
    friend bool operator==(const CustomToolTextFormat&, const CustomToolTextFormat&) = default;
};

// OpenAI: a grammar for the input of a custom tool.
struct Grammar {
    std::string definition{};
    open_enum<GrammarSyntax> syntax{};
    extra_members extra{};
    friend bool operator==(const Grammar&, const Grammar&) = default;
};

// OpenAI: the input follows a grammar.
struct CustomToolGrammarFormat {
    static constexpr wire_tag tag{"type", "grammar"};
    Grammar grammar{};
    extra_members extra{};
    friend bool operator==(const CustomToolGrammarFormat&,
                           const CustomToolGrammarFormat&) = default;
};

// The input format of a custom tool.
using CustomToolFormat = std::variant<CustomToolTextFormat, CustomToolGrammarFormat, raw_json>;

// OpenAI: the declaration of a custom tool, whose input is free text or follows a grammar.
struct CustomToolObject {
    std::string name{};
    field<std::string> description{};
    field<CustomToolFormat> format{};
    extra_members extra{};
    friend bool operator==(const CustomToolObject&, const CustomToolObject&) = default;
};

// OpenAI: CustomToolChatCompletions.
struct CustomTool {
    static constexpr wire_tag tag{"type", "custom"};
    CustomToolObject custom{};
    extra_members extra{};
    friend bool operator==(const CustomTool&, const CustomTool&) = default;
};

// A tool that the model may call.
using Tool = std::variant<FunctionTool, CustomTool, raw_json>;

// Names a tool.
struct ToolName {
    std::string name{};
    extra_members extra{};
    friend bool operator==(const ToolName&, const ToolName&) = default;
};

// OpenAI: ChatCompletionNamedToolChoice. The model must call this function.
struct NamedToolChoice {
    static constexpr wire_tag tag{"type", "function"};
    ToolName function{};
    extra_members extra{};
    friend bool operator==(const NamedToolChoice&, const NamedToolChoice&) = default;
};

// OpenAI: ChatCompletionNamedToolChoiceCustom. The model must call this custom tool.
struct NamedToolChoiceCustom {
    static constexpr wire_tag tag{"type", "custom"};
    ToolName custom{};
    extra_members extra{};
    friend bool operator==(const NamedToolChoiceCustom&, const NamedToolChoiceCustom&) = default;
};

// OpenAI: ChatCompletionAllowedTools.
struct AllowedTools {
    open_enum<ToolChoiceMode> mode{};
    std::vector<raw_json> tools{};  // such as {"type":"function","function":{"name":"f"}}
    extra_members extra{};
    friend bool operator==(const AllowedTools&, const AllowedTools&) = default;
};

// OpenAI: ChatCompletionAllowedToolsChoice. Restricts the model to some of the tools.
struct AllowedToolsChoice {
    static constexpr wire_tag tag{"type", "allowed_tools"};
    AllowedTools allowed_tools{};
    extra_members extra{};
    friend bool operator==(const AllowedToolsChoice&, const AllowedToolsChoice&) = default;
};

// OpenAI: ChatCompletionToolChoiceOption.
using ToolChoice = std::variant<open_enum<ToolChoiceMode>, NamedToolChoice, NamedToolChoiceCustom,
                                AllowedToolsChoice, raw_json>;

// OpenAI: the deprecated `function_call` of a request: "none", "auto" or {"name":...}.
using FunctionCallOption = std::variant<open_enum<ToolChoiceMode>, ToolName, raw_json>;

// OpenAI: the function that a call names, with its arguments.
struct FunctionCall {
    static constexpr bool kept_apart = true;
    field<std::string> name{};
    field<std::string> arguments{};  // JSON as a string, written by the model; may be invalid
    extra_members extra{};
    friend bool operator==(const FunctionCall&, const FunctionCall&) = default;
};

// OpenAI: the custom tool that a call names, with its input.
struct CustomToolCall {
    field<std::string> name{};
    field<std::string> input{};
    extra_members extra{};
    friend bool operator==(const CustomToolCall&, const CustomToolCall&) = default;
};

// OpenAI: ChatCompletionMessageToolCall, ChatCompletionMessageCustomToolCall. A tool call:
// `function` or, if type is "custom", `custom`.
struct ToolCall {
    field<std::string> id{};  // to be repeated in the ToolMessage
    field<std::string> type{"function"};
    field<FunctionCall> function{};
    field<CustomToolCall> custom{};
    extra_members extra{};
    friend bool operator==(const ToolCall&, const ToolCall&) = default;
};

// OpenAI: ChatCompletionMessageToolCallChunk. A piece of a tool call in a stream. Neither index nor
// id is reliable; the accumulator assigns pieces to calls.
struct ToolCallChunk {
    field<std::int64_t> index{};
    field<std::string> id{};
    field<std::string> type{};
    field<FunctionCall> function{};
    field<CustomToolCall> custom{};
    extra_members extra{};
    friend bool operator==(const ToolCallChunk&, const ToolCallChunk&) = default;
};

// Responses API: who made a call: the model (type "direct"), or a program that it wrote (type
// "program", caller_id is the program's call_id).
struct ToolCaller {
    static constexpr bool kept_apart = true;
    field<std::string> type{};
    field<std::string> caller_id{};
    extra_members extra{};
    friend bool operator==(const ToolCaller&, const ToolCaller&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
