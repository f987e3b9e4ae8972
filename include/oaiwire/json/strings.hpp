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

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace oaiwire::inline v0_2::json::detail {

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
    std::uint32_t passed = 0;  // 1: a backslash was before p
#if defined(__SSE2__)
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i backslashes = _mm_set1_epi8('\\');
    const __m128i last_control = _mm_set1_epi8(0x1F);
    __m128i all = _mm_setzero_si128();
    for (; end - p >= 16; p += 16) {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const __m128i control = _mm_cmpeq_epi8(_mm_max_epu8(v, last_control), last_control);
        const __m128i backslash = _mm_cmpeq_epi8(v, backslashes);
        const __m128i hit =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, quotes), control), backslash);
        all = _mm_or_si128(all, v);
        auto hits = static_cast<std::uint32_t>(_mm_movemask_epi8(hit));
        if ((hits | passed) == 0) continue;
        const auto escapes = static_cast<std::uint32_t>(_mm_movemask_epi8(backslash));
        hits &= ~passed;
        passed = 0;
        while (hits != 0) {
            const int at = std::countr_zero(hits);
            if ((escapes >> at & 1) == 0) {
                found.high = _mm_movemask_epi8(all) != 0;
                found.quote = p + at;
                found.ends = p[at] == '"';
                return found;
            }
            found.escapes = true;
            passed = at == 15 ? 1 : 0;
            hits &= ~(std::uint32_t{3} << at);
        }
    }
    found.high = _mm_movemask_epi8(all) != 0;
#endif
    for (; p != end; ++p) {
        const auto c = static_cast<unsigned char>(*p);
        found.high = found.high || c >= 0x80;
        if (passed != 0) {
            passed = 0;
        } else if (c == '\\') {
            found.escapes = true;
            passed = 1;
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
#if defined(__SSE2__)
    // block after block, whatever their escapes are: none waits for what another comes to. 16 bytes
    // are copied where fewer will do, from at most 31 bytes into the text.
    std::size_t start = 0;  // what came before it in the block was read
    for (; end - p >= 32; p += 16) {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const __m128i backslash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
        auto escapes = static_cast<std::uint32_t>(_mm_movemask_epi8(backslash)) >> start << start;
        while (escapes != 0) {
            const auto at = static_cast<std::size_t>(std::countr_zero(escapes));
            std::memcpy(to, p + start, 16);
            to += at - start;
            const char simple = simple_escapes[static_cast<unsigned char>(p[at + 1])];
            if (simple != 0) {
                *to++ = simple;
                start = at + 2;
            } else {
                if (p[at + 1] != 'u') return false;
                const char* const after = unescape_unicode(p + at + 2, end, to);
                if (!after) return false;
                start = static_cast<std::size_t>(after - p);
            }
            escapes = escapes >> start << start;
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
#endif
    for (;;) {
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

}  // namespace oaiwire::inline v0_2::json::detail
