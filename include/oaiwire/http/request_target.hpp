// Targets and hosts of received requests (RFC 9112, 3.2; RFC 3986; RFC 9110, 4.2 and 7.2).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/fields.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

// Why a part of a request head is refused.
struct refusal {
    int status = 0;  // of the answer; 0: it is not refused
    errc code = errc::ok;
    std::string_view message{};  // a literal
    std::size_t at = 0;          // bytes from the start of the part
    bool in_name = false;        // of a field: counted from its name, not from its value

    explicit operator bool() const { return status != 0; }
};

// True for the bytes that a target may contain in any place. Brackets, braces, "|", "^" and "`" are
// not URI characters, but browsers send them in queries (WHATWG URL, query percent-encode set).
constexpr bool is_target_char(char c) {
    return is_visible(c) && std::string_view("\"#<>\\").find(c) == std::string_view::npos;
}

// Checks "host" or "host:port". Returns the offset of the first byte that is wrong, 0 if it is the
// host as a whole; npos if the text is valid.
std::size_t find_invalid_host(std::string_view text);

// Checks a target of is_target_char() bytes with valid percent-encoding, and reduces absolute-form
// (http and https) to origin-form; `authority` receives what it named, else nothing. Dot segments
// and encoded control characters are refused in paths, as in the client's base URLs: proxies
// disagree on them.
refusal check_target(std::string_view method, std::string& target, std::string& authority);

}}}}  // namespace oaiwire::v0_2::http::detail

#if OAIWIRE_DEFINES

#include <algorithm>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/http/url.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

OAIWIRE_INLINE std::size_t find_invalid_host(std::string_view text) {
    const bool bracket = text.starts_with('[');
    std::size_t end = (std::min)(text.find(bracket ? ']' : ':'), text.size());
    if (bracket && end != text.size()) ++end;
    const std::string host = oaiwire::detail::lower_case(text.substr(0, end));
    for (std::size_t i = 0; i != host.size(); ++i) {
        const char c = host[i];
        const bool name = is_alnum(c) || c == '-' || c == '.' || c == '_';
        const bool address = is_hex(c) || c == ':' || c == '.' || c == '[' || c == ']';
        if (!(bracket ? address : name)) return i;
    }
    if (kind_of_host(host) == host_kind::invalid) return 0;
    if (end == text.size()) return std::string_view::npos;
    // the port may be empty (RFC 3986, 3.2.3)
    unsigned port = 0;
    if (text[end] != ':') return end;
    for (std::size_t i = end + 1; i != text.size(); ++i) {
        if (!is_digit(text[i])) return i;
        port = port * 10 + static_cast<unsigned>(text[i] - '0');
        if (port > 65535) return i;
    }
    return std::string_view::npos;
}

// The first byte of a target in origin-form that is wrong; npos if there is none.
inline std::size_t find_invalid_path(std::string_view target) {
    const std::string_view path = target.substr(0, target.find('?'));
    for (std::size_t i = 0; i != path.size(); ++i) {
        if (path[i] == '%') {
            const unsigned byte = hex_value(path[i + 1]) << 4 | hex_value(path[i + 2]);
            if (byte < 0x20 || byte == 0x7F) return i;
            i += 2;
        } else if (path[i] != '/' && !is_pchar(path[i])) {
            return i;
        }
    }
    for (std::size_t i = 0; i < path.size();) {
        const std::size_t end = (std::min)(path.find('/', i), path.size());
        if (is_dot_segment(path.substr(i, end - i))) return i;
        i = end + 1;
    }
    return std::string_view::npos;
}

OAIWIRE_INLINE refusal check_target(std::string_view method, std::string& target,
                                    std::string& authority) {
    const auto refuse = [](std::string_view message, std::size_t at) {
        return refusal{400, errc::invalid_url, message, at};
    };
    std::size_t path_at = 0;
    if (method == "CONNECT") return refuse("the target is in authority-form", 0);
    if (target == "*" && method == "OPTIONS") return {};
    if (!target.starts_with('/')) {
        const std::size_t colon = target.find("://");
        const std::string scheme = oaiwire::detail::lower_case(
            std::string_view(target).substr(0, (std::min)(colon, target.size())));
        if (colon == std::string::npos || (scheme != "http" && scheme != "https")) {
            return refuse("the target is neither a path nor a URL of HTTP", 0);
        }
        const std::size_t host_at = colon + 3;
        path_at = (std::min)(target.find_first_of("/?", host_at), target.size());
        const auto host = std::string_view(target).substr(host_at, path_at - host_at);
        if (const auto bad = find_invalid_host(host); bad != std::string_view::npos) {
            return refuse("the target's host is malformed", host_at + bad);
        }
        authority = host;
    }
    if (const auto bad = find_invalid_path(std::string_view(target).substr(path_at));
        bad != std::string_view::npos) {
        return refuse("the target's path is malformed", path_at + bad);
    }
    if (path_at == 0) return {};
    if (path_at == target.size() && method == "OPTIONS") {
        target = "*";  // RFC 9112, 3.2.4
        return {};
    }
    target.erase(0, path_at);
    if (!target.starts_with('/')) target.insert(0, 1, '/');
    return {};
}

}}}}  // namespace oaiwire::v0_2::http::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
