#include <oaiwire/types/moderations.hpp>
//
#include <support/catch.hpp>

#include <vector>

namespace moderations_tests {

using namespace oaiwire;

TEST_CASE("categories are members whose JSON names may differ") {
    const ModerationCategories flags{.hate_threatening = false, .self_harm = true};
    CHECK(flags.self_harm == true);
    CHECK(flags.violence.is_absent());
    CHECK(ModerationCategoryScores{.sexual_minors = 0.5}.sexual_minors == 0.5);
    for (const auto& [member, json] : ModerationCategories::json_names) {
        CHECK(member.find_first_of("/-") == member.npos);
        CHECK(json.find_first_of("/-") != json.npos);
    }
}

TEST_CASE("the input is a text, texts or parts") {
    CHECK(ModerationRequest{.input = "a"}.input.index() == 0);
    CHECK(ModerationRequest{.input = std::vector<std::string>{"a"}}.input.index() == 1);
    CHECK(ModerationRequest{.input = std::vector<ContentPart>{ContentPartText{.text = "a"}}}
              .input.index() == 2);
    CHECK(ModerationResponse{.results = {ModerationResult{.flagged = true}}}.results.size() == 1);
}

}  // namespace moderations_tests
