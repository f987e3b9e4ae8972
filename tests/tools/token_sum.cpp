#include <oaiwire/tools/token_sum.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <limits>

namespace token_sum_tests {

using namespace oaiwire;

TEST_CASE("token counts add up where they are known, and never overflow") {
    constexpr std::int64_t most = std::int64_t{1} << 53;
    token_counts sum;
    detail::add_counts(sum, {});
    CHECK(!sum.any());
    detail::add_counts(sum, {.prompt = 5, .cached = 2});
    detail::add_counts(sum, {.prompt = 7, .total = std::numeric_limits<std::int64_t>::max()});
    CHECK(sum == token_counts{.prompt = 12, .total = most, .cached = 2});
    detail::add_counts(sum, {.total = most});
    CHECK(sum.total == most);
}

}  // namespace token_sum_tests
