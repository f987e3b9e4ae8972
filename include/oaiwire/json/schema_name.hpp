// The name of a struct, for schemas and for tools.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

namespace detail {

inline constexpr std::size_t longest_schema_name = 64;

constexpr bool is_schema_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

template <class T>
concept names_itself = requires {
    { *&T::schema_name } -> std::convertible_to<std::string_view>;  // a static member
};

// Returns auto for the reason that reflect/names.hpp gives.
template <class T>
consteval auto spelled_type() {
#if defined(_MSC_VER) && !defined(__clang__)
    std::string_view s = __FUNCSIG__;  // ...spelled_type<struct ns::NAME>(void)
    s = s.substr(s.find("spelled_type<") + 13);
    return s.substr(0, s.rfind(">("));
#else
    std::string_view s = __PRETTY_FUNCTION__;  // clang: [T = ns::NAME]   g++: [with T = ns::NAME]
    s = s.substr(s.find("T = ") + 4);
    return s.substr(0, s.rfind(']'));
#endif
}

// What follows the last `::` that is not within template arguments.
constexpr std::string_view without_scope(std::string_view type) {
    std::size_t depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i != type.size(); ++i) {
        if (type[i] == '<') ++depth;
        if (type[i] == '>' && depth != 0) --depth;
        if (type[i] == ':' && depth == 0) begin = i + 1;
    }
    return type.substr(begin);
}

struct schema_name_text {
    std::array<char, longest_schema_name> text{};
    std::size_t size = 0;
};

// A type's name in the alphabet of schema names: template arguments lose their scopes, and what
// else does not fit becomes an underscore.
constexpr schema_name_text fitting_name(std::string_view type) {
    schema_name_text out;
    const auto put = [&out](char c) {
        if (out.size != longest_schema_name) out.text[out.size++] = c;
    };
    std::size_t word = 0;          // where the last identifier begins in `out`
    const auto is_keyword = [&] {  // MSVC writes `struct ns::name`
        const std::string_view last(out.text.data() + word, out.size - word);
        return last == "struct" || last == "class" || last == "enum" || last == "union";
    };
    for (const char c : without_scope(type)) {
        if (is_schema_name_char(c)) {
            put(c);
        } else if (c == ':' || (c == ' ' && is_keyword())) {
            out.size = word;
        } else {
            if (out.size != 0 && out.text[out.size - 1] != '_') put('_');
            word = out.size;
        }
    }
    while (out.size > 1 && out.text[out.size - 1] == '_') --out.size;
    if (out.size == 0) put('_');
    return out;
}

template <class T>
inline constexpr schema_name_text type_name = fitting_name(spelled_type<T>());

}  // namespace detail

// The name of T: `T::schema_name` if T declares it (`static constexpr std::string_view`), else the
// name of the type without its namespace, in the alphabet that OpenAI's API prescribes: 1 to 64 of
// A-Z, a-z, 0-9, '_' and '-'. Static. The spelling of template arguments depends on the compiler.
template <class T>
constexpr std::string_view schema_name() {
    if constexpr (detail::names_itself<T>) {
        constexpr std::string_view name = T::schema_name;
        constexpr bool fits = [&] {
            for (const char c : name) {
                if (!detail::is_schema_name_char(c)) return false;
            }
            return !name.empty() && name.size() <= detail::longest_schema_name;
        }();
        static_assert(fits, "oaiwire: schema_name must be 1 to 64 of A-Z, a-z, 0-9, '_' and '-'");
        return name;
    } else {
        constexpr const auto& name = detail::type_name<T>;
        return {name.text.data(), name.size};
    }
}

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
