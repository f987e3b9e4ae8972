// decoder: incremental decoder for server-sent event streams.
// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/sse/backlog.hpp>
#include <oaiwire/sse/framing.hpp>
#include <oaiwire/sse/item.hpp>
#include <oaiwire/sse/pending_event.hpp>
#include <oaiwire/sse/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse {

namespace detail {

// sse::decoder without the item that it returns, so that a stream that waits does not keep one.
// Functions that return an item make it in `to`.
class event_decoder : pending_event {
public:
    // The limits are copied.
    explicit event_decoder(const limits& bounds = {}, reports wanted = {})
        : pending_event(clamp(bounds.event, 0), clamp(bounds.line, data_prefix.size())),
          reports_(wanted) {}

    // Which items next() returns beside messages. Takes effect with the next line.
    void report(reports wanted) { reports_ = wanted; }

    // Adds bytes. They are borrowed until next() has returned null; bytes that are unread when more
    // are fed are copied. Ignored after finish() or a failure.
    void feed(std::string_view bytes) {
        if (in_ != end_ || edge_ != edge::none) return feed_slowly(bytes);
        lend(bytes);
    }

    // As decoder::next().
    const item* next(item& to) {
        if (extend()) return nullptr;
        return within_memory([&] { return advance(to); }, [&] { return out_of_memory(); });
    }
    // The hot path of small pieces: takes the unread bytes if they are few, continue the value of a
    // data line and do not end it. next() would return null then. False: nothing was taken.
    bool extend() {
        if (line_ != line_state::value || end_offset_ > line_stop_) return false;
        const auto n = static_cast<std::size_t>(end_ - in_);
        if (n != 1) return n < few && extend_by_few();
        if (is_line_end(*in_) || !buffer_.try_push(*in_)) return false;
        in_ = end_;
        return true;
    }

    // As decoder::finish().
    const item* finish(item& to);

    // Whether a limit was exceeded or memory ran out. Permanent until reset().
    bool failed() const { return failure_ != failure_cause::none; }
    // errc::limit_exceeded with the stream offset of the first byte over the limit, or
    // errc::out_of_memory.
    error failure() const;

    // The last event ID, as of the last blank line; valid until the next non-const call.
    std::string_view last_event_id() const { return id(); }
    // The reconnection time in milliseconds, if the stream has set one.
    std::optional<std::uint64_t> retry() const {
        return has_retry_ ? std::optional(named_->retry) : std::nullopt;
    }

    // A reader that recognises events by their bytes uses peek() and accept() before it calls
    // next(), which reads what was not accepted. Without such a reader, neither is needed.
    lookahead peek() const { return at_event() ? peek_event() : peek_within(); }
    // Whether peek() is at an event boundary, and all unread bytes may be accepted. False after a
    // byte order mark or a CR too, until the next bytes came.
    bool at_event() const {
        return line_ == line_state::start && !in_event_ && edge_ == edge::none;
    }
    // peek() where at_event().
    [[gnu::always_inline]] lookahead peek_event() const {
        return {unread(), offset_of(in_), 0, first_line_limit()};
    }
    // Takes the first `n` (at least 1) of peek().bytes without interpreting them. With what
    // precedes them in the event they must be within event_limit.
    //
    // ends_event: at an event boundary, they are whole events, which set no id and no retry time.
    // Within a value, they are the rest of the event. Both include the blank line.
    // Otherwise `n` is all of peek().bytes, and contains no line end; at an event boundary, they
    // are a `data:` prefix (one space is part of it) and at least one byte of the value.
    //
    // Returns the bytes at an event boundary with ends_event; else the value so far, with the line
    // ends behind it. Valid until the next feed(). Throws std::bad_alloc.
    std::string_view accept(std::size_t n, bool ends_event) {
        if (!ends_event || line_ != line_state::start) return accept_part(n, ends_event);
        const std::string_view events(in_, n);
        skip(n);
        return events;
    }
    // As accept(), for one event, whose bytes are kept as they are: those that are not the rest of
    // it are read by next() if the ones after them are not taken too. Then they may end anywhere,
    // and peek() is within the event. Returns the bytes of the event so far, which may be changed
    // once they are all of it.
    buffer::place hold(std::size_t n, bool ends_event);
    // Gives the bytes that are kept back to peek(), if more are there.
    void let_go() {
        if (line_ == line_state::held && in_ != end_) release();
    }
    // accept() of whole events at an event boundary. The last byte is an LF.
    [[gnu::always_inline]] std::string_view accept_events(std::size_t n) {
        return {std::exchange(in_, in_ + n), n};
    }

    // Takes an event that is all there, and is one line with an object; returns its data,
    // which stands behind "data: ". Else empty. As next(), in fewer steps.
    std::string_view take_object();
    // At an event boundary: accept() of all unread bytes, if they are the beginning of a `data:`
    // line and more than a few.
    void accept_beginning();
    // Within the value of an event's first line: the value so far with the unread bytes up to the
    // line end and `after` more; or empty, if these are not there. `size` is what is expected. They
    // are in the memory of the value, with a block of line ends behind; accept_joined() takes them.
    // Unread bytes without a line end are taken at once. Throws std::bad_alloc.
    std::string_view join_rest(std::size_t after, std::size_t size);
    // `joined` ends with an LF. Returns the offset of the event.
    std::size_t accept_joined(std::string_view joined) {
        in_ += joined.size() - buffer_.size();
        line_ = line_state::start;
        buffer_.clear();
        return line_start_;
    }
    // As accept_beginning(), where the bytes are a `data:` prefix and more, and equal those at
    // `known`: they are not copied, but must stay there until the event is complete.
    void accept_known(const char* known);
    // Whether the event began with such bytes.
    bool knows_beginning() const { return line_ == line_state::known; }
    // The same bytes are copied now, as accept_beginning() would have done.
    void own_beginning();
    // accept() of the rest of that event. Its last byte is an LF.
    std::string_view accept_rest(std::size_t n);
    // Whether next() would return null for want of bytes. May be false then.
    bool waits() const {
        return in_ == end_ && !failed() && (line_ != line_state::start || at_event());
    }
    // Whether all bytes that were fed are taken.
    bool is_spent() const { return in_ == end_; }
    // Whether all items so far are views of the bytes that were fed.
    bool lends_all() const { return buffer_.capacity() == 0 && backlog_.capacity() == 0; }
    // Whether hold() keeps bytes.
    bool holds() const { return line_ == line_state::held; }

    // Returns to the state after construction, but keeps the memory and reports.
    void reset();
    // Bytes allocated for what was fed, without the object itself.
    std::size_t retained() const { return pending_event::retained() + backlog_.capacity(); }

private:
    // The state of the current line.
    enum class line_state : std::uint8_t {
        start,        // no byte seen
        prefix,       // may become a data line; its raw bytes are at the end of buffer_
        value_start,  // after "data:", where a space may follow
        value,        // in a data value, which is appended to buffer_
        known,        // the same, but what came so far is borrowed, at borrowed_
        other,        // not a data line; its raw bytes are at the end of buffer_
        skipped,      // a comment that is not reported
        held,         // in an event; its raw bytes are in buffer_, and were not interpreted
    };
    // What the next feed() must check first.
    enum class edge : std::uint8_t { none, bom, after_cr, closed };
    enum class failure_cause : std::uint8_t { none, event, line, memory };

    std::string_view unread() const { return {in_, static_cast<std::size_t>(end_ - in_)}; }
    std::size_t offset_of(const char* p) const {
        return end_offset_ - static_cast<std::size_t>(end_ - p);
    }
    void lend(std::string_view bytes) {
        in_ = bytes.data();
        end_ = in_ + bytes.size();
        end_offset_ += bytes.size();
    }
    void feed_slowly(std::string_view bytes) {
        within_memory([&] { feed_behind(bytes); }, [&] { fail(failure_cause::memory); });
    }
    void feed_behind(std::string_view bytes);
    lookahead peek_within() const;
    std::string_view accept_part(std::size_t n, bool ends_event);
    static constexpr std::size_t few = 64;
    bool extend_by_few();
    std::size_t first_line_limit() const { return event_limit_ - id().size(); }

    const item* advance(item& to);
    const item* read_line(item& to);
    void read_data_lines();
    const item* resume_line(item& to);
    bool collect(const char* stop);
    bool collect_prefix(const char* stop);
    void begin_line(std::string_view seen);
    void begin_value();
    const item* end_line(item& to);

    const item* interpret(std::string_view line, std::size_t start, item& to) {
        return take_line(line, start, reports_, edge_ != edge::closed, to);
    }
    void release();
    // Moves past bytes that were taken into buffer_, which stay there until the event ends.
    void move_past(std::size_t n, bool ends_event) {
        if (!ends_event) {
            in_ += n;
            return;
        }
        line_ = line_state::start;
        buffer_.clear();
        skip(n);
    }
    // Moves past bytes that end in a line end.
    void skip(std::size_t n) {
        in_ += n - 1;
        take_line_end();
    }
    // Moves past the line end at in_. An LF after a CR may come with the next feed(), which skips
    // it.
    void take_line_end() {
        if (*in_++ != '\r') return;
        if (in_ == end_) {
            edge_ = edge::after_cr;
        } else if (*in_ == '\n') {
            ++in_;
        }
    }
    bool fits(std::size_t start, std::size_t size, bool is_data);
    void fail(failure_cause cause);
    const item* out_of_memory() {
        fail(failure_cause::memory);
        return nullptr;
    }

    const char* in_ = nullptr;  // unread: [in_, end_), in the caller's bytes or in backlog_
    const char* end_ = nullptr;
    std::size_t end_offset_ = 0;  // of end_, in the whole stream
    std::size_t line_stop_ = 0;   // offset at which the current data line exceeds the limit;
                                  // after a failure, the offset of that
    std::size_t line_start_ = 0;  // offset of the current line
    line_state line_ = line_state::start;
    edge edge_ = edge::bom;
    failure_cause failure_ = failure_cause::none;
    reports reports_;
    std::uint8_t bom_matched_ = 0;
    backlog backlog_{};  // unread bytes of earlier feeds, with those after them
};

}  // namespace detail

// Implements the WHATWG interpretation exactly. Call feed() with bytes, then next() until it
// returns null. The items, failures and their offsets depend on the bytes and never on how they
// were cut. Data is passed on unaltered. Work is linear for any cutting; each byte is copied at
// most twice (once if next() returned null before each feed()), and the data of an event that is
// one line within one feed() is not copied: `data` views the caller's bytes. In steady state
// nothing is allocated.
//
// Limits. An event may cost limits::event bytes: each data value + 1, the event type, the last
// event ID and the raw bytes of the line being read. A line other than data may have limits::line
// bytes. Comments cost nothing unless they are reported. The first byte over a limit fails the
// decoder. Limits above 1 GiB count as 1 GiB. limits::line is at least 5, the size of "data:".
//
// Movable. A moved-from decoder can be reset, assigned to or destroyed. Not thread-safe.
class decoder : public detail::event_decoder {
public:
    // The limits are copied.
    explicit decoder(const limits& bounds = {}, reports wanted = {})
        : event_decoder(bounds, wanted) {}

    // Returns the next item (see `item` for its lifetime), or null if more bytes are needed or
    // failed().
    const item* next() { return event_decoder::next(item_); }
    // Ends the input. Returns the event that has data but no blank line, if there is one, else
    // null. WHATWG discards that event, so it changes neither last_event_id() nor retry(). Its last
    // line may be incomplete. Items that next() has not returned yet come first, one a call.
    const item* finish() { return event_decoder::finish(item_); }

private:
    item item_{};
};

}}}  // namespace oaiwire::v0_2::sse

#if OAIWIRE_DEFINES
#include <oaiwire/sse/decoder_accept.hpp>
#include <oaiwire/sse/decoder_steps.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
