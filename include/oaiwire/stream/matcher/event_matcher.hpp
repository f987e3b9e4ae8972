// event_matcher: decodes events that resemble earlier ones of the same stream by comparing bytes,
// without the SSE decoder and the JSON reader. docs/event_matcher.md explains it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/known_head.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/sse/framing.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/matcher/event_template.hpp>
#include <oaiwire/stream/matcher/template_cache.hpp>
#if OAIWIRE_DEFINES
#include <algorithm>
#include <utility>

#include <oaiwire/stream/chunk_payload.hpp>
#include <oaiwire/stream/matcher/event_shape.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Owns the chunks of a stream, whether they are matched or read. For each event, either match() or
// match_item() decodes it into a chunk; or the caller reads it into next_chunk() and offers it to
// keep(). Chunks are valid until the next call that returns or matches one.
class event_matcher {
public:
    explicit event_matcher(const chunk_table& type) : cache_(type) {}

    const chunk_table& type() const { return cache_.type(); }

    // The chunk that was read or matched last.
    void* chunk() const { return cache_.chunk(); }
    // A chunk to read a JSON text of that size into, which matched no template. It is reused: it
    // has the values of an earlier event.
    void* next_chunk(std::size_t text_size) {
        cache_.add_miss(text_size);
        return cache_.next_chunk();
    }
    // What is known of the beginning of the text of next_chunk(); keep_head() follows once another
    // was read, unless it failed.
    json::detail::known_head& head() { return cache_.head(); }
    // Whether the next text is to be read with it. `wanted`: even if nothing is known yet.
    bool knows_head(std::string_view text, bool wanted) { return cache_.knows_head(text, wanted); }
    // `stays`: that text stays where it is until own_heads() is called, if lends().
    void keep_head(std::string_view text, bool stays) {
        if (head().size() != 0 && !head().is_stored()) cache_.keep_head(text, stays);
    }
    bool lends() const { return cache_.lends(); }
    void own_heads() { cache_.own_heads(); }
    // Texts are read without heads now.
    void forget_heads() { cache_.forget_heads(); }
    // A newly constructed chunk.
    void* new_chunk() { return cache_.new_chunk(); }

    // Whether keep() is worth calling: the budget allows it and the type has values that vary.
    bool may_learn() const { return type().each_varying != nullptr && cache_.may_learn(); }
    // The template of the event that was matched last.
    const event_template& current() const { return cache_.current(); }
    // Whether any template is known.
    bool any() const { return cache_.any(); }
    // Whether the next event may match: any is known, or will be if that event is like the last.
    bool may_match() const { return cache_.may_match(); }
    // The choices, one bit for each of the first 32, whose events may take turns in a template.
    void set_choices(event_template::choice_set ready) { cache_.set_choices(ready); }
    // From now on, texts in slots are checked but not written to the chunk; counts are.
    void leave_texts() { cache_.leave_texts(); }
    // Steps spent on matching and learning, see match_budget, with those of add_read().
    std::size_t steps() const { return cache_.steps(); }
    // So many bytes were read, which are counted as steps.
    void add_read(std::size_t bytes) { cache_.add_steps(bytes); }

    // Matches the bytes that `events` has not interpreted yet. If they begin with an event that
    // matches, takes it from `events`, and sets its JSON text (valid until the next feed()) and its
    // offset in the stream. If they are the beginning of one, takes them too, which brings `events`
    // to the state that it would reach by itself, and returns false.
    bool match(sse::detail::event_decoder& events, std::string_view& text, std::size_t& offset) {
        if (!events.at_event()) {
            return events.knows_beginning() ? resume_known(events, text, offset)
                                            : resume(events, text, offset);
        }
        const sse::lookahead ahead = events.peek_event();
        std::size_t size = template_cache::not_tried;
        if (cache_.repeats()) {
            // the usual case, in few steps
            if (ahead.bytes.size() < cache_.current().least_size()) {
                begin_current(events);
                return false;
            }
            size = cache_.match_current(ahead.bytes);
        }
        // a mismatch is 0. An event that may exceed the limit is left to the decoder, which finds
        // where.
        if (size - 1 < ahead.event_limit) {
            cache_.add_hits(1);
        } else if (!match_any(events, size)) {
            return false;
        }
        offset = ahead.offset;
        const event_template& found = cache_.current();
        text = found.has_lines() ? join_lines(events, size)
                                 : found.text_in_event(events.accept_events(size));
        return true;
    }
    // Takes from `events` the events at its position that match the template of the last one, and
    // calls f(event, text) with the bytes and the JSON text of each. The chunk has the counts of
    // the last of them. Returns how many there were. As match(), but one after another at once.
    template <class F>
    std::size_t match_run(sse::detail::event_decoder& events, F&& f) {
        if (!events.at_event() || !cache_.any_current()) return 0;
        const sse::lookahead ahead = events.peek_event();
        const event_template& pattern = cache_.current();
        std::string_view rest = ahead.bytes;
        std::size_t n = 0;
        while (rest.size() >= least) {
            const std::size_t size = cache_.match_current(rest);
            if (size == event_template::mismatch || size > ahead.event_limit) break;
            const std::string_view event = rest.substr(0, size);
            f(event, pattern.text_in_event(event));
            rest.remove_prefix(size);
            ++n;
        }
        if (n == 0) return 0;
        events.accept(ahead.bytes.size() - rest.size(), true);
        cache_.add_hits(n);
        return n;
    }
    // Matches an event that the SSE decoder has read. `event`: all bytes of it, or empty if they
    // are not at hand; from them, the template adopts the framing. `unread`: so many bytes behind
    // it are there.
    bool match_item(const sse::item& item, std::string_view event, bool learns,
                    std::string_view& text, std::size_t& offset);
    // Keeps an event, whose template is learnt once match_item() meets another of its shape.
    // chunk() was read from `text`, the JSON in the event's `data`; `event`: as above.
    // `interleaved`: the number of answers that the stream has so far.
    void keep(std::string_view data, std::string_view event, std::string_view text,
              std::size_t interleaved);

private:
    static constexpr std::size_t least = 16;  // fewer bytes are not worth a comparison

    bool match_any(sse::detail::event_decoder& events, std::size_t& size);
    bool resume(sse::detail::event_decoder& events, std::string_view& text, std::size_t& offset);
    bool resume_lines(sse::detail::event_decoder& events, std::string_view& text,
                      std::size_t& offset);
    void begin(sse::detail::event_decoder& events);
    void begin_current(sse::detail::event_decoder& events);
    bool resume_known(sse::detail::event_decoder& events, std::string_view& text,
                      std::size_t& offset);
    std::string_view join_lines(sse::detail::event_decoder& events, std::size_t size);
    bool learn_kept(std::string_view next);
    bool learn_values(const template_cache::kept_event& kept, bool seldom);

    template_cache cache_;
    std::size_t resume_at_ = 0;       // offset in the stream where the last partial match ended
    std::uint32_t kept_shape_ = 0;    // of the event that was kept last
    std::uint32_t item_shape_ = 0;    // of the last event that matched nothing; 0: unknown
    std::uint32_t learnt_shape_ = 0;  // of the last event that was learnt
    bool others_came_ = false;        // since then, events of other shapes were read
};

#if OAIWIRE_DEFINES

// match() where the first template gave `size`, or was not tried.
[[gnu::noinline]] OAIWIRE_INLINE bool event_matcher::match_any(sse::detail::event_decoder& events,
                                                               std::size_t& size) {
    const sse::lookahead ahead = events.peek_event();
    if (ahead.bytes.size() < least) return false;
    const bool too_large = size != template_cache::not_tried && event_template::is_whole(size);
    if (!too_large) size = cache_.match(ahead.bytes, size);
    if (size == event_template::partial) begin(events);
    return size - 1 < ahead.event_limit;
}

[[gnu::noinline]] OAIWIRE_INLINE void event_matcher::begin(sse::detail::event_decoder& events) {
    if (!cache_.partial().has_lines()) return events.accept_beginning();
    const sse::lookahead ahead = events.peek();
    if (ahead.bytes.size() > ahead.event_limit) return;
    const std::string_view before = cache_.partial().before();
    if (before != "data: " && before != "data:") return;
    if (ahead.bytes.size() <= before.size()) return;
    events.hold(ahead.bytes.size(), false);
    resume_at_ = ahead.offset + ahead.bytes.size();
}

// The beginning of an event that most likely matches the current template. Few events are cut
// behind the first slot.
[[gnu::noinline]] OAIWIRE_INLINE void event_matcher::begin_current(
    sse::detail::event_decoder& events) {
    const event_template& last = cache_.current();
    const sse::lookahead ahead = events.peek_event();
    if (ahead.bytes.size() <= ahead.event_limit && last.begins_with(ahead.bytes)) {
        return events.accept_known(last.beginning());
    }
    events.accept_beginning();
}

// The rest of such an event is compared where it is.
[[gnu::noinline]] OAIWIRE_INLINE bool event_matcher::resume_known(
    sse::detail::event_decoder& events, std::string_view& text, std::size_t& offset) {
    const sse::lookahead ahead = events.peek();
    if (ahead.event_read + ahead.bytes.size() <= ahead.event_limit) {
        const std::size_t size = cache_.match_current(ahead.bytes, ahead.event_read);
        if (event_template::is_whole(size)) {
            cache_.add_hits(1);
            const std::string_view value = events.accept_rest(size);
            const event_template& found = cache_.current();
            text = found.text_in_data(value.substr(0, value.size() - found.after_size()));
            offset = ahead.offset - ahead.event_read;
            return true;
        }
    }
    events.own_beginning();
    return resume(events, text, offset);
}

// Takes the rest of an event of several lines that matched. Returns its data.
[[gnu::noinline]] OAIWIRE_INLINE std::string_view event_matcher::join_lines(
    sse::detail::event_decoder& events, std::size_t size) {
    const sse::detail::buffer::place event = events.hold(size, true);
    return cache_.current().join_lines(event.first, event.size);
}

[[gnu::noinline]] OAIWIRE_INLINE bool event_matcher::resume(sse::detail::event_decoder& events,
                                                            std::string_view& text,
                                                            std::size_t& offset) {
    if (events.holds()) return resume_lines(events, text, offset);
    // otherwise it most likely does not match, and match_item() compares it too
    if (!cache_.matched_lately()) return false;
    const event_template& last = cache_.current();
    const std::string_view value = events.join_rest(last.after_size(), last.data_and_after());
    if (value.empty() || !cache_.match_value(value)) return false;
    offset = events.accept_joined(value);
    const event_template& found = cache_.current();
    text = found.text_in_data(value.substr(0, value.size() - found.after_size()));
    return true;
}

// The same of an event of several lines.
[[gnu::noinline]] OAIWIRE_INLINE bool event_matcher::resume_lines(
    sse::detail::event_decoder& events, std::string_view& text, std::size_t& offset) {
    const sse::lookahead ahead = events.peek();
    if (ahead.bytes.size() < least || ahead.offset != resume_at_) return false;
    const std::size_t size = cache_.resume(ahead.bytes);
    if (size == event_template::mismatch) return false;
    const bool whole = size != event_template::partial;
    const std::size_t taken = whole ? size : ahead.bytes.size();
    if (ahead.event_read + taken > ahead.event_limit) return false;
    resume_at_ += taken;
    if (whole) {
        offset = ahead.offset - ahead.event_read;
        text = join_lines(events, taken);
    } else {
        events.hold(taken, false);
    }
    return whole;
}

OAIWIRE_INLINE bool event_matcher::match_item(const sse::item& item, std::string_view event,
                                              bool learns, std::string_view& text,
                                              std::size_t& offset) {
    item_shape_ = 0;
    if (item.kind != sse::item_kind::message || item.event == "error") return false;
    if (!cache_.match_data(item.data) &&
        !(learns && learn_kept(item.data) && cache_.match_data(item.data))) {
        return false;
    }
    offset = item.offset;
    text = cache_.current().text_in_data(item.data);
    sse::detail::framing frame;
    if (sse::detail::has_usual_framing(event, item.data, frame))
        cache_.reframe(frame.before, frame.after);
    return true;
}

OAIWIRE_INLINE void event_matcher::keep(std::string_view data, std::string_view event,
                                        std::string_view text, std::size_t interleaved) {
    kept_shape_ = std::exchange(item_shape_, 0);
    cache_.expect(interleaved);
    if (data.size() > event_template::most_bytes || !cache_.may_learn()) return;
    // excludes the first of several texts in one event
    const std::string_view whole = payload_text(data);
    if (text.data() != whole.data() || text.size() != whole.size()) return;
    sse::detail::framing frame;
    const bool usual = event.size() == frame.before.size() + data.size() + frame.after.size();
    if (!usual && !sse::detail::has_usual_framing(event, data, frame)) frame = {};
    cache_.keep(frame.before, data, frame.after, text);
}

// Learns the event that was kept if that has the shape of the next one, whose data is given. So an
// event is learnt when it pays at once: most likely the next one matches. Short streams, and those
// of unlike events, learn nothing.
OAIWIRE_INLINE bool event_matcher::learn_kept(std::string_view next) {
    const template_cache::kept_event kept = cache_.kept();
    if (kept.chunk == nullptr || !cache_.may_learn()) return false;
    if (kept_shape_ == 0) kept_shape_ = event_shape(kept.text);
    item_shape_ = event_shape(next);
    if (kept_shape_ != learnt_shape_) others_came_ = true;
    if (item_shape_ != kept_shape_) {
        cache_.spend(64 + next.size() / 4);  // one was kept, and two shapes were found, for nothing
        return false;
    }
    // the stream returns to a form that another one replaced
    if (item_shape_ == std::exchange(learnt_shape_, item_shape_) && others_came_) cache_.expect(2);
    others_came_ = false;
    // of many candidates, those that vary often suffice
    if (cache_.leaves_texts() || !learn_values(kept, true)) learn_values(kept, false);
    return cache_.any();
}

// Makes the template of an event, with values that vary seldom or without them. False: there are
// too many.
[[gnu::noinline]] OAIWIRE_INLINE bool event_matcher::learn_values(
    const template_cache::kept_event& kept, bool seldom) {
    template_slots slots(seldom);
    type().each_varying(kept.chunk, slots);
    const bool fit = !slots.full();
    // locating a value examines single bytes, about twice the steps of copying and comparing
    constexpr std::size_t for_a_try = 256;
    cache_.spend(for_a_try + kept.text.size() / 4 + 2 * slots.locate(kept.text));
    if (fit || !seldom) cache_.learn(slots);
    return fit;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
