// sha1(): the hash of the handshake (RFC 6455, 4.2.2; FIPS 180-4). Not for anything secret.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket { namespace detail {

// The SHA-1 hash of a text.
std::array<std::uint8_t, 20> sha1(std::string_view text);

}}}}  // namespace oaiwire::v0_2::websocket::detail

#include <algorithm>
#include <bit>

namespace oaiwire { inline namespace v0_2 { namespace websocket { namespace detail {

// FIPS 180-4, 6.1.2: one block of 64 bytes.
inline void sha1_block(std::array<std::uint32_t, 5>& hash, const std::uint8_t* block) {
    std::array<std::uint32_t, 80> w{};
    for (std::size_t t = 0; t != 16; ++t) {
        w[t] = std::uint32_t{block[4 * t]} << 24 | std::uint32_t{block[4 * t + 1]} << 16 |
               std::uint32_t{block[4 * t + 2]} << 8 | block[4 * t + 3];
    }
    for (std::size_t t = 16; t != 80; ++t) {
        w[t] = std::rotl(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
    }
    auto [a, b, c, d, e] = hash;
    for (std::size_t t = 0; t != 80; ++t) {
        std::uint32_t f = b ^ c ^ d;
        std::uint32_t k = t < 40 ? 0x6ED9EBA1 : 0xCA62C1D6;
        if (t < 20) {
            f = (b & c) | (~b & d);
            k = 0x5A827999;
        } else if (t >= 40 && t < 60) {
            f = (b & c) | (b & d) | (c & d);
            k = 0x8F1BBCDC;
        }
        const std::uint32_t next = std::rotl(a, 5) + f + e + k + w[t];
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    hash[0] += a;
    hash[1] += b;
    hash[2] += c;
    hash[3] += d;
    hash[4] += e;
}

inline std::array<std::uint8_t, 20> sha1(std::string_view text) {
    std::array<std::uint32_t, 5> hash{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    const std::uint64_t bits = std::uint64_t{text.size()} * 8;
    std::array<std::uint8_t, 64> block{};
    const auto fill = [&](std::string_view part) {
        block.fill(0);
        std::transform(part.begin(), part.end(), block.begin(),
                       [](char c) { return static_cast<std::uint8_t>(c); });
    };
    for (; text.size() >= 64; text.remove_prefix(64)) {
        fill(text.substr(0, 64));
        sha1_block(hash, block.data());
    }
    // the padding: a bit, zeros, and the length in bits
    fill(text);
    block[text.size()] = 0x80;
    if (text.size() >= 56) {
        sha1_block(hash, block.data());
        block.fill(0);
    }
    for (std::size_t i = 0; i != 8; ++i) {
        block[56 + i] = static_cast<std::uint8_t>(bits >> (56 - 8 * i));
    }
    sha1_block(hash, block.data());
    std::array<std::uint8_t, 20> out{};
    for (std::size_t i = 0; i != 20; ++i) {
        out[i] = static_cast<std::uint8_t>(hash[i / 4] >> (24 - 8 * (i % 4)));
    }
    return out;
}

}}}}  // namespace oaiwire::v0_2::websocket::detail

#include <oaiwire/core/macros_end.hpp>
