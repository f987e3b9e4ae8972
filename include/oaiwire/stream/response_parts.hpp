// response_parts: finds the part of an item that an event belongs to: a part of a message or of
// reasoning, a command of a shell call or its output.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/stream/response_merge.hpp>
#include <oaiwire/stream/response_state.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Part of the accumulator of Responses streams (see response_builder). A template, so that programs
// without the Responses API do not compile it.
template <class = void>
class response_parts : public response_state<> {
public:
    using response_state<>::response_state;

protected:
    // the list of an item_entry that has the state of these parts
    using content_of = std::vector<part_entry> item_entry::*;

    // The part that was found. Null and errc::ok: its text is complete, so that the event is
    // ignored.
    template <class T>
    struct found {
        T* to = nullptr;              // in the response
        part_entry* known = nullptr;  // its state
        errc code = errc::ok;
        bool late = false;  // its text is complete
    };
    // What an event brings: a piece of a text, the complete text, or something else of the part.
    enum class brings : std::uint8_t { piece, last_word, other };

    // The list of parts of a content. Made if absent; a plain text becomes the only part.
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
    // Makes the states as many as the parts: whole items and contents add and remove parts. New
    // states have the position as their index.
    static void level(std::vector<part_entry>& known, std::size_t size) {
        while (known.size() < size) {
            known.push_back({static_cast<std::int64_t>(known.size()), false});
        }
        known.resize(size);
    }
    // Whether a part has no text yet; false for parts of unknown types.
    static bool is_blank(const ResponseContentPart& part) {
        return !std::holds_alternative<raw_json>(part) && text_in(part).empty();
    }
    // Whether b has a text, and a another one.
    static bool says_other(const ResponseContentPart& a, const ResponseContentPart& b) {
        const std::string_view more = text_in(b);
        return !more.empty() && text_in(a) != more;
    }

    // Inserts a part in the order of indices. Returns its position; `none` if there are too many.
    template <class T>
    std::size_t insert_part(std::vector<T>& parts, std::vector<part_entry>& known, const T& part,
                            std::int64_t index) {
        if (parts.size() >= limits_.choices || !size_.take(sizeof(part))) return none;
        std::size_t k = parts.size();
        while (index >= 0 && k != 0 && known[k - 1].index > index) --k;
        const auto offset = static_cast<std::ptrdiff_t>(k);
        copy(*parts.emplace(parts.begin() + offset), part);
        known.insert(known.begin() + offset, part_entry{index, false});
        return k;
    }

    // Finds or makes the part that an event belongs to. whole: the complete text, if it brings
    // that.
    template <class Part, class Item>
    found<Part> part_for(const response_place& at, field<ResponseContent> Item::*list,
                         content_of known, brings what, std::string_view whole = {}) {
        const std::size_t i = find_or_make<Item>(at);
        if (i == none) return {nullptr, nullptr, errc::limit_exceeded};
        const bool done = state_.items[i].whole;
        auto& parts = parts_of(std::get_if<Item>(&response_.output[i])->*list);
        auto& known_parts = state_.items[i].*known;
        level(known_parts, parts.size());
        // the text of the part is complete
        const auto is_shut = [&](std::size_t k) {
            return done || (known_parts[k].done && !is_blank(parts[k]));
        };
        const auto at_position = [&](std::size_t k) -> found<Part> {
            return {std::get_if<Part>(&parts[k]), &known_parts[k], errc::ok, is_shut(k)};
        };
        // the last open part of the type
        std::size_t open = none;
        bool late = done && what != brings::other;
        for (std::size_t k = parts.size(); k-- != 0;) {
            const bool here = at.part >= 0 && known_parts[k].index == at.part;
            const bool holds = std::holds_alternative<Part>(parts[k]);
            // announced as a part of another type
            if (here && !holds && !known_parts[k].done && is_blank(parts[k])) {
                parts[k] = Part{};
            } else if (!holds) {
                continue;
            }
            // a repetition of the complete text finds its part again
            const bool again = what == brings::last_word && text_in(parts[k]) == whole;
            if (what != brings::other && is_shut(k) && !again) {
                late = late || (what == brings::piece && (here || at.part < 0));
                continue;
            }
            if (here) return at_position(k);
            if (open == none) open = k;
        }
        // some servers increment content_index with each delta; summaries are not announced
        constexpr bool counts = std::is_same_v<Part, SummaryTextContent>;
        if (open != none && (at.part < 0 || !counts)) return at_position(open);
        if (late) return {};
        const std::size_t k = insert_part(parts, known_parts, ResponseContentPart(Part{}), at.part);
        if (k == none) return {nullptr, nullptr, errc::limit_exceeded};
        return at_position(k);
    }

    // The command of a shell call, or its output, at an index from 0; negative: the last. Made if
    // absent. Null and errc::ok: the item is complete.
    template <class T>
    found<T> element_for(item_entry& entry, field<std::vector<T>>& list, std::int64_t index) {
        if (entry.whole) return {};
        if (!list) list.emplace();
        level(entry.content, list->size());
        std::size_t k = list->size();
        while (k-- != 0) {
            if (index < 0 || entry.content[k].index == index) break;
        }
        if (k >= list->size()) k = insert_part(*list, entry.content, T{}, index);
        if (k == none) return {nullptr, nullptr, errc::limit_exceeded};
        return {&(*list)[k], &entry.content[k], errc::ok};
    }
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
