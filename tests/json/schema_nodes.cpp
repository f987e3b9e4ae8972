#include <oaiwire/json/schema_nodes.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>

namespace schema_nodes_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

enum class Few { unknown, a };
constexpr std::array<std::string_view, 1> enumerator_names(Few) {
    return {"a"};
}

enum class Many { unknown, last = 1001 };
constexpr std::array<std::string_view, 1001> enumerator_names(Many) {
    return {};
}

enum class Long { unknown, last = 251 };
constexpr std::array<std::string_view, 251> enumerator_names(Long) {
    std::array<std::string_view, 251> out{};
    for (auto& name : out) name = "a name of more than sixty characters, so that all are too many";
    return out;
}

struct Leaf {
    int a{};
    static constexpr std::tuple schema_keywords{json::member(&Leaf::a, {.minimum = 1})};
};
struct Tagged {
    static constexpr wire_tag tag{"kind", "x"};
    static constexpr std::string_view schema_name = "the-tagged";
};
struct Tree {
    std::string name{};
    std::vector<std::unique_ptr<Tree>> children{};
    field<std::variant<std::string, Tagged, std::vector<Tree>>> value{};
    string_map<std::array<Leaf, 2>> leaves{};
};

TEST_CASE("the nodes of a struct are those within its members") {
    const schema_node& tree = *node_of<Tree, schema_form::loose>();
    CHECK(tree.name == "Tree");
    CHECK(tree.words == nullptr);
    CHECK(tree.type == &described<Tree>());
    CHECK(tree.inner[0] == nullptr);
    CHECK(tree.inner[1] == &tree);

    const schema_node& choice = *tree.inner[2];
    CHECK(choice.inner[0] == nullptr);
    CHECK(choice.inner[1]->name == "the-tagged");
    REQUIRE(choice.inner[1]->tag_count == 1);
    CHECK(choice.inner[1]->tags[0] == "x");
    CHECK(choice.inner[2] == &tree);

    CHECK(tree.inner[3]->name == "Leaf");
    CHECK(tree.inner[3]->words->of(0)->minimum == 1);
    CHECK(node_of<std::vector<Tree>, schema_form::loose>() == &tree);
    CHECK(node_of<std::vector<int>, schema_form::loose>() == nullptr);
}

TEST_CASE("what a form cannot express is found in members of any shape") {
    const auto strict = []<class M>(std::type_identity<M>) {
        return fault_in<M, schema_form::strict>();
    };
    const auto loose = []<class M>(std::type_identity<M>) {
        return fault_in<M, schema_form::loose>();
    };
    const auto is = [](auto type, auto form) { return form(type); };
    using std::type_identity;
    CHECK(is(type_identity<std::optional<std::string>>{}, strict) == schema_fault::none);
    CHECK(is(type_identity<Tree>{}, strict) == schema_fault::none);  // its node tells
    CHECK(is(type_identity<extra_members>{}, strict) == schema_fault::none);
    CHECK(is(type_identity<path_parameter>{}, strict) == schema_fault::none);

    using map = field<std::vector<std::map<std::string, int>>>;
    CHECK(is(type_identity<map>{}, strict) == schema_fault::map);
    CHECK(is(type_identity<map>{}, loose) == schema_fault::none);
    using raw = std::variant<std::string, std::unique_ptr<raw_json>>;
    CHECK(is(type_identity<raw>{}, strict) == schema_fault::raw);
    CHECK(is(type_identity<raw>{}, loose) == schema_fault::none);
    CHECK(is(type_identity<std::array<FileContent, 2>>{}, loose) == schema_fault::file);
    CHECK(is(type_identity<string_map<EmbeddingVector>>{}, loose) == schema_fault::embedding);
    CHECK(is(type_identity<std::vector<int*>>{}, loose) == schema_fault::unknown);

    CHECK(is(type_identity<Few>{}, strict) == schema_fault::none);
    CHECK(is(type_identity<open_enum<Many>>{}, strict) == schema_fault::large_enum);
    CHECK(is(type_identity<field<Long>>{}, strict) == schema_fault::large_enum);
    CHECK(is(type_identity<Long>{}, loose) == schema_fault::none);
}

struct Level3 {
    int a{};
};
struct Level2 {
    std::variant<std::string, std::array<Level3, 2>> a{};
    std::vector<Level2> more{};
};
struct Level1 {
    std::optional<field<Level2>> a{};
    std::unique_ptr<Level1> next{};
};

TEST_CASE("structs nest by value; lists and pointers end the nesting") {
    STATIC_REQUIRE(nesting_of<Level1>() == 3);
    STATIC_REQUIRE(nesting_of<std::vector<Level1>>() == 0);
    STATIC_REQUIRE(nesting_of<std::string>() == 0);
}

}  // namespace schema_nodes_tests
