#include <oaiwire/core/utf8_block.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace utf8_block_tests {

// Escaping, which uses these masks, is tested with json/text/print.hpp.

#if defined(__SSE2__)

using namespace oaiwire;
using namespace oaiwire::detail::utf8_block;

namespace {

std::string bytes_of(__m128i v) {
    std::string out(16, '?');
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out.data()), v);
    return out;
}

}  // namespace

TEST_CASE("a partial block is padded with zeros") {
    for (std::size_t n = 0; n != 16; ++n) {
        std::string text;
        for (std::size_t i = 0; i != n; ++i) text += static_cast<char>(1u << i % 8);
        text.shrink_to_fit();
        const std::string expected = text + std::string(16 - n, '\0');
        CHECK(bytes_of(load_part(text.data(), n)) == expected);
        const std::string among = std::string(16, '\xff') + text + std::string(16, '\xff');
        CHECK(bytes_of(load_part(among.data() + 16, n)) == expected);
    }
}

TEST_CASE("every byte is classified at every position of a block") {
    for (unsigned c = 0; c != 256; ++c) {
        const bool escaped = c < 0x20 || c == '"' || c == '\\';
        const bool special = escaped || c >= 0x80;
        for (std::size_t at = 0; at != 16; ++at) {
            std::string text(16, 'x');
            text[at] = static_cast<char>(c);
            const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data()));
            REQUIRE(special_in(v) == (special ? 1u << at : 0u));
            REQUIRE(escaped_in(v) == (escaped ? 1u << at : 0u));
        }
    }
}

#endif

}  // namespace utf8_block_tests
