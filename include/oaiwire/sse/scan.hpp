// scan: finds line ends in an event stream.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#endif

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

// Whether c is CR or LF.
constexpr bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

// find_line_end() without SSE2: tests eight bytes at a time, in any byte order.
const char* find_line_end_portable(const char* p, const char* end);

#if defined(__SSE2__) || defined(_M_X64)

// Loads 16 bytes from any address.
inline __m128i load(const char* p) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
}

// A bit mask of 16 bytes: 1 for CR or LF.
inline unsigned line_end_mask(__m128i bytes) {
    const __m128i lf = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'));
    const __m128i cr = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r'));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(lf, cr)));
}

// A bit mask of 64 bytes.
inline std::uint64_t line_end_mask(const char* p) {
    const std::uint64_t low = line_end_mask(load(p)) | (line_end_mask(load(p + 16)) << 16);
    const std::uint64_t high = line_end_mask(load(p + 32)) | (line_end_mask(load(p + 48)) << 16);
    return low | (high << 32);
}

// Text contains few bytes <= CR (13) other than line ends, so four vectors are tested together for
// such a byte; only after a hit is the exact mask computed. The last bytes are covered by a block
// that overlaps the one before, which contained no line end.
inline const char* find_line_end_sse2(const char* p, const char* end) {
    const auto size = end - p;
    if (size >= 64) {
        for (; end - p >= 64; p += 64) {
            const __m128i least = _mm_min_epu8(_mm_min_epu8(load(p), load(p + 16)),
                                               _mm_min_epu8(load(p + 32), load(p + 48)));
            const __m128i rough = _mm_cmpeq_epi8(_mm_min_epu8(least, _mm_set1_epi8('\r')), least);
            if (_mm_movemask_epi8(rough) == 0) continue;
            const std::uint64_t mask = line_end_mask(p);
            if (mask != 0) return p + std::countr_zero(mask);
        }
        const std::uint64_t mask = line_end_mask(end - 64);
        return mask == 0 ? end : end - 64 + std::countr_zero(mask);
    }
    if (size < 16) return find_line_end_portable(p, end);
    for (; end - p >= 16; p += 16) {
        const unsigned mask = line_end_mask(load(p));
        if (mask != 0) return p + std::countr_zero(mask);
    }
    const unsigned mask = line_end_mask(load(end - 16));
    return mask == 0 ? end : end - 16 + std::countr_zero(mask);
}

#endif

// Returns the first CR or LF in [p, end), or `end`. Reads no byte outside of the range.
const char* find_line_end(const char* p, const char* end);

}}}  // namespace oaiwire::v0_2::sse::detail

#if OAIWIRE_DEFINES

#include <cstring>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

// For the last bytes, and for those of the word that has a line end.
inline const char* find_line_end_bytewise(const char* p, const char* end) {
    while (p != end && !is_line_end(*p)) ++p;
    return p;
}

OAIWIRE_INLINE const char* find_line_end_portable(const char* p, const char* end) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t low_bits = ones * 0x7f;
    for (; end - p >= 8; p += 8) {
        std::uint64_t word;
        std::memcpy(&word, p, sizeof word);
        const std::uint64_t lf = word ^ (ones * '\n');
        const std::uint64_t cr = word ^ (ones * '\r');
        // the top bit of a byte stays clear only if that byte is zero; no carry crosses bytes
        const std::uint64_t not_lf = ((lf & low_bits) + low_bits) | lf;
        const std::uint64_t not_cr = ((cr & low_bits) + low_bits) | cr;
        if (((not_lf & not_cr) | low_bits) != ~std::uint64_t{0}) break;
    }
    return find_line_end_bytewise(p, end);
}

OAIWIRE_INLINE const char* find_line_end(const char* p, const char* end) {
#if defined(__SSE2__) || defined(_M_X64)
    return find_line_end_sse2(p, end);
#else
    return find_line_end_portable(p, end);
#endif
}

}}}  // namespace oaiwire::v0_2::sse::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
