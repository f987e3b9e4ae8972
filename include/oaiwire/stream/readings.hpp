// One reading of what servers spell in several ways: finish reasons and token counts. Knows the
// wire types only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <oaiwire/core/json_view.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// What a finish_reason comes to. `other` is none of these, and no success.
enum class finish_kind : std::uint8_t {
    none,
    stop,
    length,
    tool_calls,
    content_filter,
    function_call,
    error,
    other,
};

constexpr std::string_view name(finish_kind kind) {
    constexpr std::array<std::string_view, 8> names{"none",       "stop",           "length",
                                                    "tool_calls", "content_filter", "function_call",
                                                    "error",      "other"};
    return names[static_cast<std::size_t>(kind)];
}

// From the raw text; "" is `none`.
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

// The counts of a usage object under whichever names it has them.
struct token_counts {
    std::optional<std::int64_t> prompt{};
    std::optional<std::int64_t> completion{};
    std::optional<std::int64_t> total{};
    std::optional<std::int64_t> cached{};
    std::optional<std::int64_t> reasoning{};

    bool any() const { return prompt || completion || total; }
    friend bool operator==(const token_counts&, const token_counts&) = default;
};

namespace detail {

inline std::optional<std::int64_t> count_of(const field<std::int64_t>& f) {
    return f ? std::optional<std::int64_t>(*f) : std::nullopt;
}

inline std::optional<std::int64_t> count_in(json_view v) {
    if (!v.is_number()) return std::nullopt;
    std::int64_t n = 0;
    for (const char c : v.text()) {
        if (!json_scan::is_digit(c) || n > (std::int64_t{1} << 53)) return std::nullopt;
        n = n * 10 + (c - '0');
    }
    return n;
}

inline json_view extra_view(const extra_members& extra, std::string_view name) {
    const auto text = extra.find(name);
    return text ? json_view(*text) : json_view();
}

}  // namespace detail

inline token_counts counts_of(const Usage& usage) {
    token_counts c;
    c.prompt = detail::count_of(usage.prompt_tokens);
    c.completion = detail::count_of(usage.completion_tokens);
    c.total = detail::count_of(usage.total_tokens);
    if (usage.prompt_tokens_details) {
        c.cached = detail::count_of(usage.prompt_tokens_details->cached_tokens);
    }
    if (usage.completion_tokens_details) {
        c.reasoning = detail::count_of(usage.completion_tokens_details->reasoning_tokens);
    }
    if (usage.extra.empty()) return c;
    const auto other = [&](std::optional<std::int64_t>& count, std::string_view name) {
        if (!count) count = detail::count_in(detail::extra_view(usage.extra, name));
    };
    other(c.prompt, "input_tokens");
    other(c.completion, "output_tokens");
    other(c.cached, "cached_tokens");
    other(c.cached, "num_cached_tokens");
    other(c.cached, "prompt_cache_hit_tokens");
    if (!c.cached) {
        c.cached = detail::count_in(
            detail::extra_view(usage.extra, "prompt_token_details")["cached_tokens"]);
    }
    other(c.reasoning, "reasoning_tokens");
    return c;
}

}  // namespace oaiwire::inline OAIWIRE_ABI
