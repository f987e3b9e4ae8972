#include <oaiwire/transport/pump.hpp>

#include <support/catch.hpp>
#include <support/memory_connection.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pump_tests {

using namespace oaiwire;
using support::memory_connection;
using support::wire;
using transport = pump_transport<memory_connection>;

static_assert(pump_connection<memory_connection>);
static_assert(http::transport<transport>);
static_assert(http::pull_transport<transport>);

namespace {

const std::string ok = "HTTP/1.1 200 OK\r\n";
const std::string answer = ok + "Content-Length: 5\r\n\r\nhello";

http::request post(std::string body = "{}") {
    http::request r;
    r.method = "POST";
    r.origin = {"http", "h", 80};
    r.target = "/v1";
    r.body = std::move(body);
    return r;
}

transport over(const std::shared_ptr<wire>& w, const limits& bounds = {}) {
    return transport([w](const http::origin&) { return std::make_unique<memory_connection>(w); },
                     bounds);
}

std::string call(transport& t, const http::request& r) {
    auto body = t.open(r);
    if (!body) return std::string(name(body.error().code));
    std::string out = std::to_string(body->head().status) + ' ';
    for (;;) {
        const auto bytes = body->read_some();
        if (!bytes) return out + ' ' + std::string(name(bytes.error().code));
        if (bytes->empty()) return out;
        out.append(*bytes);
    }
}

}  // namespace

TEST_CASE("a pump sends head and content as the connection takes them, and returns the response") {
    for (const std::size_t most : {1u, 7u, 1000u, 1u << 20}) {
        for (const std::size_t size : {0u, 2u, 5000u}) {
            const auto w = std::make_shared<wire>();
            w->in = {"HTTP/1.1 100 Continue\r\n",
                     "\r\n" + ok.substr(0, 9),
                     ok.substr(9),
                     "?",
                     "Content-Length: 5\r\n\r\nhe",
                     "llo"};
            w->most = most;
            w->connects_after = 2;
            auto t = over(w);
            const auto r = post(std::string(size, 'x'));
            CHECK(call(t, r) == "200 hello");
            CHECK(w->sent == http::request_head(r) + r.body);
            CHECK(w->open == 1);
            CHECK(w->waits >= 2);
        }
    }
}

TEST_CASE("a pump keeps a connection while both sides do, and looks before it uses it again") {
    const auto w = std::make_shared<wire>();
    auto t = over(w);
    SECTION("kept") {
        w->in = {answer, "?", answer};
        CHECK(call(t, post()) == "200 hello");
        CHECK(call(t, post()) == "200 hello");
        CHECK(w->made == 1);
    }
    SECTION("closed meanwhile") {
        w->in = {answer, "", answer};
        CHECK(call(t, post()) == "200 hello");
        CHECK(call(t, post()) == "200 hello");
        CHECK(w->made == 2);
    }
    SECTION("bytes that nobody asked for") {
        w->in = {answer, ok + "Content-Length: 6\r\n\r\nforged", answer};
        CHECK(call(t, post()) == "200 hello");
        CHECK(call(t, post()) == "200 hello");
        CHECK(w->made == 2);
    }
    SECTION("the server closes, or the body ends with the connection") {
        w->in = {ok + "Connection: close\r\nContent-Length: 0\r\n\r\n", ok + "\r\nall", "", answer};
        CHECK(call(t, post()) == "200 ");
        CHECK(call(t, post()) == "200 all");
        CHECK(call(t, post()) == "200 hello");
        CHECK(w->made == 3);
    }
    SECTION("another origin") {
        w->in = {answer, answer};
        CHECK(call(t, post()) == "200 hello");
        auto elsewhere = post();
        elsewhere.origin.port = 81;
        CHECK(call(t, elsewhere) == "200 hello");
        CHECK(w->made == 2);
    }
    SECTION("a body that is not read to its end") {
        w->in = {ok + "Content-Length: 9\r\n\r\nhello", answer};
        CHECK(t.open(post()));
        CHECK(w->open == 0);
        CHECK(call(t, post()) == "200 hello");
    }
    CHECK(w->open == 1);
}

TEST_CASE("a pump repeats a request only if none of its bytes was sent") {
    const auto w = std::make_shared<wire>();
    auto t = over(w);
    w->in = {answer, "?"};
    CHECK(call(t, post()) == "200 hello");
    const auto first = w->sent.size();
    SECTION("the first write fails") {
        w->breaks_after = first;
        CHECK(call(t, post()) == "send_failed");
        CHECK(w->made == 2);
        CHECK(w->sent.size() == first);
    }
    SECTION("a later one does") {
        w->most = 10;
        w->breaks_after = first + 10;
        CHECK(call(t, post()) == "send_failed");
        CHECK(w->made == 1);
    }
    SECTION("the server closes without an answer") {
        w->in = {answer, "?", "", answer};
        CHECK(call(t, post()) == "closed_early");
        CHECK(w->made == 1);
    }
}

TEST_CASE("a pump says what failed, and where to") {
    const auto why = [](std::vector<std::string> in, bool refuses = false) {
        const auto w = std::make_shared<wire>();
        w->in = std::move(in);
        w->refuses = refuses;
        auto t = over(w);
        auto body = t.open(post());
        for (std::string all; body;) {
            const auto bytes = body->read_some();
            if (!bytes) {
                CHECK(w->open == 0);
                return to_string(bytes.error());
            }
            if (bytes->empty()) return std::string();
        }
        CHECK(w->open == 0);
        return to_string(body.error());
    };
    CHECK(why({}, true) == "connect_failed: h:80: the connection could not be made");
    CHECK(why({""}) == "closed_early (byte 0): h:80: the connection closed before the response");
    CHECK(why({"!"}) == "receive_failed: h:80: the response could not be received");
    CHECK(why({"hello"}) == "invalid_framing (byte 0): h:80: the response is not HTTP/1.1");
    CHECK(why({ok + "Content-Length: 9\r\n\r\nhello", ""}) ==
          "closed_early (byte 43): h:80: the connection closed inside the body");
    CHECK(why({answer}).empty());
}

TEST_CASE("a pump stops to send to a server that refuses the request, and hears it") {
    const auto w = std::make_shared<wire>();
    w->in = {"?", "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig"};
    auto t = over(w);
    CHECK(call(t, post(std::string(100'000, 'x'))) == "413 big");
    CHECK(w->sent.size() < 10'000);
    CHECK(w->open == 0);
}

TEST_CASE("a pump that was moved from, or that cannot make a connection, says so") {
    const auto w = std::make_shared<wire>();
    auto t = over(w);
    auto moved = std::move(t);
    CHECK(call(t, post()) == "invalid_argument");
    transport none([](const http::origin&) { return std::unique_ptr<memory_connection>(); });
    CHECK(call(none, post()) == "connect_failed");
    auto r = post();
    r.stop.request_stop();
    CHECK(call(moved, r) == "cancelled");
    CHECK(w->made == 0);
}

TEST_CASE("a pump bounds what a server can send besides content") {
    limits bounds;
    bounds.head = 30;
    const auto w = std::make_shared<wire>();
    w->in = {answer};
    auto t = over(w, bounds);
    CHECK(call(t, post()) == "limit_exceeded");
}

TEST_CASE("a pump sends no password of a user in an origin") {
    const auto w = std::make_shared<wire>();
    auto t = over(w);
    w->in = {answer};
    auto r = post();
    r.origin.host = "me:password@h";
    const auto body = t.open(r);
    REQUIRE_FALSE(body);
    CHECK(body.error().code == errc::invalid_url);
    CHECK(body.error().message.find("password") == std::string::npos);
    CHECK(w->made == 0);
    CHECK(w->sent.empty());
}

}  // namespace pump_tests
