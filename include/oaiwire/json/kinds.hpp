// What kind of JSON value a C++ type takes, at compile time.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/description.hpp>
#include <oaiwire/json/keys.hpp>
#include <oaiwire/reflect/enums.hpp>
#include <oaiwire/reflect/members.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/embedding_vector.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

template <class T>
inline constexpr bool is_field = false;
template <class T>
inline constexpr bool is_field<field<T>> = true;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_open_enum = false;
template <class E>
inline constexpr bool is_open_enum<open_enum<E>> = true;

template <class T>
inline constexpr bool is_variant = false;
template <class... A>
inline constexpr bool is_variant<std::variant<A...>> = true;

template <class T>
inline constexpr bool is_vector = false;
template <class E, class A>
inline constexpr bool is_vector<std::vector<E, A>> = true;

template <class T>
inline constexpr bool is_string_map = false;
template <class V, class A>
inline constexpr bool is_string_map<std::vector<std::pair<std::string, V>, A>> = true;

template <class T>
inline constexpr bool is_std_map = false;
template <class V, class C, class A>
inline constexpr bool is_std_map<std::map<std::string, V, C, A>> = true;

// Members that are read and written by name.
template <class T>
inline constexpr bool is_json =
    !std::is_same_v<T, extra_members> && !std::is_same_v<T, path_parameter>;

// Members that are always written: not fields, optionals, extra members or path parameters.
template <class T>
inline constexpr bool always_there = !is_field<T> && !is_optional<T> && is_json<T>;

template <class T>
inline constexpr bool has_tagged = false;
template <class... A>
inline constexpr bool has_tagged<std::variant<A...>> = ((tagged<A> || tagged_by_member<A>) || ...);

// The name of the member that tells a variant's alternatives apart; the same for all of them.
template <class T>
constexpr std::string_view tag_member() {
    std::string_view member;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto look = [&]<class A>(std::in_place_type_t<A>) {
            if constexpr (tagged<A>) {
                member = A::tag.member;
            } else if constexpr (tagged_by_member<A>) {
                member = A::tag_member;
            }
        };
        (look(std::in_place_type<std::variant_alternative_t<I, T>>), ...);
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
    return member;
}

template <class T>
constexpr type_kind kind_of() {
    if constexpr (is_field<T>) {
        using layout = oaiwire::detail::field_layout<typename T::value_type>;
        return layout::apart ? type_kind::field_apart : type_kind::field;
    } else if constexpr (is_optional<T>) {
        return type_kind::optional;
    } else if constexpr (std::is_same_v<T, std::string>) {
        return type_kind::text;
    } else if constexpr (std::is_same_v<T, bool>) {
        return type_kind::boolean;
    } else if constexpr (std::is_integral_v<T>) {
        return type_kind::integer;
    } else if constexpr (std::is_floating_point_v<T>) {
        return type_kind::real;
    } else if constexpr (is_open_enum<T>) {
        return type_kind::open_enum;
    } else if constexpr (reflect::named_enum<T>) {
        return type_kind::closed_enum;
    } else if constexpr (std::is_same_v<T, raw_json>) {
        return type_kind::raw;
    } else if constexpr (std::is_same_v<T, FileContent>) {
        return type_kind::file;
    } else if constexpr (std::is_same_v<T, EmbeddingVector>) {
        return type_kind::embedding;
    } else if constexpr (std::is_same_v<T, extra_members>) {
        return type_kind::extra;
    } else if constexpr (std::is_same_v<T, path_parameter>) {
        return type_kind::path;
    } else if constexpr (is_variant<T>) {
        return type_kind::choice;
    } else if constexpr (is_string_map<T>) {
        return type_kind::map;
    } else if constexpr (is_std_map<T>) {
        return type_kind::std_map;
    } else if constexpr (std::is_same_v<T, std::vector<std::uint8_t>>) {
        return type_kind::bytes;
    } else if constexpr (std::is_same_v<T, std::vector<float>>) {
        return type_kind::floats;
    } else if constexpr (std::is_same_v<T, std::vector<bool>>) {
        return type_kind::flags;
    } else if constexpr (is_vector<T>) {
        return type_kind::list;
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return type_kind::view;
    } else {
        static_assert(reflect::aggregate<T>, "oaiwire: no JSON form is known for this type");
        return type_kind::object;
    }
}

// The first bytes of the values that T takes, as bits (first_bytes).
template <class T>
constexpr std::uint8_t takes_of() {
    if constexpr (is_field<T> || is_optional<T>) {
        return first_bytes::nil | takes_of<typename T::value_type>();
    } else if constexpr (is_variant<T>) {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return static_cast<std::uint8_t>((takes_of<std::variant_alternative_t<I, T>>() | ...));
        }
        (std::make_index_sequence<std::variant_size_v<T>>{});
    } else {
        switch (kind_of<T>()) {
            case type_kind::raw:
            case type_kind::embedding:
                return first_bytes::all;
            case type_kind::boolean:
                return first_bytes::letter;
            case type_kind::integer:
            case type_kind::real:
                return first_bytes::digit;
            case type_kind::text:
            case type_kind::view:
            case type_kind::file:
            case type_kind::open_enum:
            case type_kind::closed_enum:
                return first_bytes::quote;
            case type_kind::list:
            case type_kind::bytes:
            case type_kind::floats:
            case type_kind::flags:
                return first_bytes::bracket;
            default:
                return first_bytes::brace;
        }
    }
}

}}}  // namespace oaiwire::v0_2::json::detail
