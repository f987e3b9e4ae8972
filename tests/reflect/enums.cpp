#include <oaiwire/reflect/enums.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace enums_tests {

using namespace oaiwire;

namespace paint {

enum class color : std::uint8_t { unknown, red, dark_blue, self_made };
constexpr std::array<std::string_view, 3> enumerator_names(color) {
    return {"red", "dark-blue", "self made"};
}
enum class bare { a, b };
enum class empty { unknown };
constexpr std::array<std::string_view, 0> enumerator_names(empty) {
    return {};
}

}  // namespace paint

TEST_CASE("an enum with a table is recognised, one without is not") {
    STATIC_REQUIRE((reflect::named_enum<paint::color>));
    STATIC_REQUIRE((reflect::named_enum<paint::empty>));
    STATIC_REQUIRE((!reflect::named_enum<paint::bare>));
    STATIC_REQUIRE((!reflect::named_enum<int>));
    STATIC_REQUIRE((!reflect::named_enum<std::string>));
    STATIC_REQUIRE((reflect::enumerator_count<paint::color> == 3));
    STATIC_REQUIRE((reflect::enumerator_count<paint::empty> == 0));
}

TEST_CASE("enumerators have the texts of their table") {
    CHECK(reflect::enumerator_name(paint::color::red) == "red");
    CHECK(reflect::enumerator_name(paint::color::dark_blue) == "dark-blue");
    CHECK(reflect::enumerator_name(paint::color::self_made) == "self made");
    CHECK(reflect::enumerator_name(paint::color::unknown) == "");
    CHECK(reflect::enumerator_name(static_cast<paint::color>(4)) == "");
    CHECK(reflect::enumerator_name(static_cast<paint::color>(255)) == "");
    CHECK(reflect::enumerator_name(paint::empty::unknown) == "");
}

TEST_CASE("texts map to their enumerator, other texts to `unknown`") {
    for (const auto c : {paint::color::red, paint::color::dark_blue, paint::color::self_made}) {
        CHECK(reflect::enumerator_of<paint::color>(reflect::enumerator_name(c)) == c);
    }
    for (const std::string_view other : {"", "RED", "re", "redd", "dark_blue", "unknown"}) {
        CHECK(reflect::enumerator_of<paint::color>(other) == paint::color::unknown);
    }
    static_assert(reflect::enumerator_of<paint::color>("red") == paint::color::red);
}

}  // namespace enums_tests
