#include <oaiwire/core/version.hpp>
//
#include <support/catch.hpp>

#include <string>

namespace version_tests {

#define TEXT_OF_2(name) #name
#define TEXT_OF(name) TEXT_OF_2(name)

TEST_CASE("the version number is what the macros say") {
    STATIC_REQUIRE(oaiwire::version.major == OAIWIRE_VERSION_MAJOR);
    STATIC_REQUIRE(oaiwire::version.minor == OAIWIRE_VERSION_MINOR);
    STATIC_REQUIRE(oaiwire::version.patch == OAIWIRE_VERSION_PATCH);
    STATIC_REQUIRE(oaiwire::version == oaiwire::version_number{});
}

TEST_CASE("the inline namespace is named after the major and the minor number") {
    CHECK(std::string(TEXT_OF(OAIWIRE_ABI)) == "v" + std::to_string(oaiwire::version.major) + "_" +
                                                   std::to_string(oaiwire::version.minor));
    STATIC_REQUIRE(&oaiwire::version == &oaiwire::OAIWIRE_ABI::version);
}

}  // namespace version_tests
