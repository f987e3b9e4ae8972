#include <oaiwire/types/edits.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace edits_tests {

using namespace oaiwire;
using support::json_of;

TEST_CASE("an edit without input is written without the member") {
    CHECK(json_of(EditRequest{.model = "m", .instruction = "write"}) ==
          R"({"model":"m","instruction":"write"})");
    CHECK(json_of(EditRequest{.model = "m", .instruction = "fix", .input = "", .n = 2}) ==
          R"({"model":"m","instruction":"fix","input":"","n":2})");
}

}  // namespace edits_tests
