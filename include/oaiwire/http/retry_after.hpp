// Parsers for response header fields about retries (Retry-After and relatives) and for the request
// id. Pure functions: the caller passes the current time. Whether to retry is decided in
// api/retry_policy.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// The longest wait that is returned (about 31,000 years). Can be added to any clock's milliseconds
// without overflow.
inline constexpr std::int64_t max_wait_ms = 1'000'000'000'000'000;

namespace detail {

// Without the optional white space around a field's value (RFC 9110, 5.6.3).
constexpr std::string_view trim_blanks(std::string_view text) {
    return oaiwire::detail::trimmed(text, " \t");
}

// A unit of time: milliseconds = number * mantissa * 10^exponent. `mantissa` has at most three
// digits.
struct time_unit {
    std::string_view name{};
    std::uint64_t mantissa = 1;
    int exponent = 0;
};
inline constexpr time_unit milliseconds{"ms", 1, 0};
inline constexpr time_unit seconds{"s", 1, 3};

// An unsigned decimal number with at most one point. Keeps sixteen significant digits; further
// digits round up, since a wait must never come out shorter.
struct decimal {
    // far beyond what saturates in either direction
    static constexpr int exponent_bound = 1'000'000;

    std::uint64_t digits = 0;  // value: digits * 10^exponent
    int exponent = 0;
    bool more = false;  // a non-zero digit was dropped

    // Parses a number at the start of `text` and removes it from there.
    static constexpr std::optional<decimal> take(std::string_view& text) {
        decimal d;
        bool any = false;
        bool point = false;
        std::size_t i = 0;
        for (; i != text.size(); ++i) {
            const char c = text[i];
            if (c == '.' && !point) {
                point = true;
                continue;
            }
            if (c < '0' || c > '9') break;
            any = true;
            if (d.digits < 1'000'000'000'000'000) {
                d.digits = d.digits * 10 + static_cast<std::uint64_t>(c - '0');
                if (point && d.exponent > -exponent_bound) --d.exponent;
            } else {
                d.more = d.more || c != '0';
                if (!point && d.exponent < exponent_bound) ++d.exponent;
            }
        }
        if (!any) return {};
        text.remove_prefix(i);
        return d;
    }

    // Converts to milliseconds, rounded up, at most max_wait_ms.
    constexpr std::int64_t in(time_unit unit) const {
        constexpr auto most = static_cast<std::uint64_t>(max_wait_ms);
        std::uint64_t value = digits * unit.mantissa;  // below 10^16 * 10^3
        bool up = more;
        int power = exponent + unit.exponent;
        // whole milliseconds only: whatever is cut off rounds up
        for (; power < 0 && value != 0; ++power) {
            up = up || value % 10 != 0;
            value /= 10;
        }
        // stops above the bound, before 64 bits overflow
        for (; power > 0 && value != 0 && value < most; --power) value *= 10;
        value += up ? 1 : 0;
        return value < most ? static_cast<std::int64_t>(value) : max_wait_ms;
    }
};

// Parses a text that is a number as a whole, optionally with "+" and an exponent.
constexpr std::optional<decimal> parse_decimal(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    auto d = decimal::take(text);
    if (!d || text.empty()) return d;
    if (text.front() != 'e' && text.front() != 'E') return {};
    text.remove_prefix(1);
    const bool minus = text.starts_with('-');
    if (minus || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty()) return {};
    int exponent = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return {};
        if (exponent < decimal::exponent_bound) exponent = exponent * 10 + (c - '0');
    }
    d->exponent += minus ? -exponent : exponent;
    return d;
}

// Parser for fixed date formats. After the first mismatch `ok` stays false.
struct date_reader {
    std::string_view text{};
    bool ok = true;

    // Expects that text.
    constexpr void literal(std::string_view expected) {
        ok = ok && text.starts_with(expected);
        if (ok) text.remove_prefix(expected.size());
    }
    // The number of exactly so many digits; without meaning after a mismatch.
    constexpr int digits(std::size_t count) {
        ok = ok && text.size() >= count;
        int value = 0;
        for (std::size_t i = 0; ok && i != count; ++i) {
            ok = text[i] >= '0' && text[i] <= '9';
            value = value * 10 + (text[i] - '0');
        }
        if (ok) text.remove_prefix(count);
        return value;
    }
    // The index of the name that the text starts with. The names are separated by blanks.
    constexpr int one_of(std::string_view names) {
        for (int i = 0; ok && !names.empty(); ++i) {
            const auto name = oaiwire::detail::take_item(names, ' ');
            if (!text.starts_with(name)) continue;
            text.remove_prefix(name.size());
            return i;
        }
        ok = false;
        return 0;
    }
};

// A date and time in UTC, month and day counted from 1.
struct civil_time {
    int year = 0;
    int month = 1;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;

    constexpr bool leap() const { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
    // Whether there is such a date. A leap second is allowed.
    constexpr bool valid() const {
        if (year < 1 || year > 9999 || month < 1 || month > 12) return false;
        constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const int days =
            lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && leap() ? 1 : 0);
        return day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 60;
    }
    // Unix time in milliseconds (UTC, proleptic Gregorian calendar, no leap seconds).
    constexpr std::int64_t unix_ms() const {
        constexpr std::array<int, 12> before{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
        // days since 0001-01-01, less those until 1970-01-01
        const std::int64_t past = year - 1;
        const std::int64_t days = past * 365 + past / 4 - past / 100 + past / 400 +
                                  before[static_cast<std::size_t>(month - 1)] +
                                  (month > 2 && leap() ? 1 : 0) + day - 1 - 719'162;
        return ((days * 24 + hour) * 60 + minute) * 60'000 + std::int64_t{second} * 1000;
    }
};

// Reads a date by a format of these letters. All other characters stand for themselves.
constexpr void read_date(date_reader& in, civil_time& t, const char* format) {
    for (const char c : std::string_view(format)) {
        switch (c) {
            case 'a':  // a weekday
                in.one_of("Sun Mon Tue Wed Thu Fri Sat");
                break;
            case 'A':
                in.one_of("Sunday Monday Tuesday Wednesday Thursday Friday Saturday");
                break;
            case 'b':
                t.month = in.one_of("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec") + 1;
                break;
            case 'Y':
                t.year = in.digits(4);
                break;
            case 'y':  // its last two digits
                t.year = in.digits(2);
                break;
            case 'm':
                t.month = in.digits(2);
                break;
            case 'e':  // a day that may have a blank as its first digit
                if (in.text.starts_with(' ')) {
                    in.literal(" ");
                    t.day = in.digits(1);
                    break;
                }
                [[fallthrough]];
            case 'd':
                t.day = in.digits(2);
                break;
            case 'H':
                t.hour = in.digits(2);
                break;
            case 'M':
                t.minute = in.digits(2);
                break;
            case 'S':
                t.second = in.digits(2);
                break;
            default:
                in.literal(std::string_view(&c, 1));
        }
    }
}

}  // namespace detail

// Parses an HTTP-date in any of its three formats (RFC 9110, 5.6.7). Returns Unix time in
// milliseconds. A two-digit year is taken to be within 50 years of `now_unix_ms`. The weekday need
// not match the date. Empty if the text is anything else.
constexpr std::optional<std::int64_t> parse_http_date(std::string_view text,
                                                      std::int64_t now_unix_ms) {
    using namespace detail;
    civil_time t;
    date_reader in{text};
    if (text.size() > 3 && text[3] == ',') {  // Sun, 06 Nov 1994 08:49:37 GMT
        read_date(in, t, "a, d b Y H:M:S ");
        in.literal("GMT");
    } else if (text.find(',') != std::string_view::npos) {  // Sunday, 06-Nov-94 08:49:37 GMT
        read_date(in, t, "A, d-b-y H:M:S ");
        in.literal("GMT");
        constexpr std::int64_t ms_per_year = 31'556'952'000;
        // the year nearest to now that ends in these digits
        const std::int64_t now_year = 1970 + now_unix_ms / ms_per_year;
        t.year += static_cast<int>(now_year / 100 * 100);
        if (t.year > now_year + 50) t.year -= 100;
        if (t.year < now_year - 50) t.year += 100;
    } else {  // Sun Nov  6 08:49:37 1994
        read_date(in, t, "a b e H:M:S Y");
    }
    if (!in.ok || !in.text.empty() || !t.valid()) return {};
    return t.unix_ms();
}

// Milliseconds from `now_unix_ms` to `then_unix_ms`: 0 if that is past, at most max_wait_ms.
constexpr std::int64_t wait_until(std::int64_t then_unix_ms, std::int64_t now_unix_ms) {
    if (then_unix_ms <= now_unix_ms) return 0;
    const auto wait =
        static_cast<std::uint64_t>(then_unix_ms) - static_cast<std::uint64_t>(now_unix_ms);
    constexpr auto most = static_cast<std::uint64_t>(max_wait_ms);
    return wait < most ? static_cast<std::int64_t>(wait) : max_wait_ms;
}

// Reads the retry hints of a response head, in the order of the official SDKs: `retry-after-ms` or
// Azure's `x-ms-retry-after-ms` in milliseconds; `Retry-After` in seconds, then as HTTP-date.
// `x-should-retry` is read besides. Values that are negative or not numbers are ignored. Waits are
// rounded up, bounded by max_wait_ms, and 0 for dates in the past. now_unix_ms: 0 if it is not
// known; dates are ignored then.
retry_hints parse_retry_hints(const header_list& fields, std::int64_t now_unix_ms);

// Returns the request id to quote when reporting a problem to the provider, or "". Taken from the
// first of the usual fields that has one; at most 256 bytes, cut at the first character that is not
// visible ASCII. A view into `fields`.
std::string_view request_id(const header_list& fields);

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace http {

OAIWIRE_INLINE retry_hints parse_retry_hints(const header_list& fields, std::int64_t now_unix_ms) {
    // of the value that retry_hints::raw keeps
    constexpr std::size_t raw_bytes = 512;
    retry_hints hints;
    const auto found = [&](std::int64_t wait, std::string_view raw) {
        hints.after_ms = wait;
        hints.raw = raw.substr(0, raw_bytes);
    };
    auto ms = detail::trim_blanks(fields.value("retry-after-ms"));
    // a value that is no number does not hide the next field
    if (!detail::parse_decimal(ms)) ms = detail::trim_blanks(fields.value("x-ms-retry-after-ms"));
    const auto after = detail::trim_blanks(fields.value("retry-after"));
    if (const auto wait = detail::parse_decimal(ms)) {
        found(wait->in(detail::milliseconds), ms);
    } else if (const auto in_seconds = detail::parse_decimal(after)) {
        found(in_seconds->in(detail::seconds), after);
    } else if (const auto date = parse_http_date(after, now_unix_ms); date && now_unix_ms != 0) {
        found(wait_until(*date, now_unix_ms), after);
    }
    const auto should = detail::trim_blanks(fields.value("x-should-retry"));
    if (same_name(should, "true")) hints.should_retry = true;
    if (same_name(should, "false")) hints.should_retry = false;
    return hints;
}

OAIWIRE_INLINE std::string_view request_id(const header_list& fields) {
    constexpr std::size_t most = 256;
    std::string_view names =
        "x-request-id,request-id,x-ms-request-id,apim-request-id,cf-ray,x-generation-id,"
        "x-amzn-requestid";
    while (!names.empty()) {
        const auto name = oaiwire::detail::take_item(names);
        const std::string_view value = detail::trim_blanks(fields.value(name));
        std::size_t size = 0;
        while (size != value.size() && size != most && detail::is_visible(value[size])) ++size;
        if (size != 0) return value.substr(0, size);
    }
    return {};
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
