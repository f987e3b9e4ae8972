// The check of one JSON string: escapes, control characters and UTF-8.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// What is wrong and where. `at` may be the end of the text (errc::unexpected_end).
struct fault {
    errc code = errc::ok;
    const char* at = nullptr;

    // Always null, for `return f.set(...)`.
    const char* set(errc c, const char* p);
};

// p is after the backslash of an escape; returns one past it, or null and a fault. Surrogates are
// not paired here.
const char* check_escape(const char* p, const char* end, fault& f);

using utf8_check = bool (*)(std::string_view);  // whether a text is UTF-8

// Checks the strings of one text: escapes, control characters and UTF-8. A lone surrogate escape
// is grammatical (RFC 8259, 8.2) and passes. All calls must have the same `end`.
class string_checker {
public:
    // `valid` is is_utf8() or a faster function that says the same.
    explicit string_checker(utf8_check valid = is_utf8) : valid_(valid) {}

    // p is after the opening quote; returns one past the closing quote, or null and a fault.
    const char* operator()(const char* p, const char* end, fault& f);

    // Whether a string's text `raw`, which has bytes from 0x80, is UTF-8.
    bool is_valid(std::string_view raw, const char* end) {
        return all_valid_ || check_utf8(raw, end);
    }

private:
    bool check_utf8(std::string_view raw, const char* end);
    const char* check_other(const char* p, const char* end, fault& f);

    utf8_check valid_;
    std::size_t checked_ = 0;  // bytes that were checked string by string
    bool asked_ = false;       // whether the rest of the text was checked as a whole
    bool all_valid_ = false;   // all that follows the first string with bytes from 0x80 is UTF-8
};

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

OAIWIRE_INLINE const char* fault::set(errc c, const char* p) {
    code = c;
    at = p;
    return nullptr;
}

OAIWIRE_INLINE const char* check_escape(const char* p, const char* end, fault& f) {
    if (p == end) return f.set(errc::unexpected_end, p);
    switch (*p) {
        case '"':
        case '\\':
        case '/':
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't':
            return p + 1;
        case 'u':
            ++p;
            for (int i = 0; i != 4; ++i, ++p) {
                if (p == end) return f.set(errc::unexpected_end, p);
                if (hex_digit(*p) < 0) return f.set(errc::invalid_escape, p);
            }
            return p;
        default:
            return f.set(errc::invalid_escape, p);
    }
}

OAIWIRE_INLINE const char* string_checker::operator()(const char* p, const char* end, fault& f) {
    for (;;) {
        p = find_special_soon(p, end);
        if (p == end) return f.set(errc::unexpected_end, p);
        const auto c = static_cast<unsigned char>(*p);
        if (c == '"') return p + 1;
        if (c >= 0x80) return check_other(p, end, f);
        if (c != '\\') return f.set(errc::control_character, p);
        p = check_escape(p + 1, end, f);
        if (!p) return nullptr;
    }
}

// Checking all that is left takes less time than checking many strings one by one. It is done once
// they make up a part of what is left.
[[gnu::noinline]] OAIWIRE_INLINE bool string_checker::check_utf8(std::string_view raw,
                                                                 const char* end) {
    // in bytes: a few short strings are not worth a check of the whole text
    constexpr std::size_t few = 64;
    constexpr std::size_t part = 16;
    if (!asked_) {
        const std::string_view left = text_between(raw.data(), end);
        checked_ += raw.size();
        if (checked_ >= few + left.size() / part) {
            asked_ = true;
            all_valid_ = valid_(left);
        }
    }
    return all_valid_ || valid_(raw);  // the rest may be invalid only behind this string
}

// As string_checker, but does not look at bytes from 0x80.
OAIWIRE_INLINE const char* check_ascii_of_string(const char* p, const char* end, fault& f) {
    for (;;) {
        p = find_escaped(p, end);
        if (p == end) return f.set(errc::unexpected_end, p);
        if (*p == '"') return p + 1;
        if (*p != '\\') return f.set(errc::control_character, p);
        p = check_escape(p + 1, end, f);
        if (!p) return nullptr;
    }
}

// p is at the first byte from 0x80. UTF-8 is checked once the end of the string is known.
[[gnu::noinline]] OAIWIRE_INLINE const char* string_checker::check_other(const char* p,
                                                                         const char* end,
                                                                         fault& f) {
    const char* const after = check_ascii_of_string(p, end, f);
    // bytes before a syntax error count too: invalid UTF-8 there comes first
    const std::string_view text = text_between(p, after ? after : f.at);
    if (is_valid(text, end)) return after;
    const char* const bad = p + find_invalid_utf8(text);
    // at the end of the text: it was cut inside a character
    return f.set(bad == end ? errc::unexpected_end : errc::invalid_utf8, bad);
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
