#include <oaiwire/core/enum_table.hpp>

#include <support/catch.hpp>

namespace enum_table_tests {

using namespace oaiwire;

namespace {

enum class colour { red, green, blue };

constexpr detail::name_row<colour> rows[] = {{colour::red, "red"}, {colour::blue, "blue"}};

}  // namespace

TEST_CASE("find_row() finds the row of a value, and null for a value without one") {
    CHECK(detail::find_row(rows, colour::blue) == &rows[1]);
    CHECK(detail::find_row(rows, colour::green) == nullptr);
}

TEST_CASE("name_in() falls back to the name of the first row") {
    static_assert(detail::name_in(rows, colour::blue) == "blue");
    CHECK(detail::name_in(rows, colour::green) == "red");
}

}  // namespace enum_table_tests
