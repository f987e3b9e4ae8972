// The bounds, policies and hooks of a tool loop; its calls and events.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

struct history_rules;

// What becomes of a call of a tool.
enum class call_state : std::uint8_t {
    asking,    // waits for approval
    ready,     // has a function, which has not run yet
    waiting,   // has no function: the program answers
    answered,  // has an output, or a text about its error
};

// A call that the model made, and its answer.
struct called_tool {
    std::string id{};    // as in the messages; made up if the model gave none
    std::string name{};  // of the tool, as the model wrote it
    std::string
        arguments{};         // JSON, repaired if need be; text of a custom tool; as written, if bad
    std::string output{};    // what the model is told; "" until it is answered
    oaiwire::error error{};  // why there is no output of the tool; errc::ok: there is one
    std::size_t round = 0;   // of the response that made it, from 1
    call_state state = call_state::asking;  // what it waits for
    bool custom = false;                    // of a custom tool
    bool legacy = false;                    // in the deprecated form function_call, without an id
    bool repaired = false;  // the arguments were not as they should, and were repaired
};

// The answer to the question whether a call may run. Converts from bool.
class approval {
public:
    // true: the call runs. false: it does not, and the model is told.
    approval(bool granted) : what_(granted ? verdict::granted : verdict::denied) {}
    // The call does not run; the model is told the reason.
    static approval denied(std::string reason) { return {verdict::denied, std::move(reason)}; }
    // Ends the loop with errc::tool_denied.
    static approval end(std::string reason = {}) { return {verdict::end, std::move(reason)}; }

    // Whether the call runs.
    bool is_granted() const { return what_ == verdict::granted; }
    // Whether the loop ends.
    bool is_end() const { return what_ == verdict::end; }
    // Why not; a view of this object.
    const std::string& reason() const { return reason_; }

private:
    enum class verdict : std::uint8_t { granted, denied, end };
    approval(verdict what, std::string&& reason) : what_(what), reason_(std::move(reason)) {}
    verdict what_;
    std::string reason_{};
};

// A bound of the loop.
enum class tool_bound : std::uint8_t { none, rounds, calls, tokens, time };

// A step of the loop.
enum class tool_event_kind : std::uint8_t {
    round,     // a request is to be sent
    response,  // the response has come. text: what it says, beside calls
    call,      // the model calls a tool. text: the arguments as it wrote them
    repaired,  // they were repaired. text: the arguments now
    approved,  // the call may run
    denied,    // it may not. text: the reason
    started,   // the tool's function is called, or the program is to answer
    finished,  // the call is answered. text: the output
    failed,    // the call failed, or was not run. text: what the model is told
    limit,     // a bound was reached. text: which
    done,      // the loop has ended. error: errc::ok if the model is done
};

namespace detail {

inline constexpr name_row<tool_bound> tool_bound_names[] = {
    {tool_bound::none, "none"},     {tool_bound::rounds, "rounds"}, {tool_bound::calls, "calls"},
    {tool_bound::tokens, "tokens"}, {tool_bound::time, "time"},
};
inline constexpr name_row<tool_event_kind> tool_event_names[] = {
    {tool_event_kind::round, "round"},       {tool_event_kind::response, "response"},
    {tool_event_kind::call, "call"},         {tool_event_kind::repaired, "repaired"},
    {tool_event_kind::approved, "approved"}, {tool_event_kind::denied, "denied"},
    {tool_event_kind::started, "started"},   {tool_event_kind::finished, "finished"},
    {tool_event_kind::failed, "failed"},     {tool_event_kind::limit, "limit"},
    {tool_event_kind::done, "done"},
};

}  // namespace detail

// The enumerators' names.
constexpr std::string_view name(tool_bound bound) {
    return detail::name_in(detail::tool_bound_names, bound);
}
constexpr std::string_view name(tool_event_kind kind) {
    return detail::name_in(detail::tool_event_names, kind);
}

// What has just happened in the loop.
struct tool_event {
    // The value of `call` if the event is of no call.
    static constexpr std::size_t no_call = static_cast<std::size_t>(-1);

    tool_event_kind kind = tool_event_kind::round;  // what has happened
    std::size_t round = 0;                          // from 1
    std::size_t call = no_call;                     // position in tool_conversation::calls()
    std::string id{};                               // of the call
    std::string name{};                             // of the tool
    std::string text{};                             // see tool_event_kind
    oaiwire::error error{};                         // of failed, denied and done; else errc::ok
};

// What happens after an error of a tool or of the model. tell: the model is told, and may do
// better. end: the loop ends with an error.
enum class on_error : std::uint8_t { tell, end };

// How a tool loop works. A bound of 0 is none, unless it says otherwise. Members are in the order
// that designated initialisers must follow.
struct tool_options {
    std::size_t rounds = 16;   // most requests, final_answer aside; at least 1
    std::size_t calls = 128;   // most calls of tools, in all rounds
    std::int64_t tokens = 0;   // tokens of all rounds, as the server reports them
    std::int64_t time_ms = 0;  // from the first request on; clients need a Timing for it
    std::size_t output_bytes = std::size_t{256} << 10;  // longest output of a tool

    // After a bound other than time: the calls are answered with that, and one more request is
    // sent, which allows no calls. Else the loop ends with errc::tool_limit.
    bool final_answer = false;
    bool cut_outputs = true;                // outputs that are too long are cut; false: they fail
    bool lenient = true;                    // repair arguments that models write wrongly
    bool reset_tool_choice = true;          // a tool_choice that demands a call holds for one round
    bool use_previous_response_id = false;  // Responses: the server keeps the conversation
    bool ask_approval = false;              // calls wait for approve() or deny(), without a hook
    bool queue_events = false;              // keep events for tool_conversation::next_event()

    on_error failed_tools = on_error::tell;   // a function returned an error: tool_failed
    on_error unknown_tools = on_error::tell;  // there is no tool of that name: unknown_tool
    on_error bad_arguments = on_error::tell;  // they are not of the tool's type: their own error
    on_error cut_calls = on_error::end;       // the output ended within a call: cut_by_length

    // Called with each event.
    hook<void(const tool_event&)> on_event{};
    // Asked before a call runs, unless its tool needs no approval.
    hook<approval(const called_tool&)> approve{};
    // What the model is told about the error of a call; not set: "error: " and the error's message.
    hook<std::string(const called_tool&)> error_text{};

    // Chat: what of the model's messages goes back to the server (tools/chat_message.hpp); null:
    // the default. Borrowed.
    const history_rules* history = nullptr;

    // For each request. `stop` ends the loop; an idempotency key gets the number of the round.
    call_options call{};
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
