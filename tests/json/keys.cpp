#include <oaiwire/json/keys.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace keys_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

struct none {};
struct plain {
    int id{};
    int ab{};
    int ba{};
    int default_{};
    int a_name_that_is_longer_than_the_longest_bucket{};
    int a_name_that_is_longer_than_the_longest_packet{};
    int exactly_thirty_one_characters_x{};
    int exactly_thirty_characters_long{};
    int x{};
};
struct renamed {
    int self_harm{};
    int hate_threatening{};
    int kept{};
    int trailing_{};
    static constexpr std::array json_names{
        std::pair{"self_harm", "self-harm"},
        std::pair{"hate_threatening", "hate/threatening"},
        std::pair{"trailing_", "trailing_"},
    };
};
struct circle {
    static constexpr wire_tag tag{"kind", "circle"};
    int radius{};
};

template <class T>
std::string quoted_names() {
    std::string out;
    for (std::size_t i = 0; i != key_table<T>::count; ++i) out += key_table<T>::quoted(i);
    return out;
}

}  // namespace

TEST_CASE("a member's JSON name is its C++ name, without the underscore after a keyword") {
    CHECK(quoted_names<plain>() ==
          R"("id":"ab":"ba":"default":"a_name_that_is_longer_than_the_longest_bucket":)"
          R"("a_name_that_is_longer_than_the_longest_packet":"exactly_thirty_one_characters_x":)"
          R"("exactly_thirty_characters_long":"x":)");
    CHECK(quoted_names<none>() == "");
    static_assert(key_table<plain>::names[0] == "id");
}

TEST_CASE("a struct's json_names table renames the listed members only") {
    CHECK(quoted_names<renamed>() == R"("self-harm":"hate/threatening":"kept":"trailing_":)");
}

TEST_CASE("the list of a name depends on how its key begins, not on what is behind it") {
    for (const std::string name :
         {"x", "ab", "abc", "abcd", "abcdefgh", "\xC3\xA4", "\xFF\xFE\xFD"}) {
        for (const char behind : {'1', '"', '\xFF'}) {
            const std::string key = '"' + name + "\":" + behind;
            std::uint32_t beginning = 0;
            for (unsigned i = 0; i != 4; ++i) {
                beginning |= std::uint32_t{static_cast<unsigned char>(key[i])} << 8 * i;
            }
            CHECK(list_of_name(name) == key_list(beginning));
        }
        CHECK(list_of_name(name) < key_lists);
    }
    CHECK(list_of_name("") < key_lists);
    static_assert(list_of_name("model") == list_of_name("moderation"));
}

TEST_CASE("each member is in the list of its name once, in declared order") {
    constexpr std::size_t count = key_table<plain>::count;
    constexpr std::array<std::uint8_t, count> ways{3, 2, 1, 0, 3, 2, 1, 0, 3};
    constexpr key_order<count> lists{key_table<plain>::names, ways};
    std::size_t met = 0;
    for (std::size_t list = 0; list != key_lists; ++list) {
        std::size_t i = lists.next[list] % 64;
        if (lists.next[list] == 0 && list_of_name(key_table<plain>::names[0]) != list) continue;
        CHECK(lists.next[list] / 64 == ways[i]);
        for (std::size_t last = i;; last = i) {
            REQUIRE(i < count);
            CHECK(list_of_name(key_table<plain>::names[i]) == list);
            CHECK(i >= last);
            ++met;
            i = lists.next[key_lists + i];
            if (i == 0) break;
        }
    }
    CHECK(met == count);
}

TEST_CASE("tags are recognised and are not members") {
    static_assert(tagged<circle>);
    static_assert(!tagged<plain>);
    static_assert(renames_members<renamed>);
    static_assert(!renames_members<plain>);
    CHECK(quoted_names<circle>() == "\"radius\":");
}

}  // namespace keys_tests
