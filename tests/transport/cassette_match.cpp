#include <oaiwire/transport/cassette_match.hpp>

#include <support/catch.hpp>

#include <cstddef>
#include <string>

#include <support/random.hpp>

namespace cassette_match_tests {

using namespace oaiwire;
using detail::is_recorded_text;

TEST_CASE("a part of a recorded text is found where the standard library finds it") {
    support::random any(1);
    for (int round = 0; round != 3000; ++round) {
        std::string text, part;
        for (std::size_t n = any.below(600); n != 0; --n) text += any.one_in(40) ? 'b' : 'a';
        for (std::size_t n = any.below(120); n != 0; --n) part += any.one_in(60) ? 'b' : 'a';
        if (any.one_in(3) && !text.empty()) part = text.substr(any.below(text.size()), 90);
        REQUIRE(detail::find_part(text, part) == text.find(part));
    }
}

TEST_CASE("a redacted text is compared in linear time, however it repeats itself") {
    // in quadratic time this would take minutes
    constexpr std::size_t size = std::size_t{4} << 20;
    const std::string text(size, 'a');
    const std::string part(size / 2, 'a');
    CHECK_FALSE(is_recorded_text("[secret]" + part + "b[secret]", text));
    CHECK(is_recorded_text("[secret]" + part + "[secret]", text));
    CHECK(is_recorded_text("[secret]" + part + "b[secret]", part + part + "b"));
}

TEST_CASE("each placeholder of a recorded text stands for any text") {
    CHECK(is_recorded_text("a", "a"));
    CHECK_FALSE(is_recorded_text("a", "ab"));
    CHECK(is_recorded_text("a[secret]b[secret]c", "abc"));
    CHECK(is_recorded_text("a[secret]b[secret]c", "axbybzc"));
    CHECK_FALSE(is_recorded_text("a[secret]b[secret]c", "acb"));
    CHECK_FALSE(is_recorded_text("a[secret]ab", "ab"));
    CHECK(is_recorded_text("[secret]", ""));
}

}  // namespace cassette_match_tests
