#include <oaiwire/types/response_shell.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

namespace response_shell_tests {

using namespace oaiwire;

TEST_CASE("the output of a shell call has one entry per command") {
    const ShellToolCall call{
        .call_id = "call_1",
        .action =
            ShellAction{.commands = std::vector<std::string>{"ls", "sleep 9"}, .timeout_ms = 1000}};
    const ShellToolCallOutput output{
        .call_id = call.call_id,
        .output = std::vector<ShellOutput>{
            {.stdout_ = "a\n", .outcome = ShellOutcome{.type = "exit", .exit_code = 0}},
            {.stderr_ = "killed", .outcome = ShellOutcome{.type = "timeout"}}}};
    CHECK(output.output->size() == call.action->commands->size());
    CHECK(output.output->at(0).outcome->exit_code == 0);
    CHECK(output.output->at(1).outcome->exit_code.is_absent());
}

TEST_CASE("a patch that deletes a file has no diff") {
    const ApplyPatchToolCall call{
        .call_id = "call_1", .operation = PatchOperation{.type = "delete_file", .path = "a.txt"}};
    CHECK(call.operation->diff.is_absent());
    CHECK(ApplyPatchToolCallOutput{.call_id = "call_1", .status = ResponseStatus::failed}.status ==
          "failed");
}

}  // namespace response_shell_tests
