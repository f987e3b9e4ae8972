#include <oaiwire/body/stream_end.hpp>

#include <set>
#include <string_view>

#include <support/catch.hpp>

namespace stream_end_tests {

using namespace oaiwire;

TEST_CASE("every end reason has a unique name") {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(stream_end::cancelled); ++i) {
        names.insert(name(static_cast<stream_end>(i)));
    }
    CHECK(names == std::set<std::string_view>{"open", "complete", "finished", "truncated", "empty",
                                              "api_error", "malformed", "limit", "cancelled"});
}

TEST_CASE("every reason to skip a payload has a unique name") {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(skip_reason::after_end); ++i) {
        names.insert(name(static_cast<skip_reason>(i)));
    }
    CHECK(names == std::set<std::string_view>{"ignorable", "invalid", "unrecognised", "after_end"});
}

TEST_CASE("an empty stream has default statistics") {
    const stream_statistics statistics;
    CHECK_FALSE(statistics.done_seen);
    CHECK_FALSE(statistics.transport_clean);
    CHECK_FALSE(statistics.all_finished);
    CHECK(statistics.chunks == 0);
    CHECK(statistics.skipped.empty());
}

}  // namespace stream_end_tests
