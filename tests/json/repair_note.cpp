#include <oaiwire/json/repair_note.hpp>

#include <support/catch.hpp>

namespace repair_note_tests {

using oaiwire::json::repair_kind;

TEST_CASE("the kinds of repairs have names") {
    CHECK(name(repair_kind::byte_order_mark) == "byte_order_mark");
    CHECK(name(repair_kind::inner_quote) == "inner_quote");
    CHECK(name(repair_kind::cut) == "cut");
}

}  // namespace repair_note_tests
