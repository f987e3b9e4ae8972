// The code of docs/structured.md, compiled and run.
#include "harness.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include <oaiwire/json/schema.hpp>

namespace docs_tests {
namespace weather_query {

// [schema]
enum class Unit { unknown, celsius, fahrenheit };
constexpr std::array<std::string_view, 2> enumerator_names(Unit) {
    return {"celsius", "fahrenheit"};
}

struct WeatherQuery {
    std::string city{};
    int days = 1;
    oaiwire::field<Unit> unit{};

    static constexpr std::tuple schema_keywords{
        oaiwire::json::keywords{"What the weather is asked for"},  // of the struct itself
        oaiwire::json::member(&WeatherQuery::city, {.description = "City and country"}),
        oaiwire::json::member(&WeatherQuery::days, {.minimum = 1, .maximum = 14}),
    };
};
// [/schema]

// [schema_of_others]
namespace others {

struct Point {
    double latitude{};
    double longitude{};
};

constexpr auto schema_keywords(const Point*) {
    return std::tuple{oaiwire::json::member(&Point::latitude, {.minimum = -90, .maximum = 90})};
}

}  // namespace others
// [/schema_of_others]

// [loose_schema]
struct Settings {
    std::string name{};
    std::optional<std::string> note{};
    std::map<std::string, double> weights{};
};
// [/loose_schema]

}  // namespace weather_query

namespace people {

// [parse]
struct Person {
    std::string name{};
    oaiwire::field<int> born{};  // null if the text does not say
};
// [/parse]

// [tool]
struct RoomQuery {
    std::string room{};
    double celsius = 20;
    static constexpr std::tuple schema_keywords{
        oaiwire::json::member(&RoomQuery::celsius, {.minimum = 5, .maximum = 30})};
};
// [/tool]

}  // namespace people

namespace {

// The pages break the one line of a schema.
bool some_page_shows_broken(std::string line) {
    const auto shown = blocks("text");
    return std::any_of(shown.begin(), shown.end(), [&](std::string block) {
        block.erase(std::remove(block.begin(), block.end(), '\n'), block.end());
        return block + '\n' == line;
    });
}

}  // namespace

TEST_CASE("the schemas of docs/structured.md are as it shows") {
    using namespace weather_query;
    {
        const captured_output out;
        // [schema]
        std::cout << oaiwire::json::schema<WeatherQuery>().text() << '\n';
        // [/schema]
        INFO(out.text());
        CHECK(some_page_shows_broken(out.text()));
    }
    {
        const captured_output out;
        // [loose_schema]
        std::cout << oaiwire::json::loose_schema<Settings>().text() << '\n';
        // [/loose_schema]
        INFO(out.text());
        CHECK(some_page_shows_broken(out.text()));
    }
    CHECK(oaiwire::json::schema<others::Point>().text().find(R"("minimum":-90,"maximum":90)") !=
          std::string_view::npos);

    // [check_schema]
    if (auto fits = oaiwire::json::check_schema(oaiwire::json::schema<WeatherQuery>()); !fits) {
        std::cerr << to_string(fits.error()) << '\n';
    }
    // [/check_schema]
}

TEST_CASE("structured output is read as docs/structured.md says") {
    using namespace people;
    const std::string ada = R"({\"name\":\"Ada Lovelace\",\"born\":1815})";
    const std::string plain = R"({"choices":[{"index":0,"message":{"content":")" + ada +
                              R"("},"finish_reason":"stop"}]})";
    const std::string events = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + ada +
                               "\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    const std::string item =
        R"({"type":"message","content":[{"type":"output_text","text":")" + ada + "\"}]}";
    const oaiwire::replay_transport http(
        {answer(plain), answer(events, "text/event-stream"),
         answer(R"({"id":"r","status":"completed","output":[)" + item + "]}")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    const captured_output first;

    // [parse]
    oaiwire::ChatCompletionRequest request{
        .model = "gpt-4o-mini",
        .messages = {oaiwire::user("Ada Lovelace was born in London in 1815.")}};
    auto person = api.parse<Person>(request);
    if (person) std::cout << person->name << ", born " << person->born.value_or(0) << '\n';
    // [/parse]

    CHECK(some_page_shows(first.text()));

    // [why]
    const auto why = [](const oaiwire::error& e) -> std::string {
        switch (e.code) {
            case oaiwire::errc::refused:
                return "refused: " + e.message;
            case oaiwire::errc::cut_by_length:
                return "more tokens are needed";
            default:
                return e.kind() == oaiwire::error_kind::decode ? "malformed: " + to_string(e)
                                                               : to_string(e);
        }
    };
    // [/why]

    CHECK(why(oaiwire::make_error(oaiwire::errc::refused, "No.")) == "refused: No.");
    CHECK(why(oaiwire::make_error(oaiwire::errc::cut_by_length)) == "more tokens are needed");
    CHECK(why(oaiwire::make_error(oaiwire::errc::unexpected_end)).find("malformed") == 0);
    CHECK(why(oaiwire::make_error(oaiwire::errc::no_output)).find("no_output") == 0);

    // [steps]
    request.response_format = oaiwire::response_format<Person>("person");
    auto stream = api.stream(request);
    for (const auto& chunk : stream) std::cout << oaiwire::text(chunk) << std::flush;
    if (!stream.ok()) std::cerr << to_string(stream.error()) << '\n';
    auto streamed = oaiwire::parse<Person>(stream.response());

    oaiwire::ResponseRequest other{.model = "gpt-4o-mini", .input = "Ada was born in 1815."};
    other.text = oaiwire::ResponseTextParam{.format = oaiwire::text_format<Person>()};
    auto response = api.create(other);
    if (response) person = oaiwire::parse<Person>(*response);
    // [/steps]

    REQUIRE(streamed);
    CHECK(streamed->born == 1815);
    REQUIRE(response);
    REQUIRE(person);
    CHECK(person->name == "Ada Lovelace");
    CHECK(http.requests().at(1).body.find(R"("name":"person")") != std::string::npos);
}

TEST_CASE("text of models is repaired as docs/structured.md says") {
    using namespace people;
    oaiwire::ChatCompletion answer;
    answer.choices.push_back(
        {.message = oaiwire::ChatCompletionMessage{
             .content = "Sure:\n\n```json\n{\"name\":\"Ada\",\"born\":1815,}\n```"}});
    {
        const captured_output out;
        // [lenient]
        oaiwire::repair_report report;
        auto lenient = oaiwire::parse<Person>(answer, {.lenient = true, .report = &report});
        for (const auto& repair : report.repairs) {
            std::cout << name(repair.what) << " at byte " << repair.offset << '\n';
        }
        // [/lenient]
        REQUIRE(lenient);
        CHECK(lenient->name == "Ada");
        INFO(out.text());
        CHECK(some_page_shows(out.text()));
    }
    oaiwire::repair_report report;
    oaiwire::ChatCompletionRequest request;
    oaiwire::ToolCall call{
        .function = oaiwire::FunctionCall{.name = "heat",
                                          .arguments = "{'room': 'kitchen', \"celsius\": \"21\"}"}};
    const captured_output out;

    // [tool]
    request.tools = {oaiwire::tool<RoomQuery>("heat", "Heats a room")};
    // ... the model answers with a call
    auto query = oaiwire::arguments<RoomQuery>(call, oaiwire::argument_mode::lenient, &report);
    if (!query) {
        std::cout << "error: " << to_string(query.error()) << '\n';  // tell the model
    } else if (report.was_cut()) {
        std::cout << "the call is not whole\n";
    } else {
        std::cout << query->room << ": " << query->celsius << '\n';
    }
    // [/tool]

    CHECK(out.text() == "kitchen: 21\n");
    CHECK(some_page_shows(out.text()));
}

TEST_CASE("repair_lenient repairs what the table of docs/structured.md says") {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {R"([1,2,])", R"([1,2])"},
        {R"({"a":1 "b":2})", R"({"a":1,"b":2})"},
        {R"({"a" 1, "b" = 2, "c":})", R"({"a":1,"b":2})"},
        {R"({"a":[1})", R"({"a":[1]})"},
        {R"([1})", R"([1])"},
        {R"({"a": "b, "c": 1})", R"({"a":"b","c":1})"},
        {R"({city: New York})", R"({"city":"New York"})"},
        {R"({"a":"He said "hi" to me"})", R"({"a":"He said \"hi\" to me"})"},
        {R"(["\d","\'","\x41"])", R"(["\\d","'","\u0041"])"},
        {R"([True,None,+1,.5,1.,NaN])", R"([true,null,1,0.5,1,"NaN"])"},
        {R"({\"a\": 1})", R"({"a":1})"},
        {R"({"a": [1, "b)", R"({"a":[1,"b"]})"},
    };
    for (const auto& [text, due] : rows) {
        std::string out;
        std::vector<oaiwire::json::repair_note> notes;
        REQUIRE(oaiwire::json::repair_lenient(text, out, notes));
        CHECK(out == due);
    }
}

}  // namespace docs_tests
