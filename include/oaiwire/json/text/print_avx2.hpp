// put_string_avx2(): writes a JSON string in blocks of 32 bytes, and checks its UTF-8 meanwhile.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/block_avx2.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/core/utf8_avx2.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/decode_string_avx2.hpp>
#include <oaiwire/json/text/escapes.hpp>

#if OAIWIRE_AVX2

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

inline constexpr std::size_t least_for_avx2 = oaiwire::detail::avx2_block::size;

// Writes text, of at least 32 bytes, as a JSON string, quotes included. Returns false, with
// unspecified bytes written, if it is not UTF-8.
bool put_string_avx2(oaiwire::detail::text_sink& out, std::string_view text);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The text of a string that is being written.
struct string_writing {
    const char* begin;  // of the text
    const char* p;      // what is written next
    const char* end;
    char* q;  // where it is written
    bool valid;
};

// A block's bytes become six each at most, and a block more is written beyond them.
inline constexpr std::ptrdiff_t room_of_avx2_block = std::ptrdiff_t{7} * 32;

[[gnu::always_inline]] inline bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}
// Whether no sequence goes on at `end`. Looks at three bytes before it.
[[gnu::always_inline]] inline bool ends_complete(const char* end) {
    const auto last = [&](int n) { return static_cast<unsigned char>(end[-n]); };
    return last(1) < 0xC0 && last(2) < 0xE0 && last(3) < 0xF0;
}

// Writes to the end of the text, or until a block might not fit before `room`. What is plain is
// written before it is known to be. Where something is escaped, the text behind it is written once
// more, to behind the escape: always a block, so that nothing depends on how many bytes are plain.
[[gnu::always_inline, gnu::target("avx2")]] inline void put_blocks_avx2(string_writing& w,
                                                                        const char* room) {
    using oaiwire::detail::avx2_block;
    constexpr std::ptrdiff_t size = avx2_block::size;
    // g++ would build each constant again for each block if it knew their values
    const oaiwire::detail::utf8_rules* const volatile rules = &oaiwire::detail::utf8_rule_tables;
    const oaiwire::detail::utf8_checker_avx2 utf8(*rules);
    const string_constants* const volatile hidden = &string_constant_tables;
    const string_constants* const constants = hidden;
    const avx2_block swap = avx2_block::load(constants->swap.data());
    const avx2_block behind_space = avx2_block::load(constants->behind_space.data());
    const avx2_block backslash = avx2_block::load(constants->backslash.data());
    const char* p = w.p;
    char* q = w.q;
    avx2_block faults = avx2_block::all(0);
    char held[3 * size];
    // the first block counts in part, so that the last one ends with the text
    std::ptrdiff_t n = ((w.end - p - 1) & (size - 1)) + 1;
    // blocks fit while this is positive
    std::ptrdiff_t left = std::min(w.end - p, room - q - (room_of_avx2_block - 1));
    for (; left > 0; left -= n, p += n, q += n, n = size) {
        avx2_block v = avx2_block::load(p);
        v.store(q);
        // quotes, control characters and bytes from 0x80 are below the byte behind the space
        const std::uint32_t special =
            bits_of(less_signed(v ^ swap, behind_space) | equal(v, backslash));
        if (special == 0) continue;
        const std::uint32_t high = bits_of(v);
        std::uint64_t stops = special ^ high;
        if (high != 0) {
            const char* from = p;
            if (p - w.begin < 3) {  // zeros precede the text
                avx2_block::all(0).store(held);
                avx2_block::load(w.begin).store(held + size - (p - w.begin));
                v.store(held + size);
                from = held + size;
            }
            faults = faults | utf8.faults(from, v);
            if (is_high(from[n - 1])) {  // then such bytes are likely behind it as well
                while (n == size && stops == 0 && left > size) {
                    const avx2_block next = avx2_block::load(p + size);
                    const std::uint32_t more = bits_of(next);
                    if (more == 0) break;
                    p += size;
                    q += size;
                    left -= size;
                    v = next;
                    v.store(q);
                    faults = faults | utf8.faults(p, v);
                    const avx2_block found =
                        less_signed(v ^ swap, behind_space) | equal(v, backslash);
                    stops = bits_of(found) ^ more;
                    from = p;
                }
                // a block without bytes from 0x80 is not looked at, so the one before it is
                if (is_high(from[n - 1]) && (p + n == w.end || !is_high(p[n])) &&
                    !ends_complete(from + n)) {
                    w.valid = false;
                }
            }
        }
        if (stops == 0) continue;
        bool at_end = left < 2 * size;
        if (n != size) [[unlikely]] {
            stops &= (std::uint64_t{1} << n) - 1;
            at_end = true;
        }
        const char* from = p;  // where a block behind each byte of this one may be read
        if (at_end) {
            v.store(held);
            avx2_block::all(0).store(held + size);
            avx2_block::all(0).store(held + 2 * size);
            from = held;
        }
        for (; stops != 0; stops &= stops - 1) {
            const auto found = static_cast<std::size_t>(std::countr_zero(stops));
            const escape& e = escape_texts[static_cast<unsigned char>(from[found])];
            std::memcpy(q + found, &e, sizeof e);
            q += e.size - 1;
            avx2_block::load(from + found + 1).store(q + found + 1);
        }
        left = std::min(left, room - q - (room_of_avx2_block - 1));
    }
    w.p = p;
    w.q = q;
    w.valid = w.valid && is_zero(faults);
}

[[gnu::target("avx2")]] OAIWIRE_INLINE bool put_string_avx2(oaiwire::detail::text_sink& out,
                                                            std::string_view text) {
    constexpr std::size_t beyond = room_of_avx2_block;
    const char* const begin = text.data();
    string_writing w{begin, begin, begin + text.size(), nullptr, true};
    w.q = out.next_part(out.room(0), text.size(), beyond + 2);
    *w.q++ = '"';
    for (;;) {
        put_blocks_avx2(w, out.end());
        if (w.p == w.end) break;
        w.q = out.next_part(w.q, static_cast<std::size_t>(w.end - w.p), beyond);
    }
    *w.q++ = '"';
    out.advance_to(w.q);
    return w.valid;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#endif  // OAIWIRE_AVX2

#include <oaiwire/core/macros_end.hpp>
