// Responses that are made in the background, without I/O: when to ask for one again, and how its
// stream is resumed after a break.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include <oaiwire/api/operations/responses.hpp>
#include <oaiwire/api/retry_policy.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/response_stream.hpp>

namespace oaiwire { inline namespace v0_2 {

// Milliseconds between two polls: those that were chosen, else those that the server asks for
// (openai-poll-after-ms), else 5 s. As the official SDKs do.
constexpr std::int64_t poll_wait_ms(std::optional<std::int64_t> chosen,
                                    std::optional<std::int64_t> asked) {
    const std::int64_t wait = chosen.value_or(asked.value_or(5000));
    return wait < 0 ? 0 : wait;
}

// Whether the server still works on the response.
template <class R = Response>
bool is_pending(const std::type_identity_t<R>& response) {
    return response.status == ResponseStatus::queued ||
           response.status == ResponseStatus::in_progress;
}

// How background responses are followed.
struct background_options {
    std::optional<std::int64_t> interval_ms{};  // between two polls; see poll_wait_ms()
    // How often in a row a stream may break without a new event, and the waits before it is
    // resumed.
    int breaks = 5;
    std::int64_t initial_interval_ms = 500;
    std::int64_t max_interval_ms = 8'000;
    oaiwire::limits limits{};    // of the accumulated response
    bool cancel_on_stop = true;  // tell the server to stop, where stop_handle ended the call
};

// Asks for a response until it is done. Send request() when due_ms() has come, and give the answer
// to take(). Errors end it: the calls have retries of their own. Times are milliseconds of one
// clock. Movable.
template <class Request = ResponseRequest>
class basic_background_poll {
    static_assert(std::is_same_v<Request, ResponseRequest>);

public:
    // The value of due_ms() once it is done.
    static constexpr std::int64_t never = (std::numeric_limits<std::int64_t>::max)();

    // Follows a response by its id; the first request is due at once.
    explicit basic_background_poll(std::string response_id, background_options options = {})
        : options_(options), request_{.response_id = std::move(response_id)} {}

    // What to send.
    const RetrieveResponseRequest& request() const { return request_; }
    // When.
    std::int64_t due_ms() const { return done_ ? never : due_ms_; }
    // Takes the answer and what it said about polling: exchange::poll_after_ms().
    void take(result<Response> answer, std::optional<std::int64_t> asked_ms, std::int64_t now_ms) {
        if (done_) return;
        done_ = !answer || !is_pending(*answer);
        due_ms_ = now_ms + poll_wait_ms(options_.interval_ms, asked_ms);
        last_ = std::move(answer);
    }
    bool done() const { return done_; }
    // The last answer. Before the first, an error.
    const oaiwire::result<Response>& last() const { return last_; }
    // Moves it out.
    oaiwire::result<Response> result() { return std::move(last_); }

private:
    background_options options_;
    RetrieveResponseRequest request_;
    oaiwire::result<Response> last_ = make_error(errc::invalid_argument, "nothing was asked yet");
    std::int64_t due_ms_ = (std::numeric_limits<std::int64_t>::min)();
    bool done_ = false;
};
using background_poll = basic_background_poll<>;

// One stream of events out of several: a response that was created with background and stream goes
// on at the server if its stream breaks, and can be streamed again from any event. Give all events
// to take(), which says whether one is new, and the end of each stream to ended(); then, when
// due_ms() has come, stream resume(). No event is new twice: they are told apart by their
// sequence_number.
//
//     oaiwire::background_stream follow;
//     auto on_event = [&](const auto& event) { if (follow.take(event)) use(event); };
//     auto outcome = api.stream(request, on_event);
//     follow.ended(outcome.end_reason, outcome.error, now_ms());
//     while (!follow.done()) {
//         sleep_until(follow.due_ms());
//         outcome = api.stream(follow.resume(), on_event);
//         follow.ended(outcome.end_reason, outcome.error, now_ms());
//     }
//
// Movable.
template <class Request = ResponseRequest>
class basic_background_stream {
    static_assert(std::is_same_v<Request, ResponseRequest>);

public:
    // The value of due_ms() once it is done.
    static constexpr std::int64_t never = (std::numeric_limits<std::int64_t>::max)();

    // For a response that is about to be created.
    explicit basic_background_stream(background_options options = {})
        : options_(options), whole_(options_.limits) {}
    // For one that exists: resume() is due at once. `starting_after`: the sequence_number of the
    // last event that is known; response() lacks what came before.
    basic_background_stream(std::string response_id, field<std::int64_t> starting_after,
                            background_options options = {})
        : options_(options),
          whole_(options_.limits),
          resume_{.response_id = std::move(response_id)},
          last_(starting_after.value_or(-1)) {
        if (last_ >= 0) resume_.starting_after = last_;
    }

    // Whether the event is new. Adds it to the response then.
    bool take(const ResponseStreamEvent& event) {
        const auto number = number_of(event);
        if (number && *number <= last_) return false;
        if (number) last_ = *number;
        unnumbered_ = last_ < 0;
        if (last_ >= 0) resume_.starting_after = last_;
        breaks_ = 0;
        const auto* const whole = std::get_if<ResponseLifecycleEvent>(&event);
        if (whole && whole->response && whole->response->id && resume_.response_id.empty()) {
            // without memory for it, a later event names it
            within_memory([&] { resume_.response_id = *whole->response->id; }, [] {});
        }
        terminal_ = terminal_ ||
                    (whole && chunk_traits<ResponseStreamEvent>::end_of(event) != stream_end::open);
        const errc code = whole_.add(event);
        if (code != errc::ok) conclude(stream_end::limit, make_error(code));
        return true;
    }

    // A stream has ended. What can be resumed is: a stream that was cut, and errors that pass.
    // jitter: random, in [0, 1).
    void ended(stream_end how, const oaiwire::error& why, std::int64_t now_ms, double jitter = 0) {
        if (done_) return;
        if (terminal_ || how == stream_end::complete || how == stream_end::finished ||
            how == stream_end::cancelled || how == stream_end::limit || unnumbered_ ||
            resume_.response_id.empty()) {
            return conclude(how, why);
        }
        const bool cut = how == stream_end::truncated || how == stream_end::empty;
        const oaiwire::error lost = make_error(errc::closed_early);
        const retry_policy policy =
            standard_retries{.max_retries = options_.breaks,
                             .initial_interval_ms = options_.initial_interval_ms,
                             .max_interval_ms = options_.max_interval_ms,
                             .lost_answers = true};
        const auto decision =
            policy.decide({.why = cut ? lost : why, .attempts = ++breaks_, .jitter = jitter});
        if (!decision.again) return conclude(how, why);
        due_ms_ = now_ms + decision.wait_ms;
    }

    // What to stream next: the events after the last one. Valid until the next call of take().
    const RetrieveResponseRequest& resume() const { return resume_; }
    // When.
    std::int64_t due_ms() const { return done_ ? never : due_ms_; }

    bool done() const { return done_; }
    // How it ended, and why if not well.
    stream_end end_reason() const { return end_; }
    const oaiwire::error& error() const { return error_; }
    bool ok() const { return end_ == stream_end::complete || end_ == stream_end::finished; }
    // The response that all events add up to.
    const Response& response() const { return whole_.response(); }
    // Moves it out.
    Response take_response() { return whole_.take(); }
    // The response's id; "" until the server has named it.
    const std::string& response_id() const { return resume_.response_id.text(); }
    // The sequence_number of the last event; -1 before.
    std::int64_t last() const { return last_; }

private:
    static std::optional<std::int64_t> number_of(const ResponseStreamEvent& event) {
        return std::visit(
            [](const auto& e) -> std::optional<std::int64_t> {
                if constexpr (requires { e.sequence_number; }) {
                    if (e.sequence_number) return *e.sequence_number;
                    return std::nullopt;
                } else {
                    const auto n =
                        json::read<std::int64_t>(json_view(e.text())["sequence_number"].text());
                    return n ? std::optional<std::int64_t>(*n) : std::nullopt;
                }
            },
            event);
    }
    void conclude(stream_end how, const oaiwire::error& why) {
        if (done_) return;
        done_ = true;
        end_ = how;
        within_memory([&] { error_ = why; }, [&] { error_ = no_memory(); });
    }

    background_options options_;
    accumulator<ResponseStreamEvent> whole_;
    RetrieveResponseRequest resume_{};
    std::int64_t last_ = -1;
    std::int64_t due_ms_ = (std::numeric_limits<std::int64_t>::min)();
    oaiwire::error error_{};
    int breaks_ = 0;
    stream_end end_ = stream_end::open;
    bool terminal_ = false;    // the last event of the response came
    bool unnumbered_ = false;  // events came, none with a number: they would all come again
    bool done_ = false;
};
using background_stream = basic_background_stream<>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
