#include <oaiwire/json/keywords.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace keywords_tests {

using namespace oaiwire;
using json::detail::keyword_fault;
using json::detail::word_target;

struct Plain {
    int a{};
};
struct Annotated {
    int a{};
    std::string b{};
    int c{};
    static constexpr std::tuple schema_keywords{
        json::keywords{"About"},
        json::member(&Annotated::c, {.minimum = 1}),
        json::member(&Annotated::b, {.pattern = "x"}),
    };
};
struct Theirs {
    int a{};
};
constexpr auto schema_keywords(const Theirs*) {
    return std::tuple{json::member(&Theirs::a, {.description = "A"})};
}
struct AMember {
    std::string schema_keywords{};
};

TEST_CASE("the table has the keywords by the index of the member") {
    const auto* const table = json::detail::keywords_table<Annotated>();
    REQUIRE(table);
    CHECK(table->own->description == "About");
    CHECK(table->of(0) == nullptr);
    CHECK(table->of(1)->pattern == "x");
    CHECK(table->of(2)->minimum == 1);

    const auto* const beside = json::detail::keywords_table<Theirs>();
    REQUIRE(beside);
    CHECK(beside->own == nullptr);
    CHECK(beside->of(0)->description == "A");
}

TEST_CASE("a struct without keywords has no table") {
    STATIC_REQUIRE(json::detail::keywords_table<Plain>() == nullptr);
    STATIC_REQUIRE(json::detail::keywords_table<AMember>() == nullptr);
}

TEST_CASE("keywords apply to the values within lists and optionals") {
    using json::detail::target_of;
    STATIC_REQUIRE(target_of<std::string>() == word_target::text);
    STATIC_REQUIRE(target_of<field<std::vector<std::optional<std::string>>>>() ==
                   word_target::text);
    STATIC_REQUIRE(target_of<std::array<float, 3>>() == word_target::number);
    STATIC_REQUIRE(target_of<std::unique_ptr<long>>() == word_target::number);
    STATIC_REQUIRE(target_of<string_map<int>>() == word_target::number);
    STATIC_REQUIRE(target_of<bool>() == word_target::other);
    STATIC_REQUIRE(target_of<Plain>() == word_target::other);

    using json::detail::has_item_count;
    STATIC_REQUIRE(has_item_count<field<std::vector<int>>>());
    STATIC_REQUIRE(has_item_count<std::optional<std::vector<bool>>>());
    STATIC_REQUIRE(!has_item_count<std::array<int, 3>>());
    STATIC_REQUIRE(!has_item_count<string_map<int>>());
    STATIC_REQUIRE(!has_item_count<std::string>());
}

TEST_CASE("bounds that nothing satisfies are found") {
    const auto number = [](const json::keywords& words) {
        return json::detail::fault_of(words, word_target::number, true);
    };
    CHECK(number({.minimum = 1, .maximum = 1}) == keyword_fault::none);
    CHECK(number({.minimum = 1, .exclusive_maximum = 1}) == keyword_fault::empty);
    CHECK(number({.maximum = 1, .exclusive_minimum = 1}) == keyword_fault::empty);
    CHECK(number({.exclusive_minimum = 1, .exclusive_maximum = 1}) == keyword_fault::empty);
    CHECK(number({.minimum = 1, .maximum = 3, .exclusive_minimum = 2}) == keyword_fault::none);
    CHECK(number({.min_items = 2, .max_items = 1}) == keyword_fault::empty);
    CHECK(number({.multiple_of = -1}) == keyword_fault::multiple);
    CHECK(json::detail::fault_of({.min_length = 2, .max_length = 1}, word_target::text, false) ==
          keyword_fault::empty);
}

}  // namespace keywords_tests
