// event_template: the bytes of an event that was read, and where in them its strings and counts lie
// that are another in the next. Knows bytes and what they become, neither framing nor types.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/stream/event_holes.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/core/utf8_check.hpp>
#endif

namespace oaiwire::inline v0_2::detail {

// An event that is the same but for what is in the holes, with a valid string body or count in each
// of them, is JSON and reads to the same value but for those. Exact: whatever else is there is no
// match, half a surrogate pair too. Without a match nothing can be said of the values of the holes;
// each match sets all of them.
class event_template {
public:
    // Of an event's bytes: more are not worth remembering.
    static constexpr std::size_t most_bytes = 8192;

    bool known() const { return count_ != 0; }
    void forget() { count_ = 0; }

    // The event is before + data + after; text and holes lie in data. Forgets and leaves the bytes
    // as they are, and is false, where it is too large.
    bool remember(std::string_view before, std::string_view data, std::string_view after,
                  std::string_view text, const event_holes& holes);
    // The same data is framed by other bytes.
    void reframe(std::string_view before, std::string_view after);

    // Does it begin like this event, to its last byte? Then the size of that event, and what is in
    // the holes has been read; else `mismatch`. `partial`: it is a beginning, and stops in the data
    // and outside of the holes; resume() takes what follows, in the same way.
    static constexpr std::size_t mismatch = 0;
    static constexpr std::size_t partial = static_cast<std::size_t>(-1);
    std::size_t match(std::string_view bytes) { return match(bytes, start_); }
    // After a mismatch: before any hole? And, once, the steps that it took else, as
    // shortcut_account counts them.
    bool missed_at_once() const { return missed_at_ == 0; }
    std::size_t looked();
    std::size_t resume(std::string_view bytes) { return match(bytes, stop_); }
    // Another event's match stopped before its first hole: is this one the same as far?
    bool joins(const event_template& other) {
        if (other.stop_.hole != 0 || other.stop_.at > start_.left ||
            std::memcmp(bytes_.data(), other.bytes_.data(), other.stop_.at) != 0) {
            return false;
        }
        stop_ = start_;
        stop_.left = static_cast<std::uint16_t>(stop_.left - other.stop_.at);
        stop_.at = other.stop_.at;
        return true;
    }
    // Where a partial match stopped.
    std::size_t begun() const { return stop_.at; }
    // The same of the data alone, which must be all of it. False where the holes were read though
    // more follows.
    bool match_data(std::string_view data) {
        place from{0, before_, holes_[0].literal, 0};
        return !data.empty() && match(data, from) == data.size();
    }
    std::string_view before() const { return std::string_view(bytes_).substr(0, before_); }
    // The text in an event or in data that was a match.
    std::string_view text_in(const char* event, std::size_t size) const {
        return {event + text_at_, size - around_};
    }
    std::string_view text_in_begun(const char* data, std::size_t size) const {
        return {data + text_, size - text_ - after_text_ - after_};
    }
    std::string_view text_in_data(const char* data, std::size_t size) const {
        return {data + text_, size - text_ - after_text_};
    }

    // The steps that a match saves, as shortcut_account counts them.
    std::size_t gain() const { return gain_; }

private:
    // And the bytes before it, from the last hole on; one more has those behind them all.
    struct hole {
        void* to = nullptr;
        std::uint16_t literal = 0;
        std::uint16_t size = 0;
        bool is_text = false;
    };
    // In a literal: that before which hole, where in the bytes, how much of it is left, and how
    // much there is after the data.
    struct place {
        std::uint16_t hole = 0;
        std::uint16_t at = 0;
        std::uint16_t left = 0;
        std::uint16_t after = 0;
    };

    void reserve(std::size_t size);
    void frame();
    std::size_t match(std::string_view bytes, place from);
    static bool same(const char* a, const char* b, std::size_t size);
    const char* read_text(const char* begin, const char* end, std::string& to);
    const char* read_other_text(const char* begin, const char* end, std::string& to);
    // Unlike the event before that hole, or in the one before it.
    std::size_t missed(const hole* h) {
        missed_at_ = static_cast<std::uint16_t>(h - holes_.data());
        return mismatch;
    }

    std::string bytes_{};
    std::array<hole, event_holes::most + 1> holes_{};
    place start_{};
    place stop_{};            // of a partial match
    std::size_t unread_ = 0;  // bytes that were looked at in a hole, where no value is
    std::uint16_t before_ = 0;
    std::uint16_t after_ = 0;
    std::uint16_t text_ = 0;        // in the data
    std::uint16_t after_text_ = 0;  // bytes of the data behind the text
    std::uint16_t text_at_ = 0;     // in the event
    std::uint16_t around_ = 0;      // bytes of the event that are no text
    std::uint16_t gain_ = 0;
    std::uint16_t missed_at_ = 0;  // a hole
    std::uint8_t count_ = 0;       // of holes; 0: nothing is remembered
};

#if OAIWIRE_DEFINES

[[gnu::cold]] OAIWIRE_INLINE bool event_template::remember(std::string_view before,
                                                           std::string_view data,
                                                           std::string_view after,
                                                           std::string_view text,
                                                           const event_holes& holes) {
    forget();
    if (before.size() + data.size() + after.size() > most_bytes) return false;
    reserve(before.size() + data.size() + after.size());
    bytes_.clear();
    bytes_.append(before).append(data).append(after);
    before_ = static_cast<std::uint16_t>(before.size());
    after_ = static_cast<std::uint16_t>(after.size());
    text_ = static_cast<std::uint16_t>(text.data() - data.data());
    after_text_ = static_cast<std::uint16_t>(data.size() - text_ - text.size());
    const char* p = data.data();
    for (const event_holes::hole& h : holes) {
        hole& to = holes_[count_++];
        to.is_text = h.text != nullptr;
        to.to = to.is_text ? static_cast<void*>(h.text) : h.number;
        to.literal = static_cast<std::uint16_t>(h.raw.data() - p);
        to.size = static_cast<std::uint16_t>(h.raw.size());
        p = h.raw.data() + h.raw.size();
    }
    holes_[count_].literal = static_cast<std::uint16_t>(data.data() + data.size() - p);
    frame();
    return true;
}

// A string that grows by itself at least doubles; most events are about as long as the first.
[[gnu::cold]] OAIWIRE_INLINE void event_template::reserve(std::size_t size) {
    if (size <= bytes_.capacity()) return;
    std::string grown;
    grown.reserve((size | 63) - 1);
    bytes_.swap(grown);
}

[[gnu::cold]] OAIWIRE_INLINE void event_template::frame() {
    const auto left = static_cast<std::uint16_t>(before_ + holes_[0].literal);
    start_ = {0, 0, left, after_};
    text_at_ = static_cast<std::uint16_t>(before_ + text_);
    around_ = static_cast<std::uint16_t>(text_at_ + after_text_ + after_);
    std::size_t literal = bytes_.size();
    for (std::size_t i = 0; i != count_; ++i) literal -= holes_[i].size;
    gain_ = static_cast<std::uint16_t>(64 + literal);
}

[[gnu::cold]] OAIWIRE_INLINE void event_template::reframe(std::string_view before,
                                                          std::string_view after) {
    const std::size_t data = bytes_.size() - before_ - after_;
    if (before.size() + data + after.size() > most_bytes) return;
    bytes_.replace(bytes_.size() - after_, after_, after);
    bytes_.replace(0, before_, before);
    before_ = static_cast<std::uint16_t>(before.size());
    after_ = static_cast<std::uint16_t>(after.size());
    frame();
}

OAIWIRE_INLINE std::size_t event_template::match(std::string_view bytes, place from) {
    const char* p = bytes.data();
    const char* const end = p + bytes.size();
    const char* known_bytes = bytes_.data() + from.at;
    const hole* h = holes_.data() + from.hole;
    const hole* const last = holes_.data() + count_;
    std::size_t literal = from.left;
    for (;;) {
        const auto left = static_cast<std::size_t>(end - p);
        if (left < literal) {
            // a line end is no part of data that waits for more
            if (h == last && literal - left < after_) return missed(h);
            if (std::memcmp(p, known_bytes, left) != 0) return missed(h);
            stop_.hole = static_cast<std::uint16_t>(h - holes_.data());
            stop_.at = static_cast<std::uint16_t>(known_bytes + left - bytes_.data());
            stop_.left = static_cast<std::uint16_t>(literal - left);
            stop_.after = from.after;
            return partial;
        }
        if (!same(p, known_bytes, literal)) return missed(h);
        p += literal;
        if (h == last) return static_cast<std::size_t>(p - bytes.data());
        known_bytes += literal + h->size;
        if (h->is_text) {
            p = read_text(p, end, *static_cast<std::string*>(h->to));
        } else {
            p = event_holes::end_of_count(p, end, *static_cast<std::int64_t*>(h->to));
        }
        ++h;
        // of what ends here, more may follow
        if (p == nullptr || p == end) return missed(h);
        literal = h->literal;
        if (h == last) literal += from.after;
    }
}

[[gnu::cold]] OAIWIRE_INLINE std::size_t event_template::looked() {
    std::size_t compared = before_ + holes_[0].literal;
    std::size_t read = std::exchange(unread_, 0);
    for (std::size_t i = 0; i != missed_at_; ++i) {
        compared += holes_[i + 1].literal;
        if (holes_[i].is_text) read += static_cast<const std::string*>(holes_[i].to)->size();
    }
    return compared / 16 + read;
}

// Short ones are too many for a call each.
OAIWIRE_INLINE bool event_template::same(const char* a, const char* b, std::size_t size) {
    const auto differ = [&](auto word, std::size_t at) {
        auto other = word;
        std::memcpy(&word, a + at, sizeof word);
        std::memcpy(&other, b + at, sizeof other);
        return word ^ other;
    };
    if (size > 16) return std::memcmp(a, b, size) == 0;
    if (size >= 8) return (differ(std::uint64_t{}, 0) | differ(std::uint64_t{}, size - 8)) == 0;
    if (size >= 4) return (differ(std::uint32_t{}, 0) | differ(std::uint32_t{}, size - 4)) == 0;
    for (std::size_t i = 0; i != size; ++i) {
        if (a[i] != b[i]) return false;
    }
    return true;
}

// p is after a string's opening quote; gives its closing quote, or null. Most tokens are short and
// plain, of a size that is not foreseen: for them there are no branches on it.
OAIWIRE_INLINE const char* event_template::read_text(const char* begin, const char* end,
                                                     std::string& to) {
    if (end - begin < json::detail::block_size) return read_other_text(begin, end, to);
    const char* const p = json::detail::find_special_in_block(begin);
    if (p == begin + json::detail::block_size || *p != '"') return read_other_text(begin, end, to);
    to.clear();
    to.append(begin, json::detail::block_size - 1);
    to.erase(static_cast<std::size_t>(p - begin));
    return p;
}

// As the reader does. What it leaves to the checker is no match.
[[gnu::noinline]] OAIWIRE_INLINE const char* event_template::read_other_text(const char* begin,
                                                                             const char* end,
                                                                             std::string& to) {
    const json::detail::string_end found = json::detail::find_string_end(begin, end);
    const std::string_view raw(begin, static_cast<std::size_t>(found.quote - begin));
    const bool plain = found.ends && (!found.high || is_utf8(raw));
    if (plain && !found.escapes) {
        json::detail::assign_text(to, begin, raw.size());
        return found.quote;
    }
    if (plain && json::detail::unescape(raw, to)) return found.quote;
    unread_ = raw.size();
    return nullptr;
}

#endif

}  // namespace oaiwire::inline v0_2::detail
