#include <oaiwire/fine_tuning.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/operation_call.hpp>

namespace fine_tuning_tests {

using namespace oaiwire;
using support::operation_call;
using support::second_page;
using support::wrong;

namespace {

constexpr std::string_view job =
    R"({"id":"ftjob-1","object":"fine_tuning.job","created_at":1,"finished_at":null,"model":"m",)"
    R"("fine_tuned_model":null,"status":"queued","error":null,"hyperparameters":)"
    R"({"batch_size":null,"n_epochs":"auto"},"integrations":[],"method":{"type":"supervised",)"
    R"("supervised":{"hyperparameters":{"n_epochs":3}}},"organization_id":"o",)"
    R"("result_files":[],"seed":1,"trained_tokens":null,"training_file":"file-1",)"
    R"("validation_file":null})";

template <class Request>
void check_action(const char* name) {
    const operation_call call(Request{.fine_tuning_job_id = "ftjob-1"}, job);
    CHECK(call.line == std::string("POST /v1/fine_tuning/jobs/ftjob-1/") + name);
    CHECK(call.body.empty());
    CHECK(call.is(job));
    CHECK(wrong(Request{}) == "fine_tuning_job_id");
}

}  // namespace

TEST_CASE("createFineTuningJob: a model, a file, and the method") {
    CreateFineTuningJobRequest request{.model = "m", .training_file = "file-1", .seed = 1};
    request.integrations = {WandbIntegration{.wandb = {.project = "p"}}};
    request.method = FineTuningMethod{
        .type = FineTuningMethodType::dpo,
        .dpo = DpoMethod{.hyperparameters = DpoHyperparameters{.beta = 0.1, .n_epochs = 2}}};
    request.suffix = "s";
    const operation_call call(request, job);
    CHECK(call.line == "POST /v1/fine_tuning/jobs");
    CHECK(call.body ==
          R"({"model":"m","training_file":"file-1","integrations":[{"type":"wandb","wandb":)"
          R"({"project":"p"}}],"method":{"type":"dpo","dpo":{"hyperparameters":{"beta":0.1,)"
          R"("n_epochs":2}}},"seed":1,"suffix":"s"})");
    CHECK(call.is(job));
    CHECK(validate(request).empty());
}

TEST_CASE("createFineTuningJob: the ranges of the hyperparameters") {
    CHECK(wrong(CreateFineTuningJobRequest{}) == "model training_file");
    CreateFineTuningJobRequest request{.model = "m", .training_file = "f"};
    request.suffix = std::string(64, 'x');
    CHECK(validate(request).empty());
    request.suffix = std::string(65, 'x');
    request.integrations = {WandbIntegration{}, raw_json()};
    CHECK(wrong(request) == "integrations[0].wandb.project suffix");
    request.suffix = null;
    request.integrations = null;

    SupervisedHyperparameters all{
        .batch_size = "auto", .learning_rate_multiplier = 0.5, .n_epochs = 50};
    request.hyperparameters = all;
    CHECK(validate(request).empty());
    request.hyperparameters = SupervisedHyperparameters{
        .batch_size = 257, .learning_rate_multiplier = 0.0, .n_epochs = 51};
    CHECK(wrong(request) ==
          "hyperparameters.batch_size hyperparameters.learning_rate_multiplier "
          "hyperparameters.n_epochs");
    request.hyperparameters = SupervisedHyperparameters{.batch_size = "some"};
    CHECK(wrong(request) == "hyperparameters.batch_size");
    request.hyperparameters = null;

    request.method = FineTuningMethod{};
    CHECK(wrong(request) == "method.type");
    request.method =
        FineTuningMethod{.type = FineTuningMethodType::dpo,
                         .dpo = DpoMethod{.hyperparameters = DpoHyperparameters{.beta = 2.5}}};
    CHECK(wrong(request) == "method.dpo.hyperparameters.beta");
    request.method = FineTuningMethod{.type = FineTuningMethodType::supervised,
                                      .supervised = SupervisedMethod{.hyperparameters = all}};
    CHECK(validate(request).empty());
    ReinforcementMethod method{.grader = PythonGrader{.name = "n", .source = "s"}};
    method.hyperparameters = ReinforcementHyperparameters{
        .compute_multiplier = 10.0, .eval_interval = 1, .eval_samples = "auto"};
    request.method =
        FineTuningMethod{.type = FineTuningMethodType::reinforcement, .reinforcement = method};
    CHECK(validate(request).empty());
    method.grader = PythonGrader{.name = "n"};
    method.hyperparameters = ReinforcementHyperparameters{
        .compute_multiplier = 10.5, .eval_interval = 0, .eval_samples = 0};
    request.method->reinforcement = method;
    CHECK(wrong(request) ==
          "method.reinforcement.grader.source "
          "method.reinforcement.hyperparameters.compute_multiplier "
          "method.reinforcement.hyperparameters.eval_interval "
          "method.reinforcement.hyperparameters.eval_samples");
}

TEST_CASE("listPaginatedFineTuningJobs: by page, of metadata; the cursor is the last entry's id") {
    const char* const page = R"({"object":"list","data":[{"id":"ftjob-1"}],"has_more":true})";
    ListFineTuningJobsRequest request{.after = "j", .limit = 5};
    request.metadata = {{"team", "a b"}};
    const operation_call call(request, page);
    CHECK(call.line == "GET /v1/fine_tuning/jobs?after=j&limit=5&metadata%5Bteam%5D=a%20b");
    CHECK(call.is(page));
    CHECK(second_page(ListFineTuningJobsRequest{}) == "GET /v1/fine_tuning/jobs?after=a");
    CHECK(validate(request).empty());
}

TEST_CASE("retrieveFineTuningJob: by id") {
    const operation_call call(RetrieveFineTuningJobRequest{.fine_tuning_job_id = "ftjob-1"}, job);
    CHECK(call.line == "GET /v1/fine_tuning/jobs/ftjob-1");
    CHECK(call.is(job));
    CHECK(wrong(RetrieveFineTuningJobRequest{}) == "fine_tuning_job_id");
}

TEST_CASE("retrieveFineTuningJob: a job that failed is a response, and says why") {
    const char* const failed =
        R"({"id":"j","status":"failed","error":{"code":"c","message":"m","param":null}})";
    const operation_call call(RetrieveFineTuningJobRequest{.fine_tuning_job_id = "j"}, failed);
    CHECK(call.error.empty());
    CHECK(call.is(failed));
}

TEST_CASE("cancelFineTuningJob: a POST without a body") {
    check_action<CancelFineTuningJobRequest>("cancel");
}

TEST_CASE("pauseFineTuningJob: a POST without a body") {
    check_action<PauseFineTuningJobRequest>("pause");
}

TEST_CASE("resumeFineTuningJob: a POST without a body") {
    check_action<ResumeFineTuningJobRequest>("resume");
}

TEST_CASE("listFineTuningEvents: by page") {
    const char* const page =
        R"({"object":"list","data":[{"id":"e","object":"fine_tuning.job.event","created_at":1,)"
        R"("level":"info","message":"m","type":"message","data":null}],"has_more":false})";
    const operation_call call(
        ListFineTuningEventsRequest{.fine_tuning_job_id = "j", .after = "e", .limit = 1}, page);
    CHECK(call.line == "GET /v1/fine_tuning/jobs/j/events?after=e&limit=1");
    CHECK(call.is(page));
    CHECK(second_page(ListFineTuningEventsRequest{.fine_tuning_job_id = "j"}) ==
          "GET /v1/fine_tuning/jobs/j/events?after=a");
    CHECK(wrong(ListFineTuningEventsRequest{}) == "fine_tuning_job_id");
}

TEST_CASE("listFineTuningJobCheckpoints: by page") {
    const char* const page =
        R"({"object":"list","data":[{"id":"c","object":"fine_tuning.job.checkpoint",)"
        R"("created_at":1,"fine_tuned_model_checkpoint":"f","fine_tuning_job_id":"j",)"
        R"("step_number":9,"metrics":{"step":9,"train_loss":0.5}}],"first_id":"c",)"
        R"("last_id":"c","has_more":false})";
    const operation_call call(
        ListFineTuningJobCheckpointsRequest{.fine_tuning_job_id = "j", .limit = 3}, page);
    CHECK(call.line == "GET /v1/fine_tuning/jobs/j/checkpoints?limit=3");
    CHECK(call.is(page));
    CHECK(second_page(ListFineTuningJobCheckpointsRequest{.fine_tuning_job_id = "j"}) ==
          "GET /v1/fine_tuning/jobs/j/checkpoints?after=a");
    CHECK(wrong(ListFineTuningJobCheckpointsRequest{}) == "fine_tuning_job_id");
}

TEST_CASE("createFineTuningCheckpointPermission: for projects") {
    const char* const page =
        R"({"object":"list","data":[{"id":"cp_1","object":"checkpoint.permission",)"
        R"("created_at":1,"project_id":"p"}],"first_id":"cp_1","last_id":"cp_1",)"
        R"("has_more":false})";
    const operation_call call(
        CreateFineTuningCheckpointPermissionRequest{.fine_tuned_model_checkpoint = "ft:m:o:s:1",
                                                    .project_ids = {"p"}},
        page);
    CHECK(call.line == "POST /v1/fine_tuning/checkpoints/ft%3Am%3Ao%3As%3A1/permissions");
    CHECK(call.body == R"({"project_ids":["p"]})");
    CHECK(call.is(page));
    CHECK(wrong(CreateFineTuningCheckpointPermissionRequest{}) ==
          "fine_tuned_model_checkpoint project_ids");
}

TEST_CASE("listFineTuningCheckpointPermissions: by page, of a project") {
    const char* const page = R"({"object":"list","data":[],"has_more":false})";
    const operation_call call(
        ListFineTuningCheckpointPermissionsRequest{
            .fine_tuned_model_checkpoint = "c", .order = "ascending", .project_id = "p"},
        page);
    CHECK(call.line ==
          "GET /v1/fine_tuning/checkpoints/c/permissions?order=ascending&project_id=p");
    CHECK(call.is(page));
    CHECK(second_page(
              ListFineTuningCheckpointPermissionsRequest{.fine_tuned_model_checkpoint = "c"}) ==
          "GET /v1/fine_tuning/checkpoints/c/permissions?after=a");
    CHECK(wrong(ListFineTuningCheckpointPermissionsRequest{}) == "fine_tuned_model_checkpoint");
}

TEST_CASE("deleteFineTuningCheckpointPermission: by the checkpoint and the permission's id") {
    const char* const text = R"({"id":"cp_1","object":"checkpoint.permission","deleted":true})";
    const operation_call call(
        DeleteFineTuningCheckpointPermissionRequest{.fine_tuned_model_checkpoint = "c",
                                                    .permission_id = "cp_1"},
        text);
    CHECK(call.line == "DELETE /v1/fine_tuning/checkpoints/c/permissions/cp_1");
    CHECK(call.is(text));
    CHECK(wrong(DeleteFineTuningCheckpointPermissionRequest{}) ==
          "fine_tuned_model_checkpoint permission_id");
}

TEST_CASE("runGrader: a grader and an answer") {
    const char* const text =
        R"({"reward":1,"metadata":{"name":"n","type":"python","errors":{"other_error":false},)"
        R"("execution_time":0.5,"scores":{},"token_usage":null,"sampled_model_name":null},)"
        R"("sub_rewards":{},"model_grader_token_usage_per_model":{}})";
    const RunGraderRequest request{.grader = PythonGrader{.name = "n", .source = "s"},
                                   .model_sample = "a",
                                   .item = raw_json::trusted(R"({"q":1})")};
    const operation_call call(request, text);
    CHECK(call.line == "POST /v1/fine_tuning/alpha/graders/run");
    CHECK(call.body == R"({"grader":{"type":"python","name":"n","source":"s"},)"
                       R"("model_sample":"a","item":{"q":1}})");
    CHECK(call.is(text));
    CHECK(validate(request).empty());
    CHECK(wrong(RunGraderRequest{}) == "grader.name grader.operation");
}

TEST_CASE("validateGrader: the grader comes back") {
    const char* const text = R"({"grader":{"type":"python","name":"n","source":"s"}})";
    const ValidateGraderRequest request{.grader = PythonGrader{.name = "n", .source = "s"}};
    const operation_call call(request, text);
    CHECK(call.line == "POST /v1/fine_tuning/alpha/graders/validate");
    CHECK(call.body == text);
    CHECK(call.is(text));
    CHECK(wrong(ValidateGraderRequest{.grader = PythonGrader{.name = "n"}}) == "grader.source");
}

}  // namespace fine_tuning_tests
