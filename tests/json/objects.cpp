#include <oaiwire/json/objects.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <support/random.hpp>

namespace objects_tests {

using namespace oaiwire;

namespace {

struct named {
    field<std::int64_t> a{};
    field<std::string> id{};
    field<std::int64_t> ab{};
    field<std::int64_t> ba{};
    field<std::int64_t> exactly_13_ch{};
    field<std::int64_t> exactly_14_chr{};
    field<std::int64_t> exactly_29_characters_of_name{};
    field<std::int64_t> exactly_30_characters_of_a_nam{};
    field<std::int64_t> exactly_31_characters_of_a_name{};
    field<std::int64_t> a_name_that_is_longer_than_the_longest{};
    field<std::int64_t> default_{};
    extra_members extra{};

    friend bool operator==(const named&, const named&) = default;
};

// Reads an allocation of exactly that size, so that sanitizers detect over-reads.
result<named> read_copy(std::string_view text, bool predict = true) {
    const auto copy = std::make_unique<char[]>(text.size());
    std::memcpy(copy.get(), text.data(), text.size());
    json::read_options options(json::read_mode::tolerant);
    options.predict = predict;
    named out;
    const auto ok = json::read_into(std::string_view(copy.get(), text.size()), out, options);
    if (!ok) return ok.error();
    return out;
}

using members = std::vector<std::pair<std::string, std::string>>;

const members& all() {
    static const members list{{"a", "1"},
                              {"id", "\"x\""},
                              {"ab", "23"},
                              {"ba", "456"},
                              {"exactly_13_ch", "7890"},
                              {"exactly_14_chr", "12345"},
                              {"exactly_29_characters_of_name", "0"},
                              {"exactly_30_characters_of_a_nam", "-7"},
                              {"exactly_31_characters_of_a_name", "null"},
                              {"a_name_that_is_longer_than_the_longest", "9007199254740993"},
                              {"default", "10000"}};
    return list;
}

// With that white space around each token.
std::string text_of(const members& list, std::string_view space = {}) {
    std::string out = "{";
    for (const auto& [name, value] : list) {
        if (out.size() != 1 + space.size() && out != "{") out += ',';
        out.append(space).append("\"").append(name).append("\"").append(space).append(":");
        out.append(space).append(value).append(space);
    }
    return out + '}';
}

}  // namespace

TEST_CASE("members are found in any order, the last of those that come again counts") {
    support::random random(41);
    const named expected = *read_copy(text_of(all()));
    CHECK(*expected.a == 1);
    CHECK(*expected.ba == 456);
    CHECK(*expected.exactly_30_characters_of_a_nam == -7);
    CHECK(expected.exactly_31_characters_of_a_name.is_null());
    CHECK(*expected.a_name_that_is_longer_than_the_longest == 9007199254740993);
    CHECK(*expected.default_ == 10000);
    for (int round = 0; round != 2000; ++round) {
        members list = all();
        for (std::size_t left = list.size(); left != 0; --left) {
            std::swap(list[random.below(left)], list[left - 1]);
        }
        // an earlier occurrence with another value
        const auto& again = list[random.below(list.size())];
        if (again.first != "id") {
            list.insert(list.begin(), {again.first, std::to_string(random.below(100000))});
        }
        const bool spaced = random.one_in(3);
        const std::string text = text_of(list, spaced ? " " : "");
        const auto found = read_copy(text, !random.one_in(4));
        REQUIRE(found.has_value());
        REQUIRE(*found == expected);
    }
}

TEST_CASE("a member is found at every distance to the end of the text") {
    for (const auto& [name, value] : all()) {
        for (std::size_t behind = 0; behind != 40; ++behind) {
            const std::string text = "{\"" + name + "\":" + value + '}' + std::string(behind, ' ');
            const auto found = read_copy(text);
            REQUIRE(found.has_value());
            REQUIRE(found->extra.empty());
            // a name of the same length that differs in one character is unknown
            for (std::size_t i = 0; i != name.size(); ++i) {
                std::string other = name;
                other[i] = '~';
                std::string changed = text;
                changed[2 + i] = '~';
                const auto kept = read_copy(changed);
                REQUIRE(kept.has_value());
                REQUIRE(kept->extra.find(other) == value);
            }
        }
    }
}

TEST_CASE("white space of any length and kind between tokens changes nothing") {
    const named expected = *read_copy(text_of(all()));
    for (const std::string_view first : {"\n", "\r\n", " ", "\t", "\n\t", " \n"}) {
        for (std::size_t n = 0; n != 80; ++n) {
            for (const char rest : {' ', '\t'}) {
                const std::string space = std::string(first) + std::string(n, rest);
                const auto found = read_copy(text_of(all(), space));
                REQUIRE(found.has_value());
                REQUIRE(*found == expected);
            }
        }
    }
}

TEST_CASE("a byte that is no white space is refused in white space of any length") {
    for (std::size_t n = 1; n != 80; ++n) {
        const std::string space = '\n' + std::string(n, ' ');
        const std::string text =
            "{" + space + "\"a\":" + space + "1" + space + "," + space + "\"ab\":2" + space + "}";
        for (std::size_t i = 0; i != text.size(); ++i) {
            if (text[i] != ' ') continue;
            for (const char bad : {'\x0b', '\0', '\x1f', '\x80', ':'}) {
                std::string wrong = text;
                wrong[i] = bad;
                const auto found = read_copy(wrong);
                REQUIRE_FALSE(found.has_value());
                REQUIRE(found.error().offset == i);
            }
        }
    }
}

TEST_CASE("a count of any number of digits is read with any byte behind it") {
    for (const std::string_view digits :
         {"0", "9", "10", "99", "100", "999", "1000", "9999", "10000", "99999", "1234567",
          "12345678", "123456789", "1234567890", "1234567890123456", "12345678901234567",
          "999999999999999999", "1000000000000000000", "9223372036854775807"}) {
        for (const std::string_view behind : {",\"id\":\"\"}", "}", " }", "\n}", ".0}", "e0}"}) {
            const auto found = read_copy("{\"ab\":" + std::string(digits) + std::string(behind));
            REQUIRE(found.has_value());
            REQUIRE(std::to_string(*found->ab) == digits);
        }
        for (const std::string_view before : {"0", "00", "-0"}) {
            const auto found =
                read_copy("{\"ab\":" + std::string(before) + std::string(digits) + "}");
            CHECK_FALSE(found.has_value());
        }
    }
}

TEST_CASE("a count that a wrong byte or the end of the text follows is refused there") {
    for (std::size_t size = 1; size != 24; ++size) {
        const std::string text = "{\"ab\":" + std::string(size, '1');
        const auto cut = read_copy(text);
        REQUIRE_FALSE(cut.has_value());
        REQUIRE(cut.error().code == errc::unexpected_end);
        for (const std::string_view bad : {"x", ":", "-", "]", "/", "\xff"}) {
            const auto found = read_copy(text + std::string(bad) + "                }");
            REQUIRE_FALSE(found.has_value());
            REQUIRE(found.error().offset == text.size());
        }
    }
}

TEST_CASE("a comma without a member is refused") {
    for (const std::string_view text : {"{,}", "{\"a\":1,}", "{\"x\":1,}", "{\"a\":1,,\"ab\":2}",
                                        "{\"x\":{},}", "{ , }", "{\"a\":1 , }"}) {
        const auto found = read_copy(text);
        REQUIRE_FALSE(found.has_value());
        CHECK(found.error().code == errc::unexpected_byte);
    }
    CHECK(read_copy("{}").has_value());
    CHECK(read_copy("{ \n }").has_value());
}

}  // namespace objects_tests
