// The check of UTF-8 in texts, and the nearest double to a number, each by the fastest way there
// is: simdjson (for long texts), the standard library, or the library's own code.
//
//     OAIWIRE_SIMDJSON    1: long texts are checked by simdjson, which the program links. 0: by the
//                         library's own code, and nothing is linked. The same in all of a program.
//                         Where it is not defined: 1; in the single file: 0.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cfloat>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <system_error>

#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/json/exact_double.hpp>

#if !defined(OAIWIRE_SIMDJSON)
#define OAIWIRE_SIMDJSON 1
#endif

#if OAIWIRE_SIMDJSON
// Declared as in simdjson.h since version 0.4: compiling that header takes as long as all that a
// small program includes of this library. A test includes both.
namespace simdjson {
bool validate_utf8(const char* text, std::size_t size) noexcept;
}
#endif

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// is_utf8(), by the way that is chosen above.
inline bool valid_utf8(std::string_view text) {
#if OAIWIRE_SIMDJSON
    constexpr std::size_t worth_a_call = 192;
    if (text.size() >= worth_a_call && !oaiwire::detail::has_avx2()) {
        return simdjson::validate_utf8(text.data(), text.size());
    }
#endif
    return is_utf8(text);
}

// Whether the standard library reads T with std::from_chars.
template <class T>
concept has_from_chars = requires(const char* p, T& value) {
    { std::from_chars(p, p, value).ptr } -> std::same_as<const char*>;
};

// The nearest double to a number token. Returns false if it overflows. A template, so that what the
// standard library does not have need not compile.
template <std::same_as<double> T>
bool nearest_double(std::string_view token, T& out) {
    if constexpr (has_from_chars<T> &&
                  FLT_EVAL_METHOD == 0) {  // x87 would round some numbers twice
        const auto r = std::from_chars(token.data(), token.data() + token.size(), out);
        if (r.ec == std::errc()) return true;
        // from_chars does not tell overflow from underflow, which has a nearest double
        if (r.ec != std::errc::result_out_of_range) return false;
    }
    return exact_double(token, out);
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
