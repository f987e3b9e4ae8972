// ASCII characters: classes, case, trimming; no locale is involved.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The UTF-8 encoding of U+FEFF, which some servers write before a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The value of a hexadecimal digit of either case; -1 for other characters.
constexpr int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

constexpr char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A copy in lower case.
inline std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lower_case(c);
    return out;
}

// The text without the characters of `blanks` at both ends; by default the white space of JSON.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n") {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

// std::to_string() for all types: one function, without the tables of a fast one.
inline std::string decimal(std::int64_t n) {
    char text[20];
    std::size_t at = sizeof text;
    auto left = n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
    for (; left != 0 || at == sizeof text; left /= 10) {
        text[--at] = static_cast<char>('0' + left % 10);
    }
    if (n < 0) text[--at] = '-';
    return std::string(text + at, sizeof text - at);
}

// Removes the first item from a list, and returns it: "a,b,c". One text takes less room in a
// program than an array of views, whose pointers have to be relocated.
constexpr std::string_view take_item(std::string_view& list, char between = ',') {
    const std::string_view item = list.substr(0, list.find(between));
    list.remove_prefix(item.size() + (item.size() != list.size() ? 1 : 0));
    return item;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
