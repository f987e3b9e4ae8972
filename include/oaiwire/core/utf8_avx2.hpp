// is_utf8_avx2(): validates UTF-8 in blocks of 32 bytes, by tables of what two bytes may not be in
// succession (Keiser, Lemire: Validating UTF-8 In Less Than One Instruction Per Byte, 2021).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstring>

#include <oaiwire/core/block_avx2.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

#if OAIWIRE_AVX2

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Which rules a half byte could break; two bytes break one if all three halves have its bit: the
// first byte's upper and lower half, and the second byte's upper half. Twice each, for 32 bytes.
struct utf8_rules {
    using table = std::array<char, 32>;

    table first_upper{};
    table first_lower{};
    table second_upper{};
    // 32 times the same: a half byte; what bytes from 0xE0 and from 0xF0 exceed by their highest
    // bit; that bit
    table half{};
    table third{};
    table fourth{};
    table top{};
};

inline constexpr utf8_rules utf8_rule_tables = [] {
    // bytes from and to, as first and as second of two that may not be in succession
    struct rule {
        unsigned bit, first, last_first, second, last_second;
    };
    constexpr rule rules[] = {
        {0, 0xC0, 0xFF, 0x00, 0x7F}, {0, 0xC0, 0xFF, 0xC0, 0xFF},  // a sequence ends early
        {1, 0x00, 0x7F, 0x80, 0xBF},                               // none has begun
        {2, 0xE0, 0xE0, 0x80, 0x9F},                               // overlong
        {3, 0xF4, 0xF4, 0x90, 0xBF}, {3, 0xF5, 0xFF, 0x90, 0xBF},  // past U+10FFFF
        {4, 0xED, 0xED, 0xA0, 0xBF},                               // surrogates
        {5, 0xC0, 0xC1, 0x80, 0xBF},                               // overlong
        {6, 0xF0, 0xF0, 0x80, 0x8F}, {6, 0xF5, 0xFF, 0x80, 0x8F},  // overlong, or past U+10FFFF
        {7, 0x80, 0xBF, 0x80, 0xBF},  // right as third and fourth bytes only
    };
    std::array<std::array<unsigned, 16>, 3> bits{};
    for (const rule& r : rules) {
        for (unsigned c = r.first; c <= r.last_first; ++c) {
            bits[0][c >> 4] |= 1u << r.bit;
            bits[1][c & 15] |= 1u << r.bit;
        }
        for (unsigned c = r.second; c <= r.last_second; ++c) bits[2][c >> 4] |= 1u << r.bit;
    }
    utf8_rules out;
    for (std::size_t i = 0; i != 32; ++i) {
        const auto byte = [&](std::size_t n) {
            return static_cast<char>(static_cast<unsigned char>(bits[n][i % 16]));
        };
        out.first_upper[i] = byte(0);
        out.first_lower[i] = byte(1);
        out.second_upper[i] = byte(2);
        out.half[i] = 0x0F;
        out.third[i] = 0xE0 - 0x80;
        out.fourth[i] = 0xF0 - 0x80;
        out.top[i] = static_cast<char>(static_cast<unsigned char>(0x80));
    }
    return out;
}();

// Finds malformed UTF-8 in blocks.
struct utf8_checker_avx2 {
    avx2_block first_upper, first_lower, second_upper, half, third, fourth, top;

    [[gnu::always_inline, gnu::target("avx2")]] explicit utf8_checker_avx2(const utf8_rules& rules)
        : first_upper(avx2_block::load(rules.first_upper.data())),
          first_lower(avx2_block::load(rules.first_lower.data())),
          second_upper(avx2_block::load(rules.second_upper.data())),
          half(avx2_block::load(rules.half.data())),
          third(avx2_block::load(rules.third.data())),
          fourth(avx2_block::load(rules.fourth.data())),
          top(avx2_block::load(rules.top.data())) {}

    // A block with non-zero bytes where `v`, the 32 bytes at p, is invalid, given the three before.
    // A sequence that continues beyond the block is not judged.
    [[gnu::always_inline, gnu::target("avx2")]] avx2_block faults(const char* p,
                                                                  avx2_block v) const {
        const avx2_block before1 = avx2_block::load(p - 1);
        const avx2_block broken = looked_up(first_upper, high_nibbles(before1, half)) &
                                  looked_up(first_lower, before1 & half) &
                                  looked_up(second_upper, high_nibbles(v, half));
        // third and fourth bytes break rule 7, and others may not
        const avx2_block goes_on = minus_or_zero(avx2_block::load(p - 2), third) |
                                   minus_or_zero(avx2_block::load(p - 3), fourth);
        return broken ^ (goes_on & top);
    }
};

// Requires at least 35 bytes.
bool is_utf8_avx2(const char* p, const char* end);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

[[gnu::target("avx2")]] OAIWIRE_INLINE bool is_utf8_avx2(const char* p, const char* end) {
    constexpr std::ptrdiff_t size = avx2_block::size;
    // g++ would build each constant again for each block if it knew their values
    const utf8_rules* const volatile rules = &utf8_rule_tables;
    const utf8_checker_avx2 check(*rules);
    char first[4 + size] = {};  // nothing may be read before the text
    std::memcpy(first + 4, p, size);
    const char* q = first + 4;
    avx2_block faults = avx2_block::all(0);
    for (;;) {
        faults = faults | check.faults(q, avx2_block::load(q));
        p += size;
        // skip ASCII, unless the preceding text ends within a sequence
        while (end - p >= 2 * size && static_cast<unsigned char>(p[-1]) < 0x80 &&
               !any_high(avx2_block::load(p) | avx2_block::load(p + size))) {
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

#endif  // OAIWIRE_AVX2

#include <oaiwire/core/macros_end.hpp>
