// Scanning JSON text by characters: white space, digits, and where strings end.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8_block.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// White space as RFC 8259 has it: no other control characters, no U+00A0.
constexpr bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
using oaiwire::detail::hex_digit;
using oaiwire::detail::is_digit;

// A view of [begin, end).
inline std::string_view text_between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

using oaiwire::detail::block;
using oaiwire::detail::block_size;
using oaiwire::detail::has_blocks;

// Those of the 16 bytes at p that find_special() would stop at.
inline block::mask special_in_block(const char* p) {
    return mask_of(special_bytes_of(block::load(p)));
}

// The first byte in [p, end) that is no white space; end if there is none.
const char* skip_space(const char* p, const char* end);

// The same, inlined, faster where there is none.
[[gnu::always_inline]] inline const char* past_space(const char* p, const char* end) {
    if (p != end && static_cast<unsigned char>(*p) > ' ') return p;
    return skip_space(p, end);
}

// The same for any white space; slower.
const char* skip_other_space(const char* p, const char* end);

// The same, inlined, where one space or line feed and then spaces are before it; null where they
// may not be.
[[gnu::always_inline]] inline const char* skip_usual_space(const char* p, const char* end) {
    constexpr std::ptrdiff_t step = 2 * block_size;
    if constexpr (has_blocks) {
        if (end - p > step + 1 && (*p == '\n' || *p == ' ')) {
            ++p;
            do {
                const block space = block::all(' ');
                const std::uint32_t spaces = bits_of(equal(block::load(p), space),
                                                     equal(block::load(p + block_size), space));
                // the bit behind all of them stays set
                const std::uint64_t others = ~std::uint64_t{spaces} | std::uint64_t{1} << step;
                p += static_cast<std::size_t>(std::countr_zero(others));
                if (static_cast<unsigned char>(*p) > ' ') return p;
            } while (*p == ' ' && end - p > step);
        }
    }
    return nullptr;
}

// The first byte in [p, end) that is not plain ASCII string text: a quote, a backslash, a control
// character, or any byte from 0x80; end if there is none.
const char* find_special(const char* p, const char* end);

// The same, faster where it is among the first 16 bytes.
[[gnu::always_inline]] inline const char* find_special_soon(const char* p, const char* end) {
    if constexpr (has_blocks) {
        if (end - p >= block_size) {
            const auto found = special_in_block(p);
            if (found.any()) return p + found.first();
            p += block_size;
        }
    }
    return find_special(p, end);
}

// The same among the 16 bytes at p; p + 16 if there is none. Branchless with blocks.
const char* find_special_in_block(const char* p);

// As find_special(), but does not stop at bytes from 0x80.
const char* find_escaped(const char* p, const char* end);

// p is after the opening quote; returns one past the closing quote, or end if there is none. Does
// not check the string.
const char* skip_string(const char* p, const char* end);

// Of the backslashes of a block (a bit each), those that begin an escape: of a run every other one,
// from its first on. `bits` must have none that is escaped itself by what is before the block.
constexpr std::uint32_t escapes_begun(std::uint32_t bits) {
    if ((bits & bits << 1) == 0) return bits;  // no runs
    constexpr std::uint32_t even = 0x55555555;
    const std::uint32_t runs = bits & ~(bits << 1);  // where each begins
    // adding its first bit clears a run; those that begin at odd places stay
    const std::uint32_t odd_runs = bits & (bits + (runs & even));
    return (bits & ~odd_runs & even) | (odd_runs & ~even);
}

// The end of a string, and what it takes to decode the text before.
struct string_end {
    const char* quote = nullptr;  // where the scan stopped
    bool ends = false;            // at a quote; else at a control character or at the end
    bool escapes = false;         // backslashes were met
    bool high = false;            // bytes from 0x80 were met
};

// p is after the opening quote. Checks neither escapes nor UTF-8.
string_end find_string_end(const char* p, const char* end);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

[[gnu::noinline]] OAIWIRE_INLINE const char* skip_other_space(const char* p, const char* end) {
    if constexpr (has_blocks) {
        for (; end - p >= block_size; p += block_size) {
            const block bytes = block::load(p);
            const auto spaces =
                mask_of(equal(bytes, block::all(' ')) | equal(bytes, block::all('\n')) |
                        equal(bytes, block::all('\r')) | equal(bytes, block::all('\t')));
            if (!spaces.all()) return p + spaces.first_outside();
        }
    }
    while (p != end && is_space(*p)) ++p;
    return p;
}

OAIWIRE_INLINE const char* skip_space(const char* p, const char* end) {
    if (p == end || static_cast<unsigned char>(*p) > ' ') return p;
    const char* const after = skip_usual_space(p, end);
    return after != nullptr ? after : skip_other_space(p, end);
}

OAIWIRE_INLINE const char* find_special(const char* p, const char* end) {
    if constexpr (has_blocks) {
        for (; end - p >= block_size; p += block_size) {
            if (const auto found = special_in_block(p); found.any()) return p + found.first();
        }
    } else {
        constexpr std::uint64_t ones = 0x0101010101010101u;
        constexpr std::uint64_t highs = 0x8080808080808080u;
        for (; end - p >= 8; p += 8) {
            std::uint64_t v = 0;
            std::memcpy(&v, p, 8);
            const auto zero_byte = [](std::uint64_t x) { return (x - ones) & ~x & highs; };
            // a borrow between bytes makes a false hit only if there is a true one
            const std::uint64_t hit = (v & highs) | ((v - ones * 0x20) & ~v & highs) |
                                      zero_byte(v ^ ones * '"') | zero_byte(v ^ ones * '\\');
            if (hit != 0) break;  // which of the eight is left to the loop below
        }
    }
    for (; p != end; ++p) {
        const auto c = static_cast<unsigned char>(*p);
        if (c == '"' || c == '\\' || c < 0x20 || c >= 0x80) break;
    }
    return p;
}

OAIWIRE_INLINE const char* find_escaped(const char* p, const char* end) {
    if constexpr (has_blocks) {
        for (; end - p >= block_size; p += block_size) {
            const auto found = mask_of(escaped_bytes_of(block::load(p)));
            if (found.any()) return p + found.first();
        }
    }
    for (; p != end; ++p) {
        const auto c = static_cast<unsigned char>(*p);
        if (c == '"' || c == '\\' || c < 0x20) break;
    }
    return p;
}

OAIWIRE_INLINE const char* find_special_in_block(const char* p) {
    if constexpr (has_blocks) return p + special_in_block(p).first_or_size();
    return find_special(p, p + block_size);
}

OAIWIRE_INLINE const char* skip_string(const char* p, const char* end) {
    while ((p = find_escaped(p, end)) != end) {
        if (*p == '"') return p + 1;
        // the character after a backslash never ends the string
        p += *p == '\\' && end - p > 1 ? 2 : 1;
    }
    return end;
}

OAIWIRE_INLINE string_end find_string_end(const char* p, const char* end) {
    string_end found;
    std::uint32_t passed = 0;  // 1: a backslash before p escapes the byte there
    if constexpr (has_blocks) {
        block all = block::zero();  // the bytes of all blocks, for their high bits
        for (; end - p >= block_size; p += block_size) {
            const block v = block::load(p);
            const block backslash = equal(v, block::all('\\'));
            const block stop = equal(v, block::all('"')) | at_most(v, block::all(0x1F));
            all = all | v;
            if (!any_of(stop | backslash) && passed == 0) continue;
            const std::uint32_t escapes = escapes_begun(bits_of(backslash) & ~passed);
            const std::uint32_t stops = bits_of(stop) & ~(escapes << 1 | passed);
            passed = escapes >> 15;
            // those before the first stop
            found.escapes = found.escapes || (escapes & ~stops & (stops - 1)) != 0;
            if (stops != 0) {
                found.high = any_high(all);
                found.quote = p + std::countr_zero(stops);
                found.ends = *found.quote == '"';
                return found;
            }
        }
        found.high = any_high(all);
    }
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

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
