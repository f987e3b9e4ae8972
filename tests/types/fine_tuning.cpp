#include <oaiwire/types/fine_tuning.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace fine_tuning_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("requests and responses of fine-tuning are written as they were read") {
    CHECK(text_comes_back<CreateFineTuningJobRequest>(1));
    CHECK(text_comes_back<FineTuningJobList>(2));
    CHECK(text_comes_back<FineTuningJobEventList>(3));
    CHECK(text_comes_back<ListFineTuningJobsRequest>(4));
}

TEST_CASE("a job has its method, hyperparameters and integrations") {
    const char* const text =
        R"({"id":"ftjob-1","object":"fine_tuning.job","created_at":1,"estimated_finish":null,)"
        R"("finished_at":2,"model":"m","fine_tuned_model":null,"status":"running","error":null,)"
        R"("hyperparameters":{"batch_size":"auto","learning_rate_multiplier":2.5,"n_epochs":3},)"
        R"("integrations":[{"type":"wandb","wandb":{"project":"p","entity":null,"name":"n",)"
        R"("tags":["t"]}}],"metadata":{},"method":{"type":"dpo","dpo":{"hyperparameters":)"
        R"({"beta":0.1}}},"organization_id":"o","result_files":["file-2"],"seed":7,)"
        R"("trained_tokens":9,"training_file":"file-1","validation_file":null,"later":[]})";
    const auto job = from_json<FineTuningJob>(text);
    CHECK(job.status == FineTuningStatus::running);
    CHECK(std::get<std::string>(*job.hyperparameters->batch_size) == "auto");
    CHECK(std::get<double>(*job.hyperparameters->learning_rate_multiplier) == 2.5);
    CHECK(std::get<std::int64_t>(*job.hyperparameters->n_epochs) == 3);
    CHECK(std::get<double>(*job.method->dpo->hyperparameters->beta) == 0.1);
    CHECK(job.extra.find("later") == "[]");
    CHECK(json_of(job) == text);
    CHECK(rewritten<FineTuningJob>("{}") == "{}");
}

TEST_CASE("a status that is not known keeps its text") {
    const auto job = from_json<FineTuningJob>(R"({"status":"paused"})");
    CHECK(job.status->known() == FineTuningStatus::unknown);
    CHECK(json_of(job) == R"({"status":"paused"})");
}

TEST_CASE("reinforcement has a grader") {
    const char* const text =
        R"({"type":"reinforcement","reinforcement":{"grader":{"type":"string_check","name":"n",)"
        R"("input":"i","operation":"eq","reference":"r"},"hyperparameters":{"batch_size":1,)"
        R"("compute_multiplier":1.5,"eval_interval":2,"eval_samples":3,)"
        R"("learning_rate_multiplier":"auto","n_epochs":1,"reasoning_effort":"medium"}}})";
    const auto method = from_json<FineTuningMethod>(text);
    CHECK(std::get<StringCheckGrader>(method.reinforcement->grader).reference == "r");
    CHECK(json_of(method) == text);
}

TEST_CASE("an event has a level and data") {
    const char* const text =
        R"({"id":"e","object":"fine_tuning.job.event","created_at":1,"level":"warn","message":)"
        R"("m","type":"metrics","data":{"loss":1}})";
    CHECK(from_json<FineTuningJobEvent>(text).level == FineTuningEventLevel::warn);
    CHECK(rewritten<FineTuningJobEvent>(text) == text);
}

}  // namespace fine_tuning_types_tests
