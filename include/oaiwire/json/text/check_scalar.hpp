// The check of one string, number or literal.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstring>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/string_check.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// p is at '-' or a digit; returns one past the number, which may be of any size, or null and a
// fault.
const char* check_number(const char* p, const char* end, fault& f);

// p is at the first byte of a value that is no object or array; returns one past it, or null and a
// fault.
const char* check_scalar(const char* p, const char* end, fault& f, string_checker& string);

#if OAIWIRE_DEFINES

OAIWIRE_INLINE const char* check_number(const char* p, const char* end, fault& f) {
    const auto digits = [&](const char* q) -> const char* {  // one or more
        if (q == end) return f.set(errc::unexpected_end, q);
        if (!is_digit(*q)) return f.set(errc::invalid_number, q);
        while (q != end && is_digit(*q)) ++q;
        return q;
    };
    if (*p == '-') ++p;
    if (p != end && *p == '0') {
        ++p;
        if (p != end && is_digit(*p)) return f.set(errc::invalid_number, p);  // a leading zero
    } else {
        p = digits(p);
        if (!p) return nullptr;
    }
    if (p != end && *p == '.') {
        p = digits(p + 1);
        if (!p) return nullptr;
    }
    if (p != end && (*p == 'e' || *p == 'E')) {
        ++p;
        if (p != end && (*p == '+' || *p == '-')) ++p;
        p = digits(p);
    }
    return p;
}

// A literal that the end of the text cuts is unexpected_end at the end; any other difference is
// invalid_literal at the byte that differs.
OAIWIRE_INLINE const char* check_literal(const char* p, const char* end, std::string_view literal,
                                         fault& f) {
    const std::size_t size = literal.size();
    if (static_cast<std::size_t>(end - p) >= size && std::memcmp(p, literal.data(), size) == 0) {
        return p + size;
    }
    for (const char c : literal) {
        if (p == end) return f.set(errc::unexpected_end, p);
        if (*p != c) return f.set(errc::invalid_literal, p);
        ++p;
    }
    return p;
}

OAIWIRE_INLINE const char* check_scalar(const char* p, const char* end, fault& f,
                                        string_checker& string) {
    switch (*p) {
        case '"':
            return string(p + 1, end, f);
        case 't':
            return check_literal(p, end, "true", f);
        case 'f':
            return check_literal(p, end, "false", f);
        case 'n':
            return check_literal(p, end, "null", f);
        default:
            if (*p == '-' || is_digit(*p)) return check_number(p, end, f);
            return f.set(errc::unexpected_byte, p);
    }
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
