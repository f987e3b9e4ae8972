// Computer use of the Responses API: what is to be done with mouse, keyboard and screen, and the
// screenshot that answers it. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire::inline v0_2 {

// In pixels from the upper left corner.
struct ScreenPoint {
    field<std::int64_t> x{};
    field<std::int64_t> y{};
    extra_members extra{};
    friend bool operator==(const ScreenPoint&, const ScreenPoint&) = default;
};

// type says which members there are: "click" (button, x, y), "double_click" and "move" (x, y),
// "drag" (path), "keypress" (keys), "scroll" (scroll_x, scroll_y, x, y), "type" (text),
// "screenshot", "wait". keys: those that are held meanwhile, but for "keypress". button: "left",
// "right", "wheel", "back", "forward". All numbers are pixels.
struct ComputerAction {
    static constexpr bool kept_apart = true;
    field<std::string> type{};
    field<std::string> button{};
    field<std::int64_t> x{};
    field<std::int64_t> y{};
    field<std::vector<std::string>> keys{};
    field<std::vector<ScreenPoint>> path{};
    field<std::int64_t> scroll_x{};
    field<std::int64_t> scroll_y{};
    field<std::string> text{};
    extra_members extra{};
    friend bool operator==(const ComputerAction&, const ComputerAction&) = default;
};

// To be acknowledged, by sending it back, before the action is done.
struct SafetyCheck {
    field<std::string> id{};
    field<std::string> code{};
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const SafetyCheck&, const SafetyCheck&) = default;
};

// To be done by the program, and answered by a ComputerToolCallOutput. One action, or a list of
// them.
struct ComputerToolCall {
    static constexpr wire_tag tag{"type", "computer_call"};
    field<std::string> id{};
    field<std::string> call_id{};
    field<ComputerAction> action{};
    field<std::vector<ComputerAction>> actions{};
    field<std::vector<SafetyCheck>> pending_safety_checks{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const ComputerToolCall&, const ComputerToolCall&) = default;
};

// type: "computer_screenshot". image_url may be a data URI.
struct ComputerScreenshot {
    field<std::string> type{};
    field<std::string> file_id{};
    field<std::string> image_url{};
    extra_members extra{};
    friend bool operator==(const ComputerScreenshot&, const ComputerScreenshot&) = default;
};

struct ComputerToolCallOutput {
    static constexpr wire_tag tag{"type", "computer_call_output"};
    field<std::string> call_id{};
    field<ComputerScreenshot> output{};
    field<std::vector<SafetyCheck>> acknowledged_safety_checks{};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ComputerToolCallOutput&, const ComputerToolCallOutput&) = default;
};

}  // namespace oaiwire::inline v0_2
