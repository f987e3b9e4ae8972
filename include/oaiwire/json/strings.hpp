// Strings with escapes and other scripts: where they end, and what they say. Whatever is not as it
// should be is left to the checker. Knows no reader.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/json_scan.hpp>
#include <oaiwire/core/json_unescape.hpp>
#include <oaiwire/core/utf8.hpp>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

// As json_scan::find_special, for texts that mostly end in their first 16 bytes.
[[gnu::always_inline]] inline const char* find_special_soon(const char* p, const char* end) {
#if defined(__SSE2__)
    if (end - p >= json_scan::block_size) {
        const unsigned mask = json_scan::special_in_block(p);
        if (mask != 0) return p + std::countr_zero(mask);
        p += json_scan::block_size;
    }
#endif
    return json_scan::find_special(p, end);
}

// A text over one of about its length costs less than std::string::assign.
inline void assign_text(std::string& out, const char* from, std::size_t size) {
    if (size > out.size()) {
        out.assign(from, size);
    } else {
        out.resize(size);
        std::memcpy(out.data(), from, size);
    }
}

struct raw_text {
    const char* quote = nullptr;  // where it stopped
    bool ends = false;            // which is a quote; else a control character or the end
    bool escapes = false;
    bool high = false;  // bytes from 0x80, which are not looked at
};

// To the quote that ends the string. What follows a backslash is passed over without a look.
inline raw_text find_string_end(const char* p, const char* end) {
    raw_text found;
    bool passed = false;  // a backslash was before p
#if defined(__SSE2__)
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i backslashes = _mm_set1_epi8('\\');
    const __m128i last_control = _mm_set1_epi8(0x1F);
    for (; end - p >= 16; p += 16) {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const __m128i control = _mm_cmpeq_epi8(_mm_max_epu8(v, last_control), last_control);
        const __m128i backslash = _mm_cmpeq_epi8(v, backslashes);
        const __m128i stop = _mm_or_si128(_mm_cmpeq_epi8(v, quotes), control);
        found.high = found.high || _mm_movemask_epi8(v) != 0;
        auto hits = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(stop, backslash)));
        if (hits == 0 && !passed) continue;
        const auto escapes = static_cast<std::uint32_t>(_mm_movemask_epi8(backslash));
        hits &= ~static_cast<std::uint32_t>(passed);
        passed = false;
        while (hits != 0) {
            const int at = std::countr_zero(hits);
            if ((escapes >> at & 1) == 0) {
                found.quote = p + at;
                found.ends = p[at] == '"';
                return found;
            }
            found.escapes = true;
            passed = at == 15;
            hits &= ~(std::uint32_t{3} << at);
        }
    }
#endif
    for (; p != end; ++p) {
        const auto c = static_cast<unsigned char>(*p);
        found.high = found.high || c >= 0x80;
        if (passed) {
            passed = false;
        } else if (c == '\\') {
            found.escapes = passed = true;
        } else if (c == '"' || c < 0x20) {
            break;
        }
    }
    found.quote = p;
    found.ends = p != end && *p == '"';
    return found;
}

// What each character after a backslash stands for; 0: it takes more than a look.
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

// p is after `\u`: writes the character to `out`, which has room for as much as is read. One past
// what was read, or null: not of four digits, or half a surrogate pair.
inline const char* unescape_unicode(const char* p, const char* end, char*& out) {
    const auto unit = [&](const char* digits, std::uint32_t& value) {
        if (end - digits < 4) return false;
        for (int i = 0; i != 4; ++i) {
            if (json_scan::hex_digit(digits[i]) < 0) return false;
        }
        value = json_scan::hex4(digits);
        return true;
    };
    std::uint32_t c = 0;
    if (!unit(p, c) || json_scan::is_low_surrogate(c)) return nullptr;
    p += 4;
    if (json_scan::is_high_surrogate(c)) {
        std::uint32_t low = 0;
        if (end - p < 2 || p[0] != '\\' || p[1] != 'u' || !unit(p + 2, low)) return nullptr;
        if (!json_scan::is_low_surrogate(low)) return nullptr;
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        p += 6;
    }
    out += encode_utf8(c, out);
    return p;
}

// Replaces `out` by what the raw text of a string says. False, with anything in `out`, where an
// escape is none or half a surrogate pair.
inline bool unescape_plainly(std::string_view raw, std::string& out) {
    out.resize(raw.size());  // it only becomes shorter
    const char* p = raw.data();
    const char* const end = p + raw.size();
    char* to = out.data();
    for (;;) {
#if defined(__SSE2__)
        const __m128i backslashes = _mm_set1_epi8('\\');
        while (end - p >= 16) {
            const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
            _mm_storeu_si128(reinterpret_cast<__m128i*>(to), v);
            const int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(v, backslashes));
            const int plain = mask == 0 ? 16 : std::countr_zero(static_cast<unsigned>(mask));
            p += plain;
            to += plain;
            if (mask != 0) break;
        }
#endif
        while (p != end && *p != '\\') *to++ = *p++;
        if (p == end) break;
        if (end - p < 2) return false;
        const char simple = simple_escapes[static_cast<unsigned char>(p[1])];
        if (simple != 0) {
            *to++ = simple;
            p += 2;
        } else {
            if (p[1] != 'u') return false;
            p = unescape_unicode(p + 2, end, to);
            if (!p) return false;
        }
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    return true;
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
