#include <oaiwire/transport/websocket_streams.hpp>
//
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include <support/catch.hpp>

#include "websocket_fake.hpp"

namespace websocket_streams_tests {

namespace {

using oaiwire::errc;
using oaiwire::polled_websocket;
using oaiwire::websocket_stream;
using oaiwire::http::message_kind;
using websocket_fake::fake_pool;
using websocket_fake::request_of;

static_assert(oaiwire::http::duplex_stream<websocket_stream>);
static_assert(oaiwire::http::polled_duplex_stream<polled_websocket>);
static_assert(!std::is_copy_constructible_v<websocket_stream>);
static_assert(std::is_nothrow_move_constructible_v<websocket_stream>);
static_assert(std::is_nothrow_move_assignable_v<polled_websocket>);

}  // namespace

TEST_CASE("websocket_streams: functions that wait return when theirs is done, and not before") {
    const auto pool = std::make_shared<fake_pool>();
    auto opened = websocket_stream::open(pool, request_of());
    REQUIRE(opened);
    websocket_stream& socket = *opened;
    CHECK(socket.head().status == 101);
    const auto none = socket.receive(0);
    REQUIRE(none);
    CHECK_FALSE(*none);
    REQUIRE(socket.send(message_kind::text, std::string(5000, 'x')));
    const auto got = socket.receive();
    REQUIRE(got);
    CHECK((*got && (*got)->data == std::string(5000, 'x')));
    CHECK(socket.send(message_kind::text, "\xff").error().code == errc::invalid_text);
    CHECK_FALSE(socket.ended());
    CHECK(socket.closed().code == 0);
    REQUIRE(socket.close(4000, "done"));
    CHECK(socket.ended());
    CHECK(socket.closed().code == 4000);
    CHECK(socket.close());
    CHECK(socket.send(message_kind::text, "late").error().code == errc::send_failed);
    CHECK_FALSE(*socket.receive());
}

TEST_CASE("websocket_streams: a connection that is destroyed or replaced ends, and no other") {
    const auto pool = std::make_shared<fake_pool>();
    auto a = websocket_stream::open(pool, request_of());
    auto b = websocket_stream::open(pool, request_of());
    REQUIRE((a && b));
    CHECK(pool->open_connections() == 2);
    *a = std::move(*b);
    CHECK(pool->open_connections() == 1);
    REQUIRE(a->send(message_kind::text, "moved"));
    const auto got = a->receive();
    CHECK((got && *got && (*got)->data == "moved"));
    {
        const auto polled = polled_websocket::start(pool, request_of());
        CHECK(pool->open_connections() == 2);
    }
    CHECK(pool->open_connections() == 1);
}

TEST_CASE("websocket_streams: a handshake that was agreed to opens, whatever follows at once") {
    for (const std::size_t piece : {std::size_t{1}, std::size_t{1000}}) {
        const auto pool = std::make_shared<fake_pool>();
        pool->piece = piece;
        websocket_fake::fake_task::greeting = "\xF1";  // reserved bits
        auto opened = websocket_stream::open(pool, request_of());
        websocket_fake::fake_task::greeting.clear();
        REQUIRE(opened);
        CHECK(opened->head().status == 101);
        const auto got = opened->receive();
        REQUIRE_FALSE(got);
        CHECK(got.error().code == errc::invalid_framing);
        CHECK(opened->ended());
        CHECK(opened->closed().code == 1006);
    }
}

TEST_CASE("websocket_streams: without a transport, a connection has ended") {
    auto none = websocket_stream::open(nullptr, request_of());
    REQUIRE_FALSE(none);
    CHECK(none.error().code == errc::invalid_argument);
    auto polled = polled_websocket::start(nullptr, request_of());
    CHECK(polled.ended());
    CHECK(polled.error().code == errc::invalid_argument);
    CHECK(polled.closed().code == 1006);
    CHECK(polled.unsent() == 0);
    CHECK_FALSE(polled.head());
    CHECK_FALSE(polled.next());
    CHECK(polled.send(message_kind::text, "x").error().code == errc::send_failed);
    CHECK(polled.close().error().code == errc::send_failed);
}

TEST_CASE("websocket_streams: what a polled connection has got is there after its end") {
    const auto pool = std::make_shared<fake_pool>();
    auto socket = polled_websocket::start(pool, request_of());
    CHECK(socket.send(message_kind::text, "early").error().code == errc::send_failed);
    while (!socket.head()) pool->poll(10);
    REQUIRE(socket.send(message_kind::text, "one"));
    REQUIRE(socket.send(message_kind::binary, "two"));
    CHECK(socket.unsent() > 6);
    REQUIRE(socket.close());
    for (int i = 0; i != 20; ++i) pool->poll(0);
    CHECK_FALSE(socket.ended());
    CHECK(socket.next()->data == "one");
    CHECK(socket.next()->data == "two");
    CHECK(socket.ended());
    CHECK(socket.error().code == errc::ok);
    CHECK(socket.closed().code == 1000);
}

}  // namespace websocket_streams_tests
