#include <oaiwire/core/compiled.hpp>
//
#include <support/catch.hpp>

namespace compiled_tests {

// What a file is without any definition of its own; tests/build/odr_1.cpp has the other forms.
TEST_CASE("headers alone define what they declare") {
    STATIC_REQUIRE(OAIWIRE_DEFINES == 1);
}

}  // namespace compiled_tests
