// stream_machine_steps: definitions of the functions of stream_machine.
//
// next() takes the fast path, match_event(), or read_next(). An event that is read goes through
// take_item(), take_text() and deliver(). The end has two steps: conclude() decides it, and
// take_end() sets it once the last text was delivered. "(quirk 9)" cites docs/quirks.md.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/body_start.hpp>
#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/body/glued_error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/stream_machine.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// If the limits cannot be copied for want of memory, the stream has ended already.
[[gnu::cold]] OAIWIRE_INLINE stream_machine::stream_machine(const chunk_table& type,
                                                            const limits& bounds,
                                                            json::read_mode mode)
    : type_(&type),
      sse_(bounds, {.unknown_fields = true}),
      matcher_(type),
      state_(initial_state(type)),
      mode_(mode) {
    if (bounds == default_bounds) return;
    within_memory([&] { own_bounds_ = std::make_unique<const limits>(bounds); },
                  [&] { out_of_memory(); });
}

OAIWIRE_INLINE stream_machine::stream_state stream_machine::initial_state(const chunk_table& type) {
    if (type.has_choices()) return stream_state(std::in_place_type<choice_tracker>, type.choices);
    return stream_state(std::in_place_type<event_tracker>, type);
}

OAIWIRE_INLINE stream_machine::stream_machine(stream_machine&&) noexcept = default;
OAIWIRE_INLINE stream_machine& stream_machine::operator=(stream_machine&&) noexcept = default;
[[gnu::cold]] OAIWIRE_INLINE stream_machine::~stream_machine() = default;

// Takes effect with the next event. Templates that were learned are kept.
OAIWIRE_INLINE void stream_machine::use(const fast_paths& paths) {
    paths_ = paths;
    matching_ = matching_ && paths.event_templates;
}

OAIWIRE_INLINE json::read_options stream_machine::options() {
    json::read_options out(mode_);
    out.depth = bounds().depth;
    out.report = &report_;
    out.predict = paths_.key_prediction;
    return out;
}

[[gnu::cold]] OAIWIRE_INLINE payload_queue& stream_machine::queue() {
    if (!queue_) queue_ = std::make_unique<payload_queue>();
    return *queue_;
}

// Gives the bytes to the SSE decoder, unless the body is JSON (quirk 24), which is collected.
// Ignored after finish() and fail().
OAIWIRE_INLINE void stream_machine::feed(std::string_view bytes) {
    const auto take = [&] {
        if (closed_) return;
        // JSON is collected until the end is decided, the beginning of an event stream until the
        // first chunk
        const bool wanted = body_.is_json() ? !decided() : statistics_.chunks == 0;
        sse_.feed(body_.take(bytes, wanted, bounds().body));
    };
    within_memory(take, [&] { out_of_memory(); });
}

// Returns the next chunk, owned by the matcher and valid until the next call; null if more bytes
// are needed, or after the end.
OAIWIRE_INLINE void* stream_machine::next() {
    const auto found = [&]() -> void* {
        return matching_ && match_event() ? matcher_.chunk() : read_next();
    };
    return within_memory(found, [&] { return out_of_memory(); });
}

// As finish(), with the reason. Events that were fed before are delivered first.
[[gnu::cold]] OAIWIRE_INLINE void stream_machine::fail(oaiwire::error why) {
    if (closed_) return;
    closed_ = true;
    if (why.code == errc::ok) why = make_error(errc::transport_failed);
    if (!failure_.set(std::move(why))) out_of_memory();
}

// Ends the stream at once, without the events and text that are not delivered yet.
[[gnu::cold]] OAIWIRE_INLINE void stream_machine::cancel() {
    if (ended()) return;
    conclude(stream_end::cancelled, make_error(errc::cancelled));
    end_ = decided_end_;
}

[[gnu::cold]] OAIWIRE_INLINE void* stream_machine::out_of_memory() {
    matching_ = false;
    decided_end_ = end_ = stream_end::limit;
    error_.set_no_memory();
    return nullptr;
}

// The general path. In this order: the rest of an event that holds several payloads, the next
// event, and, if there will be none, the end.
OAIWIRE_INLINE void* stream_machine::read_next() {
    while (!ended()) {
        if (!decided()) {
            if (has_queued()) {
                if (take_queued()) return matcher_.chunk();
                continue;
            }
            const sse::lookahead before = sse_.peek();
            if (const sse::item* const item = sse_.next()) {
                const std::string_view event = sse::detail::event_bytes(*item, before, sse_.peek());
                // an event without a chunk, such as a ping, may precede one that matches
                if (read_item(*item, event) || (matching_ && match_event())) {
                    return matcher_.chunk();
                }
                continue;
            }
            if (!closed_ && !sse_.failed() && !body_.full()) return nullptr;
        }
        if (take_end()) return matcher_.chunk();
    }
    // events after the end are only counted
    while (const sse::item* item = sse_.next()) take_item(*item);
    return nullptr;
}

// Called when no event is left or the end is decided.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_end() {
    // text that is held comes first: one call for each last chunk
    if (decided()) {
        if (flush_surrogates()) return true;
        end_ = decided_end_;
        return false;
    }
    // no error came that explains the cut event
    if (has_cut_event() && (sse_.failed() || input_done_)) return end_with_cut_event();
    if (sse_.failed()) return conclude(stream_end::limit, sse_.failure());
    if (body_.full()) {
        return conclude(stream_end::limit, make_error(errc::limit_exceeded, {}, {}, bounds().body));
    }
    if (!input_done_) {
        // once: a JSON body, or the last event, which may lack its blank line (quirk 21)
        input_done_ = true;
        return take_end_of_input();
    }
    if (flush_surrogates()) return true;
    if (const errc failed = failure_.code(); failed != errc::ok) {
        return conclude(failed == errc::cancelled ? stream_end::cancelled : stream_end::truncated,
                        failure_.take());
    }
    if (statistics_.chunks == 0 && statistics_.skipped_count == 0) {
        return conclude(stream_end::empty, make_error(errc::empty_response));
    }
    if (only_unrecognised()) return malformed(statistics_.excerpt);
    if (statistics_.all_finished) return conclude(stream_end::finished);  // quirk 20
    return conclude(stream_end::truncated, make_error(errc::truncated_stream));
}

// Matches or reads an event and, if read, offers it as a template. `event`: its bytes, or empty.
OAIWIRE_INLINE bool stream_machine::read_item(const sse::item& item, std::string_view event) {
    if (matching_ && matcher_.match_item(item, event, payload_, statistics_.event_offset)) {
        return hit();
    }
    const bool taken = take_item(item);
    if (taken && paths_.event_templates && matcher_.may_learn() && !decided() &&
        may_be_template()) {
        matcher_.learn(item.data, event, payload_, interleaved());
    }
    matching_ = paths_.event_templates && matcher_.any() && !holding() && !decided() &&
                !has_queued() && !has_cut_event();
    return taken;
}

// Whether reading the same text with other slot values would give the same chunk but for these: the
// reader changed nothing in it, and its kind does not depend on the values.
OAIWIRE_INLINE bool stream_machine::may_be_template() const {
    if (report_.lone_surrogate || report_.repaired || !settled()) return false;
    // without a type in the JSON, the event name, which is not always compared, decides the type
    if (!type_->has_choices() && !json_view::checked(payload_)["type"].exists()) return false;
    for (const auto& note : report_.notes) {
        // after other notes, a value may have come from another place in the text
        if (note.what != json::read_note::kind::absent) return false;
    }
    return true;
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
    return take_text(text, item.offset, false, item.event);
}

// Takes the next payload of an event that holds several (quirks 14, 15 and 27), or of a JSON body.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_queued() {
    const std::string_view text = queue_->take();
    bytes_read_ += text.size();
    if (queue_->cut()) return refuse(text, make_error(errc::unexpected_end));  // in a list
    return !text.empty() && take_text(text, queue_->offset(), true);
}

// Reads a payload into the matcher's next chunk, in one pass if it is a chunk. `queued`: it is from
// queue_. `event`: the SSE event type, if the text is the whole data of the event.
OAIWIRE_INLINE bool stream_machine::take_text(std::string_view text, std::size_t offset,
                                              bool queued, std::string_view event) {
    report_.clear();
    bytes_read_ += text.size();
    const json::read_options with = options();
    void* const chunk = matcher_.next_chunk(text.size());
    event_name named{event, {}};
    oaiwire::error why;
    const auto kind = classify_chunk(text, chunk, *type_, why, with, bounds(), named);
    if (kind == payload_kind::value && !has_cut_event()) {
        return report_.lone_surrogate ? deliver_halves(text, named) : deliver(text, nullptr);
    }
    return take_other(kind, text, offset, queued, named, std::move(why));
}

// Takes a payload that is no chunk, or any payload after a cut event. `why`: its error.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_other(payload_kind kind,
                                                             std::string_view text,
                                                             std::size_t offset, bool queued,
                                                             const event_name& named,
                                                             oaiwire::error&& why) {
    if (has_cut_event() && !explains_cut(kind)) {
        skip(skip_reason::after_end);
        return end_with_cut_event();
    }
    switch (kind) {
        case payload_kind::value:
            return report_.lone_surrogate ? deliver_halves(text, named) : deliver(text, nullptr);
        case payload_kind::error:
            return api_error(std::move(why), offset);
        case payload_kind::ignorable:
            // as a whole body instead of a stream it is a response of another protocol
            return skip(skip_reason::ignorable, body_.is_json() ? text : std::string_view());
        case payload_kind::unrecognised:
            return skip(skip_reason::unrecognised, text);
        case payload_kind::done:
            return take_done();
        case payload_kind::multiple:
            bytes_read_ += text.size();
            if (queued && queue_->in_list()) {
                return refuse(text, make_error(errc::type_mismatch, "an object was due"));
            }
            // the queue copies the text: the event's bytes may be gone when its second part is read
            if (!queued) {
                queue().put(text, offset);
                queue_->take();
            }
            queue_->take_apart();
            return false;
        case payload_kind::invalid:
            break;
    }
    return refuse(text, std::move(why));
}

// Whether a payload may follow an event that was cut: an error explains it, and may be one of
// several payloads.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::explains_cut(payload_kind kind) {
    const bool event = !type_->has_choices() && kind == payload_kind::value;
    if (event && type_->event.end_of(matcher_.chunk()) == stream_end::api_error) return true;
    return kind == payload_kind::error || kind == payload_kind::multiple;
}

// [DONE] completes a stream of chunks. A stream of events must have had the event that ends it.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_done() {
    statistics_.done_seen = true;
    if (only_unrecognised()) return malformed(statistics_.excerpt);
    if (type_->has_choices() || statistics_.all_finished) return conclude(stream_end::complete);
    return conclude(stream_end::truncated,
                    make_error(errc::truncated_stream, "[DONE] came before the event that is due"));
}

// Takes a payload that cannot be read. If it is the beginning of a JSON text (tolerant mode), as
// left by a server that broke off, its error is kept in cut_error_ until the next event shows
// whether the server explains it. Otherwise the stream ends as malformed.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::refuse(std::string_view text,
                                                         oaiwire::error why) {
    if (why.code == errc::out_of_memory) return conclude(stream_end::limit, std::move(why));
    const bool stream = !body_.is_json();
    const bool beginning = why.code == errc::unexpected_end ||
                           json::detail::check_text(text).code == errc::unexpected_end;
    // if the transport ended within the event, that is the error, not the event
    const bool excused = input_done_ && (stream || beginning || failure_.code() != errc::ok);
    skip(skip_reason::invalid, excused ? std::string_view() : text);
    if (excused) return false;
    why.message.append(": ");
    append_valid_utf8(why.message, utf8_prefix(text, bounds().excerpt));
    cut_offset_ = statistics_.event_offset;
    if (!cut_error_.set(std::move(why))) return conclude(stream_end::limit, no_memory());
    // the next event may be an error that explains it
    return stream && beginning && mode_ == json::tolerant ? false : end_with_cut_event();
}

// The chunk has U+FFFD in place of unpaired surrogates. To join them across chunks, the text is
// read again with the surrogates kept.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::deliver_halves(std::string_view text,
                                                                 const event_name& named) {
    const any_object again = make_object(type_->object);
    bytes_read_ += text.size();
    const std::string_view read = named.typed.empty() ? text : std::string_view(named.typed);
    return deliver(text, read_halves(read, again.get(), *type_, options()) ? again.get() : nullptr);
}

// Accepts the chunk that was read from `text`: updates the state, and decides the end if the event
// is the last one. `halves`: the same chunk with lone surrogates kept; null if it has none.
OAIWIRE_INLINE bool stream_machine::deliver(std::string_view text, void* halves) {
    void* const chunk = matcher_.chunk();
    bool taken = true;
    if (choice_tracker* const choices = std::get_if<choice_tracker>(&state_)) {
        taken = choices->take(chunk, halves, bounds(), statistics_);
        matcher_.set_choices(choices->ready());
    } else {
        std::get_if<event_tracker>(&state_)->take(chunk, halves, statistics_);
    }
    if (!taken) {
        return conclude(stream_end::limit, make_error(errc::limit_exceeded, "too many choices"));
    }
    // after the first chunk, the body is known to be an event stream
    if (statistics_.chunks++ == 0 && !body_.is_json()) body_.forget();
    payload_ = text;
    if (type_->has_choices()) return true;
    const stream_end end = type_->event.end_of(chunk);
    return end == stream_end::complete || end == stream_end::api_error
               ? take_end_of_event(end, text)
               : true;
}

// Ends the stream with an event that completes it or reports a failure. The event is delivered too.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_end_of_event(stream_end end,
                                                                    std::string_view text) {
    if (end == stream_end::complete) {
        conclude(end);
        return true;
    }
    oaiwire::error e = type_->event.error_of(matcher_.chunk());
    std::string repaired;
    const json_view json = payload_view(text, repaired);
    read_wait(e, json);
    read_stated_status(e, json);
    api_error(std::move(e), statistics_.event_offset);
    return true;
}

// Delivers surrogate halves that remained unpaired, as U+FFFD (quirk 32): all choices in one chunk,
// events one by one. False if there is none.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::flush_surrogates() {
    if (!holding()) return false;
    if (choice_tracker* const choices = std::get_if<choice_tracker>(&state_)) {
        choices->flush(matcher_.new_chunk());
    } else {
        std::get_if<event_tracker>(&state_)->flush(matcher_.new_chunk());
    }
    ++statistics_.chunks;
    payload_ = {};
    return true;
}

// Takes a body that is JSON, or the last event of a stream, which may lack its blank line.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_end_of_input() {
    if (body_.is_json()) {
        queue().put(payload_text(body_.text(), mode_), 0);
        body_.forget();
        return false;
    }
    if (const sse::item* item = sse_.finish()) return take_item(*item);
    if (statistics_.chunks != 0 || statistics_.skipped_count != 0 || !has_other_line(body_.text()))
        return false;
    append_valid_utf8(statistics_.excerpt, utf8_prefix(body_.text(), bounds().excerpt));
    // HTML or plain text (quirk 28)
    return malformed("not an event stream: " + statistics_.excerpt);
}

[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::conclude(stream_end end, oaiwire::error why) {
    matching_ = false;
    decided_end_ = end;
    error_.set(std::move(why));
    if (error_.code() == errc::out_of_memory) out_of_memory();
    return false;
}

// Ends the stream with the API's error. `offset`: of its event, unless the error has one.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::api_error(oaiwire::error e, std::size_t offset) {
    if (e.offset == oaiwire::error::no_offset) e.offset = offset;
    return conclude(stream_end::api_error, std::move(e));
}

[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::malformed(std::string_view said) {
    return conclude(stream_end::malformed, make_error(errc::unrecognised_payload, said));
}

// Counts a payload that is not delivered. `text`: its text if it cannot be read or is not of this
// protocol, of which the first becomes the excerpt; else "".
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::skip(skip_reason reason, std::string_view text) {
    constexpr std::size_t listed = 64;  // bounds the memory
    ++statistics_.skipped_count;
    if (statistics_.skipped.size() < listed) statistics_.skipped.push_back(reason);
    unrecognised_ = unrecognised_ || !text.empty();
    if (statistics_.excerpt.empty()) {
        append_valid_utf8(statistics_.excerpt, utf8_prefix(text, bounds().excerpt));
    }
    return false;
}

// Reports the cut event as the one that ended the stream.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::end_with_cut_event() {
    statistics_.event_offset = cut_offset_;
    return conclude(stream_end::malformed, cut_error_.take());
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
