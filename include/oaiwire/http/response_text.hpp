// Formats the head of an HTTP/1.1 response (RFC 9112, sections 4 and 6), for servers that write to
// a socket themselves.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// How the end of a response's body is known (RFC 9112, 6.3).
enum class body_framing : std::uint8_t {
    none,         // there is none: status 204 or 304
    sized,        // Content-Length
    chunked,      // Transfer-Encoding: chunked; not for clients of HTTP/1.0
    until_close,  // the connection is closed behind it
};

// The reason phrase of a status ("Not Found"); "" for an unknown one.
std::string_view reason_phrase(int status);

// Appends the status line, the fields, those that state the framing, and the empty line. `size`:
// Content-Length, if `framing` is sized. `connection`: the value of Connection; "": no such field;
// with until_close it is always "close". Date is a field of the caller's, as date_text().
// Errors, which leave `out` as it was: errc::invalid_header for a name or value with a byte that
// HTTP does not allow (no field can end the head or begin another), and for a field that frames the
// message or concerns the connection; invalid_argument for a status outside 200 to 599, and for a
// body with status 204 or 304; out_of_memory.
result<void> append_response_head(std::string& out, const response_head& head, body_framing framing,
                                  std::uint64_t size = 0, std::string_view connection = {});

// Appends the interim response by which a client that expects it sends its body (RFC 9110, 15.2.1).
void append_continue(std::string& out);

// The date of a Unix time in seconds, from year 1970 to 9999, as fields have it:
// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7). Times outside are the nearest one within.
std::string date_text(std::int64_t unix_seconds);

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <algorithm>
#include <array>
#include <cstddef>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/http/fields.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

namespace detail {

struct reason_row {
    int status;
    std::string_view phrase;
};

// RFC 9110, 15; RFC 6585.
inline constexpr reason_row reason_rows[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
};

// Fields that only the one who frames the message can set.
inline result<void> check_response_field(const header& h) {
    constexpr std::array<std::string_view, 7> refused{
        "Content-Length", "Transfer-Encoding", "Connection",      "Keep-Alive",
        "Upgrade",        "Trailer",           "Proxy-Connection"};
    if (auto ok = check_field_name(h.name); !ok) return ok;
    for (const auto r : refused) {
        if (!same_name(h.name, r)) continue;
        return make_error(errc::invalid_header,
                          "the header " + std::string(r) + " can only be set by the connection");
    }
    return check_field_value(h.value);
}

}  // namespace detail

OAIWIRE_INLINE std::string_view reason_phrase(int status) {
    for (const auto& row : detail::reason_rows) {
        if (row.status == status) return row.phrase;
    }
    return {};
}

OAIWIRE_INLINE result<void> append_response_head(std::string& out, const response_head& head,
                                                 body_framing framing, std::uint64_t size,
                                                 std::string_view connection) {
    const std::size_t before = out.size();
    const auto append = [&]() -> result<void> {
        if (head.status < 200 || head.status > 599) {
            return make_error(errc::invalid_argument, "a status is not from 200 to 599");
        }
        if ((head.status == 204 || head.status == 304) && framing != body_framing::none) {
            return make_error(errc::invalid_argument, "status 204 and 304 have no body");
        }
        for (const auto& h : head.headers) {
            if (auto ok = detail::check_response_field(h); !ok) return ok;
        }
        if (framing == body_framing::until_close) connection = "close";
        if (auto ok = check_field_value(connection); !ok) return ok;

        const auto field = [&](std::string_view name, std::string_view value) {
            out.append(name).append(value.empty() ? ":" : ": ").append(value).append("\r\n");
        };
        out.append("HTTP/1.1 ").append(std::to_string(head.status)).append(" ");
        out.append(reason_phrase(head.status)).append("\r\n");
        for (const auto& h : head.headers) field(h.name, h.value);
        if (framing == body_framing::sized) field("Content-Length", std::to_string(size));
        if (framing == body_framing::chunked) field("Transfer-Encoding", "chunked");
        if (!connection.empty()) field("Connection", connection);
        out.append("\r\n");
        return {};
    };
    return within_memory(append, [&] {
        out.resize(before);
        return result<void>(no_memory());
    });
}

OAIWIRE_INLINE void append_continue(std::string& out) {
    out.append("HTTP/1.1 100 Continue\r\n\r\n");
}

OAIWIRE_INLINE std::string date_text(std::int64_t unix_seconds) {
    constexpr std::int64_t day_s = 86'400;
    constexpr std::int64_t last = 253'402'300'799;  // the end of 9999
    const std::int64_t time = std::clamp(unix_seconds, std::int64_t{0}, last);
    const std::int64_t clock = time % day_s;
    const std::int64_t weekday = (time / day_s + 4) % 7;  // 1970 began on a Thursday

    // years of 365 or 366 days, then months
    const auto is_leap = [](std::int64_t y) {
        return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
    };
    std::int64_t day = time / day_s;
    std::int64_t year = 1970;
    for (; day >= (is_leap(year) ? 366 : 365); ++year) day -= is_leap(year) ? 366 : 365;
    constexpr std::array<std::int64_t, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const auto length = [&](std::size_t m) { return m == 1 && is_leap(year) ? 29 : lengths[m]; };
    std::size_t month = 0;
    for (; day >= length(month); ++month) day -= length(month);

    std::string out;
    const auto number = [&](std::int64_t n, std::size_t width) {
        const std::string text = std::to_string(n);
        out.append(width - text.size(), '0').append(text);
    };
    constexpr std::string_view days = "SunMonTueWedThuFriSat";
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    out.append(days.substr(static_cast<std::size_t>(weekday) * 3, 3)).append(", ");
    number(day + 1, 2);
    out.append(" ").append(months.substr(month * 3, 3)).append(" ");
    number(year, 4);
    out.append(" ");
    number(clock / 3600, 2);
    out.append(":");
    number(clock / 60 % 60, 2);
    out.append(":");
    number(clock % 60, 2);
    return out.append(" GMT");
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
