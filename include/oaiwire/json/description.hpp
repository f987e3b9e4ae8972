// Descriptions of types as data. Reader and writer interpret them, so that nothing is compiled per
// type except operations on its own containers. json/describe.hpp makes descriptions.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

class reader;
struct writer;
struct object_table;

// How a C++ type is read and written. All types of a kind share its code.
enum class type_kind : std::uint8_t {
    boolean,
    integer,
    real,
    text,  // std::string
    view,  // converts to std::string_view; written only
    file,
    open_enum,
    closed_enum,
    raw,
    embedding,
    field,
    field_apart,  // a field whose value is on the heap
    optional,     // std::optional or std::unique_ptr
    list,
    bytes,   // std::vector<std::uint8_t> or token_bytes
    floats,  // std::vector<float>
    flags,   // std::vector<bool>
    array,   // std::array
    map,     // string_map
    std_map,
    choice,  // std::variant
    object,
    extra,  // extra_members: members that the type does not name
    path,   // path_parameter: part of the URL, not of the JSON
};

// How the value of a member is read (json/objects.hpp): the members that most objects have are read
// by functions of their own, and which one is known before the name is compared.
enum member_way : std::uint8_t {
    any_member,
    text_member,   // a field of std::string, or of a variant whose first alternative is one
    count_member,  // a field of std::int64_t, or unsigned
    object_member  // a field of a struct
};

// The first bytes of values, as bits.
struct first_bytes {
    static constexpr std::uint8_t quote = 1;
    static constexpr std::uint8_t digit = 2;
    static constexpr std::uint8_t letter = 4;  // of true and false
    static constexpr std::uint8_t nil = 8;
    static constexpr std::uint8_t bracket = 16;
    static constexpr std::uint8_t brace = 32;
    static constexpr std::uint8_t all = 63;

    static constexpr std::uint8_t of(char c) {
        switch (c) {
            case '"':
                return quote;
            case 't':
            case 'f':
                return letter;
            case 'n':
                return nil;
            case '[':
                return bracket;
            case '{':
                return brace;
            default:
                return c == '-' || is_digit(c) ? digit : std::uint8_t{0};
        }
    }
};

// The elements of a list or an array, or the pairs of a map, contiguous.
struct elements {
    char* first = nullptr;
    std::size_t count = 0;
};
// Resizes a list, unless `count` is as_it_is, and returns its elements. Arrays keep their size.
using list_function = elements (*)(void* list, std::size_t count);
inline constexpr std::size_t as_it_is = static_cast<std::size_t>(-1);
inline constexpr std::size_t no_member = static_cast<std::size_t>(-1);

struct description;

// Functions for kinds that few types have. They are referred to by descriptions only, so that
// programs without such types do not contain them.
struct rare_kind {
    const char* (*read)(reader& r, const char* p, void* out, const description& type) = nullptr;
    bool (*write)(writer& w, const void* value, const description& type) = nullptr;
};

// A type as data. Constant; all pointers refer to static data. Descriptions of recursive types
// refer to each other.
struct description {
    type_kind kind{};
    std::uint8_t takes = 0;  // first bytes of the values that fit
    bool is_signed = false;
    std::uint8_t first_capacity = 0;     // how many elements an empty list grows to at first
    std::uint32_t size = 0;              // bytes of an object
    std::uint32_t state_at = 0;          // offset of a field's state
    const description* inner = nullptr;  // of a value of a field, optional, list, array or map
    list_function list = nullptr;
    const void* details = nullptr;    // one of the types below, by `kind`
    const rare_kind* rare = nullptr;  // of some kinds

    bool takes_byte(char c) const { return (takes & first_bytes::of(c)) != 0; }
    // Whether a member of this type may be omitted.
    bool may_be_absent() const {
        return kind == type_kind::field || kind == type_kind::field_apart ||
               kind == type_kind::optional || kind == type_kind::extra || kind == type_kind::path;
    }

    const object_table& object() const;
    template <class Details>
    const Details& as() const {
        return *static_cast<const Details*>(details);
    }
};

// The states of a field, at the offset that its description gives.
struct field_states {
    static constexpr std::uint8_t absent = 0;
    static constexpr std::uint8_t nil = 1;
    static constexpr std::uint8_t value = 2;
};

// The names of an enumeration, for E and open_enum<E>. Enumerator 0 has none: it is `unknown`.
struct enum_type {
    const std::string_view* names = nullptr;  // of the enumerators from 1 on
    std::size_t count = 0;
    std::size_t size = 0;      // bytes of an enumerator, which an open_enum begins with
    std::size_t other_at = 0;  // of the text that is none of these, in an open_enum
};

struct view_type {
    std::string_view (*text)(const void*) = nullptr;
};

struct apart_type {
    void* (*revive)(void* field) = nullptr;
};

struct optional_type {
    void* (*make)(void*) = nullptr;  // its value, made where there is none
    void (*reset)(void*) = nullptr;
    const void* (*value)(const void*) = nullptr;  // or null
};

struct array_type {
    std::size_t count = 0;  // of elements
};

// The pairs of a string_map: their size, and the offset of the value.
struct pair_type {
    std::size_t size = 0;
    std::size_t (*value)() = nullptr;
};

struct std_map_type {
    void (*clear)(void* map) = nullptr;
    void* (*at)(void* map, const std::string& name) = nullptr;  // the value of that name
    // Calls f for each entry until it returns false; returns whether it never did.
    bool (*each)(const void* map, void* context,
                 bool (*f)(void* context, const std::string& name, const void* value)) = nullptr;
};

// One type of a std::variant, and what selects it.
struct alternative {
    const description* type = nullptr;
    const std::string_view* tags =
        nullptr;  // values of the tag that select it; null: selected by the kind of value
    std::size_t tag_count = 0;
    bool tag_is_stored = false;  // in a member of the struct
};

// A std::variant. Its alternatives are tried in declared order (json/unions.hpp).
struct choice_type {
    const alternative* alternatives = nullptr;
    std::size_t count = 0;
    std::string_view tag{};        // the member that tells objects apart; "" if none does
    std::size_t text = no_member;  // the alternative std::string, if strings select it
    // The value held and the index of its alternative; null if valueless by exception.
    const void* (*held)(const void* choice, std::size_t& alternative) = nullptr;
    // The value of that alternative, which is made if another one is held.
    void* (*select)(void* choice, std::size_t alternative) = nullptr;
};

// The first byte of a value and, for an array, of its first element (']' if it is empty).
struct value_kind {
    char first = 0;
    char element = 0;
    bool fraction = false;  // a number with a fraction or an exponent
};

inline constexpr value_kind an_object{'{', ']', false};

// p is at the first byte of a value.
inline value_kind kind_at(const char* p, const char* end) {
    value_kind k{*p, ']', false};
    if (k.first == '-' || is_digit(k.first)) {
        while (p != end && (is_digit(*p) || *p == '-')) ++p;
        k.fraction = p != end && (*p == '.' || *p == 'e' || *p == 'E');
    }
    if (k.first == '[') {
        p = skip_space(p + 1, end);
        if (p != end) k.element = *p;
    }
    return k;
}

// Whether a value of that kind fits the type.
inline bool accepts(const description& type, value_kind kind) {
    switch (type.kind) {
        case type_kind::list:
        case type_kind::bytes:
        case type_kind::floats:
        case type_kind::flags:
        case type_kind::array:
            return kind.first == '[' &&
                   (kind.element == ']' || type.inner->takes_byte(kind.element));
        case type_kind::integer:
            return type.takes_byte(kind.first) && !kind.fraction;
        default:
            return type.takes_byte(kind.first);
    }
}

// Whether it takes any number of elements.
inline bool is_list(const description& type) {
    return type.kind == type_kind::list || type.kind == type_kind::bytes ||
           type.kind == type_kind::floats || type.kind == type_kind::flags;
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
