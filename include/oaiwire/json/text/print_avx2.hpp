// put_text_avx2(): writes string text, escaped where it must be, in blocks of 32 bytes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

#include <oaiwire/core/block_avx2.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/escapes.hpp>

#if OAIWIRE_AVX2

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Writes text from p on as it is in a JSON string, to q on. Stops where fewer than 128 bytes of the
// text or fewer than `room_of_group` bytes before `room` are left. Returns whether there were bytes
// from 0x80.
bool put_text_avx2(const char*& p, const char* end, char*& q, const char* room);

// 64 bytes of text become six each at most, and 64 more are written beyond them.
inline constexpr std::ptrdiff_t room_of_group = 7 * 64;

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// As put_quoted_by_blocks().
[[gnu::target("avx2")]] OAIWIRE_INLINE bool put_text_avx2(const char*& p, const char* end, char*& q,
                                                          const char* room) {
    using oaiwire::detail::avx2_block;
    avx2_block all = avx2_block::all(0);
    const char* from = p;
    char* to = q;
    for (; end - from >= 128 && room - to >= room_of_group; from += 64) {
        const avx2_block a = avx2_block::load(from);
        const avx2_block b = avx2_block::load(from + 32);
        a.store(to);
        b.store(to + 32);
        all = all | a | b;
        const avx2_block first = escaped_bytes_of(a);
        const avx2_block second = escaped_bytes_of(b);
        std::size_t start = 0;
        if (any_of(first | second)) {
            std::uint64_t stops = bits_of(first) | std::uint64_t{bits_of(second)} << 32;
            do {
                const auto found = static_cast<std::size_t>(std::countr_zero(stops));
                stops &= stops - 1;
                to = put_escape(to + (found - start), from[found]);
                start = found + 1;
                avx2_block::load(from + start).store(to);
                avx2_block::load(from + start + 32).store(to + 32);
            } while (stops != 0);
        }
        to += 64 - start;
    }
    p = from;
    q = to;
    return any_high(all);
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#endif  // OAIWIRE_AVX2

#include <oaiwire/core/macros_end.hpp>
