// sse2_block: 16 bytes in a vector of x86. See block_plain.hpp for what the operations mean.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

#include <oaiwire/core/block_mask.hpp>
#include <oaiwire/core/block_part.hpp>
#include <oaiwire/core/version.hpp>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>

namespace oaiwire { inline namespace v0_2 { namespace detail {

struct sse2_block {
    using mask = block_mask<std::uint32_t, 1>;

    __m128i v;

    [[gnu::always_inline]] static sse2_block load(const char* p) {
        return {_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))};
    }
    static sse2_block load_part(const char* p, std::size_t n) {
        const block_part part = load_block_part(p, n);
        return {_mm_set_epi64x(static_cast<std::int64_t>(part.high),
                               static_cast<std::int64_t>(part.low))};
    }
    [[gnu::always_inline]] static sse2_block all(unsigned byte) {
        return {_mm_set1_epi8(static_cast<char>(static_cast<unsigned char>(byte)))};
    }
    [[gnu::always_inline]] static sse2_block zero() { return {_mm_setzero_si128()}; }

    [[gnu::always_inline]] void store(char* p) const {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(p), v);
    }
};

[[gnu::always_inline]] inline sse2_block operator|(sse2_block a, sse2_block b) {
    return {_mm_or_si128(a.v, b.v)};
}
[[gnu::always_inline]] inline sse2_block operator&(sse2_block a, sse2_block b) {
    return {_mm_and_si128(a.v, b.v)};
}
[[gnu::always_inline]] inline sse2_block operator^(sse2_block a, sse2_block b) {
    return {_mm_xor_si128(a.v, b.v)};
}
[[gnu::always_inline]] inline sse2_block operator+(sse2_block a, sse2_block b) {
    return {_mm_add_epi8(a.v, b.v)};
}
[[gnu::always_inline]] inline sse2_block operator-(sse2_block a, sse2_block b) {
    return {_mm_sub_epi8(a.v, b.v)};
}
[[gnu::always_inline]] inline sse2_block without(sse2_block a, sse2_block b) {
    return {_mm_andnot_si128(b.v, a.v)};
}
[[gnu::always_inline]] inline sse2_block minus_or_zero(sse2_block a, sse2_block b) {
    return {_mm_subs_epu8(a.v, b.v)};
}
[[gnu::always_inline]] inline sse2_block least(sse2_block a, sse2_block b) {
    return {_mm_min_epu8(a.v, b.v)};
}
[[gnu::always_inline]] inline sse2_block greatest(sse2_block a, sse2_block b) {
    return {_mm_max_epu8(a.v, b.v)};
}

[[gnu::always_inline]] inline sse2_block equal(sse2_block a, sse2_block b) {
    return {_mm_cmpeq_epi8(a.v, b.v)};
}
[[gnu::always_inline]] inline sse2_block at_most(sse2_block a, sse2_block b) {
    return equal(greatest(a, b), b);  // b is often a constant, which then needs no copy
}
// Two instructions more than at_most(): the set of instructions compares signed bytes alone.
[[gnu::always_inline]] inline sse2_block less(sse2_block a, sse2_block b) {
    return {_mm_cmplt_epi8((a ^ sse2_block::all(0x80)).v, (b ^ sse2_block::all(0x80)).v)};
}
[[gnu::always_inline]] inline sse2_block less_signed(sse2_block a, sse2_block b) {
    return {_mm_cmplt_epi8(a.v, b.v)};
}

template <std::size_t N>
[[gnu::always_inline]] inline sse2_block shifted_in(sse2_block a, sse2_block b) {
    static_assert(N < 16);
    if constexpr (N == 0) return b;
    return {_mm_or_si128(_mm_slli_si128(b.v, N), _mm_srli_si128(a.v, 16 - N))};
}

[[gnu::always_inline]] inline sse2_block ten_times(sse2_block v) {
    return {_mm_mullo_epi16(v.v, _mm_set1_epi16(10))};  // no byte carries into the one behind it
}
// Neighbours are joined four times: digits to pairs, those to fours, and so on.
[[gnu::always_inline]] inline std::uint64_t number_of(sse2_block v) {
    // 10 * first + second, in the upper byte of each word
    const __m128i pairs = _mm_srli_epi16(_mm_mullo_epi16(v.v, _mm_set1_epi16(10 << 8 | 1)), 8);
    const __m128i fours = _mm_madd_epi16(pairs, _mm_set1_epi32(1 << 16 | 100));
    const __m128i both = _mm_madd_epi16(_mm_packs_epi32(fours, fours),  // the eights, twice
                                        _mm_set1_epi32(1 << 16 | 10'000));
    std::uint64_t eights;
    std::memcpy(&eights, &both, sizeof eights);
    return (eights & 0xFFFFFFFF) * 100'000'000 + (eights >> 32);
}

[[gnu::always_inline]] inline std::uint32_t bits_of(sse2_block v) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(v.v));
}
[[gnu::always_inline]] inline std::uint32_t bits_of(sse2_block a, sse2_block b) {
    return bits_of(a) | bits_of(b) << 16;
}
[[gnu::always_inline]] inline std::uint64_t bits_of(sse2_block a, sse2_block b, sse2_block c,
                                                    sse2_block d) {
    return bits_of(a, b) | std::uint64_t{bits_of(c, d)} << 32;
}
[[gnu::always_inline]] inline sse2_block::mask mask_of(sse2_block v) {
    return sse2_block::mask(bits_of(v));
}
[[gnu::always_inline]] inline sse2_block::mask mask_of_high(sse2_block v) {
    return sse2_block::mask(bits_of(v));
}
[[gnu::always_inline]] inline bool any_of(sse2_block v) {
    return bits_of(v) != 0;
}
[[gnu::always_inline]] inline bool any_high(sse2_block v) {
    return bits_of(v) != 0;
}
[[gnu::always_inline]] inline bool is_zero(sse2_block v) {
    return bits_of(equal(v, sse2_block::zero())) == 0xFFFF;
}

}}}  // namespace oaiwire::v0_2::detail

#endif

#include <oaiwire/core/macros_end.hpp>
