// A reference for UTF-8 from its definition: a table of the encodings of all code points and their
// prefixes. Slow to set up; shares no code and no table with the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

inline bool is_scalar_value(std::uint32_t c) {
    return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

// Encodes a code point as base-64 digits: as many bytes as needed, with their number marked in the
// first.
inline std::string encoded(std::uint32_t c) {
    if (c < 128) return std::string(1, static_cast<char>(c));
    std::string out;
    std::uint32_t room = 32;  // values that fit in the first byte
    for (std::uint32_t rest = c;; room /= 2) {
        out.insert(out.begin(), static_cast<char>(128 + rest % 64));
        rest /= 64;
        if (rest < room) {
            out.insert(out.begin(), static_cast<char>(256 - 2 * room + rest));
            return out;
        }
    }
}

// The set of all prefixes of one to three bytes of valid sequences.
struct utf8_reader {
    std::vector<bool> one = std::vector<bool>(std::size_t{1} << 8);
    std::vector<bool> two = std::vector<bool>(std::size_t{1} << 16);
    std::vector<bool> three = std::vector<bool>(std::size_t{1} << 24);
    std::vector<bool> whole_two = two;
    std::vector<bool> whole_three = three;

    utf8_reader() {
        for (std::uint32_t c = 0; c != 0x110000; ++c) {
            if (!is_scalar_value(c)) continue;
            const std::string s = encoded(c);
            one[key(s, 1)] = true;
            if (s.size() >= 2) two[key(s, 2)] = true;
            if (s.size() >= 3) three[key(s, 3)] = true;
            if (s.size() == 2) whole_two[key(s, 2)] = true;
            if (s.size() == 3) whole_three[key(s, 3)] = true;
        }
    }
    static std::size_t key(std::string_view s, std::size_t n) {
        std::size_t k = 0;
        for (std::size_t i = 0; i != n; ++i) k = k << 8 | static_cast<unsigned char>(s[i]);
        return k;
    }
    // The offset of the first invalid byte: the size if the text is incomplete, npos if it is
    // valid.
    std::size_t first_bad(std::string_view s) const {
        std::size_t at = 0;
        while (at != s.size()) {
            const std::string_view rest = s.substr(at);
            if (!one[key(rest, 1)]) return at;
            if (static_cast<unsigned char>(rest[0]) < 128) {
                ++at;
                continue;
            }
            if (rest.size() < 2 || !two[key(rest, 2)]) return at + 1;
            if (whole_two[key(rest, 2)]) {
                at += 2;
                continue;
            }
            if (rest.size() < 3 || !three[key(rest, 3)]) return at + 2;
            if (whole_three[key(rest, 3)]) {
                at += 3;
                continue;
            }
            // the fourth byte can be any continuation byte
            if (rest.size() < 4 || (static_cast<unsigned char>(rest[3]) & 0xC0) != 0x80) {
                return at + 3;
            }
            at += 4;
        }
        return std::string_view::npos;
    }
};

}  // namespace oracle
