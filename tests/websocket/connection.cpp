// The life of a connection: the handshake, messages in both directions, the close, and its ends.
#include <oaiwire/websocket/connection.hpp>
//
#include <support/catch.hpp>
#include <support/random.hpp>
#include <support/websocket_runs.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace connection_tests {

using namespace oaiwire;
using namespace support::websockets;

namespace {

// Both ends, joined by a network that delivers pieces of random sizes.
struct joined {
    connection client = support::websockets::client();
    connection server = support::websockets::server();
    support::random random{1};
    std::vector<websocket_event> at_client{};
    std::vector<websocket_event> at_server{};

    void move(connection& from, connection& to, std::vector<websocket_event>& events) {
        while (!from.unsent().empty()) {
            const std::size_t n = 1 + random.below(from.unsent().size());
            const support::block piece(from.unsent().substr(0, n));
            from.sent(n);
            to.feed(piece.view());
            while (const auto* e = to.next()) events.push_back(as_reference(*e));
        }
    }
    void run() {
        while (!client.unsent().empty() || !server.unsent().empty()) {
            move(client, server, at_server);
            move(server, client, at_client);
        }
    }
};

std::string answer_to(const connection& c, std::string_view fields = {}) {
    const auto agreed = websocket::read_upgrade(received(c.unsent()));
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           agreed.accept + "\r\n" + std::string(fields) + "\r\n";
}

connection asking(const http::duplex_request& r = request()) {
    auto made = connection::connect(r, numbers());
    REQUIRE(made);
    return std::move(*made);
}

}  // namespace

TEST_CASE("a client is open once its handshake was answered, and reads what follows at once") {
    auto r = request();
    r.headers.add("Authorization", "Bearer k", true);
    r.subprotocols = {"realtime"};
    connection c = asking(r);
    CHECK_FALSE(c.open());
    CHECK_FALSE(c.ended());
    CHECK(c.head() == nullptr);
    CHECK_FALSE(c.send(message_kind::text, "early"));
    CHECK_FALSE(c.ping());
    CHECK_FALSE(c.close());
    const std::string bytes =
        answer_to(c, "Sec-WebSocket-Protocol: realtime\r\nx-request-id: 7\r\n") +
        text("first").bytes(false);
    CHECK(received(c.unsent()).headers.value("Authorization") == "Bearer k");
    take(c);
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        connection again = asking(r);
        take(again);
        const auto events = feed_all(again, bytes, cuts{cut});
        REQUIRE(again.open());
        REQUIRE(events == std::vector<websocket_event>{{'t', "first"}});
        REQUIRE(again.subprotocol() == "realtime");
        REQUIRE(again.head()->headers.value("x-request-id") == "7");
    }
}

TEST_CASE("the keys of a client's connections come from its source of random numbers") {
    auto source = numbers();
    auto a = connection::connect(request(), source);
    auto b = connection::connect(request(), source);
    REQUIRE(a);
    REQUIRE(b);
    CHECK(received(a->unsent()).headers.value("Sec-WebSocket-Key") !=
          received(b->unsent()).headers.value("Sec-WebSocket-Key"));
    CHECK(connection::connect(request(), {}).error().code == errc::invalid_argument);
}

TEST_CASE("a client is open as soon as the answer was fed, before next()") {
    connection c = asking();
    const std::string bytes = answer_to(c) + text("first").bytes(false);
    take(c);
    c.feed(bytes);
    CHECK(c.open());
    REQUIRE(c.next() != nullptr);
}

TEST_CASE("a refusal ends the handshake, with its head and its body") {
    connection c = asking();
    take(c);
    c.feed("HTTP/1.1 401 Unauthorized\r\nContent-Length: 4\r\nx-request-id: 9\r\n\r\nkey?");
    CHECK(c.next() == nullptr);
    CHECK(c.ended());
    CHECK(c.error().code == errc::unexpected_status);
    CHECK(c.head()->status == 401);
    CHECK(c.head()->headers.value("x-request-id") == "9");
    CHECK(c.refusal() == "key?");
    CHECK(c.closed().code == websocket::close_code::lost);
    CHECK(c.unsent().empty());

    connection cut = asking();
    take(cut);
    cut.feed("HTTP/1.1 503 Busy\r\nContent-Length: 40\r\n\r\nsoon");
    CHECK(cut.next() == nullptr);
    CHECK_FALSE(cut.ended());
    cut.finish();
    CHECK(cut.error().code == errc::unexpected_status);
    CHECK(cut.refusal() == "soon");
}

TEST_CASE("a handshake that is not answered properly fails") {
    const auto code = [](auto answer) {
        connection c = asking();
        const std::string bytes = answer(c);
        take(c);
        c.feed(bytes);
        CHECK(c.next() == nullptr);
        c.finish();
        REQUIRE(c.ended());
        CHECK(c.unsent().empty());
        return c.error().code;
    };
    CHECK(code([](auto&) { return ""; }) == errc::closed_early);
    CHECK(code([](auto&) { return "HTTP/1.1 101 x\r\nUpgr"; }) == errc::closed_early);
    CHECK(code([](auto&) { return "hello\r\n"; }) == errc::invalid_framing);
    CHECK(code([](auto&) { return "HTTP/1.1 101 x\r\n\r\n"; }) == errc::invalid_header);
    CHECK(code([](auto& c) { return answer_to(c, "Sec-WebSocket-Extensions: x\r\n"); }) ==
          errc::invalid_header);
    CHECK(code([](auto& c) { return answer_to(c, "Sec-WebSocket-Protocol: x\r\n"); }) ==
          errc::invalid_header);
}

TEST_CASE("messages of both sides come whole and in order, however the network cuts them") {
    joined net;
    std::vector<websocket_event> sent;
    for (int i = 0; i != 200; ++i) {
        const bool is_text = net.random.one_in(2);
        std::string data;
        const std::size_t size = net.random.below(net.random.one_in(20) ? 70'000 : 200);
        for (std::size_t n = 0; n != size; ++n) {
            data.push_back(static_cast<char>(net.random.below(is_text ? 128 : 256)));
        }
        const auto kind = is_text ? message_kind::text : message_kind::binary;
        CHECK(net.client.send(kind, data));
        CHECK(net.server.send(kind, data));
        if (net.random.one_in(5)) CHECK(net.client.ping(data.substr(0, 100)));
        if (net.random.one_in(5)) net.run();
        sent.push_back({is_text ? 't' : 'b', data});
    }
    net.run();
    const auto messages = [](std::vector<websocket_event> events) {
        std::erase_if(events, [](const auto& e) { return e.kind == 'p' || e.kind == 'o'; });
        return events;
    };
    CHECK(messages(net.at_server) == sent);
    CHECK(messages(net.at_client) == sent);
    // of pings that came while much waited, the last is answered
    CHECK(net.at_client.size() > sent.size());
    CHECK(net.at_client.size() <= net.at_server.size());
}

TEST_CASE("both sides end with a close, whichever begins") {
    for (const bool client_begins : {false, true}) {
        joined net;
        auto& one = client_begins ? net.client : net.server;
        auto& other = client_begins ? net.server : net.client;
        auto& at_other = client_begins ? net.at_server : net.at_client;
        CHECK(one.send(message_kind::text, "last"));
        CHECK(one.close(4000, "done"));
        CHECK(one.close(1000));
        CHECK_FALSE(one.open());
        CHECK_FALSE(one.ended());
        CHECK(one.send(message_kind::text, "late").error().code == errc::send_failed);
        CHECK(one.ping().error().code == errc::send_failed);
        net.run();
        CHECK(at_other == std::vector<websocket_event>{{'t', "last"}, {'c', "done", 4000}});
        CHECK(one.ended());
        CHECK(other.ended());
        CHECK(one.error().code == errc::ok);
        CHECK(other.error().code == errc::ok);
        CHECK(other.closed() == http::close_status{4000, "done"});
        CHECK(one.closed() == http::close_status{4000, ""});
        one.finish();
        other.finish();
        CHECK(one.error().code == errc::ok);
        CHECK(other.close().error().code == errc::send_failed);
    }
}

TEST_CASE("messages that were under way when this end closed still come") {
    connection c = client();
    CHECK(c.close());
    const auto events =
        feed_all(c, bytes_of({text("a"), ping("x"), binary("b"), closing(1000)}, false));
    CHECK(events ==
          std::vector<websocket_event>{{'t', "a"}, {'p', "x"}, {'b', "b"}, {'c', "", 1000}});
    // after its close it sends nothing, no pong either
    CHECK(oracle::read_websocket(take(c), true, 100).events ==
          std::vector<websocket_event>{{'c', "", 1000}});
}

TEST_CASE("closes at the same time end both sides") {
    joined net;
    CHECK(net.client.close(1000, "a"));
    CHECK(net.server.close(1001, "b"));
    net.run();
    CHECK(net.client.closed() == http::close_status{1001, "b"});
    CHECK(net.server.closed() == http::close_status{1000, "a"});
    CHECK(net.client.ended());
    CHECK(net.server.ended());
}

TEST_CASE("a failure of the socket is told once what came before it was read") {
    connection c = client();
    const std::string bytes = text("a").bytes(false);
    c.feed(bytes);
    c.fail(make_error(errc::cancelled));
    CHECK_FALSE(c.ended());
    REQUIRE(c.next() != nullptr);
    CHECK(c.next() == nullptr);
    CHECK(c.ended());
    CHECK(c.error().code == errc::cancelled);
    c.fail(make_error(errc::receive_failed));
    c.feed("more");
    CHECK(c.next() == nullptr);
    CHECK(c.error().code == errc::cancelled);
}

TEST_CASE("bytes that are fed before the last ones were used up fail") {
    connection c = client();
    const std::string bytes = bytes_of({text("a"), text("b")}, false);
    c.feed(bytes);
    REQUIRE(c.next() != nullptr);
    c.feed(bytes);
    CHECK(c.ended());
    CHECK(c.error().code == errc::invalid_argument);
    CHECK(c.next() == nullptr);
}

TEST_CASE("a connection can be moved, also within a message") {
    connection c = client();
    const std::string bytes = bytes_of({text("ab", false), more("cd")}, false);
    feed_all(c, bytes.substr(0, 5));
    connection other = std::move(c);
    CHECK(feed_all(other, bytes.substr(5)) == std::vector<websocket_event>{{'t', "abcd"}});
    CHECK(other.send(message_kind::text, "x"));
    connection none;
    CHECK(none.ended());
    CHECK(none.due_ms() == connection::never);
    CHECK_FALSE(none.send(message_kind::text, "x"));
    CHECK(none.unsent().empty());
    none = std::move(other);
    CHECK(none.open());
    CHECK_FALSE(none.unsent().empty());
}

TEST_CASE("an event can be sent back") {
    connection s = server();
    const std::string data(400'000, 'x');
    const std::string bytes = bytes_of({binary(data), pong("p")}, true);
    s.feed(bytes);
    for (const auto* e = s.next(); e; e = s.next()) {
        CHECK((e->kind == event_kind::pong ? s.ping(e->data) : s.send(e->type, e->data)));
    }
    CHECK(oracle::read_websocket(take(s), false, data.size()).events ==
          std::vector<websocket_event>{{'b', data}, {'p', "p"}});
}

TEST_CASE("a message that came whole and unmasked is a view of what was fed") {
    connection c = client();
    const std::string bytes = text(std::string(1000, 'x')).bytes(false);
    c.feed(bytes);
    const auto* e = c.next();
    REQUIRE(e != nullptr);
    CHECK(e->data.data() == bytes.data() + 4);
}

}  // namespace connection_tests
