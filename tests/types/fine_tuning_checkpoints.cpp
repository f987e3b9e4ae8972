#include <oaiwire/types/fine_tuning_checkpoints.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace fine_tuning_checkpoints_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("checkpoints and permissions are written as they were read") {
    CHECK(text_comes_back<FineTuningJobCheckpointList>(1));
    CHECK(text_comes_back<FineTuningCheckpointPermissionList>(2));
    CHECK(text_comes_back<CreateFineTuningCheckpointPermissionRequest>(3));
    CHECK(text_comes_back<DeletedFineTuningCheckpointPermission>(4));
}

TEST_CASE("a checkpoint has its step and metrics") {
    const char* const text =
        R"({"id":"c","object":"fine_tuning.job.checkpoint","created_at":1,)"
        R"("fine_tuned_model_checkpoint":"ft:m:o::1:ckpt-step-9","fine_tuning_job_id":"j",)"
        R"("step_number":9,"metrics":{"step":9,"train_loss":0.5,"train_mean_token_accuracy":0.6,)"
        R"("valid_loss":0.7,"valid_mean_token_accuracy":0.8,"full_valid_loss":0.9,)"
        R"("full_valid_mean_token_accuracy":1,"more":2}})";
    const auto checkpoint = from_json<FineTuningJobCheckpoint>(text);
    CHECK(checkpoint.metrics->valid_loss == 0.7);
    CHECK(checkpoint.metrics->extra.find("more") == "2");
    CHECK(json_of(checkpoint) == text);
    CHECK(rewritten<FineTuningJobCheckpoint>("{}") == "{}");
}

TEST_CASE("the names in the path are not in the body") {
    CHECK(json_of(CreateFineTuningCheckpointPermissionRequest{.fine_tuned_model_checkpoint = "c",
                                                              .project_ids = {"p"}}) ==
          R"({"project_ids":["p"]})");
}

}  // namespace fine_tuning_checkpoints_types_tests
