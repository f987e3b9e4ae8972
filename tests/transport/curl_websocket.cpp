#include <oaiwire/transport/curl_websocket.hpp>
//
#include <cstdlib>
#include <string>
#include <type_traits>

#include <support/catch.hpp>

#include "conformance/duplex.hpp"

namespace curl_websocket_tests {

using oaiwire::curl_websocket_transport;
using oaiwire::conformance::detail::server;
using oaiwire::conformance::detail::socket_to;
using support::script;

static_assert(oaiwire::http::duplex_transport<curl_websocket_transport>);
static_assert(oaiwire::http::polled_duplex_transport<curl_websocket_transport>);
static_assert(!std::is_copy_constructible_v<curl_websocket_transport>);
static_assert(std::is_nothrow_move_constructible_v<curl_websocket_transport>);

TEST_CASE("curl_websocket: conforms") {
    oaiwire::conformance::run_duplex(
        [](const std::string& ca_file) { return curl_websocket_transport({.ca_file = ca_file}); },
        {.tls = true});
}

TEST_CASE("curl_websocket: a proxy is asked for a tunnel, also without TLS, and gets no key") {
    const char* const before = std::getenv("http_proxy");
    const std::string kept = before ? before : "";
    const auto proxy = "localhost:" + std::to_string(server().port);
    setenv("http_proxy", ("http://" + proxy).c_str(), 1);
    curl_websocket_transport sockets;

    // the fault server takes "xID:80" for the script ID
    const auto id = server().add(script().send("HTTP/1.1 200 OK\r\n\r\n").next().upgrade().echo());
    auto r = socket_to(id);
    r.origin = {"http", "x" + id, 80};
    auto socket = sockets.connect(r);
    REQUIRE(socket);
    CHECK(server().seen(id).requests == 2);
    CHECK(server().seen(id).connections == 1);
    CHECK(server().seen(id).head.starts_with("GET /" + id + '/'));
    REQUIRE(socket->send(oaiwire::http::message_kind::text, "through"));
    const auto got = socket->receive(10'000);
    REQUIRE(got);
    CHECK((*got && (*got)->data == "through"));

    const auto no = server().add(
        script().send("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"));
    r.origin.host = "x" + no;
    const auto refused = sockets.connect(r);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "x" + no + ":80: the proxy " + proxy +
                                         " answered CONNECT with status 407: it asks for"
                                         " credentials");
    CHECK(server().seen(no).head.starts_with("CONNECT x" + no + ":80 HTTP/1.1\r\n"));
    CHECK(server().seen(no).head.find("canary") == std::string::npos);
    if (before) {
        setenv("http_proxy", kept.c_str(), 1);
    } else {
        unsetenv("http_proxy");
    }
}

}  // namespace curl_websocket_tests
