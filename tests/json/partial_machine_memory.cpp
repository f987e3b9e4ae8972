#include <oaiwire/json/partial_machine_memory.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/partial.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <support/allocation_ledger.hpp>
#include <support/everything.hpp>
#include <support/fill.hpp>
#include <support/json_texts.hpp>
#include <support/partial_runs.hpp>

namespace partial_machine_memory_tests {

using namespace oaiwire;

namespace partial {

struct text_part {
    static constexpr wire_tag tag{"type", "text"};
    std::string text{};
};
struct list_part {
    static constexpr wire_tag tag{"type", "list"};
    std::vector<std::string> items{};
};
struct node {
    std::string name{};
    std::unique_ptr<node> next{};
    std::vector<node> children{};
    std::optional<std::string> note{};
    std::vector<std::variant<text_part, list_part>> parts{};
    string_map<std::vector<std::string>> named{};
    field<std::vector<double>> numbers{};
    std::vector<bool> flags{};
    raw_json raw{};
    extra_members extra{};
};

}  // namespace partial

namespace {

const std::string_view tree =
    R"({"name":"a name that is longer than a short string","next":{"name":"another one of these )"
    R"(long names","note":"a note that is not short either"},"children":[{"name":"the first child, )"
    R"(which has a long name","children":[{"name":"a grandchild with a name"},{"note":"a long note )"
    R"(of a grandchild"}]},{"parts":[{"type":"text","text":"a text of more than fifteen bytes"},)"
    R"({"items":["the first of the items","the second of the items"],"type":"list"}]}],"named":)"
    R"({"a name of a list of texts":["one text of the list of texts"],"b":["another text of a list",)"
    R"("and one more"]},"numbers":[1,2.5,3,4],"flags":[true,false,true],"raw":{"a":["raw JSON text"]},)"
    R"("unknown":"kept as it is, in its place"})";

template <class T>
std::size_t allocations_of(json::partial<T>& view, std::string_view text) {
    const std::size_t before = support::allocations.count;
    for (std::size_t i = 0; i != text.size(); ++i) {
        view.feed(text.substr(i, 1));
        while (view.next() != nullptr) {
        }
    }
    return support::allocations.count - before;
}

}  // namespace

TEST_CASE("a second text of the same shape takes no allocation") {
    json::partial<partial::node> view;
    CHECK(allocations_of(view, tree) != 0);
    REQUIRE(view.complete());
    for (int i = 0; i != 3; ++i) {
        view.reset();
        CHECK(allocations_of(view, tree) == 0);
        CHECK(view.complete());
    }
    // and the value of the third is that of the first
    CHECK(support::written(view.value()) == support::written(*json::read<partial::node>(tree)));
    // once warm, reset() takes none either
    const std::size_t before = support::allocations.count;
    view.reset();
    CHECK(support::allocations.count == before);
}

TEST_CASE("what the last text left is never shown, and changes nothing") {
    const std::string_view texts[] = {
        tree,
        "{}",
        R"({"children":[{},{"parts":[{"type":"list"}]},{}],"next":{"next":{}},"note":"n"})",
        R"({"name":"x","children":[{"name":"y","children":[{"name":)",
        R"({"named":{"a":[],"b":["c"]},"parts":[{"type":"text"},{"type":"text","text":"t"}],"x":1})",
        R"({"flags":[1)",
    };
    support::partial_subject_of<partial::node> used;
    for (const auto before : texts) {
        for (const auto text : texts) {
            support::partial_subject_of<partial::node> fresh;
            const support::partial_trace clean(fresh, text);
            used.reset();
            used.feed(before);
            const support::partial_trace again(used, text);
            INFO(text << " after " << before);
            CHECK(clean.values == again.values);
            CHECK(clean.changes == again.changes);
            CHECK(support::ends_as_read(used, text) == "");
        }
    }
}

TEST_CASE("wire types are the same in used memory") {
    support::partial_subject_of<ChatCompletion> used;
    support::filler filler(9);
    support::random r(9);
    for (int i = 0; i != 60; ++i) {
        std::string text = *json::write(filler.make<ChatCompletion>());
        if (i % 3 == 0) text = support::mutated(text, r);
        used.reset();
        used.feed(text);
        CHECK(support::ends_as_read(used, text) == "");
    }
}

TEST_CASE("the work is linear in the text, however it is shaped and cut") {
    const auto check = [](support::partial_subject& s, std::string_view text, std::size_t most) {
        for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, text.size()}) {
            s.reset();
            for (std::size_t at = 0; at < text.size(); at += piece) {
                s.feed(text.substr(at, piece));
                while (s.next() != nullptr) {
                }
            }
            CHECK(s.work() <= most * text.size());
            CHECK(s.complete());
        }
    };
    constexpr std::size_t size = 1 << 20;
    support::partial_subject_of<partial::node> nodes;
    support::partial_subject_of<std::string> text;
    support::partial_subject_of<std::vector<double>> numbers;
    support::partial_subject_of<std::vector<std::variant<partial::text_part, partial::list_part>>>
        parts;
    std::string long_text = "\"";
    while (long_text.size() < size) long_text += R"(plain text, \u00e9 \ud83d\ude00 \n)";
    check(text, long_text + "\"", 9);  // a pair of escapes is looked at once per byte
    std::string list = "[0";
    while (list.size() < size) list += ",1.25";
    check(numbers, list + "]", 4);
    std::string children = R"({"children":[{})";
    while (children.size() < size) children += R"(,{"name":"a child","children":[{"note":"n"}]})";
    check(nodes, children + "]}", 4);
    // unions whose tag comes last, unknown members, raw JSON
    std::string unions = R"([{"type":"text"})";
    while (unions.size() < size) unions += R"(,{"items":["a","b"],"type":"list"})";
    check(parts, unions + "]", 5);
    const std::string held = "\"raw\":[" + list + "]],\"unknown\":" + list + "]}";
    check(nodes, "{" + held, 4);
}

TEST_CASE("memory is linear in the text, and events that nobody takes are bounded by it") {
    const std::size_t before = support::allocations.bytes;
    json::partial<std::vector<int>> view;
    std::string list = "[0";
    while (list.size() < 100'000) list += ",1";
    for (const char& c : list) view.feed(std::string_view(&c, 1));
    CHECK(support::allocations.bytes - before < 200 * list.size());
}

}  // namespace partial_machine_memory_tests
