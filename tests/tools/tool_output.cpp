#include <oaiwire/tools/tool_output.hpp>
//
#include <support/catch.hpp>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "scripts.hpp"

namespace tool_output_tests {

using namespace oaiwire;
using oaiwire::detail::output_from;
using oaiwire::detail::output_of;

TEST_CASE("a tool's output is its text, or the JSON of its value") {
    CHECK(output_of("a") == std::string("a"));
    CHECK(output_of(std::string("b")) == std::string("b"));
    CHECK(output_of(std::string_view("c")) == std::string("c"));
    CHECK(output_of(raw_json::trusted(R"({"a":1})")) == std::string(R"({"a":1})"));
    CHECK(output_of(7) == std::string("7"));
    CHECK(output_of(true) == std::string("true"));
    CHECK(output_of(std::vector<int>{1, 2}) == std::string("[1,2]"));
    CHECK(output_of(tool_tests::CityQuery{.city = "x"}) == std::string(R"({"city":"x"})"));
    CHECK(output_of(result<void>()) == std::string("ok"));
    CHECK(output_of(result<int>(5)) == std::string("5"));
    CHECK(output_of(result<std::string>("d")) == std::string("d"));
}

TEST_CASE("errors of a tool, and values without JSON, are errors of its output") {
    const auto failure = [] { return make_error(errc::tool_failed, "no"); };
    CHECK(output_of(result<int>(failure())).error() == failure());
    CHECK(output_of(result<void>(failure())).error() == failure());
    CHECK(output_of(failure()).error() == failure());
    CHECK(output_of(std::numeric_limits<double>::infinity()).error().code == errc::not_finite);
}

TEST_CASE("a function gets as many of its arguments as it takes") {
    const int context = 3;
    const auto one = [](int a) { return a; };
    const auto two = [](int a, const int& c) { return a + c; };
    const auto none = [](int) {};
    CHECK(output_from(one, context, 1) == std::string("1"));
    CHECK(output_from(two, context, 1) == std::string("4"));
    CHECK(output_from(none, context, 1) == std::string("ok"));
}

}  // namespace tool_output_tests
