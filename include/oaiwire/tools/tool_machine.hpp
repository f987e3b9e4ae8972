// tool_machine: the tool loop without the types of an API, compiled once for chat completions and
// responses. Has no I/O.
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

#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/tools/token_sum.hpp>
#include <oaiwire/tools/tool_options.hpp>
#include <oaiwire/tools/tool_set.hpp>

namespace oaiwire { inline namespace v0_2 {

// What a tool loop needs next.
enum class tool_step : std::uint8_t {
    send,     // request() is to be sent, and its response to be taken
    approve,  // a call waits for approve() or deny(), or for run() if there is a hook
    run,      // a function is to be called: run()
    answer,   // calls wait for answer()
    done,     // the loop has ended
};

namespace detail {

// A call as it stands in a response.
struct found_call {
    std::string id{};
    std::string name{};
    std::string arguments{};
    bool custom = false;
    bool legacy = false;
};

// How the output of a response ended.
enum class output_end : std::uint8_t { usual, cut, filtered, refused, nothing, failed };

// What the loop needs to know of a response.
struct found_output {
    std::vector<found_call> calls{};
    output_end end = output_end::usual;
    std::string text{};  // the answer; the reason, if end is refused or failed
    token_counts usage{};
};

// The functions are those of tool_conversation. All positions are in calls(). Every function
// guards against running out of memory, which ends the loop; nothing has an effect after the end.
class tool_machine {
public:
    tool_machine(tool_set& tools, tool_options&& options)
        : tools_(&tools), options_(std::move(options)) {}

    // Begins the first round, or ends the loop if the set has an error.
    void begin();
    tool_step next() const;
    void take(found_output&& found);
    void fail(error why);
    void cancel() { fail(make_error(errc::cancelled)); }
    void note_time(std::int64_t ms);
    bool run();
    bool decide(std::size_t call, const approval& what);
    bool answer(std::size_t call, result<std::string>&& output);
    // The first call of the round in that state; calls().size() if there is none.
    std::size_t first(call_state state) const;
    // The first call of the round that is not answered and has that id; calls().size(): none.
    std::size_t find(std::string_view id) const;

    // Whether the outputs of the round are to be added to the request now.
    bool is_answered() const { return phase_ == phase::answering && open_ == 0; }
    // After that: the next round.
    void begin_next();
    // Whether the response that has come ends the loop; conclude() then does so.
    bool is_concluding() const { return phase_ == phase::concluding; }
    void conclude();
    // Whether the next request must allow no calls.
    bool is_final() const { return final_; }
    bool is_ended() const { return phase_ == phase::ended; }
    // Ends the loop for want of memory.
    void exhaust();

    const tool_set& tools() const { return *tools_; }
    const tool_options& options() const { return options_; }
    const oaiwire::error& error() const { return error_; }
    const std::vector<called_tool>& calls() const { return calls_; }
    std::vector<called_tool> take_calls() { return std::move(calls_); }
    oaiwire::error take_error() { return std::move(error_); }
    std::span<const called_tool> round_calls() const {
        return std::span<const called_tool>(calls_).subspan(from_);
    }
    const token_counts& usage() const { return usage_; }
    std::size_t rounds() const { return rounds_; }
    tool_bound bound() const { return bound_; }
    std::optional<tool_event> next_event();

private:
    enum class phase : std::uint8_t { sending, answering, concluding, ended };

    template <class F>
    void guard(F&& step);
    void take_output(found_output& found);
    void take_calls_of(found_output& found);
    void name_calls(std::vector<found_call>& found);
    void prepare(std::size_t call, bool cut);
    bool is_cut(const called_tool& call, bool is_last) const;
    tool_bound bound_before(std::size_t calls) const;
    void reach(tool_bound bound);
    void grant(std::size_t call);
    void deny(std::size_t call, const approval& what);
    void ask(std::size_t call);
    void run_function(std::size_t call);
    void set_output(std::size_t call, result<std::string>&& output);
    void fail_call(std::size_t call, oaiwire::error why, on_error what, errc code);
    void settle(std::size_t call, std::string text);
    std::string fitting(std::string text) const;
    void end(oaiwire::error why);
    bool is_heard() const { return options_.on_event || options_.queue_events; }
    void emit(tool_event_kind kind, std::size_t call = tool_event::no_call,
              std::string_view text = {});

    tool_set* tools_;
    tool_options options_;
    std::vector<called_tool> calls_{};
    std::vector<tool_event> events_{};
    std::size_t next_event_ = 0;
    oaiwire::error error_{};
    token_counts usage_{};
    std::size_t rounds_ = 0;  // responses that have come
    std::size_t from_ = 0;    // the first call of the round
    std::size_t open_ = 0;    // calls of the round that are not answered
    std::int64_t elapsed_ms_ = 0;
    phase phase_ = phase::sending;
    tool_bound bound_ = tool_bound::none;
    bool final_ = false;
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES
#include <oaiwire/tools/tool_machine_calls.hpp>
#include <oaiwire/tools/tool_machine_steps.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
