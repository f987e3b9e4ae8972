// is_utf8(): validates UTF-8 (RFC 3629) in 16-byte blocks if SSE2 is available.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_block.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

#if defined(__SSE2__) || defined(_M_X64)

// Returns a block with non-zero bytes where the 16 bytes are invalid, given the three preceding
// ones. A sequence that continues beyond the block is not judged.
inline __m128i utf8_faults(__m128i v, __m128i before1, __m128i before2, __m128i before3) {
    const auto all = [](unsigned byte) { return _mm_set1_epi8(utf8_block::signed_byte(byte)); };
    const auto either = [](__m128i a, __m128i b) { return _mm_or_si128(a, b); };
    const auto begins_with = [&](unsigned byte) { return _mm_cmpeq_epi8(before1, all(byte)); };
    const __m128i zero = _mm_setzero_si128();
    // continuation bytes exactly where a sequence continues
    const __m128i goes_on =
        either(either(_mm_subs_epu8(before1, all(0xBF)), _mm_subs_epu8(before2, all(0xDF))),
               _mm_subs_epu8(before3, all(0xEF)));
    const __m128i misplaced =
        _mm_cmpeq_epi8(_mm_cmpeq_epi8(goes_on, zero), _mm_cmplt_epi8(v, all(0xC0)));
    // second bytes of overlong forms, surrogates and values past U+10FFFF
    const __m128i third = _mm_and_si128(
        either(_mm_andnot_si128(v, begins_with(0xE0)), _mm_and_si128(v, begins_with(0xED))),
        all(0x20));
    const __m128i bits = _mm_and_si128(v, all(0x30));
    const __m128i fourth = either(_mm_and_si128(_mm_cmpeq_epi8(bits, zero), begins_with(0xF0)),
                                  _mm_and_si128(bits, begins_with(0xF4)));
    // first bytes of overlong forms and of values past U+10FFFF
    const __m128i never =
        either(_mm_cmpeq_epi8(_mm_and_si128(v, all(0xFE)), all(0xC0)), _mm_subs_epu8(v, all(0xF4)));
    return either(either(misplaced, third), either(fourth, never));
}

// Requires at least 16 bytes.
inline bool is_utf8_by_blocks(const char* p, const char* end) {
    const auto load = [](const char* from) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
    };
    const __m128i first = load(p);
    __m128i faults = utf8_faults(first, _mm_slli_si128(first, 1), _mm_slli_si128(first, 2),
                                 _mm_slli_si128(first, 3));
    const auto look = [&](const char* q) {
        faults = _mm_or_si128(faults, utf8_faults(load(q), load(q - 1), load(q - 2), load(q - 3)));
    };
    p += 16;
    for (; end - p >= 64; p += 64) {
        const __m128i any = _mm_or_si128(_mm_or_si128(load(p), load(p + 16)),
                                         _mm_or_si128(load(p + 32), load(p + 48)));
        // skip ASCII, unless the preceding text ends within a sequence
        if (static_cast<unsigned char>(p[-1]) < 0x80 && _mm_movemask_epi8(any) == 0) continue;
        for (int i = 0; i != 64; i += 16) look(p + i);
    }
    for (; end - p >= 16; p += 16) look(p);
    if (p != end) look(end - 16);
    const auto last = [&](int n) { return static_cast<unsigned char>(end[-n]); };
    if (last(1) >= 0xC0 || last(2) >= 0xE0 || last(3) >= 0xF0) return false;
    return _mm_movemask_epi8(_mm_cmpeq_epi8(faults, _mm_setzero_si128())) == 0xFFFF;
}

#endif

}  // namespace detail

// Whether the text is valid UTF-8.
bool is_utf8(std::string_view text);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The size of the valid sequence that the first of four bytes begins (the lowest byte of `w`), or
// 0. Each form is one comparison of all its bytes, and one that excludes overlong forms, surrogates
// and values past U+10FFFF.
constexpr unsigned size_of_sequence(std::uint32_t w) {
    if ((w & 0x80) == 0) return 1;
    if ((w & 0xC0E0) == 0x80C0) return (w & 0x1E) != 0 ? 2 : 0;
    if ((w & 0xC0C0F0) == 0x8080E0) {
        const std::uint32_t bits = w & 0x200F;
        return bits != 0 && bits != 0x200D ? 3 : 0;
    }
    if ((w & 0xC0C0C0F8) == 0x808080F0) {
        const std::uint32_t plane = (w & 7) << 2 | (w >> 12 & 3);  // in quarters; 16 is plane 16
        return plane - 1 < 16 ? 4 : 0;
    }
    return 0;
}

inline bool is_utf8_by_characters(const char* p, const char* end) {
    constexpr std::uint64_t highs = 0x8080808080808080u;
    if constexpr (std::endian::native == std::endian::little) {
        while (end - p >= 8) {
            std::uint64_t v = 0;
            std::memcpy(&v, p, 8);
            v &= highs;
            if (v == 0) {
                p += 8;
                continue;
            }
            p += std::countr_zero(v) / 8;  // the ASCII before
            unsigned size = 2;
            while (size > 1 && end - p >= 4) {
                std::uint32_t w = 0;
                std::memcpy(&w, p, 4);
                size = size_of_sequence(w);
                if (size == 0) return false;
                p += size;
            }
            if (size > 1) break;  // near the end
        }
    }
    while (p != end) {
        p = utf8_advance(p, end).next;
        if (!p) return false;
    }
    return true;
}

}  // namespace detail

OAIWIRE_INLINE bool is_utf8(std::string_view text) {
    const char* const p = text.data();
    const char* const end = p + text.size();
#if defined(__SSE2__) || defined(_M_X64)
    if (text.size() >= 32) return detail::is_utf8_by_blocks(p, end);
#endif
    return detail::is_utf8_by_characters(p, end);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
