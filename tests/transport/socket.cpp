#include <oaiwire/transport/socket.hpp>

#include <support/catch.hpp>
#include <transport/conformance.hpp>
#include <transport/conformance_streams.hpp>

#include <string>

namespace socket_tests {

using namespace oaiwire;

TEST_CASE("socket conforms") {
    oaiwire::conformance::run([](const std::string&) { return socket_transport(); });
}

TEST_CASE("streams over sockets conform") {
    oaiwire::conformance::run_streams([](const std::string&) { return socket_transport(); });
}

TEST_CASE("a name with several addresses is reached at the one that listens") {
    // localhost is ::1 and 127.0.0.1; the server's port listens on the latter
    auto r = oaiwire::conformance::detail::to(
        oaiwire::conformance::script().send(oaiwire::conformance::detail::ok_answer));
    r.origin.host = "localhost";
    oaiwire::conformance::detail::pushed<socket_transport> c(
        *[] {
            static auto make = [](const std::string&) { return socket_transport(); };
            return &make;
        }(),
        "");
    CHECK(oaiwire::conformance::detail::shown(oaiwire::conformance::detail::call(c, r)) ==
          "200 ok: ok");
}

TEST_CASE("https is refused before anything is sent, and a name that does not exist is an error") {
    socket_transport t;
    http::request r;
    r.method = "GET";
    r.origin = {"https", "localhost", 443};
    const auto secure = t.open(r);
    REQUIRE_FALSE(secure);
    CHECK(secure.error().code == errc::invalid_url);
    CHECK(secure.error().message.find("no TLS") != std::string::npos);
    r.origin = {"http", "nowhere.invalid", 80};
    const auto nowhere = t.open(r);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == errc::resolve_failed);
}

}  // namespace socket_tests
