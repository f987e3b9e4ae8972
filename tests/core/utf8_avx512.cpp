#include <oaiwire/core/utf8_avx512.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/core/utf8.hpp>
#include <support/random.hpp>

namespace utf8_avx512_tests {

#if OAIWIRE_AVX512

using namespace oaiwire;

namespace {

// Copies into an allocation of exactly that size, so that sanitizers detect over-reads.
bool judged(std::string_view text) {
    const auto copy = std::make_unique<char[]>(text.size());
    std::memcpy(copy.get(), text.data(), text.size());
    return detail::is_utf8_avx512(copy.get(), copy.get() + text.size());
}

bool valid(std::string_view text) {
    return find_invalid_utf8(text) == std::string_view::npos;
}

}  // namespace

TEST_CASE("blocks of 64 bytes judge every pair of first and second byte, wherever it is") {
    if (!detail::has_avx512()) return;
    std::size_t wrong = 0;
    for (const unsigned at :
         {0U, 1U, 61U, 62U, 63U, 64U, 65U, 124U, 126U, 127U, 128U, 143U, 174U}) {
        for (unsigned first = 0x80; first != 0x100; ++first) {
            for (unsigned second = 0; second != 0x100; ++second) {
                for (const std::string_view rest : {"", "\xBF", "\xBF\xBF", "\xBF\xBF\xBF"}) {
                    // what stands before and behind is ASCII
                    const std::string begun =
                        std::string{static_cast<char>(first), static_cast<char>(second)} +
                        std::string(rest) + 'x';
                    char text[192];
                    std::memset(text, 'x', sizeof text);
                    std::memcpy(text + at, begun.data(), begun.size());
                    wrong +=
                        detail::is_utf8_avx512(text, text + sizeof text) != valid(begun) ? 1 : 0;
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("blocks of 64 bytes judge texts of any length and script") {
    if (!detail::has_avx512()) return;
    support::random r(32);
    std::size_t good = 0;
    for (int i = 0; i != 50'000; ++i) {
        std::string text;
        const std::size_t size = 67 + r.below(240);
        const bool ascii = r.one_in(3);
        while (text.size() < size) {
            if (r.one_in(200)) {
                text += r.byte_of("\x80\xBF\xC0\xC2\xE0\xED\xF0\xF4\xF5\xFF");
            } else if (ascii && !r.one_in(50)) {
                text += std::string(r.below(90), 'x');
            } else {
                const auto c = static_cast<std::uint32_t>(r.below(r.one_in(2) ? 0x10F7FF : 0x3000));
                append_utf8(text, c < 0xD800 ? c : c + 0x800);
            }
        }
        if (r.one_in(8)) text.resize(67 + r.below(text.size() - 66));
        const bool expected = valid(text);
        if (expected) ++good;
        REQUIRE(judged(text) == expected);
    }
    CHECK(good > 5'000);
    CHECK(good < 45'000);
}

TEST_CASE("blocks of 64 bytes refuse a text that ends within a sequence") {
    if (!detail::has_avx512()) return;
    for (const std::string_view character : {"\xc3\xa9", "\xe9\x9d\x92", "\xf0\x9f\x8c\xa4"}) {
        for (std::size_t before = 67; before != 200; ++before) {
            const std::string text = std::string(before, 'x') + std::string(character);
            CHECK(judged(text));
            for (std::size_t cut = 1; cut != character.size(); ++cut) {
                CHECK_FALSE(judged(std::string_view(text).substr(0, before + cut)));
            }
        }
    }
}

#endif

}  // namespace utf8_avx512_tests
