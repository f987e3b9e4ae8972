// tool_conversation: a loop of requests and tool calls as a state machine without I/O. A typed face
// of tool_machine.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/tools/tool_machine.hpp>
#include <oaiwire/tools/tool_options.hpp>
#include <oaiwire/tools/tool_output.hpp>
#include <oaiwire/tools/tool_set.hpp>

namespace oaiwire { inline namespace v0_2 {

// How a tool loop ended, and everything that it brought.
template <class Request>
struct tool_outcome {
    oaiwire::error error{};           // errc::ok: the model is done
    response_of<Request> response{};  // the last one, also after an error; partial if it was cut
    // The request with all messages, the last answer included: ready for the next question. After
    // an error without the last response, since its calls are not all answered.
    Request request{};
    std::vector<called_tool> calls{};     // of all rounds, in order
    token_counts usage{};                 // see tool_conversation::usage()
    std::size_t rounds = 0;               // responses that have come
    tool_bound bound = tool_bound::none;  // that was reached; with final_answer no error

    // Whether the model is done.
    bool ok() const { return error.code == errc::ok; }
    explicit operator bool() const { return ok(); }
};

namespace detail {

// How the requests and responses of an API carry tools. Specialised in tools/chat_tools.hpp and
// tools/response_tools.hpp.
template <class Request>
struct tool_dialect;

}  // namespace detail

// The loop: send request(), give the response to take(), answer the calls of tools, and so on until
// done(). next() says what is due. `Request` is ChatCompletionRequest or ResponseRequest. How the
// requests are sent, plain or streamed, blocking, polled or awaited, is up to the program:
//
//     oaiwire::tool_conversation talk(request, tools);
//     while (!talk.done()) {
//         if (talk.run()) continue;  // called a function
//         if (talk.next() == oaiwire::tool_step::send) talk.take(api.create(talk.request()));
//     }
//
// The first choice counts where there are several. Does not throw: running out of memory ends the
// loop with errc::out_of_memory. Nothing has an effect after the end. The set must outlive it; a
// request that declares a tool of the set's already keeps its own declaration. Movable. Not
// thread-safe: functions that run elsewhere give their output back to the loop's thread.
template <class Request>
class tool_conversation {
    using dialect = detail::tool_dialect<Request>;

public:
    using response_type = response_of<Request>;

    // Adds the tools to the request.
    tool_conversation(Request request, tool_set& tools, tool_options options = {})
        : request_(std::move(request)), machine_(tools, std::move(options)) {
        const auto declare = [&] {
            choice_ = request_.tool_choice;
            dialect::declare(request_, machine_.tools());
        };
        within_memory(declare, [this] { machine_.exhaust(); });
        machine_.begin();
    }

    // What is due. Costs time linear in the calls of the round.
    tool_step next() const { return machine_.next(); }
    // Whether the loop has ended.
    bool done() const { return machine_.is_ended(); }
    // Whether it has ended with the model's answer.
    bool ok() const { return done() && error().code == errc::ok; }
    // Why it ended without; errc::ok otherwise.
    const oaiwire::error& error() const { return machine_.error(); }

    // What to send: the conversation so far, each call of a tool followed by its answer. After the
    // end see tool_outcome::request.
    const Request& request() const { return request_; }
    // The last response. An empty one before the first.
    const response_type& response() const { return response_; }

    // Takes the response to request(), or the error in its place, which ends the loop. Ignored if
    // no request was due.
    void take(result<response_type> response) {
        if (next() != tool_step::send) return;
        if (!response) return fail(std::move(response).error());
        response_ = std::move(*response);
        detail::found_output found;
        within_memory([&] { found = dialect::read(response_); }, [this] { machine_.exhaust(); });
        machine_.take(std::move(found));
        settle();
    }
    // The same for an exchange or a polled_call that has ended. Of one that failed, what had come
    // of the response is kept.
    template <class Call>
    requires requires(Call& call) {
        call.result();
        call.response();
        call.end_reason();
    }
    void take(Call& call) {
        if (next() != tool_step::send) return;
        if (call.ok()) return take(call.result());
        const auto keep = [&] { response_ = call.response(); };
        within_memory(keep, [] {});
        fail(call.error());
    }
    // What came of the response to request() before it failed, for response(). Followed by fail().
    void keep(response_type partial) {
        if (next() == tool_step::send) response_ = std::move(partial);
    }
    // Ends the loop with this error.
    void fail(oaiwire::error why) {
        machine_.fail(std::move(why));
        settle();
    }
    // Ends the loop with errc::cancelled.
    void cancel() {
        machine_.cancel();
        settle();
    }

    // Takes one step without I/O: asks tool_options::approve about a call, or calls the function of
    // one. False if there is no such step. Ends the loop with errc::cancelled if
    // tool_options::call.stop is set.
    bool run() {
        const bool ran = machine_.run();
        settle();
        return ran;
    }

    // The call that next() is about: the first that waits for approval, else to be run, else to be
    // answered; null if there is none. Valid until the next call of a non-const function.
    const called_tool* call() const {
        for (const auto state : {call_state::asking, call_state::ready, call_state::waiting}) {
            const std::size_t at = machine_.first(state);
            if (at != calls().size()) return &calls()[at];
        }
        return nullptr;
    }
    // All calls of all rounds, in order. Valid until the next call of a non-const function.
    const std::vector<called_tool>& calls() const { return machine_.calls(); }
    // The calls of the last response, in order; valid as calls() is.
    std::span<const called_tool> round_calls() const { return machine_.round_calls(); }

    // Lets the first call that waits for approval run. False if there is none.
    bool approve() { return decide(machine_.first(call_state::asking), true); }
    // Does not let it run; the model is told the reason.
    bool deny(std::string reason = {}) {
        return decide(machine_.first(call_state::asking), approval::denied(std::move(reason)));
    }
    // The same for the call at that position of calls(), in any order.
    bool decide(std::size_t call, const approval& what) {
        const bool done = machine_.decide(call, what);
        settle();
        return done;
    }

    // Answers a call, by its id or its position in calls(), in any order; also one that has a
    // function, which is then not called. `output`: what a function of tool_set may return, or an
    // oaiwire::error. False if no call waits there, as when it was answered before. Of several
    // calls with one id in one response, all but the first have other ids in calls().
    template <class Output>
    bool answer(std::string_view id, Output&& output) {
        return answer(machine_.find(id), std::forward<Output>(output));
    }
    template <class Output>
    bool answer(std::size_t call, Output&& output) {
        const auto write = [&] { return detail::output_of(std::forward<Output>(output)); };
        const bool done = machine_.answer(call, within_memory(write));
        settle();
        return done;
    }

    // Tells the time since the first request was sent. Ends the loop if it is over the bound.
    void elapsed_ms(std::int64_t ms) {
        machine_.note_time(ms);
        settle();
    }

    // The token counts of all responses, summed. A count that no response has is absent; one that
    // some have is the sum of those.
    const token_counts& usage() const { return machine_.usage(); }
    // How many responses have come.
    std::size_t rounds() const { return machine_.rounds(); }
    // The bound that was reached, if any.
    tool_bound bound() const { return machine_.bound(); }
    // As they were given.
    const tool_options& options() const { return machine_.options(); }

    // With tool_options::queue_events: the next event, in order.
    std::optional<tool_event> next_event() { return machine_.next_event(); }

    // Moves everything out.
    tool_outcome<Request> outcome() {
        return {machine_.take_error(), std::move(response_), std::move(request_),
                machine_.take_calls(), machine_.usage(),     machine_.rounds(),
                machine_.bound()};
    }

private:
    // Brings the request up to date after each step.
    void settle() {
        const auto exhaust = [this] { machine_.exhaust(); };
        if (machine_.is_answered()) {
            const auto append = [&] {
                dialect::append(request_, response_, machine_.round_calls(), machine_.options());
                if (machine_.options().reset_tool_choice) dialect::relax(request_);
                if (machine_.is_final()) dialect::forbid(request_);
                machine_.begin_next();
            };
            within_memory(append, exhaust);
        } else if (machine_.is_concluding()) {
            const auto conclude = [&] {
                dialect::conclude(request_, response_, machine_.options());
                machine_.conclude();
            };
            within_memory(conclude, exhaust);
        }
        if (machine_.is_ended() && !restored_) {
            restored_ = true;
            request_.tool_choice = std::move(choice_);
        }
    }

    Request request_;
    response_type response_{};
    decltype(Request::tool_choice) choice_{};  // the program's own
    detail::tool_machine machine_;
    bool restored_ = false;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
