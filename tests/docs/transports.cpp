// The code of docs/transports.md, compiled and run.

// [socket]
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/oaiwire.hpp>
// [/socket]

#include "harness.hpp"

#include <chrono>
#include <cstdint>
#include <thread>

#include <oaiwire/transport/curl.hpp>
#include <oaiwire/transport/curl_websocket.hpp>

#include <transport/conformance.hpp>
#include <transport/conformance/link.hpp>
#include <transport/conformance/streams.hpp>

namespace docs_tests {
namespace transports {

// [socket]
// A TCP connection. A read ends at its timeout (milliseconds, 0: none) or when the call is stopped.
class tcp {
public:
    explicit tcp(const oaiwire::http::request& r) : stop_(r.stop) {
        addrinfo* found = nullptr;
        const auto port = std::to_string(r.origin.port);
        if (getaddrinfo(r.origin.host.c_str(), port.c_str(), nullptr, &found) != 0) return;
        for (auto* a = found; a != nullptr && fd_ < 0; a = a->ai_next) {
            fd_ = socket(a->ai_family, SOCK_STREAM, 0);
            if (connect(fd_, a->ai_addr, a->ai_addrlen) != 0) close(std::exchange(fd_, -1));
        }
        freeaddrinfo(found);
    }
    tcp(const tcp&) = delete;
    ~tcp() { close(fd_); }

    bool connected() const { return fd_ >= 0; }
    bool write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }
    // Appends what arrives to `in`; closed_early when the peer has closed the connection.
    oaiwire::errc read(std::string& in, std::int64_t timeout_ms, oaiwire::errc on_timeout) {
        constexpr int turn = 20;
        pollfd readable{fd_, POLLIN, 0};
        for (std::int64_t waited = turn; poll(&readable, 1, turn) == 0; waited += turn) {
            if (stop_.stop_requested()) return oaiwire::errc::cancelled;
            if (timeout_ms > 0 && waited >= timeout_ms) return on_timeout;
        }
        if (stop_.stop_requested()) return oaiwire::errc::cancelled;
        char buffer[4096];
        const auto n = recv(fd_, buffer, sizeof buffer, 0);
        if (n < 0) return oaiwire::errc::receive_failed;
        in.append(buffer, static_cast<std::size_t>(n));
        return n == 0 ? oaiwire::errc::closed_early : oaiwire::errc::ok;
    }

private:
    oaiwire::stop_handle stop_;
    int fd_ = -1;
};
// [/socket]

// [transport]
namespace http = oaiwire::http;

// HTTP/1.1 without TLS, one connection per call.
struct socket_transport {
    template <http::response_handler Handler>
    oaiwire::result<void> send(const http::request& r, Handler& handler) {
        using oaiwire::errc, oaiwire::make_error;
        if (r.stop.stop_requested()) return make_error(errc::cancelled);
        tcp peer(r);
        if (!peer.connected()) return make_error(errc::connect_failed);
        std::string out = r.method + ' ' + r.target + " HTTP/1.1\r\nHost: " + r.origin.host + ':' +
                          std::to_string(r.origin.port) + "\r\nConnection: close\r\n";
        for (const auto& h : r.headers) out += h.name + ": " + h.value + "\r\n";
        out += "Content-Length: " + std::to_string(http::content_size(r)) + "\r\n\r\n";
        if (!peer.write(out)) return make_error(errc::send_failed);
        http::content_cursor content(r);  // in memory, or read piece by piece from a file
        for (auto piece = content.next();; piece = content.next()) {
            if (!piece) return std::move(piece).error();
            if (piece->empty()) break;
            if (r.stop.stop_requested()) return make_error(errc::cancelled);
            if (!peer.write(*piece)) return make_error(errc::send_failed);
        }

        std::string in;
        http::response_head head;
        while (head.status < 200) {  // interim heads (1xx) are skipped
            const auto end = in.find("\r\n\r\n");
            if (end == in.npos) {
                const auto got = peer.read(in, r.timeouts.first_byte_ms, errc::first_byte_timeout);
                if (got != errc::ok) return make_error(got);
                if (in.size() > 65536) return make_error(errc::limit_exceeded);
                continue;
            }
            head = parse_head(in.substr(0, end + 2));
            if (head.status == 0) return make_error(errc::invalid_framing);
            in.erase(0, end + 4);
        }
        if (handler.on_head(head) == http::flow::stop) return {};
        if (head.status == 204 || head.status == 304 || r.method == "HEAD") return {};

        const bool is_chunked = http::same_name(head.headers.value("Transfer-Encoding"), "chunked");
        const auto length = head.headers.value("Content-Length");
        std::size_t left = in.npos;  // no length: the body ends with the connection
        std::from_chars(length.data(), length.data() + length.size(), left);
        http::chunked_decoder chunked;
        for (;;) {
            if (is_chunked) {
                chunked.feed(in);
                for (auto piece = chunked.next(); !piece.empty(); piece = chunked.next()) {
                    if (handler.on_body(piece) == http::flow::stop) return {};
                }
                if (chunked.failed()) return chunked.failure();
                if (chunked.done()) return {};
            } else {
                const auto piece = std::string_view(in).substr(0, left);
                if (!piece.empty() && handler.on_body(piece) == http::flow::stop) return {};
                left -= piece.size();
                if (left == 0) return {};
            }
            in.clear();
            const auto got = peer.read(in, r.timeouts.idle_ms, errc::idle_timeout);
            if (got == errc::closed_early && !is_chunked && length.empty()) return {};
            if (got != errc::ok) return make_error(got);
        }
    }

    // The status line ("HTTP/1.1 200 OK") and one line per header field.
    static http::response_head parse_head(std::string_view text) {
        http::response_head head;
        if (!text.starts_with("HTTP/1.") || text.size() < 12) return head;
        std::from_chars(text.data() + 9, text.data() + 12, head.status);
        for (auto at = text.find("\r\n") + 2; at < text.size(); at = text.find("\r\n", at) + 2) {
            const auto line = text.substr(at, text.find("\r\n", at) - at);
            const auto colon = (std::min)(line.find(':'), line.size());
            auto value =
                line.substr((std::min)(line.find_first_not_of(": \t", colon), line.size()));
            while (value.ends_with(' ') || value.ends_with('\t')) value.remove_suffix(1);
            head.headers.add(line.substr(0, colon), value);
        }
        return head;
    }
};
static_assert(http::transport<socket_transport>);
// [/transport]

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
    using conformance::detail::socket_to;
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

TEST_CASE("the transport of docs/transports.md carries plain and streamed calls, and errors") {
    const local_server server;
    const oaiwire::endpoint endpoint{.base_url = server.base_url()};
    const auto& request = hello;
    const captured_output out;
    using transports::socket_transport;

    // [use]
    oaiwire::client api{socket_transport{}, endpoint};
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

    const auto refused = oaiwire::client{transports::socket_transport{},
                                         {.base_url = server.base_url() + "/nowhere"}}
                             .create(request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().api.status == 404);
}

TEST_CASE("the transport of docs/transports.md passes the conformance suite for what it claims") {
    const auto make = [](const std::string&) { return transports::socket_transport{}; };
    const conformance::traits claims{.reuse = false,
                                     .ipv6 = false,
                                     .connect_deadline = false,
                                     .total_deadline = false,
                                     .send_deadline = false,
                                     .early_answer = false,
                                     .lengths = false,
                                     .limits = false};
    SECTION("calls") {
        conformance::run(make, claims);
    }
    SECTION("streams") {
        conformance::run_streams(make, claims);
    }
}

TEST_CASE("the transport of docs/transports.md stops on request, and reports what failed") {
    const local_server server;
    oaiwire::client api{transports::socket_transport{}, {.base_url = server.base_url()}};
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
            oaiwire::client{transports::socket_transport{}, {.base_url = "http://127.0.0.1:9/v1"}}
                .create(hello);
        REQUIRE_FALSE(response);
        CHECK(response.error().code == oaiwire::errc::connect_failed);
    }
}

}  // namespace docs_tests
