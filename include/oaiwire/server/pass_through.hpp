// pass_through: forwards the event stream of an upstream server to a client, reads usage and ends
// on the way, and replaces the model's name or the id in place. For gateways; without I/O.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/body/body_start.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/boxed_error.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/server/pass_through_kinds.hpp>
#include <oaiwire/server/pass_through_places.hpp>
#include <oaiwire/stream/stream_machine.hpp>

namespace oaiwire { inline namespace v0_2 {

// What pass_through does with a stream.
struct pass_through_options {
    std::string model{};  // replaces every model's name that the upstream sends; "": untouched
    std::string id{};     // the same for the id of the answer
    wanted_facts wanted{};
    // Events that report the usage of a stream and have no choices are read but not forwarded: for
    // a gateway that asks for usage although its client did not. Streams of the Responses API have
    // no such events.
    bool drop_usage_chunk = false;
    limits bounds{};                        // of the stream, above all limits::event
    std::size_t unsent_limit = 256 * 1024;  // full() from there on
    json::read_mode mode = json::tolerant;  // what the upstream may send
};

// Call feed() with the bytes of the upstream's body, cut anywhere; finish() or fail() at its end.
// Then write unsent() to the client and report sent(). Whole events are forwarded, as soon as their
// blank line came. Of a stream that ends well and without replacements, every byte goes out as it
// came: comments, names, ids, line ends, unknown members. With them, only the values of `model` and
// `id` differ: at the top level of each JSON text and, in events of the Responses API, of
// `response`. With drop_usage_chunk, whole events are missing, and nothing beside them.
//
// An event that reports an error, cannot be read or exceeds a limit, and a stream that is
// truncated, end the client's stream with an error event in its own dialect: nothing follows, and
// no [DONE] is made up. Such an event is not forwarded, nor are other texts in it; an error event
// that is in that dialect is, as it came.
//
// What goes out, the facts and the end depend on the bytes only, never on cuts. Work is linear. In
// steady state nothing is allocated. Memory: one incomplete event (limits::event), what is unsent
// of earlier feeds, and templates of some KB. Running out of memory ends the stream, with
// stream_end::limit.
//
// Movable. Not thread-safe: one thread at a time.
class pass_through {
public:
    // `kind`: stream_kind_of<ChatCompletionChunk>(), for example.
    explicit pass_through(const stream_kind& kind, pass_through_options options = {});
    pass_through(pass_through&&) noexcept = default;
    pass_through& operator=(pass_through&&) noexcept = default;
    ~pass_through() = default;

    // Adds bytes. They are borrowed until all is sent or the next call of feed(), finish(), fail()
    // or keep_alive(), which copy what is unsent. Do not call it while full(): what is unsent would
    // grow.
    void feed(std::string_view bytes);
    // The upstream's body is complete.
    void finish();
    // The transport failed. errc::cancelled: the client has gone, so that nothing is written.
    void fail(oaiwire::error why);
    // Adds an SSE comment, which clients ignore. Between events only, so it never harms.
    void keep_alive();

    // The next bytes for the client; empty if there are none now. Without replacements they are all
    // that is unsent, mostly; a replacement separates two pieces.
    std::string_view unsent() const { return kept_at_ != kept_.size() ? kept() : first_piece(); }
    // The same for a call like writev(): fills `pieces`, and returns how many there are.
    std::size_t unsent(std::span<std::string_view> pieces) const;
    // The first `n` bytes of what is unsent were written.
    void sent(std::size_t n);
    // Calls f(piece) for all that is unsent, in order, and takes it as sent.
    template <class F>
    void send_all(F&& f) {
        if (unsent_size_ == 0) return;
        if (kept_at_ != kept_.size()) f(kept());
        for (; piece_at_ != pieces_.size(); ++piece_at_) f(pieces_[piece_at_]);
        unsent_size_ = 0;
        sent_kept(kept_.size());
    }
    // Bytes that are unsent.
    std::size_t unsent_size() const { return unsent_size_; }
    // Whether the client is too slow: read no more of the upstream now.
    bool full() const { return unsent_size_ >= options_.unsent_limit; }

    // Whether the stream has ended: once unsent() is empty, the answer is whole. It may be before
    // finish(): after [DONE], the event that completes a response, or an error.
    bool ended() const { return failed_ || machine_.ended(); }
    // How it ended; stream_end::open before.
    stream_end end_reason() const { return failed_ ? end_ : machine_.end_reason(); }
    // Whether it ended well.
    bool ok() const { return !failed_ && machine_.ok(); }
    // Why it did not end well; errc::ok while it is open and if ok().
    const oaiwire::error& error() const { return failed_ ? error_.get() : machine_.error(); }
    // What was read so far.
    const stream_facts& facts() const { return facts_; }
    const token_counts& usage() const { return facts_.usage; }
    // What was seen so far: events, the end.
    const stream_statistics& statistics() const { return machine_.statistics(); }
    // The number of events that were read by an event template.
    std::size_t template_hits() const { return machine_.template_hits(); }

private:
    // A chunk of the machine's, and where the replaced values are in events like the one that it
    // was read from.
    struct known_chunk {
        const void* chunk = nullptr;
        bool has_usage = false;
        bool is_dropped = false;
        bool is_settled = false;  // is_placed is known
        bool is_placed = false;   // `places` hold for every event that matches
        detail::patch_places places{};
    };

    std::string_view kept() const { return std::string_view(kept_).substr(kept_at_); }
    std::string_view first_piece() const {
        return piece_at_ != pieces_.size() ? pieces_[piece_at_] : std::string_view();
    }
    detail::patched_members patched() const {
        return {!model_.empty(), !id_.empty(), kind_->has_events()};
    }

    void sent_kept(std::size_t n);
    template <class F>
    void guarded(F&& f);
    void keep();
    void push(std::string_view piece);
    void take(std::string_view bytes);
    void take_events(std::string_view bytes);
    void take_json(std::string_view bytes);
    void finish_json();
    void close(oaiwire::error why);
    void close_machine();
    void hold(std::string_view bytes);
    void process(std::string_view region);
    void take_hit(void* chunk);
    bool take_run();
    void take_unknown(const void* chunk);
    void take_miss(void* chunk);
    void note_sequence(const void* chunk);
    void settle(known_chunk& known, std::string_view text);
    known_chunk& known_for(const void* chunk);
    const char* at_offset(std::size_t offset) const;
    void forward(const char* to);
    void forward_to_read();
    bool drops(const void* chunk) const {
        return options_.drop_usage_chunk && kind_->is_usage != nullptr && kind_->is_usage(chunk);
    }
    bool drop_event();
    void replace(std::string_view value, detail::patched_member which);
    void patch_event(const std::vector<std::string_view>& lines);
    void end_badly();
    bool forward_error(std::size_t offset);
    void refuse(stream_end end, oaiwire::error why);
    void write_error_event();
    void out_of_memory();

    const stream_kind* kind_;
    pass_through_options options_;
    detail::stream_machine machine_;
    std::string model_{};  // the replacements, as JSON
    std::string id_{};
    std::string held_{};      // the beginning of an event
    std::string crossing_{};  // an event whose beginning was held
    std::string kept_{};      // output of earlier feeds, and what is made here
    std::size_t kept_at_ = 0;
    std::vector<std::string_view> pieces_{};  // output in the bytes that were fed, or in crossing_
    std::size_t piece_at_ = 0;
    std::size_t unsent_size_ = 0;
    stream_facts facts_{};
    std::array<known_chunk, 8> known_{};
    std::size_t last_known_ = 0;
    std::size_t next_known_ = 0;
    std::size_t hits_ = 0;
    std::size_t read_ = 0;             // bytes that the machine was given
    std::string_view region_{};        // whole events that are processed
    std::size_t region_start_ = 0;     // its offset in the stream
    const char* at_ = nullptr;         // in the region: where what was not forwarded begins
    const char* event_end_ = nullptr;  // and where events without replacements begin
    std::vector<std::string_view> lines_{};
    std::size_t skipped_ = 0;     // payloads that were skipped before the region
    std::size_t last_event_ = 0;  // offset of the last event that no template matched
    std::int64_t sequence_ = -1;  // of the last event that had a number
    detail::body_start start_{};
    detail::boxed_error error_{};
    oaiwire::error failure_{};  // of the transport
    stream_end end_ = stream_end::open;
    bool begun_ = false;      // the form of the body is known
    bool json_ = false;       // it is one JSON text and no event stream
    bool delivered_ = false;  // an event of the region was read by the JSON reader
    bool withheld_ = false;   // nothing is forwarded: the stream has broken off
    bool failed_ = false;     // by a limit or for want of memory, as error_ says
    bool stopped_ = false;    // nothing that comes is taken
    bool closed_ = false;
    bool patches_ = false;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES
#include <oaiwire/server/pass_through_forward.hpp>
#include <oaiwire/server/pass_through_steps.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
