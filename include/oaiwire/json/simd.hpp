// What this library takes from simdjson: the check of long runs of UTF-8, and doubles that need
// more than 53 bits of arithmetic where the standard library has no from_chars for them, or an
// inexact one. The only header that includes it; knows no types.
#pragma once

#include <algorithm>
#include <cfloat>
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

// Development checks cost a factor and depend on NDEBUG; this library never relies on them.
#ifndef SIMDJSON_DEVELOPMENT_CHECKS
#define SIMDJSON_DEVELOPMENT_CHECKS 0
#endif
#include <simdjson.h>

#include <oaiwire/core/utf8.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

inline bool valid_utf8(std::string_view text) {
    constexpr std::size_t worth_a_call = 48;
    if (text.size() < worth_a_call) return find_invalid_utf8(text) == std::string_view::npos;
    return simdjson::validate_utf8(text.data(), text.size());
}

// A number token to the nearest double. False where it overflows.
inline bool nearest_double(std::string_view token, double& out) {
    // where the processor computes with more than 53 bits (x87), from_chars rounds some numbers
    // twice
    constexpr bool wide_arithmetic = FLT_EVAL_METHOD != 0;
#if defined(__cpp_lib_to_chars)
    if constexpr (!wide_arithmetic) {
        const auto r = std::from_chars(token.data(), token.data() + token.size(), out);
        if (r.ec == std::errc()) return true;
        // it says the same of overflow and underflow; only the latter has a nearest double
        if (r.ec != std::errc::result_out_of_range) return false;
    }
#endif
    // simdjson takes digits without a fraction for an integer, which may not fit one
    const std::size_t mantissa = std::min(token.find_first_of("eE"), token.size());
    const bool fraction = token.find('.') != token.npos;
    std::string text(token.substr(0, mantissa));
    if (!fraction) text.append(".0");
    // numbers of more than 19 digits it reads without any floating-point arithmetic
    if (wide_arithmetic) text.append(20, '0');
    text.append(token.substr(mantissa));
    simdjson::dom::parser parser;
    return parser.parse(text).get(out) == simdjson::SUCCESS;
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
