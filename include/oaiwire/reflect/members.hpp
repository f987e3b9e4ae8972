// Compile-time reflection of plain aggregates: counting and visiting members. with_members is the
// only primitive that an implementation with std::meta would replace.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <type_traits>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace reflect {

// The largest number of members.
inline constexpr std::size_t max_members = 64;

// Types that can be reflected: structs without constructors, bases and private members, with at
// most 64 members that can each be initialised by {}. No registration is needed.
template <class T>
concept aggregate = std::is_class_v<T> && std::is_aggregate_v<T>;

namespace detail {

// Whether T{{}, {}, ..., Tail{}...} with N pairs of braces is well-formed. Braces are used rather
// than an object that converts to anything, because they give a member array one initialiser and
// select no greedy converting constructor.
template <class T, std::size_t N, class... Tail>
consteval bool takes() {
    // clang-format off
// one branch per count, since no pack expansion gives empty braces
#define B8 {}, {}, {}, {}, {}, {}, {}, {}
#define TAKES(n, ...) else if constexpr (N == n) { return requires { T{__VA_ARGS__, Tail{}...}; }; }
    if constexpr (N == 0) { return requires { T{Tail{}...}; }; }
    TAKES(1, {}) TAKES(2, {}, {}) TAKES(3, {}, {}, {}) TAKES(4, {}, {}, {}, {})
    TAKES(5, {}, {}, {}, {}, {}) TAKES(6, {}, {}, {}, {}, {}, {})
    TAKES(7, {}, {}, {}, {}, {}, {}, {}) TAKES(8, B8) TAKES(9, B8, {}) TAKES(10, B8, {}, {})
    TAKES(11, B8, {}, {}, {}) TAKES(12, B8, {}, {}, {}, {}) TAKES(13, B8, {}, {}, {}, {}, {})
    TAKES(14, B8, {}, {}, {}, {}, {}, {}) TAKES(15, B8, {}, {}, {}, {}, {}, {}, {})
    TAKES(16, B8, B8) TAKES(17, B8, B8, {}) TAKES(18, B8, B8, {}, {}) TAKES(19, B8, B8, {}, {}, {})
    TAKES(20, B8, B8, {}, {}, {}, {}) TAKES(21, B8, B8, {}, {}, {}, {}, {})
    TAKES(22, B8, B8, {}, {}, {}, {}, {}, {}) TAKES(23, B8, B8, {}, {}, {}, {}, {}, {}, {})
    TAKES(24, B8, B8, B8) TAKES(25, B8, B8, B8, {}) TAKES(26, B8, B8, B8, {}, {})
    TAKES(27, B8, B8, B8, {}, {}, {}) TAKES(28, B8, B8, B8, {}, {}, {}, {})
    TAKES(29, B8, B8, B8, {}, {}, {}, {}, {}) TAKES(30, B8, B8, B8, {}, {}, {}, {}, {}, {})
    TAKES(31, B8, B8, B8, {}, {}, {}, {}, {}, {}, {}) TAKES(32, B8, B8, B8, B8)
    TAKES(33, B8, B8, B8, B8, {}) TAKES(34, B8, B8, B8, B8, {}, {})
    TAKES(35, B8, B8, B8, B8, {}, {}, {}) TAKES(36, B8, B8, B8, B8, {}, {}, {}, {})
    TAKES(37, B8, B8, B8, B8, {}, {}, {}, {}, {}) TAKES(38, B8, B8, B8, B8, {}, {}, {}, {}, {}, {})
    TAKES(39, B8, B8, B8, B8, {}, {}, {}, {}, {}, {}, {}) TAKES(40, B8, B8, B8, B8, B8)
    TAKES(41, B8, B8, B8, B8, B8, {}) TAKES(42, B8, B8, B8, B8, B8, {}, {})
    TAKES(43, B8, B8, B8, B8, B8, {}, {}, {}) TAKES(44, B8, B8, B8, B8, B8, {}, {}, {}, {})
    TAKES(45, B8, B8, B8, B8, B8, {}, {}, {}, {}, {})
    TAKES(46, B8, B8, B8, B8, B8, {}, {}, {}, {}, {}, {})
    TAKES(47, B8, B8, B8, B8, B8, {}, {}, {}, {}, {}, {}, {}) TAKES(48, B8, B8, B8, B8, B8, B8)
    TAKES(49, B8, B8, B8, B8, B8, B8, {}) TAKES(50, B8, B8, B8, B8, B8, B8, {}, {})
    TAKES(51, B8, B8, B8, B8, B8, B8, {}, {}, {}) TAKES(52, B8, B8, B8, B8, B8, B8, {}, {}, {}, {})
    TAKES(53, B8, B8, B8, B8, B8, B8, {}, {}, {}, {}, {})
    TAKES(54, B8, B8, B8, B8, B8, B8, {}, {}, {}, {}, {}, {})
    TAKES(55, B8, B8, B8, B8, B8, B8, {}, {}, {}, {}, {}, {}, {})
    TAKES(56, B8, B8, B8, B8, B8, B8, B8) TAKES(57, B8, B8, B8, B8, B8, B8, B8, {})
    TAKES(58, B8, B8, B8, B8, B8, B8, B8, {}, {}) TAKES(59, B8, B8, B8, B8, B8, B8, B8, {}, {}, {})
    TAKES(60, B8, B8, B8, B8, B8, B8, B8, {}, {}, {}, {})
    TAKES(61, B8, B8, B8, B8, B8, B8, B8, {}, {}, {}, {}, {})
    TAKES(62, B8, B8, B8, B8, B8, B8, B8, {}, {}, {}, {}, {}, {})
    TAKES(63, B8, B8, B8, B8, B8, B8, B8, {}, {}, {}, {}, {}, {}, {})
    TAKES(64, B8, B8, B8, B8, B8, B8, B8, B8)
    // 65 pairs
    else { return requires { T{B8, B8, B8, B8, B8, B8, B8, B8, {}}; }; }
#undef TAKES
#undef B8
    // clang-format on
}

// T accepts 0 to N pairs of braces and no more: finds N by bisection, 65 meaning "too many".
template <class T, std::size_t Low = 0, std::size_t High = max_members + 1>
consteval std::size_t count() {
    // The answer is in [Low, High]; a few instantiations of takes() instead of 65. Most types have
    // few members, so that the first question is not the one in the middle.
    if constexpr (constexpr std::size_t middle =
                      Low == 0 && High > max_members ? 6 : (Low + High + 1) / 2;
                  Low == High) {
        return Low;
    } else if constexpr (takes<T, middle>()) {
        return count<T, middle, High>();
    } else {
        return count<T, Low, middle - 1>();
    }
}

// Converts to base classes of T only.
template <class T>
struct any_base_of {
    template <class Base>
    requires(std::is_base_of_v<Base, T> && !std::is_same_v<Base, T>) operator Base() const;
};

// Whether T has a base class: an aggregate's first initialiser is its base then.
template <class T>
concept derived = requires {
    T{any_base_of<T>{}};
};

// Converts to any member that braces cannot initialise; used in unevaluated contexts only.
struct anything {
    template <class T>
    operator T() const;
};

}  // namespace detail

// The number of members of T.
template <aggregate T>
inline constexpr std::size_t member_count = detail::count<T>();

// Calls f(m0, m1, ...) with the members of t, in declaration order, and returns what f returns.
template <class T, class F>
constexpr decltype(auto) with_members(T& t, F&& f) {
    using Struct = std::remove_const_t<T>;
    // each failure has a message of its own, in place of one about an unsatisfied concept
    static_assert(std::is_class_v<Struct>, "oaiwire: only structs can be reflected");
    static_assert(std::is_aggregate_v<Struct>,
                  "oaiwire: this struct cannot be reflected: it has a constructor, a private or "
                  "virtual member, or a non-public base");
    // braces would initialise the base as if it were the first member
    static_assert(!detail::derived<Struct>,
                  "oaiwire: this struct cannot be reflected: it has a base; make it a member");
    constexpr std::size_t N = member_count<Struct>;
    static_assert(
        N <= max_members,
        "oaiwire: this struct cannot be reflected: it has more than 64 members; nest some");
    static_assert(
        (N != 0 || std::is_empty_v<Struct>)&&!detail::takes<Struct, N, detail::anything>(),
        "oaiwire: this struct cannot be reflected: a member is a reference or has no "
        "default constructor");
    // clang-format off
// one structured binding per count, since C++20 has no bindings of a pack
#define N8(p) p##0, p##1, p##2, p##3, p##4, p##5, p##6, p##7
#define VISIT(n, ...) else if constexpr (N == n) { auto& [__VA_ARGS__] = t; return f(__VA_ARGS__); }
    if constexpr (N == 0) { return f(); }
    VISIT(1, a0) VISIT(2, a0, a1) VISIT(3, a0, a1, a2) VISIT(4, a0, a1, a2, a3)
    VISIT(5, a0, a1, a2, a3, a4) VISIT(6, a0, a1, a2, a3, a4, a5)
    VISIT(7, a0, a1, a2, a3, a4, a5, a6) VISIT(8, N8(a)) VISIT(9, N8(a), b0)
    VISIT(10, N8(a), b0, b1) VISIT(11, N8(a), b0, b1, b2) VISIT(12, N8(a), b0, b1, b2, b3)
    VISIT(13, N8(a), b0, b1, b2, b3, b4) VISIT(14, N8(a), b0, b1, b2, b3, b4, b5)
    VISIT(15, N8(a), b0, b1, b2, b3, b4, b5, b6) VISIT(16, N8(a), N8(b))
    VISIT(17, N8(a), N8(b), c0) VISIT(18, N8(a), N8(b), c0, c1) VISIT(19, N8(a), N8(b), c0, c1, c2)
    VISIT(20, N8(a), N8(b), c0, c1, c2, c3) VISIT(21, N8(a), N8(b), c0, c1, c2, c3, c4)
    VISIT(22, N8(a), N8(b), c0, c1, c2, c3, c4, c5)
    VISIT(23, N8(a), N8(b), c0, c1, c2, c3, c4, c5, c6) VISIT(24, N8(a), N8(b), N8(c))
    VISIT(25, N8(a), N8(b), N8(c), d0) VISIT(26, N8(a), N8(b), N8(c), d0, d1)
    VISIT(27, N8(a), N8(b), N8(c), d0, d1, d2) VISIT(28, N8(a), N8(b), N8(c), d0, d1, d2, d3)
    VISIT(29, N8(a), N8(b), N8(c), d0, d1, d2, d3, d4)
    VISIT(30, N8(a), N8(b), N8(c), d0, d1, d2, d3, d4, d5)
    VISIT(31, N8(a), N8(b), N8(c), d0, d1, d2, d3, d4, d5, d6)
    VISIT(32, N8(a), N8(b), N8(c), N8(d)) VISIT(33, N8(a), N8(b), N8(c), N8(d), e0)
    VISIT(34, N8(a), N8(b), N8(c), N8(d), e0, e1) VISIT(35, N8(a), N8(b), N8(c), N8(d), e0, e1, e2)
    VISIT(36, N8(a), N8(b), N8(c), N8(d), e0, e1, e2, e3)
    VISIT(37, N8(a), N8(b), N8(c), N8(d), e0, e1, e2, e3, e4)
    VISIT(38, N8(a), N8(b), N8(c), N8(d), e0, e1, e2, e3, e4, e5)
    VISIT(39, N8(a), N8(b), N8(c), N8(d), e0, e1, e2, e3, e4, e5, e6)
    VISIT(40, N8(a), N8(b), N8(c), N8(d), N8(e)) VISIT(41, N8(a), N8(b), N8(c), N8(d), N8(e), f0)
    VISIT(42, N8(a), N8(b), N8(c), N8(d), N8(e), f0, f1)
    VISIT(43, N8(a), N8(b), N8(c), N8(d), N8(e), f0, f1, f2)
    VISIT(44, N8(a), N8(b), N8(c), N8(d), N8(e), f0, f1, f2, f3)
    VISIT(45, N8(a), N8(b), N8(c), N8(d), N8(e), f0, f1, f2, f3, f4)
    VISIT(46, N8(a), N8(b), N8(c), N8(d), N8(e), f0, f1, f2, f3, f4, f5)
    VISIT(47, N8(a), N8(b), N8(c), N8(d), N8(e), f0, f1, f2, f3, f4, f5, f6)
    VISIT(48, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f))
    VISIT(49, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), g0)
    VISIT(50, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), g0, g1)
    VISIT(51, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), g0, g1, g2)
    VISIT(52, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), g0, g1, g2, g3)
    VISIT(53, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), g0, g1, g2, g3, g4)
    VISIT(54, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), g0, g1, g2, g3, g4, g5)
    VISIT(55, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), g0, g1, g2, g3, g4, g5, g6)
    VISIT(56, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), N8(g))
    VISIT(57, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), N8(g), h0)
    VISIT(58, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), N8(g), h0, h1)
    VISIT(59, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), N8(g), h0, h1, h2)
    VISIT(60, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), N8(g), h0, h1, h2, h3)
    VISIT(61, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), N8(g), h0, h1, h2, h3, h4)
    VISIT(62, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), N8(g), h0, h1, h2, h3, h4, h5)
    VISIT(63, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), N8(g), h0, h1, h2, h3, h4, h5, h6)
    VISIT(64, N8(a), N8(b), N8(c), N8(d), N8(e), N8(f), N8(g), N8(h))
#undef VISIT
#undef N8
    // clang-format on
}

}}}  // namespace oaiwire::v0_2::reflect

#include <oaiwire/core/macros_end.hpp>
