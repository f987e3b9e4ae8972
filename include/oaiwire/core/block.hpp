// block: 16 bytes as a value, in a vector where the machine has one. block_plain.hpp says what each
// operation means; block_mask.hpp is for what comparisons find.
//
//     if constexpr (has_blocks) {
//         for (; end - p >= block_size; p += block_size) {
//             const auto found = mask_of(equal(block::load(p), block::all('"')));
//             if (found.any()) return p + found.first();
//         }
//     }
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <type_traits>

#include <oaiwire/core/block_mask.hpp>
#include <oaiwire/core/block_neon.hpp>
#include <oaiwire/core/block_plain.hpp>
#include <oaiwire/core/block_sse2.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

#if defined(__SSE2__) || defined(_M_X64)
using block = sse2_block;
#elif (defined(__aarch64__) && defined(__ARM_NEON) && !defined(__AARCH64EB__)) || defined(_M_ARM64)
using block = neon_block;
#else
using block = plain_block;
#endif

// Whether blocks are faster than words of eight bytes. If so, the machine is little-endian.
inline constexpr bool has_blocks = !std::is_same_v<block, plain_block>;

inline constexpr std::ptrdiff_t block_size = 16;

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
