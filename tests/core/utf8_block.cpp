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
        for (std::size_t i = 0; i != n; ++i) text += static_cast<char>(1u << i % 8);
        text.shrink_to_fit();
        const std::string expected = text + std::string(16 - n, '\0');
        CHECK(bytes_of(load_part(text.data(), n)) == expected);
        const std::string among = std::string(16, '\xff') + text + std::string(16, '\xff');
        CHECK(bytes_of(load_part(among.data() + 16, n)) == expected);
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
    for (const std::string_view character :
         {"\xc2\x80", "\xc3\xa9", "\xdf\xbf", "\xe0\xa0\x80", "\xe9\x9d\x92", "\xef\xbf\xbf",
          "\xf0\x90\x80\x80", "\xf0\x9f\x8c\xa4", "\xf4\x8f\xbf\xbf"}) {
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

TEST_CASE(
    "a block is UTF-8 where the checker says so, for every four bytes at the edges of ranges") {
    const std::string_view edges(
        "\x00\x22\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1\xf3"
        "\xf4"
        "\xf5\xff",
        25);
    std::string text(16, 'x');
    std::size_t wrong = 0;
    for (const std::size_t at : {0u, 12u}) {
        for (const char a : edges) {
            for (const char b : edges) {
                for (const char c : edges) {
                    for (const char d : edges) {
                        text[at] = a;
                        text[at + 1] = b;
                        text[at + 2] = c;
                        text[at + 3] = d;
                        const __m128i v =
                            _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data()));
                        const bool valid = find_invalid_utf8(text) == std::string_view::npos;
                        if (is_utf8_before(v, mask_of(v), 1u << 16) != valid) ++wrong;
                    }
                }
            }
        }
        text.assign(16, 'x');
    }
    CHECK(wrong == 0);
}

#endif
