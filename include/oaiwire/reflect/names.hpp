// Compile-time names of the members of plain aggregates, taken from the compiler's spelling of a
// pointer to each member.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/reflect/members.hpp>

namespace oaiwire { inline namespace v0_2 { namespace reflect {

namespace detail {

#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template"
#pragma clang diagnostic ignored "-Wundefined-internal"
#endif

// Declared and never defined: only addresses within it are formed, in constant expressions.
template <class T>
struct holder {
    T value;
};
template <class T>
extern const holder<T> nowhere;

// Clang before 18 accepts the address of a subobject as a template argument only inside a class.
template <class Pointer>
struct address {
    Pointer pointer;
};
template <class Pointer>
address(Pointer) -> address<Pointer>;

// One pointer of a list, found by its index.
template <std::size_t I, class Pointer>
struct leaf {
    Pointer pointer;
};
// A flat list of pointers: one base-class lookup per access, no recursion.
template <class Indices, class... Pointers>
struct leaves;
template <std::size_t... I, class... Pointers>
struct leaves<std::index_sequence<I...>, Pointers...> : leaf<I, Pointers>... {};

// The pointer at index I: overload resolution finds the base class leaf<I, ...>.
template <std::size_t I, class Pointer>
constexpr Pointer leaf_at(const leaf<I, Pointer>& l) {
    return l.pointer;
}

// A function, since a variable would be emitted and make the linker look for `nowhere`.
template <class T>
consteval auto addresses() {
    return with_members(nowhere<T>.value, [](auto&... m) {
        return leaves<std::index_sequence_for<decltype(m)...>, decltype(std::addressof(m))...>{
            {std::addressof(m)}...};
    });
}

// Whether a pointer to member refers to member I.
template <class T, std::size_t I, class M>
constexpr bool is_member(M T::*member) {
    constexpr auto place = leaf_at<I>(addresses<T>());
    if constexpr (std::is_same_v<decltype(place), const M* const>) {
        return place == std::addressof(nowhere<T>.value.*member);
    } else {
        return false;
    }
}

// Returns auto because g++ appends "; std::string_view = ..." to signatures that name an alias. T
// is a parameter because MSVC may merge the functions for equal offsets of two structs.
template <class T, auto Member>
consteval auto spelled() {
#if defined(_MSC_VER) && !defined(__clang__)
    std::string_view s = __FUNCSIG__;  // ...->value->NAME}>(void)
    s = s.substr(0, s.rfind(">("));
#else
    std::string_view s = __PRETTY_FUNCTION__;  // clang: ...value.NAME}]   g++: ...TYPE::NAME)}]
#endif
    s = s.substr(0, s.find_last_not_of("]}) ") + 1);
    return s.substr(s.find_last_of(".:>") + 1);
}

// The names of all members, as views into the compiler's signatures.
template <class T, std::size_t... I>
consteval auto spell_all(std::index_sequence<I...>) {
    [[maybe_unused]] constexpr auto all = addresses<T>();  // once, not for each member
    return std::array<std::string_view, sizeof...(I)>{spelled<T, address{leaf_at<I>(all)}>()...};
}

#if defined(__clang__)
#pragma clang diagnostic pop
#endif

// Copies only the names, so that no signature gets into the binary.
template <class T>
struct name_table {
    static constexpr auto spelling = spell_all<T>(std::make_index_sequence<member_count<T>>{});
    static constexpr std::size_t length = [] {  // of all names and the NULs after them
        std::size_t sum = 0;
        for (const auto s : spelling) sum += s.size() + 1;
        return sum;
    }();
    static constexpr auto text = [] {
        std::array<char, length + 1> out{};
        std::size_t at = 0;
        for (const auto s : spelling) {
            for (const char c : s) out[at++] = c;
            ++at;  // each name is NUL-terminated, for debuggers and C
        }
        return out;
    }();
    static constexpr auto names = [] {
        auto out = spelling;
        std::size_t at = 0;
        for (auto& s : out) {
            s = {text.data() + at, s.size()};
            at += s.size() + 1;
        }
        return out;
    }();
};

// Member I as a template argument, for compile errors that show its name.
template <class T, std::size_t I>
consteval auto member_address() {
    return address{leaf_at<I>(addresses<T>())};
}

}  // namespace detail

// The same as parts of longer texts, for building other tables at compile time.
template <aggregate T>
consteval auto member_spellings() {
    return detail::spell_all<T>(std::make_index_sequence<member_count<T>>{});
}

// Returns the names of the members in declaration order, as spelled in the source.
template <aggregate T>
inline constexpr auto& member_names = detail::name_table<T>::names;

// The type of member I.
template <aggregate T, std::size_t I>
using member_type = std::remove_const_t<
    std::remove_pointer_t<decltype(detail::leaf_at<I>(detail::addresses<T>()))>>;

// The index of the member that a pointer to member refers to, in declaration order.
template <aggregate T, class M>
consteval std::size_t member_index(M T::*member) {
    std::size_t index = member_count<T>;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        ((detail::is_member<T, I>(member) ? void(index = I) : void()), ...);
    }
    (std::make_index_sequence<member_count<T>>{});
    return index;
}

// Calls f(name, member) for every member, in declaration order.
template <class T, class F>
constexpr void for_each_member(T& t, F&& f) {
    with_members(t, [&f](auto&... m) {
        std::size_t i = 0;
        (f(member_names<std::remove_const_t<T>>[i++], m), ...);
        static_cast<void>(i);  // not used if there are no members
    });
}

}}}  // namespace oaiwire::v0_2::reflect

#include <oaiwire/core/macros_end.hpp>
