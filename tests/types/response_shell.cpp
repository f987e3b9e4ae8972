#include <oaiwire/types/response_shell.hpp>
//
#include <support/catch.hpp>

#include <vector>

#include <support/json_of.hpp>

namespace response_shell_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

TEST_CASE("the output of a shell call is written with an entry per command") {
    const ShellToolCallOutput output{
        .call_id = "call_1",
        .output = std::vector<ShellOutput>{
            {.stdout_ = "a\n",
             .stderr_ = "",
             .outcome = ShellOutcome{.type = "exit", .exit_code = 0}},
            {.stderr_ = "killed", .outcome = ShellOutcome{.type = "timeout"}}}};
    CHECK(json_of(output) ==
          R"({"type":"shell_call_output","call_id":"call_1","output":[)"
          R"({"stdout":"a\n","stderr":"","outcome":{"type":"exit","exit_code":0}},)"
          R"({"stderr":"killed","outcome":{"type":"timeout"}}]})");
    CHECK(from_json<ShellOutput>(R"({"stdout":"a","stderr":"b"})").stderr_ == "b");
}

TEST_CASE("a patch that deletes a file has no diff") {
    const auto call = from_json<ApplyPatchToolCall>(
        R"({"call_id":"c","operation":{"type":"delete_file","path":"a.txt"}})");
    CHECK(call.operation->diff.is_absent());
    CHECK(json_of(ApplyPatchToolCallOutput{.call_id = call.call_id,
                                           .status = ResponseStatus::failed}) ==
          R"({"type":"apply_patch_call_output","call_id":"c","status":"failed"})");
}

TEST_CASE("the environment of a command keeps its variables in order") {
    const char* const text =
        R"({"type":"exec","command":["ls"],"env":{"B":"2","A":"1"},"timeout_ms":null})";
    const auto action = from_json<LocalShellAction>(text);
    CHECK(action.timeout_ms.is_null());
    CHECK(action.user.is_absent());
    CHECK(json_of(action) == text);
}

}  // namespace response_shell_tests
