// event_shape: tells cheaply whether two events may have the same members.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The number of strings in a JSON text, twice: events that differ in values only have the same.
std::uint32_t event_shape(std::string_view json);

#if OAIWIRE_DEFINES

// Counts quotes that are not after a backslash, in at most 4,000 bytes.
OAIWIRE_INLINE std::uint32_t event_shape(std::string_view json) {
    constexpr std::size_t most = 4000;
    if (json.empty()) return 0;
    const char* p = json.data() + 1;  // no text of an object begins with a quote
    const char* const end = json.data() + (json.size() < most ? json.size() : most);
    std::uint32_t n = 0;
    if constexpr (has_blocks) {
        block counts = block::zero();  // one for each byte of the blocks, at most 250
        for (; end - p >= block_size; p += block_size) {
            const block quotes = equal(block::load(p), block::all('"'));
            const block escaped = equal(block::load(p - 1), block::all('\\'));
            counts = counts - without(quotes, escaped);
        }
        std::array<char, block_size> each;
        counts.store(each.data());
        for (const char c : each) n += static_cast<unsigned char>(c);
    }
    for (; p != end; ++p) n += *p == '"' && p[-1] != '\\' ? 1U : 0U;
    return n;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
