// Writing JSON strings and numbers.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/floating.hpp>
#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_block.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/json/text/escapes.hpp>
#include <oaiwire/json/text/print_avx2.hpp>
#include <oaiwire/json/text/print_avx512.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

namespace floating = oaiwire::detail::floating;
using oaiwire::detail::block;
using oaiwire::detail::text_sink;

// Bytes that may be written without checking the room again: a block of which each byte is escaped,
// and the quote.
inline constexpr std::size_t slack = 128;

// The high bits of the bytes that must be escaped. No carry crosses bytes, so that it is exact for
// any byte order.
constexpr std::uint64_t escaped_bytes(std::uint64_t v) {
    constexpr std::uint64_t ones = 0x0101010101010101u;
    constexpr std::uint64_t lows = ones * 0x7F;
    const std::uint64_t low = v & lows;
    // a high bit is set if the low 7 bits are from 0x20 on and neither a quote nor a backslash
    const std::uint64_t plain =
        (low + ones * 0x60) & ((low ^ ones * '"') + lows) & ((low ^ ones * '\\') + lows);
    return ~plain & ~v & ~lows;  // bytes from 0x80 are never escaped
}

// How many bytes precede the first whose high bit is set.
constexpr std::size_t bytes_before(std::uint64_t highs) {
    const int bits = std::endian::native == std::endian::little ? std::countr_zero(highs)
                                                                : std::countl_zero(highs);
    return static_cast<std::size_t>(bits) / 8;
}

// Writes text as a JSON string, quotes included; escapes only what RFC 8259 requires. Returns
// whether it has bytes from 0x80, which are copied unchecked. put_quoted() does so in the fastest
// way.
bool put_quoted(text_sink& out, std::string_view text);
bool put_quoted_by_words(text_sink& out, std::string_view text);

// Writes text as a JSON string, as above. Returns false, with unspecified bytes written, if it is
// not UTF-8. `valid` checks UTF-8; it is called if there are bytes from 0x80 that are not yet
// checked.
template <class Valid>
bool put_string(text_sink& out, std::string_view text, Valid&& valid) {
#if OAIWIRE_AVX2
    if (text.size() >= least_for_avx2) {
#if OAIWIRE_AVX512
        if (text.size() >= least_for_avx512 && oaiwire::detail::has_avx512()) {
            return put_string_avx512(out, text);
        }
#endif
        if (oaiwire::detail::has_avx2()) return put_string_avx2(out, text);
    }
#endif
    return !put_quoted(out, text) || valid(text);
}
inline bool put_string(text_sink& out, std::string_view text) {
    return put_string(out, text, is_utf8);
}

// Appends text as a JSON string. Returns false, and appends nothing, if it is not UTF-8.
bool append_string(std::string& out, std::string_view text);

inline constexpr std::size_t longest_number = 32;  // bytes; more than any integer needs

// "000102" to "99", two digits each.
inline constexpr auto digit_pairs = [] {
    std::array<char, 200> out{};
    for (std::size_t i = 0; i != 100; ++i) {
        out[2 * i] = static_cast<char>('0' + i / 10);
        out[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return out;
}();

// How many digits a number has, 20 at most.
constexpr std::size_t digits_of(std::uint64_t value) {
    // 0 in place of 1, since 0 has a digit too
    constexpr auto powers = [] {
        std::array<std::uint64_t, 20> out{};
        std::uint64_t power = 1;
        for (std::size_t i = 1; i != 20; ++i) out[i] = power *= 10;
        return out;
    }();
    // 1233 / 4096 is the decimal logarithm of 2: the number of digits, or one fewer
    const auto least = static_cast<std::size_t>(std::bit_width(value | 1)) * 1233 >> 12;
    return least + (value >= powers[least] ? 1 : 0);
}

// Writes at most 20 digits at p; returns one past them.
inline char* put_digits(char* p, std::uint64_t value) {
    const std::size_t size = digits_of(value);
    char* q = p + size;
    while (value >= 100) {  // from the end, two digits at a time
        q -= 2;
        std::memcpy(q, digit_pairs.data() + 2 * (value % 100), 2);
        value /= 100;
    }
    if (value >= 10) {
        std::memcpy(p, digit_pairs.data() + 2 * value, 2);
    } else {
        *p = static_cast<char>('0' + value);
    }
    return p + size;
}

// Writes an integer in at most longest_number bytes; returns one past it.
template <std::integral T>
char* put_integer(char* p, T value) {
    auto size = static_cast<std::uint64_t>(value);
    if constexpr (std::is_signed_v<T>) {
        if (value < 0) {
            *p++ = '-';
            size = 0 - size;  // also right for the smallest value
        }
    }
    return put_digits(p, size);
}

template <std::integral T>
requires(!std::same_as<T, bool>) void put_number(text_sink& out, T value) {
    out.advance_to(put_integer(out.room(longest_number), value));
}

// Writes a number of at most three decimals, from 0.001 to below 1000, as the parameters of
// requests are. Returns one past it; null if the number is another one. It is the shortest text,
// because two numbers of so few digits are never the same double.
char* put_short_decimal(char* p, double value);

// Writes the shortest text that reads back to the same bits. Returns false for NaN and infinity.
template <std::floating_point T>
bool put_number(text_sink& out, T value) {
    char* const p = out.room(floating::longest_float);
    char* end = nullptr;
    if constexpr (std::same_as<T, double>) end = put_short_decimal(p, value);
    if (end == nullptr) {
        if (!std::isfinite(value)) return false;
        end = floating::put_float(p, value);
    }
    out.advance_to(end);
    return true;
}

template <std::integral T>
requires(!std::same_as<T, bool>) void append_number(std::string& out, T value) {
    char digits[longest_number];
    out.append(digits, put_integer(digits, value));
}

// As put_number(), to the end of a string; appends nothing if it returns false.
template <std::floating_point T>
bool append_number(std::string& out, T value) {
    if (!std::isfinite(value)) return false;
    char digits[floating::longest_float];
    out.append(digits, floating::put_float(digits, value));
    return true;
}

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

OAIWIRE_INLINE bool put_quoted_by_words(text_sink& out, std::string_view text) {
    constexpr std::uint64_t highs = 0x8080808080808080u;
    const char* p = text.data();
    const char* const end = p + text.size();
    std::uint64_t all = 0;  // the bytes of the text, for their high bits
    char* q = out.next_part(out.room(0), text.size() + 1, slack);
    *q++ = '"';
    while (p != end) {
        if (out.end() - q < static_cast<std::ptrdiff_t>(slack)) {
            q = out.next_part(q, static_cast<std::size_t>(end - p), slack);
        }
        if (end - p >= 8) {
            std::uint64_t v = 0;
            std::memcpy(&v, p, 8);
            std::memcpy(q, &v, 8);  // before the check: what must be escaped is overwritten
            all |= v;
            const std::uint64_t escaped = escaped_bytes(v);
            const std::size_t n = escaped == 0 ? 8 : bytes_before(escaped);
            p += n;
            q += n;
            if (n == 8) continue;
        }
        const auto c = static_cast<unsigned char>(*p);
        all |= c;
        if (c < 0x20 || c == '"' || c == '\\') {
            q = put_escape(q, *p++);
        } else {
            *q++ = *p++;
        }
    }
    *q++ = '"';
    out.advance_to(q);
    return (all & highs) != 0;
}

// Copies from p to q, 64 of n bytes at a time, until fewer are left or one of the next 64 must be
// escaped. Returns how many were plain.
inline std::size_t copy_plain(const char* p, char* q, std::size_t n, block& all) {
    const block swap = block::all('"' ^ ' ');  // see escaped_bytes_of()
    const block backslash = block::all('\\' ^ '"' ^ ' ');
    std::size_t i = 0;
    for (; n - i >= 64; i += 64) {
        block low = backslash;
        block slashes = block::zero();
        for (std::size_t at = i; at != i + 64; at += 16) {
            const block v = block::load(p + at);
            v.store(q + at);
            all = all | v;
            const block swapped = v ^ swap;
            low = least(low, swapped);
            slashes = slashes | equal(swapped, backslash);
        }
        if (any_of(at_most(low, block::all(' ')) | slashes)) break;
    }
    return i;
}

// What is plain is written before it is known to be. Where something is escaped, the text behind it
// is written once more, to behind the escape: always two blocks, so that nothing depends on how
// many bytes are plain.
OAIWIRE_INLINE bool put_quoted_by_blocks(text_sink& out, std::string_view text) {
    constexpr std::size_t most = 32;  // two blocks
    // where there may be AVX2, long strings hardly come here
    [[maybe_unused]] constexpr bool skips_plain_text = OAIWIRE_AVX2 == 0;
    const char* p = text.data();
    std::size_t left = text.size();
    char* q = out.next_part(out.room(0), left + 1, slack);
    *q++ = '"';
    block all = block::zero();  // the bytes of the text, for their high bits
    bool plain = true;          // so was the last block
    while (left != 0) {
        if constexpr (skips_plain_text) {
            if (plain && left >= 64) {
                const auto room = static_cast<std::size_t>(out.end() - q);
                const std::size_t n = copy_plain(p, q, std::min(left, room), all);
                p += n;
                q += n;
                left -= n;
            }
        }
        const std::size_t size = std::min(left, most);
        const block a = size >= 16 ? block::load(p) : block::load_part(p, size);
        const block b = size == most ? block::load(p + 16)
                        : size > 16  ? block::load_part(p + 16, size - 16)
                                     : block::zero();
        all = all | a | b;
        const block first = escaped_bytes_of(a);
        const block second = escaped_bytes_of(b);
        std::uint64_t stops = bits_of(first, second);
        stops &= (std::uint64_t{1} << size) - 1;
        plain = stops == 0;
        // six bytes for each, and what is written beyond the last
        const std::size_t needed = plain ? most + 1 : 6 * size + most + 8;
        if (static_cast<std::size_t>(out.end() - q) < needed) {
            q = out.next_part(q, std::max(left, needed), slack);
        }
        a.store(q);
        b.store(q + 16);
        if (!plain) {
            char held[4 * 16];
            a.store(held);
            b.store(held + 16);
            block::zero().store(held + 32);
            block::zero().store(held + 48);
            for (; stops != 0; stops &= stops - 1) {
                const auto at = static_cast<std::size_t>(std::countr_zero(stops));
                q = put_escape(q + at, held[at]) - at - 1;
                block::load(held + at + 1).store(q + at + 1);
                block::load(held + at + 17).store(q + at + 17);
            }
        }
        p += size;
        q += size;
        left -= size;
    }
    *q++ = '"';
    out.advance_to(q);
    return any_high(all);
}

OAIWIRE_INLINE bool put_quoted(text_sink& out, std::string_view text) {
    if constexpr (oaiwire::detail::has_blocks) return put_quoted_by_blocks(out, text);
    return put_quoted_by_words(out, text);
}

OAIWIRE_INLINE char* put_short_decimal(char* p, double value) {
    if (!(value >= 0.001 && value < 1000)) return nullptr;
    auto thousandths = static_cast<std::uint32_t>(value * 1000);
    const auto is_value = [&] { return static_cast<double>(thousandths) / 1000 == value; };
    // the product may be rounded to below what it should be
    if (!is_value()) ++thousandths;
    if (!is_value()) return nullptr;
    p = put_digits(p, thousandths / 1000);
    std::uint32_t rest = thousandths % 1000;
    if (rest != 0) *p++ = '.';
    for (; rest != 0; rest = rest * 10 % 1000) *p++ = static_cast<char>('0' + rest / 100);
    return p;
}

OAIWIRE_INLINE bool append_string(std::string& out, std::string_view text) {
    const std::size_t before = out.size();  // to return to if the text is refused
    text_sink sink(out, before);
    const bool ok = put_string(sink, text);
    if (ok) {
        sink.finish();
    } else {
        out.resize(before);
    }
    return ok;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
