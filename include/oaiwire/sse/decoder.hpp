// decoder: the bytes of an event stream, cut anywhere, to events. Must not know JSON, HTTP or what
// an event means; never alters a byte of data.
// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
#pragma once

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

namespace oaiwire::inline v0_2::sse {

// The WHATWG interpretation, exactly. Give it bytes with feed(), then call next() until it returns
// null. What comes out, failures and their offsets included, depends on the bytes and never on
// where they were cut. Work is linear for every cut, each byte is copied twice at most (once where
// every feed is read to its end), and data that lies whole in one feed as one line is not copied:
// `data` then views the caller's bytes. Warm, nothing is allocated.
//
// Limits. An event may cost limits::event bytes: each data value + 1, the event type, the last
// event ID and the raw bytes of the line that is being read. A line other than data has
// limits::line bytes at most. Comments cost nothing unless they are reported. The first byte that
// is too many fails the decoder. Limits above 1 GiB count as 1 GiB, and limits::line is 5 at least:
// until then a line may turn out to be data.
//
// Movable; what was moved from can be reset, assigned or destroyed.
class decoder : detail::pending_event {
public:
    explicit decoder(const limits& bounds = {}, reports wanted = {})
        : pending_event(clamp(bounds.event, 0), clamp(bounds.line, data_prefix.size())),
          reports_(wanted) {}

    // Takes effect with the next line; meant to be called before the first feed().
    void report(reports wanted) { reports_ = wanted; }

    // Lends `bytes` until next() has returned null. What is unread by then is copied if more is
    // fed, so that reading to null first is faster. Ignored after finish() or a failure.
    void feed(std::string_view bytes) {
        if (in_ != end_ || edge_ != edge::none) return feed_slowly(bytes);
        lend(bytes);
    }

    // The next item, or null: more bytes are needed, or failed().
    const item* next() {
        // what one byte at a time spends its time with
        if (end_ - in_ == 1 && line_ == line_state::value && end_offset_ <= line_stop_ &&
            !is_line_end(*in_) && buffer_.try_push(*in_)) {
            in_ = end_;
            return nullptr;
        }
        return within_memory([&] { return advance(); }, [&] { return out_of_memory(); });
    }

    // The input has ended. Hands out the event that no blank line ended, if it has data, else null:
    // WHATWG discards that event, and neither last_event_id() nor retry() take anything from it.
    // Its last line need not be whole. If next() has not yet returned null, the items still due
    // come first, one a call.
    const item* finish();

    // A limit was reached, or memory ran out; stays so until reset().
    bool failed() const { return failure_ != failure_cause::none; }
    // errc::limit_exceeded with the offset, in the whole stream, of the first byte too many; or
    // errc::out_of_memory.
    error failure() const;

    // As of the last blank line; valid until the next non-const call.
    std::string_view last_event_id() const { return id_.view(); }
    // The reconnection time in milliseconds, once the stream has set one.
    std::optional<std::uint64_t> retry() const {
        return has_retry_ ? std::optional(retry_) : std::nullopt;
    }

    // For a reader that recognises whole events by their bytes: at an event boundary (no line
    // begun, no field pending) it may look at what is fed but not interpreted, and skip some of it.
    // `n` bytes must be whole events with their blank lines, each within the limits, that set
    // neither an id nor a retry: the decoder does not look at them.
    bool at_event_boundary() const {
        return line_ == line_state::start && !in_event_ && edge_ != edge::closed &&
               (edge_ != edge::bom || bom_matched_ == 0);
    }
    std::string_view unread() const { return {in_, static_cast<std::size_t>(end_ - in_)}; }
    // Of unread(), in the whole stream.
    std::size_t offset() const { return offset_of(in_); }
    void consume(std::size_t n) {
        if (n == 0) return;
        in_ += n - 1;
        take_line_end();
    }
    // The longest line, its end not counted, that would now fit limits::event; at a boundary, and
    // inside the first line of an event.
    using pending_event::room;
    std::size_t room_for_first() const { return event_limit_ - id_.size(); }

    // The same for an event whose first line is data, whose bytes come piece by piece. At a
    // boundary, all that is unread may be its beginning: `before` bytes and some of the value.
    // While it is begun, all that is unread may be more of the value; or its end, with the blank
    // line, is taken, and what comes back is the value and that end, until more is fed.
    bool begun() const { return line_ == line_state::value && !in_event_; }
    std::size_t begun_at() const { return line_start_; }
    void begin(std::size_t before) {
        line_start_ = offset();
        line_stop_ = line_start_ + room_for_first();
        line_ = line_state::value;
        in_ += before;
        go_on();
    }
    void go_on() {
        buffer_.append(unread(), event_limit_);
        in_ = end_;
    }
    std::string_view finish_begun(std::size_t n) {
        buffer_.append(unread().substr(0, n), event_limit_);
        const std::string_view value = buffer_.view();
        line_ = line_state::start;
        buffer_.clear();
        consume(n);
        return value;
    }
    // The bytes of the message that next() has just returned, from its first field to its blank
    // line, where they were all in `before`, which is what was unread then; else nothing.
    std::string_view bytes_of(const item& message, std::string_view before) const {
        const std::size_t size = offset_of(in_) - message.offset;
        if (size > static_cast<std::size_t>(in_ - before.data())) return {};
        return {in_ - size, size};
    }

    // As constructed, but for the memory, which is kept.
    void reset();
    // Bytes of memory held beside the object itself.
    std::size_t retained() const { return pending_event::retained() + backlog_.capacity(); }

private:
    // How far the line that is being read has been understood.
    enum class line_state : std::uint8_t {
        start,        // no byte of it seen
        prefix,       // could become a data line; raw bytes at the buffer's end
        value_start,  // "data:" seen, a space may follow
        value,        // in a data value, which is appended to the buffer
        other,        // no data line; raw bytes at the buffer's end
        skipped,      // a comment that nobody wants
    };
    // What the next feed() has to look at first.
    enum class edge : std::uint8_t { none, bom, after_cr, closed };
    enum class failure_cause : std::uint8_t { none, event, line, memory };

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

    const item* advance();
    const item* read_line();
    const item* resume_line();
    bool collect(const char* stop);
    bool collect_prefix(const char* stop);
    void begin_line(std::string_view seen);
    void begin_value();
    const item* end_line();

    const item* interpret(std::string_view line, std::size_t start) {
        return take_line(line, start, reports_, edge_ != edge::closed);
    }
    // Moves past the line end at in_; an LF that may yet follow a CR is left to feed().
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

    const char* in_ = nullptr;  // unread: [in_, end_), in the caller's bytes or in the backlog
    const char* end_ = nullptr;
    std::size_t end_offset_ = 0;  // of end_, in the whole stream
    std::size_t line_stop_ = 0;   // offset that ends an unfinished data line by the limit;
                                  // once failed, the failure's
    std::size_t line_start_ = 0;  // offset of the unfinished line
    line_state line_ = line_state::start;
    edge edge_ = edge::bom;
    failure_cause failure_ = failure_cause::none;
    reports reports_;
    std::uint8_t bom_matched_ = 0;
    backlog backlog_{};  // bytes that were fed before those before them were read
};

}  // namespace oaiwire::inline v0_2::sse

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2::sse {

OAIWIRE_INLINE const item* decoder::finish() {
    if (const item* due = next()) return due;
    if (edge_ == edge::closed) return nullptr;
    edge_ = edge::closed;
    const auto last = [&] {
        end_line();
        return has_data_ ? message(current_id().view()) : nullptr;
    };
    return within_memory(last, [&] { return out_of_memory(); });
}

OAIWIRE_INLINE error decoder::failure() const {
    if (!failed()) return {};
    if (failure_ == failure_cause::memory) return no_memory();
    return make_error(errc::limit_exceeded,
                      failure_ == failure_cause::event
                          ? "a server-sent event is larger than limits::event"
                          : "a line of the event stream is longer than limits::line",
                      {}, line_stop_);
}

OAIWIRE_INLINE void decoder::reset() {
    in_ = end_ = nullptr;
    end_offset_ = 0;
    line_ = line_state::start;
    edge_ = edge::bom;
    failure_ = failure_cause::none;
    bom_matched_ = 0;
    clear();
}

// What is unread, or may be the rest of a BOM or a line end, comes first.
OAIWIRE_INLINE void decoder::feed_behind(std::string_view bytes) {
    if (edge_ == edge::closed || bytes.empty()) return;
    if (edge_ == edge::after_cr) {
        edge_ = edge::none;
        if (bytes.front() == '\n') {
            ++end_offset_;
            bytes.remove_prefix(1);
        }
    } else if (edge_ == edge::bom) {
        while (!bytes.empty() && bom_matched_ != byte_order_mark.size() &&
               bytes.front() == byte_order_mark[bom_matched_]) {
            ++bom_matched_;
            ++end_offset_;
            bytes.remove_prefix(1);
        }
        if (bom_matched_ == byte_order_mark.size()) {
            edge_ = edge::none;
        } else if (!bytes.empty()) {
            edge_ = edge::none;
            // no BOM after all: what looked like one begins the first line
            in_ = byte_order_mark.data();
            end_ = in_ + bom_matched_;
            advance();
            if (failed()) return;
        }
    }
    if (in_ == end_) return lend(bytes);
    own_data();
    const std::string_view joined = backlog_.join(unread(), bytes);
    in_ = joined.data();
    end_ = in_ + joined.size();
    end_offset_ += bytes.size();
}

OAIWIRE_INLINE const item* decoder::advance() {
    while (in_ != end_) {
        const item* found;
        if (line_ != line_state::start) {
            found = resume_line();
        } else if (is_line_end(*in_)) {
            take_line_end();
            found = end_event();
        } else {
            found = read_line();
        }
        if (found != nullptr) {
            if (in_ == end_) own_data();
            return found;
        }
    }
    own_data();
    return nullptr;
}

// in_ is at a line's first byte, and that is no line end.
OAIWIRE_INLINE const item* decoder::read_line() {
    const char* const stop = find_line_end(in_, end_);
    const std::string_view line(in_, static_cast<std::size_t>(stop - in_));
    if (stop == end_) {
        begin_line(line);
        collect(stop);
        return nullptr;
    }
    const std::size_t start = offset_of(in_);
    if (!is_data_line(line)) {
        const bool skip = line.front() == ':' && !reports_.comments;
        if (!skip && !fits(start, line.size(), false)) return nullptr;
        in_ = stop;
        take_line_end();
        return skip ? nullptr : interpret(line, start);
    }
    if (!fits(start, line.size(), true)) return nullptr;
    const bool space = line.size() != data_prefix.size() && line[data_prefix.size()] == ' ';
    const std::string_view value = line.substr(data_prefix.size() + (space ? 1 : 0));
    const std::size_t blank = has_data_ || has_new_id_ ? 0 : blank_line_at(stop, end_);
    if (blank != 0) {
        // the shape of nearly every event: a short cut through what follows
        borrowed_ = value.data();
        data_size_ = static_cast<std::uint32_t>(value.size());
        mark(start);
        in_ = stop + blank;
        return message(id_.view());
    }
    take_data(value, start);
    in_ = stop;
    take_line_end();
    return nullptr;
}

OAIWIRE_INLINE const item* decoder::resume_line() {
    const char* const stop = find_line_end(in_, end_);
    if (!collect(stop) || stop == end_) return nullptr;
    const std::size_t blank =
        line_ != line_state::value || has_data_ || has_new_id_ ? 0 : blank_line_at(stop, end_);
    if (blank != 0) {
        // as in read_line()
        line_ = line_state::start;
        data_size_ = static_cast<std::uint32_t>(buffer_.size());
        mark(line_start_);
        in_ = stop + blank;
        return message(id_.view());
    }
    const item* const found = end_line();
    take_line_end();
    return found;
}

// A line begins with the bytes `seen`, and its end is not among them.
OAIWIRE_INLINE void decoder::begin_line(std::string_view seen) {
    own_data();
    line_start_ = offset_of(in_);
    line_stop_ = line_start_ + room();
    line_ = line_state::prefix;
    if (!is_data_line(seen)) return;
    in_ += data_prefix.size();
    begin_value();
}

// "data:" has been read.
OAIWIRE_INLINE void decoder::begin_value() {
    line_ = line_state::value_start;
    buffer_.truncate(line_begin());
    if (has_data_) buffer_.append("\n", event_limit_);
}

// Reads [in_, stop), which holds no line end, as more of the unfinished line. False: failed.
OAIWIRE_INLINE bool decoder::collect(const char* stop) {
    if (line_ == line_state::prefix && !collect_prefix(stop)) return false;
    if (line_ == line_state::skipped) {
        in_ = stop;
        return true;
    }
    if (!fits(line_start_, offset_of(stop) - line_start_, line_ != line_state::other)) return false;
    if (in_ == stop) return true;
    if (line_ == line_state::value_start) {
        line_ = line_state::value;
        if (*in_ == ' ') ++in_;
    }
    buffer_.append({in_, static_cast<std::size_t>(stop - in_)}, event_limit_);
    in_ = stop;
    return true;
}

// Reads up to the byte that tells what kind of line it is. False: failed.
OAIWIRE_INLINE bool decoder::collect_prefix(const char* stop) {
    while (in_ != stop && line_ == line_state::prefix) {
        const std::size_t size = raw_line().size();
        if (size == 0 && *in_ == ':' && !reports_.comments) {
            line_ = line_state::skipped;
            return true;
        }
        if (!fits(line_start_, size + 1, true)) return false;
        const bool expected = *in_ == data_prefix[size];
        buffer_.append({in_++, 1}, event_limit_);
        if (!expected) {
            line_ = line_state::other;
        } else if (size + 1 == data_prefix.size()) {
            begin_value();
        }
    }
    return true;
}

// The unfinished line, if there is one, is whole.
OAIWIRE_INLINE const item* decoder::end_line() {
    const line_state state = std::exchange(line_, line_state::start);
    if (state == line_state::value_start || state == line_state::value) {
        mark(line_start_);
        has_data_ = true;
        data_size_ = static_cast<std::uint32_t>(buffer_.size());
    } else if (state == line_state::prefix || state == line_state::other) {
        const std::string_view line = raw_line();
        buffer_.truncate(line_begin());
        return interpret(line, line_start_);
    }
    return nullptr;
}

// Whether a line of `size` bytes is within the limits; fails the decoder where it is not.
OAIWIRE_INLINE bool decoder::fits(std::size_t start, std::size_t size, bool is_data) {
    const std::size_t left = room();
    const bool by_line = !is_data && line_limit_ < left;
    const std::size_t allowed = by_line ? line_limit_ : left;
    if (size <= allowed) return true;
    fail(by_line ? failure_cause::line : failure_cause::event);
    line_stop_ = start + allowed;
    return false;
}

OAIWIRE_INLINE void decoder::fail(failure_cause cause) {
    failure_ = cause;
    line_ = line_state::start;
    edge_ = edge::closed;
    in_ = end_;
    borrowed_ = nullptr;
}

}  // namespace oaiwire::inline v0_2::sse

#endif  // OAIWIRE_DEFINES
