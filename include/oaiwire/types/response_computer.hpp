// Responses API: computer use. Actions on mouse, keyboard and screen, and the screenshots that are
// returned.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: a point of a drag, in pixels from the upper left corner.
struct ScreenPoint {
    field<std::int64_t> x{};
    field<std::int64_t> y{};
    extra_members extra{};
    friend bool operator==(const ScreenPoint&, const ScreenPoint&) = default;
};

// OpenAI: ComputerAction. `type` decides which members are set: "click" (button, x, y),
// "double_click" and "move" (x, y), "drag" (path), "keypress" (keys), "scroll" (scroll_x, scroll_y,
// x, y), "type" (text), "screenshot", "wait". Coordinates and distances are pixels.
struct ComputerAction {
    static constexpr bool kept_apart = true;
    field<std::string> type{};
    field<std::string> button{};  // "left", "right", "wheel", "back" or "forward"
    field<std::int64_t> x{};
    field<std::int64_t> y{};
    // the keys to press; for other types than "keypress", those to hold meanwhile
    field<std::vector<std::string>> keys{};
    field<std::vector<ScreenPoint>> path{};
    field<std::int64_t> scroll_x{};
    field<std::int64_t> scroll_y{};
    field<std::string> text{};
    extra_members extra{};
    friend bool operator==(const ComputerAction&, const ComputerAction&) = default;
};

// OpenAI: a safety warning. The user must acknowledge it, by sending it back, before the action is
// executed.
struct SafetyCheck {
    field<std::string> id{};
    field<std::string> code{};
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const SafetyCheck&, const SafetyCheck&) = default;
};

// OpenAI: ComputerToolCall. To be executed by the program, which returns a ComputerToolCallOutput.
// Has one action or a list.
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

// OpenAI: ComputerScreenshotImage.
struct ComputerScreenshot {
    field<std::string> type{};  // "computer_screenshot"
    field<std::string> file_id{};
    field<std::string> image_url{};  // may be a data URI
    extra_members extra{};
    friend bool operator==(const ComputerScreenshot&, const ComputerScreenshot&) = default;
};

// OpenAI: ComputerToolCallOutput. The result of a ComputerToolCall.
struct ComputerToolCallOutput {
    static constexpr wire_tag tag{"type", "computer_call_output"};
    field<std::string> call_id{};  // of the ComputerToolCall
    field<ComputerScreenshot> output{};
    field<std::vector<SafetyCheck>> acknowledged_safety_checks{};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ComputerToolCallOutput&, const ComputerToolCallOutput&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
