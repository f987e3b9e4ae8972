#include <oaiwire/tools/tool_options.hpp>
//
#include <support/catch.hpp>

#include <string>

namespace tool_options_tests {

using namespace oaiwire;

TEST_CASE("approvals are made from bool, with a reason, or end the loop") {
    CHECK(approval(true).is_granted());
    CHECK_FALSE(approval(false).is_granted());
    CHECK_FALSE(approval(false).is_end());
    const auto denied = approval::denied("why");
    CHECK_FALSE(denied.is_granted());
    CHECK(denied.reason() == "why");
    CHECK(approval::end("stop").is_end());
    CHECK_FALSE(approval::end().is_granted());
}

TEST_CASE("bounds and events have names") {
    CHECK(name(tool_bound::none) == "none");
    CHECK(name(tool_bound::time) == "time");
    CHECK(name(tool_event_kind::round) == "round");
    CHECK(name(tool_event_kind::done) == "done");
}

}  // namespace tool_options_tests
