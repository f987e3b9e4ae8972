// event_holes: where in the JSON of an event the values lie that may be another in the next. Knows
// JSON and what its values became, no types.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/locate.hpp>
#include <oaiwire/json/text/unescape.hpp>
#if OAIWIRE_DEFINES
#endif

namespace oaiwire::inline v0_2::detail {

// The values of an event that may be another in the next, in the order of its text. None where they
// are too many: most events that are alike differ in a few.
class event_holes {
public:
    static constexpr std::size_t most = 4;

    struct hole {
        std::string_view raw{};          // of a string: between its quotes
        std::string* text = nullptr;     // what it was read into: this
        std::int64_t* number = nullptr;  // or this
    };

    // To be called with the paths and values of what was read. Names are lent until locate().
    void operator()(std::initializer_list<json::detail::path_step> path, std::string& value) {
        want(path, &value, nullptr);
    }
    void operator()(std::initializer_list<json::detail::path_step> path, std::int64_t& value) {
        want(path, nullptr, &value);
    }
    // Then with the JSON text that they were read from. Gives the steps that it took, which are
    // linear in the text, however many values there were.
    std::size_t locate(std::string_view json);

    // raw: the JSON value that `value` should have come from; passed over where it does not say
    // that, or where there are as many already.
    void add(std::string_view raw, std::string& value);
    void add(std::string_view raw, std::int64_t& value);

    bool empty() const { return size_ == 0; }
    const hole* begin() const { return holes_.data(); }
    const hole* end() const { return holes_.data() + size_; }

    // Past the digits of a number that 64 bits are certain to hold, written as JSON has it; null
    // where it is none. What follows has to be looked at: it may be a fraction.
    static const char* end_of_count(const char* p, const char* end, std::int64_t& number) {
        constexpr std::ptrdiff_t most_digits = 18;
        const char* const begin = p;
        std::int64_t n = 0;
        for (; p != end && json::detail::is_digit(*p); ++p) {
            if (p - begin == most_digits) return nullptr;
            n = n * 10 + (*p - '0');
        }
        if (p == begin || (*begin == '0' && p - begin != 1)) return nullptr;
        number = n;
        return p;
    }

private:
    static bool says(std::string_view raw, const std::string& value);
    void want(std::initializer_list<json::detail::path_step> path, std::string* text,
              std::int64_t* number);
    void insert(const hole& h);

    std::array<json::detail::value_path, most> paths_{};
    std::array<hole, most> values_{};  // at the ends of those paths
    std::size_t wanted_ = 0;           // how many there are
    std::array<hole, most> holes_{};
    std::size_t size_ = 0;
};

#if OAIWIRE_DEFINES

OAIWIRE_INLINE std::size_t event_holes::locate(std::string_view json) {
    if (wanted_ > most) return wanted_;
    const std::size_t steps = json::detail::locate(json, std::span(paths_).first(wanted_));
    for (std::size_t i = 0; i != wanted_; ++i) {
        if (values_[i].text != nullptr) {
            add(paths_[i].found, *values_[i].text);
        } else {
            add(paths_[i].found, *values_[i].number);
        }
    }
    std::size_t compared = 0;
    for (const hole& h : *this) compared += h.raw.size();
    return steps + compared;
}

OAIWIRE_INLINE void event_holes::add(std::string_view raw, std::string& value) {
    if (raw.size() < 2 || raw.front() != '"' || raw.back() != '"') return;
    raw = raw.substr(1, raw.size() - 2);
    if (says(raw, value)) insert({raw, &value, nullptr});
}

OAIWIRE_INLINE void event_holes::add(std::string_view raw, std::int64_t& value) {
    std::int64_t number = 0;
    if (raw.empty() ||
        end_of_count(raw.data(), raw.data() + raw.size(), number) != raw.data() + raw.size()) {
        return;
    }
    if (number == value) insert({raw, nullptr, &value});
}

OAIWIRE_INLINE bool event_holes::says(std::string_view raw, const std::string& value) {
    if (raw.find('\\') == std::string_view::npos) return raw == value;
    std::string text;
    return json::detail::unescape(raw, text) && text == value;
}

[[gnu::noinline]] OAIWIRE_INLINE void event_holes::want(
    std::initializer_list<json::detail::path_step> path, std::string* text, std::int64_t* number) {
    if (wanted_ < most) {
        paths_[wanted_] = path;
        values_[wanted_] = {{}, text, number};
    }
    ++wanted_;
}

OAIWIRE_INLINE void event_holes::insert(const hole& h) {
    if (size_ == most) return;
    std::size_t i = size_++;
    for (; i != 0 && holes_[i - 1].raw.data() > h.raw.data(); --i) holes_[i] = holes_[i - 1];
    holes_[i] = h;
}

#endif

}  // namespace oaiwire::inline v0_2::detail
