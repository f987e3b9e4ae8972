// Reads numbers, booleans, strings and enumerations.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/number.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The number at p in its usual forms. Returns null, without a failure, for all others.
template <class Real>
const char* read_plain_real(reader& r, const char* p, Real& out) {
    return plain_number(r.begin(), p, r.end, out);
}
// At most 18 digits, without fraction and exponent.
inline const char* read_plain_integer(reader& r, const char* p, std::int64_t& out) {
    constexpr std::ptrdiff_t held = 18;  // digits that fit in any case
    const bool negative = *p == '-';
    p += static_cast<std::ptrdiff_t>(negative);
    const char* const first = p;
    std::uint64_t value = 0;
    if (r.end - p > 16) {  // two words of digits, and the byte behind them
        p += leading_digits(p, value);
        if (p - first == 8) {
            std::uint64_t more = 0;
            const int n = leading_digits(p, more);
            value = value * ten_to_the[static_cast<std::size_t>(n)] + more;
            p += n;
        }
    } else {
        while (p != r.end && is_digit(*p) && p - first != held) {
            value = value * 10 + static_cast<unsigned>(*p++ - '0');
        }
    }
    const bool plain = p != first && (*first != '0' || p - first == 1);  // no leading zeros
    // more digits, a fraction or an exponent are for read_other_number()
    const bool ends = p == r.end || (!is_digit(*p) && *p != '.' && *p != 'e' && *p != 'E');
    out = static_cast<std::int64_t>(negative ? 0 - value : value);  // any 18 digits fit
    return plain && ends ? p : nullptr;
}

// Returns false if an integer of that type cannot hold the value.
// `out` may be overwritten all the same.
inline bool store_integer(void* out, const description& type, std::int64_t value) {
    if (type.size == sizeof value) {
        std::memcpy(out, &value, sizeof value);
        return type.is_signed || value >= 0;
    }
    const std::int64_t range = std::int64_t{1} << 8 * type.size;  // of at most 4 bytes here
    const std::int64_t low = type.is_signed ? -(range / 2) : 0;
    if (value < low || value >= low + range) return false;
    whole_numbers::store(out, type.size, static_cast<std::size_t>(value));
    return true;
}

// To a double or a long double, which gets no more precision than a double.
inline void store_real(void* out, const description& type, double value) {
    if (type.size == sizeof value) {
        std::memcpy(out, &value, sizeof value);
    } else {
        const auto wide = static_cast<long double>(value);
        std::memcpy(out, &wide, sizeof wide);
    }
}

// What read_number() does not read itself: long and unusual numbers, and values of other types,
// which tolerant reading converts and strict reading refuses.
const char* read_other_number(reader& r, const char* p, void* out, const description& type);

// Reads a value into an integer or real. `out` is unspecified after a failure.
[[gnu::noinline]] inline const char* read_number(reader& r, const char* p, void* out,
                                                 const description& type) {
    // no test for '-' first: that branch mispredicts half of the time
    if (type.kind == type_kind::integer) {
        std::int64_t value = 0;
        const char* const after = read_plain_integer(r, p, value);
        if (after && store_integer(out, type, value)) return after;
    } else if (type.size == sizeof(float)) {
        if (const char* const after = read_plain_real(r, p, as<float>(out))) return after;
    } else {
        double value = 0;
        if (const char* const after = read_plain_real(r, p, value)) {
            store_real(out, type, value);
            return after;
        }
    }
    return read_other_number(r, p, out, type);
}

// Reads a std::string, FileContent, open_enum or enumeration.
const char* read_text(reader& r, const char* p, void* out, const description& type);

const char* read_boolean(reader& r, const char* p, bool& out);

#if OAIWIRE_DEFINES

// The integer of a number token; with `cut`, its fraction is dropped.
template <class Integer>
bool integer_of_token(std::string_view token, bool cut, void* out, const description& type) {
    Integer value = 0;
    if (!(cut ? truncated_of(token, value) : integer_of(token, value))) return false;
    if constexpr (std::is_signed_v<Integer>) {
        return store_integer(out, type, value);
    } else {
        std::memcpy(out, &value, sizeof value);
        return true;
    }
}

// A number in quotes, as some gateways send counts (docs/quirks.md, 99).
[[gnu::cold]] OAIWIRE_INLINE const char* read_quoted_number(reader& r, const char* p, void* out,
                                                            const description& type) {
    std::string_view raw;
    bool escaped = false;
    const char* const after = r.raw_string(p, raw, escaped);
    if (!after) return nullptr;
    if (type.kind == type_kind::real) {
        // some servers send them without quotes; json::repair adds the quotes
        const bool negative = raw == "-Infinity";
        // as log probability (docs/quirks.md, 101)
        const bool named = raw == "NaN" || raw == "Infinity" || negative;
        if (named) {
            const double infinity = std::numeric_limits<double>::infinity();
            const double value = raw == "NaN" ? std::numeric_limits<double>::quiet_NaN()
                                              : (negative ? -infinity : infinity);
            if (type.size == sizeof(float)) {
                as<float>(out) = static_cast<float>(value);
            } else {
                store_real(out, type, value);
            }
            r.note(read_note::kind::converted, p);
            return after;
        }
    }
    const read_options options(read_mode::tolerant);  // no report: one note is made below
    reader inner(raw, options);
    const char* inside = raw.empty() ? nullptr : inner.token(raw.data());
    if (inside) inside = read_number(inner, inside, out, type);
    // refused too if anything follows
    if (inside != inner.end) return r.fail(errc::type_mismatch, p, "a number");
    r.note(read_note::kind::converted, p);
    return after;
}

[[gnu::noinline]] OAIWIRE_INLINE const char* read_other_number(reader& r, const char* p, void* out,
                                                               const description& type) {
    const bool real = type.kind == type_kind::real;  // else an integer
    if (*p != '-' && !is_digit(*p)) {
        if (r.tolerant() && *p == '"') return read_quoted_number(r, p, out, type);
        return r.mismatch(p, real ? "a number" : "an integer");
    }
    std::string_view token;
    const char* const after = r.number(p, token);  // checks the syntax
    if (!after) return nullptr;
    bool ok = false;
    if (real && type.size == sizeof(float)) {
        ok = float_of(token, as<float>(out));
    } else if (real) {
        double value = 0;
        ok = double_of(token, value);  // false: beyond the largest double
        store_real(out, type, value);
    } else {
        // tolerant: 1.0, 1e3 and 1234.5 (SambaNova's `created`; docs/quirks.md, 53) are cut to
        // integers
        const bool whole = token.find_first_of(".eE") == std::string_view::npos;
        if (!whole && !r.tolerant()) return r.fail(errc::type_mismatch, p, "an integer");
        // only unsigned 64-bit integers have values beyond std::int64_t
        ok = !type.is_signed && type.size == sizeof(std::uint64_t)
                 ? integer_of_token<std::uint64_t>(token, !whole, out, type)
                 : integer_of_token<std::int64_t>(token, !whole, out, type);
        if (!whole) r.note(read_note::kind::converted, p);
    }
    return ok ? after : r.fail(errc::number_out_of_range, p);
}

// Another value where a string is required: its JSON text becomes the string.
[[gnu::cold]] OAIWIRE_INLINE const char* read_as_text(reader& r, const char* p, std::string& out) {
    std::string_view raw;
    const char* const after = r.skip(p, raw);
    if (!after) return nullptr;
    out.clear();
    append_compact(out, raw);  // without the white space between its tokens
    r.note(read_note::kind::converted, p);
    return after;
}

// Strings are decoded in place. Enumerations compare the text with their names: an open_enum keeps
// an unknown one, an enumeration fails with errc::unknown_enumerator.
OAIWIRE_INLINE const char* read_text(reader& r, const char* p, void* out, const description& type) {
    if (type.kind == type_kind::text || type.kind == type_kind::file) {
        if (type.kind == type_kind::file) {
            auto& file = as<FileContent>(out);
            // the memory is kept, the source and the file name are not
            file = FileContent{.data = std::move(file.data)};
            out = &file.data;
        }
        auto& text = as<std::string>(out);
        if (*p == '"') return r.string(p, text);
        return r.tolerant() ? read_as_text(r, p, text) : r.mismatch(p, "a string");
    }
    std::string text;  // an enumerator with escapes, decoded
    if (*p != '"' && r.tolerant() && type.kind == type_kind::open_enum) {
        const char* const after = read_as_text(r, p, text);
        if (after) assign_enumerator(out, type, text);
        return after;
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
    return assign_enumerator(out, type, raw) ? after : r.fail(errc::unknown_enumerator, p);
}

OAIWIRE_INLINE const char* read_boolean(reader& r, const char* p, bool& out) {
    if (*p != 't' && *p != 'f') return r.mismatch(p, "a boolean");
    out = *p == 't';
    return out ? r.literal(p, "true") : r.literal(p, "false");
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
