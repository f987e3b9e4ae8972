// Out of memory in pump_transport and polled_socket_transport: allocation k of a call fails, for
// every k, either once or from then on. The call must end as out_of_memory, or whole.
#include <oaiwire/transport/pump.hpp>
#include <oaiwire/transport/socket_polled.hpp>

#include <support/allocation_ledger.hpp>
#include <support/catch.hpp>
#include <support/memory_connection.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace socket_allocation_tests {

using namespace oaiwire;
using support::allocations;
using support::no_failures;

#if defined(__cpp_exceptions)

namespace {

constexpr std::string_view answer =
    "HTTP/1.1 200 OK\r\nX-A-Header-With-A-Long-Name: and a value of some length\r\n"
    "Content-Length: 60\r\n\r\n"
    "a body that is longer than a string which needs no memory...";

http::request request_to(std::uint16_t port) {
    return {.method = "POST",
            .origin = {"http", "127.0.0.1", port},
            .target = "/a/target/that/is/longer/than/a/short/string",
            .headers = {{"Authorization", "Bearer a-key-that-is-longer-than-short", true}},
            .body = std::string(100, 'b')};
}

// Calls f(), in which allocation k fails, for each k. f returns how its call ended, and the bytes.
template <class F>
void with_each_failure(F f) {
    for (const bool fails_on : {false, true}) {
        bool more = true;
        for (std::size_t k = 0; more; ++k) {
            INFO("allocation " << k << (fails_on ? " and all after it" : ""));
            allocations.failures = 0;
            allocations.fails_on = fails_on;
            allocations.until_failure = k;
            std::pair<errc, std::size_t> ended;
            std::string thrown;
            try {
                ended = f();
                allocations.until_failure = support::allocation_ledger::never;
            } catch (const std::exception& e) {
                allocations.until_failure = support::allocation_ledger::never;
                thrown = e.what();
            }
            more = allocations.failures != 0;
            REQUIRE(thrown == "");
            if (ended.first != errc::ok) REQUIRE(ended.first == errc::out_of_memory);
            if (ended.first == errc::ok) REQUIRE(ended.second == 60);
            if (!more) REQUIRE(ended.first == errc::ok);
        }
    }
}

}  // namespace

TEST_CASE("a pump that runs out of memory says so, also when it would keep a connection") {
    const auto request = request_to(80);
    with_each_failure([&]() -> std::pair<errc, std::size_t> {
        using support::memory_connection;
        std::function<std::unique_ptr<memory_connection>(const http::origin&)> make;
        {
            const no_failures pause;
            const auto w = std::make_shared<support::wire>();
            w->in = {std::string(answer.substr(0, 100)), std::string(answer.substr(100))};
            w->sent.reserve(4096);
            make = [w](const http::origin&) { return std::make_unique<memory_connection>(w); };
        }
        pump_transport<memory_connection> net(std::move(make));
        auto body = net.open(request);
        if (!body) return {body.error().code, 0};
        for (std::size_t bytes = 0;;) {
            const auto some = body->read_some();
            if (!some) return {some.error().code, bytes};
            if (some->empty()) return {errc::ok, bytes};
            bytes += some->size();
        }
    });
}

TEST_CASE("socket: a polled call that runs out of memory ends so, and throws nothing") {
    const auto listener = detail::system_socket::make(AF_INET, SOCK_STREAM);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    auto* const address = reinterpret_cast<sockaddr*>(&at);
    REQUIRE(::bind(listener.get(), address, size) == 0);
    REQUIRE(::listen(listener.get(), 100) == 0);
    REQUIRE(::getsockname(listener.get(), address, &size) == 0);
    const auto request = request_to(ntohs(at.sin_port));
    with_each_failure([&]() -> std::pair<errc, std::size_t> {
        polled_socket_transport net;
        auto call = net.start(request);
        detail::system_socket peer;
        std::size_t bytes = 0;
        for (int i = 0; i != 400 && !call.ended(); ++i) {
            net.poll(5);
            if (!peer.is_open()) {
                peer = detail::system_socket(::accept(listener.get(), nullptr, nullptr));
                if (peer.is_open()) peer.send(answer);
            }
            bytes += call.read().size();
        }
        return {call.ended() ? call.error().code : errc::total_timeout, bytes};
    });
}

#endif

}  // namespace socket_allocation_tests
