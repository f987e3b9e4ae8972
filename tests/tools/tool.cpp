#include <oaiwire/tools/tool.hpp>

#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include <oaiwire/types/message.hpp>
#include <oaiwire/types/tools.hpp>

#include <support/catch.hpp>

namespace function_tool_tests {

namespace {

using namespace oaiwire;
using json::repair_kind;

enum class Unit { unknown, celsius, fahrenheit };
constexpr std::array<std::string_view, 2> enumerator_names(Unit) {
    return {"celsius", "fahrenheit"};
}

struct WeatherQuery {
    std::string city{};
    int days = 1;
    field<Unit> unit{};
    static constexpr std::tuple schema_keywords{
        json::keywords{"What the weather is asked for"},
        json::member(&WeatherQuery::city, {.description = "City and country"}),
        json::member(&WeatherQuery::days, {.minimum = 1, .maximum = 14}),
    };
    friend bool operator==(const WeatherQuery&, const WeatherQuery&) = default;
};

struct NoArguments {};

struct Tagged {
    std::string text{};
    string_map<int> counts{};
};

constexpr std::string_view good = R"({"city":"Bern","days":3,"unit":"celsius"})";
const WeatherQuery bern{"Bern", 3, Unit::celsius};

ToolCall call_with(std::string arguments) {
    return {.id = "c1",
            .function = FunctionCall{.name = "weather", .arguments = std::move(arguments)}};
}

}  // namespace

TEST_CASE("tool() declares a function with the strict schema of its arguments") {
    const FunctionTool made = tool<WeatherQuery>("weather", "The weather in a city");
    CHECK(made.function.name == "weather");
    CHECK(made.function.description == "The weather in a city");
    CHECK(made.function.strict == true);
    CHECK(made.function.parameters->text() == json::schema<WeatherQuery>().text());
    // the type's name, and no description
    const FunctionTool bare = tool<WeatherQuery>();
    CHECK(bare.function.name == "WeatherQuery");
    CHECK(bare.function.description.is_absent());
    // the function of that name that makes a message is another
    const RequestMessage answer = tool("c1", "sunny");
    REQUIRE(std::holds_alternative<ToolMessage>(answer));
    CHECK(std::get<ToolMessage>(answer).tool_call_id == "c1");
}

TEST_CASE("loose_tool() declares what strict schemas cannot express") {
    const FunctionTool made = loose_tool<Tagged>("count");
    CHECK(made.function.strict.is_absent());
    CHECK(made.function.parameters->text() == json::loose_schema<Tagged>().text());
}

TEST_CASE("arguments() reads what fits the schema in both modes, and reports nothing") {
    for (const auto mode : {argument_mode::strict, argument_mode::lenient}) {
        repair_report report;
        report.repairs.push_back({repair_kind::cut, 1});
        const auto query = arguments<WeatherQuery>(good, mode, &report);
        REQUIRE(query);
        CHECK(*query == bern);
        CHECK(report.empty());
        CHECK_FALSE(report.was_cut());
    }
    CHECK(arguments<NoArguments>("{}"));
    // optional members may be null or absent
    CHECK(arguments<WeatherQuery>(R"({"city":"Bern","days":3,"unit":null})")->unit.is_null());
    CHECK(arguments<WeatherQuery>(R"({"city":"Bern","days":3})")->unit.is_absent());
}

TEST_CASE("arguments() reads a call in the forms of gateways") {
    CHECK(*arguments<WeatherQuery>(call_with(std::string(good))) == bern);
    ToolCall flat;
    flat.function.reset();
    flat.extra.set("name", "weather");
    flat.extra.set("arguments", raw_json::parse(good).value());
    CHECK(*arguments<WeatherQuery>(flat) == bern);
}

TEST_CASE("strict arguments must be JSON of the declared types") {
    const auto fails = [](std::string_view text) { return arguments<WeatherQuery>(text).error(); };
    CHECK(fails("").code == errc::unexpected_end);
    CHECK(fails(R"({"city":"Bern","days":3,})").code == errc::unexpected_byte);
    CHECK(fails(R"({"city":"Bern","days":3,})").offset == 24);
    const error mistyped = fails(R"({"city":"Bern","days":"3"})");
    CHECK(mistyped.code == errc::type_mismatch);
    CHECK(mistyped.path == "days");
    CHECK(mistyped.offset == 22);
    CHECK(fails(R"({"city":"Bern","days":3,"unit":"kelvin"})").path == "unit");
    CHECK(arguments<WeatherQuery>(ToolCall{}).error().code == errc::unexpected_end);
}

TEST_CASE("arguments without a member that is not optional are an error in both modes") {
    for (const auto mode : {argument_mode::strict, argument_mode::lenient}) {
        const auto query = arguments<WeatherQuery>(R"({"days":3})", mode);
        REQUIRE_FALSE(query);
        CHECK(query.error().code == errc::type_mismatch);
        CHECK(query.error().path == "city");
        CHECK(query.error().message == "the member is missing");
    }
}

TEST_CASE("arguments outside the keywords are an error in both modes") {
    for (const auto mode : {argument_mode::strict, argument_mode::lenient}) {
        const auto query = arguments<WeatherQuery>(R"({"city":"Bern","days":15})", mode);
        REQUIRE_FALSE(query);
        CHECK(query.error().code == errc::number_out_of_range);
        CHECK(query.error().path == "days");
    }
}

TEST_CASE("lenient arguments are repaired, and each repair is reported") {
    const auto read = [](std::string_view text, std::string_view due) {
        CAPTURE(text);
        repair_report report;
        const auto query = arguments<WeatherQuery>(text, argument_mode::lenient, &report);
        REQUIRE(query);
        CHECK(*query == bern);
        CHECK_FALSE(report.empty());
        std::string found;
        for (const auto& n : report.repairs) {
            found.append(name(n.what)).append("@").append(std::to_string(n.offset)).append(" ");
        }
        for (const auto& n : report.read.notes) {
            found.append(name(n.what)).append(" ").append(n.path).append(" ");
        }
        CHECK(found == due);
    };
    read(R"({"city":"Bern","days":3,"unit":"celsius",})", "extra_comma@40 ");
    read(R"({'city': 'Bern', days: "3", "unit": 'celsius'})",
         "quotes@1 quotes@9 unquoted_name@17 quotes@36 converted days ");
    read("```json\n{\"city\":\"Bern\",\"days\":3,\"unit\":\"celsius\"}\n```", "fence@0 ");
    read(R"({"city":"Bern","days":3.0,"unit":"celsius"})", "converted days ");
    read(R"("{\"city\":\"Bern\",\"days\":3,\"unit\":\"celsius\"}")", "doubled@1 ");
    read(R"({"city":"Bern","days":3,"unit":"celsius")", "cut@40 ");
}

TEST_CASE("lenient arguments that were cut are reported as such") {
    repair_report report;
    const auto query =
        arguments<WeatherQuery>(R"({"days":3,"city":"Be)", argument_mode::lenient, &report);
    REQUIRE(query);
    CHECK(query->city == "Be");
    CHECK(report.was_cut());
    // what is missing for that is missing
    CHECK(arguments<WeatherQuery>(R"({"days":3,"city)", argument_mode::lenient).error().path ==
          "city");
}

TEST_CASE("lenient arguments may be empty where no member is required") {
    for (const auto* text : {"", " \n"}) {
        CHECK(arguments<NoArguments>(text, argument_mode::lenient));
        CHECK_FALSE(arguments<NoArguments>(text, argument_mode::strict));
    }
    CHECK(arguments<NoArguments>(ToolCall{}, argument_mode::lenient));
    CHECK(arguments<WeatherQuery>("", argument_mode::lenient).error().path == "city");
}

TEST_CASE("lenient arguments that tolerant reading would make empty are an error") {
    const auto fails = [](std::string_view text) {
        return arguments<WeatherQuery>(text, argument_mode::lenient).error();
    };
    CHECK(fails(R"({"city":null,"days":3})").path == "city");
    CHECK(fails(R"({"city":"Bern","days":3,"unit":[1]})").path == "unit");
    CHECK(fails(R"({"city":"Bern","days":3,"unit":[1]})").code == errc::type_mismatch);
}

TEST_CASE("errors of lenient arguments have the offset in the text as it was, or none") {
    const auto fails = [](std::string_view text, repair_report& report) {
        return arguments<WeatherQuery>(text, argument_mode::lenient, &report).error();
    };
    repair_report report;
    // nothing to repair
    const error plain = fails(R"({"city":"Bern","days":"x"})", report);
    CHECK(plain.path == "days");
    CHECK(plain.offset == 22);
    CHECK(report.repairs.empty());
    // the error is in the repaired text
    const error repaired = fails(R"({"city":"Bern","days":"x",})", report);
    CHECK(repaired.path == "days");
    CHECK(repaired.offset == error::no_offset);
    CHECK(report.has(repair_kind::extra_comma));
    // no value: the first syntax error
    const error prose = fails("I would need a city.", report);
    CHECK(prose.code == errc::unexpected_byte);
    CHECK(prose.offset == 0);
    CHECK(report.empty());
}

}  // namespace function_tool_tests
