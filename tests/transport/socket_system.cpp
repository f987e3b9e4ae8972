#include <oaiwire/transport/socket_system.hpp>

#include <support/catch.hpp>

#include <string_view>
#include <utility>

namespace socket_system_tests {

using namespace oaiwire::detail;

TEST_CASE("a waker makes a wait return once, however often it is woken") {
    const socket_waker waker;
    REQUIRE(waker.socket() != no_socket);
    const auto is_woken = [&] {
        socket_poll one{};
        one.fd = waker.socket();
        one.events = POLLIN;
        return poll_sockets(&one, 1, 0) > 0;
    };
    CHECK_FALSE(is_woken());
    waker.wake();
    waker.wake();
    CHECK(is_woken());
    CHECK(is_woken());
    waker.drain();
    CHECK_FALSE(is_woken());
    waker.drain();
}

TEST_CASE("a system socket does not block, says why it cannot, and moves") {
    auto made = system_socket::make(AF_INET, SOCK_STREAM);
    REQUIRE(made.is_open());
    char some[4];
    CHECK(made.receive(some, sizeof some) < 0);
    CHECK_FALSE(socket_would_block(socket_error()));  // it is not connected
    CHECK(made.send("x") < 0);
    CHECK(made.pending_error() == 0);
    CHECK_FALSE(socket_error_text(socket_error()).empty());
    auto moved = std::move(made);
    CHECK_FALSE(made.is_open());
    CHECK(moved.is_open());
    moved = system_socket();
    CHECK_FALSE(moved.is_open());
}

}  // namespace socket_system_tests
