// Skills: files with instructions for the model, in versions.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: SkillResource. (A Skill is what a tool uses; see types/response_shell.hpp.)
struct SkillResource {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> name{};
    field<std::string> description{};
    field<std::string> default_version{};
    field<std::string> latest_version{};
    extra_members extra{};
    friend bool operator==(const SkillResource&, const SkillResource&) = default;
};

// The files of a skill: a zip archive, or each file with its path as the name.
using SkillFiles = std::variant<FileContent, std::vector<FileContent>>;

// POST /skills (OpenAI: CreateSkillBody), sent as multipart/form-data. Response: SkillResource.
struct CreateSkillRequest {
    field<SkillFiles> files{};
    extra_members extra{};
    friend bool operator==(const CreateSkillRequest&, const CreateSkillRequest&) = default;
};

// GET /skills/{skill_id}. Response: SkillResource.
struct RetrieveSkillRequest {
    path_parameter skill_id{};
    extra_members extra{};
    friend bool operator==(const RetrieveSkillRequest&, const RetrieveSkillRequest&) = default;
};

// POST /skills/{skill_id} (OpenAI: SetDefaultSkillVersionBody). Response: SkillResource.
struct UpdateSkillRequest {
    path_parameter skill_id{};
    std::string default_version{};  // a version's number
    extra_members extra{};
    friend bool operator==(const UpdateSkillRequest&, const UpdateSkillRequest&) = default;
};

// GET /skills. Response: SkillList.
struct ListSkillsRequest {
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page, 0..100
    field<std::string> order{};   // "asc" or "desc"
    extra_members extra{};
    friend bool operator==(const ListSkillsRequest&, const ListSkillsRequest&) = default;
};

// DELETE /skills/{skill_id}. Response: DeletedSkill.
struct DeleteSkillRequest {
    path_parameter skill_id{};
    extra_members extra{};
    friend bool operator==(const DeleteSkillRequest&, const DeleteSkillRequest&) = default;
};

// GET /skills/{skill_id}/content. The zip archive of the default version. Response: BinaryContent.
struct DownloadSkillRequest {
    path_parameter skill_id{};
    extra_members extra{};
    friend bool operator==(const DownloadSkillRequest&, const DownloadSkillRequest&) = default;
};

// OpenAI: SkillListResource. A page of skills.
struct SkillList {
    field<std::string> object{};
    std::vector<SkillResource> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const SkillList&, const SkillList&) = default;
};

// OpenAI: DeletedSkillResource.
struct DeletedSkill {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeletedSkill&, const DeletedSkill&) = default;
};

// OpenAI: SkillVersionResource.
struct SkillVersion {
    field<std::string> id{};
    field<std::string> object{};
    field<std::string> skill_id{};
    field<std::string> version{};      // its number
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> name{};
    field<std::string> description{};
    extra_members extra{};
    friend bool operator==(const SkillVersion&, const SkillVersion&) = default;
};

// POST /skills/{skill_id}/versions (OpenAI: CreateSkillVersionBody), sent as multipart/form-data.
// Response: SkillVersion.
struct CreateSkillVersionRequest {
    path_parameter skill_id{};
    field<bool> default_{};  // becomes the default version
    field<SkillFiles> files{};
    extra_members extra{};
    friend bool operator==(const CreateSkillVersionRequest&,
                           const CreateSkillVersionRequest&) = default;
};

// GET /skills/{skill_id}/versions/{version}. Response: SkillVersion.
struct RetrieveSkillVersionRequest {
    path_parameter skill_id{};
    path_parameter version{};
    extra_members extra{};
    friend bool operator==(const RetrieveSkillVersionRequest&,
                           const RetrieveSkillVersionRequest&) = default;
};

// GET /skills/{skill_id}/versions. Response: SkillVersionList.
struct ListSkillVersionsRequest {
    path_parameter skill_id{};
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page, 0..100
    field<std::string> order{};   // "asc" or "desc", by number
    extra_members extra{};
    friend bool operator==(const ListSkillVersionsRequest&,
                           const ListSkillVersionsRequest&) = default;
};

// DELETE /skills/{skill_id}/versions/{version}. Response: DeletedSkillVersion.
struct DeleteSkillVersionRequest {
    path_parameter skill_id{};
    path_parameter version{};
    extra_members extra{};
    friend bool operator==(const DeleteSkillVersionRequest&,
                           const DeleteSkillVersionRequest&) = default;
};

// GET /skills/{skill_id}/versions/{version}/content. The zip archive. Response: BinaryContent.
struct DownloadSkillVersionRequest {
    path_parameter skill_id{};
    path_parameter version{};
    extra_members extra{};
    friend bool operator==(const DownloadSkillVersionRequest&,
                           const DownloadSkillVersionRequest&) = default;
};

// OpenAI: SkillVersionListResource. A page of versions.
struct SkillVersionList {
    field<std::string> object{};
    std::vector<SkillVersion> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const SkillVersionList&, const SkillVersionList&) = default;
};

// OpenAI: DeletedSkillVersionResource.
struct DeletedSkillVersion {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    field<std::string> version{};
    extra_members extra{};
    friend bool operator==(const DeletedSkillVersion&, const DeletedSkillVersion&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
