// The steps of repair_lenient within strings, names, numbers and literals.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/compiled.hpp>

#if OAIWIRE_DEFINES

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/repair.hpp>
#include <oaiwire/json/repair_lenient_steps.hpp>
#include <oaiwire/json/repair_lenient_text.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

OAIWIRE_INLINE string_quote lenient_repairer::take_quote() {
    const mark m = mark_at(p_, end_);
    string_quote quote{m.as, m.size == 1, false};
    if (m.as != '`' && (starts(p_, end_, "\"\"\"") || starts(p_, end_, "'''"))) {
        // unless it is an empty string and the quote of another
        const char* const next = skip_space(p_ + 3, end_);
        const char after = next == end_ ? '\0' : *next;
        quote.triple = after != ',' && after != '}' && after != ']' && after != ':';
    }
    if (m.as != '"' || m.size != 1 || quote.triple) note(repair_kind::quotes, p_);
    p_ += quote.triple ? 3 : m.size;
    return quote;
}

// One past the quote at p_ if it closes the string; null if it belongs to its text.
OAIWIRE_INLINE const char* lenient_repairer::close_at(string_quote quote,
                                                      string_place place) const {
    if (quote.triple) {
        return p_[0] == quote.as && end_ - p_ >= 3 && p_[1] == *p_ && p_[2] == *p_ ? p_ + 3
                                                                                   : nullptr;
    }
    const mark m = mark_at(p_, end_);
    const char* const after = p_ + m.size;
    return quote.closed_by(m) && ends_string(after, end_, quote, place) ? after : nullptr;
}

OAIWIRE_INLINE void lenient_repairer::string(string_role role) {
    const string_quote quote = take_quote();
    const string_place place{role, level_ == 1, in_array_element()};
    const char* const begin = p_;
    bool first = true;  // no quote within the string so far
    out_.push_back('"');
    high_surrogate_ = 0;
    while (p_ != end_) {
        const char* const plain = p_;
        while (p_ != end_ && is_word_byte(*p_) && static_cast<unsigned char>(*p_) < 0x80) ++p_;
        out_.append(plain, p_);
        if (p_ == end_) break;
        const auto c = static_cast<unsigned char>(*p_);
        if (const char* const after = close_at(quote, place)) {
            p_ = after;
            out_.push_back('"');
            return;
        }
        if (first && c == '"' && quote.as == '"' && !quote.triple) {
            first = false;
            if (end_before_quote(begin, role)) return;
        }
        if (c == '\\') {
            escape(quote);
        } else if (c >= 0x80) {
            const utf8_step step = utf8_advance(p_, end_);
            if (!step.next && step.bad == end_) {  // cut inside a character
                p_ = end_;
                break;
            }
            if (!step.next) note(repair_kind::invalid_utf8, p_);
            p_ = append_code_point(out_, p_, end_);
        } else if (c == '"') {
            if (quote.as == '"') note(repair_kind::inner_quote, p_);
            out_.append("\\\"");
            ++p_;
        } else if (c < 0x20) {
            note(repair_kind::control_character, p_++);
            append_control(out_, c);
        } else {
            if (quote.as == *p_) note(repair_kind::inner_quote, p_);
            out_.push_back(*p_++);
        }
    }
    cut_string();
    if (role == string_role::top) note(repair_kind::cut, end_);
}

// p_ is at the first quote within a string, which began at `begin`. Ends the string where its own
// closing quote is missing: before the colon of a name, or before the comma or line break and the
// next name.
OAIWIRE_INLINE bool lenient_repairer::end_before_quote(const char* begin, string_role role) {
    constexpr std::size_t control_size = 6;  // of the escape of a control character
    const char* last = p_;
    std::size_t size = 0;  // of the rest in out_
    bool line = false;
    const auto skip_back = [&] {
        for (; last != begin && is_space(last[-1]); --last) {
            line = line || last[-1] == '\n';
            size += last[-1] == ' ' ? 1 : control_size;
        }
    };
    skip_back();
    if (last == begin) return false;
    const char before = last[-1];
    if (role == string_role::name) {
        if (before != ':') return false;
    } else if (role != string_role::member || (before != ',' && !line) ||
               !quoted_name_ahead(p_, end_, false)) {
        return false;
    }
    if (before == ':' || before == ',') {
        --last;
        ++size;
        skip_back();
    }
    note(repair_kind::quotes, p_);
    out_.resize(out_.size() - size);
    out_.push_back('"');
    return true;
}

// The end of the text is inside a string.
OAIWIRE_INLINE void lenient_repairer::cut_string() {
    constexpr std::size_t escape_size = 6;
    if (high_surrogate_ != 0 && high_surrogate_ - 1 + escape_size == out_.size()) {
        out_.resize(high_surrogate_ - 1);  // half a character
    }
    out_.push_back('"');
}

// p_ is at a backslash in a string.
OAIWIRE_INLINE void lenient_repairer::escape(string_quote quote) {
    const std::ptrdiff_t left = end_ - p_;
    const char c = left > 1 ? p_[1] : '\0';
    const auto hex = [&](std::ptrdiff_t from, std::ptrdiff_t to) {  // all that are there
        for (std::ptrdiff_t i = from; i != to && i != left; ++i) {
            if (hex_digit(p_[i]) < 0) return false;
        }
        return true;
    };
    if (left == 1) {
        p_ = end_;
    } else if (std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) {
        out_.append(p_, 2);
        p_ += 2;
    } else if (c == 'u' && hex(2, 6)) {
        if (left < 6) {
            p_ = end_;
            return;
        }
        const bool high = (p_[2] == 'd' || p_[2] == 'D') && hex_digit(p_[3]) / 4 == 2;
        if (high) high_surrogate_ = out_.size() + 1;
        out_.append(p_, 6);
        p_ += 6;
    } else if (c == '\'' || c == '`') {
        if (c != quote.as) note(repair_kind::escape, p_);
        out_.push_back(c);
        p_ += 2;
    } else if (c == 'x' && left >= 4 && hex(2, 4)) {
        note(repair_kind::escape, p_);
        out_.append("\\u00").append(p_ + 2, 2);
        p_ += 4;
    } else {
        note(repair_kind::escape, p_++);
        out_.append("\\\\");
    }
}

// Text without quotes.
OAIWIRE_INLINE void lenient_repairer::put_text(const char* p, const char* end) {
    out_.push_back('"');
    while (p != end) {
        const auto c = static_cast<unsigned char>(*p);
        if (c >= 0x80) {
            if (!utf8_advance(p, end).next) note(repair_kind::invalid_utf8, p);
            p = append_code_point(out_, p, end);
            continue;
        }
        if (c == '"' || c == '\\') out_.push_back('\\');
        if (c < 0x20) {
            append_control(out_, c);
        } else {
            out_.push_back(*p);
        }
        ++p;
    }
    out_.push_back('"');
}

OAIWIRE_INLINE void lenient_repairer::bare_name() {
    const char* const start = p_;
    const char* last = p_;  // one past what is no space
    while (p_ != end_ && *p_ != '\n') {
        const mark m = mark_at(p_, end_);
        if (m.as == ':' || m.as == ',' || m.as == '"' || m.as == '=' || m.opens() || m.closes()) {
            break;
        }
        p_ += m.size;
        if (m.as != ' ' && m.as != '\t' && m.as != '\r') last = p_;
    }
    note(repair_kind::unquoted_name, start);
    put_text(start, last);
    if (p_ != end_ && *p_ == '"') {  // only the opening quote is missing
        const char* const next = skip_space(p_ + 1, end_);
        if (next != end_ && mark_at(next, end_).as == ':') ++p_;
    }
}

// Where a value without quotes ends that begins at `start`; `word` is where its first word does if
// that is followed by something else. A value is one word, or words up to a separator.
OAIWIRE_INLINE const char* lenient_repairer::bare_end(const char* start, const char*& word) const {
    word = nullptr;
    const bool object = in_object();
    for (const char* p = start;;) {
        while (p != end_ && !is_space(*p)) {
            const mark m = mark_at(p, end_);
            if (m.as == ',' || m.as == '"' || m.closes() || m.as == ' ') break;
            p += m.size;
        }
        const char* q = p;
        while (q != end_ && (*q == ' ' || *q == '\t')) ++q;
        bool ends = q == end_ || *q == '\n' || *q == '\r' || starts(q, end_, "```");
        if (!ends) {
            const mark m = mark_at(q, end_);
            ends = m.as == ',' || m.closes() || m.opens() ||
                   (m.is_quote() && (p != q || m.as == '"')) || m.as == ' ' ||
                   (p != q && (comment_at(q, end_) || (object && bare_name_ahead(q, end_))));
        }
        if (!word) word = p;
        if (ends) return p;
        p = q;
    }
}

OAIWIRE_INLINE void lenient_repairer::bare_value(std::size_t from) {
    const char* const start = p_;
    const char* word = nullptr;
    const char* const end = bare_end(start, word);
    p_ = end;
    const std::string_view text = text_between(start, end);
    if (word == end) {
        const scalar put = put_scalar(text, end == end_);
        if (put == scalar::nothing) out_.resize(from);
        if (put != scalar::none) return;
    }
    if (text.find_first_not_of('.') == std::string_view::npos || text == "\xE2\x80\xA6") {
        note(repair_kind::unexpected, start);  // an ellipsis
        out_.resize(from);
        return;
    }
    note(repair_kind::unquoted_value, start);
    put_text(start, end);
    // only the opening quote is missing
    const string_role role = in_object() ? string_role::member : string_role::element;
    if (end != end_ && *end == '"' &&
        ends_string(end + 1, end_, {}, {role, level_ == 1, in_array_element()})) {
        ++p_;
    }
}

// A number or literal; `cut`: the text ends with the word. `nothing`: too little of one.
OAIWIRE_INLINE lenient_repairer::scalar lenient_repairer::put_scalar(std::string_view word,
                                                                     bool cut) {
    const std::string_view literal = literal_of(word, cut);
    if (literal.empty()) return put_number(word, cut);
    if (literal.front() == '"') {
        note(repair_kind::not_finite, word.data());
    } else if (!literal.starts_with(word)) {
        note(repair_kind::literal, word.data());
    }
    out_.append(literal);
    return scalar::some;
}

OAIWIRE_INLINE lenient_repairer::scalar lenient_repairer::put_number(std::string_view word,
                                                                     bool cut) {
    const std::size_t from = out_.size();
    std::size_t i = 0;
    const auto digits = [&] {
        const std::size_t start = i;
        while (i != word.size() && is_digit(word[i])) ++i;
        out_.append(word.substr(start, i - start));
        return i - start;
    };
    const auto at = [&](std::string_view set) {
        return i != word.size() && set.find(word[i]) != std::string_view::npos;
    };
    const auto none = [&] {
        out_.resize(from);
        return scalar::none;
    };
    if (at("+-")) {
        if (word[i] == '-') out_.push_back('-');
        if (++i == word.size()) {
            static_cast<void>(none());
            return cut ? scalar::nothing : scalar::none;
        }
    }
    const std::size_t whole = i;
    const std::size_t whole_digits = digits();
    if (whole_digits == 0 && !at(".")) return none();
    if (whole_digits == 0) out_.push_back('0');
    if (whole_digits > 1 && word[whole] == '0') return none();
    if (at(".")) {
        ++i;
        out_.push_back('.');
        if (digits() == 0) {
            if (whole_digits == 0) return none();
            out_.pop_back();
        }
    }
    if (at("eE")) {
        const std::size_t exponent = out_.size();
        out_.push_back(word[i++]);
        if (at("+-")) out_.push_back(word[i++]);
        if (digits() == 0) {
            if (!cut || i != word.size()) return none();
            out_.resize(exponent);
        }
    }
    if (i != word.size()) return none();
    if (std::string_view(out_).substr(from) != word) note(repair_kind::number, word.data());
    return scalar::some;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
