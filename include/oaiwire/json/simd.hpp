// What this library takes from simdjson: the check of long runs of UTF-8, and doubles that need
// more than 53 bits of arithmetic where the standard library has no from_chars for them. The only
// header that includes it; knows no types.
#pragma once

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
#if defined(__cpp_lib_to_chars)
    const auto r = std::from_chars(token.data(), token.data() + token.size(), out);
    if (r.ec == std::errc()) return true;
    // from_chars says the same of overflow and underflow; only the latter has a nearest double
    if (r.ec != std::errc::result_out_of_range) return false;
#endif
    // simdjson takes digits without a fraction for an integer, which may not fit one
    std::string text(token);
    if (token.find_first_of(".eE") == std::string_view::npos) text.append("e0");
    simdjson::dom::parser parser;
    return parser.parse(text).get(out) == simdjson::SUCCESS;
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
