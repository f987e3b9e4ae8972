// Sums of token counts over several responses.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/core/compiled.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Adds counts to a sum, which stays at 2^53 where it would exceed that.
void add_counts(token_counts& sum, const token_counts& counts);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

#include <algorithm>
#include <cstdint>
#include <optional>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE void add_counts(token_counts& sum, const token_counts& counts) {
    const auto add = [](std::optional<std::int64_t>& to, const std::optional<std::int64_t>& n) {
        // what a server claims may be anything
        constexpr std::int64_t most = std::int64_t{1} << 53;
        if (n) to = std::min(to.value_or(0) + std::min(std::max(*n, -most), most), most);
    };
    add(sum.prompt, counts.prompt);
    add(sum.completion, counts.completion);
    add(sum.total, counts.total);
    add(sum.cached, counts.cached);
    add(sum.reasoning, counts.reasoning);
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
