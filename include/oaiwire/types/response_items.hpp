// What the input and the output of the Responses API are made of: items, told apart by `type`.
// Knows no JSON.
#pragma once

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/response_calls.hpp>
#include <oaiwire/types/response_computer.hpp>
#include <oaiwire/types/response_content.hpp>
#include <oaiwire/types/response_settings.hpp>
#include <oaiwire/types/response_shell.hpp>
#include <oaiwire/types/response_tools.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire::inline v0_2 {

// OpenAI: EasyInputMessage, InputMessage, OutputMessage; R9S: Message, and ResponseOutputItem of
// type "message". Input mostly has no type, output has one. phase: "commentary", "final_answer".
struct ResponseMessage {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"message", ""};
    field<std::string> type{};
    field<open_enum<Role>> role{};
    field<ResponseContent> content{};
    field<std::string> id{};
    field<std::string> phase{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const ResponseMessage&, const ResponseMessage&) = default;
};

// call_id is what the call's output names. arguments: JSON as a string, which the model wrote and
// which may be invalid.
struct FunctionToolCall {
    static constexpr wire_tag tag{"type", "function_call"};
    field<std::string> call_id{};
    field<std::string> name{};
    field<std::string> arguments{};
    field<std::string> id{};
    field<std::string> namespace_{};
    field<open_enum<ResponseStatus>> status{};
    field<bool> async{};
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const FunctionToolCall&, const FunctionToolCall&) = default;
};

// OpenAI: FunctionCallOutputItemParam, FunctionToolCallOutputResource.
struct FunctionToolCallOutput {
    static constexpr wire_tag tag{"type", "function_call_output"};
    field<std::string> call_id{};
    field<ResponseContent> output{};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<ToolCaller> caller{};
    field<std::string> name{};
    field<std::string> namespace_{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const FunctionToolCallOutput&, const FunctionToolCallOutput&) = default;
};

// summary: R9S allows a string too. encrypted_content: opaque, to be sent back as it came.
struct ReasoningItem {
    static constexpr wire_tag tag{"type", "reasoning"};
    field<std::string> id{};
    field<ResponseContent> summary{};
    field<ResponseContent> content{};
    field<std::string> encrypted_content{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const ReasoningItem&, const ReasoningItem&) = default;
};

// OpenAI: CustomToolCall. Its input is free text.
struct ResponseCustomToolCall {
    static constexpr wire_tag tag{"type", "custom_tool_call"};
    field<std::string> call_id{};
    field<std::string> name{};
    field<std::string> input{};
    field<std::string> id{};
    field<std::string> namespace_{};
    field<open_enum<ResponseStatus>> status{};
    field<bool> async{};
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ResponseCustomToolCall&, const ResponseCustomToolCall&) = default;
};

// OpenAI: CustomToolCallOutput.
struct ResponseCustomToolCallOutput {
    static constexpr wire_tag tag{"type", "custom_tool_call_output"};
    field<std::string> call_id{};
    field<ResponseContent> output{};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ResponseCustomToolCallOutput&,
                           const ResponseCustomToolCallOutput&) = default;
};

// The model looks for tools that are not loaded. arguments: any JSON. execution: "server", or
// "client": to be answered by the program.
struct ToolSearchCall {
    static constexpr wire_tag tag{"type", "tool_search_call"};
    field<std::string> call_id{};
    field<raw_json> arguments{};
    field<std::string> execution{};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ToolSearchCall&, const ToolSearchCall&) = default;
};

struct ToolSearchOutput {
    static constexpr wire_tag tag{"type", "tool_search_output"};
    field<std::string> call_id{};
    field<std::vector<ResponseTool>> tools{};
    field<std::string> execution{};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ToolSearchOutput&, const ToolSearchOutput&) = default;
};

// Tools that the model may call from here on. role: "developer" in requests.
struct AdditionalTools {
    static constexpr wire_tag tag{"type", "additional_tools"};
    field<std::string> id{};
    field<std::string> role{};
    field<std::vector<ResponseTool>> tools{};
    extra_members extra{};
    friend bool operator==(const AdditionalTools&, const AdditionalTools&) = default;
};

// Settings that hold from here on: the effort of reasoning, the format of text.
struct ConfigurationUpdate {
    static constexpr wire_tag tag{"type", "configuration_update"};
    field<std::string> id{};
    field<Reasoning> reasoning{};
    field<ResponseTextParam> text{};
    extra_members extra{};
    friend bool operator==(const ConfigurationUpdate&, const ConfigurationUpdate&) = default;
};

// The context up to here, opaque and to be sent back as it came; or (compaction_trigger, which has
// an id at most) where a request asks for one.
struct CompactionItem {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"compaction", "compaction_trigger"};
    std::string type = "compaction";
    field<std::string> id{};
    field<std::string> encrypted_content{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const CompactionItem&, const CompactionItem&) = default;
};

// An item that the server keeps. One without a type is read as a ResponseMessage with an id only.
struct ItemReference {
    static constexpr wire_tag tag{"type", "item_reference"};
    field<std::string> id{};
    extra_members extra{};
    friend bool operator==(const ItemReference&, const ItemReference&) = default;
};

// A program that the model wrote to call tools (code, fingerprint), or (program_output) what came
// of it (result, status).
struct ProgramItem {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"program", "program_output"};
    std::string type = "program";
    field<std::string> id{};
    field<std::string> call_id{};
    field<std::string> code{};
    field<std::string> fingerprint{};
    field<std::string> result{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const ProgramItem&, const ProgramItem&) = default;
};

// OpenAI: InputItem, OutputItem; R9S: Message, ResponseOutputItem. What a response's output holds
// may stand in the next request's input. Items of other types are kept as raw JSON.
using ResponseItem =
    std::variant<ResponseMessage, FunctionToolCall, ReasoningItem, FunctionToolCallOutput,
                 ResponseCustomToolCall, ResponseCustomToolCallOutput, WebSearchToolCall,
                 FileSearchToolCall, ComputerToolCall, CodeInterpreterToolCall, ImageGenToolCall,
                 MCPToolCall, ShellToolCall, ShellToolCallOutput, LocalShellToolCall,
                 LocalShellToolCallOutput, ApplyPatchToolCall, ApplyPatchToolCallOutput,
                 ComputerToolCallOutput, MCPApprovalResponse, MCPListTools, ToolSearchCall,
                 ToolSearchOutput, AdditionalTools, ConfigurationUpdate, CompactionItem,
                 ItemReference, ProgramItem, raw_json>;

using ResponseInput = std::variant<std::string, std::vector<ResponseItem>>;

}  // namespace oaiwire::inline v0_2
