// decoder_steps: definitions of the functions of event_decoder.
//
// The decoder works on whole lines in the caller's bytes as long as they are there: read_line()
// finds the end of the line and interprets it in place. A line whose end was not fed yet is
// collected in buffer_: begin_line() starts it, resume_line() and collect() continue it with each
// feed(), end_line() interprets it. Both ways give the same items and failures.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/sse/framing.hpp>
#include <oaiwire/sse/item.hpp>
#include <oaiwire/sse/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

// Calls next() first, so that a caller which repeats finish() until null gets all items.
OAIWIRE_INLINE const item* event_decoder::finish(item& to) {
    if (line_ == line_state::held) feed_slowly({});
    if (const item* due = next(to)) return due;
    if (edge_ == edge::closed) return nullptr;
    edge_ = edge::closed;
    const auto last = [&] {
        end_line(to);  // an unfinished line counts; it may add data
        return has_data_ ? message(current_id(), to) : nullptr;
    };
    return within_memory(last, [&] { return out_of_memory(); });
}

OAIWIRE_INLINE error event_decoder::failure() const {
    if (!failed()) return {};
    if (failure_ == failure_cause::memory) return no_memory();
    return make_error(errc::limit_exceeded,
                      failure_ == failure_cause::event
                          ? "a server-sent event is larger than limits::event"
                          : "a line of the event stream is longer than limits::line",
                      {}, line_stop_);
}

// extend() by more than one byte. More than `few` are left to advance(), or to a reader that
// recognises events.
[[gnu::noinline]] OAIWIRE_INLINE bool event_decoder::extend_by_few() {
    const std::string_view bytes = unread();
    if (bytes.empty()) return false;
    if (find_line_end(in_, end_) != end_ || !buffer_.try_append(bytes)) return false;
    in_ = end_;
    return true;
}

// Limits and `reports_` stay, and so does allocated memory.
OAIWIRE_INLINE void event_decoder::reset() {
    in_ = end_ = nullptr;
    end_offset_ = 0;
    line_ = line_state::start;
    edge_ = edge::bom;
    failure_ = failure_cause::none;
    bom_matched_ = 0;
    clear();
}

// feed() where unread bytes are left, or a BOM or a CRLF may have been cut.
OAIWIRE_INLINE void event_decoder::feed_behind(std::string_view bytes) {
    if (line_ == line_state::held) release();
    if (edge_ == edge::closed || bytes.empty()) return;
    // the CR ended its line at once; the LF of a CRLF that was cut here is dropped
    if (edge_ == edge::after_cr) {
        edge_ = edge::none;
        if (bytes.front() == '\n') {
            ++end_offset_;
            bytes.remove_prefix(1);
        }
    } else if (edge_ == edge::bom) {
        // the mark may be cut too: bom_matched_ counts its bytes that came
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
            if (bom_matched_ == 0) return lend(bytes);  // these are the first
            // not a BOM: the bytes that looked like one begin the first line
            in_ = byte_order_mark.data();
            end_ = in_ + bom_matched_;
            item none;  // no line ends there
            advance(none);
            if (failed()) return;
        }
    }
    if (in_ == end_) return lend(bytes);
    own_beginning();
    // unread bytes and the new ones become one range in backlog_; borrowed data would not survive
    // that
    own_data();
    const std::string_view joined = backlog_.join(unread(), bytes);
    in_ = joined.data();
    end_ = in_ + joined.size();
    end_offset_ += bytes.size();
}

// Reads lines until one completes an item; null if all bytes are read or a limit was exceeded. Data
// that views the caller's bytes is copied once these are all read, as the caller may free them.
OAIWIRE_INLINE const item* event_decoder::advance(item& to) {
    own_beginning();
    while (in_ != end_) {
        const item* found;
        if (line_ != line_state::start) {
            found = resume_line(to);
        } else if (is_line_end(*in_)) {
            take_line_end();
            found = end_event(to);
        } else {
            found = read_line(to);
        }
        if (found != nullptr) {
            if (in_ == end_) own_data();
            return found;
        }
    }
    own_data();
    return nullptr;
}

// Reads the line that begins at in_ and is not blank.
OAIWIRE_INLINE const item* event_decoder::read_line(item& to) {
    const char* const stop = find_line_end(in_, end_);
    const std::string_view line(in_, static_cast<std::size_t>(stop - in_));
    // the end of the line is not there yet: collect it
    if (stop == end_) {
        begin_line(line);
        collect(stop);
        return nullptr;
    }
    const std::size_t start = offset_of(in_);
    if (!is_data_line(line)) {
        // an unwanted comment costs nothing, and so has no limit
        const bool skip = line.front() == ':' && !reports_.comments;
        if (!skip && !fits(start, line.size(), false)) return nullptr;
        in_ = stop;
        take_line_end();
        return skip ? nullptr : interpret(line, start, to);
    }
    if (!fits(start, line.size(), true)) return nullptr;
    const bool space = line.size() != data_prefix.size() && line[data_prefix.size()] == ' ';
    const std::string_view value = line.substr(data_prefix.size() + (space ? 1 : 0));
    const std::size_t blank = has_data_ || has_new_id_ ? 0 : blank_line_at(stop, end_);
    if (blank != 0) {
        // nearly every event has one data line: same as below, in fewer steps
        borrowed_ = value.data();
        data_size_ = static_cast<std::uint32_t>(value.size());
        mark(start);
        in_ = stop + blank;
        return message(id(), to);
    }
    take_data(value, start);
    in_ = stop;
    take_line_end();
    if (unread().starts_with(data_prefix)) read_data_lines();
    return nullptr;
}

// Reads the data lines that follow one: as read_line() would, in fewer steps, since indented JSON
// has many. Leaves all that is unusual to it: lines without a space, those that end with CR or with
// the bytes at hand, and those that may exceed the limit.
[[gnu::noinline]] OAIWIRE_INLINE void event_decoder::read_data_lines() {
    using oaiwire::detail::block;
    constexpr auto block_size = static_cast<std::size_t>(oaiwire::detail::block_size);
    constexpr std::string_view prefix = "data: ";
    if constexpr (!oaiwire::detail::has_blocks) return;
    std::size_t left = room();  // for a line without its end
    for (std::size_t size = 0;; size = 0) {
        const std::size_t most = std::min(left, unread().size());
        if (most < prefix.size() + block_size ||
            std::memcmp(in_, prefix.data(), prefix.size()) != 0) {
            return;
        }
        own_data();
        // the value is stored behind an LF, in whole blocks
        const char* const value = in_ + prefix.size();
        const buffer::place free = buffer_.spare(block_size + 1, event_limit_);
        const std::size_t stored = std::min(most - prefix.size(), free.size - 1) - block_size;
        *free.first = '\n';
        std::size_t found = block_size;
        while (size <= stored && found == block_size) {
            const block bytes = block::load(value + size);
            bytes.store(free.first + 1 + size);
            found = mask_of(line_ends_in(bytes)).first_or_size();
            size += found;
        }
        if (found == block_size) {
            if (most - prefix.size() < free.size) return;
            // once more, with room for it
            buffer_.spare(std::min(most, 2 * free.size), event_limit_);
            continue;
        }
        if (value[size] != '\n') return;
        buffer_.commit(size + 1);
        data_size_ = static_cast<std::uint32_t>(buffer_.size());
        left -= size + 1;
        in_ = value + size + 1;
    }
}

// Continues a line that begin_line() started. Null: it has not ended, it gave no item, or failed.
OAIWIRE_INLINE const item* event_decoder::resume_line(item& to) {
    if (line_ == line_state::held) {
        release();
        return nullptr;
    }
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
        return message(id(), to);
    }
    const item* const found = end_line(to);
    take_line_end();
    return found;
}

// Starts a line whose first bytes are `seen` and whose end has not been fed yet. line_stop_ is the
// offset where a data line would exceed the limit; next() compares with it.
OAIWIRE_INLINE void event_decoder::begin_line(std::string_view seen) {
    own_data();
    line_start_ = offset_of(in_);
    line_stop_ = line_start_ + room();
    line_ = line_state::prefix;
    if (!is_data_line(seen)) return;
    in_ += data_prefix.size();
    begin_value();
}

// After "data:". The collected prefix is removed; the value is appended to the pending data, behind
// the LF that joins the lines of one event.
OAIWIRE_INLINE void event_decoder::begin_value() {
    line_ = line_state::value_start;
    buffer_.truncate(line_begin());
    if (has_data_) buffer_.append("\n", event_limit_);
}

// Adds [in_, stop), which contains no line end, to the current line. False: failed.
OAIWIRE_INLINE bool event_decoder::collect(const char* stop) {
    if (line_ == line_state::prefix && !collect_prefix(stop)) return false;
    if (line_ == line_state::skipped) {
        in_ = stop;
        return true;
    }
    if (!fits(line_start_, offset_of(stop) - line_start_, line_ != line_state::other)) return false;
    if (in_ == stop) return true;
    if (line_ == line_state::value_start) {
        line_ = line_state::value;
        // one space after the colon is not part of the value
        if (*in_ == ' ') ++in_;
    }
    buffer_.append({in_, static_cast<std::size_t>(stop - in_)}, event_limit_);
    in_ = stop;
    return true;
}

// Reads the current line until its kind is known. False: failed.
OAIWIRE_INLINE bool event_decoder::collect_prefix(const char* stop) {
    while (in_ != stop && line_ == line_state::prefix) {
        const std::size_t size = raw_line().size();
        if (size == 0 && *in_ == ':' && !reports_.comments) {
            line_ = line_state::skipped;
            return true;
        }
        if (!fits(line_start_, size + 1, true)) return false;
        // byte by byte: at most five bytes, "data:"
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

// Ends the current line, if there is one.
OAIWIRE_INLINE const item* event_decoder::end_line(item& to) {
    const line_state state = std::exchange(line_, line_state::start);
    if (state == line_state::value_start || state == line_state::value) {
        mark(line_start_);
        has_data_ = true;
        data_size_ = static_cast<std::uint32_t>(buffer_.size());
    } else if (state == line_state::prefix || state == line_state::other) {
        const std::string_view line = raw_line();
        buffer_.truncate(line_begin());
        return interpret(line, line_start_, to);
    }
    return nullptr;
}

// Whether a line of `size` bytes is within the limits. If not, fails the decoder.
OAIWIRE_INLINE bool event_decoder::fits(std::size_t start, std::size_t size, bool is_data) {
    const std::size_t left = room();
    const bool by_line = !is_data && line_limit_ < left;
    const std::size_t allowed = by_line ? line_limit_ : left;
    if (size <= allowed) return true;
    fail(by_line ? failure_cause::line : failure_cause::event);
    line_stop_ = start + allowed;
    return false;
}

// Drops all unread input and refuses more: edge::closed makes feed() ignore bytes.
OAIWIRE_INLINE void event_decoder::fail(failure_cause cause) {
    failure_ = cause;
    line_ = line_state::start;
    edge_ = edge::closed;
    in_ = end_;
    borrowed_ = nullptr;
}

}}}  // namespace oaiwire::v0_2::sse::detail

#include <oaiwire/core/macros_end.hpp>
