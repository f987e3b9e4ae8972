// The code of docs/transports.md, compiled and run.

#include "harness.hpp"

#include <chrono>
#include <cstdint>
#include <thread>

#include <oaiwire/transport/curl.hpp>
#include <oaiwire/transport/curl_websocket.hpp>

#include "../build/own_transport/my_transport.hpp"

#include <transport/conformance.hpp>
#include <transport/conformance/link.hpp>
#include <transport/conformance_streams.hpp>

namespace docs_tests {
namespace transports {

static_assert(oaiwire::http::pull_transport<my_transport>);

// A game's HTTP client, for the polling example: it delivers 10 bytes per frame.
struct game_http {
    void start(const oaiwire::http::request& r) { started = r.target; }
    const oaiwire::http::response_head* head() { return frame++ == 1 ? &response : nullptr; }
    std::string_view poll() {
        if (frame < 3) return {};
        const auto piece = std::string_view(body).substr(0, 10);
        given = piece;
        body.erase(0, piece.size());
        return given;
    }
    bool closed() const { return frame >= 3 && body.empty(); }

    std::string body{};
    oaiwire::http::response_head response{200, {}};
    std::string given{};
    std::string started{};
    int frame = 0;
};

std::string play(game_http& http) {
    const oaiwire::endpoint endpoint{.base_url = "http://localhost:8000/v1"};
    const oaiwire::ChatCompletionRequest request{.model = "m", .messages = {oaiwire::user("Hi")}};
    std::string label;
    bool playing = true;
    const auto show = [&](std::string_view how) {
        label.append(" (").append(how).append(")");
        playing = false;
    };

    // [poll]
    // Once:
    oaiwire::exchange<oaiwire::ChatCompletionRequest> call{request, endpoint};
    http.start(call.request());  // method, origin, target, headers, body: plain data
    // [/poll]

    while (playing) {
        // [poll]
        // Every frame:
        if (const auto* head = http.head()) call.head(*head);  // once, when it has arrived
        call.feed(http.poll());                                // lent until next() returns null
        if (http.closed()) call.finish();
        while (const auto* chunk = call.next()) label += oaiwire::text(*chunk);
        if (call.ended()) show(name(call.end_reason()));  // complete, truncated, api_error, ...
        // [/poll]
    }
    return label;
}

}  // namespace transports

TEST_CASE("the polling loop of docs/transports.md takes a stream frame by frame") {
    transports::game_http http;
    http.body =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\", you\"}}]}\n\n"
        "data: [DONE]\n\n";
    CHECK(transports::play(http) == "Hello, you (complete)");
    CHECK(http.started == "/v1/chat/completions");
    CHECK(http.frame > 10);
}

TEST_CASE("the loop of docs/transports.md runs calls concurrently") {
    const local_server server;
    const oaiwire::endpoint endpoint{.base_url = server.base_url()};
    const std::vector requests{hello, hello, hello};
    std::string label;
    int frames = 0;
    const auto next_frame = [&] {
        ++frames;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    };

    // [many]
    oaiwire::curl_transport http;
    std::vector<oaiwire::polled_call<oaiwire::ChatCompletionRequest, decltype(http)>> calls;
    for (const auto& request : requests) calls.emplace_back(http, request, endpoint);

    while (!calls.empty()) {
        http.poll(0);  // serves all calls; the argument is how long it may wait, in ms
        for (auto& call : calls) {
            while (const auto* chunk = call.next()) label += oaiwire::text(*chunk);
            if (call.ended() && !call.ok()) std::cerr << to_string(call.error()) << '\n';
        }
        std::erase_if(calls, [](const auto& call) { return call.ended(); });
        next_frame();
    }
    // [/many]

    CHECK(frames > 10);
    std::size_t whole = 0;
    for (auto at = label.find("Hi"); at != std::string::npos; at = label.find("Hi", at + 1)) {
        ++whole;
    }
    CHECK(whole == 3);
}

TEST_CASE("the loop of docs/transports.md asks only calls that have something") {
    const local_server server;
    const oaiwire::endpoint endpoint{.base_url = server.base_url()};
    const std::vector requests{hello, hello, hello};
    std::string label;
    oaiwire::curl_transport http;
    std::vector<oaiwire::polled_call<oaiwire::ChatCompletionRequest, decltype(http)>> calls;

    // [ready]
    for (const auto& request : requests) {
        calls.emplace_back(http, request, endpoint);
        calls.back().tag(calls.size() - 1);  // an index, or a pointer as an integer
    }
    while (http.running() != 0) {
        http.poll(1000);
        while (const auto i = http.next_ready()) {  // the calls to which something has come
            auto& call = calls[*i];
            while (const auto* chunk = call.next()) label += oaiwire::text(*chunk);
            if (call.ended() && !call.ok()) std::cerr << to_string(call.error()) << '\n';
        }
    }
    // [/ready]

    std::size_t all = 0;
    for (const auto& call : calls) {
        CHECK(call.ok());
        CHECK(oaiwire::text(call.response()).ends_with("You said: Hi"));
        all += oaiwire::text(call.response()).size();
    }
    CHECK(label.size() == all);
}

namespace {

// What the section on WebSocket does with messages and errors.
struct messages {
    std::string all{};
    std::string failed{};

    void show(std::string_view data) { all.append(data).append(";"); }
    void report(const oaiwire::error& why) { failed = to_string(why); }

    void poll(const oaiwire::http::duplex_request& request) {
        using oaiwire::errc;
        using oaiwire::http::message_kind;
        bool greeted = false;
        // [websocket_poll]
        oaiwire::curl_websocket_transport sockets;
        auto socket = sockets.start(request);
        // [/websocket_poll]
        for (int frame = 0; frame != 2000 && !socket.ended(); ++frame) {
            // [websocket_poll]
            // Every frame:
            sockets.poll(0);  // the argument is how long it may wait, in ms
            if (socket.head() && !greeted) {
                greeted = socket.send(message_kind::text, "hello").has_value();
            }
            while (const auto message = socket.next()) show(message->data);
            if (socket.ended() && socket.error().code != errc::ok) report(socket.error());
            // [/websocket_poll]
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }
};

}  // namespace

TEST_CASE("the connections of docs/transports.md carry messages, and errors") {
    using oaiwire::conformance::detail::socket_to;
    using support::script;
    const auto closing = support::frame(0x81, "two") + support::close_frame(1000);
    messages m;
    SECTION("messages") {
        m.poll(socket_to(script().upgrade().echo(1).send(closing).frames(0)));
        CHECK(m.all == "hello;two;");
    }
    SECTION("refused") {
        const auto refusal = script().send("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
        m.poll(socket_to(refusal));
        CHECK(m.failed.find("403") != std::string::npos);
    }
    CHECK(m.failed.empty() == !m.all.empty());
}

TEST_CASE("the pump of docs/transports.md reads a response from pieces of bytes") {
    std::vector<std::string> pieces{"HTTP/1.1 200 OK\r\nTransfer-Enc",
                                    "oding: chunked\r\n\r\n5\r\nhe", "llo\r\n0\r\n\r\n"};
    std::size_t next = 0;
    const auto receive = [&] {
        return next == pieces.size() ? std::string_view{} : std::string_view(pieces[next++]);
    };
    const std::string method = "POST";
    std::string body;

    // [response_pump]
    oaiwire::http::response_pump response(method);
    while (!response.done() && !response.failed()) {
        const std::string_view bytes = receive();  // empty: the connection has ended
        if (bytes.empty()) break;
        response.feed(bytes);
        for (auto piece = response.next(); !piece.empty(); piece = response.next()) body += piece;
    }
    if (auto end = response.finish(); !end) std::cerr << to_string(end.error()) << '\n';
    // [/response_pump]

    CHECK(body == "hello");
    CHECK(response.head()->status == 200);
    CHECK(response.keep_alive());
}

TEST_CASE("the transport of docs/transports.md carries plain and streamed calls, and errors") {
    const local_server server;
    const oaiwire::endpoint endpoint{.base_url = server.base_url()};
    const auto& request = hello;
    const captured_output out;

    // [use]
    oaiwire::client api{my_transport{}, endpoint};
    auto outcome = api.stream(request, [](const oaiwire::ChatCompletionChunk& chunk) {
        std::cout << oaiwire::text(chunk) << std::flush;
    });
    if (!outcome.ok()) std::cerr << to_string(outcome.error) << '\n';
    // [/use]

    CHECK(outcome.ok());
    CHECK(out.text().ends_with("You said: Hi"));
    CHECK(oaiwire::text(outcome.response) == out.text());
    const auto whole = api.create(request);
    REQUIRE(whole);
    CHECK(oaiwire::text(*whole) == out.text());

    const auto refused =
        oaiwire::client{my_transport{}, {.base_url = server.base_url() + "/nowhere"}}.create(
            request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().api.status == 404);
}

TEST_CASE("the transport of docs/transports.md passes the conformance suite") {
    const auto make = [](const std::string&) { return my_transport{}; };
    SECTION("calls") {
        oaiwire::conformance::run(make);
    }
    SECTION("streams") {
        oaiwire::conformance::run_streams(make);
    }
}

TEST_CASE("the transport of docs/transports.md stops on request, and reports what failed") {
    const local_server server;
    oaiwire::client api{my_transport{}, {.base_url = server.base_url()}};
    SECTION("the handler says stop") {
        int chunks = 0;
        const auto outcome = api.stream(hello, [&](const oaiwire::ChatCompletionChunk&) {
            return ++chunks == 2 ? oaiwire::http::flow::stop : oaiwire::http::flow::proceed;
        });
        CHECK(chunks == 2);
        CHECK(outcome.end_reason == oaiwire::stream_end::cancelled);
    }
    SECTION("the caller stops the call") {
        const oaiwire::stop_handle stop;
        const auto outcome =
            api.stream(hello, [&](const oaiwire::ChatCompletionChunk&) { stop.request_stop(); },
                       {.stop = stop});
        CHECK(outcome.end_reason == oaiwire::stream_end::cancelled);
        CHECK(outcome.statistics.chunks < 10);
    }
    SECTION("nobody listens") {
        const auto response =
            oaiwire::client{my_transport{}, {.base_url = "http://127.0.0.1:9/v1"}}.create(hello);
        REQUIRE_FALSE(response);
        CHECK(response.error().code == oaiwire::errc::connect_failed);
    }
}

}  // namespace docs_tests
