#include <oaiwire/json/schema_limits.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/schema.hpp>

namespace schema_limits_tests {

using namespace oaiwire;

raw_json parsed(const std::string& text) {
    return *raw_json::parse(text);
}
// What a check with these limits says.
std::string says(const std::string& schema, const json::schema_limits& limits = {}) {
    const auto checked = json::check_schema(parsed(schema), limits);
    if (checked) return "";
    CHECK(checked.error().code == errc::invalid_argument);
    return checked.error().message;
}
std::string object(const std::string& properties) {
    return R"({"type":"object","properties":{)" + properties + R"(},"additionalProperties":false})";
}

struct Leaf {
    std::vector<Leaf> more{};
    std::string name{};
};
struct Root {
    Leaf a{};
    Leaf b{};
};

TEST_CASE("the schema of a struct is within the limits") {
    CHECK(json::check_schema(json::schema<Root>()));
    CHECK(says(R"({"type":"string"})").empty());
    CHECK(says("true").empty());
}

TEST_CASE("properties are counted in all objects, definitions once") {
    json::schema_limits limits;
    limits.properties = 4;
    CHECK(json::check_schema(json::schema<Root>(), limits));
    limits.properties = 3;
    CHECK(json::check_schema(json::schema<Root>(), limits).error().message ==
          "the schema has 4 properties; at most 3 are accepted");
    const std::string two = object(R"("a":{},"b":{})");
    CHECK(says(R"({"anyOf":[)" + two + "," + two + "]}", limits) ==
          "the schema has 4 properties; at most 3 are accepted");
    CHECK(says(R"({"type":"array","items":)" + object(R"("properties":)" + two) + "}", limits)
              .empty());
}

TEST_CASE("objects nest, lists and references do not") {
    std::string schema = object("");
    for (int i = 0; i != 9; ++i) {
        schema = object(R"("a":{"type":"array","items":)" + schema + "}");
    }
    CHECK(says(schema).empty());
    CHECK(says(object(R"("a":)" + schema)) ==
          "the schema has 11 levels of objects; at most 10 are accepted");
    CHECK(
        says(R"({"$ref":"#/$defs/a","$defs":{"a":)" + schema + R"(,"b":)" + schema + "}}").empty());
    CHECK(says(R"({"anyOf":[)" + object(R"("a":)" + schema) + "]}") ==
          "the schema has 11 levels of objects; at most 10 are accepted");
}

TEST_CASE("enum values are counted in all enumerations, and the characters of a long one") {
    json::schema_limits limits;
    limits.enum_values = 4;
    limits.long_enum = 2;
    limits.long_enum_text = 3;
    CHECK(says(object(R"("a":{"enum":["abcd","e"]},"b":{"enum":["f",null]})"), limits).empty());
    CHECK(says(object(R"("a":{"enum":["a","b"]},"b":{"enum":["c","d","e"]})"), limits) ==
          "the schema has 5 enum values; at most 4 are accepted");
    CHECK(says(object(R"("a":{"enum":["a","é","\u00e9"]})"), limits).empty());
    CHECK(says(object(R"("a":{"enum":["a","b","cd"]})"), limits) ==
          "the schema has 4 characters in an enum; at most 3 are accepted");
}

TEST_CASE("the characters of names and values are counted together") {
    json::schema_limits limits;
    limits.text = 10;
    const std::string within = object(R"("abc":{"const":"de"},"f":{"enum":["gh"]})");
    CHECK(says(R"({"$defs":{"ij":)" + within + "}}", limits).empty());
    CHECK(says(R"({"$defs":{"ijk":)" + within + "}}", limits) ==
          "the schema has 11 characters in names and values; at most 10 are accepted");
}

}  // namespace schema_limits_tests
