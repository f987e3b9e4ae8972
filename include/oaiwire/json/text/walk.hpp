// Stepping through the members of an object or the elements of an array in a JSON text.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// p is at the first byte of a value; returns one past it. Does not check the value.
const char* skip_value(const char* p, const char* end);

// A cursor over one level of a text. It checks no more than it needs to find its way: of a text
// that is no JSON it may return anything, but it reads nothing beyond `end`.
//
//     for (walker at(p, end); at.next();) use(at.name(), at.take());
class walker {
public:
    // p is at the bracket or brace that opens the value.
    walker(const char* p, const char* end)
        : p_(skip_space(p + 1, end)), end_(end), is_object_(*p == '{') {}
    // The members of an object without its braces: `"a":1,"b":2`.
    explicit walker(std::string_view members)
        : p_(members.data()), end_(p_ + members.size()), is_object_(true) {}

    // To the next value; false if there is none.
    bool next();
    // The name of the member as the text spells it between its quotes; "" for an element.
    std::string_view name() const { return name_; }
    // The first byte of the value; after the last one, the closing bracket or brace or the end.
    const char* here() const { return p_; }
    // The text of the value, which is skipped. Once for each, unless leave() is called.
    std::string_view take();
    // Goes on behind the value, which ended there.
    void leave(const char* after);

private:
    const char* p_;
    const char* end_;
    bool is_object_;
    std::string_view name_{};
};

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

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

OAIWIRE_INLINE bool walker::next() {
    if (p_ == end_ || *p_ == '}' || *p_ == ']') return false;
    if (!is_object_) return true;
    if (*p_ != '"') return false;
    const char* const name = p_ + 1;
    const char* const after = skip_string(name, end_);
    p_ = skip_space(after, end_);
    if (p_ == end_ || *p_ != ':') return false;
    name_ = text_between(name, after - 1);
    p_ = skip_space(p_ + 1, end_);
    return p_ != end_;
}

OAIWIRE_INLINE std::string_view walker::take() {
    const char* const from = p_;
    const char* const after = skip_value(from, end_);
    leave(after);
    return text_between(from, after);
}

OAIWIRE_INLINE void walker::leave(const char* after) {
    p_ = skip_space(after, end_);
    if (p_ != end_ && *p_ == ',') p_ = skip_space(p_ + 1, end_);
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
