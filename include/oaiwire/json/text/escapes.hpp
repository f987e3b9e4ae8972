// The escapes of JSON strings, as they are written.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// How a character is escaped in a string.
struct escape {
    char text[7] = {};
    std::uint8_t size = 0;  // bytes of `text` in use
};

// The escapes that RFC 8259 requires, by character. Eight bytes each, to be copied as one word.
inline constexpr auto escape_texts = [] {
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::string_view special = "\"\"\\\\\bb\ff\nn\rr\tt";
    std::array<escape, '\\' + 1> out{};
    for (std::size_t c = 0; c != 0x20; ++c) {
        out[c] = {{'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]}, 6};
    }
    for (std::size_t i = 0; i != special.size(); i += 2) {
        out[static_cast<unsigned char>(special[i])] = {{'\\', special[i + 1]}, 2};
    }
    return out;
}();

// Writes the escape of c at q, where eight bytes may be overwritten; returns one past the escape.
inline char* put_escape(char* q, char c) {
    const escape& e = escape_texts[static_cast<unsigned char>(c)];
    std::memcpy(q, &e, sizeof e);
    return q + e.size;
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
