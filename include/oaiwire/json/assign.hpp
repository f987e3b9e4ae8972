// Operations on values by their descriptions: clear, copy, reset absent members.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/types/embedding_vector.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/path_parameter.hpp>
#include <oaiwire/types/raw_json.hpp>
#include <oaiwire/types/short_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The T at that address.
template <class T>
T& as(void* object) {
    return *static_cast<T*>(object);
}
template <class T>
const T& as(const void* object) {
    return *static_cast<const T*>(object);
}

// The state of a field, one of field_states.
inline std::uint8_t& state_of(void* field, const description& type) {
    return *(static_cast<std::uint8_t*>(field) + type.state_at);
}
// The value of a field or optional; null if it has none.
const void* value_of(const void* optional, const description& type);
// The same, created if there is none. A field reuses its last value, with its content.
void* revive(void* optional, const description& type);
// Whether a field is null.
inline bool is_null(const void* field, const description& type) {
    return static_cast<const std::uint8_t*>(field)[type.state_at] == field_states::nil;
}
// Removes the value; a field keeps its memory.
void reset(void* optional, const description& type);

// The elements of a list (not std::vector<bool>) or an array, or the pairs of a string_map. Valid
// until its size changes.
inline elements elements_of(const void* list, const description& type) {
    return type.list(const_cast<void*>(list), as_it_is);  // NOLINT: it is not changed
}

// Calls f(name, value) for each entry of a std::map until it returns false; returns whether it
// never did.
template <class F>
bool each_entry(const void* map, const description& type, F f) {
    // the entries come in the order of their names; f is passed through as a pointer
    return type.as<std_map_type>().each(
        map, &f, [](void* context, const std::string& name, const void* value) -> bool {
            return as<F>(context)(name, value);
        });
}

// Unsigned integers of one, two, four or eight bytes.
namespace whole_numbers {

// Writes the low bytes of `value`.
inline void store(void* out, std::size_t size, std::size_t value) {
    const auto put = [&](auto number) { std::memcpy(out, &number, sizeof number); };
    if (size == 1) return put(static_cast<std::uint8_t>(value));
    if (size == 2) return put(static_cast<std::uint16_t>(value));
    if (size == 4) return put(static_cast<std::uint32_t>(value));
    put(static_cast<std::uint64_t>(value));
}

// The value, with zeros above it: signed integers need their sign extended.
inline std::uint64_t load(const void* from, std::size_t size) {
    const auto get = [&](auto number) -> std::uint64_t {
        std::memcpy(&number, from, sizeof number);
        return number;
    };
    if (size == 1) return get(std::uint8_t{});
    if (size == 2) return get(std::uint16_t{});
    return size == 4 ? get(std::uint32_t{}) : get(std::uint64_t{});
}

}  // namespace whole_numbers

// Sets an enumeration or open_enum by its text. Returns false if the text is unknown: an
// enumeration is E{} then, and an open_enum keeps the text (and returns true).
bool assign_enumerator(void* out, const description& type, std::string_view text);
// The text of an enumeration or open_enum; "" if it has none.
std::string_view enumerator_text(const void* value, const description& type);

// Sets a value to what JSON null means: empty, or as the struct's own initialisers make it. Keeps
// memory.
void clear_value(void* value, const description& type);
// Resets the members whose bit in `seen` is not set: fields and optionals lose their value, the
// others get that of the struct's own initialisers. Fields keep their memory.
void reset_unseen(void* object, const object_table& table, std::uint64_t seen);
// The same for fields alone. The cost is that of those that were absent.
[[gnu::always_inline]] inline void reset_unseen_fields(void* object, const object_table& table,
                                                       std::uint64_t seen) {
    const auto* const state = table.states();
    for (std::uint64_t left = table.fields & ~seen; left != 0; left &= left - 1) {
        const auto at = state[std::countr_zero(left)].load(std::memory_order_relaxed);
        static_cast<std::uint8_t*>(object)[at] = field_states::absent;
    }
}
// The same for all other members.
void reset_unseen_others(void* object, const object_table& table, std::uint64_t seen);
// Copies a value; `to` reuses its memory.
void assign_value(void* to, const void* from, const description& type);
// The same; unlike operator=, compiles nothing per type.
template <class T>
void copy(T& to, const T& from) {
    assign_value(&to, &from, described<T>());
}

#if OAIWIRE_DEFINES

OAIWIRE_INLINE const void* value_of(const void* optional, const description& type) {
    if (type.kind == type_kind::optional) return type.as<optional_type>().value(optional);
    const auto* const bytes = static_cast<const std::uint8_t*>(optional);
    if (bytes[type.state_at] != field_states::value) return nullptr;
    if (type.kind == type_kind::field) return optional;  // the value is at offset 0
    const void* value = nullptr;
    std::memcpy(&value, optional, sizeof value);  // kept apart: a pointer to it is there
    return value;
}

OAIWIRE_INLINE void* revive(void* optional, const description& type) {
    if (type.kind == type_kind::optional) return type.as<optional_type>().make(optional);
    if (type.kind == type_kind::field_apart) return type.as<apart_type>().revive(optional);
    state_of(optional, type) = field_states::value;
    return optional;
}

OAIWIRE_INLINE void reset(void* optional, const description& type) {
    if (type.kind == type_kind::optional) return type.as<optional_type>().reset(optional);
    state_of(optional, type) = field_states::absent;  // the object stays, to be reused
}

OAIWIRE_INLINE bool assign_enumerator(void* out, const description& type, std::string_view text) {
    const auto& names = type.as<enum_type>();
    for (std::size_t i = 0; i != names.count; ++i) {
        if (names.names[i] != text) continue;
        whole_numbers::store(out, names.size, i + 1);  // 0 is none of them
        return true;
    }
    whole_numbers::store(out, names.size, 0);
    if (type.kind != type_kind::open_enum) return false;
    as<oaiwire::detail::short_text>(static_cast<char*>(out) + names.other_at)
        .assign(text);  // the unknown text
    return true;
}

OAIWIRE_INLINE std::string_view enumerator_text(const void* value, const description& type) {
    const auto& names = type.as<enum_type>();
    const std::uint64_t i = whole_numbers::load(value, names.size);
    if (i >= 1 && i <= names.count) return names.names[i - 1];
    if (type.kind != type_kind::open_enum) return {};
    return as<oaiwire::detail::short_text>(static_cast<const char*>(value) + names.other_at).view();
}

// Called for null where the type has none, which few servers send.
[[gnu::cold]] OAIWIRE_INLINE void clear_value(void* value, const description& type) {
    switch (type.kind) {
        case type_kind::boolean:
        case type_kind::integer:
        case type_kind::real:
        case type_kind::closed_enum:
            std::memset(value, 0, type.size);  // false, 0 or 0.0; no enumerator
            break;
        case type_kind::text:
            as<std::string>(value).clear();
            break;
        case type_kind::view:
        case type_kind::path:
            break;
        case type_kind::file:
            as<FileContent>(value) = {};
            break;
        case type_kind::open_enum:
            assign_enumerator(value, type, {});  // "", which is unknown
            break;
        case type_kind::raw:
            as<raw_json>(value) = {};
            break;
        case type_kind::embedding:
            as<EmbeddingVector>(value) = {};
            break;
        case type_kind::field:
        case type_kind::field_apart:
        case type_kind::optional:
            reset(value, type);
            break;
        case type_kind::list:
        case type_kind::bytes:
        case type_kind::floats:
        case type_kind::map:
            type.list(value, 0);
            break;
        case type_kind::flags:
            as<std::vector<bool>>(value).clear();
            break;
        case type_kind::array: {
            const elements all = elements_of(value, type);
            for (std::size_t i = 0; i != all.count; ++i) {
                clear_value(all.first + i * type.inner->size, *type.inner);
            }
            break;
        }
        case type_kind::std_map:
            type.as<std_map_type>().clear(value);
            break;
        case type_kind::choice: {
            const auto& choice = type.as<choice_type>();
            clear_value(choice.select(value, 0), *choice.alternatives[0].type);  // the first, empty
            break;
        }
        case type_kind::object: {
            const object_table& table = type.object();
            reset_unseen(value, table, 0);
            if (table.has_extra()) {
                clear_value(table.member(value, table.members[table.extra]),
                            *table.members[table.extra].type);
            }
            break;
        }
        case type_kind::extra:
            as<extra_members>(value).clear();
            break;
    }
}

OAIWIRE_INLINE void reset_unseen(void* object, const object_table& table, std::uint64_t seen) {
    reset_unseen_fields(object, table, seen);
    reset_unseen_others(object, table, seen);
}

OAIWIRE_INLINE void reset_unseen_others(void* object, const object_table& table,
                                        std::uint64_t seen) {
    for (std::uint64_t left = table.optionals & ~seen; left != 0; left &= left - 1) {
        const member_entry& m = table.members[std::countr_zero(left)];
        reset(table.member(object, m), *m.type);
    }
    if ((table.required & ~seen) == 0) return;  // usual: no object with initial values is needed
    const void* const fresh = table.fresh();    // shared by all threads, never changed
    for (std::uint64_t left = table.required & ~seen; left != 0; left &= left - 1) {
        const member_entry& m = table.members[std::countr_zero(left)];
        assign_value(table.member(object, m), table.member(fresh, m), *m.type);
    }
}

// Recursive over the structure of the type; each container is resized and its elements assigned in
// place, so that copying into a used object rarely allocates.
[[gnu::cold]] OAIWIRE_INLINE void assign_value(void* to, const void* from,
                                               const description& type) {
    switch (type.kind) {
        case type_kind::boolean:
        case type_kind::integer:
        case type_kind::real:
        case type_kind::closed_enum:
            std::memcpy(to, from, type.size);
            break;
        case type_kind::text:
            as<std::string>(to) = as<std::string>(from);
            break;
        case type_kind::view:
            break;  // it is written only
        case type_kind::file:
            as<FileContent>(to) = as<FileContent>(from);
            break;
        case type_kind::open_enum:
            assign_enumerator(to, type, enumerator_text(from, type));
            break;
        case type_kind::raw:
            as<raw_json>(to) = as<raw_json>(from);
            break;
        case type_kind::embedding:
            as<EmbeddingVector>(to) = as<EmbeddingVector>(from);
            break;
        case type_kind::field:
        case type_kind::field_apart:
        case type_kind::optional:
            if (const void* const value = value_of(from, type)) {  // else it is absent or null
                assign_value(revive(to, type), value, *type.inner);
            } else {
                reset(to, type);
                if (type.kind != type_kind::optional) {
                    // absent or null
                    state_of(to, type) = static_cast<const std::uint8_t*>(from)[type.state_at];
                }
            }
            break;
        case type_kind::list:
        case type_kind::bytes:
        case type_kind::floats:
        case type_kind::array:
        case type_kind::map: {
            const elements source = elements_of(from, type);
            const elements target = type.list(to, source.count);
            const std::size_t size =  // bytes from one element to the next
                type.kind == type_kind::map ? type.as<pair_type>().size : type.inner->size;
            const std::size_t value =
                type.kind == type_kind::map ? type.as<pair_type>().value() : 0;
            for (std::size_t i = 0; i != source.count; ++i) {
                char* const out = target.first + i * size;
                const char* const in = source.first + i * size;
                // the name
                if (type.kind == type_kind::map) as<std::string>(out) = as<std::string>(in);
                assign_value(out + value, in + value, *type.inner);
            }
            break;
        }
        case type_kind::flags:
            as<std::vector<bool>>(to) = as<std::vector<bool>>(from);
            break;
        case type_kind::std_map: {
            const auto& out = type.as<std_map_type>();
            out.clear(to);
            each_entry(from, type, [&](const std::string& name, const void* value) {
                assign_value(out.at(to, name), value, *type.inner);
                return true;
            });
            break;
        }
        case type_kind::choice: {
            const auto& choice = type.as<choice_type>();
            std::size_t held = 0;
            const void* const value = choice.held(from, held);
            if (value == nullptr) break;  // valueless by exception: `to` is left as it is
            assign_value(choice.select(to, held), value, *choice.alternatives[held].type);
            break;
        }
        case type_kind::object: {
            const object_table& table = type.object();
            for (const member_entry* m = table.first(); m != table.none(); ++m) {
                assign_value(table.member(to, *m), table.member(from, *m), *m->type);
            }
            break;
        }
        case type_kind::extra:
            as<extra_members>(to) = as<extra_members>(from);
            break;
        case type_kind::path:
            as<path_parameter>(to) = as<path_parameter>(from);
            break;
    }
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
