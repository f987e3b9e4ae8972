#include <oaiwire/types/skills.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace skills_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("skills and versions are written as they were read") {
    CHECK(text_comes_back<SkillList>(1));
    CHECK(text_comes_back<SkillVersionList>(2));
    CHECK(text_comes_back<UpdateSkillRequest>(3));
    CHECK(text_comes_back<DeletedSkill>(4));
    CHECK(text_comes_back<DeletedSkillVersion>(5));
}

TEST_CASE("a skill and a version keep members that are not known") {
    const char* const skill =
        R"({"id":"skill_1","object":"skill","created_at":1,"name":"n","description":"d",)"
        R"("default_version":"1","latest_version":"2","later":1})";
    CHECK(from_json<SkillResource>(skill).extra.find("later") == "1");
    CHECK(rewritten<SkillResource>(skill) == skill);
    const char* const version =
        R"({"id":"v","object":"skill.version","skill_id":"skill_1","version":"2","created_at":1,)"
        R"("name":"n","description":"d","later":1})";
    CHECK(from_json<SkillVersion>(version).extra.find("later") == "1");
    CHECK(rewritten<SkillVersion>(version) == version);
    CHECK(rewritten<SkillVersion>("{}") == "{}");
}

TEST_CASE("the default version is the only member of the body") {
    CHECK(json_of(UpdateSkillRequest{.skill_id = "s", .default_version = "3"}) ==
          R"({"default_version":"3"})");
}

}  // namespace skills_types_tests
