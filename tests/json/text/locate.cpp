#include <oaiwire/json/text/locate.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <support/catch.hpp>

namespace locate_tests {

using namespace oaiwire;
using json::detail::path_step;
using json::detail::value_path;

namespace {

// Copies into an allocation of exactly that size, so that sanitizers detect over-reads.
std::string located(std::string_view text, std::initializer_list<path_step> path) {
    const std::unique_ptr<char[]> block(new char[text.size()]);
    text.copy(block.get(), text.size());
    std::vector<value_path> paths{path};
    json::detail::locate({block.get(), text.size()}, paths);
    return std::string(paths[0].found);
}

}  // namespace

TEST_CASE("a value is found by its path and returned verbatim") {
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

TEST_CASE("a path may have eight steps, and a longer one is not found") {
    CHECK(located(R"({"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":7}}}}}}}}})",
                  {"a", "a", "a", "a", "a", "a", "a", "a"}) == R"({"a":7})");
    CHECK(located("[[[[[[[[[7]]]]]]]]]",
                  {std::size_t{0}, std::size_t{0}, std::size_t{0}, std::size_t{0}, std::size_t{0},
                   std::size_t{0}, std::size_t{0}, std::size_t{0}, std::size_t{0}})
              .empty());
}

TEST_CASE("a missing value is not found") {
    CHECK(located(R"({"a":1})", {"b"}).empty());
    CHECK(located(R"({"a":1})", {"a", "b"}).empty());
    CHECK(located(R"({"a":1})", {std::size_t{0}}).empty());
    CHECK(located("[1]", {std::size_t{1}}).empty());
    CHECK(located("[]", {std::size_t{0}}).empty());
    CHECK(located("{}", {"a"}).empty());
    CHECK(located("[1]", {"a"}).empty());
    CHECK(located("null", {"a"}).empty());
}

TEST_CASE("ambiguous values are not found") {
    CHECK(located(R"({"a":1,"a":2})", {"a"}).empty());
    CHECK(located(R"({"a":1,"\u0061":2})", {"a"}).empty());
    CHECK(located(R"({"\u0062":1,"a":2})", {"a"}).empty());
    // but members beside the path do not matter
    CHECK(located(R"({"b":{"\u0061":1,"x":0,"x":1},"a":2})", {"a"}) == "2");
}

TEST_CASE("a member name may be a string_view") {
    CHECK(located(R"({"a":1,"ab":2})", {std::string_view("abc").substr(0, 2)}) == "2");
}

TEST_CASE("multi-byte characters and empty names are skipped correctly") {
    for (const char* text : {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "a\xE2\x82\xAC"}) {
        INFO(text);
        CHECK(located("[\"" + std::string(text) + "\",2]", {std::size_t{1}}) == "2");
        CHECK(located("{\"" + std::string(text) + "\":1,\"a\":2}", {"a"}) == "2");
    }
    CHECK(located(R"({"":1,"a":2})", {"a"}) == "2");
}

TEST_CASE("several values are found in one pass, as if each were searched alone") {
    const std::string text =
        R"({"a":[{"b":1,"c":"x"},{"b":2,"c":{"d":[7,8]}}],"e":{"b":3},"f":4,"f":5,"g":6})";
    const std::initializer_list<path_step> all[] = {
        {"a", std::size_t{1}, "b"},
        {"a", std::size_t{0}, "c"},
        {"a", std::size_t{1}, "c", "d", std::size_t{1}},
        {"a"},
        {"a", std::size_t{1}},
        {"a", std::size_t{2}},
        {"a", "b"},
        {"e", "b"},
        {"e", std::size_t{0}},
        {"f"},
        {"g"},
        {"g", "b"},
        {},
    };
    std::vector<value_path> paths(std::begin(all), std::end(all));
    const std::size_t steps = json::detail::locate(text, paths);
    std::size_t at = 0;
    for (const auto& path : all) {
        INFO(at);
        CHECK(paths[at++].found == located(text, path));
    }
    CHECK(paths[0].found == "2");
    CHECK(paths[2].found == "8");
    CHECK(paths[7].found == "3");
    CHECK(paths[9].found.empty());
    CHECK(paths[10].found == "6");
    CHECK(steps <= text.size());
}

TEST_CASE("finding values takes linear time") {
    std::string text = R"({"a":[)";
    for (int i = 0; i != 500; ++i) text += R"({"b":{"c":"text"},"d":[1,2,{"e":null}]},)";
    text += R"({"b":{"c":"last"}}],"z":"\n"})";
    std::vector<value_path> paths;
    for (std::size_t i = 0; i != 32; ++i) paths.push_back({"a", 480 + i, "b", "c"});
    CHECK(json::detail::locate(text, paths) <= text.size());
    CHECK(paths[0].found == "\"text\"");
    CHECK(paths[20].found == "\"last\"");
    CHECK(paths[21].found.empty());
    CHECK(json::detail::locate(text, {}) <= text.size());
}

TEST_CASE("a path with too many steps finds nothing") {
    CHECK(located("[[[[[[[[1]]]]]]]]",
                  {std::size_t{0}, std::size_t{0}, std::size_t{0}, std::size_t{0}, std::size_t{0},
                   std::size_t{0}, std::size_t{0}, std::size_t{0}}) == "1");
    CHECK(located("[[[[[[[[[1]]]]]]]]]",
                  {std::size_t{0}, std::size_t{0}, std::size_t{0}, std::size_t{0}, std::size_t{0},
                   std::size_t{0}, std::size_t{0}, std::size_t{0}, std::size_t{0}})
              .empty());
}

}  // namespace locate_tests
