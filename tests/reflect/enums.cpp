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
enum class from_zero { red, blue };
constexpr std::array<std::string_view, 2> enumerator_names(from_zero) {
    return {"red", "blue"};
}
enum class empty { unknown };
constexpr std::array<std::string_view, 0> enumerator_names(empty) {
    return {};
}

}  // namespace paint

namespace {

enum class hidden { unknown, a };
constexpr std::array<std::string_view, 1> enumerator_names(hidden) {
    return {"a"};
}
enum class hidden_from_zero { a };
constexpr std::array<std::string_view, 1> enumerator_names(hidden_from_zero) {
    return {"a"};
}
enum plain : int { plain_unknown, plain_a };
constexpr std::array<std::string_view, 1> enumerator_names(plain) {
    return {"a"};
}

}  // namespace

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

TEST_CASE("name() is the text of an enumerator") {
    CHECK(oaiwire::name(paint::color::dark_blue) == "dark-blue");
    CHECK(oaiwire::name(paint::color::unknown) == "");
}

TEST_CASE("the last text must be that of an enumerator, else the texts are off by one") {
    STATIC_REQUIRE(reflect::has_last_enumerator<paint::color>());
    STATIC_REQUIRE(reflect::has_last_enumerator<paint::empty>());
    STATIC_REQUIRE(reflect::has_last_enumerator<hidden>());
    STATIC_REQUIRE(reflect::has_last_enumerator<plain>());
    STATIC_REQUIRE_FALSE(reflect::has_last_enumerator<paint::from_zero>());
    STATIC_REQUIRE_FALSE(reflect::has_last_enumerator<hidden_from_zero>());
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
