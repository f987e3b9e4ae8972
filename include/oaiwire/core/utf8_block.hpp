// UTF-8 by sixteen bytes, where there is SSE2: a bit for each byte. A block begins with a code
// point; nothing is carried from one to the next. Knows no JSON, but which bytes its strings
// escape.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <oaiwire/core/version.hpp>

#if defined(__SSE2__)
#include <emmintrin.h>

namespace oaiwire::inline OAIWIRE_ABI::utf8_block {

// The bytes from 0x80 or so are negative for the comparisons below.
constexpr char signed_byte(unsigned byte) {
    return static_cast<char>(static_cast<unsigned char>(byte));
}

// Fewer than sixteen bytes, zeros after them; not a byte beyond them is read.
inline __m128i load_part(const char* p, std::size_t n) {
    const auto load = []<class T>(const char* from, T) {
        T v{};
        std::memcpy(&v, from, sizeof v);
        return std::uint64_t{v};
    };
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    if (n >= 8) {
        low = load(p, std::uint64_t{});
        // in two halves, since a shift by 64 is none
        high = load(p + n - 8, std::uint64_t{}) >> (16 - n) * 4 >> (16 - n) * 4;
    } else if (n >= 4) {
        low = load(p, std::uint32_t{}) | load(p + n - 4, std::uint32_t{}) << (n - 4) * 8;
    } else if (n != 0) {
        low = load(p, std::uint8_t{}) | load(p + n / 2, std::uint8_t{}) << n / 2 * 8 |
              load(p + n - 1, std::uint8_t{}) << (n - 1) * 8;
    }
    return _mm_set_epi64x(static_cast<std::int64_t>(high), static_cast<std::int64_t>(low));
}

inline unsigned mask_of(__m128i v) {
    return static_cast<unsigned>(_mm_movemask_epi8(v));
}

// Quotes, backslashes, control characters and bytes from 0x80.
inline __m128i special_bytes_of(__m128i v) {
    // the quote is two away from the space: one comparison for it and all below
    const __m128i low =
        _mm_cmplt_epi8(_mm_xor_si128(v, _mm_set1_epi8('"' ^ ' ')), _mm_set1_epi8(' ' + 1));
    return _mm_or_si128(low, _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
}
inline unsigned special_in(__m128i v) {
    return mask_of(special_bytes_of(v));
}

// The leads, among the bytes whose high bit is `high`, of the sequences that the block cuts.
inline unsigned unfinished_utf8(__m128i v, unsigned high) {
    const auto from = [&](unsigned byte) {
        return mask_of(_mm_cmpgt_epi8(v, _mm_set1_epi8(signed_byte(byte - 1)))) & high;
    };
    return (from(0xC0) & 0x8000) | (from(0xE0) & 0xC000) | (from(0xF0) & 0xE000);
}

// Are the bytes before the lowest bit of stop whole code points?
inline bool is_utf8_before(__m128i v, unsigned high, unsigned stop) {
    const auto above = [](__m128i bytes, unsigned byte) {
        return _mm_cmpgt_epi8(bytes, _mm_set1_epi8(signed_byte(byte)));
    };
    const auto below = [](__m128i bytes, unsigned byte) {
        return _mm_cmplt_epi8(bytes, _mm_set1_epi8(signed_byte(byte)));
    };
    const auto equal = [](__m128i bytes, unsigned byte) {
        return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(signed_byte(byte)));
    };
    const unsigned lead2 = mask_of(above(v, 0xBF)) & high;
    const unsigned lead3 = mask_of(above(v, 0xDF)) & high;
    const unsigned lead4 = mask_of(above(v, 0xEF)) & high;
    // a continuation byte after every lead, two, three, and nowhere else
    const unsigned misplaced = (lead2 << 1 | lead3 << 2 | lead4 << 3) ^ (high & ~lead2);
    // overlong forms, surrogates and values past U+10FFFF
    const __m128i before = _mm_slli_si128(v, 1);
    __m128i never = equal(_mm_and_si128(v, _mm_set1_epi8(signed_byte(0xFE))), 0xC0);
    const auto add = [&](__m128i a, __m128i b) {
        never = _mm_or_si128(never, _mm_and_si128(a, b));
    };
    add(equal(before, 0xE0), below(v, 0xA0));
    add(equal(before, 0xED), above(v, 0x9F));
    add(equal(before, 0xF0), below(v, 0x90));
    add(equal(before, 0xF4), above(v, 0x8F));
    add(above(v, 0xF4), below(v, 0));
    return ((misplaced | mask_of(never)) & (stop ^ (stop - 1))) == 0;
}

}  // namespace oaiwire::inline OAIWIRE_ABI::utf8_block

#endif
