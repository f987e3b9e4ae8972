// token_counts: the token counts of a response or chunk, under the names and in the places that
// different servers use.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 {

// The token counts of a response. Empty where the server reported none.
struct token_counts {
    std::optional<std::int64_t> prompt{};      // input tokens
    std::optional<std::int64_t> completion{};  // output tokens
    std::optional<std::int64_t> total{};       // as reported; not always the sum
    std::optional<std::int64_t> cached{};      // part of prompt, read from the cache
    std::optional<std::int64_t> reasoning{};   // part of completion

    // Whether prompt, completion or total is known.
    bool any() const { return prompt || completion || total; }
    friend bool operator==(const token_counts&, const token_counts&) = default;
};

namespace detail {

inline std::optional<std::int64_t> count_of(const field<std::int64_t>& f) {
    return f ? std::optional<std::int64_t>(*f) : std::nullopt;
}

// A count, which servers write as a number, with a fraction of zeros, or as text.
inline std::optional<std::int64_t> count_in(json_view v) {
    std::string_view text = v.text();
    if (v.is_string()) text = text.substr(1, text.size() - 2);
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos) {
        if (text.find_first_not_of('0', point + 1) != std::string_view::npos) return std::nullopt;
        text = text.substr(0, point);
    }
    if (text.empty()) return std::nullopt;
    std::int64_t n = 0;
    for (const char c : text) {
        if (!json::detail::is_digit(c) || n > (std::int64_t{1} << 53)) return std::nullopt;
        n = n * 10 + (c - '0');
    }
    return n;
}

}  // namespace detail

// The counts of a usage object, under any of the names that servers use.
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
    // names of other servers (quirk 98); the first name that has a count is used
    const auto other = [&](std::optional<std::int64_t>& count, const char* name) {
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

namespace detail {

// Calls f with each usage object that is not in `usage`: in x_groq.usage, and in choices. Stops
// when f returns true, and returns whether it did.
template <class T, class F>
bool each_other_usage(const T& value, F&& f) {
    const auto look = [&](json_view from) {
        if (!from.is_object() || from.empty()) return false;
        Usage usage;
        return json::detail::read_or_throw(from.text(), usage, json::tolerant) && f(usage);
    };
    if (!value.extra.empty() && look(extra_view(value.extra, "x_groq")["usage"])) return true;
    for (const auto& choice : value.choices) {
        if (!choice.extra.empty() && look(extra_view(choice.extra, "usage"))) return true;
    }
    return false;
}

}  // namespace detail

// The token counts of a chunk or response, in any of the places where servers report them.
template <class T>
requires requires(const T& t) {
    t.choices;
    t.usage;
}
token_counts counts_of(const T& value) {
    token_counts c;
    if (value.usage) c = counts_of(*value.usage);
    if (!c.any()) {
        detail::each_other_usage(value, [&](const Usage& usage) {
            c = counts_of(usage);
            return c.any();
        });
    }
    return c;
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
