// Base URLs and request targets (RFC 3986; RFC 9112, section 3.2). Error messages never repeat the
// URL, which may contain a password.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/host.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// A parsed base URL.
struct endpoint_url {
    http::origin origin{};    // scheme and host in lower case, port always set
    std::string base_path{};  // empty, or starts with a slash; never ends with one
    friend bool operator==(const endpoint_url&, const endpoint_url&) = default;
};

namespace detail {

// True for "." and "..", percent-encoded or not: normalising the target would change its path.
constexpr bool is_dot_segment(std::string_view segment) {
    std::size_t dots = 0;
    while (!segment.empty()) {
        const bool encoded = segment.size() >= 3 && segment[0] == '%' && segment[1] == '2' &&
                             lower_case(segment[2]) == 'e';
        if (!encoded && segment[0] != '.') return false;
        segment.remove_prefix(encoded ? 3 : 1);
        ++dots;
    }
    return dots == 1 || dots == 2;
}

// True for control characters: C0, DEL, and the last UTF-8 byte of C1, U+2028 and U+2029. `before`
// holds the preceding bytes.
constexpr bool is_control(unsigned char byte, std::uint32_t before) {
    if (byte < 0x20 || byte == 0x7F) return true;
    if ((before & 0xFF) == 0xC2) return byte >= 0x80 && byte <= 0x9F;
    return (before & 0xFFFF) == 0xE280 && (byte == 0xA8 || byte == 0xA9);
}

}  // namespace detail

// Parses "https://host[:port][/prefix]". Plain http is accepted for loopback hosts (localhost,
// 127.0.0.0/8, ::1); for others only with `allow_cleartext`, else errc::cleartext_refused.
// Errors: errc::invalid_url, with the offset if a single byte is wrong, for any other scheme or
// none, user info, query, fragment, dot segments, backslashes, white space, control characters
// (also percent-encoded), non-ASCII bytes, and hosts that two parsers might take for different
// addresses.
result<endpoint_url> parse_base_url(std::string_view url, bool allow_cleartext = false);

// Returns the part of a Location field that error messages may show: "https://host:port", without
// user info, path and query; the host as spelled. "" if it names no host or another scheme.
std::string location_origin(std::string_view location);

// Returns the target of an operation: `path`, already percent-encoded, appended to the base path.
std::string join(const endpoint_url& base, std::string_view path);

// Appends "/" and `segment`, percent-encoded, as one path segment ("/" becomes "%2F"). `target`
// must not have a query yet.
// Errors: errc::invalid_argument for "", "." and "..", which are removed by normalisation even if
// encoded. `target` is then unchanged.
result<void> append_path_segment(std::string& target, std::string_view segment);

// Appends "?name=value", or "&name=value" if the target has a query; both are percent-encoded.
void append_query(std::string& target, std::string_view name, std::string_view value);

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <algorithm>
#include <utility>

namespace oaiwire { inline namespace v0_2 { namespace http {

namespace detail {

// Why a base URL is refused; without a message: it is not.
struct url_refusal {
    const char* message = nullptr;
    std::size_t at = error::no_offset;
    errc code = errc::invalid_url;
};

// Checks the path of a base URL, whose first byte is at offset `at` of the URL. "%" is allowed only
// before two hex digits. Control characters are refused in their encoded form too: a server may
// decode the path before it uses it.
[[gnu::cold]] inline url_refusal check_path(std::string_view path, std::size_t at) {
    std::uint32_t before = 0;  // the bytes decoded so far; only the last three matter
    for (std::size_t i = 0; i != path.size(); ++i) {
        const bool encoded =
            path[i] == '%' && i + 2 < path.size() && is_hex(path[i + 1]) && is_hex(path[i + 2]);
        if (!encoded && path[i] != '/' && !is_pchar(path[i])) {
            return {"the URL's path contains an invalid character", at + i};
        }
        const std::uint32_t byte = encoded ? hex_value(path[i + 1]) << 4 | hex_value(path[i + 2])
                                           : static_cast<unsigned char>(path[i]);
        if (is_control(static_cast<unsigned char>(byte), before)) {
            return {"the URL's path contains an encoded control character", at + i};
        }
        before = before << 8 | byte;
        if (encoded) i += 2;
    }
    for (std::size_t i = 0; i < path.size();) {
        const std::size_t end = (std::min)(path.find('/', i), path.size());
        if (is_dot_segment(path.substr(i, end - i))) {
            return {"the URL's path contains a dot segment", at + i};
        }
        i = end + 1;
    }
    return {};
}

// Appends the text with all but unreserved characters percent-encoded, each byte of UTF-8 apart.
inline void append_encoded(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        if (is_unreserved(c)) {
            out.push_back(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out.push_back('%');
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 15U]);
    }
}

// parse_base_url() into `out`, which has no meaning if the URL is refused. Throws std::bad_alloc.
[[gnu::cold]] inline url_refusal take_base_url(std::string_view url, bool allow_cleartext,
                                               endpoint_url& out) {
    if (url.empty()) return {"the URL is empty"};
    for (std::size_t i = 0; i != url.size(); ++i) {
        const char c = url[i];
        if (c <= ' ' || c >= '\x7f') {  // covers bytes >= 0x80 if char is signed
            return {"the URL contains white space, a control character or a non-ASCII byte", i};
        }
        // browsers take a backslash for a slash, other parsers do not
        if (c == '\\') return {"the URL contains a backslash", i};
        if (c == '#') return {"the URL contains a fragment", i};
        if (c == '?') {
            return {
                "the URL contains a query, which belongs in call_options::query or "
                "endpoint::query",
                i};
        }
    }

    const std::size_t colon = url.find("://");
    if (colon == std::string_view::npos) return {"the URL does not start with https://"};
    for (const char c : url.substr(0, colon)) out.origin.scheme.push_back(lower_case(c));
    const bool tls = out.origin.scheme == "https";
    if (!tls && out.origin.scheme != "http") return {"the URL's scheme is not https", 0};

    const std::size_t start = colon + 3;
    const std::size_t path = (std::min)(url.find('/', start), url.size());
    const std::string_view authority = url.substr(start, path - start);
    if (authority.find('@') != std::string_view::npos) {
        return {"the URL contains a user name or a password"};
    }
    const bool bracket = authority.starts_with('[');
    // the host ends at its bracket or colon; the rest must be a port
    const std::size_t host_end =
        (std::min)(bracket ? authority.find(']') : authority.find(':'), authority.size());
    const std::size_t host_size = bracket && host_end != authority.size() ? host_end + 1 : host_end;
    for (const char c : authority.substr(0, host_size)) {
        out.origin.host.push_back(lower_case(c));
    }
    const auto kind = kind_of_host(out.origin.host);
    if (kind == host_kind::invalid) return {"the URL's host is malformed", start};

    out.origin.port = tls ? 443 : 80;
    if (host_size != authority.size()) {
        const auto port = authority[host_size] != ':'
                              ? std::nullopt
                              : canonical_decimal(authority.substr(host_size + 1), 5, 65535);
        if (!port || *port == 0) return {"the URL's port is malformed", start + host_size};
        out.origin.port = static_cast<std::uint16_t>(*port);
    }

    // the path is kept as it is, without slashes at its end
    if (const auto why = check_path(url.substr(path), path); why.message != nullptr) {
        return why;
    }
    out.base_path = url.substr(path);
    while (out.base_path.ends_with('/')) out.base_path.pop_back();

    if (!tls && kind != host_kind::loopback && !allow_cleartext) {
        return {"plain http is allowed for loopback only, unless allow_cleartext is set",
                error::no_offset, errc::cleartext_refused};
    }
    return {};
}

}  // namespace detail

OAIWIRE_INLINE result<endpoint_url> parse_base_url(std::string_view url, bool allow_cleartext) {
    return within_memory([&]() -> result<endpoint_url> {
        endpoint_url out;
        const auto why = detail::take_base_url(url, allow_cleartext, out);
        if (why.message == nullptr) return out;
        return oaiwire::detail::boxed(why.code, why.message, why.at);
    });
}

OAIWIRE_INLINE std::string location_origin(std::string_view location) {
    std::string scheme;
    // "//host" has the scheme of the request
    if (const auto slashes = location.find("//"); slashes != 0) {
        if (slashes == std::string_view::npos) return {};
        for (const char c : location.substr(0, slashes)) scheme.push_back(detail::lower_case(c));
        if (scheme != "http:" && scheme != "https:") return {};
        location.remove_prefix(slashes);
    }
    location = location.substr(2, location.find_first_of("/?#\\", 2) - 2);
    // user info goes up to the last "@", as parsers of URLs have it
    location.remove_prefix(location.rfind('@') + 1);
    const bool bracket = location.starts_with('[');
    const auto colon = location.find(':', bracket ? location.find(']') : 0);
    std::string host(location.substr(0, colon));
    if (detail::kind_of_host(detail::lower_case(host)) == detail::host_kind::invalid) return {};
    if (colon != std::string_view::npos) {
        const auto port = location.substr(colon + 1);
        if (!port.empty() && !detail::canonical_decimal(port, 5, 65535)) return {};
        host.append(location.substr(colon));
    }
    return scheme + "//" + host;
}

OAIWIRE_INLINE std::string join(const endpoint_url& base, std::string_view path) {
    std::string target = base.base_path;
    if (!path.starts_with('/')) target.push_back('/');
    return target.append(path);
}

OAIWIRE_INLINE result<void> append_path_segment(std::string& target, std::string_view segment) {
    return within_memory([&]() -> result<void> {
        if (segment.empty() || segment == "." || segment == "..") {
            return oaiwire::detail::boxed(
                errc::invalid_argument,
                "a path segment (a model, an id) is empty, \".\" or \"..\"");
        }
        if (!target.ends_with('/')) target.push_back('/');
        detail::append_encoded(target, segment);
        return {};
    });
}

OAIWIRE_INLINE void append_query(std::string& target, std::string_view name,
                                 std::string_view value) {
    target.push_back(target.find('?') == std::string::npos ? '?' : '&');
    detail::append_encoded(target, name);
    target.push_back('=');
    detail::append_encoded(target, value);
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
