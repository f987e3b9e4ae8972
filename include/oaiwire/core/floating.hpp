// Shortest text of floating-point numbers, and bit_cast, for standard libraries that lack
// std::to_chars for them or std::bit_cast.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <type_traits>

#include <oaiwire/core/version.hpp>

#if defined(__FAST_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__)
#error "oaiwire reads and writes numbers exactly: compile without -ffast-math and -Ofast"
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail::floating {

static_assert(std::numeric_limits<float>::is_iec559 && std::numeric_limits<double>::is_iec559);

// Replaces std::bit_cast.
template <class To, class From>
constexpr To bit_cast(const From& from) {
    static_assert(sizeof(To) == sizeof(From) && std::is_trivially_copyable_v<To> &&
                  std::is_trivially_copyable_v<From>);
    return __builtin_bit_cast(To, from);
}

// Whether the standard library prints T with std::to_chars.
template <class T>
concept has_to_chars = requires(char* p, T value) {
    { std::to_chars(p, p, value).ptr } -> std::convertible_to<char*>;
};

// The maximum length of a printed number.
inline constexpr std::size_t longest_float = 32;

// Fallback for std::to_chars(double) built on snprintf: shortest text that is read back to the same
// bits, at worst one digit longer, without exponent if that is not longer. Returns the end of the
// text.
template <std::floating_point T>
char* print_shortest(char* out, T value) {
    using limits = std::numeric_limits<T>;
    const auto wide = static_cast<double>(value);
    char text[64];
    // subnormal numbers have fewer digits
    const bool full = value >= limits::min() || value <= -limits::min();
    for (int n = full ? limits::digits10 : 1; n <= limits::max_digits10; ++n) {
        std::snprintf(text, sizeof text, "%.*e", n - 1, wide);
        const double read = sizeof(T) == sizeof(float)
                                ? static_cast<double>(std::strtof(text, nullptr))
                                : std::strtod(text, nullptr);
        if (static_cast<T>(read) == value) {
            break;
        }
    }
    const char* const e = std::strchr(text, 'e');
    const int exponent = std::atoi(e + 1);
    int digits = 0;
    int count = 0;  // without trailing zeros
    for (const char* p = text; p != e; ++p) {
        if (*p >= '0' && *p <= '9') ++digits;
        if (*p >= '1' && *p <= '9') count = digits;
    }
    count = std::max(count, 1);
    const int decimals = std::max(count - 1 - exponent, 0);
    const int plain = std::max(exponent, 0) + 1 + (decimals != 0 ? 1 + decimals : 0);
    const int scientific = count + (count != 1 ? 1 : 0) + (std::abs(exponent) >= 100 ? 5 : 4);
    if (plain <= scientific) {
        std::snprintf(text, sizeof text, "%.*f", decimals, wide);
    } else {
        std::snprintf(text, sizeof text, "%.*e", count - 1, wide);
    }
    bool point = false;
    for (const char* p = text; *p != '\0'; ++p) {
        const bool known = (*p >= '0' && *p <= '9') || *p == '-' || *p == '+' || *p == 'e';
        // any other text is the locale's decimal point, which may have several bytes
        if (known || !point) *out++ = known ? *p : '.';
        point = point || !known;
    }
    return out;
}

// Writes the shortest text that is read back to the same bits to `out`, which must have room for
// longest_float characters. Returns the end of the text.
template <std::floating_point T>
char* put_float(char* out, T value) {
    if constexpr (has_to_chars<T>) {
        return std::to_chars(out, out + longest_float, value).ptr;
    } else {
        return print_shortest(out, value);
    }
}

}}}  // namespace oaiwire::v0_2::detail::floating

#include <oaiwire/core/macros_end.hpp>
