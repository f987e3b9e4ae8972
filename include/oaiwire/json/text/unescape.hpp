// Decoding the escapes of JSON strings.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

// What becomes of half a surrogate pair. `keep` writes its three bytes as if it were a character
// (WTF-8), for a reader that joins halves later; no such text may reach a user.
enum class surrogates : std::uint8_t { refuse, replace, keep };

namespace detail {

constexpr bool is_high_surrogate(std::uint32_t c) {
    return c >= 0xD800 && c <= 0xDBFF;
}
constexpr bool is_low_surrogate(std::uint32_t c) {
    return c >= 0xDC00 && c <= 0xDFFF;
}

// out.assign() of a text that is longer. The first memory that a string gets is as large as that
// text, without room to grow: most have the same text for a whole stream.
[[gnu::noinline]] inline void assign_longer(std::string& out, const char* from, std::size_t size) {
    if (size > out.capacity() && out.capacity() == std::string().capacity()) {
        out = std::string(from, size);
    } else {
        out.assign(from, size);
    }
}

// As out.assign(), and cheaper where `out` holds a text of about that length.
inline void assign_text(std::string& out, const char* from, std::size_t size) {
    if (size > out.size()) {
        assign_longer(out, from, size);
        return;
    }
    if (size != out.size()) out.resize(size);
    constexpr std::size_t step = 16;
    if (has_blocks && size >= step && size <= 4 * step) {
        // four blocks, which overlap: no branch on the size
        const std::size_t last = size - step;
        const std::size_t second = last < step ? last : step;
        const std::size_t third = last - second;
        const block a = block::load(from);
        const block b = block::load(from + second);
        const block c = block::load(from + third);
        const block d = block::load(from + last);
        char* const to = out.data();
        a.store(to);
        b.store(to + second);
        c.store(to + third);
        d.store(to + last);
        return;
    }
    std::memcpy(out.data(), from, size);
}

// Copies a string of at most 15 bytes without branching on its length, which is unpredictable;
// false if `out` has no room. 15 bytes can be read at `from`. For functions that have all that they
// call inlined: assign_short() is one, for others.
inline bool assign_short_inline(std::string& out, const char* from, std::size_t size) {
    constexpr std::size_t room = 15;  // what a std::string without memory of its own holds
    if (out.capacity() < room) return false;
    out.assign(room, '\0');
    std::memcpy(out.data(), from, room);
    // without the bytes behind
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(size), out.end());
    return true;
}
[[gnu::flatten, gnu::noinline]] inline bool assign_short(std::string& out, const char* from,
                                                         std::size_t size) {
    return assign_short_inline(out, from, size);
}

// Decodes a string's raw text into `out` from the offset `at` on; what `out` held there is
// replaced. Sets `lone` if half a surrogate pair was kept or replaced. Returns false, with
// unspecified text from `at` on, for a malformed escape (without a fault: check_escape() finds it),
// or, with surrogates::refuse, for half a pair, with a fault at the first byte that no pair has
// there.
bool unescape(std::string_view raw, std::string& out, std::size_t at, surrogates policy, bool& lone,
              fault& f);

// The same into all of `out`; half a pair is refused.
inline bool unescape(std::string_view raw, std::string& out) {
    bool lone = false;
    fault ignored;
    return unescape(raw, out, 0, surrogates::refuse, lone, ignored);
}

// The same behind what `out` holds.
inline bool append_unescaped(std::string& out, std::string_view raw, surrogates policy) {
    bool lone = false;
    fault ignored;
    return unescape(raw, out, out.size(), policy, lone, ignored);
}

// What each character after a backslash stands for; 0 for `u` and for malformed escapes.
inline constexpr auto simple_escapes = [] {
    std::array<char, 256> out{};
    out['"'] = '"';
    out['\\'] = '\\';
    out['/'] = '/';
    out['b'] = '\b';
    out['f'] = '\f';
    out['n'] = '\n';
    out['r'] = '\r';
    out['t'] = '\t';
    return out;
}();

// Whether a member's name, as spelled between its quotes, is `name`: names are compared after
// unescaping (RFC 8259, 8.3).
bool same_name(std::string_view raw, std::string_view name);

}  // namespace detail

}}}  // namespace oaiwire::v0_2::json

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The value of each hexadecimal digit; -1 for other characters.
inline constexpr auto hex_values = [] {
    std::array<std::int8_t, 256> out{};
    for (int c = 0; c != 256; ++c) {
        out[static_cast<std::size_t>(c)] =
            static_cast<std::int8_t>(c < 128 ? hex_digit(static_cast<char>(c)) : -1);
    }
    return out;
}();

// The value of the four hexadecimal digits at p; false if there are none.
OAIWIRE_INLINE bool hex4(const char* p, std::uint32_t& value) {
    const auto digit = [&](int i) {
        return static_cast<std::uint32_t>(
            std::int32_t{hex_values[static_cast<unsigned char>(p[i])]});
    };
    value = digit(0) << 12 | digit(1) << 8 | digit(2) << 4 | digit(3);
    return value <= 0xFFFF;  // all bits above are set if one of them is no digit
}

// The first byte at which an escape that begins at p is no low surrogate: `\uD` is as far as such a
// text may get.
OAIWIRE_INLINE const char* where_pair_breaks(const char* p, const char* end) {
    if (p == end || *p != '\\' || ++p == end || *p != 'u') return p;
    ++p;
    return p != end && (*p == 'd' || *p == 'D') ? p + 1 : p;
}

// c is half a surrogate pair without the other half, and its escape ends at p. Returns p, with the
// character that is written in its place, or null.
[[gnu::noinline]] OAIWIRE_INLINE const char* half_pair(const char* p, const char* end,
                                                       std::uint32_t& c, surrogates policy,
                                                       bool& lone, fault& f) {
    if (policy == surrogates::refuse) {
        // `\uD` could have begun a high half; the digit after it did not
        return f.set(errc::lone_surrogate,
                     is_high_surrogate(c) ? where_pair_breaks(p, end) : p - 3);
    }
    lone = true;
    if (policy == surrogates::replace) c = 0xFFFD;
    return p;
}

// p is at a backslash. Returns the size of the escape, or of the two escapes, that stand for the
// character `c`; 0 if they are none: `c` is half a surrogate pair, or 0 for malformed and simple
// escapes.
OAIWIRE_INLINE std::ptrdiff_t escaped_character(const char* p, const char* end, std::uint32_t& c) {
    c = 0;
    if (end - p < 6 || p[1] != 'u' || !hex4(p + 2, c)) {
        c = 0;
        return 0;
    }
    if ((c & 0xF800) != 0xD800) return 6;
    std::uint32_t low = 0;
    if (!is_high_surrogate(c) || end - p < 12 || p[6] != '\\' || p[7] != 'u' || !hex4(p + 8, low) ||
        !is_low_surrogate(low)) {
        return 0;
    }
    c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    return 12;
}

// p is at the backslash of an escape that is not simple. Writes its character to `out`, at most
// four bytes. Returns one past it, or null.
[[gnu::noinline]] OAIWIRE_INLINE const char* unescape_unicode(const char* p, const char* end,
                                                              char*& out, surrogates policy,
                                                              bool& lone, fault& f) {
    std::uint32_t c = 0;
    const std::ptrdiff_t size = escaped_character(p, end, c);
    if (size == 0 && c == 0) return nullptr;
    p = size != 0 ? p + size : half_pair(p + 6, end, c, policy, lone, f);
    if (p) out += encode_utf8(c, out);
    return p;
}

// How many of eight bytes precede the first backslash: 8 if there is none. A machine that is not
// little-endian finds none at once: its bytes are looked at one by one.
constexpr std::size_t bytes_before_backslash(std::uint64_t v) {
    constexpr std::uint64_t ones = 0x0101010101010101u;
    if constexpr (std::endian::native != std::endian::little) return 0;
    v ^= ones * '\\';
    // a borrow between bytes makes a false hit only behind a true one
    return static_cast<std::size_t>(std::countr_zero((v - ones) & ~v & ones * 0x80)) / 8;
}

OAIWIRE_INLINE bool unescape(std::string_view raw, std::string& out, std::size_t at,
                             surrogates policy, bool& lone, fault& f) {
    out.resize(at + raw.size());  // it only becomes shorter
    const char* p = raw.data();
    const char* const end = p + raw.size();
    char* to = out.data() + at;
    // By blocks, so that no copy waits for the length of another. What is behind an escape is
    // copied to behind its character: 16 bytes where fewer would do.
    if constexpr (has_blocks) {
        while (end - p >= 3 * block_size) {
            const block v = block::load(p);
            v.store(to);
            const char* const next = p + block_size;
            for (std::uint32_t escapes = bits_of(equal(v, block::all('\\'))); escapes != 0;) {
                const int found = std::countr_zero(escapes);
                p += found;
                to += found;
                const char* const first = p;
                do {  // escapes that follow each other
                    if (const char simple = simple_escapes[static_cast<unsigned char>(p[1])]) {
                        *to++ = simple;
                        p += 2;
                    } else {
                        p = unescape_unicode(p, end, to, policy, lone, f);
                        if (!p) return false;
                    }
                } while (p < next && *p == '\\');
                escapes = escapes >> found >> (p - first);
                block::load(p).store(to);
            }
            if (p < next) {
                to += next - p;
                p = next;
            }
        }
    }
    for (;;) {
        while (end - p >= 8) {
            std::uint64_t v = 0;
            std::memcpy(&v, p, 8);
            std::memcpy(to, &v, 8);
            const std::size_t plain = bytes_before_backslash(v);
            p += plain;
            to += plain;
            if (plain != 8) break;
        }
        while (p != end && *p != '\\') *to++ = *p++;
        if (p == end) break;
        if (end - p < 2) return false;
        const char simple = simple_escapes[static_cast<unsigned char>(p[1])];
        if (simple != 0) {
            *to++ = simple;
            p += 2;
        } else {
            p = unescape_unicode(p, end, to, policy, lone, f);
            if (!p) return false;
        }
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    return true;
}

OAIWIRE_INLINE bool same_name(std::string_view raw, std::string_view name) {
    if (raw.find('\\') == std::string_view::npos) return raw == name;
    std::string text;
    append_unescaped(text, raw, surrogates::keep);
    return text == name;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
