#include <oaiwire/reflect/members.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace members_tests {

using namespace oaiwire;

namespace {

struct none {};
struct one {
    int a{};
};
struct nested {
    one first{};
    std::vector<one> many{};
    std::array<int, 3> fixed{};
    std::optional<nested*> up{};
};
struct arrays {
    int grid[2][3]{};
    char name[8]{};
    one objects[2]{};
};
struct move_only {
    std::unique_ptr<int> a{};
    std::vector<std::unique_ptr<std::string>> b{};
};
// converts to and from many types, which must not affect counting
struct greedy {
    greedy() = default;
    template <class T>
    greedy(const T&) {}
    bool operator==(const greedy&) const { return true; }
};
struct holds_greedy {
    greedy a{};
    greedy b{};
    int c{};
};
template <class T, class U>
struct pair_of {
    T first{};
    U second{};
    static constexpr int not_a_member = 7;
    static inline int neither_is_this = 8;
    int method() const { return 1; }
};

// clang-format off
#define M1(p) int p{};
#define M2(p) M1(p##0) M1(p##1)
#define M4(p) M2(p##0) M2(p##1)
#define M8(p) M4(p##0) M4(p##1)
#define M16(p) M8(p##0) M8(p##1)
#define M32(p) M16(p##0) M16(p##1)
#define M64(p) M32(p##0) M32(p##1)
// clang-format on

// One bit of the count per parameter.
template <int N>
struct sized;
#define SIZED(n, ...) \
    template <>       \
    struct sized<n> { \
        __VA_ARGS__   \
    };                \
    static_assert(std::is_aggregate_v<sized<n>>)
// clang-format off
#define TENS(n, m) \
    SIZED(n, m); SIZED(n + 1, m M1(z)); SIZED(n + 2, m M2(z)); SIZED(n + 3, m M2(z) M1(y)); \
    SIZED(n + 4, m M4(z)); SIZED(n + 5, m M4(z) M1(y)); SIZED(n + 6, m M4(z) M2(y)); \
    SIZED(n + 7, m M4(z) M2(y) M1(x))
// clang-format on
TENS(0, );
TENS(8, M8(a));
TENS(16, M16(a));
TENS(24, M16(a) M8(b));
TENS(32, M32(a));
TENS(40, M32(a) M8(b));
TENS(48, M32(a) M16(b));
TENS(56, M32(a) M16(b) M8(c));
SIZED(64, M64(a));

// Writes each member's index through a visit, and reads all of them back.
template <int N>
bool visits_all() {
    static_assert(reflect::member_count<sized<N>> == N);
    sized<N> object;
    int given = 0;
    reflect::with_members(object, [&](auto&... members) { ((members = ++given), ...); });
    int expected = 0;
    bool in_order = true;
    const std::byte* last = nullptr;
    reflect::with_members(std::as_const(object), [&](const auto&... members) {
        static_assert(sizeof...(members) == N);
        const auto look = [&](const int& m) {
            in_order = in_order && m == ++expected && reinterpret_cast<const std::byte*>(&m) > last;
            last = reinterpret_cast<const std::byte*>(&m);
        };
        (look(members), ...);
        static_cast<void>(look);
    });
    return in_order && given == N && expected == N;
}

}  // namespace

TEST_CASE("structs with 0 to 64 members are counted and visited in order") {
    const bool all = []<int... N>(std::integer_sequence<int, N...>) {
        return (visits_all<N>() && ...);
    }
    (std::make_integer_sequence<int, 65>{});
    CHECK(all);
}

TEST_CASE("a member of any type counts as one") {
    CHECK(reflect::member_count<none> == 0);
    CHECK(reflect::member_count<one> == 1);
    CHECK(reflect::member_count<nested> == 4);
    CHECK(reflect::member_count<arrays> == 3);
    CHECK(reflect::member_count<move_only> == 2);
    CHECK(reflect::member_count<holds_greedy> == 3);
    CHECK(reflect::member_count<pair_of<int, std::vector<std::string>>> == 2);
    CHECK(reflect::member_count<pair_of<pair_of<int, int>, none>> == 2);
}

TEST_CASE("local structs can be visited") {
    struct local {
        int a{};
        std::string b{};
    };
    local object{1, "x"};
    reflect::with_members(object, [](int& a, std::string& b) {
        a = 5;
        b += 'y';
    });
    CHECK(object.a == 5);
    CHECK(object.b == "xy");
}

TEST_CASE("a visit passes references to the members, const if the object is") {
    move_only object;
    reflect::with_members(object, [&](auto& a, auto& b) {
        CHECK(&a == &object.a);
        CHECK(&b == &object.b);
        a = std::make_unique<int>(3);
    });
    CHECK(*object.a == 3);
    const arrays constant{};
    const std::size_t size = reflect::with_members(constant, [&](auto& grid, auto& name, auto&) {
        static_assert(std::is_same_v<decltype(grid), const int(&)[2][3]>);
        static_assert(std::is_same_v<decltype(name), const char(&)[8]>);
        return sizeof grid;
    });
    CHECK(size == 6 * sizeof(int));
}

TEST_CASE("a visit returns the visitor's result, references included") {
    one object;
    static_assert(
        std::is_same_v<decltype(reflect::with_members(object, [](int& a) -> int& { return a; })),
                       int&>);
    CHECK(&reflect::with_members(object, [](int& a) -> int& { return a; }) == &object.a);
    none empty;
    CHECK(reflect::with_members(empty, [](auto&... m) { return sizeof...(m); }) == 0);
}

TEST_CASE("members can be visited at compile time") {
    STATIC_REQUIRE(([] {
        pair_of<int, int> p{3, 4};
        reflect::with_members(p, [](int& a, int& b) { std::swap(a, b); });
        return p.first * 10 + p.second;
    }() == 43));
}

TEST_CASE("types that are not plain structs are not reflected") {
    struct with_constructor {
        explicit with_constructor(int) {}
    };
    class with_private {
        int a_ = 0;

    public:
        int a() const { return a_; }
    };
    STATIC_REQUIRE((!reflect::aggregate<with_constructor>));
    STATIC_REQUIRE((!reflect::aggregate<with_private>));
    STATIC_REQUIRE((!reflect::aggregate<int>));
    STATIC_REQUIRE((!reflect::aggregate<int[3]>));
    STATIC_REQUIRE((!reflect::aggregate<std::string>));
    STATIC_REQUIRE((reflect::aggregate<one>));
}

}  // namespace members_tests
