#include <oaiwire/http/message.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <type_traits>
#include <utility>

namespace message_tests {

using namespace oaiwire;

TEST_CASE("field names are compared ignoring ASCII case") {
    CHECK(http::same_name("Content-Type", "content-TYPE"));
    CHECK(http::same_name("", ""));
    CHECK_FALSE(http::same_name("a", "ab"));
    CHECK_FALSE(http::same_name("[", "{"));
    CHECK_FALSE(http::same_name("\xc4", "\xe4"));
    CHECK_FALSE(http::same_name("@", "`"));
}

TEST_CASE("a header list keeps its order and finds the first field of a name") {
    http::header_list fields{{"A", "1"}, {"b", "2"}};
    fields.add("a", "3");
    REQUIRE(fields.size() == 3);
    CHECK(fields.value("a") == "1");
    CHECK(fields.value("B") == "2");
    CHECK(fields.find("c") == nullptr);
    CHECK(fields.value("c") == "");
    fields.set("A", "4");
    CHECK(fields == http::header_list{{"b", "2"}, {"A", "4"}});
    fields.remove("B");
    CHECK(fields.size() == 1);
    fields.clear();
    CHECK(fields.empty());
}

TEST_CASE("moving a header leaves no sensitive value behind") {
    http::header from("Authorization", "short", true);
    const char* bytes = from.value.data();
    http::header to(std::move(from));
    CHECK(to == http::header("Authorization", "short", true));
    // a short string is stored in the object, which still exists here
    CHECK(std::string(bytes, 5) == std::string(5, '\0'));
    http::header assigned;
    bytes = to.value.data();
    assigned = std::move(to);
    CHECK(assigned.value == "short");
    CHECK(std::string(bytes, 5) == std::string(5, '\0'));
}

TEST_CASE("headers can be assigned, also to themselves") {
    http::header a("A", "1", true);
    const http::header b("B", "2");
    const auto& self = a;
    a = self;
    CHECK(a == http::header("A", "1", true));
    a = b;
    CHECK(a == b);
    static_assert(std::is_nothrow_move_constructible_v<http::header>);
}

TEST_CASE("the URL of a request contains the port only if it is not the scheme's default") {
    http::request r;
    r.origin = {"https", "h", 443};
    r.target = "/v1?a=b";
    CHECK(http::url_of(r) == "https://h/v1?a=b");
    r.origin.port = 80;
    CHECK(http::url_of(r) == "https://h:80/v1?a=b");
    r.origin = {"http", "[::1]", 80};
    CHECK(http::url_of(r) == "http://[::1]/v1?a=b");
    r.origin.port = 443;
    CHECK(http::url_of(r) == "http://[::1]:443/v1?a=b");
}

}  // namespace message_tests
