#include <oaiwire/json/text/view.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <support/json_texts.hpp>

namespace view_tests {

using namespace oaiwire;

namespace {

std::vector<std::pair<std::string, std::string>> parts(json_view v) {
    std::vector<std::pair<std::string, std::string>> out;
    v.each([&](std::string_view name, json_view value) {
        out.emplace_back(name, value.text());
        return true;
    });
    return out;
}

using list = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("a view of text that is not JSON is empty") {
    CHECK(json_view::checked(" {\"a\":1} ").text() == "{\"a\":1}");
    CHECK_FALSE(json_view::checked("{\"a\":1").exists());
    CHECK_FALSE(json_view::checked("").exists());
    CHECK_FALSE(json_view::checked("{} {}").exists());
    CHECK_FALSE(json_view().exists());
    CHECK_FALSE(json_view("  ").exists());
}

TEST_CASE("the kind of a view can be queried") {
    const auto kinds = [](std::string_view text) {
        const json_view v = json_view::checked(text);
        std::string k;
        if (v.is_null()) k += 'n';
        if (v.is_object()) k += 'o';
        if (v.is_array()) k += 'a';
        if (v.is_string()) k += 's';
        if (v.is_number()) k += '#';
        return k;
    };
    CHECK(kinds("null") == "n");
    CHECK(kinds("{}") == "o");
    CHECK(kinds(" []") == "a");
    CHECK(kinds("\"null\"") == "s");
    CHECK(kinds("-1") == "#");
    CHECK(kinds("0") == "#");
    CHECK(kinds("true") == "");
    CHECK(kinds("") == "");
}

TEST_CASE("members and elements are visited in order, and nothing else is") {
    CHECK(parts(json_view::checked(R"( { "a" : 1 , "b\n":[2, 3],"a": {"x":"}"} } )")) ==
          list{{"a", "1"}, {"b\\n", "[2, 3]"}, {"a", R"({"x":"}"})"}});
    CHECK(parts(json_view::checked("[ 1 ,\"]\",[ ], null]")) ==
          list{{"", "1"}, {"", "\"]\""}, {"", "[ ]"}, {"", "null"}});
    CHECK(parts(json_view::checked("{}")).empty());
    CHECK(parts(json_view::checked("[ ]")).empty());
    CHECK(parts(json_view::checked("\"[1]\"")).empty());
    CHECK(parts(json_view()).empty());
}

TEST_CASE("a visit stops when the callback says so") {
    int seen = 0;
    json_view::checked("[1,2,3]").each([&](std::string_view, json_view) { return ++seen != 2; });
    CHECK(seen == 2);
}

TEST_CASE("lookup returns the last member of a name, compared unescaped") {
    const json_view v = json_view::checked(R"({"a":1,"b":{"c":[5]},"\u0061":2,"n":null})");
    CHECK(v["a"].text() == "2");
    CHECK(v["b"]["c"].first().text() == "5");
    CHECK(v["n"].is_null());
    CHECK_FALSE(v["x"].exists());
    CHECK_FALSE(v["x"]["y"]["z"].exists());
    CHECK_FALSE(v["a"]["y"].exists());
    CHECK_FALSE(json_view::checked("[1]")["a"].exists());
}

TEST_CASE("empty objects and arrays are empty") {
    CHECK(json_view::checked("{}").empty());
    CHECK(json_view::checked("[ ]").empty());
    CHECK_FALSE(json_view::checked("[null]").empty());
    CHECK_FALSE(json_view::checked("{\"a\":1}").empty());
}

TEST_CASE("strings are decoded, lone surrogates become U+FFFD") {
    CHECK(json_view::checked(R"("a\n\u00e9")").string() == "a\n\xc3\xa9");
    CHECK(json_view::checked(R"("\ud800x")").string() == "\xef\xbf\xbdx");
    CHECK(json_view::checked("\"\"").string() == "");
    CHECK_FALSE(json_view::checked("1").string().has_value());
    CHECK_FALSE(json_view().string().has_value());
    CHECK(json_view::checked(R"("a\"b")").text_or_json() == "a\"b");
    CHECK(json_view::checked("[1, 2]").text_or_json() == "[1, 2]");
    CHECK(json_view::checked("404").text_or_json() == "404");
    CHECK(json_view::checked("null").text_or_json() == "");
    CHECK(json_view().text_or_json() == "");
}

TEST_CASE("every part of every document can be visited") {
    std::size_t visited = 0;
    const auto walk = [&](const auto& self, json_view v) -> void {
        ++visited;
        v.each([&](std::string_view, json_view part) {
            CHECK(json_view::checked(part.text()).text() == part.text());
            self(self, part);
            return true;
        });
    };
    for (const std::string_view document : support::json_documents) {
        walk(walk, json_view::checked(document));
    }
    CHECK(visited > 100);
}

}  // namespace view_tests
