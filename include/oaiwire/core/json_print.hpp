// Writing JSON scalars. Knows no types and no structure.
#pragma once

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/json_scan.hpp>
#include <oaiwire/core/utf8.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json_print {

// Appends text as a JSON string, quotes included. False, with nothing usable appended, where text
// is not valid UTF-8. One pass; escapes only what RFC 8259 requires.
inline bool append_string(std::string& out, std::string_view text) {
    out.push_back('"');
    const char* p = text.data();
    const char* const end = p + text.size();
    const char* plain = p;
    for (;;) {
        p = json_scan::find_special(p, end);
        if (p == end) break;
        const auto c = static_cast<unsigned char>(*p);
        if (c >= 0x80) {
            p = utf8_advance(p, end).next;
            if (!p) return false;
            continue;
        }
        out.append(plain, p);
        switch (c) {
            case '"':
                out.append("\\\"");
                break;
            case '\\':
                out.append("\\\\");
                break;
            case '\b':
                out.append("\\b");
                break;
            case '\f':
                out.append("\\f");
                break;
            case '\n':
                out.append("\\n");
                break;
            case '\r':
                out.append("\\r");
                break;
            case '\t':
                out.append("\\t");
                break;
            default: {
                constexpr std::string_view hex = "0123456789abcdef";
                const char escape[] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
                out.append(escape, sizeof escape);
            }
        }
        plain = ++p;
    }
    out.append(plain, end);
    out.push_back('"');
    return true;
}

template <std::integral T>
requires(!std::same_as<T, bool>) void append_number(std::string& out, T value) {
    char digits[24];
    const auto r = std::to_chars(digits, digits + sizeof digits, value);
    out.append(digits, r.ptr);
}

// The shortest text that reads back to the same bits. False for NaN and infinity.
template <std::floating_point T>
bool append_number(std::string& out, T value) {
    if (!std::isfinite(value)) return false;
    char digits[32];
    const auto r = std::to_chars(digits, digits + sizeof digits, value);
    out.append(digits, r.ptr);
    return true;
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json_print
