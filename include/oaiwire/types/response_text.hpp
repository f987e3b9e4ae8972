// Convenience functions for the Responses API: text, reasoning and function calls of a response or
// an event.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/response_events.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Appends the text of `part` if its kind is one of `Parts`.
template <class... Parts>
void append_part(std::string& out, const ResponseContentPart& part) {
    const auto add = [&](const auto* p) {
        if (!p) return;
        if constexpr (requires { p->text.has_value(); }) {
            if (p->text) out += *p->text;
        } else {
            out += p->text;
        }
    };
    (add(std::get_if<Parts>(&part)), ...);
}
template <class... Parts>
void append_parts(std::string& out, const field<ResponseContent>& content) {
    if (!content) return;
    if (const auto* plain = std::get_if<std::string>(&*content)) {
        out += *plain;
        return;
    }
    for (const auto& part : std::get<std::vector<ResponseContentPart>>(*content)) {
        append_part<Parts...>(out, part);
    }
}

}  // namespace detail

// The `type` of an event, also of one kept as raw JSON; "" if it has none. A view into the event.
std::string_view type_text(const ResponseStreamEvent& event);

// The text of a delta, or its text member; "" if it has neither. A view into the delta.
std::string_view text(const ResponseDeltaValue& delta);

// The text parts of a message, joined. Refusals are not included.
std::string text(const ResponseMessage& message);
// The text of all messages of a response, joined; output_text if there are none.
std::string text(const Response& response);
// The piece of output text in an event; "" for other kinds of events. A view into the event.
std::string_view text(const ResponseStreamEvent& event);

// The reasoning text or, if the server does not reveal it, the summary.
std::string reasoning(const ReasoningItem& item);
// The reasoning of all items of a response, joined.
std::string reasoning(const Response& response);
// The piece of reasoning in an event; "" for other kinds of events. A view into the event.
std::string_view reasoning(const ResponseStreamEvent& event);

// The function calls of a response, in order.
std::vector<FunctionToolCall> function_calls(const Response& response);

// Creates a message for a request's input.
inline ResponseItem input_message(Role role, ResponseContent content) {
    return ResponseMessage{.role = role, .content = std::move(content)};
}
// Creates the result of the function call with that call_id, for a request's input.
inline ResponseItem function_call_output(std::string call_id, ResponseContent output) {
    return FunctionToolCallOutput{.call_id = std::move(call_id), .output = std::move(output)};
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE std::string_view type_text(const ResponseStreamEvent& event) {
    std::string_view out;
    const auto typed = [&](const auto* e) {
        if (e) out = e->type.text();
        return e != nullptr;
    };
    if (typed(std::get_if<ResponseDeltaEvent>(&event)) ||
        typed(std::get_if<ResponseLifecycleEvent>(&event)) ||
        typed(std::get_if<ResponseItemEvent>(&event)) ||
        typed(std::get_if<ResponsePartEvent>(&event)) ||
        typed(std::get_if<ResponseDoneEvent>(&event)) ||
        typed(std::get_if<ResponseAnnotationEvent>(&event)) ||
        typed(std::get_if<ResponseToolEvent>(&event)) ||
        typed(std::get_if<ResponseErrorEvent>(&event))) {
        return out;
    }
    const auto* raw = std::get_if<raw_json>(&event);
    const json_view type = raw ? json_view(raw->text())["type"] : json_view();
    return type.is_string() ? type.text().substr(1, type.text().size() - 2) : out;
}

OAIWIRE_INLINE std::string_view text(const ResponseDeltaValue& delta) {
    if (const auto* plain = std::get_if<std::string>(&delta)) return *plain;
    const auto* parts = std::get_if<ResponseDelta>(&delta);
    if (parts && parts->text) return *parts->text;
    if (parts && parts->content) return *parts->content;
    return {};
}

OAIWIRE_INLINE std::string text(const ResponseMessage& message) {
    std::string out;
    detail::append_parts<OutputTextContent, InputTextContent>(out, message.content);
    return out;
}

OAIWIRE_INLINE std::string text(const Response& response) {
    std::string out;
    for (const auto& item : response.output) {
        const auto* message = std::get_if<ResponseMessage>(&item);
        if (message) detail::append_parts<OutputTextContent>(out, message->content);
    }
    return out.empty() ? response.output_text.value_or(std::string()) : out;
}

OAIWIRE_INLINE std::string_view text(const ResponseStreamEvent& event) {
    const auto* e = std::get_if<ResponseDeltaEvent>(&event);
    if (!e || !e->delta || e->type != ResponseStreamEventType::output_text_delta) return {};
    return text(*e->delta);
}

OAIWIRE_INLINE std::string reasoning(const ReasoningItem& item) {
    std::string out;
    detail::append_parts<ReasoningTextContent, OutputTextContent>(out, item.content);
    if (out.empty()) detail::append_parts<SummaryTextContent, OutputTextContent>(out, item.summary);
    return out;
}

OAIWIRE_INLINE std::string reasoning(const Response& response) {
    std::string out;
    for (const auto& item : response.output) {
        if (const auto* r = std::get_if<ReasoningItem>(&item)) out += reasoning(*r);
    }
    return out;
}

OAIWIRE_INLINE std::string_view reasoning(const ResponseStreamEvent& event) {
    const auto* e = std::get_if<ResponseDeltaEvent>(&event);
    if (!e || !e->delta) return {};
    switch (e->type.known()) {
        case ResponseStreamEventType::reasoning_text_delta:
        case ResponseStreamEventType::reasoning_summary_text_delta:
        case ResponseStreamEventType::reasoning_delta:
        case ResponseStreamEventType::reasoning_summary_delta:
            return text(*e->delta);
        default:
            return {};
    }
}

OAIWIRE_INLINE std::vector<FunctionToolCall> function_calls(const Response& response) {
    std::vector<FunctionToolCall> out;
    for (const auto& item : response.output) {
        if (const auto* call = std::get_if<FunctionToolCall>(&item)) out.push_back(*call);
    }
    return out;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
