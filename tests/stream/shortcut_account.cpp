#include <oaiwire/stream/shortcut_account.hpp>

#include <cstddef>
#include <cstdint>

#include <support/catch.hpp>
#include <support/random.hpp>

namespace shortcut_account_tests {

using namespace oaiwire;
using detail::shortcut_account;

TEST_CASE("an account allows some cost at first, and later what was saved") {
    shortcut_account account;
    CHECK(account.may_learn());
    CHECK(account.may_match());
    account.spend(10'000);
    CHECK(!account.may_learn());
    CHECK(account.may_match());
    account.earn(10'000);
    CHECK(account.may_learn());
    account.spend(1'000'000);
    CHECK(!account.may_match());
    CHECK(account.spent() == 1'010'000);
}

TEST_CASE("reading without the fast path earns a little, so that it is tried again") {
    shortcut_account account;
    account.spend(1'000'000);
    std::size_t read = 0;
    for (; !account.may_learn(); read += 300) account.allow(300);
    CHECK(read > 100'000);
    CHECK(read < 1'000'000);
}

TEST_CASE("savings of a long regular part do not accumulate without bound") {
    shortcut_account account;
    account.earn(std::uint64_t{1} << 40);
    std::size_t spent = 0;
    for (; account.may_learn(); spent += 1000) account.spend(1000);
    CHECK(spent < 20'000);
    account.earn(1'000'000);
    CHECK(account.may_learn());
}

TEST_CASE("the total cost never exceeds a share of the savings plus a constant") {
    support::random r(3);
    for (int round = 0; round != 50; ++round) {
        shortcut_account account;
        std::size_t saved = 0;
        std::size_t read = 0;
        const std::size_t largest = 1 + r.below(8192);
        for (int i = 0; i != 2000; ++i) {
            const std::size_t size = r.below(largest);
            if (r.one_in(3)) {
                account.earn(size);
                saved += size;
            } else {
                account.allow(size);
                read += size + 64;
            }
            if (account.may_learn()) account.spend(r.below(largest));
            if (account.may_match()) account.spend(r.below(largest));
        }
        CHECK(account.spent() <= 40'000 + saved + read / 16);
    }
}

}  // namespace shortcut_account_tests
