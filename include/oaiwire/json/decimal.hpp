// Number tokens of up to 19 digits to the nearest double or float, by integer arithmetic. Exact, or
// not attempted.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <bit>
#include <cfloat>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/floating.hpp>
#include <oaiwire/json/nearest.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The powers of ten that a double holds exactly.
inline constexpr double power_of_ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                          1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                          1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

// The number of eight digits, given as bytes from 0 to 9 of a little-endian word.
// Three multiplications instead of eight: pairs of digits, then pairs of those, then both halves.
constexpr std::uint64_t value_of_eight(std::uint64_t v) {
    v = (v * 10 + (v >> 8)) & 0x00FF00FF00FF00FF;
    v = (v * 100 + (v >> 16)) & 0x0000FFFF0000FFFF;
    return (v * 10000 + (v >> 32)) & 0x00000000FFFFFFFF;
}

// The eight bytes at p, the first of them in the lowest bits.
inline std::uint64_t load_eight(const char* p) {
    std::uint64_t v;
    std::memcpy(&v, p, sizeof v);
    if constexpr (std::endian::native == std::endian::big) {  // swap the eight bytes
        v = (v & 0x00FF00FF00FF00FF) << 8 | (v >> 8 & 0x00FF00FF00FF00FF);
        v = (v & 0x0000FFFF0000FFFF) << 16 | (v >> 16 & 0x0000FFFF0000FFFF);
        v = v << 32 | v >> 32;
    }
    return v;
}

// The value of the eight digits at p, or UINT64_MAX if they are not all digits.
inline std::uint64_t eight_digits(const char* p) {
    const std::uint64_t v = load_eight(p);
    // the high half of each byte is 3, and stays 3 when 6 is added
    constexpr std::uint64_t highs = 0xF0F0F0F0F0F0F0F0;
    constexpr std::uint64_t threes = 0x3030303030303030;
    if ((v & highs) != threes || ((v + 0x0606060606060606) & highs) != threes) return UINT64_MAX;
    return value_of_eight(v - threes);
}

// How many digits the eight bytes at p begin with, and the value of these. No branch depends on
// their number.
inline int leading_digits(const char* p, std::uint64_t& value) {
    constexpr std::uint64_t highs = 0x8080808080808080;
    const std::uint64_t v = load_eight(p) ^ 0x3030303030303030;  // digits become 0 to 9
    // the high bit of each byte above 9; a carry makes bytes behind the first of them wrong only
    const std::uint64_t others = ((v + 0x7676767676767676) | v) & highs;
    const int n = std::countr_zero(others) / 8;
    // zeros before the digits; shifted twice, since a shift by 64 is undefined
    value = value_of_eight(v << (8 - n) * 4 << (8 - n) * 4);
    return n;
}

inline constexpr auto ten_to_the = [] {  // 10^0 to 10^16
    std::array<std::uint64_t, 17> out{};
    std::uint64_t power = 1;
    for (std::uint64_t& p : out) {
        p = power;
        power *= 10;
    }
    return out;
}();

// Those of the 16 bytes at p that are no digits.
inline block::mask other_than_digits(const char* p) {
    return ~mask_of(at_most(block::load(p) - block::all('0'), block::all(9)));
}

// Those of the 32 bytes at p that are digits, a bit each.
inline std::uint32_t digits_of_two(const char* p) {
    const auto in_one = [](const char* at) {
        return at_most(block::load(at) - block::all('0'), block::all(9));
    };
    return bits_of(in_one(p), in_one(p + block_size));
}

// The value of the n (at most 16) digits that end at p. Reads 16 bytes before p.
inline std::uint64_t digits_before(const char* p, int n) {
    // loaded from offset n, it clears the 16 - n bytes that are before the digits
    static constexpr char masks[32] = {0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
                                       0,  0,  0,  0,  0,  15, 15, 15, 15, 15, 15,
                                       15, 15, 15, 15, 15, 15, 15, 15, 15, 15};
    return number_of(block::load(p - 16) & block::load(masks + n));
}

// Appends the digits at p to v. Returns the end of the digits, or null on overflow of 64 bits.
// `count` is the number of digits of v, leading zeros aside.
inline const char* scan_fraction(const char* begin, const char* p, const char* end,
                                 std::uint64_t& v, std::ptrdiff_t count) {
    constexpr std::ptrdiff_t most = 19;  // digits that 64 bits hold in any case
    if constexpr (oaiwire::detail::has_blocks) {
        // the number of digits is unpredictable: few branches depend on it
        if (p - begin >= 16 && end - p > 16) {
            const auto n = static_cast<int>(other_than_digits(p).first_or_size());
            const char* const q = p + n;
            const std::uint64_t first = digits_before(q, n);
            if (!is_digit(*q)) {  // at most 16 digits
                v = v * ten_to_the[static_cast<std::size_t>(n)] + first;
                return count + n <= most ? q : nullptr;
            }
            if (end - q >= 16) {
                const auto m = static_cast<int>(other_than_digits(q).first_or_size());
                // leading zeros leave room for more digits
                if (count + 16 + m <= most ||
                    (v == 0 && m < 16 && first < ten_to_the[static_cast<std::size_t>(most - m)])) {
                    v = (v * 10'000'000'000'000'000 + first) *
                            ten_to_the[static_cast<std::size_t>(m)] +
                        digits_before(q + m, m);
                    return q + m;
                }
            }
        }
    }
    // zeros before the first significant digit do not count
    if (count == 0) {
        while (p != end && *p == '0') ++p;
    }
    const char* const significant = p;
    while (end - p >= 8) {
        const std::uint64_t eight = eight_digits(p);
        if (eight > 99'999'999) break;  // not all digits
        v = v * 100'000'000 + eight;
        p += 8;
    }
    while (p != end && is_digit(*p)) v = v * 10 + static_cast<unsigned>(*p++ - '0');
    return count + (p - significant) > most ? nullptr : p;
}

// Whether a number can end before this byte: no digit, point or exponent continues it.
constexpr bool ends_decimal(char c) {
    return !is_digit(c) && c != '.' && c != 'e' && c != 'E';
}

// How many bytes before a number, and behind its first byte, must be there for the functions below.
inline constexpr std::ptrdiff_t before_short_decimal = 16;
inline constexpr std::ptrdiff_t behind_short_decimal = 31;

// As scan_decimal() for one or two digits, a point and at most 16 digits, as most servers send
// logarithms. Returns null for all else. What follows may continue the number: ends_decimal().
// The end is found without waiting for the sign and the point.
[[gnu::always_inline]] inline const char* scan_short_decimal(const char* p, decimal_number& d) {
    d.negative = *p == '-';
    const auto sign = static_cast<std::uint32_t>(d.negative);
    // the bytes that are no digits, without the sign: the point, and the end
    const std::uint32_t others = ~digits_of_two(p) ^ sign;
    const std::uint32_t behind = others & (others - 1);
    if (behind == 0) return nullptr;
    const int point = std::countr_zero(others);
    const int end = std::countr_zero(behind);
    const int n = end - point - 1;
    const char* const at = p + point;
    const auto ones = static_cast<unsigned>(at[-1] - '0');
    const auto tens = static_cast<unsigned>(at[-2] - '0');
    // no branch tells one digit from two
    const unsigned digits = static_cast<unsigned>(point) - sign;
    const std::uint64_t whole = ones + tens * 10 * (digits >> 1);
    // so no digit, a leading zero and three digits are found too
    if (*at != '.' || digits != 1U + (whole > 9 ? 1U : 0U) || n < 1 || n > 16) return nullptr;
    d.digits = whole * ten_to_the[static_cast<std::size_t>(n)] + digits_before(p + end, n);
    d.exponent = -n;
    return p + end;
}

// The same to the nearest double.
[[gnu::noinline]] inline const char* read_short_decimal(const char* p, double& out) {
    decimal_number d;
    const char* const after = scan_short_decimal(p, d);
    if (after) out = nearest_of<double>(d);
    return after;
}

// Reads the number at p; the text begins at `begin`. Returns one past the number, or null if it is
// malformed or has more significant digits than `d` holds: the checker then finds out which.
inline const char* scan_decimal(const char* begin, const char* p, const char* end,
                                decimal_number& d) {
    d.negative = *p == '-';
    p += static_cast<std::ptrdiff_t>(d.negative);
    const char* const whole = p;
    std::uint64_t v = 0;
    if (end - p > 1 && is_digit(*p)) {  // no branch tells one digit from two
        const auto ones = static_cast<unsigned>(p[1] - '0');
        v = static_cast<unsigned>(*p - '0');
        v = ones <= 9 ? v * 10 + ones : v;
        p += ones <= 9 ? 2 : 1;
    }
    while (p != end && is_digit(*p)) v = v * 10 + static_cast<unsigned>(*p++ - '0');
    std::ptrdiff_t count = p - whole;
    // no digit, a leading zero, or an overflow of v
    if (count == 0 || (*whole == '0' && count != 1) || count > 19) return nullptr;
    if (*whole == '0') count = 0;
    if (p != end && *p == '.') {
        const char* const fraction = ++p;
        p = scan_fraction(begin, fraction, end, v, count);
        if (!p || p == fraction || p - fraction > 10'000) return nullptr;
        d.exponent = -static_cast<int>(p - fraction);
    }
    d.digits = v;
    if (p != end && (*p == 'e' || *p == 'E')) {
        ++p;
        const bool minus = p != end && *p == '-';
        if (p != end && (*p == '-' || *p == '+')) ++p;
        int e = 0;
        const char* const from = p;
        while (p != end && is_digit(*p) && e < 10'000) e = e * 10 + (*p++ - '0');
        if (p == from || (p != end && is_digit(*p))) return nullptr;  // no digit, or too many
        d.exponent += minus ? -e : e;
    }
    return p;
}

// Those of the 64 bytes at p that are no digits, a bit each.
[[gnu::always_inline]] inline std::uint64_t others_of_four(const char* p) {
    const auto in_one = [](const char* at) {
        // moved down to where one signed comparison tells them
        return less_signed(block::all(9 + 0x80), block::load(at) - block::all('0' + 0x80));
    };
    return bits_of(in_one(p), in_one(p + block_size), in_one(p + 2 * block_size),
                   in_one(p + 3 * block_size));
}

// The nearest float to a number with one or two digits, a point and more digits, as embeddings have
// them. Goes via a double, which is faster than nearest(), and only where that is provably far from
// halfway between two floats. Returns null for all else, and for a number whose end is not in
// `others`: which bytes at p are no digits. What follows may continue the number: ends_decimal().
[[gnu::always_inline]] inline const char* scan_float(const char* p, std::uint64_t others,
                                                     float& out) {
    if (FLT_EVAL_METHOD != 0) return nullptr;  // x87 would round differently
    // the point and the end; found without waiting for the sign, since the next number waits for
    // the end
    const std::uint64_t from_point = others & ~std::uint64_t{1};
    const std::uint64_t behind = from_point & (from_point - 1);
    const bool negative = *p == '-';
    const char* point = p + static_cast<std::ptrdiff_t>(negative) + 1;
    auto whole = static_cast<unsigned>(point[-1] - '0');
    if (behind == 0 || whole > 9) return nullptr;
    if (*point != '.') {
        const auto next = static_cast<unsigned>(*point++ - '0');
        if (next > 9 || whole == 0 || *point != '.') return nullptr;
        whole = whole * 10 + next;
    }
    const char* const fraction = point + 1;
    const char* const end = p + std::countr_zero(behind);
    const std::ptrdiff_t n = end - fraction;
    std::uint64_t v = 0;
    double power = 1e16;      // by which v is divided
    std::uint64_t doubt = 4;  // of double's last digits: one rounding of v, one of the quotient
    if (n > 16) {
        v = whole * ten_to_the[16] + number_of(block::load(fraction) - block::all('0'));
        // the omitted digits are less than the last digit of v, which is 2^20 units of the double
        if (v < std::uint64_t{1} << 33) return nullptr;
        doubt = std::uint64_t{1} << 21;
    } else {
        v = whole * ten_to_the[static_cast<std::size_t>(n)] +
            digits_before(end, static_cast<int>(n));
        if (n == 0 || v == 0) return nullptr;
        power = power_of_ten[n];
    }
    // a signed conversion is one instruction
    const double value = static_cast<double>(static_cast<std::int64_t>(v)) / power;
    const auto bits = floating::bit_cast<std::uint64_t>(value);
    // far from the half in the 29 bits that a float lacks?
    if (((bits + doubt - 0x1000'0000) & 0x1FFF'FFFF) <= 2 * doubt) return nullptr;
    const auto sign = static_cast<std::uint32_t>(negative) << 31;
    out = floating::bit_cast<float>(floating::bit_cast<std::uint32_t>(static_cast<float>(value)) ^
                                    sign);
    return end;
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
