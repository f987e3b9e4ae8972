#include <oaiwire/transport/winhttp.hpp>

#include <support/catch.hpp>

#include "conformance.hpp"

#include <cstdlib>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace winhttp_tests {

namespace {

namespace http = oaiwire::http;
using oaiwire::errc;
using oaiwire::winhttp_transport;
using oaiwire::conformance::script;
using oaiwire::conformance::detail::call;
using oaiwire::conformance::detail::carry;
using oaiwire::conformance::detail::check_usable;
using oaiwire::conformance::detail::chunk;
using oaiwire::conformance::detail::chunked_head;
using oaiwire::conformance::detail::ok_answer;
using oaiwire::conformance::detail::outcome;
using oaiwire::conformance::detail::server;
using oaiwire::conformance::detail::shown;
using oaiwire::conformance::detail::sleep_ms;
using oaiwire::conformance::detail::to;
using oaiwire::conformance::detail::to_deaf;
using oaiwire::conformance::detail::to_full;
using oaiwire::conformance::detail::with_length;
using oaiwire::conformance::detail::without_deadlines;

static_assert(http::transport<winhttp_transport>);
static_assert(http::pull_transport<winhttp_transport>);
static_assert(http::polled_transport<winhttp_transport>);
static_assert(!std::is_copy_constructible_v<winhttp_transport>);
static_assert(std::is_nothrow_move_constructible_v<winhttp_transport>);

using carrier = oaiwire::conformance::detail::pushed<winhttp_transport>;
auto make = [](const std::string&) { return winhttp_transport{}; };

DWORD open_handles() {
    DWORD count = 0;
    GetProcessHandleCount(GetCurrentProcess(), &count);
    return count;
}

// Requests in every state in which a call can be abandoned.
std::vector<std::pair<const char*, http::request>> unfinished() {
    std::vector<std::pair<const char*, http::request>> out;
    out.emplace_back("connecting", to_full());
    out.emplace_back("sending", to_deaf());
    out.emplace_back("waiting for the head", to(script().stall()));
    out.emplace_back("within the head", to(script().send("HTTP/1.1 200 OK\r\nX-").stall()));
    out.emplace_back("between chunks", to(oaiwire::conformance::detail::silent_after_some()));
    out.emplace_back("within a body with a length",
                     to(script().send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nsome").stall()));
    out.emplace_back("in an endless body", to(oaiwire::conformance::detail::endless()));
    for (auto& [state, request] : out) {
        // WinHTTP's own timeouts, 3 s later, release what Wine does not
        request.timeouts = {
            .connect_ms = 500, .first_byte_ms = 500, .idle_ms = 500, .total_ms = 500};
    }
    return out;
}

}  // namespace

TEST_CASE("winhttp: conforms") {
    const bool real = !oaiwire::detail::winhttp_in_wine();
    oaiwire::conformance::run(make, {.reuse = real,
                                     .ipv6 = real,
                                     .own_time = real,
                                     .early_answer = false,
                                     .interim = real,
                                     .go_on = real,
                                     .chunk_syntax = real,
                                     .limits = real});
}

TEST_CASE("winhttp: ten thousand calls leave no handle behind") {
    winhttp_transport http;
    const auto counted = to(script().send(with_length("ok")));
    const auto chunked = to(script().send(chunked_head + chunk("ok") + "0\r\n\r\n"));
    int good = 0;
    DWORD before = 0;
    for (int i = 0; i != 10'000; ++i) {
        if (i == 1000) before = open_handles();
        outcome o;
        auto h = o.recorder();
        good += http.send(i % 2 == 0 ? counted : chunked, h) && o.body == "ok" ? 1 : 0;
    }
    CHECK(good == 10'000);
    CHECK(open_handles() < before + 50);
}

TEST_CASE("winhttp: a call can be abandoned in every state, and the transport goes on") {
    for (const bool with_transport : {false, true}) {
        for (const auto& [state, request] : unfinished()) {
            for (const int polls : {0, 1, 5}) {
                INFO(state << " after " << polls << " polls");
                winhttp_transport http;
                {
                    auto call = http.start(request);
                    for (int i = 0; i != polls; ++i) http.poll(20);
                    if (with_transport) auto gone = std::move(http);
                    CHECK(call.ended() == with_transport);
                    if (with_transport) CHECK(call.error().code == errc::cancelled);
                }
                if (with_transport) continue;
                CHECK(http.running() == 0);
                outcome o;
                auto h = o.recorder();
                CHECK(http.send(to(script().send(ok_answer)), h));
                CHECK(o.body == "ok");
            }
        }
    }
}

TEST_CASE("winhttp: abandoned calls leave no handle behind once WinHTTP's timeouts have passed") {
    const auto abandon_all = [] {
        winhttp_transport http;
        for (const auto& [state, request] : unfinished()) {
            auto call = http.start(request);
            http.poll(20);
        }
    };
    abandon_all();
    sleep_ms(4500);
    const auto before = open_handles();
    for (int i = 0; i != 5; ++i) abandon_all();
    sleep_ms(4500);
    CHECK(open_handles() < before + 20);
}

TEST_CASE("winhttp: invalid origins and names that do not exist are refused") {
    carrier c(make, "");
    auto r = to("1");
    r.origin.scheme = "ftp";
    CHECK(shown(call(c, r)) == "0 invalid_url: ");
    r.origin = {"http", "canary@127.0.0.1", server().port};
    CHECK(shown(call(c, r)) == "0 invalid_url: ");
    r.origin = {"http", "\xff.example", server().port};
    CHECK(shown(call(c, r)) == "0 invalid_url: ");
    r.origin = {"http", "no-such-host.invalid", 80};
    CHECK(shown(call(c, r)) == "0 resolve_failed: ");
    check_usable(c);
}

TEST_CASE("winhttp: a server that speaks no TLS is tls_failed, one that is silent a timeout") {
    carrier c(make, "");
    auto r = to(script().send(ok_answer).close());
    r.origin = {"https", "localhost", server().port};
    r.timeouts.connect_ms = 300;
    const auto o = call(c, r);
    CHECK((o.code == errc::tls_failed || o.code == errc::connect_timeout));
    CHECK(o.ms < 1500);
    check_usable(c);
}

TEST_CASE("winhttp: using a moved-from transport is an error, the new one works") {
    winhttp_transport t;
    outcome o;
    auto h = o.recorder();
    CHECK(t.send(to(script().send(ok_answer)), h));
    winhttp_transport taken = std::move(t);
    CHECK(taken.send(to(script().send(ok_answer)), h));
    CHECK(o.body == "okok");
    // NOLINTNEXTLINE: tests the moved-from state
    CHECK(t.send(to("1"), h).error().code == errc::invalid_argument);
    CHECK(t.start(to("1")).error().code == errc::invalid_argument);
    CHECK(t.running() == 0);
    CHECK_FALSE(t.poll(0));
    t = winhttp_transport{};
    CHECK(t.send(to(script().send(ok_answer)), h));
}

TEST_CASE("winhttp: a body outlives its transport") {
    auto t = std::make_unique<winhttp_transport>();
    auto body = t->open(to(script().send(chunked_head + chunk("a") + chunk("b") + "0\r\n\r\n")));
    REQUIRE(body);
    t.reset();
    std::string text;
    for (auto bytes = body->read_some(); bytes && !bytes->empty(); bytes = body->read_some()) {
        text += *bytes;
    }
    CHECK(text == "ab");
}

TEST_CASE("winhttp: each piece of a chunked body comes at once, also the last one of those sent") {
    winhttp_transport http;
    auto r = without_deadlines(to(script().send(chunked_head + chunk("data: 1\n\n")).stall()));
    auto body = http.open(r);
    REQUIRE(body);
    std::string text;
    while (text.size() < 9) {
        const auto bytes = body->read_some();
        REQUIRE(bytes);
        text += *bytes;
    }
    CHECK(text == "data: 1\n\n");
}

TEST_CASE("winhttp: without kept connections each call has its own") {
    winhttp_transport http({.keep_connections = false});
    const auto id = server().add(script().send(ok_answer));
    for (int i = 0; i != 3; ++i) {
        outcome o;
        auto h = o.recorder();
        CHECK(http.send(to(id), h));
    }
    CHECK(server().seen(id).connections == 3);
}

TEST_CASE("winhttp: transports on many threads at once do not disturb each other") {
    const auto request = to(script().send(chunked_head + chunk("a") + chunk("b") + "0\r\n\r\n"));
    std::vector<std::thread> threads;
    std::atomic<int> good{0};
    for (int i = 0; i != 8; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n != 20; ++n) {
                carrier own(make, "");
                good += shown(carry(own, request)) == "200 ok: ab";
            }
        });
    }
    for (auto& t : threads) t.join();
    CHECK(good == 160);
}

}  // namespace winhttp_tests
