#include <oaiwire/core/block_part.hpp>
//
#include <support/catch.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>

#include <support/block.hpp>

namespace block_part_tests {

using namespace oaiwire::detail;

TEST_CASE("the first bytes of a block are two words, and nothing beyond them is read") {
    // which is what blocks in vectors need; no other machine has them
    if constexpr (std::endian::native == std::endian::little) {
        for (std::size_t n = 0; n != 16; ++n) {
            for (unsigned first = 0; first != 256; ++first) {
                std::string text;
                std::uint64_t words[2]{};
                for (std::size_t i = 0; i != n; ++i) {
                    const std::uint64_t byte = (first + i * 37) & 0xFF;
                    text.push_back(static_cast<char>(byte));
                    words[i / 8] |= byte << i % 8 * 8;
                }
                const support::block copy(text);
                const block_part found = load_block_part(copy.bytes.get(), n);
                REQUIRE(found.low == words[0]);
                REQUIRE(found.high == words[1]);
            }
        }
    }
}

}  // namespace block_part_tests
