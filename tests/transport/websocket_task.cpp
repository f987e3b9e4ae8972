#include <oaiwire/transport/websocket_task.hpp>
//
#include <chrono>
#include <cstddef>
#include <string>
#include <thread>

#include <support/catch.hpp>

#include "websocket_fake.hpp"

namespace websocket_task_tests {

namespace {

using oaiwire::errc;
using oaiwire::http::message_kind;
using websocket_fake::fake_pool;
using websocket_fake::fake_task;
using websocket_fake::request_of;

}  // namespace

TEST_CASE("websocket_task: what comes does not depend on the pieces in which bytes are moved") {
    for (const std::size_t piece : {1u, 2u, 3u, 7u, 64u, 100'000u}) {
        fake_pool pool;
        pool.piece = piece;
        const auto task = pool.open(request_of());
        pool.settle();
        REQUIRE(task->head());
        REQUIRE(task->send(message_kind::text, "hello"));
        REQUIRE(task->send(message_kind::binary, std::string(300, 'x')));
        pool.settle();
        REQUIRE(task->close(1000, "bye"));
        pool.settle();
        CHECK(task->got == "hello;" + std::string(300, 'x') + ';');
        CHECK(task->ended());
        CHECK(task->failure().code == errc::ok);
        CHECK(task->closed().code == 1000);
        CHECK(task->next()->data == "hello");
        CHECK(task->next()->data == std::string(300, 'x'));
        CHECK_FALSE(task->next());
        CHECK(task->disconnects == 1);
    }
}

TEST_CASE("websocket_task: what is not taken makes the peer wait, unless it is asked for all") {
    fake_pool pool;
    const auto task = pool.open(request_of());
    pool.settle();
    const std::string data(10'000, 'x');
    for (int i = 0; i != 20; ++i) REQUIRE(task->send(message_kind::binary, data));
    pool.settle();
    CHECK_FALSE(task->wants_bytes());
    CHECK(task->messages().bytes() < 80'000);
    CHECK(task->to_client.size() > 100'000);
    SECTION("taking makes room") {
        int count = 0;
        while (task->next()) {
            ++count;
            pool.settle();
        }
        CHECK(count == 20);
    }
    SECTION("greedy") {
        task->greedy(true);
        pool.settle();
        CHECK(task->to_client.empty());
        task->greedy(false);
        CHECK_FALSE(task->wants_bytes());
    }
}

TEST_CASE("websocket_task: the failure of a socket keeps what came, and names host and port") {
    fake_pool pool;
    const auto task = pool.open(request_of());
    pool.settle();
    REQUIRE(task->send(message_kind::text, "before"));
    pool.settle();
    SECTION("a failure") {
        task->fail(errc::receive_failed, "reset");
        CHECK(task->failure().code == errc::receive_failed);
        CHECK(task->failure().message == "example.org:80: reset");
    }
    SECTION("the end of the socket without a close") {
        task->finished();
        CHECK(task->failure().code == errc::closed_early);
        CHECK(task->failure().message.starts_with("example.org:80: "));
    }
    SECTION("the program gives up") {
        task->abandon();
        CHECK(task->failure().code == errc::cancelled);
    }
    CHECK(task->ended());
    CHECK(task->closed().code == 1006);
    CHECK(task->disconnects == 1);
    CHECK(task->next()->data == "before");
    task->fail(errc::tls_failed);
    CHECK(task->disconnects == 1);
    CHECK(task->send(message_kind::text, "late").error().code == errc::send_failed);
}

TEST_CASE("websocket_task: while the program is elsewhere, the peer is not held to be silent") {
    fake_pool pool;
    auto r = request_of();
    r.ping_ms = 50;
    r.timeouts.idle_ms = 200;
    const auto task = pool.open(r);
    pool.settle();
    CHECK_FALSE(pool.poll(0));
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    // the ping that is due comes first, and its answer counts
    for (int i = 0; i != 10; ++i) pool.poll(0);
    CHECK_FALSE(task->ended());
    SECTION("a peer that answers stays") {
        pool.drive(300, [&] { return task->ended(); });
        CHECK_FALSE(task->ended());
    }
    SECTION("a peer that does not answer is left") {
        task->mute = true;
        pool.drive(2000, [&] { return task->ended(); });
        CHECK(task->failure().code == errc::idle_timeout);
    }
}

TEST_CASE("websocket_pool: a poll ends when something was done, or when its budget is over") {
    fake_pool pool;
    CHECK_FALSE(pool.poll(0));
    const auto task = pool.open(request_of());
    CHECK(pool.poll(1000));
    while (pool.poll(0)) {
    }
    CHECK(task->head());
    const int before = pool.steps;
    CHECK_FALSE(pool.poll(0));
    CHECK(pool.steps <= before + 2);
    int asked = 0;
    pool.drive(0, [&] { return ++asked > 1; });
    CHECK(asked == 1);
    pool.drive(-1, [&] { return ++asked > 3; });
    CHECK(asked == 4);
}

TEST_CASE("websocket_pool: a connection that cannot be made has ended, and stops are seen") {
    fake_pool pool;
    auto r = request_of();
    r.headers.add("Upgrade", "other");
    CHECK(pool.open(r)->failure().code == errc::invalid_header);
    r = request_of();
    r.stop.request_stop();
    CHECK(pool.open(r)->failure().code == errc::cancelled);
    r = request_of();
    const auto task = pool.open(r);
    pool.settle();
    CHECK_FALSE(task->ended());
    r.stop.request_stop();
    CHECK(pool.poll(0));
    CHECK(task->failure().code == errc::cancelled);
    fake_task::refuses = true;
    r = request_of();
    r.timeouts.connect_ms = 1;
    const auto slow = pool.open(r);
    fake_task::refuses = false;
    while (!slow->ended()) pool.poll(1);
    CHECK(slow->failure().code == errc::connect_timeout);
    CHECK_FALSE(slow->head());
    const auto polled = pool.start(request_of(), false);
    const auto waiting = pool.start(request_of(), true);
    pool.end_started();
    CHECK(polled->ended());
    CHECK_FALSE(waiting->ended());
}

}  // namespace websocket_task_tests
