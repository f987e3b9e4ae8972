#include <oaiwire/json/object_table.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

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

// names that share lists, and one that is empty
struct alike {
    field<std::string> prefix{};
    int prefix_of_it{};
    field<std::int64_t> pre{};
    field<none> pr{};
    int p{};
    int empty{};
    static constexpr std::array json_names{std::pair{"empty", ""}};
};

// both kept on the heap
struct farther {
    static constexpr bool kept_apart = true;
    field<std::int64_t> count{};
};
struct far {
    static constexpr bool kept_apart = true;
    field<std::string> text{};
    field<std::int64_t> count{};
    field<farther> deeper{};
};
struct near {
    field<std::string> text{};
    field<std::int64_t> count{};
    field<far> deeper{};
};

// The same by find_key().
template <class T>
std::size_t find_key(const std::string& text) {
    const object_table& table = object_of<T>::table;
    const auto copy = std::make_unique<char[]>(text.size());
    std::memcpy(copy.get(), text.data(), text.size());
    const std::uint32_t beginning =
        object_table::key_beginning(copy.get(), copy.get() + text.size());
    std::size_t way = 0;
    const member_entry* const m = table.find_key(copy.get(), beginning, way);
    if (!m) return no_member;
    CHECK(way == m->way);
    return m->index;
}

template <class T>
std::size_t find(std::string_view name) {
    const member_entry* const m = object_of<T>::table.find(name);
    return m ? m->index : no_member;
}

// Whether the entry matches a text that ends at the end of its block.
bool matches(const member_entry& entry, std::string_view text) {
    const auto copy = std::make_unique<char[]>(text.size());
    std::memcpy(copy.get(), text.data(), text.size());
    const char* const end = copy.get() + text.size();
    const bool matches = entry.matches(copy.get(), end);
    if (object_table::key_beginning(copy.get(), end) != 0) {
        CHECK(entry.is_key(copy.get()) == (matches && entry.size <= member_entry::held));
    }
    return matches;
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

TEST_CASE(
    "every key of at most 32 bytes is found where it stands, and no text that differs in a byte") {
    const auto check = []<class T>(std::type_identity<T>) {
        for (std::size_t i = 0; i != key_table<T>::count; ++i) {
            const std::string key(key_table<T>::quoted(i));
            const bool found = key.size() > 3 && key.size() <= member_entry::held;
            for (const std::string rest : {"1", "\"", "\xFF", ":", " "}) {
                std::string text = key;
                while (text.size() < 40) text += rest;
                if (oaiwire::detail::has_blocks && found) CHECK(find_key<T>(text) == i);
                if (!found) CHECK(find_key<T>(text) == no_member);
                for (std::size_t at = 1; at != key.size(); ++at) {
                    std::string other = text;
                    other[at] = static_cast<char>(other[at] ^ 4);
                    if (find_key<T>(other) != no_member) FAIL(other);
                }
            }
            CHECK(find<T>(key_table<T>::names[i]) == i);
        }
    };
    check(std::type_identity<plain>{});
    check(std::type_identity<alike>{});
}

TEST_CASE("an empty name is a member's if the struct has one, wherever it stands") {
    const std::string_view behind[] = {"", "                                                "};
    for (const std::string_view space : behind) {
        for (const std::string before : {"", "\"pre\":2,"}) {
            const auto read =
                json::read<alike>("{" + before + "\"\":7,\"p\":3}" + std::string(space));
            REQUIRE(read);
            CHECK(read->empty == 7);
            CHECK(read->p == 3);
            CHECK(read->pre.has_value() == !before.empty());
        }
    }
}

TEST_CASE("the beginning of a key is known if more than 32 bytes are left") {
    const std::string text = "\"pre" + std::string(40, 'x');
    for (std::size_t size = 0; size <= text.size(); ++size) {
        const auto copy = std::make_unique<char[]>(size);
        std::memcpy(copy.get(), text.data(), size);
        const auto found = object_table::key_beginning(copy.get(), copy.get() + size);
        CHECK((found != 0) == (oaiwire::detail::has_blocks && size > 32));
        if (found != 0) CHECK(std::memcmp(&found, text.data(), sizeof found) == 0);
    }
}

TEST_CASE("a field of a string, a count or a struct has a way of its own") {
    const auto& entries = object_of<alike>::members;
    CHECK(entries[0].way == text_member);
    CHECK(entries[1].way == any_member);
    CHECK(entries[2].way == count_member);
    CHECK(entries[3].way == object_member);
    CHECK(entries[4].way == any_member);
    using texts = std::vector<std::string>;
    static_assert(way_of<field<std::variant<std::string, texts>>>() == text_member);
    static_assert(way_of<field<std::variant<texts, std::string>>>() == any_member);
    static_assert(way_of<std::variant<std::string, texts>>() == any_member);
    static_assert(way_of<std::string>() == any_member);
    static_assert(way_of<field<far>>() == object_member);
    static_assert(way_of<field<int>>() == any_member);
    static_assert(way_of<field<double>>() == any_member);
    static_assert(way_of<field<raw_json>>() == any_member);
    static_assert(way_of<std::optional<std::string>>() == any_member);
    static_assert(way_of<extra_members>() == any_member);
}

TEST_CASE("members are read alike in any order, near and far from the end of the text") {
    const std::string texts[] = {R"("prefix":"a")", R"("prefix_of_it":12345)",
                                 R"("pre":-6)",     R"("pr":{})",
                                 R"("p":1)",        R"("unknown":[{"p":2}])"};
    std::array<std::size_t, 6> order{0, 1, 2, 3, 4, 5};
    do {
        for (const std::size_t spaces : {0u, 1u, 8u, 31u, 40u}) {
            std::string text = "{";
            for (const std::size_t i : order) text += (text.size() > 1 ? "," : "") + texts[i];
            text += '}' + std::string(spaces, ' ');
            const auto read = json::read<alike>(text);
            if (!read) FAIL(text);
            const bool same = read->prefix == "a" && read->prefix_of_it == 12345 &&
                              read->pre == -6 && read->pr.has_value() && read->p == 1 &&
                              read->empty == 0;
            if (!same) FAIL(text);
        }
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("a struct kept on the heap is read, reused, and absent or null again") {
    const std::string tails[] = {"", "                                        "};
    for (const std::string& tail : tails) {
        near value;
        const auto read = [&](std::string_view text, const json::read_options& options) {
            return json::read_into(std::string(text) + tail, value, options);
        };
        REQUIRE(read(R"({"deeper":{"text":"a","count":5,"deeper":{"count":6}}})", json::strict));
        const far* const place = &*value.deeper;
        CHECK(value.deeper->text == "a");
        CHECK(value.deeper->count == 5);
        CHECK(value.deeper->deeper->count == 6);
        REQUIRE(read(R"({"text":"b","deeper":{"text":"c"}})", json::strict));
        CHECK(&*value.deeper == place);
        CHECK(value.deeper->text == "c");
        CHECK(value.deeper->count.is_absent());
        CHECK(value.deeper->deeper.is_absent());
        REQUIRE(read(R"({"deeper":null})", json::strict));
        CHECK(value.deeper.is_null());
        CHECK(value.text.is_absent());
        CHECK_FALSE(read(R"({"deeper":"x"})", json::strict));
        REQUIRE(read(R"({"count":7,"deeper":"x"})", json::tolerant));
        CHECK(value.deeper.is_absent());
        CHECK(value.count == 7);
        REQUIRE(read(R"({"deeper":{"deeper":{}}})", json::strict));
        CHECK(value.deeper->deeper.has_value());
    }
}

TEST_CASE("strings of up to 40 bytes replace each other") {
    const std::string text = "abcdefghijklmnopqrstuvwxyz0123456789ABCD";
    alike value;
    for (std::size_t first = 0; first <= text.size(); ++first) {
        for (std::size_t second = 0; second <= text.size(); ++second) {
            for (const std::size_t size : {first, second}) {
                const std::string due = text.substr(text.size() - size);
                const std::string json = "{\"prefix\":\"" + due + "\",\"p\":1}";
                REQUIRE(json::read_into(json, value));
                if (value.prefix != due) FAIL(due);
            }
        }
    }
}

TEST_CASE("a value that a field cannot hold has the same error in each way of reading") {
    const auto fails = [](std::string_view text, std::size_t offset) {
        const auto read = json::read<alike>(text, json::strict);
        return !read && read.error().code == errc::type_mismatch && read.error().offset == offset;
    };
    for (const std::string_view value : {"true", "[]", "1.5", "{\"p\":\"x\"}"}) {
        for (const std::string_view name : {"prefix", "pre"}) {
            const std::string text = "{\"" + std::string(name) + "\":" + std::string(value);
            for (const std::string_view end : {"}", "}                                  "}) {
                CHECK(fails(text + std::string(end), name.size() + 4));
            }
        }
    }
    CHECK(fails(R"({"pr":7})", 6));
    CHECK(fails(R"({"pr":"x"})", 6));
    const auto nulls = json::read<alike>(R"({"pr":null,"pre":null,"prefix":null})");
    REQUIRE(nulls);
    CHECK(nulls->pr.is_null());
    CHECK(nulls->pre.is_null());
    CHECK(nulls->prefix.is_null());
    CHECK(json::read<alike>(R"({"pre":nul})", json::strict).error().code == errc::invalid_literal);
}

TEST_CASE("an entry matches its own key before any byte, and no key that differs in a byte") {
    const auto& entries = object_of<plain>::members;
    for (std::size_t i = 0; i != key_table<plain>::count; ++i) {
        const std::string key(key_table<plain>::quoted(i));
        for (std::size_t more = 0; more != 40; ++more) {
            const std::string text = key + std::string(more, '1');
            CHECK(matches(entries[i], text) == (more != 0));
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
