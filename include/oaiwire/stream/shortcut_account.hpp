// shortcut_account: what the decoder's shortcuts cost, against what they save. Knows none of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2::detail {

// Counted in steps: a byte that is looked at by itself, or sixteen that are compared or copied.
// Reading a byte takes one to four. What is spent is at most what was saved, a small part of the
// bytes that were read without a shortcut, a constant, and one comparison now and then of an event
// that is large; so no stream, whatever its events are,
// makes the shortcuts cost more than a part of reading it without them.
class shortcut_account {
public:
    // An event was read from its first byte, without any shortcut: some of it may be spent on the
    // hope that the next need not be.
    void allow(std::size_t bytes) { earn(bytes / 16 + 4); }
    // That many steps were saved.
    void earn(std::uint64_t steps) {
        balance_ += static_cast<std::int64_t>(std::min<std::uint64_t>(
            steps, static_cast<std::uint64_t>(std::max<std::int64_t>(most - balance_, 0))));
    }
    void spend(std::size_t steps) {
        balance_ = std::max(balance_ - static_cast<std::int64_t>(steps), -2 * most);
        spent_ += steps;
    }

    // Is there enough to learn an event?
    bool may_learn() const { return balance_ >= 0; }
    // To compare an event with what was learned? What was learned last may be tried, though nothing
    // is left.
    bool may_match() const { return balance_ > -most; }
    // All that was ever spent.
    std::size_t spent() const { return spent_; }

private:
    // So that a long regular part pays for no long irregular one.
    static constexpr std::int64_t most = 16384;

    std::int64_t balance_ = most / 2;
    std::size_t spent_ = 0;
};

}  // namespace oaiwire::inline v0_2::detail
