#include <oaiwire/types/containers.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace containers_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("containers and their files are written as they were read") {
    CHECK(text_comes_back<CreateContainerRequest>(1));
    CHECK(text_comes_back<ContainerList>(2));
    CHECK(text_comes_back<ContainerFileList>(3));
    CHECK(text_comes_back<DeletedContainer>(4));
}

TEST_CASE("a container has limits and a network policy") {
    const char* const text =
        R"({"id":"cntr_1","object":"container","created_at":1,"status":"running","name":"n",)"
        R"("expires_after":{"anchor":"last_active_at","minutes":20},"last_active_at":2,)"
        R"("memory_limit":"4g","network_policy":{"type":"allowlist","allowed_domains":["a.b"]},)"
        R"("later":true})";
    const auto container = from_json<ContainerResource>(text);
    CHECK(container.expires_after->minutes == 20);
    CHECK(container.network_policy->allowed_domains->at(0) == "a.b");
    CHECK(container.extra.find("later") == "true");
    CHECK(json_of(container) == text);
    CHECK(rewritten<ContainerResource>("{}") == "{}");
}

TEST_CASE("a container is made with files and skills") {
    CreateContainerRequest request{.name = "n", .file_ids = {{"file-1"}}};
    request.skills = {Skill{.type = "skill_reference", .skill_id = "skill_1"}};
    CHECK(json_of(request) == R"({"name":"n","file_ids":["file-1"],)"
                              R"("skills":[{"type":"skill_reference","skill_id":"skill_1"}]})");
}

}  // namespace containers_types_tests
