// stream_machine_steps: definitions of the functions of stream_machine that read events.
//
// next() takes the fast path, match_event(), or read_next(). An event that is read goes through
// take_item(), take_text() and deliver(). stream_machine_end.hpp has what comes at the end.
// "(quirk 9)" cites docs/quirks.md.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/body/glued_error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/stream_machine.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// If the limits cannot be copied for want of memory, the stream has ended already. What runs once a
// stream is not cold: that is compiled for size, with instructions that take long to start.
[[gnu::noinline]] OAIWIRE_INLINE stream_machine::stream_machine(const chunk_table& type,
                                                                const limits& bounds,
                                                                json::read_mode mode)
    : sse_(bounds, {.unknown_fields = true}),
      matcher_(type),
      state_(initial_state(type)),
      mode_(mode) {
    if (bounds == default_bounds) return;
    within_memory([&] { rare().bounds.emplace(bounds); }, [&] { out_of_memory(); });
}

OAIWIRE_INLINE stream_machine::stream_state stream_machine::initial_state(const chunk_table& type) {
    if (type.has_choices()) return stream_state(std::in_place_type<choice_tracker>);
    return stream_state(std::in_place_type<event_tracker>);
}

OAIWIRE_INLINE stream_machine::stream_machine(stream_machine&&) noexcept = default;
OAIWIRE_INLINE stream_machine& stream_machine::operator=(stream_machine&&) noexcept = default;
// NOLINTNEXTLINE(modernize-use-equals-default): a defaulted destructor would be inlined
[[gnu::noinline]] OAIWIRE_INLINE stream_machine::~stream_machine() {
}

// Takes effect with the next event. Templates that were learned are kept.
OAIWIRE_INLINE void stream_machine::use(const fast_paths& paths) {
    paths_ = paths;
    matching_ = matching_ && paths.event_templates;
    matcher_.forget_heads();
}

OAIWIRE_INLINE json::read_options stream_machine::options(json::read_report* report) const {
    json::read_options out(mode_);
    out.depth = bounds().depth;
    out.report = report;
    out.predict = paths_.key_prediction;
    return out;
}

[[gnu::cold]] OAIWIRE_INLINE stream_machine::rare_parts& stream_machine::rare() {
    if (!rare_) rare_ = std::make_unique<rare_parts>();
    return *rare_;
}

// feed() until the first chunk, and where bytes that were fed before are still in use, which may be
// gone from now on. Gives the bytes to the SSE decoder, unless the body is JSON (quirk 24), which
// is collected. Ignored after finish() and fail().
[[gnu::noinline]] OAIWIRE_INLINE void stream_machine::feed_slowly(std::string_view bytes) {
    const auto take = [&] {
        if (closed_) return;
        if (matcher_.lends() && !decided()) matcher_.own_heads();
        // JSON is collected until the end is decided, the beginning of an event stream until the
        // first chunk
        const bool wanted = !decided() && (body_.is_json() || statistics_.chunks == 0);
        sse_.feed(body_.take(bytes, wanted, bounds().body));
    };
    within_memory(take, [&] { out_of_memory(); });
}

// Returns the next chunk, owned by the matcher and valid until the next call; null if more bytes
// are needed, or after the end.
[[gnu::noinline]] OAIWIRE_INLINE void* stream_machine::next_event() {
    const auto found = [&]() -> void* {
        if (matching_) {
            if (match_event()) return matcher_.chunk();
            // the beginning of an event was taken
            if (feeds_events_ && sse_.waits()) return wait();
        } else if (decided()) {
            if (ended() && sse_.is_spent()) return nullptr;
        } else if (!rare_ && read_object()) {
            return matcher_.chunk();
        }
        return read_next();
    };
    return within_memory(found, [&] { return out_of_memory(); });
}

// One byte tells most events from it.
inline bool begins_with_done(std::string_view events) {
    constexpr std::string_view line = "data: [DONE]";
    return events.size() >= line.size() && events[6] == '[' &&
           std::memcmp(events.data(), line.data(), line.size()) == 0;
}

// The general path. In this order: the rest of an event that holds several payloads, the next
// event, and, if there will be none, the end.
OAIWIRE_INLINE void* stream_machine::read_next() {
    sse::item to;
    while (!ended()) {
        if (!decided()) {
            if (has_queued()) {
                if (take_queued()) return matcher_.chunk();
                continue;
            }
            sse_.let_go();
            const sse::lookahead before = sse_.peek();
            if (begins_with_done(before.bytes) && skip_done()) continue;
            if (const sse::item* const item = sse_.next(to)) {
                const sse::lookahead after = sse_.peek();
                const std::string_view event = sse::detail::event_bytes(*item, before, after);
                // an event without a chunk, such as a ping, may precede one that matches
                if (read_item(*item, event, after.bytes) || (matching_ && match_event())) {
                    return matcher_.chunk();
                }
                continue;
            }
            body_.settle();
            if (!closed_ && !sse_.failed() && !body_.full()) return wait();
        }
        if (take_end()) return matcher_.chunk();
    }
    // events after the end are only counted
    while (!sse_.is_spent()) {
        if (const sse::item* const item = sse_.next(to)) take_item(*item);
    }
    return nullptr;
}

// Takes the usual last event in fewer steps than read_item() does. False: it is framed otherwise.
[[gnu::noinline]] OAIWIRE_INLINE bool stream_machine::skip_done() {
    constexpr std::string_view event = "data: [DONE]\n\n";
    const sse::lookahead next = sse_.peek();
    if (!next.bytes.starts_with(event) || next.event_limit < event.size() || !sse_.at_event() ||
        has_cut_event()) {
        return false;
    }
    sse_.accept_events(event.size());
    matcher_.add_read(6);
    statistics_.event_offset = next.offset;
    take_done();
    return true;
}

// Reads an event that is one line with an object, the usual one: what read_next() does, in fewer
// steps. False: there is none, or it was no chunk.
OAIWIRE_INLINE bool stream_machine::read_object() {
    const std::string_view data = sse_.take_object();
    if (data.empty()) return false;
    const sse::lookahead next = sse_.peek_event();
    const char* const first = data.data() - std::string_view("data: ").size();
    const std::string_view event(first, static_cast<std::size_t>(next.bytes.data() - first));
    statistics_.event_offset = next.offset - event.size();
    note_more(next.bytes);
    return offer(take_text(data, statistics_.event_offset, false), data, event, next.bytes);
}

// Whether an event behind so many chunks may be learnt if more than `events` of its size are known
// to follow. Nothing is learnt for an event after the last one; nor in a short stream, unless
// enough follow: learning costs about as much as to read two events.
inline bool learns(std::size_t chunks, std::size_t events, std::size_t size,
                   std::string_view unread) {
    constexpr std::size_t few = 4;
    return (chunks >= few || unread.size() > events * size) && !begins_with_done(unread);
}

// In a short stream, not even the beginning of its only event is kept.
inline void stream_machine::note_more(std::string_view unread) {
    more_came_ = (!unread.empty() || statistics_.chunks != 0) && !begins_with_done(unread);
}

// Matches or reads an event and, if read, offers it as a template. `event`: its bytes, or empty.
// `unread`: the bytes behind it, as far as they are there.
OAIWIRE_INLINE bool stream_machine::read_item(const sse::item& item, std::string_view event,
                                              std::string_view unread) {
    if (matching_ &&
        matcher_.match_item(item, event, learns(statistics_.chunks, 0, item.data.size(), unread),
                            payload_, statistics_.event_offset)) {
        return hit();
    }
    note_more(unread);
    return offer(take_item(item), item.data, event, unread);
}

// Offers an event that was read as a template. `taken`: it is a chunk, which is returned.
OAIWIRE_INLINE bool stream_machine::offer(bool taken, std::string_view data, std::string_view event,
                                          std::string_view unread) {
    if (taken && paths_.event_templates && matcher_.may_learn() &&
        learns(statistics_.chunks - 1, 3, data.size(), unread) && !decided() && may_be_template()) {
        matcher_.keep(data, event, payload_, interleaved());
    }
    if (taken) matcher_.keep_head(payload_, sse_.lends_all());
    matching_ = paths_.event_templates && matcher_.may_match() && !holding() && !decided() &&
                !has_queued() && !has_cut_event();
    return taken;
}

// Whether reading the same text with other slot values would give the same chunk but for these: the
// reader changed nothing in it, and its kind does not depend on the values.
OAIWIRE_INLINE bool stream_machine::may_be_template() const {
    if (!read_as_is_ || !settled()) return false;
    // without a type in the JSON, the event name, which is not always compared, decides the type
    return type().has_choices() || json_view::checked(payload_)["type"].exists();
}

OAIWIRE_INLINE void stream_machine::note(const json::read_report& report) {
    read_as_is_ = !report.lone_surrogate && !report.repaired;
    for (const auto& note : report.notes) {
        // after other notes, a value may have come from another place in the text
        read_as_is_ = read_as_is_ && note.what == json::read_note::kind::absent;
    }
}

// Takes an item of the SSE decoder. After the end was decided, items other than [DONE] are only
// counted.
OAIWIRE_INLINE bool stream_machine::take_item(const sse::item& item) {
    if (item.kind == sse::item_kind::field) {
        // old llama.cpp sends errors in an `error` field, which WHATWG decoders ignore
        if (item.event != "error" || item.data.empty() || decided()) return false;
        statistics_.event_offset = item.offset;
        return api_error(error_of_body(item.data, 0, bounds()), item.offset);
    }
    if (!decided()) statistics_.event_offset = item.offset;
    const std::string_view text = payload_text(item.data, mode_);
    if (decided()) {
        if (text.empty()) return false;
        // [DONE] may follow an event that completed the stream
        const bool due = decided_end_ == stream_end::complete && !statistics_.done_seen;
        if (!due || !is_done(text, mode_)) return skip(skip_reason::after_end);
        statistics_.done_seen = true;
        return false;
    }
    // the name alone makes it an error, whatever the data is (quirk 7)
    if (item.event == "error" && !text.empty()) {
        return api_error(error_of_event(text, bounds()), item.offset);
    }
    // [DONE] needs no chunk to be read into
    if (text.size() < 9 && is_done(text, mode_)) {
        matcher_.add_read(text.size());
        boxed_error none;
        return take_other(payload_kind::done, text, item.offset, false, none);
    }
    return take_text(text, item.offset, false, item.event);
}

// Takes the next payload of an event that holds several (quirks 14, 15 and 27), or of a JSON body.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_queued() {
    payload_queue& queue = rare_->queue;
    const std::string_view text = queue.take();
    matcher_.add_read(text.size());
    if (queue.cut()) return refuse(text, make_error(errc::unexpected_end));  // in a list
    return !text.empty() && take_text(text, queue.offset(), true);
}

// Reads a payload into the matcher's next chunk, in one pass if it is a chunk. `queued`: it is from
// the queue. `event`: the SSE event type, if the text is the whole data of the event.
OAIWIRE_INLINE bool stream_machine::take_text(std::string_view text, std::size_t offset,
                                              bool queued, std::string_view event) {
    matcher_.add_read(text.size());
    json::read_report report;
    const json::read_options with = options(&report);
    void* const chunk = matcher_.next_chunk(text.size());
    event_name named{event, {}};
    boxed_error why;
    const bool known =
        paths_.event_templates && type().has_choices() && matcher_.knows_head(text, more_came_);
    const auto kind = classify_chunk(text, chunk, type(), why, with, bounds(), named,
                                     known ? &matcher_.head() : nullptr);
    note(report);
    if (kind != payload_kind::value || has_cut_event()) {
        if (!take_other(kind, text, offset, queued, why)) return false;
    }
    return report.lone_surrogate ? deliver_halves(text, named) : deliver(text, nullptr);
}

// Takes a payload that is no chunk, or any payload after a cut event. `why`: its error. True if it
// is a chunk to deliver.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_other(payload_kind kind,
                                                             std::string_view text,
                                                             std::size_t offset, bool queued,
                                                             boxed_error& why) {
    if (has_cut_event() && !explains_cut(kind)) {
        skip(skip_reason::after_end);
        return end_with_cut_event();
    }
    switch (kind) {
        case payload_kind::value:
            return true;
        case payload_kind::error:
            return api_error(why.take(), offset);
        case payload_kind::ignorable:
            // as a whole body instead of a stream it is a response of another protocol
            return skip(skip_reason::ignorable, body_.is_json() ? text : std::string_view());
        case payload_kind::unrecognised:
            return skip(skip_reason::unrecognised, text);
        case payload_kind::done:
            return take_done();
        case payload_kind::multiple:
            matcher_.add_read(text.size());
            if (queued && rare_->queue.in_list()) {
                return refuse(text, make_error(errc::type_mismatch, "an object was due"));
            }
            // the queue copies the text: the event's bytes may be gone when its second part is read
            if (!queued) {
                rare().queue.put(text, offset);
                rare_->queue.take();
            }
            rare_->queue.take_apart();
            return false;
        case payload_kind::invalid:
            break;
    }
    return refuse(text, why.take());
}

// The chunk has U+FFFD in place of unpaired surrogates. To join them across chunks, the text is
// read again with the surrogates kept.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::deliver_halves(std::string_view text,
                                                                 const event_name& named) {
    const any_object again = make_object(type().object);
    matcher_.add_read(text.size());
    const std::string_view read = named.typed.empty() ? text : std::string_view(named.typed);
    return deliver(
        text, read_halves(read, again.get(), type(), options(nullptr)) ? again.get() : nullptr);
}

// Accepts the chunk that was read from `text`: updates the state, and decides the end if the event
// is the last one. `halves`: the same chunk with lone surrogates kept; null if it has none.
OAIWIRE_INLINE bool stream_machine::deliver(std::string_view text, void* halves) {
    void* const chunk = matcher_.chunk();
    bool taken = true;
    if (choice_tracker* const choices = std::get_if<choice_tracker>(&state_)) {
        taken = choices->take(type().choices, chunk, halves, bounds(), statistics_);
        matcher_.set_choices(choices->ready());
    } else {
        std::get_if<event_tracker>(&state_)->take(type(), chunk, halves, statistics_);
    }
    if (!taken) {
        return conclude(stream_end::limit, make_error(errc::limit_exceeded, "too many choices"));
    }
    // after the first chunk, the body is known to be an event stream
    if (statistics_.chunks++ == 0 && !body_.is_json()) {
        body_.forget();
        feeds_events_ = !closed_;
    }
    payload_ = text;
    if (type().has_choices()) return true;
    const stream_end end = type().event.end_of(chunk);
    return end == stream_end::complete || end == stream_end::api_error
               ? take_end_of_event(end, text)
               : true;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
