// stream_machine: the implementation of stream_decoder for all chunk types. Decides which payloads
// are chunks and how a stream ends; sse::detail::event_decoder does the framing, json the parsing.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include <oaiwire/body/body_text.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/boxed_error.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/choice_tracker.hpp>
#include <oaiwire/stream/chunk_payload.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/event_name.hpp>
#include <oaiwire/stream/event_tracker.hpp>
#include <oaiwire/stream/fast_paths.hpp>
#include <oaiwire/stream/matcher/event_matcher.hpp>
#include <oaiwire/stream/payload_queue.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Implements stream_decoder, whose public functions these are. next() returns a Chunk*.
//
// feed() and next() turn std::bad_alloc into the end of the stream, stream_end::limit with
// errc::out_of_memory; the functions that they call let it through. fail() and cancel() allocate
// nothing but an error.
class stream_machine {
public:
    stream_machine(const chunk_table& type, const limits& bounds, json::read_mode mode);
    stream_machine(stream_machine&&) noexcept;
    stream_machine& operator=(stream_machine&&) noexcept;
    ~stream_machine();

    void use(const fast_paths& paths);
    void feed(std::string_view bytes) {
        if (feeds_events_ && !matcher_.lends()) return sse_.feed(bytes);
        feed_slowly(bytes);
    }
    void* next() {
        // a small piece within an event
        if (feeds_events_ && sse_.extend()) return nullptr;
        return next_event();
    }
    void finish() {
        if (!closed_) statistics_.transport_clean = true;
        close();
    }
    void fail(oaiwire::error why);
    void cancel();

    bool ended() const { return end_ != stream_end::open; }
    stream_end end_reason() const { return end_; }
    bool ok() const { return end_ == stream_end::complete || end_ == stream_end::finished; }
    const oaiwire::error& error() const { return error_.get(); }
    const stream_statistics& statistics() const { return statistics_; }
    std::string_view payload() const { return payload_; }
    std::size_t template_hits() const { return template_hits_; }
    std::size_t work() const { return matcher_.steps(); }

    // For readers that forward the bytes (server/pass_through.hpp).
    // Texts that vary are checked but not written into the chunks of events that match a template.
    // To be called before the first event.
    void leave_texts() { matcher_.leave_texts(); }
    // The chunk that was read or matched last; null before the first.
    const void* chunk() const { return matching_ ? matcher_.chunk() : nullptr; }
    // Takes the events that come next and match the template of that chunk, calls f(event, text)
    // with the bytes and the JSON text of each, and returns how many there were. The chunk has the
    // counts of the last one.
    template <class F>
    std::size_t take_run(F&& f) {
        if (!matching_) return 0;
        const std::size_t at = sse_.peek().offset;
        std::string_view last;
        const char* first = nullptr;
        const std::size_t n =
            matcher_.match_run(sse_, [&](std::string_view event, std::string_view text) {
                if (first == nullptr) first = event.data();
                last = event;
                payload_ = text;
                f(event, text);
            });
        if (n == 0) return 0;
        statistics_.chunks += n;
        statistics_.event_offset = at + static_cast<std::size_t>(last.data() - first);
        template_hits_ += n;
        return n;
    }
    // Bytes of payload() before and behind all that varies, after a template matched.
    std::size_t text_before_slots() const { return matcher_.current().text_before_slots(); }
    std::size_t text_after_slots() const { return matcher_.current().text_after_slots(); }
    // The offset in the stream of the first byte that was not read.
    std::size_t read_to() const { return sse_.peek().offset; }
    // Where the event begins that is an incomplete JSON text, if that was the last one: nothing
    // from there on is part of a good stream. Otherwise error::no_offset.
    std::size_t cut_at() const {
        return has_cut_event() ? rare_->cut_offset : oaiwire::error::no_offset;
    }

private:
    const chunk_table& type() const { return matcher_.type(); }
    void feed_slowly(std::string_view bytes);
    void* next_event();
    void close() {
        closed_ = true;
        feeds_events_ = false;
    }
    // More bytes are needed; those that were fed may be gone then.
    void* wait() {
        if (matcher_.lends()) matcher_.own_heads();
        return nullptr;
    }
    // Functions that return bool say whether matcher_.chunk() is a chunk for next() to return.
    void* read_next();
    bool match_event() { return matcher_.match(sse_, payload_, statistics_.event_offset) && hit(); }
    bool hit() {
        ++statistics_.chunks;
        ++template_hits_;
        return true;
    }
    bool skip_done();
    bool read_object();
    void note_more(std::string_view unread);
    bool read_item(const sse::item& item, std::string_view event, std::string_view unread);
    bool offer(bool taken, std::string_view data, std::string_view event, std::string_view unread);
    bool take_item(const sse::item& item);
    bool may_be_template() const;
    void note(const json::read_report& report);
    bool take_queued();
    bool take_text(std::string_view text, std::size_t offset, bool queued,
                   std::string_view event = {});
    bool take_other(payload_kind kind, std::string_view text, std::size_t offset, bool queued,
                    boxed_error& why);
    bool take_done();
    bool refuse(std::string_view text, oaiwire::error why);
    bool explains_cut(payload_kind kind);
    bool deliver_halves(std::string_view text, const event_name& named);
    bool deliver(std::string_view text, void* halves);
    bool take_end_of_event(stream_end end, std::string_view text);
    bool take_end();
    bool take_end_of_input();
    bool flush_surrogates();

    // Decides the end. Text that is held is still delivered; then end_ is set. Returns false.
    bool conclude(stream_end end);
    bool conclude(stream_end end, oaiwire::error why);
    bool decided() const { return decided_end_ != stream_end::open; }
    bool api_error(oaiwire::error e, std::size_t offset);
    bool malformed(std::string_view said);
    bool end_with_cut_event();
    // Ends the stream at once, without what is held: it could not be told from what was lost.
    void* out_of_memory();
    bool skip(skip_reason reason, std::string_view text = {});
    // Whether the last event was the beginning of a JSON text. The next may be an error that
    // explains it.
    bool has_cut_event() const { return rare_ && rare_->cut_error.code() != errc::ok; }
    // How the transport failed; errc::ok: it did not.
    errc failure() const { return rare_ ? rare_->failure.code() : errc::ok; }

    using stream_state = std::variant<choice_tracker, event_tracker>;
    static stream_state initial_state(const chunk_table& type);
    template <class F>
    auto with_state(F&& f) const {
        const choice_tracker* const choices = std::get_if<choice_tracker>(&state_);
        return choices ? f(*choices) : f(*std::get_if<event_tracker>(&state_));
    }
    // Whether a surrogate half waits for the other.
    bool holding() const {
        return with_state([](const auto& s) { return s.holding(); });
    }
    // Whether the last chunk is as it was read.
    bool settled() const {
        return with_state([](const auto& s) { return s.settled(); });
    }
    // Whether all payloads so far were of another protocol.
    bool only_unrecognised() const {
        return unrecognised_ && !with_state([](const auto& s) { return s.any(); });
    }
    std::size_t interleaved() const {
        const choice_tracker* const choices = std::get_if<choice_tracker>(&state_);
        return choices ? choices->interleaved() : 1;
    }

    const limits& bounds() const {
        return rare_ && rare_->bounds ? *rare_->bounds : default_bounds;
    }
    json::read_options options(json::read_report* report) const;
    // What few streams need.
    struct rare_parts {
        payload_queue queue{};
        boxed_error failure{};                 // of the transport
        boxed_error cut_error{};               // see has_cut_event()
        std::size_t cut_offset = 0;            // of that event
        std::optional<const limits> bounds{};  // none: default_bounds
    };
    rare_parts& rare();
    bool has_queued() const { return rare_ && !rare_->queue.empty(); }

    static constexpr limits default_bounds{};

    // Programs hold thousands of streams, most of them waiting: what few streams need is allocated
    // on demand.
    sse::detail::event_decoder sse_;
    event_matcher matcher_;
    stream_state state_;
    body_text body_{};  // of an event stream: its beginning, until the first chunk
    std::unique_ptr<rare_parts> rare_{};
    std::string_view payload_{};
    stream_statistics statistics_{};
    boxed_error error_{};
    std::size_t template_hits_ = 0;
    stream_end end_ = stream_end::open;
    stream_end decided_end_ = stream_end::open;
    bool unrecognised_ = false;  // there was a payload of another protocol
    bool closed_ = false;        // finish() or fail() was called
    bool input_done_ = false;    // and all input was read
    bool feeds_events_ = false;  // after the first chunk: what is fed goes to sse_ as it is
    bool matching_ = false;      // the next event may be matched
    bool more_came_ = false;     // another event follows the one that is read
    bool read_as_is_ = false;    // the last payload was read without a change that a report notes
    fast_paths paths_{};
    json::read_mode mode_;
};

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES
#include <oaiwire/stream/stream_machine_end.hpp>
#include <oaiwire/stream/stream_machine_steps.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
