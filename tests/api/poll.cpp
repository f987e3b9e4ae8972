#include <oaiwire/api/poll.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/batches.hpp>
#include <oaiwire/files.hpp>
#include <oaiwire/transport/replay.hpp>
#include <oaiwire/vector_stores.hpp>

namespace poll_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

// A clock that only sleep() moves, and that records the sleeps.
struct test_clock {
    std::int64_t* now = nullptr;
    std::vector<std::int64_t>* sleeps = nullptr;
    std::int64_t now_ms() const { return *now; }
    void sleep(std::int64_t ms, const stop_handle& stop) {
        sleeps->push_back(ms);
        *now += ms;
        if (sleeps->size() == 3) stop.request_stop();
    }
    double jitter() { return 0; }
};

replay_exchange status(const std::string& text, int code = 200) {
    replay_exchange out;
    out.head.status = code;
    out.head.headers.add("Content-Type", "application/json");
    out.body = R"({"id":"x","status":")" + text + "\"}";
    return out;
}

struct run {
    std::int64_t now = 1000;
    std::vector<std::int64_t> sleeps{};
    std::size_t calls = 0;
    result<Batch> batch{};

    explicit run(std::vector<replay_exchange> script, const poll_options& options = {}) {
        const replay_transport http(std::move(script));
        client api{http, where, test_clock{&now, &sleeps}};
        batch = poll_until(api, RetrieveBatchRequest{.batch_id = "x"}, options);
        calls = http.requests().size();
    }
};

}  // namespace

TEST_CASE("a call is made until its response is final") {
    const run done({status("validating"), status("in_progress"), status("completed")});
    REQUIRE(done.batch);
    CHECK(done.batch->status == BatchStatus::completed);
    CHECK(done.sleeps == std::vector<std::int64_t>{5'000, 5'000});

    const run failed({status("failed")}, {.interval_ms = 10});
    REQUIRE(failed.batch);
    CHECK(failed.batch->status == BatchStatus::failed);
    CHECK(failed.sleeps.empty());
}

TEST_CASE("a status that is not known is not final") {
    const run done({status("paused"), status("completed")}, {.interval_ms = 7});
    REQUIRE(done.batch);
    CHECK(done.sleeps == std::vector<std::int64_t>{7});
}

TEST_CASE("polling ends with the error of a call, at its time, and when stopped") {
    const run refused({status("in_progress"), status("", 404)});
    REQUIRE_FALSE(refused.batch);
    CHECK(refused.batch.error().api.status == 404);

    const std::vector<replay_exchange> slow(9, status("in_progress"));
    const run late(slow, {.interval_ms = 10, .total_ms = 25});
    REQUIRE_FALSE(late.batch);
    CHECK(late.batch.error().code == errc::total_timeout);
    CHECK(late.calls == 3);

    const run stopped(slow, {.interval_ms = 10});
    REQUIRE_FALSE(stopped.batch);
    CHECK(stopped.batch.error().code == errc::cancelled);
    CHECK(stopped.calls == 3);
}

TEST_CASE("without I/O a call is due at once, then after the interval, until the end") {
    poll_times times({.interval_ms = 100, .total_ms = 250}, 50);
    CHECK(times.is_due(50));
    REQUIRE(times.take(false, 60));
    CHECK_FALSE(times.is_due(159));
    CHECK(times.is_due(160));
    CHECK(times.due_ms() == 160);
    REQUIRE(times.take(false, 200));
    CHECK(times.due_ms() == 300);
    CHECK(times.take(false, 300).error().code == errc::total_timeout);
    CHECK(times.ended());
    CHECK_FALSE(times.is_due(1000));

    poll_times once({}, 0);
    REQUIRE(once.take(true, 0));
    CHECK(once.ended());
}

TEST_CASE("what is final of each kind") {
    for (const auto* text : {"failed", "completed", "expired", "cancelled"}) {
        CHECK(is_final(Batch{.status = text}));
    }
    for (const auto* text : {"validating", "in_progress", "finalizing", "cancelling", "new"}) {
        CHECK_FALSE(is_final(Batch{.status = text}));
    }
    CHECK_FALSE(is_final(Batch{}));
    for (const auto* text : {"processed", "error", "deleted"}) {
        CHECK(is_final(File{.status = text}));
    }
    CHECK_FALSE(is_final(File{.status = "uploaded"}));
    CHECK_FALSE(is_final(File{}));
    for (const auto* text : {"completed", "cancelled", "failed"}) {
        CHECK(is_final(VectorStoreFileObject{.status = text}));
        CHECK(is_final(VectorStoreFileBatchObject{.status = text}));
    }
    for (const auto* text : {"in_progress", "new"}) {
        CHECK_FALSE(is_final(VectorStoreFileObject{.status = text}));
        CHECK_FALSE(is_final(VectorStoreFileBatchObject{.status = text}));
    }
}

}  // namespace poll_tests
