// Fine-tuning: jobs, their methods, and their events.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/graders.hpp>

namespace oaiwire { inline namespace v0_2 {

// A hyperparameter: "auto", or a number.
using AutoInteger = std::variant<std::string, std::int64_t, raw_json>;
using AutoNumber = std::variant<std::string, double, raw_json>;

// OpenAI: FineTuneSupervisedHyperparameters; the hyperparameters of a job.
struct SupervisedHyperparameters {
    field<AutoInteger> batch_size{};  // examples
    field<AutoNumber> learning_rate_multiplier{};
    field<AutoInteger> n_epochs{};  // passes over the data
    extra_members extra{};
    friend bool operator==(const SupervisedHyperparameters&,
                           const SupervisedHyperparameters&) = default;
};

// OpenAI: FineTuneSupervisedMethod.
struct SupervisedMethod {
    field<SupervisedHyperparameters> hyperparameters{};
    extra_members extra{};
    friend bool operator==(const SupervisedMethod&, const SupervisedMethod&) = default;
};

// OpenAI: FineTuneDPOHyperparameters.
struct DpoHyperparameters {
    field<AutoInteger> batch_size{};  // examples
    field<AutoNumber> beta{};         // weight of the penalty for leaving the reference model
    field<AutoNumber> learning_rate_multiplier{};
    field<AutoInteger> n_epochs{};  // passes over the data
    extra_members extra{};
    friend bool operator==(const DpoHyperparameters&, const DpoHyperparameters&) = default;
};

// OpenAI: FineTuneDPOMethod. Direct preference optimisation.
struct DpoMethod {
    field<DpoHyperparameters> hyperparameters{};
    extra_members extra{};
    friend bool operator==(const DpoMethod&, const DpoMethod&) = default;
};

// OpenAI: FineTuneReinforcementHyperparameters.
struct ReinforcementHyperparameters {
    field<AutoInteger> batch_size{};         // examples
    field<AutoNumber> compute_multiplier{};  // work of exploration
    field<AutoInteger> eval_interval{};      // steps between evaluations
    field<AutoInteger> eval_samples{};       // per evaluation
    field<AutoNumber> learning_rate_multiplier{};
    field<AutoInteger> n_epochs{};          // passes over the data
    field<std::string> reasoning_effort{};  // "default", "low", "medium" or "high"
    extra_members extra{};
    friend bool operator==(const ReinforcementHyperparameters&,
                           const ReinforcementHyperparameters&) = default;
};

// OpenAI: FineTuneReinforcementMethod.
struct ReinforcementMethod {
    Grader grader{};  // not a LabelModelGrader
    field<ReinforcementHyperparameters> hyperparameters{};
    extra_members extra{};
    friend bool operator==(const ReinforcementMethod&, const ReinforcementMethod&) = default;
};

// The method of a job.
enum class FineTuningMethodType : std::uint8_t { unknown, supervised, dpo, reinforcement };
constexpr std::array<std::string_view, 3> enumerator_names(FineTuningMethodType) {
    return {"supervised", "dpo", "reinforcement"};
}

// OpenAI: FineTuneMethod. The settings have the name of `type`.
struct FineTuningMethod {
    open_enum<FineTuningMethodType> type{};
    field<DpoMethod> dpo{};
    field<ReinforcementMethod> reinforcement{};
    field<SupervisedMethod> supervised{};
    extra_members extra{};
    friend bool operator==(const FineTuningMethod&, const FineTuningMethod&) = default;
};

// OpenAI: the wandb member of an integration.
struct WandbSettings {
    std::string project{};
    field<std::string> entity{};  // team or user, default that of the key
    field<std::string> name{};    // of the run, default the job's id
    field<std::vector<std::string>> tags{};
    extra_members extra{};
    friend bool operator==(const WandbSettings&, const WandbSettings&) = default;
};

// OpenAI: FineTuningIntegration. Weights and Biases, to which metrics are sent.
struct WandbIntegration {
    static constexpr wire_tag tag{"type", "wandb"};
    WandbSettings wandb{};
    extra_members extra{};
    friend bool operator==(const WandbIntegration&, const WandbIntegration&) = default;
};

// An integration. Others are kept as raw JSON.
using FineTuningIntegration = std::variant<WandbIntegration, raw_json>;

// OpenAI: the error member of a job that failed.
struct FineTuningError {
    field<std::string> code{};
    field<std::string> message{};
    field<std::string> param{};  // such as "training_file"
    extra_members extra{};
    friend bool operator==(const FineTuningError&, const FineTuningError&) = default;
};

// How far a job is.
enum class FineTuningStatus : std::uint8_t {
    unknown,
    validating_files,
    queued,
    running,
    succeeded,
    failed,
    cancelled
};
constexpr std::array<std::string_view, 6> enumerator_names(FineTuningStatus) {
    return {"validating_files", "queued", "running", "succeeded", "failed", "cancelled"};
}

// OpenAI: FineTuningJob.
struct FineTuningJob {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};        // Unix time in seconds
    field<std::int64_t> estimated_finish{};  // Unix time in seconds
    field<std::int64_t> finished_at{};       // Unix time in seconds
    field<std::string> model{};              // the base model
    field<std::string> fine_tuned_model{};   // null until the job has succeeded
    field<open_enum<FineTuningStatus>> status{};
    field<FineTuningError> error{};
    field<SupervisedHyperparameters> hyperparameters{};  // of supervised jobs
    field<std::vector<FineTuningIntegration>> integrations{};
    field<raw_json> metadata{};  // an object
    field<FineTuningMethod> method{};
    field<std::string> organization_id{};
    field<std::vector<std::string>> result_files{};  // file ids
    field<std::int64_t> seed{};
    field<std::int64_t> trained_tokens{};
    field<std::string> training_file{};    // file id
    field<std::string> validation_file{};  // file id
    extra_members extra{};
    friend bool operator==(const FineTuningJob&, const FineTuningJob&) = default;
};

// POST /fine_tuning/jobs (OpenAI: CreateFineTuningJobRequest). Response: FineTuningJob.
struct CreateFineTuningJobRequest {
    std::string model{};          // the base model
    std::string training_file{};  // id of a file of purpose "fine-tune", JSONL
    field<SupervisedHyperparameters> hyperparameters{};  // deprecated; use method
    field<std::vector<FineTuningIntegration>> integrations{};
    field<raw_json> metadata{};  // an object with up to 16 texts
    field<FineTuningMethod> method{};
    field<std::int64_t> seed{};
    field<std::string> suffix{};           // of the new model's name, up to 64 characters
    field<std::string> validation_file{};  // id of a file of purpose "fine-tune", JSONL
    extra_members extra{};
    friend bool operator==(const CreateFineTuningJobRequest&,
                           const CreateFineTuningJobRequest&) = default;
};

// GET /fine_tuning/jobs/{fine_tuning_job_id}. Response: FineTuningJob.
struct RetrieveFineTuningJobRequest {
    path_parameter fine_tuning_job_id{};
    extra_members extra{};
    friend bool operator==(const RetrieveFineTuningJobRequest&,
                           const RetrieveFineTuningJobRequest&) = default;
};

// POST /fine_tuning/jobs/{fine_tuning_job_id}/cancel. Response: FineTuningJob.
struct CancelFineTuningJobRequest {
    path_parameter fine_tuning_job_id{};
    extra_members extra{};
    friend bool operator==(const CancelFineTuningJobRequest&,
                           const CancelFineTuningJobRequest&) = default;
};

// POST /fine_tuning/jobs/{fine_tuning_job_id}/pause. Response: FineTuningJob.
struct PauseFineTuningJobRequest {
    path_parameter fine_tuning_job_id{};
    extra_members extra{};
    friend bool operator==(const PauseFineTuningJobRequest&,
                           const PauseFineTuningJobRequest&) = default;
};

// POST /fine_tuning/jobs/{fine_tuning_job_id}/resume. Response: FineTuningJob.
struct ResumeFineTuningJobRequest {
    path_parameter fine_tuning_job_id{};
    extra_members extra{};
    friend bool operator==(const ResumeFineTuningJobRequest&,
                           const ResumeFineTuningJobRequest&) = default;
};

// GET /fine_tuning/jobs. Response: FineTuningJobList.
struct ListFineTuningJobsRequest {
    field<std::string> after{};          // the last id of the previous page
    field<std::int64_t> limit{};         // entries per page, default 20
    string_map<std::string> metadata{};  // only jobs that have all of it
    extra_members extra{};
    friend bool operator==(const ListFineTuningJobsRequest&,
                           const ListFineTuningJobsRequest&) = default;
};

// OpenAI: ListPaginatedFineTuningJobsResponse. A page of jobs.
struct FineTuningJobList {
    field<std::string> object{};
    std::vector<FineTuningJob> data{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const FineTuningJobList&, const FineTuningJobList&) = default;
};

// The severity of an event.
enum class FineTuningEventLevel : std::uint8_t { unknown, info, warn, error };
constexpr std::array<std::string_view, 3> enumerator_names(FineTuningEventLevel) {
    return {"info", "warn", "error"};
}

// OpenAI: FineTuningJobEvent.
struct FineTuningJobEvent {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<open_enum<FineTuningEventLevel>> level{};
    field<std::string> message{};
    field<std::string> type{};  // "message" or "metrics"
    field<raw_json> data{};     // such as metrics
    extra_members extra{};
    friend bool operator==(const FineTuningJobEvent&, const FineTuningJobEvent&) = default;
};

// GET /fine_tuning/jobs/{fine_tuning_job_id}/events. Response: FineTuningJobEventList.
struct ListFineTuningEventsRequest {
    path_parameter fine_tuning_job_id{};
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page, default 20
    extra_members extra{};
    friend bool operator==(const ListFineTuningEventsRequest&,
                           const ListFineTuningEventsRequest&) = default;
};

// OpenAI: ListFineTuningJobEventsResponse. A page of events.
struct FineTuningJobEventList {
    field<std::string> object{};
    std::vector<FineTuningJobEvent> data{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const FineTuningJobEventList&, const FineTuningJobEventList&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
