#include <oaiwire/json/schema_name.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

struct Global {};

namespace schema_name_tests {

using namespace oaiwire;

namespace deeper {
struct Nested {
    struct Inner {};
};
}  // namespace deeper
template <class T>
struct Page {};
template <int N>
struct Fixed {};
struct Renamed {
    static constexpr std::string_view schema_name = "weather-query_2";
};
struct NotStatic {
    std::string schema_name{};
};
namespace {
struct Hidden {};
}  // namespace

struct A_name_that_is_longer_than_the_sixty_four_characters_that_a_name_may_have {};

TEST_CASE("the name of a struct is that of its type, without what it is in") {
    STATIC_REQUIRE(json::schema_name<Global>() == "Global");
    CHECK(json::schema_name<deeper::Nested>() == "Nested");
    CHECK(json::schema_name<deeper::Nested::Inner>() == "Inner");
    CHECK(json::schema_name<Hidden>() == "Hidden");
    CHECK(json::schema_name<NotStatic>() == "NotStatic");
    struct Local {};
    CHECK(json::schema_name<Local>() == "Local");
}

TEST_CASE("the words that MSVC writes before types are not in the name of a struct") {
    const auto fitting = [](std::string_view type) {
        const auto name = json::detail::fitting_name(type);
        return std::string(name.text.data(), name.size);
    };
    CHECK(fitting("struct Global") == "Global");
    CHECK(fitting("class ns::deeper::Nested") == "Nested");
    CHECK(fitting("struct ns::Page<struct ns::deeper::Nested>") == "Page_Nested");
    CHECK(fitting("struct Page<enum ns::Color>") == "Page_Color");
    CHECK(fitting("struct ns::structure") == "structure");
}

TEST_CASE("a struct can name itself") {
    CHECK(json::schema_name<Renamed>() == "weather-query_2");
}

TEST_CASE("names of templates fit the alphabet of names") {
    CHECK(json::schema_name<Page<deeper::Nested>>() == "Page_Nested");
    CHECK(json::schema_name<Page<Page<Global>>>() == "Page_Page_Global");
    CHECK(json::schema_name<Fixed<3>>() == "Fixed_3");
    for (const std::string_view name :
         {json::schema_name<Page<std::string>>(), json::schema_name<std::vector<Page<int>>>(),
          json::schema_name<Fixed<-1>>()}) {
        CHECK(!name.empty());
        CHECK(name.size() <= 64);
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-"
                                     "0123456789") == std::string_view::npos);
    }
}

TEST_CASE("a long name ends at 64 characters") {
    CHECK(json::schema_name<
              A_name_that_is_longer_than_the_sixty_four_characters_that_a_name_may_have>() ==
          "A_name_that_is_longer_than_the_sixty_four_characters_that_a_name");
}

}  // namespace schema_name_tests
