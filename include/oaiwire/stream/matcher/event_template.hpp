// event_template: the bytes of an event that was decoded, with slots for the values that may
// differ in the next one.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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
#include <oaiwire/stream/matcher/template_slots.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/core/utf8_check.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Matches an event whose bytes equal the template's outside of the slots, and which has the content
// of a valid JSON string, or a count, in each slot. Such an event is valid JSON and decodes to the
// same chunk but for these values, which match() writes into the chunk. Anything else is a
// mismatch, an unpaired surrogate in a string too. A mismatch may leave any values in the members
// that the slots refer to; the next match sets all of them.
//
// The chunk must outlive the template and stay at its address.
class event_template {
public:
    // Larger events get no template.
    static constexpr std::size_t most_bytes = 8192;

    bool known() const { return count_ != 0; }
    void forget() { count_ = 0; }

    // Replaces the template. The event is before + data + after, of which `before` and `after` are
    // SSE framing; `text`, the JSON, and the slots are views of `data`. Everything is copied. An
    // event that is too large or has no slots leaves no template. `leave_texts`: short texts in
    // slots are checked when they match, but not written.
    void learn(std::string_view before, std::string_view data, std::string_view after,
               std::string_view text, const template_slots& slots, bool leave_texts = false);
    // The same data is now expected between these bytes.
    void reframe(std::string_view before, std::string_view after);

    // Compares the beginning of `bytes` with the template and fills the slots. Returns the size of
    // the event; or mismatch; or partial, if all of `bytes` matches and ends within the data and
    // outside of the slots. Then resume() takes the bytes that follow, with the same results.
    static constexpr std::size_t mismatch = 0;
    static constexpr std::size_t partial = static_cast<std::size_t>(-1);
    std::size_t match(std::string_view bytes) { return match(bytes, start_); }
    std::size_t resume(std::string_view bytes) { return match(bytes, stop_); }
    // Compares with the data of an event, to its end. May fill slots though it returns false.
    bool match_data(std::string_view data) {
        const position from{0, before_, slots_[0].literal, 0};
        return !data.empty() && match(data, from) == data.size();
    }
    // Continues another template's partial match in this one. False if that went beyond the first
    // slot, or the bytes so far differ.
    bool resume_from(const event_template& other) {
        const position& stop = other.stop_;
        if (stop.slot != 0 || stop.at > start_.left ||
            std::memcmp(bytes_.data(), other.bytes_.data(), stop.at) != 0) {
            return false;
        }
        stop_ = start_;
        stop_.left = static_cast<std::uint16_t>(stop_.left - stop.at);
        stop_.at = stop.at;
        return true;
    }
    // The size of a partial match, with slots as they were when the template was learnt.
    std::size_t partial_size() const { return stop_.at; }

    // The framing before the data, and the size of that after it.
    std::string_view before() const { return std::string_view(bytes_).substr(0, before_); }
    std::size_t after_size() const { return after_; }
    // Bytes of the JSON text before the first slot, and behind the last one.
    std::size_t text_before_slots() const { return slots_[0].literal - text_; }
    std::size_t text_after_slots() const { return slots_[count_].literal - after_text_; }
    // The JSON text in an event that matched, or in its data.
    std::string_view text_in_event(std::string_view event) const {
        return {event.data() + text_at_, event.size() - around_};
    }
    std::string_view text_in_data(std::string_view data) const {
        return {data.data() + text_, data.size() - text_ - after_text_};
    }

    // The costs in steps, see match_budget. Of reading an event, which a match saves:
    std::size_t saved() const { return saved_; }
    // After a mismatch: whether it was before the first slot, and so cheap.
    bool mismatched_at_once() const { return mismatch_slot_ == 0; }
    // Otherwise what the comparison cost. To be called once.
    std::size_t take_mismatch_cost();

private:
    struct slot {
        void* to = nullptr;         // std::string or std::int64_t
        std::uint16_t literal = 0;  // bytes between the slot before it and this one
        std::uint16_t size = 0;     // of the value when the template was learnt
        bool is_text = false;
        bool is_left = false;  // a text that need not be written
    };
    // A position in the literal before a slot.
    struct position {
        std::uint16_t slot = 0;
        std::uint16_t at = 0;     // in bytes_
        std::uint16_t left = 0;   // bytes of the literal from there on
        std::uint16_t after = 0;  // bytes of framing behind the data that are compared too
    };

    void reserve(std::size_t size);
    void set_sizes();
    std::size_t match(std::string_view bytes, position from);
    static bool same(const char* a, const char* b, std::size_t size);
    const char* read_text(const char* begin, const char* end, std::string& to);
    const char* read_other_text(const char* begin, const char* end, std::string& to);
    // The same for a text that need not be written; longer ones are.
    const char* skip_text(const char* begin, const char* end, std::string& to);
    std::size_t mismatch_before(const slot* s) {
        mismatch_slot_ = static_cast<std::uint16_t>(s - slots_.data());
        return mismatch;
    }

    std::string bytes_{};  // the event as it was learnt
    // One more than there may be: the literal of that one is what follows the last slot.
    std::array<slot, template_slots::most + 1> slots_{};
    position start_{};
    position stop_{};               // of the last partial match
    std::size_t invalid_size_ = 0;  // bytes examined in a slot without a valid value
    std::uint16_t before_ = 0;
    std::uint16_t after_ = 0;
    std::uint16_t text_ = 0;        // offset of the JSON in the data
    std::uint16_t after_text_ = 0;  // bytes of the data behind the JSON
    std::uint16_t text_at_ = 0;     // offset of the JSON in the event
    std::uint16_t around_ = 0;      // bytes of the event that are not JSON
    std::uint16_t saved_ = 0;
    std::uint16_t mismatch_slot_ = 0;
    std::uint8_t count_ = 0;  // of slots; 0: no template
};

#if OAIWIRE_DEFINES

[[gnu::cold]] OAIWIRE_INLINE void event_template::learn(
    std::string_view before, std::string_view data, std::string_view after, std::string_view text,
    const template_slots& slots, bool leave_texts) {
    forget();
    const std::size_t size = before.size() + data.size() + after.size();
    if (size > most_bytes) return;
    reserve(size);
    bytes_.assign(before).append(data).append(after);
    before_ = static_cast<std::uint16_t>(before.size());
    after_ = static_cast<std::uint16_t>(after.size());
    text_ = static_cast<std::uint16_t>(text.data() - data.data());
    after_text_ = static_cast<std::uint16_t>(data.size() - text_ - text.size());
    const char* p = data.data();
    for (const template_slots::slot& s : slots) {
        slot& to = slots_[count_++];
        to.is_text = s.text != nullptr;
        to.is_left = to.is_text && leave_texts;
        to.to = to.is_text ? static_cast<void*>(s.text) : s.number;
        to.literal = static_cast<std::uint16_t>(s.raw.data() - p);
        to.size = static_cast<std::uint16_t>(s.raw.size());
        p = s.raw.data() + s.raw.size();
    }
    slots_[count_].literal = static_cast<std::uint16_t>(data.data() + data.size() - p);
    set_sizes();
}

// Not std::string's growth, which at least doubles: most events have about the size of the first.
[[gnu::cold]] OAIWIRE_INLINE void event_template::reserve(std::size_t size) {
    if (size <= bytes_.capacity()) return;
    std::string grown;
    grown.reserve((size | 63) - 1);
    bytes_.swap(grown);
}

[[gnu::cold]] OAIWIRE_INLINE void event_template::set_sizes() {
    const auto left = static_cast<std::uint16_t>(before_ + slots_[0].literal);
    start_ = {0, 0, left, after_};
    text_at_ = static_cast<std::uint16_t>(before_ + text_);
    around_ = static_cast<std::uint16_t>(text_at_ + after_text_ + after_);
    std::size_t literals = bytes_.size();
    for (std::size_t i = 0; i != count_; ++i) literals -= slots_[i].size;
    saved_ = static_cast<std::uint16_t>(64 + literals);
}

[[gnu::cold]] OAIWIRE_INLINE void event_template::reframe(std::string_view before,
                                                          std::string_view after) {
    const std::size_t data = bytes_.size() - before_ - after_;
    if (before.size() + data + after.size() > most_bytes) return;
    bytes_.replace(bytes_.size() - after_, after_, after);
    bytes_.replace(0, before_, before);
    before_ = static_cast<std::uint16_t>(before.size());
    after_ = static_cast<std::uint16_t>(after.size());
    set_sizes();
}

OAIWIRE_INLINE std::size_t event_template::match(std::string_view bytes, position from) {
    const char* p = bytes.data();
    const char* const end = p + bytes.size();
    const char* known_bytes = bytes_.data() + from.at;
    const slot* s = slots_.data() + from.slot;
    const slot* const last = slots_.data() + count_;
    std::size_t literal = from.left;
    for (;;) {
        const auto left = static_cast<std::size_t>(end - p);
        if (left < literal) {
            // no partial match ends in the framing: a line end would end the data
            if (s == last && literal - left < after_) return mismatch_before(s);
            if (std::memcmp(p, known_bytes, left) != 0) return mismatch_before(s);
            stop_.slot = static_cast<std::uint16_t>(s - slots_.data());
            stop_.at = static_cast<std::uint16_t>(known_bytes + left - bytes_.data());
            stop_.left = static_cast<std::uint16_t>(literal - left);
            stop_.after = from.after;
            return partial;
        }
        if (!same(p, known_bytes, literal)) return mismatch_before(s);
        p += literal;
        if (s == last) return static_cast<std::size_t>(p - bytes.data());
        known_bytes += literal + s->size;
        if (s->is_left) {
            p = skip_text(p, end, *static_cast<std::string*>(s->to));
        } else if (s->is_text) {
            p = read_text(p, end, *static_cast<std::string*>(s->to));
        } else {
            p = template_slots::read_count(p, end, *static_cast<std::int64_t*>(s->to));
        }
        ++s;
        // a value at the end of the bytes may continue in the next ones
        if (p == nullptr || p == end) return mismatch_before(s);
        literal = s->literal;
        if (s == last) literal += from.after;
    }
}

[[gnu::cold]] OAIWIRE_INLINE std::size_t event_template::take_mismatch_cost() {
    std::size_t compared = before_ + slots_[0].literal;
    std::size_t read = std::exchange(invalid_size_, 0);
    for (std::size_t i = 0; i != mismatch_slot_; ++i) {
        compared += slots_[i + 1].literal;
        if (slots_[i].is_text) read += static_cast<const std::string*>(slots_[i].to)->size();
    }
    return compared / 16 + read;
}

// memcmp, without a call for short literals.
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

// Reads the string whose opening quote is before `begin`. Returns its closing quote, or null. Most
// tokens are short and without escapes; their size is unpredictable, so nothing branches on it.
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

OAIWIRE_INLINE const char* event_template::skip_text(const char* begin, const char* end,
                                                     std::string& to) {
    const char* p = begin;
    if (end - begin >= json::detail::block_size) {
        p = json::detail::find_special_in_block(begin);
        if (p != begin + json::detail::block_size && *p == '"') return p;
    } else {
        p = json::detail::find_special(begin, end);
        if (p != end && *p == '"') return p;
    }
    return read_other_text(begin, end, to);
}

// The general case, with the reader's functions. Strings for which the reader would need its slow
// path do not match.
[[gnu::noinline]] OAIWIRE_INLINE const char* event_template::read_other_text(const char* begin,
                                                                             const char* end,
                                                                             std::string& to) {
    const json::detail::string_end found = json::detail::find_string_end(begin, end);
    const std::string_view raw(begin, static_cast<std::size_t>(found.quote - begin));
    const bool valid = found.ends && (!found.high || is_utf8(raw));
    if (valid && !found.escapes) {
        json::detail::assign_text(to, begin, raw.size());
        return found.quote;
    }
    if (valid && json::detail::unescape(raw, to)) return found.quote;
    invalid_size_ = raw.size();
    return nullptr;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
