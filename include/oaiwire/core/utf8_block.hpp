// SSE2 helpers for 16-byte blocks of text: which bytes must be escaped in JSON strings or checked
// as UTF-8.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <oaiwire/core/version.hpp>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>

namespace oaiwire { inline namespace v0_2 { namespace detail::utf8_block {

// A byte as a signed value; bytes from 0x80 up are negative in the comparisons below.
constexpr char signed_byte(unsigned byte) {
    return static_cast<char>(static_cast<unsigned char>(byte));
}

// Loads fewer than 16 bytes and fills with zeros, without reading beyond them.
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
        // shifted twice, since a shift by 64 is undefined
        high = load(p + n - 8, std::uint64_t{}) >> (16 - n) * 4 >> (16 - n) * 4;
    } else if (n >= 4) {
        low = load(p, std::uint32_t{}) | load(p + n - 4, std::uint32_t{}) << (n - 4) * 8;
    } else if (n != 0) {
        low = load(p, std::uint8_t{}) | load(p + n / 2, std::uint8_t{}) << n / 2 * 8 |
              load(p + n - 1, std::uint8_t{}) << (n - 1) * 8;
    }
    return _mm_set_epi64x(static_cast<std::int64_t>(high), static_cast<std::int64_t>(low));
}

// One bit per byte: its highest bit.
inline unsigned mask_of(__m128i v) {
    return static_cast<unsigned>(_mm_movemask_epi8(v));
}

// Quotes, backslashes, control characters and bytes >= 0x80, as 0xFF; other bytes as 0.
inline __m128i special_bytes_of(__m128i v) {
    // exchanges the quote with the space, so that one comparison covers it and everything below
    const __m128i low =
        _mm_cmplt_epi8(_mm_xor_si128(v, _mm_set1_epi8('"' ^ ' ')), _mm_set1_epi8(' ' + 1));
    return _mm_or_si128(low, _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
}
// The same as one bit per byte.
inline unsigned special_in(__m128i v) {
    return mask_of(special_bytes_of(v));
}
// Quotes, backslashes and control characters, as 0xFF; other bytes as 0.
inline __m128i escaped_bytes_of(__m128i v) {
    const __m128i moved = _mm_xor_si128(v, _mm_set1_epi8('"' ^ ' '));
    const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(moved, _mm_set1_epi8(' ')), moved);
    return _mm_or_si128(low, _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
}
// The same as one bit per byte.
inline unsigned escaped_in(__m128i v) {
    return mask_of(escaped_bytes_of(v));
}

}}}  // namespace oaiwire::v0_2::detail::utf8_block

#endif

#include <oaiwire/core/macros_end.hpp>
