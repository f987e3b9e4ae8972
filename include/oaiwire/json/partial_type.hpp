// What json::partial needs of a type besides its description: its parts, and how values that are
// about to be destroyed are put aside, so that their memory serves the next text.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/reflect/members.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// A stack of values of one type.
struct pool_operations {
    void* (*make)() = nullptr;
    void (*destroy)(void* pool) = nullptr;
    void (*put)(void* pool, void* value) = nullptr;   // moves the value to the top
    void (*take)(void* pool, void* value) = nullptr;  // moves the top, if any, into the value
    void (*clear)(void* pool) = nullptr;
};

struct partial_type;

// A type inside another one.
struct partial_part {
    const partial_type* type = nullptr;
    const pool_operations* pool =
        nullptr;  // null: its values own no memory, or are never destroyed
};

// Constant; made only for types that a program gives to json::partial, and those inside.
struct partial_type {
    const description* type = nullptr;
    // The members of an object or the alternatives of a union; else the one type inside, if any:
    // of a field, optional, list, array or map. The pool of a string_map is one of pairs, that of
    // an optional one of such optionals.
    const partial_part* parts = nullptr;

    const partial_type& inner() const { return *parts[0].type; }
};

inline bool is_wrapper(const partial_type& type) {
    return type.type->kind == type_kind::field || type.type->kind == type_kind::field_apart ||
           type.type->kind == type_kind::optional;
}

// The type of the value in fields and optionals.
inline const partial_type& unwrapped(const partial_type& type) {
    const partial_type* t = &type;
    while (is_wrapper(*t)) t = &t->inner();
    return *t;
}

template <class V>
inline constexpr pool_operations pool_of{
    []() -> void* { return new std::vector<V>(); },
    [](void* pool) { delete static_cast<std::vector<V>*>(pool); },
    [](void* pool, void* value) {
        static_cast<std::vector<V>*>(pool)->push_back(std::move(*static_cast<V*>(value)));
    },
    [](void* pool, void* value) {
        auto& from = *static_cast<std::vector<V>*>(pool);
        if (from.empty()) return;
        *static_cast<V*>(value) = std::move(from.back());
        from.pop_back();
    },
    [](void* pool) { static_cast<std::vector<V>*>(pool)->clear(); }};

template <class V>
constexpr const pool_operations* pool_for() {
    if constexpr (std::is_trivially_copyable_v<V> || !std::is_move_assignable_v<V>) {
        return nullptr;
    } else {
        return &pool_of<V>;
    }
}

template <class T>
struct partial_type_of {
    static const partial_type value;
};

template <class T>
struct alternatives_of;
template <class... A>
struct alternatives_of<std::variant<A...>> {
    static constexpr std::array value{partial_part{&partial_type_of<A>::value, pool_for<A>()}...};
};

// No array is empty: an object has one part more than members.
template <class T>
constexpr auto partial_parts() {
    if constexpr (is_field<T>) {
        return std::array{partial_part{&partial_type_of<typename T::value_type>::value}};
    } else if constexpr (is_optional<T>) {
        return std::array{partial_part{&partial_type_of<optional_value<T>>::value, pool_for<T>()}};
    } else if constexpr (is_variant<T>) {
        return alternatives_of<T>::value;
    } else if constexpr (is_string_map<T>) {
        using pair = typename T::value_type;
        return std::array{
            partial_part{&partial_type_of<typename pair::second_type>::value, pool_for<pair>()}};
    } else if constexpr (is_std_map<T>) {
        return std::array{partial_part{&partial_type_of<typename T::mapped_type>::value}};
    } else if constexpr (is_vector<T>) {
        using E = typename T::value_type;
        return std::array{partial_part{&partial_type_of<E>::value, pool_for<E>()}};
    } else if constexpr (is_array<T>) {
        return std::array{partial_part{&partial_type_of<typename T::value_type>::value}};
    } else if constexpr (kind_of<T>() == type_kind::object) {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return std::array<partial_part, sizeof...(I) + 1>{
                partial_part{&partial_type_of<reflect::member_type<T, I>>::value}...,
                partial_part{}};
        }
        (std::make_index_sequence<reflect::member_count<T>>{});
    } else {
        return std::array<partial_part, 1>{};
    }
}
template <class T>
inline constexpr auto partial_parts_of = partial_parts<T>();

template <class T>
constinit const partial_type partial_type_of<T>::value{&describe<T>::value,
                                                       partial_parts_of<T>.data()};

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
