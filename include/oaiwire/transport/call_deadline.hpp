// Which of a request's timeouts passes next. Shared by all adapters.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <chrono>
#include <cstdint>
#include <limits>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The phases of a call and the timeout that runs in each. resolving, connecting: connect_ms, until
// the request can be sent. waiting: first_byte_ms, until the first byte of the response. receiving:
// idle_ms, until its end. handling: the caller is busy, and only total_ms runs.
enum class call_phase : std::uint8_t {
    resolving,
    connecting,
    waiting,
    receiving,
    handling,
    ended,
};

// When a call fails, and as what.
struct call_deadline {
    errc code = errc::ok;                                            // ok: no timeout runs
    std::int64_t left = (std::numeric_limits<std::int64_t>::max)();  // ms; <= 0: it has passed
};

// The timeout that passes first; `left` may be negative. A timeout of 0 does not run. `began`:
// begin of the call. `since`: begin of the phase, or the last byte.
inline call_deadline next_deadline(const http::timeouts& timeouts, call_phase phase,
                                   std::chrono::steady_clock::time_point now,
                                   std::chrono::steady_clock::time_point began,
                                   std::chrono::steady_clock::time_point since) {
    call_deadline next;
    const auto consider = [&](errc code, std::int64_t ms, auto from) {
        using std::chrono::milliseconds;
        if (ms <= 0) return;
        const auto left = ms - std::chrono::duration_cast<milliseconds>(now - from).count();
        if (left < next.left) next = {code, left};
    };
    consider(errc::total_timeout, timeouts.total_ms, began);
    switch (phase) {
        case call_phase::resolving:
        case call_phase::connecting:
            consider(errc::connect_timeout, timeouts.connect_ms, since);
            break;
        case call_phase::waiting:
            consider(errc::first_byte_timeout, timeouts.first_byte_ms, since);
            break;
        case call_phase::receiving:
            consider(errc::idle_timeout, timeouts.idle_ms, since);
            break;
        case call_phase::handling:
        case call_phase::ended:
            break;
    }
    return next;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
