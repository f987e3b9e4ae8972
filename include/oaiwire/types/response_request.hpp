// The request of the Responses API, and those of a response that the server has kept. Knows no
// JSON.
#pragma once

#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/response_items.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

enum class Truncation : std::uint8_t { unknown, auto_, disabled };
constexpr std::array<std::string_view, 2> enumerator_names(Truncation) {
    return {"auto", "disabled"};
}

// OpenAI: FunctionTool; R9S: ResponseTool. Flat, other than a chat request's. parameters: a JSON
// Schema.
struct ResponseFunctionTool {
    static constexpr wire_tag tag{"type", "function"};
    field<std::string> name{};
    field<std::string> description{};
    field<raw_json> parameters{};
    field<bool> strict{};
    extra_members extra{};
    friend bool operator==(const ResponseFunctionTool&, const ResponseFunctionTool&) = default;
};

// OpenAI: CustomToolParam. format: {"type":"text"}, or one of type "grammar".
struct ResponseCustomTool {
    static constexpr wire_tag tag{"type", "custom"};
    field<std::string> name{};
    field<std::string> description{};
    field<raw_json> format{};
    extra_members extra{};
    friend bool operator==(const ResponseCustomTool&, const ResponseCustomTool&) = default;
};

// Hosted tools, each with settings of its own, are raw JSON: {"type":"web_search"}.
using ResponseTool = std::variant<ResponseFunctionTool, ResponseCustomTool, raw_json>;

// OpenAI names the function beside the type, R9S in an object.
struct ToolChoiceFunction {
    static constexpr wire_tag tag{"type", "function"};
    field<std::string> name{};
    field<ToolName> function{};
    extra_members extra{};
    friend bool operator==(const ToolChoiceFunction&, const ToolChoiceFunction&) = default;
};

struct ToolChoiceCustom {
    static constexpr wire_tag tag{"type", "custom"};
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const ToolChoiceCustom&, const ToolChoiceCustom&) = default;
};

// tools: such as {"type":"function","name":"f"} and {"type":"image_generation"}.
struct ToolChoiceAllowed {
    static constexpr wire_tag tag{"type", "allowed_tools"};
    field<open_enum<ToolChoiceMode>> mode{};
    field<std::vector<raw_json>> tools{};
    extra_members extra{};
    friend bool operator==(const ToolChoiceAllowed&, const ToolChoiceAllowed&) = default;
};

// OpenAI: ToolChoiceParam; R9S: ToolChoice. A hosted tool is chosen by raw JSON:
// {"type":"file_search"}.
using ResponseToolChoice = std::variant<open_enum<ToolChoiceMode>, ToolChoiceFunction,
                                        ToolChoiceCustom, ToolChoiceAllowed, raw_json>;

// OpenAI: TextResponseFormatConfiguration. The members after type are those of a JSON schema.
struct ResponseTextFormat {
    field<open_enum<ResponseFormatType>> type{};
    field<std::string> name{};
    field<std::string> description{};
    field<raw_json> schema{};
    field<bool> strict{};
    extra_members extra{};
    friend bool operator==(const ResponseTextFormat&, const ResponseTextFormat&) = default;
};

struct ResponseTextParam {
    field<ResponseTextFormat> format{};
    field<open_enum<Verbosity>> verbosity{};
    extra_members extra{};
    friend bool operator==(const ResponseTextParam&, const ResponseTextParam&) = default;
};

// summary: "auto", "concise", "detailed". context: "auto", "current_turn", "all_turns".
struct Reasoning {
    field<open_enum<ReasoningEffort>> effort{};
    field<std::string> summary{};
    field<std::string> context{};
    field<std::string> generate_summary{};  // deprecated: summary
    field<std::string> mode{};              // "standard", "pro"
    extra_members extra{};
    friend bool operator==(const Reasoning&, const Reasoning&) = default;
};

// A prompt template that the server keeps. variables: an object.
struct ResponsePrompt {
    field<std::string> id{};
    field<std::string> version{};
    field<raw_json> variables{};
    extra_members extra{};
    friend bool operator==(const ResponsePrompt&, const ResponsePrompt&) = default;
};

struct ResponseConversation {
    field<std::string> id{};
    extra_members extra{};
    friend bool operator==(const ResponseConversation&, const ResponseConversation&) = default;
};

// A conversation's id, bare or in an object.
using ConversationParam = std::variant<std::string, ResponseConversation>;

// POST /responses (OpenAI: CreateResponse). model and input come first, the others in alphabetical
// order: designated initialisers must keep it. What is not set is not sent; `stream` is set by the
// call that is made.
struct ResponseRequest {
    std::string model{};
    field<ResponseInput> input{};
    field<bool> background{};
    field<std::vector<raw_json>> context_management{};  // {"type":"compaction",...}
    field<ConversationParam> conversation{};
    field<std::vector<std::string>> include{};  // "reasoning.encrypted_content" and others
    field<std::string> instructions{};
    field<std::int64_t> max_output_tokens{};  // at least 1; OpenAI: at least 16
    field<std::int64_t> max_tool_calls{};
    field<raw_json> metadata{};                            // an object
    field<std::vector<open_enum<Modality>>> modalities{};  // R9S
    field<ModerationOptions> moderation{};
    field<bool> parallel_tool_calls{};
    field<std::string> previous_response_id{};
    field<ResponsePrompt> prompt{};
    field<std::string> prompt_cache_key{};
    field<PromptCacheOptions> prompt_cache_options{};
    field<std::string> prompt_cache_retention{};  // "in_memory", "24h"
    field<Reasoning> reasoning{};
    field<std::string> safety_identifier{};  // at most 64 characters
    field<open_enum<ServiceTier>> service_tier{};
    field<Stop> stop{};  // R9S: one, or at most 4
    field<bool> store{};
    field<bool> stream{};
    field<StreamOptions> stream_options{};
    field<double> temperature{};  // 0..2
    field<ResponseTextParam> text{};
    field<ResponseToolChoice> tool_choice{};
    field<std::vector<ResponseTool>> tools{};
    field<std::int64_t> top_logprobs{};  // 0..20
    field<double> top_p{};               // 0..1
    field<open_enum<Truncation>> truncation{};
    field<std::string> user{};  // deprecated by OpenAI
    extra_members extra{};
    friend bool operator==(const ResponseRequest&, const ResponseRequest&) = default;
};

// OpenAI, DELETE /responses/{response_id}.
struct DeletedResponse {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeletedResponse&, const DeletedResponse&) = default;
};

// OpenAI; none has a body: GET and DELETE /responses/{response_id}, POST
// /responses/{response_id}/cancel. The first and the last are answered with the Response.
struct RetrieveResponseRequest {
    path_parameter response_id{};
    friend bool operator==(const RetrieveResponseRequest&,
                           const RetrieveResponseRequest&) = default;
};
struct DeleteResponseRequest {
    path_parameter response_id{};
    friend bool operator==(const DeleteResponseRequest&, const DeleteResponseRequest&) = default;
};
struct CancelResponseRequest {
    path_parameter response_id{};
    friend bool operator==(const CancelResponseRequest&, const CancelResponseRequest&) = default;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
