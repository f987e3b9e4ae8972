// decoder_accept: definitions of the functions of event_decoder for a reader that recognises events
// by their bytes. They bring the decoder to the state that next() would have brought it to.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/sse/framing.hpp>
#include <oaiwire/sse/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

// peek() in any state. Offers bytes at an event boundary, unless part of a byte order mark was
// read, within the value of an event's first line, and within an event that is held.
OAIWIRE_INLINE lookahead event_decoder::peek_within() const {
    // NOLINTNEXTLINE(bugprone-string-constructor): empty, but at in_
    lookahead out{{in_, 0}, offset_of(in_), 0, 0};
    if (in_event_ || edge_ == edge::closed) return out;
    if (line_ == line_state::value || line_ == line_state::known || line_ == line_state::held) {
        // bytes of this event that were read already
        out.event_read = out.offset - line_start_;
    } else if (line_ != line_state::start || (edge_ == edge::bom && bom_matched_ != 0)) {
        return out;
    }
    out.bytes = unread();
    out.event_limit = first_line_limit();
    return out;
}

// accept() of a part of an event, whose value is collected in buffer_.
OAIWIRE_INLINE std::string_view event_decoder::accept_part(std::size_t n, bool ends_event) {
    own_beginning();
    if (line_ == line_state::start) {
        line_start_ = offset_of(in_);
        line_stop_ = line_start_ + first_line_limit();
        line_ = line_state::value;
        // the first piece: its "data:" prefix is not part of the value
        const std::size_t before = data_prefix.size() + (in_[data_prefix.size()] == ' ' ? 1 : 0);
        in_ += before;
        n -= before;
    }
    buffer_.append({in_, n}, event_limit_);
    const std::string_view value = buffer_.view();
    move_past(n, ends_event);
    return value;
}

OAIWIRE_INLINE std::string_view event_decoder::take_object() {
    constexpr std::string_view prefix = "data: {";
    if (!at_event() || unread().size() < prefix.size() ||
        std::memcmp(in_, prefix.data(), prefix.size()) != 0) {
        return {};
    }
    const char* const stop = find_line_end(in_ + prefix.size(), end_);
    const std::size_t blank = blank_line_at(stop, end_);
    if (blank == 0 || stop[-1] != '}' ||
        static_cast<std::size_t>(stop - in_) > first_line_limit()) {
        return {};
    }
    const char* const data = in_ + prefix.size() - 1;
    in_ = stop + blank;
    return {data, static_cast<std::size_t>(stop - data)};
}

[[gnu::noinline]] OAIWIRE_INLINE void event_decoder::accept_beginning() {
    constexpr std::size_t least = 16;
    const auto size = static_cast<std::size_t>(end_ - in_);
    if (size < least || size > first_line_limit()) return;
    if (std::memcmp(in_, data_prefix.data(), data_prefix.size()) != 0) return;
    const std::size_t before = data_prefix.size() + (in_[data_prefix.size()] == ' ' ? 1 : 0);
    const std::size_t n = size - before;
    if (copy_to_line_end(in_ + before, end_, buffer_.spare(n, event_limit_).first) != n) return;
    line_start_ = offset_of(in_);
    line_stop_ = line_start_ + first_line_limit();
    line_ = line_state::value;
    buffer_.commit(n);
    in_ = end_;
}

OAIWIRE_INLINE void event_decoder::accept_known(const char* known) {
    const std::size_t before = data_prefix.size() + (known[data_prefix.size()] == ' ' ? 1 : 0);
    line_start_ = offset_of(in_);
    line_stop_ = line_start_ + first_line_limit();
    line_ = line_state::known;
    borrowed_ = known + before;
    data_size_ = static_cast<std::uint32_t>(unread().size() - before);
    in_ = end_;
}

OAIWIRE_INLINE void event_decoder::own_beginning() {
    if (line_ != line_state::known) return;
    own_data();
    line_ = line_state::value;
}

OAIWIRE_INLINE std::string_view event_decoder::accept_rest(std::size_t n) {
    const std::size_t had = data_size_;
    char* const to = buffer_.spare(had + n, event_limit_).first;
    std::memcpy(to, borrowed_, had);
    std::memcpy(to + had, in_, n);
    in_ += n;
    line_ = line_state::start;
    borrowed_ = nullptr;
    return {to, had + n};
}

[[gnu::noinline]] OAIWIRE_INLINE std::string_view event_decoder::join_rest(std::size_t after,
                                                                           std::size_t size) {
    constexpr auto block_size = static_cast<std::size_t>(oaiwire::detail::block_size);
    const auto unread_size = static_cast<std::size_t>(end_ - in_);
    if (line_ != line_state::value || in_event_ || unread_size < block_size ||
        end_offset_ > line_stop_) {
        return {};
    }
    const std::size_t had = buffer_.size();
    // texts vary in length; longer ones are left to next(), which makes room for them
    const std::size_t wanted = std::max(size, had) - had + 3 * block_size;
    const buffer::place free = buffer_.spare(wanted, event_limit_);
    const std::size_t n = std::min(free.size - block_size, unread_size);
    const std::size_t value = copy_to_line_end(in_, in_ + n, free.first);
    if (value == unread_size) {
        buffer_.commit(value);
        in_ = end_;
    }
    if (n - value < after) return {};
    std::memcpy(free.first + value, in_ + value, after);
    std::memset(free.first + value + after, '\n', block_size);
    return {free.first - had, had + value + after};
}

[[gnu::noinline]] OAIWIRE_INLINE buffer::place event_decoder::hold(std::size_t n, bool ends_event) {
    if (line_ == line_state::start) line_start_ = offset_of(in_);
    line_ = line_state::held;
    buffer_.append({in_, n}, event_limit_);
    const std::size_t size = buffer_.size();
    move_past(n, ends_event);
    return {buffer_.spare(0, 0).first, size};
}

// Unread bytes are the caller's here.
[[gnu::noinline]] OAIWIRE_INLINE void event_decoder::release() {
    const std::string_view joined = backlog_.join(buffer_.view(), unread());
    in_ = joined.data();
    end_ = in_ + joined.size();
    buffer_.clear();
    line_ = line_state::start;
}

}}}  // namespace oaiwire::v0_2::sse::detail

#include <oaiwire/core/macros_end.hpp>
