#include <oaiwire/json/object_table.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/read.hpp>

namespace object_table_tests {

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
    int exactly_13_ch{};
    int exactly_14_chr{};
    int exactly_29_characters_of_name{};
    int x{};
};

template <class T>
std::size_t find(std::string_view name) {
    const member_entry* const m = object_of<T>::table.find(name);
    return m ? m->index : no_member;
}

// Whether the entry matches a text that ends at the end of its block.
bool matches(const member_entry& entry, std::string_view text) {
    const auto copy = std::make_unique<char[]>(text.size());
    std::memcpy(copy.get(), text.data(), text.size());
    return entry.matches(copy.get(), copy.get() + text.size());
}

}  // namespace

TEST_CASE("every name is found at its position, and no other name is") {
    for (std::size_t i = 0; i != key_table<plain>::count; ++i) {
        const std::string name(key_table<plain>::names[i]);
        CHECK(find<plain>(name) == i);
        CHECK(find<plain>(name + "x") == no_member);
        CHECK(find<plain>(name.substr(1)) == no_member);
        CHECK(find<plain>("X" + name.substr(1)) == no_member);
        CHECK(find<plain>(name.substr(0, name.size() - 1) + "\"") == no_member);
    }
    CHECK(find<plain>("") == no_member);
    CHECK(find<plain>("default_") == no_member);
    CHECK(find<plain>(std::string(1000, 'x')) == no_member);
    CHECK(find<none>("") == no_member);
    CHECK(find<none>("id") == no_member);
}

TEST_CASE("an entry matches its own key, whatever follows, and no key that differs in a byte") {
    const auto& entries = object_of<plain>::members;
    for (std::size_t i = 0; i != key_table<plain>::count; ++i) {
        const std::string key(key_table<plain>::quoted(i));
        for (std::size_t more = 0; more != 40; ++more) {
            const std::string text = key + std::string(more, '1');
            CHECK(matches(entries[i], text));
            for (std::size_t at = 1; at != key.size(); ++at) {
                std::string other = text;
                other[at] = static_cast<char>(other[at] ^ 4);
                if (matches(entries[i], other)) FAIL(other);
            }
        }
        for (std::size_t size = 1; size != key.size(); ++size) {
            if (matches(entries[i], key.substr(0, size))) FAIL(key.substr(0, size));
        }
        for (std::size_t j = 0; j != key_table<plain>::count; ++j) {
            CHECK(matches(entries[j], key + "                                ") == (i == j));
        }
    }
}

TEST_CASE("the entry after the last matches nothing") {
    const member_entry& last = object_of<plain>::members[key_table<plain>::count];
    CHECK_FALSE(matches(last, "\""));
    CHECK_FALSE(matches(last, "\"\":1"));
    CHECK_FALSE(matches(last, "\"" + std::string(50, '\0')));
    CHECK_FALSE(matches(object_of<none>::members[0], "\"id\":1"));
}

}  // namespace object_table_tests
