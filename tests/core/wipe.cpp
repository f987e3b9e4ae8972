#include <oaiwire/core/wipe.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string>

namespace wipe_tests {

using namespace oaiwire;

TEST_CASE("what is wiped is zero, and nothing around it changes") {
    std::string bytes = "abcdef";
    wipe(bytes.data() + 1, 4);
    CHECK(bytes == std::string("a\0\0\0\0f", 6));
    wipe(nullptr, 0);
}

TEST_CASE("a text that is wiped is empty, and its characters are gone") {
    std::string text(100, 'k');
    const char* const where = text.data();
    wipe(text);
    CHECK(text.empty());
    REQUIRE(text.data() == where);
    CHECK(std::count(where, where + 100, 'k') == 0);  // the memory is its own still
}

}  // namespace wipe_tests
