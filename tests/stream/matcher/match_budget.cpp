#include <oaiwire/stream/matcher/match_budget.hpp>

#include <cstddef>
#include <cstdint>

#include <support/catch.hpp>
#include <support/random.hpp>

namespace match_budget_tests {

using namespace oaiwire;
using detail::match_budget;

TEST_CASE("a budget allows a constant at first, and then what was saved") {
    match_budget budget;
    CHECK(budget.may_learn());
    CHECK(budget.may_match());
    budget.spend(10'000);
    CHECK(!budget.may_learn());
    CHECK(budget.may_match());
    budget.add_saved(10'000);
    CHECK(budget.may_learn());
    budget.spend(1'000'000);
    CHECK(!budget.may_match());
    CHECK(budget.spent() == 1'010'000);
}

TEST_CASE("reading without a match adds a little, so that templates are tried again") {
    match_budget budget;
    budget.spend(1'000'000);
    std::size_t read = 0;
    for (; !budget.may_learn(); read += 300) budget.add_read(300);
    CHECK(read > 100'000);
    CHECK(read < 1'000'000);
}

TEST_CASE("a template of no use delays the next one, and counts no steps") {
    match_budget budget;
    const std::size_t spent = budget.spent();
    budget.discourage();
    CHECK(budget.spent() == spent);
    CHECK(budget.may_match());
    std::size_t read = 0;
    for (; !budget.may_learn(); read += 300) budget.add_read(300);
    CHECK(read > 30'000);
    CHECK(read < 100'000);
}

TEST_CASE("the balance has a maximum") {
    match_budget budget;
    budget.add_saved(std::uint64_t{1} << 40);
    std::size_t spent = 0;
    for (; budget.may_learn(); spent += 1000) budget.spend(1000);
    CHECK(spent < 20'000);
    budget.add_saved(1'000'000);
    CHECK(budget.may_learn());
}

TEST_CASE("spending is at most what was saved, a part of what was read, and a constant") {
    support::random r(3);
    for (int round = 0; round != 50; ++round) {
        match_budget budget;
        std::size_t saved = 0;
        std::size_t read = 0;
        const std::size_t largest = 1 + r.below(8192);
        for (int i = 0; i != 2000; ++i) {
            const std::size_t size = r.below(largest);
            if (r.one_in(3)) {
                budget.add_saved(size);
                saved += size;
            } else {
                budget.add_read(size);
                read += size + 64;
            }
            if (budget.may_learn()) budget.spend(r.below(largest));
            if (budget.may_match()) budget.spend(r.below(largest));
        }
        CHECK(budget.spent() <= 40'000 + saved + read / 16);
    }
}

}  // namespace match_budget_tests
