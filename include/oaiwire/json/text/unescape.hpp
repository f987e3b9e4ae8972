// From the raw text between a JSON string's quotes to its characters. Knows no types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire::inline v0_2::json_scan {

// What becomes of half a surrogate pair. `keep` writes its three bytes as if it were a character
// (WTF-8), for a reader that joins halves later; no such text may reach a user.
enum class surrogates : std::uint8_t { refuse, replace, keep };

constexpr bool is_high_surrogate(std::uint32_t c) {
    return c >= 0xD800 && c <= 0xDBFF;
}
constexpr bool is_low_surrogate(std::uint32_t c) {
    return c >= 0xDC00 && c <= 0xDFFF;
}

// The four hexadecimal digits at p, already checked.
constexpr std::uint32_t hex4(const char* p) {
    std::uint32_t v = 0;
    for (int i = 0; i != 4; ++i) v = v << 4 | static_cast<std::uint32_t>(hex_digit(p[i]));
    return v;
}

// p is after the backslash of an escape that check_escape accepted; appends its character and gives
// one past it. With surrogates::refuse, half a pair is a fault at the byte where the other half is
// missing.
const char* append_escape(std::string& out, const char* p, const char* end, surrogates policy,
                          bool& lone, fault& f);

// Appends the characters of a string's raw text, which must be valid (check_string).
bool append_unescaped(std::string& out, std::string_view raw, surrogates policy);

// Names are compared after unescaping (RFC 8259, 8.3). raw is valid text between quotes.
bool same_name(std::string_view raw, std::string_view name);

}  // namespace oaiwire::inline v0_2::json_scan

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2::json_scan {

OAIWIRE_INLINE const char* append_escape(std::string& out, const char* p, const char* end,
                                         surrogates policy, bool& lone, fault& f) {
    switch (*p) {
        case 'b':
            out.push_back('\b');
            return p + 1;
        case 'f':
            out.push_back('\f');
            return p + 1;
        case 'n':
            out.push_back('\n');
            return p + 1;
        case 'r':
            out.push_back('\r');
            return p + 1;
        case 't':
            out.push_back('\t');
            return p + 1;
        case 'u':
            break;
        default:
            out.push_back(*p);
            return p + 1;
    }
    std::uint32_t c = hex4(p + 1);
    p += 5;
    if (is_high_surrogate(c)) {
        // walk towards `\uDC00`: where it breaks off is the first byte that no pair has there
        const char* q = p;
        if (q != end && *q == '\\' && ++q != end && *q == 'u') {
            fault ignored;
            const char* next = check_escape(q, end, ignored);
            if (next && is_low_surrogate(hex4(q + 1))) {
                append_utf8(out, 0x10000 + ((c - 0xD800) << 10) + (hex4(q + 1) - 0xDC00));
                return next;
            }
            ++q;
            if (q != end && (*q == 'd' || *q == 'D')) ++q;
        }
        if (policy == surrogates::refuse) return f.set(errc::lone_surrogate, q);
    } else if (is_low_surrogate(c)) {
        // `\uD` could have begun a high half; the digit after it did not
        if (policy == surrogates::refuse) return f.set(errc::lone_surrogate, p - 3);
    } else {
        append_utf8(out, c);
        return p;
    }
    lone = true;
    if (policy == surrogates::replace) {
        out.append(replacement_character);
    } else {
        append_utf8(out, c);
    }
    return p;
}

OAIWIRE_INLINE bool append_unescaped(std::string& out, std::string_view raw, surrogates policy) {
    const char* p = raw.data();
    const char* const end = p + raw.size();
    fault f;
    bool lone = false;
    while (p != end) {
        const std::size_t plain = std::string_view(p, static_cast<std::size_t>(end - p)).find('\\');
        if (plain == std::string_view::npos) {
            out.append(p, end);
            break;
        }
        out.append(p, plain);
        p = append_escape(out, p + plain + 1, end, policy, lone, f);
        if (!p) return false;
    }
    return true;
}

OAIWIRE_INLINE bool same_name(std::string_view raw, std::string_view name) {
    if (raw.find('\\') == std::string_view::npos) return raw == name;
    std::string text;
    append_unescaped(text, raw, surrogates::keep);
    return text == name;
}

}  // namespace oaiwire::inline v0_2::json_scan

#endif  // OAIWIRE_DEFINES
