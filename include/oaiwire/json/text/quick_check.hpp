// The check of a value that is most likely valid: one function, which looks at each byte once and
// does not say what is wrong. json/text/check.hpp finds that out.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/check_scalar.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/string_check.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Whether an object or an array begins with that byte.
constexpr bool is_nested(char c) {
    return (c | ' ') == '{';
}

// Checks an object or an array, whose first byte p is at. Returns one past it, or null if it is
// malformed, nests more than min(depth, 62) levels, or is another value.
const char* quick_check(const char* p, const char* end, std::size_t depth, string_checker& strings);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// A text whose tokens are read with few looks at its end: so many bytes are readable from each
// position that ready() returns. Near the end those are of a copy, with zeros behind it, which are
// part of no token.
class padded_text {
public:
    // 64 bytes of strings, which one look finds the ends of, and a number and what is behind it.
    static constexpr std::ptrdiff_t room = 80;

    padded_text(const char* p, const char* end) : end_(end), stop_(end), last_(p) {
        if (end - p > room) last_ = end - room;
    }

    [[gnu::always_inline]] const char* ready(const char* p) { return p < last_ ? p : near_end(p); }
    // The first byte from p on that is no white space.
    [[gnu::noinline]] const char* token(const char* p) { return ready(skip_space(p, stop_)); }

    // What ends strings in the 64 bytes from a position on, as bits. The ends of several strings
    // are found by one look: each would wait for that of the string before.
    struct ends {
        std::uintptr_t from = 0;
        std::uint64_t bits = 0;
    };
    // p is at an opening quote; returns one past the string, or null. Most are short and plain.
    const char* string(const char* p, ends& seen, string_checker& strings) {
        ++p;
        std::uintptr_t at = address_of(p) - seen.from;  // also of a byte of the copy: far away then
        if (at >= 64 || seen.bits >> at == 0) {
            p = ready(p);
            seen = {address_of(p), ends_in(p)};
            if (seen.bits == 0) return other_string(p, strings);
            at = 0;
        }
        p += std::countr_zero(seen.bits >> at);
        return *p == '"' ? p + 1 : other_string(p, strings);
    }

    // p is at a digit; returns one past the number, or null. Most are short and whole.
    const char* number(const char* p) {
        const char* q = p + 1;
        for (const char* const few = p + 8; q != few && is_digit(*q); ++q) {
        }
        const bool whole = *q == ',' || *q == '}' || *q == ']';
        return whole && (*p != '0' || q - p == 1) ? q : other_number(p);
    }

    // That position in the text itself.
    const char* original(const char* p) const {
        return copied_ != nullptr ? copied_ + (p - copy()) : p;
    }

private:
    static std::uintptr_t address_of(const char* p) { return reinterpret_cast<std::uintptr_t>(p); }
    const char* copy() const { return held_.data() + 64; }

    [[gnu::noinline]] const char* near_end(const char* p) {
        copied_ = p;
        char* const out = held_.data() + 64;
        std::memset(out, 0, std::size_t{2 * room});
        std::memcpy(out, p, static_cast<std::size_t>(end_ - p));
        stop_ = last_ = out + 2 * room;
        return out;
    }

    [[gnu::noinline]] static std::uint64_t ends_in(const char* p) {
        std::uint64_t bits = 0;
        for (std::size_t at = 0; at != 64; at += block_size) {
            bits |= std::uint64_t{bits_of(special_bytes_of(block::load(p + at)))} << at;
        }
        return bits;
    }

    // p is in a string, behind plain bytes of it.
    [[gnu::noinline]] const char* other_string(const char* p, string_checker& strings) {
        fault ignored;
        const char* const q = strings(original(p), end_, ignored);
        if (!q) return nullptr;
        return copied_ != nullptr ? copy() + (q - copied_) : ready(q);
    }

    [[gnu::noinline]] const char* other_number(const char* p) {
        fault ignored;
        p = check_number(p, stop_, ignored);
        return p ? ready(p) : nullptr;
    }

    const char* const end_;
    const char* stop_;              // the end of what is read: end_, or that of the copy
    const char* last_;              // before it there is room
    const char* copied_ = nullptr;  // the text that the copy begins with
    // the copy, which no other text is near to: `ends` of that are none of the copy
    std::array<char, std::size_t{64 + 2 * room}> held_;
};

OAIWIRE_INLINE const char* quick_check(const char* p, const char* end, std::size_t depth,
                                       string_checker& strings) {
    constexpr std::size_t most = 62;  // levels that `inside` has bits for
    // the lowest bit: whether in an object; above it those of the levels around it, and a one
    constexpr std::uint64_t outside = 2;
    std::uint64_t inside = outside;
    const std::uint64_t deepest = outside << std::min(depth, most);  // from it on none is entered
    if (p == end || !is_nested(*p)) return nullptr;
    padded_text text(p, end);
    padded_text::ends seen;
    p = text.ready(p);
    for (;;) {  // each turn takes a value, or enters one
        if ((inside & 1) != 0) {
            if (*p != '"') {
                p = text.token(p);
                if (*p != '"') return nullptr;
            }
            p = text.string(p, seen, strings);
            if (!p) return nullptr;
            if (*p != ':') {
                p = text.token(p);
                if (*p != ':') return nullptr;
            }
            ++p;
        }
        if (static_cast<unsigned char>(*p) <= ' ') p = text.token(p);
        switch (*p) {
            case '"':
                p = text.string(p, seen, strings);
                break;
            case '{':
            case '[':
                if (inside >= deepest) return nullptr;
                inside = inside << 1 | static_cast<std::uint64_t>(*p == '{');
                ++p;
                if (static_cast<unsigned char>(*p) <= ' ') p = text.token(p);
                if (*p == '}' || *p == ']') break;  // empty
                p = text.ready(p);
                continue;
            case 't':
                p = std::memcmp(p, "true", 4) == 0 ? p + 4 : nullptr;
                break;
            case 'f':
                p = std::memcmp(p + 1, "alse", 4) == 0 ? p + 5 : nullptr;
                break;
            case 'n':
                p = std::memcmp(p, "null", 4) == 0 ? p + 4 : nullptr;
                break;
            case '-':
                ++p;
                [[fallthrough]];
            default:
                if (!is_digit(*p)) return nullptr;
                p = text.number(p);
                break;
        }
        if (!p) return nullptr;
        for (;;) {  // after a value
            if (static_cast<unsigned char>(*p) <= ' ') p = text.token(p);
            const char c = *p;
            p = text.ready(p + 1);
            if (c == ',') break;
            if (c != ((inside & 1) != 0 ? '}' : ']')) return nullptr;
            inside >>= 1;
            if (inside == outside) return text.original(p);
        }
    }
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
