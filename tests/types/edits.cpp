#include <oaiwire/types/edits.hpp>
//
#include <support/catch.hpp>

namespace edits_tests {

using namespace oaiwire;

TEST_CASE("an edit request needs an instruction; the input text is optional") {
    const EditRequest request{.model = "m", .instruction = "write"};
    CHECK(request.input.is_absent());
    CHECK(EditResponse{.choices = {EditChoice{.text = "t"}}}.choices.front().text == "t");
}

}  // namespace edits_tests
