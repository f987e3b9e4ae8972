#include <oaiwire/tools/tool_arguments.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "scripts.hpp"

namespace tool_arguments_tests {

using namespace tool_tests;

namespace {

struct Bounded {
    int days = 1;
    static constexpr std::tuple schema_keywords{
        json::member(&Bounded::days, {.minimum = 1, .maximum = 14})};
};

struct checked {
    std::string text{};
    bool repaired = false;
    errc code = errc::ok;
    std::string path{};
};

checked check(std::string_view arguments, bool lenient = true) {
    checked out{.text = std::string(arguments)};
    const auto done = detail::check_arguments<CityQuery>(out.text, lenient, out.repaired);
    if (!done) {
        out.code = done.error().code;
        out.path = done.error().path;
        return out;
    }
    CityQuery query;
    CHECK(detail::read_arguments(out.text, query));
    return out;
}

}  // namespace

TEST_CASE("arguments of the type are taken as they are") {
    for (const bool lenient : {true, false}) {
        const auto whole = check(R"({"city":"Oslo","days":3})", lenient);
        CHECK(whole.code == errc::ok);
        CHECK_FALSE(whole.repaired);
        CHECK(whole.text == R"({"city":"Oslo","days":3})");
    }
}

TEST_CASE("arguments of another type are an error with its path; lenient reading converts") {
    CHECK(check(R"({"city":"Oslo","days":"3"})", false).path == "days");
    const auto converted = check(R"({"city":"Oslo","days":"3"})");
    CHECK(converted.code == errc::ok);
    CHECK(converted.repaired);
    // what would be lost is an error in both
    CHECK(check(R"({"city":"Oslo","days":{}})").path == "days");
    CHECK(check(R"({"city":null})").path == "city");
    CHECK(check("[").code != errc::ok);
}

TEST_CASE("what models break is repaired, unless strictness is asked for") {
    for (const char* broken : {"```json\n{\"city\": \"Oslo\",}\n```", "{'city': 'Oslo'}",
                               R"({city: "Oslo"})", R"("{\"city\":\"Oslo\"}")"}) {
        INFO(broken);
        const auto repaired = check(broken);
        CHECK(repaired.text == R"({"city":"Oslo"})");
        CHECK(repaired.repaired);
        const auto strict = check(broken, false);
        CHECK(strict.code != errc::ok);
        CHECK(strict.text == broken);
    }
}

TEST_CASE("arguments that are cut or incomplete are errors, since the function would run") {
    for (const bool lenient : {true, false}) {
        const std::string_view whole = R"({"city":"Oslo","days":3})";
        for (std::size_t n = 1; n != whole.size(); ++n) {
            INFO(n);
            CHECK(check(whole.substr(0, n), lenient).code == errc::unexpected_end);
        }
        const auto missing = check(R"({"days":3})", lenient);
        CHECK(missing.code == errc::type_mismatch);
        CHECK(missing.path == "city");
        CHECK(check("", lenient).path == "city");
    }
}

TEST_CASE("arguments keep to the keywords of the schema") {
    bool repaired = false;
    std::string text = R"({"days":15})";
    const auto done = detail::check_arguments<Bounded>(text, true, repaired);
    CHECK(done.error().code == errc::number_out_of_range);
    CHECK(done.error().path == "days");
    text = R"({"days":14})";
    CHECK(detail::check_arguments<Bounded>(text, true, repaired));
}

TEST_CASE("a text that any JSON fits is checked and repaired in the same way") {
    for (const auto& [before, after] :
         {std::pair{"", "{}"}, {"[1, 2]", "[1, 2]"}, {"{'a': 1}", "{\"a\":1}"}}) {
        std::string text = before;
        bool repaired = false;
        CHECK(detail::check_json(text, true, repaired));
        CHECK(text == after);
    }
    std::string text = "{\"a\":";
    bool repaired = false;
    CHECK(detail::check_json(text, true, repaired).error().code == errc::unexpected_end);
    CHECK_FALSE(repaired);
}

}  // namespace tool_arguments_tests
