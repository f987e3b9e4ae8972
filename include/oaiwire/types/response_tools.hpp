// Responses API: tools, and which of them the model must call.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/images.hpp>
#include <oaiwire/types/response_shell.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: FunctionTool; R9S: ResponseTool. Unlike in a chat request, the function's members are not
// nested.
struct ResponseFunctionTool {
    static constexpr wire_tag tag{"type", "function"};
    field<std::string> name{};
    field<std::string> description{};
    field<raw_json> parameters{};  // a JSON Schema
    field<bool> strict{};
    field<std::vector<std::string>> allowed_callers{};  // "direct", "programmatic"
    field<bool> async{};
    field<bool> defer_loading{};      // load only when the model searches for it
    field<raw_json> output_schema{};  // a JSON Schema
    extra_members extra{};
    friend bool operator==(const ResponseFunctionTool&, const ResponseFunctionTool&) = default;
};

// OpenAI: the input format of a custom tool. `type` is "text", or "grammar" with the other members.
struct ResponseToolFormat {
    field<std::string> type{};
    field<std::string> definition{};
    field<open_enum<GrammarSyntax>> syntax{};
    extra_members extra{};
    friend bool operator==(const ResponseToolFormat&, const ResponseToolFormat&) = default;
};

// OpenAI: CustomToolParam. A tool whose input is free text or follows a grammar.
struct ResponseCustomTool {
    static constexpr wire_tag tag{"type", "custom"};
    field<std::string> name{};
    field<std::string> description{};
    field<ResponseToolFormat> format{};
    field<std::vector<std::string>> allowed_callers{};
    field<bool> async{};
    field<bool> defer_loading{};
    extra_members extra{};
    friend bool operator==(const ResponseCustomTool&, const ResponseCustomTool&) = default;
};

// OpenAI: a group of functions and custom tools under one name.
struct NamespaceTool {
    static constexpr wire_tag tag{"type", "namespace"};
    field<std::string> name{};
    field<std::string> description{};
    std::vector<std::variant<ResponseFunctionTool, ResponseCustomTool, raw_json>> tools{};
    extra_members extra{};
    friend bool operator==(const NamespaceTool&, const NamespaceTool&) = default;
};

// OpenAI: lets the model search for tools whose loading is deferred.
struct ToolSearchTool {
    static constexpr wire_tag tag{"type", "tool_search"};
    field<std::string> description{};
    field<std::string> execution{};  // "server" or "client"
    field<raw_json> parameters{};    // a JSON Schema, for "client"
    extra_members extra{};
    friend bool operator==(const ToolSearchTool&, const ToolSearchTool&) = default;
};

// OpenAI: restricts a web search.
struct WebSearchFilters {
    field<std::vector<std::string>> allowed_domains{};
    extra_members extra{};
    friend bool operator==(const WebSearchFilters&, const WebSearchFilters&) = default;
};

// OpenAI: the user's approximate location.
struct ApproximateLocation {
    field<std::string> type{};  // "approximate"
    field<std::string> city{};
    field<std::string> country{};  // ISO 3166-1, two letters
    field<std::string> region{};
    field<std::string> timezone{};  // IANA name
    extra_members extra{};
    friend bool operator==(const ApproximateLocation&, const ApproximateLocation&) = default;
};

// OpenAI: WebSearchTool, WebSearchPreviewTool.
struct WebSearchTool {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 4> tag_values{
        "web_search", "web_search_2025_08_26", "web_search_preview",
        "web_search_preview_2025_03_11"};
    std::string type = "web_search";
    field<bool> external_web_access{};
    field<WebSearchFilters> filters{};
    field<std::vector<std::string>> search_content_types{};  // preview only: "text", "image"
    field<open_enum<SearchContextSize>> search_context_size{};
    field<ApproximateLocation> user_location{};
    extra_members extra{};
    friend bool operator==(const WebSearchTool&, const WebSearchTool&) = default;
};

// OpenAI: ComparisonFilter (type "eq", "ne", "gt", "gte", "lt", "lte", "in", "nin": key, value),
// CompoundFilter (type "and", "or": filters).
struct FileSearchFilter {
    field<std::string> type{};
    field<std::string> key{};
    // a string; numbers, booleans and lists as raw JSON
    field<std::variant<std::string, raw_json>> value{};
    field<std::vector<FileSearchFilter>> filters{};
    extra_members extra{};
    friend bool operator==(const FileSearchFilter&, const FileSearchFilter&) = default;
};

// OpenAI: weights of the two rankings of a file search.
struct HybridSearch {
    field<double> embedding_weight{};
    field<double> text_weight{};
    extra_members extra{};
    friend bool operator==(const HybridSearch&, const HybridSearch&) = default;
};

// OpenAI: RankingOptions.
struct FileSearchRanking {
    field<HybridSearch> hybrid_search{};
    field<std::string> ranker{};      // "auto", "default-2024-11-15"
    field<double> score_threshold{};  // 0..1
    extra_members extra{};
    friend bool operator==(const FileSearchRanking&, const FileSearchRanking&) = default;
};

// OpenAI: FileSearchTool.
struct FileSearchTool {
    static constexpr wire_tag tag{"type", "file_search"};
    std::vector<std::string> vector_store_ids{};
    field<FileSearchFilter> filters{};
    field<std::int64_t> max_num_results{};  // 1..50
    field<FileSearchRanking> ranking_options{};
    extra_members extra{};
    friend bool operator==(const FileSearchTool&, const FileSearchTool&) = default;
};

// OpenAI: ComputerTool, ComputerUsePreviewTool. The members after type belong to the preview.
struct ComputerTool {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"computer", "computer_use_preview"};
    std::string type = "computer";
    field<std::int64_t> display_width{};   // pixels
    field<std::int64_t> display_height{};  // pixels
    field<std::string> environment{};      // "windows", "mac", "linux", "ubuntu" or "browser"
    extra_members extra{};
    friend bool operator==(const ComputerTool&, const ComputerTool&) = default;
};

// OpenAI: MCPToolFilter.
struct MCPToolFilter {
    field<bool> read_only{};
    field<std::vector<std::string>> tool_names{};
    extra_members extra{};
    friend bool operator==(const MCPToolFilter&, const MCPToolFilter&) = default;
};

// OpenAI: the tools that always or never require approval.
struct MCPApprovalFilter {
    field<MCPToolFilter> always{};
    field<MCPToolFilter> never{};
    extra_members extra{};
    friend bool operator==(const MCPApprovalFilter&, const MCPApprovalFilter&) = default;
};

// OpenAI: MCPTool. The tools of an MCP server, named by one of server_url, connector_id and
// tunnel_id.
struct MCPTool {
    static constexpr wire_tag tag{"type", "mcp"};
    std::string server_label{};
    field<std::vector<std::string>> allowed_callers{};
    field<std::variant<std::vector<std::string>, MCPToolFilter, raw_json>> allowed_tools{};
    field<std::string> authorization{};  // OAuth token, sent to the MCP server
    // "connector_dropbox", "connector_gmail", "connector_googlecalendar", "connector_googledrive",
    // "connector_microsoftteams", "connector_outlookcalendar", "connector_outlookemail" or
    // "connector_sharepoint"
    field<std::string> connector_id{};
    field<bool> defer_loading{};
    field<string_map<std::string>> headers{};  // sent to the MCP server
    // "always", "never", or by tool
    field<std::variant<std::string, MCPApprovalFilter, raw_json>> require_approval{};
    field<std::string> server_description{};
    field<std::string> server_url{};
    field<std::string> tunnel_id{};
    extra_members extra{};
    friend bool operator==(const MCPTool&, const MCPTool&) = default;
};

// OpenAI: CodeInterpreterTool.
struct CodeInterpreterTool {
    static constexpr wire_tag tag{"type", "code_interpreter"};
    // the id of a container, or the settings of a new one
    std::variant<std::string, ToolEnvironment, raw_json> container{};
    field<std::vector<std::string>> allowed_callers{};
    extra_members extra{};
    friend bool operator==(const CodeInterpreterTool&, const CodeInterpreterTool&) = default;
};

// OpenAI: the mask of an image edit. Either file_id (of an uploaded file) or image_url.
struct ImageMask {
    field<std::string> file_id{};
    field<std::string> image_url{};
    extra_members extra{};
    friend bool operator==(const ImageMask&, const ImageMask&) = default;
};

// OpenAI: ImageGenTool. Values and units as in ImageGenerationRequest.
struct ImageGenerationTool {
    static constexpr wire_tag tag{"type", "image_generation"};
    field<std::string> action{};  // "generate", "edit" or "auto"
    field<open_enum<ImageBackground>> background{};
    field<std::string> complexity{};
    field<std::int64_t> frame_count{};
    field<std::int64_t> frame_duration_ms{};
    field<open_enum<InputFidelity>> input_fidelity{};
    field<ImageMask> input_image_mask{};
    field<std::string> model{};
    field<open_enum<ImageModeration>> moderation{};
    field<std::int64_t> output_compression{};
    field<open_enum<ImageOutputFormat>> output_format{};
    field<std::int64_t> partial_images{};
    field<open_enum<ImageQuality>> quality{};
    field<std::string> size{};
    field<SvgOptions> svg{};
    extra_members extra{};
    friend bool operator==(const ImageGenerationTool&, const ImageGenerationTool&) = default;
};

// OpenAI: FunctionShellToolParam.
struct ShellTool {
    static constexpr wire_tag tag{"type", "shell"};
    field<std::vector<std::string>> allowed_callers{};
    field<ToolEnvironment> environment{};
    extra_members extra{};
    friend bool operator==(const ShellTool&, const ShellTool&) = default;
};

// OpenAI: tools without settings. allowed_callers belongs to apply_patch.
struct BuiltInTool {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 3> tag_values{"apply_patch", "local_shell",
                                                                "programmatic_tool_calling"};
    std::string type = "apply_patch";
    field<std::vector<std::string>> allowed_callers{};
    extra_members extra{};
    friend bool operator==(const BuiltInTool&, const BuiltInTool&) = default;
};

// OpenAI: Tool. Tools of other types are kept as raw JSON.
using ResponseTool =
    std::variant<ResponseFunctionTool, ResponseCustomTool, WebSearchTool, FileSearchTool, MCPTool,
                 CodeInterpreterTool, ImageGenerationTool, ComputerTool, ShellTool, BuiltInTool,
                 NamespaceTool, ToolSearchTool, raw_json>;

// OpenAI: ToolChoiceFunction, which uses `name`; R9S uses `function`.
struct ToolChoiceFunction {
    static constexpr wire_tag tag{"type", "function"};
    field<std::string> name{};
    field<ToolName> function{};
    extra_members extra{};
    friend bool operator==(const ToolChoiceFunction&, const ToolChoiceFunction&) = default;
};

// OpenAI: ToolChoiceCustom.
struct ToolChoiceCustom {
    static constexpr wire_tag tag{"type", "custom"};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const ToolChoiceCustom&, const ToolChoiceCustom&) = default;
};

// OpenAI: ToolChoiceAllowed.
struct ToolChoiceAllowed {
    static constexpr wire_tag tag{"type", "allowed_tools"};
    field<open_enum<ToolChoiceMode>> mode{};
    // such as {"type":"function","name":"f"} and {"type":"image_generation"}
    field<std::vector<raw_json>> tools{};
    extra_members extra{};
    friend bool operator==(const ToolChoiceAllowed&, const ToolChoiceAllowed&) = default;
};

// OpenAI: ToolChoiceTypes, ToolChoiceMCP and others. server_label and name belong to "mcp".
struct ToolChoiceHosted {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 13> tag_values{"file_search",
                                                                 "web_search",
                                                                 "web_search_preview",
                                                                 "web_search_preview_2025_03_11",
                                                                 "computer",
                                                                 "computer_use",
                                                                 "computer_use_preview",
                                                                 "image_generation",
                                                                 "code_interpreter",
                                                                 "mcp",
                                                                 "shell",
                                                                 "apply_patch",
                                                                 "programmatic_tool_calling"};
    std::string type = "file_search";
    field<std::string> server_label{};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const ToolChoiceHosted&, const ToolChoiceHosted&) = default;
};

// OpenAI: ToolChoiceParam; R9S: ToolChoice.
using ResponseToolChoice =
    std::variant<open_enum<ToolChoiceMode>, ToolChoiceFunction, ToolChoiceCustom, ToolChoiceAllowed,
                 ToolChoiceHosted, raw_json>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
