// From JSON numbers, text and literals to the types that hold one value. Knows the reader, no
// lists and no objects.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
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

template <std::integral T>
constexpr bool holds(std::int64_t value) {
    using limits = std::numeric_limits<T>;
    if constexpr (std::is_unsigned_v<T> && sizeof(T) >= sizeof value) {
        return value >= 0;
    } else {
        return value >= limits::min() && value <= limits::max();
    }
}

// The number at p, in the forms that nearly all have. Null, and no failure, for anything else.
template <class T>
const char* read_plain_number(reader& r, const char* p, T& out) {
    if constexpr (std::is_floating_point_v<T>) {
        using nearest_type = std::conditional_t<std::is_same_v<T, float>, float, double>;
        if constexpr (std::is_same_v<T, float>) {
            if (const char* const after = scan_float(r.begin(), p, r.end, out)) return after;
        }
        decimal d;
        nearest_type value = 0;
        const char* const after = scan_decimal(r.begin(), p, r.end, d);
        if (!after || !nearest(d, value)) return nullptr;
        out = value;
        return after;
    } else {
        constexpr std::ptrdiff_t held = 18;  // digits that cannot overflow
        const bool negative = *p == '-';
        p += static_cast<std::ptrdiff_t>(negative);
        const char* const first = p;
        std::int64_t value = 0;
        while (p != r.end && json_scan::is_digit(*p) && p - first != held) {
            value = value * 10 + (*p++ - '0');
        }
        const bool plain = p != first && (*first != '0' || p - first == 1);
        const bool ends =
            p == r.end || (!json_scan::is_digit(*p) && *p != '.' && *p != 'e' && *p != 'E');
        if (negative) value = -value;
        if (!plain || !ends || !holds<T>(value)) return nullptr;
        out = static_cast<T>(value);
        return p;
    }
}

template <class T>
const char* read_other_number(reader& r, const char* p, T& out);

template <class T>
const char* read_number(reader& r, const char* p, T& out) {
    // whatever p is at: a branch on the sign would be foretold wrong half of the time
    const char* const after = read_plain_number(r, p, out);
    return after ? after : read_other_number(r, p, out);
}

template <class T>
const char* read_quoted_number(reader& r, const char* p, T& out);

template <class T>
[[gnu::noinline]] const char* read_other_number(reader& r, const char* p, T& out) {
    if (*p != '-' && !json_scan::is_digit(*p)) {
        constexpr std::string_view due = std::is_integral_v<T> ? "an integer" : "a number";
        if (r.tolerant() && *p == '"') return read_quoted_number(r, p, out);
        return r.mismatch(p, due);
    }
    std::string_view token;
    const char* const after = r.number(p, token);
    if (!after) return nullptr;
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
            return r.fail(errc::type_mismatch, p, "an integer");
        } else {
            ok = truncated_of(token, out);
            r.note(read_note::kind::converted, p);
        }
    }
    return ok ? after : r.fail(errc::number_out_of_range, p);
}

// Numbers as text, which some gateways send.
template <class T>
const char* read_quoted_number(reader& r, const char* p, T& out) {
    std::string_view raw;
    bool escaped = false;
    const char* const after = r.raw_string(p, raw, escaped);
    if (!after) return nullptr;
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
            r.note(read_note::kind::converted, p);
            return after;
        }
    }
    const char* inside = raw.empty() ? nullptr : inner.token(raw.data());
    if (inside) inside = read_number(inner, inside, out);
    if (inside != inner.end) return r.fail(errc::type_mismatch, p, "a number");
    r.note(read_note::kind::converted, p);
    return after;
}

// Text where a value of another kind came: its JSON text.
inline const char* read_as_text(reader& r, const char* p, std::string& out) {
    std::string_view raw;
    const char* const after = r.skip(p, raw);
    if (!after) return nullptr;
    out.clear();
    append_minified(out, raw);
    r.note(read_note::kind::converted, p);
    return after;
}

// Of std::string, FileContent, open_enum and enumerations.
template <class T>
const char* read_text(reader& r, const char* p, T& out) {
    if constexpr (std::is_same_v<T, std::string>) {
        if (*p == '"') return r.string(p, out);
        return r.tolerant() ? read_as_text(r, p, out) : r.mismatch(p, "a string");
    } else if constexpr (std::is_same_v<T, FileContent>) {
        out = FileContent{.data = std::move(out.data)};
        return read_text(r, p, out.data);
    } else {
        std::string text;
        if constexpr (is_open_enum<T>) {
            if (*p != '"' && r.tolerant()) {
                const char* const after = read_as_text(r, p, text);
                if (after) out.assign(text);
                return after;
            }
        }
        if (*p != '"') return r.mismatch(p, "a string");
        std::string_view raw;
        bool escaped = false;
        const char* const after = r.raw_string(p, raw, escaped);
        if (!after) return nullptr;
        if (escaped) {
            if (!r.string(p, text)) return nullptr;
            raw = text;
        }
        if constexpr (is_open_enum<T>) {
            out.assign(raw);
        } else {
            out = reflect::enumerator_of<T>(raw);
            if (out == T{}) return r.fail(errc::unknown_enumerator, p);
        }
        return after;
    }
}

template <class T>
inline constexpr bool is_scalar =
    std::is_arithmetic_v<T> || std::is_same_v<T, std::string> || std::is_same_v<T, FileContent> ||
    is_open_enum<T> || reflect::named_enum<T>;

template <class T>
const char* read_scalar(reader& r, const char* p, T& out) {
    if constexpr (std::is_same_v<T, bool>) {
        if (*p != 't' && *p != 'f') return r.mismatch(p, "a boolean");
        out = *p == 't';
        return out ? r.literal(p, "true") : r.literal(p, "false");
    } else if constexpr (std::is_arithmetic_v<T>) {
        return read_number(r, p, out);
    } else {
        return read_text(r, p, out);
    }
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
