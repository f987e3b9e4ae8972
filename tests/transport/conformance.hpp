// The conformance suite of transports: whatever models http::transport, the library's adapters or
// yours, carries the same calls to a server that does every wrong thing on purpose. Knows the
// concepts of http/transport.hpp only, never a stack.
//
// To put a transport of your own through it, with Catch2 (2.13 or 3):
//
//     #include <transport/conformance.hpp>   // tests/ and include/ are on the include path
//
//     TEST_CASE("mine conforms") {
//         conformance::run([](const std::string& ca_file) { return my_transport(ca_file); },
//                          {.reuse = false, .tls = true});
//     }
//
// The function makes a transport, many times; with `ca_file` not empty it trusts the authorities in
// that PEM file besides. What the traits deny is left out: the defaults are what the library's
// adapters do. A pull_transport is put through twice, by send() and by open(). Build
// tests/support/fault_server.cpp (with OAIWIRE_TEST_TLS and libssl for the TLS group) and define
// OAIWIRE_TEST_FAULT_SERVER as its path, a string. Linux and other POSIX systems.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>

#include <support/catch.hpp>
#include <support/fault_server.hpp>

namespace conformance {

namespace http = oaiwire::http;
using http::flow;
using oaiwire::errc;
using support::script;

// What a transport claims to do.
struct traits {
    bool reuse = true;             // keeps a connection for the next call
    bool head_method = true;       // HEAD
    bool connect_deadline = true;  // deadlines.connect, and request.stop while it connects
    bool total_deadline = true;    // deadlines.total
    bool send_deadline = true;     // a deadline, and request.stop, while the server does not read
    bool limits = true;            // of head, fields and trailers: oaiwire::limits as they are
    bool tls = false;
};

namespace detail {

// What the suite gives to a transport as its handler.
struct handler {
    std::function<flow(const http::response_head&)> head{};
    std::function<flow(std::string_view)> body{};
    flow on_head(const http::response_head& h) { return head(h); }
    flow on_body(std::string_view b) { return body(b); }
};

// A transport of any type, used in one of its two forms.
struct carrier {
    virtual ~carrier() = default;
    virtual oaiwire::result<void> send(const http::request& r, handler& h) = 0;
};

struct subject {
    std::function<std::unique_ptr<carrier>(const std::string& ca_file)> make_trusting{};
    traits claims{};
    std::unique_ptr<carrier> make() const { return make_trusting({}); }
};

template <class T>
struct pushed final : carrier {
    template <class Make>
    pushed(Make& make, const std::string& ca_file) : transport(make(ca_file)) {}
    oaiwire::result<void> send(const http::request& r, handler& h) override {
        return transport.send(r, h);
    }
    T transport;
};

template <class T>
struct pulled final : carrier {
    template <class Make>
    pulled(Make& make, const std::string& ca_file) : transport(make(ca_file)) {}
    oaiwire::result<void> send(const http::request& r, handler& h) override {
        auto body = transport.open(r);
        if (!body) return std::move(body).error();
        if (h.on_head(body->head()) == flow::stop) return {};
        for (;;) {
            auto bytes = body->read_some();
            if (!bytes) return std::move(bytes).error();
            if (bytes->empty() || h.on_body(*bytes) == flow::stop) return {};
        }
    }
    T transport;
};

inline support::fault_server& server() {
    static support::fault_server one(OAIWIRE_TEST_FAULT_SERVER);
    REQUIRE(one.port != 0);
    return one;
}

// A request that runs a script. Its query and a field hold a secret, which no error may quote.
inline http::request to(const std::string& id, std::string method = "POST",
                        std::string body = "{}") {
    http::request r;
    r.method = std::move(method);
    r.origin = {"http", "127.0.0.1", server().port};
    r.target = "/" + id + "/v1/calls?key=canary";
    r.headers.add("Authorization", "Bearer canary", true);
    r.body = std::move(body);
    r.deadlines = {.connect = 10'000, .first_byte = 10'000, .idle = 10'000, .total = 0};
    return r;
}
inline http::request to(const script& s) {
    return to(server().add(s));
}

using clock_type = std::chrono::steady_clock;
inline std::int64_t ms_since(clock_type::time_point t) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock_type::now() - t).count();
}
inline void sleep_ms(int ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

// How a call went.
struct outcome {
    int heads = 0;
    int status = 0;
    http::header_list headers{};
    std::string body{};
    errc code = errc::ok;
    std::string message{};
    std::int64_t ms = 0;

    handler recorder() {
        return {[this](const http::response_head& h) {
                    ++heads;
                    status = h.status;
                    headers = h.headers;
                    return flow::proceed;
                },
                [this](std::string_view b) {
                    body.append(b);
                    return flow::proceed;
                }};
    }
};

// Without a check: fit for another thread.
inline outcome carry(carrier& c, const http::request& r) {
    outcome o;
    auto h = o.recorder();
    const auto began = clock_type::now();
    if (const auto sent = c.send(r, h); !sent) {
        o.code = sent.error().code;
        o.message = to_string(sent.error());
    }
    o.ms = ms_since(began);
    return o;
}

inline outcome call(carrier& c, const http::request& r) {
    const auto o = carry(c, r);
    CHECK(o.message.find("canary") == std::string::npos);
    CHECK(o.heads == (o.status == 0 ? 0 : 1));
    CHECK((o.status == 0 || o.status >= 200));
    return o;
}

// "200 ok: the body"; a long body by its size and hash.
inline std::string shown(int status, errc code, const std::string& body) {
    std::string out = std::to_string(status) + ' ';
    out.append(name(code)).append(": ");
    if (body.size() <= 2000) return out + body;
    return out + std::to_string(body.size()) + " bytes " + std::to_string(support::fnv1a(body));
}
inline std::string shown(const outcome& o) {
    return shown(o.status, o.code, o.body);
}

// Bytes without a visible pattern; the same for the same size.
inline std::string filler(std::size_t n) {
    std::string out(n, '\0');
    std::uint32_t x = 1;
    for (auto& c : out) {
        x = x * 1664525u + 1013904223u;
        c = static_cast<char>('!' + (x >> 24) % 90);
    }
    return out;
}

inline std::string hex(std::size_t n) {
    char text[20];
    std::snprintf(text, sizeof text, "%zx", n);
    return text;
}
inline std::string chunk(std::string_view bytes) {
    return hex(bytes.size()) + "\r\n" + std::string(bytes) + "\r\n";
}
inline std::string with_length(const std::string& body, std::string_view fields = {}) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(fields) + "\r\n" + body;
}
inline const std::string chunked_head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
inline const std::string ok_answer = with_length("ok");

// The values of every field of that name, in order, each with a bar after it.
inline std::string values(const http::header_list& fields, std::string_view name) {
    std::string out;
    for (const auto& h : fields) {
        if (http::same_name(h.name, name)) out += h.value + '|';
    }
    return out;
}
// The same of a head as the server received it.
inline std::string sent(const std::string& head, std::string_view name) {
    http::header_list fields;
    for (auto at = head.find("\r\n") + 2; at + 2 < head.size(); at = head.find("\r\n", at) + 2) {
        const auto line = std::string_view(head).substr(at, head.find("\r\n", at) - at);
        const auto colon = line.find(':');
        if (colon == line.npos) continue;
        const auto value = (std::min)(line.find_first_not_of(" \t", colon + 1), line.size());
        fields.add(line.substr(0, colon), line.substr(value));
    }
    return values(fields, name);
}

inline void check_usable(carrier& c) {
    CHECK(shown(call(c, to(script().send(ok_answer)))) == "200 ok: ok");
}

// -- groups ------------------------------------------------------------------------------------

inline void requests(const subject& s) {
    auto c = s.make();
    SECTION("method, target and body arrive as given, with the host and the length") {
        const auto host = "127.0.0.1:" + std::to_string(server().port) + '|';
        for (const std::string method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            for (const std::string body : {"", "{\"a\":1}", "line\nline\r\n\r\n"}) {
                if (method == "GET" && !body.empty()) continue;
                INFO(method << ' ' << body);
                const auto id = server().add(script().send(ok_answer));
                auto r = to(id, method, body);
                r.target = "/" + id + "/v1/a%2Fb/../c?x=%20y&../z=%3F";
                CHECK(shown(call(*c, r)) == "200 ok: ok");
                const auto seen = server().seen(id);
                CHECK(seen.requests == 1);
                CHECK(seen.head.substr(0, seen.head.find("\r\n")) ==
                      method + ' ' + r.target + " HTTP/1.1");
                CHECK(sent(seen.head, "Host") == host);
                CHECK(seen.body_size == body.size());
                CHECK(seen.body_hash == support::fnv1a(body));
                const auto length = sent(seen.head, "Content-Length");
                if (!body.empty() || method[0] == 'P') {
                    CHECK(length == std::to_string(body.size()) + '|');
                } else {
                    CHECK((length.empty() || length == "0|"));
                }
            }
        }
    }
    SECTION("bodies from 0 to 8 MB go out whole") {
        for (const std::size_t n : {0u, 1u, 16'383u, 65'537u, 1'048'577u, 8'388'608u}) {
            INFO(n);
            const auto id = server().add(script().send(ok_answer));
            const auto r = to(id, "POST", filler(n));
            CHECK(shown(call(*c, r)) == "200 ok: ok");
            const auto seen = server().seen(id);
            CHECK(seen.requests == 1);
            CHECK(seen.body_size == n);
            CHECK(seen.body_hash == support::fnv1a(r.body));
            CHECK(sent(seen.head, "Content-Length") == std::to_string(n) + '|');
            CHECK(sent(seen.head, "Transfer-Encoding") == "");
            CHECK(sent(seen.head, "Expect") == "");
        }
    }
    SECTION("fields are sent as given, and none is added that asks for something") {
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
        CHECK(shown(call(*c, r)) == "200 ok: ok");
        const auto head = server().seen(id).head;
        CHECK(sent(head, "Content-Type") == "application/json|");
        CHECK(sent(head, "Accept") == "text/event-stream|");
        CHECK(sent(head, "User-Agent") == "u/1|");
        CHECK(sent(head, "X-Odd") == odd + '|');
        CHECK(sent(head, "X-Wide") == wide + '|');
        CHECK(sent(head, "X-Twice") == "1|2|");
        CHECK(sent(head, "X-Empty") == "|");
        CHECK(sent(head, "Authorization") == "Bearer canary|");
        for (const char* name :
             {"Accept-Encoding", "Cookie", "Expect", "Proxy-Authorization", "Proxy-Connection",
              "Referer", "TE", "Transfer-Encoding", "Upgrade"}) {
            INFO(name);
            CHECK(sent(head, name) == "");
        }
    }
    SECTION("a call leaves nothing of itself to the next one") {
        auto first = to(script().send(with_length("ok", "Set-Cookie: taste=sweet\r\n")));
        first.headers.add("X-First", "yes");
        first.body = "of the first";
        CHECK(shown(call(*c, first)) == "200 ok: ok");
        const auto id = server().add(script().send(ok_answer));
        auto second = to(id, "GET", "");
        second.headers.clear();
        CHECK(shown(call(*c, second)) == "200 ok: ok");
        const auto seen = server().seen(id);
        for (const char* name : {"X-First", "Cookie", "Authorization", "Content-Type"}) {
            INFO(name);
            CHECK(sent(seen.head, name) == "");
        }
        CHECK(seen.body_size == 0);
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

    SECTION("interim responses never reach the handler, the final head does once") {
        const auto o = call(*c, to(script()
                                       .send("HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n")
                                       .send("HTTP/1.1 100 Continue\r\n\r\n")
                                       .pause_us(500)
                                       .send("HTTP/1.1 102 Processing\r\nX-Interim: 2\r\n\r\n" +
                                             with_length("ok", "X-Final: yes\r\n"))));
        CHECK(shown(o) == "200 ok: ok");
        CHECK(values(o.headers, "X-Interim") == "");
        CHECK(values(o.headers, "X-Final") == "yes|");
    }
    SECTION("bodies of every framing come whole") {
        CHECK(got(with_length("")) == "200 ok: ");
        CHECK(got(with_length("exactly\n\r\n")) == "200 ok: exactly\n\r\n");
        const auto large = filler(3'000'000);
        CHECK(got(with_length(large)) == shown(200, errc::ok, large));
        CHECK(got(chunked_head + chunk("one") + chunk(" two") + "0\r\n\r\n") == "200 ok: one two");
        CHECK(got(chunked_head + "0\r\n\r\n") == "200 ok: ");
        CHECK(got(chunked_head +
                  "3;name=value;\"a\"\r\none\r\n00A ; x\r\n0123456789\r\n0;y\r\n\r\n") ==
              "200 ok: one0123456789");
        CHECK(got(chunked_head + chunk("ok") + "0\r\nX-Trailer: yes\r\nX-Other: too\r\n\r\n") ==
              "200 ok: ok");
        CHECK(got(ok + "\r\nuntil the end", true) == "200 ok: until the end");
        CHECK(got("HTTP/1.0 200 OK\r\n\r\n" + large, true) == shown(200, errc::ok, large));
        CHECK(got(ok + "Connection: close\r\n\r\n", true) == "200 ok: ");
        std::string single, split = chunked_head;
        for (int i = 0; i != 3000; ++i) {
            single += static_cast<char>('a' + i % 26);
            split += chunk(single.substr(single.size() - 1));
        }
        CHECK(got(split + "0\r\n\r\n") == shown(200, errc::ok, single));
        const auto piece = filler(65'536);
        std::string all;
        for (int i = 0; i != 128; ++i) all += piece;
        const auto id =
            server().add(script().send(chunked_head).repeat(128, chunk(piece)).send("0\r\n\r\n"));
        CHECK(shown(call(*c, to(id))) == shown(200, errc::ok, all));
    }
    SECTION("a response that has no body ends with its head") {
        CHECK(got("HTTP/1.1 204 No Content\r\n\r\n") == "204 ok: ");
        CHECK(got("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n") == "304 ok: ");
        if (s.claims.head_method) {
            const auto r =
                to(server().add(script().send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")),
                   "HEAD", "");
            const auto o = call(*c, r);
            CHECK(shown(o) == "200 ok: ");
            CHECK(values(o.headers, "content-length") == "9|");
        }
        check_usable(*c);
    }
    SECTION("fields come as they were sent, without the space around their values") {
        const auto o = call(*c, to(script().send(with_length(
                                    "ok",
                                    "x-CASE:no space\r\nX-Empty:\r\nX-Twice: 1\r\n"
                                    "X-Space: \t a  b \t\r\nx-twice: 2\r\nX-Colon: a:b\r\n"))));
        CHECK(shown(o) == "200 ok: ok");
        CHECK(values(o.headers, "X-Case") == "no space|");
        CHECK(values(o.headers, "X-Empty") == "|");
        CHECK(values(o.headers, "X-Twice") == "1|2|");
        CHECK(values(o.headers, "X-Space") == "a  b|");
        CHECK(values(o.headers, "X-Colon") == "a:b|");
        CHECK(values(o.headers, "Content-Length") == "2|");
    }
    SECTION("every status is a response, asked for once") {
        for (const int status : {201, 206, 400, 401, 403, 404, 407, 408, 413, 417, 421, 425, 429,
                                 500, 502, 503, 504, 599}) {
            INFO(status);
            const auto id = server().add(
                script().send("HTTP/1.1 " + std::to_string(status) +
                              " Words\r\nWWW-Authenticate: Basic realm=\"r\"\r\n"
                              "Proxy-Authenticate: Basic realm=\"r\"\r\nRetry-After: 0\r\n"
                              "Content-Length: 12\r\n\r\n{\"error\":{}}"));
            const auto o = call(*c, to(id));
            CHECK(shown(o) == std::to_string(status) + " ok: {\"error\":{}}");
            CHECK(values(o.headers, "retry-after") == "0|");
            CHECK(server().seen(id).requests == 1);
        }
    }
    SECTION("redirects are handed on, never followed") {
        const auto elsewhere = server().add(script().send(ok_answer));
        const auto there =
            "http://127.0.0.1:" + std::to_string(server().other_port) + '/' + elsewhere;
        for (const char* status : {"301", "302", "303", "307", "308"}) {
            for (const char* method : {"GET", "POST"}) {
                INFO(method << ' ' << status);
                for (const auto& location : {there, '/' + elsewhere}) {
                    const auto id = server().add(script().send(
                        "HTTP/1.1 " + std::string(status) + " Over there\r\nLocation: " + location +
                        "\r\nContent-Length: 5\r\n\r\nthere"));
                    const auto o = call(*c, to(id, method, method[0] == 'G' ? "" : "{}"));
                    CHECK(shown(o) == std::string(status) + " ok: there");
                    CHECK(values(o.headers, "Location") == location + '|');
                    CHECK(server().seen(id).requests == 1);
                }
            }
        }
        CHECK(server().seen(elsewhere).requests == 0);
    }
    SECTION("content that was not asked for is delivered as it is") {
        const auto o = call(*c, to(script().send(with_length("\x1f\x8b not really",
                                                             "Content-Encoding: gzip\r\n"
                                                             "Content-Type: text/html\r\n"))));
        CHECK(shown(o) == "200 ok: \x1f\x8b not really");
        CHECK(values(o.headers, "content-encoding") == "gzip|");
        CHECK(values(o.headers, "content-type") == "text/html|");
        CHECK(got(chunked_head + chunk("twice") + chunk("twice") + "0\r\n\r\n") ==
              "200 ok: twicetwice");
    }
}

// A response and what is known of it by construction.
struct recorded {
    std::string bytes{};
    std::size_t head_end = 0;
    std::string body{};
    // For each byte of `bytes` and for its end: how much of the body lies before it; and how much
    // of that in whole chunks.
    std::vector<std::size_t> due{};
    std::vector<std::size_t> due_whole{};

    void add(std::string_view raw, bool is_body) {
        for (const char c : raw) {
            due.push_back(body.size());
            due_whole.push_back(whole_);
            bytes += c;
            if (is_body) body += c;
        }
    }
    void chunk_ended() { whole_ = body.size(); }
    void finish() {
        due.push_back(body.size());
        due_whole.push_back(whole_);
    }

private:
    std::size_t whole_ = 0;
};

inline recorded chunked_stream() {
    recorded r;
    r.add(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
        "X-Request-Id: req_1\r\nTransfer-Encoding: chunked\r\n\r\n",
        false);
    r.head_end = r.bytes.size();
    for (const char* text :
         {"data: {\"n\":0}\n\n", ": waiting\n\ndata: {\"text\":\"\xc3\xa9\xf0\x9f\x98\x80\"}",
          "\n\ndata: [DONE]\r\n\r\n"}) {
        r.add(hex(std::string_view(text).size()) + (r.body.empty() ? ";a=b" : "") + "\r\n", false);
        r.add(text, true);
        r.chunk_ended();
        r.add("\r\n", false);
    }
    r.add("0\r\nX-Trailer: yes\r\n\r\n", false);
    r.finish();
    return r;
}
inline recorded counted_stream() {
    recorded r;
    r.add(
        "HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n"
        "HTTP/1.1 200 OK\r\ncontent-length: 31\r\n\r\n",
        false);
    r.head_end = r.bytes.size();
    r.add("data: {\"n\":0}\n\ndata: {\"n\":10}\n\n", true);
    r.finish();
    return r;
}

inline void cuts(const subject& s) {
    auto c = s.make();
    SECTION("bytes may be cut anywhere") {
        for (const auto& r : {chunked_stream(), counted_stream()}) {
            const auto whole = shown(200, errc::ok, r.body);
            const auto bytes = std::string_view(r.bytes);
            for (std::size_t i = 1; i != bytes.size(); ++i) {
                INFO("cut at " << i);
                CHECK(shown(call(*c, to(script()
                                            .send(bytes.substr(0, i))
                                            .pause_us(200)
                                            .send(bytes.substr(i))))) == whole);
            }
            CHECK(shown(call(*c, to(script().bytewise(bytes)))) == whole);
        }
    }
}

// -- all ---------------------------------------------------------------------------------------

inline void all(const subject& s) {
    requests(s);
    responses(s);
    cuts(s);
}

}  // namespace detail

// Puts what `make` makes through the suite, inside a TEST_CASE.
template <class Make>
void run(Make make, const traits& claims = {}) {
    using transport = decltype(make(std::string{}));
    static_assert(http::transport<transport>);
    const auto pushing = [&](const std::string& ca_file) {
        return std::make_unique<detail::pushed<transport>>(make, ca_file);
    };
    SECTION("send") {
        detail::all({pushing, claims});
    }
    if constexpr (http::pull_transport<transport>) {
        const auto pulling = [&](const std::string& ca_file) {
            return std::make_unique<detail::pulled<transport>>(make, ca_file);
        };
        SECTION("open") {
            detail::all({pulling, claims});
        }
    }
}

}  // namespace conformance
