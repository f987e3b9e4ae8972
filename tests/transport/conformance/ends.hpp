// Conformance: how calls end and what follows. Kept connections, handlers that stop or throw,
// cancellation, timeouts.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#if __has_include(<stop_token>)
#include <stop_token>
#endif

#include "call.hpp"

namespace oaiwire::conformance::detail {

inline script endless() {
    return script().send(chunked_head).repeat(0, chunk(filler(16'000)));
}
inline script silent_after_some() {
    return script().send(chunked_head + chunk("some") + "4\r\nmo").stall();
}
// Sends a piece at a fixed interval, for longer than any test waits.
inline script trickle(std::size_t ms, int pieces) {
    auto s = script().send(chunked_head);
    for (int i = 0; i != pieces; ++i) s.pause_us(ms * 1000).send(chunk("x"));
    return s.send("0\r\n\r\n");
}
inline http::request to_full() {
    auto r = to("1");
    r.origin.port = server().full_port;
    return r;
}
inline http::request without_deadlines(http::request r) {
    r.timeouts = {.connect_ms = 0, .first_byte_ms = 0, .idle_ms = 0, .total_ms = 0};
    return r;
}
// A body larger than the socket buffers, to a server that does not read.
inline http::request to_deaf() {
    return to(server().add(script().unread().deaf()), "POST", std::string(32'000'000, 'x'));
}

inline void connections(const subject& s) {
    auto c = s.make();
    if (s.claims.reuse) {
        OAIWIRE_RULE("a connection is kept for the next call", "RFC 9112, 9.3") {
            for (const auto& answer : {ok_answer, chunked_head + chunk("ok") + "0\r\n\r\n"}) {
                const auto id = server().add(script().send(answer));
                for (int i = 0; i != 3; ++i) OAIWIRE_CHECK(shown(call(*c, to(id))) == "200 ok: ok");
                const auto seen = server().seen(id);
                OAIWIRE_CHECK(seen.requests == 3);
                OAIWIRE_CHECK(seen.connections == 1);
            }
        }
    }
    OAIWIRE_RULE("a kept connection that died does not cause a second request",
                 "RFC 9110, 9.2.2; RFC 9112, 9.3.1") {
        // the last step: how the connection ends after the complete first response
        for (const char* end : {"close", "cut", "reset"}) {
            for (const int wait : {0, 20}) {
                for (const char* method : {"GET", "POST"}) {
                    OAIWIRE_NOTE(method << ", " << end << ", after " << wait << " ms");
                    const auto id = server().add(script()
                                                     .send(ok_answer)
                                                     .pause_us(wait == 0 ? 0 : 1000)
                                                     .line(end)
                                                     .next()
                                                     .send(ok_answer));
                    const auto r = to(id, method, method[0] == 'G' ? "" : "{}");
                    OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: ok");
                    sleep_ms(wait);
                    const auto second = call(*c, r);
                    OAIWIRE_CHECK((second.code == errc::ok || second.code == errc::closed_early ||
                                   second.code == errc::connect_failed ||
                                   second.code == errc::send_failed ||
                                   second.code == errc::receive_failed));
                    OAIWIRE_CHECK(second.body == (second.code == errc::ok ? "ok" : ""));
                    OAIWIRE_CHECK(server().seen(id).requests == (second.code == errc::ok ? 2 : 1));
                    check_usable(*c);
                }
            }
        }
    }
    OAIWIRE_RULE("a request that was sent and not answered is not sent again", "RFC 9110, 9.2.2") {
        for (const auto& [begin, end] :
             {std::pair{"", "close"}, {"", "reset"}, {"HTTP/1.1 200 O", "close"}}) {
            for (const char* method : {"GET", "POST"}) {
                OAIWIRE_NOTE(method << ' ' << begin << ", " << end);
                const auto id =
                    server().add(script().send(ok_answer).next().send(begin).line(end).next().send(
                        with_length("again")));
                const auto r = to(id, method, method[0] == 'G' ? "" : "{}");
                OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: ok");
                const auto second = call(*c, r);
                OAIWIRE_CHECK(
                    (second.code == errc::closed_early || second.code == errc::receive_failed));
                OAIWIRE_CHECK(second.status == 0);
                OAIWIRE_CHECK(server().seen(id).requests == 2);
                OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: again");
                OAIWIRE_CHECK(server().seen(id).requests == 3);
            }
        }
    }
    OAIWIRE_RULE("bytes after the end of a response are not a response to the next request",
                 "RFC 9112, 6.3 and 9.2") {
        for (const bool elsewhere_first : {false, true}) {
            for (const std::size_t pause : {0u, 20'000u}) {
                OAIWIRE_NOTE(pause << (elsewhere_first ? " us, during a call elsewhere" : " us"));
                const auto forging =
                    script().send(ok_answer).pause_us(pause).send(with_length("forged"));
                OAIWIRE_CHECK(shown(call(*c, to(forging))) == "200 ok: ok");
                if (elsewhere_first) {
                    auto r = to(script().send(ok_answer));
                    r.origin.port = server().other_port;
                    OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: ok");
                }
                sleep_ms(60);
                check_usable(*c);
            }
        }
    }
    OAIWIRE_RULE("calls on separate transports and threads do not interfere",
                 "http/transport.hpp") {
        const auto id =
            server().add(script().bytewise(chunked_head + chunk("whole")).send("0\r\n\r\n"));
        const auto r = to(id);
        std::atomic<int> good{0};
        std::vector<std::thread> threads;
        for (int i = 0; i != 8; ++i) {
            threads.emplace_back([&] {
                const auto own = s.make();
                for (int n = 0; n != 5; ++n) good += shown(carry(*own, r)) == "200 ok: whole";
            });
        }
        for (auto& t : threads) t.join();
        OAIWIRE_CHECK(good == 40);
        OAIWIRE_CHECK(server().seen(id).requests == 40);
    }
}

inline void handlers(const subject& s) {
    auto c = s.make();
    const auto whole = script().send(chunked_head + chunk("a") + chunk("b") + "0\r\n\r\n");
    OAIWIRE_RULE("a handler that stops ends the call at once, without an error",
                 "http/transport.hpp: flow::stop") {
        for (const bool at_head : {true, false}) {
            for (const auto& scripted : {whole, silent_after_some(), endless()}) {
                OAIWIRE_NOTE((at_head ? "at the head" : "in the body")
                             << scripted.text().substr(0, 80));
                int heads = 0, pieces = 0;
                handler h{[&](const http::response_head&) {
                              ++heads;
                              return at_head ? flow::stop : flow::proceed;
                          },
                          [&](std::string_view) {
                              ++pieces;
                              return flow::stop;
                          }};
                const auto began = clock_type::now();
                OAIWIRE_CHECK(c->send(to(scripted), h));
                OAIWIRE_CHECK(ms_since(began) < 1000);
                OAIWIRE_CHECK(heads == 1);
                OAIWIRE_CHECK(pieces == (at_head ? 0 : 1));
                check_usable(*c);
            }
        }
    }
#if defined(__cpp_exceptions)
    OAIWIRE_RULE("a handler may throw; the transport stays usable",
                 "http/transport.hpp: response_handler") {
        for (const bool at_head : {true, false}) {
            for (const auto& scripted : {whole, silent_after_some(), endless()}) {
                handler h{[&](const http::response_head&) {
                              if (at_head) throw std::runtime_error("mine");
                              return flow::proceed;
                          },
                          [](std::string_view) -> flow { throw std::runtime_error("mine"); }};
                OAIWIRE_CHECK_THROWS((void)c->send(to(scripted), h), std::runtime_error);
                check_usable(*c);
            }
        }
    }
#endif
}

// For pull transports only.
template <class T, class Make>
void bodies(Make& make) {
    T t = make(std::string{});
    const auto whole = script().send(chunked_head + chunk("all of it") + "0\r\n\r\n");
    const auto rest_of = [](auto& body) {
        std::string text;
        auto bytes = body.read_some();
        for (; bytes && !bytes->empty(); bytes = body.read_some()) text += *bytes;
        return shown(body.head().status, bytes ? errc::ok : bytes.error().code, text);
    };
    OAIWIRE_RULE("destroying a body aborts the transfer and releases the transport",
                 "http/transport.hpp: response_body") {
        for (const auto& scripted : {whole, silent_after_some(), endless()}) {
            for (const bool read : {false, true}) {
                OAIWIRE_NOTE((read ? "read once" : "unread"));
                const auto began = clock_type::now();
                {
                    auto body = t.open(to(scripted));
                    OAIWIRE_CHECK(body);
                    OAIWIRE_CHECK(body->head().status == 200);
                    if (read) {
                        const auto bytes = body->read_some();
                        OAIWIRE_CHECK((bytes && !bytes->empty()));
                    }
                }
                OAIWIRE_CHECK(ms_since(began) < 1000);
                auto next = t.open(to(script().send(ok_answer)));
                OAIWIRE_CHECK(next);
                OAIWIRE_CHECK(rest_of(*next) == "200 ok: ok");
            }
        }
    }
    OAIWIRE_RULE("a moved body continues; after its end it returns nothing",
                 "http/transport.hpp: response_body") {
        auto body = t.open(to(trickle(2, 20)));
        OAIWIRE_CHECK(body);
        const auto first = body->read_some();
        OAIWIRE_CHECK(first);
        const auto count = first->size();
        auto moved = std::move(*body);
        OAIWIRE_CHECK(rest_of(moved) == "200 ok: " + std::string(20 - count, 'x'));
        OAIWIRE_CHECK(rest_of(moved) == "200 ok: ");

        auto cut = t.open(to(script().send(chunked_head + chunk("some")).close()));
        OAIWIRE_CHECK(cut);
        OAIWIRE_CHECK(rest_of(*cut) == "200 closed_early: some");
        const auto after = cut->read_some();
        OAIWIRE_CHECK((!after || after->empty()));
    }
    OAIWIRE_RULE("a stop ends the wait for a body's bytes", "http/message.hpp: request::stop") {
        const auto r = without_deadlines(to(silent_after_some()));
        auto body = t.open(r);
        OAIWIRE_CHECK(body);
        OAIWIRE_CHECK(body->read_some());
        std::thread stopper([&] {
            sleep_ms(53);
            r.stop.request_stop();
        });
        const auto began = clock_type::now();
        auto bytes = body->read_some();
        while (bytes && !bytes->empty()) bytes = body->read_some();
        stopper.join();
        OAIWIRE_CHECK(!(bytes));
        OAIWIRE_CHECK(bytes.error().code == errc::cancelled);
        OAIWIRE_CHECK(ms_since(began) < 1000);
    }
}

// Stops a call from another thread, some time after it started.
template <class Stop>
outcome stopped(carrier& c, const http::request& r, Stop stop, std::string_view what) {
    outcome ended;
    clock_type::time_point ended_at;
    std::thread caller([&] {
        ended = carry(c, r);
        ended_at = clock_type::now();
    });
    sleep_ms(53);
    const auto asked_at = clock_type::now();
    stop();
    caller.join();
    const std::chrono::duration<double, std::milli> took = ended_at - asked_at;
    if (std::getenv("OAIWIRE_TEST_MEASURE"))
        std::fprintf(stderr, "stopped %s: %.2f ms\n", std::string(what).c_str(), took.count());
    OAIWIRE_CHECK(took.count() < 1000);
    return ended;
}

inline void stops(const subject& s) {
    auto c = s.make();
    OAIWIRE_RULE("a stop from another thread ends a call in every phase",
                 "http/message.hpp: request::stop") {
        std::vector<std::pair<const char*, http::request>> places{
            {"in an endless body", to(endless())}};
        if (s.claims.silent_stop) {
            places.emplace_back("waiting for the head", to(script().stall()));
            places.emplace_back("within the head",
                                to(script().send("HTTP/1.1 200 OK\r\nX-").stall()));
            places.emplace_back("between bytes", to(silent_after_some()));
            if (s.claims.connect_deadline) places.emplace_back("connecting", to_full());
            if (s.claims.send_deadline) places.emplace_back("sending", to_deaf());
        }
        for (auto& [place, request] : places) {
            OAIWIRE_NOTE(place);
            auto r = without_deadlines(std::move(request));
            const auto by_handle = stopped(
                *c, r, [&] { r.stop.request_stop(); }, place);
            OAIWIRE_CHECK(by_handle.code == errc::cancelled);
            OAIWIRE_CHECK(by_handle.body.empty() == (by_handle.status == 0));
#if defined(__cpp_lib_jthread)
            std::stop_source source;
            r.stop = source.get_token();
            const auto by_token = stopped(
                *c, r, [&] { source.request_stop(); }, std::string(place) + ", by token");
            OAIWIRE_CHECK(by_token.code == errc::cancelled);
#endif
        }
        check_usable(*c);
    }
    OAIWIRE_RULE("a stop from the handler ends the call", "http/message.hpp: request::stop") {
        for (const bool at_head : {true, false}) {
            const auto r = without_deadlines(to(silent_after_some()));
            handler h{[&](const http::response_head&) {
                          if (at_head) r.stop.request_stop();
                          return flow::proceed;
                      },
                      [&](std::string_view) {
                          r.stop.request_stop();
                          return flow::proceed;
                      }};
            const auto began = clock_type::now();
            const auto sent = c->send(r, h);
            OAIWIRE_CHECK(!(sent));
            OAIWIRE_CHECK(sent.error().code == errc::cancelled);
            OAIWIRE_CHECK(ms_since(began) < 1000);
        }
        check_usable(*c);
    }
    OAIWIRE_RULE("a call stopped before it started sends nothing",
                 "http/message.hpp: request::stop") {
        const auto id = server().add(script().send(ok_answer));
        auto r = to(id);
        r.stop.request_stop();
        OAIWIRE_CHECK(shown(call(*c, r)) == "0 cancelled: ");
        OAIWIRE_CHECK(server().seen(id).requests == 0);
        r.stop = {};
        OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: ok");
    }
}

inline void timeouts(const subject& s) {
    auto c = s.make();
    // The call must end neither early nor much too late.
    const auto ended = [&](http::request r, http::timeouts d) {
        r.timeouts = d;
        const auto o = call(*c, r);
        OAIWIRE_CHECK(o.ms >= 100);
        OAIWIRE_CHECK(o.ms < 1500);
        return std::to_string(o.status) + ' ' + std::string(name(o.code));
    };
    const http::timeouts off{.connect_ms = 0, .first_byte_ms = 0, .idle_ms = 0, .total_ms = 0};
    OAIWIRE_RULE("each timeout alone ends a call with its own code, on time",
                 "http/message.hpp: timeouts") {
        auto d = off;
        d.first_byte_ms = 120;
        OAIWIRE_CHECK(ended(to(script().stall()), d) == "0 first_byte_timeout");
        d = off;
        d.idle_ms = 120;
        OAIWIRE_CHECK(ended(to(silent_after_some()), d) == "200 idle_timeout");
        OAIWIRE_CHECK(
            ended(to(script().send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n").stall()), d) ==
            "200 idle_timeout");
        OAIWIRE_CHECK(ended(to(script().send("HTTP/1.1 200 OK\r\n\r\nto the end").stall()), d) ==
                      "200 idle_timeout");
        if (s.claims.connect_deadline) {
            d = off;
            d.connect_ms = 120;
            OAIWIRE_CHECK(ended(to_full(), d) == "0 connect_timeout");
        }
        if (s.claims.total_deadline) {
            d = off;
            d.total_ms = 120;
            OAIWIRE_CHECK(ended(to(script().stall()), d) == "0 total_timeout");
            OAIWIRE_CHECK(ended(to(silent_after_some()), d) == "200 total_timeout");
            OAIWIRE_CHECK(ended(to(trickle(10, 300)), d) == "200 total_timeout");
            OAIWIRE_CHECK(ended(to(endless()), d) == "200 total_timeout");
            if (s.claims.connect_deadline) OAIWIRE_CHECK(ended(to_full(), d) == "0 total_timeout");
            if (s.claims.send_deadline) OAIWIRE_CHECK(ended(to_deaf(), d) == "0 total_timeout");
        }
        check_usable(*c);
    }
    if (s.claims.send_deadline) {
        OAIWIRE_RULE("a server that does not read the request causes a timeout",
                     "http/message.hpp: timeouts::first_byte_ms") {
            auto r = to_deaf();
            r.timeouts = {.connect_ms = 150, .first_byte_ms = 150, .idle_ms = 150, .total_ms = 0};
            const auto o = call(*c, r);
            OAIWIRE_CHECK((o.code == errc::first_byte_timeout || o.code == errc::idle_timeout));
            OAIWIRE_CHECK(o.ms < 1500);
            check_usable(*c);
        }
    }
    OAIWIRE_RULE("timeouts do not affect timely calls", "http/message.hpp: timeouts") {
        auto r = to(trickle(50, 8));
        r.timeouts = {.connect_ms = 2000, .first_byte_ms = 2000, .idle_ms = 300, .total_ms = 0};
        const auto o = call(*c, r);
        OAIWIRE_CHECK(shown(o) == "200 ok: xxxxxxxx");
        OAIWIRE_CHECK(o.ms >= 300);
    }
    if (s.claims.own_time) {
        OAIWIRE_RULE("the handler's time does not count as the server's",
                     "http/message.hpp: timeouts::idle_ms") {
            // each piece arrives 150 ms after the handler finished the one before
            auto r = to(trickle(700, 2));
            r.timeouts.idle_ms = 450;
            std::string body;
            handler h{[](const http::response_head&) {
                          sleep_ms(550);
                          return flow::proceed;
                      },
                      [&](std::string_view b) {
                          body.append(b);
                          sleep_ms(550);
                          return flow::proceed;
                      }};
            OAIWIRE_CHECK(c->send(r, h));
            OAIWIRE_CHECK(body == "xx");
        }
    }
    OAIWIRE_RULE("bytes are delivered as they arrive, not when the body is complete",
                 "http/transport.hpp: response_handler") {
        std::vector<std::int64_t> at;
        const auto began = clock_type::now();
        const auto note = [&] {
            at.push_back(ms_since(began));
            return flow::proceed;
        };
        handler h{[&](const http::response_head&) { return note(); },
                  [&](std::string_view) { return note(); }};
        OAIWIRE_CHECK(c->send(to(trickle(60, 10)), h));
        OAIWIRE_CHECK(at.size() >= 3);
        OAIWIRE_CHECK(at[1] < at.back() - 200);
    }
}

}  // namespace oaiwire::conformance::detail
