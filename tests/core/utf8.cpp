#include <oaiwire/core/utf8.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oracle/utf8.hpp>
#include <support/random.hpp>

namespace utf8_tests {

using namespace oaiwire;

namespace {

constexpr std::size_t valid = std::string_view::npos;

using oracle::encoded;
using oracle::is_scalar_value;

const oracle::utf8_reader& known() {
    static const oracle::utf8_reader reader;
    return reader;
}

}  // namespace

TEST_CASE("every code point except surrogates is encoded and decoded") {
    std::size_t wrong = 0;
    for (std::uint32_t c = 0; c != 0x110000; ++c) {
        std::string out;
        append_utf8(out, c);
        if (out != encoded(c)) ++wrong;
        if ((find_invalid_utf8(out) == valid) != is_scalar_value(c)) ++wrong;
        const utf8_step step = utf8_advance(out.data(), out.data() + out.size());
        if (is_scalar_value(c) && step.next != out.data() + out.size()) ++wrong;
        if (!is_scalar_value(c) && step.bad != out.data() + 1) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("every one- and two-byte text is valid, or fails at its first invalid byte") {
    std::size_t wrong = 0;
    for (unsigned pair = 0; pair != 65536; ++pair) {
        const char bytes[] = {static_cast<char>(pair >> 8), static_cast<char>(pair & 255)};
        const std::string_view both(bytes, 2);
        if (find_invalid_utf8(both) != known().first_bad(both)) ++wrong;
        if (find_invalid_utf8(both.substr(1)) != known().first_bad(both.substr(1))) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("three-byte texts are valid, or fail at their first invalid byte") {
    std::size_t wrong = 0;
    for (unsigned pair = 0; pair != 65536; ++pair) {
        for (const unsigned third : {0x00u, 0x22u, 0x7Fu, 0x80u, 0x8Fu, 0x90u, 0x9Fu, 0xA0u, 0xBFu,
                                     0xC0u, 0xC2u, 0xE0u, 0xF0u, 0xFFu}) {
            const char bytes[] = {static_cast<char>(pair >> 8), static_cast<char>(pair & 255),
                                  static_cast<char>(third)};
            const std::string_view text(bytes, 3);
            if (find_invalid_utf8(text) != known().first_bad(text)) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("each maximal subpart of an ill-formed sequence becomes one replacement character") {
    const auto repaired = [](std::string_view text) {
        std::string out = "<";
        append_valid_utf8(out, text);
        return out.substr(1);
    };
    const std::string r(replacement_character);
    CHECK(repaired("") == "");
    CHECK(repaired("a\xc3\xa9z") == "a\xc3\xa9z");
    CHECK(repaired("\xff") == r);
    CHECK(repaired("\xff\xfe"
                   "a") == r + r + "a");
    CHECK(repaired("\x80\x80") == r + r);
    CHECK(repaired("\xc3") == r);
    CHECK(repaired("\xc3(") == r + "(");
    CHECK(repaired("\xe2\x82") == r);
    CHECK(repaired("\xe2\x82"
                   "x") == r + "x");
    CHECK(repaired("\xf0\x9f\x98") == r);
    CHECK(repaired("\xf0\x9f\x98\xff") == r + r);
    CHECK(repaired("\xed\xa0\x80") == r + r + r);
    CHECK(repaired("\xc0\xaf") == r + r);
    // Unicode 15, table 3-8
    CHECK(repaired("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64") ==
          "a" + r + r + r + "b" + r + "c" + r + r + "d");
}

TEST_CASE("repaired text is valid, and valid text is unchanged") {
    support::random random(7);
    for (int i = 0; i != 20'000; ++i) {
        std::string text;
        for (std::size_t n = random.below(12); n != 0; --n) {
            if (random.one_in(2)) {
                text += random.byte_of("ab\x80\xBF\xC2\xE0\xED\xF0\xF4\xFF");
            } else {
                append_utf8(text, static_cast<std::uint32_t>(random.below(0xD800)));
            }
        }
        std::string out;
        append_valid_utf8(out, text);
        REQUIRE(find_invalid_utf8(out) == valid);
        REQUIRE((out == text) == (find_invalid_utf8(text) == valid));
    }
}

TEST_CASE("truncation never splits a code point") {
    const std::string text = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z";
    const std::size_t expected[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11, 11};
    for (std::size_t n = 0; n != std::size(expected); ++n) {
        CHECK(utf8_prefix(text, n) == std::string_view(text).substr(0, expected[n]));
    }
    CHECK(utf8_prefix("", 0) == "");
    CHECK(utf8_prefix("\xc3\xa9", 1) == "");
    // bytes after the text are not read
    const std::string_view cut = std::string_view("ab\x80").substr(0, 2);
    CHECK(utf8_prefix(cut, 2) == "ab");
    CHECK(utf8_prefix(cut, 3) == "ab");
}

TEST_CASE("UTF-8 can be validated at compile time") {
    STATIC_REQUIRE((find_invalid_utf8("a\xc3\xa9") == valid));
    STATIC_REQUIRE((find_invalid_utf8("a\xc3") == 2));
    STATIC_REQUIRE((utf8_prefix("\xc3\xa9", 1).empty()));
}

}  // namespace utf8_tests
