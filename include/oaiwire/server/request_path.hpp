// Paths and queries of request targets as a server reads them (RFC 3986; RFC 9112, section 3.2).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The segment of a pattern that stands for a parameter: "/responses/~/cancel".
inline constexpr std::string_view any_segment = "~";

// A target, taken apart. Views into it, still percent-encoded.
struct request_target {
    std::string_view path{};   // without a slash at its end, except for "/" itself
    std::string_view query{};  // without the question mark
};

// Parses a target in origin-form or absolute-form.
request_target parse_target(std::string_view target);

// The parameters of a path that matched a pattern: views into the path, percent-encoded.
struct path_values {
    static constexpr std::size_t most = 8;
    std::array<std::string_view, most> values{};
    std::size_t count = 0;
};

// Whether the path has the segments of the pattern, and its parameters then. Literal segments must
// be spelled as in the pattern, and a parameter must not be empty.
bool match_path(std::string_view pattern, std::string_view path, path_values& found);

// Sets `rest` to what follows the prefix if the path begins with its segments; "" is a prefix of
// every path.
bool below_prefix(std::string_view path, std::string_view prefix, std::string_view& rest);

// Replaces `out` by the decoded text. False for "%" without two hex digits after it, and for a
// result that is not UTF-8. `plus`: what "+" stands for; in a query, a space.
bool percent_decode(std::string_view text, char plus, std::string& out);

// The same for a parameter of a path. Also false for control characters, and for a value with a
// segment "." or "..", between slashes that were encoded or alone: a program that uses it as the
// name of a file must not leave its folder.
bool decode_parameter(std::string_view segment, std::string& out);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/http/url.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE request_target parse_target(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        target.remove_prefix(scheme.size());
        const std::size_t end = target.find_first_of("/?");
        target = end == std::string_view::npos ? std::string_view("/") : target.substr(end);
    }
    const std::size_t mark = target.find('?');
    request_target out{target.substr(0, mark), {}};
    if (mark != std::string_view::npos) out.query = target.substr(mark + 1);
    if (out.path.empty()) out.path = "/";
    if (out.path.size() > 1 && out.path.ends_with('/')) out.path.remove_suffix(1);
    return out;
}

// The first segment of a path that begins with a slash, which is removed from it.
inline std::string_view take_segment(std::string_view& path) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

OAIWIRE_ADAPTER_INLINE bool match_path(std::string_view pattern, std::string_view path,
                                       path_values& found) {
    found.count = 0;
    while (pattern.starts_with('/') && path.starts_with('/')) {
        const std::string_view due = take_segment(pattern);
        const std::string_view segment = take_segment(path);
        if (due != any_segment) {
            if (segment != due) return false;
        } else {
            if (segment.empty() || found.count == path_values::most) return false;
            found.values[found.count++] = segment;
        }
    }
    return pattern.empty() && path.empty();
}

OAIWIRE_ADAPTER_INLINE bool below_prefix(std::string_view path, std::string_view prefix,
                                         std::string_view& rest) {
    if (!path.starts_with(prefix)) return false;
    rest = path.substr(prefix.size());
    return rest.empty() || rest.front() == '/';
}

OAIWIRE_ADAPTER_INLINE bool percent_decode(std::string_view text, char plus, std::string& out) {
    out.clear();
    while (!text.empty()) {
        const std::string_view plain = text.substr(0, text.find_first_of("%+"));
        out.append(plain);
        text.remove_prefix(plain.size());
        if (text.starts_with('+')) {
            out.push_back(plus);
            text.remove_prefix(1);
        } else if (!text.empty()) {
            if (text.size() < 3) return false;
            const int high = hex_digit(text[1]), low = hex_digit(text[2]);
            if (high < 0 || low < 0) return false;
            out.push_back(static_cast<char>(static_cast<unsigned char>(high << 4 | low)));
            text.remove_prefix(3);
        }
    }
    return find_invalid_utf8(out) == std::string_view::npos;
}

OAIWIRE_ADAPTER_INLINE bool decode_parameter(std::string_view segment, std::string& out) {
    if (!percent_decode(segment, '+', out)) return false;
    std::uint32_t before = 0;
    for (const char c : out) {
        const auto byte = static_cast<unsigned char>(c);
        if (http::detail::is_control(byte, before)) return false;
        before = before << 8 | byte;
    }
    for (std::string_view rest = out;;) {
        const std::size_t end = rest.find_first_of("/\\");
        if (http::detail::is_dot_segment(rest.substr(0, end))) return false;
        if (end == std::string_view::npos) return true;
        rest.remove_prefix(end + 1);
    }
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
