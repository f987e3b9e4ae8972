// UTF-8 (RFC 3629): validation, encoding and repair.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// The result of reading one code point: `next` is the position after it. On an error `next` is null
// and `bad` is the first invalid byte (`end` if the text stops within a sequence).
struct utf8_step {
    const char* next = nullptr;  // position after the code point; null on an error
    const char* bad = nullptr;   // position of the first invalid byte, on an error
};

// Reads the code point at p. Requires p != end.
constexpr utf8_step utf8_advance(const char* p, const char* end) {
    const auto byte = [](const char* q) { return static_cast<unsigned char>(*q); };
    const unsigned char lead = byte(p);
    if (lead < 0x80) return {p + 1, nullptr};
    // the range of the second byte excludes overlong forms, surrogates and values past U+10FFFF
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    int rest = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        rest = 1;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        rest = 2;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        rest = 3;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return {nullptr, p};
    }
    for (++p; rest != 0; --rest, ++p) {
        if (p == end || byte(p) < low || byte(p) > high) return {nullptr, p};
        low = 0x80;
        high = 0xBF;
    }
    return {p, nullptr};
}

// Returns the offset of the first invalid byte (the size if the text stops within a sequence), or
// npos.
constexpr std::size_t find_invalid_utf8(std::string_view text) {
    const char* p = text.data();
    const char* const end = p + text.size();
    while (p != end) {
        const utf8_step step = utf8_advance(p, end);
        if (!step.next) return static_cast<std::size_t>(step.bad - text.data());
        p = step.next;
    }
    return std::string_view::npos;
}

// Writes the 1 to 4 bytes of a code point (at most 0x10FFFF) to `out` and returns their number.
constexpr std::size_t encode_utf8(std::uint32_t code_point, char* out) {
    const auto put = [](std::uint32_t v) {
        return static_cast<char>(static_cast<unsigned char>(v));
    };
    if (code_point < 0x80) {
        out[0] = put(code_point);
        return 1;
    }
    if (code_point < 0x800) {
        out[0] = put(0xC0 | code_point >> 6);
        out[1] = put(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        out[0] = put(0xE0 | code_point >> 12);
        out[1] = put(0x80 | (code_point >> 6 & 0x3F));
        out[2] = put(0x80 | (code_point & 0x3F));
        return 3;
    }
    out[0] = put(0xF0 | code_point >> 18);
    out[1] = put(0x80 | (code_point >> 12 & 0x3F));
    out[2] = put(0x80 | (code_point >> 6 & 0x3F));
    out[3] = put(0x80 | (code_point & 0x3F));
    return 4;
}

// Appends a code point (at most 0x10FFFF).
void append_utf8(std::string& out, std::uint32_t code_point);
// U+FFFD, for invalid input
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

// Appends text with each maximal subpart of an ill-formed sequence replaced by one U+FFFD (Unicode,
// section 3.9).
void append_valid_utf8(std::string& out, std::string_view text);

// Returns the longest prefix of at most `size` bytes that ends at a code point boundary.
constexpr std::string_view utf8_prefix(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    while (size != 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE void append_utf8(std::string& out, std::uint32_t code_point) {
    char bytes[4];
    out.append(bytes, encode_utf8(code_point, bytes));
}

OAIWIRE_INLINE void append_valid_utf8(std::string& out, std::string_view text) {
    const char* p = text.data();
    const char* const end = p + text.size();
    const char* good = p;
    while (p != end) {
        const utf8_step step = utf8_advance(p, end);
        if (step.next) {
            p = step.next;
            continue;
        }
        out.append(good, p).append(replacement_character);
        p = good = step.bad == p ? p + 1 : step.bad;
    }
    out.append(good, p);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
