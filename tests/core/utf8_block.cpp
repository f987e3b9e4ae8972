#include <oaiwire/core/utf8_block.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/utf8.hpp>

// What the bits are for, a string's escapes and its end, is tested with core/json_print.hpp.

#if defined(__SSE2__)

using namespace oaiwire;
using namespace oaiwire::utf8_block;

namespace {

std::string bytes_of(__m128i v) {
    std::string out(16, '?');
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out.data()), v);
    return out;
}

}  // namespace

TEST_CASE("a part of a block is those bytes, and zeros") {
    for (std::size_t n = 0; n != 16; ++n) {
        std::string text;
        for (std::size_t i = 0; i != n; ++i) text += static_cast<char>(0xF0 + i);
        text.shrink_to_fit();
        CHECK(bytes_of(load_part(text.data(), n)) == text + std::string(16 - n, '\0'));
    }
}

TEST_CASE("every byte is special or plain, at every place of a block") {
    for (unsigned c = 0; c != 256; ++c) {
        const bool special = c < 0x20 || c == '"' || c == '\\' || c >= 0x80;
        for (std::size_t at = 0; at != 16; ++at) {
            std::string text(16, 'x');
            text[at] = static_cast<char>(c);
            const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data()));
            REQUIRE(special_in(v) == (special ? 1u << at : 0u));
        }
    }
}

TEST_CASE("a block of UTF-8 ends before a sequence that it cuts") {
    for (const std::string_view character : {"\xc3\xa9", "\xe9\x9d\x92", "\xf0\x9f\x8c\xa4"}) {
        for (std::size_t at = 0; at != 16; ++at) {
            const std::string text =
                (std::string(at, 'x') + std::string(character) + std::string(16, 'x'))
                    .substr(0, 16);
            const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data()));
            const unsigned high = mask_of(v);
            const bool cut = at + character.size() > 16;
            const unsigned unfinished = unfinished_utf8(v, high);
            REQUIRE(unfinished == (cut ? 1u << at : 0u));
            REQUIRE(is_utf8_before(v, high, unfinished | 1u << 16));
            REQUIRE(is_utf8_before(v, high, 1u << 16) == !cut);
        }
    }
}

#endif
