// response_state: the response that the events of a Responses stream add up to, and the search for
// the item that an event belongs to.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/response_items.hpp>
#include <oaiwire/stream/response_merge.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The events about the response as a whole: the status that they give it, and whether they end the
// stream.
struct lifecycle_row {
    ResponseStreamEventType value;
    ResponseStatus status;
    bool last;
};

inline constexpr lifecycle_row lifecycle_rows[] = {
    {ResponseStreamEventType::created, ResponseStatus::in_progress, false},
    {ResponseStreamEventType::in_progress, ResponseStatus::in_progress, false},
    {ResponseStreamEventType::queued, ResponseStatus::queued, false},
    {ResponseStreamEventType::completed, ResponseStatus::completed, true},
    {ResponseStreamEventType::done, ResponseStatus::completed, true},
    {ResponseStreamEventType::incomplete, ResponseStatus::incomplete, true},
    {ResponseStreamEventType::failed, ResponseStatus::failed, true},
    {ResponseStreamEventType::cancelled, ResponseStatus::cancelled, true},
};

// The position that an event states; negative or empty where it does not. Servers omit any of this,
// number everything 0, or give an item another id in each event.
struct response_place {
    std::string_view id{};
    std::int64_t item = -1;
    std::int64_t part = -1;
};

// What is remembered of a part beside the part itself.
struct part_entry {
    std::int64_t index = -1;
    bool done = false;
};
// What is remembered of an item beside the item itself.
struct item_entry {
    std::int64_t index = -1;
    std::string id{};        // the first one
    std::string other_id{};  // the last one
    std::string call_id{};
    bool announced = false;  // false: made for a delta that preceded its announcement
    bool done = false;
    bool whole = false;                 // its text is complete: later pieces are ignored
    std::vector<part_entry> content{};  // also the commands of a shell call, or their outputs
    std::vector<part_entry> summary{};

    bool is(std::string_view name) const {
        return !name.empty() && (id == name || other_id == name || call_id == name);
    }
    // Whether an event with an id that the item never had may be of it.
    bool may_be(std::string_view name) const {
        return name.empty() || id.empty() || (!other_id.empty() && other_id != id);
    }
};

// State stored beside the response.
struct response_progress {
    std::vector<item_entry> items{};  // parallel to `output`
    std::uint64_t output_work = std::uint64_t{1}
                                << 20;  // items that whole outputs may still compare
};

template <class = void>
class response_builder;
using response_base =
    accumulator_base<response_builder<>, ResponseStreamEvent, Response, response_progress>;

// The base of the accumulator of Responses streams (see response_builder). Invariant: state_.items
// has an entry for each item of response_.output, in the same order. A template, so that programs
// without Responses do not compile it.
template <class = void>
class response_state : public response_base, protected response_items<> {
public:
    using response_base::response_base;

protected:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);  // no such position
    static constexpr std::size_t items_per_call = 8;  // items for each of limits::tool_calls

    // ---- items

    // Adds ids to those by which the item is found. The first and the last id are kept, since some
    // servers change it in each event.
    static void know(item_entry& entry, const item_names& names) {
        if (entry.id.empty()) entry.id = names.id;
        if (!names.id.empty()) entry.other_id = names.id;
        if (!names.call_id.empty()) entry.call_id = names.call_id;
    }
    // Marks an item as complete. `whole` only if it has text: a server may complete an item first
    // and send its text then.
    void finish(std::size_t i) {
        state_.items[i].done = true;
        state_.items[i].whole = state_.items[i].whole || size_of(response_.output[i]) != 0;
    }

    // The three searches go backwards, as events are mostly about late items, and return `none` if
    // there is no such item of the kind of `like`. named: by id or call id.
    std::size_t named(std::string_view id, const ResponseItem& like) const {
        for (std::size_t i = state_.items.size(); !id.empty() && i-- != 0;) {
            if (state_.items[i].is(id) && same_kind(response_.output[i], like)) return i;
        }
        return none;
    }
    // By index, among the items whose entry `fits`.
    template <class F>
    std::size_t indexed(std::int64_t index, const ResponseItem& like, F&& fits) const {
        for (std::size_t i = state_.items.size(); i-- != 0;) {
            if (state_.items[i].index == index && fits(state_.items[i]) &&
                same_kind(response_.output[i], like)) {
                return i;
            }
        }
        return none;
    }
    // The last one that is not complete.
    std::size_t latest_open(const ResponseItem& like) const {
        for (std::size_t i = state_.items.size(); i-- != 0;) {
            if (!state_.items[i].done && same_kind(response_.output[i], like)) return i;
        }
        return none;
    }

    // The item of a type that an event belongs to: by id, by index or, if the event has no index,
    // the latest. Completed items are skipped if another one may be meant: some servers give all
    // items the same index.
    template <class Item>
    std::size_t find(const response_place& at) const {
        std::size_t by_index = none;
        std::size_t done_by_index = none;
        std::size_t open = none;
        std::size_t done = none;
        std::size_t without_index = none;
        for (std::size_t i = state_.items.size(); i-- != 0;) {
            if (!std::holds_alternative<Item>(response_.output[i])) continue;
            const item_entry& entry = state_.items[i];
            if (entry.is(at.id)) return i;
            const bool here = at.item >= 0 && entry.index == at.item;
            if (entry.done || entry.whole) {
                if (!entry.may_be(at.id)) continue;
                if (here && done_by_index == none) done_by_index = i;
                if (done == none) done = i;
                continue;
            }
            if (here && by_index == none) by_index = i;
            if (open == none) open = i;
            if (without_index == none && entry.index < 0) without_index = i;
        }
        // without an index: the latest open item, or else the latest complete one
        if (at.item < 0) return open != none ? open : done;
        if (by_index != none) return by_index;
        return done_by_index != none ? done_by_index : without_index;
    }
    // The same; an item that is not found is inserted. `none`: there are too many.
    template <class Item>
    std::size_t find_or_make(const response_place& at) {
        const std::size_t found = find<Item>(at);
        if (found != none) {
            item_entry& entry = state_.items[found];
            if (!at.id.empty() && !entry.is(at.id)) entry.other_id = at.id;
            return found;
        }
        Item item{};
        if (!at.id.empty()) item.id = std::string(at.id);  // the announcement may follow
        item.status = ResponseStatus::in_progress;
        if constexpr (std::is_same_v<Item, ResponseMessage>) {
            item.type = "message";
            item.role = Role::assistant;
        }
        return insert(ResponseItem(std::move(item)), at);
    }
    // Calls f with the item, which is made if absent, and its item_entry.
    template <class Item, class F>
    errc change(const response_place& at, F&& f) {
        const std::size_t i = find_or_make<Item>(at);
        if (i == none) return errc::limit_exceeded;
        f(*std::get_if<Item>(&response_.output[i]), state_.items[i]);
        return errc::ok;
    }

    std::size_t most_items() const { return limits_.tool_calls * items_per_call; }

    // Inserts an item in the order of indices; one without an index, or with the index of another,
    // at the end of its order. Returns its position; `none` if there are too many.
    std::size_t insert(const ResponseItem& item, const response_place& at) {
        if (state_.items.size() >= most_items() || !size_.take(sizeof(ResponseItem))) return none;
        begin();
        std::size_t i = state_.items.size();
        while (at.item >= 0 && i != 0 && state_.items[i - 1].index > at.item) --i;
        const auto offset = static_cast<std::ptrdiff_t>(i);
        copy(*response_.output.emplace(response_.output.begin() + offset), item);
        item_entry& entry = *state_.items.insert(state_.items.begin() + offset, item_entry{});
        entry.index = at.item;
        entry.id = at.id;
        return i;
    }
    // Sets what a stream without lifecycle events does not state.
    void begin() {
        if (!response_.object) response_.object = "response";
        if (!response_.status) response_.status = ResponseStatus::in_progress;
    }

    // ---- complete outputs

    // Merges the output of a whole response. Each of its items is matched with an item that is
    // there: by id or call id, then by kind in the order of the output. Matched items are merged
    // and take the order of `from`. Items that `from` lacks stay behind the item that they
    // followed, since some servers list only a part; but not messages and reasoning whose text is
    // in `from` already. last: the response is final, so that its items count even if they have
    // less text.
    errc take_output(const std::vector<ResponseItem>& from, bool last) {
        // each such event visits all items: bounds their sum over all events
        const std::uint64_t work = state_.items.size() + from.size();
        if (from.size() > most_items() || work > state_.output_work) return errc::limit_exceeded;
        state_.output_work -= work;
        // position in `output` of each item of `from`
        std::vector<std::size_t> match(from.size(), none);
        // position in `from` of each item
        std::vector<std::size_t> home(state_.items.size(), none);
        for (std::size_t j = 0; j != from.size(); ++j) {
            const item_names names = names_of(from[j]);
            std::size_t i = named(names.id, from[j]);
            if (i == none) i = named(names.call_id, from[j]);
            if (i == none || home[i] != none) continue;
            match[j] = i;
            home[i] = j;
        }
        for (std::size_t j = 0, i = 0; j != from.size(); ++j) {
            if (match[j] != none) continue;
            for (i = 0; i != state_.items.size(); ++i) {
                if (home[i] != none || !same_kind(response_.output[i], from[j])) continue;
                if (is_another_call(state_.items[i], from[j])) continue;
                match[j] = i;
                home[i] = j;
                break;
            }
        }
        std::vector<ResponseItem> output;
        std::vector<item_entry> entries;
        said_texts said(from);
        // keeps the unmatched items whose nearest matched predecessor is item `before` of `from`;
        // none: those before all matched ones
        const auto keep_after = [&](std::size_t before) {
            std::size_t anchor = none;
            for (std::size_t i = 0; i != state_.items.size(); ++i) {
                if (home[i] != none) anchor = home[i];
                if (home[i] != none || anchor != before) continue;
                if (said.has(response_.output[i])) continue;
                output.push_back(std::move(response_.output[i]));
                entries.push_back(std::move(state_.items[i]));
            }
        };
        keep_after(none);
        for (std::size_t j = 0; j != from.size(); ++j) {
            if (match[j] == none) {
                copy(output.emplace_back(), from[j]);
                item_entry& entry = entries.emplace_back();
                entry.index = static_cast<std::int64_t>(j);
                entry.announced = true;
            } else {
                output.push_back(std::move(response_.output[match[j]]));
                entries.push_back(std::move(state_.items[match[j]]));
                if (last || size_of(output.back()) <= size_of(from[j])) {
                    merge_union(output.back(), from[j], extra_);
                }
            }
            know(entries.back(), names_of(from[j]));
            keep_after(j);
        }
        const bool fits = output.size() <= most_items();
        if (!fits) {
            output.resize(most_items());
            entries.resize(most_items());
        }
        response_.output = std::move(output);
        state_.items = std::move(entries);
        return fits ? errc::ok : errc::limit_exceeded;
    }
    // Whether both are calls with different call ids.
    static bool is_another_call(const item_entry& ours, const ResponseItem& theirs) {
        const std::string id = names_of(theirs).call_id;
        return !id.empty() && !ours.call_id.empty() && id != ours.call_id;
    }
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
