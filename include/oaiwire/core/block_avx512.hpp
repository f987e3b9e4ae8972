// avx512_block: 64 bytes in a vector, for functions that has_avx512() guards. See block_plain.hpp
// and block_avx2.hpp for what the operations mean.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <oaiwire/core/cpu.hpp>
#include <oaiwire/core/version.hpp>

#if OAIWIRE_AVX512 && !defined(_MSC_VER)

namespace oaiwire { inline namespace v0_2 { namespace detail {

struct avx512_block {
    static constexpr std::ptrdiff_t size = 64;
    using bytes [[gnu::vector_size(64)]] = unsigned char;
    // what the compilers' functions take and return
    using chars [[gnu::vector_size(64)]] = char;
    using shorts [[gnu::vector_size(64)]] = short;
    using ints [[gnu::vector_size(64)]] = int;

    bytes v;

    [[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] static avx512_block load(
        const void* p) {
        avx512_block out;
        std::memcpy(&out.v, p, sizeof out.v);
        return out;
    }
    [[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] static avx512_block all(
        unsigned byte) {
        return {bytes{} + static_cast<unsigned char>(byte)};
    }
    [[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] void store(void* p) const {
        std::memcpy(p, &v, sizeof v);
    }
};

[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block operator|(
    avx512_block a, avx512_block b) {
    return {a.v | b.v};
}
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block operator^(
    avx512_block a, avx512_block b) {
    return {a.v ^ b.v};
}
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block operator+(
    avx512_block a, avx512_block b) {
    return {a.v + b.v};
}
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block minus_or_zero(
    avx512_block a, avx512_block b) {
#if defined(__clang__)
    return {(a.v > b.v ? a.v : b.v) - b.v};
#else
    using chars = avx512_block::chars;
    const chars out = __builtin_ia32_psubusb512_mask(reinterpret_cast<chars>(a.v),
                                                     reinterpret_cast<chars>(b.v), chars{}, ~0ULL);
    return {reinterpret_cast<avx512_block::bytes>(out)};
#endif
}
// Each byte moved down by two bits; its upper two bits are unspecified.
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block quarters(
    avx512_block v) {
    using words [[gnu::vector_size(64)]] = unsigned short;
    return {reinterpret_cast<avx512_block::bytes>(reinterpret_cast<words>(v.v) >> 2)};
}
// For each bit of three blocks, what `Results` has for it: bit 4 * a + 2 * b + c.
template <int Results>
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block combined(
    avx512_block a, avx512_block b, avx512_block c) {
    using ints = avx512_block::ints;
    const ints out = __builtin_ia32_pternlogd512_mask(
        reinterpret_cast<ints>(a.v), reinterpret_cast<ints>(b.v), reinterpret_cast<ints>(c.v),
        Results, static_cast<unsigned short>(0xFFFF));
    return {reinterpret_cast<avx512_block::bytes>(out)};
}

// A bit for each byte: whether it is from 0x80.
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline std::uint64_t bits_of(
    avx512_block v) {
    return __builtin_ia32_cvtb2mask512(reinterpret_cast<avx512_block::chars>(v.v));
}
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline bool any_high(avx512_block v) {
    return bits_of(v) != 0;
}
// A bit for each byte: whether both are equal; whether that of `a` is at most that of `b`.
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline std::uint64_t equal_bits(
    avx512_block a, avx512_block b) {
    using chars = avx512_block::chars;
    return __builtin_ia32_ucmpb512_mask(reinterpret_cast<chars>(a.v), reinterpret_cast<chars>(b.v),
                                        0, ~0ULL);
}
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline std::uint64_t at_most_bits(
    avx512_block a, avx512_block b) {
    using chars = avx512_block::chars;
    return __builtin_ia32_ucmpb512_mask(reinterpret_cast<chars>(a.v), reinterpret_cast<chars>(b.v),
                                        2, ~0ULL);
}
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline bool is_zero(avx512_block v) {
    return equal_bits(v, avx512_block::all(0)) == ~std::uint64_t{0};
}

// The bytes of a table of 64 at the places in the lower six bits of each byte.
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block looked_up(
    avx512_block table, avx512_block at) {
    using chars = avx512_block::chars;
#if defined(__clang__)
    const chars found = __builtin_ia32_permvarqi512(reinterpret_cast<chars>(table.v),
                                                    reinterpret_cast<chars>(at.v));
#else
    const chars found = __builtin_ia32_permvarqi512_mask(
        reinterpret_cast<chars>(table.v), reinterpret_cast<chars>(at.v), chars{}, ~0ULL);
#endif
    return {reinterpret_cast<avx512_block::bytes>(found)};
}

// The bytes of a table of 128 at the places in the lower seven bits of each byte.
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block looked_up(
    avx512_block low, avx512_block high, avx512_block at) {
    using chars = avx512_block::chars;
#if defined(__clang__)
    const chars found = __builtin_ia32_vpermi2varqi512(reinterpret_cast<chars>(low.v),
                                                       reinterpret_cast<chars>(at.v),
                                                       reinterpret_cast<chars>(high.v));
#else
    const chars found = __builtin_ia32_vpermt2varqi512_mask(reinterpret_cast<chars>(at.v),
                                                            reinterpret_cast<chars>(low.v),
                                                            reinterpret_cast<chars>(high.v), ~0ULL);
#endif
    return {reinterpret_cast<avx512_block::bytes>(found)};
}

// The same where `bits` are set; the bytes of `at` elsewhere.
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block looked_up(
    avx512_block low, avx512_block high, avx512_block at, std::uint64_t bits) {
    using chars = avx512_block::chars;
#if defined(__clang__)
    const chars found = __builtin_ia32_selectb_512(
        bits, reinterpret_cast<chars>(looked_up(low, high, at).v), reinterpret_cast<chars>(at.v));
#else
    const chars found = __builtin_ia32_vpermi2varqi512_mask(reinterpret_cast<chars>(low.v),
                                                            reinterpret_cast<chars>(at.v),
                                                            reinterpret_cast<chars>(high.v), bits);
#endif
    return {reinterpret_cast<avx512_block::bytes>(found)};
}

// The bytes whose bits are set, one behind the other; zeros behind them.
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi2")]] inline avx512_block compressed(
    avx512_block v, std::uint64_t bits) {
    using chars = avx512_block::chars;
    return {reinterpret_cast<avx512_block::bytes>(
        __builtin_ia32_compressqi512_mask(reinterpret_cast<chars>(v.v), chars{}, bits))};
}
// The same for the 64 bytes at p; writes 64 bytes to q. Returns one past those that were kept. Not
// inlined, so that functions for any machine can call it.
[[gnu::noinline, gnu::target("avx512bw,avx512vbmi,avx512vbmi2,popcnt")]] inline char*
put_compressed(char* q, const char* p, std::uint64_t bits) {
    compressed(avx512_block::load(p), bits).store(q);
    return q + std::popcount(bits);
}
// Bit i of the lower 32 moved to bit 2 * i.
[[gnu::always_inline, gnu::target("bmi2")]] inline std::uint64_t spread_bits(std::uint64_t bits) {
    return __builtin_ia32_pdep_di(bits, 0x5555555555555555);
}

// Four values of six bits each as the lower 24 bits of a word of 32, the first value in the highest
// of them.
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block groups_of_four(
    avx512_block values) {
    using chars = avx512_block::chars;
    using shorts = avx512_block::shorts;
    using ints = avx512_block::ints;
    const auto by_64_and_1 = reinterpret_cast<chars>(ints{} + 0x01400140);
    const auto by_4096_and_1 = reinterpret_cast<shorts>(ints{} + 0x00011000);
#if defined(__clang__)
    const shorts pairs =
        __builtin_ia32_pmaddubsw512(reinterpret_cast<chars>(values.v), by_64_and_1);
    const ints words = __builtin_ia32_pmaddwd512(pairs, by_4096_and_1);
#else
    const shorts pairs = __builtin_ia32_pmaddubsw512_mask(reinterpret_cast<chars>(values.v),
                                                          by_64_and_1, shorts{}, ~0U);
    const ints words = __builtin_ia32_pmaddwd512_mask(pairs, by_4096_and_1, ints{}, 0xFFFF);
#endif
    return {reinterpret_cast<avx512_block::bytes>(words)};
}

// Four values of six bits each from three bytes b0 to b2 that are in a word as b1, b0, b2, b1. The
// upper two bits of each value are unspecified.
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] inline avx512_block values_of_groups(
    avx512_block groups) {
    using chars = avx512_block::chars;
    using longs [[gnu::vector_size(64)]] = long long;
    // which bit of eight bytes each of them begins at
    const auto places = reinterpret_cast<chars>(longs{} + 0x3036242A1016040A);
#if defined(__clang__)
    const chars values =
        __builtin_ia32_vpmultishiftqb512(places, reinterpret_cast<chars>(groups.v));
#else
    const chars values = __builtin_ia32_vpmultishiftqb512_mask(
        places, reinterpret_cast<chars>(groups.v), chars{}, ~0ULL);
#endif
    return {reinterpret_cast<avx512_block::bytes>(values)};
}

}}}  // namespace oaiwire::v0_2::detail

#endif

#include <oaiwire/core/macros_end.hpp>
