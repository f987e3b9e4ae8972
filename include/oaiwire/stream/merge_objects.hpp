// Merges a later state of a wire object into an earlier one: members that the later one has replace
// those of the earlier one, the others stay. Works on descriptions of types (json/description.hpp),
// so that it is compiled once for all types.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/extra_join.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// An object that keeps the members that its type does not know.
template <class T>
concept wire_object = requires(T& object, extra_members& extra) {
    extra = object.extra;
};

// A function that merges values of a type in a way of its own. It takes precedence over the rules
// of merge_value().
struct merge_rule {
    const json::detail::description* type = nullptr;
    void (*merge)(void* to, const void* from, extra_join& join) = nullptr;
};
// `type` is compared by address: each type has one description
using merge_rules = std::span<const merge_rule>;

// Merge objects of a type, members of one, and values that both objects have.
void merge_object(void* to, const void* from, const json::detail::description& type,
                  extra_join& join, merge_rules rules);
void merge_member(void* to, const void* from, const json::detail::description& type,
                  extra_join& join, merge_rules rules);
void merge_value(void* to, const void* from, const json::detail::description& type,
                 extra_join& join, merge_rules rules);
// Merges an object of another type: the fields that have the same name and type.
void merge_named(void* to, const json::detail::object_table& to_table, const void* from,
                 const json::detail::object_table& from_table, extra_join& join);
// Merges the members of JSON objects with the same `type`; replaces other values.
void merge_raw(raw_json& to, const raw_json& from, extra_join& join);

// The same for objects whose types are known. `rules` is borrowed for the call.
template <wire_object T>
void merge_struct(T& to, const T& from, extra_join& join, merge_rules rules = {}) {
    merge_object(&to, &from, json::detail::described<T>(), join, rules);
}
template <class T>
void merge_member(T& to, const T& from, extra_join& join) {
    merge_member(&to, &from, json::detail::described<T>(), join, {});
}
template <wire_object To, wire_object From>
void merge_named(To& to, const From& from, extra_join& join) {
    merge_named(&to, json::detail::described<To>().object(), &from,
                json::detail::described<From>().object(), join);
}

// Merges the unknown members of an object of another type, some of which T may know. They are read
// as a T; if that fails, all become unknown members of `to`. Throws std::bad_alloc.
template <wire_object T>
void merge_rest(T& to, const extra_members& members, extra_join& join) {
    if (members.empty()) return;
    T rest;
    const std::string object = '{' + members.text() + '}';
    if (json::detail::read_or_throw(object, rest, json::tolerant)) {
        merge_struct(to, rest, join);
    } else {
        join.add(to.extra, members);
    }
}

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/equal.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

inline bool is_wire_object(const json::detail::description& type) {
    return type.kind == json::detail::type_kind::object && type.object().has_extra();
}

// Whether a is an empty text or list and b is not. Such a value replaces nothing: some servers send
// "" or [] at the end for what they have streamed.
OAIWIRE_INLINE bool says_less(const void* a, const void* b, const json::detail::description& type) {
    using namespace json::detail;
    if (type.kind == type_kind::text) {
        return as<std::string>(a).empty() && !as<std::string>(b).empty();
    }
    if (type.list == nullptr) return false;
    return elements_of(a, type).count == 0 && elements_of(b, type).count != 0;
}

// Whether no member that both have differs: then b may be a later state of a. Unknown members are
// not compared.
OAIWIRE_INLINE bool agree(const void* a, const void* b, const json::detail::description& type) {
    using namespace json::detail;
    if (type.kind == type_kind::extra) return true;
    if (type.kind == type_kind::field || type.kind == type_kind::field_apart) {
        const void* const ours = value_of(a, type);
        const void* const theirs = value_of(b, type);
        return !ours || !theirs || equal_values(ours, theirs, *type.inner);
    }
    if (!is_wire_object(type)) return equal_values(a, b, type);
    const json::detail::object_table& table = type.object();
    for (const member_entry* m = table.first(); m != table.none(); ++m) {
        if (!agree(table.member(a, *m), table.member(b, *m), *m->type)) return false;
    }
    return true;
}

// Merges lists element by element if each element may be a later state of the one at its position,
// and the later list is not shorter. Otherwise the later list replaces the earlier, unless it is
// empty.
OAIWIRE_INLINE void merge_list(void* to, const void* from, const json::detail::description& type,
                               extra_join& join, merge_rules rules) {
    using namespace json::detail;
    const elements theirs = elements_of(from, type);
    const elements ours = elements_of(to, type);
    const std::size_t size = type.inner->size;
    bool same = ours.count <= theirs.count;
    for (std::size_t i = 0; same && i != ours.count; ++i) {
        same = agree(ours.first + i * size, theirs.first + i * size, *type.inner);
    }
    if (!same) {
        if (theirs.count != 0) assign_value(to, from, type);
        return;
    }
    for (std::size_t i = 0; i != ours.count; ++i) {
        merge_object(ours.first + i * size, theirs.first + i * size, *type.inner, join, rules);
    }
    // resizes the list, which invalidates `ours`
    const elements all = type.list(to, theirs.count);
    for (std::size_t i = ours.count; i != all.count; ++i) {
        assign_value(all.first + i * size, theirs.first + i * size, *type.inner);
    }
}

// The rule for a type; null if there is none.
inline const merge_rule* rule_of(const json::detail::description& type, merge_rules rules) {
    for (const merge_rule& rule : rules) {
        if (rule.type == &type) return &rule;
    }
    return nullptr;
}

OAIWIRE_INLINE void merge_value(void* to, const void* from, const json::detail::description& type,
                                extra_join& join, merge_rules rules) {
    using namespace json::detail;
    if (const merge_rule* const rule = rule_of(type, rules)) return rule->merge(to, from, join);
    if (is_wire_object(type)) return merge_object(to, from, type, join, rules);
    if (type.kind == type_kind::list && is_wire_object(*type.inner)) {
        return merge_list(to, from, type, join, rules);
    }
    if (!says_less(from, to, type)) assign_value(to, from, type);
}

// A member is absent, null or has a value. An absent one changes nothing, null sets an absent one
// only, and a value is merged with the value that is there, or copied.
OAIWIRE_INLINE void merge_member(void* to, const void* from, const json::detail::description& type,
                                 extra_join& join, merge_rules rules) {
    using namespace json::detail;
    if (type.kind == type_kind::extra) {
        return join.add(as<extra_members>(to), as<extra_members>(from));
    }
    if (type.kind != type_kind::field && type.kind != type_kind::field_apart) {
        if (const merge_rule* const rule = rule_of(type, rules)) {
            return rule->merge(to, from, join);
        }
        if (!says_less(from, to, type)) assign_value(to, from, type);
        return;
    }
    const void* const theirs = value_of(from, type);
    if (theirs == nullptr) {
        const bool absent = value_of(to, type) == nullptr && !is_null(to, type);
        if (is_null(from, type) && absent) state_of(to, type) = field_states::nil;  // null
    } else if (value_of(to, type) == nullptr) {
        assign_value(revive(to, type), theirs, *type.inner);
    } else {
        merge_value(revive(to, type), theirs, *type.inner, join, rules);
    }
}

OAIWIRE_INLINE void merge_object(void* to, const void* from, const json::detail::description& type,
                                 extra_join& join, merge_rules rules) {
    const auto& table = type.object();
    for (const auto* m = table.first(); m != table.none(); ++m) {
        merge_member(table.member(to, *m), table.member(from, *m), *m->type, join, rules);
    }
}

OAIWIRE_INLINE void merge_named(void* to, const json::detail::object_table& to_table,
                                const void* from, const json::detail::object_table& from_table,
                                extra_join& join) {
    using namespace json::detail;
    for (const member_entry* m = to_table.first(); m != to_table.none(); ++m) {
        if (m->type->kind != type_kind::field && m->type->kind != type_kind::field_apart) continue;
        // m->quoted() is the name as written before a value: "name":
        const std::string_view name = m->quoted().substr(1, m->size - std::size_t{3});
        const member_entry* const other = from_table.find(name);
        if (other == nullptr || other->type != m->type) continue;
        merge_member(to_table.member(to, *m), from_table.member(from, *other), *m->type, join, {});
    }
}

OAIWIRE_INLINE void merge_raw(raw_json& to, const raw_json& from, extra_join& join) {
    // objects of types that this library does not know
    const auto type_of = [](const raw_json& json) { return json_view(json.text())["type"].text(); };
    if (!to.is_object() || !from.is_object() || type_of(to) != type_of(from)) {
        to = from;
        return;
    }
    const auto members_of = [](const raw_json& object) {
        extra_members out;
        json_view(object.text()).each([&](std::string_view name, json_view value) {
            out.append_trusted(name, value.text());
            return true;
        });
        return out;
    };
    extra_members all = members_of(to);
    join.add(all, members_of(from));
    to.assign_trusted('{' + all.text() + '}');
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
