#include <oaiwire/types/usage.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <limits>

#include <support/json_of.hpp>

namespace usage_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

TEST_CASE("token counts have 64 bits and may be absent or null") {
    const char* const text = R"({"prompt_tokens":9223372036854775807,"total_tokens":null,)"
                             R"("prompt_tokens_details":{"cached_tokens":4,"audio_tokens":null},)"
                             R"("completion_tokens_details":null})";
    const auto usage = from_json<Usage>(text);
    CHECK(usage.prompt_tokens == std::numeric_limits<std::int64_t>::max());
    CHECK(usage.completion_tokens.is_absent());
    CHECK(usage.total_tokens.is_null());
    CHECK(usage.prompt_tokens_details->audio_tokens.is_null());
    CHECK(usage.prompt_tokens_details->text_tokens.is_absent());
    CHECK(usage.completion_tokens_details.is_null());
    CHECK(json_of(usage) == text);
    CHECK_FALSE(json::read<Usage>(R"({"prompt_tokens":9223372036854775808})"));
}

TEST_CASE("stream options are not written by default") {
    CHECK(json_of(StreamOptions{}) == "{}");
    CHECK(json_of(StreamOptions{.include_usage = true, .include_obfuscation = false}) ==
          R"({"include_usage":true,"include_obfuscation":false})");
}

}  // namespace usage_tests
