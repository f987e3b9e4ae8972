#include <oaiwire/transport/system_timing.hpp>
//
#include <support/catch.hpp>

#include <atomic>
#include <chrono>
#include <set>
#include <thread>

namespace system_timing_tests {

using namespace oaiwire;

namespace {

struct token {
    const std::atomic<bool>* stopped;
    bool stop_requested() const { return *stopped; }
};

}  // namespace

static_assert(timing<system_timing>);

TEST_CASE("a sleep lasts at least its duration") {
    system_timing t;
    const auto before = t.now_ms();
    t.sleep(30, stop_handle());
    CHECK(t.now_ms() - before >= 30);
    t.sleep(0, stop_handle());
    t.sleep(-5, stop_handle());
}

TEST_CASE("a sleep ends when it is stopped, by handle or token, before or during it") {
    system_timing t;
    const auto before = t.now_ms();
    stop_handle stopped;
    stopped.request_stop();
    t.sleep(60'000, stopped);

    stop_handle handle;
    std::thread by_handle([handle] {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        handle.request_stop();
    });
    t.sleep(60'000, handle);
    by_handle.join();

    std::atomic<bool> flag{false};
    std::thread by_token([&flag] {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        flag = true;
    });
    t.sleep(60'000, stop_handle(token{&flag}));
    by_token.join();
    CHECK(t.now_ms() - before < 30'000);
}

TEST_CASE("jitter is between 0 and 1, and differs between timings") {
    std::set<double> first;
    for (int i = 0; i != 20; ++i) {
        system_timing t;
        first.insert(t.jitter());
        for (int k = 0; k != 50; ++k) {
            const double c = t.jitter();
            CHECK((c >= 0 && c < 1));
        }
    }
    CHECK(first.size() > 10);
}

}  // namespace system_timing_tests
