// What the input and the output of the Responses API are made of: items, told apart by `type`, and
// the content parts of some of them. Knows no JSON.
#pragma once

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <oaiwire/types/response_shell.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

struct InputTextContent {
    static constexpr wire_tag tag{"type", "input_text"};
    std::string text{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const InputTextContent&, const InputTextContent&) = default;
};

// image_url (https, or a data URI with the image in base64), or file_id of an upload.
struct InputImageContent {
    static constexpr wire_tag tag{"type", "input_image"};
    field<std::string> image_url{};
    field<std::string> file_id{};
    field<open_enum<ImageDetail>> detail{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const InputImageContent&, const InputImageContent&) = default;
};

// file_data (base64) with filename, file_id of an upload, or file_url.
struct InputFileContent {
    static constexpr wire_tag tag{"type", "input_file"};
    field<std::string> file_data{};
    field<std::string> file_id{};
    field<std::string> file_url{};
    field<std::string> filename{};
    field<std::string> detail{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const InputFileContent&, const InputFileContent&) = default;
};

struct InputAudioContent {
    static constexpr wire_tag tag{"type", "input_audio"};
    InputAudio input_audio{};
    extra_members extra{};
    friend bool operator==(const InputAudioContent&, const InputAudioContent&) = default;
};

// OpenAI: UrlCitationBody, FileCitationBody, ContainerFileCitationBody, FilePath: `type` says which
// members there are. start_index and end_index count characters of the text.
struct ResponseAnnotation {
    field<std::string> type{};
    field<std::int64_t> start_index{};
    field<std::int64_t> end_index{};
    field<std::string> url{};
    field<std::string> title{};
    field<std::int64_t> index{};
    field<std::string> file_id{};
    field<std::string> filename{};
    field<std::string> container_id{};
    extra_members extra{};
    friend bool operator==(const ResponseAnnotation&, const ResponseAnnotation&) = default;
};

// R9S and some servers name the type "text".
struct OutputTextContent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"output_text", "text"};
    std::string type = "output_text";
    field<std::string> text{};
    field<std::vector<ResponseAnnotation>> annotations{};
    field<std::vector<TokenLogprob>> logprobs{};
    extra_members extra{};
    friend bool operator==(const OutputTextContent&, const OutputTextContent&) = default;
};

struct RefusalContent {
    static constexpr wire_tag tag{"type", "refusal"};
    field<std::string> refusal{};
    extra_members extra{};
    friend bool operator==(const RefusalContent&, const RefusalContent&) = default;
};

struct ReasoningTextContent {
    static constexpr wire_tag tag{"type", "reasoning_text"};
    field<std::string> text{};
    extra_members extra{};
    friend bool operator==(const ReasoningTextContent&, const ReasoningTextContent&) = default;
};

struct SummaryTextContent {
    static constexpr wire_tag tag{"type", "summary_text"};
    field<std::string> text{};
    extra_members extra{};
    friend bool operator==(const SummaryTextContent&, const SummaryTextContent&) = default;
};

// Parts of other types, and parts without one, are kept as raw JSON.
using ResponseContentPart = std::variant<OutputTextContent, RefusalContent, ReasoningTextContent,
                                         SummaryTextContent, InputTextContent, InputImageContent,
                                         InputFileContent, InputAudioContent, raw_json>;

using ResponseContent = std::variant<std::string, std::vector<ResponseContentPart>>;

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
    extra_members extra{};
    friend bool operator==(const ResponseCustomToolCallOutput&,
                           const ResponseCustomToolCallOutput&) = default;
};

// action: an object whose type is "search", "open_page" or "find_in_page".
struct WebSearchToolCall {
    static constexpr wire_tag tag{"type", "web_search_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<raw_json> action{};
    extra_members extra{};
    friend bool operator==(const WebSearchToolCall&, const WebSearchToolCall&) = default;
};

struct FileSearchToolCall {
    static constexpr wire_tag tag{"type", "file_search_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::vector<std::string>> queries{};
    field<std::vector<raw_json>> results{};
    extra_members extra{};
    friend bool operator==(const FileSearchToolCall&, const FileSearchToolCall&) = default;
};

// Mouse, keyboard and screen: to be done by the program, and answered by a computer_call_output.
struct ComputerToolCall {
    static constexpr wire_tag tag{"type", "computer_call"};
    field<std::string> id{};
    field<std::string> call_id{};
    field<raw_json> action{};
    field<std::vector<raw_json>> actions{};
    field<std::vector<raw_json>> pending_safety_checks{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const ComputerToolCall&, const ComputerToolCall&) = default;
};

struct CodeInterpreterToolCall {
    static constexpr wire_tag tag{"type", "code_interpreter_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> code{};
    field<std::string> container_id{};
    field<std::vector<raw_json>> outputs{};
    extra_members extra{};
    friend bool operator==(const CodeInterpreterToolCall&,
                           const CodeInterpreterToolCall&) = default;
};

// result: the image in base64.
struct ImageGenToolCall {
    static constexpr wire_tag tag{"type", "image_generation_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> result{};
    extra_members extra{};
    friend bool operator==(const ImageGenToolCall&, const ImageGenToolCall&) = default;
};

// A call of a tool on an MCP server, or (mcp_approval_request) the question whether it may be made.
struct MCPToolCall {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"mcp_call", "mcp_approval_request"};
    std::string type = "mcp_call";
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> approval_request_id{};
    field<std::string> arguments{};
    field<raw_json> error{};
    field<std::string> name{};
    field<std::string> output{};
    field<std::string> server_label{};
    extra_members extra{};
    friend bool operator==(const MCPToolCall&, const MCPToolCall&) = default;
};

// OpenAI: InputItem, OutputItem; R9S: Message, ResponseOutputItem. What a response's output holds
// may stand in the next request's input. Items of other types are kept as raw JSON.
using ResponseItem =
    std::variant<ResponseMessage, FunctionToolCall, ReasoningItem, FunctionToolCallOutput,
                 ResponseCustomToolCall, ResponseCustomToolCallOutput, WebSearchToolCall,
                 FileSearchToolCall, ComputerToolCall, CodeInterpreterToolCall, ImageGenToolCall,
                 MCPToolCall, ShellToolCall, ShellToolCallOutput, LocalShellToolCall,
                 LocalShellToolCallOutput, ApplyPatchToolCall, ApplyPatchToolCallOutput, raw_json>;

using ResponseInput = std::variant<std::string, std::vector<ResponseItem>>;

}  // namespace oaiwire::inline OAIWIRE_ABI
