// Calls of the tools that the server of the Responses API runs itself, or on an MCP server. Knows
// no JSON.
#pragma once

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/images.hpp>

namespace oaiwire::inline v0_2 {

// type: "url".
struct WebSearchSource {
    field<std::string> type{};
    field<std::string> url{};
    extra_members extra{};
    friend bool operator==(const WebSearchSource&, const WebSearchSource&) = default;
};

// type: "search" (queries, query, sources), "open_page" (url), "find_in_page" (url, pattern).
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

struct WebSearchToolCall {
    static constexpr wire_tag tag{"type", "web_search_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<WebSearchAction> action{};
    extra_members extra{};
    friend bool operator==(const WebSearchToolCall&, const WebSearchToolCall&) = default;
};

// attributes: an object of texts, numbers and booleans. score: 0..1.
struct FileSearchResult {
    field<std::string> file_id{};
    field<std::string> filename{};
    field<double> score{};
    field<std::string> text{};
    field<raw_json> attributes{};
    extra_members extra{};
    friend bool operator==(const FileSearchResult&, const FileSearchResult&) = default;
};

struct FileSearchToolCall {
    static constexpr wire_tag tag{"type", "file_search_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::vector<std::string>> queries{};
    field<std::vector<FileSearchResult>> results{};
    extra_members extra{};
    friend bool operator==(const FileSearchToolCall&, const FileSearchToolCall&) = default;
};

// type: "logs" (logs), "image" (url).
struct CodeInterpreterOutput {
    field<std::string> type{};
    field<std::string> logs{};
    field<std::string> url{};
    extra_members extra{};
    friend bool operator==(const CodeInterpreterOutput&, const CodeInterpreterOutput&) = default;
};

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

// moderation_stage: "input", "output", "unknown".
struct ModerationDetails {
    field<std::vector<std::string>> categories{};
    field<std::string> moderation_stage{};
    extra_members extra{};
    friend bool operator==(const ModerationDetails&, const ModerationDetails&) = default;
};

// Why an image was not made.
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

// result: the image in base64. action: "generate", "edit", "auto".
struct ImageGenToolCall {
    static constexpr wire_tag tag{"type", "image_generation_call"};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> result{};
    field<std::string> action{};
    field<open_enum<ImageBackground>> background{};
    field<ImageGenError> error{};
    field<open_enum<ImageOutputFormat>> output_format{};
    field<open_enum<ImageQuality>> quality{};
    field<std::string> revised_prompt{};
    field<std::string> size{};
    field<SvgUsage> svg_usage{};
    extra_members extra{};
    friend bool operator==(const ImageGenToolCall&, const ImageGenToolCall&) = default;
};

// type: "mcp_protocol_error" and "http_error" (code, message), "mcp_tool_execution_error" (content:
// any JSON).
struct MCPError {
    field<std::string> type{};
    field<std::int64_t> code{};
    field<std::string> message{};
    field<raw_json> content{};
    extra_members extra{};
    friend bool operator==(const MCPError&, const MCPError&) = default;
};

// A call of a tool on an MCP server, or (mcp_approval_request) the question whether it may be made.
// error: some servers send text.
struct MCPToolCall {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"mcp_call", "mcp_approval_request"};
    std::string type = "mcp_call";
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> approval_request_id{};
    field<std::string> arguments{};
    field<std::variant<MCPError, std::string, raw_json>> error{};
    field<std::string> name{};
    field<std::string> output{};
    field<std::string> server_label{};
    extra_members extra{};
    friend bool operator==(const MCPToolCall&, const MCPToolCall&) = default;
};

// The program's answer to an mcp_approval_request.
struct MCPApprovalResponse {
    static constexpr wire_tag tag{"type", "mcp_approval_response"};
    field<std::string> approval_request_id{};
    field<bool> approve{};
    field<std::string> id{};
    field<std::string> reason{};
    extra_members extra{};
    friend bool operator==(const MCPApprovalResponse&, const MCPApprovalResponse&) = default;
};

// input_schema: a JSON Schema. annotations: any JSON.
struct MCPListedTool {
    field<std::string> name{};
    field<std::string> description{};
    field<raw_json> input_schema{};
    field<raw_json> annotations{};
    extra_members extra{};
    friend bool operator==(const MCPListedTool&, const MCPListedTool&) = default;
};

// What a server offers, asked of it by OpenAI's.
struct MCPListTools {
    static constexpr wire_tag tag{"type", "mcp_list_tools"};
    field<std::string> id{};
    field<std::string> server_label{};
    field<std::vector<MCPListedTool>> tools{};
    field<std::string> error{};
    extra_members extra{};
    friend bool operator==(const MCPListTools&, const MCPListTools&) = default;
};

}  // namespace oaiwire::inline v0_2
