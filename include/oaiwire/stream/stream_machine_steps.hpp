// The functions of stream_machine, defined.
#pragma once

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

namespace oaiwire::inline v0_2::detail {

[[gnu::cold]] OAIWIRE_INLINE stream_machine::stream_machine(const chunk_table& type,
                                                            const limits& bounds,
                                                            json::read_mode mode)
    : type_(&type),
      sse_(bounds, {.unknown_fields = true}),
      matcher_(type),
      tracker_(tracker_for(type)),
      mode_(mode) {
    if (bounds == usual_bounds) return;
    within_memory([&] { own_bounds_ = std::make_unique<const limits>(bounds); },
                  [&] { out_of_memory(); });
}

OAIWIRE_INLINE stream_machine::tracker stream_machine::tracker_for(const chunk_table& type) {
    if (type.has_choices()) return tracker(std::in_place_type<choice_tracker>, type.choices);
    return tracker(std::in_place_type<event_tracker>, type);
}

OAIWIRE_INLINE stream_machine::stream_machine(stream_machine&&) noexcept = default;
OAIWIRE_INLINE stream_machine& stream_machine::operator=(stream_machine&&) noexcept = default;
[[gnu::cold]] OAIWIRE_INLINE stream_machine::~stream_machine() = default;

OAIWIRE_INLINE void stream_machine::use(const decode_tiers& tiers) {
    tiers_ = tiers;
    matching_ = matching_ && tiers.templates;
}

// How a text is read.
OAIWIRE_INLINE json::read_options stream_machine::options() {
    json::read_options out(mode_);
    out.depth = bounds().depth;
    out.report = &report_;
    out.predict = tiers_.prediction;
    return out;
}

[[gnu::cold]] OAIWIRE_INLINE payload_queue& stream_machine::queue() {
    if (!queue_) queue_ = std::make_unique<payload_queue>();
    return *queue_;
}

OAIWIRE_INLINE void stream_machine::feed(std::string_view bytes) {
    within_memory([&] { take_bytes(bytes); }, [&] { out_of_memory(); });
}

OAIWIRE_INLINE void* stream_machine::next() {
    const auto found = [&]() -> void* {
        // where less is there, it is not worth the look
        constexpr std::size_t least = 16;
        const bool look = matching_ && sse_.unread().size() >= least;
        return look && match_event() ? matcher_.chunk() : read_next();
    };
    return within_memory(found, [&] { return out_of_memory(); });
}

[[gnu::cold]] OAIWIRE_INLINE void stream_machine::fail(oaiwire::error why) {
    if (closed_) return;
    closed_ = true;
    if (why.code == errc::ok) why = make_error(errc::transport_failed);
    if (!failure_.set(std::move(why))) out_of_memory();
}

[[gnu::cold]] OAIWIRE_INLINE void stream_machine::cancel() {
    if (ended()) return;
    conclude(stream_end::cancelled, make_error(errc::cancelled));
    end_ = verdict_;
}

OAIWIRE_INLINE void stream_machine::take_bytes(std::string_view bytes) {
    if (closed_) return;
    const bool wanted = body_.is_json() ? !decided() : statistics_.chunks == 0;
    sse_.feed(body_.take(bytes, wanted, bounds().body));
}

// Ends at once: nothing that is left could be told from what is lost.
[[gnu::cold]] OAIWIRE_INLINE void* stream_machine::out_of_memory() {
    matching_ = false;
    verdict_ = end_ = stream_end::limit;
    error_.set_no_memory();
    return nullptr;
}

OAIWIRE_INLINE void* stream_machine::read_next() {
    while (!ended()) {
        if (!decided()) {
            if (has_queued()) {
                if (take_queued()) return matcher_.chunk();
                continue;
            }
            const std::string_view unread = sse_.unread();
            if (const sse::item* const item = sse_.next()) {
                if (read_item(*item, unread) || (matching_ && match_event())) {
                    return matcher_.chunk();
                }
                continue;
            }
            if (!closed_ && !sse_.failed() && !body_.full()) return nullptr;
        }
        if (take_end()) return matcher_.chunk();
    }
    // what comes after the end is counted and nothing else
    while (const sse::item* item = sse_.next()) take_item(*item);
    return nullptr;
}

// These give true where a chunk is ready. Where no event is left, or the end is decided:
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_end() {
    if (decided()) {
        if (flush_surrogates()) return true;
        end_ = verdict_;
        return false;
    }
    if (cut() && (sse_.failed() || input_done_)) return conclude_cut();
    if (sse_.failed()) return conclude(stream_end::limit, sse_.failure());
    if (body_.full()) {
        return conclude(stream_end::limit, make_error(errc::limit_exceeded, {}, {}, bounds().body));
    }
    if (!input_done_) {
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
    if (only_foreign()) return malformed(statistics_.excerpt);
    if (statistics_.all_finished) return conclude(stream_end::finished);
    return conclude(stream_end::truncated, make_error(errc::truncated_stream));
}

OAIWIRE_INLINE bool stream_machine::read_item(const sse::item& item, std::string_view unread) {
    const std::string_view event = sse_.bytes_of(item, unread);
    if (matching_ && matcher_.match_data(item, event, payload_, statistics_.event_offset))
        return hit();
    const bool taken = take_item(item);
    if (taken && tiers_.templates && matcher_.due() && !decided() && learnable()) {
        matcher_.learn(item.data, event, payload_, interleaved());
    }
    matching_ =
        tiers_.templates && matcher_.any() && !holding() && !decided() && !has_queued() && !cut();
    return taken;
}

// Is the chunk as it was read, and would be any other that differs in its texts only?
OAIWIRE_INLINE bool stream_machine::learnable() const {
    if (report_.lone_surrogate || report_.repaired || !settled()) return false;
    // what the event is may not hang on bytes that are not compared; repair may have been needed
    if (!type_->has_choices() && !json_view::checked(payload_)["type"].exists()) return false;
    for (const auto& note : report_.notes) {
        // else what was read may lie elsewhere
        if (note.what != json::read_note::kind::absent) return false;
    }
    return true;
}

OAIWIRE_INLINE bool stream_machine::take_item(const sse::item& item) {
    if (item.kind == sse::item_kind::field) {
        // old llama.cpp reports errors in a field of that name, which the standard ignores
        if (item.event != "error" || item.data.empty() || decided()) return false;
        statistics_.event_offset = item.offset;
        return api_error(error_of_body(item.data, 0, bounds()), item.offset);
    }
    if (!decided()) statistics_.event_offset = item.offset;
    const std::string_view text = payload_text(item.data, mode_);
    if (decided()) {
        if (text.empty()) return false;
        // after an event that was the end already
        const bool due = verdict_ == stream_end::complete && !statistics_.done_seen;
        if (!due || !is_done(text, mode_)) return skip(skip_reason::after_end);
        statistics_.done_seen = true;
        return false;
    }
    if (item.event == "error" && !text.empty()) {
        return api_error(error_of_event(text, bounds()), item.offset);
    }
    return take_text(text, item.offset, false, item.event);
}

[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_queued() {
    const std::string_view text = queue_->take();
    read_ += text.size();
    if (queue_->cut()) return refuse(text, make_error(errc::unexpected_end));
    return !text.empty() && take_text(text, queue_->offset(), true);
}

// event: the name that the framing gives, where it gives one to this text alone.
OAIWIRE_INLINE bool stream_machine::take_text(std::string_view text, std::size_t offset,
                                              bool queued, std::string_view event) {
    report_.clear();
    read_ += text.size();
    const json::read_options with = options();
    void* const chunk = matcher_.another(text.size());
    event_name named{event, {}};
    oaiwire::error why;
    const auto kind = classify_chunk(text, chunk, *type_, why, with, bounds(), named);
    if (kind == payload_kind::value && !cut()) {
        return report_.lone_surrogate ? deliver_halves(text, named) : deliver(text, nullptr);
    }
    return take_other(kind, text, offset, queued, named, std::move(why));
}

[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_other(payload_kind kind,
                                                             std::string_view text,
                                                             std::size_t offset, bool queued,
                                                             const event_name& named,
                                                             oaiwire::error&& why) {
    if (cut() && !explains_cut(kind)) {
        skip(skip_reason::after_end);
        return conclude_cut();
    }
    switch (kind) {
        case payload_kind::value:
            return report_.lone_surrogate ? deliver_halves(text, named) : deliver(text, nullptr);
        case payload_kind::error:
            return api_error(std::move(why), offset);
        case payload_kind::ignorable:
            // in an event stream, that is nothing; as a whole body it is another answer
            return skip(skip_reason::ignorable, body_.is_json() ? text : std::string_view());
        case payload_kind::unrecognised:
            return skip(skip_reason::unrecognised, text);
        case payload_kind::done:
            return take_done();
        case payload_kind::multiple:
            read_ += text.size();
            if (queued && queue_->in_list()) {
                return refuse(text, make_error(errc::type_mismatch, "an object was due"));
            }
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

// An error may say why the event before it was cut, or is among several payloads; nothing else
// may follow it.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::explains_cut(payload_kind kind) {
    const bool event = !type_->has_choices() && kind == payload_kind::value;
    if (event && type_->event.end_of(matcher_.chunk()) == stream_end::api_error) return true;
    return kind == payload_kind::error || kind == payload_kind::multiple;
}

[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::take_done() {
    statistics_.done_seen = true;
    if (only_foreign()) return malformed(statistics_.excerpt);
    if (type_->has_choices() || statistics_.all_finished) return conclude(stream_end::complete);
    return conclude(stream_end::truncated,
                    make_error(errc::truncated_stream, "[DONE] came before the event that is due"));
}

// Of what cannot be read.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::refuse(std::string_view text,
                                                         oaiwire::error why) {
    if (why.code == errc::out_of_memory) {
        out_of_memory();
        return false;
    }
    const bool stream = !body_.is_json();
    const bool beginning = why.code == errc::unexpected_end ||
                           json::detail::check_text(text).code == errc::unexpected_end;
    // what the end of the input cut in two is no fault of the sender's
    const bool excused = input_done_ && (stream || beginning || failure_.code() != errc::ok);
    skip(skip_reason::invalid, excused ? std::string_view() : text);
    if (excused) return false;
    why.message.append(": ");
    append_valid_utf8(why.message, utf8_prefix(text, bounds().excerpt));
    cut_at_ = statistics_.event_offset;
    if (!cut_.set(std::move(why))) {
        out_of_memory();
        return false;
    }
    // the next event may be the error that cut this one
    return stream && beginning && mode_ == json::tolerant ? false : conclude_cut();
}

// Halves that may be joined are needed as they came; everything else has U+FFFD for them.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::deliver_halves(std::string_view text,
                                                                 const event_name& named) {
    const any_object again = make_object(type_->object);
    read_ += text.size();
    const std::string_view read = named.typed.empty() ? text : std::string_view(named.typed);
    return deliver(text, read_halves(read, again.get(), *type_, options()) ? again.get() : nullptr);
}

OAIWIRE_INLINE bool stream_machine::deliver(std::string_view text, void* halves) {
    void* const chunk = matcher_.chunk();
    bool taken = true;
    if (choice_tracker* const choices = std::get_if<choice_tracker>(&tracker_)) {
        taken = choices->take(chunk, halves, bounds(), statistics_);
    } else {
        std::get_if<event_tracker>(&tracker_)->take(chunk, halves, statistics_);
    }
    if (!taken) {
        return conclude(stream_end::limit, make_error(errc::limit_exceeded, "too many choices"));
    }
    // the first shows what the body is
    if (statistics_.chunks++ == 0 && !body_.is_json()) body_.forget();
    payload_ = text;
    if (type_->has_choices()) return true;
    const stream_end end = type_->event.end_of(chunk);
    return end == stream_end::complete || end == stream_end::api_error
               ? take_end_of_event(end, text)
               : true;
}

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

// Halves that never met their other become one last chunk.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::flush_surrogates() {
    if (!holding()) return false;
    if (choice_tracker* const choices = std::get_if<choice_tracker>(&tracker_)) {
        choices->flush(matcher_.another_new());
    } else {
        std::get_if<event_tracker>(&tracker_)->flush(matcher_.another());
    }
    ++statistics_.chunks;
    payload_ = {};
    return true;
}

// A body that is JSON, or the last event of a stream, which may lack its blank line.
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
    return malformed("not an event stream: " + statistics_.excerpt);
}

// Takes effect once what is held has been delivered. Always false.
[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::conclude(stream_end end, oaiwire::error why) {
    matching_ = false;
    verdict_ = end;
    const bool no_memory = why.code == errc::out_of_memory;
    if (!error_.set(std::move(why)) || no_memory) out_of_memory();
    return false;
}

[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::api_error(oaiwire::error e, std::size_t offset) {
    if (e.offset == oaiwire::error::no_offset) e.offset = offset;
    return conclude(stream_end::api_error, std::move(e));
}

[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::malformed(std::string_view said) {
    return conclude(stream_end::malformed, make_error(errc::unrecognised_payload, said));
}

[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::skip(skip_reason reason, std::string_view text) {
    constexpr std::size_t listed = 64;
    ++statistics_.skipped_count;
    if (statistics_.skipped.size() < listed) statistics_.skipped.push_back(reason);
    foreign_ = foreign_ || !text.empty();
    if (statistics_.excerpt.empty()) {
        append_valid_utf8(statistics_.excerpt, utf8_prefix(text, bounds().excerpt));
    }
    return false;
}

[[gnu::cold]] OAIWIRE_INLINE bool stream_machine::conclude_cut() {
    statistics_.event_offset = cut_at_;
    return conclude(stream_end::malformed, cut_.take());
}

}  // namespace oaiwire::inline v0_2::detail
