// The base64 decoder of the readers written by hand, whose libraries have none: by a table, four
// characters at a time, into the memory of the floats.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bench {

static_assert(std::endian::native == std::endian::little, "the bytes of floats are little-endian");

// Returns false if the text is not base64 of whole floats, with its padding.
inline bool decode_floats(std::string_view text, std::vector<float>& out) {
    static constexpr auto values = [] {
        constexpr std::string_view alphabet =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        std::array<std::uint8_t, 256> all{};
        all.fill(0xFF);  // not of the alphabet
        for (std::size_t i = 0; i != 64; ++i) {
            all[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
        }
        return all;
    }();
    const auto value = [&](std::size_t i) {
        return std::uint32_t{values[static_cast<unsigned char>(text[i])]};
    };
    if (text.size() % 4 != 0) return false;
    for (int i = 0; i != 2 && text.ends_with('='); ++i) text.remove_suffix(1);
    const std::size_t size = text.size() / 4 * 3 + text.size() % 4 * 3 / 4;
    if (size % sizeof(float) != 0) return false;
    out.resize(size / sizeof(float));
    auto* to = reinterpret_cast<std::uint8_t*>(out.data());
    std::uint32_t all = 0;  // of the characters' values: those of the alphabet are below 64
    std::size_t i = 0;
    for (; i + 4 <= text.size(); i += 4, to += 3) {
        const std::uint32_t a = value(i), b = value(i + 1), c = value(i + 2), d = value(i + 3);
        all |= a | b | c | d;
        const std::uint32_t group = a << 18 | b << 12 | c << 6 | d;
        to[0] = static_cast<std::uint8_t>(group >> 16);
        to[1] = static_cast<std::uint8_t>(group >> 8);
        to[2] = static_cast<std::uint8_t>(group);
    }
    std::uint32_t rest = 0;  // its bits behind the last byte must be zeros
    for (int shift = 26; i != text.size(); ++i, shift -= 6) {
        all |= value(i);
        rest |= value(i) << shift;
    }
    for (std::size_t n = text.size() % 4 * 3 / 4; n != 0; --n, rest <<= 8) {
        *to++ = static_cast<std::uint8_t>(rest >> 24);
    }
    return all < 64 && rest == 0;
}

}  // namespace bench
