// The attempts at a call, and whether it is to be made again. Knows no transport and no clock.
#pragma once

#include <cstdint>
#include <vector>

#include <oaiwire/api/exchange_machine.hpp>
#include <oaiwire/api/retry_policy.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/memory.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// One attempt at a call, and what was decided after it.
struct attempt {
    int status = 0;  // 0: no response came
    errc code = errc::ok;
    retry_decision decision{};
    friend bool operator==(const attempt&, const attempt&) = default;
};

namespace detail {

class attempt_log {
public:
    // Forgets all. now_ms: of the clock that decide() is given.
    void begin(std::int64_t now_ms) {
        made_.clear();
        began_ = now_ms;
    }
    const std::vector<attempt>& made() const { return made_; }
    // False: there was no memory for it.
    bool note(const attempt& made);
    // The call has ended and will not be made again.
    void note_last(const exchange_machine& call);
    // The call has ended: the milliseconds to wait before it is made again, negative where it is
    // not.
    std::int64_t decide(const exchange_machine& call, const retry_policy& policy, bool delivered,
                        std::int64_t now_ms, double chance);

private:
    std::vector<attempt> made_{};
    std::int64_t began_ = 0;
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
    if (call.ok()) made.decision.reason = retry_reason::succeeded;
    note(made);
}

[[gnu::cold]] OAIWIRE_INLINE std::int64_t attempt_log::decide(const exchange_machine& call,
                                                              const retry_policy& policy,
                                                              bool delivered, std::int64_t now_ms,
                                                              double chance) {
    const retry_decision decision = policy.decide({.why = call.error(),
                                                   .attempts = static_cast<int>(made_.size()) + 1,
                                                   .output_delivered = delivered,
                                                   .elapsed_ms = now_ms - began_,
                                                   .chance = chance});
    // what cannot be counted is not tried again
    const bool noted = note({call.status(), call.error().code, decision});
    return noted && decision.again ? decision.wait_ms : -1;
}

#endif

}  // namespace detail

}  // namespace oaiwire::inline OAIWIRE_ABI
