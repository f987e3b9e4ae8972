// Parsers for the rate-limit header fields of many providers, into one structure. Pure functions:
// the caller passes the current time.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/retry_after.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// One number of a rate limit.
struct rate_limit_value {
    std::string text{};                   // as sent, at most 128 bytes; empty if absent
    std::optional<std::int64_t> value{};  // empty if absent, unknown (-1) or not understood
    friend bool operator==(const rate_limit_value&, const rate_limit_value&) = default;
};

// One rate limit. All three numbers come from one family of fields.
struct rate_limit_budget {
    // the field name without its limit, remaining or reset word, in lower case
    // ("x-ratelimit-tokens", "x-ratelimit-requests-day")
    std::string name{};
    rate_limit_value limit{};      // the quota of the whole period
    rate_limit_value remaining{};  // what is left of it
    // milliseconds until the quota is restored, counted from receipt, rounded up
    rate_limit_value reset{};
    friend bool operator==(const rate_limit_budget&, const rate_limit_budget&) = default;
};

// The rate limits of a response: one for requests, one for tokens. A limit that the head does not
// mention has an empty name.
struct rate_limit {
    rate_limit_budget requests{};  // number of requests
    rate_limit_budget tokens{};    // number of tokens
    friend bool operator==(const rate_limit&, const rate_limit&) = default;
};

// Parses an RFC 3339 date and time. Returns Unix time in milliseconds; fractions of a millisecond
// round up. Empty if the text is anything else.
constexpr std::optional<std::int64_t> parse_rfc3339(std::string_view text) {
    detail::civil_time t;
    detail::date_reader in{text};
    detail::read_date(in, t, "Y-m-d");
    if (in.text.empty() ||
        std::string_view("Tt ").find(in.text.front()) == std::string_view::npos) {
        return {};
    }
    in.text.remove_prefix(1);
    detail::read_date(in, t, "H:M:S");
    std::int64_t fraction = 0;
    if (in.text.starts_with('.')) {
        const auto d = detail::decimal::take(in.text);
        if (!d) return {};
        // the digits with their point are a number below 1
        fraction = d->in(detail::seconds);
    }
    std::int64_t offset_minutes = 0;
    if (in.text.starts_with('+') || in.text.starts_with('-')) {
        const bool east = in.text.front() == '+';
        in.text.remove_prefix(1);
        const int hours = in.digits(2);
        in.literal(":");
        const int minutes = in.digits(2);
        if (hours > 23 || minutes > 59) return {};
        offset_minutes = (hours * 60 + minutes) * (east ? 1 : -1);
    } else if (in.text.starts_with('z')) {
        in.literal("z");
    } else {
        in.literal("Z");
    }
    if (!in.ok || !in.text.empty() || !t.valid()) return {};
    return t.unix_ms() + fraction - offset_minutes * 60'000;
}

// Parses a duration: one or more numbers, each with a unit of ms, s, m, h or d ("6m0s",
// "2m59.56s"). Returns milliseconds, rounded up, at most max_wait_ms. Empty if the text is anything
// else.
constexpr std::optional<std::int64_t> parse_duration(std::string_view text) {
    constexpr std::array<detail::time_unit, 5> units{
        detail::milliseconds, detail::seconds, detail::time_unit{"m", 6, 4},
        detail::time_unit{"h", 36, 5}, detail::time_unit{"d", 864, 5}};
    if (text.empty()) return {};
    std::int64_t sum = 0;
    while (!text.empty()) {
        const auto number = detail::decimal::take(text);
        if (!number) return {};
        const detail::time_unit* unit = nullptr;
        for (const auto& u : units) {
            // first match wins: "ms" is listed before "m"
            if (!unit && text.starts_with(u.name)) unit = &u;
        }
        if (!unit) return {};
        text.remove_prefix(unit->name.size());
        sum += number->in(*unit);
        if (sum > max_wait_ms) sum = max_wait_ms;
    }
    return sum;
}

// Parses a reset time and returns the milliseconds from `now_unix_ms` until then. Accepts a
// duration, plain seconds, a date (RFC 3339 or HTTP-date), or Unix time (above 1e9 in seconds,
// above 1e12 in milliseconds). Empty for negative numbers and anything else; also for dates and
// Unix times if `now_unix_ms` is 0, which means that it is not known.
constexpr std::optional<std::int64_t> parse_reset(std::string_view text, std::int64_t now_unix_ms) {
    text = detail::trim_blanks(text);
    if (const auto number = detail::parse_decimal(text)) {
        const std::int64_t plain = number->in(detail::milliseconds);
        const std::int64_t as_seconds = number->in(detail::seconds);
        if (plain <= 1'000'000'000) return as_seconds;
        if (now_unix_ms == 0) return {};
        return wait_until(plain > 1'000'000'000'000 ? plain : as_seconds, now_unix_ms);
    }
    if (const auto duration = parse_duration(text)) return duration;
    auto date = parse_rfc3339(text);
    if (!date) date = parse_http_date(text, now_unix_ms);
    if (!date || now_unix_ms == 0) return {};
    return wait_until(*date, now_unix_ms);
}

namespace detail {

// Parses a count. A fraction is dropped; so is a suffix after ',' or ';' that gateways append
// ("100, 100;w=60").
constexpr std::optional<std::int64_t> parse_count(std::string_view text) {
    constexpr std::int64_t most = max_wait_ms;
    std::size_t i = 0;
    std::int64_t value = 0;
    for (; i != text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
        if (value < most) value = value * 10 + (text[i] - '0');
    }
    if (i == 0) return {};
    if (i != text.size() && text[i] == '.') {
        for (++i; i != text.size() && text[i] >= '0' && text[i] <= '9';) ++i;
    }
    if (i != text.size() && text[i] != ',' && text[i] != ';') return {};
    return value < most ? value : most;
}

// What a field name means. A lower rank wins: 0 names requests or tokens and nothing else, 1 names
// them among other words, 2 and 3 do not name them, so the prefix decides.
struct rate_limit_field {
    enum class figure : std::uint8_t { none, limit, remaining, reset };
    figure what = figure::none;
    bool tokens = false;
    int rank = 0;
    std::string family{};
};

}  // namespace detail

// Extracts the rate limits for requests and for tokens from a response head. If several families of
// fields apply, the one that names its subject most plainly wins, then the first.
// `now_unix_ms`: the time of receipt, Unix time in milliseconds.
rate_limit parse_rate_limits(const header_list& fields, std::int64_t now_unix_ms);

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace http {

namespace detail {

// Splits a field name into its prefix and words: "x-ratelimit-remaining-tokens" is what is left of
// "x-ratelimit-tokens". The order of the words differs between providers, so the first of limit,
// remaining and reset counts wherever it is. figure::none: the field is none of these.
inline rate_limit_field classify_rate_limit(std::string_view name) {
    struct prefix {
        std::string_view text;
        bool tokens;  // what the family counts if the name does not say
    };
    constexpr std::array<prefix, 7> prefixes{{{"x-ratelimit-", false},
                                              {"ratelimit-", false},
                                              {"anthropic-ratelimit-", false},
                                              {"x-tokenlimit-", true},
                                              {"x-ratelimitbysize-", true},
                                              {"ratelimitbysize-", true},
                                              {"x-ai-ratelimit-", true}}};
    rate_limit_field field;
    std::string_view rest;
    for (const auto& p : prefixes) {
        if (name.size() <= p.text.size() || !same_name(name.substr(0, p.text.size()), p.text)) {
            continue;
        }
        field.family.assign(p.text.substr(0, p.text.size() - 1));
        field.tokens = p.tokens;
        rest = name.substr(p.text.size());
    }
    using figure = rate_limit_field::figure;
    bool subject = false;
    int others = 0;
    while (!rest.empty()) {
        const std::size_t dash = rest.find('-');
        const std::string word = oaiwire::detail::lower_case(rest.substr(0, dash));
        rest.remove_prefix(dash == std::string_view::npos ? rest.size() : dash + 1);
        const figure f = word == "limit"       ? figure::limit
                         : word == "remaining" ? figure::remaining
                         : word == "reset"     ? figure::reset
                                               : figure::none;
        if (f != figure::none && field.what == figure::none) {
            field.what = f;
            continue;
        }
        if (word == "over") return {};  // a yes/no field, not a number
        const bool of_tokens = word == "tokens" || word.starts_with("tokens_");
        if (of_tokens || word == "requests") {
            subject = true;
            field.tokens = of_tokens;
        }
        if (word != "tokens" && word != "requests") ++others;
        field.family.append("-").append(word);
    }
    field.rank = subject ? (others == 0 ? 0 : 1) : (others == 0 ? 2 : 3);
    return field;
}

}  // namespace detail

OAIWIRE_INLINE rate_limit parse_rate_limits(const header_list& fields, std::int64_t now_unix_ms) {
    constexpr std::size_t text_bytes = 128;
    using figure = detail::rate_limit_field::figure;
    rate_limit out;
    // worse than any
    int request_rank = 4;
    int token_rank = 4;
    for (const auto& h : fields) {
        auto field = detail::classify_rate_limit(h.name);
        if (field.what == figure::none) continue;
        rate_limit_budget& budget = field.tokens ? out.tokens : out.requests;
        int& rank = field.tokens ? token_rank : request_rank;
        // a better family replaces what was read of a worse one
        if (field.rank < rank) {
            rank = field.rank;
            budget = {};
            budget.name = field.family;
        } else if (field.family != budget.name) {
            continue;
        }
        const std::string_view text = detail::trim_blanks(h.value);
        rate_limit_value& to = field.what == figure::limit       ? budget.limit
                               : field.what == figure::remaining ? budget.remaining
                                                                 : budget.reset;
        // the first field of a name counts
        if (!to.text.empty()) continue;
        to.text = text.substr(0, text_bytes);
        to.value = field.what == figure::reset ? parse_reset(text, now_unix_ms)
                                               : detail::parse_count(text);
    }
    return out;
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
