// HMAC-SHA-256 (FIPS 180-4, RFC 2104), as the standards write it and nothing else: slow, and not
// constant in time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <oaiwire/core/result.hpp>

namespace oracle {

using digest = std::array<std::uint8_t, 32>;

// The first 32 bits of the fractional part of a prime's square root (power 2) or cube root (3):
// those of the largest x with x^power < prime * 2^(32 * power).
inline std::uint32_t root_bits(std::uint32_t prime, int power) {
    const auto fits = [&](std::uint64_t x) {
        std::array<std::uint64_t, 4> product{1, 0, 0, 0};  // words of 32 bits, the lowest first
        for (int i = 0; i != power; ++i) {
            std::array<std::uint64_t, 4> next{};
            for (std::size_t low = 0; low != 2; ++low) {
                const std::uint64_t factor = low == 0 ? x & 0xFFFFFFFF : x >> 32;
                std::uint64_t carry = 0;
                for (std::size_t k = 0; k + low < 4; ++k) {
                    carry += product[k] * factor + next[k + low];
                    next[k + low] = carry & 0xFFFFFFFF;
                    carry >>= 32;
                }
            }
            product = next;
        }
        return product[static_cast<std::size_t>(power)] < prime;
    };
    std::uint64_t x = 0;
    for (int bit = 36; bit-- != 0;) {
        if (fits(x | std::uint64_t{1} << bit)) x |= std::uint64_t{1} << bit;
    }
    return static_cast<std::uint32_t>(x);
}

// What FIPS 180-4, 4.2.2 and 5.3.3, make of the first 64 primes.
struct sha256_constants {
    std::array<std::uint32_t, 64> k{};
    std::array<std::uint32_t, 8> h{};

    sha256_constants() {
        std::size_t found = 0;
        for (std::uint32_t n = 2; found != k.size(); ++n) {
            bool prime = true;
            for (std::uint32_t d = 2; d < n; ++d) prime = prime && n % d != 0;
            if (!prime) continue;
            if (found < h.size()) h[found] = root_bits(n, 2);
            k[found++] = root_bits(n, 3);
        }
    }
};

inline digest sha256(std::string_view text) {
    static const sha256_constants constants;
    const auto& k = constants.k;
    auto h = constants.h;
    std::string padded(text);
    padded.push_back('\x80');
    while (padded.size() % 64 != 56) padded.push_back('\0');
    for (int i = 56; i >= 0; i -= 8) {
        padded.push_back(static_cast<char>(std::uint64_t{text.size()} * 8 >> i));
    }
    const auto turn = [](std::uint32_t x, int n) { return x >> n | x << (32 - n); };
    for (std::size_t block = 0; block != padded.size(); block += 64) {
        std::array<std::uint32_t, 64> w{};
        for (std::size_t i = 0; i != 64; ++i) {
            w[i / 4] = w[i / 4] << 8 | static_cast<unsigned char>(padded[block + i]);
        }
        for (std::size_t i = 16; i != 64; ++i) {
            const std::uint32_t a = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3;
            const std::uint32_t b = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10;
            w[i] = w[i - 16] + a + w[i - 7] + b;
        }
        auto v = h;
        for (std::size_t i = 0; i != 64; ++i) {
            const std::uint32_t s1 = turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25);
            const std::uint32_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
            const std::uint32_t first = v[7] + s1 + choice + k[i] + w[i];
            const std::uint32_t s0 = turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22);
            const std::uint32_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
            v = {first + s0 + majority, v[0], v[1], v[2], v[3] + first, v[4], v[5], v[6]};
        }
        for (std::size_t i = 0; i != 8; ++i) h[i] += v[i];
    }
    digest out{};
    for (std::size_t i = 0; i != 32; ++i) {
        out[i] = static_cast<std::uint8_t>(h[i / 4] >> (24 - 8 * (i % 4)));
    }
    return out;
}

inline digest hmac_sha256(std::string_view key, std::string_view text) {
    const auto as_text = [](const digest& d) { return std::string(d.begin(), d.end()); };
    std::string block = key.size() > 64 ? as_text(sha256(key)) : std::string(key);
    block.resize(64, '\0');
    std::string inner = block;
    std::string outer = block;
    for (char& c : inner) c = static_cast<char>(c ^ 0x36);
    for (char& c : outer) c = static_cast<char>(c ^ 0x5c);
    return sha256(outer + as_text(sha256(inner + std::string(text))));
}

// Models oaiwire::webhook_crypto.
struct slow_hmac {
    oaiwire::result<void> hmac_sha256(std::string_view key, std::span<const std::string_view> text,
                                      digest& out) {
        std::string whole;
        for (const std::string_view piece : text) whole.append(piece);
        out = oracle::hmac_sha256(key, whole);
        return {};
    }
};

}  // namespace oracle
