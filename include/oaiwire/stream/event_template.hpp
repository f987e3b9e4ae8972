// event_template: the bytes of an event that was read, and where in them its strings and counts lie
// that are another in the next. Knows bytes and what they become, neither framing nor types.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/json_scan.hpp>
#include <oaiwire/core/json_unescape.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline OAIWIRE_ABI::detail {

// The values of an event that may be another in the next, in the order of its text.
class event_holes {
public:
    static constexpr std::size_t most = 4;

    struct hole {
        std::string_view raw{};          // of a string: between its quotes
        std::string* text = nullptr;     // what it was read into: this
        std::int64_t* number = nullptr;  // or this
    };

    // raw: the JSON value that `value` should have come from; passed over where it does not say
    // that, or where there are as many already.
    void add(std::string_view raw, std::string& value) {
        if (raw.size() < 2 || raw.front() != '"' || raw.back() != '"') return;
        raw = raw.substr(1, raw.size() - 2);
        if (says(raw, value)) insert({raw, &value, nullptr});
    }
    void add(std::string_view raw, std::int64_t& value) {
        std::int64_t number = 0;
        if (raw.empty() ||
            end_of_count(raw.data(), raw.data() + raw.size(), number) != raw.data() + raw.size()) {
            return;
        }
        if (number == value) insert({raw, nullptr, &value});
    }

    bool empty() const { return size_ == 0; }
    const hole* begin() const { return holes_.data(); }
    const hole* end() const { return holes_.data() + size_; }

    // Past the digits of a number that 64 bits are certain to hold, written as JSON has it; null
    // where it is none. What follows has to be looked at: it may be a fraction.
    static const char* end_of_count(const char* p, const char* end, std::int64_t& number) {
        constexpr std::ptrdiff_t most_digits = 18;
        const char* const begin = p;
        std::int64_t n = 0;
        for (; p != end && json_scan::is_digit(*p); ++p) {
            if (p - begin == most_digits) return nullptr;
            n = n * 10 + (*p - '0');
        }
        if (p == begin || (*begin == '0' && p - begin != 1)) return nullptr;
        number = n;
        return p;
    }

private:
    static bool says(std::string_view raw, const std::string& value) {
        if (raw.find('\\') == std::string_view::npos) return raw == value;
        std::string text;
        return json_scan::append_unescaped(text, raw, json_scan::surrogates::refuse) &&
               text == value;
    }
    void insert(const hole& h) {
        if (size_ == most) return;
        std::size_t i = size_++;
        for (; i != 0 && holes_[i - 1].raw.data() > h.raw.data(); --i) holes_[i] = holes_[i - 1];
        holes_[i] = h;
    }

    std::array<hole, most> holes_{};
    std::size_t size_ = 0;
};

// An event that is the same but for what is in the holes, with a valid string body or count in each
// of them, is JSON and reads to the same value but for those. Exact: whatever else is there is no
// match, and then nothing is written. Half a surrogate pair is no match either, though it could be.
class event_template {
public:
    // Of an event's bytes: more are not worth remembering.
    static constexpr std::size_t most_bytes = 8192;

    bool known() const { return count_ != 0; }
    void forget() { count_ = 0; }

    // The event is before + data + after; text and holes lie in data. Forgets where it is too
    // large.
    void remember(std::string_view before, std::string_view data, std::string_view after,
                  std::string_view text, const event_holes& holes);
    // The same data is framed by other bytes.
    void reframe(std::string_view before, std::string_view after);
    bool framed_by(std::string_view before, std::string_view after) const {
        const std::string_view bytes(bytes_);
        return bytes.substr(0, before_) == before && bytes.substr(bytes.size() - after_) == after;
    }

    // Does it begin like this event, to its last byte? Then the size of that event, and what is in
    // the holes has been read; else 0.
    std::size_t match(std::string_view bytes) {
        if (bytes.size() < least_) return 0;
        return match(bytes.data(), bytes.data() + bytes.size(), 0, bytes_.size());
    }
    // The same of the data alone, which must be all of it.
    bool match_data(std::string_view data) {
        if (data.size() + before_ + after_ < least_) return false;
        const char* const end = data.data() + data.size();
        return match(data.data(), end, before_, bytes_.size() - after_) == data.size();
    }
    // The text in an event or in data that was a match.
    std::string_view text_in(std::string_view event) const {
        return event.substr(before_ + text_, event.size() - before_ - text_ - after_text_ - after_);
    }
    std::string_view text_in_data(std::string_view data) const {
        return data.substr(text_, data.size() - text_ - after_text_);
    }

    std::size_t retained() const { return bytes_.capacity(); }

private:
    struct hole {
        std::string* text = nullptr;
        std::int64_t* number = nullptr;
        std::uint16_t at = 0;  // in the data
        std::uint16_t size = 0;
    };
    struct found {
        const char* begin = nullptr;
        const char* end = nullptr;
        std::int64_t number = 0;
        bool escapes = false;
    };

    std::size_t match(const char* p, const char* end, std::size_t from, std::size_t to);
    static const char* end_of_text(const char* p, const char* end, bool& escapes);
    static const char* end_of_escape(const char* p, const char* end);
    static void assign(std::string& to, const found& f);

    std::string bytes_{};
    std::array<hole, event_holes::most> holes_{};
    std::uint32_t least_ = 0;  // bytes that such an event has at least
    std::uint16_t before_ = 0;
    std::uint16_t after_ = 0;
    std::uint16_t text_ = 0;        // in the data
    std::uint16_t after_text_ = 0;  // bytes of the data behind the text
    std::uint8_t count_ = 0;        // of holes; 0: nothing is remembered
};

inline void event_template::remember(std::string_view before, std::string_view data,
                                     std::string_view after, std::string_view text,
                                     const event_holes& holes) {
    forget();
    if (before.size() + data.size() + after.size() > most_bytes) return;
    const auto offset_of = [&](std::string_view part) {
        return static_cast<std::uint16_t>(part.data() - data.data());
    };
    bytes_.assign(before).append(data).append(after);
    before_ = static_cast<std::uint16_t>(before.size());
    after_ = static_cast<std::uint16_t>(after.size());
    text_ = offset_of(text);
    after_text_ = static_cast<std::uint16_t>(data.size() - text_ - text.size());
    std::size_t least = bytes_.size();
    for (const event_holes::hole& h : holes) {
        const auto size = static_cast<std::uint16_t>(h.raw.size());
        holes_[count_++] = {h.text, h.number, offset_of(h.raw), size};
        least -= size;
    }
    least_ = static_cast<std::uint32_t>(least);
}

inline void event_template::reframe(std::string_view before, std::string_view after) {
    const std::size_t data = bytes_.size() - before_ - after_;
    if (before.size() + data + after.size() > most_bytes) return;
    bytes_.replace(bytes_.size() - after_, after_, after);
    bytes_.replace(0, before_, before);
    least_ = static_cast<std::uint32_t>(least_ + before.size() + after.size() - before_ - after_);
    before_ = static_cast<std::uint16_t>(before.size());
    after_ = static_cast<std::uint16_t>(after.size());
}

// [from, to) of what is remembered.
inline std::size_t event_template::match(const char* const begin, const char* const end,
                                         std::size_t from, std::size_t to) {
    std::array<found, event_holes::most> in;
    const char* const known_bytes = bytes_.data();
    const char* p = begin;
    for (std::size_t i = 0; i != count_; ++i) {
        const hole& h = holes_[i];
        const std::size_t at = std::size_t{before_} + h.at;
        const std::size_t literal = at - from;
        if (static_cast<std::size_t>(end - p) < literal) return 0;
        if (std::memcmp(p, known_bytes + from, literal) != 0) return 0;
        p += literal;
        found& f = in[i];
        f.begin = p;
        if (h.text != nullptr) {
            f.escapes = false;
            p = end_of_text(p, end, f.escapes);
        } else {
            p = event_holes::end_of_count(p, end, f.number);
        }
        if (p == nullptr) return 0;
        f.end = p;
        from = at + h.size;
    }
    const std::size_t literal = to - from;
    if (static_cast<std::size_t>(end - p) < literal) return 0;
    if (std::memcmp(p, known_bytes + from, literal) != 0) return 0;
    for (std::size_t i = 0; i != count_; ++i) {
        if (holes_[i].text != nullptr) {
            assign(*holes_[i].text, in[i]);
        } else {
            *holes_[i].number = in[i].number;
        }
    }
    return static_cast<std::size_t>(p + literal - begin);
}

// p is after a string's opening quote; gives its closing quote, or null.
inline const char* event_template::end_of_text(const char* p, const char* end, bool& escapes) {
    for (;;) {
        p = json_scan::find_special(p, end);
        if (p == end) return nullptr;
        if (*p == '"') return p;
        if (*p == '\\') {
            escapes = true;
            p = end_of_escape(p + 1, end);
            if (p == nullptr) return nullptr;
        } else {
            // nothing for a control character, which is below 0x80 and no valid text
            if (static_cast<unsigned char>(*p) < 0x80) return nullptr;
            p = utf8_advance(p, end).next;
            if (p == nullptr) return nullptr;
        }
    }
}

// p is after the backslash; gives one past the character, which may be a pair of escapes, or null.
inline const char* event_template::end_of_escape(const char* p, const char* end) {
    json_scan::fault ignored;
    const char* const after = json_scan::check_escape(p, end, ignored);
    if (after == nullptr || *p != 'u') return after;
    const std::uint32_t c = json_scan::hex4(p + 1);
    if (json_scan::is_low_surrogate(c)) return nullptr;
    if (!json_scan::is_high_surrogate(c)) return after;
    if (end - after < 2 || after[0] != '\\' || after[1] != 'u') return nullptr;
    const char* const second = json_scan::check_escape(after + 1, end, ignored);
    return second != nullptr && json_scan::is_low_surrogate(json_scan::hex4(after + 2)) ? second
                                                                                        : nullptr;
}

inline void event_template::assign(std::string& to, const found& f) {
    if (!f.escapes) {
        to.assign(f.begin, static_cast<std::size_t>(f.end - f.begin));
        return;
    }
    to.clear();
    json_scan::append_unescaped(to, {f.begin, static_cast<std::size_t>(f.end - f.begin)},
                                json_scan::surrogates::refuse);
}

}  // namespace oaiwire::inline OAIWIRE_ABI::detail
