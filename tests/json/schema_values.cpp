// What a schema accepts and refuses, against what json::read and json::check_keywords do.
#include <oaiwire/json/schema.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/json/keyword_check.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/schema_limits.hpp>
#include <oaiwire/json/write.hpp>
#include <oracle/json_schema.hpp>
#include <support/fill.hpp>
#include <support/random.hpp>

namespace schema_values_tests {

using namespace oaiwire;
using json_value = nlohmann::json;

enum class Color { unknown, red, green };
constexpr std::array<std::string_view, 2> enumerator_names(Color) {
    return {"red", "green"};
}

struct Line {
    std::string product{};
    int count{};
    double price{};
    std::vector<std::string> tags{};
    field<open_enum<Color>> color{};

    static constexpr std::tuple schema_keywords{
        json::keywords{"One product of an order"},
        json::member(&Line::product, {.description = "Its number", .pattern = "^p[0-9]+$"}),
        json::member(&Line::count, {.minimum = 1, .maximum = 12, .multiple_of = 3}),
        json::member(&Line::price, {.exclusive_minimum = -0.5, .exclusive_maximum = 1000}),
        json::member(&Line::tags, {.description = "Words", .pattern = "^t", .max_items = 2}),
    };
};
struct Address {
    std::string street{};
    std::array<float, 2> at{};
};
struct Card {
    static constexpr wire_tag tag{"kind", "card"};
    std::string number{};
    Address billing{};
};
struct Coins {
    static constexpr wire_tag tag{"kind", "coins"};
    std::uint8_t count{};
};
struct Order {
    std::string id{};
    std::vector<Line> lines{};
    std::variant<Card, Coins> paid{};
    field<std::variant<std::string, double, std::vector<bool>>> reference{};
    field<Address> ship{};
    std::optional<std::string> note{};
    std::unique_ptr<Order> replaces{};
    std::vector<Order> parts{};
    std::uint64_t total{};
    std::int64_t balance{};
    bool open{};
    open_enum<Color> shade{};
    extra_members extra{};

    static constexpr std::tuple schema_keywords{
        json::member(&Order::ship, {.description = "Where to"}),
        json::member(&Order::parts, {.max_items = 3}),
        json::member(&Order::lines, {.min_items = 1}),
    };
};

// Makes a random value keep to the keywords and the names of enumerations.
void settle(Order& order, support::random& random, int levels = 2) {
    const auto named = [&random](open_enum<Color>& color) {
        color = random.one_in(2) ? Color::red : Color::green;
    };
    order.extra.clear();
    named(order.shade);
    if (order.lines.empty()) order.lines.emplace_back();
    if (levels == 0) {
        order.parts.clear();
        order.replaces = nullptr;
    }
    for (Line& line : order.lines) {
        line.product = "p" + std::to_string(random.below(1000));
        line.count = 3 + 3 * static_cast<int>(random.below(4));
        line.price = static_cast<double>(random.below(4000)) / 4 - 0.25;
        line.tags.resize(random.below(3));
        for (std::string& tag : line.tags) tag.insert(0, 1, 't');
        if (line.color.has_value()) named(*line.color);
    }
    for (Order& part : order.parts) settle(part, random, levels - 1);
    if (order.replaces) settle(*order.replaces, random, levels - 1);
}

// Adds the members that a strict schema requires and that json::write leaves out: as null.
void complete(json_value& order) {
    for (const char* name : {"reference", "ship", "note", "replaces"}) {
        if (!order.contains(name)) order[name] = nullptr;
    }
    for (json_value& line : order["lines"]) {
        if (!line.contains("color")) line["color"] = nullptr;
    }
    for (json_value& part : order["parts"]) complete(part);
    if (!order["replaces"].is_null()) complete(order["replaces"]);
}

// Values for another one's place.
json_value any_value(support::random& random) {
    static const std::vector<json_value> values{nullptr,
                                                true,
                                                0,
                                                1,
                                                3,
                                                15,
                                                -1,
                                                300,
                                                1.5,
                                                -0.25,
                                                1e-7,
                                                "p1",
                                                "tag",
                                                "red",
                                                "violet",
                                                "",
                                                "card",
                                                "é",
                                                -200,
                                                70000,
                                                4294967296,
                                                json_value::array(),
                                                json_value::object(),
                                                json_value::array({1.5, 2.5}),
                                                json_value::array({true}),
                                                json_value::array({"t", "t"}),
                                                json_value{{"kind", "coins"}, {"count", 7}},
                                                json_value{{"kind", "card"}, {"count", 7}},
                                                json_value{{"street", "s"}, {"at", {1, 2}}}};
    return values[random.below(values.size())];
}

// Changes one value somewhere within.
void mutate(json_value& value, support::random& random) {
    if (value.is_structured() && !value.empty() && !random.one_in(8)) {
        auto at = value.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(random.below(value.size())));
        if (!random.one_in(8)) return mutate(*at, random);
        value.erase(at);  // a member or an element
        return;
    }
    if (value.is_object() && random.one_in(2)) {
        value["added"] = any_value(random);
    } else if (value.is_array() && random.one_in(2)) {
        value.push_back(value.empty() ? any_value(random) : json_value(value.front()));
    } else {
        value = any_value(random);
    }
}

// Why a program that reads the value gets none that keeps to its keywords, patterns aside.
std::string not_taken(const json_value& value) {
    const auto order = json::read<Order>(value.dump());
    if (!order) return to_string(order.error());
    const auto kept = json::check_keywords(*order);
    return kept ? "" : to_string(kept.error());
}

struct tally {
    std::size_t accepted = 0;
    std::size_t refused = 0;
};

// A value that the schema accepts is always taken.
void check_mutations(const oracle::json_schema& schema, const json_value& value,
                     support::random& random, tally& sum) {
    for (int i = 0; i != 20; ++i) {
        json_value changed = value;
        mutate(changed, random);
        const std::string why = schema.refuses(changed);
        ++(why.empty() ? sum.accepted : sum.refused);
        if (!why.empty()) continue;
        INFO(changed.dump());
        REQUIRE(not_taken(changed) == "");
    }
}

TEST_CASE("a strict schema accepts what json::write writes, and nothing that is not read") {
    const oracle::json_schema schema{std::string(json::schema<Order>().text())};
    CHECK(schema.not_strict() == "");
    CHECK(json::check_schema(json::schema<Order>()));
    tally sum;
    for (std::uint64_t seed = 0; seed != 40; ++seed) {
        support::random random(seed);
        auto order = support::filler(seed).make<Order>();
        settle(order, random);
        const auto text = json::write(order);
        REQUIRE(text);
        json_value value = json_value::parse(*text);
        complete(value);
        INFO(value.dump());
        REQUIRE(schema.refuses(value) == "");
        REQUIRE(not_taken(value) == "");
        check_mutations(schema, value, random, sum);

        for (const auto& [name, member] : value.items()) {
            json_value without = value;
            without.erase(name);
            CHECK(schema.refuses(without) == "missing \"" + name + "\"");
        }
        value["added"] = nullptr;
        CHECK(schema.refuses(value) == "additional added");
    }
    CHECK(sum.accepted > 80);
    CHECK(sum.refused > 400);
}

TEST_CASE("a loose schema accepts what json::write writes, and nothing that is not read") {
    const oracle::json_schema schema{std::string(json::loose_schema<Order>().text())};
    tally sum;
    for (std::uint64_t seed = 0; seed != 40; ++seed) {
        support::random random(seed);
        auto order = support::filler(seed).make<Order>();
        settle(order, random);
        const auto text = json::write(order);
        REQUIRE(text);
        const json_value value = json_value::parse(*text);
        INFO(value.dump());
        REQUIRE(schema.refuses(value) == "");
        check_mutations(schema, value, random, sum);
    }
    CHECK(sum.accepted > 80);
    CHECK(sum.refused > 400);
}

TEST_CASE("what breaks a keyword is refused by the schema") {
    const oracle::json_schema schema{std::string(json::schema<Line>().text())};
    const json_value line{
        {"product", "p1"}, {"count", 3}, {"price", 0}, {"tags", {"t", "tt"}}, {"color", nullptr}};
    REQUIRE(schema.refuses(line) == "");
    for (const auto& [name, wrong] :
         std::vector<std::pair<std::string, json_value>>{{"product", "P1"},
                                                         {"count", 0},
                                                         {"count", 15},
                                                         {"count", 4},
                                                         {"price", -0.5},
                                                         {"price", 1000},
                                                         {"tags", {"t", "t", "t"}},
                                                         {"tags", {"x"}},
                                                         {"color", "violet"}}) {
        json_value changed = line;
        changed[name] = wrong;
        INFO(changed.dump());
        CHECK(schema.refuses(changed).find(name + ": ") == 0);
    }
}

}  // namespace schema_values_tests
