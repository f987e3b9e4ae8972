#include <oaiwire/types/path_parameter.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

namespace path_parameter_tests {

using namespace oaiwire;

TEST_CASE("a path parameter is constructed from any string type and returns its text") {
    const path_parameter literal = "a/b";
    const path_parameter text = std::string("a/b");
    CHECK(literal == text);
    CHECK(literal.text() == "a/b");
    CHECK(std::string_view(literal) == "a/b");
    CHECK(path_parameter().empty());
    CHECK_FALSE(literal.empty());
}

}  // namespace path_parameter_tests
