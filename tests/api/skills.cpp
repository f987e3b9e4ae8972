#include <oaiwire/skills.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/operation_call.hpp>

namespace skills_tests {

using namespace oaiwire;
using support::operation_call;
using support::second_page;
using support::wrong;

namespace {

constexpr std::string_view skill =
    R"({"id":"skill_1","object":"skill","created_at":1,"name":"n","description":"d",)"
    R"("default_version":"1","latest_version":"2"})";
constexpr std::string_view version =
    R"({"id":"v","object":"skill.version","skill_id":"skill_1","version":"2","created_at":1,)"
    R"("name":"n","description":"d"})";

}  // namespace

TEST_CASE("CreateSkill: a form with an archive, or files with their paths") {
    CreateSkillRequest request{.files = file_content("skill.zip", "PK", "application/zip")};
    const operation_call call(request, skill);
    CHECK(call.line == "POST /v1/skills");
    CHECK(call.has_file("files", "skill.zip", "application/zip", "PK"));
    CHECK(call.is(skill));
    request.files = std::vector{file_content("s/SKILL.md", "# S", "text/markdown"),
                                file_content("s/run.txt", "go")};
    const operation_call folder(request, skill);
    CHECK(folder.has_file("files[]", "s/SKILL.md", "text/markdown", "# S"));
    CHECK(folder.has_file("files[]", "s/run.txt", "text/plain", "go"));

    CHECK(validate(request).empty());
    CHECK(validate(CreateSkillRequest{}).empty());
    CHECK(wrong(CreateSkillRequest{.files = std::vector<FileContent>()}) == "files");
    CHECK(wrong(CreateSkillRequest{.files = std::vector<FileContent>(1)}) == "files[0]");
    CHECK(wrong(CreateSkillRequest{.files = FileContent{}}) == "files");
}

TEST_CASE("ListSkills: by page") {
    const char* const page = R"({"object":"list","data":[{"id":"skill_1"}],"first_id":"skill_1",)"
                             R"("last_id":"skill_1","has_more":false})";
    const operation_call call(ListSkillsRequest{.after = "s", .limit = 5, .order = "asc"}, page);
    CHECK(call.line == "GET /v1/skills?after=s&limit=5&order=asc");
    CHECK(call.is(page));
    CHECK(second_page(ListSkillsRequest{}) == "GET /v1/skills?after=a");
    CHECK(wrong(ListSkillsRequest{.limit = 101}) == "limit");
}

TEST_CASE("GetSkill: by id") {
    const operation_call call(RetrieveSkillRequest{.skill_id = "skill_1"}, skill);
    CHECK(call.line == "GET /v1/skills/skill_1");
    CHECK(call.is(skill));
    CHECK(wrong(RetrieveSkillRequest{}) == "skill_id");
}

TEST_CASE("UpdateSkillDefaultVersion: the number of a version") {
    const operation_call call(UpdateSkillRequest{.skill_id = "skill_1", .default_version = "2"},
                              skill);
    CHECK(call.line == "POST /v1/skills/skill_1");
    CHECK(call.body == R"({"default_version":"2"})");
    CHECK(call.is(skill));
    CHECK(wrong(UpdateSkillRequest{}) == "skill_id default_version");
}

TEST_CASE("DeleteSkill: by id") {
    const char* const text = R"({"id":"skill_1","object":"skill.deleted","deleted":true})";
    const operation_call call(DeleteSkillRequest{.skill_id = "skill_1"}, text);
    CHECK(call.line == "DELETE /v1/skills/skill_1");
    CHECK(call.is(text));
    CHECK(wrong(DeleteSkillRequest{}) == "skill_id");
}

TEST_CASE("GetSkillContent: an archive") {
    const operation_call call(DownloadSkillRequest{.skill_id = "skill_1"}, "PK", 200,
                              "application/zip");
    CHECK(call.line == "GET /v1/skills/skill_1/content");
    CHECK(call.accept == "application/binary");
    REQUIRE(call.response);
    CHECK(call.response->data == "PK");
    CHECK(call.response->content_type == "application/zip");
    CHECK(wrong(DownloadSkillRequest{}) == "skill_id");
}

TEST_CASE("CreateSkillVersion: a form with files, and whether it becomes the default") {
    CreateSkillVersionRequest request{.skill_id = "skill_1", .default_ = true};
    request.files = file_content("skill.zip", "PK", "application/zip");
    const operation_call call(request, version);
    CHECK(call.line == "POST /v1/skills/skill_1/versions");
    CHECK(call.has_field("default", "true"));
    CHECK(call.has_file("files", "skill.zip", "application/zip", "PK"));
    CHECK(call.is(version));
    CHECK(validate(request).empty());
    CHECK(wrong(CreateSkillVersionRequest{.files = FileContent{}}) == "skill_id files");
}

TEST_CASE("ListSkillVersions: by page") {
    const char* const page = R"({"object":"list","data":[],"first_id":null,"last_id":null,)"
                             R"("has_more":false})";
    const operation_call call(ListSkillVersionsRequest{.skill_id = "s", .order = "desc"}, page);
    CHECK(call.line == "GET /v1/skills/s/versions?order=desc");
    CHECK(call.is(page));
    CHECK(second_page(ListSkillVersionsRequest{.skill_id = "s"}) ==
          "GET /v1/skills/s/versions?after=a");
    CHECK(wrong(ListSkillVersionsRequest{.limit = -1}) == "skill_id limit");
}

TEST_CASE("GetSkillVersion: by id and number") {
    const operation_call call(RetrieveSkillVersionRequest{.skill_id = "skill_1", .version = "2"},
                              version);
    CHECK(call.line == "GET /v1/skills/skill_1/versions/2");
    CHECK(call.is(version));
    CHECK(wrong(RetrieveSkillVersionRequest{}) == "skill_id version");
}

TEST_CASE("DeleteSkillVersion: by id and number") {
    const char* const text =
        R"({"id":"v","object":"skill.version.deleted","deleted":true,"version":"2"})";
    const operation_call call(DeleteSkillVersionRequest{.skill_id = "skill_1", .version = "2"},
                              text);
    CHECK(call.line == "DELETE /v1/skills/skill_1/versions/2");
    CHECK(call.is(text));
    CHECK(wrong(DeleteSkillVersionRequest{.skill_id = "s"}) == "version");
}

TEST_CASE("GetSkillVersionContent: an archive") {
    const operation_call call(DownloadSkillVersionRequest{.skill_id = "s", .version = "2"}, "PK",
                              200, "application/zip");
    CHECK(call.line == "GET /v1/skills/s/versions/2/content");
    REQUIRE(call.response);
    CHECK(call.response->data == "PK");
    CHECK(wrong(DownloadSkillVersionRequest{.skill_id = "s"}) == "version");
}

}  // namespace skills_tests
