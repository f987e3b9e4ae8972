// Skills and their versions, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/skills.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateSkillRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateSkillVersionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteSkillRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteSkillVersionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedSkill>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedSkillVersion>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DownloadSkillRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DownloadSkillVersionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListSkillVersionsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListSkillsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveSkillRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveSkillVersionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<SkillList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<SkillResource>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<SkillVersion>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<SkillVersionList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<UpdateSkillRequest>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
