#include <oaiwire/json/partial_machine_steps.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/partial.hpp>
#include <support/everything.hpp>
#include <support/partial_runs.hpp>

namespace partial_machine_steps_tests {

using namespace oaiwire;

namespace partial {

struct text_part {
    static constexpr wire_tag tag{"type", "text"};
    std::string text{};
    extra_members extra{};
};
struct list_part {
    static constexpr wire_tag tag{"type", "list"};
    std::vector<std::string> items{};
};
using part = std::variant<text_part, list_part>;
// parts, a string, an object without a tag, or anything
using content = std::variant<std::string, std::vector<int>, std::vector<part>, raw_json>;

struct node {
    std::string name{};
    std::unique_ptr<node> next{};
    std::vector<node> children{};
    std::array<std::optional<int>, 2> pair{};
    std::optional<std::string> note{};
    field<std::map<std::string, std::vector<std::string>>> named{};
};

}  // namespace partial

namespace {

template <class T>
std::string shown(std::string_view text) {
    json::partial<T> view;
    view.feed(text);
    return support::written(view.value());
}

}  // namespace

TEST_CASE("a union is shown once its tag is known; what came before the tag is taken then") {
    using parts = std::vector<partial::part>;
    CHECK(shown<parts>(R"([{"text":"held ba)") == "[]");
    CHECK(shown<parts>(R"([{"text":"held back","type":"tex)") == "[]");
    CHECK(shown<parts>(R"([{"text":"held back","type":"text")") ==
          R"([{"type":"text","text":"held back"}])");
    CHECK(shown<parts>(R"([{"type":"text","text":"as it co)") ==
          R"([{"type":"text","text":"as it co"}])");
    CHECK(shown<parts>(R"([{"type":"list","items":["a","b)") ==
          R"([{"type":"list","items":["a","b"]}])");
    support::partial_subject_of<parts> s;
    for (const std::string_view text : {
             R"([{"x":[{"type":"list"}],"text":"a","type":"text"},{"items":["a"],"type":"list"}])",
             R"([{"type":"text","text":"a","type":"list","items":["b"]}])",
             R"([{"type":"text","text":"a","type":"text","more":1}])",
             R"([{"t\u0079pe":"list","type":"text","text":"a"}])",
             R"([{"type":"l\u0069st","items":["b"]}])",
             R"([{"type":"unknown","items":["b"]}])",
             R"([{"type":1,"type":"list","items":["b"]}])",
             R"([{"type":"text","type":"unknown"}])",
             R"([{"items":["b"]}])",
             R"([{}])",
             R"([{"type":"text",}])",
         }) {
        INFO(text);
        CHECK(support::every_cut(s, text) == "");
    }
}

TEST_CASE("a union of other kinds is chosen by the first byte, or that of the first element") {
    CHECK(shown<partial::content>(R"("some te)") == R"("some te")");
    CHECK(shown<partial::content>(R"([)") == R"("")");
    CHECK(shown<partial::content>(R"([ 1, 2)") == R"([1])");
    CHECK(shown<partial::content>(R"([ {"type":"text")") == R"([{"type":"text","text":""}])");
    support::partial_subject_of<partial::content> s;
    for (const std::string_view text :
         {R"("text")", "[]", "[ 1 , 2 ]", R"([{"type":"list"}])", R"([["x"]])", "true", "12.5",
          "null", R"({"a":[1]})", R"([{"type":"other"}])", "[1,true]", "[", "[}"}) {
        INFO(text);
        CHECK(support::every_cut(s, text) == "");
    }
}

TEST_CASE("pointers, arrays, optionals and maps fill like members") {
    CHECK(shown<partial::node>(R"({"name":"a","next":{"name":"b","next":{"na)") ==
          R"({"name":"a","next":{"name":"b","next":{"name":"","children":[],"pair":[null,null]},)"
          R"("children":[],"pair":[null,null]},"children":[],"pair":[null,null]})");
    support::partial_subject_of<partial::node> s;
    for (
        const std::string_view text : {
            R"({"name":"a","next":{"name":"b","next":null,"pair":[1,null]},"note":"x","note":null})",
            R"({"children":[{"name":"c","children":[{}]},{"note":"n"}],"next":null,"next":{}})",
            R"({"named":{"a":["x","y"],"b":[],"a":["z"]},"named":{"c":[]}})",
            R"({"pair":[1,2]})",
            R"({"pair":[1]})",
            R"({"pair":[]})",
            R"({"pair":[1,2,3]})",
            R"({"pair":[1,2}})",
            R"({"named":null,"note":null})",
        }) {
        INFO(text);
        CHECK(support::every_cut(s, text) == "");
    }
    support::partial_subject_of<std::array<std::string, 2>> pair;
    CHECK(support::every_cut(pair, R"(["a","b"])") == "");
    CHECK(support::every_cut(pair, R"(["a"])") == "");
    support::partial_subject_of<std::vector<std::vector<bool>>> flags;
    CHECK(support::every_cut(flags, "[[true,false],[],[true]]") == "");
    CHECK(shown<std::vector<std::vector<bool>>>("[[true,fals") == "[[true]]");
    support::partial_subject_of<std::vector<float>> floats;
    CHECK(support::every_cut(floats, "[1.5, 2 ,-3e-2]") == "");
    support::partial_subject_of<std::unique_ptr<std::string>> pointer;
    CHECK(support::every_cut(pointer, R"("text")") == "");
    CHECK(support::every_cut(pointer, "null") == "");
}

TEST_CASE("of duplicate members the last one replaces those before when it opens") {
    CHECK(shown<partial::node>(R"({"name":"first","name":"la)").starts_with(R"({"name":"la")"));
    json::partial<string_map<int>> map;
    map.feed(R"({"a":1,"b":2,"a":3)");
    CHECK(map.value().size() == 2);
    map.feed("}");
    CHECK(map.value() == string_map<int>{{"b", 2}, {"a", 3}});
}

TEST_CASE("nesting is bounded as in json::read") {
    json::read_options flat;
    flat.depth = 3;
    support::partial_subject_of<partial::node> nodes(flat);
    support::partial_subject_of<std::vector<raw_json>> raw(flat);
    CHECK(support::every_cut(nodes, R"({"next":{"next":{"name":"a"}}})") == "");
    CHECK(support::every_cut(nodes, R"({"next":{"next":{"next":{}}}})") == "");
    CHECK(support::every_cut(nodes, R"({"unknown":[[[1]]]})") == "");
    CHECK(support::every_cut(nodes, R"({"unknown":[[[[1]]]]})") == "");
    CHECK(support::every_cut(raw, R"([[[[1]]]])") == "");
    CHECK(support::every_cut(raw, R"([[[[[1]]]]])") == "");
    std::string deep;
    for (int i = 0; i != 100'000; ++i) deep += R"({"children":[)";
    json::partial<partial::node> view;
    CHECK(view.feed(deep) == errc::too_deep);
    json::partial<raw_json> held;
    CHECK(held.feed(std::string(100'000, '[') + std::string(100'000, ']')) == errc::too_deep);
}

}  // namespace partial_machine_steps_tests
