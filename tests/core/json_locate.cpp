#include <oaiwire/core/json_locate.hpp>

#include <memory>
#include <string>
#include <string_view>

#include <support/catch.hpp>

using namespace oaiwire;
using json_scan::path_step;

namespace {

// In a heap block of exactly its size, so that a sanitizer sees a byte read outside.
std::string located(std::string_view text, std::initializer_list<path_step> path) {
    const std::unique_ptr<char[]> block(new char[text.size()]);
    text.copy(block.get(), text.size());
    return std::string(json_scan::locate({block.get(), text.size()}, path));
}

}  // namespace

TEST_CASE("a value is found by its path, as it is written") {
    const std::string_view text =
        R"( { "a" : [ 1 , {"b":"x\"}]","c":[[]]} , [true,null] ], "d":-1.5e3 , "e":{} } )";
    CHECK(located(text, {"a", std::size_t{0}}) == "1");
    CHECK(located(text, {"a", std::size_t{1}, "b"}) == R"("x\"}]")");
    CHECK(located(text, {"a", std::size_t{1}, "c"}) == "[[]]");
    CHECK(located(text, {"a", std::size_t{2}, std::size_t{1}}) == "null");
    CHECK(located(text, {"d"}) == "-1.5e3");
    CHECK(located(text, {"e"}) == "{}");
    CHECK(located("[1,2]", {}) == "[1,2]");
    CHECK(located(" 7 ", {}) == "7");
    CHECK(located("\"\xC3\xA9\"", {}) == "\"\xC3\xA9\"");
}

TEST_CASE("nothing is found where nothing is") {
    CHECK(located(R"({"a":1})", {"b"}).empty());
    CHECK(located(R"({"a":1})", {"a", "b"}).empty());
    CHECK(located(R"({"a":1})", {std::size_t{0}}).empty());
    CHECK(located("[1]", {std::size_t{1}}).empty());
    CHECK(located("[]", {std::size_t{0}}).empty());
    CHECK(located("{}", {"a"}).empty());
    CHECK(located("[1]", {"a"}).empty());
    CHECK(located("null", {"a"}).empty());
}

TEST_CASE("nothing is found where readers could differ") {
    CHECK(located(R"({"a":1,"a":2})", {"a"}).empty());
    CHECK(located(R"({"a":1,"\u0061":2})", {"a"}).empty());
    CHECK(located(R"({"\u0062":1,"a":2})", {"a"}).empty());
    // but not for what is not on the way
    CHECK(located(R"({"b":{"\u0061":1,"x":0,"x":1},"a":2})", {"a"}) == "2");
}

TEST_CASE("a member may be named by a view") {
    CHECK(located(R"({"a":1,"ab":2})", {std::string_view("abc").substr(0, 2)}) == "2");
}

TEST_CASE("characters of several bytes and empty names are passed over whole") {
    for (const char* text : {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "a\xE2\x82\xAC"}) {
        INFO(text);
        CHECK(located("[\"" + std::string(text) + "\",2]", {std::size_t{1}}) == "2");
        CHECK(located("{\"" + std::string(text) + "\":1,\"a\":2}", {"a"}) == "2");
    }
    CHECK(located(R"({"":1,"a":2})", {"a"}) == "2");
}
