// Calls that make responses in the background, over a client: waiting, streaming through breaks,
// cancelling.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include <oaiwire/api/background.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/api/timing.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Tells the server to stop, if a stop_handle has ended a call.
template <class Client>
void cancel_stopped(Client& api, const std::string& id, const call_options& call,
                    const background_options& options) {
    if (!options.cancel_on_stop || id.empty() || !call.stop.stop_requested()) return;
    const auto cancel = [&] {
        call_options last = call;
        last.stop = {};
        static_cast<void>(api.create(CancelResponseRequest{.response_id = id}, last));
    };
    within_memory(cancel, [] {});
}

// Sleeps until that time, unless it has passed.
template <class Clock>
void sleep_until(Clock& clock, std::int64_t due_ms, const stop_handle& stop) {
    // the time of the first call is before all others: a difference would overflow
    const std::int64_t now = clock.now_ms();
    if (due_ms > now) clock.sleep(due_ms - now, stop);
}

}  // namespace detail

// Asks for a background response until it is done, and returns it, whatever its status. Blocks.
// Errors: those of the calls; errc::cancelled. If call.stop ends it, the response is cancelled.
template <class Transport, timing Timing>
result<Response> await_response(client<Transport, Timing>& api, std::string response_id,
                                const background_options& options = {},
                                const call_options& call = {}) {
    auto& clock = api.clock();
    background_poll poll(std::move(response_id), options);
    while (!poll.done()) {
        detail::sleep_until(clock, poll.due_ms(), call.stop);
        if (call.stop.stop_requested()) {
            detail::cancel_stopped(api, poll.request().response_id.text(), call, options);
            return make_error(errc::cancelled);
        }
        auto answer = api.create(poll.request(), call);
        const auto asked = api.attempts().empty() ? std::optional<std::int64_t>()
                                                  : api.attempts().back().poll_after_ms;
        poll.take(std::move(answer), asked, clock.now_ms());
    }
    return poll.result();
}

// Creates a response in the background and waits for it, as above.
template <class Transport, timing Timing>
result<Response> create_in_background(client<Transport, Timing>& api, ResponseRequest request,
                                      const background_options& options = {},
                                      const call_options& call = {}) {
    request.background = true;
    auto first = api.create(request, call);
    if (!first || !is_pending(*first)) return first;
    if (!first->id) return make_error(errc::missing_member, {}, "id");
    const auto asked = api.attempts().empty() ? std::optional<std::int64_t>()
                                              : api.attempts().back().poll_after_ms;
    api.clock().sleep(poll_wait_ms(options.interval_ms, asked), call.stop);
    return await_response(api, *std::move(first->id), options, call);
}

namespace detail {

// Streams what is left of a response until it is done.
template <class Client, class OnEvent>
stream_outcome<ResponseRequest> follow_to_end(Client& api, background_stream follow,
                                              OnEvent& on_event, const background_options& options,
                                              const call_options& call,
                                              const ResponseRequest* first) {
    stream_outcome<ResponseRequest> out;
    auto& clock = api.clock();
    call_options each = call;
    each.accumulate = false;  // `follow` does
    const auto deliver = [&](const ResponseStreamEvent& event) {
        if (!follow.take(event)) return http::flow::proceed;
        if constexpr (std::is_void_v<std::invoke_result_t<OnEvent&, const ResponseStreamEvent&>>) {
            on_event(event);
            return http::flow::proceed;
        } else {
            return on_event(event);
        }
    };
    const auto end = [&](auto&& made) {
        out.end_reason = made.end_reason;
        out.statistics = std::move(made.statistics);
        follow.ended(made.end_reason, made.error, clock.now_ms(), clock.jitter());
    };
    if (first) end(api.stream(*first, deliver, each));
    while (!follow.done()) {
        sleep_until(clock, follow.due_ms(), call.stop);
        end(api.stream(follow.resume(), deliver, each));
    }
    detail::cancel_stopped(api, follow.response_id(), call, options);
    out.end_reason = follow.end_reason();
    within_memory([&] { out.error = follow.error(); }, [&] { out.error = no_memory(); });
    out.response = follow.take_response();
    return out;
}

}  // namespace detail

// Creates a response in the background and streams it: calls on_event with each event, once. A
// stream that breaks is resumed after the last event, which calls that are not in the background
// cannot do. on_event returns void or http::flow; flow::stop ends the stream only: the server goes
// on. call.stop cancels the response. Blocks.
template <class Transport, timing Timing, std::invocable<const ResponseStreamEvent&> OnEvent>
stream_outcome<ResponseRequest> stream_in_background(client<Transport, Timing>& api,
                                                     ResponseRequest request, OnEvent&& on_event,
                                                     const background_options& options = {},
                                                     const call_options& call = {}) {
    request.background = true;
    return detail::follow_to_end(api, background_stream(options), on_event, options, call,
                                 &request);
}

// Streams a background response that exists, from the beginning or after the event of that
// sequence_number, in the same way. The response of the outcome has what came since.
template <class Transport, timing Timing, std::invocable<const ResponseStreamEvent&> OnEvent>
stream_outcome<ResponseRequest> follow_response(
    client<Transport, Timing>& api, std::string response_id, field<std::int64_t> starting_after,
    OnEvent&& on_event, const background_options& options = {}, const call_options& call = {}) {
    return detail::follow_to_end(
        api, background_stream(std::move(response_id), std::move(starting_after), options),
        on_event, options, call, nullptr);
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
