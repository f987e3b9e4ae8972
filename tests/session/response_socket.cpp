#include <oaiwire/session/response_socket.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/types/response_text.hpp>

namespace response_socket_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1", .retry = standard_retries{}};

// A server, as far as its clients see it: it answers each message with others.
struct server {
    std::vector<std::string> got{};
    std::vector<std::int64_t> slept{};
    std::size_t connections = 0;
    std::size_t refusals = 0;  // connections that are refused, with `refusal`
    error refusal{};
    std::size_t cut_after = SIZE_MAX;  // messages until a connection ends with 1012
    std::int64_t now_ms = 0;
    std::deque<std::string> replies{};
    std::string last{};
    http::close_status closed{};
    std::string steers{};          // what response.steer is answered with, in place of accepting it
    std::string refuses{};         // said while a message is being sent, which fails
    std::optional<error> fails{};  // once all was received
    bool shuts = false;            // closes each connection at once
    bool open = false;
    bool closing = false;  // its close has come: nothing can be sent
    bool ended = false;
    int responses = 0;
    std::size_t http_calls = 0;
    bool ignores_steering = false;
    bool full = false;                // takes no message
    std::function<void()> waiting{};  // is called where there is nothing to receive

    void take(std::string_view text) {
        got.emplace_back(text);
        if (ignores_steering && text.find("response.steer") != text.npos) return;
        if (text.find("response.steer") != text.npos && !steers.empty()) {
            replies.push_back(std::exchange(steers, {}));
            return;
        }
        const std::string id = "resp_" + std::to_string(++responses);
        if (text.find("response.steer") != text.npos) {
            replies.push_back(R"({"type":"response.steer.accepted","steer":{"id":"s",)"
                              R"("previous_response_id":"resp_1"}})");
            replies.push_back(R"({"type":"response.incomplete","response":{"id":"resp_1",)"
                              R"("status":"incomplete"}})");
        }
        replies.push_back(R"({"type":"response.created","response":{"id":")" + id + "\"}}");
        replies.push_back(R"({"type":"response.output_text.delta","output_index":0,)"
                          R"("content_index":0,"delta":"of )" +
                          id + "\"}");
        if (text.find("wait") != text.npos) return;
        replies.push_back(R"({"type":"response.completed","response":{"id":")" + id +
                          R"(","status":"completed"}})");
    }
    std::optional<http::message> next() {
        if (cut_after == 0) {
            closed = {1012, "restarting"};
            ended = true;
            replies.clear();
            cut_after = SIZE_MAX;
        }
        if (replies.empty()) {
            if (waiting) waiting();
            return std::nullopt;
        }
        --cut_after;
        last = std::move(replies.front());
        replies.pop_front();
        return http::message{http::message_kind::text, last};
    }
};

struct stream_of {
    server* of;
    http::response_head answer{101, {}};

    const http::response_head& head() const { return answer; }
    result<void> send(http::message_kind, std::string_view data) {
        if (!of->refuses.empty()) {
            of->replies.push_back(std::exchange(of->refuses, {}));
            of->ended = true;
        }
        if (of->ended) return make_error(errc::send_failed);
        of->take(data);
        return {};
    }
    result<std::optional<http::message>> receive(std::int64_t) {
        if (of->replies.empty() && of->fails && !of->got.empty()) {
            of->ended = true;
            return *std::exchange(of->fails, std::nullopt);
        }
        return of->next();
    }
    result<void> close(std::uint16_t code, std::string_view) {
        of->closed = {code, {}};
        of->ended = true;
        return {};
    }
    bool ended() const { return of->ended && of->replies.empty(); }
    const http::close_status& closed() const { return of->closed; }
};

struct clock_of {
    server* of;
    std::int64_t now_ms() const { return of->now_ms; }
    void sleep(std::int64_t ms, const stop_handle&) const {
        of->now_ms += ms;
        of->slept.push_back(ms);
    }
    double jitter() const { return 0; }
};

struct duplex_of {
    using timing = clock_of;
    server* of;

    result<stream_of> connect(const http::duplex_request& request) {
        CHECK(request.target == "/v1/responses");
        if (of->refusals != 0) {
            --of->refusals;
            return of->refusal;
        }
        ++of->connections;
        of->ended = of->shuts;
        of->replies.clear();
        return stream_of{of};
    }
};

struct http_of {
    server* of;
    template <class Handler>
    result<void> send(const http::request& request, Handler& handler) {
        ++of->http_calls;
        of->got.push_back(request.body);
        if (handler.on_head({200, {}}) == http::flow::stop) return {};
        handler.on_body(
            "data: {\"type\":\"response.output_text.delta\",\"delta\":\"http\"}\n\n"
            "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"h\","
            "\"status\":\"completed\"}}\n\n");
        return {};
    }
};

ResponseRequest ask(std::string text) {
    return {.model = "m", .input = std::move(text)};
}

struct fixture {
    std::unique_ptr<server> peer = std::make_unique<server>();
    response_socket<duplex_of> socket{duplex_of{peer.get()}, where, {}, clock_of{peer.get()}};
    std::string said{};
    auto keep() {
        return [this](const ResponseStreamEvent& e) { said += text(e); };
    }
};

}  // namespace

TEST_CASE("response_socket: one connection makes one response after the other") {
    fixture f;
    CHECK(f.peer->connections == 0);
    const auto first = f.socket.stream(ask("one"), f.keep());
    CHECK(first.ok());
    CHECK(first.response.id == "resp_1");
    CHECK(f.said == "of resp_1");
    const auto second = f.socket.create_next(ask("two"));
    REQUIRE(second);
    CHECK(text(*second) == "of resp_2");
    CHECK(f.peer->connections == 1);
    CHECK(f.peer->got.back() == R"({"type":"response.create","model":"m","input":"two",)"
                                R"("previous_response_id":"resp_1"})");
    CHECK(f.socket.create({.model = "m", .temperature = 9}).error().code == errc::invalid_argument);
    REQUIRE(f.socket.close());
    CHECK(f.socket.connection() == nullptr);
    REQUIRE(f.socket.create(ask("three")));
    CHECK(f.peer->connections == 2);
}

TEST_CASE("response_socket: a connection that breaks ends its response, and is opened again") {
    fixture f;
    f.peer->cut_after = 2;
    const auto first = f.socket.stream(ask("one"), f.keep());
    CHECK(first.error.code == errc::closed_early);
    CHECK(first.error.message == "the WebSocket was closed (1012): restarting");
    CHECK(text(first.response) == "of resp_1");
    CHECK(f.socket.create(ask("two")));
    CHECK(f.peer->connections == 2);
    CHECK(f.peer->got.size() == 2);
}

TEST_CASE("response_socket: a connection that the server closed between responses costs none") {
    fixture f;
    REQUIRE(f.socket.create(ask("one")));
    f.peer->ended = true;
    f.peer->closed = {1001, "idle"};
    const auto second = f.socket.create_next(ask("two"));
    REQUIRE(second);
    CHECK(text(*second) == "of resp_2");
    CHECK(f.peer->connections == 2);
    CHECK(f.peer->got.size() == 2);
    CHECK(f.peer->slept.empty());
}

TEST_CASE("response_socket: servers that close each connection at once are not asked for ever") {
    fixture f;
    f.peer->shuts = true;
    f.peer->closed = {1013, "later"};
    const auto outcome = f.socket.create(ask("one"));
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().message == "the WebSocket was closed (1013): later");
    CHECK(f.peer->connections == 3);
    CHECK(f.peer->now_ms == 1500);
    CHECK(f.peer->got.empty());
}

TEST_CASE("response_socket: what a server says while it refuses a message is told") {
    fixture f;
    f.peer->refuses = R"({"type":"error","status":413,"error":{"code":"too_large","message":"No.",)"
                      R"("type":"invalid_request_error","param":null}})";
    const auto outcome = f.socket.create(ask("one"));
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().api.code == "too_large");
    CHECK(f.peer->got.empty());
    CHECK(f.socket.create(ask("two")));
    CHECK(f.peer->connections == 2);
}

TEST_CASE("response_socket: the error that a connection ended by is the response's") {
    fixture f;
    f.peer->fails = make_error(errc::idle_timeout, "silence");
    const auto outcome = f.socket.stream(ask("wait"), f.keep());
    CHECK(outcome.error.code == errc::idle_timeout);
    CHECK(outcome.error.message == "silence");
    CHECK(f.said == "of resp_1");
    CHECK(f.socket.connection() == nullptr);
}

TEST_CASE("response_socket: a server that knows no steering holds nothing up") {
    for (const char* lane : {"", R"(,"stream_id":"a")"}) {
        fixture f;
        f.peer->steers =
            R"({"type":"error","status":400,"error":{"message":"What?"})" + std::string(lane) + "}";
        ResponseRequest request = ask("wait");
        if (*lane != '\0') request.stream_id = "a";
        const auto outcome = f.socket.stream(request, [&](const ResponseStreamEvent& e) {
            if (!text(e).empty()) CHECK(f.socket.steer(std::string("shorter")));
        });
        CHECK(outcome.error.message == "What?");
    }
}

TEST_CASE("response_socket: opening is retried after waits, as a call is") {
    fixture f;
    f.peer->refusal = make_error(errc::connect_failed);
    f.peer->refusals = 2;
    CHECK(f.socket.create(ask("one")));
    CHECK(f.peer->now_ms == 1500);
    REQUIRE(f.socket.close());
    f.peer->refusals = 3;
    CHECK(f.socket.create(ask("two")).error().code == errc::connect_failed);
}

TEST_CASE("response_socket: flow::stop cancels the response and closes the connection") {
    fixture f;
    const auto outcome =
        f.socket.stream(ask("wait"), [](const ResponseStreamEvent&) { return http::flow::stop; });
    CHECK(outcome.end_reason == stream_end::cancelled);
    CHECK(f.peer->closed.code == 1000);
    CHECK(f.socket.connection() == nullptr);
}

TEST_CASE("response_socket: a stop_handle ends a response that says nothing") {
    fixture f;
    call_options options;
    const auto outcome = f.socket.stream(
        ask("wait"), [&](const ResponseStreamEvent&) { options.stop.request_stop(); }, options);
    CHECK(outcome.error.code == errc::cancelled);
    // the server may be making it still: the next one does not wait for that
    CHECK(f.socket.create(ask("two")));
    CHECK(f.peer->connections == 2);
}

TEST_CASE("response_socket: the outcome of a response that was steered is its successor's") {
    fixture f;
    std::size_t notices = 0;
    f.socket.on_notice([&](const ResponseSocketEvent& e) { notices += e.index() == 0 ? 1 : 0; });
    bool steered = false;
    const auto outcome = f.socket.stream(ask("wait"), [&](const ResponseStreamEvent& e) {
        f.said += text(e);
        if (!text(e).empty() && !std::exchange(steered, true)) {
            CHECK(f.socket.steer(std::string("shorter")));
        }
    });
    CHECK(outcome.ok());
    CHECK(outcome.response.id == "resp_2");
    CHECK(f.said == "of resp_1of resp_2");
    CHECK(notices == 1);
    CHECK(f.socket.session().last_response_id() == "resp_2");
}

TEST_CASE("response_socket: a stop_handle ends the wait for the successor of a response") {
    fixture f;
    f.peer->ignores_steering = true;
    call_options options;
    int waits = 0;
    f.peer->waiting = [&] {
        if (++waits == 3) options.stop.request_stop();
    };
    bool steered = false;
    const auto outcome = f.socket.stream(
        ask("one"),
        [&](const ResponseStreamEvent& e) {
            if (!text(e).empty() && !std::exchange(steered, true)) {
                CHECK(f.socket.steer(std::string("shorter")));
            }
        },
        options);
    CHECK(outcome.ok());
    CHECK(waits == 3);
}

TEST_CASE("response_socket: without a WebSocket, calls are made over HTTP") {
    server peer;
    peer.refusal = make_error(errc::api_error);
    peer.refusal.api.status = 404;
    peer.refusals = 100;
    response_socket<duplex_of, http_of> socket{
        duplex_of{&peer}, http_of{&peer}, where, {}, clock_of{&peer}};
    std::string said;
    const auto outcome =
        socket.stream(ask("one"), [&](const ResponseStreamEvent& e) { said += text(e); });
    CHECK(outcome.ok());
    CHECK(said == "http");
    CHECK(peer.got == std::vector<std::string>{R"({"model":"m","input":"one","stream":true})"});
    const auto second = socket.create(ask("two"));
    REQUIRE(second);
    CHECK(text(*second) == "http");
    CHECK(peer.http_calls == 2);
    CHECK(peer.refusals == 99);
    CHECK(peer.slept.empty());
}

namespace {

struct polled_stream {
    server* of;
    http::response_head answer{101, {}};
    oaiwire::error why{};

    const http::response_head* head() const { return of->open ? &answer : nullptr; }
    result<void> send(http::message_kind, std::string_view data) {
        if (of->closing) return make_error(errc::send_failed);
        if (of->full) return make_error(errc::limit_exceeded);
        of->take(data);
        return {};
    }
    std::size_t unsent() const { return of->full ? 1 : 0; }
    std::optional<http::message> next() { return of->next(); }
    result<void> close(std::uint16_t, std::string_view) {
        of->ended = true;
        return {};
    }
    bool ended() const { return of->ended && of->replies.empty(); }
    const oaiwire::error& error() const { return why; }
    const http::close_status& closed() const { return of->closed; }
};
struct polled_transport {
    server* of;
    polled_stream start(const http::duplex_request&) {
        ++of->connections;
        of->ended = of->closing = false;
        return {of};
    }
    bool poll(std::int64_t) { return std::exchange(of->open, true); }
};

}  // namespace

TEST_CASE("polled_response_socket: events come between polls, and nothing blocks") {
    server peer;
    polled_transport transport{&peer};
    polled_response_socket socket(transport, where);
    const auto turn = socket.session().create(ask("one"));
    REQUIRE(turn);
    CHECK_FALSE(socket.next(0));
    CHECK(peer.connections == 1);
    CHECK(peer.got.empty());
    transport.poll(0);
    std::string said;
    bool ended = false;
    while (const auto found = socket.next(1)) {
        if (found->event) said += text(*found->event);
        ended = ended || found->ended;
    }
    CHECK(said == "of resp_1");
    CHECK(ended);
    CHECK(socket.session().take(*turn).response.id == "resp_1");

    peer.cut_after = 1;
    const auto second = socket.session().create(ask("two"));
    REQUIRE(second);
    while (socket.next(2)) {
    }
    CHECK(socket.session().take(*second).error.code == errc::closed_early);
    socket.close(3);
    REQUIRE(socket.session().create(ask("three")));
    while (socket.next(4)) {
    }
    CHECK(peer.connections == 2);
    CHECK(peer.got.size() == 3);
}

TEST_CASE("polled_response_socket: what did not fit before close() is not sent afterwards") {
    server peer;
    polled_transport transport{&peer};
    polled_response_socket socket(transport, where);
    peer.full = peer.open = true;
    const auto first = socket.session().create(ask("one"));
    REQUIRE(first);
    while (socket.next(0)) {
    }
    socket.close(1);
    while (socket.next(2)) {
    }
    CHECK_FALSE(socket.session().pending(*first));
    peer.full = false;
    REQUIRE(socket.session().create(ask("two")));
    while (socket.next(3)) {
    }
    REQUIRE(peer.got.size() == 1);
    CHECK(peer.got[0].find("two") != std::string::npos);
}

TEST_CASE("polled_response_socket: what came before a close is read, and what was not sent waits") {
    server peer;
    polled_transport transport{&peer};
    polled_response_socket socket(transport, where);
    peer.open = true;
    const auto first = socket.session().create(ask("one wait"));
    REQUIRE(first);
    while (socket.next(0)) {
    }
    // its end and a close come, and another one is to be sent
    peer.replies = {R"({"type":"response.completed","response":{"id":"resp_1","status":)"
                    R"("completed"}})"};
    peer.closing = true;
    peer.closed = {1001, "idle"};
    const auto second = socket.session().create(ask("two"));
    REQUIRE(second);
    while (socket.next(1)) {
    }
    CHECK(socket.session().take(*first).ok());
    CHECK(socket.session().pending(*second));
    peer.ended = true;
    while (socket.next(2)) {
    }
    CHECK(socket.session().take(*second).ok());
    CHECK(peer.connections == 2);
    CHECK(peer.got.size() == 2);
}

}  // namespace response_socket_tests
