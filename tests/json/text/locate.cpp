#include <oaiwire/json/text/locate.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <support/catch.hpp>

namespace locate_tests {

using namespace oaiwire;
using json::detail::path_step;
using json::detail::path_tree;

namespace {

// Copies into an allocation of exactly that size, so that sanitizers detect over-reads.
std::string located(std::string_view text, std::initializer_list<path_step> path) {
    const std::unique_ptr<char[]> block(new char[text.size()]);
    text.copy(block.get(), text.size());
    path_tree paths;
    const std::size_t number = paths.add(path);
    paths.locate({block.get(), text.size()});
    return std::string(paths.found(number));
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
        {"a", std::size_t{0}, "c"},
        {"a", std::size_t{1}, "b"},
        {"a", std::size_t{1}, "c", "d", std::size_t{1}},
        {"a"},
        {"a", std::size_t{1}},
        {"a", std::size_t{2}},
        {"a", "b"},
        {"g"},
        {"e", "b"},
        {"e", std::size_t{0}},
        {"f"},
        {"g", "b"},
        {},
    };
    path_tree paths;
    std::vector<std::size_t> numbers;
    for (const auto& path : all) numbers.push_back(paths.add(path));
    const std::size_t steps = paths.locate(text);
    std::size_t at = 0;
    for (const auto& path : all) {
        INFO(at);
        CHECK(paths.found(numbers[at++]) == located(text, path));
    }
    CHECK(paths.found(numbers[1]) == "2");
    CHECK(paths.found(numbers[2]) == "8");
    CHECK(paths.found(numbers[8]) == "3");
    CHECK(paths.found(numbers[10]).empty());
    CHECK(paths.found(numbers[7]) == "6");
    CHECK(steps <= text.size());
}

TEST_CASE("paths below a member that comes twice are not found") {
    path_tree paths;
    const std::size_t inside = paths.add({"a", "b"});
    const std::size_t beside = paths.add({"c"});
    paths.locate(R"({"a":{"b":1},"a":{"b":2},"c":3})");
    CHECK(paths.found(inside).empty());
    CHECK(paths.found(beside) == "3");
}

TEST_CASE("a path that is added again has the same number, and an element out of order has none") {
    path_tree paths;
    const std::size_t second = paths.add({"a", std::size_t{1}});
    CHECK(paths.add({"b"}) != second);
    CHECK(paths.add({"a", std::size_t{1}}) == second);
    CHECK(paths.add({"a", std::size_t{0}}) == 0);
    CHECK(paths.add({"a", std::size_t{2}}) != 0);
    paths.locate(R"({"b":0,"a":[1,2,3]})");
    CHECK(paths.found(second) == "2");
    CHECK(paths.found(0).empty());
}

TEST_CASE("elements are added in their order, with names among them") {
    path_tree paths;
    const std::size_t first = paths.add({std::size_t{0}});
    const std::size_t third = paths.add({std::size_t{2}});
    const std::size_t name = paths.add({"a"});
    const std::size_t fourth = paths.add({std::size_t{3}});
    const std::size_t far = paths.add({std::size_t{900}});
    CHECK(paths.add({std::size_t{1}}) == 0);
    CHECK(paths.add({std::size_t{899}}) == 0);
    CHECK(paths.add({std::size_t{0}}) == first);
    CHECK(paths.add({std::size_t{2}}) == third);
    CHECK(paths.add({"a"}) == name);
    CHECK(paths.add({std::size_t{3}}) == fourth);
    CHECK(paths.add({std::size_t{900}}) == far);
    std::string text = "[10,11,12,13";
    while (text.size() < 2000) text += ",0";
    text += ']';
    paths.locate(text);
    CHECK(paths.found(first) == "10");
    CHECK(paths.found(third) == "12");
    CHECK(paths.found(fourth) == "13");
    CHECK(paths.found(far) == "0");
    CHECK(paths.found(name).empty());
}

TEST_CASE("as many paths as the tree has room for are found") {
    path_tree paths;
    std::string text = "[";
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i != path_tree::most_nodes; ++i) {
        text += std::to_string(i) + (i + 1 == path_tree::most_nodes ? "]" : ",");
        numbers.push_back(paths.add({i}));
    }
    CHECK(numbers.back() == 0);  // the root takes a place
    numbers.pop_back();
    paths.locate(text);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i != numbers.size(); ++i) {
        wrong += paths.found(numbers[i]) == std::to_string(i) ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("finding values takes linear time") {
    std::string text = R"({"a":[)";
    for (int i = 0; i != 500; ++i) text += R"({"b":{"c":"text"},"d":[1,2,{"e":null}]},)";
    text += R"({"b":{"c":"last"}}],"z":"\n"})";
    path_tree paths;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i != 32; ++i) numbers.push_back(paths.add({"a", 480 + i, "b", "c"}));
    CHECK(paths.locate(text) <= text.size());
    CHECK(paths.found(numbers[0]) == "\"text\"");
    CHECK(paths.found(numbers[20]) == "\"last\"");
    CHECK(paths.found(numbers[21]).empty());
    path_tree none;
    CHECK(none.locate(text) <= text.size());
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

TEST_CASE("values are found behind names and strings of any length") {
    for (std::size_t n = 0; n != 130; ++n) {
        for (const std::string_view end : {"", "\\\"", "\\\\", "\xC3\xA9", "\\u00e9x"}) {
            const std::string s = '"' + std::string(n, 'x') + std::string(end) + '"';
            const std::string text = "{\"n" + std::string(n, 'n') + "\":" + s + ",\"a\":" + s +
                                     ",\"b\": -1.5E+3 ,\"c\":null,\"d\":[" + s + ',' + s + "]}";
            INFO(text);
            CHECK(located(text, {"a"}) == s);
            CHECK(located(text, {"b"}) == "-1.5E+3");
            CHECK(located(text, {"c"}) == "null");
            CHECK(located(text, {"d", std::size_t{1}}) == s);
        }
    }
}

TEST_CASE("of a text that ends early nothing behind its end is found") {
    const std::string_view text =
        R"({"a":[1,{"b":"x\"y"},[]],"c":{"d":-1.5e3,"a name of some length":null},"e":[[2]]})";
    for (std::size_t size = 0; size <= text.size(); ++size) {
        const std::unique_ptr<char[]> block(new char[size]);
        text.copy(block.get(), size);
        path_tree paths;
        const std::size_t numbers[] = {paths.add({"a", std::size_t{1}, "b"}), paths.add({"c", "d"}),
                                       paths.add({"e", std::size_t{0}})};
        CHECK(paths.locate({block.get(), size}) <= size);
        for (const std::size_t number : numbers) {
            const std::string_view found = paths.found(number);
            if (!found.empty()) CHECK(found.data() + found.size() <= block.get() + size);
        }
    }
}

}  // namespace locate_tests
