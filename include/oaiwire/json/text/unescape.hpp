// Decoding the escapes of JSON strings.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/block.hpp>
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

// As out.assign(), and cheaper where `out` holds a text of about that length.
inline void assign_text(std::string& out, const char* from, std::size_t size) {
    if (size > out.size()) {
        out.assign(from, size);
    } else {
        out.resize(size);
        std::memcpy(out.data(), from, size);
    }
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

// Whether a member's name, as spelled between its quotes, is `name`: names are compared after
// unescaping (RFC 8259, 8.3).
bool same_name(std::string_view raw, std::string_view name);

}  // namespace detail

}}}  // namespace oaiwire::v0_2::json

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

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

// The value of the four hexadecimal digits at p; false if there are none.
OAIWIRE_INLINE bool hex4(const char* p, const char* end, std::uint32_t& value) {
    if (end - p < 4) return false;
    value = 0;
    for (int i = 0; i != 4; ++i) {
        const int digit = hex_digit(p[i]);
        if (digit < 0) return false;
        value = value << 4 | static_cast<std::uint32_t>(digit);
    }
    return true;
}

// The first byte at which an escape that begins at p is no low surrogate: `\uD` is as far as such a
// text may get.
OAIWIRE_INLINE const char* where_pair_breaks(const char* p, const char* end) {
    if (p == end || *p != '\\' || ++p == end || *p != 'u') return p;
    ++p;
    return p != end && (*p == 'd' || *p == 'D') ? p + 1 : p;
}

// p is after the backslash of an escape that is not simple. Writes its character to `out`, which
// has room for as many bytes as the escape. Returns one past the escape, or null.
OAIWIRE_INLINE const char* unescape_unicode(const char* p, const char* end, char*& out,
                                            surrogates policy, bool& lone, fault& f) {
    std::uint32_t c = 0;
    if (*p != 'u' || !hex4(p + 1, end, c)) return nullptr;
    p += 5;
    std::uint32_t low = 0;
    const bool high = is_high_surrogate(c);
    if (high && end - p >= 6 && p[0] == '\\' && p[1] == 'u' && hex4(p + 2, end, low) &&
        is_low_surrogate(low)) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        p += 6;
    } else if (high || is_low_surrogate(c)) {
        if (policy == surrogates::refuse) {
            // `\uD` could have begun a high half; the digit after it did not
            return f.set(errc::lone_surrogate, high ? where_pair_breaks(p, end) : p - 3);
        }
        lone = true;
        if (policy == surrogates::replace) c = 0xFFFD;
    }
    out += encode_utf8(c, out);
    return p;
}

OAIWIRE_INLINE bool unescape(std::string_view raw, std::string& out, std::size_t at,
                             surrogates policy, bool& lone, fault& f) {
    out.resize(at + raw.size());  // it only becomes shorter
    const char* p = raw.data();
    const char* const end = p + raw.size();
    char* to = out.data() + at;
    // By blocks, so that no copy waits for the length of another. 16 bytes are copied where fewer
    // would do.
    if constexpr (oaiwire::detail::has_blocks) {
        std::size_t start = 0;  // offset in the block of what is not decoded yet
        for (; end - p >= 32; p += 16) {
            auto escapes = mask_of(equal(block::load(p), block::all('\\'))).from(start);
            while (escapes.any()) {
                const std::size_t found = escapes.first();
                std::memcpy(to, p + start, 16);
                to += found - start;
                const char simple = simple_escapes[static_cast<unsigned char>(p[found + 1])];
                if (simple != 0) {
                    *to++ = simple;
                    start = found + 2;
                } else {
                    const char* const after =
                        unescape_unicode(p + found + 1, end, to, policy, lone, f);
                    if (!after) return false;
                    start = static_cast<std::size_t>(after - p);
                }
                escapes = escapes.from(start);
            }
            if (start < 16) {
                std::memcpy(to, p + start, 16);
                to += 16 - start;
                start = 0;
            } else {
                start -= 16;
            }
        }
        p += start;
    }
    for (;;) {
        while (p != end && *p != '\\') *to++ = *p++;
        if (p == end) break;
        if (end - p < 2) return false;
        const char simple = simple_escapes[static_cast<unsigned char>(p[1])];
        if (simple != 0) {
            *to++ = simple;
            p += 2;
        } else {
            p = unescape_unicode(p + 1, end, to, policy, lone, f);
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
