// Compares two values of one type by its description; the result is that of ==, but what a
// std::unique_ptr points to is compared.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/object_table.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Whether the values of that type at `a` and `b` are equal. One function for all types, so that
// comparing large structs compiles nothing per type. Reals compare as numbers: NaN is not equal to
// itself, and -0 equals 0. A null field and an absent one differ. The order of a string_map counts.
bool equal_values(const void* a, const void* b, const description& type);

#if OAIWIRE_DEFINES

// Lists and arrays, and the pairs of a string_map, in order.
OAIWIRE_INLINE bool equal_elements(const void* a, const void* b, const description& type) {
    const elements ours = elements_of(a, type);
    const elements theirs = elements_of(b, type);
    if (ours.count != theirs.count) return false;
    const bool map = type.kind == type_kind::map;
    // bytes from one element to the next
    const std::size_t size = map ? type.as<pair_type>().size : type.inner->size;
    // offset of what is compared by its type
    const std::size_t value = map ? type.as<pair_type>().value() : 0;
    for (std::size_t i = 0; i != ours.count; ++i) {
        const char* const x = ours.first + i * size;
        const char* const y = theirs.first + i * size;
        if (map && as<std::string>(x) != as<std::string>(y)) return false;  // the names
        if (!equal_values(x + value, y + value, *type.inner)) return false;
    }
    return true;
}

// The entries of both maps come in the order of their names.
OAIWIRE_INLINE bool equal_std_maps(const void* a, const void* b, const description& type) {
    // borrowed from the map
    using entries = std::vector<std::pair<const std::string*, const void*>>;
    // descriptions give no iterators of a std::map, so its entries are listed first
    const auto list = [&](const void* map) {
        entries out;
        each_entry(map, type, [&out](const std::string& name, const void* value) {
            out.emplace_back(&name, value);
            return true;
        });
        return out;
    };
    const entries ours = list(a);
    const entries theirs = list(b);
    if (ours.size() != theirs.size()) return false;
    for (std::size_t i = 0; i != ours.size(); ++i) {
        if (*ours[i].first != *theirs[i].first ||
            !equal_values(ours[i].second, theirs[i].second, *type.inner)) {
            return false;
        }
    }
    return true;
}

// By ==, not by bytes: those of -0 and of NaN would compare wrongly.
OAIWIRE_INLINE bool equal_reals(const void* a, const void* b, std::size_t size) {
    if (size == sizeof(float)) return as<float>(a) == as<float>(b);
    if (size == sizeof(double)) return as<double>(a) == as<double>(b);
    return as<long double>(a) == as<long double>(b);
}

OAIWIRE_INLINE bool equal_values(const void* a, const void* b, const description& type) {
    switch (type.kind) {
        case type_kind::boolean:
        case type_kind::integer:
        case type_kind::closed_enum:
            // no padding
            return std::memcmp(a, b, type.size) == 0;
        case type_kind::real:
            return equal_reals(a, b, type.size);
        case type_kind::text:
            return as<std::string>(a) == as<std::string>(b);
        case type_kind::view:
            // by their characters
            return type.as<view_type>().text(a) == type.as<view_type>().text(b);
        case type_kind::file:
            return as<FileContent>(a) == as<FileContent>(b);
        case type_kind::open_enum:
            // a known value by its name, an unknown one by its text
            return enumerator_text(a, type) == enumerator_text(b, type);
        case type_kind::raw:
            return as<raw_json>(a) == as<raw_json>(b);
        case type_kind::embedding:
            return as<EmbeddingVector>(a) == as<EmbeddingVector>(b);
        case type_kind::field:
        case type_kind::field_apart:
        case type_kind::optional: {
            const void* const x = value_of(a, type);  // null: none
            const void* const y = value_of(b, type);
            if (x != nullptr && y != nullptr) return equal_values(x, y, *type.inner);
            if (x != nullptr || y != nullptr) return false;
            // neither has one
            return type.kind == type_kind::optional || is_null(a, type) == is_null(b, type);
        }
        case type_kind::list:
        case type_kind::bytes:
        case type_kind::floats:
        case type_kind::array:
        case type_kind::map:
            return equal_elements(a, b, type);  // a string_map differs if its order does
        case type_kind::flags:
            return as<std::vector<bool>>(a) == as<std::vector<bool>>(b);
        case type_kind::std_map:
            return equal_std_maps(a, b, type);
        case type_kind::choice: {
            const auto& choice = type.as<choice_type>();
            std::size_t ours = 0;
            std::size_t theirs = 0;
            const void* const x = choice.held(a, ours);  // null: valueless by exception
            const void* const y = choice.held(b, theirs);
            // two valueless variants are equal
            if (ours != theirs || x == nullptr || y == nullptr) return x == y && ours == theirs;
            return equal_values(x, y, *choice.alternatives[ours].type);
        }
        case type_kind::object: {
            const object_table& table = type.object();  // all members, `extra` included
            for (const member_entry* m = table.first(); m != table.none(); ++m) {
                if (!equal_values(table.member(a, *m), table.member(b, *m), *m->type)) return false;
            }
            return true;
        }
        case type_kind::extra:
            return as<extra_members>(a) == as<extra_members>(b);
        case type_kind::path:
            return as<path_parameter>(a) == as<path_parameter>(b);
    }
    return false;
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
