// Responses API: items for calls of hosted tools and of tools on MCP servers.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/images.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: an entry of WebSearchAction::sources.
struct WebSearchSource {
    field<std::string> type{};  // "url"
    field<std::string> url{};
    extra_members extra{};
    friend bool operator==(const WebSearchSource&, const WebSearchSource&) = default;
};

// OpenAI: WebSearchActionSearch, WebSearchActionOpenPage, WebSearchActionFind. `type` decides which
// members are set: "search" (queries, query, sources), "open_page" (url), "find_in_page" (url,
// pattern).
struct WebSearchAction {
    field<std::string> type{};
    field<std::vector<std::string>> queries{};
    field<std::string> query{};  // deprecated by OpenAI
    field<std::vector<WebSearchSource>> sources{};
    field<std::string> url{};
    field<std::string> pattern{};
    extra_members extra{};
    friend bool operator==(const WebSearchAction&, const WebSearchAction&) = default;
};

// OpenAI: WebSearchToolCall.
struct WebSearchToolCall {
    static constexpr wire_tag tag{"type", "web_search_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<WebSearchAction> action{};
    extra_members extra{};
    friend bool operator==(const WebSearchToolCall&, const WebSearchToolCall&) = default;
};

// OpenAI: an entry of FileSearchToolCall::results.
struct FileSearchResult {
    field<std::string> file_id{};
    field<std::string> filename{};
    field<double> score{};  // relevance, 0..1
    field<std::string> text{};
    field<raw_json> attributes{};  // an object of strings, numbers and booleans
    extra_members extra{};
    friend bool operator==(const FileSearchResult&, const FileSearchResult&) = default;
};

// OpenAI: FileSearchToolCall.
struct FileSearchToolCall {
    static constexpr wire_tag tag{"type", "file_search_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::vector<std::string>> queries{};
    field<std::vector<FileSearchResult>> results{};
    extra_members extra{};
    friend bool operator==(const FileSearchToolCall&, const FileSearchToolCall&) = default;
};

// OpenAI: CodeInterpreterOutputLogs (type "logs": logs), CodeInterpreterOutputImage (type "image":
// url).
struct CodeInterpreterOutput {
    field<std::string> type{};
    field<std::string> logs{};
    field<std::string> url{};
    extra_members extra{};
    friend bool operator==(const CodeInterpreterOutput&, const CodeInterpreterOutput&) = default;
};

// OpenAI: CodeInterpreterToolCall.
struct CodeInterpreterToolCall {
    static constexpr wire_tag tag{"type", "code_interpreter_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> code{};
    field<std::string> container_id{};
    field<std::vector<CodeInterpreterOutput>> outputs{};
    extra_members extra{};
    friend bool operator==(const CodeInterpreterToolCall&,
                           const CodeInterpreterToolCall&) = default;
};

// OpenAI: why moderation rejected an image.
struct ModerationDetails {
    field<std::vector<std::string>> categories{};
    field<std::string> moderation_stage{};  // "input", "output" or "unknown"
    extra_members extra{};
    friend bool operator==(const ModerationDetails&, const ModerationDetails&) = default;
};

// OpenAI: why an image was not generated.
struct ImageGenError {
    static constexpr bool kept_apart = true;
    field<std::string> code{};
    field<std::string> message{};
    field<std::string> param{};
    field<std::string> type{};
    field<ModerationDetails> moderation_details{};
    extra_members extra{};
    friend bool operator==(const ImageGenError&, const ImageGenError&) = default;
};

// OpenAI: ImageGenToolCall.
struct ImageGenToolCall {
    static constexpr wire_tag tag{"type", "image_generation_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> result{};  // the image in base64
    field<std::string> action{};  // "generate", "edit" or "auto"
    field<open_enum<ImageBackground>> background{};
    field<ImageGenError> error{};
    field<open_enum<ImageOutputFormat>> output_format{};
    field<open_enum<ImageQuality>> quality{};
    field<std::string> revised_prompt{};
    field<std::string> size{};  // width x height in pixels
    field<SvgUsage> svg_usage{};
    extra_members extra{};
    friend bool operator==(const ImageGenToolCall&, const ImageGenToolCall&) = default;
};

// OpenAI: error of an MCP call. `type` is "mcp_protocol_error" or "http_error" (code, message), or
// "mcp_tool_execution_error" (content).
struct MCPError {
    field<std::string> type{};
    field<std::int64_t> code{};
    field<std::string> message{};
    field<raw_json> content{};  // any JSON
    extra_members extra{};
    friend bool operator==(const MCPError&, const MCPError&) = default;
};

// OpenAI: MCPToolCall, MCPApprovalRequest. A call of a tool on an MCP server or, with type
// "mcp_approval_request", the request to allow one.
struct MCPToolCall {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"mcp_call", "mcp_approval_request"};
    std::string type = "mcp_call";
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> approval_request_id{};
    field<std::string> arguments{};                                // JSON as a string
    field<std::variant<MCPError, std::string, raw_json>> error{};  // text at some servers
    field<std::string> name{};
    field<std::string> output{};
    field<std::string> server_label{};
    extra_members extra{};
    friend bool operator==(const MCPToolCall&, const MCPToolCall&) = default;
};

// OpenAI: MCPApprovalResponse. The user's answer to an mcp_approval_request.
struct MCPApprovalResponse {
    static constexpr wire_tag tag{"type", "mcp_approval_response"};
    field<std::string> approval_request_id{};
    field<bool> approve{};
    field<std::string> id{};
    field<std::string> reason{};
    extra_members extra{};
    friend bool operator==(const MCPApprovalResponse&, const MCPApprovalResponse&) = default;
};

// OpenAI: MCPListToolsTool.
struct MCPListedTool {
    field<std::string> name{};
    field<std::string> description{};
    field<raw_json> input_schema{};  // a JSON Schema
    field<raw_json> annotations{};   // any JSON
    extra_members extra{};
    friend bool operator==(const MCPListedTool&, const MCPListedTool&) = default;
};

// OpenAI: MCPListTools. The tools that an MCP server offers.
struct MCPListTools {
    static constexpr wire_tag tag{"type", "mcp_list_tools"};
    field<std::string> id{};
    field<std::string> server_label{};
    field<std::vector<MCPListedTool>> tools{};
    field<std::string> error{};
    extra_members extra{};
    friend bool operator==(const MCPListTools&, const MCPListTools&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
