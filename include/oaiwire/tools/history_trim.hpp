// trim_history(): drops the oldest turns of a history of messages or items until it fits a budget.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>

namespace oaiwire { inline namespace v0_2 {

// What trimming a history did. `Message` is RequestMessage or ResponseItem.
template <class Message>
struct trim_result {
    std::vector<Message> dropped{};  // in order; for a summary, for example
    std::size_t count = 0;           // the sum of what is left
    std::size_t lead = 0;            // how many system and developer messages it begins with
    bool fits = true;                // whether that is within the budget
};

namespace detail {

// What a message is for the structure of a history. `summary` stands for all that comes before it.
enum class history_role : std::uint8_t { instruction, user, answer, result, summary };

// What to drop of a history: [first, last), of which the message at `summary` is moved to `first`
// and kept if it lies in that range.
struct trim_plan {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t summary = 0;
    std::size_t count = 0;
    bool fits = true;
    bool has_summary() const { return first <= summary && summary < last; }
};

// The number of system and developer messages that a history begins with, `most` at most.
std::size_t leading_instructions(std::span<const history_role> roles, std::size_t most);
// Where the last turn of a history starts, whose first `lead` messages are no part of a turn; the
// size of the history if there is no turn.
std::size_t last_turn(std::span<const history_role> roles, std::size_t lead);
// Plans what to drop so that the counts of the rest add up to `budget` at most. Linear.
trim_plan plan_trim(std::span<const history_role> roles, std::size_t lead,
                    std::span<const std::size_t> counts, std::size_t budget);

// Specialised for the messages of histories, with `static history_role of(const Message&)`.
template <class Message>
struct role_in_history;

template <class Message>
std::vector<history_role> roles_of(const std::vector<Message>& messages) {
    std::vector<history_role> roles;
    roles.reserve(messages.size());
    for (const Message& message : messages) {
        roles.push_back(role_in_history<Message>::of(message));
    }
    return roles;
}

// Moves [first, last) out of the list.
template <class Message>
std::vector<Message> take_range(std::vector<Message>& from, std::size_t first, std::size_t last) {
    const auto at = [&](std::size_t i) {
        return from.begin() + static_cast<typename std::vector<Message>::difference_type>(i);
    };
    std::vector<Message> out;
    out.reserve(last - first);
    out.insert(out.end(), std::make_move_iterator(at(first)), std::make_move_iterator(at(last)));
    from.erase(at(first), at(last));
    return out;
}

}  // namespace detail

// Drops the oldest turns of a history until the sum of count(message), a number, is within
// `budget`. A turn is a user message with what follows it up to the next one, and with the system
// and developer messages directly before it, so tool calls stay with their results and reasoning
// with what it led to. What the history begins with stays: system and developer messages before
// anything else, and the newest item of compressed context. The last turn stays too; where that and
// the beginning exceed the budget, `fits` is false. count() is called once for each message.
// Linear. `lead`: how many messages at the beginning stay, at most. A program that trims a history
// again and again should pass what `trim_result::lead` was the first time: else the instructions
// before a user message become part of the beginning once that message is the first.
template <class Message, class Count>
trim_result<Message> trim_history(std::vector<Message>& messages, std::size_t budget, Count&& count,
                                  std::size_t lead = SIZE_MAX) {
    std::vector<std::size_t> counts;
    counts.reserve(messages.size());
    for (const Message& message : messages) {
        counts.push_back(static_cast<std::size_t>(count(message)));
    }
    const auto roles = detail::roles_of(messages);
    lead = detail::leading_instructions(roles, lead);
    const auto plan = detail::plan_trim(roles, lead, counts, budget);
    std::size_t first = plan.first;
    if (plan.has_summary()) {
        // the others of the range are dropped, so that their order is kept by moving them along
        const auto from = messages.begin();
        const auto at = [&](std::size_t i) {
            return from + static_cast<typename std::vector<Message>::difference_type>(i);
        };
        std::rotate(at(first), at(plan.summary), at(plan.summary + 1));
        ++first;
    }
    return {detail::take_range(messages, first, plan.last), plan.count, lead, plan.fits};
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE std::size_t leading_instructions(std::span<const history_role> roles,
                                                std::size_t most) {
    std::size_t n = 0;
    while (n < most && n != roles.size() && roles[n] == history_role::instruction) ++n;
    return n;
}

inline std::size_t saturated_sum(std::size_t a, std::size_t b) {
    return a > SIZE_MAX - b ? SIZE_MAX : a + b;
}

// Calls f(start) for each turn, the last one first, until f returns false. A summary before the
// last turn counts as the start of one.
template <class F>
void each_turn_backwards(std::span<const history_role> roles, std::size_t lead, F&& f) {
    bool before_results = false;  // a user message there is within a tool loop
    bool any = false;
    for (std::size_t i = roles.size(); i-- > lead;) {
        if (roles[i] == history_role::result) before_results = true;
        if (roles[i] == history_role::answer) before_results = false;
        const bool starts =
            roles[i] == history_role::user || (any && roles[i] == history_role::summary);
        if (!starts || before_results) continue;
        while (i > lead && roles[i - 1] == history_role::instruction) --i;
        if (!f(i)) return;
        any = true;
    }
}

OAIWIRE_INLINE std::size_t last_turn(std::span<const history_role> roles, std::size_t lead) {
    std::size_t start = roles.size();
    each_turn_backwards(roles, lead, [&](std::size_t i) {
        start = i;
        return false;
    });
    return start;
}

OAIWIRE_INLINE trim_plan plan_trim(std::span<const history_role> roles, std::size_t lead,
                                   std::span<const std::size_t> counts, std::size_t budget) {
    const std::size_t size = roles.size();
    std::size_t head = 0;  // the count of what is never dropped before a turn
    for (std::size_t i = 0; i != lead; ++i) head = saturated_sum(head, counts[i]);
    std::size_t summary = size;
    for (std::size_t i = lead; i != size; ++i) {
        if (roles[i] == history_role::summary) summary = i;
    }
    trim_plan plan{.first = lead, .last = lead, .summary = summary};
    // From the last turn to the first: what is left where the history begins with it. What there is
    // before the first turn counts as a turn.
    std::size_t rest = 0;
    std::size_t at = size;
    bool any = false;
    const auto consider = [&](std::size_t start) {
        for (; at > start; --at) rest = saturated_sum(rest, counts[at - 1]);
        const bool apart = lead <= summary && summary < start;
        const std::size_t left =
            saturated_sum(head, saturated_sum(rest, apart ? counts[summary] : 0));
        if (any && left > budget) return false;
        any = true;
        plan.last = start;
        plan.count = left;
        plan.fits = left <= budget;
        return plan.fits;
    };
    bool goes_on = true;
    each_turn_backwards(roles, lead, [&](std::size_t start) { return goes_on = consider(start); });
    if (goes_on) consider(lead);
    return plan;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
