// Base64 in blocks of 32 characters, for machines with AVX2.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

#include <oaiwire/core/block_avx2.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

#if OAIWIRE_AVX2

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Tables for the halves of a character, twice 16 bytes each.
struct base64_halves {
    using table = std::array<char, 32>;

    table upper{};  // what a character is not, by its upper half: one bit for each set of lower
                    // halves
    table lower{};  // the sets that a lower half does not belong to
    table
        moves{};  // what added to a character gives its value, by its upper half; that of `/` at 1
};

inline constexpr base64_halves base64_half_tables = [] {
    constexpr auto is_valid = [](unsigned c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '+' || c == '/';
    };
    // upper halves 2 and 3 have a set each, 4 and 6, and 5 and 7, one in common; others are never
    // right
    constexpr unsigned sets[16] = {16, 16, 1, 2, 4, 8, 4, 8, 16, 16, 16, 16, 16, 16, 16, 16};
    constexpr int moves[8] = {0, 63 - '/', 62 - '+', 52 - '0', -'A', -'A', 26 - 'a', 26 - 'a'};
    base64_halves out;
    for (unsigned i = 0; i != 32; ++i) {
        unsigned not_in = 16;
        for (unsigned upper = 2; upper != 8; ++upper) {
            if (!is_valid(upper << 4 | (i & 15))) not_in |= sets[upper];
        }
        out.upper[i] = static_cast<char>(sets[i & 15]);
        out.lower[i] = static_cast<char>(not_in);
        out.moves[i] = static_cast<char>((i & 15) < 8 ? moves[i & 7] : 0);
    }
    return out;
}();

// Decodes groups of four characters from `from`, of which n are left and no padding, to `to`, as
// long as they are right and 44 or more are left. Returns how many characters were decoded. Writes
// up to eight bytes more, which belong to the next groups.
std::size_t decode_base64_avx2(const char* from, std::size_t n, std::uint8_t* to);

// What added to a value gives its character: small letters, ten digits, `+`, `/`, and capitals.
inline constexpr base64_halves::table base64_letter_moves = [] {
    base64_halves::table out{};
    for (std::size_t i = 0; i != 32; ++i) {
        const std::size_t kind = i & 15;
        const int move = kind == 0    ? 'a' - 26
                         : kind <= 10 ? '0' - 52
                         : kind == 11 ? '+' - 62
                         : kind == 12 ? '/' - 63
                                      : 'A';
        out[i] = static_cast<char>(move);
    }
    return out;
}();

// Encodes 24 bytes at a time, as long as 32 or more of n are left at `from`. Returns how many bytes
// were encoded.
std::size_t encode_base64_avx2(const std::uint8_t* from, std::size_t n, char* to);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

[[gnu::target("avx2")]] OAIWIRE_INLINE std::size_t decode_base64_avx2(const char* from,
                                                                      std::size_t n,
                                                                      std::uint8_t* to) {
    constexpr std::size_t block_of_characters = 32;
    constexpr std::size_t bytes_written = 32;  // 24 of them count
    const base64_halves& halves = base64_half_tables;
    std::size_t i = 0;
    // what is written beyond is overwritten by the characters that are left
    for (; n - i >= block_of_characters + (bytes_written - 24) / 3 * 4 + 4; i += 32, to += 24) {
        const avx2_block v = avx2_block::load(from + i);
        const avx2_block upper = high_nibbles(v);
        const avx2_block wrong =
            looked_up(avx2_block::load(halves.upper.data()), upper) &
            looked_up(avx2_block::load(halves.lower.data()), v & avx2_block::all(15));
        if (!is_zero(wrong)) break;
        // true is 0xFF, which is -1
        const avx2_block place = upper + equal(v, avx2_block::all('/'));
        const avx2_block values = v + looked_up(avx2_block::load(halves.moves.data()), place);
        three_bytes_of_four(values).store(reinterpret_cast<char*>(to));
    }
    return i;
}

[[gnu::target("avx2")]] OAIWIRE_INLINE std::size_t encode_base64_avx2(const std::uint8_t* from,
                                                                      std::size_t n, char* to) {
    std::size_t i = 0;
    for (; n - i >= 32; i += 24, to += 32) {
        const avx2_block values =
            four_values_of_three(avx2_block::load(reinterpret_cast<const char*>(from + i)));
        const avx2_block kind = minus_or_zero(values, avx2_block::all(51)) |
                                (less_signed(values, avx2_block::all(26)) & avx2_block::all(13));
        (values + looked_up(avx2_block::load(base64_letter_moves.data()), kind)).store(to);
    }
    return i;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#endif  // OAIWIRE_AVX2

#include <oaiwire/core/macros_end.hpp>
