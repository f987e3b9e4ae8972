#include <oaiwire/core/wipe.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string>

namespace wipe_tests {

using namespace oaiwire;

TEST_CASE("wipe() zeroes the given range and nothing else") {
    std::string bytes = "abcdef";
    wipe(bytes.data() + 1, 4);
    CHECK(bytes == std::string("a\0\0\0\0f", 6));
    wipe(nullptr, 0);
}

TEST_CASE("wiping a string zeroes its characters and clears it") {
    std::string text(100, 'k');
    const char* const where = text.data();
    wipe(text);
    CHECK(text.empty());
    REQUIRE(text.data() == where);
    CHECK(std::count(where, where + 100, 'k') == 0);  // still owned by the string
}

}  // namespace wipe_tests
