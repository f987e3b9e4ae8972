#include <oaiwire/json/schema.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>

namespace schema_tests {

using namespace oaiwire;

enum class Unit { unknown, celsius, fahrenheit };
constexpr std::array<std::string_view, 2> enumerator_names(Unit) {
    return {"celsius", "fahrenheit"};
}

// The schema of a struct with that one member, without what surrounds the member's own.
template <class T>
std::string of_member(const raw_json& schema) {
    std::string text(schema.text());
    const std::string before = R"({"type":"object","properties":{"value":)";
    const std::string after = R"(},"required":["value"],"additionalProperties":false})";
    REQUIRE(text.starts_with(before));
    REQUIRE(text.ends_with(after));
    return text.substr(before.size(), text.size() - before.size() - after.size());
}

template <class M>
struct One {
    M value{};
};
template <class M>
std::string strict() {
    return of_member<One<M>>(json::schema<One<M>>());
}

struct Empty {};
struct Point {
    double x{};
    double y{};
};

const std::string point =
    R"({"type":"object","properties":{"x":{"type":"number"},"y":{"type":"number"}},)"
    R"("required":["x","y"],"additionalProperties":false})";

TEST_CASE("every member of a strict schema is required, in the order of declaration") {
    CHECK(json::schema<Point>().text() == point);
    CHECK(json::schema<Empty>().text() ==
          R"({"type":"object","properties":{},"required":[],"additionalProperties":false})");
    CHECK(&json::schema<Point>() == &json::schema<Point>());
}

TEST_CASE("plain members have the type of their values") {
    CHECK(strict<std::string>() == R"({"type":"string"})");
    CHECK(strict<bool>() == R"({"type":"boolean"})");
    CHECK(strict<double>() == R"({"type":"number"})");
    CHECK(strict<float>() == R"({"type":"number"})");
}

TEST_CASE("integers that JSON does not bound have the bounds of their type") {
    CHECK(strict<std::int8_t>() == R"({"type":"integer","minimum":-128,"maximum":127})");
    CHECK(strict<std::uint16_t>() == R"({"type":"integer","minimum":0,"maximum":65535})");
    CHECK(strict<std::int32_t>() ==
          R"({"type":"integer","minimum":-2147483648,"maximum":2147483647})");
    CHECK(strict<std::uint32_t>() == R"({"type":"integer","minimum":0,"maximum":4294967295})");
    CHECK(strict<std::int64_t>() == R"({"type":"integer"})");
    CHECK(strict<std::uint64_t>() == R"({"type":"integer","minimum":0})");
}

TEST_CASE("enumerations are strings of their names") {
    CHECK(strict<Unit>() == R"({"type":"string","enum":["celsius","fahrenheit"]})");
    CHECK(strict<open_enum<Unit>>() == R"({"type":"string","enum":["celsius","fahrenheit"]})");
}

TEST_CASE("what may be absent can be null") {
    CHECK(strict<field<std::string>>() == R"({"type":["string","null"]})");
    CHECK(strict<std::optional<bool>>() == R"({"type":["boolean","null"]})");
    CHECK(strict<field<Unit>>() ==
          R"({"type":["string","null"],"enum":["celsius","fahrenheit",null]})");
    CHECK(strict<field<std::vector<double>>>() ==
          R"({"type":["array","null"],"items":{"type":"number"}})");
    CHECK(strict<std::optional<Point>>() == R"({"anyOf":[)" + point + R"(,{"type":"null"}]})");
    CHECK(strict<field<std::variant<std::string, double>>>() ==
          R"({"anyOf":[{"type":"string"},{"type":"number"},{"type":"null"}]})");
    CHECK(strict<std::vector<std::optional<std::string>>>() ==
          R"({"type":"array","items":{"type":["string","null"]}})");
    CHECK(strict<std::unique_ptr<std::string>>() == R"({"type":["string","null"]})");
}

TEST_CASE("lists have the schema of their elements") {
    CHECK(strict<std::vector<Point>>() == R"({"type":"array","items":)" + point + "}");
    CHECK(strict<std::vector<std::vector<bool>>>() ==
          R"({"type":"array","items":{"type":"array","items":{"type":"boolean"}}})");
    CHECK(strict<std::vector<std::uint8_t>>() ==
          R"({"type":"array","items":{"type":"integer","minimum":0,"maximum":255}})");
    CHECK(strict<std::vector<float>>() == R"({"type":"array","items":{"type":"number"}})");
    CHECK(strict<std::array<bool, 3>>() ==
          R"({"type":"array","items":{"type":"boolean"},"minItems":3,"maxItems":3})");
}

struct Circle {
    static constexpr wire_tag tag{"kind", "circle"};
    double radius{};
};
struct Polygon {
    static constexpr std::string_view tag_member = "kind";
    static constexpr std::array<std::string_view, 2> tag_values{"polygon", "path"};
    std::vector<Point> corners{};
    std::string kind{};
};

TEST_CASE("a variant is any of its alternatives, which their tags tell apart") {
    CHECK(strict<std::variant<std::string, Circle, Polygon>>() ==
          R"({"anyOf":[{"type":"string"},)"
          R"({"type":"object","properties":{"kind":{"type":"string","const":"circle"},)"
          R"("radius":{"type":"number"}},"required":["kind","radius"],)"
          R"("additionalProperties":false},)"
          R"({"type":"object","properties":{"corners":{"type":"array","items":)" +
              point +
              R"(},"kind":{"type":"string","enum":["polygon","path"]}},)"
              R"("required":["corners","kind"],"additionalProperties":false}]})");
}

struct Node {
    std::string name{};
    std::vector<Node> children{};
};
struct Chain {
    std::array<Point, 2> ends{};
    std::unique_ptr<Chain> next{};
};
struct Pair {
    Node a{};
    Point from{};
    Point to{};
};

TEST_CASE("structs that occur again are definitions") {
    CHECK(json::schema<Node>().text() ==
          R"({"type":"object","properties":{"name":{"type":"string"},)"
          R"("children":{"type":"array","items":{"$ref":"#"}}},)"
          R"("required":["name","children"],"additionalProperties":false})");
    CHECK(json::schema<Chain>().text() ==
          R"({"type":"object","properties":{"ends":{"type":"array","items":)" + point +
              R"(,"minItems":2,"maxItems":2},"next":{"anyOf":[{"$ref":"#"},{"type":"null"}]}},)"
              R"("required":["ends","next"],"additionalProperties":false})");
    CHECK(json::schema<Pair>().text() ==
          R"({"type":"object","properties":{"a":{"$ref":"#/$defs/Node"},)"
          R"("from":{"$ref":"#/$defs/Point"},"to":{"$ref":"#/$defs/Point"}},)"
          R"("required":["a","from","to"],"additionalProperties":false,)"
          R"("$defs":{"Node":{"type":"object","properties":{"name":{"type":"string"},)"
          R"("children":{"type":"array","items":{"$ref":"#/$defs/Node"}}},)"
          R"("required":["name","children"],"additionalProperties":false},"Point":)" +
              point + "}}");
}

struct Query {
    std::string city{};
    int days = 1;
    std::vector<std::string> tags{};
    field<Point> near{};
    Point at{};
    extra_members extra{};
    path_parameter id{};

    static constexpr std::tuple schema_keywords{
        json::keywords{.description = "What is \"asked\"", .title = "Query"},
        json::member(&Query::at, {.description = "A place"}),
        json::member(&Query::near, {.description = "Another place"}),
        json::member(&Query::city, {.description = "City", .pattern = "^[A-Z]"}),
        json::member(&Query::days, {.minimum = 1, .exclusive_maximum = 14.5, .multiple_of = 1}),
        json::member(&Query::tags,
                     {.description = "Tags", .pattern = "^\\w+$", .min_items = 1, .max_items = 3}),
    };
};

TEST_CASE("keywords stand with the member that they are of") {
    CHECK(
        json::schema<Query>().text() ==
        R"({"type":"object","title":"Query","description":"What is \"asked\"","properties":{)"
        R"("city":{"type":"string","description":"City","pattern":"^[A-Z]"},)"
        R"("days":{"type":"integer","minimum":1,"exclusiveMaximum":14.5,"multipleOf":1},)"
        R"("tags":{"type":"array","description":"Tags","items":{"type":"string",)"
        R"("pattern":"^\\w+$"},"minItems":1,"maxItems":3},)"
        R"("near":{"description":"Another place","anyOf":[)" +
            point +
            R"(,{"type":"null"}]},)"
            R"("at":{"type":"object","description":"A place","properties":{"x":{"type":"number"},)"
            R"("y":{"type":"number"}},"required":["x","y"],"additionalProperties":false}},)"
            R"("required":["city","days","tags","near","at"],"additionalProperties":false})");
}

struct Theirs {
    double score{};
};
constexpr auto schema_keywords(const Theirs*) {
    return std::tuple{json::member(&Theirs::score, {.minimum = -0.5, .maximum = 1})};
}

TEST_CASE("a function gives the keywords of a struct of others") {
    CHECK(json::schema<Theirs>().text() ==
          R"({"type":"object","properties":{"score":{"type":"number","minimum":-0.5,"maximum":1}},)"
          R"("required":["score"],"additionalProperties":false})");
}

struct Settings {
    field<std::int64_t> count{};
    std::string name = "x";
    std::map<std::string, Point> places{};
    string_map<std::string> labels{};
    field<raw_json> any{};
    extra_members extra{};

    static constexpr std::tuple schema_keywords{
        json::member(&Settings::labels, {.description = "Labels", .pattern = "^a"}),
        json::member(&Settings::name, {.min_length = 1, .max_length = 8}),
    };
};

TEST_CASE("a loose schema leaves out what need not be there, and has maps") {
    CHECK(json::loose_schema<Settings>().text() ==
          R"({"type":"object","properties":{"count":{"type":["integer","null"]},)"
          R"("name":{"type":"string","minLength":1,"maxLength":8},)"
          R"("places":{"type":"object","additionalProperties":)" +
              point +
              R"(},"labels":{"type":"object","description":"Labels",)"
              R"("additionalProperties":{"type":"string","pattern":"^a"}},"any":{}},)"
              R"("required":["name","places","labels"]})");
    CHECK(json::loose_schema<std::vector<Node>>().text() ==
          R"({"type":"array","items":{"$ref":"#/$defs/Node"},"$defs":{"Node":{"type":"object",)"
          R"("properties":{"name":{"type":"string"},"children":{"type":"array",)"
          R"("items":{"$ref":"#/$defs/Node"}}},"required":["name","children"],)"
          R"("additionalProperties":false}}})");
}

}  // namespace schema_tests
