// The example program serve over Boost.Beast: WebSocket, with the library's adapter as client.
#include <string>

#include <oaiwire/http/duplex.hpp>
#include <oaiwire/transport/curl_websocket.hpp>

#include <support/catch.hpp>

#include "serve_program.hpp"

namespace serve_socket_tests {

namespace {

using oaiwire::http::message_kind;
using support::serve_program;

oaiwire::http::duplex_request request_to(const serve_program& server, std::string target) {
    const auto& url = server.base_url();
    const auto port = std::stoi(url.substr(url.rfind(':') + 1));
    oaiwire::http::duplex_request r;
    r.origin = {"http", "127.0.0.1", static_cast<std::uint16_t>(port)};
    r.target = std::move(target);
    return r;
}

// "text ...", "binary ...", "closed CODE", or the error.
std::string next(oaiwire::websocket_stream& socket) {
    const auto got = socket.receive(10'000);
    if (!got) return std::string(name(got.error().code));
    if (!*got) return "closed " + std::to_string(socket.closed().code);
    const bool text = (*got)->kind == message_kind::text;
    return (text ? "text " : "binary ") + std::string((*got)->data);
}

}  // namespace

TEST_CASE("serve has WebSockets over Beast: messages come back, and connections end as asked") {
    const serve_program server("beast");
    if (!server.started()) return;
    oaiwire::curl_websocket_transport sockets;
    auto socket = sockets.connect(request_to(server, "/v1/echo?any"));
    REQUIRE(socket);
    REQUIRE(socket->send(message_kind::text, "hello"));
    CHECK(next(*socket) == "text hello");
    REQUIRE(socket->send(message_kind::binary, std::string(1'000'000, '\xff')));
    CHECK(next(*socket) == "binary " + std::string(1'000'000, '\xff'));
    REQUIRE(socket->send(message_kind::text, "flood 5000"));
    for (int i = 5000; i-- != 0;) {
        REQUIRE(next(*socket) == "text message " + std::to_string(i) + " left");
    }
    REQUIRE(socket->send(message_kind::text, "close 4001"));
    CHECK(next(*socket) == "closed 4001");
    CHECK(socket->closed().reason == "as asked");

    auto cut = sockets.connect(request_to(server, "/v1/echo"));
    REQUIRE(cut);
    REQUIRE(cut->send(message_kind::text, "cut"));
    CHECK(next(*cut) == "closed_early");
}

TEST_CASE(
    "serve refuses WebSockets without a handler or a key, and closes those it has at its end") {
    serve_program server("beast", {"--key", "sk-one"});
    if (!server.started()) return;
    oaiwire::curl_websocket_transport sockets;
    const auto status = [&](const oaiwire::http::duplex_request& request) {
        const auto socket = sockets.connect(request);
        return socket ? 101 : socket.error().api.status;
    };
    CHECK(status(request_to(server, "/v1/echo")) == 401);
    auto request = request_to(server, "/v1/none");
    request.headers.add("Authorization", "Bearer sk-one", true);
    CHECK(status(request) == 404);
    request.target = "/v1/echo";
    CHECK(status(request) == 101);
    request = request_to(server, "/v1/echo");
    request.subprotocols = {"realtime", "openai-insecure-api-key.sk-two"};
    CHECK(status(request) == 401);
    request.subprotocols = {"realtime", "openai-insecure-api-key.sk-one"};
    auto socket = sockets.connect(request);
    REQUIRE(socket);
    CHECK(socket->head().headers.value("Sec-WebSocket-Protocol") == "realtime");
    REQUIRE(socket->send(message_kind::text, "open"));
    CHECK(next(*socket) == "text open");
    CHECK(server.stop() == 0);
    CHECK(next(*socket) == "closed 1001");
}

}  // namespace serve_socket_tests
