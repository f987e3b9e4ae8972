// Reads JSON values into members of each kind, by their descriptions (json/description.hpp).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/compact_maps.hpp>
#include <oaiwire/json/compact_objects.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/duplicates.hpp>
#include <oaiwire/json/objects.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/reader_slow_paths.hpp>
#include <oaiwire/json/reader_strings.hpp>
#include <oaiwire/json/scalars.hpp>
#include <oaiwire/json/unions.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

#if OAIWIRE_DEFINES

// All functions here take p at the first byte of a value, which is not white space, read it into
// `out`, an existing object of type `type`, and return one past it; null after a failure, which is
// in `r` then. What `out` held is replaced, and its memory is reused.

// Calls one(p) at each element of an array, or at the name of each member of an object, as the
// opening character says; it returns one past the element or member, or null.
template <class F>
[[gnu::always_inline]] inline const char* read_each(reader& r, const char* p, char opening,
                                                    F&& one) {
    const char closing = opening == '[' ? ']' : '}';
    if (*p != opening) return r.mismatch(p, opening == '[' ? "an array" : "an object");
    if (!r.enter(p)) return nullptr;  // nested too deep
    p = r.token(p + 1);
    if (!p) return nullptr;
    if (*p != closing) {
        for (;;) {  // one element or member in each turn
            p = one(p);
            if (!p) return nullptr;
            p = r.token(p);
            if (!p) return nullptr;
            if (*p == closing) break;
            if (*p != ',') return r.fail(errc::unexpected_byte, p);
            p = r.token(p + 1);
            if (!p) return nullptr;
        }
    }
    r.leave();
    return p + 1;
}

// Reads numbers in their usual form from p on. Returns true if p is then behind one of them, false
// if another value begins at p. `distance`: of a number from the end of the one before, which is a
// comma and white space.
inline bool read_usual_floats(const char*& p, const char* end, std::ptrdiff_t& distance,
                              std::vector<float>& out) {
    constexpr std::ptrdiff_t longest = 40;  // step
    std::ptrdiff_t step = distance;         // a copy: in memory it takes twice the time
    std::uint64_t others = 0;
    bool seen = false;  // the next number is in `others`: one look finds the ends of two
    const char* q = p;
    while (end - q > 4 * block_size + longest) {
        if (!seen) others = others_of_four(q);
        float value;
        const char* const after = scan_float(q, others, value);
        const bool more = after && *after == ',';
        if (!more && (!after || !ends_decimal(*after))) {
            const char* const token = past_space(q, end);
            if (token == q && !seen) break;
            step += token - q;
            if (step > longest) step = 1;
            q = token;
            seen = false;
            continue;
        }
        out.push_back(value);
        if (!more) {
            p = after;
            return true;
        }
        // the white space is taken to be as long as the last, so that nothing waits for its end
        seen = !seen;
        others = others >> (after - q) >> step;
        q = after + step;
        if (step != 1 && past_space(after + 1, end) != q) [[unlikely]] {
            q = after + 1;
            step = 1;
            seen = false;
        }
    }
    distance = step;
    p = q;
    return false;
}

// std::vector<float>: embeddings, which are long. p must be at the opening bracket.
OAIWIRE_INLINE const char* read_floats(reader& r, const char* p, void* list,
                                       const description& type) {
    constexpr std::size_t few = 256;  // the first capacity
    auto& out = as<std::vector<float>>(list);
    out.clear();
    std::ptrdiff_t distance = 1;
    return read_each(r, p, '[', [&](const char* q) -> const char* {
        if (out.capacity() == 0) out.reserve(few);
        if (oaiwire::detail::has_blocks && q - r.begin() >= before_short_decimal) {
            if (read_usual_floats(q, r.end, distance, out)) return q;
            q = r.token(q);
            if (!q) return nullptr;
        }
        float value{};
        q = read_value(r, q, &value, *type.inner);
        if (q) out.push_back(value);
        return q;
    });
}

// std::vector<bool>, whose elements have no addresses.
OAIWIRE_INLINE const char* read_flags(reader& r, const char* p, void* list,
                                      const description& type) {
    auto& out = as<std::vector<bool>>(list);
    out.clear();
    return read_each(r, p, '[', [&](const char* q) {
        bool value = false;
        q = read_value(r, q, &value, *type.inner);
        if (q) out.push_back(value);
        return q;
    });
}

// Elements that exist already are read into, so that their memory is reused.
OAIWIRE_INLINE const char* read_list(reader& r, const char* p, void* out, const description& type) {
    const description& element = *type.inner;
    const bool fields = element.kind == type_kind::field;
    const description& value = fields ? *element.inner : element;
    const bool numbers = value.kind == type_kind::integer || value.kind == type_kind::real;
    const bool objects = element.takes_byte('{') && !element.takes_byte('n');  // null is no element
    const bool texts = element.kind == type_kind::text;
    const object_table* const table =
        element.kind == type_kind::object ? &element.object() : nullptr;
    elements all = elements_of(out, type);
    std::size_t kept = 0;  // elements read; the list may have more, which are removed at the end
    p = read_each(r, p, '[', [&](const char* q) -> const char* {
        if (*q == 'n' && objects && r.tolerant()) {
            r.note(read_note::kind::nil, q);
            return r.literal(q, "null");
        }
        if (kept == all.count) {
            const std::size_t more = numbers ? 2 * kept : kept + 1;  // appended often: doubled
            all = type.list(out, std::max(r.first_growth(type), more));
        }
        char* const to = all.first + kept * element.size;
        ++kept;
        // the kinds that most lists have go past the general functions
        if (table != nullptr && *q == '{') return read_object(r, q, to, *table, nullptr);
        if (texts && *q == '"') return read_token(r, q, as<std::string>(to));
        if (numbers && *q != 'n') {
            if (fields) state_of(to, element) = field_states::value;
            const char* const after = read_number(r, q, to, value);
            if (after || !fields) return after;
            q = drop_member(r, q, to, element, r.depth());
        } else {
            q = read_value(r, q, to, element);
        }
        if (q && fields && state_of(to, element) == field_states::absent) {
            // the value was dropped, but its place in the list stays
            state_of(to, element) = field_states::nil;
        }
        return q;
    });
    if (!p) return nullptr;
    if (kept != all.count) type.list(out, kept);  // removes the rest
    if (!numbers && !texts) r.has_size(type, kept);
    return p;
}

// std::array: as many elements as it has. Tolerant reading takes a lone element for an array of
// one.
OAIWIRE_INLINE const char* read_fixed(reader& r, const char* p, void* out,
                                      const description& type) {
    const description& element = *type.inner;
    const elements all = elements_of(out, type);
    if (*p != '[' && all.count == 1 && r.tolerant() && accepts(element, kind_at(p, r.end))) {
        r.note(read_note::kind::converted, p);
        return read_value(r, p, all.first, element);
    }
    const char* const opening = p;
    std::size_t n = 0;  // elements read
    p = read_each(r, p, '[', [&](const char* q) -> const char* {
        if (n == all.count) return r.mismatch(opening, "a shorter array");
        char* const to = all.first + n++ * element.size;
        q = read_value(r, q, to, element);
        if (q && element.kind == type_kind::field &&
            state_of(to, element) == field_states::absent) {
            state_of(to, element) = field_states::nil;  // dropped, as in a list
        }
        return q;
    });
    if (p && n != all.count) return r.mismatch(opening, "a longer array");
    return p;
}

// Any list. Tolerant reading takes a lone element as a list of one (docs/quirks.md, 94), except
// for std::vector<bool>.
OAIWIRE_INLINE const char* read_array(reader& r, const char* p, void* out,
                                      const description& type) {
    if (type.kind == type_kind::flags) return type.rare->read(r, p, out, type);
    if (*p != '[' && r.tolerant() && accepts(*type.inner, kind_at(p, r.end))) {
        r.note(read_note::kind::converted, p);
        return read_value(r, p, type.list(out, 1).first, *type.inner);
    }
    if (type.kind == type_kind::floats) return type.rare->read(r, p, out, type);
    // log probabilities have many short lists of bytes: their compact form is tried first
    if (type.kind == type_kind::bytes) {
        plain_bytes bytes;
        const char* const after =
            r.depth() != 0 && *p == '[' ? read_plain_bytes(p + 1, r.end, bytes) : nullptr;
        if (after) {
            std::memcpy(type.list(out, bytes.size()).first, bytes.data(), bytes.size());
            return after;
        }
        indents space;
        if (const char* const end = read_spaced_bytes(r, p, out, type, space)) return end;
    }
    return read_list(r, p, out, type);
}

// For each member of an object: decodes its name into next_name(), then calls value(p) at its
// value.
template <class Name, class Value>
const char* read_map(reader& r, const char* p, Name&& next_name, Value&& value) {
    return read_each(r, p, '{', [&](const char* q) -> const char* {
        if (*q != '"') return r.fail(errc::unexpected_byte, q);
        q = read_token(r, q, next_name());
        if (q) q = r.token(q);
        if (!q) return nullptr;
        if (*q != ':') return r.fail(errc::unexpected_byte, q);
        q = r.token(q + 1);
        return q ? value(q) : nullptr;
    });
}

// A string_map: a vector of pairs in the order of the text. Of duplicate names the last one stays.
OAIWIRE_INLINE const char* read_pairs(reader& r, const char* p, void* out,
                                      const description& type) {
    const auto& pair = type.as<pair_type>();
    elements all = elements_of(out, type);
    std::size_t n = 0;  // pairs begun
    const auto next_name = [&]() -> std::string& {
        if (n == all.count) all = type.list(out, std::max(r.first_growth(type), n + 1));
        return as<std::string>(all.first + n++ * pair.size);
    };
    const std::size_t value = pair.value();
    p = read_map(r, p, next_name, [&](const char* q) {
        return read_value(r, q, all.first + (n - 1) * pair.size + value, *type.inner);
    });
    if (!p) return nullptr;
    type.list(out, n);
    r.has_size(type, n);
    drop_earlier_duplicates(out, type);
    return p;
}

// A std::map with string keys. The last value of a duplicate name overwrites those before.
OAIWIRE_INLINE const char* read_std_map(reader& r, const char* p, void* out,
                                        const description& type) {
    const auto& map = type.as<std_map_type>();
    map.clear(out);
    std::string name;  // reused for all names
    return read_map(
        r, p, [&]() -> std::string& { return name; },
        [&](const char* q) { return read_value(r, q, map.at(out, name), *type.inner); });
}

// Base64 in the only spelling that the writer produces, whose quote is at p. Returns one past its
// end; null for any other string. It has no escapes, and the decoder checks all of it.
inline const char* read_base64(const char* p, const char* end, std::vector<float>& out) {
    const auto decoded = [&](const char* last) {
        const std::string_view text(p + 1, static_cast<std::size_t>(last - p - 1));
        return text.size() % 4 == 0 && decode_floats(text, out) ? last + 1 : nullptr;
    };
    const auto left = static_cast<std::size_t>(end - p - 1);
    // as long as what was there before? Then no quote comes earlier
    const std::size_t before = base64_encoded_size(out.size() * sizeof(float));
    if (before != 0 && before < left && p[1 + before] == '"') {
        if (const char* const after = decoded(p + 1 + before)) return after;
    }
    const void* const quote = std::memchr(p + 1, '"', left);
    return quote ? decoded(static_cast<const char*>(quote)) : nullptr;
}

// An array of numbers, or base64 of their bytes. Any other value is kept as raw text, and so is
// base64 in a spelling that the writer would not produce.
OAIWIRE_INLINE const char* read_embedding(reader& r, const char* p, void* embedding,
                                          const description&) {
    auto& out = as<EmbeddingVector>(embedding);
    out.other = {};
    out.form = embedding_form::floats;
    const value_kind kind = kind_at(p, r.end);
    // decided by the first element: an array of anything else is kept as text
    const bool numbers = first_bytes::of(kind.element) == first_bytes::digit ||
                         kind.element == ']' || (kind.element == 'n' && r.tolerant());
    if (kind.first == '[' && numbers) {
        return read_floats(r, p, &out.values, described<std::vector<float>>());
    }
    if (kind.first == '"') {
        if (const char* const after = read_base64(p, r.end, out.values)) {
            out.form = embedding_form::base64;
            return after;
        }
    }
    out.values.clear();
    out.form = embedding_form::other;
    std::string_view raw;
    if (kind.first == '"') {
        bool escaped = false;
        const char* const after = r.raw_string(p, raw, escaped);
        if (!after) return nullptr;
        std::string text;
        if (escaped) append_unescaped(text, raw, surrogates::replace);
        if (decode_floats(escaped ? std::string_view(text) : raw, out.values)) {
            out.form = embedding_form::base64;  // in a spelling that the writer would not produce
        }
        out.other.assign_trusted({p, static_cast<std::size_t>(after - p)});
        return after;
    }
    p = r.skip(p, raw);
    if (p) out.other.assign_trusted(raw);
    return p;
}

// A value other than null, or null where that is a value of its own. `type` is neither a field nor
// an optional.
OAIWIRE_INLINE const char* read_present(reader& r, const char* p, void* out,
                                        const description& type) {
    switch (type.kind) {
        case type_kind::text:
            if (*p == '"') return r.string(p, as<std::string>(out));
            return read_text(r, p, out, type);
        case type_kind::integer:
        case type_kind::real:
            return read_number(r, p, out, type);
        case type_kind::boolean:
            return read_boolean(r, p, as<bool>(out));
        case type_kind::object:
            return read_object(r, p, out, type.object(), nullptr);
        case type_kind::list:
        case type_kind::bytes:
        case type_kind::floats:
        case type_kind::flags:
            return read_array(r, p, out, type);
        case type_kind::array:
        case type_kind::map:
        case type_kind::std_map:
        case type_kind::choice:
        case type_kind::embedding:
            return type.rare->read(r, p, out, type);
        // checked like all other text, then kept as it is
        case type_kind::raw: {
            std::string_view raw;
            p = r.skip(p, raw);
            if (p) as<raw_json>(out).assign_trusted(raw);
            return p;
        }
        case type_kind::view:  // written only
            return r.mismatch(p, "a type that can be read");
        case type_kind::field:
        case type_kind::field_apart:
        case type_kind::optional:
            return read_value(r, p, out, type);
        default:
            return read_text(r, p, out, type);
    }
}

// Handles null, then calls read_present(). Where the type has no null, strict reading fails, and
// tolerant reading takes null for an empty value (docs/quirks.md, 72).
OAIWIRE_INLINE const char* read_value(reader& r, const char* p, void* out,
                                      const description& type) {
    if (type.kind == type_kind::field || type.kind == type_kind::field_apart) {
        const std::size_t depth = r.depth();
        const char* const after = read_member(r, p, out, type);
        return after ? after : drop_member(r, p, out, type, depth);
    }
    if (*p != 'n') {
        if (type.kind != type_kind::optional) return read_present(r, p, out, type);
        return read_value(r, p, revive(out, type), *type.inner);
    }
    switch (type.kind) {
        case type_kind::optional:
            reset(out, type);
            return r.literal(p, "null");
        case type_kind::raw:
        case type_kind::embedding:
            return read_present(r, p, out, type);
        case type_kind::choice:
            if (type.takes_byte('n')) return read_present(r, p, out, type);
            break;
        default:
            break;
    }
    if (!r.tolerant()) return read_present(r, p, out, type);
    r.note(read_note::kind::nil, p);
    clear_value(out, type);
    return r.literal(p, "null");
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
