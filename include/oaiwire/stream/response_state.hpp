// response_state: the response so far, and where the item and the part that an event speaks of are
// in it. Knows no events.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/json_view.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/response_merge.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire::inline OAIWIRE_ABI::detail {

// Where an event says that it belongs. Servers leave out any of it, number everything 0, or give
// one item another id in each event.
struct response_place {
    std::string_view id{};
    std::int64_t item = -1;
    std::int64_t part = -1;
};

// A template so that programs without Responses do not compile it.
template <class = void>
class response_state {
public:
    explicit response_state(const limits& bounds) : limits_(bounds), size_(bounds) {}

    // What has come so far, as one response; its status is the one of the stream.
    const Response& response() const { return response_; }
    Response take() {
        Response out = std::move(response_);
        clear();
        return out;
    }
    void clear() {
        response_ = {};
        entries_.clear();
        extra_ = {};
        size_ = answer_size(limits_);
    }

protected:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    static constexpr std::size_t items_per_call = 8;

    struct part_entry {
        std::int64_t index = -1;
        bool done = false;
    };
    // What is known of an item beside itself.
    struct item_entry {
        std::int64_t index = -1;
        std::string id{};        // the first that it was given
        std::string other_id{};  // the last
        std::string call_id{};
        bool announced = false;  // else made for a delta that came before it, or without it
        bool done = false;
        std::vector<part_entry> content{};
        std::vector<part_entry> summary{};

        bool is(std::string_view name) const {
            return !name.empty() && (id == name || other_id == name || call_id == name);
        }
    };

    // ---- items

    struct item_names {
        std::string id{};
        std::string call_id{};
    };
    static item_names names_of(const ResponseItem& item) {
        item_names out;
        if (const auto* raw = std::get_if<raw_json>(&item)) {
            const json_view json(raw->text());
            out.id = json["id"].string().value_or(std::string());
            out.call_id = json["call_id"].string().value_or(std::string());
        }
        with_item(item, [&](const auto& i) {
            if (i.id) out.id = *i.id;
            if constexpr (requires { i.call_id; }) {
                if (i.call_id) out.call_id = *i.call_id;
            }
        });
        return out;
    }
    static void know(item_entry& entry, const item_names& names) {
        if (entry.id.empty()) entry.id = names.id;
        if (!names.id.empty()) entry.other_id = names.id;
        if (!names.call_id.empty()) entry.call_id = names.call_id;
    }
    static bool same_kind(const ResponseItem& a, const ResponseItem& b) {
        return a.index() == b.index() && type_of(a) == type_of(b);
    }
    // The type of an item whose alternative stands for several of them.
    static std::string_view type_of(const ResponseItem& item) {
        std::string_view type;
        if (const auto* raw = std::get_if<raw_json>(&item)) {
            type = json_view(raw->text())["type"].text();
        }
        with_item(item, [&](const auto& i) {
            if constexpr (requires { i.type.size(); }) type = i.type;
        });
        return type;
    }
    static bool has_status(const ResponseItem& item) {
        bool has = false;
        with_item(item, [&](const auto& i) {
            if constexpr (requires { i.status; }) has = i.status.has_value();
        });
        return has;
    }
    // An item that was under way comes to what its response came to.
    static void settle(ResponseItem& item, ResponseStatus end) {
        with_item(item, [&](auto& i) {
            if constexpr (requires { i.status; }) {
                if (!i.status) return;
                switch (i.status->known()) {
                    case ResponseStatus::in_progress:
                    case ResponseStatus::searching:
                    case ResponseStatus::interpreting:
                    case ResponseStatus::generating:
                    case ResponseStatus::calling:
                        i.status =
                            end == ResponseStatus::completed ? end : ResponseStatus::incomplete;
                        break;
                    default:
                        break;
                }
            }
        });
    }

    std::size_t named(std::string_view id, const ResponseItem& like) const {
        for (std::size_t i = entries_.size(); !id.empty() && i-- != 0;) {
            if (entries_[i].is(id) && same_kind(response_.output[i], like)) return i;
        }
        return none;
    }
    template <class F>
    std::size_t indexed(std::int64_t index, const ResponseItem& like, F&& fits) const {
        for (std::size_t i = entries_.size(); i-- != 0;) {
            if (entries_[i].index == index && fits(entries_[i]) &&
                same_kind(response_.output[i], like)) {
                return i;
            }
        }
        return none;
    }
    std::size_t latest_open(const ResponseItem& like) const {
        for (std::size_t i = entries_.size(); i-- != 0;) {
            if (!entries_[i].done && same_kind(response_.output[i], like)) return i;
        }
        return none;
    }

    // The item of that kind which an event without it belongs to: by id, by index, or else, where
    // the event has no index, the latest that is under way.
    template <class Item>
    std::size_t find(const response_place& at) const {
        std::size_t by_index = none;
        std::size_t open = none;
        std::size_t without_index = none;
        for (std::size_t i = entries_.size(); i-- != 0;) {
            if (!std::holds_alternative<Item>(response_.output[i])) continue;
            const item_entry& entry = entries_[i];
            if (entry.is(at.id)) return i;
            const bool may_be = !entry.done || at.id.empty();
            if (by_index == none && may_be && at.item >= 0 && entry.index == at.item) by_index = i;
            if (entry.done) continue;
            if (open == none) open = i;
            if (without_index == none && entry.index < 0) without_index = i;
        }
        if (at.item < 0) return open;
        return by_index != none ? by_index : without_index;
    }
    template <class Item>
    std::size_t find_or_make(const response_place& at) {
        const std::size_t found = find<Item>(at);
        if (found != none) return found;
        Item item{};
        if (!at.id.empty()) item.id = std::string(at.id);
        item.status = ResponseStatus::in_progress;
        if constexpr (std::is_same_v<Item, ResponseMessage>) {
            item.type = "message";
            item.role = Role::assistant;
        }
        return insert(ResponseItem(std::move(item)), at);
    }
    template <class Item, class F>
    errc change(const response_place& at, F&& f) {
        const std::size_t i = find_or_make<Item>(at);
        if (i == none) return errc::limit_exceeded;
        f(*std::get_if<Item>(&response_.output[i]));
        return errc::ok;
    }

    std::size_t most_items() const { return limits_.tool_calls * items_per_call; }

    // In the order of indices; items without one, and those whose index is taken, as they come.
    std::size_t insert(const ResponseItem& item, const response_place& at) {
        if (entries_.size() >= most_items() || !size_.take(sizeof(ResponseItem))) return none;
        begin();
        std::size_t i = entries_.size();
        while (at.item >= 0 && i != 0 && entries_[i - 1].index > at.item) --i;
        const auto offset = static_cast<std::ptrdiff_t>(i);
        response_.output.insert(response_.output.begin() + offset, item);
        item_entry& entry = *entries_.insert(entries_.begin() + offset, item_entry{});
        entry.index = at.item;
        entry.id = at.id;
        return i;
    }
    // The response of a stream that does not say what it is of.
    void begin() {
        if (!response_.object) response_.object = "response";
        if (!response_.status) response_.status = ResponseStatus::in_progress;
    }

    // ---- parts

    static std::vector<ResponseContentPart>& parts_of(field<ResponseContent>& content) {
        if (!content) {
            content.emplace(std::vector<ResponseContentPart>());
        } else if (auto* plain = std::get_if<std::string>(&*content)) {
            std::vector<ResponseContentPart> parts;
            if (!plain->empty()) parts.push_back(OutputTextContent{.text = std::move(*plain)});
            content.emplace(std::move(parts));
        }
        return *std::get_if<std::vector<ResponseContentPart>>(&*content);
    }
    static void level(std::vector<part_entry>& known, std::size_t size) {
        while (known.size() < size) {
            known.push_back({static_cast<std::int64_t>(known.size()), false});
        }
        known.resize(size);
    }
    static bool is_blank(const ResponseContentPart& part) {
        return !std::holds_alternative<raw_json>(part) && text_in(part).empty();
    }
    static bool says_other(const ResponseContentPart& a, const ResponseContentPart& b) {
        const std::string more = text_in(b);
        return !more.empty() && text_in(a) != more;
    }

    // position_ is where it went.
    bool insert_part(std::vector<ResponseContentPart>& parts, std::vector<part_entry>& known,
                     const ResponseContentPart& part, std::int64_t index) {
        if (parts.size() >= limits_.choices || !size_.take(sizeof(part))) return false;
        std::size_t k = parts.size();
        while (index >= 0 && k != 0 && known[k - 1].index > index) --k;
        const auto offset = static_cast<std::ptrdiff_t>(k);
        parts.insert(parts.begin() + offset, part);
        known.insert(known.begin() + offset, part_entry{index, false});
        position_ = k;
        return true;
    }

    // The part that a text belongs to. whole: the text, where it is the last word on it, and may be
    // said of a part that is done. Null where there are too many.
    template <class Item, class Part>
    Part* part_for(const response_place& at, field<ResponseContent> Item::*list,
                   std::vector<part_entry> item_entry::*known, std::string_view whole) {
        const std::size_t i = find_or_make<Item>(at);
        if (i == none) return nullptr;
        item_ = i;
        auto& parts = parts_of(std::get_if<Item>(&response_.output[i])->*list);
        auto& known_parts = entries_[i].*known;
        level(known_parts, parts.size());
        constexpr bool counts = std::is_same_v<Part, SummaryTextContent>;
        std::size_t open = none;
        for (std::size_t k = parts.size(); k-- != 0;) {
            const bool here = at.part >= 0 && known_parts[k].index == at.part;
            if (here && !known_parts[k].done && !std::holds_alternative<Part>(parts[k]) &&
                is_blank(parts[k])) {
                parts[k] = Part{};
            }
            if (!std::holds_alternative<Part>(parts[k])) continue;
            const bool again = known_parts[k].done && !whole.empty() && text_in(parts[k]) == whole;
            if (known_parts[k].done && !again) continue;
            if (here) {
                position_ = k;
                return std::get_if<Part>(&parts[k]);
            }
            if (open == none) open = k;
        }
        // some count content_index up with each delta; summaries come without being announced
        if (open != none && (at.part < 0 || !counts)) {
            position_ = open;
            return std::get_if<Part>(&parts[open]);
        }
        if (!insert_part(parts, known_parts, Part{}, at.part)) return nullptr;
        return std::get_if<Part>(&parts[position_]);
    }
    template <class Item, class Part, class F>
    errc change_part(const response_place& at, field<ResponseContent> Item::*list,
                     std::vector<part_entry> item_entry::*known, F&& f) {
        auto* const part = part_for<Item, Part>(at, list, known, {});
        if (!part) return errc::limit_exceeded;
        f(*part);
        return errc::ok;
    }
    template <class Item, class Part, class F>
    errc finish_part(const response_place& at, const field<std::string>& whole,
                     field<std::string> Part::*member, field<ResponseContent> Item::*list,
                     std::vector<part_entry> item_entry::*known, F&& f) {
        auto* const part =
            part_for<Item, Part>(at, list, known, whole ? std::string_view(*whole) : "");
        if (!part) return errc::limit_exceeded;
        absorb_member(part->*member, whole, extra_);
        f(*part);
        (entries_[item_].*known)[position_].done = true;
        return errc::ok;
    }

    // ---- a whole output

    // Items that it does not have are kept in their places: it may be that of a server which lists
    // some only.
    errc take_output(const std::vector<ResponseItem>& from, bool last) {
        if (from.size() > most_items()) return errc::limit_exceeded;
        std::vector<std::size_t> match(from.size(), none);
        std::vector<std::size_t> home(entries_.size(), none);  // of each of ours, in `from`
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
            for (i = 0; i != entries_.size(); ++i) {
                if (home[i] != none || !same_kind(response_.output[i], from[j])) continue;
                if (is_another_call(entries_[i], from[j])) continue;
                match[j] = i;
                home[i] = j;
                break;
            }
        }
        std::vector<ResponseItem> output;
        std::vector<item_entry> entries;
        const auto keep_after = [&](std::size_t before) {
            std::size_t anchor = none;
            for (std::size_t i = 0; i != entries_.size(); ++i) {
                if (home[i] != none) anchor = home[i];
                if (home[i] != none || anchor != before) continue;
                if (is_in(response_.output[i], from)) continue;
                output.push_back(std::move(response_.output[i]));
                entries.push_back(std::move(entries_[i]));
            }
        };
        keep_after(none);
        for (std::size_t j = 0; j != from.size(); ++j) {
            if (match[j] == none) {
                output.push_back(from[j]);
                entries.push_back({static_cast<std::int64_t>(j), {}, {}, {}, true, last, {}, {}});
            } else {
                output.push_back(std::move(response_.output[match[j]]));
                entries.push_back(std::move(entries_[match[j]]));
                if (last || said_by(output.back()).size() <= said_by(from[j]).size()) {
                    absorb_union(output.back(), from[j], extra_);
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
        entries_ = std::move(entries);
        return fits ? errc::ok : errc::limit_exceeded;
    }
    static bool is_another_call(const item_entry& ours, const ResponseItem& theirs) {
        const std::string id = names_of(theirs).call_id;
        return !id.empty() && !ours.call_id.empty() && id != ours.call_id;
    }
    static std::string said_by(const ResponseItem& item) {
        std::string out;
        with_item(item, [&](const auto& i) {
            if constexpr (requires { i.content; }) {
                if (i.content) out += text_in(*i.content);
            }
            if constexpr (requires { i.summary; }) {
                if (i.summary) out += text_in(*i.summary);
            }
        });
        return out;
    }
    // What a message or reasoning says, in one of theirs already. Calls are never the same.
    static bool is_in(const ResponseItem& ours, const std::vector<ResponseItem>& from) {
        if (!std::holds_alternative<ResponseMessage>(ours) &&
            !std::holds_alternative<ReasoningItem>(ours)) {
            return false;
        }
        const std::string said = said_by(ours);
        return std::any_of(from.begin(), from.end(), [&](const ResponseItem& theirs) {
            return same_kind(ours, theirs) && said_by(theirs).find(said) != std::string::npos;
        });
    }

    limits limits_;
    Response response_{};
    extra_join extra_{};
    answer_size size_;
    std::vector<item_entry> entries_{};  // beside response_.output
    std::size_t item_ = 0;               // of the part that was found last
    std::size_t position_ = 0;           // that part
};

}  // namespace oaiwire::inline OAIWIRE_ABI::detail
