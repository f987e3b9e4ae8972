// event_template: the bytes of an event that was decoded, with slots for the values that may
// differ in the next one.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/stream/matcher/template_slots.hpp>
#if OAIWIRE_DEFINES
#include <algorithm>
#include <new>
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Matches an event whose bytes equal the template's outside of the slots, and which has the content
// of a valid JSON string, or a count, in each slot. Such an event is valid JSON and decodes to the
// same chunk but for these values, which match() writes into the chunk. Anything else is a
// mismatch, an unpaired surrogate in a string too. A mismatch may leave any values in the members
// that the slots refer to; the next match sets all of them.
//
// Values that vary seldom become slots once they differ; a count that was the same for many events
// is replaced instead.
//
// The chunk must outlive the template and stay at its address.
class event_template {
public:
    // Larger events get no template.
    static constexpr std::size_t most_bytes = 8192;
    // The choices that an index in a slot may name: one bit for each of the first 32.
    using choice_set = std::uint32_t;

    bool known() const { return count_ != 0; }
    void forget() {
        count_ = active_ = 0;
        data_size_ = 0;
        least_ = 0;
    }

    // A template is made in two steps. keep() replaces it by the bytes of an event, which is
    // before + data + after, of which `before` and `after` are SSE framing; `text` is the JSON, a
    // view of `data`. If the data has several lines, these are expected between "data: " and LF,
    // and the JSON must be all of them. All is copied, unless the event is too large. Then learn()
    // makes the template; without slots there is none. The slots are places in text().
    // `leave_texts`: short texts in slots are checked when they match, but not written.
    void keep(std::string_view before, std::string_view data, std::string_view after,
              std::string_view text);
    bool kept() const { return count_ == 0 && data_size_ != 0; }
    // Keeps nothing but these bytes, which are no event.
    void keep_beginning(std::string_view text);
    // All bytes that were kept last, until the template is learnt; of an event, the JSON is there.
    const char* bytes() const { return block_.get(); }
    std::size_t text_offset() const { return text_at_; }
    // The JSON of an event that is kept or known.
    std::string_view text() const { return text_in_data({joined(), joined_size()}); }
    void learn(const template_slots& slots, bool leave_texts = false);
    // The same data is now expected between these bytes.
    void reframe(std::string_view before, std::string_view after);

    // Compares the beginning of `bytes` with the template and fills the slots. Returns the size of
    // the event; or mismatch; or partial, if all of `bytes` matches and ends within the data: where
    // that is within a string, it had no escapes so far. Then resume() takes the bytes that follow,
    // with the same results.
    static constexpr std::size_t mismatch = 0;
    static constexpr std::size_t partial = static_cast<std::size_t>(-1);
    static constexpr bool is_whole(std::size_t size) { return size + 1 > 1; }
    // `passed`: so many bytes, see begins_with(), were compared before.
    std::size_t match(std::string_view bytes, choice_set choices = 0, std::size_t passed = 0);
    std::size_t resume(std::string_view bytes, choice_set choices = 0) {
        return match_from(bytes, bytes.data(), stop_, after_, choices);
    }
    // match() of one event without what precedes its data, of one line. A block of line ends is
    // behind it.
    std::size_t match_value(std::string_view value, choice_set choices = 0) {
        if (lines_ != 0) return mismatch_before(slots());
        const std::size_t size = match({value.data(), value.size() + block_size}, choices, before_);
        return size == value.size() ? size : mismatch;
    }
    // Whether `bytes` are the beginning of an event of one line, at least a byte of its data, and
    // the first slot is a few bytes behind them. Then beginning() are the same.
    bool begins_with(std::string_view bytes) const;
    const char* beginning() const { return data() - before_; }
    // The fewest bytes of an event of one line that matches; 0 if it has several.
    std::size_t least_size() const { return least_; }
    // The size of what match_value() compares, with values as in the event that was learnt.
    std::size_t data_and_after() const { return std::size_t{data_size_} + after_; }
    // Compares with the data of an event, to its end. May fill slots though it returns false.
    bool match_data(std::string_view data, choice_set choices = 0) {
        return !data.empty() && match_from(data, data.data(), {}, 0, choices) == data.size();
    }
    // Continues another template's partial match in this one. False if that went beyond the first
    // slot, or the bytes so far differ.
    bool resume_from(const event_template& other);
    // The size of a partial match, with slots as they were when the template was learnt.
    std::size_t partial_size() const { return static_cast<std::size_t>(before_ + stop_.at); }

    // Whether the data has several lines. Then a partial match may end anywhere in the event.
    bool has_lines() const { return lines_ != 0; }
    // Joins the lines of an event that matched, where it is. Returns its data.
    std::string_view join_lines(char* event, std::size_t size) const;
    // The framing before the data, and the size of that after it.
    std::string_view before() const { return {data() - before_, before_}; }
    std::size_t after_size() const { return after_; }
    // Bytes of the JSON text before the first slot, and behind the last one, if none varies seldom.
    std::size_t text_before_slots() const;
    std::size_t text_after_slots() const;
    // The JSON text in an event of one line that matched, or in the data of any.
    std::string_view text_in_event(std::string_view event) const {
        return {event.data() + text_at_, event.size() - text_at_ - text_after_};
    }
    std::string_view text_in_data(std::string_view data) const {
        const std::size_t at = std::size_t{text_at_} - before_;
        return {data.data() + at, data.size() - at - data_behind_text()};
    }

    // The costs in steps, see match_budget. Of reading an event, which a match saves:
    std::size_t saved() const { return saved_; }
    // After a mismatch: whether it was before the first slot, and so cheap.
    bool mismatched_at_once() const { return mismatch_slot_ == 0; }
    // Otherwise what the comparison cost. To be called once.
    std::size_t take_mismatch_cost();

private:
    enum class kind : std::uint8_t {
        text,
        left,  // a text that need not be written
        count,
        index,
    };
    struct slot {
        void* to;               // std::string or std::int64_t
        std::uint16_t at;       // of the value in the data
        std::uint16_t size;     // of the value when the template was learnt
        std::uint16_t literal;  // bytes between the slot before and this one, if both are in use
        kind of;
        std::uint8_t line;  // of the data that it is in
    };
    struct position {
        std::uint32_t inside = 0;  // bytes of the slot's value that came; 0: before it
        std::int16_t at = 0;       // in the data; negative: in the framing before it
        std::uint8_t slot = 0;     // the next one, or the one that it is inside of
    };

    slot* slots() const { return reinterpret_cast<slot*>(block_.get()); }
    char* data() const { return block_.get() + count_ * sizeof(slot) + before_; }
    // The data as the SSE decoder gives it. Between two of its lines, it has so much less than the
    // event.
    static constexpr std::size_t line_gap = 6;
    char* joined() const { return lines_ == 0 ? data() : data() + data_size_ + after_; }
    std::size_t joined_size() const { return data_size_ - lines_ * line_gap; }
    std::size_t event_size() const { return std::size_t{before_} + data_size_ + after_; }
    // Where a slot is in the joined data, or in those of the event.
    static std::ptrdiff_t place_of(const slot& s, bool in_joined) {
        return in_joined ? s.at - static_cast<std::ptrdiff_t>(s.line * line_gap) : s.at;
    }
    void reserve(std::size_t size);
    // Where a value is read. event: in an event, which ends at a line end; data: in the data of an
    // event, which end where the bytes do. There, `bytes_before` come before the value. piece: in
    // bytes that may begin with it or within it.
    enum class scope : unsigned char { piece, event, data };
    static constexpr std::ptrdiff_t bytes_before = 3;  // as decode_string() wants

    std::unique_ptr<char[]> make_room(std::size_t slots, std::size_t event_size);
    void set_literals();
    // Bytes of the data behind the JSON text.
    std::size_t data_behind_text() const { return std::size_t{text_after_} - after_; }
    // match() from a position on, whose bytes begin at `p`.
    std::size_t match_from(std::string_view bytes, const char* p, const position& from,
                           std::size_t after, choice_set choices);
    static const char* read_number(const slot& s, const char* p, const char* end, std::size_t had,
                                   choice_set choices);
    const char* read(const slot& s, const char* p, const char* end, std::size_t had,
                     choice_set choices, scope within);
    const char* read_other(const slot& s, const char* p, const char* special, const char* end);
    bool make_slot(slot* before, const char* p, std::ptrdiff_t at, std::size_t size,
                   bool in_joined);
    bool replace_count(slot& c, const char* p, const char* end);
    static bool same(const char* a, const char* b, std::size_t size);
    static void set_text(std::string& to, const char* from, std::size_t size);
    static void set_short(std::string& to, const char* begin, const char* end);
    const char* read_escapes(const char* begin, const char* end, std::string& to);
    const char* read_escaped(const char* begin, const char* stop, const char* end, std::string& to,
                             scope within);
    const char* read_unescaped(const char* begin, const char* end, std::string& to, scope within);
    const char* read_text(const char* begin, const char* end, std::string& to, std::size_t had,
                          scope within);
    std::size_t mismatch_before(const slot* s) {
        mismatch_slot_ = static_cast<std::uint8_t>(s - slots());
        return mismatch;
    }
    std::size_t stop_at(const slot* s, std::ptrdiff_t at, std::size_t inside) {
        stop_ = {static_cast<std::uint32_t>(inside), static_cast<std::int16_t>(at),
                 static_cast<std::uint8_t>(s - slots())};
        return partial;
    }

    // The slots, those in use before those that vary seldom, each sorted by position; then the
    // event as it was learnt; then, if it has several lines, its data.
    std::unique_ptr<char[]> block_{};
    position stop_{};                 // of the last partial match
    std::uint32_t invalid_size_ = 0;  // bytes examined in a slot without a valid value
    std::uint16_t capacity_ = 0;      // of block_
    std::uint16_t before_ = 0;
    std::uint16_t data_size_ = 0;
    std::uint16_t text_at_ = 0;     // offset of the JSON in the event
    std::uint16_t text_after_ = 0;  // bytes of the event behind the JSON
    std::uint16_t tail_ = 0;        // bytes of the event behind the last slot in use
    std::uint16_t saved_ = 0;
    std::uint16_t least_ = 0;
    std::uint16_t matched_ = 0;  // events since a count was replaced, modulo 2^16
    std::uint8_t after_ = 0;
    std::uint8_t mismatch_slot_ = 0;
    std::uint8_t count_ = 0;   // of slots; 0: no template
    std::uint8_t active_ = 0;  // of those in use
    std::uint8_t lines_ = 0;   // of the data, without the first
};

#if OAIWIRE_DEFINES

OAIWIRE_INLINE void event_template::keep(std::string_view before, std::string_view data,
                                         std::string_view after, std::string_view text) {
    forget();
    std::size_t lines = 0;
    if (data.find('\n') != std::string_view::npos) {
        lines = static_cast<std::size_t>(std::count(data.begin(), data.end(), '\n'));
    }
    const std::size_t data_size = data.size() + lines * line_gap;
    const std::size_t size = before.size() + data_size + after.size();
    if (size > most_bytes || lines > UINT8_MAX || (lines != 0 && text.size() != data.size()))
        return;
    constexpr std::size_t usual_slots = 6;
    reserve(size + (lines == 0 ? 0 : data.size()) + usual_slots * sizeof(slot));
    before_ = static_cast<std::uint16_t>(before.size());
    data_size_ = static_cast<std::uint16_t>(data_size);
    after_ = static_cast<std::uint8_t>(after.size());
    lines_ = static_cast<std::uint8_t>(lines);
    text_at_ = static_cast<std::uint16_t>(text.data() - data.data() + before_);
    text_after_ =
        static_cast<std::uint16_t>(after_ + data.size() - (text_at_ - before_) - text.size());
    char* to = this->data();
    before.copy(to - before_, before_);
    after.copy(to + data_size_, after_);
    data.copy(joined(), data.size());
    for (std::size_t i = 0; lines != 0 && i != data.size(); ++i) {
        *to++ = data[i];
        if (data[i] == '\n') to = std::copy_n("data: ", line_gap, to);
    }
}

OAIWIRE_INLINE void event_template::keep_beginning(std::string_view text) {
    forget();
    reserve(text.size());
    text.copy(block_.get(), text.size());
}

OAIWIRE_INLINE void event_template::learn(const template_slots& slots, bool leave_texts) {
    const char* const from = joined();
    const std::size_t size = event_size() + (lines_ == 0 ? 0 : joined_size());
    const std::unique_ptr<char[]> old = make_room(slots.size(), size);
    const char* const text = block_.get() + slots.size() * sizeof(slot) + (size - joined_size());
    for (const varies how : {varies::often, varies::seldom}) {
        const char* line_of = text;
        std::size_t line = 0;
        for (const template_slots::slot& s : slots) {
            if (s.how != how) continue;
            std::size_t at = static_cast<std::size_t>(s.begin - from);
            if (lines_ != 0) {
                line += static_cast<std::size_t>(std::count(line_of, text + at, '\n'));
                line_of = text + at;
                at += line * line_gap;
            }
            kind of = s.of == template_slots::kind::count ? kind::count : kind::index;
            if (s.of == template_slots::kind::text) of = leave_texts ? kind::left : kind::text;
            new (block_.get() + count_++ * sizeof(slot))
                slot{s.to, static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(s.size), 0,
                     of,   static_cast<std::uint8_t>(line)};
        }
        if (how == varies::often) active_ = count_;
    }
    if (count_ == 0) return forget();
    set_literals();
}

// Moves the event behind the room for so many slots. What it returns must live while views of its
// old place are in use as addresses.
OAIWIRE_INLINE std::unique_ptr<char[]> event_template::make_room(std::size_t slots,
                                                                 std::size_t event_size) {
    const char* const from = data() - before_;
    std::unique_ptr<char[]> old;
    if (event_size + slots * sizeof(slot) > capacity_) {
        capacity_ = 0;
        old = std::exchange(block_, nullptr);
        reserve(event_size + slots * sizeof(slot));
    }
    std::memmove(block_.get() + slots * sizeof(slot), from, event_size);
    return old;
}

// Most small events have about the size of the first.
OAIWIRE_INLINE void event_template::reserve(std::size_t size) {
    if (size <= capacity_) return;
    const std::size_t unit = size <= 512 ? 16 : 512;
    size = (size + unit - 1) / unit * unit;
    block_ = std::make_unique_for_overwrite<char[]>(size);
    capacity_ = static_cast<std::uint16_t>(size);
}

OAIWIRE_INLINE void event_template::set_literals() {
    std::size_t literals = 64;
    std::size_t from = 0;
    for (slot* s = slots(); s != slots() + active_; ++s) {
        const std::size_t to = std::size_t{before_} + s->at;
        s->literal = static_cast<std::uint16_t>(to - from);
        literals += s->literal;
        from = to + s->size;
    }
    tail_ = static_cast<std::uint16_t>(event_size() - from);
    saved_ = static_cast<std::uint16_t>(literals + tail_);
    least_ = static_cast<std::uint16_t>(lines_ == 0 ? saved_ - 64 : 0);
}

[[gnu::cold]] OAIWIRE_INLINE void event_template::reframe(std::string_view before,
                                                          std::string_view after) {
    const std::size_t size = before.size() + data_size_ + after.size();
    if (size > most_bytes) return;
    const std::size_t slots_size = count_ * sizeof(slot);
    const char* const from = data();
    std::unique_ptr<char[]> old;
    if (size + slots_size > capacity_) {
        capacity_ = 0;
        old = std::exchange(block_, nullptr);
        reserve(size + slots_size);
        std::memcpy(block_.get(), old.get(), slots_size);
    }
    text_at_ = static_cast<std::uint16_t>(text_at_ - before_ + before.size());
    text_after_ = static_cast<std::uint16_t>(text_after_ - after_ + after.size());
    before_ = static_cast<std::uint16_t>(before.size());
    after_ = static_cast<std::uint8_t>(after.size());
    char* const to = data();
    std::memmove(to, from, data_size_);
    before.copy(to - before_, before_);
    after.copy(to + data_size_, after_);
    set_literals();
}

OAIWIRE_INLINE bool event_template::resume_from(const event_template& other) {
    const position& stop = other.stop_;
    const std::ptrdiff_t first = active_ != 0 ? slots()->at : data_size_;
    if (stop.slot != 0 || stop.inside != 0 || stop.at > first || before_ != other.before_ ||
        has_lines() != other.has_lines() ||
        std::memcmp(data() - before_, other.data() - before_, other.partial_size()) != 0) {
        return false;
    }
    stop_ = stop;
    return true;
}

[[gnu::cold]] OAIWIRE_INLINE std::size_t event_template::text_before_slots() const {
    const std::size_t to = active_ != 0 ? static_cast<std::size_t>(place_of(*slots(), true))
                                        : joined_size() - data_behind_text();
    return to + before_ - text_at_;
}

[[gnu::cold]] OAIWIRE_INLINE std::size_t event_template::text_after_slots() const {
    const slot* const s = slots() + active_ - 1;
    const std::size_t last =
        active_ != 0 ? static_cast<std::size_t>(place_of(*s, true)) + s->size : 0;
    return joined_size() - std::max<std::size_t>(last, text_at_ - before_) - data_behind_text();
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES
#include <oaiwire/stream/matcher/event_template_match.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
