#include <oaiwire/stream/text_search.hpp>

#include <string>

#include <support/catch.hpp>
#include <support/random.hpp>

namespace text_search_tests {

using namespace oaiwire;

TEST_CASE("a text is found where std::string finds it") {
    support::random random(1);
    std::size_t found = 0;
    for (int i = 0; i != 20000; ++i) {
        std::string text, part;
        for (std::size_t n = random.below(12); n != 0; --n) text += random.one_in(2) ? 'a' : 'b';
        for (std::size_t n = random.below(6); n != 0; --n) part += random.one_in(2) ? 'a' : 'b';
        const bool expected = text.find(part) != std::string::npos;
        found += expected ? 1 : 0;
        CHECK(detail::text_search(part).is_in(text) == expected);
    }
    CHECK(found > 1000);
    CHECK(found < 19000);
}

TEST_CASE("a text with many partial matches is searched in linear time") {
    // 10^12 steps if compared at each position
    const std::string text(2'000'000, 'a');
    const detail::text_search search(std::string(1'000'000, 'a') + 'b');
    CHECK_FALSE(search.is_in(text));
}

}  // namespace text_search_tests
