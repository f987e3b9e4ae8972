// decode_string_avx2(): decodes and checks a string in one pass, in blocks of 32 bytes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

#include <oaiwire/core/block_avx2.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8_avx2.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/unescape.hpp>

#if OAIWIRE_AVX2

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// How far decode_string_avx2() reads beyond `last`, and writes beyond what it takes of the text.
inline constexpr std::ptrdiff_t decoding_slack = 96;

// Why decode_string_avx2() stopped.
enum class decoding_stop : std::uint8_t {
    last,    // at `last` or behind it, between two escapes
    quote,   // at the closing quote
    escape,  // at an escape of half a surrogate pair, or at a malformed one
    fault    // at malformed UTF-8, or at a control character
};

// p is in a string, between two escapes; three bytes are before it, and all before it is valid,
// except that a character may go on there. Decodes what follows to `to`, and advances both. Again a
// character may go on at `last`. Reads at most decoding_slack bytes behind `last`, and writes at
// most so many more than it takes.
decoding_stop decode_string_avx2(const char*& p, const char* last, char*& to);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Whether the character before p, which begins another one, is cut off there.
inline bool is_cut_off(const char* p) {
    const auto byte = [&](int at) { return static_cast<unsigned char>(p[at]); };
    return byte(0) < 0x80 && (byte(-1) >= 0xC0 || byte(-2) >= 0xE0 || byte(-3) >= 0xF0);
}

[[gnu::target("avx2")]] OAIWIRE_INLINE decoding_stop decode_string_avx2(const char*& from,
                                                                        const char* last,
                                                                        char*& out) {
    using oaiwire::detail::avx2_block;
    constexpr std::ptrdiff_t whole = avx2_block::size;
    // g++ would build each constant again for each block if it knew their values
    const oaiwire::detail::utf8_rules* const volatile rules = &oaiwire::detail::utf8_rule_tables;
    const oaiwire::detail::utf8_checker_avx2 utf8(*rules);
    const char* p = from;
    char* to = out;
    decoding_stop why = decoding_stop::last;
    for (; p < last; p += whole, to += whole) {
        const avx2_block v = avx2_block::load(p);
        v.store(to);
        const std::uint32_t special = bits_of(special_bytes_of(v));
        if (special == 0) continue;
        const std::uint32_t high = bits_of(v);
        std::uint32_t broken = 0;  // where UTF-8 is malformed
        if (high != 0) broken = ~bits_of(equal(utf8.faults(p), avx2_block::all(0)));
        std::ptrdiff_t next = whole;  // the first byte that is not decoded
        for (std::uint64_t stops = special & ~high; stops != 0;) {
            const std::ptrdiff_t at = std::countr_zero(stops);
            const char* const q = p + at;
            if (*q == '\\') {
                if (const char simple = simple_escapes[static_cast<unsigned char>(q[1])]) {
                    avx2_block::load(q + 2).store(to + at + 1);
                    to[at] = simple;
                    to -= 1;
                    next = at + 2;
                    stops &= ~(std::uint64_t{3} << at);
                    continue;
                }
                std::uint32_t c = 0;
                const std::ptrdiff_t size = escaped_character(q, last + decoding_slack, c);
                if (size != 0) {
                    to -= size - static_cast<std::ptrdiff_t>(encode_utf8(c, to + at));
                    next = at + size;
                    stops &= ~std::uint64_t{0} << next;
                    avx2_block::load(p + next).store(to + next);
                    continue;
                }
            }
            why = *q == '"'    ? decoding_stop::quote
                  : *q == '\\' ? decoding_stop::escape
                               : decoding_stop::fault;
            next = at;
            broken &= (std::uint32_t{2} << at) - 1;
            break;
        }
        if (why != decoding_stop::last || broken != 0) {
            from = p + next;
            out = to + next;
            return broken == 0 ? why : decoding_stop::fault;
        }
        // the next block may have nothing that would be looked at
        if (high >> 31 != 0 && is_cut_off(p + whole)) return decoding_stop::fault;
        if (next > whole) {
            p += next - whole;
            to += next - whole;
        }
    }
    from = p;
    out = to;
    return decoding_stop::last;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#endif  // OAIWIRE_AVX2

#include <oaiwire/core/macros_end.hpp>
