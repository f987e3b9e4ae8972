#include <oaiwire/types/usage.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <limits>

namespace usage_tests {

using namespace oaiwire;

TEST_CASE("token counts have 64 bits and may be absent") {
    Usage u{.prompt_tokens = std::numeric_limits<std::int64_t>::max(), .total_tokens = null};
    CHECK(*u.prompt_tokens == std::numeric_limits<std::int64_t>::max());
    CHECK(u.completion_tokens.is_absent());
    CHECK(u.total_tokens.is_null());
    CHECK(u.prompt_tokens_details.is_absent());
    u.completion_tokens_details = CompletionTokensDetails{.reasoning_tokens = 3};
    CHECK(u.completion_tokens_details->reasoning_tokens == 3);
    u.prompt_tokens_details.emplace().cached_tokens = 4;
    CHECK(u.prompt_tokens_details == PromptTokensDetails{.cached_tokens = 4});
}

TEST_CASE("stream options are absent by default") {
    const StreamOptions options{.include_usage = true};
    CHECK(options.include_usage == true);
    CHECK(options.include_obfuscation.is_absent());
}

}  // namespace usage_tests
