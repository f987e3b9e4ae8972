#include <oaiwire/json/compact_maps.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <support/compact_form.hpp>
#include <support/random.hpp>

namespace compact_maps_tests {

using namespace oaiwire;
using reals = string_map<double>;
using support::spaced;

namespace {

// What is read into a map that holds other pairs.
std::string outcome(std::string_view text, json::read_mode mode, std::size_t before = 20,
                    std::size_t depth = 64) {
    const reals pairs{{"old", -7.0}, {"a name of more than sixteen bytes", 3.0}, {"third", 1.0}};
    return support::read_outcome(text, pairs, mode, before, depth);
}

constexpr std::string_view usual[] = {
    R"({" the":-0.25,"\n":-12.345678901234567,"é":-0.001})",
    R"({})",
    R"({"":-0.5})",
    R"({"a":-0.5,"b":-1.5,"a":-2.5})",
    R"({"a":-1.5,"\u0061":-2.5})",
    R"({"a":-9999.0,"b":0,"c":-1e-5,"d":1e400,"e":-100})",
    R"({"fifteen bytes a":-1.5,"sixteen bytes ab":-2.5,"a token of more bytes than a block":-0.5})",
    R"({"a":-0.12345678901234567890,"b":-12.34567890123456789e-3})",
    R"({"a":null,"b":-1.5})",
    R"({"a":"-1.5","b":true})",
    R"({"a":{"b":-1.5}})",
    R"({"\ud800":-1.5})",
    R"({"a":-1.5,})",
    R"({"a":01.5})",
    R"({"a":-1.})",
    R"({"a":-1.5 ,"b" : -2.5})",
};

}  // namespace

TEST_CASE("a compact map of tokens to logarithms reads the same as one with white space") {
    for (const std::string_view text : usual) {
        for (const auto mode : {json::strict, json::tolerant}) {
            for (const std::size_t before : {0U, 5U, 15U, 16U, 17U, 40U}) {
                INFO(text << " " << before);
                const std::string found = outcome(text, mode, before);
                CHECK(found == outcome(spaced(text), mode, before));
                // wherever it ends
                for (std::size_t behind = 0; behind != 40; ++behind) {
                    if (outcome(std::string(text) + std::string(behind, ' '), mode, before) !=
                        found)
                        FAIL(text << " " << behind);
                }
            }
        }
    }
    CHECK(outcome(usual[0], json::strict) ==
          R"({" the":-0.25,"\n":-12.345678901234567,"é":-0.001})");
    CHECK(outcome(usual[3], json::strict) == R"({"b":-1.5,"a":-2.5})");
    CHECK(outcome(usual[4], json::strict) == R"({"a":-2.5})");
}

TEST_CASE("compact maps with one changed byte or cut short read the same as with white space") {
    support::same_outcome_when_damaged(
        usual, [](std::string_view text, json::read_mode mode) { return outcome(text, mode); });
}

TEST_CASE("compact maps of any size keep the last pair of each name, in the order of the text") {
    support::random random(20261130);
    constexpr std::string_view names[] = {"a", "b", "ab",  "ba",   "aa", "",
                                          "é", "ê", "\\n", " the", "c",  "a name that is longer"};
    for (int i = 0; i != 3000; ++i) {
        std::string text = "{";
        for (std::size_t n = random.below(random.one_in(8) ? 40 : 7); n != 0; --n) {
            text += '"';
            text += names[random.below(std::size(names))];
            if (random.one_in(2)) text += std::to_string(random.below(30));
            text += "\":-" + std::to_string(random.below(120)) + "." +
                    std::to_string(random.below(1'000'000'000)) + (n == 1 ? "" : ",");
        }
        text += '}';
        const std::string found = outcome(text, json::strict);
        if (found != outcome(spaced(text), json::strict)) FAIL(text);
        REQUIRE(found[0] == '{');
    }
}

TEST_CASE("the depth limit applies to compact maps too") {
    for (std::size_t depth = 0; depth != 3; ++depth) {
        CHECK(outcome(usual[0], json::strict, 20, depth) ==
              outcome(spaced(usual[0]), json::strict, 20, depth));
        CHECK((outcome(usual[0], json::strict, 20, depth)[0] == '{') == (depth != 0));
    }
}

TEST_CASE("a list of maps grows each as the one before it") {
    using list = std::vector<reals>;
    const auto found = json::read<list>(
        R"([{"a":-0.25,"b":-1.25,"c":-2.25},{"d":-0.5,"e":-1.5,"f":-2.5},{}                ])");
    REQUIRE(found);
    CHECK((*found)[0] == reals{{"a", -0.25}, {"b", -1.25}, {"c", -2.25}});
    CHECK((*found)[1] == reals{{"d", -0.5}, {"e", -1.5}, {"f", -2.5}});
    CHECK((*found)[1].capacity() == 3);
    CHECK((*found)[2].empty());
}

}  // namespace compact_maps_tests
