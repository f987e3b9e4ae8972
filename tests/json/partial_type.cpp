#include <oaiwire/json/partial_type.hpp>
//
#include <support/catch.hpp>

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <oaiwire/json/partial.hpp>

namespace partial_type_tests {

using namespace oaiwire;
using json::detail::partial_type_of;
using json::detail::pool_for;

namespace partial {

struct node {
    std::string name{};
    std::vector<node> children{};
    std::unique_ptr<node> next{};
};

// A union that contains itself, which g++ 12 must be able to describe from here.
struct leaf {
    static constexpr wire_tag tag{"type", "leaf"};
    int value{};
};
struct group {
    static constexpr wire_tag tag{"type", "group"};
    std::vector<std::variant<leaf, group>> parts{};
};

}  // namespace partial

// values that own no memory are not put aside
static_assert(pool_for<int>() == nullptr);
static_assert(pool_for<std::optional<double>>() == nullptr);
static_assert(pool_for<std::string>() != nullptr);
static_assert(pool_for<std::unique_ptr<int>>() != nullptr);

TEST_CASE("the parts of a type are its members, its alternatives, or the type inside") {
    const auto& node = partial_type_of<partial::node>::value;
    CHECK(node.parts[0].type == &partial_type_of<std::string>::value);
    CHECK(&node.parts[1].type->inner() == &node);
    CHECK(&node.parts[2].type->inner() == &node);
    using choice = std::variant<bool, std::string>;
    CHECK(partial_type_of<choice>::value.parts[1].type == &partial_type_of<std::string>::value);
    using parts = std::vector<std::variant<partial::leaf, partial::group>>;
    const auto& group = *partial_type_of<parts>::value.inner().parts[1].type;
    CHECK(group.parts[0].type == &partial_type_of<parts>::value);
    CHECK(&json::detail::unwrapped(partial_type_of<field<std::optional<int>>>::value) ==
          &partial_type_of<int>::value);
}

TEST_CASE("a pool gives back what was put aside last, with its memory") {
    const auto& type = *pool_for<std::string>();
    void* const pool = type.make();
    std::string first = "a string that is no short string, the first";
    std::string second = "a string that is no short string, the second";
    const char* const memory = second.data();
    type.put(pool, &first);
    type.put(pool, &second);
    std::string out;
    type.take(pool, &out);
    CHECK(out == "a string that is no short string, the second");
    CHECK(out.data() == memory);
    type.clear(pool);
    type.take(pool, &out);
    CHECK(out == "a string that is no short string, the second");
    type.destroy(pool);
}

}  // namespace partial_type_tests
