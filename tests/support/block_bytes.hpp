// Blocks as arrays of bytes, and sets of bytes as numbers, for the tests of blocks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <oaiwire/core/block.hpp>

namespace support::blocks {

using bytes = std::array<std::uint8_t, 16>;

inline bytes bytes_of(const oaiwire::detail::plain_block& v) {
    return v.bytes;
}
template <class B>
bytes bytes_of(const B& v) {
    bytes out;
    v.store(reinterpret_cast<char*>(out.data()));
    return out;
}
template <class B>
B block_of(const bytes& b) {
    return B::load(reinterpret_cast<const char*>(b.data()));
}

// Calls f with two blocks, until it has seen each pair of bytes.
template <class F>
void each_pair_of_bytes(F&& f) {
    for (unsigned shift = 0; shift != 256; ++shift) {
        for (unsigned start = 0; start != 256; start += 16) {
            bytes a{};
            bytes b{};
            for (unsigned i = 0; i != 16; ++i) {
                a[i] = static_cast<std::uint8_t>(start + i);
                b[i] = static_cast<std::uint8_t>(start + i + shift);
            }
            f(a, b);
        }
    }
}

// What a comparison gives that is true for these bytes.
inline bytes truths_of(unsigned bits) {
    bytes out{};
    for (unsigned i = 0; i != 16; ++i) out[i] = (bits >> i & 1) != 0 ? 0xFF : 0;
    return out;
}

template <class Mask>
unsigned bits_in(Mask m) {
    unsigned out = 0;
    for (std::size_t i = 0; i != 32; ++i) out |= m.has(i) ? 1u << i : 0u;
    return out;
}

// Calls f with each set of bytes, one bit for each.
template <class F>
void each_set(F&& f) {
    for (unsigned bits = 0; bits != 0x10000; ++bits) f(bits);
}

}  // namespace support::blocks
