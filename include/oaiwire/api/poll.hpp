// poll_until and poll_times: retrieve something until the server is done with it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/api/timing.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>

namespace oaiwire { inline namespace v0_2 {

// How often and how long to ask.
struct poll_options {
    std::int64_t interval_ms = 5'000;  // between two calls; that of the official SDKs
    std::int64_t total_ms = 0;         // from the first call; 0: without end
    call_options call{};               // of each call
};

// A request whose response says whether it is final, by is_final(response), which the header of
// its section has.
template <class Call>
concept pollable = operation<Call> && requires(const response_of<Call>& response) {
    { is_final(response) } -> std::convertible_to<bool>;
};

// When to ask, without I/O and for any request. Times are milliseconds of a clock of the program's.
class poll_times {
public:
    // The first call is due at once.
    poll_times(const poll_options& options, std::int64_t now_ms)
        : interval_(options.interval_ms), total_(options.total_ms), began_(now_ms), due_(now_ms) {}

    // When the next call is due; nothing is due once ended().
    std::int64_t due_ms() const { return due_; }
    // Whether a call is due.
    bool is_due(std::int64_t now_ms) const { return !ended_ && now_ms >= due_; }
    // Whether no further call is due.
    bool ended() const { return ended_; }

    // A response has come. Errors: total_timeout if it is not final and there is no time for
    // another.
    result<void> take(bool final, std::int64_t now_ms);

private:
    std::int64_t interval_;
    std::int64_t total_;
    std::int64_t began_;
    std::int64_t due_;
    bool ended_ = false;
};

// Makes the call until its response is final, and returns that one: a status such as failed is a
// final one. Sleeps between the calls, each of which is retried as the client's policy says.
// Errors: those of a call; total_timeout; cancelled. `Client` is a client with a timing.
//
//     auto batch = poll_until(api, RetrieveBatchRequest{.batch_id = id}, {.interval_ms = 60'000});
template <class Client, pollable Request>
result<response_of<Request>> poll_until(Client& api, const Request& request,
                                        const poll_options& options = {}) {
    static_assert(timing<std::remove_cvref_t<decltype(api.clock())>>,
                  "oaiwire: poll_until() needs a client with a clock, such as that of a transport "
                  "with timing, or one given to the client");
    auto& clock = api.clock();
    poll_times times(options, clock.now_ms());
    for (;;) {
        auto response = api.create(request, options.call);
        if (!response) return response;
        const bool final = is_final(*response);
        if (auto more = times.take(final, clock.now_ms()); !more) return std::move(more).error();
        if (final) return response;
        clock.sleep(times.due_ms() - clock.now_ms(), options.call.stop);
        if (options.call.stop.stop_requested()) return make_error(errc::cancelled);
    }
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>

#include <oaiwire/core/error.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE result<void> poll_times::take(bool final, std::int64_t now_ms) {
    if (final) {
        ended_ = true;
        return {};
    }
    due_ = now_ms + std::max<std::int64_t>(interval_, 0);
    if (total_ > 0 && due_ - began_ > total_) {
        ended_ = true;
        return make_error(errc::total_timeout, "it is not done within the time for polling");
    }
    return {};
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
