// response_texts: adds the texts of Responses events, in pieces and complete, to their items and
// parts.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The position that an event states. Negative indices count as absent. R9S writes output_item_index
// for output_index. An event has a summary_index or a content_index.
template <class Event>
response_place place_of(const Event& e) {
    response_place at;
    // the first index that is stated counts
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
        // a string, or the text of an object; "" for other JSON
        all->append(oaiwire::text(delta));
        const auto* parts = std::get_if<ResponseDelta>(&delta);
        if (parts) extra_.add(to.extra, parts->extra);
    }
    // Appends a delta to a text of a part, and its log probabilities to those of the part. `list`:
    // the member of the item that has the part; `known`: the state of its parts. A delta that comes
    // after the complete text is dropped.
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
    // Appends a delta to a text of an item itself, such as the arguments of a call.
    template <class Item>
    errc append_to_item(const ResponseDeltaEvent& e, field<std::string> Item::*text) {
        return change<Item>(place_of(e), [&](Item& item, const item_entry& entry) {
            // not after the complete text
            if (!entry.whole) append(*e.delta, text, item);
        });
    }

    // Calls `part` or `item` with the text that delta and done events of a type are about, and the
    // member of done events that has it complete. errc::ok for other types.
    template <class OfPart, class OfItem>
    static errc with_text(type event, OfPart&& part, OfItem&& item) {
        using done = ResponseDoneEvent;
        // the states of the parts, beside the list of parts
        constexpr auto content = &item_entry::content;
        constexpr auto summary = &item_entry::summary;
        switch (event) {
            case type::output_text_delta:
            case type::output_text_done:
                return part(&OutputTextContent::text, &ResponseMessage::content, content,
                            &done::text);
            case type::refusal_delta:
            case type::refusal_done:
                return part(&RefusalContent::refusal, &ResponseMessage::content, content,
                            &done::refusal);
            case type::reasoning_text_delta:
            case type::reasoning_text_done:
            // another spelling of the same
            case type::reasoning_delta:
            case type::reasoning_done:
                return part(&ReasoningTextContent::text, &ReasoningItem::content, content,
                            &done::text);
            case type::reasoning_summary_text_delta:
            case type::reasoning_summary_text_done:
            case type::reasoning_summary_delta:
            case type::reasoning_summary_done:
                return part(&SummaryTextContent::text, &ReasoningItem::summary, summary,
                            &done::text);
            case type::function_call_arguments_delta:
            case type::function_call_arguments_done:
                return item(&FunctionToolCall::arguments, &done::arguments);
            case type::custom_tool_call_input_delta:
            case type::custom_tool_call_input_done:
                return item(&ResponseCustomToolCall::input, &done::input);
            case type::mcp_call_arguments_delta:
            case type::mcp_call_arguments_done:
                return item(&MCPToolCall::arguments, &done::arguments);
            case type::code_interpreter_call_code_delta:
            case type::code_interpreter_call_code_done:
                return item(&CodeInterpreterToolCall::code, &done::code);
            default:
                return errc::ok;
        }
    }

    // Adds a piece of a text. limit_exceeded: an item or part would have to be made, and there are
    // too many.
    errc add_event(const ResponseDeltaEvent& e) {
        if (!e.delta) return errc::ok;
        if (e.type == type::shell_call_output_content_delta) return add_output(e);
        if (e.type == type::shell_call_command_delta) {
            return command_of(e, [&](std::string& command, part_entry& known) {
                if (!known.done) command.append(text(*e.delta));
            });
        }
        return with_text(
            e.type.known(),
            [&](auto text, auto list, content_of known, auto) {
                return append_to_part(e, text, list, known);
            },
            [&](auto text, auto) { return append_to_item(e, text); });
    }

    // Sets a text of a part to the complete one that a `done` event brings, if it brings one: some
    // servers leave it empty, and then the pieces stay. Marks the part as done.
    template <class Part, class Item>
    errc finish_part(const ResponseDoneEvent& e, const field<std::string>& whole,
                     field<std::string> Part::*text, field<ResponseContent> Item::*list,
                     content_of known) {
        // without a text the event only ends the part, and must not reopen one that is complete
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
    // The same for a text of an item. Ignored if the item was completed with its text before.
    template <class Item>
    errc finish_item(const ResponseDoneEvent& e, field<std::string> Item::*text,
                     const field<std::string>& whole) {
        return change<Item>(place_of(e), [&](Item& item, item_entry& entry) {
            if (entry.done && entry.whole) return;
            merge_member(item.*text, whole, extra_);
            // functions: the event repeats the name
            if constexpr (requires { item.name; }) merge_member(item.name, e.name, extra_);
            // an empty text may still come in pieces
            entry.whole = item.*text && !(item.*text)->empty();
        });
    }

    // Completes a text. The first complete command of a shell call counts.
    errc add_event(const ResponseDoneEvent& e) {
        if (e.type == type::shell_call_output_content_done) return finish_output(e);
        const bool command_done = e.type == type::shell_call_command_done;
        if (command_done || e.type == type::shell_call_command_added) {
            return command_of(e, [&](std::string& command, part_entry& known) {
                // `added` may have the beginning of a command, `done` has all of it
                if (e.command && !known.done && !e.command->empty()) command = *e.command;
                known.done = known.done || command_done;
            });
        }
        return with_text(
            e.type.known(),
            [&](auto text, auto list, content_of known, auto whole) {
                return finish_part(e, e.*whole, text, list, known);
            },
            [&](auto text, auto whole) { return finish_item(e, text, e.*whole); });
    }

    // ---- shell events

    // Calls f with the command of a shell call that the event names, made if absent, and its
    // part_entry. f is not called if the call is complete. Without command_index: the last command.
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
    // Calls f with the output of a command at an index (negative: the last one), made if absent,
    // and its part_entry. f is not called if the output is complete.
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
    // Appends to stdout and stderr of an output. Both exist from the first delta on.
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

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
