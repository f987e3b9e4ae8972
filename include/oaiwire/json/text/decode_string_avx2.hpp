// decode_string_avx2(): decodes and checks a string in one pass, in blocks of 32 bytes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

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
    last,     // at `last` or behind it, between two escapes
    quote,    // at the closing quote
    escapes,  // at a block for decode_escapes_avx2()
    escape,   // at an escape of half a surrogate pair, or at a malformed one
    fault     // at malformed UTF-8, or at a control character
};

// p is in a string, between two escapes; three bytes are before it, and all before it is valid,
// except that a character may go on there. Decodes what follows to `to`, and advances both. Again a
// character may go on at `last`. Reads at most decoding_slack bytes behind `last`, and writes at
// most so many more than it takes.
decoding_stop decode_string_avx2(const char*& p, const char* last, char*& to);

// The same where decode_string_avx2() stopped at a block of many escapes: until a block has none,
// or bytes from 0x80.
decoding_stop decode_escapes_avx2(const char*& p, const char* last, char*& to);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// What bytes are compared with, 32 times each.
struct string_constants {
    using table = oaiwire::detail::utf8_rules::table;

    table swap{};  // exchanges the quote with the space
    table space{};
    table behind_space{};
    table backslash{};
};

inline constexpr string_constants string_constant_tables = [] {
    string_constants out;
    out.swap.fill('"' ^ ' ');
    out.space.fill(' ');
    out.behind_space.fill(' ' + 1);
    out.backslash.fill('\\');
    return out;
}();

// Whether the character before p, which begins another one, is cut off there.
inline bool is_cut_off(const char* p) {
    const auto byte = [&](int at) { return static_cast<unsigned char>(p[at]); };
    return byte(0) < 0x80 && (byte(-1) >= 0xC0 || byte(-2) >= 0xE0 || byte(-3) >= 0xF0);
}

// How many escapes a block has, those with `u` apart, that is not decoded escape by escape.
inline constexpr int least_for_table = 4;

// By bits, which of eight bytes are kept: their places, as put_in_order() takes them.
inline constexpr auto kept_places = [] {
    std::array<std::uint32_t, 256> out{};
    for (std::uint32_t bits = 0; bits != out.size(); ++bits) {
        int n = 0;
        for (std::uint32_t i = 0; i != 8; ++i) {
            if ((bits >> i & 1) == 0) continue;
            out[bits] |= i << (n % 4 * 8 + n / 4 * 4);
            ++n;
        }
    }
    return out;
}();

// What the letter of an escape stands for, by a half byte that the letters of no two escapes share.
struct escape_constants {
    using table = oaiwire::detail::utf8_rules::table;

    table letter{};
    table meaning{};
    // 32 times the same
    table half{};
    table quote{};
    table u{};
};
inline constexpr std::size_t letter_place(char c) {
    return (static_cast<unsigned char>(c) ^ static_cast<unsigned char>(c) >> 4) & 15u;
}
inline constexpr escape_constants escape_constant_tables = [] {
    escape_constants out;
    for (std::size_t i = 0; i != 32; i += 16) {
        for (const char c : {'\\', '/', 'b', 'f', 'n', 'r', 't'}) {
            out.letter[i + letter_place(c)] = c;
            out.meaning[i + letter_place(c)] = simple_escapes[static_cast<unsigned char>(c)];
        }
    }
    out.half.fill(15);
    out.quote.fill('"');
    out.u.fill('u');
    return out;
}();

// Nothing depends on the escapes that would have to be predicted, but how many begin with `u`.
[[gnu::noinline, gnu::target("avx2")]] OAIWIRE_INLINE decoding_stop
decode_escapes_avx2(const char*& from, const char* last, char*& out) {
    using oaiwire::detail::avx2_block;
    const escape_constants* const volatile hidden = &escape_constant_tables;
    const escape_constants* const constants = hidden;
    const string_constants* const volatile hidden_too = &string_constant_tables;
    const string_constants* const stopping = hidden_too;
    const avx2_block swap = avx2_block::load(stopping->swap.data());
    const avx2_block behind_space = avx2_block::load(stopping->behind_space.data());
    const avx2_block backslash = avx2_block::load(stopping->backslash.data());
    const avx2_block half = avx2_block::load(constants->half.data());
    const char* p = from;
    char* to = out;
    decoding_stop why = decoding_stop::last;
    while (p < last) {
        const avx2_block v = avx2_block::load(p);
        const std::uint32_t slashes = bits_of(equal(v, backslash));
        if (slashes == 0 || any_high(v)) break;
        const std::uint32_t stops = bits_of(less_signed(v ^ swap, behind_space));
        const std::uint32_t begun = escapes_begun(slashes);
        // an escape whose backslash is the last byte is left to the next block
        std::ptrdiff_t next = 32 - static_cast<std::ptrdiff_t>(begun >> 31);
        const std::uint32_t escaped = begun << 1;
        const avx2_block at = (v ^ high_nibbles(v, half)) & half;
        const avx2_block known =
            equal(looked_up(avx2_block::load(constants->letter.data()), at), v);
        std::uint64_t unicode = escaped & bits_of(equal(v, avx2_block::load(constants->u.data())));
        const std::uint32_t quotes = bits_of(equal(v, avx2_block::load(constants->quote.data())));
        const auto wrong =
            static_cast<std::uint32_t>((escaped & ~(unicode | quotes | bits_of(known))) >> 1);
        const avx2_block meant = looked_up(avx2_block::load(constants->meaning.data()), at);
        const avx2_block taken = known & oaiwire::detail::bytes_of_bits(escaped);
        char text[40];
        (v ^ (taken & (v ^ meant))).store(text);
        if (const std::uint32_t ends = (stops & ~escaped) | wrong; ends != 0) {
            next = std::countr_zero(ends);
            why = (wrong >> next & 1) != 0 ? decoding_stop::escape
                  : p[next] == '"'         ? decoding_stop::quote
                                           : decoding_stop::fault;
        }
        std::uint64_t kept = (std::uint64_t{1} << next) - 1;
        unicode &= kept;
        kept &= ~std::uint64_t{begun};
        kept &= ~(unicode / 2 * 63);  // six bytes each
        std::ptrdiff_t behind = 0;    // the last of them
        while (unicode != 0) {
            const int at_u = std::countr_zero(unicode) - 1;
            const char* const q = p + at_u;
            unicode &= unicode - 1;
            std::uint32_t c = 0;
            std::ptrdiff_t size = 6;
            if (!hex4(q + 2, c) || (c & 0xF800) == 0xD800) [[unlikely]] {
                size = escaped_character(q, q + 12, c);
                if (size == 0) {
                    next = at_u;
                    why = decoding_stop::escape;
                    kept &= (std::uint64_t{1} << at_u) - 1;
                    break;
                }
                unicode &= ~std::uint64_t{0} << (at_u + size);
            }
            kept |= ((std::uint64_t{1} << encode_utf8(c, text + at_u)) - 1) << at_u;
            behind = at_u + size;
        }
        next = std::max(next, behind);
        for (int i = 0; i != 32; i += 8) {
            const auto bits = static_cast<std::uint8_t>(kept >> i);
            oaiwire::detail::put_in_order(to, text + i, kept_places[bits]);
            to += std::popcount(bits);
        }
        std::memcpy(to, text + 32, 4);
        to += std::popcount(static_cast<std::uint8_t>(kept >> 32));
        p += next;
        if (why != decoding_stop::last) break;
    }
    from = p;
    out = to;
    return why;
}

[[gnu::target("avx2")]] OAIWIRE_INLINE decoding_stop decode_string_avx2(const char*& from,
                                                                        const char* last,
                                                                        char*& out) {
    using oaiwire::detail::avx2_block;
    constexpr std::ptrdiff_t whole = avx2_block::size;
    // g++ would build each constant again for each block if it knew their values
    const oaiwire::detail::utf8_rules* const volatile rules = &oaiwire::detail::utf8_rule_tables;
    const oaiwire::detail::utf8_checker_avx2 utf8(*rules);
    const string_constants* const volatile hidden = &string_constant_tables;
    const string_constants* const constants = hidden;
    const avx2_block swap = avx2_block::load(constants->swap.data());
    const avx2_block space = avx2_block::load(constants->space.data());
    const avx2_block behind_space = avx2_block::load(constants->behind_space.data());
    const avx2_block backslash = avx2_block::load(constants->backslash.data());
    const char* p = from;
    char* const to = out;
    std::ptrdiff_t place = 0;  // where in `to` the byte at p would be if escapes were no shorter
    decoding_stop why = decoding_stop::last;
    for (; p < last; p += whole, place += whole) {
        avx2_block v = avx2_block::load(p);
        v.store(to + place);
        // quotes, control characters and bytes from 0x80 are below the byte behind the space
        std::uint64_t stops = bits_of(less_signed(v ^ swap, behind_space) | equal(v, backslash));
        if (stops == 0) continue;
        std::uint32_t broken = 0;  // where UTF-8 is malformed
        std::uint32_t high = bits_of(v);
        if (high != 0) {  // then it is likely in the blocks behind as well
            for (;;) {
                const avx2_block faults = utf8.faults(p, v);
                const avx2_block escaped = at_most(v ^ swap, space) | equal(v, backslash);
                if (!is_zero(faults | escaped)) {
                    broken = ~bits_of(equal(faults, avx2_block::all(0)));
                    stops = bits_of(escaped);
                    break;
                }
                stops = 0;
                const char* const behind = p + whole;
                if (behind >= last) break;
                v = avx2_block::load(behind);
                const std::uint32_t high_behind = bits_of(v);
                if (high_behind == 0) break;
                high = high_behind;
                p = behind;
                place += whole;
                v.store(to + place);
            }
        }
        const auto found = static_cast<std::uint32_t>(stops);
        if (high == 0 && std::popcount(found) >= least_for_table) {
            const std::uint32_t slashes = bits_of(equal(v, backslash));
            const std::uint32_t before_u = bits_of(equal(v, avx2_block::all('u'))) >> 1;
            if (std::popcount(slashes & ~before_u) >= least_for_table) {
                why = decoding_stop::escapes;
                break;
            }
        }
        std::ptrdiff_t next = whole;  // the first byte that is not decoded
        while (stops != 0) {
            const char* q = p + static_cast<unsigned>(std::countr_zero(stops));
            char* put = to + (place + (q - p));
            if (*q == '\\') {
                do {  // escapes that follow each other
                    if (const char simple = simple_escapes[static_cast<unsigned char>(q[1])]) {
                        *put++ = simple;
                        q += 2;
                        continue;
                    }
                    std::uint32_t c = 0;
                    const std::ptrdiff_t size = escaped_character(q, last + decoding_slack, c);
                    if (size == 0) {
                        why = decoding_stop::escape;
                        break;
                    }
                    put += encode_utf8(c, put);
                    q += size;
                } while (*q == '\\' && q - p < whole);
            } else {
                why = *q == '"' ? decoding_stop::quote : decoding_stop::fault;
            }
            next = q - p;
            place = put - to - next;
            if (why != decoding_stop::last) {
                broken &= (std::uint32_t{2} << next) - 1;
                break;
            }
            stops &= ~std::uint64_t{0} << next;
            avx2_block::load(q).store(put);
        }
        if (why != decoding_stop::last || broken != 0) {
            from = p + next;
            out = to + (place + next);
            return broken == 0 ? why : decoding_stop::fault;
        }
        // the next block may have nothing that would be looked at
        if (high >> 31 != 0 && is_cut_off(p + whole)) return decoding_stop::fault;
        if (next > whole) {
            p += next - whole;
            place += next - whole;
        }
    }
    from = p;
    out = to + place;
    return why;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#endif  // OAIWIRE_AVX2

#include <oaiwire/core/macros_end.hpp>
