// Fine-tuning: graders checked and tried before a job uses them (alpha).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/graders.hpp>

namespace oaiwire { inline namespace v0_2 {

// POST /fine_tuning/alpha/graders/run (OpenAI: RunGraderRequest). Response: RunGraderResponse.
struct RunGraderRequest {
    Grader grader{};             // not a LabelModelGrader
    std::string model_sample{};  // the answer to be graded; the grader's "{{sample.output_text}}"
    field<raw_json> item{};      // the grader's "{{item}}"
    extra_members extra{};
    friend bool operator==(const RunGraderRequest&, const RunGraderRequest&) = default;
};

// OpenAI: what went wrong in a grader.
struct GraderErrors {
    field<bool> formula_parse_error{};
    field<bool> invalid_variable_error{};
    field<bool> model_grader_parse_error{};
    field<bool> model_grader_refusal_error{};
    field<bool> model_grader_server_error{};
    field<std::string> model_grader_server_error_details{};
    field<bool> other_error{};
    field<bool> python_grader_runtime_error{};
    field<std::string> python_grader_runtime_error_details{};
    field<bool> python_grader_server_error{};
    field<std::string> python_grader_server_error_type{};
    field<bool> sample_parse_error{};
    field<bool> truncated_observation_error{};
    field<bool> unresponsive_reward_error{};
    extra_members extra{};
    friend bool operator==(const GraderErrors&, const GraderErrors&) = default;
};

// OpenAI: the metadata of a RunGraderResponse.
struct GraderRunMetadata {
    field<std::string> name{};
    field<std::string> type{};
    field<GraderErrors> errors{};
    field<double> execution_time{};  // seconds
    field<raw_json> scores{};        // an object
    field<std::int64_t> token_usage{};
    field<std::string> sampled_model_name{};
    extra_members extra{};
    friend bool operator==(const GraderRunMetadata&, const GraderRunMetadata&) = default;
};

// OpenAI: RunGraderResponse.
struct RunGraderResponse {
    field<double> reward{};
    field<GraderRunMetadata> metadata{};
    field<raw_json> sub_rewards{};                         // an object
    field<raw_json> model_grader_token_usage_per_model{};  // an object
    extra_members extra{};
    friend bool operator==(const RunGraderResponse&, const RunGraderResponse&) = default;
};

// POST /fine_tuning/alpha/graders/validate (OpenAI: ValidateGraderRequest). Response:
// ValidateGraderResponse.
struct ValidateGraderRequest {
    Grader grader{};  // not a LabelModelGrader
    extra_members extra{};
    friend bool operator==(const ValidateGraderRequest&, const ValidateGraderRequest&) = default;
};

// OpenAI: ValidateGraderResponse. The grader as the server understands it.
struct ValidateGraderResponse {
    field<Grader> grader{};
    extra_members extra{};
    friend bool operator==(const ValidateGraderResponse&, const ValidateGraderResponse&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
