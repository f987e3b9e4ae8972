#include <oaiwire/sse/item.hpp>
//
#include <support/catch.hpp>

namespace item_tests {

using namespace oaiwire;

TEST_CASE("only messages are reported by default") {
    const sse::reports none;
    CHECK_FALSE((none.retries || none.comments || none.unknown_fields));
    const sse::item fresh;
    CHECK(fresh.kind == sse::item_kind::message);
    CHECK(fresh.event.empty());
}

}  // namespace item_tests
