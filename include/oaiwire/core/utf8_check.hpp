// is_utf8(): validates UTF-8 (RFC 3629), by blocks where the machine has them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_avx2.hpp>
#include <oaiwire/core/utf8_avx512.hpp>
#include <oaiwire/core/utf8_block.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Requires at least 32 bytes.
inline bool is_utf8_by_blocks(const char* p, const char* end) {
    block faults = utf8_faults_at_start(block::load(p));
    const auto look = [&](const char* q) {
        faults = faults | utf8_faults(block::load(q), block::load(q - 1), block::load(q - 2),
                                      block::load(q - 3));
    };
    p += 16;
    for (; end - p >= 64; p += 64) {
        const block any =
            (block::load(p) | block::load(p + 16)) | (block::load(p + 32) | block::load(p + 48));
        // skip ASCII, unless the preceding text ends within a sequence
        if (static_cast<unsigned char>(p[-1]) < 0x80 && !any_high(any)) continue;
        for (int i = 0; i != 64; i += 16) look(p + i);
    }
    for (; end - p >= 16; p += 16) look(p);
    if (p != end) look(end - 16);
    const auto last = [&](int n) { return static_cast<unsigned char>(end[-n]); };
    return last(1) < 0xC0 && last(2) < 0xE0 && last(3) < 0xF0 && is_zero(faults);
}

// Whether the text of two blocks, of fewer than 32 bytes and with zeros behind it, is UTF-8: the
// zeros end each sequence. Branches depend on the size alone.
inline bool is_utf8_in_blocks(block first, block second, std::size_t size) {
    block faults = utf8_faults_at_start(first);
    if (size >= 16) {
        faults = faults | utf8_faults(second, shifted_in<1>(first, second),
                                      shifted_in<2>(first, second), shifted_in<3>(first, second));
    }
    return is_zero(faults);
}

// Requires fewer than 32 bytes.
inline bool is_short_utf8(const char* p, std::size_t size) {
    const block first = size < 16 ? block::load_part(p, size) : block::load(p);
    const block second = size < 16 ? block::zero() : block::load_part(p + 16, size - 16);
    return !any_high(first | second) || is_utf8_in_blocks(first, second, size);
}

}  // namespace detail

// Whether the text is valid UTF-8.
bool is_utf8(std::string_view text);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The size of the valid sequence that the first of four bytes begins (the lowest byte of `w`), or
// 0. Each form is one comparison of all its bytes, and one that excludes overlong forms, surrogates
// and values past U+10FFFF.
constexpr unsigned size_of_sequence(std::uint32_t w) {
    if ((w & 0x80) == 0) return 1;
    if ((w & 0xC0E0) == 0x80C0) return (w & 0x1E) != 0 ? 2 : 0;
    if ((w & 0xC0C0F0) == 0x8080E0) {
        const std::uint32_t bits = w & 0x200F;
        return bits != 0 && bits != 0x200D ? 3 : 0;
    }
    if ((w & 0xC0C0C0F8) == 0x808080F0) {
        const std::uint32_t plane = (w & 7) << 2 | (w >> 12 & 3);  // in quarters; 16 is plane 16
        return plane - 1 < 16 ? 4 : 0;
    }
    return 0;
}

inline bool is_utf8_by_characters(const char* p, const char* end) {
    constexpr std::uint64_t highs = 0x8080808080808080u;
    if constexpr (std::endian::native == std::endian::little) {
        while (end - p >= 8) {
            std::uint64_t v = 0;
            std::memcpy(&v, p, 8);
            v &= highs;
            if (v == 0) {
                p += 8;
                continue;
            }
            p += std::countr_zero(v) / 8;  // the ASCII before
            unsigned size = 2;
            while (size > 1 && end - p >= 4) {
                std::uint32_t w = 0;
                std::memcpy(&w, p, 4);
                size = size_of_sequence(w);
                if (size == 0) return false;
                p += size;
            }
            if (size > 1) break;  // near the end
        }
    }
    while (p != end) {
        p = utf8_advance(p, end).next;
        if (!p) return false;
    }
    return true;
}

}  // namespace detail

OAIWIRE_INLINE bool is_utf8(std::string_view text) {
    const char* const p = text.data();
    const char* const end = p + text.size();
#if OAIWIRE_AVX2
    if (text.size() >= 96) {
#if OAIWIRE_AVX512
        if (detail::has_avx512()) return detail::is_utf8_avx512(p, end);
#endif
        if (detail::has_avx2()) return detail::is_utf8_avx2(p, end);
    }
#endif
    if constexpr (detail::has_blocks) {
        if (text.size() < 32) return detail::is_short_utf8(p, text.size());
        return detail::is_utf8_by_blocks(p, end);
    }
    return detail::is_utf8_by_characters(p, end);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
