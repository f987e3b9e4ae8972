// stream_machine_end: definitions of the functions of stream_machine that decide how a stream ends.
//
// The end has two steps: conclude() decides it, and take_end() sets it once the last text was
// delivered. "(quirk 9)" cites docs/quirks.md.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/body_start.hpp>
#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/body/error_wait.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/stream_machine.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// As finish(), with the reason. Events that were fed before are delivered first.
[[gnu::cold]] OAIWIRE_INLINE void stream_machine::fail(oaiwire::error why) {
    if (closed_) return;
    close();
    if (why.code == errc::ok) why = make_error(errc::transport_failed);
    if (!within_memory([&] { return rare().failure.set(std::move(why)); }, [] { return false; })) {
        out_of_memory();
    }
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

// Called when no event is left or the end is decided.
[[gnu::noinline]] OAIWIRE_INLINE bool stream_machine::take_end() {
    // text that is held comes first: one call for each last chunk
    if (decided()) {
        if (holding() && flush_surrogates()) return true;
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
    if (holding() && flush_surrogates()) return true;
    if (const errc failed = failure(); failed != errc::ok) {
        return conclude(failed == errc::cancelled ? stream_end::cancelled : stream_end::truncated,
                        rare_->failure.take());
    }
    if (statistics_.chunks == 0 && statistics_.skipped_count == 0) {
        return conclude(stream_end::empty, make_error(errc::empty_response));
    }
    if (only_unrecognised()) return malformed(statistics_.excerpt);
    if (statistics_.all_finished) return conclude(stream_end::finished);  // quirk 20
    return conclude(stream_end::truncated, make_error(errc::truncated_stream));
}

// Whether a payload may follow an event that was cut: an error explains it, and may be one of
// several payloads.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::explains_cut(payload_kind kind) {
    const bool event = !type().has_choices() && kind == payload_kind::value;
    if (event && type().event.end_of(matcher_.chunk()) == stream_end::api_error) return true;
    return kind == payload_kind::error || kind == payload_kind::multiple;
}

// [DONE] completes a stream of chunks. A stream of events must have had the event that ends it.
OAIWIRE_INLINE bool stream_machine::take_done() {
    statistics_.done_seen = true;
    if (only_unrecognised()) return malformed(statistics_.excerpt);
    if (type().has_choices() || statistics_.all_finished) return conclude(stream_end::complete);
    return conclude(stream_end::truncated,
                    make_error(errc::truncated_stream, "[DONE] came before the event that is due"));
}

// Takes a payload that cannot be read. If it is the beginning of a JSON text (tolerant mode), as
// left by a server that broke off, its error is kept in rare_ until the next event shows
// whether the server explains it. Otherwise the stream ends as malformed.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::refuse(std::string_view text,
                                                         oaiwire::error why) {
    if (why.code == errc::out_of_memory) return conclude(stream_end::limit, std::move(why));
    const bool stream = !body_.is_json();
    const bool beginning = why.code == errc::unexpected_end ||
                           json::detail::check_text(text).code == errc::unexpected_end;
    // if the transport ended within the event, that is the error, not the event
    const bool excused = input_done_ && (stream || beginning || failure() != errc::ok);
    skip(skip_reason::invalid, excused ? std::string_view() : text);
    if (excused) return false;
    why.message.append(": ");
    append_valid_utf8(why.message, utf8_prefix(text, bounds().excerpt));
    rare().cut_offset = statistics_.event_offset;
    if (!rare_->cut_error.set(std::move(why))) return conclude(stream_end::limit, no_memory());
    // the next event may be an error that explains it
    return stream && beginning && mode_ == json::tolerant ? false : end_with_cut_event();
}

// Ends the stream with an event that completes it or reports a failure. The event is delivered too.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_end_of_event(stream_end end,
                                                                    std::string_view text) {
    if (end == stream_end::complete) {
        conclude(end);
        return true;
    }
    oaiwire::error e = type().event.error_of(matcher_.chunk());
    std::string repaired;
    const json_view json = payload_view(text, repaired);
    read_wait(e, json);
    read_stated_status(e, json);
    api_error(std::move(e), statistics_.event_offset);
    return true;
}

// Delivers surrogate halves that remained unpaired, as U+FFFD (quirk 32): all choices in one chunk,
// events one by one. Precondition: holding().
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::flush_surrogates() {
    if (choice_tracker* const choices = std::get_if<choice_tracker>(&state_)) {
        choices->flush(type().choices, matcher_.new_chunk());
    } else {
        std::get_if<event_tracker>(&state_)->flush(type(), matcher_.new_chunk());
    }
    ++statistics_.chunks;
    payload_ = {};
    return true;
}

// Takes a body that is JSON, or the last event of a stream, which may lack its blank line.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_end_of_input() {
    if (body_.is_json()) {
        rare().queue.put(payload_text(body_.text(), mode_), 0);
        body_.forget();
        return false;
    }
    sse::item to;
    if (const sse::item* item = sse_.finish(to)) return take_item(*item);
    if (statistics_.chunks != 0 || statistics_.skipped_count != 0 || !has_other_line(body_.text()))
        return false;
    append_valid_utf8(statistics_.excerpt, utf8_prefix(body_.text(), bounds().excerpt));
    // HTML or plain text (quirk 28)
    return malformed("not an event stream: " + statistics_.excerpt);
}

OAIWIRE_INLINE bool stream_machine::conclude(stream_end end) {
    matching_ = false;
    decided_end_ = end;
    error_.clear();
    return false;
}

[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::conclude(stream_end end, oaiwire::error why) {
    conclude(end);
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
    statistics_.event_offset = rare_->cut_offset;
    return conclude(stream_end::malformed, rare_->cut_error.take());
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
