// What kind of JSON value a C++ type takes, at compile time.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
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
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/rare_text.hpp>
#include <oaiwire/types/token_bytes.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

template <class T>
inline constexpr bool is_field = false;
template <class T>
inline constexpr bool is_field<field<T>> = true;  // also those kept on the heap

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;  // null and absent are the same
template <class T>
inline constexpr bool is_optional<std::unique_ptr<T>> = !std::is_array_v<T>;  // here as well

// The type of the value that an optional holds.
template <class T>
using optional_value = std::remove_reference_t<decltype(*std::declval<T&>())>;

template <class T>
inline constexpr bool is_open_enum = false;
template <class E>
inline constexpr bool is_open_enum<open_enum<E>> = true;  // keeps unknown values as text

template <class T>
inline constexpr bool is_variant = false;
template <class... A>
inline constexpr bool is_variant<std::variant<A...>> = true;  // one of several types

template <class T>
inline constexpr bool is_vector = false;
// a JSON array, unless it is a string_map
template <class E, class A>
inline constexpr bool is_vector<std::vector<E, A>> = true;

template <>
inline constexpr bool is_vector<token_bytes> = true;

template <class T>
inline constexpr bool is_array = false;
template <class E, std::size_t N>
inline constexpr bool is_array<std::array<E, N>> = true;  // a JSON array of N elements

template <class T>
inline constexpr bool is_string_map = false;
// pairs in the order of the JSON text
template <class V, class A>
inline constexpr bool is_string_map<std::vector<std::pair<std::string, V>, A>> = true;

template <class T>
inline constexpr bool is_std_map = false;
template <class V, class C, class A>
inline constexpr bool is_std_map<std::map<std::string, V, C, A>> = true;  // sorted

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
// "" if no alternative has a tag.
template <class T>
constexpr std::string_view tag_member() {
    std::string_view member;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto look = [&]<class A>(std::in_place_type_t<A>) {
            if constexpr (tagged<A>) {
                member = A::tag.member;  // one value selects A
            } else if constexpr (tagged_by_member<A>) {
                member = A::tag_member;  // several values do
            }
        };
        (look(std::in_place_type<std::variant_alternative_t<I, T>>), ...);
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
    return member;
}

// The kind selects the code that reads, writes, copies and compares a T (json/description.hpp).
// The first condition that holds decides, so special types come before the general ones: bool
// before integers, string maps and vectors of bytes, floats and flags before other vectors.
template <class T>
constexpr type_kind kind_of() {
    if constexpr (is_field<T>) {
        using layout = oaiwire::detail::field_layout<typename T::value_type>;
        return layout::apart ? type_kind::field_apart : type_kind::field;  // by the value's type
    } else if constexpr (is_optional<T>) {
        return type_kind::optional;
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, rare_text>) {
        return type_kind::text;
    } else if constexpr (std::is_same_v<T, bool>) {
        return type_kind::boolean;
    } else if constexpr (std::is_integral_v<T>) {
        return type_kind::integer;
    } else if constexpr (std::is_floating_point_v<T>) {
        return type_kind::real;
    } else if constexpr (is_open_enum<T>) {
        return type_kind::open_enum;
    } else if constexpr (std::is_enum_v<T>) {
        static_assert(reflect::named_enum<T>,
                      "oaiwire: an enum needs the function `enumerator_names(E)` beside it, which "
                      "returns a std::array<std::string_view, N> with the texts of enumerators 1 "
                      "to N; enumerator 0 is `unknown`");
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
        // bytes and floats have code of their own since they are long; flags since vector<bool> is
        // packed
    } else if constexpr (std::is_same_v<T, std::vector<std::uint8_t>> ||
                         std::is_same_v<T, token_bytes>) {
        return type_kind::bytes;
    } else if constexpr (std::is_same_v<T, std::vector<float>>) {
        return type_kind::floats;
    } else if constexpr (std::is_same_v<T, std::vector<bool>>) {
        return type_kind::flags;
    } else if constexpr (is_vector<T>) {
        return type_kind::list;
    } else if constexpr (is_array<T>) {
        return type_kind::array;
        // string literals, string views and the like: they can be written, never read
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return type_kind::view;
    } else {
        // anything else must be a struct, whose members are reflected
        static_assert(reflect::aggregate<T>, "oaiwire: no JSON form is known for this type");
        return type_kind::object;
    }
}

// The first bytes of the values that T takes, as bits (first_bytes).
// This is what a union uses to select its alternative, and a list to decide whether a lone value
// is one of its elements. A type that takes null says so only if null is a value of its own:
// fields, optionals, raw JSON and embeddings. Evaluated at compile time.
template <class T>
constexpr std::uint8_t takes_of() {
    if constexpr (is_field<T>) {
        return first_bytes::nil | takes_of<typename T::value_type>();
    } else if constexpr (is_optional<T>) {
        return first_bytes::nil | takes_of<optional_value<T>>();
    } else if constexpr (is_variant<T>) {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            // any of them
            return static_cast<std::uint8_t>((takes_of<std::variant_alternative_t<I, T>>() | ...));
        }
        (std::make_index_sequence<std::variant_size_v<T>>{});
    } else {
        switch (kind_of<T>()) {
            // any value, null included
            case type_kind::raw:
            case type_kind::embedding:
                return first_bytes::all;
            case type_kind::boolean:
                return first_bytes::letter;  // null aside
            case type_kind::integer:
            case type_kind::real:
                return first_bytes::digit;
            case type_kind::text:
            case type_kind::view:
            case type_kind::file:
            case type_kind::open_enum:
            // enumerations are written by the names of their enumerators
            case type_kind::closed_enum:
                return first_bytes::quote;
            case type_kind::list:
            case type_kind::bytes:
            case type_kind::floats:
            case type_kind::flags:
            case type_kind::array:
                return first_bytes::bracket;
            default:  // objects, maps; extra members and path parameters are never asked
                return first_bytes::brace;
        }
    }
}

// How a member of that type is read.
template <class M>
constexpr member_way way_of() {
    if constexpr (is_field<M>) {
        using V = typename M::value_type;
        constexpr type_kind kind = kind_of<V>();
        if (kind == type_kind::object) return object_member;
        if constexpr (!oaiwire::detail::field_layout<V>::apart) {
            if (kind == type_kind::text) return text_member;
            if constexpr (kind == type_kind::choice) {
                using first = std::variant_alternative_t<0, V>;
                if (std::is_same_v<first, std::string>) return text_member;
            }
            const bool count = kind == type_kind::integer && sizeof(V) == sizeof(std::int64_t);
            if (count) return count_member;
        }
    }
    return any_member;
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
