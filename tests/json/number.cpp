#include <oaiwire/json/number.hpp>
//
#include <support/catch.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

#include <support/nearest.hpp>
#include <support/random.hpp>

namespace number_tests {

using namespace oaiwire;
using json::detail::double_of;
using json::detail::float_of;
using json::detail::integer_of;
using json::detail::truncated_of;

namespace {

template <class T>
std::string integer(std::string_view token) {
    T out{};
    return integer_of(token, out) ? std::to_string(out) : "refused";
}
template <class T>
std::string truncated(std::string_view token) {
    T out{};
    return truncated_of(token, out) ? std::to_string(out) : "refused";
}

// A decimal number plus one in its last digit.
std::string successor(std::string digits) {
    for (std::size_t i = digits.size(); i-- != 0;) {
        if (digits[i]++ != '9') return digits;
        digits[i] = '0';
    }
    return "1" + digits;
}

template <class T>
void edges() {
    using limits = std::numeric_limits<T>;
    const std::string most = std::to_string(limits::max());
    CHECK(integer<T>(most) == most);
    CHECK(integer<T>(successor(most)) == "refused");
    CHECK(integer<T>(most + "0") == "refused");
    CHECK(integer<T>("0") == "0");
    CHECK(integer<T>("-0") == "0");
    const std::string least = std::to_string(limits::min());
    CHECK(integer<T>(least) == least);
    if (std::is_signed_v<T>) {
        CHECK(integer<T>("-" + successor(least.substr(1))) == "refused");
    } else {
        CHECK(integer<T>("-1") == "refused");
    }
    CHECK(integer<T>(std::string(400, '9')) == "refused");
    // the same with a fraction or an exponent
    CHECK(truncated<T>(most + ".0") == most);
    CHECK(truncated<T>(most + ".99999") == most);
    CHECK(truncated<T>(most + "0e-1") == most);
    CHECK(truncated<T>(successor(most) + ".0") == "refused");
    CHECK(truncated<T>(most + "e1") == "refused");
    CHECK(truncated<T>(least + ".9") == least);
}

template <class T>
bool same(const std::string& token) {
    const T due = support::nearest<T>(token);
    T out{};
    bool ok = false;
    if constexpr (std::is_same_v<T, float>) {
        ok = float_of(token, out);
    } else {
        ok = double_of(token, out);
    }
    if (std::isinf(due)) return !ok;
    using bits = std::conditional_t<std::is_same_v<T, float>, std::uint32_t, std::uint64_t>;
    return ok && std::bit_cast<bits>(out) == std::bit_cast<bits>(due);
}

template <class... A>
std::string format(const char* how, A... values) {
    char text[1200];
    std::snprintf(text, sizeof text, how, values...);
    return text;
}

std::string digits(support::random& r, std::size_t n) {
    std::string out;
    while (out.size() != n) out += static_cast<char>('0' + r.below(10));
    return out;
}

}  // namespace

TEST_CASE("integers are exact at the bounds of every width, and rejected beyond") {
    edges<std::int8_t>();
    edges<std::uint8_t>();
    edges<std::int16_t>();
    edges<std::uint16_t>();
    edges<std::int32_t>();
    edges<std::uint32_t>();
    edges<std::int64_t>();
    edges<std::uint64_t>();
}

TEST_CASE("every 8-bit integer is read, and 16-bit ones beyond its range are rejected") {
    for (int i = -32768; i != 65536; ++i) {
        const std::string token = std::to_string(i);
        if (integer<std::int8_t>(token) != (i >= -128 && i <= 127 ? token : "refused")) FAIL(token);
        if (integer<std::uint8_t>(token) != (i >= 0 && i <= 255 ? token : "refused")) FAIL(token);
        if (integer<std::int16_t>(token) != (i <= 32767 ? token : "refused")) FAIL(token);
        if (integer<std::uint16_t>(token) != (i >= 0 ? token : "refused")) FAIL(token);
    }
}

TEST_CASE("fractions and exponents are truncated exactly, whatever their length") {
    CHECK(truncated<int>("17.0") == "17");
    CHECK(truncated<std::int64_t>("1748694614.85") == "1748694614");
    CHECK(truncated<int>("-1.999") == "-1");
    CHECK(truncated<int>("-0.5") == "0");
    CHECK(truncated<unsigned>("-0.5") == "0");
    CHECK(truncated<unsigned>("-1.5") == "refused");
    CHECK(truncated<int>("1e3") == "1000");
    CHECK(truncated<int>("1E+3") == "1000");
    CHECK(truncated<int>("12345e-3") == "12");
    CHECK(truncated<int>("0.00012e6") == "120");
    CHECK(truncated<int>("1e-999999999999") == "0");
    CHECK(truncated<int>("0e999999999999") == "0");
    CHECK(truncated<int>("0.000e999999999999") == "0");
    CHECK(truncated<int>("1e999999999999") == "refused");
    CHECK(truncated<std::int64_t>("1e18") == "1000000000000000000");
    CHECK(truncated<std::int64_t>("1e19") == "refused");
    CHECK(truncated<std::uint64_t>("1e19") == "10000000000000000000");
    CHECK(truncated<std::uint64_t>("1e20") == "refused");
    // more digits than a double holds
    CHECK(truncated<std::int64_t>("9007199254740993.00000") == "9007199254740993");
    CHECK(truncated<std::int64_t>("1234567890123456789.5") == "1234567890123456789");
    CHECK(truncated<std::int64_t>("9223372036854775807.999999999999") == "9223372036854775807");
    CHECK(truncated<std::int64_t>("-9223372036854775808.5") == "-9223372036854775808");
    CHECK(truncated<std::uint64_t>("18446744073709551615.5") == "18446744073709551615");
    CHECK(truncated<std::uint64_t>("1.8446744073709551615e19") == "18446744073709551615");
    CHECK(truncated<int>("7." + std::string(500, '9')) == "7");
    CHECK(truncated<int>("0." + std::string(500, '0') + "7e501") == "7");
    CHECK(truncated<int>("7" + std::string(500, '0') + "e-500") == "7");
    CHECK(truncated<std::int64_t>(std::string(500, '9') + ".0") == "refused");
}

TEST_CASE("random integers with a shifted decimal point keep their value") {
    support::random r(5);
    for (int i = 0; i != 20'000; ++i) {
        const auto value = static_cast<std::int64_t>(r.bits()) >> r.below(64);
        std::string token = std::to_string(value);
        const std::size_t sign = value < 0 ? 1 : 0;
        const std::size_t shift = r.below(token.size() - sign + 3);
        std::string moved = token;
        if (moved.size() - sign <= shift)
            moved.insert(sign, shift + 1 - (moved.size() - sign), '0');
        moved.insert(moved.size() - shift, ".");
        if (moved.back() == '.') moved += '0';
        moved += r.one_in(2) ? "e" : "E+";
        moved += std::to_string(shift);
        if (truncated<std::int64_t>(moved) != token) FAIL(moved << " is not " << token);
    }
}

TEST_CASE("random bit patterns printed in full are read to the same bits") {
    support::random r(1);
    for (int i = 0; i != 200'000; ++i) {
        const std::uint64_t bits = r.bits();
        const auto d = std::bit_cast<double>(bits);
        const auto f = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        if (std::isfinite(d)) {
            double back = 0;
            const std::string token = format("%.17g", d);
            if (!double_of(token, back) || std::bit_cast<std::uint64_t>(back) != bits) FAIL(token);
        }
        if (std::isfinite(f)) {
            float back = 0;
            const std::string token = format("%.9g", static_cast<double>(f));
            if (!float_of(token, back) ||
                std::bit_cast<std::uint32_t>(back) != static_cast<std::uint32_t>(bits)) {
                FAIL(token);
            }
        }
    }
}

TEST_CASE("random tokens are read as by strtod and strtof") {
    support::random r(2);
    for (int i = 0; i != 100'000; ++i) {
        std::string token = r.one_in(2) ? "-" : "";
        token += r.one_in(3) ? "0" : std::to_string(1 + r.below(9)) + digits(r, r.below(25));
        if (r.one_in(2)) token += "." + std::string(r.below(8), '0') + digits(r, 1 + r.below(25));
        if (r.one_in(2)) token += "e" + std::to_string(static_cast<int>(r.below(700)) - 360);
        if (!same<double>(token)) FAIL(token);
        if (!same<float>(token)) FAIL(token);
    }
}

TEST_CASE("ties between two doubles are rounded to even, and any further digit upwards") {
    // long double must have one bit more than double to hold the midpoint exactly
    if (std::numeric_limits<long double>::digits <= std::numeric_limits<double>::digits) return;
    support::random r(3);
    for (int i = 0; i != 5'000; ++i) {
        const double d = std::bit_cast<double>(r.bits() & 0x7FFF'FFFF'FFFF'FFFF);
        if (!std::isfinite(d)) continue;
        const double next = std::nextafter(d, std::numeric_limits<double>::infinity());
        if (!std::isfinite(next)) continue;
        const long double middle =
            static_cast<long double>(d) +
            (static_cast<long double>(next) - static_cast<long double>(d)) / 2;
        const std::string token = format("%.1100Le", middle);
        const std::size_t e = token.find('e');
        if (!same<double>(token)) FAIL(token);
        if (!same<double>(std::string(token).insert(e, "1"))) FAIL(token);
    }
}

TEST_CASE("ties between two floats are rounded to even, and any further digit upwards") {
    support::random r(4);
    for (int i = 0; i != 20'000; ++i) {
        const float f = std::bit_cast<float>(static_cast<std::uint32_t>(r.bits() & 0x7FFF'FFFF));
        const float next = std::nextafter(f, std::numeric_limits<float>::infinity());
        if (!std::isfinite(next)) continue;
        const double middle = double{f} + (double{next} - double{f}) / 2;
        const std::string token = format("%.200e", middle);
        const std::size_t e = token.find('e');
        if (!same<float>(token)) FAIL(token);
        if (!same<float>(std::string(token).insert(e, "1"))) FAIL(token);
        // just below: the last non-zero digit less one
        std::string below = token;
        const std::size_t last = below.find_last_not_of('0', e - 1);
        if (below[last] != '.') {
            --below[last];
            below.insert(e, "9");
            if (!same<float>(below)) FAIL(below);
        }
        if (!same<float>("-" + token)) FAIL(token);
    }
}

TEST_CASE("the ends of the range are read as by strtod and strtof") {
    for (const char* const text : {"0",
                                   "-0",
                                   "0.0",
                                   "-0.0",
                                   "0e0",
                                   "0e999",
                                   "-0e-999",
                                   "0e99999999999999999999",
                                   "1e-99999999999999999999",
                                   "5e-324",
                                   "4.9406564584124654e-324",
                                   "2.4703282292062327e-324",
                                   "2.4703282292062328e-324",
                                   "2.2250738585072011e-308",
                                   "2.2250738585072014e-308",
                                   "1.7976931348623157e308",
                                   "1.7976931348623158e308",
                                   "1.7976931348623159e308",
                                   "1e308",
                                   "1e309",
                                   "1e400",
                                   "-1e400",
                                   "1e99999999999999999999",
                                   "1e-400",
                                   "9007199254740993",
                                   "9007199254740992",
                                   "9007199254740991e22",
                                   "9007199254740993e-22",
                                   "1e22",
                                   "1e23",
                                   "123456789012345678901234567890",
                                   "3.4028234663852886e38",
                                   "3.4028235677973366e38",
                                   "3.4028235677973362e38",
                                   "3.4028236e38",
                                   "1e39",
                                   "1.4e-45",
                                   "7e-46",
                                   "7.1e-46",
                                   "1.1754943508222875e-38",
                                   "1.17549421e-38",
                                   "0.000000000000000000000000000000000000001",
                                   "16777217",
                                   "16777217.0000000000000000000000001",
                                   "16777219",
                                   "33554433.5"}) {
        INFO(text);
        CHECK(same<double>(text));
        CHECK(same<float>(text));
    }
    const std::string long_digits = std::string(400, '1');
    CHECK(same<double>(long_digits));
    CHECK(same<double>("0." + std::string(400, '0') + long_digits));
    CHECK(same<double>(long_digits + "e-390"));
    CHECK(same<double>("0." + std::string(1000, '0') + "1e1001"));
    CHECK(same<float>("0." + std::string(1000, '0') + "1e1001"));
    CHECK(same<double>("1" + std::string(1000, '0') + "e-1000"));
}

}  // namespace number_tests
