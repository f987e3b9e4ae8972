// accumulator of Responses events: what a stream of them adds up to, at any point of it. Knows no
// bytes.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/response_merge.hpp>
#include <oaiwire/stream/response_state.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

namespace detail {

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

// A template so that programs without Responses do not compile it.
template <class = void>
class response_builder : public response_state<> {
public:
    explicit response_builder(const limits& bounds = {}) : response_state<>(bounds) {}

    // errc::limit_exceeded where there are more items than eight times the tool calls that the
    // limits allow, more parts of one than choices, ever new unknown members, or where the answer
    // is larger than limits::answer; what fits was added.
    errc add(const ResponseStreamEvent& event) {
        const errc code = within_memory([&]() -> errc {
            if (!size_.take(bytes_of(event))) return errc::limit_exceeded;
            if (const auto* delta = std::get_if<ResponseDeltaEvent>(&event)) return add(*delta);
            if (const auto* e = std::get_if<ResponseLifecycleEvent>(&event)) return add(*e);
            if (const auto* e = std::get_if<ResponseItemEvent>(&event)) return add(*e);
            if (const auto* e = std::get_if<ResponsePartEvent>(&event)) return add(*e);
            if (const auto* e = std::get_if<ResponseDoneEvent>(&event)) return add(*e);
            if (const auto* e = std::get_if<ResponseAnnotationEvent>(&event)) return add(*e);
            if (const auto* e = std::get_if<ResponseToolEvent>(&event)) return add(*e);
            if (const auto* e = std::get_if<ResponseErrorEvent>(&event)) return add(*e);
            return errc::ok;
        });
        const bool within = size_.take(extra_.take_growth()) && !extra_.exceeded();
        return code == errc::ok && !within ? errc::limit_exceeded : code;
    }

private:
    // Of most texts, only the piece stays; other events bring what is kept whole.
    static std::size_t bytes_of(const ResponseStreamEvent& event) {
        if (const auto* e = std::get_if<ResponseDeltaEvent>(&event)) {
            return held_bytes()(e->delta) + held_bytes()(e->logprobs);
        }
        if (const auto* e = std::get_if<ResponseAnnotationEvent>(&event)) {
            return sizeof(e->annotation) + held_bytes()(e->annotation);
        }
        return held_bytes()(event);
    }

    using type = ResponseStreamEventType;

    // ---- events of the whole

    errc add(const ResponseLifecycleEvent& e) {
        ResponseStatus status = ResponseStatus::in_progress;
        switch (e.type.known()) {
            case type::queued:
                status = ResponseStatus::queued;
                break;
            case type::completed:
            case type::done:
                status = ResponseStatus::completed;
                break;
            case type::incomplete:
                status = ResponseStatus::incomplete;
                break;
            case type::failed:
                status = ResponseStatus::failed;
                break;
            case type::cancelled:
                status = ResponseStatus::cancelled;
                break;
            default:
                break;
        }
        const bool last = status != ResponseStatus::in_progress && status != ResponseStatus::queued;
        response_.status = status;
        if (e.response) absorb_struct(response_, *e.response, extra_);
        if (last) {
            for (auto& item : response_.output) settle(item, response_.status->known());
        }
        if (!e.response || e.response->output.empty()) return errc::ok;
        return take_output(e.response->output, last);
    }

    errc add(const ResponseErrorEvent& e) {
        if (e.error) {
            response_.error = *e.error;
        } else {
            ResponseError reported{.message = e.message, .param = e.param, .code = e.code};
            response_.error = std::move(reported);
        }
        response_.status = ResponseStatus::failed;
        return errc::ok;
    }

    // ---- events of an item

    errc add(const ResponseItemEvent& e) {
        const auto& given = e.item ? e.item : e.output_item;
        if (!given) return errc::ok;
        const ResponseItem& item = *given;
        const bool last = e.type == type::output_item_done;
        response_place at = place_of(e);
        const item_names names = names_of(item);
        if (!names.id.empty()) at.id = names.id;
        std::size_t i = named(at.id, item);
        if (i == none) i = named(names.call_id, item);
        if (i == none && at.item >= 0) {
            // one that deltas have brought; or, where an item's id is another each time, itself
            i = indexed(at.item, item, [&](const item_entry& entry) {
                return last ? !entry.done : !entry.announced;
            });
        }
        if (i == none && last && at.item < 0 && at.id.empty()) i = latest_open(item);
        if (i == none) {
            i = insert(item, at);
            if (i == none) return errc::limit_exceeded;
        } else {
            absorb_union(response_.output[i], item, extra_);
        }
        know(entries_[i], names);
        entries_[i].announced = true;
        if (last) {
            entries_[i].done = true;
            if (!has_status(item)) settle(response_.output[i], ResponseStatus::completed);
        }
        return errc::ok;
    }

    errc add(const ResponseToolEvent& e) {
        switch (e.type.known()) {
            case type::web_search_call_in_progress:
                return progress<WebSearchToolCall>(e, ResponseStatus::in_progress);
            case type::web_search_call_searching:
                return progress<WebSearchToolCall>(e, ResponseStatus::searching);
            case type::web_search_call_completed:
                return progress<WebSearchToolCall>(e, ResponseStatus::completed);
            case type::file_search_call_in_progress:
                return progress<FileSearchToolCall>(e, ResponseStatus::in_progress);
            case type::file_search_call_searching:
                return progress<FileSearchToolCall>(e, ResponseStatus::searching);
            case type::file_search_call_completed:
                return progress<FileSearchToolCall>(e, ResponseStatus::completed);
            case type::code_interpreter_call_in_progress:
                return progress<CodeInterpreterToolCall>(e, ResponseStatus::in_progress);
            case type::code_interpreter_call_interpreting:
                return progress<CodeInterpreterToolCall>(e, ResponseStatus::interpreting);
            case type::code_interpreter_call_completed:
                return progress<CodeInterpreterToolCall>(e, ResponseStatus::completed);
            case type::image_generation_call_in_progress:
                return progress<ImageGenToolCall>(e, ResponseStatus::in_progress);
            case type::image_generation_call_generating:
                return progress<ImageGenToolCall>(e, ResponseStatus::generating);
            case type::image_generation_call_completed:
                return progress<ImageGenToolCall>(e, ResponseStatus::completed);
            case type::mcp_call_in_progress:
                return progress<MCPToolCall>(e, ResponseStatus::in_progress);
            case type::mcp_call_completed:
                return progress<MCPToolCall>(e, ResponseStatus::completed);
            case type::mcp_call_failed:
                return progress<MCPToolCall>(e, ResponseStatus::failed);
            case type::image_generation_call_partial_image:
                return change<ImageGenToolCall>(place_of(e), [&](ImageGenToolCall& call) {
                    // the whole image comes with the item; until then this is what there is
                    if (e.partial_image_b64) call.result = *e.partial_image_b64;
                });
            default:
                return errc::ok;
        }
    }
    template <class Item>
    errc progress(const ResponseToolEvent& e, ResponseStatus status) {
        return change<Item>(place_of(e), [&](Item& item) { item.status = status; });
    }

    // ---- events of a part

    errc add(const ResponsePartEvent& e) {
        if (!e.part) return errc::ok;
        const response_place at = place_of(e);
        switch (e.type.known()) {
            case type::reasoning_summary_part_added:
            case type::reasoning_summary_part_done:
                return add_part<ReasoningItem>(e, at, &ReasoningItem::summary,
                                               &item_entry::summary);
            case type::reasoning_part_added:
            case type::reasoning_part_done:
                return add_part<ReasoningItem>(e, at, &ReasoningItem::content,
                                               &item_entry::content);
            default:
                break;
        }
        // servers announce the text of a reasoning item as if it were a message's
        const bool reasons = std::holds_alternative<ReasoningTextContent>(*e.part) ||
                             is_reasoning(at, find<ResponseMessage>(at));
        if (reasons) {
            return add_part<ReasoningItem>(e, at, &ReasoningItem::content, &item_entry::content);
        }
        return add_part<ResponseMessage>(e, at, &ResponseMessage::content, &item_entry::content);
    }
    bool is_reasoning(const response_place& at, std::size_t message) const {
        const std::size_t i = find<ReasoningItem>(at);
        if (i == none) return false;
        if (message == none) return true;
        const auto fits = [&](std::size_t k) {
            return entries_[k].is(at.id) ? 2 : int(at.item >= 0 && entries_[k].index == at.item);
        };
        return fits(i) > fits(message);
    }

    template <class Item>
    errc add_part(const ResponsePartEvent& e, const response_place& at,
                  field<ResponseContent> Item::*list, std::vector<part_entry> item_entry::*known) {
        const bool last = e.type == type::content_part_done ||
                          e.type == type::reasoning_part_done ||
                          e.type == type::reasoning_summary_part_done;
        const std::size_t i = find_or_make<Item>(at);
        if (i == none) return errc::limit_exceeded;
        auto& parts = parts_of(std::get_if<Item>(&response_.output[i])->*list);
        auto& known_parts = entries_[i].*known;
        level(known_parts, parts.size());
        for (std::size_t k = parts.size(); k-- != 0;) {
            const bool same = parts[k].index() == e.part->index();
            const std::int64_t index = known_parts[k].index;
            if (at.part >= 0 && index >= 0 && index != at.part) continue;
            if (last && !same && !says_other(parts[k], *e.part)) {
                known_parts[k].done = true;  // a text by another name
                return errc::ok;
            }
            if (last ? !same : known_parts[k].done || !(same || is_blank(parts[k]))) continue;
            if (last && known_parts[k].done && says_other(parts[k], *e.part)) continue;
            absorb_union(parts[k], *e.part, extra_);
            known_parts[k].done = last;
            return errc::ok;
        }
        if (!insert_part(parts, known_parts, *e.part, at.part)) return errc::limit_exceeded;
        known_parts[position_].done = last;
        return errc::ok;
    }

    errc add(const ResponseAnnotationEvent& e) {
        if (!e.annotation) return errc::ok;
        auto* const part = part_for<ResponseMessage, OutputTextContent>(
            place_of(e), &ResponseMessage::content, &item_entry::content, {});
        if (!part) return errc::limit_exceeded;
        if (!part->annotations) part->annotations.emplace();
        auto& all = *part->annotations;
        const std::int64_t index = e.annotation_index.value_or(-1);
        const bool known = index >= 0 && static_cast<std::size_t>(index) < all.size() &&
                           all[static_cast<std::size_t>(index)] == *e.annotation;
        if (!known) all.push_back(*e.annotation);
        return errc::ok;
    }

    // ---- events of a text

    errc add(const ResponseDeltaEvent& e) {
        if (!e.delta) return errc::ok;
        const std::string_view piece = text(*e.delta);
        const response_place at = place_of(e);
        const auto append = [&](field<std::string>& to) {
            if (!to) to.emplace();
            to->append(piece);
        };
        switch (e.type.known()) {
            case type::output_text_delta: {
                auto* const part = part_for<ResponseMessage, OutputTextContent>(
                    at, &ResponseMessage::content, &item_entry::content, {});
                if (!part) return errc::limit_exceeded;
                append(part->text);
                if (e.logprobs && !e.logprobs->empty()) detail::append(part->logprobs, e.logprobs);
                return errc::ok;
            }
            case type::refusal_delta:
                return change_part<ResponseMessage, RefusalContent>(
                    at, &ResponseMessage::content, &item_entry::content,
                    [&](RefusalContent& part) { append(part.refusal); });
            case type::reasoning_text_delta:
            case type::reasoning_delta:
                return change_part<ReasoningItem, ReasoningTextContent>(
                    at, &ReasoningItem::content, &item_entry::content,
                    [&](ReasoningTextContent& part) { append(part.text); });
            case type::reasoning_summary_text_delta:
            case type::reasoning_summary_delta:
                return change_part<ReasoningItem, SummaryTextContent>(
                    at, &ReasoningItem::summary, &item_entry::summary,
                    [&](SummaryTextContent& part) { append(part.text); });
            case type::function_call_arguments_delta:
                return change<FunctionToolCall>(at, [&](auto& call) { append(call.arguments); });
            case type::custom_tool_call_input_delta:
                return change<ResponseCustomToolCall>(at, [&](auto& call) { append(call.input); });
            case type::mcp_call_arguments_delta:
                return change<MCPToolCall>(at, [&](auto& call) { append(call.arguments); });
            case type::code_interpreter_call_code_delta:
                return change<CodeInterpreterToolCall>(at, [&](auto& call) { append(call.code); });
            default:
                return errc::ok;
        }
    }

    errc add(const ResponseDoneEvent& e) {
        const response_place at = place_of(e);
        const auto set = [this](field<std::string>& to, const field<std::string>& from) {
            absorb_member(to, from, extra_);
        };
        switch (e.type.known()) {
            case type::output_text_done:
                return finish_part<ResponseMessage, OutputTextContent>(
                    at, e.text, &OutputTextContent::text, &ResponseMessage::content,
                    &item_entry::content, [&](OutputTextContent& part) {
                        absorb_member(part.logprobs, e.logprobs, extra_);
                    });
            case type::refusal_done:
                return finish_part<ResponseMessage, RefusalContent>(
                    at, e.refusal, &RefusalContent::refusal, &ResponseMessage::content,
                    &item_entry::content, [](RefusalContent&) {});
            case type::reasoning_text_done:
            case type::reasoning_done:
                return finish_part<ReasoningItem, ReasoningTextContent>(
                    at, e.text, &ReasoningTextContent::text, &ReasoningItem::content,
                    &item_entry::content, [](ReasoningTextContent&) {});
            case type::reasoning_summary_text_done:
            case type::reasoning_summary_done:
                return finish_part<ReasoningItem, SummaryTextContent>(
                    at, e.text, &SummaryTextContent::text, &ReasoningItem::summary,
                    &item_entry::summary, [](SummaryTextContent&) {});
            case type::function_call_arguments_done:
                return change<FunctionToolCall>(at, [&](FunctionToolCall& call) {
                    set(call.arguments, e.arguments);
                    set(call.name, e.name);
                });
            case type::custom_tool_call_input_done:
                return change<ResponseCustomToolCall>(
                    at, [&](ResponseCustomToolCall& call) { set(call.input, e.input); });
            case type::mcp_call_arguments_done:
                return change<MCPToolCall>(
                    at, [&](MCPToolCall& call) { set(call.arguments, e.arguments); });
            case type::code_interpreter_call_code_done:
                return change<CodeInterpreterToolCall>(
                    at, [&](CodeInterpreterToolCall& call) { set(call.code, e.code); });
            default:
                return errc::ok;
        }
    }
};

}  // namespace detail

// Events that bring a whole response, item or text have the last word on it, but what came before
// is never lost to one that says less: some servers end with a response without output. Items are
// found by id, index and kind, in the order of indices; no index is ever used to allocate. Limits:
// tool_calls, choices.
template <std::same_as<ResponseStreamEvent> Chunk>
class accumulator<Chunk> : public detail::response_builder<> {
public:
    using detail::response_builder<>::response_builder;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
