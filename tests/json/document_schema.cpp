#include <oaiwire/json/document_schema.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/read.hpp>

namespace document_schema_tests {

using namespace oaiwire;
using json::document_schema;
using json::read_note;
using json::schema_member;
using json::value_types;
using enum json::presence;

namespace {

constexpr document_schema anything{};
constexpr document_schema text{.types = value_types::text};
constexpr document_schema count = json::number_from(value_types::integer, 0, 20);
constexpr document_schema number{.types = value_types::number};
constexpr document_schema share = json::number_from(value_types::number, 0, 0.5);
constexpr document_schema at_least_one =
    json::number_from(value_types::integer, 1, std::numeric_limits<double>::infinity());
constexpr document_schema numbers{.types = value_types::object, .element = &number};

constexpr schema_member message[]{
    {"role", required, text},
    {"content", required_or_null, text},
};
constexpr schema_member choice[]{
    {"index", required, count},
    {"message", required, message},
    {"share", optional_or_null, share},
    {"n", optional, at_least_one},
};
constexpr schema_member error[]{{"code", required, text}};
constexpr json::schema_alternative outcomes[]{{"error", error}};
constexpr document_schema outcome = json::one_of("type", outcomes);
constexpr document_schema text_or_choices{.types = value_types::text | value_types::list,
                                          .element = &outcome};
constexpr schema_member document[]{
    {"choices", required, json::list_of(choice)}, {"labels", optional, json::map_of(text)},
    {"scores", optional, json::list_of(numbers)}, {"outcome", optional, outcome},
    {"either", optional, text_or_choices},        {"any", optional, anything},
};
constexpr document_schema root = json::object_of(document);

// "missing choices[0].index: an integer from 0 to 20; ..."
std::string notes(std::string_view body) {
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    options.conform = json::conforming(root);
    CHECK(json::read<raw_json>(body, options));
    std::string out;
    for (const auto& n : report.notes) {
        if (!out.empty()) out += "; ";
        out += std::string(name(n.what)) + " " + n.path + ": " + n.due;
    }
    return out;
}

}  // namespace

TEST_CASE("an absent required member is noted with its path and its expected type") {
    CHECK(notes(R"({"choices":[]})") == "");
    CHECK(notes(R"({"choices":[{"index":0,"message":{"role":"a","content":null}}]})") == "");
    CHECK(notes("{}") == "missing choices: an array");
    CHECK(notes(R"({"choices":[{"index":0,"message":{"role":"a","content":"b"}},{"index":1},
                               {"message":{"content":"b"}}]})") ==
          "missing choices[1].message: an object; "
          "missing choices[2].index: an integer from 0 to 20; "
          "missing choices[2].message.role: a string");
    CHECK(notes(R"({"choices":[{"index":0,"message":{}}]})") ==
          "missing choices[0].message.role: a string; "
          "missing choices[0].message.content: a string or null");
}

TEST_CASE("numbers out of range and fractions of integers are noted") {
    const auto of = [](std::string_view members) {
        return notes(R"({"choices":[{"message":{"role":"a","content":"b"},)" +
                     std::string(members) + "}]}");
    };
    CHECK(of(R"("index":0)") == "");
    CHECK(of(R"("index":20)") == "");
    CHECK(of(R"("index":2e1)") == "");
    CHECK(of(R"("index":-0)") == "");
    CHECK(of(R"("index":21)") == "out_of_range choices[0].index: an integer from 0 to 20");
    CHECK(of(R"("index":-1)") == "out_of_range choices[0].index: an integer from 0 to 20");
    CHECK(of(R"("index":1e99)") == "out_of_range choices[0].index: an integer from 0 to 20");
    CHECK(of(R"("index":1e999)") == "mistyped choices[0].index: an integer from 0 to 20");
    CHECK(of(R"("index":1.5)") == "mistyped choices[0].index: an integer from 0 to 20");
    CHECK(of(R"("index":1,"share":null)") == "");
    CHECK(of(R"("index":1,"share":0.5)") == "");
    CHECK(of(R"("index":1,"share":0.51)") ==
          "out_of_range choices[0].share: a number from 0 to 0.5 or null");
    CHECK(of(R"("index":1,"n":0)") == "out_of_range choices[0].n: an integer of at least 1");
}

TEST_CASE("values of other types are noted, null included") {
    CHECK(notes("[]") == "mistyped : an object");
    CHECK(notes(R"({"choices":null})") == "mistyped choices: an array");
    CHECK(notes(R"({"choices":{}})") == "mistyped choices: an array");
    CHECK(notes(R"({"choices":[null,5]})") ==
          "mistyped choices[0]: an object; mistyped choices[1]: an object");
    CHECK(notes(R"({"choices":[],"labels":{"a":"b","c d":5}})") ==
          R"(mistyped labels["c d"]: a string)");
    CHECK(notes(R"({"choices":[],"scores":[{"a":1},{"b":"1"}]})") ==
          "mistyped scores[1].b: a number");
    CHECK(notes(R"({"choices":[],"either":5,"any":[1,{}]})") ==
          "mistyped either: a string or an array");
}

TEST_CASE("the alternative is chosen by its tag; objects with unknown tags are not checked") {
    CHECK(notes(R"({"choices":[],"outcome":{"type":"error","code":"x"}})") == "");
    CHECK(notes(R"({"choices":[],"outcome":{"type":"error"}})") ==
          "missing outcome.code: a string");
    CHECK(notes(R"({"choices":[],"outcome":{"type":"new"}})") == "");
    CHECK(notes(R"({"choices":[],"outcome":{}})") == "missing outcome.type: a string");
    CHECK(notes(R"({"choices":[],"outcome":{"type":1}})") == "mistyped outcome.type: a string");
    CHECK(notes(R"({"choices":[],"either":[{"type":"error"}]})") ==
          "missing either[0].code: a string");
}

TEST_CASE("the last of duplicate members counts, in any spelling") {
    CHECK(notes(R"({"choices":5,"choices":[]})") == "");
    CHECK(notes(R"({"\u0063hoices":[]})") == "");
}

TEST_CASE("the repaired text is checked; without a report there is no check") {
    CHECK(notes("\xEF\xBB\xBF{\"choices\":[],\"either\":5}") ==
          "mistyped either: a string or an array");
    json::read_options options;
    options.conform = json::conforming(root);
    CHECK(json::read<raw_json>("{}", options));
    json::read_report report;
    options.report = &report;
    CHECK_FALSE(json::read<raw_json>("{", options));
    CHECK(report.notes.empty());
}

}  // namespace document_schema_tests
