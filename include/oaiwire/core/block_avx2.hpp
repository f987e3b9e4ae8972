// avx2_block: 32 bytes in a vector, for functions that has_avx2() guards. See block_plain.hpp for
// what the operations mean.
//
// g++ and clang need no header of intrinsics for it: immintrin.h takes 0.2 to 0.4 s to compile.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

#include <oaiwire/core/cpu.hpp>
#include <oaiwire/core/version.hpp>

#if OAIWIRE_AVX2 && defined(_MSC_VER)
#include <immintrin.h>
#endif

#if OAIWIRE_AVX2

namespace oaiwire { inline namespace v0_2 { namespace detail {

#if defined(_MSC_VER)

struct avx2_block {
    static constexpr std::ptrdiff_t size = 32;

    __m256i v;

    static avx2_block load(const char* p) {
        return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p))};
    }
    static avx2_block all(unsigned byte) {
        return {_mm256_set1_epi8(static_cast<char>(static_cast<unsigned char>(byte)))};
    }
    void store(char* p) const { _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), v); }
};

inline avx2_block operator|(avx2_block a, avx2_block b) {
    return {_mm256_or_si256(a.v, b.v)};
}
inline avx2_block operator&(avx2_block a, avx2_block b) {
    return {_mm256_and_si256(a.v, b.v)};
}
inline avx2_block operator^(avx2_block a, avx2_block b) {
    return {_mm256_xor_si256(a.v, b.v)};
}
inline avx2_block operator+(avx2_block a, avx2_block b) {
    return {_mm256_add_epi8(a.v, b.v)};
}
inline avx2_block equal(avx2_block a, avx2_block b) {
    return {_mm256_cmpeq_epi8(a.v, b.v)};
}
inline avx2_block at_most(avx2_block a, avx2_block b) {
    return {_mm256_cmpeq_epi8(_mm256_max_epu8(a.v, b.v), b.v)};
}
inline avx2_block less_signed(avx2_block a, avx2_block b) {
    return {_mm256_cmpgt_epi8(b.v, a.v)};
}
inline avx2_block minus_or_zero(avx2_block a, avx2_block b) {
    return {_mm256_subs_epu8(a.v, b.v)};
}
inline avx2_block high_nibbles(avx2_block v, avx2_block half = avx2_block::all(15)) {
    return {_mm256_and_si256(_mm256_srli_epi16(v.v, 4), half.v)};
}
inline avx2_block looked_up(avx2_block table, avx2_block at) {
    return {_mm256_shuffle_epi8(table.v, at.v)};
}
inline std::uint32_t bits_of(avx2_block v) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(v.v));
}
inline avx2_block bytes_of_bits(std::uint32_t bits) {
    const __m256i order =
        _mm256_setr_epi64x(0, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
    const __m256i own = _mm256_set1_epi64x(static_cast<long long>(0x8040201008040201u));
    const __m256i spread = _mm256_shuffle_epi8(_mm256_set1_epi32(static_cast<int>(bits)), order);
    return {_mm256_cmpeq_epi8(_mm256_and_si256(spread, own), own)};
}
inline void put_in_order(char* p, const char* from, std::uint32_t order) {
    const auto places = static_cast<long long>(order | std::uint64_t{order >> 4} << 32);
    const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(from));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(p),
                     _mm_shuffle_epi8(bytes, _mm_cvtsi64_si128(places)));
}
inline avx2_block three_bytes_of_four(avx2_block values) {
    const __m256i pairs = _mm256_maddubs_epi16(values.v, _mm256_set1_epi32(0x01400140));
    const __m256i words = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00011000));
    const __m256i order =
        _mm256_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1,  //
                         2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
    return {_mm256_permutevar8x32_epi32(_mm256_shuffle_epi8(words, order),
                                        _mm256_setr_epi32(0, 1, 2, 4, 5, 6, 7, 7))};
}
inline avx2_block four_values_of_three(avx2_block bytes) {
    const __m256i order = _mm256_setr_epi8(1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10,  //
                                           1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10);
    const __m256i halves =
        _mm256_permutevar8x32_epi32(bytes.v, _mm256_setr_epi32(0, 1, 2, 2, 3, 4, 5, 5));
    const __m256i groups = _mm256_shuffle_epi8(halves, order);
    const __m256i odd = _mm256_and_si256(groups, _mm256_set1_epi32(0x0FC0FC00));
    const __m256i even = _mm256_and_si256(groups, _mm256_set1_epi32(0x003F03F0));
    return {_mm256_or_si256(_mm256_mulhi_epu16(odd, _mm256_set1_epi32(0x04000040)),
                            _mm256_mullo_epi16(even, _mm256_set1_epi32(0x01000010)))};
}

#else

struct avx2_block {
    static constexpr std::ptrdiff_t size = 32;
    using bytes [[gnu::vector_size(32)]] = unsigned char;

    bytes v;

    [[gnu::always_inline, gnu::target("avx2")]] static avx2_block load(const char* p) {
        avx2_block out;
        std::memcpy(&out.v, p, sizeof out.v);
        return out;
    }
    [[gnu::always_inline, gnu::target("avx2")]] static avx2_block all(unsigned byte) {
        return {bytes{} + static_cast<unsigned char>(byte)};
    }
    [[gnu::always_inline, gnu::target("avx2")]] void store(char* p) const {
        std::memcpy(p, &v, sizeof v);
    }
};

[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block operator|(avx2_block a,
                                                                        avx2_block b) {
    return {a.v | b.v};
}
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block operator&(avx2_block a,
                                                                        avx2_block b) {
    return {a.v & b.v};
}
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block operator^(avx2_block a,
                                                                        avx2_block b) {
    return {a.v ^ b.v};
}
// Sums of bytes, modulo 256.
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block operator+(avx2_block a,
                                                                        avx2_block b) {
    return {a.v + b.v};
}
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block equal(avx2_block a, avx2_block b) {
    return {reinterpret_cast<avx2_block::bytes>(a.v == b.v)};
}
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block at_most(avx2_block a, avx2_block b) {
    return {reinterpret_cast<avx2_block::bytes>(a.v <= b.v)};
}
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block less_signed(avx2_block a,
                                                                          avx2_block b) {
    using chars [[gnu::vector_size(32)]] = signed char;
    return {reinterpret_cast<avx2_block::bytes>(reinterpret_cast<chars>(a.v) <
                                                reinterpret_cast<chars>(b.v))};
}
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block minus_or_zero(avx2_block a,
                                                                            avx2_block b) {
#if defined(__clang__)
    return {(a.v > b.v ? a.v : b.v) - b.v};
#else
    using chars [[gnu::vector_size(32)]] = char;
    return {reinterpret_cast<avx2_block::bytes>(
        __builtin_ia32_psubusb256(reinterpret_cast<chars>(a.v), reinterpret_cast<chars>(b.v)))};
#endif
}
// The upper four bits of each byte, as a number. `half` is 15 in each byte.
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block high_nibbles(
    avx2_block v, avx2_block half = avx2_block::all(15)) {
    using shorts [[gnu::vector_size(32)]] = unsigned short;
    return {reinterpret_cast<avx2_block::bytes>(reinterpret_cast<shorts>(v.v) >> 4) & half.v};
}
// The bytes of a table of 16, which is in both halves of the block, at places from 0 to 15.
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block looked_up(avx2_block table,
                                                                        avx2_block at) {
    using chars [[gnu::vector_size(32)]] = char;
    return {reinterpret_cast<avx2_block::bytes>(
        __builtin_ia32_pshufb256(reinterpret_cast<chars>(table.v), reinterpret_cast<chars>(at.v)))};
}
[[gnu::always_inline, gnu::target("avx2")]] inline std::uint32_t bits_of(avx2_block v) {
    using chars [[gnu::vector_size(32)]] = char;
    return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb256(reinterpret_cast<chars>(v.v)));
}

// A byte of ones for each bit that is set, and a zero for each other one.
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block bytes_of_bits(std::uint32_t bits) {
    using chars [[gnu::vector_size(32)]] = char;
    using ints [[gnu::vector_size(32)]] = unsigned;
    using longs [[gnu::vector_size(32)]] = unsigned long long;
    const longs order = {0, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303};
    const auto own = reinterpret_cast<avx2_block::bytes>(longs{} + 0x8040201008040201);
    const auto spread = reinterpret_cast<avx2_block::bytes>(__builtin_ia32_pshufb256(
        reinterpret_cast<chars>(ints{} + bits), reinterpret_cast<chars>(order)));
    return {reinterpret_cast<avx2_block::bytes>((spread & own) == own)};
}

// Writes eight bytes to p: those of the eight at `from` at the places, from 0 to 7, that `order`
// has: four in the lower halves of its bytes, then four in the upper ones.
[[gnu::always_inline, gnu::target("avx2")]] inline void put_in_order(char* p, const char* from,
                                                                     std::uint32_t order) {
    using chars [[gnu::vector_size(16)]] = char;
    using longs [[gnu::vector_size(16)]] = unsigned long long;
    // the lookup takes the lower half of a byte whose highest bit is not set
    const longs places = {order | std::uint64_t{order >> 4} << 32};
    longs bytes = {};
    std::memcpy(&bytes, from, 8);
    const auto out = reinterpret_cast<longs>(
        __builtin_ia32_pshufb128(reinterpret_cast<chars>(bytes), reinterpret_cast<chars>(places)));
    std::memcpy(p, &out, 8);
}

// Four values of six bits each as three bytes, the first value in the highest bits: 24 bytes, and
// eight unspecified ones behind them.
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block three_bytes_of_four(
    avx2_block values) {
    using chars [[gnu::vector_size(32)]] = char;
    using shorts [[gnu::vector_size(32)]] = short;
    using ints [[gnu::vector_size(32)]] = int;
    constexpr int by_64_and_1 = 0x01400140;
    constexpr int by_4096_and_1 = 0x00011000;
    const auto pairs = __builtin_ia32_pmaddubsw256(reinterpret_cast<chars>(values.v),
                                                   reinterpret_cast<chars>(ints{} + by_64_and_1));
    const auto words =
        __builtin_ia32_pmaddwd256(pairs, reinterpret_cast<shorts>(ints{} + by_4096_and_1));
    const chars order = {2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1,
                         2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1};
    const auto ordered = __builtin_ia32_pshufb256(reinterpret_cast<chars>(words), order);
    return {reinterpret_cast<avx2_block::bytes>(__builtin_ia32_permvarsi256(
        reinterpret_cast<ints>(ordered), ints{0, 1, 2, 4, 5, 6, 7, 7}))};
}

// The first 24 bytes as 32 values of six bits each: the opposite.
[[gnu::always_inline, gnu::target("avx2")]] inline avx2_block four_values_of_three(
    avx2_block bytes) {
    using chars [[gnu::vector_size(32)]] = char;
    using shorts [[gnu::vector_size(32)]] = short;
    using words [[gnu::vector_size(32)]] = unsigned short;
    using ints [[gnu::vector_size(32)]] = int;
    const chars order = {1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10,
                         1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10};
    const auto halves =
        __builtin_ia32_permvarsi256(reinterpret_cast<ints>(bytes.v), ints{0, 1, 2, 2, 3, 4, 5, 5});
    const auto groups =
        reinterpret_cast<ints>(__builtin_ia32_pshufb256(reinterpret_cast<chars>(halves), order));
    const ints odd = groups & 0x0FC0FC00;
    const ints even = groups & 0x003F03F0;
    // moved down by 10 and by 6, and up by 4 and by 8
    const auto down = __builtin_ia32_pmulhuw256(reinterpret_cast<shorts>(odd),
                                                reinterpret_cast<shorts>(ints{} + 0x04000040));
    const auto up = reinterpret_cast<words>(even) * reinterpret_cast<words>(ints{} + 0x01000010);
    return {reinterpret_cast<avx2_block::bytes>(down) | reinterpret_cast<avx2_block::bytes>(up)};
}

#endif

[[gnu::always_inline, gnu::target("avx2")]] inline bool any_of(avx2_block v) {
    return bits_of(v) != 0;
}
[[gnu::always_inline, gnu::target("avx2")]] inline bool any_high(avx2_block v) {
    return bits_of(v) != 0;
}
[[gnu::always_inline, gnu::target("avx2")]] inline bool is_zero(avx2_block v) {
#if defined(_MSC_VER)
    return _mm256_testz_si256(v.v, v.v) != 0;
#else
    using words [[gnu::vector_size(32)]] = long long;
    return __builtin_ia32_ptestz256(reinterpret_cast<words>(v.v), reinterpret_cast<words>(v.v)) !=
           0;
#endif
}

}}}  // namespace oaiwire::v0_2::detail

#endif

#include <oaiwire/core/macros_end.hpp>
