// Checks of header names, header values and API keys before they enter a request (RFC 9110, section
// 5). Error messages never contain a value or a part of one.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

namespace detail {

// True for the characters of a token (RFC 9110, 5.6.2): field names, chunk extension names.
constexpr bool is_token_char(char c) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return true;
    return c != '\0' && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

// True for visible ASCII, the characters that API keys consist of.
constexpr bool is_visible(char c) {
    return c > ' ' && c < '\x7f';
}

}  // namespace detail

// Errors: errc::invalid_header, with the offset of the first character that is not a token
// character.
result<void> check_field_name(std::string_view name);

// Accepts visible ASCII with inner spaces and tabs. HTTP defines no meaning for bytes >= 0x80
// (obs-text), so they are rejected; so is white space at either end, which recipients would strip.
// Errors: errc::invalid_header with the offset of the byte.
result<void> check_field_value(std::string_view value);

// Checks a field that the user adds to a request. In addition to check_field_name(), rejects names
// that frame the message or concern the connection (Content-Length, Host, ...), which only the
// transport can set correctly.
result<void> check_extra_field(std::string_view name);

// Appends a field after checking name and value. On an error the list is unchanged.
result<void> add_checked(header_list& fields, std::string_view name, std::string_view value,
                         bool sensitive = false);

// Errors: errc::invalid_key unless the key is non-empty visible ASCII. A trailing line break (a key
// read from a file) has its own message, since it is the most common mistake.
result<void> check_key(std::string_view key);

// Returns "Authorization: Bearer <key>" (RFC 6750, 2.1), marked sensitive. A key that already
// starts with "Bearer " is not prefixed again. The key is copied into the returned field and
// nowhere else.
result<header> authorization_bearer(const secret& key);

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <string>
#include <utility>

namespace oaiwire { inline namespace v0_2 { namespace http {

OAIWIRE_INLINE result<void> check_field_name(std::string_view name) {
    using oaiwire::detail::boxed;
    // the offset is all an error says of the place: names are not repeated
    if (name.empty()) return boxed(errc::invalid_header, "a header name is empty");
    for (std::size_t i = 0; i != name.size(); ++i) {
        if (!detail::is_token_char(name[i])) {
            return boxed(errc::invalid_header, "a header name contains an invalid character", i);
        }
    }
    return {};
}

OAIWIRE_INLINE result<void> check_field_value(std::string_view value) {
    const auto refuse = [](const char* message, std::size_t at) {
        return oaiwire::detail::boxed(errc::invalid_header, message, at);
    };
    constexpr auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
    for (std::size_t i = 0; i != value.size(); ++i) {
        const char c = value[i];
        if (c == '\r' || c == '\n') return refuse("a header value contains a line break", i);
        if (static_cast<unsigned char>(c) >= 0x80) return refuse("a header value is not ASCII", i);
        if (!detail::is_visible(c) && !is_blank(c)) {
            return refuse("a header value contains a control character", i);
        }
    }
    if (value.empty()) return {};
    if (is_blank(value.front())) return refuse("a header value starts with white space", 0);
    if (is_blank(value.back())) {
        return refuse("a header value ends with white space", value.size() - 1);
    }
    return {};
}

OAIWIRE_INLINE result<void> check_extra_field(std::string_view name) {
    return within_memory([&]() -> result<void> {
        if (auto ok = check_field_name(name); !ok) return ok;
        // framing, routing and connection; Accept-Encoding since no coding can be decoded
        std::string_view refused =
            "Host,Content-Length,Transfer-Encoding,Connection,Keep-Alive,Upgrade,TE,Trailer,"
            "Proxy-Connection,Proxy-Authorization,Expect,HTTP2-Settings,Accept-Encoding";
        while (!refused.empty()) {
            const std::string_view r = oaiwire::detail::take_item(refused);
            if (!same_name(name, r)) continue;
            return make_error(errc::invalid_header,
                              "the header " + std::string(r) + " can only be set by the transport");
        }
        return {};
    });
}

OAIWIRE_INLINE result<void> add_checked(header_list& fields, std::string_view name,
                                        std::string_view value, bool sensitive) {
    return within_memory([&]() -> result<void> {
        if (auto ok = check_field_name(name); !ok) return ok;
        if (auto ok = check_field_value(value); !ok) {
            oaiwire::error e = std::move(ok).error();
            // the name was checked above, so it is safe to print
            e.message.append(" (").append(name).append(")");
            return e;
        }
        fields.add(name, value, sensitive);
        return {};
    });
}

OAIWIRE_INLINE result<void> check_key(std::string_view key) {
    using oaiwire::detail::boxed;
    if (key.empty()) return boxed(errc::invalid_key, "the API key is empty");
    for (std::size_t i = 0; i != key.size(); ++i) {
        if (detail::is_visible(key[i])) continue;
        // what a file or `echo` leaves behind a key
        const bool only_breaks = key.find_first_not_of("\r\n", i) == std::string_view::npos;
        if (only_breaks) return boxed(errc::invalid_key, "the API key ends with a line break");
        return boxed(errc::invalid_key, "", i);
    }
    return {};
}

OAIWIRE_INLINE result<header> authorization_bearer(const secret& key) {
    return within_memory([&]() -> result<header> {
        constexpr std::string_view scheme = "Bearer ";
        const std::string_view text = key.reveal();
        // users paste it with the key
        const bool has_scheme = same_name(text.substr(0, scheme.size()), scheme);
        if (auto ok = check_key(has_scheme ? text.substr(scheme.size()) : text); !ok) {
            oaiwire::error e = std::move(ok).error();
            if (has_scheme && e.offset != error::no_offset) e.offset += scheme.size();
            return e;
        }
        header h("Authorization", {}, true);
        // a reallocation would leave a copy of the key behind
        h.value.reserve(scheme.size() + text.size());
        if (!has_scheme) h.value.append(scheme);
        h.value.append(text);
        return h;
    });
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
