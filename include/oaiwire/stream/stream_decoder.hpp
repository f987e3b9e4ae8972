// stream_decoder: the bytes of a streamed response, cut anywhere, to typed chunks and one of eight
// ends. Knows no HTTP; framing is the SSE decoder's and JSON the reader's.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/json_scan.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/body_text.hpp>
#include <oaiwire/stream/choice_tracker.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/end.hpp>
#include <oaiwire/stream/error_payload.hpp>
#include <oaiwire/stream/event_matcher.hpp>
#include <oaiwire/stream/event_tracker.hpp>
#include <oaiwire/stream/payload.hpp>
#include <oaiwire/stream/payload_queue.hpp>
#include <oaiwire/stream/tiers.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// Give it bytes with feed(), call next() until it returns null, and again after finish() or fail().
// What comes out depends on the bytes, never on where they were cut; everything decoded before the
// end is delivered, once and in order, and nothing after it. A body that is JSON instead of an
// event stream is understood too, once it is whole. Memory is bounded by the limits. json::tolerant
// takes what servers send; json::strict one JSON text an event, of the types as declared, and
// [DONE] without quotes.
template <class Chunk>
class stream_decoder {
public:
    using chunk_type = Chunk;
    using traits = chunk_traits<Chunk>;

    explicit stream_decoder(const limits& bounds = {}, json::read_mode mode = json::tolerant)
        : limits_(bounds), sse_(bounds, {.unknown_fields = true}) {
        options_.mode = mode;
        options_.depth = bounds.depth;
    }

    // Takes effect with the next event.
    void use(const decode_tiers& tiers) {
        tiers_ = tiers;
        options_.predict = tiers.prediction;
        matcher_.remember_beginnings(tiers.prefix_memo);
        matching_ = matching_ && tiers.templates;
    }

    // Lends bytes until next() has returned null.
    void feed(std::string_view bytes) {
        within_memory([&] { take_bytes(bytes); }, [&] { out_of_memory(); });
    }

    // The next chunk, valid until the next call of any member function that is not const; null:
    // more bytes are needed, or ended().
    const Chunk* next() {
        const auto found = [&]() -> const Chunk* {
            // where less is there, it is not worth the look
            constexpr std::size_t least = 16;
            const bool look = matching_ && sse_.unread().size() >= least;
            return look && match_event() ? &matcher_.chunk() : read_next();
        };
        return within_memory(found, [&] { return out_of_memory(); });
    }

    // The transport has delivered every byte, and says that it is all.
    void finish() {
        if (!closed_) facts_.transport_clean = true;
        closed_ = true;
    }
    // The transport failed: what came is a beginning (or errc::cancelled: the caller's own doing).
    void fail(oaiwire::error why) {
        if (!closed_) failure_ = std::move(why);
        if (!closed_ && failure_.code == errc::ok) failure_ = make_error(errc::transport_failed);
        closed_ = true;
    }
    // Ends at once; chunks that were not taken yet are dropped.
    void cancel() {
        if (ended()) return;
        conclude(stream_end::cancelled, make_error(errc::cancelled));
        end_ = verdict_;
    }

    bool ended() const { return end_ != stream_end::open; }
    stream_end end() const { return end_; }
    // Did it end as it should, complete or finished?
    bool ok() const { return end_ == stream_end::complete || end_ == stream_end::finished; }
    // Why it did not end well; errc::ok while it is open, complete or finished.
    const oaiwire::error& error() const { return error_; }
    const stream_facts& facts() const { return facts_; }
    // The JSON text of the chunk that next() returned last, as it came; valid as long as the chunk.
    std::string_view payload() const { return payload_; }
    // How many of the chunks were read by the template of one before them.
    std::size_t template_hits() const { return template_hits_; }
    // The work that payloads took so far, beside taking the bytes in: bytes that the reader was
    // given, and what the shortcuts tried, in steps of about that size. A small multiple of the
    // bytes that were fed, whatever they are.
    std::size_t work() const { return read_ + matcher_.steps(); }

private:
    void take_bytes(std::string_view bytes) {
        if (closed_) return;
        const bool wanted = body_.is_json() ? !decided() : facts_.chunks == 0;
        sse_.feed(body_.take(bytes, wanted, limits_.body));
    }
    const Chunk* read_next();
    // Ends at once: nothing that is left could be told from what is lost.
    [[gnu::cold]] const Chunk* out_of_memory() {
        conclude(stream_end::limit, no_memory());
        end_ = verdict_;
        return nullptr;
    }
    bool match_event() { return matcher_.match(sse_, payload_, facts_.event_offset) && hit(); }
    bool hit() {
        ++facts_.chunks;
        ++template_hits_;
        return true;
    }
    bool read_item(const sse::item& item, std::string_view unread);
    bool take_item(const sse::item& item);
    bool learnable() const;
    bool take_queued();
    bool take_text(std::string_view text, std::size_t offset, bool queued,
                   std::string_view event = {});
    bool take_done();
    bool refuse(std::string_view text, oaiwire::error why);
    bool explains_cut(payload_kind kind);
    bool deliver(std::string_view text);
    bool deliver_halves(std::string_view text);
    bool deliver(std::string_view text, Chunk* halves);
    bool take_end_of_input();
    bool flush_surrogates();

    bool decided() const { return verdict_ != stream_end::open; }
    // Takes effect once what is held has been delivered. Always false.
    bool conclude(stream_end end, oaiwire::error why = {}) {
        matching_ = false;
        verdict_ = end;
        error_ = std::move(why);
        return false;
    }
    bool api_error(oaiwire::error e, std::size_t offset) {
        if (e.offset == oaiwire::error::no_offset) e.offset = offset;
        return conclude(stream_end::api_error, std::move(e));
    }
    bool malformed(std::string_view said) {
        return conclude(stream_end::malformed, make_error(errc::unrecognised_payload, said));
    }
    bool skip(skip_reason reason, std::string_view text = {}) {
        constexpr std::size_t listed = 64;
        ++facts_.skipped_count;
        if (facts_.skipped.size() < listed) facts_.skipped.push_back(reason);
        foreign_ = foreign_ || !text.empty();
        if (facts_.excerpt.empty()) {
            append_valid_utf8(facts_.excerpt, utf8_prefix(text, limits_.excerpt));
        }
        return false;
    }
    // The last event was a beginning, and no error says why.
    bool cut() const { return cut_.code != errc::ok; }
    bool conclude_cut() {
        facts_.event_offset = cut_at_;
        return conclude(stream_end::malformed, std::move(cut_));
    }
    // Has nothing come but what is none of this protocol?
    bool only_foreign() const { return foreign_ && !tracker_.any(); }

    limits limits_;
    sse::decoder sse_;
    json::read_options options_{};
    json::read_report report_{};
    detail::event_name named_{};
    detail::event_matcher<Chunk> matcher_{};
    std::conditional_t<choice_chunk<Chunk>, choice_tracker<Chunk>, event_tracker<Chunk>> tracker_{};
    detail::body_text body_{};  // of an event stream: until a chunk came
    detail::payload_queue queue_{};
    std::string_view payload_{};
    stream_facts facts_{};
    oaiwire::error error_{};
    oaiwire::error failure_{};
    oaiwire::error cut_{};  // why the last event could not be read, which is a beginning
    std::size_t cut_at_ = 0;
    stream_end end_ = stream_end::open;
    stream_end verdict_ = stream_end::open;
    bool foreign_ = false;  // something came that is none of this protocol
    bool closed_ = false;
    bool input_done_ = false;
    bool matching_ = false;  // an event that is like another comes next, if it is here
    decode_tiers tiers_{};
    std::size_t template_hits_ = 0;
    std::size_t read_ = 0;  // bytes
};

template <class Chunk>
const Chunk* stream_decoder<Chunk>::read_next() {
    while (!ended()) {
        if (decided()) {
            if (flush_surrogates()) return &matcher_.chunk();
            end_ = verdict_;
        } else if (!queue_.empty()) {
            if (take_queued()) return &matcher_.chunk();
        } else if (const std::string_view unread = sse_.unread();
                   const sse::item* item = sse_.next()) {
            if (read_item(*item, unread) || (matching_ && match_event())) return &matcher_.chunk();
        } else if (cut() && (sse_.failed() || input_done_)) {
            conclude_cut();
        } else if (sse_.failed()) {
            conclude(stream_end::limit, sse_.failure());
        } else if (body_.full()) {
            conclude(stream_end::limit, make_error(errc::limit_exceeded, {}, {}, limits_.body));
        } else if (!closed_) {
            return nullptr;
        } else if (!input_done_) {
            input_done_ = true;
            if (take_end_of_input()) return &matcher_.chunk();
        } else if (flush_surrogates()) {
            return &matcher_.chunk();
        } else if (failure_.code != errc::ok) {
            conclude(
                failure_.code == errc::cancelled ? stream_end::cancelled : stream_end::truncated,
                failure_);
        } else if (facts_.chunks == 0 && facts_.skipped_count == 0) {
            conclude(stream_end::empty, make_error(errc::empty_response));
        } else if (only_foreign()) {
            malformed(facts_.excerpt);
        } else if (facts_.all_finished) {
            conclude(stream_end::finished);
        } else {
            conclude(stream_end::truncated, make_error(errc::truncated_stream));
        }
    }
    // what comes after the end is counted and nothing else
    while (const sse::item* item = sse_.next()) take_item(*item);
    return nullptr;
}

// These give true where a chunk is ready.
template <class Chunk>
bool stream_decoder<Chunk>::read_item(const sse::item& item, std::string_view unread) {
    const std::string_view event = sse_.bytes_of(item, unread);
    if (matching_ && matcher_.match_data(item, event, payload_, facts_.event_offset)) return hit();
    const bool taken = take_item(item);
    if (taken && tiers_.templates && matcher_.due() && !decided() && learnable()) {
        matcher_.learn(item.data, event, payload_, tracker_.interleaved());
    }
    matching_ = tiers_.templates && matcher_.any() && !tracker_.holding() && !decided() &&
                queue_.empty() && !cut();
    return taken;
}

// Is the chunk as it was read, and would be any other that differs in its texts only?
template <class Chunk>
bool stream_decoder<Chunk>::learnable() const {
    if (report_.lone_surrogate || report_.repaired || !tracker_.settled()) return false;
    // what the event is may not hang on bytes that are not compared; repair may have been needed
    if (!choice_chunk<Chunk> && !json_view::checked(payload_)["type"].exists()) return false;
    return std::all_of(report_.notes.begin(), report_.notes.end(), [](const auto& note) {
        // else what was read may lie elsewhere
        return note.what == json::read_note::kind::absent;
    });
}

template <class Chunk>
bool stream_decoder<Chunk>::take_item(const sse::item& item) {
    if (item.kind == sse::item_kind::field) {
        // old llama.cpp reports errors in a field of that name, which the standard ignores
        if (item.event != "error" || item.data.empty() || decided()) return false;
        facts_.event_offset = item.offset;
        return api_error(error_of_body(item.data, 0, limits_), item.offset);
    }
    if (!decided()) facts_.event_offset = item.offset;
    const std::string_view text = payload_text(item.data, options_.mode);
    if (decided()) {
        if (text.empty()) return false;
        // after an event that was the end already
        const bool due = verdict_ == stream_end::complete && !facts_.done_seen;
        if (!due || !is_done(text, options_.mode)) return skip(skip_reason::after_end);
        facts_.done_seen = true;
        return false;
    }
    if (item.event == "error" && !text.empty()) {
        return api_error(detail::error_of_event(text, limits_), item.offset);
    }
    return take_text(text, item.offset, false, item.event);
}

template <class Chunk>
bool stream_decoder<Chunk>::take_queued() {
    const std::string_view text = queue_.take();
    read_ += text.size();
    if (queue_.cut()) return refuse(text, make_error(errc::unexpected_end));
    return !text.empty() && take_text(text, queue_.offset(), true);
}

// event: the name that the framing gives, where it gives one to this text alone.
template <class Chunk>
bool stream_decoder<Chunk>::take_text(std::string_view text, std::size_t offset, bool queued,
                                      std::string_view event) {
    report_.clear();
    options_.report = &report_;
    named_.name = event;
    named_.typed.clear();
    read_ += text.size();
    Chunk& chunk = matcher_.another(text, options_);
    const auto kind = detail::classify_chunk(text, chunk, error_, options_, limits_, named_);
    if (cut() && !explains_cut(kind)) {
        skip(skip_reason::after_end);
        return conclude_cut();
    }
    switch (kind) {
        case payload_kind::value:
            return deliver(text);
        case payload_kind::error:
            return api_error(std::exchange(error_, {}), offset);
        case payload_kind::ignorable:
            // in an event stream, that is nothing; as a whole body it is another answer
            return skip(skip_reason::ignorable, body_.is_json() ? text : std::string_view());
        case payload_kind::unrecognised:
            return skip(skip_reason::unrecognised, text);
        case payload_kind::done:
            return take_done();
        case payload_kind::multiple:
            read_ += text.size();
            if (queued && queue_.in_list()) {
                return refuse(text, make_error(errc::type_mismatch, "an object was due"));
            }
            if (!queued) {
                queue_.put(text, offset);
                queue_.take();
            }
            queue_.take_apart();
            return false;
        case payload_kind::invalid:
            break;
    }
    return refuse(text, std::exchange(error_, {}));
}

// An error may say why the event before it was cut, or is among several payloads; nothing else
// may follow it.
template <class Chunk>
bool stream_decoder<Chunk>::explains_cut(payload_kind kind) {
    if constexpr (!choice_chunk<Chunk>) {
        const bool event = kind == payload_kind::value;
        if (event && traits::end_of(matcher_.chunk()) == stream_end::api_error) return true;
    }
    return kind == payload_kind::error || kind == payload_kind::multiple;
}

template <class Chunk>
bool stream_decoder<Chunk>::take_done() {
    facts_.done_seen = true;
    if (only_foreign()) return malformed(facts_.excerpt);
    if (choice_chunk<Chunk> || facts_.all_finished) return conclude(stream_end::complete);
    return conclude(stream_end::truncated,
                    make_error(errc::truncated_stream, "[DONE] came before the event that is due"));
}

// Of what cannot be read.
template <class Chunk>
bool stream_decoder<Chunk>::refuse(std::string_view text, oaiwire::error why) {
    const bool stream = !body_.is_json();
    const bool beginning = why.code == errc::unexpected_end ||
                           json_scan::check_text(text).code == errc::unexpected_end;
    // what the end of the input cut in two is no fault of the sender's
    const bool excused = input_done_ && (stream || beginning || failure_.code != errc::ok);
    skip(skip_reason::invalid, excused ? std::string_view() : text);
    if (excused) return false;
    why.message.append(": ");
    append_valid_utf8(why.message, utf8_prefix(text, limits_.excerpt));
    cut_at_ = facts_.event_offset;
    cut_ = std::move(why);
    // the next event may be the error that cut this one
    return stream && beginning && options_.mode == json::tolerant ? false : conclude_cut();
}

template <class Chunk>
bool stream_decoder<Chunk>::deliver(std::string_view text) {
    return report_.lone_surrogate ? deliver_halves(text) : deliver(text, nullptr);
}

// Halves that may be joined are needed as they came; everything else has U+FFFD for them.
template <class Chunk>
[[gnu::noinline]] bool stream_decoder<Chunk>::deliver_halves(std::string_view text) {
    Chunk again;
    read_ += text.size();
    const std::string_view read = named_.typed.empty() ? text : std::string_view(named_.typed);
    return deliver(text, detail::read_halves(read, again, options_) ? &again : nullptr);
}

template <class Chunk>
bool stream_decoder<Chunk>::deliver(std::string_view text, Chunk* halves) {
    Chunk& chunk = matcher_.chunk();
    auto taken = tracker_.take(chunk, halves, limits_, facts_);
    if (!tracker_.settled()) matcher_.forget_beginning();
    if (!taken) return conclude(stream_end::limit, std::move(taken).error());
    ++facts_.chunks;
    payload_ = text;
    if constexpr (!choice_chunk<Chunk>) {
        const stream_end end = traits::end_of(chunk);
        if (end == stream_end::complete) conclude(end);
        if (end == stream_end::api_error) {
            oaiwire::error e = traits::error_of(chunk);
            std::string repaired;
            const json_view json = payload_view(text, repaired);
            read_wait(e, json);
            detail::read_stated_status(e, json);
            api_error(std::move(e), facts_.event_offset);
        }
    }
    return true;
}

// Halves that never met their other become one last chunk.
template <class Chunk>
bool stream_decoder<Chunk>::flush_surrogates() {
    if (!tracker_.holding()) return false;
    tracker_.flush(matcher_.another());
    ++facts_.chunks;
    payload_ = {};
    return true;
}

// A body that is JSON, or the last event of a stream, which may lack its blank line.
template <class Chunk>
bool stream_decoder<Chunk>::take_end_of_input() {
    if (body_.is_json()) {
        queue_.put(payload_text(body_.text(), options_.mode), 0);
        body_.forget();
        return false;
    }
    if (const sse::item* item = sse_.finish()) return take_item(*item);
    if (facts_.chunks != 0 || facts_.skipped_count != 0 || !detail::has_other_line(body_.text()))
        return false;
    append_valid_utf8(facts_.excerpt, utf8_prefix(body_.text(), limits_.excerpt));
    return malformed("not an event stream: " + facts_.excerpt);
}

}  // namespace oaiwire::inline OAIWIRE_ABI
