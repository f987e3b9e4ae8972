// Finds the raw texts of values by their paths, in one pass over a valid JSON text. Values that
// readers might disagree about (duplicate members, escaped names) are not found.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/walk.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// A member by its name, or an element by its index.
struct path_step {
    constexpr path_step() = default;
    constexpr path_step(const char* member) : name(member) {}
    constexpr path_step(std::string_view member) : name(member) {}
    constexpr path_step(std::size_t element) : index(element) {}
    std::string_view name{};  // "": an element
    std::size_t index = 0;

    bool is_member() const { return !name.empty(); }
};

// The path of a value, and its text once located: a view into the text that was searched, empty if
// the value was not found. It is not found where a member on the way is not the only one of its
// name, or has a sibling whose name has escapes. The names are borrowed.
struct value_path {
    static constexpr std::size_t most_steps = 8;

    value_path() = default;
    // A path of more than most_steps is never found.
    value_path(std::initializer_list<path_step> path);
    std::array<path_step, most_steps> steps{};  // from the outermost value inwards
    std::size_t size = 0;                       // steps in use
    std::string_view found{};
};

// One pass over the text for all paths. A set of paths has a bit for each.
// All work is done by the constructor. Paths with common steps share the way through the text, and
// values that lie on no path are skipped unchecked.
class locator {
public:
    using set = std::uint32_t;
    static constexpr std::size_t most = 32;  // paths; further ones are never found

    locator(std::string_view text, std::span<value_path> paths);
    // Bytes looked at; those looked at twice count twice.
    std::size_t steps() const { return steps_; }

private:
    template <class F>
    void each(set of, F&& f) {
        for (; of != 0; of &= of - 1) f(paths_[std::countr_zero(of)]);
    }
    // The subset for which `is` returns true.
    template <class F>
    set those(set of, F&& is) const {
        set out = 0;
        for (set left = of; left != 0; left &= left - 1) {
            if (is(paths_[std::countr_zero(left)])) out |= left & (~left + 1);
        }
        return out;
    }
    // Skips a value that no path leads into, and counts its bytes.
    const char* skip(const char* p);

    // p is at the first byte of a value `level` steps down the paths of that set. Returns one past
    // the value.
    const char* value(const char* p, std::size_t level, set of);
    const char* object(const char* p, std::size_t level, set of);
    const char* array(const char* p, std::size_t level, set of);
    const char* after_closing(const walker& at) const {
        return at.here() != end_ ? at.here() + 1 : end_;
    }

    const char* const end_;
    value_path* const paths_;
    std::array<set, value_path::most_steps + 1> ending_{};   // by level: paths that end there
    std::array<set, value_path::most_steps + 1> members_{};  // by level: paths that name a member
    set ambiguous_ = 0;  // paths that readers might disagree about
    std::size_t steps_ = 0;
};

// Finds the values of at most 32 paths in one pass over the text. Returns the number of bytes
// looked at; those looked at twice count twice.
inline std::size_t locate(std::string_view text, std::span<value_path> paths) {
    return locator(text, paths).steps();
}

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

OAIWIRE_INLINE value_path::value_path(std::initializer_list<path_step> path) : size(path.size()) {
    std::size_t i = 0;
    for (const path_step& step : path) {
        if (i != most_steps) steps[i++] = step;
    }
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
    each(ambiguous_, [](value_path& path) { path.found = {}; });  // whatever was found before
}

OAIWIRE_INLINE const char* locator::skip(const char* p) {
    const char* const after = skip_value(p, end_);
    steps_ += static_cast<std::size_t>(after - p);
    return after;
}

OAIWIRE_INLINE const char* locator::value(const char* p, std::size_t level, set of) {
    const char* const begin = p;
    const set inside = of & ~ending_[level];  // paths that go on inside this value
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
    set had = 0;  // paths whose member has come
    walker at(p, end_);
    while (at.next()) {
        const std::string_view key = at.name();
        if (key.find('\\') != std::string_view::npos) ambiguous_ |= of;
        steps_ += key.size() + 1;
        const set named =
            those(of, [&](const value_path& path) { return path.steps[level].name == key; });
        ambiguous_ |= named & had;  // a duplicate name
        had |= named;
        at.leave(named != 0 ? value(at.here(), level + 1, named) : skip(at.here()));
    }
    return after_closing(at);
}

OAIWIRE_INLINE const char* locator::array(const char* p, std::size_t level, set of) {
    walker at(p, end_);
    for (std::size_t i = 0; at.next(); ++i) {
        const set here =
            those(of, [&](const value_path& path) { return path.steps[level].index == i; });
        ++steps_;
        at.leave(here != 0 ? value(at.here(), level + 1, here) : skip(at.here()));
    }
    return after_closing(at);
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
