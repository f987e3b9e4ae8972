// Converts hexadecimal text, as in RFCs, to bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace support {

// Blanks are ignored.
inline std::vector<std::uint8_t> from_hex(std::string_view text) {
    std::vector<std::uint8_t> out;
    bool half = false;
    for (const char c : text) {
        if (c == ' ' || c == '\n') continue;
        const auto digit = static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10);
        if (half) {
            out.back() = static_cast<std::uint8_t>(out.back() << 4 | digit);
        } else {
            out.push_back(digit);
        }
        half = !half;
    }
    return out;
}

inline std::string to_hex(std::span<const std::uint8_t> bytes) {
    std::string out;
    for (const std::uint8_t byte : bytes) {
        out += "0123456789abcdef"[byte >> 4];
        out += "0123456789abcdef"[byte & 15];
    }
    return out;
}

}  // namespace support
