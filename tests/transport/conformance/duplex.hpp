// Conformance suite for duplex transports: any model of http::duplex_transport or
// http::polled_duplex_transport has the same connections with a WebSocket server that misbehaves on
// purpose. Uses only the concepts of http/duplex.hpp.
//
//     TEST_CASE("mine conforms") {
//         oaiwire::conformance::run_duplex([](const std::string& ca_file) { return
//         my_sockets(ca_file); },
//                                 {.tls = true});
//     }
//
// The function makes a transport and is called many times, as that of oaiwire::conformance::run();
// what that says of building holds here too.
#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "duplex_faults.hpp"
#include "link.hpp"
#include "tls.hpp"

namespace oaiwire::conformance {
namespace detail {

inline void duplex_messages(const link_maker& make) {
    SECTION("messages of every size come back as they were sent") {
        const auto c = make({});
        const auto id = server().add(script().upgrade().echo());
        REQUIRE(shown(c->open(socket_to(id))) == "ok");
        CHECK(c->head()->status == 101);
        for (const std::size_t size : {0u, 1u, 125u, 126u, 127u, 65535u, 65536u, 1000000u}) {
            const std::string data = filler(size);
            for (const auto kind : {message_kind::text, message_kind::binary}) {
                CHECK(shown(c->send(kind, data)) == "ok");
                CHECK(received(*c) == shown(kind, data));
            }
        }
        const std::string any("\x00\xff\x80", 3);
        CHECK(shown(c->send(message_kind::binary, any)) == "ok");
        CHECK(received(*c) == shown(message_kind::binary, any));
        CHECK(shown(c->send(message_kind::text, any)) == "invalid_text");
        CHECK_FALSE(c->ended());
        CHECK(shown(c->close(1000, "bye")) == "ok");
        CHECK(c->ended());
        CHECK(shown(c->closed()) == "1000 bye");
        CHECK(received(*c) == "nothing");
        CHECK(shown(c->send(message_kind::text, "late")) == "send_failed");
        const auto log = log_with(id, logged(0x88, close_payload(1000, "bye")));
        CHECK(log.find("unmasked") == log.npos);
        CHECK(log.ends_with(logged(0x88, close_payload(1000, "bye"))));
    }

    SECTION("what the server sends does not depend on how it is cut") {
        const std::string all =
            support::frame(0x81, "a") + support::frame(0x01, "he") + support::frame(0x89, "beat") +
            support::frame(0x80, "llo") + support::frame(0x8a, "unasked") +
            support::frame(0x82, std::string(3, '\0')) + support::close_frame(1001, "later");
        for (const int way : {0, 1, 2}) {
            INFO(way);
            const auto id = server().add(way == 0   ? script().upgrade({}, all).frames(0)
                                         : way == 1 ? script().upgrade().send(all).frames(0)
                                                    : script().upgrade().bytewise(all).frames(0));
            const auto c = make({});
            REQUIRE(shown(c->open(socket_to(id))) == "ok");
            CHECK(received(*c) == "text a");
            CHECK(received(*c) == "text hello");
            CHECK(received(*c) == shown(message_kind::binary, std::string(3, '\0')));
            CHECK(received(*c) == "nothing");
            CHECK(c->ended());
            CHECK(shown(c->closed()) == "1001 later");
            CHECK(log_with(id, logged(0x88, close_payload(1001))) ==
                  logged(0x8a, "beat") + logged(0x88, close_payload(1001)));
        }
    }

    SECTION("the handshake has the request's fields, and a key of its own") {
        std::set<std::string> keys;
        const auto c = make({});
        for (int i = 0; i != 2; ++i) {
            const auto id =
                server().add(script().upgrade("Sec-WebSocket-Protocol: two\r\nX-Id: 7\r\n").echo());
            auto r = socket_to(id);
            r.headers.add("OpenAI-Beta", "realtime=v1");
            r.subprotocols = {"one", "two"};
            REQUIRE(shown(c->open(r)) == "ok");
            CHECK(c->head()->headers.value("X-Id") == "7");
            const auto head = server().seen(id).head;
            CHECK(head.starts_with("GET " + r.target + " HTTP/1.1\r\n"));
            CHECK(sent(head, "Host") == "127.0.0.1:" + std::to_string(server().port) + '|');
            CHECK(sent(head, "Connection") == "Upgrade|");
            CHECK(sent(head, "Upgrade") == "websocket|");
            CHECK(sent(head, "Sec-WebSocket-Version") == "13|");
            CHECK(sent(head, "Sec-WebSocket-Protocol") == "one, two|");
            CHECK(sent(head, "Sec-WebSocket-Extensions").empty());
            CHECK(sent(head, "Authorization") == "Bearer canary|");
            CHECK(sent(head, "OpenAI-Beta") == "realtime=v1|");
            CHECK(sent(head, "Sec-WebSocket-Key").size() == 25);
            keys.insert(sent(head, "Sec-WebSocket-Key"));
            CHECK(shown(c->close(1000, {})) == "ok");
        }
        CHECK(keys.size() == 2);
    }

    SECTION("both sides send much at once") {
        const auto c = make({});
        REQUIRE(shown(c->open(socket_to(script().upgrade().echo()))) == "ok");
        const std::string data = filler(1'000'000);
        for (int i = 0; i != 20; ++i) REQUIRE(shown(c->send(message_kind::text, data)) == "ok");
        for (int i = 0; i != 20; ++i) REQUIRE(received(*c) == shown(message_kind::text, data));
    }

    SECTION("a flood comes whole and in order, however slowly it is read") {
        script s;
        s.upgrade();
        for (int i = 0; i != 20; ++i) {
            s.repeat(50, support::frame(0x82, filler(10'000)));
            s.send(support::frame(0x81, std::to_string(i)));
        }
        const auto c = make({});
        REQUIRE(shown(c->open(socket_to(s.send(support::close_frame(1000)).frames(0)))) == "ok");
        for (int i = 0; i != 20; ++i) {
            if (i % 5 == 0) sleep_ms(20);
            for (int k = 0; k != 50; ++k) {
                REQUIRE(received(*c) == shown(message_kind::binary, filler(10'000)));
            }
            REQUIRE(received(*c) == "text " + std::to_string(i));
        }
        CHECK(received(*c) == "nothing");
        CHECK(shown(c->closed()) == "1000 ");
    }

    SECTION("an address of IPv6 is a host") {
        if (server().six_port == 0) return;
        auto r = socket_to(script().upgrade().echo());
        r.origin = {"http", "[::1]", server().six_port};
        const auto c = make({});
        REQUIRE(shown(c->open(r)) == "ok");
        CHECK(shown(c->send(message_kind::text, "six")) == "ok");
        CHECK(received(*c) == "text six");
    }
}

// Several connections of one transport.
template <class T, class Make>
void many_polled(Make& make) {
    SECTION("polled: connections of a transport go on side by side, one slower than another") {
        T transport = make(std::string{});
        using connection = decltype(transport.start(http::duplex_request{}));
        std::vector<connection> all;
        for (int i = 0; i != 30; ++i) {
            all.push_back(
                transport.start(socket_to(i % 3 == 0 ? script().pause_us(30'000).upgrade().echo()
                                                     : script().upgrade().echo())));
        }
        std::vector<int> stage(all.size());
        const auto began = clock_type::now();
        for (std::size_t ended = 0; ended != all.size() && ms_since(began) < 20'000;) {
            transport.poll(100);
            for (std::size_t i = 0; i != all.size(); ++i) {
                if (stage[i] == 0 && all[i].head()) {
                    CHECK(all[i].send(message_kind::text, std::to_string(i)).has_value());
                    stage[i] = 1;
                }
                if (const auto got = all[i].next()) {
                    CHECK(got->data == std::to_string(i));
                    CHECK(all[i].close(1000, "done").has_value());
                    stage[i] = 2;
                }
                if (stage[i] == 2 && all[i].ended()) {
                    CHECK(shown(all[i].closed()) == "1000 done");
                    CHECK(all[i].error().code == errc::ok);
                    stage[i] = 3;
                    ++ended;
                }
            }
        }
        CHECK(stage == std::vector<int>(all.size(), 3));
    }

    SECTION("polled: what waits to be sent is bounded, and a poll without a budget never waits") {
        T transport = make(std::string{});
        auto r = socket_to(script().upgrade().deaf());
        r.unsent_limit = 100'000;
        auto c = transport.start(r);
        while (!c.head() && !c.ended()) transport.poll(100);
        const std::string data = filler(40'000);
        CHECK(c.send(message_kind::text, filler(100'001)).error().code == errc::limit_exceeded);
        int sent = 0;
        while (sent != 1000 && c.send(message_kind::text, data)) {
            transport.poll(0);
            ++sent;
        }
        CHECK(c.send(message_kind::text, data).error().code == errc::limit_exceeded);
        CHECK(sent < 1000);
        CHECK(c.unsent() <= 100'000);
        CHECK_FALSE(c.ended());
        const auto began = clock_type::now();
        for (int i = 0; i != 100; ++i) transport.poll(0);
        CHECK(ms_since(began) < 2000);
    }

    SECTION("polled: a connection that is not read makes the server wait, and is not idle") {
        T transport = make(std::string{});
        const auto id = server().add(
            script().upgrade().repeat(3000, support::frame(0x82, filler(10'000))).echo());
        auto r = socket_to(id);
        r.timeouts.idle_ms = 100;
        auto c = transport.start(r);
        const auto began = clock_type::now();
        while (ms_since(began) < 400) transport.poll(10);
        CHECK_FALSE(c.ended());
        int count = 0;
        while (!c.ended() && count != 3000) {
            transport.poll(100);
            while (const auto got = c.next()) count += got->data.size() == 10'000 ? 1 : 1000;
        }
        CHECK(count == 3000);
        CHECK(c.send(message_kind::text, "and on").has_value());
        std::optional<http::message> got;
        while (!got && !c.ended()) {
            transport.poll(100);
            got = c.next();
        }
        CHECK((got && got->data == "and on"));
    }

    SECTION("polled: the end of a transport ends its connections; theirs are their own") {
        auto transport = std::make_unique<T>(make(std::string{}));
        auto a = transport->start(socket_to(script().upgrade().echo()));
        auto b = std::make_optional(transport->start(socket_to(script().upgrade().echo())));
        while (!a.head() || !b->head()) transport->poll(100);
        b.reset();
        CHECK(a.send(message_kind::text, "still").has_value());
        std::optional<http::message> got;
        while (!got && !a.ended()) {
            transport->poll(100);
            got = a.next();
        }
        CHECK(got);
        auto moved = std::move(a);
        transport.reset();
        CHECK(moved.ended());
        CHECK(moved.error().code == errc::cancelled);
        CHECK(moved.closed().code == 1006);
        CHECK(moved.send(message_kind::text, "late").error().code == errc::send_failed);
    }

    SECTION("polled: a transport that was moved from starts nothing") {
        T transport = make(std::string{});
        T taken = std::move(transport);
        // NOLINTNEXTLINE: tests the moved-from state
        auto c = transport.start(socket_to("1"));
        CHECK(c.ended());
        CHECK(c.error().code == errc::invalid_argument);
        CHECK_FALSE(transport.poll(0));
        auto other = taken.start(socket_to(script().upgrade().echo()));
        while (!other.head() && !other.ended()) taken.poll(100);
        CHECK(other.head());
    }
}

template <class T, class Make>
void many_waiting(Make& make) {
    SECTION("waiting: a connection outlives its transport, and others are served meanwhile") {
        auto transport = std::make_unique<T>(make(std::string{}));
        const auto answered = server().add(script().upgrade().echo());
        auto a = transport->connect(socket_to(answered));
        auto b = transport->connect(socket_to(
            script().upgrade().pause_us(50'000).send(support::frame(0x81, "late")).echo()));
        REQUIRE(a);
        REQUIRE(b);
        CHECK(a->send(message_kind::text, "early").has_value());
        const auto late = b->receive(10'000);
        REQUIRE(late);
        CHECK((*late && (*late)->data == "late"));
        transport.reset();
        auto early = a->receive(10'000);
        REQUIRE(early);
        CHECK((*early && (*early)->data == "early"));
        *b = std::move(*a);
        CHECK(b->close(1000, {}).has_value());
        CHECK(shown(b->closed()) == "1000 ");
    }
    SECTION("waiting: a transport that was moved from opens nothing") {
        T transport = make(std::string{});
        const T taken = std::move(transport);
        // NOLINTNEXTLINE: tests the moved-from state
        CHECK(transport.connect(socket_to("1")).error().code == errc::invalid_argument);
    }
}

inline void all_duplex(const link_maker& make, const duplex_traits& claims) {
    duplex_messages(make);
    duplex_refusals(make);
    duplex_ends(make);
    duplex_violations(make);
    duplex_times(make);
    if (claims.tls) duplex_tls(make);
}

}  // namespace detail

// Tests the duplex transports that `make` creates; call it inside a TEST_CASE.
template <class Make>
void run_duplex(Make make, const duplex_traits& claims = {}) {
    using transport = decltype(make(std::string{}));
    if constexpr (http::duplex_transport<transport>) {
        const detail::link_maker waiting = [&](const std::string& ca_file) {
            return std::make_unique<detail::waiting_link<transport>>(make, ca_file);
        };
        SECTION("waiting") {
            detail::all_duplex(waiting, claims);
        }
        detail::many_waiting<transport>(make);
    }
    if constexpr (http::polled_duplex_transport<transport>) {
        const detail::link_maker polled = [&](const std::string& ca_file) {
            return std::make_unique<detail::polled_link<transport>>(make, ca_file);
        };
        SECTION("polled") {
            detail::all_duplex(polled, claims);
        }
        detail::many_polled<transport>(make);
    }
}

}  // namespace oaiwire::conformance
