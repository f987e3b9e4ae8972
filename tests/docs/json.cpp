// The code of docs/json.md, compiled and run.
#include "harness.hpp"

#include <oaiwire/api/conformance.hpp>

namespace docs_tests {
namespace own_type {

// [own]
struct Weather {
    std::string city{};
    oaiwire::field<double> celsius{};  // may be absent or null
};
// [/own]

}  // namespace own_type

TEST_CASE("a user's struct is read and written as docs/json.md shows") {
    using own_type::Weather;
    const captured_output out;

    // [own]
    auto weather = oaiwire::json::read<Weather>(R"({"city":"Bern","celsius":null})");
    if (weather) {
        weather->celsius = 21.5;
        if (auto text = oaiwire::json::write(*weather)) std::cout << *text << '\n';
    }
    // [/own]

    INFO(out.text());
    CHECK(some_page_shows(out.text()));
}

TEST_CASE("the two modes of docs/json.md read as it says") {
    const std::string_view text = R"({"id":7,"choices":[{"index":"0"}]})";

    // [modes]
    auto strict = oaiwire::json::read<oaiwire::ChatCompletion>(text);
    auto lenient = oaiwire::json::read<oaiwire::ChatCompletion>(text, oaiwire::json::tolerant);
    // [/modes]

    CHECK_FALSE(strict);
    REQUIRE(lenient);
    CHECK(lenient->id == "7");
    CHECK(lenient->choices[0].index == 0);
}

TEST_CASE("docs/json.md shows what a conformance report says") {
    const std::string_view body = R"({"id":"a","choices":[],"created":"now","model":"m"})";
    const captured_output out;

    // [conform]
    oaiwire::json::read_report report;
    oaiwire::json::read_options options = oaiwire::json::tolerant;
    options.report = &report;
    options.conform =
        oaiwire::conforming(oaiwire::document::openai, oaiwire::response_kind::chat_completion);
    auto response = oaiwire::json::read<oaiwire::ChatCompletion>(body, options);
    for (const auto& note : report.notes) {
        std::cout << name(note.what) << ' ' << note.path;
        if (!note.due.empty()) std::cout << ": " << note.due;
        std::cout << '\n';
    }
    // [/conform]

    CHECK(response);
    INFO(out.text());
    CHECK(some_page_shows(out.text()));
}

}  // namespace docs_tests
