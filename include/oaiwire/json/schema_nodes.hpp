// The structs of a type, with their names and keywords, as a schema writer walks them; and the
// compile errors for what a schema cannot express.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/keywords.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/json/schema_choices.hpp>
#include <oaiwire/json/schema_name.hpp>
#include <oaiwire/reflect/enums.hpp>
#include <oaiwire/reflect/names.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The subset that OpenAI's structured outputs accept, or JSON Schema in general.
enum class schema_form : std::uint8_t { strict, loose };

// A struct or a variant of a type. Static; nodes of recursive types refer to each other. The node
// of a member is the one of the struct or variant within it: of the elements of a list, of the
// value of an optional.
struct schema_node {
    const description* type = nullptr;
    std::string_view name{};                 // structs: for `$defs`
    const keyword_table* words = nullptr;    // structs: or null
    const std::string_view* tags = nullptr;  // structs: the values of their tag, or null
    std::size_t tag_count = 0;
    const schema_node* const* inner = nullptr;  // of each member or alternative, or null
};

// Limits of OpenAI that concern one type (json/schema_limits.hpp has the others).
struct strict_bounds {
    static constexpr std::size_t nesting = 10;
    static constexpr std::size_t enum_values = 1000;
    static constexpr std::size_t long_enum = 250;  // values from which on the next bound counts
    static constexpr std::size_t long_enum_text = 15000;
};

// The formats of strings that OpenAI's structured outputs accept, from the same section.
inline constexpr std::array<std::string_view, 9> strict_formats{
    "date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"};

// Whether M is a struct whose members are reflected; no error if it has no JSON form.
template <class M>
constexpr bool is_struct() {
    if constexpr (reflect::aggregate<M>) {
        return kind_of<M>() == type_kind::object;
    } else {
        return false;
    }
}

// Why a schema cannot have a member.
enum class schema_fault : std::uint8_t {
    none,
    unknown,  // no JSON form
    map,
    raw,
    file,
    embedding,
    empty_enum,
    large_enum,
    alternatives,  // of a variant, which cannot be told apart
    length,        // keywords that only the loose form has
    format,
};

template <class M, schema_form F>
constexpr schema_fault fault_in() {
    constexpr bool strict = F == schema_form::strict;
    if constexpr (is_optional<M>) {
        return fault_in<optional_value<M>, F>();
    } else if constexpr (is_string_map<M> || is_std_map<M>) {
        return strict ? schema_fault::map : fault_in<typename M::value_type::second_type, F>();
    } else if constexpr (is_field<M> || is_vector<M> || is_array<M>) {
        return fault_in<typename M::value_type, F>();
    } else if constexpr (is_variant<M>) {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            constexpr schema_fault of_one = [] {
                schema_fault out = schema_fault::none;
                for (const schema_fault f : {fault_in<std::variant_alternative_t<I, M>, F>()...}) {
                    if (out == schema_fault::none) out = f;
                }
                return out;
            }();
            if constexpr (of_one == schema_fault::none) {
                if (!can_be_told_apart<M>()) return schema_fault::alternatives;
            }
            return of_one;
        }
        (std::make_index_sequence<std::variant_size_v<M>>{});
    } else if constexpr (std::is_same_v<M, raw_json>) {
        return strict ? schema_fault::raw : schema_fault::none;
    } else if constexpr (std::is_same_v<M, FileContent>) {
        return schema_fault::file;
    } else if constexpr (std::is_same_v<M, EmbeddingVector>) {
        return schema_fault::embedding;
    } else if constexpr (reflect::named_enum<M>) {
        std::size_t text = 0;
        for (const std::string_view name : enumerators<M>) text += name.size();
        const std::size_t count = enumerators<M>.size();
        if (count == 0) return schema_fault::empty_enum;
        const bool large =
            count > strict_bounds::enum_values ||
            (count > strict_bounds::long_enum && text > strict_bounds::long_enum_text);
        return strict && large ? schema_fault::large_enum : schema_fault::none;
    } else if constexpr (is_open_enum<M>) {
        return fault_in<typename M::enum_type, F>();
    } else {
        constexpr bool known = std::is_arithmetic_v<M> || !is_json<M> || reflect::aggregate<M> ||
                               std::is_convertible_v<const M&, std::string_view>;
        return known ? schema_fault::none : schema_fault::unknown;
    }
}

constexpr schema_fault fault_in_words(const keywords* w) {
    if (w == nullptr) return schema_fault::none;
    if (w->min_length || w->max_length) return schema_fault::length;
    const bool listed =
        std::find(strict_formats.begin(), strict_formats.end(), w->format) != strict_formats.end();
    return w->format.empty() || listed ? schema_fault::none : schema_fault::format;
}

// Instantiated only where something is wrong. The compiler prints the name of the member with it.
template <auto Member, schema_fault F>
constexpr void refuse_member() {
    static_assert(F != schema_fault::unknown,
                  "oaiwire: no JSON form is known for the type of this member");
    static_assert(
        F != schema_fault::map,
        "oaiwire: OpenAI's strict schemas have no maps; use a list of structs with a name "
        "and a value, or loose_schema()");
    static_assert(F != schema_fault::raw,
                  "oaiwire: OpenAI's strict schemas have no member that takes any value "
                  "(raw_json); give it a type, or use loose_schema()");
    static_assert(F != schema_fault::file, "oaiwire: a schema has no form for FileContent");
    static_assert(F != schema_fault::embedding,
                  "oaiwire: a schema has no form for EmbeddingVector");
    static_assert(F != schema_fault::empty_enum,
                  "oaiwire: a schema has no form for an enumeration without names");
    static_assert(F != schema_fault::alternatives,
                  "oaiwire: reading would take some values of one alternative of this variant for "
                  "another, which stands before it; give both a tag (wire_tag), or put the more "
                  "general one first");
    static_assert(F != schema_fault::large_enum,
                  "oaiwire: OpenAI's strict schemas have at most 1,000 values in an enumeration, "
                  "and at most 15,000 characters in one of more than 250 values");
    static_assert(F != schema_fault::length,
                  "oaiwire: OpenAI's strict schemas have no min_length and max_length; use a "
                  "pattern, or loose_schema()");
    static_assert(F != schema_fault::format,
                  "oaiwire: the formats of OpenAI's strict schemas are date-time, time, date, "
                  "duration, email, hostname, ipv4, ipv6 and uuid");
}

// How deeply objects nest in M, apart from those behind lists and pointers; such nesting is finite.
template <class M>
constexpr std::size_t nesting_of();

template <class T>
inline constexpr std::size_t struct_nesting = []<std::size_t... I>(std::index_sequence<I...>) {
    return 1 + std::max({std::size_t{0}, nesting_of<reflect::member_type<T, I>>()...});
}
(std::make_index_sequence<reflect::member_count<T>>{});

template <class M>
constexpr std::size_t nesting_of() {
    if constexpr (is_field<M> || is_array<M>) {
        return nesting_of<typename M::value_type>();
    } else if constexpr (is_optional<M>) {
        using V = optional_value<M>;
        if constexpr (std::is_same_v<M, std::optional<V>>) return nesting_of<V>();
        return 0;
    } else if constexpr (is_variant<M>) {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return std::max({nesting_of<std::variant_alternative_t<I, M>>()...});
        }
        (std::make_index_sequence<std::variant_size_v<M>>{});
    } else if constexpr (is_struct<M>()) {
        return struct_nesting<M>;
    } else {
        return 0;
    }
}

// What stands for types that have neither a struct nor a variant within them.
struct no_node {};

// The struct or variant within M, in std::type_identity.
template <class M>
constexpr auto node_type() {
    if constexpr (is_optional<M>) {
        return node_type<optional_value<M>>();
    } else if constexpr (is_string_map<M> || is_std_map<M>) {
        return node_type<typename M::value_type::second_type>();
    } else if constexpr (is_field<M> || is_vector<M> || is_array<M>) {
        return node_type<typename M::value_type>();
    } else if constexpr (is_variant<M>) {
        return std::type_identity<M>{};
    } else {
        return std::conditional_t<is_struct<M>(), std::type_identity<M>,
                                  std::type_identity<no_node>>{};
    }
}
template <class M>
using node_type_of = typename decltype(node_type<M>())::type;

// The address of a static member is constant before the member is defined, as in json/describe.hpp.
template <class T, schema_form F>
struct schema_nodes {
    static const schema_node value;
};
template <schema_form F>
struct schema_nodes<no_node, F> {
    static constexpr schema_node value{};
};

constexpr const schema_node* or_null(const schema_node& node, bool none) {
    return none ? nullptr : &node;
}

// The nodes within the members of a struct, or the alternatives of a variant.
template <class T, schema_form F>
struct inner_nodes {
    template <std::size_t... I>
    static constexpr auto of(std::index_sequence<I...>) {
        return std::array<const schema_node*, sizeof...(I) + 1>{
            or_null(schema_nodes<node_type_of<reflect::member_type<T, I>>, F>::value,
                    std::is_same_v<node_type_of<reflect::member_type<T, I>>, no_node>)...};
    }
    static constexpr auto value = of(std::make_index_sequence<reflect::member_count<T>>{});
};
template <class... A, schema_form F>
struct inner_nodes<std::variant<A...>, F> {
    static constexpr std::array value{or_null(schema_nodes<node_type_of<A>, F>::value,
                                              std::is_same_v<node_type_of<A>, no_node>)...};
};

// The node of the struct or variant within M, or null.
template <class M, schema_form F>
constexpr const schema_node* node_of() {
    using T = node_type_of<M>;
    return or_null(schema_nodes<T, F>::value, std::is_same_v<T, no_node>);
}

template <class T, std::size_t I, schema_form F>
constexpr schema_fault fault_of_member() {
    constexpr schema_fault of_type = fault_in<reflect::member_type<T, I>, F>();
    if constexpr (of_type == schema_fault::none && F == schema_form::strict &&
                  (has_keywords<T> || has_keywords_beside<T>)) {
        return fault_in_words(keyword_table_of<T>::value.of(I));
    } else {
        return of_type;
    }
}

// Compile errors for the members of T that the form lacks.
template <class T, std::size_t I, schema_form F>
constexpr void check_member() {
    constexpr schema_fault fault = fault_of_member<T, I, F>();
    if constexpr (fault != schema_fault::none) {
        refuse_member<reflect::detail::member_address<T, I>(), fault>();
    }
}
template <class T, schema_form F, std::size_t... I>
constexpr void check_members(std::index_sequence<I...>) {
    (check_member<T, I, F>(), ...);
}

template <class T, schema_form F>
constexpr schema_node make_node() {
    schema_node n;
    if constexpr (!is_variant<T>) {
        check_members<T, F>(std::make_index_sequence<reflect::member_count<T>>{});
        n.name = schema_name<T>();
        n.words = keywords_table<T>();
        if constexpr (tagged<T>) {
            n.tags = &T::tag.value;
            n.tag_count = 1;
        } else if constexpr (tagged_by_member<T>) {
            n.tags = T::tag_values.data();
            n.tag_count = T::tag_values.size();
        }
    }
    n.type = &describe<T>::value;
    n.inner = inner_nodes<T, F>::value.data();
    return n;
}

template <class T, schema_form F>
constinit const schema_node schema_nodes<T, F>::value = make_node<T, F>();

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
