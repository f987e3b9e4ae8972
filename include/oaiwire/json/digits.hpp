// Exact comparison of number tokens of any length with doubles. It decides rounding where the
// nearest double lies halfway between two floats.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The value of "", "e5" or "E-12". Saturates beyond what the digits of a token could compensate.
inline std::int64_t exponent_of(std::string_view text) {
    constexpr std::int64_t beyond =
        1'000'000'000'000;  // more than the digits of any text in memory
    std::int64_t e = 0;
    for (const char c : text) {
        if (is_digit(c) && e < beyond) e = e * 10 + (c - '0');
    }
    return text.size() > 1 && text[1] == '-' ? -e : e;
}

// Calls f with each digit of the token from the first that is not 0. Returns n, where the magnitude
// is 0.d1 d2 d3 ... * 10^n.
template <class F>
std::int64_t each_digit(std::string_view token, F&& f) {
    const std::size_t e = std::min(token.find_first_of("eE"), token.size());
    std::int64_t point = exponent_of(token.substr(e));
    bool fraction = false;     // the point has come
    bool significant = false;  // a digit other than 0 has come
    for (const char c : token.substr(0, e)) {
        fraction = fraction || c == '.';
        if (!is_digit(c)) continue;
        significant = significant || c != '0';
        if (significant) f(c);
        if (significant != fraction) point += significant ? 1 : -1;
    }
    return point;
}

// All significant digits of a double: 0.d1 d2 d3 ... * 10^point.
struct exact_digits {
    std::array<char, 126> digits{};
    std::size_t count = 0;
    std::int64_t point = 0;
};

// For a value above 0 and below 2^129 whose lowest bit is at least 2^-150, as values halfway
// between two floats are.
inline exact_digits digits_of(double value) {
    int e = 0;
    auto m = static_cast<std::uint64_t>(std::ldexp(std::frexp(value, &e), 53));
    for (e -= 53; (m & 1) == 0; m >>= 1) ++e;  // value is m * 2^e, m odd
    // m * 2^e, below zero as m * 5^-e * 10^e: limbs of nine digits, the lowest first
    constexpr std::uint64_t base = 1'000'000'000;
    // 126 digits; the value has at most 121
    std::array<std::uint64_t, 14> limbs{m % base, m / base};
    for (int left = e < 0 ? -e : e; left != 0; --left) {
        std::uint64_t carry = 0;
        for (std::uint64_t& limb : limbs) {
            carry += limb * (e < 0 ? 5 : 2);
            limb = carry % base;
            carry /= base;
        }
    }
    exact_digits out;
    for (std::size_t i = limbs.size(); i-- != 0;) {
        for (std::uint64_t place = base / 10; place != 0; place /= 10) {
            const auto digit = static_cast<char>('0' + limbs[i] / place % 10);
            if (out.count != 0 || digit != '0') out.digits[out.count++] = digit;
        }
    }
    out.point = static_cast<std::int64_t>(out.count) + (e < 0 ? e : 0);
    while (out.digits[out.count - 1] == '0') --out.count;
    return out;
}

// Compares the magnitude of the token with such a value.
// By the power of ten, then digit by digit. The token must not be zero.
inline std::strong_ordering compare_magnitude(std::string_view token, double value) {
    const exact_digits due = digits_of(value);
    std::size_t i = 0;
    std::strong_ordering order = std::strong_ordering::equal;
    const std::int64_t point = each_digit(token, [&](char c) {
        if (order == std::strong_ordering::equal)
            order = c <=> (i < due.count ? due.digits[i] : '0');
        ++i;
    });
    if (order == std::strong_ordering::equal && i < due.count) order = std::strong_ordering::less;
    return point == due.point ? order : point <=> due.point;
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
