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

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

namespace floating = oaiwire::detail::floating;
using oaiwire::detail::block;
using oaiwire::detail::block_size;
using oaiwire::detail::text_sink;

// How a character is escaped in a string.
struct escape {
    char text[7] = {};
    std::uint8_t size = 0;  // bytes of `text` in use
};

// The escapes that RFC 8259 requires, by character. Eight bytes each, to be copied as one word.
inline constexpr auto escape_texts = [] {
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::string_view special = "\"\"\\\\\bb\ff\nn\rr\tt";
    std::array<escape, '\\' + 1> out{};
    for (std::size_t c = 0; c != 0x20; ++c) {
        out[c] = {{'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]}, 6};
    }
    for (std::size_t i = 0; i != special.size(); i += 2) {
        out[static_cast<unsigned char>(special[i])] = {{'\\', special[i + 1]}, 2};
    }
    return out;
}();

// Bytes that may be written without checking the room again: a block of which each byte is escaped,
// and the quote.
inline constexpr std::size_t slack = 128;
// A long string is written in parts, so that each part of new memory is still cached when written.
inline constexpr std::size_t longest_part = 16384;

// Makes room for more text at q, of which `left` bytes are still to come; returns the new q.
char* room_for(text_sink& out, char* q, std::size_t left);
// Writes the escape of c at q, where eight bytes may be overwritten; returns one past the escape.
char* put_escape(char* q, char c);

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

// Writes a string that is known to be UTF-8.
void put_string_by_words(text_sink& out, std::string_view text);

// Bytes that end copying by blocks: all but plain ASCII or, once the text is known to be UTF-8,
// only those that must be escaped.
enum class text_known : bool { no, yes };
template <text_known Known>
block stops_in(block v) {
    return Known == text_known::yes ? escaped_bytes_of(v) : special_bytes_of(v);
}

// Writes the text from p to the end, or to the first byte from 0x80 if the text is not known to be
// UTF-8. Returns where it stopped; `to` is where output goes next.
template <text_known Known>
const char* put_blocks(text_sink& out, const char* p, const char* const end, char*& to) {
    char* q = to;
    const char* plain = p;  // start of the current run without special bytes
    while (p != end) {
        const char* const limit = out.end() - slack;  // the last place where a block may begin
        if (q > limit) {
            q = room_for(out, q, static_cast<std::size_t>(end - p));
            continue;
        }
        block::mask stop;  // the bytes that end copying from this block
        // the rest of the text
        if (const auto left = static_cast<std::size_t>(end - p); left < block_size) {
            const block v = block::load_part(p, left);
            v.store(q);
            stop = mask_of(stops_in<Known>(v)).before(left);
            if (!stop.any()) {
                q += left;
                p = end;
                break;
            }
        } else {
            // the blocks that are left and fit
            const std::ptrdiff_t n = std::min(end - p, limit - q + block_size);
            const char* const last = p + n - block_size;
            // two at a time once the text has been plain for a while
            while (last - p >= 32 && p - plain >= 64) {
                const block first = block::load(p);
                const block second = block::load(p + block_size);
                first.store(q);
                second.store(q + block_size);
                if (any_of(stops_in<Known>(first) | stops_in<Known>(second))) break;
                p += 2 * block_size;
                q += 2 * block_size;
            }
            for (;;) {
                const block v = block::load(p);
                v.store(q);
                stop = mask_of(stops_in<Known>(v));
                if (stop.any()) break;
                p += block_size;
                q += block_size;
                if (p > last || p - plain == 64) break;
            }
            if (!stop.any()) continue;  // make room, or go two at a time
        }
        std::size_t n = stop.first();  // bytes of the block that were plain
        p += n;
        q += n;
        do {
            // to be checked first
            if (Known == text_known::no && static_cast<unsigned char>(*p) >= 0x80) {
                to = q;
                return p;
            }
            q = put_escape(q, *p++);
            ++n;
        } while (stop.has(n));  // escapes often follow each other, as in `\r\n`
        plain = p;
    }
    to = q;
    return end;
}

// Writes text as a JSON string, quotes included; escapes only what RFC 8259 requires. Returns false
// if it is not UTF-8. `valid` checks UTF-8; it is called with the text from the first byte from
// 0x80 on.
template <class Valid>
bool put_string(text_sink& out, std::string_view text, Valid&& valid) {
    if constexpr (oaiwire::detail::has_blocks) {
        const char* const end = text.data() + text.size();
        char* q = room_for(out, out.room(0), text.size() + 1);
        *q++ = '"';
        const char* const p = put_blocks<text_known::no>(out, text.data(), end, q);
        // only what follows the first byte from 0x80 has to be checked
        if (p != end) {
            if (!valid(text.substr(static_cast<std::size_t>(p - text.data())))) return false;
            put_blocks<text_known::yes>(out, p, end, q);
        }
        *q++ = '"';
        out.advance_to(q);
    } else {
        if (!valid(text)) return false;
        put_string_by_words(out, text);
    }
    return true;
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

// Writes at most 20 digits at p; returns one past them.
inline char* put_digits(char* p, std::uint64_t value) {
    std::size_t size = 1;
    // 20 digits at most: 10^20 does not fit in 64 bits
    for (std::uint64_t power = 10; value >= power && size != 20; power *= 10) ++size;
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

// Writes the shortest text that reads back to the same bits. Returns false for NaN and infinity.
template <std::floating_point T>
bool put_number(text_sink& out, T value) {
    if (!std::isfinite(value)) return false;
    out.advance_to(floating::put_float(out.room(floating::longest_float), value));
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

OAIWIRE_INLINE char* room_for(text_sink& out, char* q, std::size_t left) {
    out.advance_to(q);
    return out.room(std::min(left, longest_part) + slack, left + slack);
}

OAIWIRE_INLINE char* put_escape(char* q, char c) {
    const escape& e = escape_texts[static_cast<unsigned char>(c)];
    std::memcpy(q, &e, sizeof e);
    return q + e.size;
}

OAIWIRE_INLINE void put_string_by_words(text_sink& out, std::string_view text) {
    const char* p = text.data();
    const char* const end = p + text.size();
    char* q = room_for(out, out.room(0), text.size() + 1);
    *q++ = '"';
    while (p != end) {
        if (out.end() - q < static_cast<std::ptrdiff_t>(slack)) {
            q = room_for(out, q, static_cast<std::size_t>(end - p));
        }
        if (end - p >= 8) {
            std::uint64_t v = 0;
            std::memcpy(&v, p, 8);
            std::memcpy(q, &v, 8);  // before the check: what must be escaped is overwritten
            const std::uint64_t escaped = escaped_bytes(v);
            const std::size_t n = escaped == 0 ? 8 : bytes_before(escaped);
            p += n;
            q += n;
            if (n == 8) continue;
        }
        const auto c = static_cast<unsigned char>(*p);
        if (c < 0x20 || c == '"' || c == '\\') {
            q = put_escape(q, *p++);
        } else {
            *q++ = *p++;
        }
    }
    *q++ = '"';
    out.advance_to(q);
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
