// The example program extract: its events, its value and exit status; and the values that the
// examples' server makes up.
#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <support/catch.hpp>

#include "../../examples/support/structured_answer.hpp"
#include "foreign_server.hpp"
#include "program.hpp"

namespace extract_tests {

namespace {

struct ended {
    int status;
    std::string out;
    std::string err;
};

ended extract(std::vector<std::string> arguments = {}, std::vector<std::string> variables = {}) {
    arguments.insert(arguments.begin(), OAIWIRE_TEST_EXAMPLES "/extract");
    support::program p(std::move(arguments), std::move(variables));
    const int status = p.wait();
    return {status, p.out(), p.err()};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

struct word {
    static constexpr oaiwire::wire_tag tag{"kind", "word"};
    std::string text{};
};
struct number {
    static constexpr oaiwire::wire_tag tag{"kind", "number"};
    double value{};
};
enum class size { unknown, small, large };
constexpr std::array<std::string_view, 2> enumerator_names(size) {
    return {"small", "large"};
}
// What a schema can say.
struct subject {
    std::string name{};
    int count{};
    unsigned ratio{};
    bool ready{};
    size how{};
    std::optional<double> perhaps{};
    std::array<int, 3> three{};
    std::vector<std::variant<word, number>> parts{};
    std::vector<subject> children{};
    std::unique_ptr<subject> next{};

    static constexpr std::tuple schema_keywords{
        oaiwire::json::member(&subject::name, {.min_length = 40, .max_length = 45}),
        oaiwire::json::member(&subject::count, {.minimum = 10, .maximum = 20, .multiple_of = 5}),
        oaiwire::json::member(&subject::ratio, {.exclusive_minimum = 3}),
        oaiwire::json::member(&subject::children, {.max_items = 1})};
};

}  // namespace

TEST_CASE("extract prints one line per event, and the value in the end") {
    const auto r = extract({"Ben", "repairs the export."});
    CHECK(r.status == 0);
    CHECK(r.err.starts_with("extract: OPENAI_BASE_URL is not set: "));
    CHECK(r.out.starts_with("opened object\nopened text topic\ngrown text topic: "));
    for (const auto* line : {"opened list tasks", "opened object tasks[1]",
                             "closed text tasks[0].who", "closed text tasks[1].priority",
                             "closed number tasks[1].days", "closed list tasks", "closed object"}) {
        CHECK(contains(r.out, std::string("\n") + line + "\n"));
    }
    const auto last = r.out.rfind('\n', r.out.size() - 2) + 1;
    const auto value = nlohmann::json::parse(r.out.substr(last));
    CHECK(value["topic"] == "some words for topic");
    CHECK(value["tasks"].size() == 2);
    CHECK(value["tasks"][0]["priority"] == "low");
}

TEST_CASE("wrong usage of extract exits with 2 and shows the usage") {
    CHECK(extract({"--what"}).status == 2);
    CHECK(extract({"--model"}).status == 2);
    CHECK(extract({"--help"}).out.starts_with("usage: extract "));
}

TEST_CASE("extract sends the schema, and fails where the answer does not fit it") {
    const support::foreign_server server;
    const std::string base = "OPENAI_BASE_URL=" + server.base_url();
    const auto r = extract({"--model", "whole", "notes"}, {base});
    CHECK(r.status == 1);
    INFO(r.err);
    CHECK(contains(r.err, "extract: unexpected_byte"));
    const auto format = server.body()["response_format"];
    CHECK(format["type"] == "json_schema");
    CHECK(format["json_schema"]["strict"] == true);
    CHECK(format["json_schema"]["schema"]["properties"].size() == 3);

    CHECK(contains(extract({"--model", "pieces", "x"}, {base}).err, "extract: cut_by_length"));
    CHECK(
        contains(extract({"--model", "truncated", "x"}, {base}).err, "extract: truncated_stream"));
}

TEST_CASE("the examples' server makes up values that fit their schema") {
    const example::structured_answer answer(oaiwire::json::loose_schema<subject>().text());
    const auto value = oaiwire::json::read<subject>(answer.text());
    INFO(answer.text());
    REQUIRE(value);
    CHECK(oaiwire::json::check_keywords(*value));
    CHECK(value->name.size() == 40);
    CHECK(value->count == 10);
    CHECK(value->ratio == 4);
    CHECK(value->parts.size() == 2);
    CHECK(value->children.size() == 1);
}

}  // namespace extract_tests
