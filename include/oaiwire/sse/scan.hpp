// scan: finds line ends in an event stream.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

// Whether c is CR or LF.
constexpr bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

using oaiwire::detail::block;

// find_line_end() without blocks: tests eight bytes at a time, in any byte order.
const char* find_line_end_portable(const char* p, const char* end);

// CR and LF as 0xFF, other bytes as 0.
inline block line_ends_in(block bytes) {
    return equal(bytes, block::all('\n')) | equal(bytes, block::all('\r'));
}

// A bit mask of 64 bytes: 1 for CR or LF.
inline std::uint64_t line_end_mask(const char* p) {
    const auto ends = [](const char* at) { return line_ends_in(block::load(at)); };
    return bits_of(ends(p), ends(p + 16), ends(p + 32), ends(p + 48));
}

// Text contains few bytes <= CR (13) other than line ends, so four blocks are tested together for
// such a byte; only after a hit is the exact mask computed. The last bytes are covered by a block
// that overlaps the one before, which contained no line end.
inline const char* find_line_end_by_blocks(const char* p, const char* end) {
    const auto size = end - p;
    if (size >= 64) {
        for (; end - p >= 64; p += 64) {
            const block lowest = least(least(block::load(p), block::load(p + 16)),
                                       least(block::load(p + 32), block::load(p + 48)));
            if (!any_of(at_most(lowest, block::all('\r')))) continue;
            const std::uint64_t mask = line_end_mask(p);
            if (mask != 0) return p + std::countr_zero(mask);
        }
        const std::uint64_t mask = line_end_mask(end - 64);
        return mask == 0 ? end : end - 64 + std::countr_zero(mask);
    }
    if (size < 16) return find_line_end_portable(p, end);
    for (; end - p >= 16; p += 16) {
        const auto found = mask_of(line_ends_in(block::load(p)));
        if (found.any()) return p + found.first();
    }
    const auto found = mask_of(line_ends_in(block::load(end - 16)));
    return found.any() ? end - 16 + found.first() : end;
}

// Returns the first CR or LF in [p, end), or `end`. Reads no byte outside of the range.
const char* find_line_end(const char* p, const char* end);

// Copies [p, end) up to the first CR or LF, and returns how many bytes that is. `to` has room for
// all of them.
std::size_t copy_to_line_end(const char* p, const char* end, char* to);

}}}  // namespace oaiwire::v0_2::sse::detail

#if OAIWIRE_DEFINES

#include <cstring>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

// For the last bytes, and for those of the word that has a line end.
inline const char* find_line_end_bytewise(const char* p, const char* end) {
    while (p != end && !is_line_end(*p)) ++p;
    return p;
}

OAIWIRE_INLINE const char* find_line_end_portable(const char* p, const char* end) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t low_bits = ones * 0x7f;
    for (; end - p >= 8; p += 8) {
        std::uint64_t word;
        std::memcpy(&word, p, sizeof word);
        const std::uint64_t lf = word ^ (ones * '\n');
        const std::uint64_t cr = word ^ (ones * '\r');
        // the top bit of a byte stays clear only if that byte is zero; no carry crosses bytes
        const std::uint64_t not_lf = ((lf & low_bits) + low_bits) | lf;
        const std::uint64_t not_cr = ((cr & low_bits) + low_bits) | cr;
        if (((not_lf & not_cr) | low_bits) != ~std::uint64_t{0}) break;
    }
    return find_line_end_bytewise(p, end);
}

OAIWIRE_INLINE const char* find_line_end(const char* p, const char* end) {
    if constexpr (oaiwire::detail::has_blocks) return find_line_end_by_blocks(p, end);
    return find_line_end_portable(p, end);
}

// Copies four blocks. Whether one of them may have a line end: a byte up to CR.
inline bool copy_four(const char* p, char* to) {
    const block a = block::load(p);
    const block b = block::load(p + 16);
    const block c = block::load(p + 32);
    const block d = block::load(p + 48);
    a.store(to);
    b.store(to + 16);
    c.store(to + 32);
    d.store(to + 48);
    return any_of(at_most(least(least(a, b), least(c, d)), block::all('\r')));
}

OAIWIRE_INLINE std::size_t copy_to_line_end(const char* p, const char* end, char* to) {
    const auto size = end - p;
    if (oaiwire::detail::has_blocks && size >= 64) {
        std::ptrdiff_t at = 0;
        // the last bytes with some that were copied already
        for (;; at = at + 64 < size - 64 ? at + 64 : size - 64) {
            if (copy_four(p + at, to + at)) {
                const std::uint64_t mask = line_end_mask(p + at);
                if (mask != 0) return static_cast<std::size_t>(at + std::countr_zero(mask));
            }
            if (at == size - 64) return static_cast<std::size_t>(size);
        }
    }
    const char* const stop = find_line_end(p, end);
    std::memcpy(to, p, static_cast<std::size_t>(stop - p));
    return static_cast<std::size_t>(stop - p);
}

}}}  // namespace oaiwire::v0_2::sse::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
