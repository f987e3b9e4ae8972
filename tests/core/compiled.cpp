#include <oaiwire/core/compiled.hpp>
//
#include <support/catch.hpp>

namespace compiled_tests {

// The header-only form, which needs no macro; tests/build/odr_1.cpp tests the others.
TEST_CASE("header-only use defines everything") {
    STATIC_REQUIRE(OAIWIRE_DEFINES == 1);
}

}  // namespace compiled_tests
