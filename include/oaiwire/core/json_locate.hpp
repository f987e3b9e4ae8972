// From the path of a value to its raw text, in a JSON text that is known to be valid. Knows no
// types, and gives no answer where readers might differ in theirs.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include <oaiwire/core/json_scan.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json_scan {

// A member by its name, or an element by its index.
struct path_step {
    constexpr path_step(const char* member) : name(member) {}
    constexpr path_step(std::string_view member) : name(member) {}
    constexpr path_step(std::size_t element) : index(element) {}
    std::string_view name{};
    std::size_t index = 0;
};

namespace detail {

// p is after the opening quote; gives one past the closing quote.
inline const char* skip_string(const char* p, const char* end) {
    while ((p = find_escaped(p, end)) != end) {
        if (*p == '"') return p + 1;
        p += *p == '\\' && end - p > 1 ? 2 : 1;
    }
    return end;
}

// p is at the first byte of a value; gives one past it.
inline const char* skip_value(const char* p, const char* end) {
    std::size_t level = 0;
    while (p != end) {
        const char c = *p++;
        if (c == '"') {
            p = skip_string(p, end);
        } else if (c == '{' || c == '[') {
            ++level;
            continue;
        } else if (c == '}' || c == ']') {
            --level;
        } else if (level == 0) {
            while (p != end && *p != ',' && *p != '}' && *p != ']' && !is_space(*p)) ++p;
        }
        if (level == 0) return p;
    }
    return end;
}

inline std::string_view text_between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

// The one member of that name. None where there are several, or a name is written with escapes.
inline std::string_view only_member(std::string_view object, std::string_view name) {
    const char* const end = object.data() + object.size();
    std::string_view found;
    for (const char* p = skip_space(object.data() + 1, end); p != end && *p == '"';) {
        const char* const key_end = skip_string(p + 1, end);
        const std::string_view key = text_between(p + 1, key_end - 1);
        p = skip_space(skip_space(key_end, end) + 1, end);
        const char* const after = skip_value(p, end);
        if (key.find('\\') != std::string_view::npos) return {};
        if (key == name) {
            if (!found.empty()) return {};
            found = text_between(p, after);
        }
        p = skip_space(after, end);
        if (p != end && *p == ',') p = skip_space(p + 1, end);
    }
    return found;
}

inline std::string_view element(std::string_view array, std::size_t index) {
    const char* const end = array.data() + array.size();
    for (const char* p = skip_space(array.data() + 1, end); p != end && *p != ']'; --index) {
        const char* const after = skip_value(p, end);
        if (index == 0) return text_between(p, after);
        p = skip_space(after, end);
        if (p != end && *p == ',') p = skip_space(p + 1, end);
    }
    return {};
}

}  // namespace detail

// A view into the text, empty where nothing is at that path, or where a member of it is not the
// only one of its name or stands beside a name with escapes. Linear for each step.
inline std::string_view locate(std::string_view text, std::initializer_list<path_step> path) {
    const char* const end = text.data() + text.size();
    const char* const begin = skip_space(text.data(), end);
    std::string_view at = detail::text_between(begin, detail::skip_value(begin, end));
    for (const path_step& step : path) {
        const bool member = !step.name.empty();
        if (!at.starts_with(member ? '{' : '[')) return {};
        at = member ? detail::only_member(at, step.name) : detail::element(at, step.index);
    }
    return at;
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json_scan
