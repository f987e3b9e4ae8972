// The check of a value that is most likely valid: one function, which looks at each byte once and
// does not say what is wrong. json/text/check.hpp finds that out.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/string_check.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Checks one value; p is where it must start (white space may come first). Returns one past it, or
// null if it is malformed or nests more than min(depth, 62) levels.
const char* quick_check(const char* p, const char* end, std::size_t depth, string_checker& strings);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// p is at '-' or a digit; returns one past the number, or null.
inline const char* quick_number(const char* p, const char* end) {
    p += static_cast<std::ptrdiff_t>(*p == '-');
    const char* q = skip_digits(p, end);
    if (q == p || (*p == '0' && q - p != 1)) return nullptr;  // none, or a leading zero
    if (q == end || *q == ',' || *q == '}' || *q == ']') return q;
    if (*q == '.') {
        p = q + 1;
        q = skip_digits(p, end);
        if (q == p) return nullptr;
    }
    if (q != end && (*q == 'e' || *q == 'E')) {
        p = q + 1;
        if (p != end && (*p == '+' || *p == '-')) ++p;
        q = skip_digits(p, end);
        if (q == p) return nullptr;
    }
    return q;
}

// p is at an opening quote; returns one past the string, or null. Most are short and plain.
inline const char* quick_string(const char* p, const char* end, string_checker& strings) {
    const char* const q = find_special_soon(p + 1, end);
    if (q != end && *q == '"') return q + 1;
    fault ignored;
    return strings(p + 1, end, ignored);
}

template <std::size_t N>
inline const char* quick_literal(const char* p, const char* end, const char (&word)[N]) {
    constexpr std::size_t size = N - 1;
    const bool there = static_cast<std::size_t>(end - p) >= size && std::memcmp(p, word, size) == 0;
    return there ? p + size : nullptr;
}

[[gnu::noinline]] OAIWIRE_INLINE const char* quick_check(const char* p, const char* end,
                                                         std::size_t depth,
                                                         string_checker& strings) {
    constexpr std::size_t most = 62;                 // levels that `inside` has bits for
    std::size_t left = depth < most ? depth : most;  // levels that may still be entered
    // the lowest bit: whether in an object; above it those of the levels around it, and a one
    constexpr std::uint64_t outside = 2;
    std::uint64_t inside = outside;
    for (;;) {  // each turn takes a value, or enters one
        p = past_space(p, end);
        if (p == end) return nullptr;
        if ((inside & 1) != 0) {
            if (*p != '"') return nullptr;
            p = quick_string(p, end, strings);
            if (!p) return nullptr;
            p = past_space(p, end);
            if (p == end || *p != ':') return nullptr;
            p = past_space(p + 1, end);
            if (p == end) return nullptr;
        }
        switch (*p) {
            case '"':
                p = quick_string(p, end, strings);
                break;
            case '{':
            case '[': {
                if (left-- == 0) return nullptr;
                const auto closing = static_cast<char>(*p + 2);
                inside = inside << 1 | static_cast<std::uint64_t>(*p == '{');
                p = past_space(p + 1, end);
                if (p == end) return nullptr;
                if (*p != closing) continue;
                break;  // empty
            }
            case 't':
                p = quick_literal(p, end, "true");
                break;
            case 'f':
                p = quick_literal(p, end, "false");
                break;
            case 'n':
                p = quick_literal(p, end, "null");
                break;
            default:
                if (*p != '-' && !is_digit(*p)) return nullptr;
                p = quick_number(p, end);
                break;
        }
        if (!p) return nullptr;
        for (;;) {  // after a value
            if (inside == outside) return p;
            p = past_space(p, end);
            if (p == end) return nullptr;
            const char c = *p++;
            if (c == ',') break;
            if (c != ((inside & 1) != 0 ? '}' : ']')) return nullptr;
            inside >>= 1;
            ++left;
        }
    }
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
