// One call of any transport to the fault server, and its result.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#if defined(_WIN32)
#elif defined(OAIWIRE_TEST_FAULT_SERVER)
#include <support/http_server.hpp>
#else
#include "fault_host.hpp"
#endif

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>

#include "check.hpp"
#include "fault_server.hpp"

namespace oaiwire::conformance {

namespace http = oaiwire::http;
using http::flow;
using oaiwire::errc;

// The capabilities that a transport claims.
struct traits {
    bool reuse = true;             // keeps a connection for the next call
    bool head_method = true;       // the HEAD method
    bool ipv6 = true;              // an IPv6 address in brackets as the host
    bool connect_deadline = true;  // timeouts.connect_ms, and request.stop while it connects
    bool total_deadline = true;    // timeouts.total_ms
    bool own_time = true;          // timeouts.idle_ms excludes the handler's time
    bool send_deadline = true;     // timeouts and request.stop while the server does not read
    bool early_answer = true;      // receives a response while it sends
    bool silent_stop = true;       // request.stop ends the wait for a silent server
    bool interim = true;           // skips interim responses other than 100
    bool go_on = true;             // skips 100 (Continue)
    bool chunk_syntax = true;      // rejects malformed chunks, and an end within the last one
    bool lengths = true;           // rejects several lengths that differ
    bool limits = true;            // head, fields and trailers obey oaiwire::limits
    bool exact_fields = true;      // all fields, with a value or not; equal names keep their order
    bool tls = false;              // https
    bool tls_cut = true;           // a close without close_notify is an error
};

namespace detail {

// The handler that the suite passes to a transport.
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

// The first line of a server that runs elsewhere, which OAIWIRE_TEST_FAULT_PORTS holds; or that of
// a program, OAIWIRE_TEST_FAULT_SERVER; or that of a server in this process.
inline std::string server_ports() {
    if (const char* const ports = std::getenv("OAIWIRE_TEST_FAULT_PORTS")) return ports;
#if defined(_WIN32)
    return {};
#elif defined(OAIWIRE_TEST_FAULT_SERVER)
    static support::child_process& program =
        *new support::child_process({OAIWIRE_TEST_FAULT_SERVER});
    return program.read_line();
#else
    return start_host();
#endif
}

inline fault_server& server() {
    // never destroyed: a rule whose call hangs may still use it
    static fault_server& one = *new fault_server(server_ports());
    OAIWIRE_CHECK(one.port != 0);
    return one;
}

// A request that executes a script. Its query and a field contain a secret, which no error may
// quote.
inline http::request to(const std::string& id, std::string method = "POST",
                        std::string body = "{}") {
    http::request r;
    r.method = std::move(method);
    r.origin = {"http", "127.0.0.1", server().port};
    r.target = "/" + id + "/v1/calls?key=canary";
    r.headers.add("Authorization", "Bearer canary", true);
    r.body = std::move(body);
    r.timeouts = {.connect_ms = 10'000, .first_byte_ms = 10'000, .idle_ms = 10'000, .total_ms = 0};
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

// The result of a call. A transport that does not end is stopped, with a body that no test expects.
struct outcome {
    int heads = 0;
    int status = 0;
    http::header_list headers{};
    std::string body{};
    errc code = errc::ok;
    std::string message{};
    std::int64_t ms = 0;
    clock_type::time_point began = clock_type::now();
    static constexpr std::size_t most = 32'000'000;

    handler recorder() {
        return {[this](const http::response_head& h) {
                    ++heads;
                    status = h.status;
                    headers = h.headers;
                    return flow::proceed;
                },
                [this](std::string_view b) {
                    if (body.size() < most) body.append(b);
                    return ms_since(began) < 20'000 ? flow::proceed : flow::stop;
                }};
    }
};

// Contains no check, so it can run on another thread.
inline outcome carry(carrier& c, const http::request& r) {
    outcome o;
    alive();
    auto h = o.recorder();
    if (const auto sent = c.send(r, h); !sent) {
        o.code = sent.error().code;
        o.message = to_string(sent.error());
    }
    o.ms = ms_since(o.began);
    return o;
}

inline outcome call(carrier& c, const http::request& r) {
    const auto o = carry(c, r);
    OAIWIRE_CHECK(o.message.find("canary") == std::string::npos);
    OAIWIRE_CHECK(o.heads == (o.status == 0 ? 0 : 1));
    OAIWIRE_CHECK((o.status == 0 ? o.body.empty() : o.status >= 200));
    return o;
}

// "200 ok: the body"; a long body as its size and hash.
inline std::string shown(int status, errc code, const std::string& body) {
    std::string out = std::to_string(status) + ' ';
    out.append(name(code)).append(": ");
    if (body.size() <= 2000) return out + body;
    return out + std::to_string(body.size()) + " bytes " + std::to_string(fnv1a(body));
}
inline std::string shown(const outcome& o) {
    return shown(o.status, o.code, o.body);
}

// Bytes without a visible pattern, the same for the same size.
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

// The values of all fields of that name, in order, each followed by '|'.
inline std::string values(const http::header_list& fields, std::string_view name) {
    std::string out;
    for (const auto& h : fields) {
        if (http::same_name(h.name, name)) out += h.value + '|';
    }
    return out;
}
// The same for a head as the server received it.
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
    OAIWIRE_CHECK(shown(call(c, to(script().send(ok_answer)))) == "200 ok: ok");
}

}  // namespace detail
}  // namespace oaiwire::conformance
