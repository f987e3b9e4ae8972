// Skills: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/download.hpp>
#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/skills.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <cstddef>
#include <utility>
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// A new skill. Sent as a form.
template <>
struct operation_of<CreateSkillRequest> : post_operation<SkillResource> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "CreateSkill";
    static constexpr std::string_view path = "/skills";
};

// The skills of the project, by page.
template <>
struct operation_of<ListSkillsRequest> : list_operation<SkillList> {
    static constexpr std::string_view id = "ListSkills";
    static constexpr std::string_view path = "/skills";
};

// A skill by its id, without its files.
template <>
struct operation_of<RetrieveSkillRequest> : get_operation<SkillResource> {
    static constexpr std::string_view id = "GetSkill";
    static constexpr std::string_view path = "/skills/{skill_id}";
};

// Sets the default version of a skill.
template <>
struct operation_of<UpdateSkillRequest> : post_operation<SkillResource> {
    static constexpr std::string_view id = "UpdateSkillDefaultVersion";
    static constexpr std::string_view path = "/skills/{skill_id}";
};

// Deletes a skill with its versions.
template <>
struct operation_of<DeleteSkillRequest> : delete_operation<DeletedSkill> {
    static constexpr std::string_view id = "DeleteSkill";
    static constexpr std::string_view path = "/skills/{skill_id}";
};

// The archive of the default version. See download_operation.
template <>
struct operation_of<DownloadSkillRequest> : download_operation<> {
    static constexpr std::string_view id = "GetSkillContent";
    static constexpr std::string_view path = "/skills/{skill_id}/content";
};

// A new version of a skill. Sent as a form.
template <>
struct operation_of<CreateSkillVersionRequest> : post_operation<SkillVersion> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "CreateSkillVersion";
    static constexpr std::string_view path = "/skills/{skill_id}/versions";
};

// The versions of a skill, by page.
template <>
struct operation_of<ListSkillVersionsRequest> : list_operation<SkillVersionList> {
    static constexpr std::string_view id = "ListSkillVersions";
    static constexpr std::string_view path = "/skills/{skill_id}/versions";
};

// A version by its number, without its files.
template <>
struct operation_of<RetrieveSkillVersionRequest> : get_operation<SkillVersion> {
    static constexpr std::string_view id = "GetSkillVersion";
    static constexpr std::string_view path = "/skills/{skill_id}/versions/{version}";
};

// Deletes a version.
template <>
struct operation_of<DeleteSkillVersionRequest> : delete_operation<DeletedSkillVersion> {
    static constexpr std::string_view id = "DeleteSkillVersion";
    static constexpr std::string_view path = "/skills/{skill_id}/versions/{version}";
};

// The archive of a version. See download_operation.
template <>
struct operation_of<DownloadSkillVersionRequest> : download_operation<> {
    static constexpr std::string_view id = "GetSkillVersionContent";
    static constexpr std::string_view path = "/skills/{skill_id}/versions/{version}/content";
};

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateSkillRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListSkillsRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveSkillRequest&);
[[gnu::cold]] std::vector<violation> validate(const UpdateSkillRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteSkillRequest&);
[[gnu::cold]] std::vector<violation> validate(const DownloadSkillRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateSkillVersionRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListSkillVersionsRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveSkillVersionRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteSkillVersionRequest&);
[[gnu::cold]] std::vector<violation> validate(const DownloadSkillVersionRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

[[gnu::cold]] inline void skill_files_rules(validator& v, const SkillFiles& files) {
    if (const auto* one = std::get_if<FileContent>(&files)) return v.file(*one, "files");
    const auto& list = std::get<std::vector<FileContent>>(files);
    v.check(!list.empty(), "files", "must not be empty");
    for (std::size_t i = 0; i != list.size(); ++i) v.file(list[i], path_of_element("files", i));
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateSkillRequest& r) {
    detail::validator v;
    if (r.files) detail::skill_files_rules(v, *r.files);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListSkillsRequest& r) {
    detail::validator v;
    v.range(r.limit, 0, 100, "limit", "must be from 0 to 100");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveSkillRequest& r) {
    return detail::text_rule(r.skill_id, "skill_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const UpdateSkillRequest& r) {
    detail::validator v;
    v.text(r.skill_id, "skill_id");
    v.text(r.default_version, "default_version");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteSkillRequest& r) {
    return detail::text_rule(r.skill_id, "skill_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DownloadSkillRequest& r) {
    return detail::text_rule(r.skill_id, "skill_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateSkillVersionRequest& r) {
    detail::validator v;
    v.text(r.skill_id, "skill_id");
    if (r.files) detail::skill_files_rules(v, *r.files);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListSkillVersionsRequest& r) {
    detail::validator v;
    v.text(r.skill_id, "skill_id");
    v.range(r.limit, 0, 100, "limit", "must be from 0 to 100");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveSkillVersionRequest& r) {
    detail::validator v;
    v.text(r.skill_id, "skill_id");
    v.text(r.version, "version");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteSkillVersionRequest& r) {
    detail::validator v;
    v.text(r.skill_id, "skill_id");
    v.text(r.version, "version");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DownloadSkillVersionRequest& r) {
    detail::validator v;
    v.text(r.skill_id, "skill_id");
    v.text(r.version, "version");
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
