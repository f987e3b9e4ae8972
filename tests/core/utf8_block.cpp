#include <oaiwire/core/utf8_block.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>

namespace utf8_block_tests {

// Escaping, which uses these blocks, is tested with json/text/print.hpp.

using namespace oaiwire::detail;

TEST_CASE("every byte is classified at every position of a block") {
    for (unsigned c = 0; c != 256; ++c) {
        const bool escaped = c < 0x20 || c == '"' || c == '\\';
        const bool special = escaped || c >= 0x80;
        for (std::size_t at = 0; at != 16; ++at) {
            std::string text(16, 'x');
            text[at] = static_cast<char>(c);
            const block v = block::load(text.data());
            REQUIRE(bits_of(special_bytes_of(v)) == (special ? 1u << at : 0u));
            REQUIRE(bits_of(escaped_bytes_of(v)) == (escaped ? 1u << at : 0u));
        }
    }
}

}  // namespace utf8_block_tests
