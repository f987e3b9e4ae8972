// template_slots: finds the values of an event that may differ in the next one.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/locate.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// How likely a value differs from one event to the next.
enum class varies : std::uint8_t {
    often,   // a slot from the beginning
    seldom,  // one once it has differed; until then it is compared with what surrounds it
};

// A list of slots, sorted by their position in the event's JSON text. A slot is the place of a
// string or count in that text, with the member of the chunk that it was read into.
//
// Usage: call the object with the path and the member for each value that may differ (this is what
// chunk_traits::each_varying does), then call locate(). Names in paths are borrowed until then.
class template_slots {
public:
    // An event with more candidates than this gets no slots, and so no template.
    static constexpr std::size_t most = 64;

    enum class kind : std::uint8_t {
        text,
        count,
        index,  // a count that says which choice it is
    };
    struct slot {
        const char* begin;  // in the JSON text; of a string: between the quotes
        std::uint32_t size;
        kind of;
        varies how;
        std::uint8_t path;  // number of its path
        void* to;           // the member that holds it: std::string or std::int64_t

        std::string_view raw() const { return {begin, size}; }
    };

    // `seldom`: whether values that vary seldom are wanted.
    explicit template_slots(bool seldom = true) : seldom_(seldom) {}

    void operator()(std::initializer_list<json::detail::path_step> path, std::string& value,
                    varies how = varies::often) {
        add_path(path, &value, kind::text, how);
    }
    void operator()(std::initializer_list<json::detail::path_step> path, std::int64_t& value,
                    varies how = varies::often) {
        add_path(path, &value, kind::count, how);
    }
    // The index of a choice, which varies if choices are interleaved.
    void index(std::initializer_list<json::detail::path_step> path, std::int64_t& value) {
        add_path(path, &value, kind::index, varies::seldom);
    }
    // Finds the values in the text that they were read from. Returns the steps taken (see
    // match_budget), which are linear in the text for any number of paths.
    std::size_t locate(std::string_view json);

    // Adds a slot. `raw` is the JSON value that `value` should have been read from. Ignored if it
    // does not read to that value, or if there are `most` slots already.
    void add(std::string_view raw, std::string& value, varies how = varies::often) {
        add({raw.data(), static_cast<std::uint32_t>(raw.size()), kind::text, how, 0, &value});
    }
    void add(std::string_view raw, std::int64_t& value, varies how = varies::often) {
        add({raw.data(), static_cast<std::uint32_t>(raw.size()), kind::count, how, 0, &value});
    }

    // Whether there are more candidates than there may be slots: then further ones are of no use.
    bool full() const { return too_many_; }
    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    const slot* begin() const { return slots_.data(); }
    const slot* end() const { return slots_.data() + size_; }

    // Reads an unsigned integer of at most 18 digits, as JSON writes it. Returns the end of its
    // digits, or null if there is no such number. The caller checks what follows: it could be a
    // fraction. `had`: so many digits came before and are in `number`.
    static const char* read_count(const char* p, const char* end, std::int64_t& number,
                                  std::size_t had = 0) {
        constexpr std::size_t most_digits = 18;
        const std::size_t room = most_digits - had;
        const char* const begin = p;
        std::int64_t n = had == 0 ? 0 : number;
        const bool zero = had == 0 ? p != end && *p == '0' : n == 0;
        for (; p != end && json::detail::is_digit(*p); ++p) {
            if (static_cast<std::size_t>(p - begin) == room) return nullptr;
            n = n * 10 + (*p - '0');
        }
        const std::size_t digits = had + static_cast<std::size_t>(p - begin);
        if (digits == 0 || (zero && digits != 1)) return nullptr;
        number = n;
        return p;
    }

private:
    static bool reads_to(std::string_view raw, const std::string& value);
    void add_path(std::initializer_list<json::detail::path_step> path, void* to, kind of,
                  varies how);
    void add(const slot& found);

    json::detail::path_tree paths_{};
    std::size_t size_ = 0;
    bool seldom_;
    bool too_many_ = false;
    std::array<slot, most> slots_;  // the first size_ are set
};

#if OAIWIRE_DEFINES

[[gnu::noinline]] OAIWIRE_INLINE void template_slots::add_path(
    std::initializer_list<json::detail::path_step> path, void* to, kind of, varies how) {
    if (too_many_ || (how == varies::seldom && !seldom_)) return;
    const std::size_t number = size_ == most ? 0 : paths_.add(path);
    too_many_ = number == 0;
    if (!too_many_) slots_[size_++] = {nullptr, 0, of, how, static_cast<std::uint8_t>(number), to};
}

OAIWIRE_INLINE std::size_t template_slots::locate(std::string_view json) {
    const std::size_t paths = size_;
    size_ = 0;
    constexpr std::size_t for_a_path = 40;
    if (too_many_) return paths * for_a_path;
    const std::size_t steps = paths_.locate(json);
    std::size_t compared = 0;
    for (std::size_t i = 0; i != paths; ++i) {
        const slot& s = slots_[i];
        const std::string_view found = paths_.found(s.path);
        compared += found.size();
        add({found.data(), static_cast<std::uint32_t>(found.size()), s.of, s.how, s.path, s.to});
    }
    return steps + compared;
}

OAIWIRE_INLINE void template_slots::add(const slot& found) {
    if (size_ == most) return;
    slot s = found;
    if (s.of == kind::text) {
        if (s.size < 2 || *s.begin != '"' || s.begin[s.size - 1] != '"') return;
        ++s.begin;
        s.size -= 2;
        if (!reads_to(s.raw(), *static_cast<const std::string*>(s.to))) return;
    } else {
        std::int64_t number = 0;
        const char* const end = s.begin + s.size;
        if (s.size == 0 || read_count(s.begin, end, number) != end) return;
        if (number != *static_cast<const std::int64_t*>(s.to)) return;
    }
    std::size_t i = size_++;
    for (; i != 0 && slots_[i - 1].begin > s.begin; --i) slots_[i] = slots_[i - 1];
    slots_[i] = s;
}

OAIWIRE_INLINE bool template_slots::reads_to(std::string_view raw, const std::string& value) {
    if (raw.empty()) return value.empty();
    if (std::memchr(raw.data(), '\\', raw.size()) == nullptr) {
        return raw.size() == value.size() && std::memcmp(raw.data(), value.data(), raw.size()) == 0;
    }
    std::string text;
    return json::detail::unescape(raw, text) && text == value;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
