#include <oaiwire/transport/pump_call.hpp>

#include <support/catch.hpp>
#include <support/memory_connection.hpp>

#include <memory>
#include <string>

namespace pump_call_tests {

using namespace oaiwire;
using support::memory_connection;
using support::wire;
using call = detail::pump_call<memory_connection>;

TEST_CASE("a call moves in steps, and says when it has to wait") {
    const auto w = std::make_shared<wire>();
    w->connects_after = 1;
    w->in = {"?", "HTTP/1.1 200 OK\r\n", "Content-Length: 2\r\n\r\no", "?", "k"};
    auto pool = std::make_shared<detail::pump_pool<memory_connection>>();
    pool->make = [w](const http::origin&) { return std::make_unique<memory_connection>(w); };
    http::request r;
    r.method = "GET";
    r.origin = {"http", "h", 80};
    r.target = "/";
    {
        call c(pool, r);
        CHECK(c.check() > 1000);
        CHECK(c.open() == call::step::wait);  // connecting
        CHECK(c.sending());
        CHECK(c.open() == call::step::moved);  // sends the head
        CHECK(c.open() == call::step::moved);  // finds no content
        CHECK_FALSE(c.sending());
        CHECK(c.head() == nullptr);
        while (c.open() != call::step::ready) {
        }
        REQUIRE(c.head() != nullptr);
        CHECK(c.read() == call::step::ready);
        CHECK(c.piece() == "o");
        CHECK(c.piece() == "");
        CHECK(c.read() == call::step::wait);
        while (c.read() != call::step::ready) {
        }
        CHECK(c.piece() == "k");
        CHECK(c.read() == call::step::ready);
        CHECK(c.piece() == "");
        CHECK(c.ended());
        CHECK(pool->kept.empty());
    }
    CHECK(pool->kept.size() == 1);
    CHECK(w->waits == 0);
}

TEST_CASE("a call ends at the first check after its stop or its timeout") {
    const auto w = std::make_shared<wire>();
    auto pool = std::make_shared<detail::pump_pool<memory_connection>>();
    pool->make = [w](const http::origin&) { return std::make_unique<memory_connection>(w); };
    http::request r;
    r.method = "GET";
    r.origin = {"http", "h", 80};
    SECTION("stop") {
        call c(pool, r);
        r.stop.request_stop();
        CHECK(c.check() == 0);
        CHECK(c.failure().code == errc::cancelled);
        CHECK(c.open() == call::step::ready);
    }
    SECTION("timeout") {
        r.timeouts.total_ms = 1;
        call c(pool, r);
        while (c.check() != 0) {
        }
        CHECK(c.failure().code == errc::total_timeout);
        CHECK(c.read() == call::step::ready);
    }
    CHECK(w->sent.empty());
}

TEST_CASE("a call that takes a new connection does not read it before it is connected") {
    const auto w = std::make_shared<wire>();
    auto pool = std::make_shared<detail::pump_pool<memory_connection>>();
    pool->make = [w](const http::origin&) { return std::make_unique<memory_connection>(w); };
    http::request r;
    r.method = "GET";
    r.origin = {"http", "h", 80};
    r.target = "/";
    pool->give_back(r.origin, pool->make(r.origin));
    w->sent = "an earlier request";
    w->in = {"?", "the new connection"};
    w->breaks_after = 0;
    w->connects_after = 1;
    call c(pool, r);
    CHECK(c.open() == call::step::moved);
    CHECK(w->made == 2);
    CHECK(w->at == 1);
    CHECK(c.open() == call::step::wait);
    CHECK(w->at == 1);
    CHECK(c.failure().code == errc::ok);
}

}  // namespace pump_call_tests
