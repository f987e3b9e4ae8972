#include <oaiwire/types/moderations.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

#include <support/json_of.hpp>

namespace moderations_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("categories are members whose JSON names may differ") {
    const char* const all =
        R"({"hate":true,"hate/threatening":false,"harassment":true,"harassment/threatening":false,)"
        R"("illicit":true,"illicit/violent":false,"self-harm":true,"self-harm/intent":false,)"
        R"("self-harm/instructions":true,"sexual":true,"sexual/minors":false,"violence":true,)"
        R"("violence/graphic":false})";
    const auto flags = from_json<ModerationCategories>(all);
    CHECK(flags.extra.empty());
    CHECK(flags.self_harm == true);
    CHECK(flags.self_harm_intent == false);
    CHECK(json_of(flags) == all);
    CHECK(json_of(ModerationCategoryScores{.sexual_minors = 0.5}) == R"({"sexual/minors":0.5})");
    CHECK(from_json<ModerationCategories>(R"({"self_harm":true})").self_harm.is_absent());
}

TEST_CASE("the input of a moderation is a text, texts or parts") {
    using input = ModerationInput;
    CHECK(chooses<std::string, input>(R"("a")"));
    CHECK(chooses<std::vector<std::string>, input>(R"(["a","b"])"));
    CHECK(chooses<std::vector<ContentPart>, input>(R"([{"type":"text","text":"a"}])"));
    CHECK(chooses<std::vector<std::string>, input>("[]"));
}

}  // namespace moderations_tests
