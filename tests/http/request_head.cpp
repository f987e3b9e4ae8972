#include <oaiwire/http/request_head.hpp>
//
#include <support/catch.hpp>

#include <string>

namespace request_head_tests {

using namespace oaiwire;

TEST_CASE("a head has the request line, Host, the fields in order and the content length") {
    http::request r{.method = "POST",
                    .origin = {"https", "api.example.com", 443},
                    .target = "/v1/chat/completions?a=b",
                    .headers = {{"Authorization", "Bearer k", true}, {"X-Empty", ""}},
                    .body = "{}"};
    CHECK(http::request_head(r) ==
          "POST /v1/chat/completions?a=b HTTP/1.1\r\n"
          "Host: api.example.com\r\n"
          "Authorization: Bearer k\r\n"
          "X-Empty:\r\n"
          "Content-Length: 2\r\n\r\n");
    r.body.clear();
    CHECK(http::request_head(r).ends_with("X-Empty:\r\nContent-Length: 0\r\n\r\n"));
}

TEST_CASE("Host contains the port unless it is the default; no Content-Length without content") {
    http::request r{.method = "GET", .origin = {"http", "[::1]", 8080}, .target = "/"};
    CHECK(http::request_head(r) == "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n");
    r.origin.port = 80;
    CHECK(http::request_head(r) == "GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n");
    r.origin.scheme = "https";
    CHECK(http::request_head(r) == "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n");
}

}  // namespace request_head_tests
