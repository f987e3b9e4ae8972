// The double or float nearest to a decimal number of up to 19 digits, by one or two
// multiplications (Lemire 2021, "Number parsing at a gigabyte per second"; Mushtak, Lemire 2023).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <oaiwire/core/floating.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

namespace floating = oaiwire::detail::floating;

// +-digits * 10^exponent.
struct decimal_number {
    std::uint64_t digits = 0;
    int exponent = 0;
    bool negative = false;
};

// An unsigned integer of 128 bits.
struct wide {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
};

// The whole product; by halves of 32 bits where the compiler has no 128-bit integers.
constexpr wide multiply(std::uint64_t a, std::uint64_t b) {
#if defined(__SIZEOF_INT128__)
    __extension__ using u128 = unsigned __int128;
    const u128 product = static_cast<u128>(a) * b;
    return {static_cast<std::uint64_t>(product >> 64), static_cast<std::uint64_t>(product)};
#else
    constexpr std::uint64_t half = 0xFFFFFFFF;
    const std::uint64_t low = (a & half) * (b & half);
    const std::uint64_t middle = (a >> 32) * (b & half) + (low >> 32);
    const std::uint64_t other = (a & half) * (b >> 32) + (middle & half);
    return {(a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32), other << 32 | (low & half)};
#endif
}

// The exponents of ten that nearest_of() takes. Below them a rounded power could hide a tie, above
// them a float could overflow.
inline constexpr int least_power = -27;
inline constexpr int largest_power = 18;

// The first 128 bits of 5^e, of which the top one is set. Those of negative powers, which have no
// end, are rounded up.
inline constexpr auto powers_of_five = [] {
    std::array<wide, largest_power - least_power + 1> out{};
    std::uint64_t power = 1;
    for (int e = 0; e <= -least_power; ++e, power *= 5) {
        if (e <= largest_power) {
            out[static_cast<std::size_t>(e - least_power)].high = power << std::countl_zero(power);
        }
        if (e == 0) continue;
        // 2^k / power, by long division, from its first bit on
        wide& inverse = out[static_cast<std::size_t>(-e - least_power)];
        std::uint64_t rest = std::bit_floor(power);
        for (int i = 0; i != 128; ++i) {
            rest *= 2;
            const bool one = rest >= power;
            if (one) rest -= power;
            inverse.high = inverse.high << 1 | inverse.low >> 63;
            inverse.low = inverse.low << 1 | (one ? 1U : 0U);
        }
        ++inverse.low;  // there is a rest; no power has 64 ones there
    }
    return out;
}();

// Whether nearest_of() takes a number with this exponent.
constexpr bool has_power(int exponent) {
    return exponent >= least_power && exponent <= largest_power;
}

// The nearest T, ties to even. The exponent must have a power in the table.
//
// P is the product of the digits, shifted so that their top bit is set, and the power of five: 192
// bits. The first of them are the mantissa, and the bit behind it rounds. Where the power was
// rounded up, P is too large, by less than 2^64: its upper 128 bits are the true ones, or those
// plus one. The latter matters only if all of them behind the rounding bit are 0. But then the true
// value is halfway: times 5^n, which is less than 2^63, it is a multiple of 2^127, and so is each
// halfway value; those that differ are more than 2^64 apart.
template <class T>
[[gnu::always_inline]] inline T nearest_of(const decimal_number& d) {
    using limits = std::numeric_limits<T>;
    using bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    constexpr int behind = 64 - 2 - limits::digits;  // bits of the upper word behind the rounding
    constexpr std::uint64_t tail = (std::uint64_t{1} << behind) - 1;  // one, or one more
    bits value = 0;
    if (d.digits != 0) {
        const wide& power = powers_of_five[static_cast<std::size_t>(d.exponent - least_power)];
        const int shift = std::countl_zero(d.digits);
        wide product = multiply(d.digits << shift, power.high);
        // the other half of the power adds at most one to the upper word
        if (((product.high + 1) & tail) <= 1) {
            const std::uint64_t added = multiply(d.digits << shift, power.low).high;
            product.low += added;
            product.high += product.low < added ? 1 : 0;
            const int places = behind + static_cast<int>(product.high >> 63);
            const std::uint64_t m = product.high >> places;  // and the bit that rounds
            const bool halfway = product.low == 0 && m << places == product.high;
            if (halfway && (m & 3) == 1) --product.high;  // down, to even
        }
        const int top = static_cast<int>(product.high >> 63);
        // rounded; a carry out of the mantissa adds one to the exponent
        const std::uint64_t m = ((product.high >> (behind + top)) + 1) >> 1;
        // floor(log2(10^exponent)) is by 217706 / 2^16, exact in this range
        const int e = (d.exponent * 217706 >> 16) + top - shift + limits::max_exponent + 61;
        value = static_cast<bits>(m + (static_cast<std::uint64_t>(e) << (limits::digits - 1)));
    }
    // no branch on the sign, which is unpredictable
    return floating::bit_cast<T>(value | static_cast<bits>(d.negative) << (sizeof(T) * 8 - 1));
}

// The same for any exponent. Returns false, without a result, for one that has no power.
template <class T>
[[gnu::always_inline]] inline bool nearest(const decimal_number& d, T& out) {
    if (!has_power(d.exponent)) return false;
    out = nearest_of<T>(d);
    return true;
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
