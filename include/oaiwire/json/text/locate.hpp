// From the paths of some values to their raw texts, in a JSON text that is known to be valid. Knows
// no types, and gives no answer where readers might differ in theirs.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire::inline v0_2::json_scan {

// A member by its name, or an element by its index.
struct path_step {
    constexpr path_step() = default;
    constexpr path_step(const char* member) : name(member) {}
    constexpr path_step(std::string_view member) : name(member) {}
    constexpr path_step(std::size_t element) : index(element) {}
    std::string_view name{};
    std::size_t index = 0;

    bool is_member() const { return !name.empty(); }
};

// Where a value is, and what it is once it was located: a view into the text, empty where nothing
// is there, or where a member on the way is not the only one of its name or stands beside a name
// with escapes. The names are lent.
struct value_path {
    static constexpr std::size_t most_steps = 8;

    value_path() = default;
    // Longer ones lead nowhere.
    value_path(std::initializer_list<path_step> path);
    std::array<path_step, most_steps> steps{};
    std::size_t size = 0;
    std::string_view found{};
};

namespace detail {

// p is after the opening quote; gives one past the closing quote.
const char* skip_string(const char* p, const char* end);

// p is at the first byte of a value; gives one past it.
const char* skip_value(const char* p, const char* end);

inline std::string_view text_between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

// One pass over the text for all paths, each a bit of a set of them.
class locator {
public:
    using set = std::uint32_t;
    static constexpr std::size_t most = 32;

    locator(std::string_view text, std::span<value_path> paths);
    // Bytes that were looked at, each time that they were.
    std::size_t steps() const { return steps_; }

private:
    template <class F>
    void each(set of, F&& f) {
        for (; of != 0; of &= of - 1) f(paths_[std::countr_zero(of)]);
    }
    // Those of which `is` is true.
    template <class F>
    set those(set of, F&& is) const {
        set out = 0;
        for (set left = of; left != 0; left &= left - 1) {
            if (is(paths_[std::countr_zero(left)])) out |= left & (~left + 1);
        }
        return out;
    }
    const char* skip(const char* p);

    // p is at the first byte of a value, which is `level` steps down the paths of that set; gives
    // one past it.
    const char* value(const char* p, std::size_t level, set of);
    const char* object(const char* p, std::size_t level, set of);
    const char* array(const char* p, std::size_t level, set of);
    // From behind a member or element to the next one, or to what closes it all.
    const char* next(const char* p);

    const char* const end_;
    value_path* const paths_;
    std::array<set, value_path::most_steps + 1> ending_{};  // by level
    std::array<set, value_path::most_steps> members_{};     // whose step is one
    set ambiguous_ = 0;  // whatever was found for them is not to be relied on
    std::size_t steps_ = 0;
};

}  // namespace detail

// Finds the values of all paths, 32 at most, in one pass over the text. Gives the bytes that were
// looked at, each time that they were.
inline std::size_t locate(std::string_view text, std::span<value_path> paths) {
    return detail::locator(text, paths).steps();
}

}  // namespace oaiwire::inline v0_2::json_scan

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2::json_scan {

OAIWIRE_INLINE value_path::value_path(std::initializer_list<path_step> path) : size(path.size()) {
    std::size_t i = 0;
    for (const path_step& step : path) {
        if (i != most_steps) steps[i++] = step;
    }
}

namespace detail {

OAIWIRE_INLINE const char* skip_string(const char* p, const char* end) {
    while ((p = find_escaped(p, end)) != end) {
        if (*p == '"') return p + 1;
        p += *p == '\\' && end - p > 1 ? 2 : 1;
    }
    return end;
}

OAIWIRE_INLINE const char* skip_value(const char* p, const char* end) {
    std::size_t level = 0;
    while (p != end) {
        const char c = *p++;
        if (c == '"') {
            p = skip_string(p, end);
        } else if (c == '{' || c == '[') {
            ++level;
            continue;
        } else if (c == '}' || c == ']') {
            --level;
        } else if (level == 0) {
            while (p != end && *p != ',' && *p != '}' && *p != ']' && !is_space(*p)) ++p;
        }
        if (level == 0) return p;
    }
    return end;
}

OAIWIRE_INLINE locator::locator(std::string_view text, std::span<value_path> paths)
    : end_(text.data() + text.size()), paths_(paths.data()) {
    set all = 0;
    for (std::size_t i = 0; i != paths.size() && i != most; ++i) {
        value_path& path = paths[i];
        path.found = {};
        if (path.size > value_path::most_steps) continue;
        const set bit = set{1} << i;
        all |= bit;
        ending_[path.size] |= bit;
        for (std::size_t level = 0; level != path.size; ++level) {
            if (path.steps[level].is_member()) members_[level] |= bit;
        }
    }
    value(skip_space(text.data(), end_), 0, all);
    each(ambiguous_, [](value_path& path) { path.found = {}; });
}

OAIWIRE_INLINE const char* locator::skip(const char* p) {
    const char* const after = skip_value(p, end_);
    steps_ += static_cast<std::size_t>(after - p);
    return after;
}

OAIWIRE_INLINE const char* locator::value(const char* p, std::size_t level, set of) {
    const char* const begin = p;
    const set inside = of & ~ending_[level];
    const set members = inside & members_[level];
    if (members != 0 && p != end_ && *p == '{') {
        p = object(p, level, members);
    } else if (inside != members && p != end_ && *p == '[') {
        p = array(p, level, inside & ~members);
    } else {
        p = skip(p);
    }
    each(of & ending_[level], [&](value_path& path) { path.found = text_between(begin, p); });
    return p;
}

OAIWIRE_INLINE const char* locator::object(const char* p, std::size_t level, set of) {
    set had = 0;
    for (p = skip_space(p + 1, end_); p != end_ && *p == '"';) {
        const char* const name = p + 1;
        p = find_special(name, end_);
        if (p == end_ || *p != '"') {
            p = skip_string(p, end_) - 1;
            if (text_between(name, p).find('\\') != std::string_view::npos) ambiguous_ |= of;
        }
        const std::string_view key = text_between(name, p);
        steps_ += key.size();
        const set named =
            those(of, [&](const value_path& path) { return path.steps[level].name == key; });
        ambiguous_ |= named & had;
        had |= named;
        p = skip_space(skip_space(p + 1, end_) + 1, end_);
        p = next(named != 0 ? value(p, level + 1, named) : skip(p));
    }
    return p != end_ ? p + 1 : p;
}

OAIWIRE_INLINE const char* locator::array(const char* p, std::size_t level, set of) {
    p = skip_space(p + 1, end_);
    for (std::size_t i = 0; p != end_ && *p != ']'; ++i) {
        const set at =
            those(of, [&](const value_path& path) { return path.steps[level].index == i; });
        p = next(at != 0 ? value(p, level + 1, at) : skip(p));
    }
    return p != end_ ? p + 1 : p;
}

OAIWIRE_INLINE const char* locator::next(const char* p) {
    p = skip_space(p, end_);
    ++steps_;
    return p != end_ && *p == ',' ? skip_space(p + 1, end_) : p;
}

}  // namespace detail

}  // namespace oaiwire::inline v0_2::json_scan

#endif  // OAIWIRE_DEFINES
