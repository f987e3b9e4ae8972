// neon_block: 16 bytes in a vector of 64-bit ARM. See block_plain.hpp for what the operations mean.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>

#include <oaiwire/core/block_mask.hpp>
#include <oaiwire/core/block_part.hpp>
#include <oaiwire/core/version.hpp>

#if (defined(__aarch64__) && defined(__ARM_NEON) && !defined(__AARCH64EB__)) || defined(_M_ARM64)
#include <arm_neon.h>

namespace oaiwire { inline namespace v0_2 { namespace detail {

struct neon_block {
    // The machine has no instruction that gathers one bit of each byte, but one that gathers four.
    using mask = block_mask<std::uint64_t, 4>;

    uint8x16_t v;

    [[gnu::always_inline]] static neon_block load(const char* p) {
        return {vld1q_u8(reinterpret_cast<const std::uint8_t*>(p))};
    }
    static neon_block load_part(const char* p, std::size_t n) {
        const block_part part = load_block_part(p, n);
        return {vcombine_u8(vcreate_u8(part.low), vcreate_u8(part.high))};
    }
    [[gnu::always_inline]] static neon_block all(unsigned byte) {
        return {vdupq_n_u8(static_cast<std::uint8_t>(byte))};
    }
    [[gnu::always_inline]] static neon_block zero() { return {vdupq_n_u8(0)}; }

    [[gnu::always_inline]] void store(char* p) const {
        vst1q_u8(reinterpret_cast<std::uint8_t*>(p), v);
    }
};

[[gnu::always_inline]] inline neon_block operator|(neon_block a, neon_block b) {
    return {vorrq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block operator&(neon_block a, neon_block b) {
    return {vandq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block operator^(neon_block a, neon_block b) {
    return {veorq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block operator+(neon_block a, neon_block b) {
    return {vaddq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block operator-(neon_block a, neon_block b) {
    return {vsubq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block without(neon_block a, neon_block b) {
    return {vbicq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block minus_or_zero(neon_block a, neon_block b) {
    return {vqsubq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block least(neon_block a, neon_block b) {
    return {vminq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block greatest(neon_block a, neon_block b) {
    return {vmaxq_u8(a.v, b.v)};
}

[[gnu::always_inline]] inline neon_block equal(neon_block a, neon_block b) {
    return {vceqq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block at_most(neon_block a, neon_block b) {
    return {vcleq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block less(neon_block a, neon_block b) {
    return {vcltq_u8(a.v, b.v)};
}
[[gnu::always_inline]] inline neon_block less_signed(neon_block a, neon_block b) {
    return {vcltq_s8(vreinterpretq_s8_u8(a.v), vreinterpretq_s8_u8(b.v))};
}

template <std::size_t N>
[[gnu::always_inline]] inline neon_block shifted_in(neon_block a, neon_block b) {
    static_assert(N < 16);
    if constexpr (N == 0) {
        return b;
    } else {
        return {vextq_u8(a.v, b.v, 16 - N)};
    }
}

[[gnu::always_inline]] inline neon_block ten_times(neon_block v) {
    return {vmulq_u8(v.v, vdupq_n_u8(10))};
}
// Neighbours are joined four times: digits to pairs, those to fours, and so on.
[[gnu::always_inline]] inline std::uint64_t number_of(neon_block v) {
    const uint8x16_t tens = vreinterpretq_u8_u16(vdupq_n_u16(1 << 8 | 10));
    const uint16x8_t pairs = vpaddlq_u8(vmulq_u8(v.v, tens));
    const uint32x4_t fours =
        vpaddlq_u16(vmulq_u16(pairs, vreinterpretq_u16_u32(vdupq_n_u32(1 << 16 | 100))));
    const uint64x2_t eights = vpaddlq_u32(
        vmulq_u32(fours, vreinterpretq_u32_u64(vdupq_n_u64(std::uint64_t{1} << 32 | 10'000))));
    return vgetq_lane_u64(eights, 0) * 100'000'000 + vgetq_lane_u64(eights, 1);
}

// Keeps another bit in each byte of eight, so that adding neighbours three times gathers them.
[[gnu::always_inline]] inline uint8x16_t weighted_bits(neon_block v) {
    alignas(16) static constexpr std::uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128,
                                                             1, 2, 4, 8, 16, 32, 64, 128};
    return vandq_u8(v.v, vld1q_u8(weights));
}
[[gnu::always_inline]] inline std::uint32_t bits_of(neon_block v) {
    uint8x16_t sum = weighted_bits(v);
    for (int i = 0; i != 3; ++i) sum = vpaddq_u8(sum, sum);
    return vgetq_lane_u16(vreinterpretq_u16_u8(sum), 0);
}
[[gnu::always_inline]] inline std::uint32_t bits_of(neon_block a, neon_block b) {
    uint8x16_t sum = vpaddq_u8(weighted_bits(a), weighted_bits(b));
    for (int i = 0; i != 2; ++i) sum = vpaddq_u8(sum, sum);
    return vgetq_lane_u32(vreinterpretq_u32_u8(sum), 0);
}
[[gnu::always_inline]] inline std::uint64_t bits_of(neon_block a, neon_block b, neon_block c,
                                                    neon_block d) {
    uint8x16_t sum = vpaddq_u8(vpaddq_u8(weighted_bits(a), weighted_bits(b)),
                               vpaddq_u8(weighted_bits(c), weighted_bits(d)));
    sum = vpaddq_u8(sum, sum);
    return vgetq_lane_u64(vreinterpretq_u64_u8(sum), 0);
}
[[gnu::always_inline]] inline neon_block::mask mask_of(neon_block v) {
    // the middle eight bits of each pair of bytes
    const uint8x8_t nibbles = vshrn_n_u16(vreinterpretq_u16_u8(v.v), 4);
    return neon_block::mask(vget_lane_u64(vreinterpret_u64_u8(nibbles), 0));
}
[[gnu::always_inline]] inline neon_block::mask mask_of_high(neon_block v) {
    return mask_of(less_signed(v, neon_block::zero()));
}
[[gnu::always_inline]] inline bool any_of(neon_block v) {
    return mask_of(v).any();
}
[[gnu::always_inline]] inline bool any_high(neon_block v) {
    return vmaxvq_u8(v.v) >= 0x80;
}
[[gnu::always_inline]] inline bool is_zero(neon_block v) {
    return vmaxvq_u32(vreinterpretq_u32_u8(v.v)) == 0;
}

}}}  // namespace oaiwire::v0_2::detail

#endif

#include <oaiwire/core/macros_end.hpp>
