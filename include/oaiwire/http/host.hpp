// The characters of URLs (RFC 3986), and the hosts in them: names and addresses.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

using oaiwire::detail::hex_digit;
using oaiwire::detail::is_digit;
using oaiwire::detail::lower_case;

constexpr bool is_hex(char c) {
    return hex_digit(c) >= 0;
}
constexpr bool is_alnum(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_unreserved(char c) {  // RFC 3986, 2.3
    return is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
}
constexpr bool is_pchar(char c) {  // RFC 3986, 3.3, without percent-encoding
    return is_unreserved(c) ||
           (c != '\0' && std::string_view("!$&'()*+,;=:@").find(c) != std::string_view::npos);
}
// Expects is_hex(c).
constexpr unsigned hex_value(char c) {
    return static_cast<unsigned>(hex_digit(c));
}

// Parses a decimal number of 1 to `digits` digits, without leading zeros, at most `most`.
constexpr std::optional<unsigned> canonical_decimal(std::string_view text, std::size_t digits,
                                                    unsigned most) {
    if (text.empty() || text.size() > digits || (text.size() > 1 && text[0] == '0')) return {};
    unsigned value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return {};
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    if (value > most) return {};
    return value;
}

// Parses an IPv4 address in dotted decimal, as inet_ntop writes it. Other notations are rejected.
constexpr std::optional<std::array<unsigned, 4>> parse_ipv4(std::string_view text) {
    std::array<unsigned, 4> bytes{};
    for (std::size_t i = 0; i != 4; ++i) {
        const std::size_t dot = i == 3 ? text.size() : text.find('.');
        if (dot == std::string_view::npos) return {};
        const auto byte = canonical_decimal(text.substr(0, dot), 3, 255);
        if (!byte) return {};
        bytes[i] = *byte;
        text.remove_prefix(i == 3 ? dot : dot + 1);
    }
    return bytes;
}

// Parses an IPv6 address without brackets and zone (RFC 4291, 2.2) into its eight groups.
constexpr std::optional<std::array<unsigned, 8>> parse_ipv6(std::string_view text) {
    std::array<unsigned, 8> groups{};
    std::size_t count = 0;
    std::optional<std::size_t> gap;  // the index of the group that follows "::"
    if (text.starts_with("::")) {
        gap = 0;
        text.remove_prefix(2);
    }
    while (!text.empty()) {
        if (count == 8) return {};
        const std::size_t colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (colon == std::string_view::npos && group.find('.') != std::string_view::npos) {
            const auto quad = parse_ipv4(group);
            if (!quad || count > 6) return {};
            groups[count++] = (*quad)[0] << 8 | (*quad)[1];
            groups[count++] = (*quad)[2] << 8 | (*quad)[3];
            break;
        }
        if (group.empty() || group.size() > 4) return {};
        for (const char c : group) {
            if (!is_hex(c)) return {};
            groups[count] = groups[count] << 4 | hex_value(c);
        }
        ++count;
        if (colon == std::string_view::npos) break;
        text.remove_prefix(colon + 1);
        if (text.empty()) return {};  // ends with a single colon
        if (text.front() == ':') {
            if (gap) return {};
            gap = count;
            text.remove_prefix(1);
        }
    }
    if (!gap) return count == 8 ? std::optional(groups) : std::nullopt;
    if (count == 8) return {};
    // moves the groups behind "::" to the end and leaves zeros
    for (std::size_t i = count, to = 8; i != *gap;) {
        groups[--to] = groups[--i];
        groups[i] = 0;
    }
    return groups;
}

// True if the last label is a number: some resolvers read such a name as an IPv4 address.
constexpr bool ends_in_number(std::string_view host) {
    if (host.ends_with('.')) host.remove_suffix(1);
    const std::size_t dot = host.rfind('.');
    std::string_view label = dot == std::string_view::npos ? host : host.substr(dot + 1);
    const bool hex = label.starts_with("0x");
    if (hex) label.remove_prefix(2);
    for (const char c : label) {
        if (!(hex ? is_hex(c) : is_digit(c))) return false;
    }
    return true;
}

enum class host_kind : std::uint8_t { invalid, remote, loopback };

// Classifies a host in lower case; an IPv6 address has its brackets. Names have labels of at most
// 63 letters, digits, "-" and "_", at most 253 bytes in all; one final dot is allowed. Loopback:
// cleartext is allowed, since nothing leaves the machine.
constexpr host_kind kind_of_host(std::string_view host) {
    if (host.starts_with('[')) {
        if (!host.ends_with(']')) return host_kind::invalid;
        const auto groups = parse_ipv6(host.substr(1, host.size() - 2));
        if (!groups) return host_kind::invalid;
        constexpr std::array<unsigned, 8> loopback{0, 0, 0, 0, 0, 0, 0, 1};
        return *groups == loopback ? host_kind::loopback : host_kind::remote;
    }
    if (host.empty() || host.size() > 253) return host_kind::invalid;
    // bytes of the current label
    std::size_t label = 0;
    for (const char c : host) {
        const bool dot = c == '.';
        if (!dot && !is_alnum(c) && c != '-' && c != '_') return host_kind::invalid;
        if (dot && label == 0) return host_kind::invalid;
        label = dot ? 0 : label + 1;
        if (label > 63) return host_kind::invalid;
    }
    if (ends_in_number(host)) {
        const auto quad = parse_ipv4(host);
        if (!quad) return host_kind::invalid;
        return (*quad)[0] == 127 ? host_kind::loopback : host_kind::remote;
    }
    return host == "localhost" ? host_kind::loopback : host_kind::remote;
}

}}}}  // namespace oaiwire::v0_2::http::detail

#include <oaiwire/core/macros_end.hpp>
