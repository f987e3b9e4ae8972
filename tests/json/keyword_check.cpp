#include <oaiwire/json/keyword_check.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>

namespace keyword_check_tests {

using namespace oaiwire;
using json::member;

namespace {

struct forecast {
    int days = 1;
    std::uint64_t large = 1;
    std::int64_t exact = 0;
    double share = 0.5;
    float ratio = 0.5F;
    unsigned step = 0;
    double tenth = 0;
    static constexpr std::tuple schema_keywords{
        member(&forecast::days, {.description = "Days ahead", .minimum = 1, .maximum = 14}),
        member(&forecast::large, {.minimum = 1}),
        member(&forecast::exact, {.minimum = -9007199254740992.0, .maximum = 9007199254740992.0}),
        member(&forecast::share, {.exclusive_minimum = 0, .exclusive_maximum = 1}),
        member(&forecast::ratio, {.maximum = 0.7}),
        member(&forecast::step, {.multiple_of = 5}),
        member(&forecast::tenth, {.multiple_of = 0.1}),
    };
};

struct texts {
    std::string name = "abc";
    std::vector<std::string> tags{"a"};
    field<std::vector<int>> numbers{};
    std::optional<std::string> maybe{};
    std::vector<bool> flags{};
    std::map<std::string, int> named{};
    string_map<std::string> notes{};
    std::array<int, 2> pair{1, 2};
    std::vector<std::vector<int>> rows{};
    static constexpr std::tuple schema_keywords{
        member(&texts::name, {.min_length = 2, .max_length = 3}),
        member(&texts::tags, {.min_items = 1, .max_items = 3, .max_length = 1}),
        member(&texts::numbers, {.minimum = 0, .min_items = 2}),
        member(&texts::maybe, {.pattern = "^a", .min_length = 1}),
        member(&texts::flags, {.max_items = 1}),
        member(&texts::named, {.maximum = 5}),
        member(&texts::notes, {.max_length = 2}),
        member(&texts::pair, {.minimum = 1}),
        member(&texts::rows, {.maximum = 9, .max_items = 2}),
    };
};

struct tree {
    int size = 1;
    std::unique_ptr<tree> next{};
    std::vector<tree> children{};
    std::map<std::string, tree> named{};
    std::variant<std::string, forecast> any{};
    field<forecast> maybe{};
};
constexpr auto schema_keywords(const tree*) {  // beside the struct
    return std::tuple{json::keywords{"A tree"}, member(&tree::size, {.minimum = 0})};
}

struct plain {
    int a{};
    std::vector<std::string> b{};
};

// "" or the first violation.
template <class T>
std::string violation(const T& value) {
    const auto r = json::check_keywords(value);
    return r ? "" : to_string(r.error());
}

}  // namespace

TEST_CASE("numbers keep to their bounds, which the error names") {
    CHECK(violation(forecast{}) == "");
    CHECK(violation(forecast{.days = 14}) == "");
    CHECK(violation(forecast{.days = 15}) ==
          "number_out_of_range at days: days must be from 1 to 14");
    CHECK(violation(forecast{.days = -3}) ==
          "number_out_of_range at days: days must be from 1 to 14");
    CHECK(violation(forecast{.large = 0}) ==
          "number_out_of_range at large: large must be at least 1");
    CHECK(violation(forecast{.large = UINT64_MAX}) == "");
    CHECK(violation(forecast{.share = 0}) ==
          "number_out_of_range at share: share must be greater than 0 and less than 1");
    CHECK(violation(forecast{.share = 1}) ==
          "number_out_of_range at share: share must be greater than 0 and less than 1");
    CHECK(violation(forecast{.share = 0.999}) == "");
    // the float nearest to 0.7 is below it; 0.75 is above
    CHECK(violation(forecast{.ratio = 0.7F}) == "");
    CHECK(violation(forecast{.ratio = 0.75F}) ==
          "number_out_of_range at ratio: ratio must be at most 0.7");
}

TEST_CASE("integers are compared exactly, also beyond what a double holds") {
    constexpr std::int64_t last = 9007199254740992;
    CHECK(violation(forecast{.exact = last}) == "");
    CHECK(violation(forecast{.exact = -last}) == "");
    CHECK(violation(forecast{.exact = last + 1}) != "");
    CHECK(violation(forecast{.exact = -last - 1}) != "");
    CHECK(violation(forecast{.exact = std::numeric_limits<std::int64_t>::min()}) != "");
    CHECK(violation(forecast{.exact = std::numeric_limits<std::int64_t>::max()}) != "");

    // every pair of a number and a bound near it, against a wider type
    using json::detail::checked_number;
    for (int n = -4; n <= 4; ++n) {
        for (int quarter = -20; quarter <= 20; ++quarter) {
            const double bound = quarter / 4.0;
            checked_number c;
            c.negative = n < 0;
            c.magnitude = static_cast<std::uint64_t>(n < 0 ? -n : n);
            CHECK(c.is_below(bound) == (n < bound));
            CHECK(c.is_above(bound) == (n > bound));
        }
        checked_number c;
        c.negative = n < 0;
        c.magnitude = static_cast<std::uint64_t>(n < 0 ? -n : n);
        CHECK(c.is_below(1e300));
        CHECK(c.is_above(-1e300));
        CHECK_FALSE(c.is_below(-0.0) != (n < 0));
    }
}

TEST_CASE("a multiple of a decimal fraction is one in spite of binary rounding") {
    CHECK(violation(forecast{.step = 15}) == "");
    CHECK(violation(forecast{.step = 16}) ==
          "number_out_of_range at step: step must be a multiple of 5");
    CHECK(violation(forecast{.tenth = 0.3}) == "");
    CHECK(violation(forecast{.tenth = -1234567.8}) == "");
    CHECK(violation(forecast{.tenth = 0}) == "");
    CHECK(violation(forecast{.tenth = 0.35}) ==
          "number_out_of_range at tenth: tenth must be a multiple of 0.1");
    CHECK(violation(forecast{.tenth = 1234567.81}) != "");
}

TEST_CASE("lengths are counted in code points, items of lists by element") {
    CHECK(violation(texts{}) == "");
    CHECK(violation(texts{.name = "a"}) ==
          "invalid_argument at name: name must have from 2 to 3 characters");
    CHECK(violation(texts{.name = "\u00e9\u20ac\U0001F600"}) == "");  // 9 bytes
    CHECK(violation(texts{.name = "\u00e9\u20ac\U0001F600x"}) != "");
    CHECK(violation(texts{.tags = {}}) ==
          "invalid_argument at tags: tags must have from 1 to 3 items");
    CHECK(violation(texts{.tags = {"a", "b", "c", "d"}}) != "");
    CHECK(violation(texts{.tags = {"a", "bc"}}) ==
          "invalid_argument at tags[1]: tags must have at most 1 character");
    CHECK(violation(texts{.flags = {true}}) == "");
    CHECK(violation(texts{.flags = {true, false}}) ==
          "invalid_argument at flags: flags must have at most 1 item");
}

TEST_CASE("keywords of a list hold for its elements, those of an optional for its value") {
    CHECK(violation(texts{.numbers = std::vector{1}}) ==
          "invalid_argument at numbers: numbers must have at least 2 items");
    CHECK(violation(texts{.numbers = std::vector{1, 2, -1}}) ==
          "number_out_of_range at numbers[2]: numbers must be at least 0");
    CHECK(violation(texts{.numbers = null}) == "");
    CHECK(violation(texts{.maybe = ""}) ==
          "invalid_argument at maybe: maybe must have at least 1 character");
    CHECK(violation(texts{.maybe = "b"}) == "");  // patterns are not checked
    CHECK(violation(texts{.named = {{"x", 5}, {"y z", 6}}}) ==
          "number_out_of_range at named[\"y z\"]: y z must be at most 5");
    CHECK(violation(texts{.notes = {{"x", "ab"}, {"y", "abc"}}}) ==
          "invalid_argument at notes.y: y must have at most 2 characters");
    CHECK(violation(texts{.pair = {1, 0}}) ==
          "number_out_of_range at pair[1]: pair must be at least 1");
    // the count is that of the outer list
    CHECK(violation(texts{.rows = {{1, 2, 3}, {9}}}) == "");
    CHECK(violation(texts{.rows = {{1, 2, 3}, {8, 10}}}) ==
          "number_out_of_range at rows[1][1]: rows must be at most 9");
    CHECK(violation(texts{.rows = {{}, {}, {}}}) != "");
}

TEST_CASE("structs are found wherever they are") {
    CHECK(violation(tree{}) == "");
    CHECK(violation(tree{.size = -1}) == "number_out_of_range at size: size must be at least 0");
    const auto at = [](std::string_view text) {
        const auto value = json::read<tree>(text).value();
        const auto r = json::check_keywords(value);
        return r ? "" : r.error().path;
    };
    CHECK(at(R"({"next":{"next":{"size":-1}}})") == "next.next.size");
    CHECK(at(R"({"children":[{},{"children":[{"size":-1}]}]})") == "children[1].children[0].size");
    CHECK(at(R"({"named":{"a":{},"b":{"size":-2}}})") == "named.b.size");
    CHECK(at(R"({"any":"x"})") == "");
    CHECK(at(R"({"any":{"days":99}})") == "any.days");
    CHECK(at(R"({"maybe":null})") == "");
    CHECK(at(R"({"maybe":{"days":0}})") == "maybe.days");
    CHECK(violation(std::vector<forecast>{{}, {.days = 0}}) ==
          "number_out_of_range at [1].days: days must be from 1 to 14");
    CHECK(violation(std::map<std::string, forecast>{{"k", {.days = 0}}}) ==
          "number_out_of_range at k.days: days must be from 1 to 14");
}

TEST_CASE("the first violation in the order of the members is told") {
    CHECK(violation(forecast{.days = 0, .step = 1}) ==
          "number_out_of_range at days: days must be from 1 to 14");
}

TEST_CASE("types without keywords keep to all; how deep objects nest is bounded") {
    CHECK(violation(plain{}) == "");
    CHECK(violation(5) == "");
    CHECK(violation(std::string("x")) == "");
    CHECK(violation(std::vector<plain>(3)) == "");
    tree built;
    for (int i = 1; i != 1024; ++i) {
        tree outer;
        outer.next = std::make_unique<tree>(std::move(built));
        built = std::move(outer);
    }
    CHECK(violation(built) == "");
    tree outer;
    outer.next = std::make_unique<tree>(std::move(built));
    CHECK(json::check_keywords(outer).error().code == errc::too_deep);
}

}  // namespace keyword_check_tests
