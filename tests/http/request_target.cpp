#include <oaiwire/http/request_target.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace request_target_tests {

using namespace oaiwire::http::detail;

namespace {

struct checked {
    refusal why{};
    std::string target{};
    std::string authority{};
};

checked check(std::string target, std::string_view method = "GET") {
    checked out;
    out.target = std::move(target);
    out.why = check_target(method, out.target, out.authority);
    return out;
}

}  // namespace

TEST_CASE("a target in origin-form stays as it is") {
    for (const char* const good :
         {"/", "/v1/models/meta%2FLlama?limit=2&a[]=b", "/a//b", "/a?b?c"}) {
        INFO(good);
        const auto got = check(good);
        CHECK_FALSE(got.why);
        CHECK(got.target == good);
        CHECK(got.authority.empty());
    }
    CHECK_FALSE(check("*", "OPTIONS").why);
}

TEST_CASE("a URL is reduced to origin-form, and names its authority") {
    const auto got = check("HTTP://example.com:8080/v1/models?limit=2");
    CHECK_FALSE(got.why);
    CHECK(got.target == "/v1/models?limit=2");
    CHECK(got.authority == "example.com:8080");
    CHECK(check("http://example.com").target == "/");
}

TEST_CASE("targets that two implementations might read differently are refused") {
    for (const char* const bad : {"v1", "*", "ftp://example.com/", "http:///a", "/a/../b",
                                  "/a/%2e%2E/b", "/a%00b", "/a%0ab", "http://user@example.com/"}) {
        INFO(bad);
        CHECK(check(bad).why.status == 400);
    }
    CHECK(check("example.com:80", "CONNECT").why.status == 400);
}

TEST_CASE("a host is a name or an address, perhaps with a port") {
    const auto npos = std::string_view::npos;
    for (const char* const good :
         {"example.com", "example.com:443", "127.0.0.1", "[::1]", "[::1]:80"}) {
        INFO(good);
        CHECK(find_invalid_host(good) == npos);
    }
    CHECK(find_invalid_host("a b") == 1);
    CHECK(find_invalid_host("example.com:8x") == 13);
    CHECK(find_invalid_host("example.com:65536") == 16);
    CHECK(find_invalid_host("[::1]a") != npos);
}

}  // namespace request_target_tests
