// Makes descriptions of types (json/description.hpp) from reflection, at compile time.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/description.hpp>
#include <oaiwire/json/keys.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/json/member_offsets.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/reflect/enums.hpp>
#include <oaiwire/reflect/members.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <oaiwire/types/token_bytes.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The address of a static member is constant before the member is defined, so types that contain
// themselves can be described.
template <class T>
struct describe {
    static const description value;
};

// The description of T.
template <class T>
constexpr const description& described() {
    return describe<T>::value;
}

// Defined in json/compact_objects.hpp.
const char* read_top_logprob(reader& r, const char* p, void* out);
const char* read_token_logprob(reader& r, const char* p, void* out);

// Defined in json/decode.hpp, json/compact_maps.hpp, json/unions.hpp and json/encode.hpp; linked
// only if a description below that refers to them is used.
const char* read_union(reader& r, const char* p, void* out, const description& type);
const char* read_pairs(reader& r, const char* p, void* out, const description& type);
const char* read_reals(reader& r, const char* p, void* out, const description& type);
const char* read_std_map(reader& r, const char* p, void* out, const description& type);
const char* read_embedding(reader& r, const char* p, void* out, const description& type);
const char* read_floats(reader& r, const char* p, void* out, const description& type);
const char* read_flags(reader& r, const char* p, void* out, const description& type);
const char* read_fixed(reader& r, const char* p, void* out, const description& type);
bool write_flags(writer& w, const void* list, const description& type);
bool write_map(writer& w, const void* map, const description& type);
bool write_embedding(writer& w, const void* embedding, const description& type);

// null: write_value() handles this kind itself
inline constexpr rare_kind rare_choice{&read_union, nullptr};
inline constexpr rare_kind rare_string_map{&read_pairs, &write_map};
inline constexpr rare_kind rare_reals{&read_reals, &write_map};
inline constexpr rare_kind rare_std_map{&read_std_map, &write_map};
inline constexpr rare_kind rare_floats{&read_floats, nullptr};
inline constexpr rare_kind rare_flags{&read_flags, &write_flags};
inline constexpr rare_kind rare_array{&read_fixed, nullptr};
inline constexpr rare_kind rare_embedding{&read_embedding, &write_embedding};

// A T as its own initialisers make it, from which absent members are copied. Made at the first
// call, by any thread.
template <class T>
[[gnu::cold]] const void* fresh_object() {
    // its destructor never runs, so that it can be used until the program ends
    alignas(T) static unsigned char storage[sizeof(T)];
    static const T* const object = new (storage) T{};  // never destroyed
    return object;
}

// The operations below are all that is compiled per type of container; descriptions refer to them.
template <class List>
elements list_elements(void* list, std::size_t count) {
    List& all = *static_cast<List*>(list);
    if (count != as_it_is) all.resize(count);  // pointers to elements become invalid
    return {static_cast<char*>(static_cast<void*>(all.data())), all.size()};
}

// A std::array has the elements that it has, whatever the count.
template <class Array>
elements array_elements(void* array, std::size_t) {
    Array& all = *static_cast<Array*>(array);
    return {static_cast<char*>(static_cast<void*>(all.data())), all.size()};
}

template <class T>
inline constexpr array_type array_of{std::tuple_size_v<T>};

// A field whose value is on the heap, which is allocated at the first use.
template <class T>
inline constexpr apart_type apart_of{
    [](void* f) -> void* { return std::addressof(static_cast<field<T>*>(f)->revive()); }};

// The operations make, reset and value of a std::optional or std::unique_ptr.
template <class T>
inline constexpr optional_type optional_of{[](void* o) -> void* {
                                               auto& out = *static_cast<T*>(o);
                                               if constexpr (requires { out.emplace(); }) {
                                                   if (!out) out.emplace();
                                               } else {
                                                   if (!out) out.reset(new optional_value<T>());
                                               }
                                               return std::addressof(*out);
                                           },
                                           [](void* o) { static_cast<T*>(o)->reset(); },
                                           [](const void* o) -> const void* {
                                               const auto& from = *static_cast<const T*>(o);
                                               return from ? std::addressof(*from) : nullptr;
                                           }};

// A type that converts to std::string_view.
template <class T>
inline constexpr view_type view_of{
    [](const void* v) -> std::string_view { return *static_cast<const T*>(v); }};

// The operations clear, at and each of a std::map. `at` inserts a name that is not there.
template <class Map>
inline constexpr std_map_type std_map_of{
    [](void* map) { static_cast<Map*>(map)->clear(); },
    [](void* map, const std::string& name) -> void* {
        return std::addressof((*static_cast<Map*>(map))[name]);
    },
    [](const void* map, void* context,
       bool (*f)(void* context, const std::string& name, const void* value)) {
        for (const auto& [name, value] : *static_cast<const Map*>(map)) {
            if (!f(context, name, std::addressof(value))) return false;
        }
        return true;
    }};

// A function computes the offset of the value, since constant expressions cannot.
template <class Pair>
inline constexpr pair_type pair_of{sizeof(Pair), [] {
                                       return with_unmade<Pair>([](Pair& p, unsigned char* from) {
                                           return std::size_t{distance(from, p.second)};
                                       });
                                   }};

// The texts of the enumerators of E, from 1 on; 0 is none of them. Found by argument-dependent
// lookup.
template <class E>
inline constexpr auto enumerators = enumerator_names(E{});
// For E and open_enum<E> alike: both begin with an E.
template <class E>
inline constexpr enum_type enum_of{enumerators<E>.data(), enumerators<E>.size(), sizeof(E),
                                   open_enum<E>::other_at};

// A mistake of one in the texts of an enum would read wrong values.
template <class E>
consteval void check_enumerators() {
    if constexpr (!is_of_this_library<E>()) {
        static_assert(reflect::has_last_enumerator<E>(),
                      "oaiwire: enumerator_names(E) has a text without an enumerator: it returns "
                      "the texts of enumerators 1 to N, and enumerator 0 is `unknown`");
    }
}

// Where the alternative that `choice` holds is. libstdc++ stores all alternatives in a union at the
// start of a std::variant: using that avoids std::get_if, which compiles a function for each of
// them. In libc++ the union stands behind an empty base class, which cannot share the address of an
// alternative that begins with a variant itself.
template <class Choice>
void* alternative_in(Choice& choice) {
#if defined(__GLIBCXX__)
    return &choice;
#else
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        void* at = nullptr;
        static_cast<void>(((at = std::get_if<I>(&choice)) || ...));
        return at;
    }
    (std::make_index_sequence<std::variant_size_v<Choice>>{});
#endif
}

template <class Choice>
const void* held_alternative(const void* choice, std::size_t& alternative) {
    // only looked at: constness is added again
    auto& from = *static_cast<Choice*>(const_cast<void*>(choice));
    alternative = from.index();
    return alternative != std::variant_npos ? alternative_in(from) : nullptr;
}

// Returns the alternative's value, which is kept if it is held already.
template <class Choice>
void* select_alternative(void* choice, std::size_t alternative) {
    auto& out = *static_cast<Choice*>(choice);
    if (out.index() != alternative) {  // else its memory is reused
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            static_cast<void>((
                (I == alternative ? (static_cast<void>(out.template emplace<I>()), true) : false) ||
                ...));
        }
        (std::make_index_sequence<std::variant_size_v<Choice>>{});
    }
    return alternative_in(out);
}

// How a union finds that A is meant: by A's tag values if it has some, else by the kind of value.
// The description is an argument, since g++ cannot evaluate a function that names it for an A that
// contains the union.
template <class A>
constexpr alternative alternative_of(const description* type) {
    alternative out;
    out.type = type;
    if constexpr (tagged<A>) {
        out.tags = &A::tag.value;
        out.tag_count = 1;
    } else if constexpr (tagged_by_member<A>) {
        out.tags = A::tag_values.data();
        out.tag_count = A::tag_values.size();
        out.tag_is_stored = true;  // the object has a member for it
    }
    return out;
}

// The index of std::string if it is the first alternative that takes strings.
template <class... A>
constexpr std::size_t text_alternative() {
    constexpr std::array<bool, sizeof...(A)> takes{(takes_of<A>() & first_bytes::quote) != 0 ...};
    constexpr std::array<bool, sizeof...(A)> text{std::is_same_v<A, std::string>...};
    for (std::size_t i = 0; i != sizeof...(A); ++i) {
        if (takes[i]) return text[i] ? i : no_member;
    }
    return no_member;
}

template <class Choice>
struct choice_of;
template <class... A>
struct choice_of<std::variant<A...>> {
    static constexpr std::array alternatives{alternative_of<A>(&describe<A>::value)...};
    static constexpr choice_type value{alternatives.data(),
                                       sizeof...(A),
                                       tag_member<std::variant<A...>>(),
                                       text_alternative<A...>(),
                                       &held_alternative<std::variant<A...>>,
                                       &select_alternative<std::variant<A...>>};
};

// The table of a struct (json/object_table.hpp), made from its reflected members.
template <class T>
struct object_of {
    static constexpr std::size_t count = reflect::member_count<T>;
    using keys = key_table<T>;

    // An entry without a key matches no name.
    template <class M>
    static constexpr member_entry entry(std::size_t i) {
        member_entry e;
        e.index = static_cast<std::uint8_t>(i);
        e.way = way_of<M>();
        e.type = &describe<M>::value;
        if (is_json<M>) e.take_key(keys::quoted(i));
        return e;
    }
    template <std::size_t... I>
    static constexpr auto make_members(std::index_sequence<I...>) {
        return std::array<member_entry, count + 1>{// the last one stays empty: it matches nothing
                                                   entry<reflect::member_type<T, I>>(I)...};
    }
    static constexpr auto members = make_members(std::make_index_sequence<count>{});
    static constexpr key_order<count> order{keys::names, [] {
                                                std::array<std::uint8_t, count> ways{};
                                                for (std::size_t i = 0; i != count; ++i)
                                                    ways[i] = members[i].way;
                                                return ways;
                                            }()};  // for lookup by name

    static constexpr object_table make() {
        object_table t;
        t.count = count;
        t.members = members.data();
        t.lists = order.next.data();
        t.offsets = offsets_of<T>.data() + 1;
        t.fill = filler_of<T>();
        [&t]<std::size_t... I>(std::index_sequence<I...>) {
            static_assert((!std::is_array_v<reflect::member_type<T, I>> && ...),
                          "oaiwire: a C array as a member has no JSON form; use std::array, or "
                          "std::string for text");
            // one bit per member: hence at most 64 of them
            ((t.required |= std::uint64_t{always_there<reflect::member_type<T, I>>} << I), ...);
            ((t.fields |= std::uint64_t{is_field<reflect::member_type<T, I>>} << I), ...);
            ((t.others |= std::uint64_t{!is_field<reflect::member_type<T, I>>} << I), ...);
            ((t.optionals |= std::uint64_t{is_optional<reflect::member_type<T, I>>} << I), ...);
            ((std::is_same_v<reflect::member_type<T, I>, extra_members>
                  ? void(t.extra = static_cast<std::uint8_t>(I))
                  : void()),
             ...);
        }
        (std::make_index_sequence<count>{});
        if (t.required != 0) t.fresh = &fresh_object<T>;  // absent members get its values
        if constexpr (tagged<T>) {
            // the struct does not store its tag
            t.tag_start = tag_text<T>.data();
            t.tag_text_size = static_cast<std::uint16_t>(tag_text<T>.size());
            t.tag_size = static_cast<std::uint8_t>(std::string_view(T::tag.member).size());
        }
        if constexpr (tagged_by_member<T>) {
            for (std::size_t i = 0; i != count; ++i) {
                // the struct stores its tag in this member
                if (keys::names[i] == T::tag_member) t.tag_bit = std::uint64_t{1} << i;
            }
        }
        // TGI sends a bare list of numbers in place of this object (docs/quirks.md, 102)
        if constexpr (std::is_same_v<T, Logprobs>) {
            for (std::size_t i = 0; i != count; ++i) {
                if (keys::names[i] == "token_logprobs") t.bare_list = static_cast<std::uint8_t>(i);
            }
        }
        // the two structs that occur once per token and alternative
        if constexpr (std::is_same_v<T, TopLogprob>) t.read_compact = &read_top_logprob;
        if constexpr (std::is_same_v<T, TokenLogprob>) t.read_compact = &read_token_logprob;
        return t;
    }
    static constexpr object_table table = make();
};

// The number of elements that an empty List first grows to. A few unused elements cost less
// than growing from one element on.
template <class List>
constexpr std::uint8_t first_capacity() {
    if constexpr (std::is_same_v<List, token_bytes>) return token_bytes::in_place;
    using E = typename List::value_type;
    return sizeof(E) <= 16 ? 16 : sizeof(E) <= 160 ? 4 : 1;
}

// `details` gets the table or functions that the kind requires (json/description.hpp).
template <class T>
constexpr description make_description() {
    description d;
    d.kind = kind_of<T>();
    d.takes = takes_of<T>();
    d.size = sizeof(T);
    if constexpr (is_field<T>) {
        using V = typename T::value_type;
        d.inner = &describe<V>::value;
        d.state_at = oaiwire::detail::field_layout<V>::state;
        if constexpr (oaiwire::detail::field_layout<V>::apart) d.details = &apart_of<V>;
    } else if constexpr (is_optional<T>) {
        d.inner = &describe<optional_value<T>>::value;
        d.details = &optional_of<T>;
    } else if constexpr (is_open_enum<T>) {
        check_enumerators<typename T::enum_type>();
        d.details = &enum_of<typename T::enum_type>;
    } else if constexpr (reflect::named_enum<T>) {
        check_enumerators<T>();
        d.details = &enum_of<T>;
    } else if constexpr (is_variant<T>) {
        d.details = &choice_of<T>::value;
        d.rare = &rare_choice;
    } else if constexpr (std::is_arithmetic_v<T>) {
        d.is_signed = std::is_signed_v<T>;
    } else if constexpr (is_string_map<T>) {
        using pair = typename T::value_type;
        d.inner = &describe<typename pair::second_type>::value;
        d.details = &pair_of<pair>;
        d.rare = std::is_same_v<T, string_map<double>> ? &rare_reals : &rare_string_map;
        d.first_capacity = first_capacity<T>();
        d.list = &list_elements<T>;
    } else if constexpr (is_std_map<T>) {
        d.inner = &describe<typename T::mapped_type>::value;
        d.details = &std_map_of<T>;
        d.rare = &rare_std_map;
    } else if constexpr (is_vector<T>) {
        using E = typename T::value_type;
        d.inner = &describe<E>::value;
        if constexpr (std::is_same_v<E, bool>) {
            d.rare = &rare_flags;  // no `list`: packed bits have no addresses
        } else {
            d.first_capacity = first_capacity<T>();
            d.list = &list_elements<T>;
        }
        if constexpr (kind_of<T>() == type_kind::floats) d.rare = &rare_floats;
    } else if constexpr (is_array<T>) {
        d.inner = &describe<typename T::value_type>::value;
        d.list = &array_elements<T>;
        d.details = &array_of<T>;
        d.rare = &rare_array;
    } else if constexpr (kind_of<T>() == type_kind::embedding) {
        d.rare = &rare_embedding;
    } else if constexpr (kind_of<T>() == type_kind::view) {
        d.details = &view_of<T>;
    } else if constexpr (kind_of<T>() == type_kind::object) {
        d.details = &object_of<T>::table;
    }
    return d;
}

// Constant-initialised: usable before and after main(), and never written.
template <class T>
constinit const description describe<T>::value = make_description<T>();

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
