// is_utf8_avx512(): validates UTF-8 in blocks of 64 bytes. Which bytes must continue a sequence is
// told by the three before each; what else the first byte of one rules out, by two tables.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstring>

#include <oaiwire/core/block_avx512.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

#if OAIWIRE_AVX512

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Second bytes that a first byte rules out, although both may begin and continue sequences. A pair
// is ruled out if both bytes have a bit.
struct utf8_pairs {
    std::array<unsigned char, 64> first{};   // from 0xC0
    std::array<unsigned char, 64> second{};  // by quarters
    // what bytes from 0xC0, from 0xE0 and from 0xF0 exceed by their highest bit; that bit
    unsigned char two = 0xC0 - 0x80;
    unsigned char three = 0xE0 - 0x80;
    unsigned char four = 0xF0 - 0x80;
    unsigned char top = 0x80;
};

inline constexpr utf8_pairs utf8_pair_tables = [] {
    utf8_pairs out;
    unsigned bit = 1;
    const auto rule = [&](unsigned first, unsigned last_first, unsigned second,
                          unsigned last_second) {
        const auto set = [&](unsigned char& of) { of = static_cast<unsigned char>(of | bit); };
        for (unsigned c = first; c <= last_first; ++c) set(out.first[c - 0xC0]);
        for (unsigned c = second; c <= last_second; c += 4) set(out.second[c / 4]);
        bit *= 2;
    };
    rule(0xE0, 0xE0, 0x80, 0x9F);  // overlong
    rule(0xED, 0xED, 0xA0, 0xBF);  // surrogates
    rule(0xF0, 0xF0, 0x80, 0x8F);  // overlong
    rule(0xF4, 0xF4, 0x90, 0xBF);  // past U+10FFFF
    rule(0xC0, 0xC1, 0x80, 0xBF);  // overlong
    rule(0xF5, 0xFF, 0x80, 0xBF);  // past U+10FFFF
    return out;
}();

// Finds malformed UTF-8 in blocks.
struct utf8_checker_avx512 {
    avx512_block first, second, two, three, four, top;

    [[gnu::always_inline,
      gnu::target("avx512bw,avx512vbmi")]] explicit utf8_checker_avx512(const utf8_pairs& pairs)
        : first(avx512_block::load(pairs.first.data())),
          second(avx512_block::load(pairs.second.data())),
          two(avx512_block::all(pairs.two)),
          three(avx512_block::all(pairs.three)),
          four(avx512_block::all(pairs.four)),
          top(avx512_block::all(pairs.top)) {}

    // Adds to `faults` a byte that is not zero where `v`, the 64 bytes at p, is invalid, given the
    // three before. A sequence that continues beyond the block is not judged.
    [[gnu::always_inline, gnu::target("avx512bw,avx512vbmi")]] avx512_block add_faults(
        avx512_block faults, const char* p, avx512_block v) const {
        constexpr int a = 0xF0;
        constexpr int b = 0xCC;
        constexpr int c = 0xAA;
        const avx512_block before = avx512_block::load(p - 1);
        // the top bits: the byte must continue a sequence
        const avx512_block expected = combined<(a | b | c)>(
            minus_or_zero(before, two), minus_or_zero(avx512_block::load(p - 2), three),
            minus_or_zero(avx512_block::load(p - 3), four));
        // it does if its top bit is set and the one below is not
        const avx512_block unlike = combined<(a ^ (b & ~c))>(expected, v, v + v);
        // bytes below 0xC0 have no bits: of those that may be looked up among the first ones by
        // their lower seven bits, what is behind them is wrong already
        const avx512_block pairs = looked_up(avx512_block::all(0), first, before);
        return combined<(a | (b & c))>(combined<(a | (b & c))>(faults, unlike, top), pairs,
                                       looked_up(second, quarters(v)));
    }
};

// Requires at least 67 bytes.
bool is_utf8_avx512(const char* p, const char* end);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

[[gnu::target("avx512bw,avx512vbmi")]] OAIWIRE_INLINE bool is_utf8_avx512(const char* p,
                                                                          const char* end) {
    constexpr std::ptrdiff_t size = avx512_block::size;
    // the compilers would build each constant again for each block if they knew their values
    const utf8_pairs* const volatile pairs = &utf8_pair_tables;
    const utf8_checker_avx512 check(*pairs);
    char first[4 + size] = {};  // nothing may be read before the text
    std::memcpy(first + 4, p, size);
    const char* q = first + 4;
    avx512_block faults = avx512_block::all(0);
    for (;;) {
        faults = check.add_faults(faults, q, avx512_block::load(q));
        p += size;
        // skip ASCII, unless the preceding text ends within a sequence
        while (end - p >= 2 * size && static_cast<unsigned char>(p[-1]) < 0x80 &&
               !any_high(avx512_block::load(p) | avx512_block::load(p + size))) {
            p += 2 * size;
        }
        if (p == end) break;
        if (end - p < size) p = end - size;
        q = p;
    }
    return static_cast<unsigned char>(end[-1]) < 0xC0 &&
           static_cast<unsigned char>(end[-2]) < 0xE0 &&
           static_cast<unsigned char>(end[-3]) < 0xF0 && is_zero(faults);
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#endif  // OAIWIRE_AVX512

#include <oaiwire/core/macros_end.hpp>
