#include <oaiwire/json/compact_objects.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <support/compact_form.hpp>
#include <support/random.hpp>

namespace compact_objects_tests {

using namespace oaiwire;
using support::spaced;

namespace {

// What is read into an object that holds other values.
std::string outcome(std::string_view text, json::read_mode mode, std::size_t depth = 64) {
    TopLogprob value{.token = "before", .logprob = -7.0, .bytes = std::vector<std::uint8_t>{9, 9}};
    value.extra.set("old", 1);
    return support::read_outcome(text, value, mode, 0, depth);
}

constexpr std::string_view usual[] = {
    R"({"token":" the","logprob":-0.0012345678901234567,"bytes":[32,116,104,101]})",
    R"({"token":"","logprob":-9999.0,"bytes":null})",
    R"({"token":null,"logprob":null,"bytes":[0,7,10,99,100,199,200,255]})",
    R"({"token":"a token of more than fifteen bytes","logprob":0,"bytes":[1]})",
    R"({"token":"é","logprob":-1e-5,"bytes":[195,169]})",
    R"({"token":"\n","logprob":-1.5,"bytes":[10]})",
    R"({"token":"x","logprob":-1.5,"bytes":[]})",
    R"({"token":"x","logprob":-1.5,"bytes":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,)"
    R"(21,22,23,24]})",
    R"({"token":"x","logprob":-1.5,"bytes":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,)"
    R"(21,22,23,24,25]})",
    R"({"token":"x","logprob":-1.5,"bytes":[256]})",
    R"({"token":"x","logprob":-1.5,"bytes":[01]})",
    R"({"token":"x","logprob":-1.5,"bytes":[1,]})",
    R"({"token":"x","logprob":-1.5,"bytes":[1.0,2]})",
    R"({"token":"x","logprob":-1.5,"bytes":[-0]})",
    R"({"token":"x","logprob":-1.5,"bytes":[1000]})",
    R"({"token":"x","logprob":-1.5,"bytes":[ 1, 2 ]})",
    R"({"token":"x","logprob":-1.5})",
    R"({"token":"x","logprob":-1.5,"bytes":[1],"rank":1})",
    R"({"logprob":-1.5,"token":"x","bytes":[1]})",
    R"({"token":"x","token":"y","logprob":-1.5,"bytes":[1]})",
};

}  // namespace

TEST_CASE("a compact object reads the same as one with white space") {
    for (const std::string_view text : usual) {
        for (const auto mode : {json::strict, json::tolerant}) {
            INFO(text);
            CHECK(outcome(text, mode) == outcome(spaced(text), mode));
        }
    }
    CHECK(outcome(usual[0], json::strict) ==
          R"({"token":" the","logprob":-0.0012345678901234567,"bytes":[32,116,104,101]})");
}

TEST_CASE("compact objects with one changed byte or cut short read the same as with white space") {
    support::same_outcome_when_damaged(
        usual, [](std::string_view text, json::read_mode mode) { return outcome(text, mode); });
}

TEST_CASE("lists of bytes of every length read the same with and without white space") {
    support::random random(3);
    for (int i = 0; i != 3000; ++i) {
        std::string list = "[";
        std::string other = "[ ";
        for (std::size_t n = random.below(30); n != 0; --n) {
            const std::string number =
                std::to_string(random.below(random.below(9) == 0 ? 300 : 256));
            list += number + (n == 1 ? "" : ",");
            other += number + (n == 1 ? "" : " , ");
        }
        const auto whole = [](const std::string& bytes) {
            return R"({"token":"x","logprob":1,"bytes":)" + bytes + "}";
        };
        if (outcome(whole(list + "]"), json::strict) != outcome(whole(other + "]"), json::strict)) {
            FAIL(list);
        }
    }
}

TEST_CASE("lists of bytes read as lists of wider integers do, in every spelling") {
    support::random random(20261130);
    constexpr std::string_view parts[] = {"0",
                                          "7",
                                          "12",
                                          "255",
                                          "256",
                                          "1000",
                                          "00",
                                          "01",
                                          "-1",
                                          "-0",
                                          "1.",
                                          "1.0",
                                          "2e1",
                                          "null",
                                          "\"3\"",
                                          "[]",
                                          "x",
                                          "",
                                          "99999999999999999999"};
    constexpr std::string_view spaces[] = {"",           "",        " ",
                                           "\n        ", "\n\t\r ", "                  "};
    const auto one_of = [&](const auto& all) { return all[random.below(std::size(all))]; };
    std::size_t valid = 0;
    for (int i = 0; i != 30'000; ++i) {
        std::string text = "[";
        for (std::size_t n = random.below(7); n != 0; --n) {
            const bool plain = !random.one_in(8);
            text += one_of(spaces);
            text += plain ? std::to_string(random.below(256)) : std::string(one_of(parts));
            text += one_of(spaces);
            text += n == 1 ? "" : ",";
        }
        text += random.one_in(20) ? ",]" : random.one_in(20) ? "" : "]";
        for (const auto mode : {json::strict, json::tolerant}) {
            const auto bytes = json::read<std::vector<std::uint8_t>>(text, mode);
            const auto wide = json::read<std::vector<std::uint32_t>>(text, mode);
            bool fits = wide.has_value();
            for (std::size_t k = 0; fits && k != wide->size(); ++k) fits = (*wide)[k] <= 255;
            if (bytes.has_value() != fits) FAIL(text);
            if (!fits) continue;
            ++valid;
            if (!std::equal(bytes->begin(), bytes->end(), wide->begin(), wide->end())) FAIL(text);
        }
    }
    CHECK(valid > 1000);
}

TEST_CASE(
    "all short lists of bytes read as lists of wider integers do, wherever blocks divide them") {
    constexpr std::string_view alphabet = "0256,";
    std::size_t valid = 0;
    for (std::size_t before = 0; before != 18; ++before) {
        // so many bytes in front, and 16 behind or none
        std::string front = before == 0 ? "" : before % 2 == 0 ? "1," : "11,";
        while (front.size() < before) front += "1,";
        for (int i = 0; i != 5 * 5 * 5 * 5 * 5; ++i) {
            std::string list = "[" + front;
            for (int k = 0, left = i; k != 5; ++k, left /= 5) {
                list += alphabet[static_cast<std::size_t>(left % 5)];
            }
            list += ']';
            if (i % 2 == 0) list += std::string(16, ' ');
            const auto bytes = json::read<std::vector<std::uint8_t>>(list);
            const auto wide = json::read<std::vector<std::uint32_t>>(list);
            bool fits = wide.has_value();
            for (std::size_t k = 0; fits && k != wide->size(); ++k) fits = (*wide)[k] <= 255;
            if (bytes.has_value() != fits) FAIL(list);
            if (!fits) continue;
            ++valid;
            if (!std::equal(bytes->begin(), bytes->end(), wide->begin(), wide->end())) FAIL(list);
        }
    }
    CHECK(valid > 5000);
}

TEST_CASE("a token with any list of alternatives reads the same with and without white space") {
    const std::string entry = R"({"token":" the","logprob":-0.25,"bytes":[32,116]})";
    const std::string start = R"({"token":"a","logprob":-12.5,"bytes":[97],"top_logprobs":)";
    for (const std::string& text :
         {start + "[]}", start + "[" + entry + "]}", start + "[" + entry + "," + entry + "]}",
          start + "null}", start + "[" + entry + ",]}", start + "[,]}", start + "[" + entry + "}",
          start + "[]", start + "[]]", start + "[],\"x\":1}", start + "[" + entry + entry + "]}",
          start + "[{}]}", start + "[null]}",
          std::string(R"({"token":"a","logprob":-12.5,"bytes":[97]})")}) {
        for (const auto mode : {json::strict, json::tolerant}) {
            for (std::size_t behind : {0U, 1U, 40U}) {
                const auto read_one = [&](const std::string& object) {
                    TokenLogprob value;
                    value.token = "before";
                    value.top_logprobs = {TopLogprob{.token = "old"}, TopLogprob{}, TopLogprob{}};
                    value.extra.set("old", 1);
                    return support::read_outcome(object + std::string(behind, ' '), value, mode, 0);
                };
                INFO(text);
                CHECK(read_one(text) == read_one(spaced(text)));
            }
        }
    }
}

TEST_CASE("the depth limit applies to compact objects too") {
    for (std::size_t depth = 0; depth != 4; ++depth) {
        const std::string found = outcome(usual[0], json::strict, depth);
        CHECK(found == outcome(spaced(usual[0]), json::strict, depth));
        CHECK((found[0] == '{') == (depth >= 2));
    }
}

TEST_CASE("log probabilities are read alike with white space of any kind between their tokens") {
    // the tokens of the text, between each two of which white space may stand
    const std::vector<std::string_view> tokens{"{",   "\"token\"",   ":", "\"a\\n\"",
                                               ",",   "\"logprob\"", ":", "-0.25",
                                               ",",   "\"bytes\"",   ":", "[",
                                               "97",  ",",           "0", ",",
                                               "255", "]",           ",", "\"top_logprobs\"",
                                               ":",   "[",           "{", "\"token\"",
                                               ":",   "\"b\"",       ",", "\"logprob\"",
                                               ":",   "-1e3",        ",", "\"bytes\"",
                                               ":",   "null",        "}", ",",
                                               "{",   "\"token\"",   ":", "\"\"",
                                               ",",   "\"logprob\"", ":", "0",
                                               ",",   "\"bytes\"",   ":", "[",
                                               "]",   "}",           "]", "}"};
    std::string compact;
    for (const std::string_view token : tokens) compact += token;
    const auto read_copy = [](const std::string& text) {
        const auto copy = std::make_unique<char[]>(text.size());  // exactly that size
        std::memcpy(copy.get(), text.data(), text.size());
        return json::read<TokenLogprob>(std::string_view(copy.get(), text.size()));
    };
    const TokenLogprob expected = *read_copy(compact);
    REQUIRE(expected.top_logprobs->size() == 2);
    REQUIRE(expected.bytes->size() == 3);
    const std::string deep = '\n' + std::string(37, ' ');
    for (const std::string& space : {std::string(" "), std::string("\r\n\t"), deep}) {
        std::string all;
        for (const std::string_view token : tokens) all.append(token).append(space);
        const auto found = read_copy(all);
        REQUIRE(found);
        REQUIRE(*found == expected);
        for (std::size_t at = 0; at != tokens.size(); ++at) {
            std::string one, wrong;
            for (std::size_t i = 0; i != tokens.size(); ++i) {
                one.append(tokens[i]).append(i == at ? space : "");
                wrong.append(tokens[i]).append(i == at ? space + '\v' : space);
            }
            const auto read = read_copy(one);
            REQUIRE(read);
            REQUIRE(*read == expected);
            const auto refused = read_copy(wrong);
            REQUIRE_FALSE(refused);
            REQUIRE(refused.error().offset == wrong.find('\v'));
        }
    }
    // as wide as before nearly everywhere
    support::random r(20261130);
    for (std::size_t width = 0; width != 80; ++width) {
        for (std::size_t odd = 0; odd != tokens.size(); ++odd) {
            const std::size_t other = r.below(4) == 0 ? r.below(80) : width + 2 - r.below(3);
            std::string text;
            std::size_t at = 0;  // of that white space
            for (std::size_t i = 0; i != tokens.size(); ++i) {
                text.append(tokens[i]);
                if (i == odd) at = text.size();
                text.append(1, r.below(2) == 0 ? '\n' : ' ').append(i == odd ? other : width, ' ');
            }
            const auto read = read_copy(text);
            REQUIRE(read);
            REQUIRE(*read == expected);
            at += r.below(other + 1);
            text[at] = "\v\x1f\0\xffx"[r.below(5)];
            const auto refused = read_copy(text);
            REQUIRE_FALSE(refused);
            if (text[at] != '\xff') REQUIRE(refused.error().offset == at);
        }
    }
}

}  // namespace compact_objects_tests
