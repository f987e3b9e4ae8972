// Fine-tuning jobs, their events and checkpoints, and graders, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/fine_tuning.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CancelFineTuningJobRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateFineTuningCheckpointPermissionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateFineTuningJobRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteFineTuningCheckpointPermissionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedFineTuningCheckpointPermission>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<FineTuningCheckpointPermissionList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<FineTuningJob>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<FineTuningJobCheckpointList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<FineTuningJobEventList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<FineTuningJobList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListFineTuningCheckpointPermissionsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListFineTuningEventsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListFineTuningJobCheckpointsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListFineTuningJobsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<PauseFineTuningJobRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ResumeFineTuningJobRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveFineTuningJobRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RunGraderRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RunGraderResponse>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ValidateGraderRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ValidateGraderResponse>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
