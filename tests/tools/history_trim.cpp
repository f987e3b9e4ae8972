#include <oaiwire/tools/history_trim.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include <support/random.hpp>

namespace history_trim_tests {

using namespace oaiwire;
using detail::history_role;

// A message for these tests: its letter says what it is, and it counts as its number.
struct note {
    char kind = 'u';
    std::size_t count = 1;
    friend bool operator==(const note&, const note&) = default;
};

}  // namespace history_trim_tests

template <>
struct oaiwire::detail::role_in_history<history_trim_tests::note> {
    static history_role of(const history_trim_tests::note& n) {
        switch (n.kind) {
            case 's':
                return history_role::instruction;
            case 'u':
                return history_role::user;
            case 't':
                return history_role::result;
            case 'c':
                return history_role::summary;
            default:
                return history_role::answer;
        }
    }
};

namespace history_trim_tests {

namespace {

using notes = std::vector<note>;

notes notes_of(std::string_view kinds) {
    notes out;
    for (const char kind : kinds) out.push_back({kind, 1});
    return out;
}
std::string kinds_of(const notes& list) {
    std::string out;
    for (const note& n : list) out += n.kind;
    return out;
}
std::size_t sum_of(const notes& list) {
    return std::accumulate(list.begin(), list.end(), std::size_t{0},
                           [](std::size_t sum, const note& n) { return sum + n.count; });
}
trim_result<note> trim(notes& list, std::size_t budget, std::size_t lead = SIZE_MAX) {
    return trim_history(
        list, budget, [](const note& n) { return n.count; }, lead);
}
// The last turn.
notes turn_of(const notes& list, std::size_t lead) {
    const std::size_t start = detail::last_turn(detail::roles_of(list), lead);
    return notes(list.begin() + static_cast<std::ptrdiff_t>(start), list.end());
}
// "left|dropped" where each message counts as one.
std::string trimmed(std::string_view kinds, std::size_t budget) {
    notes list = notes_of(kinds);
    const auto result = trim(list, budget);
    CHECK(result.fits == (list.size() <= budget));
    CHECK(result.count == list.size());
    return kinds_of(list) + "|" + kinds_of(result.dropped);
}

notes random_notes(support::random& numbers) {
    notes out(numbers.below(20));
    for (note& n : out) n = {numbers.byte_of("ssuuuaaaattc"), numbers.below(5)};
    return out;
}

}  // namespace

TEST_CASE("the oldest turns are dropped until the rest fits") {
    CHECK(trimmed("suauaua", 7) == "suauaua|");
    CHECK(trimmed("suauaua", 6) == "suaua|ua");
    CHECK(trimmed("suauaua", 5) == "suaua|ua");
    CHECK(trimmed("suauaua", 4) == "sua|uaua");
    CHECK(trimmed("", 0) == "|");
}

TEST_CASE("what a history begins with and its last turn stay, even if they do not fit") {
    CHECK(trimmed("ssuauata", 0) == "ssuata|ua");
    CHECK(trimmed("su", 0) == "su|");
    CHECK(trimmed("s", 0) == "s|");
    CHECK(trimmed("ata", 0) == "ata|");
    CHECK(trimmed("saua", 2) == "sua|a");
}

TEST_CASE("calls stay with their results, and instructions with the user message after them") {
    CHECK(trimmed("uatttaua", 7) == "ua|uattta");
    CHECK(trimmed("uautua", 5) == "ua|uaut");
    CHECK(trimmed("uasua", 4) == "sua|ua");
    CHECK(trimmed("uastasua", 6) == "sua|uasta");
    CHECK(trimmed("uuua", 3) == "uua|u");
}

TEST_CASE("a summary of what comes before it is kept when its turn is dropped") {
    CHECK(trimmed("suaucaua", 6) == "sucaua|ua");
    CHECK(trimmed("suaucaua", 5) == "scaua|uau");
    CHECK(trimmed("suaucaua", 4) == "scua|uaua");
    CHECK(trimmed("scaua", 4) == "scua|a");
    CHECK(trimmed("scua", 0) == "scua|");
    CHECK(trimmed("uacuaca", 1) == "uaca|uac");
}

TEST_CASE("trimming any history keeps most of what fits, in order, and says what it dropped") {
    support::random numbers(16);
    for (int round = 0; round != 4000; ++round) {
        const notes before = random_notes(numbers);
        const std::size_t budget = numbers.below(40);
        INFO(kinds_of(before) << " to " << budget);
        notes after = before;
        std::size_t calls = 0;
        const auto result = trim_history(after, budget, [&](const note& n) {
            ++calls;
            return n.count;
        });
        CHECK(calls == before.size());
        CHECK(after.size() + result.dropped.size() == before.size());
        CHECK(sum_of(after) + sum_of(result.dropped) == sum_of(before));
        CHECK(result.count == sum_of(after));
        CHECK(result.fits == (sum_of(after) <= budget));
        if (sum_of(before) <= budget) CHECK(after == before);

        CHECK(turn_of(after, result.lead) == turn_of(before, result.lead));
        const std::string kinds = kinds_of(before);
        const auto lead = (std::min)(kinds.find_first_not_of('s'), kinds.size());
        CHECK(kinds_of(after).starts_with(kinds.substr(0, lead)));
        CHECK(result.lead == lead);

        notes again = after;
        CHECK(trim(again, budget, lead).dropped.empty());
        CHECK(again == after);
        notes less = before;
        const auto smaller = trim(less, budget / 2);
        CHECK(smaller.dropped.size() >= result.dropped.size());
        notes in_steps = after;
        trim(in_steps, budget / 2, lead);
        CHECK(in_steps == less);
    }
}

TEST_CASE("counts that overflow exceed any budget but the largest") {
    notes list{{'u', SIZE_MAX}, {'a', 5}, {'u', 1}, {'a', 1}};
    CHECK(trim(list, 10).count == 2);
    CHECK(kinds_of(list) == "ua");
}

}  // namespace history_trim_tests
