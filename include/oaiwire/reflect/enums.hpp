// Conversion between enumerators and their JSON texts, using the table declared beside each enum.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace reflect {

// An enum whose enumerator 0 is `unknown`, with the texts of enumerators 1 to N returned by a
// function found by argument-dependent lookup:
//     constexpr std::array<std::string_view, 2> enumerator_names(Color) { return {"red", "blue"}; }
template <class E>
concept named_enum = std::is_enum_v<E> && requires {
    enumerator_names(E{}).size();
};

// The number of enumerators, without `unknown`.
template <named_enum E>
inline constexpr std::size_t enumerator_count = enumerator_names(E{}).size();

// Returns the text of an enumerator; "" for `unknown` and for values outside the table. The text is
// static.
template <named_enum E>
constexpr std::string_view enumerator_name(E value) {
    constexpr auto names = enumerator_names(E{});
    const auto i = static_cast<std::size_t>(value);
    return i >= 1 && i <= names.size() ? names[i - 1] : std::string_view{};
}

// Returns the enumerator with that text, or E{} (`unknown`).
template <named_enum E>
constexpr E enumerator_of(std::string_view text) {
    constexpr auto names = enumerator_names(E{});
    for (std::size_t i = 0; i != names.size(); ++i) {
        if (names[i] == text) return static_cast<E>(i + 1);
    }
    return E{};
}

namespace detail {

// Whether an enumerator has that value: the compiler spells its name, else a cast of a number.
template <auto Value>
consteval bool is_enumerator() {
#if defined(_MSC_VER) && !defined(__clang__)
    std::string_view s = __FUNCSIG__;  // is_enumerator<color::red>(void)   <(color)0x3>(void)
    s = s.substr(0, s.rfind(">("));
#else
    const std::string_view s = __PRETTY_FUNCTION__;  // [Value = color::red]   [Value = (color)3]
#endif
    const std::size_t at = s.rfind(')') + 1;  // of the cast, or of (anonymous namespace)
    return at == s.size() || at == 0 || !((s[at] >= '0' && s[at] <= '9') || s[at] == '-');
}

}  // namespace detail

// Whether the last text has an enumerator. It has none if the texts begin with that of enumerator
// 0, the usual mistake.
template <named_enum E>
consteval bool has_last_enumerator() {
    constexpr std::size_t count = enumerator_count<E>;
    return count == 0 || detail::is_enumerator<static_cast<E>(count)>();
}

}}}  // namespace oaiwire::v0_2::reflect

namespace oaiwire { inline namespace v0_2 {

// The text of an enumerator in JSON, of an enum of yours or of the library: see
// reflect::enumerator_name(). oaiwire::name(person.field) is "mathematics".
template <reflect::named_enum E>
constexpr std::string_view name(E value) {
    return reflect::enumerator_name(value);
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
