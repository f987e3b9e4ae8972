// Base64 by bits (RFC 4648), as a reference, and what it says of functions that work by blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <support/random.hpp>

namespace support {

inline constexpr std::string_view base64_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// How many characters are base64 before the first that is not.
inline std::size_t base64_prefix(std::string_view text) {
    const std::size_t at = text.find_first_not_of(base64_letters);
    return at == std::string_view::npos ? text.size() : at;
}

// With padding.
inline std::string base64_by_bits(std::span<const std::uint8_t> from) {
    std::string out;
    for (std::size_t bit = 0; bit < from.size() * 8; bit += 6) {
        unsigned value = 0;
        for (std::size_t i = bit; i != bit + 6; ++i) {
            value = value << 1 | (i / 8 < from.size() ? from[i / 8] >> (7 - i % 8) & 1U : 0U);
        }
        out += base64_letters[value];
    }
    while (out.size() % 4 != 0) out += '=';
    return out;
}

inline std::vector<std::uint8_t> random_bytes(random& r, std::size_t size) {
    std::vector<std::uint8_t> out(size);
    for (std::uint8_t& b : out) b = static_cast<std::uint8_t>(r.below(256));
    return out;
}

inline std::string random_base64(random& r, std::size_t size) {
    std::string out;
    while (out.size() != size) out += base64_letters[r.below(64)];
    return out;
}

// A copy in memory of just its size, so that a look beyond it is found.
template <class T>
std::unique_ptr<T[]> copied_exactly(std::span<const T> from) {
    auto out = std::make_unique<T[]>(from.size());
    for (std::size_t i = 0; i != from.size(); ++i) out[i] = from[i];
    return out;
}

// Whether decode(from, size, to) takes `expected` characters, whole groups, of a text, and decodes
// them, without a look or a byte beyond the memory of each side.
template <class Decode>
bool decodes_base64(Decode decode, std::string_view text, std::size_t expected) {
    const auto from = copied_exactly(std::span<const char>(text));
    const auto to = std::make_unique<std::uint8_t[]>(text.size() / 4 * 3);
    if (decode(from.get(), text.size(), to.get()) != expected) return false;
    return base64_by_bits({to.get(), expected / 4 * 3}) == text.substr(0, expected);
}

// Whether encode(from, size, to) takes `expected` bytes, whole groups, and encodes them, without a
// look or a character beyond the memory of each side.
template <class Encode>
bool encodes_base64(Encode encode, std::span<const std::uint8_t> bytes, std::size_t expected) {
    const auto from = copied_exactly(bytes);
    const std::size_t size = expected / 3 * 4;
    const auto to = std::make_unique<char[]>(size);
    if (encode(from.get(), bytes.size(), to.get()) != expected) return false;
    return std::string_view(to.get(), size) == base64_by_bits(bytes.first(expected));
}

}  // namespace support
