// request_rules: what the fields of a received request mean for its framing and its connection (RFC
// 9112, 6 and 9; RFC 9110, 7.2, 8.6 and 10.1.1).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/request_target.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

// Takes the fields of one request in their order and refuses those that two implementations might
// read differently.
class request_rules {
public:
    // The version of the request, before the first field.
    void minor_version(int minor) { minor_ = minor; }

    // A field whose syntax was checked. `most`: limits::body.
    refusal take(std::string_view name, std::string_view value, std::uint64_t most);

    // The end of the fields.
    refusal end() const;

    // The body is chunked.
    bool chunked() const { return has(transfer_encoding); }
    // The size of the body is content_length().
    bool sized() const { return has(content_length_field); }
    std::uint64_t content_length() const { return length_; }
    // The client waits for 100 (Continue) before it sends the body.
    bool expects_continue() const {
        return expects_continue_ && minor_ == 1 && (chunked() || length_ != 0);
    }
    // RFC 9112, 9.3.
    bool keep_alive() const { return !close_ && (minor_ == 1 || keep_alive_); }

    // True for fields that carry a credential.
    static bool is_sensitive(std::string_view name);

private:
    // Fields of which a request has one at most.
    enum single : std::uint8_t {
        host,
        content_length_field,
        transfer_encoding,
        authorization,
        content_type,
        api_key,
        none,
    };
    static single single_of(std::string_view name);
    bool has(single field) const { return (seen_ >> field & 1U) != 0; }

    refusal take_length(std::string_view value, std::uint64_t most);
    void take_connection(std::string_view value);

    std::uint64_t length_ = 0;
    int minor_ = 1;
    unsigned seen_ = 0;  // a bit for each `single`
    bool expects_continue_ = false;
    bool close_ = false;
    bool keep_alive_ = false;
};

}}}}  // namespace oaiwire::v0_2::http::detail

#if OAIWIRE_DEFINES

#include <algorithm>
#include <array>
#include <limits>

#include <oaiwire/core/ascii.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

OAIWIRE_INLINE bool request_rules::is_sensitive(std::string_view name) {
    constexpr std::array<std::string_view, 5> names{"Authorization", "Proxy-Authorization",
                                                    "Cookie", "api-key", "x-api-key"};
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view n) { return same_name(n, name); });
}

OAIWIRE_INLINE request_rules::single request_rules::single_of(std::string_view name) {
    constexpr std::array<std::string_view, none> names{
        "Host", "Content-Length", "Transfer-Encoding", "Authorization", "Content-Type", "api-key"};
    for (std::size_t i = 0; i != names.size(); ++i) {
        if (same_name(names[i], name)) return static_cast<single>(i);
    }
    return none;
}

// The value of Transfer-Encoding, which must be "chunked". Other codings before it are not
// implemented; a list that does not end in it leaves the body's length unknown (RFC 9112, 6.3), and
// anything that is not a list of codings is malformed.
inline refusal check_codings(std::string_view value) {
    const auto refuse = [](int status, std::string_view message, std::size_t at) {
        return refusal{status, errc::invalid_framing, message, at};
    };
    if (same_name(value, "chunked")) return {};
    std::size_t unknown = std::string_view::npos;
    bool ends_in_chunked = false;
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t end = (std::min)(value.find(',', at), value.size());
        std::size_t first = at;
        std::size_t last = end;
        const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
        while (first != last && is_blank(value[first])) ++first;
        while (first != last && is_blank(value[last - 1])) --last;
        if (first == last) return refuse(400, "a transfer coding is empty", first);
        for (std::size_t i = first; i != last; ++i) {
            if (!is_token_char(value[i])) return refuse(400, "malformed transfer coding", i);
        }
        ends_in_chunked = same_name(value.substr(first, last - first), "chunked");
        if (!ends_in_chunked && unknown == std::string_view::npos) unknown = first;
        at = end + 1;
    }
    if (unknown == std::string_view::npos) {
        return refuse(400, "the body is chunked more than once", 0);
    }
    if (!ends_in_chunked) return refuse(400, "the last transfer coding is not chunked", unknown);
    return refuse(501, "unknown transfer coding", unknown);
}

OAIWIRE_INLINE refusal request_rules::take_length(std::string_view value, std::uint64_t most) {
    constexpr std::uint64_t largest = (std::numeric_limits<std::int64_t>::max)();
    if (value.empty()) return {400, errc::invalid_framing, "Content-Length is empty"};
    for (std::size_t i = 0; i != value.size(); ++i) {
        if (!oaiwire::detail::is_digit(value[i])) {
            return {400, errc::invalid_framing, "Content-Length is not a number", i};
        }
        const auto digit = static_cast<std::uint64_t>(value[i] - '0');
        if (length_ > (largest - digit) / 10) {
            return {400, errc::invalid_framing, "Content-Length is too large for any body", i};
        }
        length_ = length_ * 10 + digit;
    }
    if (length_ > most) return {413, errc::limit_exceeded, "Content-Length is above limits::body"};
    return {};
}

OAIWIRE_INLINE void request_rules::take_connection(std::string_view value) {
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t end = (std::min)(value.find(',', at), value.size());
        const auto option = oaiwire::detail::trimmed(value.substr(at, end - at), " \t");
        close_ = close_ || same_name(option, "close");
        keep_alive_ = keep_alive_ || same_name(option, "keep-alive");
        at = end + 1;
    }
}

OAIWIRE_INLINE refusal request_rules::take(std::string_view name, std::string_view value,
                                           std::uint64_t most) {
    const auto refuse_field = [](errc code, std::string_view message) {
        return refusal{400, code, message, 0, true};
    };
    const single field = single_of(name);
    if (field != none) {
        if (has(field)) {
            return refuse_field(errc::invalid_header, "a field that may appear once is repeated");
        }
        seen_ |= 1U << field;
    }
    if (field == host) {
        const std::size_t bad = find_invalid_host(value);
        if (bad != std::string_view::npos) {
            return {400, errc::invalid_header, "Host is malformed", bad};
        }
    } else if (field == content_length_field || field == transfer_encoding) {
        if (sized() && chunked()) {
            return refuse_field(errc::invalid_framing,
                                "both Content-Length and Transfer-Encoding are present");
        }
        if (field == content_length_field) return take_length(value, most);
        // an intermediary that knows HTTP/1.0 only would see another body (RFC 9112, 6.1)
        if (minor_ == 0) {
            return refuse_field(errc::invalid_framing, "Transfer-Encoding in HTTP/1.0");
        }
        return check_codings(value);
    } else if (same_name(name, "Connection")) {
        take_connection(value);
    } else if (same_name(name, "Expect")) {
        if (!same_name(value, "100-continue")) {
            return {417, errc::invalid_header, "unknown expectation"};
        }
        expects_continue_ = true;
    }
    return {};
}

OAIWIRE_INLINE refusal request_rules::end() const {
    if (minor_ == 1 && !has(host)) {
        return {400, errc::invalid_header, "a request of HTTP/1.1 lacks Host"};
    }
    return {};
}

}}}}  // namespace oaiwire::v0_2::http::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
