// Conformance: requests and responses without faults.
#pragma once

#include <string>
#include <utility>

#include "call.hpp"

namespace oaiwire::conformance::detail {

inline void requests(const subject& s) {
    auto c = s.make();
    OAIWIRE_RULE("method, target and body are sent as given, with host and length",
                 "RFC 9112, 3; RFC 9110, 7.2 and 8.6") {
        const auto host = "127.0.0.1:" + std::to_string(server().port) + '|';
        for (const std::string method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            for (const std::string body : {"", "{\"a\":1}", "line\nline\r\n\r\n"}) {
                if (method == "GET" && !body.empty()) continue;
                OAIWIRE_NOTE(method << ' ' << body);
                const auto id = server().add(script().send(ok_answer));
                auto r = to(id, method, body);
                r.target = "/" + id + "/v1/a%2Fb/../c?x=%20y&../z=%3F";
                OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: ok");
                const auto seen = server().seen(id);
                OAIWIRE_CHECK(seen.requests == 1);
                OAIWIRE_CHECK(seen.head.substr(0, seen.head.find("\r\n")) ==
                              method + ' ' + r.target + " HTTP/1.1");
                OAIWIRE_CHECK(sent(seen.head, "Host") == host);
                OAIWIRE_CHECK(seen.body_size == body.size());
                OAIWIRE_CHECK(seen.body_hash == fnv1a(body));
                const auto length = sent(seen.head, "Content-Length");
                if (!body.empty() || method[0] == 'P') {
                    OAIWIRE_CHECK(length == std::to_string(body.size()) + '|');
                } else {
                    OAIWIRE_CHECK((length.empty() || length == "0|"));
                }
            }
        }
    }
    OAIWIRE_RULE("bodies from 0 to 8 MB are sent completely", "RFC 9112, 6.2") {
        for (const std::size_t n : {0u, 1u, 16'383u, 65'537u, 1'048'577u, 8'388'608u}) {
            OAIWIRE_NOTE(n);
            const auto id = server().add(script().send(ok_answer));
            const auto r = to(id, "POST", filler(n));
            OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: ok");
            const auto seen = server().seen(id);
            OAIWIRE_CHECK(seen.requests == 1);
            OAIWIRE_CHECK(seen.body_size == n);
            OAIWIRE_CHECK(seen.body_hash == fnv1a(r.body));
            OAIWIRE_CHECK(sent(seen.head, "Content-Length") == std::to_string(n) + '|');
            OAIWIRE_CHECK(sent(seen.head, "Transfer-Encoding") == "");
            OAIWIRE_CHECK(sent(seen.head, "Expect") == "");
        }
    }
    OAIWIRE_RULE("fields are sent as given, and none is added that requests something",
                 "RFC 9110, 5 and 12.5.3") {
        const auto id = server().add(script().send(ok_answer));
        auto r = to(id);
        const auto wide = filler(8000);
        const std::string odd = R"(a: b, "c" ; d=%20\ {}[])";
        for (const auto& [name, value] : {std::pair{"content-TYPE", "application/json"},
                                          {"Accept", "text/event-stream"},
                                          {"User-Agent", "u/1"},
                                          {"X-Odd", odd.c_str()},
                                          {"X-Wide", wide.c_str()},
                                          {"X-Twice", "1"},
                                          {"x-empty", ""},
                                          {"X-Twice", "2"}}) {
            r.headers.add(name, value);
        }
        OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: ok");
        const auto head = server().seen(id).head;
        OAIWIRE_CHECK(sent(head, "Content-Type") == "application/json|");
        OAIWIRE_CHECK(sent(head, "Accept") == "text/event-stream|");
        OAIWIRE_CHECK(sent(head, "User-Agent") == "u/1|");
        OAIWIRE_CHECK(sent(head, "X-Odd") == odd + '|');
        OAIWIRE_CHECK(sent(head, "X-Wide") == wide + '|');
        if (s.claims.exact_fields) OAIWIRE_CHECK(sent(head, "X-Twice") == "1|2|");
        OAIWIRE_CHECK(sent(head, "X-Empty") == "|");
        OAIWIRE_CHECK(sent(head, "Authorization") == "Bearer canary|");
        for (const char* name :
             {"Accept-Encoding", "Cookie", "Expect", "Proxy-Authorization", "Proxy-Connection",
              "Referer", "TE", "Transfer-Encoding", "Upgrade"}) {
            OAIWIRE_NOTE(name);
            OAIWIRE_CHECK(sent(head, name) == "");
        }
    }
    OAIWIRE_RULE("a call leaves nothing for the next one", "RFC 9110, 3.3: HTTP is stateless") {
        auto first = to(script().send(with_length("ok", "Set-Cookie: taste=sweet\r\n")));
        first.headers.add("X-First", "yes");
        first.body = "of the first";
        OAIWIRE_CHECK(shown(call(*c, first)) == "200 ok: ok");
        const auto id = server().add(script().send(ok_answer));
        auto second = to(id, "GET", "");
        second.headers.clear();
        OAIWIRE_CHECK(shown(call(*c, second)) == "200 ok: ok");
        const auto seen = server().seen(id);
        for (const char* name : {"X-First", "Cookie", "Authorization", "Content-Type"}) {
            OAIWIRE_NOTE(name);
            OAIWIRE_CHECK(sent(seen.head, name) == "");
        }
        OAIWIRE_CHECK(seen.body_size == 0);
        if (s.claims.head_method) {
            const auto nothing = script().send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
            OAIWIRE_CHECK(shown(call(*c, to(server().add(nothing), "HEAD", ""))) == "200 ok: ");
            OAIWIRE_CHECK(shown(call(*c, second)) == "200 ok: ok");
        }
    }
    if (s.claims.ipv6) {
        OAIWIRE_RULE("an IPv6 address can be the host", "RFC 3986, 3.2.2") {
            if (server().six_port == 0) {
                skip_rule("no IPv6 here");
                return;
            }
            const auto id = server().add(script().send(ok_answer));
            auto r = to(id);
            r.origin = {"http", "[::1]", server().six_port};
            OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: ok");
            OAIWIRE_CHECK(sent(server().seen(id).head, "Host") ==
                          "[::1]:" + std::to_string(server().six_port) + '|');
        }
    }
    OAIWIRE_RULE("a response that arrives before the request was read ends the call",
                 "RFC 9112, 9.5") {
        for (const std::string end : {"close", "stall"}) {
            if (end == "stall" && !s.claims.send_deadline) continue;
            OAIWIRE_NOTE(end);
            const auto id = server().add(script()
                                             .unread()
                                             .send("HTTP/1.1 413 Too Large\r\nConnection: "
                                                   "close\r\nContent-Length: 2\r\n\r\nno")
                                             .line(end));
            auto r = to(id, "POST", filler(8'388'608));
            r.timeouts.first_byte_ms = r.timeouts.idle_ms = 500;
            const auto o = call(*c, r);
            OAIWIRE_NOTE(shown(o));
            OAIWIRE_CHECK((o.status == 413 || o.code != errc::ok));
            OAIWIRE_CHECK(o.ms < 3000);
            OAIWIRE_CHECK(server().seen(id).requests == 1);
            check_usable(*c);
        }
    }
    OAIWIRE_RULE("a connection reset while the request is sent is an error, and not retried",
                 "RFC 9110, 9.2.2; RFC 9112, 9.5") {
        const auto id = server().add(script().unread().reset());
        const auto o = call(*c, to(id, "POST", filler(8'388'608)));
        OAIWIRE_NOTE(shown(o));
        OAIWIRE_CHECK((o.code == errc::send_failed || o.code == errc::receive_failed ||
                       o.code == errc::closed_early));
        OAIWIRE_CHECK(server().seen(id).requests == 1);
        check_usable(*c);
    }
}

inline void responses(const subject& s) {
    auto c = s.make();
    const auto got = [&](const std::string& bytes, bool then_close = false) {
        auto scripted = script().send(bytes);
        if (then_close) scripted.close();
        return shown(call(*c, to(scripted)));
    };
    const std::string ok = "HTTP/1.1 200 OK\r\n";

    OAIWIRE_RULE("interim responses do not reach the handler, the final head does once",
                 "RFC 9110, 15.2") {
        auto scripted = script();
        if (s.claims.interim) {
            scripted.send("HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n");
        }
        if (s.claims.go_on) scripted.send("HTTP/1.1 100 Continue\r\n\r\n").pause_us(500);
        if (s.claims.interim) {
            scripted.send("HTTP/1.1 102 Processing\r\nX-Interim: 2\r\n\r\n");
        }
        const auto o = call(*c, to(scripted.send(with_length("ok", "X-Final: yes\r\n"))));
        OAIWIRE_CHECK(shown(o) == "200 ok: ok");
        OAIWIRE_CHECK(values(o.headers, "X-Interim") == "");
        OAIWIRE_CHECK(values(o.headers, "X-Final") == "yes|");
    }
    OAIWIRE_RULE("bodies with every framing are complete", "RFC 9112, 6.3 and 7.1") {
        OAIWIRE_CHECK(got(with_length("")) == "200 ok: ");
        OAIWIRE_CHECK(got(with_length("exactly\n\r\n")) == "200 ok: exactly\n\r\n");
        const auto large = filler(3'000'000);
        OAIWIRE_CHECK(got(with_length(large)) == shown(200, errc::ok, large));
        OAIWIRE_CHECK(got(chunked_head + chunk("one") + chunk(" two") + "0\r\n\r\n") ==
                      "200 ok: one two");
        OAIWIRE_CHECK(got(chunked_head + "0\r\n\r\n") == "200 ok: ");
        OAIWIRE_CHECK(
            got(chunked_head +
                "3;name=value;n=\"a;b\"\r\none\r\n00A ; x\r\n0123456789\r\n0;y\r\n\r\n") ==
            "200 ok: one0123456789");
        OAIWIRE_CHECK(got(chunked_head + chunk("ok") +
                          "0\r\nX-Trailer: yes\r\nX-Other: too\r\n\r\n") == "200 ok: ok");
        OAIWIRE_CHECK(got(ok + "\r\nuntil the end", true) == "200 ok: until the end");
        OAIWIRE_CHECK(got("HTTP/1.0 200 OK\r\n\r\n" + large, true) == shown(200, errc::ok, large));
        OAIWIRE_CHECK(got(ok + "Connection: close\r\n\r\n", true) == "200 ok: ");
        std::string single, split = chunked_head;
        for (int i = 0; i != 3000; ++i) {
            single += static_cast<char>('a' + i % 26);
            split += chunk(single.substr(single.size() - 1));
        }
        OAIWIRE_CHECK(got(split + "0\r\n\r\n") == shown(200, errc::ok, single));
        const auto piece = filler(65'536);
        std::string all;
        for (int i = 0; i != 128; ++i) all += piece;
        const auto id =
            server().add(script().send(chunked_head).repeat(128, chunk(piece)).send("0\r\n\r\n"));
        OAIWIRE_CHECK(shown(call(*c, to(id))) == shown(200, errc::ok, all));
    }
    OAIWIRE_RULE("a response without a body ends with its head",
                 "RFC 9112, 6.3; RFC 9110, 9.3.2, 15.3.5 and 15.4.5") {
        OAIWIRE_CHECK(got("HTTP/1.1 204 No Content\r\n\r\n") == "204 ok: ");
        OAIWIRE_CHECK(got("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n") == "304 ok: ");
        if (s.claims.head_method) {
            const auto r =
                to(server().add(script().send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")),
                   "HEAD", "");
            const auto o = call(*c, r);
            OAIWIRE_CHECK(shown(o) == "200 ok: ");
            OAIWIRE_CHECK(values(o.headers, "content-length") == "9|");
        }
        check_usable(*c);
    }
    OAIWIRE_RULE("fields are delivered as sent, without white space around their values",
                 "RFC 9110, 5.3 and 5.5; RFC 9112, 5.1") {
        const auto o = call(*c, to(script().send(with_length(
                                    "ok",
                                    "x-CASE:no space\r\nX-Empty:\r\nX-Twice: 1\r\n"
                                    "X-Space: \t a  b \t\r\nx-twice: 2\r\nX-Colon: a:b\r\n"))));
        OAIWIRE_CHECK(shown(o) == "200 ok: ok");
        OAIWIRE_CHECK(values(o.headers, "X-Case") == "no space|");
        if (s.claims.exact_fields) {
            OAIWIRE_CHECK(values(o.headers, "X-Empty") == "|");
            OAIWIRE_CHECK(values(o.headers, "X-Twice") == "1|2|");
        }
        OAIWIRE_CHECK(values(o.headers, "X-Space") == "a  b|");
        OAIWIRE_CHECK(values(o.headers, "X-Colon") == "a:b|");
        OAIWIRE_CHECK(values(o.headers, "Content-Length") == "2|");
    }
    OAIWIRE_RULE("every status is a response to a single request",
                 "http/transport.hpp: a status is no failure; RFC 9110, 15") {
        for (const int status : {201, 206, 400, 401, 403, 404, 407, 408, 413, 417, 421, 425, 429,
                                 500, 502, 503, 504, 599}) {
            OAIWIRE_NOTE(status);
            const auto id = server().add(
                script().send("HTTP/1.1 " + std::to_string(status) +
                              " Words\r\nWWW-Authenticate: Basic realm=\"r\"\r\n"
                              "Proxy-Authenticate: Basic realm=\"r\"\r\nRetry-After: 0\r\n"
                              "Content-Length: 12\r\n\r\n{\"error\":{}}"));
            const auto o = call(*c, to(id));
            OAIWIRE_CHECK(shown(o) == std::to_string(status) + " ok: {\"error\":{}}");
            OAIWIRE_CHECK(values(o.headers, "retry-after") == "0|");
            OAIWIRE_CHECK(server().seen(id).requests == 1);
        }
    }
    OAIWIRE_RULE("redirects are delivered, not followed",
                 "http/transport.hpp: no redirects; RFC 9110, 15.4") {
        const auto elsewhere = server().add(script().send(ok_answer));
        const auto there =
            "http://127.0.0.1:" + std::to_string(server().other_port) + '/' + elsewhere;
        for (const char* status : {"301", "302", "303", "307", "308"}) {
            for (const char* method : {"GET", "POST"}) {
                OAIWIRE_NOTE(method << ' ' << status);
                for (const auto& location : {there, '/' + elsewhere}) {
                    const auto id = server().add(script().send(
                        "HTTP/1.1 " + std::string(status) + " Over there\r\nLocation: " + location +
                        "\r\nContent-Length: 5\r\n\r\nthere"));
                    const auto o = call(*c, to(id, method, method[0] == 'G' ? "" : "{}"));
                    OAIWIRE_CHECK(shown(o) == std::string(status) + " ok: there");
                    OAIWIRE_CHECK(values(o.headers, "Location") == location + '|');
                    OAIWIRE_CHECK(server().seen(id).requests == 1);
                }
            }
        }
        OAIWIRE_CHECK(server().seen(elsewhere).requests == 0);
    }
    OAIWIRE_RULE("content codings that were not requested are delivered undecoded",
                 "http/transport.hpp: no content coding; RFC 9110, 8.4") {
        for (const std::string coding : {"gzip", "br", "deflate", "zstd", "gzip, br"}) {
            const auto o =
                call(*c, to(script().send(with_length(
                             "\x1f\x8b not really",
                             "Content-Encoding: " + coding + "\r\nContent-Type: text/html\r\n"))));
            OAIWIRE_CHECK(shown(o) == "200 ok: \x1f\x8b not really");
            OAIWIRE_CHECK(values(o.headers, "content-encoding") == coding + '|');
            OAIWIRE_CHECK(values(o.headers, "content-type") == "text/html|");
        }
        OAIWIRE_CHECK(got(chunked_head + chunk("twice") + chunk("twice") + "0\r\n\r\n") ==
                      "200 ok: twicetwice");
    }
}

}  // namespace oaiwire::conformance::detail
