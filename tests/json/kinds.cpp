#include <oaiwire/json/kinds.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/types/enums.hpp>

namespace kinds_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

struct object {
    int a{};
};
struct circle {
    static constexpr wire_tag tag{"kind", "circle"};
};

// The first bytes of values that T accepts, out of all 256.
template <class T>
std::string taken() {
    std::string out;
    for (const char c : std::string_view("n t f 0 - \" [ {")) {
        if (c != ' ' && described<T>().takes_byte(c)) out += c;
    }
    return out;
}

value_kind kind(std::string_view text) {
    return kind_at(text.data(), text.data() + text.size());
}

}  // namespace

TEST_CASE("each type accepts its own kinds of values") {
    CHECK(taken<bool>() == "tf");
    CHECK(taken<int>() == "0-");
    CHECK(taken<double>() == "0-");
    CHECK(taken<std::string>() == "\"");
    CHECK(taken<open_enum<Role>>() == "\"");
    CHECK(taken<Role>() == "\"");
    CHECK(taken<std::vector<int>>() == "[");
    CHECK(taken<std::array<int, 2>>() == "[");
    CHECK(taken<object>() == "{");
    CHECK(taken<string_map<int>>() == "{");
    CHECK(taken<std::map<std::string, int>>() == "{");
    CHECK(taken<raw_json>() == "ntf0-\"[{");
    CHECK(taken<field<int>>() == "n0-");
    CHECK(taken<std::optional<bool>>() == "ntf");
    CHECK(taken<std::unique_ptr<int>>() == "n0-");
    CHECK(taken<std::variant<int, std::string>>() == "0-\"");
}

TEST_CASE("a list accepts what its elements accept; an empty list is accepted by all") {
    CHECK(accepts(described<std::vector<int>>(), kind("[1]")));
    CHECK(accepts(described<std::vector<int>>(), kind("[ \n-1]")));
    CHECK(accepts(described<std::vector<int>>(), kind("[]")));
    CHECK(accepts(described<std::vector<int>>(), kind("[ ]")));
    CHECK_FALSE(accepts(described<std::vector<int>>(), kind("[\"1\"]")));
    CHECK_FALSE(accepts(described<std::vector<int>>(), kind("[[1]]")));
    CHECK(accepts(described<std::vector<std::vector<int>>>(), kind("[[1]]")));
    CHECK_FALSE(accepts(described<std::vector<int>>(), kind("1")));
    CHECK(accepts(described<std::array<int, 2>>(), kind("[1]")));
    CHECK(accepts(described<std::array<int, 2>>(), kind("[]")));
    CHECK_FALSE(accepts(described<std::array<int, 2>>(), kind("[\"1\"]")));
    CHECK(accepts(described<string_map<int>>(), kind("{}")));
    CHECK_FALSE(accepts(described<string_map<int>>(), kind("[]")));
    CHECK(kind("[").element == ']');
}

TEST_CASE("the kinds of types are distinguished") {
    static_assert(is_field<field<int>> && !is_field<std::optional<int>>);
    static_assert(is_optional<std::optional<int>> && !is_optional<int>);
    static_assert(is_optional<std::unique_ptr<int>> && !is_optional<std::unique_ptr<int[]>>);
    static_assert(is_array<std::array<int, 0>> && !is_array<int[3]>);
    static_assert(is_open_enum<open_enum<Role>> && !is_open_enum<Role>);
    static_assert(is_string_map<string_map<int>> && !is_string_map<std::vector<int>>);
    static_assert(is_vector<std::vector<bool>> && !is_vector<std::string>);
    static_assert(is_std_map<std::map<std::string, int>> && !is_std_map<std::map<int, int>>);
    static_assert(always_there<int> && always_there<std::vector<int>>);
    static_assert(!always_there<field<int>> && !always_there<extra_members>);
    static_assert(!always_there<std::optional<int>> && !always_there<std::unique_ptr<int>>);
    static_assert(always_there<std::array<int, 2>>);
    static_assert(has_tagged<std::variant<circle, raw_json>>);
    static_assert(!has_tagged<std::variant<object, raw_json>>);
    CHECK(tag_member<std::variant<raw_json, circle>>() == "kind");
}

TEST_CASE("a number with a fraction or an exponent is not accepted as an integer") {
    CHECK(accepts(described<std::int64_t>(), kind("-15")));
    CHECK_FALSE(accepts(described<std::int64_t>(), kind("1.5")));
    CHECK_FALSE(accepts(described<std::int64_t>(), kind("-1e3")));
    CHECK(accepts(described<double>(), kind("1.5")));
    CHECK(accepts(described<raw_json>(), kind("1.5")));
}

}  // namespace kinds_tests
