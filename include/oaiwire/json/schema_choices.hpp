// Whether the alternatives of a variant can be told apart: reading selects one of them before it
// reads the value (json/unions.hpp), while a schema takes what any of them takes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <oaiwire/json/description.hpp>
#include <oaiwire/json/kinds.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Whether reading takes some values of an alternative B for an A, which stands before B, and fails
// on them.
template <class A, class B>
constexpr bool hides();

// The values of the tag that select T; none if T has no tag.
template <class T>
constexpr bool has_tag_value(std::string_view value) {
    if constexpr (tagged<T>) {
        return T::tag.value == value;
    } else if constexpr (tagged_by_member<T>) {
        for (const std::string_view own : T::tag_values) {
            if (own == value) return true;
        }
    }
    return false;
}

template <class A, class B>
constexpr bool share_a_tag() {
    if constexpr (tagged<B>) {
        return has_tag_value<A>(B::tag.value);
    } else if constexpr (tagged_by_member<B>) {
        for (const std::string_view value : B::tag_values) {
            if (has_tag_value<A>(value)) return true;
        }
    }
    return false;
}

constexpr bool is_list_kind(type_kind kind) {
    return kind == type_kind::list || kind == type_kind::bytes || kind == type_kind::floats ||
           kind == type_kind::flags || kind == type_kind::array;
}

// Whether A takes every value of B of the kinds that both take.
template <class A, class B>
constexpr bool takes_all() {
    constexpr type_kind kind = kind_of<A>();
    return std::is_same_v<A, B> || kind == type_kind::raw || kind == type_kind::text ||
           kind == type_kind::real || kind == type_kind::boolean || kind == type_kind::open_enum;
}

// Of lists, the first element selects, and an empty one is of the first list.
template <class A, class B>
constexpr bool hides_list() {
    using E = typename A::value_type;
    using F = typename B::value_type;
    if constexpr (is_array<A>) {
        return !std::is_same_v<A, B> && (!is_array<B> || (takes_of<E>() & takes_of<F>()) != 0);
    } else {
        return (takes_of<E>() & takes_of<F>()) != 0 && !takes_all<E, F>();
    }
}

template <class A, std::size_t... I>
constexpr bool hides_any(std::index_sequence<I...>, auto&& one) {
    return (one.template operator()<std::variant_alternative_t<I, A>>() || ...);
}

template <class A, class B>
constexpr bool hides() {
    if constexpr (is_field<A>) {
        return hides<typename A::value_type, B>();
    } else if constexpr (is_optional<A>) {
        return hides<optional_value<A>, B>();
    } else if constexpr (is_field<B>) {
        return hides<A, typename B::value_type>();
    } else if constexpr (is_optional<B>) {
        return hides<A, optional_value<B>>();
    } else if constexpr (is_variant<A>) {
        return hides_any<A>(std::make_index_sequence<std::variant_size_v<A>>{},
                            []<class X>() { return hides<X, B>(); });
    } else if constexpr (is_variant<B>) {
        return hides_any<B>(std::make_index_sequence<std::variant_size_v<B>>{},
                            []<class X>() { return hides<A, X>(); });
    } else {
        constexpr type_kind a = kind_of<A>();
        constexpr type_kind b = kind_of<B>();
        if constexpr (b == type_kind::raw || takes_all<A, B>() ||
                      (takes_of<A>() & takes_of<B>()) == 0) {
            return false;  // raw JSON takes what is left
        } else if constexpr (a == type_kind::integer) {
            // a number with a fraction is left to the real; a schema does not bound 64 bits
            constexpr bool holds = sizeof(A) == 8 && std::is_signed_v<A>;
            return !holds && !(b == type_kind::integer && sizeof(A) > sizeof(B) &&
                               (std::is_signed_v<A> || std::is_unsigned_v<B>));
        } else if constexpr (is_list_kind(a) && is_list_kind(b)) {
            return hides_list<A, B>();
        } else if constexpr (tagged<A> || tagged_by_member<A>) {
            return share_a_tag<A, B>();
        } else {
            return true;
        }
    }
}

// Whether no alternative of a variant hides one that follows it.
template <class Choice>
constexpr bool can_be_told_apart() {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        const auto follow = []<std::size_t A, std::size_t... J>(
            std::integral_constant<std::size_t, A>, std::index_sequence<J...>) {
            return ((J > A && hides<std::variant_alternative_t<A, Choice>,
                                    std::variant_alternative_t<J, Choice>>()) ||
                    ...);
        };
        return !(follow(std::integral_constant<std::size_t, I>{}, std::index_sequence<I...>{}) ||
                 ...);
    }
    (std::make_index_sequence<std::variant_size_v<Choice>>{});
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
