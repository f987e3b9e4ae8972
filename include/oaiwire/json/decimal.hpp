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
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

namespace floating = oaiwire::detail::floating;

// The powers of ten that a double holds exactly.
inline constexpr double power_of_ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                          1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                          1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

// +-digits * 10^exponent.
struct decimal_number {
    std::uint64_t digits = 0;
    int exponent = 0;
    bool negative = false;
};

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

// The value of the n (at most 16) digits that end at p. Reads 16 bytes before p, on a little-endian
// machine.
inline std::uint64_t digits_before(const char* p, int n) {
    // loaded from offset n, it clears the 16 - n bytes that are before the digits
    static constexpr unsigned char masks[32] = {0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
                                                0,  0,  0,  0,  0,  15, 15, 15, 15, 15, 15,
                                                15, 15, 15, 15, 15, 15, 15, 15, 15, 15};
    const auto eight = [&](int at) {
        std::uint64_t v;
        std::uint64_t mask;
        std::memcpy(&v, p + (at - 16), sizeof v);
        std::memcpy(&mask, masks + n + at, sizeof mask);
        return value_of_eight(v & mask);
    };
    return eight(0) * 100'000'000 + eight(8);
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

// Parses a float via a double, which is faster than scan_decimal() and nearest(). Used only when
// the double is provably far from a float rounding boundary; returns null otherwise. At least two
// bytes follow a number that is read.
inline const char* scan_float(const char* begin, const char* p, const char* end, float& out) {
    const bool negative = *p == '-';
    p += static_cast<std::ptrdiff_t>(negative);
    // vector loads read up to 16 bytes before and 36 bytes after p; x87 would round differently
    if (!oaiwire::detail::has_blocks || FLT_EVAL_METHOD != 0) return nullptr;
    if (p - begin < 16 || end - p < 36) return nullptr;
    std::uint64_t v = 0;
    // at most two digits before the point, so that v does not overflow
    if (*p != '0') {
        if (!is_digit(*p)) return nullptr;
        v = static_cast<unsigned>(*p++ - '0');
        if (is_digit(*p)) v = v * 10 + static_cast<unsigned>(*p - '0');
        p += is_digit(*p) ? 1 : 0;
    } else {
        ++p;
    }
    if (*p != '.') return nullptr;
    ++p;
    double power = 0;         // of ten, by which v is divided
    std::uint64_t doubt = 4;  // of double's last digits: one rounding of v, one of the quotient
    // two paths, so that finding the next number need not wait for the length of this one
    if (const auto others = other_than_digits(p); others.any()) {
        const auto n = static_cast<int>(others.first());
        if (n == 0) return nullptr;
        p += n;
        v = v * ten_to_the[static_cast<std::size_t>(n)] + digits_before(p, n);
        power = power_of_ten[n];
    } else {
        p += 16;
        v = v * 10'000'000'000'000'000 + digits_before(p, 16);
        power = 1e16;
        const auto rest = static_cast<int>(other_than_digits(p).first_or_size());
        if (rest == 16) return nullptr;
        p += rest;
        // the omitted digits are less than the last digit of v, which is 2^20 units of the double
        if (v < std::uint64_t{1} << 33) return nullptr;
        doubt = std::uint64_t{1} << 21;
    }
    if (v == 0 || *p == 'e' || *p == 'E') return nullptr;
    // a signed conversion is one instruction
    const double value = static_cast<double>(static_cast<std::int64_t>(v)) / power;
    const auto bits = floating::bit_cast<std::uint64_t>(value);
    // far from the half in the 29 bits that a float lacks?
    if (((bits + doubt - 0x1000'0000) & 0x1FFF'FFFF) <= 2 * doubt) return nullptr;
    const auto sign = static_cast<std::uint32_t>(negative) << 31;
    out = floating::bit_cast<float>(floating::bit_cast<std::uint32_t>(static_cast<float>(value)) ^
                                    sign);
    return p;
}

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

// A divisor whose top bit is set, and floor((2^128 - 1) / it) - 2^64, with which two
// multiplications divide by it (Moeller, Granlund 2011).
struct divisor {
    std::uint64_t value = 0;
    std::uint64_t inverse = 0;
    int shift = 0;  // value is the power of ten times 2^shift
};

constexpr divisor divisor_of(std::uint64_t power) {
    divisor d;
    d.shift = std::countl_zero(power);
    d.value = power << d.shift;
    // long division, a bit at a time, of (2^64 - 1 - value) * 2^64 + (2^64 - 1)
    std::uint64_t rest = ~d.value;  // 2^64 - 1 - value
    for (int i = 0; i != 64; ++i) {
        const bool carry = rest >> 63 != 0;
        rest = rest << 1 | 1;
        const bool fits = carry || rest >= d.value;
        if (fits) rest -= d.value;
        d.inverse = d.inverse << 1 | (fits ? 1U : 0U);
    }
    return d;
}

// The result of a division, rounded down.
struct quotient {
    std::uint64_t value = 0;
    bool exact = true;  // nothing was cut off
};

// high * 2^64 / d, rounded down; high must be less than d.value.
constexpr quotient divide(std::uint64_t high, std::uint64_t low, const divisor& d) {
    wide q = multiply(d.inverse, high);
    q.low += low;
    q.high += high + (q.low < low ? 1 : 0) + 1;
    std::uint64_t rest = low - q.high * d.value;
    const std::uint64_t over = rest > q.low ? UINT64_MAX : 0;  // the estimate was one too large
    q.high += over;
    rest += d.value & over;
    if (rest >= d.value) {  // one too small, which is rare
        ++q.high;
        rest -= d.value;
    }
    return {q.high, rest == 0};
}

inline constexpr int largest_power = 19;  // 10^19 is the last that 64 bits hold

inline constexpr auto divisors = [] {
    std::array<divisor, largest_power + 1> out{};
    std::uint64_t power = 1;
    for (divisor& d : out) {
        d = divisor_of(power);
        power *= 10;
    }
    return out;
}();

// digits / 10^power to the nearest T, ties to even, by one division and one rounding.
template <class T>
T nearest_quotient(std::uint64_t digits, int power) {
    using bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    constexpr int mantissa = std::numeric_limits<T>::digits;
    const divisor& d = divisors[static_cast<std::size_t>(power)];
    const int shift = std::countl_zero(digits);  // digits is not 0
    const std::uint64_t n = digits << shift;
    // n * 2^63 / d.value, of 63 or 64 bits
    const quotient q = divide(n >> 1, n << 63, d);
    const int excess = 64 - mantissa - std::countl_zero(q.value);  // bits below the mantissa
    const std::uint64_t half = std::uint64_t{1} << (excess - 1);
    const std::uint64_t rest = q.value & (2 * half - 1);
    std::uint64_t m = q.value >> excess;  // rounded down
    // no branches: which way a number rounds is unpredictable
    const auto above = static_cast<unsigned>(rest > half);
    const auto halfway = static_cast<unsigned>(rest == half);
    m += above | (halfway & (static_cast<unsigned>(!q.exact) | static_cast<unsigned>(m & 1)));
    // a power of two, and m of at most mantissa + 1 bits: their product is exact
    const int e = excess - 63 - shift + d.shift;
    const bits scale = static_cast<bits>(e + std::numeric_limits<T>::max_exponent - 1)  // 2^e
                       << (mantissa - 1);
    return static_cast<T>(m) * floating::bit_cast<T>(scale);
}

// It applies to numbers with up to 19 digits behind the point and no exponent, as servers send
// them, and where one correctly rounded operation on doubles suffices. The nearest T, ties to even.
// Returns false if this method does not apply.
template <class T>
bool nearest(const decimal_number& d, T& out) {
    // digits and powers that a double holds need one correctly rounded operation (Clinger 1990)
    constexpr bool rounds_once = FLT_EVAL_METHOD == 0 && std::is_same_v<T, double>;
    T value{};
    if (rounds_once && d.digits <= std::uint64_t{1} << 53 && d.exponent >= -22 &&
        d.exponent <= 22) {
        const auto whole = static_cast<double>(d.digits);  // exact
        value = static_cast<T>(d.exponent < 0 ? whole / power_of_ten[-d.exponent]
                                              : whole * power_of_ten[d.exponent]);
    } else if (d.digits == 0) {
        value = 0;
    } else if (d.exponent <= 0 && d.exponent >= -largest_power) {
        value = nearest_quotient<T>(d.digits, -d.exponent);
    } else {
        return false;
    }
    // no branch on the sign, which is unpredictable
    using bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    const bits sign = static_cast<bits>(d.negative) << (sizeof(T) * 8 - 1);
    out = floating::bit_cast<T>(floating::bit_cast<bits>(value) ^ sign);
    return true;
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
