#include <oaiwire/transport/socket_polled.hpp>

#include <support/catch.hpp>
#include <transport/conformance.hpp>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/api/polled_call.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace socket_polled_tests {

using namespace oaiwire;
using conformance::detail::chunk;
using conformance::detail::chunked_head;
using conformance::detail::ok_answer;
using conformance::detail::server;
using conformance::detail::to;
using support::script;

namespace {

// start() and poll() as a push transport, for a program without other work.
struct polled_sender {
    polled_socket_transport net{};

    template <http::response_handler Handler>
    result<void> send(const http::request& r, Handler& handler) {
        auto call = net.start(r);
        for (bool has_head = false;; net.poll(1000)) {
            if (!has_head && call.head()) {
                has_head = true;
                if (handler.on_head(*call.head()) == http::flow::stop) return {};
            }
            const auto bytes = has_head ? call.read() : std::string_view{};
            if (!bytes.empty() && handler.on_body(bytes) == http::flow::stop) return {};
            if (call.ended()) break;
        }
        if (call.error().code != errc::ok) return call.error();
        return {};
    }
};

}  // namespace

TEST_CASE("socket: polled calls conform") {
    conformance::run([](const std::string&) { return polled_sender(); }, {.own_time = false});
}

TEST_CASE("socket: calls of one polled transport go on beside each other, and keep connections") {
    const auto id = server().add(
        script().send(chunked_head + chunk("a")).pause_us(20'000).send(chunk("b") + "0\r\n\r\n"));
    polled_socket_transport net;
    std::string all;
    for (int round = 0; round != 2; ++round) {
        std::vector<polled_socket_transport::call> calls;
        for (int i = 0; i != 5; ++i) calls.push_back(net.start(to(id)));
        while (!calls.empty()) {
            net.poll(1000);
            for (auto& call : calls) all += call.read();
            std::erase_if(calls, [](const auto& call) {
                if (call.ended()) CHECK(call.error().code == errc::ok);
                return call.ended();
            });
        }
    }
    CHECK(all.size() == 20);
    CHECK(all.starts_with("aaa"));
    const auto seen = server().seen(id);
    CHECK(seen.requests == 10);
    CHECK(seen.connections == 5);
}

TEST_CASE("socket: a polled call that is not read holds a bounded part of its body") {
    const std::string large(20'000'000, 'x');
    const auto r = to(script().send(conformance::detail::with_length(large)));
    polled_socket_transport net;
    auto call = net.start(r);
    for (int i = 0; i != 50; ++i) net.poll(2);
    REQUIRE(call.head() != nullptr);
    const auto first = call.read().size();
    CHECK(first >= 65'536);
    CHECK(first < 100'000);
    std::size_t all = first;
    while (!call.ended()) {
        net.poll(1000);
        all += call.read().size();
    }
    CHECK(all == large.size());
}

TEST_CASE("socket: polled calls outlive their transport as cancelled, and may be abandoned") {
    const auto silent = script().send(chunked_head + chunk("some")).stall();
    auto net = std::make_unique<polled_socket_transport>();
    auto call = net->start(to(silent));
    auto other = net->start(to(silent));
    while (!call.head() || !other.head()) net->poll(100);
    other = net->start(to(script().send(ok_answer)));
    while (!other.ended()) {
        net->poll(100);
        static_cast<void>(other.read());
    }
    CHECK(other.error().code == errc::ok);
    net.reset();
    CHECK(call.read() == "some");
    CHECK(call.ended());
    CHECK(call.error().code == errc::cancelled);
}

TEST_CASE("socket: a stop from another thread ends a poll that waits") {
    auto r = to(script().stall());
    r.timeouts = {.connect_ms = 0, .first_byte_ms = 0, .idle_ms = 0, .total_ms = 0};
    polled_socket_transport net;
    auto call = net.start(r);
    std::thread stopper([&] { r.stop.request_stop(); });
    while (!call.ended()) net.poll(60'000);
    stopper.join();
    CHECK(call.error().code == errc::cancelled);
}

TEST_CASE("socket: a poll that does nothing says so") {
    polled_socket_transport net;
    CHECK_FALSE(net.poll(0));
    CHECK_FALSE(net.poll(1));
    const auto id = server().add(script().send(ok_answer));
    auto call = net.start(to(id));
    int polls = 0;
    while (!call.ended()) {
        while (net.poll(0)) ++polls;
        call.read();
        net.poll(1000);
    }
    CHECK(call.error().code == errc::ok);
    CHECK(polls > 0);
    CHECK_FALSE(net.poll(0));
}

TEST_CASE("socket: a polled transport that was moved from makes no call") {
    polled_socket_transport net;
    const auto other = std::move(net);
    CHECK_FALSE(net.poll(0));
    const auto call = net.start(to("x"));
    CHECK(call.ended());
    CHECK(call.head() == nullptr);
    CHECK(call.error().code == errc::invalid_argument);
}

}  // namespace socket_polled_tests
