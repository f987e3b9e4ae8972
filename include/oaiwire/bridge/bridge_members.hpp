// What becomes of each member of a request in the other dialect, as tables. docs/bridge.md shows
// them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

enum class bridge_way : std::uint8_t {
    same,       // sent under the same name
    converted,  // said in another way
    noted,      // left out, with a note
    refused,    // the request is refused
};

struct bridge_row {
    std::string_view member{};
    bridge_way way{};
    std::string_view harmless{};  // JSON: a value that says no more than the member's absence
    std::string_view what{};      // where it goes, or what is lost
};

// Members of ResponseRequest, sent to a server of chat completions.
inline constexpr bridge_row response_request_rows[] = {
    {"model", bridge_way::same, {}, {}},
    {"input", bridge_way::converted, {}, "messages"},
    {"access_programs", bridge_way::noted, {}, "chat completions have no access programs"},
    {"background", bridge_way::refused, "false", "chat completions cannot run in the background"},
    {"background_options", bridge_way::noted, {}, "nothing runs in the background"},
    {"context_management", bridge_way::noted, {}, "the context is not compacted"},
    {"conversation", bridge_way::converted, {}, "messages, by the store; refused without one"},
    {"generate", bridge_way::refused, "true", "chat completions prepare nothing in advance"},
    {"image", bridge_way::noted, {}, "images are not compressed"},
    {"include",
     bridge_way::converted,
     {},
     "message.output_text.logprobs: logprobs; noted otherwise"},
    {"instructions", bridge_way::converted, {}, "the first message"},
    {"max_output_tokens", bridge_way::converted, {}, "max_completion_tokens"},
    {"max_tool_calls", bridge_way::noted, {}, "it bounds hosted tools, and there are none"},
    {"metadata", bridge_way::same, {}, {}},
    {"modalities", bridge_way::same, {}, {}},
    {"moderation", bridge_way::same, {}, {}},
    {"parallel_tool_calls", bridge_way::same, {}, {}},
    {"previous_response_id",
     bridge_way::converted,
     {},
     "messages, by the store; refused without one"},
    {"prompt", bridge_way::refused, {}, "chat completions have no stored prompts"},
    {"prompt_cache_key", bridge_way::same, {}, {}},
    {"prompt_cache_options", bridge_way::same, {}, {}},
    {"prompt_cache_retention", bridge_way::same, {}, {}},
    {"reasoning", bridge_way::converted, {}, "effort: reasoning_effort; the rest is noted"},
    {"safety_identifier", bridge_way::same, {}, {}},
    {"service_tier", bridge_way::same, {}, {}},
    {"stop", bridge_way::same, {}, {}},
    {"store", bridge_way::same, {}, {}},
    {"stream", bridge_way::same, {}, {}},
    {"stream_id", bridge_way::noted, {}, "it names a stream of a WebSocket"},
    {"stream_options", bridge_way::converted, {}, "include_usage is added to streams"},
    {"temperature", bridge_way::same, {}, {}},
    {"text", bridge_way::converted, {}, "response_format, verbosity"},
    {"tool_choice", bridge_way::converted, {}, "tool_choice; hosted tools are refused"},
    {"tools", bridge_way::converted, {}, "tools; hosted tools are refused"},
    {"top_logprobs", bridge_way::converted, {}, "top_logprobs, with logprobs"},
    {"top_p", bridge_way::same, {}, {}},
    {"truncation", bridge_way::noted, "\"disabled\"", "a context that is too long is an error"},
    {"user", bridge_way::same, {}, {}},
};

// Members of ChatCompletionRequest, sent to a server of the Responses API.
inline constexpr bridge_row chat_request_rows[] = {
    {"model", bridge_way::same, {}, {}},
    {"messages", bridge_way::converted, {}, "input"},
    {"audio", bridge_way::refused, {}, "the Responses API has no audio output"},
    {"frequency_penalty", bridge_way::noted, "0", "the Responses API has no penalties"},
    {"function_call", bridge_way::refused, {}, "deprecated: use tool_choice"},
    {"functions", bridge_way::refused, "[]", "deprecated: use tools"},
    {"logit_bias", bridge_way::refused, "{}", "the Responses API has no logit_bias"},
    {"logprobs", bridge_way::converted, {}, "include message.output_text.logprobs"},
    {"max_completion_tokens", bridge_way::converted, {}, "max_output_tokens"},
    {"max_tokens", bridge_way::converted, {}, "max_output_tokens"},
    {"metadata", bridge_way::same, {}, {}},
    {"modalities", bridge_way::refused, "[\"text\"]", "the Responses API answers with text"},
    {"moderation", bridge_way::same, {}, {}},
    {"n", bridge_way::refused, "1", "a response has one answer"},
    {"parallel_tool_calls", bridge_way::same, {}, {}},
    {"prediction", bridge_way::noted, {}, "the Responses API has no predicted output"},
    {"presence_penalty", bridge_way::noted, "0", "the Responses API has no penalties"},
    {"prompt_cache_key", bridge_way::same, {}, {}},
    {"prompt_cache_options", bridge_way::same, {}, {}},
    {"prompt_cache_retention", bridge_way::same, {}, {}},
    {"reasoning_effort", bridge_way::converted, {}, "reasoning.effort"},
    {"response_format", bridge_way::converted, {}, "text.format"},
    {"safety_identifier", bridge_way::same, {}, {}},
    {"seed", bridge_way::noted, {}, "the Responses API has no seed"},
    {"service_tier", bridge_way::same, {}, {}},
    {"stop", bridge_way::same, {}, {}},
    {"store", bridge_way::converted, {}, "store; false if absent, as chat completions have it"},
    {"stream", bridge_way::same, {}, {}},
    {"stream_options", bridge_way::converted, {}, "include_usage: the bridge adds the usage chunk"},
    {"temperature", bridge_way::same, {}, {}},
    {"tool_choice", bridge_way::converted, {}, "tool_choice"},
    {"tools", bridge_way::converted, {}, "tools"},
    {"top_k", bridge_way::noted, {}, "the Responses API has no top_k"},
    {"top_logprobs", bridge_way::same, {}, {}},
    {"top_p", bridge_way::same, {}, {}},
    {"user", bridge_way::same, {}, {}},
    {"verbosity", bridge_way::converted, {}, "text.verbosity"},
    {"web_search_options", bridge_way::converted, {}, "a tool of type web_search"},
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
