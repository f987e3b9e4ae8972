// The clock, the sleep and the chance of the system that the program runs on. Knows no call.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <random>

#include <oaiwire/api/timing.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

class system_timing {
public:
    std::int64_t now_ms() const {
        using namespace std::chrono;
        return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
    }

    // Milliseconds; ends as soon as `stop` asks for it, a token's own stop within 20 ms.
    void sleep(std::int64_t ms, const stop_handle& stop) {
        using namespace std::chrono;
        constexpr milliseconds turn(20);  // a token inside a stop_handle wakes nobody
        const auto end = steady_clock::now() + milliseconds(ms);
        sleeper self;
        stop.set_wake(
            [](void* context) {
                auto& s = *static_cast<sleeper*>(context);
                const std::lock_guard held(s.lock);
                s.woken = true;
                s.condition.notify_all();
            },
            &self);
        {
            std::unique_lock held(self.lock);
            while (!self.woken && !stop.stop_requested()) {
                const auto left = end - steady_clock::now();
                if (left <= left.zero()) break;
                self.condition.wait_for(held, left < turn ? left : turn);
            }
        }
        stop.set_wake(nullptr, nullptr);
    }

    double chance() { return std::generate_canonical<double, 53>(source_); }

private:
    struct sleeper {
        std::mutex lock{};
        std::condition_variable condition{};
        bool woken = false;
    };

    std::minstd_rand source_{std::random_device{}()};
};

}  // namespace oaiwire::inline OAIWIRE_ABI
