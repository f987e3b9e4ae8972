#include <oaiwire/types/response_computer.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace response_computer_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

TEST_CASE("a computer call has one action or a list") {
    const auto one = from_json<ComputerToolCall>(
        R"({"call_id":"c","action":{"type":"click","button":"left","x":1,"y":2}})");
    CHECK(one.action->x == 1);
    CHECK(one.action->keys.is_absent());
    CHECK(one.actions.is_absent());
    const auto list = from_json<ComputerToolCall>(
        R"({"actions":[{"type":"keypress","keys":["CTRL","A"]},)"
        R"({"type":"drag","path":[{"x":0,"y":0},{"x":9,"y":8}]},{"type":"wait"}]})");
    CHECK(list.action.is_absent());
    REQUIRE(list.actions->size() == 3);
    CHECK(list.actions->at(1).path->at(1) == ScreenPoint{.x = 9, .y = 8});
    CHECK(list.actions->at(2).path.is_absent());
}

TEST_CASE("safety checks of a call are acknowledged as they were read") {
    const auto call = from_json<ComputerToolCall>(
        R"({"call_id":"c","pending_safety_checks":[{"id":"sc_1","code":"c","message":null}]})");
    CHECK(json_of(ComputerToolCallOutput{
              .call_id = call.call_id,
              .output = ComputerScreenshot{.type = "computer_screenshot", .file_id = "file_1"},
              .acknowledged_safety_checks = call.pending_safety_checks}) ==
          R"({"type":"computer_call_output","call_id":"c",)"
          R"("output":{"type":"computer_screenshot","file_id":"file_1"},)"
          R"("acknowledged_safety_checks":[{"id":"sc_1","code":"c","message":null}]})");
}

}  // namespace response_computer_tests
