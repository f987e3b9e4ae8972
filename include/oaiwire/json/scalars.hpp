// From JSON numbers, text and literals to the types that hold one value. Knows the reader, no
// lists and no objects.
#pragma once

#include <concepts>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/json/kinds.hpp>
#include <oaiwire/json/number.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/reflect/enums.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

template <class T>
bool read_quoted_number(reader& r, T& out);

template <class T>
bool read_number(reader& r, T& out) {
    if (*r.p != '-' && !json_scan::is_digit(*r.p)) {
        constexpr std::string_view due = std::is_integral_v<T> ? "an integer" : "a number";
        if (r.tolerant() && *r.p == '"') return read_quoted_number(r, out);
        return r.mismatch(due);
    }
    const char* const from = r.p;
    std::string_view token;
    if (!r.number(token)) return false;
    bool ok = false;
    if constexpr (std::is_same_v<T, float>) {
        ok = float_of(token, out);
    } else if constexpr (std::is_floating_point_v<T>) {
        double value = 0;
        ok = double_of(token, value);
        out = static_cast<T>(value);
    } else {
        const bool whole = token.find_first_of(".eE") == std::string_view::npos;
        if (whole) {
            ok = integer_of(token, out);
        } else if (!r.tolerant()) {
            return r.fail(errc::type_mismatch, from, "an integer");
        } else {
            ok = truncated_of(token, out);
            r.note(read_note::kind::converted, from);
        }
    }
    return ok || r.fail(errc::number_out_of_range, from);
}

// Numbers as text, which some gateways send.
template <class T>
bool read_quoted_number(reader& r, T& out) {
    const char* const from = r.p;
    std::string_view raw;
    bool escaped = false;
    if (!r.raw_string(raw, escaped)) return false;
    const read_options options(read_mode::tolerant);
    reader inner(raw, options);
    if constexpr (std::is_floating_point_v<T>) {
        // bare in some servers' output; json::repair has put them between quotes
        constexpr T infinity = std::numeric_limits<T>::infinity();
        const bool named = raw == "NaN" || raw == "Infinity" || raw == "-Infinity";
        if (raw == "NaN") out = std::numeric_limits<T>::quiet_NaN();
        if (raw == "Infinity") out = infinity;
        if (raw == "-Infinity") out = -infinity;
        if (named) {
            r.note(read_note::kind::converted, from);
            return true;
        }
    }
    if (raw.empty() || raw.front() == '"' || !inner.more() || !read_number(inner, out) ||
        inner.p != inner.end) {
        return r.fail(errc::type_mismatch, from, "a number");
    }
    r.note(read_note::kind::converted, from);
    return true;
}

// Text where a value of another kind came: its JSON text.
inline bool read_as_text(reader& r, std::string& out) {
    const char* const from = r.p;
    std::string_view raw;
    if (!r.skip(raw)) return false;
    out.clear();
    json_scan::append_compact(out, raw);
    r.note(read_note::kind::converted, from);
    return true;
}

// Of std::string, FileContent, open_enum and enumerations.
template <class T>
bool read_text(reader& r, T& out) {
    if constexpr (std::is_same_v<T, std::string>) {
        if (*r.p == '"') return r.string(out);
        return r.tolerant() ? read_as_text(r, out) : r.mismatch("a string");
    } else if constexpr (std::is_same_v<T, FileContent>) {
        out = FileContent{.data = std::move(out.data)};
        return read_text(r, out.data);
    } else {
        std::string text;
        if constexpr (is_open_enum<T>) {
            if (*r.p != '"' && r.tolerant()) {
                if (!read_as_text(r, text)) return false;
                out.assign(text);
                return true;
            }
        }
        if (*r.p != '"') return r.mismatch("a string");
        const char* const from = r.p;
        std::string_view raw;
        bool escaped = false;
        if (!r.raw_string(raw, escaped)) return false;
        if (escaped) {
            r.p = from;
            if (!r.string(text)) return false;
            raw = text;
        }
        if constexpr (is_open_enum<T>) {
            out.assign(raw);
            return true;
        } else {
            out = reflect::enumerator_of<T>(raw);
            return out != T{} || r.fail(errc::unknown_enumerator, from);
        }
    }
}

template <class T>
inline constexpr bool is_scalar =
    std::is_arithmetic_v<T> || std::is_same_v<T, std::string> || std::is_same_v<T, FileContent> ||
    is_open_enum<T> || reflect::named_enum<T>;

template <class T>
bool read_scalar(reader& r, T& out) {
    if constexpr (std::is_same_v<T, bool>) {
        if (*r.p != 't' && *r.p != 'f') return r.mismatch("a boolean");
        out = *r.p == 't';
        return r.literal(out ? "true" : "false");
    } else if constexpr (std::is_arithmetic_v<T>) {
        return read_number(r, out);
    } else {
        return read_text(r, out);
    }
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
