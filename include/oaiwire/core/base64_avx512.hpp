// Base64 in blocks of 64 characters, for machines with AVX-512.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <oaiwire/core/block_avx512.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

#if OAIWIRE_AVX512

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Decodes all groups of four characters from `from`, of which n are left and no padding, to `to`.
// Returns how many characters were decoded: none if n is below 64 or one is wrong, and then what
// `to` has is unspecified.
std::size_t decode_base64_avx512(const char* from, std::size_t n, std::uint8_t* to);

// Encodes 48 bytes at a time, as long as 64 or more of n are left at `from`. Returns how many bytes
// were encoded.
std::size_t encode_base64_avx512(const std::uint8_t* from, std::size_t n, char* to);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

struct base64_bytes {
    std::array<unsigned char, 128> values{};  // of each character, or 0x80
    std::array<unsigned char, 64> order{};    // where the bytes are in words of 24 bits
    std::array<unsigned char, 64> letters{};  // the alphabet
    std::array<unsigned char, 64> groups{};   // of three bytes, as values_of_groups() has them
};

inline constexpr base64_bytes base64_byte_tables = [] {
    base64_bytes out;
    out.values.fill(0x80);
    unsigned char value = 0;
    const auto add = [&](unsigned first, unsigned last) {
        for (unsigned c = first; c <= last; ++c) {
            out.letters[value] = static_cast<unsigned char>(c);
            out.values[c] = value++;
        }
    };
    add('A', 'Z');
    add('a', 'z');
    add('0', '9');
    add('+', '+');
    add('/', '/');
    for (unsigned i = 0; i != 48; ++i) {
        out.order[i] = static_cast<unsigned char>(i / 3 * 4 + 2 - i % 3);
    }
    for (unsigned i = 0; i != 64; ++i) {
        constexpr unsigned char of_three[4] = {1, 0, 2, 1};
        out.groups[i] = static_cast<unsigned char>(i / 4 * 3 + of_three[i % 4]);
    }
    return out;
}();

[[gnu::target("avx512bw,avx512vbmi")]] OAIWIRE_INLINE std::size_t decode_base64_avx512(
    const char* from, std::size_t n, std::uint8_t* to) {
    constexpr std::size_t characters = 64;
    constexpr std::size_t decoded = 48;
    constexpr std::size_t beyond = 24;  // characters of the 16 other bytes
    if (n < characters) return 0;
    const avx512_block low = avx512_block::load(base64_byte_tables.values.data());
    const avx512_block high = avx512_block::load(base64_byte_tables.values.data() + characters);
    const avx512_block order = avx512_block::load(base64_byte_tables.order.data());
    // one check at the end: one in each turn would take a fifth of the time
    avx512_block all = avx512_block::all(0);
    const std::size_t size = n / 4 * 4;
    std::size_t i = 0;
    for (; size - i >= characters + beyond; i += characters, to += decoded) {
        const avx512_block v = avx512_block::load(from + i);
        const avx512_block values = looked_up(low, high, v);
        looked_up(groups_of_four(values), order).store(to);
        all = all | v | values;  // before the store g++ would load v again
    }
    // the last one or two blocks, without a byte beyond; they may overlap
    for (; i < size; i += characters) {
        const std::size_t back = size - i < characters ? characters - (size - i) : 0;
        const avx512_block v = avx512_block::load(from + i - back);
        const avx512_block values = looked_up(low, high, v);
        all = all | v | values;
        const avx512_block bytes = looked_up(groups_of_four(values), order);
        std::memcpy(to - back / 4 * 3, &bytes.v, decoded);
        to += decoded;
    }
    return any_high(all) ? 0 : size;
}

[[gnu::target("avx512bw,avx512vbmi")]] OAIWIRE_INLINE std::size_t encode_base64_avx512(
    const std::uint8_t* from, std::size_t n, char* to) {
    const avx512_block letters = avx512_block::load(base64_byte_tables.letters.data());
    const avx512_block groups = avx512_block::load(base64_byte_tables.groups.data());
    std::size_t i = 0;
    for (; n - i >= 64; i += 48, to += 64) {
        const avx512_block bytes = looked_up(avx512_block::load(from + i), groups);
        looked_up(letters, values_of_groups(bytes)).store(to);
    }
    return i;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#endif  // OAIWIRE_AVX512

#include <oaiwire/core/macros_end.hpp>
