// Writes values as JSON text, by their descriptions.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/json/simd.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/path.hpp>
#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The output and, after a failure, the error. The path is built while the calls return.
// Writing functions return false after a failure; `code` and `path` then describe it, and the
// output is incomplete.
struct writer {
    text_sink& out;                 // borrowed
    errc code = errc::ok;           // the failure
    std::string path{};             // of the value that failed; built from its end
    std::size_t depth = max_depth;  // levels of objects that may still be entered

    // Records a failure and returns false.
    bool fail(errc c) {
        code = c;
        return false;
    }
    // Each caller of a function that failed prepends its step to the path, a name or an index, and
    // returns false as well. A name is escaped first, as paths have it.
    bool failed_in(std::string_view name) {
        std::string quoted;
        append_string(quoted, name);
        return failed_in({true, std::string_view(quoted).substr(1, quoted.size() - 2), 0});
    }
    bool failed_in(std::size_t index) { return failed_in({false, {}, index}); }
    bool failed_in(const path_frame& step) {
        prepend_path_step(path, step);
        return false;
    }
    // Writes the separator and `"name":`. A short key is copied as a block of constant size, which
    // is faster; the bytes beyond it are overwritten by what follows.
    void key(char separator, const member_entry& member) {
        const std::size_t size = member.size;
        char* const p = out.room(1 + std::max(size, member_entry::held));
        *p = separator;
        if (size <= member_entry::held) {
            std::memcpy(p + 1, member.key.data(), member_entry::held);
        } else {
            std::memcpy(p + 1, member.quoted().data(), size);
        }
        out.advance_to(p + 1 + size);
    }
    // Writes a string with its quotes; errc::invalid_text if it is not UTF-8.
    bool string(std::string_view text) {
        return put_string(out, text, valid_utf8) || fail(errc::invalid_text);
    }
};

// Whether a member is written: absent ones are not.
inline bool is_written(const void* value, const description& type) {
    switch (type.kind) {
        case type_kind::field:
            return static_cast<const std::uint8_t*>(value)[type.state_at] != field_states::absent;
        case type_kind::field_apart:
            return static_cast<const std::uint8_t*>(value)[type.state_at] == field_states::nil ||
                   value_of(value, type) != nullptr;
        case type_kind::optional:
            return value_of(value, type) != nullptr;
        case type_kind::extra:
            return !as<extra_members>(value).empty();
        case type_kind::path:
            return false;
        default:
            return true;
    }
}

// Writes the value of that type at `value`.
bool write_value(writer& w, const void* value, const description& type);
// The same for an integer or real; errc::not_finite for NaN and infinity, which JSON lacks.
bool write_number(writer& w, const void* value, const description& type);

#if OAIWIRE_DEFINES

// The alternative that a union holds, and its type; any other value, or a union that is valueless
// by exception, as it is. The usual unions are found here before write_value() has to jump by the
// kind, which is hard to predict behind a string.
inline const void* alternative_of(const void* value, const description*& type) {
    if (type->kind != type_kind::choice) return value;
    const auto& choice = type->as<choice_type>();
    std::size_t at = 0;
    const void* const held = choice.held(value, at);
    if (held == nullptr) return value;
    type = choice.alternatives[at].type;
    return held;
}

// Members are written in declared order, after the tag if the type has one that is no member.
// Absent ones are found as bits first, so that no branch per member depends on them. A type can
// only contain itself by way of an object, so it is objects whose depth is bounded.
[[gnu::noinline]] OAIWIRE_INLINE bool write_object(writer& w, const void* value,
                                                   const object_table& table) {
    if (w.depth == 0) return w.fail(errc::too_deep);
    --w.depth;
    char separator = '{';
    if (table.tag_size != 0) {
        w.out.put(table.tag_text());
        separator = ',';
    }
    std::uint64_t present = 0;  // bit i: member i may have to be written
    // the first byte of a member that is no field is read as a state too; `others` overrides it
    const auto* const states = static_cast<const std::uint8_t*>(value);
    const member_offset* const offsets = table.states();
    for (std::size_t i = table.count; i-- != 0;) {
        const std::uint8_t state = states[offsets[i].load(std::memory_order_relaxed)];
        present = 2 * present + (state != field_states::absent ? 1 : 0);
    }
    present |= table.others;  // looked at one by one below
    if (table.has_extra() &&
        as<extra_members>(table.member(value, table.members[table.extra])).empty()) {
        present &= ~(std::uint64_t{1} << table.extra);
    }
    for (; present != 0; present &= present - 1) {  // by its lowest bit first
        const auto index = static_cast<std::size_t>(std::countr_zero(present));
        const member_entry& m = table.members[index];
        const description* type = m.type;
        const void* const member = table.member(value, m);
        if (type->kind == type_kind::field) {
            if (table.state(value, index) == field_states::value) type = type->inner;  // else null
            // optionals, empty extra members and path parameters
        } else if (!is_written(member, *type)) {
            continue;
        }
        // the members that the type does not name are kept as JSON text: `"a":1,"b":2`
        if (type->kind == type_kind::extra) {
            w.out.put(std::exchange(separator, ','));
            w.out.put(as<extra_members>(member).text());
            continue;
        }
        w.key(std::exchange(separator, ','), m);
        const void* const written = alternative_of(member, type);
        // most members are strings
        const bool ok = type->kind == type_kind::text ? w.string(as<std::string>(written))
                                                      : write_value(w, written, *type);
        // without `"` and `":`
        if (!ok) return w.failed_in(m.quoted().substr(1, m.size - std::size_t{3}));
    }
    if (separator == '{') w.out.put('{');  // no member was written
    w.out.put('}');
    ++w.depth;
    return true;
}

// A std::map in the order of its names; a string_map, a vector of pairs, in its own order.
OAIWIRE_INLINE bool write_map(writer& w, const void* map, const description& type) {
    char separator = '{';
    const auto write = [&](const std::string& name, const void* value) {  // one entry
        w.out.put(std::exchange(separator, ','));
        if (!w.string(name)) return false;
        w.out.put(':');
        return write_value(w, value, *type.inner) || w.failed_in(name);
    };
    if (type.kind == type_kind::std_map) {
        if (!each_entry(map, type, write)) return false;
    } else {
        const elements pairs = elements_of(map, type);
        const auto& layout = type.as<pair_type>();
        for (std::size_t i = 0; i != pairs.count; ++i) {
            const char* const pair = pairs.first + i * layout.size;
            if (!write(as<std::string>(pair), pair + layout.value())) return false;
        }
    }
    if (separator == '{') w.out.put('{');
    w.out.put('}');
    return true;
}

// An integer of any size and signedness: loaded as unsigned, then its sign is extended.
inline void write_integer(writer& w, const void* value, const description& type) {
    const std::uint64_t bits = whole_numbers::load(value, type.size);
    if (type.is_signed) {
        const std::size_t unused = 64 - 8 * std::size_t{type.size};  // bits above the integer
        put_number(w.out, static_cast<std::int64_t>(bits << unused) >> unused);
    } else {
        put_number(w.out, bits);
    }
}

// An array, or any list but std::vector<bool>, whose elements have no addresses. Numbers skip
// write_value(), since embeddings and tokens are long.
[[gnu::noinline]] OAIWIRE_INLINE bool write_array(writer& w, const void* list,
                                                  const description& type) {
    w.out.put('[');
    const elements all = elements_of(list, type);
    const description& inner = *type.inner;
    for (std::size_t i = 0; i != all.count; ++i) {
        if (i != 0) w.out.put(',');
        const description* of = &inner;
        const void* const element = alternative_of(all.first + i * inner.size, of);
        if (of->kind == type_kind::integer) {
            write_integer(w, element, *of);
        } else if (!(of->kind == type_kind::object ? write_object(w, element, of->object())
                     : of->kind == type_kind::real ? write_number(w, element, *of)
                                                   : write_value(w, element, *of))) {
            return w.failed_in(i);
        }
    }
    w.out.put(']');
    return true;
}

[[gnu::noinline]] OAIWIRE_INLINE bool write_number(writer& w, const void* value,
                                                   const description& type) {
    if (type.kind == type_kind::integer) {
        write_integer(w, value, type);
        return true;
    }
    bool finite = false;
    if (type.size == sizeof(float)) {
        finite = put_number(w.out, as<float>(value));  // the fewest digits that a float needs
    } else if (type.size == sizeof(double)) {
        finite = put_number(w.out, as<double>(value));
    } else {
        finite = put_number(w.out, as<long double>(value));
    }
    return finite || w.fail(errc::not_finite);
}

// In the encoding in which it was read. A text that the reader kept, because it is no vector or is
// base64 in an unusual spelling, is written unchanged.
OAIWIRE_INLINE bool write_embedding(writer& w, const void* embedding, const description&) {
    const auto& value = as<EmbeddingVector>(embedding);
    if (value.form == embedding_form::other || !value.other.is_null()) {
        w.out.put(value.other.text());
        return true;
    }
    if (value.form == embedding_form::floats) {
        // as for a member of that type
        return write_array(w, &value.values, described<std::vector<float>>());
    }
    std::string text;
    append_base64(text, value.values);
    return w.string(text);
}

// std::vector<bool>.
OAIWIRE_INLINE bool write_flags(writer& w, const void* list, const description&) {
    char separator = '[';
    for (const bool flag : as<std::vector<bool>>(list)) {
        w.out.put(std::exchange(separator, ','));
        w.out.put(flag ? "true" : "false");
    }
    if (separator == '[') w.out.put('[');
    w.out.put(']');
    return true;
}

// Rare kinds, in a function of their own so that the common path saves fewer registers.
[[gnu::noinline]] OAIWIRE_INLINE bool write_rare(writer& w, const void* value,
                                                 const description& type) {
    switch (type.kind) {
        case type_kind::view:
            return w.string(type.as<view_type>().text(value));
        case type_kind::file: {
            const auto& file = as<FileContent>(value);
            // a file that is read while it is sent can only be part of a form
            return file.source ? w.fail(errc::invalid_argument) : w.string(file.data);
        }
        case type_kind::closed_enum: {
            const std::string_view name = enumerator_text(value, type);
            // "": not an enumerator
            return name.empty() ? w.fail(errc::invalid_argument) : w.string(name);
        }
        // kinds that few programs use: their functions are linked only with types that need them
        case type_kind::flags:
        case type_kind::embedding:
        case type_kind::map:
        case type_kind::std_map:
            return type.rare->write(w, value, type);
        default:  // extra and path, which are no values
            return true;
    }
}

// A loop rather than recursion for what wraps a value: fields, optionals and unions.
OAIWIRE_INLINE bool write_value(writer& w, const void* value, const description& of) {
    for (const description* type = &of;;) {
        switch (type->kind) {
            case type_kind::field:
                if (static_cast<const std::uint8_t*>(value)[type->state_at] !=
                    field_states::value) {
                    w.out.put("null");
                    return true;
                }
                type = type->inner;
                break;
            case type_kind::field_apart:
            case type_kind::optional:
                value = value_of(value, *type);
                if (value == nullptr) {
                    w.out.put("null");
                    return true;
                }
                type = type->inner;
                break;
            case type_kind::choice: {
                const description* const choice = type;
                value = alternative_of(value, type);
                if (type == choice) return w.fail(errc::invalid_argument);
                break;
            }
            case type_kind::object:
                return write_object(w, value, type->object());
            case type_kind::text:
                return w.string(as<std::string>(value));
            case type_kind::open_enum:
                return w.string(enumerator_text(value, *type));
            case type_kind::boolean:
                w.out.put(as<bool>(value) ? "true" : "false");
                return true;
            case type_kind::integer:
            case type_kind::real:
                return write_number(w, value, *type);
            case type_kind::raw:
                w.out.put(as<raw_json>(value).text());
                return true;
            case type_kind::list:
            case type_kind::bytes:
            case type_kind::floats:
            case type_kind::array:
                return write_array(w, value, *type);
            default:
                return write_rare(w, value, *type);
        }
    }
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
