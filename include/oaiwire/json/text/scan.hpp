// Scanning JSON text by characters: white space, digits, and where strings end.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8_block.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// White space as RFC 8259 has it: no other control characters, no U+00A0.
constexpr bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
using oaiwire::detail::hex_digit;
using oaiwire::detail::is_digit;

// A view of [begin, end).
inline std::string_view text_between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

// bytes of a vector register, and of a block elsewhere
inline constexpr std::ptrdiff_t block_size = 16;

#if defined(__SSE2__) || defined(_M_X64)
namespace utf8_block = oaiwire::detail::utf8_block;

inline __m128i load_block(const char* p) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
}
// One bit for each of the 16 bytes at p that find_special() would stop at.
inline unsigned special_in_block(const char* p) {
    return utf8_block::special_in(load_block(p));
}
#endif

// The first byte in [p, end) that is no white space; end if there is none.
const char* skip_space(const char* p, const char* end);

// The first byte in [p, end) that is not plain ASCII string text: a quote, a backslash, a control
// character, or any byte from 0x80; end if there is none.
const char* find_special(const char* p, const char* end);

// The same, faster where it is among the first 16 bytes.
[[gnu::always_inline]] inline const char* find_special_soon(const char* p, const char* end) {
#if defined(__SSE2__) || defined(_M_X64)
    if (end - p >= block_size) {
        const unsigned mask = special_in_block(p);
        if (mask != 0) return p + std::countr_zero(mask);
        p += block_size;
    }
#endif
    return find_special(p, end);
}

// The same among the 16 bytes at p; p + 16 if there is none. Branchless with SSE2.
const char* find_special_in_block(const char* p);

// As find_special(), but does not stop at bytes from 0x80.
const char* find_escaped(const char* p, const char* end);

// p is after the opening quote; returns one past the closing quote, or end if there is none. Does
// not check the string.
const char* skip_string(const char* p, const char* end);

// The end of a string, and what it takes to decode the text before.
struct string_end {
    const char* quote = nullptr;  // where the scan stopped
    bool ends = false;            // at a quote; else at a control character or at the end
    bool escapes = false;         // backslashes were met
    bool high = false;            // bytes from 0x80 were met
};

// p is after the opening quote. Checks neither escapes nor UTF-8.
string_end find_string_end(const char* p, const char* end);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// White space of any length, as in pretty-printed JSON.
OAIWIRE_INLINE const char* skip_indentation(const char* p, const char* end) {
#if defined(__SSE2__) || defined(_M_X64)
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
#if defined(__SSE2__) || defined(_M_X64)
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
        // a borrow between bytes makes a false hit only if there is a true one
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
#if defined(__SSE2__) || defined(_M_X64)
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
#if defined(__SSE2__) || defined(_M_X64)
    // a bit past the block if none is set
    return p + std::countr_zero(special_in_block(p) | 1U << block_size);
#else
    return find_special(p, p + block_size);
#endif
}

OAIWIRE_INLINE const char* skip_string(const char* p, const char* end) {
    while ((p = find_escaped(p, end)) != end) {
        if (*p == '"') return p + 1;
        // the character after a backslash never ends the string
        p += *p == '\\' && end - p > 1 ? 2 : 1;
    }
    return end;
}

OAIWIRE_INLINE string_end find_string_end(const char* p, const char* end) {
    string_end found;
    std::uint32_t passed = 0;  // 1: a backslash was before p
#if defined(__SSE2__) || defined(_M_X64)
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i backslashes = _mm_set1_epi8('\\');
    const __m128i last_control = _mm_set1_epi8(0x1F);
    __m128i all = _mm_setzero_si128();  // the bytes of all blocks, for their high bits
    for (; end - p >= 16; p += 16) {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const __m128i control = _mm_cmpeq_epi8(_mm_max_epu8(v, last_control), last_control);
        const __m128i backslash = _mm_cmpeq_epi8(v, backslashes);
        const __m128i hit =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, quotes), control), backslash);
        all = _mm_or_si128(all, v);
        auto hits = static_cast<std::uint32_t>(_mm_movemask_epi8(hit));
        if ((hits | passed) == 0) continue;
        const auto escapes = static_cast<std::uint32_t>(_mm_movemask_epi8(backslash));
        hits &= ~passed;  // the first byte was escaped by the block before
        passed = 0;
        while (hits != 0) {
            const int at = std::countr_zero(hits);
            if ((escapes >> at & 1) == 0) {  // a quote or a control character
                found.high = _mm_movemask_epi8(all) != 0;
                found.quote = p + at;
                found.ends = p[at] == '"';
                return found;
            }
            found.escapes = true;
            passed = at == 15 ? 1 : 0;          // the backslash escapes the next block's first byte
            hits &= ~(std::uint32_t{3} << at);  // the byte after it is skipped too
        }
    }
    found.high = _mm_movemask_epi8(all) != 0;
#endif
    for (; p != end; ++p) {
        const auto c = static_cast<unsigned char>(*p);
        found.high = found.high || c >= 0x80;
        if (passed != 0) {
            passed = 0;
        } else if (c == '\\') {
            found.escapes = true;
            passed = 1;
        } else if (c == '"' || c < 0x20) {
            break;
        }
    }
    found.quote = p;
    found.ends = p != end && *p == '"';
    return found;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
