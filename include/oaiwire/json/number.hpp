// From number tokens to numbers: exact, or refused. Knows no types and no structure.
#pragma once

#include <bit>
#include <cfloat>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string_view>
#include <system_error>

#include <oaiwire/core/json_scan.hpp>
#include <oaiwire/json/simd.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

// A token without fraction and exponent. False where T cannot hold it.
template <std::integral T>
bool integer_of(std::string_view token, T& out) {
    if (token == "-0") {
        out = 0;
        return true;
    }
    const auto r = std::from_chars(token.data(), token.data() + token.size(), out);
    return r.ec == std::errc() && r.ptr == token.data() + token.size();
}

// The digits of a token as digits * 10^exponent, where 19 digits hold them all.
struct decimal {
    std::uint64_t digits = 0;
    std::int64_t exponent = 0;
    bool negative = false;
    bool exact = true;
};

inline decimal decimal_of(std::string_view token) {
    decimal d;
    const char* p = token.data();
    const char* const end = p + token.size();
    if (*p == '-') {
        d.negative = true;
        ++p;
    }
    int significant = 0;
    bool fraction = false;
    for (; p != end; ++p) {
        if (*p == '.') {
            fraction = true;
            continue;
        }
        if (!json_scan::is_digit(*p)) break;
        if (significant != 0 || *p != '0') ++significant;
        if (significant > 19) {
            d.exact = false;
            return d;
        }
        d.digits = d.digits * 10 + static_cast<std::uint64_t>(*p - '0');
        if (fraction) --d.exponent;
    }
    if (p != end) {
        ++p;  // e or E
        const bool negative = p != end && *p == '-';
        if (p != end && (*p == '-' || *p == '+')) ++p;
        std::int64_t e = 0;
        for (; p != end; ++p) {
            e = e * 10 + (*p - '0');
            if (e > 100'000) {
                d.exact = false;
                return d;
            }
        }
        d.exponent += negative ? -e : e;
    }
    return d;
}

// A token to the nearest double; false where it overflows. Digits of at most 53 bits and powers of
// ten that a double holds need one correctly rounded operation (Clinger 1990), the rest the slow
// way.
inline bool double_of(std::string_view token, double& out) {
    static constexpr double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                        1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                        1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    constexpr bool rounds_once = FLT_EVAL_METHOD == 0;
    if (const decimal d = decimal_of(token); rounds_once && d.exact &&
                                             d.digits <= (std::uint64_t{1} << 53) &&
                                             d.exponent >= -22 && d.exponent <= 22) {
        const auto whole = static_cast<double>(d.digits);
        const double v = d.exponent < 0 ? whole / powers[-d.exponent] : whole * powers[d.exponent];
        out = d.negative ? -v : v;
        return true;
    }
    return nearest_double(token, out);
}

// A token to the nearest float; false where it overflows. By way of the nearest double, unless that
// lies halfway between two floats, where the token's other digits would have decided.
inline bool float_of(std::string_view token, float& out) {
    double wide = 0;
    if (!double_of(token, wide)) return false;
    if (wide > double{std::numeric_limits<float>::max()} ||
        wide < double{std::numeric_limits<float>::lowest()} ||
        (wide != 0 && wide < double{FLT_MIN} && wide > -double{FLT_MIN}) ||
        (std::bit_cast<std::uint64_t>(wide) & 0x1FFF'FFFF) == 0x1000'0000) {
#if defined(__cpp_lib_to_chars)
        const auto r = std::from_chars(token.data(), token.data() + token.size(), out);
        if (r.ec == std::errc()) return true;
        if (wide > 1 || wide < -1) return false;
#endif
    }
    out = static_cast<float>(wide);
    return out <= std::numeric_limits<float>::max() && out >= std::numeric_limits<float>::lowest();
}

// A token of any form, its fraction dropped. False where T cannot hold the whole part.
template <std::integral T>
bool truncated_of(std::string_view token, T& out) {
    decimal d = decimal_of(token);
    if (!d.exact) {
        double v = 0;
        if (!double_of(token, v) || v < -9.2e18 || v > 9.2e18) return false;
        d = {static_cast<std::uint64_t>(v < 0 ? -v : v), 0, v < 0, true};
    }
    for (; d.exponent < 0 && d.digits != 0; ++d.exponent) d.digits /= 10;
    for (; d.exponent > 0 && d.digits != 0; --d.exponent) {
        if (d.digits > std::numeric_limits<std::uint64_t>::max() / 10) return false;
        d.digits *= 10;
    }
    char text[24];
    char* p = text;
    if (d.negative && d.digits != 0) *p++ = '-';
    const auto r = std::to_chars(p, text + sizeof text, d.digits);
    return integer_of(std::string_view(text, static_cast<std::size_t>(r.ptr - text)), out);
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
