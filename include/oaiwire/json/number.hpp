// Number tokens to numbers: exact, or refused.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cmath>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/floating.hpp>
#include <oaiwire/json/decimal.hpp>
#include <oaiwire/json/digits.hpp>
#include <oaiwire/json/simd.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// A number of digits alone. Returns false for other texts, and for more than 64 bits.
inline bool count_of_digits(std::string_view digits, std::uint64_t& out) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t n = 0;
    for (const char c : digits) {
        const auto digit = static_cast<std::uint64_t>(static_cast<unsigned char>(c)) - '0';
        if (digit > 9 || n > most / 10 || n * 10 > most - digit) return false;
        n = n * 10 + digit;
    }
    out = n;
    return !digits.empty();
}

// A token without fraction and exponent. Returns false if T cannot hold it. std::from_chars brings
// more code for each T, and a table for digits of other bases.
template <std::integral T>
bool integer_of(std::string_view token, T& out) {
    const bool minus = token.starts_with('-');
    std::uint64_t n = 0;
    if (!count_of_digits(token.substr(minus ? 1 : 0), n)) return false;
    auto most = static_cast<std::uint64_t>(std::numeric_limits<T>::max());
    if (minus) most = std::is_signed_v<T> ? most + 1 : 0;
    if (n > most) return false;
    out = static_cast<T>(minus ? 0 - n : n);
    return true;
}

// The number at p in its usual forms; the text begins at `begin`. Returns one past the number, or
// null for all others, which may be malformed.
template <class Real>
[[gnu::noinline]] const char* plain_number(const char* begin, const char* p, const char* end,
                                           Real& out) {
    if (oaiwire::detail::has_blocks && p - begin >= before_short_decimal &&
        end - p > behind_short_decimal) {
        const char* after = nullptr;
        if constexpr (std::is_same_v<Real, float>) {
            after = scan_float(p, ~digits_of_two(p), out);
        } else {
            after = read_short_decimal(p, out);
        }
        if (after && ends_decimal(*after)) return after;
    }
    decimal_number d;
    const char* const after = scan_decimal(begin, p, end, d);
    return after && nearest(d, out) ? after : nullptr;
}

// The nearest double to a token; false if it overflows.
inline bool double_of(std::string_view token, double& out) {
    const char* const p = token.data();
    return plain_number(p, p, p + token.size(), out) || nearest_double(token, out);
}

// The nearest float to a token; false if it overflows. If the direct way does not apply, rounds the
// nearest double; if that lies halfway between two floats, all digits of the token decide.
inline bool float_of(std::string_view token, float& out) {
    const char* const p = token.data();
    if (plain_number(p, p, p + token.size(), out)) return true;
    double wide = 0;
    if (!double_of(token, wide)) return false;
    constexpr float most = std::numeric_limits<float>::max();
    constexpr double after_most = 0x1p128;  // where the next float would be
    const double size = std::fabs(wide);
    if (size >= after_most) return false;
    // the floats on both sides of the double: `below` <= size < `above`
    float below = size >= static_cast<double>(most) ? most : static_cast<float>(size);
    if (static_cast<double>(below) > size)
        below = std::nextafter(below, 0.0F);  // the cast had rounded up
    const double above =
        below == most
            ? after_most
            : static_cast<double>(std::nextafter(below, std::numeric_limits<float>::max()));
    const double halfway = static_cast<double>(below) + (above - static_cast<double>(below)) / 2;
    bool up = size > halfway;
    // rounding the double would round twice here: compare all digits of the token, ties to even
    if (size == halfway) {
        const auto order = compare_magnitude(token, halfway);
        const bool odd = (floating::bit_cast<std::uint32_t>(below) & 1) != 0;
        up =
            order == std::strong_ordering::greater || (order == std::strong_ordering::equal && odd);
    }
    if (up && above == after_most) return false;  // rounds to infinity
    const float nearest_size = up ? static_cast<float>(above) : below;
    out = std::signbit(wide) ? -nearest_size : nearest_size;
    return true;
}

// The integer part of a token of any form. Returns false if T cannot hold it.
template <std::integral T>
bool truncated_of(std::string_view token, T& out) {
    const bool negative = token.front() == '-';
    const std::size_t e = std::min(token.find_first_of("eE"), token.size());
    const std::string_view mantissa = token.substr(negative ? 1 : 0, e - (negative ? 1 : 0));
    // how many digits, or zeros after them, the integer part has
    std::int64_t whole = static_cast<std::int64_t>(std::min(mantissa.find('.'), mantissa.size())) +
                         exponent_of(token.substr(e));
    char text[24] = "-";  // a sign and more digits than 64 bits hold
    char* const first = text + (negative ? 1 : 0);
    char* p = first;
    // appends a digit unless it is a leading zero; false if there are too many
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
    // an exponent beyond the digits appends zeros; of zero it appends none
    for (; whole > 0 && p != first; --whole) {
        if (!put('0')) return false;
    }
    if (p == first) {  // no digit but zeros
        out = 0;
        return true;
    }
    return integer_of(std::string_view(text, static_cast<std::size_t>(p - text)), out);
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
