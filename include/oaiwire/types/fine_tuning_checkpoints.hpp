// Fine-tuning: checkpoints of jobs, and the projects that may use them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: the metrics of a checkpoint.
struct FineTuningCheckpointMetrics {
    field<double> step{};
    field<double> train_loss{};
    field<double> train_mean_token_accuracy{};
    field<double> valid_loss{};
    field<double> valid_mean_token_accuracy{};
    field<double> full_valid_loss{};
    field<double> full_valid_mean_token_accuracy{};
    extra_members extra{};
    friend bool operator==(const FineTuningCheckpointMetrics&,
                           const FineTuningCheckpointMetrics&) = default;
};

// OpenAI: FineTuningJobCheckpoint. A model after some of the steps.
struct FineTuningJobCheckpoint {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};                  // Unix time in seconds
    field<std::string> fine_tuned_model_checkpoint{};  // the model's name
    field<std::string> fine_tuning_job_id{};
    field<std::int64_t> step_number{};
    field<FineTuningCheckpointMetrics> metrics{};
    extra_members extra{};
    friend bool operator==(const FineTuningJobCheckpoint&,
                           const FineTuningJobCheckpoint&) = default;
};

// GET /fine_tuning/jobs/{fine_tuning_job_id}/checkpoints. Response: FineTuningJobCheckpointList.
struct ListFineTuningJobCheckpointsRequest {
    path_parameter fine_tuning_job_id{};
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page, default 10
    extra_members extra{};
    friend bool operator==(const ListFineTuningJobCheckpointsRequest&,
                           const ListFineTuningJobCheckpointsRequest&) = default;
};

// OpenAI: ListFineTuningJobCheckpointsResponse. A page of checkpoints.
struct FineTuningJobCheckpointList {
    field<std::string> object{};
    std::vector<FineTuningJobCheckpoint> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const FineTuningJobCheckpointList&,
                           const FineTuningJobCheckpointList&) = default;
};

// OpenAI: FineTuningCheckpointPermission. A project that may use a checkpoint.
struct FineTuningCheckpointPermission {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> project_id{};
    extra_members extra{};
    friend bool operator==(const FineTuningCheckpointPermission&,
                           const FineTuningCheckpointPermission&) = default;
};

// POST /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions. Needs an administrator's
// key. Response: FineTuningCheckpointPermissionList.
struct CreateFineTuningCheckpointPermissionRequest {
    path_parameter fine_tuned_model_checkpoint{};
    std::vector<std::string> project_ids{};
    extra_members extra{};
    friend bool operator==(const CreateFineTuningCheckpointPermissionRequest&,
                           const CreateFineTuningCheckpointPermissionRequest&) = default;
};

// GET /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions. Needs an administrator's
// key. Response: FineTuningCheckpointPermissionList.
struct ListFineTuningCheckpointPermissionsRequest {
    path_parameter fine_tuned_model_checkpoint{};
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page
    field<std::string> order{};   // "ascending" or "descending"
    field<std::string> project_id{};
    extra_members extra{};
    friend bool operator==(const ListFineTuningCheckpointPermissionsRequest&,
                           const ListFineTuningCheckpointPermissionsRequest&) = default;
};

// OpenAI: ListFineTuningCheckpointPermissionResponse. A page of permissions.
struct FineTuningCheckpointPermissionList {
    field<std::string> object{};
    std::vector<FineTuningCheckpointPermission> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const FineTuningCheckpointPermissionList&,
                           const FineTuningCheckpointPermissionList&) = default;
};

// DELETE /fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions/{permission_id}. Needs
// an administrator's key. Response: DeletedFineTuningCheckpointPermission.
struct DeleteFineTuningCheckpointPermissionRequest {
    path_parameter fine_tuned_model_checkpoint{};
    path_parameter permission_id{};
    extra_members extra{};
    friend bool operator==(const DeleteFineTuningCheckpointPermissionRequest&,
                           const DeleteFineTuningCheckpointPermissionRequest&) = default;
};

// OpenAI: DeleteFineTuningCheckpointPermissionResponse.
struct DeletedFineTuningCheckpointPermission {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeletedFineTuningCheckpointPermission&,
                           const DeletedFineTuningCheckpointPermission&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
