#include <oaiwire/core/limits.hpp>
//
#include <support/catch.hpp>

#include <type_traits>

namespace limits_tests {

// The defaults are documented; a change must be announced.
TEST_CASE("the default limits are the documented ones") {
    constexpr std::size_t KiB = 1024;
    const oaiwire::limits l;
    CHECK(l.event == 1024 * KiB);
    CHECK(l.line == 64 * KiB);
    CHECK(l.body == 256 * 1024 * KiB);
    CHECK(l.answer == 256 * 1024 * KiB);
    CHECK(l.error_body == 64 * KiB);
    CHECK(l.excerpt == 512);
    CHECK(l.depth == 64);
    CHECK(l.choices == 128);
    CHECK(l.tool_calls == 128);
    CHECK(l.head == 64 * KiB);
    CHECK(l.headers == 100);
    CHECK(l.trailers == 16 * KiB);
    CHECK(l.chunk_extensions == 16 * KiB);
    CHECK(l.parts == 1000);
}

TEST_CASE("limits is a trivially copyable aggregate") {
    STATIC_REQUIRE(std::is_aggregate_v<oaiwire::limits>);
    STATIC_REQUIRE(std::is_trivially_copyable_v<oaiwire::limits>);
}

}  // namespace limits_tests
