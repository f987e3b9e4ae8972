// The concept of a timing policy, which a client needs for retries. The usual model is
// transport/system_timing.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstdint>

#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// A clock, an interruptible sleep and a random source. Used by one thread at a time.
template <class T>
concept timing = std::movable<T> && requires(T& t, std::int64_t ms, const stop_handle& stop) {
    { t.now_ms() } -> std::convertible_to<std::int64_t>;  // monotonic milliseconds
    t.sleep(ms, stop);                                    // returns early when stopped
    { t.jitter() } -> std::convertible_to<double>;        // random, in [0, 1)
};

// The timing of transports that have no member type `timing`: no retries.
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

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
