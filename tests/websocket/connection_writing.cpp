#include <oaiwire/websocket/connection_writing.hpp>
//
#include <support/allocations.hpp>
#include <support/catch.hpp>
#include <support/websocket_runs.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace connection_writing_tests {

using namespace oaiwire;
using namespace support::websockets;
using events = std::vector<websocket_event>;

namespace {

constexpr std::size_t large = std::size_t{1} << 30;

events sent_by(connection& c, bool masked) {
    return oracle::read_websocket(take(c), masked, large).events;
}

}  // namespace

TEST_CASE("what is sent is one frame for each message, masked by clients alone") {
    for (const std::size_t size : {0U, 1U, 125U, 126U, 65535U, 65536U, 300'000U}) {
        const std::string data(size, 'x');
        connection c = client();
        connection s = server();
        for (connection* end : {&c, &s}) {
            CHECK(end->send(message_kind::text, data));
            CHECK(end->send(message_kind::binary, data));
            CHECK(end->ping("p"));
            CHECK(end->unsent_size() == end->unsent().size());
            CHECK(sent_by(*end, end == &c) == events{{'t', data}, {'b', data}, {'p', "p"}});
            CHECK(end->unsent_size() == 0);
        }
    }
}

TEST_CASE("each frame of a client has a mask of its own") {
    connection c = client();
    CHECK(c.send(message_kind::binary, "same"));
    CHECK(c.send(message_kind::binary, "same"));
    const std::string bytes = take(c);
    REQUIRE(bytes.size() == 20);
    CHECK(bytes.substr(2, 4) != bytes.substr(12, 4));
}

TEST_CASE("the key of a handshake is 16 bytes of the source, and each mask the next four") {
    auto made = connection::connect(request(), [n = 0U]() mutable {
        const std::uint32_t first = n;
        n += 4;
        return first | (first + 1) << 8 | (first + 2) << 16 | (first + 3) << 24;
    });
    REQUIRE(made);
    const auto asked = received(take(*made));
    CHECK(asked.headers.value("Sec-WebSocket-Key") == "AAECAwQFBgcICQoLDA0ODw==");
    made->feed(*websocket::upgrade_answer(websocket::read_upgrade(asked)));
    REQUIRE(made->open());
    CHECK(made->ping("ab"));
    CHECK(take(*made) == std::string("\x89\x82\x10\x11\x12\x13qs"));
}

TEST_CASE("a handshake can be sent in any pieces, and one that cannot be written is an error") {
    for (std::size_t piece = 1; piece < 300; piece += 7) {
        auto made = connection::connect(request(), numbers());
        REQUIRE(made);
        const std::size_t size = made->unsent_size();
        std::string all;
        while (!made->unsent().empty()) {
            CHECK(made->unsent_size() == size - all.size());
            const std::size_t n = (std::min)(piece, made->unsent().size());
            all.append(made->unsent().substr(0, n));
            made->sent(n);
        }
        CHECK(all.size() == size);
        CHECK(received(all).headers.size() == 5);
    }
    auto wrong = request();
    wrong.headers.add("Upgrade", "h2c");
    CHECK(connection::connect(wrong, numbers()).error().code == errc::invalid_header);
}

TEST_CASE("a client's limits are those of its request") {
    auto r = request();
    r.limits.head = 20;
    auto made = connection::connect(r, numbers());
    REQUIRE(made);
    made->feed("HTTP/1.1 101 Switching Protocols\r\n");
    CHECK(made->error().code == errc::limit_exceeded);

    r = request();
    r.unsent_limit = 30;
    connection c = client(r);
    CHECK(c.send(message_kind::text, std::string(31, 'x')).error().code == errc::limit_exceeded);
    CHECK(c.send(message_kind::text, "x"));
}

TEST_CASE("a server's first bytes are its answer") {
    auto asking = connection::connect(request(), numbers());
    REQUIRE(asking);
    auto asked = received(asking->unsent());
    asked.headers.add("Sec-WebSocket-Protocol", "a");
    const auto agreed = websocket::read_upgrade(asked);
    auto made = connection::accept(agreed, {}, "a");
    REQUIRE(made);
    CHECK(made->subprotocol() == "a");
    CHECK(made->unsent() == *websocket::upgrade_answer(agreed, "a"));
    CHECK(connection::accept(agreed, {}, "b").error().code == errc::invalid_argument);
}

TEST_CASE("pings and closes are bounded to the byte") {
    connection c = client();
    const std::string most(125, 'p');
    CHECK(c.ping(most));
    CHECK(c.close(1000, most.substr(2)));
    CHECK(sent_by(c, true) == events{{'p', most}, {'c', most.substr(2), 1000}});
    websocket::options bounds;
    bounds.unsent_limit = 40;
    connection s = server(bounds);
    CHECK(s.ping(std::string(26, 'x')));
    CHECK(s.ping().error().code == errc::limit_exceeded);
    take(s);
    CHECK(s.ping(std::string(27, 'x')).error().code == errc::limit_exceeded);
}

TEST_CASE("bytes that were sent take no memory while others wait") {
    connection c = client();
    const std::string data(1000, 'x');
    CHECK(c.send(message_kind::binary, data));
    const std::size_t before = support::allocations.bytes;
    for (int i = 0; i != 10'000; ++i) {
        CHECK(c.send(message_kind::binary, data));
        c.sent(data.size() + 8);
    }
    CHECK(support::allocations.bytes < before + 20'000);
    CHECK(sent_by(c, true) == events{{'b', data}});
}

TEST_CASE("what cannot be sent is an error that leaves the connection as it is") {
    connection c = client();
    for (const std::string text : {"\x80", "a\xff", "\xe2\x82", "\xed\xa0\x80"}) {
        CHECK(c.send(message_kind::text, text).error().code == errc::invalid_text);
    }
    CHECK(c.ping(std::string(126, 'x')).error().code == errc::invalid_argument);
    for (const int code : {1, 999, 1004, 1005, 1006, 1015, 2000, 5000}) {
        CHECK(c.close(static_cast<std::uint16_t>(code)).error().code == errc::invalid_argument);
    }
    CHECK(c.close(0, "why").error().code == errc::invalid_argument);
    CHECK(c.close(1000, std::string(124, 'x')).error().code == errc::invalid_argument);
    CHECK(c.close(1000, "\xff").error().code == errc::invalid_argument);
    CHECK(c.open());
    CHECK(c.unsent().empty());
    CHECK(c.close(0));
    CHECK(sent_by(c, true) == events{{'c', "", 1005}});
}

TEST_CASE("what waits to be sent is bounded, at every value") {
    for (std::size_t most = 0; most != 60; ++most) {
        websocket::options bounds;
        bounds.unsent_limit = most;
        connection s = server(bounds);
        std::size_t waits = 0;
        for (int i = 0; i != 5; ++i) {
            const auto ok = s.send(message_kind::binary, "0123456789");
            CHECK(s.unsent_size() <= most);
            CHECK(s.unsent_size() == (ok ? waits + 12 : waits));
            if (!ok) CHECK(ok.error().code == errc::limit_exceeded);
            CHECK(ok.has_value() == (waits + 24 <= most));
            waits = s.unsent_size();
        }
        // a close and an answer to a ping are sent all the same
        CHECK(feed_all(s, ping("p").bytes(true)).size() == 1);
        CHECK(s.close());
        CHECK(s.unsent_size() == waits + 3 + 4);
    }
}

TEST_CASE("a peer that pings and does not read makes nothing grow; its last ping is answered") {
    connection s = server();
    const std::string bytes = ping(std::string(125, 'x')).bytes(true);
    for (int i = 0; i != 10'000; ++i) feed_all(s, bytes);
    feed_all(s, ping("last").bytes(true));
    CHECK(s.unsent_size() < 4500);
    const events told = sent_by(s, false);
    REQUIRE_FALSE(told.empty());
    CHECK(told.back() == websocket_event{'o', "last"});
    CHECK(told.size() < 40);
}

TEST_CASE("bytes that wait may be sent in any pieces") {
    connection c = client();
    std::string all;
    for (int i = 0; i != 100; ++i) {
        CHECK(c.send(message_kind::text, std::string(static_cast<std::size_t>(i) * 10, 'a')));
        const std::size_t n = (std::min)(c.unsent().size(), std::size_t{377});
        all.append(c.unsent().substr(0, n));
        c.sent(n);
    }
    all += take(c);
    const events told = oracle::read_websocket(all, true, large).events;
    REQUIRE(told.size() == 100);
    for (std::size_t i = 0; i != 100; ++i) CHECK(told[i].data.size() == i * 10);
    c.sent(1000);  // more than waits
    CHECK(c.unsent_size() == 0);
}

TEST_CASE("a handshake that is not answered in time fails") {
    auto r = request();
    r.timeouts.first_byte_ms = 100;
    auto made = connection::connect(r, numbers());
    REQUIRE(made);
    connection& c = *made;
    CHECK(c.due_ms() < 0);  // at once
    c.tick(1000);
    CHECK(c.due_ms() == 1100);
    c.tick(1099);
    CHECK_FALSE(c.ended());
    c.tick(c.due_ms());
    CHECK(c.error().code == errc::first_byte_timeout);
    CHECK(c.due_ms() == connection::never);
}

TEST_CASE("a silent peer is pinged once, and given up in the end") {
    websocket::options bounds;
    bounds.ping_ms = 20;
    bounds.idle_ms = 100;
    connection s = server(bounds);
    s.tick(0);
    s.tick(1);  // the answer to the handshake was sent before
    CHECK(s.due_ms() == 20);
    s.tick(19);
    CHECK(s.unsent().empty());
    s.tick(20);
    CHECK(sent_by(s, false) == events{{'p', ""}});
    s.tick(21);
    CHECK(s.due_ms() == 100);  // that the ping was sent is no life
    feed_all(s, pong("").bytes(true));
    CHECK(s.due_ms() <= 21);  // at once, to know when the peer was heard
    s.tick(30);
    CHECK(s.due_ms() == 50);
    s.tick(50);
    CHECK_FALSE(s.unsent().empty());  // a ping that the network does not take
    CHECK(s.due_ms() == 130);
    s.tick(129);
    CHECK(s.open());
    s.tick(130);
    CHECK(s.ended());
    CHECK(s.error().code == errc::idle_timeout);
    CHECK(s.closed().code == websocket::close_code::lost);
}

TEST_CASE("a peer that takes a long message is not given up meanwhile") {
    websocket::options bounds;
    bounds.ping_ms = 20;
    bounds.idle_ms = 100;
    connection s = server(bounds);
    s.tick(0);
    CHECK(s.send(message_kind::binary, std::string(100'000, 'x')));
    for (std::int64_t now = 0; now < 2000; now += 30) {
        s.sent(1000);
        s.tick(now);
        REQUIRE(s.open());
    }
    while (!s.ended()) s.tick(s.due_ms());
    CHECK(s.error().code == errc::idle_timeout);
}

TEST_CASE("a close that is not answered ends after its time") {
    websocket::options bounds;
    bounds.close_ms = 50;
    connection s = server(bounds);
    s.tick(0);
    CHECK(s.close());
    CHECK(s.due_ms() <= 0);
    s.tick(10);
    CHECK(s.due_ms() == 60);
    feed_all(s, text("still here").bytes(true));
    s.tick(59);
    CHECK_FALSE(s.ended());
    s.tick(60);
    CHECK(s.ended());
    CHECK(s.error().code == errc::idle_timeout);
}

TEST_CASE("the time of a connection is bounded if asked for") {
    websocket::options bounds;
    bounds.total_ms = 1000;
    bounds.ping_ms = 0;
    bounds.idle_ms = 0;
    connection s = server(bounds);
    s.tick(5);
    CHECK(s.due_ms() == 1005);
    feed_all(s, text("x").bytes(true));
    s.tick(1004);
    CHECK(s.open());
    s.tick(1005);
    CHECK(s.error().code == errc::total_timeout);

    bounds.total_ms = 0;
    connection patient = server(bounds);
    patient.tick(0);
    CHECK(patient.due_ms() == connection::never);
    patient.tick(connection::never);
    CHECK(patient.open());
}

TEST_CASE("a timeout of a millisecond is one, and nothing follows an end") {
    websocket::options bounds;
    bounds.idle_ms = 1;
    connection s = server(bounds);
    s.tick(10);
    CHECK(s.open());
    s.tick(11);
    CHECK(s.error().code == errc::idle_timeout);
    s.tick(1'000'000);
    CHECK(s.error().code == errc::idle_timeout);
    CHECK(s.unsent().empty());
}

TEST_CASE("times near the end of the clock do not overflow") {
    websocket::options bounds;
    bounds.ping_ms = bounds.idle_ms = bounds.total_ms = connection::never;
    connection s = server(bounds);
    for (const std::int64_t now : {std::int64_t{0}, std::int64_t{5}, connection::never - 1}) {
        s.tick(now);
        CHECK(s.due_ms() > 0);
    }
    CHECK(s.open());
}

TEST_CASE("a warmed-up connection does not allocate") {
    connection c = client();
    connection s = server();
    const std::string data(5000, 'x');
    const std::string from_client =
        bytes_of({text(data), ping("p"), text(data, false), more(data)}, true);
    const std::string from_server =
        bytes_of({text(data), ping("p"), text(data, false), more(data)}, false);
    std::size_t messages = 0;
    const auto round = [&](connection& end, std::string_view bytes) {
        for (std::size_t at = 0; at < bytes.size(); at += 1500) {
            end.feed(bytes.substr(at, 1500));
            while (end.next()) ++messages;
        }
        static_cast<void>(end.send(message_kind::text, data));
        end.tick(static_cast<std::int64_t>(messages));
        while (!end.unsent().empty()) end.sent((std::min)(end.unsent().size(), std::size_t{1000}));
    };
    for (int i = 0; i != 3; ++i) {
        round(c, from_server);
        round(s, from_client);
    }
    const std::size_t before = support::allocations.count;
    for (int i = 0; i != 1000; ++i) {
        round(c, from_server);
        round(s, from_client);
    }
    CHECK(support::allocations.count - before == 0);
    CHECK(messages == 2 * 1003 * 3);
}

TEST_CASE("memory of a large message is given back") {
    connection c = client();
    const std::string data(std::size_t{8} << 20, 'x');
    const std::string bytes = text(data).bytes(false);
    const std::size_t before = support::allocations.bytes;
    CHECK(c.send(message_kind::binary, data));
    take(c);
    c.feed(std::string_view(bytes).substr(0, bytes.size() / 2));
    CHECK(c.next() == nullptr);
    c.feed(std::string_view(bytes).substr(bytes.size() / 2));
    REQUIRE(c.next() != nullptr);
    CHECK(support::allocations.bytes > before + data.size() - 1);
    CHECK(c.next() == nullptr);
    CHECK(support::allocations.bytes < before + 1000);
}

#if defined(__cpp_exceptions)
TEST_CASE("memory that runs out is an error or ends the connection, at every allocation") {
    const auto agreed = [] {
        auto asks = connection::connect(request(), numbers());
        return websocket::read_upgrade(received(asks->unsent()));
    }();
    const std::string data(3000, 'x');
    const std::string in = bytes_of({text(data, false), ping(data.substr(0, 100)), more(data),
                                     closing(1000, data.substr(0, 100))},
                                    true);
    // f(), in which the nth allocation fails. Whether it did.
    const auto fails = [](std::size_t n, auto f) {
        const std::size_t before = support::allocations.failures;
        support::allocations.until_failure = n;
        f();
        support::allocations.until_failure = support::allocation_ledger::never;
        return support::allocations.failures != before;
    };
    bool more_to_fail = true;
    for (std::size_t n = 0; more_to_fail; ++n) {
        errc code = errc::ok;
        more_to_fail = fails(n, [&] {
            auto s = connection::accept(agreed);
            code = s ? errc::ok : s.error().code;
            if (!s) return;
            while (!s->unsent().empty()) s->sent(s->unsent().size());
            static_cast<void>(s->send(message_kind::text, data));
            for (std::size_t at = 0; at < in.size(); at += 700) {
                s->feed(std::string_view(in).substr(at, 700));
                while (s->next()) {
                }
            }
            code = s->ended() ? s->error().code : errc::cancelled;
        });
        CHECK((code == errc::out_of_memory || code == errc::ok));
        REQUIRE(n < 200);
    }
    const auto asked = request();
    const auto source = numbers();
    more_to_fail = true;
    for (std::size_t n = 0; more_to_fail; ++n) {
        errc code = errc::ok;
        more_to_fail = fails(n, [&] {
            const auto c = connection::connect(asked, source);
            code = c ? errc::ok : c.error().code;
        });
        CHECK((code == errc::out_of_memory || code == errc::ok));
        REQUIRE(n < 200);
    }
}
#endif

}  // namespace connection_writing_tests
