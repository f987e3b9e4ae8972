// The first bytes of a block, loaded without a look at those beyond.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// 16 bytes as two words of a little-endian machine.
struct block_part {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
};

// Loads n bytes, fewer than 16, and fills with zeros.
inline block_part load_block_part(const char* p, std::size_t n) {
    const auto load = []<class T>(const char* from, T) {
        T v{};
        std::memcpy(&v, from, sizeof v);
        return std::uint64_t{v};
    };
    block_part out;
    if (n >= 8) {
        out.low = load(p, std::uint64_t{});
        // shifted twice, since a shift by 64 is undefined
        out.high = load(p + n - 8, std::uint64_t{}) >> (16 - n) * 4 >> (16 - n) * 4;
    } else if (n >= 4) {
        out.low = load(p, std::uint32_t{}) | load(p + n - 4, std::uint32_t{}) << (n - 4) * 8;
    } else if (n != 0) {
        out.low = load(p, std::uint8_t{}) | load(p + n / 2, std::uint8_t{}) << n / 2 * 8 |
                  load(p + n - 1, std::uint8_t{}) << (n - 1) * 8;
    }
    return out;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
