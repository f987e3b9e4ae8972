// response_builder: accumulates the events of a Responses stream.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/stream/merge_objects.hpp>
#include <oaiwire/stream/response_merge.hpp>
#include <oaiwire/stream/response_texts.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The accumulator of Responses streams. Four classes in a row, each derived from the one before:
// response_state finds items, response_parts finds parts of them, response_texts adds texts, and
// this one dispatches events and merges whole items and responses. Templates, so that programs
// without the Responses API do not compile them.
//
// Servers omit ids and indices, repeat or reorder events, and end with less than they streamed. So
// each event is placed by whatever it states, and a later state that lacks a text leaves the text
// that was streamed.
template <class>
class response_builder : public response_texts<> {
public:
    using response_texts<>::response_texts;

private:
    friend response_base;

    // Events of unknown types, which are held as raw JSON, are ignored.
    errc add_chunk(const ResponseStreamEvent& event) {
        if (const auto* e = std::get_if<ResponseDeltaEvent>(&event)) return add_whole(*e);
        if (const auto* e = std::get_if<ResponseLifecycleEvent>(&event)) return add_whole(*e);
        if (const auto* e = std::get_if<ResponseItemEvent>(&event)) return add_whole(*e);
        if (const auto* e = std::get_if<ResponsePartEvent>(&event)) return add_whole(*e);
        if (const auto* e = std::get_if<ResponseDoneEvent>(&event)) return add_whole(*e);
        if (const auto* e = std::get_if<ResponseAnnotationEvent>(&event)) return add_whole(*e);
        if (const auto* e = std::get_if<ResponseToolEvent>(&event)) return add_whole(*e);
        if (const auto* e = std::get_if<ResponseErrorEvent>(&event)) return add_whole(*e);
        return errc::ok;
    }

    // Of a delta only the piece stays; of other events, everything may.
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
    using response_texts<>::add_event;

    // Adds an event, and its unknown members to those of the response.
    template <class Event>
    errc add_whole(const Event& e) {
        const errc code = add_event(e);
        if (!e.extra.empty()) extra_.add(response_.extra, e.extra);
        return code;
    }

    // ---- events of the response as a whole

    // response.created, .completed and so on: sets the status and merges the response in the event.
    // The last one also ends all items.
    errc add_event(const ResponseLifecycleEvent& e) {
        const lifecycle_row* const row = find_row(lifecycle_rows, e.type.known());
        const ResponseStatus status = row != nullptr ? row->status : ResponseStatus::in_progress;
        // a type that is not in the table counts as in progress
        const bool last = row != nullptr && row->last;
        response_.status = status;
        if (e.response) merge_struct(response_, *e.response, extra_, response_rules<>);
        if (last) {
            for (auto& item : response_.output) set_final_status(item, response_.status->known());
        }
        errc code = errc::ok;
        if (e.response && !e.response->output.empty()) code = take_output(e.response->output, last);
        for (std::size_t i = 0; last && i != state_.items.size(); ++i) {
            drop_preview(response_.output[i], last);
            finish(i);
        }
        return code;
    }

    // An error ends the response. Its members are nested under `error` or at the top of the event.
    errc add_event(const ResponseErrorEvent& e) {
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

    // output_item.added and .done: finds the item that the event means, or inserts it, and merges
    // the event's state of it. In order of trust: id, call id, index, and for a `done` that states
    // none of these the latest open item of that kind.
    errc add_event(const ResponseItemEvent& e) {
        const auto& given = e.item ? e.item : e.output_item;  // output_item: of R9S
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
            // one made for a delta, or this item, if the server changes its id in each event
            i = indexed(at.item, item, [&](const item_entry& entry) {
                return last ? !entry.done : !entry.announced;
            });
        }
        if (i == none && last && at.item < 0 && at.id.empty()) i = latest_open(item);
        if (i == none) {
            i = insert(item, at);
            if (i == none) return errc::limit_exceeded;
        } else if (state_.items[i].done && !last) {
            // a repetition, or events in the wrong order
            ResponseItem earlier;
            copy(earlier, item);
            merge_union(earlier, response_.output[i], extra_);
            response_.output[i] = std::move(earlier);
        } else {
            merge_union(response_.output[i], item, extra_);
        }
        drop_preview(response_.output[i], last);
        know(state_.items[i], names);
        state_.items[i].announced = true;
        if (last) {
            // a `done` that states no status means completed
            if (!has_status(item)) set_final_status(response_.output[i], ResponseStatus::completed);
            finish(i);
        }
        return errc::ok;
    }
    // Whether the item is not the event's: some servers give several items the same id.
    bool is_another(std::size_t i, const ResponseItemEvent& e, const response_place& at,
                    const item_names& names) const {
        const item_entry& entry = state_.items[i];
        if (!names.call_id.empty() && !entry.call_id.empty()) return names.call_id != entry.call_id;
        return e.type == type::output_item_added && entry.done && at.item >= 0 &&
               entry.index >= 0 && at.item != entry.index;
    }

    // Progress of calls of built-in tools: the type of the event gives the kind of item and its
    // status.
    errc add_event(const ResponseToolEvent& e) {
        struct row {
            type value;
            errc (response_builder::*progress)(const ResponseToolEvent&, ResponseStatus);
            ResponseStatus status;
        };
        constexpr auto web = &response_builder::progress<WebSearchToolCall>;
        constexpr auto file = &response_builder::progress<FileSearchToolCall>;
        constexpr auto code = &response_builder::progress<CodeInterpreterToolCall>;
        constexpr auto image = &response_builder::progress<ImageGenToolCall>;
        constexpr auto mcp = &response_builder::progress<MCPToolCall>;
        using status = ResponseStatus;
        static constexpr row rows[] = {
            {type::web_search_call_in_progress, web, status::in_progress},
            {type::web_search_call_searching, web, status::searching},
            {type::web_search_call_completed, web, status::completed},
            {type::file_search_call_in_progress, file, status::in_progress},
            {type::file_search_call_searching, file, status::searching},
            {type::file_search_call_completed, file, status::completed},
            {type::code_interpreter_call_in_progress, code, status::in_progress},
            {type::code_interpreter_call_interpreting, code, status::interpreting},
            {type::code_interpreter_call_completed, code, status::completed},
            {type::image_generation_call_in_progress, image, status::in_progress},
            {type::image_generation_call_generating, image, status::generating},
            {type::image_generation_call_completed, image, status::completed},
            {type::mcp_call_in_progress, mcp, status::in_progress},
            {type::mcp_call_completed, mcp, status::completed},
            {type::mcp_call_failed, mcp, status::failed},
        };
        if (e.type == type::image_generation_call_partial_image) return preview(e);
        const row* const row_of_type = find_row(rows, e.type.known());
        return row_of_type != nullptr ? (this->*row_of_type->progress)(e, row_of_type->status)
                                      : errc::ok;
    }
    template <class Item>
    errc progress(const ResponseToolEvent& e, ResponseStatus status) {
        return change<Item>(place_of(e), [&](Item& item, const item_entry& entry) {
            if (!entry.done) item.status = status;
        });
    }
    // A preview is an unknown member of the call until the result comes or the call completes.
    static constexpr std::string_view preview_name = "partial_image_b64";
    // Adds the members that the event and the call have in common, and the preview.
    errc preview(const ResponseToolEvent& e) {
        return change<ImageGenToolCall>(
            place_of(e), [&](ImageGenToolCall& call, const item_entry& entry) {
                merge_named(call, e, extra_);
                if (!e.partial_image_b64 || entry.done || has_result(call)) return;
                const auto image = raw_json::of(*e.partial_image_b64);
                if (image) call.extra.set_trusted(preview_name, *image);
            });
    }
    static bool has_result(const ImageGenToolCall& call) {
        return call.result && !call.result->empty();
    }
    // Removes the preview once there is a result, or `last`: none will come.
    static void drop_preview(ResponseItem& item, bool last) {
        auto* const call = std::get_if<ImageGenToolCall>(&item);
        if (!call || call->extra.empty()) return;
        if (last || has_result(*call)) call->extra.erase(preview_name);
    }

    // ---- events of a part

    // content_part and reasoning parts, added and done: merges the part into its item.
    errc add_event(const ResponsePartEvent& e) {
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
        // some servers announce the text of a reasoning item like that of a message
        const bool reasons = std::holds_alternative<ReasoningTextContent>(*e.part) ||
                             is_reasoning(at, find<ResponseMessage>(at));
        if (reasons) {
            return add_part<ReasoningItem>(e, at, &ReasoningItem::content, &item_entry::content);
        }
        return add_part<ResponseMessage>(e, at, &ResponseMessage::content, &item_entry::content);
    }
    // Whether a part at that place belongs to a reasoning item and not to `message`, a position in
    // `output` or none. An equal id counts more than an equal index.
    bool is_reasoning(const response_place& at, std::size_t message) const {
        const std::size_t i = find<ReasoningItem>(at);
        if (i == none) return false;
        const auto fits = [&](std::size_t k) {
            return state_.items[k].is(at.id)
                       ? 2  // the same id
                       : int(at.item >= 0 && state_.items[k].index == at.item);
        };
        if (message == none) return fits(i) != 0 || !state_.items[i].done;
        return fits(i) > fits(message);
    }

    // Merges a part into one of a list of an item, or inserts it. `known` is the state of these
    // parts. Searches backwards: an event is nearly always about one of the last parts.
    template <class Item>
    errc add_part(const ResponsePartEvent& e, const response_place& at,
                  field<ResponseContent> Item::*list, std::vector<part_entry> item_entry::*known) {
        const bool last = e.type == type::content_part_done ||
                          e.type == type::reasoning_part_done ||
                          e.type == type::reasoning_summary_part_done;
        const std::size_t i = find_or_make<Item>(at);
        if (i == none) return errc::limit_exceeded;
        auto& parts = parts_of(std::get_if<Item>(&response_.output[i])->*list);
        auto& known_parts = state_.items[i].*known;
        level(known_parts, parts.size());
        if (state_.items[i].whole) return errc::ok;  // the text is complete already
        for (std::size_t k = parts.size(); k-- != 0;) {
            const bool same = parts[k].index() == e.part->index();
            const std::int64_t index = known_parts[k].index;
            if (at.part >= 0 && index >= 0 && index != at.part) continue;
            if (last && !same && !says_other(parts[k], *e.part)) {
                known_parts[k].done = true;  // the same text under another type
                return errc::ok;
            }
            // `done` needs a part of its type; `added` an open part of its type, or one without
            // text
            if (last ? !same : known_parts[k].done || !(same || is_blank(parts[k]))) continue;
            // a second `done` with another text is of another part
            if (last && known_parts[k].done && says_other(parts[k], *e.part)) continue;
            merge_union(parts[k], *e.part, extra_);
            known_parts[k].done = last;
            return errc::ok;
        }
        const std::size_t k = insert_part(parts, known_parts, *e.part, at.part);
        if (k == none) return errc::limit_exceeded;
        known_parts[k].done = last;
        return errc::ok;
    }

    // Appends the annotation to its text, unless it is there already.
    errc add_event(const ResponseAnnotationEvent& e) {
        if (!e.annotation) return errc::ok;
        const auto part = part_for<OutputTextContent>(place_of(e), &ResponseMessage::content,
                                                      &item_entry::content, brings::other);
        if (!part.to) return part.code;
        if (!part.to->annotations) part.to->annotations.emplace();
        auto& all = *part.to->annotations;
        const std::int64_t index = e.annotation_index.value_or(-1);
        const bool within = index >= 0 && static_cast<std::size_t>(index) < all.size();
        bool known = within && all[static_cast<std::size_t>(index)] == *e.annotation;
        // the event with the complete text has all annotations
        if (part.late) known = index < 0 ? !all.empty() : within;
        if (!known) copy(all.emplace_back(), *e.annotation);
        return errc::ok;
    }
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
