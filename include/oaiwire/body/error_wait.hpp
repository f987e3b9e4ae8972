// Retry delays that are stated in an error body instead of a header.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/rate_limit.hpp>
#include <oaiwire/http/retry_after.hpp>
#include <oaiwire/json/text/view.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Milliseconds of "6 seconds", "20s.", "6m0s", "1.5 minutes"; empty if the text does not begin with
// a duration. Expects lower case.
inline std::optional<std::int64_t> parse_spoken_wait(std::string_view text) {
    // the next word, without punctuation behind it
    const auto word = [&] {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        std::string_view w = text.substr(0, text.find(' '));
        text.remove_prefix(w.size());
        while (!w.empty() && std::string_view(".,;:!)").find(w.back()) != std::string_view::npos) {
            w.remove_suffix(1);
        }
        return w;
    };
    const std::string_view first = word();
    if (const auto duration = http::parse_duration(first)) return duration;
    const auto number = http::detail::parse_decimal(first);
    if (!number) return std::nullopt;
    const std::string_view unit = word();
    if (unit.starts_with("millisecond") || unit == "ms") {
        return number->in(http::detail::milliseconds);
    }
    if (unit.starts_with("minute")) return number->in({"m", 6, 4});
    if (unit.starts_with("hour")) return number->in({"h", 36, 5});
    return unit.starts_with("sec") || unit == "s" ? std::optional(number->in(http::detail::seconds))
                                                  : std::nullopt;
}

}  // namespace detail

// The delay in milliseconds that a message states: "Please retry after 6 seconds" (Azure), "Please
// try again in 6m0s." (OpenAI). Ignores ASCII case. Empty if there is none.
inline std::optional<std::int64_t> wait_in_message(std::string_view message) {
    constexpr std::size_t enough = 2048;  // bytes of the message that are searched
    // bounded: the message may be a whole HTML page
    const std::string lower = detail::lower_case(message.substr(0, enough));
    for (std::string_view left = "retry after ,try again in ,retry in ,try again after ";
         !left.empty();) {
        const std::string_view phrase = detail::take_item(left);
        const std::size_t at = lower.find(phrase);
        if (at == std::string::npos) continue;
        const std::string_view rest = std::string_view(lower).substr(at + phrase.size());
        if (const auto wait = detail::parse_spoken_wait(rest)) return wait;
    }
    return std::nullopt;
}

// Sets e.api.retry from the body of an error, from the first of: details[].retryDelay (Gemini), the
// headers that OpenRouter quotes in metadata.headers, the message. now_unix_ms: when the response
// was received; if 0, delays that are stated as a point in time are ignored.
inline void read_wait(error& e, json_view payload, std::int64_t now_unix_ms = 0) {
    if (payload.is_array()) payload = payload.first();
    const json_view object = payload["error"].is_object() ? payload["error"] : payload;
    const auto found = [&](std::optional<std::int64_t> wait, std::string_view raw) {
        constexpr std::size_t raw_bytes = 512;
        if (wait) e.api.retry = {wait, std::nullopt, std::string(raw.substr(0, raw_bytes))};
        return wait.has_value();
    };
    // a google.protobuf.Duration ("34.07s")
    bool done = false;
    object["details"].each([&](std::string_view, json_view detail) {
        const auto delay = detail["retryDelay"].string();
        done = delay && found(http::parse_duration(*delay), *delay);
        return !done;
    });
    if (done) return;
    http::header_list quoted;
    std::string reset;
    object["metadata"]["headers"].each([&](std::string_view name, json_view value) {
        quoted.add(name, value.text_or_json());
        if (http::same_name(name, "x-ratelimit-reset")) reset = value.text_or_json();
        return true;
    });
    if (!quoted.empty()) {
        const retry_hints hints = http::parse_retry_hints(quoted, now_unix_ms);
        if (hints.after_ms) return void(e.api.retry = hints);
        if (found(http::parse_reset(reset, now_unix_ms), reset)) return;
    }
    found(wait_in_message(e.message), e.message);
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
