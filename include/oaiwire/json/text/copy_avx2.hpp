// copy_plain_avx2(): copies string text in blocks of 32 bytes as far as nothing must be escaped.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>

#include <oaiwire/core/block_avx2.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

#if OAIWIRE_AVX2

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Copies from p to q, 64 bytes at a time, until fewer than 64 of the n bytes are left or one of the
// next 64 must be escaped. Returns how many were plain; `stops` has a bit for each of the following
// 64 that must be escaped. Sets `high` if there were bytes from 0x80.
std::size_t copy_plain_avx2(const char* p, char* q, std::size_t n, std::uint64_t& stops,
                            bool& high);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

[[gnu::target("avx2")]] OAIWIRE_INLINE std::size_t copy_plain_avx2(const char* p, char* q,
                                                                   std::size_t n,
                                                                   std::uint64_t& stops,
                                                                   bool& high) {
    using oaiwire::detail::avx2_block;
    avx2_block all = avx2_block::all(0);
    std::size_t i = 0;
    for (; n - i >= 64; i += 64) {
        const avx2_block a = avx2_block::load(p + i);
        const avx2_block b = avx2_block::load(p + i + 32);
        a.store(q + i);
        b.store(q + i + 32);
        all = all | a | b;
        const avx2_block low = escaped_bytes_of(a);
        const avx2_block top = escaped_bytes_of(b);
        if (any_of(low | top)) {
            stops = bits_of(low) | std::uint64_t{bits_of(top)} << 32;
            break;
        }
    }
    high = high || any_high(all);
    return i;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#endif  // OAIWIRE_AVX2

#include <oaiwire/core/macros_end.hpp>
