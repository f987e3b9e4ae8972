#include <oaiwire/json/schema_choices.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/schema_nodes.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace schema_choices_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

struct Plain {
    int a{};
};
struct Other {
    std::string b{};
};
struct Circle {
    static constexpr wire_tag tag{"kind", "circle"};
};
struct Square {
    static constexpr wire_tag tag{"kind", "square"};
};
struct Disc {
    static constexpr wire_tag tag{"kind", "circle"};
};
struct Round {
    static constexpr std::string_view tag_member = "kind";
    static constexpr std::array<std::string_view, 2> tag_values{"oval", "circle"};
    std::string kind{};
};

template <class... A>
constexpr bool apart = can_be_told_apart<std::variant<A...>>();

TEST_CASE("alternatives of different kinds can be told apart") {
    STATIC_REQUIRE(apart<std::string, double, bool, Plain, std::vector<int>>);
    STATIC_REQUIRE(apart<std::map<std::string, int>, std::string>);
    STATIC_REQUIRE(apart<field<int>, std::optional<std::string>, std::unique_ptr<Plain>>);
    STATIC_REQUIRE(apart<int>);
}

TEST_CASE("an object without a tag hides the objects that follow it") {
    STATIC_REQUIRE_FALSE(apart<Plain, Other>);
    STATIC_REQUIRE_FALSE(apart<Plain, Circle>);
    STATIC_REQUIRE_FALSE(apart<Plain, int, field<Other>>);
    STATIC_REQUIRE_FALSE(apart<std::unique_ptr<Plain>, Other>);
    STATIC_REQUIRE_FALSE(apart<std::map<std::string, int>, Plain>);
    STATIC_REQUIRE(apart<Circle, Plain>);
    STATIC_REQUIRE(apart<Circle, raw_json>);
    STATIC_REQUIRE(apart<Plain, raw_json>);
}

TEST_CASE("tags tell objects apart if none is another's") {
    STATIC_REQUIRE(apart<Circle, Square>);
    STATIC_REQUIRE_FALSE(apart<Circle, Disc>);
    STATIC_REQUIRE_FALSE(apart<Circle, Round>);
    STATIC_REQUIRE_FALSE(apart<Round, Circle>);
    STATIC_REQUIRE(apart<Round, Square>);
    STATIC_REQUIRE_FALSE(apart<std::variant<Square, Circle>, Disc>);
    STATIC_REQUIRE_FALSE(apart<Disc, std::variant<Square, Circle>>);
    STATIC_REQUIRE(apart<std::variant<Square, Circle>, std::variant<int, std::string>>);
}

TEST_CASE("what takes all values of the next alternative may stand before it") {
    STATIC_REQUIRE(apart<std::string, Role>);
    STATIC_REQUIRE(apart<open_enum<Role>, std::string>);
    STATIC_REQUIRE_FALSE(apart<Role, std::string>);
    STATIC_REQUIRE(apart<double, int>);
    STATIC_REQUIRE(apart<std::int64_t, double>);
    STATIC_REQUIRE_FALSE(apart<int, double>);  // 3000000000
    STATIC_REQUIRE_FALSE(apart<int, std::int64_t>);
    STATIC_REQUIRE_FALSE(apart<std::uint64_t, int>);  // -1
    STATIC_REQUIRE(apart<int, std::uint8_t>);
    STATIC_REQUIRE(apart<raw_json, int>);
}

TEST_CASE("lists are told apart by their first element") {
    STATIC_REQUIRE(apart<std::vector<int>, std::vector<std::string>>);
    STATIC_REQUIRE_FALSE(apart<std::vector<int>, std::vector<double>>);  // [1, 2.5]
    STATIC_REQUIRE(apart<std::vector<double>, std::vector<int>>);
    STATIC_REQUIRE_FALSE(apart<std::vector<field<int>>, std::vector<std::optional<bool>>>);
    STATIC_REQUIRE_FALSE(apart<std::vector<Circle>, std::vector<Square>>);
    // an empty one is of the first
    STATIC_REQUIRE_FALSE(apart<std::array<int, 2>, std::vector<std::string>>);
    STATIC_REQUIRE(apart<std::vector<std::string>, std::array<int, 2>>);
    STATIC_REQUIRE_FALSE(apart<std::array<int, 2>, std::array<int, 3>>);
    STATIC_REQUIRE(apart<std::array<int, 2>, std::array<std::string, 2>>);
}

TEST_CASE("a member with alternatives that cannot be told apart has no schema") {
    STATIC_REQUIRE(fault_in<std::vector<std::variant<Plain, Other>>, schema_form::loose>() ==
                   schema_fault::alternatives);
    STATIC_REQUIRE(fault_in<field<std::variant<Circle, Square>>, schema_form::strict>() ==
                   schema_fault::none);
}

}  // namespace schema_choices_tests
