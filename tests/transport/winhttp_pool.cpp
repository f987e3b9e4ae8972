#include <oaiwire/transport/winhttp.hpp>

#include <support/catch.hpp>

#include "conformance.hpp"

#include <string>
#include <thread>
#include <utility>
#include <vector>

#if __has_include(<stop_token>)
#include <stop_token>
#endif

namespace winhttp_pool_tests {

namespace {

using oaiwire::errc;
using oaiwire::winhttp_transport;
using oaiwire::conformance::script;
using oaiwire::conformance::detail::chunk;
using oaiwire::conformance::detail::chunked_head;
using oaiwire::conformance::detail::clock_type;
using oaiwire::conformance::detail::ms_since;
using oaiwire::conformance::detail::shown;
using oaiwire::conformance::detail::sleep_ms;
using oaiwire::conformance::detail::to;
using oaiwire::conformance::detail::without_deadlines;

// Polls until the call has ended.
std::string rest_of(winhttp_transport& http, winhttp_transport::call& call) {
    std::string text;
    for (const auto began = clock_type::now(); !call.ended() && ms_since(began) < 10'000;) {
        text += call.read();
        http.poll(50);
    }
    return shown(call.head() ? call.head()->status : 0, call.error().code, text);
}

}  // namespace

TEST_CASE("winhttp: a polled call gives its head, its bytes and its end") {
    winhttp_transport http;
    auto call =
        http.start(to(script().send(chunked_head + chunk("one") + chunk(" two") + "0\r\n\r\n")));
    CHECK(http.running() == 1);
    CHECK_FALSE(call.head());
    CHECK_FALSE(call.ended());
    CHECK(rest_of(http, call) == "200 ok: one two");
    CHECK(call.read().empty());
    CHECK(http.running() == 0);
}

TEST_CASE("winhttp: the request of a polled call need not stay") {
    winhttp_transport http;
    const auto id = oaiwire::conformance::detail::server().add(
        script().send(oaiwire::conformance::detail::ok_answer));
    const auto body = oaiwire::conformance::detail::filler(500'000);
    auto call = http.start(to(id, "POST", body));
    CHECK(rest_of(http, call) == "200 ok: ok");
    CHECK(oaiwire::conformance::detail::server().seen(id).body_hash ==
          oaiwire::conformance::fnv1a(body));
}

TEST_CASE("winhttp: a hundred calls on one thread each get what is theirs") {
    winhttp_transport http;
    std::vector<winhttp_transport::call> calls;
    std::vector<std::string> texts(100);
    for (int i = 0; i != 100; ++i) {
        const auto n = std::to_string(i);
        calls.push_back(http.start(to(script()
                                          .send(chunked_head + chunk("n " + n))
                                          .pause_us(5000)
                                          .send(chunk(", again " + n) + "0\r\n\r\n"))));
    }
    CHECK(http.running() == 100);
    for (const auto began = clock_type::now(); http.running() != 0 && ms_since(began) < 20'000;) {
        http.poll(20);
        for (std::size_t i = 0; i != 100; ++i) texts[i] += calls[i].read();
    }
    for (std::size_t i = 0; i != 100; ++i) {
        const auto n = std::to_string(i);
        CHECK(texts[i] + std::string(calls[i].read()) == "n " + n + ", again " + n);
        CHECK(calls[i].error().code == errc::ok);
    }
}

TEST_CASE("winhttp: poll waits no longer than it may, and not at all for nothing") {
    winhttp_transport http;
    const auto began = clock_type::now();
    CHECK_FALSE(http.poll(10'000));
    auto call = http.start(without_deadlines(to(script().stall())));
    while (http.poll(100)) {
    }
    CHECK(ms_since(began) < 5000);
    CHECK_FALSE(call.ended());
}

TEST_CASE("winhttp: stops and timeouts end a polled call") {
    winhttp_transport http;
    auto r = without_deadlines(to(script().stall()));
    auto stopped = http.start(r);
    auto limited = to(script().stall());
    limited.timeouts.first_byte_ms = 100;
    auto late = http.start(limited);
    std::thread stopper([&] {
        sleep_ms(50);
        r.stop.request_stop();
    });
    CHECK(rest_of(http, stopped) == "0 cancelled: ");
    stopper.join();
    CHECK(rest_of(http, late) == "0 first_byte_timeout: ");
#if defined(__cpp_lib_jthread)
    std::stop_source source;
    r.stop = source.get_token();
    auto by_token = http.start(r);
    source.request_stop();
    CHECK(rest_of(http, by_token) == "0 cancelled: ");
#endif
}

TEST_CASE("winhttp: a call that is not read makes its server wait, and is not idle meanwhile") {
    winhttp_transport http;
    auto r = to(oaiwire::conformance::detail::endless());
    r.timeouts.idle_ms = 100;
    auto call = http.start(r);
    for (int i = 0; i != 20; ++i) {
        http.poll(10);
        sleep_ms(20);
    }
    CHECK_FALSE(call.ended());
    const auto bytes = call.read();
    CHECK(!bytes.empty());
    CHECK(bytes.size() <= 32'768);
}

TEST_CASE("winhttp: destroying the transport ends its calls, and what came can be read") {
    winhttp_transport::call call = [] {
        winhttp_transport http;
        auto started = http.start(to(oaiwire::conformance::detail::silent_after_some()));
        for (int i = 0; i != 100 && !started.head(); ++i) http.poll(50);
        for (int i = 0; i != 20; ++i) http.poll(10);
        return started;
    }();
    CHECK(call.read() == "some");
    CHECK(call.ended());
    CHECK(call.error().code == errc::cancelled);
}

}  // namespace winhttp_pool_tests
