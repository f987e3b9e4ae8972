// Responses API: the items of input and output, identified by `type`.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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

namespace oaiwire { inline namespace v0_2 {

// OpenAI: EasyInputMessage, InputMessage, OutputMessage; R9S: Message, and ResponseOutputItem of
// type "message". Input messages usually have no type.
struct ResponseMessage {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"message", ""};
    field<std::string> type{};
    field<open_enum<Role>> role{};
    field<ResponseContent> content{};
    field<std::string> id{};
    field<std::string> phase{};  // "commentary" or "final_answer"
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const ResponseMessage&, const ResponseMessage&) = default;
};

// OpenAI: FunctionToolCall. A function that the program is to call.
struct FunctionToolCall {
    static constexpr wire_tag tag{"type", "function_call"};
    field<std::string> call_id{};  // to be repeated in the FunctionToolCallOutput
    field<std::string> name{};
    field<std::string> arguments{};  // JSON as a string, written by the model; may be invalid
    field<std::string> id{};
    field<std::string> namespace_{};
    field<open_enum<ResponseStatus>> status{};
    field<bool> async{};
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const FunctionToolCall&, const FunctionToolCall&) = default;
};

// OpenAI: FunctionCallOutputItemParam, FunctionToolCallOutputResource. The result of a function
// call.
struct FunctionToolCallOutput {
    static constexpr wire_tag tag{"type", "function_call_output"};
    field<std::string> call_id{};  // of the FunctionToolCall
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

// OpenAI: ReasoningItem.
struct ReasoningItem {
    static constexpr wire_tag tag{"type", "reasoning"};
    field<std::string> id{};
    field<ResponseContent> summary{};  // R9S also allows a string
    field<ResponseContent> content{};
    field<std::string> encrypted_content{};  // opaque; send it back unchanged
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const ReasoningItem&, const ReasoningItem&) = default;
};

// OpenAI: CustomToolCall. A call whose input is free text.
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

// OpenAI: CustomToolCallOutput. The result of a custom tool call.
struct ResponseCustomToolCallOutput {
    static constexpr wire_tag tag{"type", "custom_tool_call_output"};
    field<std::string> call_id{};  // of the ResponseCustomToolCall
    field<ResponseContent> output{};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ResponseCustomToolCallOutput&,
                           const ResponseCustomToolCallOutput&) = default;
};

// OpenAI: the model searches for tools that are not loaded yet.
struct ToolSearchCall {
    static constexpr wire_tag tag{"type", "tool_search_call"};
    field<std::string> call_id{};
    field<raw_json> arguments{};     // any JSON
    field<std::string> execution{};  // "server", or "client": the program must answer
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ToolSearchCall&, const ToolSearchCall&) = default;
};

// OpenAI: the tools that a search found.
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

// OpenAI: tools that are available from this item on.
struct AdditionalTools {
    static constexpr wire_tag tag{"type", "additional_tools"};
    field<std::string> id{};
    // "developer" in requests; else as Role, "critic" or "discriminator"
    field<std::string> role{};
    field<std::vector<ResponseTool>> tools{};
    extra_members extra{};
    friend bool operator==(const AdditionalTools&, const AdditionalTools&) = default;
};

// OpenAI: settings that apply from this item on.
struct ConfigurationUpdate {
    static constexpr wire_tag tag{"type", "configuration_update"};
    field<std::string> id{};
    field<Reasoning> reasoning{};
    field<ResponseTextParam> text{};
    extra_members extra{};
    friend bool operator==(const ConfigurationUpdate&, const ConfigurationUpdate&) = default;
};

// OpenAI: the compressed context up to this item or, with type "compaction_trigger" in a request,
// the request to create it.
struct CompactionItem {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"compaction", "compaction_trigger"};
    std::string type = "compaction";
    field<std::string> id{};
    field<std::string> encrypted_content{};  // opaque; send it back unchanged
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const CompactionItem&, const CompactionItem&) = default;
};

// OpenAI: ItemReferenceParam. An item stored on the server. Without a type it is read as a
// ResponseMessage that has an id only.
struct ItemReference {
    static constexpr wire_tag tag{"type", "item_reference"};
    field<std::string> id{};
    extra_members extra{};
    friend bool operator==(const ItemReference&, const ItemReference&) = default;
};

// OpenAI: a program that the model wrote to call tools (code, fingerprint) or, with type
// "program_output", its result (result, status).
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

// OpenAI: InputItem, OutputItem; R9S: Message, ResponseOutputItem. Items of a response's output can
// be used in the next request's input. Items of other types are kept as raw JSON.
using ResponseItem =
    std::variant<ResponseMessage, FunctionToolCall, ReasoningItem, FunctionToolCallOutput,
                 ResponseCustomToolCall, ResponseCustomToolCallOutput, WebSearchToolCall,
                 FileSearchToolCall, ComputerToolCall, CodeInterpreterToolCall, ImageGenToolCall,
                 MCPToolCall, ShellToolCall, ShellToolCallOutput, LocalShellToolCall,
                 LocalShellToolCallOutput, ApplyPatchToolCall, ApplyPatchToolCallOutput,
                 ComputerToolCallOutput, MCPApprovalResponse, MCPListTools, ToolSearchCall,
                 ToolSearchOutput, AdditionalTools, ConfigurationUpdate, CompactionItem,
                 ItemReference, ProgramItem, raw_json>;

// The input of a request: a text, or items.
using ResponseInput = std::variant<std::string, std::vector<ResponseItem>>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
