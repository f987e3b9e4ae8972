// What this library takes from simdjson: the check of UTF-8 in long texts, and doubles that need
// more than 53 bits of arithmetic where the standard library has no from_chars for them, or an
// inexact one. What else simdjson does was measured and is slower here, or not worth a call
// (bench/README.md). Knows no types.
#pragma once

#include <algorithm>
#include <cfloat>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <system_error>

#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/json/digits.hpp>
#include <oaiwire/json/text/scan.hpp>

// As simdjson.h declares them since version 0.4. Compiling that header takes as long as all that a
// small program includes of this library; a test includes both.
namespace simdjson {
bool validate_utf8(const char* text, std::size_t size) noexcept;
namespace internal {
double from_chars(const char* first, const char* end) noexcept;
}
}  // namespace simdjson

namespace oaiwire::inline v0_2::json::detail {

inline bool valid_utf8(std::string_view text) {
    constexpr std::size_t worth_a_call = 192;
    if (text.size() < worth_a_call) return is_utf8(text);
    return simdjson::validate_utf8(text.data(), text.size());
}

// A number token to the nearest double. False where it overflows.
inline bool nearest_double(std::string_view token, double& out) {
#if defined(__cpp_lib_to_chars) && FLT_EVAL_METHOD == 0  // x87 would round some numbers twice
    const auto r = std::from_chars(token.data(), token.data() + token.size(), out);
    if (r.ec == std::errc()) return true;
    // from_chars says the same of overflow and underflow; only the latter has a nearest double
    if (r.ec != std::errc::result_out_of_range) return false;
#endif
    // no number that is halfway between two doubles has more digits than these
    constexpr std::size_t most = 770;
    char text[most + 32] = "-0.";
    char* const digits = text + 3;
    char* p = digits;
    const std::int64_t point = each_digit(token, [&](char c) {
        if (p != digits + most) {
            *p++ = c;
        } else if (c != '0') {
            digits[most - 1] = '1';  // more than nothing
        }
    });
    if (p == digits) {
        out = token.front() == '-' ? -0.0 : 0.0;
        return true;
    }
    *p++ = 'e';
    p = std::to_chars(p, p + 8, std::clamp<std::int64_t>(point, -9999, 9999)).ptr;
    *p = '\0';
    out = simdjson::internal::from_chars(text + (token.front() == '-' ? 0 : 1), p);
    return std::isfinite(out);
}

}  // namespace oaiwire::inline v0_2::json::detail
