// match_budget: bounds what event templates may cost, in relation to what they have saved.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The unit is a step: one byte that is examined on its own, or sixteen that are compared or copied.
// The JSON reader takes one to four steps for a byte. Over a whole stream, the steps spent are at
// most those that matches saved, plus 1/16 of the bytes that were read without a match, plus a
// constant, plus the comparison of one large event from time to time. So no stream, however
// hostile, makes templates cost more than a fraction of reading it without them.
class match_budget {
public:
    // An event of that size was read without a match: a small part of that cost may be spent on
    // templates for the events after it.
    void add_read(std::size_t bytes) { add_saved(bytes / 16 + 4); }
    // Matches saved that many steps. The balance has a maximum.
    void add_saved(std::uint64_t steps) {
        balance_ += static_cast<std::int64_t>(std::min<std::uint64_t>(
            steps, static_cast<std::uint64_t>(std::max<std::int64_t>(most - balance_, 0))));
    }
    // Learning or comparing took that many steps. The balance may become negative.
    void spend(std::size_t steps) {
        balance_ = std::max(balance_ - static_cast<std::int64_t>(steps), -2 * most);
        spent_ += steps;
    }
    // What was learnt was of no use: the next event is learnt later than the balance would allow.
    void discourage() { balance_ = std::max(balance_ - most / 4, -2 * most); }

    // Whether an event may be learnt.
    bool may_learn() const { return balance_ >= 0; }
    // Whether events may be compared with known templates. Allowed for longer than learning: the
    // template that was learnt with the last of the balance is tried.
    bool may_match() const { return balance_ > -most; }
    // Steps spent since construction, and others that were counted with them.
    std::size_t spent() const { return spent_; }
    void count(std::size_t steps) { spent_ += steps; }

private:
    // Bounds what a long regular part of a stream can save up for an irregular one.
    static constexpr std::int64_t most = 16384;
    // Is enough for one usual event. What is spent on it must come back before the next one.
    static constexpr std::int64_t first = 512;

    std::int64_t balance_ = first;
    std::size_t spent_ = 0;
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
