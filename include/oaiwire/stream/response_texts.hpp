// response_texts: adds the texts of Responses events, in pieces and complete, to their items and
// parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/stream/join_members.hpp>
#include <oaiwire/stream/merge_objects.hpp>
#include <oaiwire/stream/response_merge.hpp>
#include <oaiwire/stream/response_parts.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire::inline v0_2::detail {

template <class Event>
response_place place_of(const Event& e) {
    response_place at;
    const auto take = [](std::int64_t& to, const field<std::int64_t>& from) {
        if (to < 0 && from && *from >= 0) to = *from;
    };
    if (e.item_id) at.id = *e.item_id;
    take(at.item, e.output_index);
    take(at.item, e.output_item_index);
    if constexpr (requires { e.summary_index; }) take(at.part, e.summary_index);
    if constexpr (requires { e.content_index; }) take(at.part, e.content_index);
    return at;
}

// A template, so that programs without the Responses API do not compile it.
template <class = void>
class response_texts : public response_parts<> {
public:
    using response_parts<>::response_parts;

protected:
    using type = ResponseStreamEventType;

    // ---- text events

    // Appends a delta and, if it is an object, its unknown members.
    template <class Object>
    void append(const ResponseDeltaValue& delta, field<std::string> Object::*text, Object& to) {
        auto& all = to.*text;
        if (!all) all.emplace();
        all->append(oaiwire::text(delta));
        const auto* parts = std::get_if<ResponseDelta>(&delta);
        if (parts) extra_.add(to.extra, parts->extra);
    }
    template <class Part, class Item>
    errc append_to_part(const ResponseDeltaEvent& e, field<std::string> Part::*text,
                        field<ResponseContent> Item::*list, content_of known) {
        const auto part = part_for<Part>(place_of(e), list, known, brings::piece);
        if (!part.to) return part.code;
        append(*e.delta, text, *part.to);
        if constexpr (requires { part.to->logprobs; }) {
            if (e.logprobs && !e.logprobs->empty()) {
                detail::append(part.to->logprobs, e.logprobs);
            }
        }
        return errc::ok;
    }
    template <class Item>
    errc append_to_item(const ResponseDeltaEvent& e, field<std::string> Item::*text) {
        return change<Item>(place_of(e), [&](Item& item, const item_entry& entry) {
            if (!entry.whole) append(*e.delta, text, item);
        });
    }

    errc add_event(const ResponseDeltaEvent& e) {
        if (!e.delta) return errc::ok;
        switch (e.type.known()) {
            case type::output_text_delta:
                return append_to_part(e, &OutputTextContent::text, &ResponseMessage::content,
                                      &item_entry::content);
            case type::refusal_delta:
                return append_to_part(e, &RefusalContent::refusal, &ResponseMessage::content,
                                      &item_entry::content);
            case type::reasoning_text_delta:
            case type::reasoning_delta:
                return append_to_part(e, &ReasoningTextContent::text, &ReasoningItem::content,
                                      &item_entry::content);
            case type::reasoning_summary_text_delta:
            case type::reasoning_summary_delta:
                return append_to_part(e, &SummaryTextContent::text, &ReasoningItem::summary,
                                      &item_entry::summary);
            case type::function_call_arguments_delta:
                return append_to_item(e, &FunctionToolCall::arguments);
            case type::custom_tool_call_input_delta:
                return append_to_item(e, &ResponseCustomToolCall::input);
            case type::mcp_call_arguments_delta:
                return append_to_item(e, &MCPToolCall::arguments);
            case type::code_interpreter_call_code_delta:
                return append_to_item(e, &CodeInterpreterToolCall::code);
            case type::shell_call_command_delta:
                return command_of(e, [&](std::string& command, part_entry& known) {
                    if (!known.done) command.append(text(*e.delta));
                });
            case type::shell_call_output_content_delta:
                return add_output(e);
            default:
                return errc::ok;
        }
    }

    template <class Part, class Item>
    errc finish_part(const ResponseDoneEvent& e, const field<std::string>& whole,
                     field<std::string> Part::*text, field<ResponseContent> Item::*list,
                     content_of known) {
        const auto part = whole && !whole->empty()
                              ? part_for<Part>(place_of(e), list, known, brings::last_word, *whole)
                              : part_for<Part>(place_of(e), list, known, brings::piece);
        if (!part.to) return part.code;
        merge_member(part.to->*text, whole, extra_);
        if constexpr (requires { part.to->logprobs; }) {
            merge_member(part.to->logprobs, e.logprobs, extra_);
        }
        part.known->done = true;
        return errc::ok;
    }
    template <class Item>
    errc finish_item(const ResponseDoneEvent& e, field<std::string> Item::*text,
                     const field<std::string>& whole) {
        return change<Item>(place_of(e), [&](Item& item, item_entry& entry) {
            if (entry.done && entry.whole) return;
            merge_member(item.*text, whole, extra_);
            if constexpr (requires { item.name; }) merge_member(item.name, e.name, extra_);
            entry.whole = item.*text && !(item.*text)->empty();
        });
    }

    errc add_event(const ResponseDoneEvent& e) {
        switch (e.type.known()) {
            case type::output_text_done:
                return finish_part(e, e.text, &OutputTextContent::text, &ResponseMessage::content,
                                   &item_entry::content);
            case type::refusal_done:
                return finish_part(e, e.refusal, &RefusalContent::refusal,
                                   &ResponseMessage::content, &item_entry::content);
            case type::reasoning_text_done:
            case type::reasoning_done:
                return finish_part(e, e.text, &ReasoningTextContent::text, &ReasoningItem::content,
                                   &item_entry::content);
            case type::reasoning_summary_text_done:
            case type::reasoning_summary_done:
                return finish_part(e, e.text, &SummaryTextContent::text, &ReasoningItem::summary,
                                   &item_entry::summary);
            case type::function_call_arguments_done:
                return finish_item(e, &FunctionToolCall::arguments, e.arguments);
            case type::custom_tool_call_input_done:
                return finish_item(e, &ResponseCustomToolCall::input, e.input);
            case type::mcp_call_arguments_done:
                return finish_item(e, &MCPToolCall::arguments, e.arguments);
            case type::code_interpreter_call_code_done:
                return finish_item(e, &CodeInterpreterToolCall::code, e.code);
            case type::shell_call_command_added:
            case type::shell_call_command_done:
                return command_of(e, [&](std::string& command, part_entry& known) {
                    if (e.command && !known.done && !e.command->empty()) command = *e.command;
                    known.done = known.done || e.type == type::shell_call_command_done;
                });
            case type::shell_call_output_content_done:
                return finish_output(e);
            default:
                return errc::ok;
        }
    }

    // ---- shell events

    // Calls f with the command and its part_entry.
    template <class Event, class F>
    errc command_of(const Event& e, F&& f) {
        errc code = errc::ok;
        const errc changed =
            change<ShellToolCall>(place_of(e), [&](ShellToolCall& call, item_entry& entry) {
                if (!call.action) call.action.emplace();
                const auto command =
                    element_for(entry, call.action->commands, e.command_index.value_or(-1));
                code = command.code;
                if (command.to) f(*command.to, *command.known);
            });
        return changed == errc::ok ? code : changed;
    }
    // Calls f with the output of a command and its part_entry.
    template <class Event, class F>
    errc output_of(const Event& e, std::int64_t index, F&& f) {
        errc code = errc::ok;
        const errc changed = change<ShellToolCallOutput>(
            place_of(e), [&](ShellToolCallOutput& call, item_entry& entry) {
                const auto output = element_for(entry, call.output, index);
                code = output.code;
                if (output.to && !output.known->done) f(*output.to, *output.known);
            });
        return changed == errc::ok ? code : changed;
    }
    errc add_output(const ResponseDeltaEvent& e) {
        const auto* const delta = std::get_if<ResponseDelta>(&*e.delta);
        if (!delta) return errc::ok;
        return output_of(e, e.command_index.value_or(-1), [&](ShellOutput& to, part_entry&) {
            if (!to.stdout_) to.stdout_.emplace();
            if (!to.stderr_) to.stderr_.emplace();
            detail::append(to.stdout_, delta->stdout_);
            detail::append(to.stderr_, delta->stderr_);
            extra_.add(to.extra, delta->extra);
        });
    }
    // The outputs of the command that the event names, and of those after it.
    errc finish_output(const ResponseDoneEvent& e) {
        errc code = errc::ok;
        std::int64_t index = e.command_index.value_or(-1);
        for (std::size_t i = 0; e.output && i != e.output->size() && code == errc::ok; ++i) {
            code = output_of(e, index, [&](ShellOutput& to, part_entry& known) {
                merge_struct(to, (*e.output)[i], extra_);
                known.done = true;
            });
            if (index >= 0) ++index;
        }
        return code;
    }
};

}  // namespace oaiwire::inline v0_2::detail
