#include <oaiwire/json/schema_writer.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <oaiwire/json/schema.hpp>

namespace schema_writer_tests {

using namespace oaiwire;

const std::string head = R"({"type":"object","properties":{)";
const std::string tail = R"("additionalProperties":false)";

namespace one {
struct Item {
    bool a{};
};
}  // namespace one
namespace two {
struct Item {
    bool b{};
};
}  // namespace two
struct Item_2 {
    bool c{};
};

struct SameNames {
    std::array<Item_2, 1> d{};
    std::array<Item_2, 1> e{};
    std::vector<one::Item> f{};
    std::vector<one::Item> g{};
    std::vector<two::Item> h{};
    std::vector<two::Item> i{};
};

TEST_CASE("definitions of the same name get a number that none has") {
    const std::string text(json::schema<SameNames>().text());
    CHECK(text.find(R"("g":{"type":"array","items":{"$ref":"#/$defs/Item"}},)"
                    R"("h":{"type":"array","items":{"$ref":"#/$defs/Item_3"}})") !=
          std::string::npos);
    CHECK(text.ends_with(
        R"(,"$defs":{"Item_2":)" + head + R"("c":{"type":"boolean"}},"required":["c"],)" + tail +
        R"(},"Item":)" + head + R"("a":{"type":"boolean"}},"required":["a"],)" + tail +
        R"(},"Item_3":)" + head + R"("b":{"type":"boolean"}},"required":["b"],)" + tail + "}}}"));
}

struct Branch {
    std::vector<Branch> twigs{};
    static constexpr std::tuple schema_keywords{json::keywords{"A branch"}};
};
struct Plant {
    Branch stem{};
    std::unique_ptr<Branch> other{};
    static constexpr std::tuple schema_keywords{
        json::member(&Plant::stem, {.title = "Stem"}),
        json::member(&Plant::other, {.description = "Another"}),
    };
};

TEST_CASE("no keyword stands beside a reference") {
    const std::string twigs = R"("twigs":{"type":"array","items":{"$ref":"#/$defs/Branch"}}},)"
                              R"("required":["twigs"],)" +
                              tail + "}";
    CHECK(json::schema<Plant>().text() ==
          head +
              R"("stem":{"type":"object","title":"Stem","description":"A branch","properties":{)" +
              twigs +
              R"(,"other":{"description":"Another","anyOf":[{"$ref":"#/$defs/Branch"},)"
              R"({"type":"null"}]}},"required":["stem","other"],)" +
              tail +
              R"(,"$defs":{"Branch":{"type":"object","description":"A branch","properties":{)" +
              twigs + "}}");
}

struct Bounds {
    std::uint8_t narrower{};
    std::uint8_t wider{};
    std::int16_t exclusive{};
    std::uint64_t large{};
    double real{};
    std::vector<std::int8_t> list{};

    static constexpr std::tuple schema_keywords{
        json::member(&Bounds::narrower, {.minimum = 1, .maximum = 254}),
        json::member(&Bounds::wider, {.minimum = -1, .maximum = 256}),
        json::member(&Bounds::exclusive, {.exclusive_minimum = -1, .exclusive_maximum = 1}),
        json::member(&Bounds::large, {.maximum = 1e300}),
        json::member(&Bounds::real, {.minimum = -0.1, .multiple_of = 0.01}),
        json::member(&Bounds::list, {.minimum = 0, .min_items = 2}),
    };
};

TEST_CASE("of the bounds of a type and those of keywords, the narrower ones are written") {
    const std::string text(json::schema<Bounds>().text());
    CHECK(text.substr(head.size(), text.find(R"(,"required")") - head.size()) ==
          R"("narrower":{"type":"integer","minimum":1,"maximum":254},)"
          R"("wider":{"type":"integer","minimum":0,"maximum":255},)"
          R"("exclusive":{"type":"integer","exclusiveMinimum":-1,"exclusiveMaximum":1},)"
          R"("large":{"type":"integer","minimum":0,"maximum":1e+300},)"
          R"("real":{"type":"number","minimum":-0.1,"multipleOf":0.01},)"
          R"("list":{"type":"array","items":{"type":"integer","minimum":0,"maximum":127},)"
          R"("minItems":2}})");
}

struct Renamed {
    static constexpr std::array json_names{std::pair{"kind", "the \xc3\xa9 kind"}};
    std::string kind{};
    std::string class_{};
};

TEST_CASE("properties have the names that members have in JSON") {
    CHECK(json::schema<Renamed>().text() == head +
                                                R"("the )"
                                                "\xc3\xa9"
                                                R"( kind":{"type":"string"},)"
                                                R"("class":{"type":"string"}},)"
                                                R"("required":["the )"
                                                "\xc3\xa9"
                                                R"( kind","class"],)" +
                                                tail + "}");
}

}  // namespace schema_writer_tests
