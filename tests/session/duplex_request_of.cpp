#include <oaiwire/session/duplex_request_of.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <utility>

#include <oaiwire/core/error.hpp>

namespace duplex_request_of_tests {

using namespace oaiwire;
using detail::duplex_request_of;

namespace {

http::request made() {
    http::request out;
    out.method = "GET";
    out.origin = {.scheme = "https", .host = "api.example", .port = 444};
    out.target = "/v1/realtime?model=m";
    out.headers.add("Authorization", "Bearer key", true);
    out.headers.add("ACCEPT", "application/json");
    out.headers.add("X-Own", "1");
    out.timeouts.connect_ms = 5;
    out.timeouts.total_ms = 7;
    return out;
}

}  // namespace

TEST_CASE("a connection has the URL, the timeouts and the headers of its request, without Accept") {
    const auto opened = duplex_request_of(made(), {});
    REQUIRE(opened);
    const http::request from = made();
    CHECK(opened->origin == from.origin);
    CHECK(opened->target == from.target);
    CHECK(opened->timeouts.connect_ms == 5);
    CHECK(opened->timeouts.total_ms == 7);
    REQUIRE(opened->headers.size() == 2);
    CHECK(opened->headers.value("Authorization") == "Bearer key");
    CHECK(opened->headers.find("Authorization")->sensitive);
    CHECK(opened->headers.value("X-Own") == "1");
    CHECK_FALSE(opened->headers.find("X-Own")->sensitive);
    CHECK(opened->subprotocols.empty());
}

TEST_CASE("the limits of the call bound the handshake of its connection") {
    call_options options;
    options.limits.head = 123;
    options.limits.headers = 4;
    const auto opened = duplex_request_of(made(), options);
    REQUIRE(opened);
    CHECK(opened->limits.head == 123);
    CHECK(opened->limits.headers == 4);
}

TEST_CASE("who stops the request stops its connection") {
    http::request from = made();
    const stop_handle stop = from.stop;
    const auto opened = duplex_request_of(std::move(from), {});
    REQUIRE(opened);
    CHECK_FALSE(opened->stop.stop_requested());
    stop.request_stop();
    CHECK(opened->stop.stop_requested());
}

TEST_CASE("a request that cannot be made is the error of its connection") {
    const auto opened =
        duplex_request_of(make_error(errc::invalid_argument, "there is no model", "model"), {});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == errc::invalid_argument);
    CHECK(opened.error().path == "model");
}

}  // namespace duplex_request_of_tests
