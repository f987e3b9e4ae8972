// template_slots: finds the values of an event that are likely to differ in the next one.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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

namespace oaiwire { inline namespace v0_2 { namespace detail {

// A list of slots, sorted by their position in the event's JSON text. A slot is the place of a
// string or count in that text, with the member of the chunk that it was read into.
//
// Usage: call the object with the path and the member for each value that may differ (this is what
// chunk_traits::each_varying does), then call locate(). Names in paths are borrowed until then.
class template_slots {
public:
    // Events that resemble each other differ in a few values. An event with more candidates than
    // this gets no slots, and so no template.
    static constexpr std::size_t most = 4;

    struct slot {
        std::string_view raw{};          // in the JSON text; of a string: between the quotes
        std::string* text = nullptr;     // the member that holds it, a string
        std::int64_t* number = nullptr;  // or a number
    };

    void operator()(std::initializer_list<json::detail::path_step> path, std::string& value) {
        add_path(path, &value, nullptr);
    }
    void operator()(std::initializer_list<json::detail::path_step> path, std::int64_t& value) {
        add_path(path, nullptr, &value);
    }
    // Finds the values in the text that they were read from. Returns the steps taken (see
    // match_budget), which are linear in the text for any number of paths.
    std::size_t locate(std::string_view json);

    // Adds a slot. `raw` is the JSON value that `value` should have been read from. Ignored if it
    // does not read to that value, or if there are `most` slots already.
    void add(std::string_view raw, std::string& value);
    void add(std::string_view raw, std::int64_t& value);

    bool empty() const { return size_ == 0; }
    const slot* begin() const { return slots_.data(); }
    const slot* end() const { return slots_.data() + size_; }

    // Reads an unsigned integer of at most 18 digits, as JSON writes it. Returns the end of its
    // digits, or null if there is no such number. The caller checks what follows: it could be a
    // fraction.
    static const char* read_count(const char* p, const char* end, std::int64_t& number) {
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
    static bool reads_to(std::string_view raw, const std::string& value);
    void add_path(std::initializer_list<json::detail::path_step> path, std::string* text,
                  std::int64_t* number);
    void insert(const slot& s);

    std::array<json::detail::value_path, most> paths_{};
    std::array<slot, most> candidates_{};  // the members that these paths lead to
    std::size_t path_count_ = 0;           // may exceed `most`
    std::array<slot, most> slots_{};
    std::size_t size_ = 0;
};

#if OAIWIRE_DEFINES

OAIWIRE_INLINE std::size_t template_slots::locate(std::string_view json) {
    if (path_count_ > most) return path_count_;
    const std::size_t steps = json::detail::locate(json, std::span(paths_).first(path_count_));
    for (std::size_t i = 0; i != path_count_; ++i) {
        if (candidates_[i].text != nullptr) {
            add(paths_[i].found, *candidates_[i].text);
        } else {
            add(paths_[i].found, *candidates_[i].number);
        }
    }
    std::size_t compared = 0;
    for (const slot& s : *this) compared += s.raw.size();
    return steps + compared;
}

OAIWIRE_INLINE void template_slots::add(std::string_view raw, std::string& value) {
    if (raw.size() < 2 || raw.front() != '"' || raw.back() != '"') return;
    raw = raw.substr(1, raw.size() - 2);
    if (reads_to(raw, value)) insert({raw, &value, nullptr});
}

OAIWIRE_INLINE void template_slots::add(std::string_view raw, std::int64_t& value) {
    const char* const end = raw.data() + raw.size();
    std::int64_t number = 0;
    if (raw.empty() || read_count(raw.data(), end, number) != end) return;
    if (number == value) insert({raw, nullptr, &value});
}

OAIWIRE_INLINE bool template_slots::reads_to(std::string_view raw, const std::string& value) {
    if (raw.find('\\') == std::string_view::npos) return raw == value;
    std::string text;
    return json::detail::unescape(raw, text) && text == value;
}

[[gnu::noinline]] OAIWIRE_INLINE void template_slots::add_path(
    std::initializer_list<json::detail::path_step> path, std::string* text, std::int64_t* number) {
    if (path_count_ < most) {
        paths_[path_count_] = path;
        candidates_[path_count_] = {{}, text, number};
    }
    ++path_count_;
}

OAIWIRE_INLINE void template_slots::insert(const slot& s) {
    if (size_ == most) return;
    std::size_t i = size_++;
    for (; i != 0 && slots_[i - 1].raw.data() > s.raw.data(); --i) slots_[i] = slots_[i - 1];
    slots_[i] = s;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
