// What a client needs of the world to make a call again: a clock, a way to wait and a source of
// jitter. Concepts only; transport/system_timing.hpp is the usual one.
#pragma once

#include <concepts>
#include <cstdint>

#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

template <class T>
concept timing = std::movable<T> && requires(T& t, std::int64_t ms, const stop_handle& stop) {
    { t.now_ms() } -> std::convertible_to<std::int64_t>;  // never goes back; from any beginning
    t.sleep(ms, stop);                                    // returns at once when stopped
    { t.jitter() } -> std::convertible_to<double>;        // in [0, 1), no two clients alike
};

// For transports that name no timing of their own: each call is one attempt.
struct no_timing {};

namespace detail {

template <class Transport>
struct timing_of {
    using type = no_timing;
};
template <class Transport>
requires timing<typename Transport::timing>
struct timing_of<Transport> {
    using type = typename Transport::timing;
};

}  // namespace detail

}  // namespace oaiwire::inline v0_2
