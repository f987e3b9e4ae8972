#include <oaiwire/transport/socket_connection.hpp>
//
#include <oaiwire/transport/pump_call.hpp>

#include <support/catch.hpp>
#include <support/fault_server.hpp>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#if !defined(_WIN32)
#include <sys/resource.h>
#endif

namespace socket_connection_tests {

using namespace oaiwire;
using detail::socket_connection;

static_assert(pump_connection<socket_connection>);

namespace {

// Connects, or says why not.
errc connect(socket_connection& c) {
    for (;;) {
        const auto connected = c.connect();
        if (!connected) return connected.error().code;
        if (*connected) return errc::ok;
        c.wait(true, 1000);
    }
}

}  // namespace

TEST_CASE("a socket connection sends, receives, and tells silence from an end") {
    auto& server = conformance::detail::server();
    const auto id = server.add(support::script().send("hello").close());
    socket_connection c(http::origin{"http", "127.0.0.1", server.port});
    REQUIRE(connect(c) == errc::ok);
    const auto nothing = c.read();
    REQUIRE(nothing);
    CHECK_FALSE(nothing->has_value());
    const std::string request = "GET /" + id + " HTTP/1.1\r\n\r\n";
    const auto sent = c.write(request);
    REQUIRE(sent);
    CHECK(*sent == request.size());
    std::string all;
    for (;;) {
        c.wait(false, 1000);
        const auto came = c.read();
        REQUIRE(came);
        if (!came->has_value()) continue;
        if ((*came)->empty()) break;
        all += **came;
    }
    CHECK(all == "hello");
}

TEST_CASE("a socket connection that is woken returns from its wait, also if it was woken before") {
    auto& server = conformance::detail::server();
    socket_connection c(http::origin{"http", "127.0.0.1", server.port});
    REQUIRE(connect(c) == errc::ok);
    c.wake();
    c.wait(false, 60'000);
    std::thread other([&] { c.wake(); });
    c.wait(false, 60'000);
    other.join();
}

TEST_CASE("a socket connection says that nobody listens, and that it has no TLS") {
    socket_connection closed(http::origin{"http", "127.0.0.1", 1});
    CHECK(connect(closed) == errc::connect_failed);
    socket_connection secure(http::origin{"https", "127.0.0.1", 1});
    CHECK(connect(secure) == errc::invalid_url);
    socket_connection nowhere(http::origin{"http", "nowhere.invalid", 1});
    CHECK(connect(nowhere) == errc::resolve_failed);
}

#if !defined(_WIN32)
TEST_CASE("a socket connection whose waker the system could not make looks again soon") {
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
    rlimit none = before;
    none.rlim_cur = 0;
    REQUIRE(setrlimit(RLIMIT_NOFILE, &none) == 0);
    const auto waker = std::make_shared<detail::socket_waker>();
    REQUIRE(setrlimit(RLIMIT_NOFILE, &before) == 0);
    REQUIRE(waker->socket() == detail::no_socket);
    socket_connection c(http::origin{"http", "localhost", 1}, waker);
    std::vector<detail::socket_poll> polls;
    CHECK(c.add_polls(polls, true) <= 20);
    CHECK(connect(c) != errc::ok);
}
#endif

}  // namespace socket_connection_tests
