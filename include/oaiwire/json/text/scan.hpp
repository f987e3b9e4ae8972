// The scalar RFC 8259 checker: is this JSON, and if not, which byte is the first that no JSON text
// could have there? Knows no types and builds no values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_block.hpp>
#include <oaiwire/core/utf8_check.hpp>

namespace oaiwire::inline v0_2::json_scan {

// What is wrong and where. `at` may be the end of the text (errc::unexpected_end).
struct fault {
    errc code = errc::ok;
    const char* at = nullptr;

    // Always null, for `return f.set(...)`.
    const char* set(errc c, const char* p);
};

constexpr bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
using oaiwire::detail::hex_digit;
using oaiwire::detail::is_digit;

inline constexpr std::ptrdiff_t block_size = 16;

#if defined(__SSE2__)
inline __m128i load_block(const char* p) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
}
// A bit for each of the 16 bytes at p that find_special() would stop at.
inline unsigned special_in_block(const char* p) {
    return utf8_block::special_in(load_block(p));
}
#endif

// More than one byte of white space is a line's indentation.
const char* skip_indentation(const char* p, const char* end);
const char* skip_space(const char* p, const char* end);

// The first byte in [p, end) that is not plain ASCII string text: a quote, a backslash, a control
// character, or any byte from 0x80; end if there is none.
const char* find_special(const char* p, const char* end);

// As find_special(), but that bytes from 0x80 are passed over.
const char* find_escaped(const char* p, const char* end);

// find_special() of the block at p alone, without a branch where that can be.
const char* find_special_in_block(const char* p);

// p is after the backslash of an escape; gives one past it. Surrogates are not paired here.
const char* check_escape(const char* p, const char* end, fault& f);

// As check_string(), but does not look at bytes from 0x80.
const char* pass_string(const char* p, const char* end, fault& f);

// p is at the first byte from 0x80 of a string.
const char* check_other_string(const char* p, const char* end, fault& f);

// p is after the opening quote; gives one past the closing quote. Checks escapes and UTF-8; a lone
// surrogate escape is grammatical (RFC 8259, 8.2) and passes.
const char* check_string(const char* p, const char* end, fault& f);

using utf8_check = bool (*)(std::string_view);

// The strings of one text, which ends where `end` is in every call. Whether it is UTF-8 is asked
// once, for all that comes after the first byte from 0x80; strings are checked one by one only
// where it is not.
class strings_of_text {
public:
    explicit strings_of_text(utf8_check valid) : valid_(valid) {}
    const char* operator()(const char* p, const char* end, fault& f);

private:
    utf8_check valid_;
    bool asked_ = false;
    bool utf8_ = false;
};

// p is at '-' or a digit; gives one past the number, however large it is.
const char* check_number(const char* p, const char* end, fault& f);
const char* check_literal(const char* p, const char* end, std::string_view literal, fault& f);

// What check_value() takes: how the strings of a value are checked.
struct each_string {
    const char* operator()(const char* p, const char* end, fault& f) const {
        return check_string(p, end, f);
    }
};
struct valid_string {
    const char* operator()(const char* p, const char* end, fault& f) const {
        return pass_string(p, end, f);
    }
};

// p is at the first byte of a string, number or literal (not of an object or array).
template <class String>
const char* check_scalar(const char* p, const char* end, fault& f, String& string) {
    switch (*p) {
        case '"':
            return string(p + 1, end, f);
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

// p is where the name of a member is due; gives one past the colon.
template <class String>
const char* check_name(const char* p, const char* end, fault& f, String& string) {
    if (p == end) return f.set(errc::unexpected_end, p);
    if (*p != '"') return f.set(errc::unexpected_byte, p);
    p = string(p + 1, end, f);
    if (!p) return nullptr;
    p = skip_space(p, end);
    if (p == end) return f.set(errc::unexpected_end, p);
    if (*p != ':') return f.set(errc::unexpected_byte, p);
    return p + 1;
}

inline constexpr std::size_t max_depth = 1024;

// One value, iteratively: p is where it must start (white space may come first), the result is one
// past it. Objects and arrays nest at most `depth` levels (and never more than max_depth).
template <class String>
const char* check_value(const char* p, const char* end, std::size_t depth, fault& f,
                        String&& string) {
    std::array<std::uint64_t, max_depth / 64> objects;  // a bit a level: object or array
    if (depth > max_depth) depth = max_depth;
    std::size_t level = 0;
    char closing = 0;  // of the innermost object or array
    for (;;) {
        p = skip_space(p, end);
        if (p == end) return f.set(errc::unexpected_end, p);
        const char c = *p;
        if (c == '{' || c == '[') {
            if (level == depth) return f.set(errc::too_deep, p);
            const std::uint64_t bit = std::uint64_t{1} << (level % 64);
            auto& word = objects[level / 64];
            if (level % 64 == 0) word = 0;
            word = c == '{' ? word | bit : word & ~bit;
            ++level;
            closing = c == '{' ? '}' : ']';
            p = skip_space(p + 1, end);
            if (p == end) return f.set(errc::unexpected_end, p);
            if (*p != closing) {
                if (c == '{') p = check_name(p, end, f, string);
                if (!p) return nullptr;
                continue;
            }
        } else {
            p = check_scalar(p, end, f, string);
            if (!p) return nullptr;
            if (level == 0) return p;
            p = skip_space(p, end);
        }
        // after a value
        for (; p != end && *p == closing; p = skip_space(p, end)) {
            ++p;
            if (--level == 0) return p;
            closing = (objects[(level - 1) / 64] >> ((level - 1) % 64) & 1) != 0 ? '}' : ']';
        }
        if (p == end) return f.set(errc::unexpected_end, p);
        if (*p != ',') return f.set(errc::unexpected_byte, p);
        ++p;
        if (closing == '}') p = check_name(skip_space(p, end), end, f, string);
        if (!p) return nullptr;
    }
}
inline const char* check_value(const char* p, const char* end, std::size_t depth, fault& f) {
    return check_value(p, end, depth, f, each_string{});
}

// p is where a value begins of a text that is known to be valid; gives one past it.
const char* pass_value(const char* p, const char* end);

// A whole text: one value, white space around it, nothing else. code is errc::ok if it is one.
// `valid` is is_utf8() or a faster one.
fault check_text(std::string_view text, std::size_t depth = max_depth, utf8_check valid = is_utf8);

// Appends a valid JSON text without the white space between its tokens.
void append_compact(std::string& out, std::string_view text);

}  // namespace oaiwire::inline v0_2::json_scan

#if OAIWIRE_DEFINES

#include <bit>

namespace oaiwire::inline v0_2::json_scan {

OAIWIRE_INLINE const char* fault::set(errc c, const char* p) {
    code = c;
    at = p;
    return nullptr;
}

OAIWIRE_INLINE const char* skip_indentation(const char* p, const char* end) {
#if defined(__SSE2__)
    for (; end - p >= block_size; p += block_size) {
        const __m128i v = load_block(p);
        const auto equal = [&](char c) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(c)); };
        const unsigned space = utf8_block::mask_of(_mm_or_si128(
            _mm_or_si128(equal(' '), equal('\n')), _mm_or_si128(equal('\t'), equal('\r'))));
        if (space != 0xFFFF) return p + std::countr_one(space);
    }
#endif
    while (p != end && is_space(*p)) ++p;
    return p;
}

OAIWIRE_INLINE const char* skip_space(const char* p, const char* end) {
    // most tokens have none before them
    if (p == end || static_cast<unsigned char>(*p) > ' ' || !is_space(*p)) return p;
    ++p;
    if (p == end || static_cast<unsigned char>(*p) > ' ') return p;
    return skip_indentation(p, end);
}

OAIWIRE_INLINE const char* find_special(const char* p, const char* end) {
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

OAIWIRE_INLINE const char* find_escaped(const char* p, const char* end) {
#if defined(__SSE2__)
    for (; end - p >= block_size; p += block_size) {
        if (const unsigned mask = utf8_block::escaped_in(load_block(p)); mask != 0) {
            return p + std::countr_zero(mask);
        }
    }
#endif
    for (; p != end; ++p) {
        const auto c = static_cast<unsigned char>(*p);
        if (c == '"' || c == '\\' || c < 0x20) break;
    }
    return p;
}

OAIWIRE_INLINE const char* find_special_in_block(const char* p) {
#if defined(__SSE2__)
    return p + std::countr_zero(special_in_block(p) | 1U << block_size);
#else
    return find_special(p, p + block_size);
#endif
}

OAIWIRE_INLINE const char* check_escape(const char* p, const char* end, fault& f) {
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

OAIWIRE_INLINE const char* pass_string(const char* p, const char* end, fault& f) {
    for (;;) {
        p = find_escaped(p, end);
        if (p == end) return f.set(errc::unexpected_end, p);
        if (*p == '"') return p + 1;
        if (*p != '\\') return f.set(errc::control_character, p);
        p = check_escape(p + 1, end, f);
        if (!p) return nullptr;
    }
}

[[gnu::noinline]] OAIWIRE_INLINE const char* check_other_string(const char* p, const char* end,
                                                                fault& f) {
    const char* const after = pass_string(p, end, f);
    const std::string_view text(p, static_cast<std::size_t>((after ? after : f.at) - p));
    if (is_utf8(text)) return after;
    const char* const bad = p + find_invalid_utf8(text);
    return f.set(bad == end ? errc::unexpected_end : errc::invalid_utf8, bad);
}

OAIWIRE_INLINE const char* check_string(const char* p, const char* end, fault& f) {
    for (;;) {
        p = find_special(p, end);
        if (p == end) return f.set(errc::unexpected_end, p);
        const auto c = static_cast<unsigned char>(*p);
        if (c == '"') return p + 1;
        if (c >= 0x80) return check_other_string(p, end, f);
        if (c != '\\') return f.set(errc::control_character, p);
        p = check_escape(p + 1, end, f);
        if (!p) return nullptr;
    }
}

OAIWIRE_INLINE const char* strings_of_text::operator()(const char* p, const char* end, fault& f) {
    p = find_special(p, end);
    if (p != end && *p == '"') return p + 1;
    if (p == end || static_cast<unsigned char>(*p) < 0x80) return check_string(p, end, f);
    if (!asked_) {
        asked_ = true;
        utf8_ = valid_({p, static_cast<std::size_t>(end - p)});
    }
    return utf8_ ? pass_string(p, end, f) : check_other_string(p, end, f);
}

OAIWIRE_INLINE const char* check_number(const char* p, const char* end, fault& f) {
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

OAIWIRE_INLINE const char* check_literal(const char* p, const char* end, std::string_view literal,
                                         fault& f) {
    const std::size_t size = literal.size();
    if (static_cast<std::size_t>(end - p) >= size && std::memcmp(p, literal.data(), size) == 0) {
        return p + size;
    }
    for (const char c : literal) {
        if (p == end) return f.set(errc::unexpected_end, p);
        if (*p != c) return f.set(errc::invalid_literal, p);
        ++p;
    }
    return p;
}

OAIWIRE_INLINE const char* pass_value(const char* p, const char* end) {
    fault ignored;
    return check_value(p, end, max_depth, ignored, valid_string{});
}

OAIWIRE_INLINE fault check_text(std::string_view text, std::size_t depth, utf8_check valid) {
    fault f;
    const char* const end = text.data() + text.size();
    const char* p = check_value(text.data(), end, depth, f, strings_of_text(valid));
    if (!p) return f;
    p = skip_space(p, end);
    if (p != end) f.set(errc::trailing_bytes, p);
    return f;
}

OAIWIRE_INLINE void append_compact(std::string& out, std::string_view text) {
    fault ignored;
    const char* p = text.data();
    const char* const end = p + text.size();
    while ((p = skip_space(p, end)) != end) {
        const char* const from = p;
        while (p != end && !is_space(*p)) {
            p = *p == '"' ? pass_string(p + 1, end, ignored) : p + 1;
        }
        out.append(from, p);
    }
}

}  // namespace oaiwire::inline v0_2::json_scan

#endif  // OAIWIRE_DEFINES
