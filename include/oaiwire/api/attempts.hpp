// Records the attempts at a call and decides whether to retry it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <optional>
#include <vector>

#include <oaiwire/api/exchange_machine.hpp>
#include <oaiwire/api/retry_policy.hpp>
#include <oaiwire/api/timing.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/stop_handle.hpp>

namespace oaiwire { inline namespace v0_2 {

// One attempt at a call, and the decision after it.
struct attempt {
    int status = 0;                               // HTTP status; 0: no response came
    errc code = errc::ok;                         // why it failed; ok: it succeeded
    retry_decision decision{};                    // whether and when the next attempt follows
    std::optional<std::int64_t> poll_after_ms{};  // see exchange
    friend bool operator==(const attempt&, const attempt&) = default;
};

namespace detail {

// Functions of a timing, by its address.
struct timing_table {
    std::int64_t (*now_ms)(void* timing) = nullptr;
    double (*jitter)(void* timing) = nullptr;  // in [0, 1)
    void (*sleep)(void* timing, std::int64_t ms, const stop_handle& stop) = nullptr;
};
template <timing Timing>
inline constexpr timing_table timing_table_of{
    [](void* t) -> std::int64_t { return static_cast<Timing*>(t)->now_ms(); },
    [](void* t) -> double { return static_cast<Timing*>(t)->jitter(); },
    [](void* t, std::int64_t ms, const stop_handle& stop) {
        static_cast<Timing*>(t)->sleep(ms, stop);
    }};

// What decides about retries. Without a table there are none. Refers to the caller's objects.
struct attempt_rules {
    const retry_policy& policy;
    const stop_handle& stop;
    void* timing = nullptr;
    const timing_table* table = nullptr;
};

// The attempts at the current call. again() waits by itself; decide() is for callers that cannot
// block. Memory that runs out loses a record, and with it the retry, never the call.
class attempt_log {
public:
    // Starts a new call. now_ms: time on the clock that decide() is given.
    void begin(std::int64_t now_ms) {
        made_.clear();
        began_ = now_ms;
    }
    // The same on the clock of the rules' timing.
    void begin(const attempt_rules& rules) {
        begin(rules.table != nullptr ? rules.table->now_ms(rules.timing) : 0);
    }
    // In order, the last one included; valid until begin().
    const std::vector<attempt>& made() const { return made_; }
    // False if there was no memory for it.
    bool note(const attempt& made);
    // Records the last attempt at a call that is not retried.
    void note_last(const exchange_machine& call);
    // After an attempt has ended: records it and returns the milliseconds to wait before the next
    // one; negative: none. delivered: the caller has got output, so another attempt would repeat
    // it.
    std::int64_t decide(const exchange_machine& call, const retry_policy& policy, bool delivered,
                        std::int64_t now_ms, double jitter);
    // After an attempt has ended: true if there is another one. Sleeps until it is due, and
    // restarts the call. One with another key follows at once, whatever the policy says.
    bool again(exchange_machine& call, const attempt_rules& rules, bool delivered);

private:
    std::vector<attempt> made_{};
    std::int64_t began_ = 0;  // ms, of the first attempt
};

#if OAIWIRE_DEFINES

[[gnu::cold]] OAIWIRE_INLINE bool attempt_log::note(const attempt& made) {
    const auto add = [&] {
        made_.push_back(made);
        return true;
    };
    return within_memory(add, [] { return false; });
}

[[gnu::cold]] OAIWIRE_INLINE void attempt_log::note_last(const exchange_machine& call) {
    attempt made{call.status(), call.error().code};
    made.poll_after_ms = call.poll_after_ms();
    if (call.ok()) made.decision.reason = retry_reason::succeeded;
    note(made);
}

[[gnu::cold]] OAIWIRE_INLINE std::int64_t attempt_log::decide(const exchange_machine& call,
                                                              const retry_policy& policy,
                                                              bool delivered, std::int64_t now_ms,
                                                              double jitter) {
    const retry_decision decision = policy.decide({.why = call.error(),
                                                   .attempts = static_cast<int>(made_.size()) + 1,
                                                   .output_delivered = delivered,
                                                   .elapsed_ms = now_ms - began_,
                                                   .jitter = jitter});
    // no retry if the attempt could not be recorded: they are counted by the record
    const bool noted = note({call.status(), call.error().code, decision, call.poll_after_ms()});
    return noted && decision.again ? decision.wait_ms : -1;
}

[[gnu::cold]] OAIWIRE_INLINE bool attempt_log::again(exchange_machine& call,
                                                     const attempt_rules& rules, bool delivered) {
    const attempt refused{
        call.status(), call.error().code, {.again = true, .reason = retry_reason::key_renewed}};
    if (!delivered && !rules.stop.stop_requested() && call.renew_key()) {
        note(refused);
        return true;
    }
    if (rules.table == nullptr) {
        note_last(call);
        return false;
    }
    const auto now = rules.table->now_ms(rules.timing);
    const auto wait = decide(call, rules.policy, delivered, now, rules.table->jitter(rules.timing));
    if (wait < 0) return false;
    rules.table->sleep(rules.timing, wait, rules.stop);
    call.restart();
    // the call then ends as cancelled, without being sent again
    if (rules.stop.stop_requested()) call.cancel();
    return true;
}

#endif

}  // namespace detail

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
