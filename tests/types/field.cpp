#include <oaiwire/types/field.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace field_tests {

using namespace oaiwire;

namespace {

struct inner {
    field<int> x{};
    std::string y{};
};
struct request {
    field<double> temperature{};
    field<std::string> user{};
    field<inner> deep{};
    field<std::vector<int>> list{};
};

// Describes which of the three states the field is in.
template <class T>
char state(const field<T>& f) {
    const bool value = f.has_value();
    CHECK(static_cast<bool>(f) == value);
    CHECK(int{f.is_absent()} + int{f.is_null()} + int{value} == 1);
    return value ? 'v' : f.is_null() ? 'n' : 'a';
}

}  // namespace

TEST_CASE("a field is absent, null or a value") {
    field<std::string> f;
    CHECK(state(f) == 'a');
    f = null;
    CHECK(state(f) == 'n');
    f = "text";
    CHECK(state(f) == 'v');
    CHECK(*f == "text");
    CHECK(f.value() == "text");
    CHECK(f->size() == 4);
    f = std::nullopt;
    CHECK(state(f) == 'a');
    f = std::string("again");
    f.reset();
    CHECK(state(f) == 'a');
    CHECK(state(field<int>(std::nullopt)) == 'a');
    CHECK(state(field<int>(null)) == 'n');
    CHECK(state(field<int>(0)) == 'v');
    CHECK(f.emplace(3u, 'x') == "xxx");
    CHECK(state(f) == 'v');
}

TEST_CASE("`= {}` makes a field absent, as it empties std::optional") {
    field<double> number = 0.5;
    number = {};
    CHECK(state(number) == 'a');
    field<bool> flag = true;
    flag = {};
    CHECK(state(flag) == 'a');
    field<std::string> text = "x";
    text = {};
    CHECK(state(text) == 'a');
    field<inner> object = inner{};
    object = {};
    CHECK(state(object) == 'a');
    field<int> other{};
    CHECK(state(other) == 'a');
}

TEST_CASE("designated initialisers set fields") {
    const request r{.temperature = 1, .user = null, .deep = inner{.x = 3, .y = "z"}, .list = {}};
    CHECK(r.temperature == 1.0);
    CHECK(state(r.user) == 'n');
    CHECK(r.deep->x == 3);
    CHECK(state(r.list) == 'a');
}

TEST_CASE("a field converts from what its value type converts from, implicitly only if that does") {
    STATIC_REQUIRE((std::is_convertible_v<int, field<std::int64_t>>));
    STATIC_REQUIRE((std::is_convertible_v<const char*, field<std::string>>));
    STATIC_REQUIRE((std::is_constructible_v<field<std::vector<int>>, std::size_t>));
    STATIC_REQUIRE((!std::is_convertible_v<std::size_t, field<std::vector<int>>>));
    STATIC_REQUIRE((!std::is_constructible_v<field<int>, std::string>));
    STATIC_REQUIRE((!std::is_assignable_v<field<int>&, std::string>));
    STATIC_REQUIRE((!std::is_convertible_v<int, field<std::string>>));
    STATIC_REQUIRE((!std::is_convertible_v<int, null_t>));
}

TEST_CASE("fields compare by value; absent, null and values differ") {
    using f = field<int>;
    CHECK(f() == f());
    CHECK(f(null) == f(null));
    CHECK(f(3) == f(3));
    CHECK(f() != f(null));
    CHECK(f() != f(0));
    CHECK(f(null) != f(0));
    CHECK(f(3) != f(4));
    CHECK(f(3) == 3);
    CHECK(f(3) != 4);
    CHECK(f() != 0);
    CHECK(f(null) == null);
    CHECK(f() != null);
    CHECK(f(0) != null);
    CHECK(field<std::string>("a") == "a");
    CHECK(field<std::string>("a") == std::string("a"));
    CHECK(field<std::int64_t>(7) == 7);
    // a signed literal compared with an unsigned field compares by value, not by bits
    field<std::uint64_t> u = 7;
    CHECK(u == 7);
    CHECK(u == std::int64_t{7});
    u = 8;
    CHECK(u == 8u);
    u = UINT64_MAX;
    CHECK(u != -1);
    CHECK(u == UINT64_MAX);
    // the object kept by an emptied field does not affect comparison
    f a = 5;
    a.reset();
    CHECK(a == f());
    a = 6;
    a = null;
    CHECK(a == f(null));
}

TEST_CASE("value_or returns the value or the argument") {
    CHECK(field<int>(3).value_or(4) == 3);
    CHECK(field<int>().value_or(4) == 4);
    CHECK(field<int>(null).value_or(4) == 4);
    const field<std::string> f = "x";
    CHECK(f.value_or("y") == "x");
    CHECK(field<std::string>(null).value_or("y") == "y");
    field<std::string> old = "stale";
    old.reset();
    CHECK(old.value_or("y") == "y");
}

TEST_CASE("copies and moves keep the state") {
    field<std::string> a = std::string(100, 'x');
    field<std::string> b = a;
    CHECK(a == b);
    const field<std::string> c = std::move(b);
    CHECK(c == a);
    b = null;
    a = b;
    CHECK(state(a) == 'n');
    a = field<std::string>();
    CHECK(state(a) == 'a');
    field<std::unique_ptr<int>> owner = std::make_unique<int>(4);
    field<std::unique_ptr<int>> other = std::move(owner);
    CHECK(**other == 4);
    const std::unique_ptr<int> out = *std::move(other);
    CHECK(*out == 4);
}

TEST_CASE("fields can be nested in vectors and structs") {
    std::vector<field<double>> v{1.0, null, std::nullopt};
    CHECK(state(v[0]) == 'v');
    CHECK(state(v[1]) == 'n');
    CHECK(state(v[2]) == 'a');
    field<inner> f;
    f.emplace().x = null;
    CHECK(f->x.is_null());
}

TEST_CASE("an emptied field keeps its memory for the next value") {
    field<std::string> f = std::string(1000, 'x');
    const char* const memory = f->data();
    f.reset();
    CHECK(state(f) == 'a');
    f.revive().assign(500, 'y');
    CHECK(state(f) == 'v');
    CHECK(f->data() == memory);
    CHECK(*f == std::string(500, 'y'));
}

TEST_CASE("fields can be used at compile time") {
    STATIC_REQUIRE(([] {
        field<int> f;
        f = 3;
        f = null;
        return f.is_null() && f != 3;
    }()));
}

namespace {

struct apart {
    static constexpr bool kept_apart = true;
    std::string text{};
    double numbers[16]{};
    friend bool operator==(const apart&, const apart&) = default;
};

}  // namespace

TEST_CASE("a type with kept_apart is allocated on first use") {
    STATIC_REQUIRE(sizeof(field<apart>) <= 2 * sizeof(void*));
    STATIC_REQUIRE(std::is_nothrow_move_constructible_v<field<apart>>);
    field<apart> a;
    CHECK(a.is_absent());
    a = apart{.text = "a"};
    field<apart> b = a;
    b->text = "b";
    CHECK(a->text == "a");
    CHECK(a != b);
    b = a;
    CHECK(a == b);
    b = null;
    CHECK(b.is_null());
    CHECK(a != b);
    b.revive().text += "!";
    CHECK(b->text == "a!");
    CHECK(field<apart>{}.value_or(apart{.text = "c"}).text == "c");
}

TEST_CASE("a moved-from field with kept_apart is absent, and so is its copy") {
    field<apart> a = apart{.text = "a"};
    field<apart> b = std::move(a);
    CHECK(b->text == "a");
    CHECK(a.is_absent());
    field<apart> c = apart{.text = "c"};
    c = a;
    CHECK(c.is_absent());
    CHECK(c == a);
    a = std::move(b);
    CHECK(a->text == "a");
}

}  // namespace field_tests
