#include <oaiwire/json/nearest.hpp>
//
#include <support/catch.hpp>

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

#include <support/nearest.hpp>
#include <support/random.hpp>

namespace nearest_tests {

using namespace oaiwire::json::detail;

namespace {

std::string text_of(const decimal_number& d) {
    return (d.negative ? "-" : "") + std::to_string(d.digits) + "e" + std::to_string(d.exponent);
}

// "" if the result is that of the C library.
template <class T>
std::string check(const decimal_number& d) {
    T found{};
    const std::string token = text_of(d);
    if (!nearest(d, found)) return "none: " + token;
    const T right = support::nearest<T>(token);
    return std::memcmp(&found, &right, sizeof found) == 0 ? "" : "wrong: " + token;
}

std::uint64_t power(std::uint64_t base, int exponent) {
    std::uint64_t out = 1;
    while (exponent-- != 0) out *= base;
    return out;
}

}  // namespace

TEST_CASE("the product of two words has 128 bits") {
    CHECK(multiply(0, UINT64_MAX).high == 0);
    CHECK(multiply(UINT64_MAX, UINT64_MAX).high == UINT64_MAX - 1);
    CHECK(multiply(UINT64_MAX, UINT64_MAX).low == 1);
    CHECK(multiply(std::uint64_t{1} << 63, 6).high == 3);
    CHECK(multiply(0x123456789ABCDEF0, 0xFEDCBA9876543210).high == 0x121FA00AD77D7422);
    CHECK(multiply(0x123456789ABCDEF0, 0xFEDCBA9876543210).low == 0x236D88FE5618CF00);
}

TEST_CASE("each power of five has 128 bits, exact or rounded up") {
    REQUIRE(powers_of_five.size() == static_cast<std::size_t>(largest_power - least_power + 1));
    for (int e = least_power; e <= largest_power; ++e) {
        const wide p = powers_of_five[static_cast<std::size_t>(e - least_power)];
        INFO(e);
        CHECK(p.high >> 63 == 1);
        if (e >= 0) {
            CHECK(p.low == 0);
            CHECK(p.high >> std::countr_zero(p.high) == power(5, e));
            continue;
        }
        // times 5^-e it is a power of two and less than 5^-e
        const std::uint64_t five = power(5, -e);
        const wide low = multiply(p.low, five);
        wide high = multiply(p.high, five);
        high.low += low.high;
        if (high.low < low.high) ++high.high;
        CHECK(high.high == std::bit_floor(five));
        CHECK(high.low == 0);
        CHECK(low.low > 0);
        CHECK(low.low < five);
    }
}

TEST_CASE("decimal numbers are rounded to the nearest double and float at each power of ten") {
    support::random random(11);
    std::string wrong;
    for (int e = least_power; e <= largest_power && wrong.empty(); ++e) {
        for (int i = 0; i != 4000 && wrong.empty(); ++i) {
            decimal_number d;
            d.digits = i == 0 ? 0 : i == 1 ? UINT64_MAX : random.bits() >> random.below(64);
            d.exponent = e;
            d.negative = i % 2 != 0;
            wrong = check<double>(d) + check<float>(d);
        }
    }
    CHECK(wrong == "");
}

TEST_CASE(
    "decimal numbers halfway between two values go to the even one, and their neighbours not") {
    support::random random(12);
    std::string wrong;
    for (int e = -9; e <= 9 && wrong.empty(); ++e) {
        for (const int width : {25, 54}) {  // of a mantissa and the bit that rounds
            for (int i = 0; i != 2000 && wrong.empty(); ++i) {
                // an odd number of so many bits, or such a one over a power of five
                std::uint64_t tie = (std::uint64_t{1} << (width - 1)) +
                                    random.bits() % (std::uint64_t{1} << (width - 1)) / 2 * 2 + 1;
                if (e > 0) tie = tie / power(5, e) | 1;
                if (e < 0 && tie > UINT64_MAX / power(5, -e)) continue;
                if (e < 0) tie *= power(5, -e);
                for (const int next : {-1, 0, 1}) {
                    decimal_number d;
                    d.digits = tie + static_cast<std::uint64_t>(next);
                    d.exponent = e;
                    wrong += check<double>(d) + check<float>(d);
                }
            }
        }
    }
    CHECK(wrong == "");
}

TEST_CASE("a mantissa of ones is rounded up to a power of two") {
    for (const std::uint64_t digits :
         {std::uint64_t{0x1FFFFFF}, std::uint64_t{0x3FFFFFFFFFFFFF}, UINT64_MAX}) {
        decimal_number d;
        d.digits = digits;
        CHECK(check<double>(d) + check<float>(d) == "");
    }
}

TEST_CASE("powers of ten that are not in the table are not attempted") {
    for (const int e : {least_power - 1, largest_power + 1, -10'000, 10'000}) {
        decimal_number d;
        d.digits = 1;
        d.exponent = e;
        double wide_value = 0;
        float value = 0;
        CHECK_FALSE(nearest(d, wide_value));
        CHECK_FALSE(nearest(d, value));
    }
}

}  // namespace nearest_tests
