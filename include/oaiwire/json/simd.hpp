// All that is used of simdjson: the check of UTF-8 in long texts, and the parsing of doubles where
// the standard library has no exact from_chars. The rest of simdjson is slower here
// (bench/README.md).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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

// Declared as in simdjson.h since version 0.4: compiling that header takes as long as all that a
// small program includes of this library. A test includes both.
namespace simdjson {
bool validate_utf8(const char* text, std::size_t size) noexcept;
namespace internal {
double from_chars(const char* first, const char* end) noexcept;
}
}  // namespace simdjson

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// is_utf8(), by simdjson for long texts.
inline bool valid_utf8(std::string_view text) {
    constexpr std::size_t worth_a_call = 192;
    if (text.size() < worth_a_call) return is_utf8(text);
    return simdjson::validate_utf8(text.data(), text.size());
}

// The nearest double to a number token. Returns false if it overflows.
inline bool nearest_double(std::string_view token, double& out) {
#if defined(__cpp_lib_to_chars) && FLT_EVAL_METHOD == 0  // x87 would round some numbers twice
    const auto r = std::from_chars(token.data(), token.data() + token.size(), out);
    if (r.ec == std::errc()) return true;
    // from_chars does not tell overflow from underflow, which has a nearest double
    if (r.ec != std::errc::result_out_of_range) return false;
#endif
    // a number halfway between two doubles has at most 770 significant digits
    constexpr std::size_t most = 770;
    char text[most + 32] = "-0.";
    char* const digits = text + 3;
    char* p = digits;
    const std::int64_t point = each_digit(token, [&](char c) {
        if (p != digits + most) {
            *p++ = c;
        } else if (c != '0') {
            digits[most - 1] = '1';  // anything above zero rounds the same
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

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
