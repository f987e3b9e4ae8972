#include <oaiwire/core/stop_handle.hpp>
//
#include <support/catch.hpp>

#include <atomic>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace stop_handle_tests {

using oaiwire::stop_handle;

namespace {

// A replacement for std::stop_token, where <stop_token> is missing.
struct token {
    std::shared_ptr<std::atomic<bool>> flag = std::make_shared<std::atomic<bool>>(false);
    bool stop_requested() const { return flag->load(); }
};
struct no_token {};

void count(void* context) {
    static_cast<std::atomic<int>*>(context)->fetch_add(1);
}

}  // namespace

TEST_CASE("copies of a handle share one flag, which stays set") {
    const stop_handle a;
    const stop_handle b = a;
    const stop_handle other;
    CHECK_FALSE(a.stop_requested());
    b.request_stop();
    CHECK(a.stop_requested());
    CHECK(b.stop_requested());
    b.request_stop();
    CHECK(a.stop_requested());
    CHECK_FALSE(other.stop_requested());
}

TEST_CASE("a handle made from a token is stopped by either") {
    const token t;
    const stop_handle by_token = t;
    const stop_handle by_handle = t;
    CHECK_FALSE(by_token.stop_requested());
    by_handle.request_stop();
    CHECK(by_handle.stop_requested());
    CHECK_FALSE(t.stop_requested());
    CHECK_FALSE(by_token.stop_requested());
    t.flag->store(true);
    CHECK(by_token.stop_requested());
    const stop_handle copy = by_token;
    CHECK(copy.stop_requested());
}

TEST_CASE("a handle can be made only from types with stop_requested()") {
    STATIC_REQUIRE(std::is_constructible_v<stop_handle, token>);
    STATIC_REQUIRE(std::is_constructible_v<stop_handle, const token&>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<stop_handle, no_token>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<stop_handle, bool>);
    // wrapping a handle would create a second flag
    stop_handle a;
    stop_handle b(a);
    a.request_stop();
    CHECK(b.stop_requested());
}

TEST_CASE("request_stop calls the wake function if one is set") {
    std::atomic<int> calls{0};
    const stop_handle handle;
    handle.set_wake(count, &calls);
    CHECK(calls == 0);
    handle.request_stop();
    CHECK(calls == 1);
    handle.request_stop();
    CHECK(calls == 2);
    handle.set_wake(nullptr, nullptr);
    handle.request_stop();
    CHECK(calls == 2);
}

TEST_CASE("the wake function sees the stop as requested") {
    struct seen {
        stop_handle handle{};
        bool stopped = false;
    } s;
    s.handle.set_wake(
        [](void* context) {
            auto* self = static_cast<seen*>(context);
            self->stopped = self->handle.stop_requested();
        },
        &s);
    s.handle.request_stop();
    CHECK(s.stopped);
    s.handle.set_wake(nullptr, nullptr);
}

TEST_CASE("a stop requested by another thread is seen, and wakes") {
    std::atomic<int> calls{0};
    const stop_handle handle;
    handle.set_wake(count, &calls);
    std::thread stopper([copy = handle] { copy.request_stop(); });
    while (!handle.stop_requested()) std::this_thread::yield();
    stopper.join();
    CHECK(calls == 1);
    handle.set_wake(nullptr, nullptr);
}

TEST_CASE("stopping and setting the wake function from many threads has no data race") {
    const stop_handle handle;
    std::atomic<int> calls{0};
    std::vector<std::thread> threads;
    for (int i = 0; i != 4; ++i) {
        threads.emplace_back([&, i] {
            for (int n = 0; n != 500; ++n) {
                if (i % 2 == 0) {
                    handle.request_stop();
                } else {
                    handle.set_wake(n % 2 == 0 ? count : nullptr, &calls);
                }
            }
        });
    }
    for (auto& t : threads) t.join();
    CHECK(handle.stop_requested());
    CHECK(calls <= 1000);
    handle.set_wake(nullptr, nullptr);
}

TEST_CASE("a handle knows whether it was made from a token") {
    CHECK(stop_handle(token{}).has_token());
    CHECK_FALSE(stop_handle().has_token());
    stop_handle copy;
    copy = stop_handle(token{});
    CHECK(copy.has_token());
}

TEST_CASE("request_stop calls all listeners of its flag, in whatever order they end") {
    const stop_handle handle;
    const stop_handle other;
    std::atomic<int> calls[3]{};
    oaiwire::stop_listener a, c;
    auto b = std::make_unique<oaiwire::stop_listener>();
    a.listen(handle, count, &calls[0]);
    b->listen(stop_handle(handle), count, &calls[1]);
    c.listen(handle, count, &calls[2]);
    std::atomic<int> woken{0};
    handle.set_wake(count, &woken);
    other.request_stop();
    CHECK(calls[0] + calls[1] + calls[2] == 0);
    handle.request_stop();
    CHECK(calls[0] == 1);
    CHECK(calls[1] == 1);
    CHECK(calls[2] == 1);
    CHECK(woken == 1);
    b.reset();
    a.end();
    a.end();
    handle.request_stop();
    CHECK(calls[0] == 1);
    CHECK(calls[1] == 1);
    CHECK(calls[2] == 2);
    c.listen(other, count, &calls[2]);  // instead
    handle.request_stop();
    CHECK(calls[2] == 2);
    other.request_stop();
    CHECK(calls[2] == 3);
    handle.set_wake(nullptr, nullptr);
}

TEST_CASE("a listener may outlive all handles, and one of a handle that was moved from is silent") {
    oaiwire::stop_listener last, silent;
    std::atomic<int> calls{0};
    {
        stop_handle from;
        const stop_handle to = std::move(from);
        silent.listen(from, count, &calls);  // NOLINT: tests the moved-from state
        last.listen(to, count, &calls);
    }
    last.end();
    silent.end();
    CHECK(calls == 0);
}

TEST_CASE("listeners that come and go on several threads while others stop have no data race") {
    const stop_handle handle;
    std::vector<std::thread> threads;
    for (int i = 0; i != 4; ++i) {
        threads.emplace_back([&, i] {
            for (int n = 0; n != 500; ++n) {
                if (i == 0) {
                    handle.request_stop();
                } else {
                    std::atomic<int> calls{0};
                    oaiwire::stop_listener one, two;
                    one.listen(handle, count, &calls);
                    two.listen(handle, count, &calls);
                    one.end();
                }
            }
        });
    }
    for (auto& t : threads) t.join();
    CHECK(handle.stop_requested());
}

TEST_CASE("a handle that was moved from is never stopped") {
    stop_handle from;
    const stop_handle to = std::move(from);
    from.set_wake(nullptr, nullptr);
    from.request_stop();
    CHECK(!from.stop_requested());
    CHECK(!to.stop_requested());
}

}  // namespace stop_handle_tests
