// The meaning of finish reasons, which servers spell in several ways.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string_view>
#include <utility>

#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// What a finish_reason means. `other`: a reason of unknown meaning, which is not a success.
enum class finish_kind : std::uint8_t {
    none,            // there is none yet
    stop,            // the response is complete, or reached a stop sequence
    length,          // the limit of tokens was reached
    tool_calls,      // the model calls tools
    content_filter,  // content was withheld
    function_call,   // the old form of tool_calls
    error,           // the server failed
    other,
};

namespace detail {

inline constexpr name_row<finish_kind> finish_kind_names[] = {
    {finish_kind::none, "none"},
    {finish_kind::stop, "stop"},
    {finish_kind::length, "length"},
    {finish_kind::tool_calls, "tool_calls"},
    {finish_kind::content_filter, "content_filter"},
    {finish_kind::function_call, "function_call"},
    {finish_kind::error, "error"},
    {finish_kind::other, "other"},
};

}  // namespace detail

// The name of the kind ("tool_calls").
constexpr std::string_view name(finish_kind kind) {
    return detail::name_in(detail::finish_kind_names, kind);
}

// The meaning of the raw text; "" is `none`.
constexpr finish_kind kind_of_finish(std::string_view reason) {
    constexpr std::pair<std::string_view, finish_kind> known[] = {
        {"", finish_kind::none},
        {"stop", finish_kind::stop},
        {"eos", finish_kind::stop},
        {"eos_token", finish_kind::stop},
        {"end_turn", finish_kind::stop},
        {"stop_sequence", finish_kind::stop},
        {"COMPLETE", finish_kind::stop},
        {"STOP", finish_kind::stop},
        {"length", finish_kind::length},
        {"model_length", finish_kind::length},
        {"max_tokens", finish_kind::length},
        {"MAX_TOKENS", finish_kind::length},
        {"max_output_tokens", finish_kind::length},
        {"tool_calls", finish_kind::tool_calls},
        {"tool_use", finish_kind::tool_calls},
        {"content_filter", finish_kind::content_filter},
        {"sensitive", finish_kind::content_filter},
        {"SAFETY", finish_kind::content_filter},
        {"function_call", finish_kind::function_call},
        {"error", finish_kind::error},
        {"ERROR", finish_kind::error},
    };
    for (const auto& [text, kind] : known) {
        if (text == reason) return kind;
    }
    return finish_kind::other;
}

// Whether the server gave up in the middle of the response, so that the text is incomplete: vLLM's
// "abort", OpenRouter's "error", DeepSeek's "insufficient_system_resource".
constexpr bool is_aborted(std::string_view reason) {
    return kind_of_finish(reason) == finish_kind::error || reason == "abort" ||
           reason == "insufficient_system_resource";
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
