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
#include <oaiwire/stream/absorb.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/response_merge.hpp>
#include <oaiwire/stream/response_texts.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire::inline v0_2 {

namespace detail {

// A template so that programs without Responses do not compile it.
template <class = void>
class response_builder : public response_texts<> {
public:
    explicit response_builder(const limits& bounds = {}) : response_texts<>(bounds) {}

    // errc::limit_exceeded where there are more items than eight times the tool calls that the
    // limits allow, more parts of one than choices, ever new unknown members, or where the answer
    // is larger than limits::answer; what fits was added.
    errc add(const ResponseStreamEvent& event) {
        const errc code = within_memory([&]() -> errc {
            if (!size_.take(bytes_of(event))) return errc::limit_exceeded;
            if (const auto* delta = std::get_if<ResponseDeltaEvent>(&event)) return join(*delta);
            if (const auto* e = std::get_if<ResponseLifecycleEvent>(&event)) return join(*e);
            if (const auto* e = std::get_if<ResponseItemEvent>(&event)) return join(*e);
            if (const auto* e = std::get_if<ResponsePartEvent>(&event)) return join(*e);
            if (const auto* e = std::get_if<ResponseDoneEvent>(&event)) return join(*e);
            if (const auto* e = std::get_if<ResponseAnnotationEvent>(&event)) return join(*e);
            if (const auto* e = std::get_if<ResponseToolEvent>(&event)) return join(*e);
            if (const auto* e = std::get_if<ResponseErrorEvent>(&event)) return join(*e);
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
    using response_texts<>::add;

    // What an event has that is not known is said of the response, as it is in a chunk.
    template <class Event>
    errc join(const Event& e) {
        const errc code = add(e);
        if (!e.extra.empty()) extra_.add(response_.extra, e.extra);
        return code;
    }

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
        if (e.response) absorb_struct(response_, *e.response, extra_, response_rules<>);
        if (last) {
            for (auto& item : response_.output) settle(item, response_.status->known());
        }
        errc code = errc::ok;
        if (e.response && !e.response->output.empty()) code = take_output(e.response->output, last);
        for (std::size_t i = 0; last && i != entries_.size(); ++i) {
            drop_preview(response_.output[i], last);
            finish(i);
        }
        return code;
    }

    errc add(const ResponseErrorEvent& e) {
        if (e.error) {
            copy(response_.error, e.error);
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
        if (i != none && is_another(i, e, at, names)) i = none;
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
        } else if (entries_[i].done && !last) {
            // it comes again, or after what it should precede
            ResponseItem earlier;
            copy(earlier, item);
            absorb_union(earlier, response_.output[i], extra_);
            response_.output[i] = std::move(earlier);
        } else {
            absorb_union(response_.output[i], item, extra_);
        }
        drop_preview(response_.output[i], last);
        know(entries_[i], names);
        entries_[i].announced = true;
        if (last) {
            if (!has_status(item)) settle(response_.output[i], ResponseStatus::completed);
            finish(i);
        }
        return errc::ok;
    }
    // Some servers give several items one id.
    bool is_another(std::size_t i, const ResponseItemEvent& e, const response_place& at,
                    const item_names& names) const {
        const item_entry& entry = entries_[i];
        if (!names.call_id.empty() && !entry.call_id.empty()) return names.call_id != entry.call_id;
        return e.type == type::output_item_added && entry.done && at.item >= 0 &&
               entry.index >= 0 && at.item != entry.index;
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
                return preview(e);
            default:
                return errc::ok;
        }
    }
    template <class Item>
    errc progress(const ResponseToolEvent& e, ResponseStatus status) {
        return change<Item>(place_of(e), [&](Item& item, const item_entry& entry) {
            if (!entry.done) item.status = status;
        });
    }
    // A preview stands beside the result until that comes, or the call is done without one.
    static constexpr std::string_view preview_name = "partial_image_b64";
    errc preview(const ResponseToolEvent& e) {
        return change<ImageGenToolCall>(
            place_of(e), [&](ImageGenToolCall& call, const item_entry& entry) {
                absorb_named(call, e, extra_);
                if (!e.partial_image_b64 || entry.done || has_result(call)) return;
                const auto image = raw_json::of(*e.partial_image_b64);
                if (image) call.extra.set_trusted(preview_name, *image);
            });
    }
    static bool has_result(const ImageGenToolCall& call) {
        return call.result && !call.result->empty();
    }
    static void drop_preview(ResponseItem& item, bool last) {
        auto* const call = std::get_if<ImageGenToolCall>(&item);
        if (!call || call->extra.empty()) return;
        if (last || has_result(*call)) call->extra.erase(preview_name);
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
        const auto fits = [&](std::size_t k) {
            return entries_[k].is(at.id) ? 2 : int(at.item >= 0 && entries_[k].index == at.item);
        };
        if (message == none) return fits(i) != 0 || !entries_[i].done;
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
        if (entries_[i].whole) return errc::ok;
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
        const std::size_t k = insert_part(parts, known_parts, *e.part, at.part);
        if (k == none) return errc::limit_exceeded;
        known_parts[k].done = last;
        return errc::ok;
    }

    errc add(const ResponseAnnotationEvent& e) {
        if (!e.annotation) return errc::ok;
        const auto part = part_for<OutputTextContent>(place_of(e), &ResponseMessage::content,
                                                      &item_entry::content, brings::other);
        if (!part.to) return part.code;
        if (!part.to->annotations) part.to->annotations.emplace();
        auto& all = *part.to->annotations;
        const std::int64_t index = e.annotation_index.value_or(-1);
        const bool within = index >= 0 && static_cast<std::size_t>(index) < all.size();
        bool known = within && all[static_cast<std::size_t>(index)] == *e.annotation;
        // the last word on a text has its annotations, if any
        if (part.late) known = index < 0 ? !all.empty() : within;
        if (!known) copy(all.emplace_back(), *e.annotation);
        return errc::ok;
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

}  // namespace oaiwire::inline v0_2
