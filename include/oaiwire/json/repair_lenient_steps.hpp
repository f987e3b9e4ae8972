// The steps of repair_lenient: objects, arrays, and what separates their members and elements. The
// value is written as JSON from left to right.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/compiled.hpp>

#if OAIWIRE_DEFINES

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/repair_lenient_text.hpp>
#include <oaiwire/json/repair_note.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Repairs one value, and notes text after it. Reads [begin, end) once, but for bounded looks ahead.
class lenient_repairer {
public:
    lenient_repairer(std::string_view text, std::string& out, std::vector<repair_note>& notes,
                     std::size_t depth)
        : begin_(text.data()),
          end_(text.data() + text.size()),
          out_(out),
          notes_(notes),
          depth_(depth < max_depth ? depth : max_depth) {}

    // The object or array that begins at p.
    const char* container(const char* p);
    // The object whose first name begins at p, without a bracket before.
    const char* bare_members(const char* p);
    // The string at p, which is the whole value.
    const char* whole_string(const char* p);
    // The number or literal at p, which is the whole value; null if there is none.
    const char* whole_scalar(const char* p);

    // Where an object or array was too deep, after a null.
    const char* too_deep_at() const { return p_; }

private:
    // Where the last comma between members or elements was.
    enum class since : std::uint8_t { opening, value, comma };

    void note(repair_kind what, const char* at) {
        notes_.push_back({what, static_cast<std::size_t>(at - begin_)});
    }

    bool in_object() const {
        return level_ != 0 && (objects_[(level_ - 1) / 64] >> ((level_ - 1) % 64) & 1) != 0;
    }
    // Whether the object or array around the innermost one is an array.
    bool in_array_element() const {
        return level_ > 1 && (objects_[(level_ - 2) / 64] >> ((level_ - 2) % 64) & 1) == 0;
    }
    bool open(char bracket);
    void close();

    const char* levels();
    void skip();
    void comma(mark m);
    void closing(char bracket);
    void member();
    void element();
    void value(string_role role, std::size_t from);
    void separate();
    bool take_colon();

    void string(string_role role);
    string_quote take_quote();
    const char* close_at(string_quote quote, string_place place) const;
    void escape(string_quote quote);
    bool end_before_quote(const char* begin, string_role role);
    void cut_string();
    void bare_name();
    void bare_value(std::size_t from);
    const char* bare_end(const char* start, const char*& word) const;
    enum class scalar : std::uint8_t { none, some, nothing };
    scalar put_scalar(std::string_view word, bool cut);
    scalar put_number(std::string_view word, bool cut);
    void put_text(const char* p, const char* end);

    const char* begin_;
    const char* end_;
    const char* p_ = nullptr;
    std::string& out_;
    std::vector<repair_note>& notes_;
    std::size_t depth_;

    std::array<std::uint64_t, max_depth / 64> objects_{};  // one bit per level: object or array
    std::size_t level_ = 0;
    std::size_t objects_open_ = 0;
    since since_ = since::opening;
    std::size_t comma_note_ = 0;           // of the last comma, while nothing follows it
    std::size_t high_surrogate_ = 0;       // where out_ has the string's last escape of one, plus 1
    const char* bracket_ = nullptr;        // the last one that did not fit its level
    const char* after_bracket_ = nullptr;  // what follows it
    bool outer_bare_ = false;              // the outermost object has no brackets
    bool too_deep_ = false;
};

OAIWIRE_INLINE bool lenient_repairer::open(char bracket) {
    if (level_ == depth_) {
        too_deep_ = true;
        return false;
    }
    const std::uint64_t bit = std::uint64_t{1} << (level_ % 64);
    auto& word = objects_[level_ / 64];
    word = bracket == '{' ? word | bit : word & ~bit;
    ++level_;
    objects_open_ += bracket == '{' ? 1 : 0;
    out_.push_back(bracket);
    since_ = since::opening;
    return true;
}

OAIWIRE_INLINE void lenient_repairer::close() {
    const bool object = in_object();
    objects_open_ -= object ? 1 : 0;
    --level_;
    out_.push_back(object ? '}' : ']');
    since_ = since::value;
}

OAIWIRE_INLINE const char* lenient_repairer::container(const char* p) {
    p_ = p;
    if (!open(*p)) return nullptr;
    ++p_;
    return levels();
}

OAIWIRE_INLINE const char* lenient_repairer::bare_members(const char* p) {
    p_ = p;
    note(repair_kind::missing_bracket, p);
    if (!open('{')) return nullptr;
    outer_bare_ = true;
    return levels();
}

OAIWIRE_INLINE const char* lenient_repairer::whole_string(const char* p) {
    p_ = p;
    string(string_role::top);
    return p_;
}

OAIWIRE_INLINE const char* lenient_repairer::whole_scalar(const char* p) {
    const char* q = p;
    while (q != end_ && !is_space(*q) && *q != '`') ++q;
    const char* const rest = skip_space(q, end_);
    if (rest != end_ && !starts(rest, end_, "```")) return nullptr;
    const std::string_view word = text_between(p, q);
    scalar put = put_scalar(word, false);
    bool cut = q == end_ && put == scalar::some && word.back() == '.';
    // the beginning of a literal that JSON does not have is any text
    if (put == scalar::none && q == end_ && !(*p >= 'A' && *p <= 'Z')) {
        put = put_scalar(word, true);
        if (put == scalar::nothing) out_.append("null");
        cut = put != scalar::none;
    }
    if (cut) note(repair_kind::cut, end_);
    return put == scalar::none ? nullptr : q;
}

OAIWIRE_INLINE const char* lenient_repairer::levels() {
    while (level_ != 0) {
        skip();
        const bool fence = starts(p_, end_, "```");
        if (p_ == end_ || fence) {
            if (!outer_bare_ || level_ != 1) {
                note(fence ? repair_kind::missing_bracket : repair_kind::cut, p_);
            }
            while (level_ != 0) close();
            break;
        }
        const mark m = mark_at(p_, end_);
        if (m.closes()) {
            closing(m.as);
        } else if (m.as == ',' || m.as == ';') {
            comma(m);
        } else if (in_object()) {
            member();
        } else {
            element();
        }
        if (too_deep_) return nullptr;
    }
    return p_;
}

// White space and comments.
OAIWIRE_INLINE void lenient_repairer::skip() {
    for (;;) {
        p_ = skip_space(p_, end_);
        if (p_ == end_) return;
        const mark m = mark_at(p_, end_);
        const char* const past = m.as == '\\' ? skip_escaped_space(p_, end_) : p_;
        if (m.as == ' ' || past != p_) {  // white space that JSON does not have
            note(repair_kind::unexpected, p_);
            p_ = past != p_ ? past : p_ + m.size;
        } else if (comment_at(p_, end_)) {
            note(repair_kind::comment, p_);
            const std::string_view rest = text_between(p_, end_);
            const bool block_comment = p_[0] == '/' && p_[1] == '*';
            const std::size_t end = block_comment ? rest.find("*/", 2) : rest.find('\n');
            if (end == std::string_view::npos) {
                p_ = end_;
            } else {
                p_ += end + (block_comment ? 2 : 1);
            }
        } else {
            return;
        }
    }
}

OAIWIRE_INLINE void lenient_repairer::comma(mark m) {
    if (since_ == since::value) {
        if (m.as != ',' || m.size != 1) note(repair_kind::missing_comma, p_);
        // kept if nothing follows
        comma_note_ = notes_.size();
        since_ = since::comma;
    }
    note(repair_kind::extra_comma, p_);
    p_ += m.size;
}

OAIWIRE_INLINE void lenient_repairer::closing(char bracket) {
    const bool object = in_object();
    if ((bracket == '}') == object) {
        ++p_;
        close();
        return;
    }
    if (bracket_ != p_) {  // one bracket may close many levels
        bracket_ = p_;
        after_bracket_ = skip_space(p_ + 1, end_);
    }
    const char* const next = after_bracket_;
    const bool more = next != end_ && (*next == ',' || *next == '}' || *next == ']');
    const std::size_t fitting = bracket == '}' ? objects_open_ : level_ - objects_open_;
    // the bracket fits the outermost level, which is not over
    const bool outermost = fitting == 1 && (objects_[0] & 1) == (bracket == '}' ? 1U : 0U);
    if (fitting != 0 && !(outermost && more)) {
        note(repair_kind::missing_bracket, p_);
        close();
        return;
    }
    if (fitting == 0 && level_ == 1 && more && *next == ',') {
        note(repair_kind::unexpected, p_++);
        return;
    }
    note(repair_kind::wrong_bracket, p_++);
    close();
}

// Before a member or an element.
OAIWIRE_INLINE void lenient_repairer::separate() {
    if (since_ == since::comma) {
        notes_.erase(notes_.begin() + static_cast<std::ptrdiff_t>(comma_note_));
    } else if (since_ == since::value) {
        note(repair_kind::missing_comma, p_);
    }
    since_ = since::value;
    if (out_.back() != '{' && out_.back() != '[') out_.push_back(',');
}

OAIWIRE_INLINE void lenient_repairer::element() {
    const mark m = mark_at(p_, end_);
    if (m.as == ':' || m.as == '=') {  // as between a name and a value
        note(repair_kind::unexpected, p_);
        p_ += m.size;
        return;
    }
    const std::size_t from = out_.size();
    separate();
    value(string_role::element, from);
}

OAIWIRE_INLINE void lenient_repairer::member() {
    const mark m = mark_at(p_, end_);
    if (m.opens()) {
        if (m.as == '{' && in_array_element()) {  // the next object of a list
            note(repair_kind::missing_bracket, p_);
            const since before = since_;
            close();
            since_ = before == since::opening ? since::value : before;
        } else {
            note(repair_kind::unexpected, p_++);
        }
        return;
    }
    const std::size_t from = out_.size();
    if (m.is_quote()) {
        separate();
        string(string_role::name);
    } else {
        if (m.as == ':' || m.as == '=') {
            note(repair_kind::unexpected, p_);
            p_ += m.size;
            return;
        }
        separate();
        bare_name();
    }
    if (!take_colon()) {
        out_.resize(from);
        return;
    }
    out_.push_back(':');
    skip();
    if (p_ == end_) {
        out_.resize(from);
        return;
    }
    value(string_role::member, from);
}

// False if no value follows the name.
OAIWIRE_INLINE bool lenient_repairer::take_colon() {
    skip();
    if (p_ == end_) return false;
    const mark m = mark_at(p_, end_);
    if (m.as == ':') {
        if (m.size != 1) note(repair_kind::missing_colon, p_);
        p_ += m.size;
        for (skip(); p_ != end_ && *p_ == ':'; skip()) note(repair_kind::unexpected, p_++);
        return true;
    }
    if (m.as == ',' || m.as == ';' || m.closes()) {
        note(repair_kind::missing_value, p_);
        return false;
    }
    note(repair_kind::missing_colon, p_);
    if (m.as == '=') p_ += starts(p_, end_, "=>") ? 2 : 1;
    return true;
}

// What begins at p_; `from` is what to cut `out_` off at if there is nothing.
OAIWIRE_INLINE void lenient_repairer::value(string_role role, std::size_t from) {
    const mark m = mark_at(p_, end_);
    if (m.opens()) {
        if (open(m.as)) ++p_;
    } else if (m.is_quote() && !starts(p_, end_, "```")) {
        string(role);
    } else if (m.as == ',' || m.as == ';' || m.closes() || m.as == '`') {
        note(repair_kind::missing_value, p_);
        out_.resize(from);
    } else {
        bare_value(from);
    }
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
