#include <oaiwire/transport/curl_options.hpp>

#include <cstdlib>

#include <support/catch.hpp>
#include <support/http_server.hpp>

#include <oaiwire/transport/curl.hpp>

namespace curl_options_tests {

namespace {

using oaiwire::curl_options;
using oaiwire::errc;

// How a call to that path of the server for malformed responses ends.
errc end_of(const char* path, const curl_options& options) {
    static support::http_server server = [] {
        setenv("no_proxy", "127.0.0.1,localhost", 1);  // ignore the machine's proxy
        return support::http_server(OAIWIRE_TEST_HTTP_SERVER);
    }();
    REQUIRE(server.fault_port != 0);
    oaiwire::curl_transport http(options);
    auto body = http.open(
        {.method = "POST", .origin = {"http", "127.0.0.1", server.fault_port}, .target = path});
    if (!body) return body.error().code;
    for (;;) {
        const auto bytes = body->read_some();
        if (!bytes) return bytes.error().code;
        if (bytes->empty()) return errc::ok;
    }
}

}  // namespace

TEST_CASE("curl: the limits of a response head are configurable") {
    const curl_options wide{.limits = {.head = 1 << 20, .headers = 1000}};
    for (const char* path : {"/many_fields", "/long_head"}) {
        CHECK(end_of(path, {}) == errc::limit_exceeded);
        CHECK(end_of(path, wide) == errc::ok);
    }
    CHECK(end_of("/odd_fields", {.limits = {.headers = 6}}) == errc::limit_exceeded);
}

}  // namespace curl_options_tests
