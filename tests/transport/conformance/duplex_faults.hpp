// Conformance of duplex transports: handshakes that are refused, connections that end badly,
// servers that violate the protocol, timeouts and stops, TLS.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#if __has_include(<stop_token>)
#include <stop_token>
#endif

#include "link.hpp"
#include "tls.hpp"

namespace oaiwire::conformance::detail {

inline http::duplex_request without_deadlines(http::duplex_request r) {
    r.timeouts = {.connect_ms = 0, .first_byte_ms = 0, .idle_ms = 0, .total_ms = 0};
    r.ping_ms = r.close_ms = 0;
    return r;
}

inline void duplex_refusals(const link_maker& make) {
    SECTION("a refusal is the error that its body says, without the key that it quotes") {
        const auto c = make({});
        const std::string body =
            R"({"error":{"message":"Incorrect key canary.","type":"auth","code":"bad"}})";
        const auto refused = c->open(socket_to(
            script().send("HTTP/1.1 401 Unauthorized\r\nX-Request-Id: req_1\r\nContent-Length: " +
                          std::to_string(body.size()) + "\r\n\r\n" + body)));
        REQUIRE_FALSE(refused);
        const auto& why = refused.error();
        CHECK(why.code == errc::api_error);
        CHECK(why.api.status == 401);
        CHECK(why.api.error_class == oaiwire::api_error_class::authentication);
        CHECK(why.api.type == "auth");
        CHECK(why.api.request_id == "req_1");
        CHECK(why.message.starts_with("Incorrect key "));
        CHECK(to_string(why).find("canary") == std::string::npos);
        CHECK(why.api.body.find("canary") == std::string::npos);
        for (const std::string answer :
             {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
              "HTTP/1.1 429 Slow down\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
              "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>none</html>"}) {
            INFO(answer);
            CHECK(shown(c->open(socket_to(script().send(answer).close()))) == "api_error");
        }
        REQUIRE(shown(c->open(socket_to(script().upgrade().echo()))) == "ok");
        CHECK(shown(c->send(message_kind::text, "still usable")) == "ok");
        CHECK(received(*c) == "text still usable");
    }
    SECTION("an answer that agrees to something else is an error") {
        const auto c = make({});
        const auto open = [&](const script& s) { return shown(c->open(socket_to(s))); };
        const std::string head = "HTTP/1.1 101 Switching Protocols\r\n";
        CHECK(open(script().send(head + "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n")) ==
              "invalid_header");
        CHECK(open(script().send(head + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                        "Sec-WebSocket-Accept: AAAA\r\n\r\n")) == "invalid_header");
        CHECK(open(script().upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n")) ==
              "invalid_header");
        CHECK(open(script().upgrade("Sec-WebSocket-Protocol: other\r\n")) == "invalid_header");
        CHECK(open(script().send("not HTTP\r\n\r\n")) == "invalid_framing");
        CHECK(open(script().upgrade("X: " + std::string(1 << 20, 'x') + "\r\n")) ==
              "limit_exceeded");
    }
    SECTION("a request that cannot be sent is an error") {
        const auto c = make({});
        auto r = socket_to("1");
        r.headers.add("Upgrade", "other");
        CHECK(shown(c->open(r)) == "invalid_header");
        r = socket_to("1");
        r.origin.scheme = "gopher";
        CHECK(shown(c->open(r)) == "invalid_url");
        r = socket_to("1");
        r.origin.host = "canary@127.0.0.1";
        CHECK(shown(c->open(r)) == "invalid_url");
        r = socket_to("1");
        r.origin.host = "name.invalid";
        CHECK(shown(c->open(r)) == "resolve_failed");
        r = socket_to("1");
        r.origin.port = 1;
        CHECK(shown(c->open(r)) == "connect_failed");
    }
}

inline void duplex_ends(const link_maker& make) {
    SECTION("a connection that ends without a close is an error, after what came before it") {
        const auto c = make({});
        for (const char* end : {"cut", "close", "reset"}) {
            for (const std::string rest : {"", "\x81", "\x81\x05wor", "\x01\x01x"}) {
                INFO(end << ' ' << rest);
                auto s = script().upgrade().send(support::frame(0x81, "hello") + rest);
                REQUIRE(shown(c->open(socket_to(s.pause_us(20'000).line(end)))) == "ok");
                CHECK(received(*c) == "text hello");
                const auto why = received(*c);
                const bool reset = std::string_view(end) == "reset" && why == "receive_failed";
                CHECK((why == "closed_early" || reset));
                CHECK(c->ended());
                CHECK(c->closed().code == 1006);
                CHECK(received(*c) == why);
            }
        }
        CHECK(shown(c->open(socket_to(script().close()))) == "closed_early");
        CHECK(shown(c->open(socket_to(script().send("HTTP/1.1 101 Swi").close()))) ==
              "closed_early");
    }
    SECTION("a close without a code has code 1005, and any code and reason come through") {
        const auto c = make({});
        for (const int code : {0, 1000, 1011, 1012, 3000, 4999}) {
            INFO(code);
            const auto id =
                server().add(script()
                                 .upgrade()
                                 .send(support::close_frame(code, code ? "why \xc3\xa9" : ""))
                                 .frames(0));
            REQUIRE(shown(c->open(socket_to(id))) == "ok");
            CHECK(received(*c) == "nothing");
            CHECK(shown(c->closed()) == (code ? std::to_string(code) + " why \xc3\xa9" : "1005 "));
            const auto answer = logged(0x88, code ? close_payload(code) : "");
            CHECK(log_with(id, answer) == answer);
        }
    }
    SECTION("messages that come while a connection closes are dropped, and none is sent") {
        const auto c = make({});
        REQUIRE(shown(c->open(socket_to(
                    script().upgrade().send(support::frame(0x81, "dropped")).echo()))) == "ok");
        CHECK(shown(c->close(999, {})) == "invalid_argument");
        CHECK(shown(c->close(1000, std::string(124, 'x'))) == "invalid_argument");
        CHECK(shown(c->close(4000, "reason")) == "ok");
        CHECK(shown(c->closed()) == "4000 reason");
        CHECK(received(*c) == "nothing");
        CHECK(shown(c->close(1000, {})) == "ok");
    }
    SECTION("a server that does not answer a close is left after close_ms") {
        const auto c = make({});
        auto r = socket_to(script().upgrade().stall());
        r.close_ms = 120;
        REQUIRE(shown(c->open(r)) == "ok");
        const auto began = clock_type::now();
        CHECK(shown(c->close(1000, {})) == "idle_timeout");
        CHECK(ms_since(began) >= 100);
        CHECK(ms_since(began) < 3000);
        CHECK(c->ended());
        CHECK(c->closed().code == 1006);
    }
}

inline void duplex_violations(const link_maker& make) {
    SECTION("a violation of the protocol ends the connection, and the server is told") {
        const auto c = make({});
        const auto violate = [&](const std::string& bytes, const std::string& why, int code) {
            INFO(why);
            const auto id = server().add(script().upgrade().send(bytes).frames(0));
            auto r = socket_to(id);
            r.message_limit = 1000;
            if (const auto opened = c->open(r)) {
                CHECK(received(*c) == why);
                CHECK(c->ended());
                CHECK(c->closed().code == 1006);
            } else {
                CHECK(shown(opened) == why);  // it came with the handshake
            }
            const auto told = logged(0x88, close_payload(code));
            CHECK(log_with(id, told) == told);
        };
        violate("\x81\x81mask!", "invalid_framing", 1002);
        violate("\xc1\x01x", "invalid_framing", 1002);
        violate("\x83\x01x", "invalid_framing", 1002);
        violate("\x09\x01x", "invalid_framing", 1002);
        violate("\x80\x01x", "invalid_framing", 1002);
        violate("\x81\x01\xff", "invalid_utf8", 1007);
        violate(support::frame(0x82, filler(1001)), "limit_exceeded", 1009);
    }
}

// Stops a connection from another thread while `wait` waits, which then ends soon.
template <class Stop, class Wait>
void stopped_link(Stop stop, Wait wait, int soon_ms, std::string_view what) {
    INFO(what);
    std::atomic<bool> begun = false;
    clock_type::time_point stopped_at;
    std::thread stopper([&] {
        while (!begun) sleep_ms(1);
        sleep_ms(53);
        stopped_at = clock_type::now();
        stop();
    });
    begun = true;
    const std::string ended = wait();
    const auto ended_at = clock_type::now();
    stopper.join();
    CHECK(ended == "cancelled");
    CHECK(ended_at - stopped_at < std::chrono::milliseconds(soon_ms));
}

inline void duplex_times(const link_maker& make) {
    SECTION("a stop ends the connection at once, wherever it is") {
        const auto c = make({});
        const auto stop_each = [&](http::duplex_request request, bool opens, bool sends,
                                   std::string_view what) {
            const auto wait_for = [&](const http::duplex_request& r) {
                return [&] {
                    if (!opens) return shown(c->open(r));
                    if (!sends) return received(*c, 20'000);
                    return shown(c->send(message_kind::binary, std::string(16'000'000, 'x')));
                };
            };
            // a large message is masked first, which takes time with sanitizers
            const int soon_ms = sends ? 5000 : 1000;
            auto r = without_deadlines(std::move(request));
            if (opens) REQUIRE(shown(c->open(r)) == "ok");
            stopped_link([&] { r.stop.request_stop(); }, wait_for(r), soon_ms, what);
#if defined(__cpp_lib_jthread)
            std::stop_source source;
            r.stop = source.get_token();
            if (opens) REQUIRE(shown(c->open(r)) == "ok");
            stopped_link([&] { source.request_stop(); }, wait_for(r), soon_ms, what);
#endif
        };
        auto full = socket_to("1");
        full.origin.port = server().full_port;
        stop_each(full, false, false, "connecting");
        stop_each(socket_to(script().stall()), false, false, "in the handshake");
        stop_each(socket_to(script().upgrade().stall()), true, false, "receiving");
        stop_each(socket_to(script().upgrade().deaf()), true, true, "sending");
        auto r = socket_to("1");
        r.stop.request_stop();
        CHECK(shown(c->open(r)) == "cancelled");
    }
    SECTION("each timeout ends the connection") {
        const auto c = make({});
        const auto within = [](clock_type::time_point began) {
            CHECK(ms_since(began) >= 100);
            CHECK(ms_since(began) < 3000);
        };
        auto r = without_deadlines(socket_to("1"));
        r.origin.port = server().full_port;
        r.timeouts.connect_ms = 120;
        auto began = clock_type::now();
        CHECK(shown(c->open(r)) == "connect_timeout");
        within(began);

        r = without_deadlines(socket_to(script().stall()));
        r.timeouts.first_byte_ms = 120;
        began = clock_type::now();
        CHECK(shown(c->open(r)) == "first_byte_timeout");
        within(began);

        r = without_deadlines(socket_to(script().upgrade().stall()));
        r.timeouts.idle_ms = 120;
        REQUIRE(shown(c->open(r)) == "ok");
        began = clock_type::now();
        CHECK(received(*c) == "idle_timeout");
        within(began);

        r = without_deadlines(socket_to(script().upgrade().echo()));
        r.timeouts.total_ms = 150;
        REQUIRE(shown(c->open(r)) == "ok");
        CHECK(received(*c) == "total_timeout");

        r = without_deadlines(socket_to(script().upgrade().deaf()));
        r.timeouts.idle_ms = 120;
        REQUIRE(shown(c->open(r)) == "ok");
        began = clock_type::now();
        CHECK(shown(c->send(message_kind::binary, std::string(16'000'000, 'x'))) == "idle_timeout");
        within(began);
    }
    SECTION("pings keep a silent connection, and a wait that is over leaves it open") {
        const auto c = make({});
        const auto id = server().add(script().upgrade().echo());
        auto r = socket_to(id);
        r.ping_ms = 30;
        r.timeouts.idle_ms = 300;
        REQUIRE(shown(c->open(r)) == "ok");
        const auto began = clock_type::now();
        CHECK(received(*c, 700) == "nothing");
        CHECK(ms_since(began) >= 690);
        CHECK_FALSE(c->ended());
        CHECK(received(*c, 0) == "nothing");
        CHECK(server().frames(id).find(logged(0x89, "")) != std::string::npos);
        CHECK(shown(c->send(message_kind::text, "still")) == "ok");
        CHECK(received(*c) == "text still");
    }
}

inline void duplex_tls(const link_maker& make) {
    SECTION("TLS: a trusted server is used, any other receives no byte") {
        static const certificates files;
        const auto serve = [&](const std::string& name) {
            return files.made()
                       ? server().serve_tls(files.file(name + ".pem"), files.file(name + ".key"))
                       : std::uint16_t{0};
        };
        static const std::uint16_t good = serve("good"), wrong_host = serve("wrong_host"),
                                   expired = serve("expired"), self_signed = serve("self_signed");
        if (good == 0) {
            WARN("no openssl program, or a fault server without libssl: TLS was not tested");
            return;
        }
        const auto c = make(files.file("ca.pem"));
        const auto secure = [](const script& scripted, std::uint16_t port) {
            auto r = socket_to(scripted);
            r.origin = {"https", "localhost", port};
            return r;
        };
        const std::string data = filler(500'000);
        REQUIRE(shown(c->open(secure(script().upgrade().echo(), good))) == "ok");
        for (int i = 0; i != 3; ++i) {
            CHECK(shown(c->send(message_kind::text, data)) == "ok");
            CHECK(received(*c) == shown(message_kind::text, data));
        }
        CHECK(shown(c->close(1000, "bye")) == "ok");

        // many frames in few records of TLS
        REQUIRE(shown(c->open(secure(
                    script().upgrade().repeat(2000, support::frame(0x82, filler(1000))).stall(),
                    good))) == "ok");
        for (int i = 0; i != 2000; ++i) {
            REQUIRE(received(*c) == shown(message_kind::binary, filler(1000)));
        }
        for (const char* end : {"close", "cut", "reset"}) {
            INFO(end);
            REQUIRE(shown(c->open(secure(script()
                                             .upgrade()
                                             .send(support::frame(0x81, "hello"))
                                             .pause_us(20'000)
                                             .line(end),
                                         good))) == "ok");
            CHECK(received(*c) == "text hello");
            const auto why = received(*c);
            CHECK((why == "closed_early" || why == "receive_failed"));
        }
        auto silent = without_deadlines(secure(script().upgrade().stall(), good));
        silent.timeouts.idle_ms = 120;
        REQUIRE(shown(c->open(silent)) == "ok");
        CHECK(received(*c) == "idle_timeout");

        const auto bytes = server().tls_bytes();
        const auto refused = [&](link& by, std::uint16_t port, const std::string& host) {
            const auto never = server().add(script().upgrade());
            auto r = socket_to(never);
            r.origin = {"https", host, port};
            CHECK(shown(by.open(r)) == "tls_failed");
            CHECK(server().seen(never).requests == 0);
        };
        refused(*c, wrong_host, "localhost");
        refused(*c, expired, "localhost");
        refused(*c, self_signed, "localhost");
        refused(*c, good, "127.0.0.1");         // the certificate has another name
        refused(*make({}), good, "localhost");  // the authority is not configured
        refused(*make(files.file("none.pem")), good, "localhost");
        CHECK(server().tls_bytes() == bytes);

        // a peer that never answers the handshake of TLS: to the caller this is connecting
        auto mute = without_deadlines(secure(script().stall(), server().port));
        mute.timeouts.connect_ms = 120;
        CHECK(shown(c->open(mute)) == "connect_timeout");
    }
}

}  // namespace oaiwire::conformance::detail
