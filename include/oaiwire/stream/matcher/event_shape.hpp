// event_shape: tells cheaply whether two events may have the same members.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The number of strings in a JSON text, twice: events that differ in values only have the same.
std::uint32_t event_shape(std::string_view json);

#if OAIWIRE_DEFINES

// The sum of the 16 bytes of a block, which are counts below 256.
inline std::uint32_t sum_of(block counts) {
    std::array<char, block_size> bytes;
    counts.store(bytes.data());
    std::uint64_t halves[2];
    std::memcpy(halves, bytes.data(), sizeof halves);
    constexpr std::uint64_t even = 0x00FF00FF00FF00FF;
    std::uint64_t sums = 0;
    for (const std::uint64_t h : halves) sums += (h & even) + (h >> 8 & even);
    return static_cast<std::uint32_t>(sums * 0x0001000100010001 >> 48);
}

// Counts quotes that are not after a backslash, in at most 4,000 bytes.
OAIWIRE_INLINE std::uint32_t event_shape(std::string_view json) {
    constexpr std::size_t most = 4000;
    if (json.empty()) return 0;
    const char* p = json.data() + 1;  // no text of an object begins with a quote
    const char* const end = json.data() + (json.size() < most ? json.size() : most);
    std::uint32_t n = 0;
    if constexpr (has_blocks) {
        const char* const begin = p;
        block counts = block::zero();  // one for each byte of the blocks, at most 250
        block escapes = block::zero();
        for (; end - p >= block_size; p += block_size) {
            const block v = block::load(p);
            counts = counts - equal(v, block::all('"'));
            escapes = escapes | equal(v, block::all('\\'));
        }
        if (any_of(escapes) || begin[-1] == '\\') {
            for (const char* q = begin; q != p; q += block_size) {
                const block escaped = equal(block::load(q - 1), block::all('\\'));
                counts = counts + (equal(block::load(q), block::all('"')) & escaped);
            }
        }
        n = sum_of(counts);
    }
    for (; p != end; ++p) n += *p == '"' && p[-1] != '\\' ? 1U : 0U;
    return n;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
