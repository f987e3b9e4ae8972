// Keywords of JSON Schema beside a struct: descriptions of its members, and bounds of their values.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include <oaiwire/core/version.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/reflect/names.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

// What a schema says about a value beyond its type; the names are those of JSON Schema. Views of
// static text, in UTF-8. In a list, `description`, `title` and the counts are those of the list,
// the others those of its elements. A double holds integers up to 2^53 exactly.
struct keywords {
    std::string_view description{};             // for the model
    std::string_view title{};                   // for people
    std::string_view pattern{};                 // strings: a regular expression, ECMA-262
    std::string_view format{};                  // strings: "date", "email" and so on
    std::optional<double> minimum{};            // numbers, inclusive
    std::optional<double> maximum{};            // numbers, inclusive
    std::optional<double> exclusive_minimum{};  // numbers
    std::optional<double> exclusive_maximum{};  // numbers
    std::optional<double> multiple_of{};        // numbers; positive
    std::optional<std::size_t> min_items{};     // lists
    std::optional<std::size_t> max_items{};     // lists
    std::optional<std::size_t> min_length{};    // strings, in characters; loose_schema() only
    std::optional<std::size_t> max_length{};    // strings, in characters; loose_schema() only
};

// The keywords of one member of the struct T; made by member().
template <class T, class M>
struct member_keywords {
    M T::*member;    // which one
    keywords words;  // what its schema says
};

// Keywords of a member. A struct has a constant tuple of these, and of `keywords` for itself:
//
//     static constexpr std::tuple schema_keywords{
//         oaiwire::json::keywords{"What the weather is asked for"},
//         oaiwire::json::member(&WeatherQuery::days, {.minimum = 1, .maximum = 14}),
//     };
//
// For a struct of others, a function in its namespace returns the tuple:
// `constexpr auto schema_keywords(const WeatherQuery*)`. What does not fit is a compile error:
// a keyword for a member of another type, a member that is named twice or is of another struct.
template <class T, class M>
constexpr member_keywords<T, M> member(M T::*member, const keywords& words) {
    return {member, words};
}

namespace detail {

// The keywords of a struct by the indices of its members. Static data.
struct keyword_table {
    const keywords* own = nullptr;             // of the object itself, or null
    const keywords* const* members = nullptr;  // one for each member, or null

    // The keywords of a member, or null.
    constexpr const keywords* of(std::size_t index) const { return members[index]; }
};

template <class T>
concept has_keywords = requires {
    *&T::schema_keywords;  // a static member
};
template <class T>
concept has_keywords_beside = requires {
    schema_keywords(static_cast<const T*>(nullptr));
};

template <class T>
inline constexpr auto keywords_beside = schema_keywords(static_cast<const T*>(nullptr));

// The tuple of T.
template <class T>
constexpr const auto& keywords_of() {
    if constexpr (has_keywords<T>) {
        return T::schema_keywords;
    } else {
        return keywords_beside<T>;
    }
}

template <class T>
inline constexpr bool is_tuple = false;
template <class... E>
inline constexpr bool is_tuple<std::tuple<E...>> = true;

template <class T>
inline constexpr bool is_member_keywords = false;
template <class T, class M>
inline constexpr bool is_member_keywords<member_keywords<T, M>> = true;

// What a keyword can apply to: the type of a value without what makes it nullable or a list.
enum class word_target : std::uint8_t { text, number, other };

template <class M>
constexpr word_target target_of() {
    if constexpr (is_optional<M>) {
        return target_of<optional_value<M>>();
    } else if constexpr (is_string_map<M> || is_std_map<M>) {
        return target_of<typename M::value_type::second_type>();
    } else if constexpr (is_field<M> || is_vector<M> || is_array<M>) {
        return target_of<typename M::value_type>();
    } else if constexpr (std::is_arithmetic_v<M>) {
        return std::is_same_v<M, bool> ? word_target::other : word_target::number;
    } else {
        return std::is_convertible_v<const M&, std::string_view> ? word_target::text
                                                                 : word_target::other;
    }
}

// Whether the number of elements of M can vary.
template <class M>
constexpr bool has_item_count() {
    if constexpr (is_field<M>) {
        return has_item_count<typename M::value_type>();
    } else if constexpr (is_optional<M>) {
        return has_item_count<optional_value<M>>();
    } else {
        return is_vector<M> && !is_string_map<M>;
    }
}

// Why keywords cannot be those of a member.
enum class keyword_fault : std::uint8_t {
    none,
    not_text,    // a keyword of strings
    not_number,  // a keyword of numbers
    not_list,    // a keyword of lists
    empty,       // bounds that nothing satisfies
    not_finite,
    multiple,  // not positive
    twice,     // the member has keywords already
    other_struct,
};

constexpr keyword_fault fault_of(const keywords& w, word_target target, bool item_count) {
    const bool text = !w.pattern.empty() || !w.format.empty() || w.min_length || w.max_length;
    const bool number =
        w.minimum || w.maximum || w.exclusive_minimum || w.exclusive_maximum || w.multiple_of;
    if (text && target != word_target::text) return keyword_fault::not_text;
    if (number && target != word_target::number) return keyword_fault::not_number;
    if ((w.min_items || w.max_items) && !item_count) return keyword_fault::not_list;
    if (w.multiple_of && !(*w.multiple_of > 0)) return keyword_fault::multiple;
    const auto infinite = [](const std::optional<double>& bound) {
        constexpr double most = std::numeric_limits<double>::max();
        return bound && !(*bound >= -most && *bound <= most);  // NaN as well
    };
    if (infinite(w.minimum) || infinite(w.maximum) || infinite(w.exclusive_minimum) ||
        infinite(w.exclusive_maximum) || infinite(w.multiple_of)) {
        return keyword_fault::not_finite;
    }
    const auto above = [](const auto& low, const auto& high) {
        return low && high && *low > *high;
    };
    const auto not_below = [](const auto& low, const auto& high) {
        return low && high && *low >= *high;
    };
    if (above(w.minimum, w.maximum) || not_below(w.minimum, w.exclusive_maximum) ||
        not_below(w.exclusive_minimum, w.maximum) ||
        not_below(w.exclusive_minimum, w.exclusive_maximum) || above(w.min_items, w.max_items) ||
        above(w.min_length, w.max_length)) {
        return keyword_fault::empty;
    }
    return keyword_fault::none;
}

// Instantiated only where something is wrong. The compiler prints the name of the member with it.
template <auto Member, keyword_fault F>
constexpr void refuse_keywords() {
    static_assert(F != keyword_fault::not_text,
                  "oaiwire: pattern, format, min_length and max_length are keywords of strings and "
                  "of lists of strings; this member is neither");
    static_assert(F != keyword_fault::not_number,
                  "oaiwire: minimum, maximum, exclusive_minimum, exclusive_maximum and multiple_of "
                  "are keywords of numbers and of lists of numbers; this member is neither");
    static_assert(F != keyword_fault::not_list,
                  "oaiwire: min_items and max_items are keywords of std::vector; this member is "
                  "not one");
    static_assert(F != keyword_fault::empty,
                  "oaiwire: no value is within the bounds that the keywords give this member");
    static_assert(F != keyword_fault::not_finite, "oaiwire: a bound must be a finite number");
    static_assert(F != keyword_fault::multiple, "oaiwire: multiple_of must be greater than 0");
    static_assert(F != keyword_fault::twice,
                  "oaiwire: schema_keywords has keywords of this member twice");
    static_assert(F != keyword_fault::other_struct,
                  "oaiwire: schema_keywords has keywords of a member of another struct");
}

// The keyword_table of T, made from its tuple.
template <class T>
struct keyword_table_of {
    using tuple = std::remove_cvref_t<decltype(keywords_of<T>())>;
    static_assert(is_tuple<tuple>,
                  "oaiwire: schema_keywords must be a std::tuple of json::keywords and "
                  "json::member(...)");
    static constexpr std::size_t entries = std::tuple_size_v<tuple>;
    static constexpr std::size_t not_a_member = reflect::max_members + 1;

    // The index of the member that entry J is about.
    template <std::size_t J>
    static constexpr std::size_t index_of() {
        using entry = std::tuple_element_t<J, tuple>;
        if constexpr (is_member_keywords<entry>) {
            constexpr auto pointer = std::get<J>(keywords_of<T>()).member;
            if constexpr (requires { std::declval<const T&>().*pointer; }) {
                return reflect::member_index(pointer);
            }
        }
        return not_a_member;
    }
    template <std::size_t J>
    static constexpr bool is_second() {
        return []<std::size_t... K>(std::index_sequence<K...>) {
            return ((index_of<K>() == index_of<J>()) || ...);
        }
        (std::make_index_sequence<J>{});
    }

    template <std::size_t J, std::size_t Members>
    static constexpr void place(keyword_table& table, std::array<const keywords*, Members>& out) {
        using entry = std::tuple_element_t<J, tuple>;
        constexpr const auto& words = std::get<J>(keywords_of<T>());
        if constexpr (std::is_same_v<entry, keywords>) {
            static_assert(fault_of(words, word_target::other, false) == keyword_fault::none,
                          "oaiwire: a struct itself has no keywords but description and title");
            table.own = &words;
        } else if constexpr (!is_member_keywords<entry>) {
            static_assert(is_member_keywords<entry>,
                          "oaiwire: schema_keywords must be a std::tuple of json::keywords and "
                          "json::member(...)");
        } else if constexpr (index_of<J>() == not_a_member) {
            refuse_keywords<words.member, keyword_fault::other_struct>();
        } else {
            using M = reflect::member_type<T, index_of<J>()>;
            constexpr keyword_fault fault =
                is_second<J>() ? keyword_fault::twice
                               : fault_of(words.words, target_of<M>(), has_item_count<M>());
            if constexpr (fault != keyword_fault::none) {
                refuse_keywords<words.member, fault>();
            }
            out[index_of<J>()] = &words.words;
        }
    }

    struct made {
        keyword_table table{};
        std::array<const keywords*, reflect::member_count<T> + 1> members{};
    };
    static constexpr made parts = [] {
        made out;
        [&]<std::size_t... J>(std::index_sequence<J...>) {
            (place<J>(out.table, out.members), ...);
        }
        (std::make_index_sequence<entries>{});
        return out;
    }();
    static constexpr keyword_table value{parts.table.own, parts.members.data()};
};

// The keywords of the struct T, or null if it has none.
template <class T>
constexpr const keyword_table* keywords_table() {
    if constexpr (has_keywords<T> || has_keywords_beside<T>) {
        return &keyword_table_of<T>::value;
    } else {
        return nullptr;
    }
}

}  // namespace detail

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
