// pending_event: the fields since the last blank line, the last event ID and the retry time.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/sse/buffer.hpp>
#include <oaiwire/sse/item.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

// Field handling; the base class of decoder. The data of an event is the value of its data lines,
// joined by LF. A single line is borrowed from the caller's bytes (borrowed_) as long as these are
// there; several lines, and lines that were cut, are in buffer_.
class pending_event {
protected:
    pending_event(std::uint32_t event_limit, std::uint32_t line_limit)
        : event_limit_(event_limit), line_limit_(line_limit) {}

    // A limit as the decoder uses it: at least `least`, at most 1 GiB.
    static constexpr std::uint32_t clamp(std::size_t limit, std::size_t least) {
        const std::size_t bounded = limit < buffer::max_size ? limit : buffer::max_size;
        return static_cast<std::uint32_t>(bounded < least ? least : bounded);
    }

    // What few chat streams have: allocated for the first field of these.
    struct named_fields {
        buffer event{};   // the event type
        buffer id{};      // the last event ID
        buffer new_id{};  // replaces it at the next blank line
        std::uint64_t retry = 0;
    };
    named_fields& named() {
        if (!named_) named_ = std::make_unique<named_fields>();
        return *named_;
    }

    // The last event ID.
    std::string_view id() const { return named_ ? named_->id.view() : std::string_view(); }
    // The same as the next blank line will set it.
    std::string_view current_id() const { return has_new_id_ ? named_->new_id.view() : id(); }
    std::string_view pending_data() const {
        return {borrowed_ != nullptr ? borrowed_ : buffer_.data(), data_size_};
    }
    // Where the raw bytes of the current line begin in buffer_, behind the data.
    std::size_t line_begin() const { return has_data_ ? data_size_ : 0; }
    std::string_view raw_line() const { return buffer_.view().substr(line_begin()); }

    // The longest line, without its end, that limits::event still allows.
    std::size_t room() const;

    // Bytes of text. The object of named_fields counts as a part of this one.
    std::size_t retained() const {
        if (!named_) return buffer_.capacity();
        return buffer_.capacity() + named_->event.capacity() + named_->id.capacity() +
               named_->new_id.capacity();
    }
    // Returns to the state after construction, but keeps memory.
    void clear();

    // Functions that return an item make it in `to`.
    // Interprets a line that is neither blank nor data with a colon. Returns an item if the line is
    // one; else null.
    const item* take_line(std::string_view line, std::size_t start, const reports& wanted,
                          bool ended, item& to);
    // Adds a data line to the event. The value must stay valid until own_data(), or the next blank
    // line.
    void take_data(std::string_view value, std::size_t start);
    // Sets the ID that the next blank line makes the last event ID. Ignored if it has a NUL (quirk
    // 35).
    void take_id(std::string_view value, std::size_t start);
    bool take_retry(std::string_view value);
    // Takes a blank line. Null if the event has no data: then it is none (quirks 3 and 4).
    const item* end_event(item& to);
    // Returns the pending event and starts the next one. `id`: the item's id.
    const item* message(std::string_view id, item& to);

    // Notes that a field of the event was at offset `start`: the first of them is the event's
    // offset.
    void mark(std::size_t start);
    // Copies pending data that is borrowed.
    void own_data();

    std::size_t event_start_ = 0;     // offset in the stream of the event's first field
    const char* borrowed_ = nullptr;  // pending data that was not copied to buffer_
    std::uint32_t data_size_ = 0;     // of the pending data
    std::uint32_t event_limit_;
    std::uint32_t line_limit_;
    bool in_event_ = false;  // since the last blank line there was an event, data or id field
    bool has_data_ = false;
    bool has_new_id_ = false;
    bool has_retry_ = false;
    std::unique_ptr<named_fields> named_{};
    buffer buffer_{};  // pending data, then the raw bytes of the current line
};

}}}  // namespace oaiwire::v0_2::sse::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

OAIWIRE_INLINE std::size_t pending_event::room() const {
    const std::size_t data = has_data_ ? std::size_t{data_size_} + 1 : 0;
    if (!named_) return event_limit_ - data;
    return event_limit_ - data - named_->event.size() - current_id().size();
}

OAIWIRE_INLINE void pending_event::clear() {
    borrowed_ = nullptr;
    in_event_ = has_data_ = has_new_id_ = has_retry_ = false;
    buffer_.clear();
    if (!named_) return;
    named_->event.clear();
    named_->id.clear();
}

OAIWIRE_INLINE void pending_event::mark(std::size_t start) {
    if (!in_event_) event_start_ = start;
    in_event_ = true;
}

OAIWIRE_INLINE void pending_event::own_data() {
    if (borrowed_ == nullptr) return;
    buffer_.assign(pending_data(), event_limit_);
    borrowed_ = nullptr;
}

OAIWIRE_INLINE void pending_event::take_data(std::string_view value, std::size_t start) {
    mark(start);
    if (!has_data_) {
        has_data_ = true;
        borrowed_ = value.data();
        data_size_ = static_cast<std::uint32_t>(value.size());
        return;
    }
    own_data();
    buffer_.append("\n", event_limit_);
    buffer_.append(value, event_limit_);
    data_size_ = static_cast<std::uint32_t>(buffer_.size());
}

OAIWIRE_INLINE void pending_event::take_id(std::string_view value, std::size_t start) {
    if (value.find('\0') != std::string_view::npos) return;
    named_fields& fields = named();
    mark(start);
    has_new_id_ = true;
    fields.new_id.assign(value, line_limit_);
}

// A retry value is one or more digits, of a number below 2^64; else the field is ignored.
OAIWIRE_INLINE bool pending_event::take_retry(std::string_view value) {
    std::uint64_t number = 0;
    for (const char c : value) {
        if (c < '0' || c > '9') return false;
        const auto digit = static_cast<std::uint64_t>(c - '0');
        if (number > (UINT64_MAX - digit) / 10) return false;
        number = number * 10 + digit;
    }
    if (value.empty()) return false;
    named().retry = number;
    has_retry_ = true;
    return true;
}

// Takes a line that is not blank, not "data:..." and not an unwanted comment. ended: false if the
// end of the input cut it.
OAIWIRE_INLINE const item* pending_event::take_line(std::string_view line, std::size_t start,
                                                    const reports& wanted, bool ended, item& to) {
    if (line == "data") {
        take_data(line.substr(line.size()), start);
        return nullptr;
    }
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(0, colon);
    std::string_view value;
    if (colon != std::string_view::npos) value = line.substr(colon + 1);
    if (colon != 0 && value.starts_with(' ')) value.remove_prefix(1);

    if (name == "event") {
        named_fields& fields = named();
        mark(start);
        fields.event.assign(value, line_limit_);
    } else if (name == "id") {
        take_id(value, start);
    } else if (!ended) {
        return nullptr;
    } else if (name == "retry") {
        const bool valid = take_retry(value);
        if (valid && wanted.retries) {
            to = {item_kind::retry, {}, {}, {}, named_->retry, start};
            return &to;
        }
    } else if (name.empty()) {
        to = {item_kind::comment, {}, value, {}, 0, start};
        return &to;
    } else if (wanted.unknown_fields) {
        to = {item_kind::field, name, value, {}, 0, start};
        return &to;
    }
    return nullptr;
}

// A blank line.
OAIWIRE_INLINE const item* pending_event::end_event(item& to) {
    if (has_new_id_) named_->id.swap(named_->new_id);
    has_new_id_ = false;
    if (has_data_) return message(id(), to);
    in_event_ = false;
    if (named_) named_->event.clear();
    return nullptr;
}

OAIWIRE_INLINE const item* pending_event::message(std::string_view id, item& to) {
    to.kind = item_kind::message;
    to.event = {};
    if (named_) {
        to.event = named_->event.view();
        named_->event.clear();
    }
    to.data = pending_data();
    to.id = id;
    to.retry = 0;
    to.offset = event_start_;
    in_event_ = has_data_ = false;
    borrowed_ = nullptr;
    buffer_.clear();
    return &to;
}

}}}  // namespace oaiwire::v0_2::sse::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
