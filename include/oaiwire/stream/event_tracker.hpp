// event_tracker: state of a stream whose events mark their own end (Responses, images, audio).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/surrogates.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/assign.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Counterpart of choice_tracker for events without choices. Texts are identified by a key, which
// chunk_traits::each_text() gives, instead of by choice and slot.
class event_tracker {
public:
    // Updates the state; as choice_tracker::take().
    void take(const chunk_table& of, void* event, void* halves, stream_statistics& statistics);
    // As in choice_tracker.
    bool settled() const { return settled_; }
    bool holding() const { return halves_ && halves_->joiner.holding(); }
    // Whether an event was seen.
    bool any() const { return any_; }

    // Writes an event with U+FFFD for a held surrogate half into `last`, one half for each call.
    // Precondition: holding().
    void flush(const chunk_table& of, void* last);

private:
    // An event whose text ended with half a surrogate pair: a template for the one with U+FFFD.
    struct waiting {
        std::uint64_t key = 0;  // of the text
        any_object event{};
    };

    // Sets the texts of `to` to those of `from` with split pairs joined, and keeps a copy of `to`
    // for each half that waits. `from` may be `to`.
    void join(const chunk_table& of, void* from, void* to);

    struct half_texts {
        surrogate_joiner joiner{};
        std::vector<waiting> events{};
    };

    std::unique_ptr<half_texts> halves_{};  // made for the first half
    bool settled_ = false;                  // as of the last event
    bool any_ = false;
};

#if OAIWIRE_DEFINES

OAIWIRE_INLINE void event_tracker::take(const chunk_table& of, void* event, void* halves,
                                        stream_statistics& statistics) {
    const event_table& type = of.event;
    const stream_end end = type.end_of(event);
    any_ = true;
    settled_ = end == stream_end::open && !halves && !holding();
    // a preview: its image must still come
    if (type.begins_another(event)) settled_ = statistics.all_finished = false;
    statistics.all_finished = statistics.all_finished || end == stream_end::finished;
    // an event that adopt() made is of another type than its text read again: its halves stay
    // U+FFFD
    if (halves && type.same_kind(halves, event)) {
        join(of, halves, event);
    } else if (holding()) {
        join(of, event, event);
    }
    // the last event repeats all texts
    if (end == stream_end::complete && halves_) halves_->joiner.clear();
    settled_ = settled_ && !holding();
}

[[gnu::cold]] OAIWIRE_INLINE void event_tracker::flush(const chunk_table& of, void* last) {
    std::vector<waiting>& events = halves_->events;
    const std::uint64_t held = halves_->joiner.held().front();
    auto place = events.begin();
    while (place->key != held) ++place;  // what is held is of an event that waits
    // the event that ended with the half, with U+FFFD as its only text
    auto give = [&](std::uint64_t key, std::string& text) {
        text = key == held ? replacement_character : std::string_view();
    };
    of.event.each_text(place->event.get(), text_visit(give));
    of.event.move(place->event.get(), last);
    events.erase(place);
    halves_->joiner.give_up(held);
}

[[gnu::cold]] OAIWIRE_INLINE void event_tracker::join(const chunk_table& of, void* from, void* to) {
    if (!halves_) halves_ = std::make_unique<half_texts>();
    surrogate_joiner& joiner = halves_->joiner;
    std::vector<waiting>& events = halves_->events;
    const event_table& type = of.event;
    std::vector<std::string> joined;
    auto take = [&](std::uint64_t key, std::string& text) {
        joiner.join(text, key);
        joined.push_back(text);
    };
    type.each_text(from, text_visit(take));
    std::size_t n = 0;
    auto give = [&](std::uint64_t, std::string& text) {
        if (n != joined.size()) text = std::move(joined[n++]);
    };
    type.each_text(to, text_visit(give));
    const auto held = joiner.held();
    // halves that were joined or given up wait no longer
    std::erase_if(events, [&](const waiting& w) {
        return std::find(held.begin(), held.end(), w.key) == held.end();
    });
    for (const auto key : held) {
        bool waits = false;
        for (const waiting& w : events) waits = waits || w.key == key;
        if (waits) continue;
        any_object event = make_object(of.object);
        json::detail::assign_value(event.get(), to, *of.described);
        events.push_back({key, std::move(event)});
    }
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
