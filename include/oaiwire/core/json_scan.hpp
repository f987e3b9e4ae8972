// The scalar RFC 8259 checker: is this JSON, and if not, which byte is the first that no JSON text
// could have there? Knows no types and builds no values.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_block.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json_scan {

// What is wrong and where. `at` may be the end of the text (errc::unexpected_end).
struct fault {
    errc code = errc::ok;
    const char* at = nullptr;

    // Always null, for `return f.set(...)`.
    const char* set(errc c, const char* p) {
        code = c;
        at = p;
        return nullptr;
    }
};

constexpr bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

inline const char* skip_space(const char* p, const char* end) {
    while (p != end && is_space(*p)) ++p;
    return p;
}

inline constexpr std::ptrdiff_t block_size = 16;

#if defined(__SSE2__)
// A bit for each of the 16 bytes at p that find_special() would stop at.
inline unsigned special_in_block(const char* p) {
    return utf8_block::special_in(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
}
#endif

// The first byte in [p, end) that is not plain ASCII string text: a quote, a backslash, a control
// character, or any byte from 0x80; end if there is none.
inline const char* find_special(const char* p, const char* end) {
#if defined(__SSE2__)
    for (; end - p >= block_size; p += block_size) {
        if (const unsigned mask = special_in_block(p); mask != 0) {
            return p + std::countr_zero(mask);
        }
    }
#else
    constexpr std::uint64_t ones = 0x0101010101010101u;
    constexpr std::uint64_t highs = 0x8080808080808080u;
    for (; end - p >= 8; p += 8) {
        std::uint64_t v = 0;
        std::memcpy(&v, p, 8);
        const auto zero_byte = [](std::uint64_t x) { return (x - ones) & ~x & highs; };
        const std::uint64_t hit = (v & highs) | ((v - ones * 0x20) & ~v & highs) |
                                  zero_byte(v ^ ones * '"') | zero_byte(v ^ ones * '\\');
        if (hit != 0) break;  // which of the eight is left to the loop below
    }
#endif
    for (; p != end; ++p) {
        const auto c = static_cast<unsigned char>(*p);
        if (c == '"' || c == '\\' || c < 0x20 || c >= 0x80) break;
    }
    return p;
}

// find_special() of the block at p alone, without a branch where that can be.
inline const char* find_special_in_block(const char* p) {
#if defined(__SSE2__)
    return p + std::countr_zero(special_in_block(p) | 1U << block_size);
#else
    return find_special(p, p + block_size);
#endif
}

// p is after the backslash of an escape; gives one past it. Surrogates are not paired here.
inline const char* check_escape(const char* p, const char* end, fault& f) {
    if (p == end) return f.set(errc::unexpected_end, p);
    switch (*p) {
        case '"':
        case '\\':
        case '/':
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't':
            return p + 1;
        case 'u':
            ++p;
            for (int i = 0; i != 4; ++i, ++p) {
                if (p == end) return f.set(errc::unexpected_end, p);
                if (hex_digit(*p) < 0) return f.set(errc::invalid_escape, p);
            }
            return p;
        default:
            return f.set(errc::invalid_escape, p);
    }
}

// p is after the opening quote; gives one past the closing quote. Checks escapes and UTF-8; a lone
// surrogate escape is grammatical (RFC 8259, 8.2) and passes.
inline const char* check_string(const char* p, const char* end, fault& f) {
    for (;;) {
        p = find_special(p, end);
        if (p == end) return f.set(errc::unexpected_end, p);
        const auto c = static_cast<unsigned char>(*p);
        if (c == '"') return p + 1;
        if (c == '\\') {
            p = check_escape(p + 1, end, f);
            if (!p) return nullptr;
        } else if (c >= 0x80) {
            const utf8_step step = utf8_advance(p, end);
            if (!step.next) {
                return f.set(step.bad == end ? errc::unexpected_end : errc::invalid_utf8, step.bad);
            }
            p = step.next;
        } else {
            return f.set(errc::control_character, p);
        }
    }
}

// p is at '-' or a digit; gives one past the number, however large it is.
inline const char* check_number(const char* p, const char* end, fault& f) {
    const auto digits = [&](const char* q) -> const char* {
        if (q == end) return f.set(errc::unexpected_end, q);
        if (!is_digit(*q)) return f.set(errc::invalid_number, q);
        while (q != end && is_digit(*q)) ++q;
        return q;
    };
    if (*p == '-') ++p;
    if (p != end && *p == '0') {
        ++p;
        if (p != end && is_digit(*p)) return f.set(errc::invalid_number, p);
    } else {
        p = digits(p);
        if (!p) return nullptr;
    }
    if (p != end && *p == '.') {
        p = digits(p + 1);
        if (!p) return nullptr;
    }
    if (p != end && (*p == 'e' || *p == 'E')) {
        ++p;
        if (p != end && (*p == '+' || *p == '-')) ++p;
        p = digits(p);
    }
    return p;
}

inline const char* check_literal(const char* p, const char* end, std::string_view literal,
                                 fault& f) {
    for (const char c : literal) {
        if (p == end) return f.set(errc::unexpected_end, p);
        if (*p != c) return f.set(errc::invalid_literal, p);
        ++p;
    }
    return p;
}

// p is at the first byte of a string, number or literal (not of an object or array).
inline const char* check_scalar(const char* p, const char* end, fault& f) {
    switch (*p) {
        case '"':
            return check_string(p + 1, end, f);
        case 't':
            return check_literal(p, end, "true", f);
        case 'f':
            return check_literal(p, end, "false", f);
        case 'n':
            return check_literal(p, end, "null", f);
        default:
            if (*p == '-' || is_digit(*p)) return check_number(p, end, f);
            return f.set(errc::unexpected_byte, p);
    }
}

inline constexpr std::size_t max_depth = 1024;

// One value, iteratively: p is where it must start (white space may come first), the result is one
// past it. Objects and arrays nest at most `depth` levels (and never more than max_depth).
inline const char* check_value(const char* p, const char* end, std::size_t depth, fault& f) {
    std::array<std::uint64_t, max_depth / 64> objects;  // a bit a level: object or array
    if (depth > max_depth) depth = max_depth;
    std::size_t level = 0;
    const auto in_object = [&] {
        return (objects[(level - 1) / 64] >> ((level - 1) % 64) & 1) != 0;
    };
    enum class due : std::uint8_t { value, first_element, first_key, key, separator };
    due next = due::value;
    for (;;) {
        p = skip_space(p, end);
        if (p == end) return f.set(errc::unexpected_end, p);
        const char c = *p;
        if (next == due::separator) {
            const bool object = in_object();
            if (c == ',') {
                next = object ? due::key : due::value;
                ++p;
                continue;
            }
            if (c != (object ? '}' : ']')) return f.set(errc::unexpected_byte, p);
            ++p;
            if (--level == 0) return p;
            continue;
        }
        if ((next == due::first_key && c == '}') || (next == due::first_element && c == ']')) {
            ++p;
            if (--level == 0) return p;
            next = due::separator;
            continue;
        }
        if (next == due::first_key || next == due::key) {
            if (c != '"') return f.set(errc::unexpected_byte, p);
            p = check_string(p + 1, end, f);
            if (!p) return nullptr;
            p = skip_space(p, end);
            if (p == end) return f.set(errc::unexpected_end, p);
            if (*p != ':') return f.set(errc::unexpected_byte, p);
            ++p;
            next = due::value;
            continue;
        }
        if (c == '{' || c == '[') {
            if (level == depth) return f.set(errc::too_deep, p);
            const std::uint64_t bit = std::uint64_t{1} << (level % 64);
            auto& word = objects[level / 64];
            if (level % 64 == 0) word = 0;
            word = c == '{' ? word | bit : word & ~bit;
            ++level;
            ++p;
            next = c == '{' ? due::first_key : due::first_element;
            continue;
        }
        p = check_scalar(p, end, f);
        if (!p) return nullptr;
        if (level == 0) return p;
        next = due::separator;
    }
}

// A whole text: one value, white space around it, nothing else. code is errc::ok if it is one.
inline fault check_text(std::string_view text, std::size_t depth = max_depth) {
    fault f;
    const char* const end = text.data() + text.size();
    const char* p = check_value(text.data(), end, depth, f);
    if (!p) return f;
    p = skip_space(p, end);
    if (p != end) f.set(errc::trailing_bytes, p);
    return f;
}

// Appends a valid JSON text without the white space between its tokens.
inline void append_compact(std::string& out, std::string_view text) {
    bool in_string = false;
    for (std::size_t i = 0; i != text.size(); ++i) {
        const char c = text[i];
        if (in_string && c == '\\') {
            out.append(text, i++, 2);
            continue;
        }
        if (c == '"') in_string = !in_string;
        if (in_string || !is_space(c)) out.push_back(c);
    }
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json_scan
