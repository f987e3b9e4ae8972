// Timing policy for client: steady clock, interruptible sleep, random jitter.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>

#include <oaiwire/api/timing.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>

#if OAIWIRE_DEFINES
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <random>
#endif

namespace oaiwire { inline namespace v0_2 {

// Models timing. Not thread-safe; each client has its own.
class system_timing {
public:
    // Seeds the jitter from std::random_device.
    system_timing();

    // The steady clock, in milliseconds from an arbitrary beginning.
    std::int64_t now_ms() const;
    // Sleeps `ms` milliseconds, or until a stop is requested; a stop token is noticed within 20 ms.
    void sleep(std::int64_t ms, const stop_handle& stop);
    // A random number in [0, 1).
    double jitter();

private:
    std::uint64_t state_;  // of the random engine
};

#if OAIWIRE_DEFINES

namespace detail {

// On the stack of sleep(), which clears the wake function before it returns.
struct sleeper {
    std::mutex lock{};
    std::condition_variable condition{};
    bool woken = false;
};

}  // namespace detail

[[gnu::cold]] OAIWIRE_INLINE system_timing::system_timing() {
    std::random_device device;
    state_ = std::uint64_t{device()} << 32;
    state_ |= device();
}

[[gnu::cold]] OAIWIRE_INLINE std::int64_t system_timing::now_ms() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

[[gnu::cold]] OAIWIRE_INLINE void system_timing::sleep(std::int64_t ms, const stop_handle& stop) {
    using namespace std::chrono;
    constexpr milliseconds interval(20);  // a token inside a stop_handle cannot wake a thread
    const auto end = steady_clock::now() + milliseconds(ms);
    detail::sleeper self;
    stop.set_wake(
        [](void* context) {
            auto& s = *static_cast<detail::sleeper*>(context);
            const std::lock_guard<std::mutex> held(s.lock);
            s.woken = true;
            s.condition.notify_all();
        },
        &self);
    {
        std::unique_lock<std::mutex> held(self.lock);
        while (!self.woken && !stop.stop_requested()) {
            const auto left = end - steady_clock::now();
            if (left <= left.zero()) break;
            self.condition.wait_for(held, left < interval ? left : interval);
        }
    }
    stop.set_wake(nullptr, nullptr);
}

// A linear congruential engine's state is its last number, so that number is kept instead of the
// engine, and the declaration needs no <random>. The upper bits are random enough for a wait.
[[gnu::cold]] OAIWIRE_INLINE double system_timing::jitter() {
    std::linear_congruential_engine<std::uint64_t, 6'364'136'223'846'793'005U,
                                    1'442'695'040'888'963'407U, 0>
        engine(state_);
    state_ = engine();
    return static_cast<double>(state_ >> 11) * 0x1p-53;
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
