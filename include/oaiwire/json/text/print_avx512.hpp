// put_string_avx512(): writes a JSON string in blocks of 64 bytes, and checks its UTF-8 meanwhile.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/block_avx512.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/core/utf8_avx512.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/escapes.hpp>
#include <oaiwire/json/text/print_avx2.hpp>

#if OAIWIRE_AVX512

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

inline constexpr std::size_t least_for_avx512 = oaiwire::detail::avx512_block::size;

// Writes text, of at least 64 bytes, as a JSON string, quotes included. Returns false, with
// unspecified bytes written, if it is not UTF-8.
bool put_string_avx512(oaiwire::detail::text_sink& out, std::string_view text);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

struct escape_bytes {
    // the letter behind the backslash, of each byte below 0x80; `u` where there are digits as well
    std::array<unsigned char, 128> letters{};
    // for each byte of a half block two places: of a backslash behind the block, and of the byte
    std::array<unsigned char, 64> lower{};
    std::array<unsigned char, 64> upper{};
    unsigned char swap = '"' ^ ' ';  // exchanges the quote with the space
    unsigned char space = ' ';
    unsigned char backslash = '\\';
};

inline constexpr escape_bytes escape_byte_tables = [] {
    escape_bytes out;
    for (std::size_t c = 0; c != escape_texts.size(); ++c) {
        out.letters[c] = static_cast<unsigned char>(escape_texts[c].text[1]);
    }
    for (unsigned i = 0; i != 32; ++i) {
        out.lower[2 * i] = out.upper[2 * i] = 64;
        out.lower[2 * i + 1] = static_cast<unsigned char>(i);
        out.upper[2 * i + 1] = static_cast<unsigned char>(32 + i);
    }
    return out;
}();

// A block's bytes become six each at most, and a block more is written beyond them.
inline constexpr std::ptrdiff_t room_of_avx512_block = std::ptrdiff_t{7} * 64;

// Writes to the end of the text, or until a block might not fit before `room`. Where something is
// escaped, a backslash is put before each byte of the block, and those that belong to no escape are
// left out: how many escapes there are need not be predicted.
[[gnu::always_inline, gnu::target("avx512bw,avx512vbmi,avx512vbmi2,bmi2,popcnt")]] inline void
put_blocks_avx512(string_writing& w, const char* room) {
    using oaiwire::detail::avx512_block;
    using oaiwire::detail::compressed;
    using oaiwire::detail::spread_bits;
    constexpr std::ptrdiff_t size = avx512_block::size;
    constexpr std::uint64_t every_byte = 0xAAAAAAAAAAAAAAAA;
    // the compilers would build each constant again for each block if they knew their values
    const oaiwire::detail::utf8_pairs* const volatile pairs = &oaiwire::detail::utf8_pair_tables;
    const oaiwire::detail::utf8_checker_avx512 utf8(*pairs);
    const escape_bytes* const volatile hidden = &escape_byte_tables;
    const escape_bytes* const escapes = hidden;
    const avx512_block letters = avx512_block::load(escapes->letters.data());
    const avx512_block more_letters = avx512_block::load(escapes->letters.data() + size);
    const avx512_block lower = avx512_block::load(escapes->lower.data());
    const avx512_block upper = avx512_block::load(escapes->upper.data());
    const avx512_block swap = avx512_block::all(escapes->swap);
    const avx512_block space = avx512_block::all(escapes->space);
    const avx512_block backslash = avx512_block::all(escapes->backslash);
    const char* p = w.p;
    char* q = w.q;
    avx512_block faults = avx512_block::all(0);
    char held[2 * size];
    bool begun = p != w.begin && is_high(p[-1]);  // a sequence may go on at p
    // the first block counts in part, so that the last one ends with the text
    std::ptrdiff_t n = ((w.end - p - 1) & (size - 1)) + 1;
    for (; p != w.end && room - q >= room_of_avx512_block; p += n, n = size) {
        const avx512_block v = avx512_block::load(p);
        // swapped with the space, the quote is behind the control characters
        std::uint64_t stops = at_most_bits(v ^ swap, space) | equal_bits(v, backslash);
        const std::uint64_t high = bits_of(v);
        if (high != 0 || begun) {
            const char* from = p;
            if (p - w.begin < 3) {  // zeros precede the text
                avx512_block::all(0).store(held);
                avx512_block::load(w.begin).store(held + size - (p - w.begin));
                v.store(held + size);
                from = held + size;
            }
            faults = utf8.add_faults(faults, from, v);
            begun = is_high(p[n - 1]);
        }
        if (n != size) [[unlikely]]
            stops &= (std::uint64_t{1} << n) - 1;
        if (stops == 0) {
            v.store(q);
            q += n;
            continue;
        }
        const avx512_block named = looked_up(letters, more_letters, v, stops);
        if ((equal_bits(named, avx512_block::all('u')) & stops) != 0) [[unlikely]] {
            for (std::ptrdiff_t i = 0; i != n; ++i) {
                if ((stops >> i & 1) != 0) {
                    q = put_escape(q, p[i]);
                } else {
                    *q++ = p[i];
                }
            }
            continue;
        }
        compressed(looked_up(named, backslash, lower), spread_bits(stops) | every_byte).store(q);
        compressed(looked_up(named, backslash, upper), spread_bits(stops >> size / 2) | every_byte)
            .store(q + size / 2 + std::popcount(stops & 0xFFFFFFFF));
        q += n + std::popcount(stops);
    }
    w.p = p;
    w.q = q;
    w.valid = w.valid && is_zero(faults);
}

[[gnu::target("avx512bw,avx512vbmi,avx512vbmi2,bmi2,popcnt")]] OAIWIRE_INLINE bool
put_string_avx512(oaiwire::detail::text_sink& out, std::string_view text) {
    constexpr std::size_t beyond = room_of_avx512_block;
    const char* const begin = text.data();
    string_writing w{begin, begin, begin + text.size(), nullptr, true};
    w.q = out.next_part(out.room(0), text.size(), beyond + 2);
    *w.q++ = '"';
    for (;;) {
        put_blocks_avx512(w, out.end());
        if (w.p == w.end) break;
        w.q = out.next_part(w.q, static_cast<std::size_t>(w.end - w.p), beyond);
    }
    *w.q++ = '"';
    out.advance_to(w.q);
    return w.valid && ends_complete(w.end);
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#endif  // OAIWIRE_AVX512

#include <oaiwire/core/macros_end.hpp>
