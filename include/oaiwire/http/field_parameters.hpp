// Reads a field value that has parameters: Content-Type (RFC 9110, 8.3.1) and Content-Disposition
// (RFC 6266, 4.1; RFC 7578, 4.2).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/version.hpp>
#include <oaiwire/http/fields.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

// A byte that field text and quoted strings may contain: visible, white space or obs-text (RFC
// 9110, 5.5).
constexpr bool is_field_text(char c) {
    return is_visible(c) || c == ' ' || c == '\t' || static_cast<unsigned char>(c) >= 0x80;
}

// The first word of a value and then its parameters, one after the other: `form-data; name="a"`.
// Strict: no white space around `=`; a value is a token or a quoted string. In quoted strings `\"`
// and `\\` are escapes, and any other backslash is itself, since browsers send file names so.
class field_parameters {
public:
    // `value` must outlive this; it has no white space around it.
    explicit field_parameters(std::string_view value) : rest_(value) {
        first_ = rest_.substr(0, rest_.find(';'));
        rest_.remove_prefix(first_.size());
        first_ = first_.substr(0, first_.find_last_not_of(" \t") + 1);
    }

    // What precedes the first semicolon.
    std::string_view first() const { return first_; }

    // Goes to the next parameter. False: there is none, or the value is malformed.
    bool next() {
        while (valid_) {
            skip_blanks();
            if (rest_.empty()) return false;
            if (rest_.front() != ';') return invalid();
            rest_.remove_prefix(1);
            skip_blanks();
            if (!rest_.empty() && rest_.front() != ';') return read();  // else an empty one
        }
        return false;
    }
    // Whether all that next() has seen is well-formed.
    bool valid() const { return valid_; }
    // The parameter's name, as sent.
    std::string_view name() const { return name_; }
    // Its value, without quotes and escapes.
    const std::string& value() const { return value_; }
    // Whether it was a quoted string.
    bool quoted() const { return quoted_; }

private:
    bool invalid() {
        valid_ = false;
        return false;
    }
    void skip_blanks() {
        rest_.remove_prefix((std::min)(rest_.find_first_not_of(" \t"), rest_.size()));
    }
    std::string_view take_token() {
        std::size_t n = 0;
        while (n != rest_.size() && is_token_char(rest_[n])) ++n;
        const auto token = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return token;
    }
    bool read() {
        name_ = take_token();
        if (name_.empty() || !rest_.starts_with('=')) return invalid();
        rest_.remove_prefix(1);
        quoted_ = rest_.starts_with('"');
        if (quoted_) return read_quoted();
        value_ = take_token();
        return !value_.empty() || invalid();
    }
    bool read_quoted() {
        value_.clear();
        for (std::size_t i = 1; i != rest_.size(); ++i) {
            char c = rest_[i];
            if (c == '"') {
                rest_.remove_prefix(i + 1);
                return true;
            }
            if (!is_field_text(c)) return invalid();
            if (c == '\\' && i + 1 != rest_.size() &&
                (rest_[i + 1] == '"' || rest_[i + 1] == '\\')) {
                c = rest_[++i];
            }
            value_.push_back(c);
        }
        return invalid();
    }

    std::string_view rest_;
    std::string_view first_{};
    std::string_view name_{};
    std::string value_{};
    bool quoted_ = false;
    bool valid_ = true;
};

}}}}  // namespace oaiwire::v0_2::http::detail

#include <oaiwire/core/macros_end.hpp>
