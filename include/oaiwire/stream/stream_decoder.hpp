// stream_decoder: the bytes of a streamed response, cut anywhere, to typed chunks and one of eight
// ends. Knows no HTTP; framing is the SSE decoder's and JSON the reader's.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/json/repair.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/body_start.hpp>
#include <oaiwire/stream/choice_tracker.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/end.hpp>
#include <oaiwire/stream/error_payload.hpp>
#include <oaiwire/stream/event_matcher.hpp>
#include <oaiwire/stream/event_tracker.hpp>
#include <oaiwire/stream/payload.hpp>
#include <oaiwire/stream/tiers.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// Give it bytes with feed(), call next() until it returns null, and again after finish() or fail().
// What comes out depends on the bytes, never on where they were cut; everything decoded before the
// end is delivered, once and in order, and nothing after it. A body that is JSON instead of an
// event stream is understood too, once it is whole. Memory is bounded by the limits.
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
    enum class body : std::uint8_t { undecided, events, plain_json };

    void take_bytes(std::string_view bytes);
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
    bool take_rest();
    bool take_text(std::string_view text, std::size_t offset, bool of_rest,
                   std::string_view event = {});
    bool deliver(std::string_view text);
    bool deliver_halves(std::string_view text);
    bool deliver(std::string_view text, Chunk* halves);
    bool take_end_of_input();
    bool is_other_body();
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
    bool skip(skip_reason reason, std::string_view text = {}) {
        constexpr std::size_t listed = 64;
        ++facts_.skipped_count;
        if (facts_.skipped.size() < listed) facts_.skipped.push_back(reason);
        if (reason == skip_reason::unrecognised && facts_.excerpt.empty()) {
            append_valid_utf8(facts_.excerpt, utf8_prefix(text, limits_.excerpt));
        }
        return false;
    }

    // Enough of a body to say whether it is an event stream.
    static constexpr std::size_t head_size = 512;

    limits limits_;
    sse::decoder sse_;
    json::read_options options_{};
    json::read_report report_{};
    detail::event_name named_{};
    detail::event_matcher<Chunk> matcher_{};
    std::conditional_t<choice_chunk<Chunk>, choice_tracker<Chunk>, event_tracker<Chunk>> tracker_{};
    std::string body_{};  // of JSON: the whole; of an event stream: its head, until a chunk came
    std::string rest_{};  // what follows, in one payload, a JSON text that was taken
    std::size_t rest_at_ = 0;
    std::size_t rest_offset_ = 0;
    std::string_view payload_{};
    stream_facts facts_{};
    oaiwire::error error_{};
    oaiwire::error failure_{};
    stream_end end_ = stream_end::open;
    stream_end verdict_ = stream_end::open;
    body kind_ = body::undecided;
    detail::body_start start_{};
    bool closed_ = false;
    bool body_full_ = false;
    bool input_done_ = false;
    bool matching_ = false;  // an event that is like another comes next, if it is here
    decode_tiers tiers_{};
    std::size_t template_hits_ = 0;
    std::size_t read_ = 0;  // bytes
};

template <class Chunk>
void stream_decoder<Chunk>::take_bytes(std::string_view bytes) {
    if (closed_) return;
    std::string_view kept = bytes;
    if (kind_ == body::undecided) {
        const std::size_t first = start_.find(bytes);
        if (first == bytes.size()) return sse_.feed(bytes);
        kept = bytes.substr(first);
        kind_ = kept[0] == '{' || kept[0] == '[' ? body::plain_json : body::events;
        // lines before JSON are an event stream's, wherever they are cut
        if (kind_ == body::plain_json) sse_.feed(bytes.substr(0, first));
    }
    if (kind_ == body::plain_json) {
        if (decided()) return;
        body_full_ = body_full_ || kept.size() > limits_.body - body_.size();
        if (!body_full_) append_within(body_, kept, limits_.body);
        return;
    }
    if (facts_.chunks == 0 && body_.size() < head_size) {
        body_.append(kept.substr(0, head_size - body_.size()));
    }
    sse_.feed(bytes);
}

template <class Chunk>
const Chunk* stream_decoder<Chunk>::read_next() {
    while (!ended()) {
        if (decided()) {
            if (flush_surrogates()) return &matcher_.chunk();
            end_ = verdict_;
        } else if (rest_at_ != rest_.size()) {
            if (take_rest()) return &matcher_.chunk();
        } else if (const std::string_view unread = sse_.unread();
                   const sse::item* item = sse_.next()) {
            if (read_item(*item, unread) || (matching_ && match_event())) return &matcher_.chunk();
        } else if (sse_.failed()) {
            conclude(stream_end::limit, sse_.failure());
        } else if (body_full_) {
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
                rest_at_ == rest_.size();
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
    const std::string_view text = payload_text(item.data);
    if (decided()) {
        if (text.empty()) return false;
        // after an event that was the end already
        const bool due = verdict_ == stream_end::complete && !facts_.done_seen;
        if (!due || !is_done(text)) return skip(skip_reason::after_end);
        facts_.done_seen = true;
        return false;
    }
    if (item.event == "error" && !text.empty()) {
        return api_error(error_of_body(text, 0, limits_), item.offset);
    }
    return take_text(text, item.offset, false, item.event);
}

template <class Chunk>
bool stream_decoder<Chunk>::take_rest() {
    std::string_view text = payload_text(std::string_view(rest_).substr(rest_at_));
    // where several are known to be, the reader gets one: it would look at all of them each time
    const std::size_t size = rest_at_ == 0 ? 0 : first_of_several(text);
    read_ += size;
    rest_at_ = size == 0 ? rest_.size() : rest_.size() - (text.size() - size);
    if (size != 0) text = text.substr(0, size);
    return take_text(text, rest_offset_, true);
}

// event: the name that the framing gives, where it gives one to this text alone.
template <class Chunk>
bool stream_decoder<Chunk>::take_text(std::string_view text, std::size_t offset, bool of_rest,
                                      std::string_view event) {
    report_.clear();
    options_.report = &report_;
    named_.name = event;
    named_.typed.clear();
    read_ += text.size();
    Chunk& chunk = matcher_.another(text, options_);
    switch (detail::classify_chunk(text, chunk, error_, options_, limits_, named_)) {
        case payload_kind::value:
            return deliver(text);
        case payload_kind::error:
            return api_error(std::exchange(error_, {}), offset);
        case payload_kind::ignorable:
            return skip(skip_reason::ignorable);
        case payload_kind::unrecognised:
            return skip(skip_reason::unrecognised, text);
        case payload_kind::done:
            facts_.done_seen = true;
            return conclude(stream_end::complete);
        case payload_kind::multiple: {
            rest_offset_ = offset;
            const std::size_t size = first_of_several(text);
            read_ += text.size();
            if (size == 0) {  // it takes repair to see them
                std::string repaired;
                json::repair(text, repaired);
                rest_ = std::move(repaired);
                rest_at_ = 0;
                return false;
            }
            if (!of_rest) rest_.assign(text.substr(size));
            // the end of text is that of rest_, which was trimmed when it was made
            rest_at_ = rest_.size() - (text.size() - size);
            return take_text(text.substr(0, size), offset, of_rest);
        }
        case payload_kind::invalid:
            break;
    }
    skip(skip_reason::invalid);
    // what the end of the input cut in two is no fault of the sender's
    oaiwire::error why = std::exchange(error_, {});
    const bool cut =
        kind_ == body::events || why.code == errc::unexpected_end || failure_.code != errc::ok;
    return input_done_ && cut ? false : conclude(stream_end::malformed, std::move(why));
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
    json::read_options keep = options_;
    keep.lone_surrogates = json_scan::surrogates::keep;
    keep.report = nullptr;
    keep.memo = nullptr;
    const std::string_view read = named_.typed.empty() ? text : std::string_view(named_.typed);
    return deliver(text, json::detail::read_or_throw(read, again, keep) ? &again : nullptr);
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
    if (kind_ == body::plain_json) {
        rest_.assign(payload_text(body_));
        rest_at_ = 0;
        std::string().swap(body_);
        return false;
    }
    if (const sse::item* item = sse_.finish()) return take_item(*item);
    if (facts_.chunks != 0 || facts_.skipped_count != 0 || !is_other_body()) return false;
    append_valid_utf8(facts_.excerpt, utf8_prefix(body_, limits_.excerpt));
    return conclude(stream_end::malformed, make_error(errc::unrecognised_payload,
                                                      "not an event stream: " + facts_.excerpt));
}

// Is there a line that no event stream has? Only asked where no event came. The last line may be a
// beginning.
template <class Chunk>
bool stream_decoder<Chunk>::is_other_body() {
    constexpr std::string_view fields[] = {"", "data", "event", "id", "retry"};
    for (std::string_view lines = body_; !lines.empty();) {
        const std::size_t end = std::min(lines.find_first_of("\r\n"), lines.size());
        const std::string_view field = lines.substr(0, std::min(lines.find(':'), end));
        const bool whole = field.size() != lines.size();
        const bool known = std::any_of(
            std::begin(fields), std::end(fields),
            [&](std::string_view f) { return whole ? f == field : f.starts_with(field); });
        if (!known) return true;
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return false;
}

}  // namespace oaiwire::inline OAIWIRE_ABI
