#include <oaiwire/json/digits.hpp>
//
#include <support/catch.hpp>

#include <cmath>
#include <compare>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <string_view>

#include <support/random.hpp>

namespace digits_tests {

using namespace oaiwire;

namespace {

// "0.DIGITSePOINT"
std::string shown(std::string_view token) {
    std::string digits;
    const std::int64_t point =
        json::detail::each_digit(token, [&](char c) { digits.push_back(c); });
    return "0." + digits + "e" + std::to_string(point);
}
std::string shown(double value) {
    const auto exact = json::detail::digits_of(value);
    return "0." + std::string(exact.digits.data(), exact.count) + "e" + std::to_string(exact.point);
}
// As the C library prints it, with all digits of a double.
std::string printed(double value) {
    char text[400];
    std::snprintf(text, sizeof text, "%.170f", value);
    return text;
}

}  // namespace

TEST_CASE("exponents in every form are read, and clamped") {
    CHECK(json::detail::exponent_of("") == 0);
    CHECK(json::detail::exponent_of("e5") == 5);
    CHECK(json::detail::exponent_of("E+05") == 5);
    CHECK(json::detail::exponent_of("E-12") == -12);
    const std::int64_t most = json::detail::exponent_of("e" + std::string(100, '9'));
    CHECK(most > 1'000'000'000);
    CHECK(json::detail::exponent_of("e-" + std::string(100, '9')) == -most);
}

TEST_CASE("digits start at the first non-zero one, wherever the point is") {
    CHECK(shown("12.5") == "0.125e2");
    CHECK(shown("-0.00125") == "0.125e-2");
    CHECK(shown("1e3") == "0.1e4");
    CHECK(shown("100") == "0.100e3");
    CHECK(shown("0.5E-7") == "0.5e-7");
    CHECK(shown("10.05e-1") == "0.1005e1");
}

TEST_CASE("a double's digits are complete") {
    CHECK(shown(1.0) == "0.1e1");
    CHECK(shown(0.5) == "0.5e0");
    CHECK(shown(1234567.125) == "0.1234567125e7");
    CHECK(shown(std::ldexp(1.0, -10)) == "0.9765625e-3");
    CHECK(shown(std::ldexp(1.0, 100)) == "0.1267650600228229401496703205376e31");
    CHECK(shown(static_cast<double>(std::numeric_limits<float>::max())) ==
          "0.34028234663852885981170418348451692544e39");
}

TEST_CASE("a token compares equal to the double that it represents exactly, and to no neighbour") {
    support::random random(5);
    for (int i = 0; i != 2000; ++i) {
        const auto exponent = static_cast<int>(random.below(250)) - 125;
        // the bits of a float and one more, like values between two floats
        const double m = static_cast<double>((random.bits() >> 39) | 1);
        const double value = std::ldexp(m, exponent - 25);
        const std::string text = printed(value);
        INFO(text);
        REQUIRE(json::detail::compare_magnitude(text, value) == std::strong_ordering::equal);
        REQUIRE(json::detail::compare_magnitude(text + "1", value) ==
                std::strong_ordering::greater);
        REQUIRE(json::detail::compare_magnitude("-" + text + "0e-0", value) ==
                std::strong_ordering::equal);
        REQUIRE(json::detail::compare_magnitude(text + "e1", value) ==
                std::strong_ordering::greater);
        REQUIRE(json::detail::compare_magnitude(text + "e-1", value) == std::strong_ordering::less);
        const double next = std::ldexp(m + 2, exponent - 25);
        REQUIRE(json::detail::compare_magnitude(text, next) == std::strong_ordering::less);
    }
}

}  // namespace digits_tests
