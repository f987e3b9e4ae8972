#include <oaiwire/core/version.hpp>
//
#include <support/catch.hpp>

namespace version_tests {

TEST_CASE("the version number equals the macros") {
    STATIC_REQUIRE(oaiwire::version.major == OAIWIRE_VERSION_MAJOR);
    STATIC_REQUIRE(oaiwire::version.minor == OAIWIRE_VERSION_MINOR);
    STATIC_REQUIRE(oaiwire::version.patch == OAIWIRE_VERSION_PATCH);
    STATIC_REQUIRE(oaiwire::version == oaiwire::version_number{});
}

TEST_CASE("the inline namespace is v0_2, so that two versions can be linked into one program") {
    STATIC_REQUIRE(&oaiwire::version == &oaiwire::v0_2::version);
    STATIC_REQUIRE((oaiwire::version.major == 0 && oaiwire::version.minor == 2));
}

}  // namespace version_tests
