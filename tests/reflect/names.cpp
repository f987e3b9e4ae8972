#include <oaiwire/reflect/names.hpp>
//
#include <support/catch.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace names_tests {

using namespace oaiwire;

struct at_file_scope {
    int id{};
    double x{};
};

namespace some::inner {
template <class T>
struct box {
    T value{};
    struct inside {
        T left{};
        box* right{};
    };
};
}  // namespace some::inner

namespace {

struct plain {
    int a{};
    std::string some_longer_name_with_9_digits{};
    std::unique_ptr<int> movable{};
    int grid[2][2]{};
    bool default_{};
    int _leading{};
    int Mixed_Case{};
};
struct none {};
struct recursive {
    std::vector<recursive> children{};
    recursive* parent{};
};
struct lambda_holder {
    void (*callback)(int){};
    int plain::*pointer{};
    some::inner::box<std::vector<std::string>>::inside nested{};
};

template <class T>
std::string names() {
    std::string out;
    for (const std::string_view n : reflect::member_names<T>) out.append(n).append(" ");
    return out;
}

}  // namespace

TEST_CASE("names are those of the source, wherever the struct is defined") {
    CHECK(names<at_file_scope>() == "id x ");
    CHECK(names<plain>() ==
          "a some_longer_name_with_9_digits movable grid default_ _leading Mixed_Case ");
    CHECK(names<none>() == "");
    CHECK(names<recursive>() == "children parent ");
    CHECK(names<lambda_holder>() == "callback pointer nested ");
    CHECK(names<some::inner::box<int>>() == "value ");
    CHECK(names<some::inner::box<some::inner::box<plain>>>() == "value ");
    CHECK(names<some::inner::box<std::vector<std::string>>::inside>() == "left right ");
}

TEST_CASE("local structs have names") {
    struct local {
        int first{};
        std::string second{};
    };
    CHECK(names<local>() == "first second ");
    const auto inside_a_lambda = [] {
        struct deeper {
            int only{};
        };
        return names<deeper>();
    };
    CHECK(inside_a_lambda() == "only ");
}

TEST_CASE("structs with equal layouts keep their own names") {
    struct one {
        int a{};
        int b{};
    };
    struct other {
        int c{};
        int d{};
    };
    CHECK(names<one>() == "a b ");
    CHECK(names<other>() == "c d ");
}

TEST_CASE("each name is NUL-terminated") {
    for (const std::string_view n : reflect::member_names<plain>) CHECK(n.data()[n.size()] == '\0');
}

TEST_CASE("member types are available") {
    STATIC_REQUIRE((std::is_same_v<reflect::member_type<plain, 0>, int>));
    STATIC_REQUIRE((std::is_same_v<reflect::member_type<plain, 2>, std::unique_ptr<int>>));
    STATIC_REQUIRE((std::is_same_v<reflect::member_type<plain, 3>, int[2][2]>));
    STATIC_REQUIRE((std::is_same_v<reflect::member_type<plain, 4>, bool>));
    STATIC_REQUIRE((std::is_same_v<reflect::member_type<recursive, 1>, recursive*>));
}

TEST_CASE("names and members are visited together") {
    const at_file_scope object{7, 0.5};
    std::string seen;
    reflect::for_each_member(object, [&](std::string_view name, const auto& member) {
        seen.append(name)
            .append("=")
            .append(std::to_string(static_cast<int>(member * 2)))
            .append(";");
    });
    CHECK(seen == "id=14;x=1;");
    at_file_scope changed;
    reflect::for_each_member(changed, [](std::string_view, auto& member) { member = 3; });
    CHECK(changed.id == 3);
    CHECK(changed.x == 3);
    none empty;
    reflect::for_each_member(empty, [](std::string_view, auto&) { FAIL("no member"); });
}

TEST_CASE("a pointer to member tells the index of its member") {
    STATIC_REQUIRE(reflect::member_index(&plain::a) == 0);
    STATIC_REQUIRE(reflect::member_index(&plain::_leading) == 5);
    STATIC_REQUIRE(reflect::member_index(&plain::Mixed_Case) == 6);
    STATIC_REQUIRE(reflect::member_index(&plain::movable) == 2);
}

TEST_CASE("names are available at compile time") {
    STATIC_REQUIRE((reflect::member_names<at_file_scope>[0] == "id"));
    STATIC_REQUIRE((reflect::member_names<plain>[4] == "default_"));
    STATIC_REQUIRE((reflect::member_names<none>.empty()));
}

}  // namespace names_tests
