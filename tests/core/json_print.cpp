#include <oaiwire/core/json_print.hpp>
//
#include <support/catch.hpp>

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>

#include <oracle/json_text.hpp>
#include <support/random.hpp>

using namespace oaiwire;

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    if (!json_print::append_string(out, text)) return "refused";
    return out;
}

template <class T>
std::string printed(T value) {
    std::string out;
    json_print::append_number(out, value);
    return out;
}

}  // namespace

TEST_CASE("strings are quoted, and only what must be escaped is") {
    CHECK(escaped("") == R"("")");
    CHECK(escaped("plain / text \x7f") == "\"plain / text \x7f\"");
    CHECK(escaped("\"\\\b\f\n\r\t") == R"("\"\\\b\f\n\r\t")");
    CHECK(escaped(std::string_view("\0\x01\x1f", 3)) == R"("\u0000\u0001\u001f")");
    CHECK(escaped("\xc3\xa9\xe2\x80\xa8\xf0\x9f\x98\x80") ==
          "\"\xc3\xa9\xe2\x80\xa8\xf0\x9f\x98\x80\"");
}

TEST_CASE("every ASCII character is written as JSON at every place of a long string") {
    for (std::size_t at = 0; at != 34; ++at) {
        for (char c = 0; c >= 0 && c != 127; ++c) {
            std::string text(34, 'x');
            text[at] = c;
            const std::string json = escaped(text);
            REQUIRE(oracle::read_json_text(json).ok);
            const std::size_t grown = json.size() - 36;
            const bool escaped = c == '"' || c == '\\' || c < 0x20;
            REQUIRE((grown != 0) == escaped);
            REQUIRE((escaped ? json[at + 1] == '\\' : json[at + 1] == c));
            REQUIRE(json.substr(at + 2 + grown) == std::string(33 - at, 'x') + '"');
        }
    }
}

TEST_CASE("invalid UTF-8 is refused wherever it stands") {
    for (std::size_t at = 0; at != 40; ++at) {
        const std::string before(at, 'x');
        CHECK(escaped(before + "\xff") == "refused");
        CHECK(escaped(before + "\xc3") == "refused");
        CHECK(escaped(before + "\xed\xa0\x80 and more") == "refused");
        CHECK(escaped(before + "\xe2\x82\xac") == "\"" + before + "\xe2\x82\xac\"");
    }
}

TEST_CASE("text is appended to what is there") {
    std::string out = "[";
    CHECK(json_print::append_string(out, "a"));
    out += ',';
    json_print::append_number(out, 7);
    out += ',';
    CHECK(json_print::append_number(out, 0.5));
    CHECK(out == "[\"a\",7,0.5");
}

TEST_CASE("integers of every width are written in full") {
    CHECK(printed(std::numeric_limits<std::int8_t>::min()) == "-128");
    CHECK(printed(std::numeric_limits<std::uint8_t>::max()) == "255");
    CHECK(printed(std::numeric_limits<std::int16_t>::min()) == "-32768");
    CHECK(printed(std::numeric_limits<std::uint32_t>::max()) == "4294967295");
    CHECK(printed(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
    CHECK(printed(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
    CHECK(printed(0) == "0");
}

TEST_CASE("doubles and floats are JSON numbers that strtod reads back to the same bits") {
    support::random random(42);
    std::size_t finite = 0;
    for (int i = 0; i != 200'000; ++i) {
        const std::uint64_t bits = random.bits();
        const auto d = std::bit_cast<double>(bits);
        const auto f = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        const std::string wide = printed(d);
        const std::string narrow = printed(f);
        if (std::isfinite(d)) {
            ++finite;
            if (!oracle::read_json_text(wide).ok) FAIL(wide);
            const double back = std::strtod(wide.c_str(), nullptr);
            if (std::bit_cast<std::uint64_t>(back) != bits) FAIL(wide);
        }
        if (std::isfinite(f)) {
            if (!oracle::read_json_text(narrow).ok) FAIL(narrow);
            const float back = std::strtof(narrow.c_str(), nullptr);
            if (std::bit_cast<std::uint32_t>(back) != static_cast<std::uint32_t>(bits))
                FAIL(narrow);
        }
    }
    CHECK(finite > 190'000);
    CHECK(printed(0.1) == "0.1");
    CHECK(printed(0.1f) == "0.1");
    CHECK(printed(-0.0) == "-0");
    CHECK(printed(5.0) == "5");
    CHECK(printed(5e-324) == "5e-324");
}

TEST_CASE("what is not finite is refused and nothing is appended") {
    for (const double d :
         {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
          std::numeric_limits<double>::quiet_NaN()}) {
        std::string out = "x";
        CHECK_FALSE(json_print::append_number(out, d));
        CHECK_FALSE(json_print::append_number(out, static_cast<float>(d)));
        CHECK(out == "x");
    }
}
