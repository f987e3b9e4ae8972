// The request of the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/response_items.hpp>
#include <oaiwire/types/response_settings.hpp>
#include <oaiwire/types/response_tools.hpp>

namespace oaiwire { inline namespace v0_2 {

// POST /responses (OpenAI: CreateResponse). Members are declared in alphabetical order after model
// and input; designated initialisers must follow it. Members that are not set are not sent.
// `stream` is set by the call itself.
struct ResponseRequest {
    std::string model{};
    field<ResponseInput> input{};
    field<AccessPrograms> access_programs{};
    field<bool> background{};
    field<BackgroundOptions> background_options{};
    field<std::vector<ContextManagement>> context_management{};
    field<ConversationParam> conversation{};
    field<bool> generate{};  // over a WebSocket only; false: prepares a response without output
    field<ImageContextOptions> image{};
    // additional members of the output: "reasoning.encrypted_content",
    // "message.output_text.logprobs", "message.input_image.image_url", "file_search_call.results",
    // "web_search_call.results", "web_search_call.action.sources",
    // "computer_call_output.output.image_url", "code_interpreter_call.outputs"
    field<std::vector<std::string>> include{};
    field<std::string> instructions{};
    field<std::int64_t> max_output_tokens{};  // tokens, at least 1; OpenAI: at least 16
    field<std::int64_t> max_tool_calls{};
    field<raw_json> metadata{};                            // an object
    field<std::vector<open_enum<Modality>>> modalities{};  // R9S
    field<ModerationOptions> moderation{};
    field<bool> parallel_tool_calls{};
    field<std::string> previous_response_id{};
    field<ResponsePrompt> prompt{};
    field<std::string> prompt_cache_key{};
    field<PromptCacheOptions> prompt_cache_options{};
    field<std::string> prompt_cache_retention{};  // "in_memory" or "24h"
    field<Reasoning> reasoning{};
    field<std::string> safety_identifier{};  // at most 64 characters
    field<open_enum<ServiceTier>> service_tier{};
    field<Stop> stop{};  // R9S: stop sequences, at most 4
    field<bool> store{};
    field<bool> stream{};
    field<std::string> stream_id{};  // over a WebSocket only: one of several streams
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

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
