#include <oaiwire/json/exact_double.hpp>
//
#include <support/catch.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <string_view>

#include <oaiwire/core/floating.hpp>
#include <support/full_size.hpp>
#include <support/nearest.hpp>
#include <support/random.hpp>

namespace exact_double_tests {

using namespace oaiwire;

std::uint64_t bits_of(double value) {
    return oaiwire::detail::floating::bit_cast<std::uint64_t>(value);
}
double double_of_bits(std::uint64_t bits) {
    return oaiwire::detail::floating::bit_cast<double>(bits);
}

// Whether the token is read as the C library reads it: the same bits, or both overflow.
bool as_strtod(const std::string& token) {
    const double expected = support::nearest<double>(token);
    double d = 0;
    if (!json::detail::exact_double(token, d)) return std::isinf(expected);
    return bits_of(d) == bits_of(expected);
}

std::string random_digits(support::random& r, std::size_t count) {
    std::string out;
    while (out.size() != count) out += r.byte_of("0123456789");
    return out;
}

// All digits of a double: 767 are the most that one has.
std::string in_full(double value) {
    char text[800];
    std::snprintf(text, sizeof text, "%.766e", value);
    return text;
}

// All digits of the number halfway between a double and the next one: the sum of both, exact
// because its digits are added as text, halved as text.
std::string halfway(double value) {
    const auto plain = [](double v) {
        char text[1500];
        std::snprintf(text, sizeof text, "%.1076f", v);
        return std::string(text);
    };
    std::string a = plain(value);
    std::string b = plain(double_of_bits(bits_of(value) + 1));
    if (a.size() < b.size()) a.insert(0, b.size() - a.size(), '0');
    int carry = 0;
    for (std::size_t i = a.size(); i-- != 0;) {
        if (a[i] == '.') continue;
        const int sum = (a[i] - '0') + (b[i] - '0') + carry;
        carry = sum / 10;
        a[i] = static_cast<char>('0' + sum % 10);
    }
    if (carry != 0) a.insert(0, 1, '1');
    int rest = 0;
    for (char& c : a) {
        if (c == '.') continue;
        const int part = rest * 10 + (c - '0');
        c = static_cast<char>('0' + part / 2);
        rest = part % 2;
    }
    REQUIRE(rest == 0);
    const std::size_t first = a.find_first_not_of('0');
    return a.substr(a[first] == '.' ? first - 1 : first);
}

TEST_CASE("by exact arithmetic, random tokens give what the C library reads") {
    support::random r(31);
    const int count = support::scaled(100'000, 1'000'000, 30'000'000);
    for (int i = 0; i != count; ++i) {
        std::string token = r.one_in(2) ? "-" : "";
        token += r.one_in(3) ? "0" : std::to_string(1 + r.below(9)) + random_digits(r, r.below(25));
        if (r.one_in(2)) {
            token += "." + std::string(r.below(8), '0') + random_digits(r, 1 + r.below(25));
        }
        if (r.one_in(2)) token += "e" + std::to_string(static_cast<int>(r.below(700)) - 360);
        if (!as_strtod(token)) FAIL(token);
    }
}

TEST_CASE("by exact arithmetic, a double printed in full or in 17 digits gives the same bits") {
    support::random r(32);
    const int count = support::scaled(50'000, 500'000, 10'000'000);
    for (int i = 0; i != count; ++i) {
        // every other one subnormal or small
        const std::uint64_t bits = r.bits() >> (r.one_in(2) ? 0 : r.below(63)) & ~(1ULL << 63);
        const double d = double_of_bits(bits);
        if (!std::isfinite(d)) continue;
        char text[40];
        std::snprintf(text, sizeof text, "%.17g", d);
        for (const std::string& token : {std::string(text), i % 64 == 0 ? in_full(d) : text}) {
            double back = 0;
            if (!json::detail::exact_double(token, back) || bits_of(back) != bits) FAIL(token);
        }
    }
}

TEST_CASE("by exact arithmetic, a tie is rounded to even, and any further digit decides it") {
    support::random r(33);
    const int count = support::scaled(300, 3'000, 100'000);
    for (int i = 0; i != count; ++i) {
        // the largest double has no next one; subnormal numbers and 0 have ties too
        const std::uint64_t bits =
            r.bits() % 0x7FEF'FFFF'FFFF'FFFF >> (r.one_in(2) ? 0 : r.below(63));
        const std::uint64_t even = bits + (bits & 1);
        std::string tie = halfway(double_of_bits(bits));
        double d = 0;
        REQUIRE(json::detail::exact_double(tie, d));
        if (bits_of(d) != even) FAIL(tie);
        // above by a digit far behind the last that counts, or by one directly behind it
        for (const std::size_t zeros : {std::size_t{0}, r.below(3000)}) {
            REQUIRE(json::detail::exact_double(tie + std::string(zeros, '0') + "1", d));
            if (bits_of(d) != bits + 1) FAIL(tie);
        }
        // below: the last digit that is not 0 less one, and nines
        const std::size_t last = tie.find_last_not_of("0.");
        --tie[last];
        for (std::size_t at = last + 1; at != tie.size(); ++at) {
            if (tie[at] != '.') tie[at] = '9';
        }
        REQUIRE(json::detail::exact_double(tie + std::string(r.below(900), '9'), d));
        if (bits_of(d) != bits) FAIL(tie);
    }
}

TEST_CASE("by exact arithmetic, numbers of up to ten thousand digits are read") {
    support::random r(34);
    const int count = support::scaled(2'000, 20'000, 500'000);
    for (int i = 0; i != count; ++i) {
        const std::size_t digits = 1 + r.below(r.one_in(50) ? 10'000 : 1'000);
        std::string token = "1" + random_digits(r, digits);
        if (r.one_in(4)) token.insert(1 + r.below(token.size() - 1), ".");
        const int exponent = static_cast<int>(r.below(660)) - 340 - static_cast<int>(digits);
        if (!as_strtod(token + "e" + std::to_string(exponent))) FAIL(token << 'e' << exponent);
    }
}

TEST_CASE(
    "by exact arithmetic, the ends of the range, zeros and overflow are what they should be") {
    const auto read = [](std::string_view token) {
        double d = 1;
        return json::detail::exact_double(token, d) ? bits_of(d) : UINT64_MAX;
    };
    constexpr std::uint64_t minus = std::uint64_t{1} << 63;
    CHECK(read("0") == 0);
    CHECK(read("-0") == minus);
    CHECK(read("0.000e999999999999999999999") == 0);
    CHECK(read("-0.0e-5") == minus);
    CHECK(read("1e-400") == 0);
    CHECK(read("-1e-99999999999999999999") == minus);
    CHECK(read("2.4703282292062327e-324") == 0);  // just below half of the least double
    CHECK(read("2.4703282292062328e-324") == 1);
    CHECK(read("4.9e-324") == 1);
    CHECK(read("2.2250738585072011e-308") == 0x000F'FFFF'FFFF'FFFF);  // the largest subnormal one
    CHECK(read("2.2250738585072012e-308") == 0x0010'0000'0000'0000);
    CHECK(read("1.7976931348623157e308") == 0x7FEF'FFFF'FFFF'FFFF);
    CHECK(read("1.7976931348623158e308") == 0x7FEF'FFFF'FFFF'FFFF);
    CHECK(read("1.7976931348623159e308") == UINT64_MAX);  // rounds to 2^1024
    CHECK(read("-1.8e308") == UINT64_MAX);
    CHECK(read("1e309") == UINT64_MAX);
    CHECK(read("1e310") == UINT64_MAX);
    CHECK(read("9e99999999999999999999") == UINT64_MAX);
    CHECK(read("1" + std::string(5000, '0') + "e-5000") == bits_of(1));
    CHECK(read("0." + std::string(5000, '0') + "1e5001") == bits_of(1));
    CHECK(read("9007199254740993") == bits_of(9007199254740992.0));
    CHECK(read("9007199254740995") == bits_of(9007199254740996.0));
    CHECK(read("9007199254740993." + std::string(2000, '0') + "1") == bits_of(9007199254740994.0));
}

}  // namespace exact_double_tests
