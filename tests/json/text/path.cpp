#include <oaiwire/json/text/path.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace path_tests {

using namespace oaiwire;

namespace {

// The path at the first '^' of a text, which marks the following byte.
std::string path(std::string text) {
    const std::size_t at = text.find('^');
    text.erase(at, 1);
    return json::detail::path_at(text, at);
}

}  // namespace

TEST_CASE("a path names the value that contains a byte") {
    CHECK(path(R"(^{"a":1})") == "");
    CHECK(path(R"( ^7)") == "");
    CHECK(path(R"({"a":^1})") == "a");
    CHECK(path(R"({"a":"x^y"})") == "a");
    CHECK(path(R"({"a":{"b":^1}})") == "a.b");
    CHECK(path(R"({"a":[^1]})") == "a[0]");
    CHECK(path(R"({"a":[1,2,^3]})") == "a[2]");
    CHECK(path(R"([^1])") == "[0]");
    CHECK(path(R"([[0],[1,{"x":[^2]}]])") == "[1][1].x[0]");
    CHECK(path(R"({"choices":[{"delta":{"content":^5}}]})") == "choices[0].delta.content");
    CHECK(path(R"({"a":1,"b":^2})") == "b");
    CHECK(path(R"({"a":{"x":1},"b":^2})") == "b");
    CHECK(path(R"({"a":[1,2],"b":^2})") == "b");
    CHECK(path(R"({ "a" : [ 1 , ^2 ] })") == "a[1]");
}

TEST_CASE("before a value starts, the path is that of the enclosing value") {
    CHECK(path(R"({^})") == "");
    CHECK(path(R"({"a":1,^})") == "");
    CHECK(path(R"({"a":{"b":1,^x}})") == "a");
    CHECK(path(R"({"a":{"b^)") == "a");
    CHECK(path(R"({"a":^)") == "a");
    CHECK(path(R"([1,^)") == "[1]");
    CHECK(path("^") == "");
}

TEST_CASE("brackets, quotes and separators inside strings are ignored") {
    CHECK(path(R"({"a":"}{][,:","b":^1})") == "b");
    CHECK(path(R"({"a":"\"","b":^1})") == "b");
    CHECK(path(R"({"a":"\\","b":^1})") == "b");
    CHECK(path(R"(["a,b","\",",^1])") == "[2]");
}

TEST_CASE("names that are not plain words are quoted in brackets, as spelled in the text") {
    CHECK(path(R"({"a b":^1})") == R"(["a b"])");
    CHECK(path(R"({"x":{"a.b":{"c":^1}}})") == R"(x["a.b"].c)");
    CHECK(path(R"({"":^1})") == R"([""])");
    CHECK(path(R"({"a\"b":^1})") == R"(["a\"b"])");
    CHECK(path(R"({"self-harm":^1})") == "self-harm");
    CHECK(path(R"({"hate/threatening":^1})") == "hate/threatening");
    const std::string name(200, '.');
    CHECK(path("{\"" + name + "\":^1}") == "[\"" + name.substr(0, 64) + "\"]");
}

TEST_CASE("a path has a limited number of steps") {
    std::string text(500, '[');
    std::string steps;
    for (int i = 0; i != 64; ++i) steps += "[0]";
    CHECK(json::detail::path_at(text, text.size()) == steps);
}

TEST_CASE("offsets beyond the text and incomplete texts are accepted") {
    const std::string_view text = R"({"a":{"b\)";
    for (std::size_t n = 0; n <= text.size(); ++n) {
        const std::string found = json::detail::path_at(text.substr(0, n), 1000);
        CHECK(found == (n < 4 ? "" : "a"));
    }
}

TEST_CASE("unmatched brackets are ignored") {
    CHECK(json::detail::path_at("],1", 3) == "");
    CHECK(json::detail::path_at("}\"a\":1", 6) == "");
    CHECK(json::detail::path_at("]],\"a\",[1", 9) == "[0]");
}

TEST_CASE("letters, digits, underscores, hyphens and slashes form a plain word") {
    CHECK(path(R"({"azAZ09_-/":^1})") == "azAZ09_-/");
    for (const char* other : {"`", "{", "@", "[", ":", ".", ",", " "}) {
        INFO(other);
        const std::string text = "{\"a" + std::string(other) + "\":1";
        CHECK(json::detail::path_at(text, text.size()) == "[\"a" + std::string(other) + "\"]");
    }
}

TEST_CASE("after a string value the path is still that of the value") {
    CHECK(path(R"({"a":"x"^})") == "a");
    CHECK(path(R"({"a":["x"^]})") == "a[0]");
    CHECK(path(R"({"a":{"b":"c"}^})") == "a");
}

}  // namespace path_tests
