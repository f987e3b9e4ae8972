// plain_block: 16 bytes as an array, for machines without vectors that the library knows, and what
// the operations of all blocks mean.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <oaiwire/core/block_mask.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

struct plain_block {
    using mask = block_mask<std::uint32_t, 1>;

    std::array<std::uint8_t, 16> bytes{};

    // 16 bytes from any address.
    static plain_block load(const char* p) {
        plain_block out;
        std::memcpy(out.bytes.data(), p, 16);
        return out;
    }
    // n bytes, fewer than 16, and zeros behind them. Reads no byte beyond.
    static plain_block load_part(const char* p, std::size_t n) {
        plain_block out;
        if (n != 0) std::memcpy(out.bytes.data(), p, n);
        return out;
    }
    // The same byte 16 times.
    static constexpr plain_block all(unsigned byte) {
        plain_block out;
        out.bytes.fill(static_cast<std::uint8_t>(byte));
        return out;
    }
    static constexpr plain_block zero() { return {}; }

    // To any address.
    void store(char* p) const { std::memcpy(p, bytes.data(), 16); }

    // Each byte of the result is f of the bytes at its place.
    template <class F>
    static constexpr plain_block each(const plain_block& a, const plain_block& b, F f) {
        plain_block out;
        for (std::size_t i = 0; i != 16; ++i) {
            out.bytes[i] = static_cast<std::uint8_t>(f(a.bytes[i], b.bytes[i]));
        }
        return out;
    }
    // The same with 0xFF for true and 0 for false.
    template <class F>
    static constexpr plain_block where(const plain_block& a, const plain_block& b, F f) {
        return each(a, b, [&](auto x, auto y) { return f(x, y) ? 0xFF : 0; });
    }
};

constexpr plain_block operator|(const plain_block& a, const plain_block& b) {
    return plain_block::each(a, b, [](auto x, auto y) { return x | y; });
}
constexpr plain_block operator&(const plain_block& a, const plain_block& b) {
    return plain_block::each(a, b, [](auto x, auto y) { return x & y; });
}
constexpr plain_block operator^(const plain_block& a, const plain_block& b) {
    return plain_block::each(a, b, [](auto x, auto y) { return x ^ y; });
}
// Sums and differences of bytes, modulo 256.
constexpr plain_block operator+(const plain_block& a, const plain_block& b) {
    return plain_block::each(a, b, [](auto x, auto y) { return x + y; });
}
constexpr plain_block operator-(const plain_block& a, const plain_block& b) {
    return plain_block::each(a, b, [](auto x, auto y) { return x - y; });
}
// The bits of a that are not in b.
constexpr plain_block without(const plain_block& a, const plain_block& b) {
    return plain_block::each(a, b, [](auto x, auto y) { return x & ~y; });
}
// Differences, and 0 where they would be negative.
constexpr plain_block minus_or_zero(const plain_block& a, const plain_block& b) {
    return plain_block::each(a, b, [](auto x, auto y) { return x > y ? x - y : 0; });
}
constexpr plain_block least(const plain_block& a, const plain_block& b) {
    return plain_block::each(a, b, [](auto x, auto y) { return std::min(x, y); });
}
constexpr plain_block greatest(const plain_block& a, const plain_block& b) {
    return plain_block::each(a, b, [](auto x, auto y) { return std::max(x, y); });
}

// Comparisons: 0xFF for true, 0 for false. Bytes are from 0 to 255, but for less_signed().
constexpr plain_block equal(const plain_block& a, const plain_block& b) {
    return plain_block::where(a, b, [](auto x, auto y) { return x == y; });
}
constexpr plain_block at_most(const plain_block& a, const plain_block& b) {
    return plain_block::where(a, b, [](auto x, auto y) { return x <= y; });
}
constexpr plain_block less(const plain_block& a, const plain_block& b) {
    return plain_block::where(a, b, [](auto x, auto y) { return x < y; });
}
constexpr plain_block less_signed(const plain_block& a, const plain_block& b) {
    return plain_block::where(a, b, [](auto x, auto y) { return (x ^ 0x80) < (y ^ 0x80); });
}

// The 16 bytes that begin N bytes before b, in the text of a and b.
template <std::size_t N>
constexpr plain_block shifted_in(const plain_block& a, const plain_block& b) {
    static_assert(N < 16);
    plain_block out;
    for (std::size_t i = 0; i != 16; ++i)
        out.bytes[i] = i < N ? a.bytes[16 - N + i] : b.bytes[i - N];
    return out;
}

// Each byte times ten. Of the bytes behind one above 25 the products are unspecified.
constexpr plain_block ten_times(const plain_block& v) {
    return plain_block::each(v, v, [](auto x, auto) { return x * 10; });
}
// The number whose 16 digits are the bytes, which are from 0 to 9.
constexpr std::uint64_t number_of(const plain_block& v) {
    std::uint64_t out = 0;
    for (const std::uint8_t digit : v.bytes) out = out * 10 + digit;
    return out;
}

// One bit for each byte of a comparison, the first byte in the lowest one.
constexpr std::uint32_t bits_of(const plain_block& v) {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i != 16; ++i) out |= std::uint32_t{v.bytes[i]} >> 7 << i;
    return out;
}
// Of two and four blocks that follow each other.
constexpr std::uint32_t bits_of(const plain_block& a, const plain_block& b) {
    return bits_of(a) | bits_of(b) << 16;
}
constexpr std::uint64_t bits_of(const plain_block& a, const plain_block& b, const plain_block& c,
                                const plain_block& d) {
    return bits_of(a, b) | std::uint64_t{bits_of(c, d)} << 32;
}
// The bytes for which a comparison is true.
constexpr plain_block::mask mask_of(const plain_block& v) {
    return plain_block::mask(bits_of(v));
}
// The bytes from 0x80, of any block.
constexpr plain_block::mask mask_of_high(const plain_block& v) {
    return plain_block::mask(bits_of(v));
}
// Whether a comparison is true for a byte.
constexpr bool any_of(const plain_block& v) {
    return bits_of(v) != 0;
}
// Whether a byte is from 0x80, of any block.
constexpr bool any_high(const plain_block& v) {
    return bits_of(v) != 0;
}
constexpr bool is_zero(const plain_block& v) {
    return v.bytes == plain_block{}.bytes;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
