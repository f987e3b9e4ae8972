#include <oaiwire/types/response_computer.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

namespace response_computer_tests {

using namespace oaiwire;

TEST_CASE("a computer call has one action or a list") {
    const ComputerToolCall one{
        .action = ComputerAction{.type = "click", .button = "left", .x = 1, .y = 2}};
    const ComputerToolCall list{
        .actions = std::vector<ComputerAction>{
            {.type = "keypress", .keys = std::vector<std::string>{"CTRL", "A"}},
            {.type = "drag", .path = std::vector<ScreenPoint>{{.x = 0, .y = 0}, {.x = 9, .y = 9}}},
            {.type = "wait"}}};
    CHECK(one.action->x == 1);
    CHECK(list.action.is_absent());
    CHECK(list.actions->at(1).path->at(1) == ScreenPoint{.x = 9, .y = 9});
}

TEST_CASE("safety checks are acknowledged in the output") {
    const ComputerToolCall call{
        .call_id = "call_1",
        .pending_safety_checks = std::vector<SafetyCheck>{{.id = "sc_1", .code = "c"}}};
    const ComputerToolCallOutput output{
        .call_id = call.call_id,
        .output = ComputerScreenshot{.type = "computer_screenshot", .file_id = "file_1"},
        .acknowledged_safety_checks = call.pending_safety_checks};
    CHECK(output.acknowledged_safety_checks == call.pending_safety_checks);
}

}  // namespace response_computer_tests
