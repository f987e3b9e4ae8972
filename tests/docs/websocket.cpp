// The code of docs/websocket.md, compiled and run.
#include "harness.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/http/request_decoder.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/transport/curl_websocket.hpp>
#include <oaiwire/websocket/connection.hpp>

#include "../../examples/support/echo_server.hpp"

namespace docs_tests { namespace websocket {

using oaiwire::http::message_kind;
using oaiwire::websocket::event_kind;

oaiwire::http::duplex_request request_to(std::uint16_t port) {
    // [websocket-request]
    oaiwire::http::duplex_request request;
    request.origin = {.scheme = "http", .host = "127.0.0.1", .port = port};  // https: over TLS
    request.target = "/v1/echo";
    request.headers.add("Authorization", "Bearer my-key", true);  // true: wiped, and never logged
    request.timeouts.idle_ms = 60'000;  // without a byte of the server: pings are sent before
    request.message_limit = 1 << 20;    // bytes of a message
    // [/websocket-request]
    return request;
}

oaiwire::error talk(const oaiwire::http::duplex_request& request, std::string& shown) {
    const auto show = [&](std::string_view text) { shown.append(text).append("\n"); };
    // [websocket-talk]
    oaiwire::curl_websocket_transport sockets;
    auto socket = sockets.connect(request);  // returns once the handshake is done
    if (!socket) return socket.error();
    if (auto sent = socket->send(message_kind::text, "Hello"); !sent) return sent.error();
    for (;;) {
        auto message = socket->receive(30'000);
        if (!message) return message.error();  // lost, silent for too long, or against the protocol
        if (!*message) break;                  // nothing came in time, or the server has closed
        show((*message)->data);                // valid until the next call
        if (!socket->close(oaiwire::websocket::close_code::normal, "done")) break;
    }
    show(std::to_string(socket->closed().code));  // the server's
    // [/websocket-talk]
    return {};
}

// A network whose other end answers in memory: it agrees to the handshake, greets and closes.
struct answering_net {
    std::size_t write(std::string_view bytes) {
        out.append(bytes);
        if (!head.done()) {
            head.feed(out);
            static_cast<void>(head.next());
            if (head.done()) {
                auto made = oaiwire::websocket::connection::accept(
                    oaiwire::websocket::read_upgrade(*head.head()));
                REQUIRE(made);
                server = std::move(*made);
                REQUIRE(server.send(message_kind::text, "welcome"));
                REQUIRE(server.close());
            }
        }
        return bytes.size();
    }
    std::string_view read() {
        given.assign(server.unsent().substr(0, 10));
        server.sent(given.size());
        return given;
    }
    bool closed() const { return false; }

    std::string out{};
    std::string given{};
    oaiwire::http::request_decoder head{};
    oaiwire::websocket::connection server{};
};

oaiwire::error play(answering_net& net, const oaiwire::http::duplex_request& request,
                    std::string& shown) {
    const auto show = [&](std::string_view text) { shown.append(text); };
    const auto random = [n = std::uint32_t{1}]() mutable { return n = n * 1664525U + 1; };
    const auto now = [] { return std::int64_t{0}; };
    // [websocket-poll]
    // Once:
    auto made = oaiwire::websocket::connection::connect(request, random);
    if (!made) return made.error();
    auto connection = std::move(*made);
    // [/websocket-poll]

    // [websocket-poll]
    // Every frame:
    while (!connection.ended()) {
        connection.sent(net.write(connection.unsent()));  // as many bytes as the socket takes
        connection.feed(net.read());                      // lent until next() returns null
        while (const auto* event = connection.next()) {
            if (event->kind == event_kind::message) show(event->data);
        }
        if (net.closed()) connection.finish();
        if (connection.due_ms() <= now()) connection.tick(now());  // pings and timeouts
    }
    net.write(connection.unsent());  // what remains may be the answer to a close
    // [/websocket-poll]
    return connection.error();
}

std::string served(const oaiwire::http::received_request& request) {
    const auto plain_http = [](const auto&) { return std::string("plain"); };
    const auto refuse = [](int status, std::string_view) { return std::to_string(status); };
    // [websocket-server]
    if (!oaiwire::websocket::is_upgrade(request)) return plain_http(request);
    const auto asked = oaiwire::websocket::read_upgrade(request);
    if (asked.status != 101) return refuse(asked.status, asked.message);  // 400, 405, 426
    const bool knows =
        std::ranges::find(asked.subprotocols, "realtime") != asked.subprotocols.end();
    auto made = oaiwire::websocket::connection::accept(asked, {.message_limit = 1 << 20},
                                                       knows ? "realtime" : "");
    // [/websocket-server]
    REQUIRE(made);
    return std::string(made->unsent());
}

TEST_CASE("websocket: a connection of an adapter sends and receives") {
    const example::echo_server server;
    const auto url = oaiwire::http::parse_base_url(server.url());
    REQUIRE(url);
    setenv("no_proxy", "127.0.0.1", 1);
    std::string shown;
    const auto why = talk(request_to(url->origin.port), shown);
    CHECK(to_string(why) == to_string(oaiwire::error{}));
    CHECK(shown == "Hello\n1000\n");
}

TEST_CASE("websocket: a connection without I/O is driven by a loop") {
    answering_net net;
    std::string shown;
    const auto why = play(net, request_to(80), shown);
    CHECK(to_string(why) == to_string(oaiwire::error{}));
    CHECK(shown == "welcome");
}

TEST_CASE("websocket: a server agrees, refuses, or answers as plain HTTP") {
    oaiwire::http::received_request request{"GET", "/v1/realtime", {{"Host", "a"}}};
    CHECK(served(request) == "plain");
    request.headers.add("Upgrade", "websocket");
    CHECK(served(request) == "400");
    request.headers.add("Connection", "Upgrade");
    CHECK(served(request) == "426");
    request.headers.add("Sec-WebSocket-Version", "13");
    request.headers.add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    request.headers.add("Sec-WebSocket-Protocol", "realtime, other");
    CHECK(served(request).find("Sec-WebSocket-Protocol: realtime\r\n") != std::string::npos);
}

}}  // namespace docs_tests::websocket
