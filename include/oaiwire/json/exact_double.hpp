// Number tokens of any length to the nearest double, by exact integer arithmetic: what is done
// where the shorter ways do not apply, and the standard library has no std::from_chars for doubles.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/floating.hpp>
#include <oaiwire/json/digits.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// An unsigned integer of up to 2880 bits. A number of 770 digits has 2558, and so many digits times
// or over a power of five that a double can need have fewer than 2700.
struct big_integer {
    std::array<std::uint32_t, 90> limbs{};  // the lowest first
    std::size_t count = 0;                  // of limbs in use: the last one is not 0

    // Multiplies by `factor` and adds `summand`.
    constexpr void scale(std::uint32_t factor, std::uint32_t summand) {
        std::uint64_t carry = summand;
        for (std::size_t i = 0; i != count; ++i) {
            carry += std::uint64_t{limbs[i]} * factor;
            limbs[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) limbs[count++] = static_cast<std::uint32_t>(carry);
    }

    constexpr void multiply_by_power_of_five(std::int64_t exponent) {
        constexpr std::uint32_t five_to_13 = 1'220'703'125;
        for (; exponent >= 13; exponent -= 13) scale(five_to_13, 0);
        for (; exponent > 0; --exponent) scale(5, 0);
    }

    // The number of bits; the integer is not 0.
    constexpr std::int64_t width() const {
        return static_cast<std::int64_t>(count * 32) - std::countl_zero(limbs[count - 1]);
    }

    constexpr void shift_left(std::int64_t bits) {
        const auto whole = static_cast<std::size_t>(bits / 32);
        const auto rest = static_cast<unsigned>(bits % 32);
        if (whole != 0) {
            for (std::size_t i = count; i-- != 0;) limbs[i + whole] = limbs[i];
            for (std::size_t i = 0; i != whole; ++i) limbs[i] = 0;
            count += whole;
        }
        if (rest == 0) return;
        std::uint32_t carry = 0;
        for (std::size_t i = whole; i != count; ++i) {
            const std::uint32_t limb = limbs[i];
            limbs[i] = limb << rest | carry;
            carry = limb >> (32 - rest);
        }
        if (carry != 0) limbs[count++] = carry;
    }

    // Requires *this >= other.
    constexpr void subtract(const big_integer& other) {
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i != count; ++i) {
            const std::uint64_t due = (i < other.count ? other.limbs[i] : 0) + borrow;
            borrow = limbs[i] < due ? 1 : 0;
            limbs[i] = static_cast<std::uint32_t>(limbs[i] - due);
        }
        while (count != 0 && limbs[count - 1] == 0) --count;
    }

    constexpr std::strong_ordering compare(const big_integer& other) const {
        if (count != other.count) return count <=> other.count;
        for (std::size_t i = count; i-- != 0;) {
            if (limbs[i] != other.limbs[i]) return limbs[i] <=> other.limbs[i];
        }
        return std::strong_ordering::equal;
    }
};

// The nearest double to a number token, ties to even. Returns false if it overflows.
bool exact_double(std::string_view token, double& out);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The bits of the double that is nearest to numerator / denominator * 2^exponent; neither is 0.
// What is too large gives the bits of infinity.
constexpr std::uint64_t nearest_bits(big_integer& numerator, big_integer& denominator,
                                     std::int64_t exponent) {
    // both of one width, so that their quotient is from 1/2 to 2; then from 1 to 2
    const std::int64_t wider = numerator.width() - denominator.width();
    (wider < 0 ? numerator : denominator).shift_left(wider < 0 ? -wider : wider);
    exponent += wider;
    if (std::is_lt(numerator.compare(denominator))) {
        numerator.shift_left(1);
        --exponent;
    }
    constexpr std::int64_t least = -1022;  // the exponent of the least normal double
    constexpr std::int64_t most = 1023;
    if (exponent > most) return std::uint64_t{0x7FF} << 52;
    if (exponent < least - 53) return 0;
    // long division, a bit at a time; a subnormal number has fewer bits, perhaps none
    std::uint64_t mantissa = 0;
    for (std::int64_t bits = 53 + std::min<std::int64_t>(exponent - least, 0); bits != 0; --bits) {
        const bool one = std::is_gteq(numerator.compare(denominator));
        if (one) numerator.subtract(denominator);
        numerator.shift_left(1);
        mantissa = mantissa << 1 | (one ? 1U : 0U);
    }
    const auto half = numerator.compare(denominator);  // of what is left to half a unit
    const bool odd = (mantissa & 1) != 0;
    if (std::is_gt(half) || (std::is_eq(half) && odd)) {
        ++mantissa;
    }
    // the top bit of a normal mantissa adds 1 to the exponent, and so does a carry of the rounding
    const std::int64_t biased = std::max<std::int64_t>(exponent - least, 0);
    return (static_cast<std::uint64_t>(biased) << 52) + mantissa;
}

OAIWIRE_INLINE bool exact_double(std::string_view token, double& out) {
    // A number halfway between two doubles has fewer significant digits, so it ends with a zero
    // here: all that is between two such numbers rounds alike, and an odd one is between them.
    constexpr std::int64_t most = 770;
    big_integer digits;
    std::int64_t count = 0;
    std::uint32_t pending = 0;  // digits that are not in `digits` yet, and 10 to their number
    std::uint32_t scale = 1;
    bool more = false;  // any digit but zeros that `digits` has no room for
    const std::int64_t point = each_digit(token, [&](char c) {
        if (count == most) {
            more = more || c != '0';
            return;
        }
        ++count;
        pending = pending * 10 + static_cast<std::uint32_t>(c - '0');
        scale *= 10;
        if (scale == 1'000'000'000) {
            digits.scale(scale, pending);
            pending = 0;
            scale = 1;
        }
    });
    digits.scale(scale, pending);
    if (more) digits.limbs[0] |= 1;
    std::uint64_t bits = 0;
    constexpr std::int64_t too_large = 310;   // 0.1e310 is above every double
    constexpr std::int64_t too_small = -323;  // 1e-324 is below half of the least one
    if (count != 0 && point >= too_large) return false;
    if (count != 0 && point >= too_small) {
        // digits * 10^e, as digits * 5^e * 2^e
        const std::int64_t e = point - count;
        big_integer denominator;
        denominator.scale(1, 1);
        (e < 0 ? denominator : digits).multiply_by_power_of_five(e < 0 ? -e : e);
        bits = nearest_bits(digits, denominator, e);
    }
    constexpr std::uint64_t infinity = std::uint64_t{0x7FF} << 52;
    if (bits == infinity) return false;
    if (token.front() == '-') bits |= std::uint64_t{1} << 63;
    out = oaiwire::detail::floating::bit_cast<double>(bits);
    return true;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
