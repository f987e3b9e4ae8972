// decode_string(): a JSON string becomes its text, and is checked.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/json/text/string_check.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Decodes the string in `text` whose first byte is at `from` into `out`. All before it is checked.
// Returns one past the closing quote, or null for a malformed string: `checker` finds what is
// wrong, except half of a surrogate pair, which has a fault. Sets `lone` as unescape() does.
const char* decode_string(std::string_view text, const char* from, std::string& out,
                          surrogates policy, bool& lone, fault& f, string_checker& checker);

// Sets `out` to a text of fewer than 32 bytes without escapes that begins at p, where 32 bytes can
// be read, and returns its closing quote; null, and nothing is done, if another one is there.
const char* read_short_text(const char* p, std::string& out);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include <oaiwire/json/text/decode_string_avx2.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// What is left of a string, whose first `had` bytes are decoded in `out`. `checked`: where the
// check of UTF-8 goes on.
inline const char* decode_rest(const char* p, const char* checked, const char* end,
                               std::string& out, std::size_t had, surrogates policy, bool& lone,
                               fault& f, string_checker& checker) {
    const string_end found = find_string_end(p, end);  // where it ends, and what it contains
    if (!found.ends) return nullptr;
    // found without a check of each byte: UTF-8 here, escapes in unescape()
    const bool high = found.high || checked != p;
    if (high && !checker.is_valid(text_between(checked, found.quote), end)) return nullptr;
    const std::string_view raw = text_between(p, found.quote);
    if (had == 0 && !found.escapes) {
        assign_text(out, p, raw.size());
        return found.quote + 1;
    }
    return unescape(raw, out, had, policy, lone, f) ? found.quote + 1 : nullptr;
}

#if OAIWIRE_AVX2

// The quote that ends a string, given a place in it that is in no escape; null if there is none.
inline const char* closing_quote(const char* p, const char* end) {
    for (const char* const from = p;; ++p) {
        p = static_cast<const char*>(std::memchr(p, '"', static_cast<std::size_t>(end - p)));
        if (!p) return nullptr;
        const char* escape = p;
        while (escape != from && escape[-1] == '\\') --escape;
        if ((p - escape) % 2 == 0) return p;
    }
}

#endif

OAIWIRE_INLINE const char* decode_string(std::string_view text, const char* from, std::string& out,
                                         surrogates policy, bool& lone, fault& f,
                                         string_checker& checker) {
    const char* const end = text.data() + text.size();
    const char* p = from;
    const char* checked = p;
    std::size_t had = 0;
#if OAIWIRE_AVX2
    if (end - from > decoding_slack && from - text.data() >= 3 && oaiwire::detail::has_avx2()) {
        char part[512];  // most texts are shorter
        char* begin = part;
        std::size_t room = sizeof part;
        if (out.size() > room) {  // reused, and most likely about as long as before
            out.resize(std::min(out.capacity(), out.size() + out.size() / 16 + 2 * decoding_slack));
            begin = out.data();
            room = out.size();
        }
        const char* const last = end - decoding_slack;
        for (;;) {
            char* to = begin + had;
            const auto most = static_cast<std::ptrdiff_t>(room - had) - decoding_slack;
            const char* const until = last - p < most ? last : p + most;
            decoding_stop why = decode_string_avx2(p, until, to);
            if (why == decoding_stop::escapes) why = decode_escapes_avx2(p, until, to);
            if (why == decoding_stop::escape) {
                p = unescape_unicode(p, end, to, policy, lone, f);
                if (!p) return nullptr;
            }
            had = static_cast<std::size_t>(to - begin);
            if (why == decoding_stop::fault) return nullptr;
            if (why == decoding_stop::quote || p >= last) {
                if (begin == part) {
                    assign_text(out, part, had);
                } else {
                    out.resize(had);
                }
                if (why == decoding_stop::quote) return p + 1;
                break;
            }
            // escapes left room
            if (why == decoding_stop::escape || room - had >= 2 * decoding_slack) continue;
            const char* const quote = closing_quote(p, end);
            if (!quote) return nullptr;
            room = had + static_cast<std::size_t>(quote + 1 - p + decoding_slack);
            if (out.size() < room) out.resize(room);
            if (begin == part) std::memcpy(out.data(), part, had);
            begin = out.data();
        }
        // back to the beginning of a character
        checked = p;
        while ((static_cast<unsigned char>(checked[-1]) & 0xC0) == 0x80) --checked;
        if (static_cast<unsigned char>(checked[-1]) >= 0xC0) --checked;
    }
#endif
    return decode_rest(p, checked, end, out, had, policy, lone, f, checker);
}

// 32 bytes to be kept, and as many not to be.
inline constexpr std::array<char, 64> kept_and_not = [] {
    std::array<char, 64> out{};
    std::fill(out.begin(), out.begin() + 32, static_cast<char>(-1));
    return out;
}();

OAIWIRE_INLINE const char* read_short_text(const char* p, std::string& out) {
    const block a = block::load(p);
    const block b = block::load(p + 16);
    const std::uint32_t stops = bits_of(escaped_bytes_of(a), escaped_bytes_of(b));
    if (stops == 0) return nullptr;
    const auto size = static_cast<std::size_t>(std::countr_zero(stops));
    if (p[size] != '"') return nullptr;
    const char* const kept = kept_and_not.data() + 32 - size;
    const block first = a & block::load(kept);
    const block second = b & block::load(kept + 16);
    if (any_high(first | second) && !oaiwire::detail::is_utf8_in_blocks(first, second, size)) {
        return nullptr;
    }
    assign_text(out, p, size);
    return p + size;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
