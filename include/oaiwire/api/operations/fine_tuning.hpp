// Fine-tuning: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/operations/grader_rules.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/fine_tuning.hpp>
#include <oaiwire/types/fine_tuning_checkpoints.hpp>
#include <oaiwire/types/fine_tuning_graders.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// Begins a job. It works in the background: retrieve it until its status says that it ended.
template <>
struct operation_of<CreateFineTuningJobRequest> : post_operation<FineTuningJob> {
    static constexpr std::string_view id = "createFineTuningJob";
    static constexpr std::string_view path = "/fine_tuning/jobs";
};

// The jobs of the project, by page.
template <>
struct operation_of<ListFineTuningJobsRequest> : list_operation<FineTuningJobList> {
    static constexpr std::string_view id = "listPaginatedFineTuningJobs";
    static constexpr std::string_view path = "/fine_tuning/jobs";
};

// A job by its id.
template <>
struct operation_of<RetrieveFineTuningJobRequest> : get_operation<FineTuningJob> {
    static constexpr std::string_view id = "retrieveFineTuningJob";
    static constexpr std::string_view path = "/fine_tuning/jobs/{fine_tuning_job_id}";
};

// Cancels a job.
template <>
struct operation_of<CancelFineTuningJobRequest> : action_operation<FineTuningJob> {
    static constexpr std::string_view id = "cancelFineTuningJob";
    static constexpr std::string_view path = "/fine_tuning/jobs/{fine_tuning_job_id}/cancel";
};

// Pauses a job.
template <>
struct operation_of<PauseFineTuningJobRequest> : action_operation<FineTuningJob> {
    static constexpr std::string_view id = "pauseFineTuningJob";
    static constexpr std::string_view path = "/fine_tuning/jobs/{fine_tuning_job_id}/pause";
};

// Continues a paused job.
template <>
struct operation_of<ResumeFineTuningJobRequest> : action_operation<FineTuningJob> {
    static constexpr std::string_view id = "resumeFineTuningJob";
    static constexpr std::string_view path = "/fine_tuning/jobs/{fine_tuning_job_id}/resume";
};

// What happened in a job, by page.
template <>
struct operation_of<ListFineTuningEventsRequest> : list_operation<FineTuningJobEventList> {
    static constexpr std::string_view id = "listFineTuningEvents";
    static constexpr std::string_view path = "/fine_tuning/jobs/{fine_tuning_job_id}/events";
};

// The checkpoints of a job, by page.
template <>
struct operation_of<ListFineTuningJobCheckpointsRequest>
    : list_operation<FineTuningJobCheckpointList> {
    static constexpr std::string_view id = "listFineTuningJobCheckpoints";
    static constexpr std::string_view path = "/fine_tuning/jobs/{fine_tuning_job_id}/checkpoints";
};

// Lets projects use a checkpoint.
template <>
struct operation_of<CreateFineTuningCheckpointPermissionRequest>
    : post_operation<FineTuningCheckpointPermissionList> {
    static constexpr std::string_view id = "createFineTuningCheckpointPermission";
    static constexpr std::string_view path =
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions";
};

// The projects that may use a checkpoint, by page.
template <>
struct operation_of<ListFineTuningCheckpointPermissionsRequest>
    : list_operation<FineTuningCheckpointPermissionList> {
    static constexpr std::string_view id = "listFineTuningCheckpointPermissions";
    static constexpr std::string_view path =
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions";
};

// Takes a permission back.
template <>
struct operation_of<DeleteFineTuningCheckpointPermissionRequest>
    : delete_operation<DeletedFineTuningCheckpointPermission> {
    static constexpr std::string_view id = "deleteFineTuningCheckpointPermission";
    static constexpr std::string_view path =
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions/{permission_id}";
};

// Grades one answer.
template <>
struct operation_of<RunGraderRequest> : post_operation<RunGraderResponse> {
    static constexpr std::string_view id = "runGrader";
    static constexpr std::string_view path = "/fine_tuning/alpha/graders/run";
};

// Checks a grader.
template <>
struct operation_of<ValidateGraderRequest> : post_operation<ValidateGraderResponse> {
    static constexpr std::string_view id = "validateGrader";
    static constexpr std::string_view path = "/fine_tuning/alpha/graders/validate";
};

template <>
inline constexpr bool has_no_rules<ListFineTuningJobsRequest> = true;

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateFineTuningJobRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveFineTuningJobRequest&);
[[gnu::cold]] std::vector<violation> validate(const CancelFineTuningJobRequest&);
[[gnu::cold]] std::vector<violation> validate(const PauseFineTuningJobRequest&);
[[gnu::cold]] std::vector<violation> validate(const ResumeFineTuningJobRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListFineTuningEventsRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListFineTuningJobCheckpointsRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateFineTuningCheckpointPermissionRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListFineTuningCheckpointPermissionsRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteFineTuningCheckpointPermissionRequest&);
[[gnu::cold]] std::vector<violation> validate(const RunGraderRequest&);
[[gnu::cold]] std::vector<violation> validate(const ValidateGraderRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

// "auto", or an integer of this range.
[[gnu::cold]] inline void auto_rule(validator& v, const field<AutoInteger>& of, std::int64_t low,
                                    std::int64_t high, const std::string& path) {
    const auto* text = of ? std::get_if<std::string>(&*of) : nullptr;
    const auto* number = of ? std::get_if<std::int64_t>(&*of) : nullptr;
    if (number && *number >= low && *number <= high) return;
    if (!number && (!text || *text == "auto")) return;
    std::string message = "must be \"auto\", or at least " + std::to_string(low);
    if (high != most_int32) {
        message =
            "must be \"auto\", or from " + std::to_string(low) + " to " + std::to_string(high);
    }
    v.add(path, message);
}

// "auto", or a number above zero; at most `high`.
[[gnu::cold]] inline void auto_rule(validator& v, const field<AutoNumber>& of, double high,
                                    const std::string& path, rule_text message) {
    const auto* text = of ? std::get_if<std::string>(&*of) : nullptr;
    const auto* number = of ? std::get_if<double>(&*of) : nullptr;
    v.check((!text || *text == "auto") && (!number || (*number > 0 && *number <= high)), path,
            message);
}

// The hyperparameters that all methods have; the path ends with a dot.
template <class Hyperparameters>
[[gnu::cold]] void hyperparameter_rules(validator& v, const Hyperparameters& of,
                                        const std::string& path) {
    constexpr double most = std::numeric_limits<double>::max();
    auto_rule(v, of.batch_size, 1, 256, path + "batch_size");
    auto_rule(v, of.learning_rate_multiplier, most, path + "learning_rate_multiplier",
              "must be \"auto\", or greater than 0");
    auto_rule(v, of.n_epochs, 1, 50, path + "n_epochs");
}

[[gnu::cold]] inline void method_rules(validator& v, const FineTuningMethod& of) {
    v.text(of.type.text(), "method.type");
    if (of.dpo && of.dpo->hyperparameters) {
        const std::string path = "method.dpo.hyperparameters.";
        hyperparameter_rules(v, *of.dpo->hyperparameters, path);
        auto_rule(v, of.dpo->hyperparameters->beta, 2, path + "beta",
                  "must be \"auto\", or greater than 0 and at most 2");
    }
    if (of.reinforcement) {
        grader_rules(v, of.reinforcement->grader, "method.reinforcement.grader");
        if (const auto& all = of.reinforcement->hyperparameters) {
            const std::string path = "method.reinforcement.hyperparameters.";
            hyperparameter_rules(v, *all, path);
            auto_rule(v, all->compute_multiplier, 10, path + "compute_multiplier",
                      "must be \"auto\", or greater than 0 and at most 10");
            auto_rule(v, all->eval_interval, 1, most_int32, path + "eval_interval");
            auto_rule(v, all->eval_samples, 1, most_int32, path + "eval_samples");
        }
    }
    if (of.supervised && of.supervised->hyperparameters) {
        hyperparameter_rules(v, *of.supervised->hyperparameters,
                             "method.supervised.hyperparameters.");
    }
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateFineTuningJobRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    v.text(r.training_file, "training_file");
    if (r.hyperparameters) detail::hyperparameter_rules(v, *r.hyperparameters, "hyperparameters.");
    if (r.integrations) {
        for (std::size_t i = 0; i != r.integrations->size(); ++i) {
            const auto* one = std::get_if<WandbIntegration>(&(*r.integrations)[i]);
            if (one)
                v.text(one->wandb.project,
                       detail::path_of_element("integrations", i, ".wandb.project"));
        }
    }
    if (r.method) detail::method_rules(v, *r.method);
    v.check(!r.suffix || detail::count_characters(*r.suffix) <= 64, "suffix",
            "must have at most 64 characters");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveFineTuningJobRequest& r) {
    return detail::text_rule(r.fine_tuning_job_id, "fine_tuning_job_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CancelFineTuningJobRequest& r) {
    return detail::text_rule(r.fine_tuning_job_id, "fine_tuning_job_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const PauseFineTuningJobRequest& r) {
    return detail::text_rule(r.fine_tuning_job_id, "fine_tuning_job_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ResumeFineTuningJobRequest& r) {
    return detail::text_rule(r.fine_tuning_job_id, "fine_tuning_job_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListFineTuningEventsRequest& r) {
    return detail::text_rule(r.fine_tuning_job_id, "fine_tuning_job_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const ListFineTuningJobCheckpointsRequest& r) {
    return detail::text_rule(r.fine_tuning_job_id, "fine_tuning_job_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const CreateFineTuningCheckpointPermissionRequest& r) {
    detail::validator v;
    v.text(r.fine_tuned_model_checkpoint, "fine_tuned_model_checkpoint");
    v.check(!r.project_ids.empty(), "project_ids", "must not be empty");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const ListFineTuningCheckpointPermissionsRequest& r) {
    return detail::text_rule(r.fine_tuned_model_checkpoint, "fine_tuned_model_checkpoint");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const DeleteFineTuningCheckpointPermissionRequest& r) {
    detail::validator v;
    v.text(r.fine_tuned_model_checkpoint, "fine_tuned_model_checkpoint");
    v.text(r.permission_id, "permission_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RunGraderRequest& r) {
    detail::validator v;
    detail::grader_rules(v, r.grader, "grader");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ValidateGraderRequest& r) {
    detail::validator v;
    detail::grader_rules(v, r.grader, "grader");
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
