#include <oaiwire/tools/tool_set.hpp>
//
#include <support/catch.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scripts.hpp"

namespace tool_set_tests {

using namespace tool_tests;

namespace {

struct Labels {
    std::map<std::string, int> of{};
};

std::string city_of(const CityQuery& q) {
    return q.city;
}

// The output of the first tool for these arguments, or the name of the error.
std::string output_of(const tool_set& set, std::string arguments, bool lenient = true) {
    const auto& entry = set.entry(0);
    bool repaired = false;
    if (entry.check) {
        const auto checked = entry.check(arguments, lenient, repaired);
        if (!checked) return std::string(name(checked.error().code));
    }
    const auto output = entry.function->run(
        {.id = "i", .name = entry.declared.name, .arguments = arguments, .stop = stop_handle()});
    return output ? *output : to_string(output.error());
}

}  // namespace

TEST_CASE("functions of every form are called with the arguments") {
    const std::string oslo = R"({"city":"Oslo"})";
    const auto run = [&](auto function) {
        tool_set set;
        set.add<CityQuery>("a", "", std::move(function));
        return output_of(set, oslo);
    };
    CHECK(run([](const CityQuery& q) { return q.city; }) == "Oslo");
    CHECK(run([](CityQuery q) { return std::move(q.city); }) == "Oslo");
    CHECK(run([](CityQuery&& q) { return q.city.size(); }) == "4");
    CHECK(run([](const auto& q) -> result<std::string> { return q.city; }) == "Oslo");
    CHECK(run([](const CityQuery&, const tool_context& c) { return c.name; }) == "a");
    CHECK(run([](const CityQuery&, const tool_context& c) { return c.arguments; }) == oslo);
    CHECK(run([p = std::make_unique<int>(4)](const CityQuery&) { return *p; }) == "4");
    tool_set plain;
    plain.add<CityQuery>("a", "", city_of);
    CHECK(output_of(plain, oslo) == "Oslo");
    int count = 0;
    CHECK(run([&](const CityQuery&) { ++count; }) == "ok");
    CHECK(count == 1);
}

TEST_CASE("a tool with a schema of one's own gets valid JSON, a custom tool gets any text") {
    tool_set json_tool;
    json_tool.add("a", "", raw_json::trusted("{}"), [](std::string_view text) { return text; });
    CHECK(output_of(json_tool, R"({"a": [1]})") == R"({"a": [1]})");
    CHECK(output_of(json_tool, "") == "{}");
    CHECK(output_of(json_tool, "{]", false) == "unexpected_byte");
    CHECK_FALSE(json_tool[0].settings.strict);
    tool_set text_tool;
    text_tool.add_custom("a", "", [](std::string_view text, const tool_context&) { return text; });
    CHECK(output_of(text_tool, "{]") == "{]");
    CHECK(text_tool[0].custom);
}

TEST_CASE("names are found, and listed for messages") {
    tool_set set;
    CHECK(set.names().empty());
    set.declare<CityQuery>("a", "A").declare_custom("b", "B").declare("c", "",
                                                                      raw_json::trusted("{}"));
    CHECK(set.size() == 3);
    CHECK(set.find("b") == 1);
    CHECK(set.find("d") == 3);
    CHECK(set.names() == R"("a", "b", "c")");
    CHECK(set[0].description == "A");
    CHECK_FALSE(set[0].has_function);
    CHECK(set.error().code == errc::ok);
}

TEST_CASE("a name that is empty or used twice is an error of the set, and adds nothing") {
    for (const char* wrong : {"", "a"}) {
        tool_set set;
        set.declare<CityQuery>("a", "first").add<CityQuery>(wrong, "second", [](const CityQuery&) {
        });
        CHECK(set.size() == 1);
        CHECK(set.error().code == errc::invalid_argument);
        const auto first = set.error();
        set.declare<CityQuery>("a", "");
        CHECK(set.error() == first);
    }
}

TEST_CASE("schemas are strict unless they are asked to be loose, which also has maps") {
    struct Labels {
        std::map<std::string, int> of{};
    };
    tool_set set;
    set.declare<CityQuery>("a", "").declare_loose<CityQuery>("b", "").add_loose<Labels>(
        "c", "", [](const Labels& labels) { return labels.of.size(); });
    CHECK(set[0].parameters == json::schema<CityQuery>());
    CHECK(set[0].settings.strict == true);
    CHECK(set[1].parameters == json::loose_schema<CityQuery>());
    CHECK(set[1].settings.strict == false);
    CHECK(set[2].parameters == json::loose_schema<Labels>());
    const stop_handle stop;
    const tool_context call{.arguments = R"({"of":{"x":1,"y":2}})", .stop = stop};
    CHECK(*set.entry(2).function->run(call) == "2");
}

}  // namespace tool_set_tests
