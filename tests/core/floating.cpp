#include <oaiwire/core/floating.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <type_traits>

#include <support/catch.hpp>
#include <support/random.hpp>

namespace floating_tests {

using namespace oaiwire::detail;

namespace {

template <class T>
std::string printed(T value) {
    char text[floating::longest_float];
    return {text, floating::print_shortest(text, value)};
}

template <class T>
std::string put(T value) {
    char text[floating::longest_float];
    return {text, floating::put_float(text, value)};
}

}  // namespace

TEST_CASE(
    "floating: numbers are printed in the shorter form, without exponent if both are equally "
    "short") {
    CHECK(printed(0.0) == "0");
    CHECK(printed(-0.0) == "-0");
    CHECK(printed(1.0) == "1");
    CHECK(printed(-1.5) == "-1.5");
    CHECK(printed(0.1) == "0.1");
    CHECK(printed(0.001) == "0.001");
    CHECK(printed(0.0001) == "1e-04");
    CHECK(printed(0.00012) == "0.00012");
    CHECK(printed(0.000012) == "1.2e-05");
    CHECK(printed(10000.0) == "10000");
    CHECK(printed(100000.0) == "1e+05");
    CHECK(printed(120000.0) == "120000");
    CHECK(printed(1234567.5) == "1234567.5");
    CHECK(printed(1e100) == "1e+100");
    CHECK(printed(-1.25e-300) == "-1.25e-300");
    CHECK(printed(std::numeric_limits<double>::max()) == "1.7976931348623157e+308");
    CHECK(printed(std::numeric_limits<double>::denorm_min()) == "5e-324");
    CHECK(printed(0.1F) == "0.1");
    CHECK(printed(16777216.0F) == "16777216");
    CHECK(printed(std::numeric_limits<float>::max()) == "3.4028235e+38");
}

TEST_CASE("floating: the printf fallback prints the same as to_chars, or one digit more") {
    support::random r(8);
    std::size_t longer = 0;
    for (int i = 0; i != 20'000; ++i) {
        const std::uint64_t bits = r.bits();
        const auto wide = floating::bit_cast<double>(bits);
        const auto narrow = floating::bit_cast<float>(static_cast<std::uint32_t>(bits));
        if (std::isfinite(wide)) {
            const std::string text = printed(wide);
            if (std::strtod(text.c_str(), nullptr) != wide) FAIL(text);
            if (text != put(wide)) ++longer;
        }
        if (std::isfinite(narrow)) {
            const std::string text = printed(narrow);
            if (std::strtof(text.c_str(), nullptr) != narrow) FAIL(text);
            if (text != put(narrow)) ++longer;
        }
    }
    CHECK(longer <= 2);  // possible for powers of two only
    const auto power_of_two = printed(0x1p-44);
    CHECK(std::strtod(power_of_two.c_str(), nullptr) == 0x1p-44);
}

}  // namespace floating_tests
