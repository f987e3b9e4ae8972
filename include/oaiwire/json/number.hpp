// From number tokens to numbers: exact, or refused. Knows no types and no structure.
#pragma once

#include <algorithm>
#include <bit>
#include <cfloat>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <system_error>

#include <oaiwire/core/json_scan.hpp>
#include <oaiwire/json/decimal.hpp>
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

// "", "e5" or "E-12"; beyond what any token could make up for it stays there.
inline std::int64_t exponent_of(std::string_view text) {
    constexpr std::int64_t beyond = 1'000'000'000'000;
    std::int64_t e = 0;
    for (const char c : text) {
        if (json_scan::is_digit(c) && e < beyond) e = e * 10 + (c - '0');
    }
    return text.size() > 1 && text[1] == '-' ? -e : e;
}

// A token to the nearest double; false where it overflows.
inline bool double_of(std::string_view token, double& out) {
    decimal d;
    const char* const p = token.data();
    if (scan_decimal(p, p, p + token.size(), d) && nearest(d, out)) return true;
    return nearest_double(token, out);
}

// A token to the nearest float; false where it overflows. What is not found directly is found by
// way of the nearest double, unless that lies halfway between two floats, where the token's other
// digits would have decided.
inline bool float_of(std::string_view token, float& out) {
    decimal d;
    const char* const p = token.data();
    if (scan_decimal(p, p, p + token.size(), d) && nearest(d, out)) return true;
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
    const bool negative = token.front() == '-';
    const std::size_t e = std::min(token.find_first_of("eE"), token.size());
    const std::string_view mantissa = token.substr(negative ? 1 : 0, e - (negative ? 1 : 0));
    // how many of its digits, or of zeros after them, stand before the point
    std::int64_t whole = static_cast<std::int64_t>(std::min(mantissa.find('.'), mantissa.size())) +
                         exponent_of(token.substr(e));
    char text[24] = "-";
    char* const first = text + (negative ? 1 : 0);
    char* p = first;
    const auto put = [&](char c) {
        if (p == first && c == '0') return true;
        if (p == text + sizeof text) return false;
        *p++ = c;
        return true;
    };
    for (const char c : mantissa) {
        if (c == '.') continue;
        if (whole-- <= 0) break;
        if (!put(c)) return false;
    }
    for (; whole > 0 && p != first; --whole) {
        if (!put('0')) return false;
    }
    if (p == first) {
        out = 0;
        return true;
    }
    return integer_of(std::string_view(text, static_cast<std::size_t>(p - text)), out);
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
