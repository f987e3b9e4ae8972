// Looking at broken JSON text: quotes and separators in their many forms, words, and what follows a
// quote. For repair_lenient.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// A character that may be punctuation: `as` is the ASCII character that it stands for, 0 for
// another one; `size` is its length in bytes.
struct mark {
    char as = 0;
    std::uint8_t size = 1;

    bool is_quote() const { return as == '"' || as == '\'' || as == '`'; }
    bool opens() const { return as == '{' || as == '['; }
    bool closes() const { return as == '}' || as == ']'; }
};

// The mark at p. Requires p != end. Typographic quotes and full-width commas and colons count as
// what they stand for, spaces of Unicode as ' '.
mark mark_at(const char* p, const char* end);

// What a string is a part of.
enum class string_role : std::uint8_t { name, member, element, top };

// What ends a string.
struct string_quote {
    char as = '"';        // '"', '\'' or '`'
    bool ascii = true;    // else a typographic quote, closed by any of its kind
    bool triple = false;  // """ or '''

    // Whether the mark can close the string.
    bool closed_by(mark m) const { return m.as == as && (!ascii || m.size == 1); }
};

// Whether a letter, digit, '_', '$' or a byte from 0x80: part of a name that needs no quotes.
constexpr bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' ||
           c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

// Whether the text at p begins with `word`.
inline bool starts(const char* p, const char* end, std::string_view word) {
    return text_between(p, end).starts_with(word);
}

// Whether a comment begins at p, outside of strings.
bool comment_at(const char* p, const char* end);

// Whether p is at a name without quotes and its colon.
bool bare_name_ahead(const char* p, const char* end);

// One past white space, escaped or not.
const char* skip_escaped_space(const char* p, const char* end);

// Whether the quote at p begins a name that a colon follows. `unsure`: what to say where the end of
// the text, or of how far to look, comes first.
bool quoted_name_ahead(const char* p, const char* end, bool unsure);

// What a literal of another language, or of JSON, stands for; "" for other words. `cut`: the word
// may be a beginning of the literal.
std::string_view literal_of(std::string_view word, bool cut);

// Whether the bracket at p looks like the beginning of a JSON value, rather than of something in a
// sentence.
bool looks_like_value(const char* p, const char* end, bool array_too);

// Where a string is.
struct string_place {
    string_role role = string_role::top;
    bool outermost = false;  // in the outermost object or array
    bool in_array = false;   // in an object that is an element of an array
};

// Whether a quote that could close a string does so; q is after the quote.
bool ends_string(const char* q, const char* end, string_quote quote, string_place place);

// Decodes one character of text that was escaped as inside a JSON string; malformed escapes are
// taken as they stand. Appends to `out` and returns the position after it. Requires p != end.
const char* unescape_step(const char* p, const char* end, std::string& out);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

OAIWIRE_INLINE mark mark_at(const char* p, const char* end) {
    if (static_cast<unsigned char>(*p) < 0x80) return {*p, 1};
    struct row {
        std::string_view text;
        char as;
    };
    constexpr row rows[] = {
        {"\xE2\x80\x9C", '"'},  {"\xE2\x80\x9D", '"'},  {"\xE2\x80\x9E", '"'},
        {"\xE2\x80\x9F", '"'},  {"\xE2\x80\x98", '\''}, {"\xE2\x80\x99", '\''},
        {"\xE2\x80\x9A", '\''}, {"\xE2\x80\x9B", '\''}, {"\xEF\xBC\x82", '"'},
        {"\xEF\xBC\x87", '\''}, {"\xEF\xBC\x8C", ','},  {"\xEF\xBC\x9A", ':'},
        {"\xC2\xA0", ' '},      {"\xE3\x80\x80", ' '},  {"\xE2\x80\x8B", ' '},
        {"\xE2\x80\xA8", ' '},  {"\xE2\x80\xAF", ' '},  {"\xEF\xBB\xBF", ' '},
    };
    for (const row& r : rows) {
        if (starts(p, end, r.text)) return {r.as, static_cast<std::uint8_t>(r.text.size())};
    }
    return {0, 1};
}

OAIWIRE_INLINE bool comment_at(const char* p, const char* end) {
    if (starts(p, end, "//") || starts(p, end, "/*")) return true;
    // not a colour such as #fff
    return *p == '#' && (end - p == 1 || is_space(p[1]));
}

// The end of the word at p, and no more than `most` bytes of it.
OAIWIRE_INLINE const char* word_end(const char* p, const char* end, std::ptrdiff_t most) {
    const char* const stop = p + std::min(end - p, most);
    while (p != stop && is_word_byte(*p)) ++p;
    return p;
}

// Whether p is at a word and a colon.
OAIWIRE_INLINE bool word_and_colon(const char* p, const char* end) {
    const char* stop = p + std::min<std::ptrdiff_t>(end - p, 64);
    const char* q = p;
    while (q != stop && (is_word_byte(*q) || *q == '-' || *q == '.')) {
        if (mark_at(q, end).as == ':') break;  // a full-width one
        ++q;
    }
    if (q == p) return false;
    if (q != end && *q == '"') ++q;  // only the opening quote is missing
    stop = q + std::min<std::ptrdiff_t>(end - q, 8);
    while (q != stop && (*q == ' ' || *q == '\t')) ++q;
    return q != end && mark_at(q, end).as == ':' && !starts(q, end, "://");
}

OAIWIRE_INLINE bool bare_name_ahead(const char* p, const char* end) {
    return p != end && is_word_byte(*p) && !is_digit(*p) && word_and_colon(p, end);
}

OAIWIRE_INLINE const char* skip_escaped_space(const char* p, const char* end) {
    for (;;) {
        p = skip_space(p, end);
        if (!starts(p, end, "\\n") && !starts(p, end, "\\r") && !starts(p, end, "\\t")) return p;
        p += 2;
    }
}

OAIWIRE_INLINE std::string_view literal_of(std::string_view word, bool cut) {
    struct row {
        std::string_view word;
        std::string_view literal;
    };
    constexpr row rows[] = {
        {"true", "true"},
        {"false", "false"},
        {"null", "null"},
        {"True", "true"},
        {"TRUE", "true"},
        {"False", "false"},
        {"FALSE", "false"},
        {"None", "null"},
        {"NULL", "null"},
        {"Null", "null"},
        {"undefined", "null"},
        {"nil", "null"},
        {"NaN", "\"NaN\""},
        {"Infinity", "\"Infinity\""},
        {"+Infinity", "\"Infinity\""},
        {"-Infinity", "\"-Infinity\""},
    };
    // of a sign alone, nothing is known
    if (word.empty() || word == "-" || word == "+") return {};
    for (const row& r : rows) {
        if (word == r.word || (cut && r.word.starts_with(word))) return r.literal;
    }
    return {};
}

OAIWIRE_INLINE bool looks_like_value(const char* p, const char* end, bool array_too) {
    const bool object = *p == '{';
    if (!object && !array_too) return false;
    const char* const q = skip_escaped_space(p + 1, end);
    if (q == end) return false;
    const mark m = mark_at(q, end);
    if (m.as == '"' || m.as == '\'' || comment_at(q, end)) return true;
    if (starts(q, end, "\\\"") || starts(q, end, "\\'")) return true;
    if (object) return m.as == '}' || bare_name_ahead(q, end);
    if (m.opens() || m.as == '-' || is_digit(*q)) return true;
    return !literal_of(text_between(q, word_end(q, end, 16)), false).empty();
}

// How far ends_string() looks for the end of a name.
inline constexpr std::ptrdiff_t name_ahead = 128;

OAIWIRE_INLINE bool quoted_name_ahead(const char* p, const char* end, bool unsure) {
    const char* const stop = p + std::min(end - p, name_ahead);
    const mark open = mark_at(p, end);
    const string_quote quote{open.as, open.size == 1, false};
    p += open.size;
    bool closed = false;
    while (p < stop) {
        const mark m = mark_at(p, end);
        if (closed && m.as != ' ' && !is_space(*p)) return m.as == ':' || m.as == '=' || m.opens();
        if (!closed && *p == '\n') return false;
        closed = closed || quote.closed_by(m);
        p += *p == '\\' ? 2 : m.size;
    }
    return unsure;
}

// Whether a name or a closing bracket follows the comma before p.
OAIWIRE_INLINE bool member_ahead(const char* p, const char* end) {
    p = skip_space(p, end);
    if (p == end || comment_at(p, end)) return true;
    const mark m = mark_at(p, end);
    if (m.is_quote()) return quoted_name_ahead(p, end, true);
    if (m.closes() || m.opens() || m.as == ',' || m.as == '.') return true;
    return word_and_colon(p, end);
}

// Whether an element or a closing bracket follows the comma before p.
OAIWIRE_INLINE bool element_ahead(const char* p, const char* end) {
    constexpr std::ptrdiff_t most = 64;
    p = skip_space(p, end);
    if (p == end || comment_at(p, end)) return true;
    const mark m = mark_at(p, end);
    if (!is_word_byte(*p) || is_digit(*p)) {
        return m.is_quote() || m.closes() || m.opens() || m.as == ',' || m.as == '.' ||
               m.as == '-' || is_digit(*p);
    }
    // words without quotes, or the rest of a sentence, which has a quote
    const char* const stop = p + std::min(end - p, most);
    for (; p != stop; ++p) {
        if (*p == '"') return false;
        if (*p == ',' || *p == ']' || *p == '\n') break;
    }
    return true;
}

OAIWIRE_INLINE bool ends_name(const char* p, const char* end, mark m) {
    if (m.as == ':' || m.as == ',' || m.as == '=' || m.as == '-' || m.closes() || m.opens()) {
        return true;
    }
    return m.is_quote() || is_digit(*p) ||
           !literal_of(text_between(p, word_end(p, end, 16)), false).empty();
}

OAIWIRE_INLINE bool ends_string(const char* q, const char* end, string_quote quote,
                                string_place place) {
    const char* const p = skip_space(q, end);
    if (p == end || comment_at(p, end) || starts(p, end, "```")) return true;
    const mark m = mark_at(p, end);
    const char* const after = p + m.size;
    if (place.role == string_role::name) return ends_name(p, end, m);
    if (place.role == string_role::top) return false;
    if (p == q && quote.closed_by(m)) {
        // two quotes: the first is text if the second can end the string
        const char* const next = skip_space(after, end);
        if (next == end) return false;
        const mark n = mark_at(next, end);
        if (n.as == ',' || n.closes()) return false;
    }
    if (m.closes() && after != end && quote.closed_by(mark_at(after, end))) {
        // JSON in a string: its bracket, and the quote that ends the string
        const char* const next = skip_space(after + 1, end);
        if (next != end && (*next == ',' || *next == '}' || *next == ']')) return false;
    }
    if (place.role == string_role::element) {
        if (m.as == ',') return element_ahead(after, end);
        return m.closes() || m.opens() || m.is_quote() || m.as == ':';
    }
    if (m.as == ',' || m.as == ';') return member_ahead(after, end);
    // a comma is missing
    if (m.is_quote()) return (p != q || m.as == quote.as) && quoted_name_ahead(p, end, false);
    if (m.as == '{') return place.in_array;
    if (m.as == '}' && !place.outermost) {
        const char* const next = skip_space(after, end);
        if (next == end || comment_at(next, end)) return true;
        const mark n = mark_at(next, end);
        return n.as == ',' || n.closes() || n.opens() || n.is_quote();
    }
    return m.closes() || (p != q && bare_name_ahead(p, end));
}

OAIWIRE_INLINE const char* unescape_step(const char* p, const char* end, std::string& out) {
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view values = "\"\\/\b\f\n\r\t";
    const auto unit = [&](const char* u) -> std::int32_t {  // of the escape at u; -1: none
        if (end - u < 6 || u[0] != '\\' || u[1] != 'u') return -1;
        std::int32_t value = 0;
        for (int i = 2; i != 6; ++i) {
            const int digit = hex_digit(u[i]);
            if (digit < 0) return -1;
            value = value * 16 + digit;
        }
        return value;
    };
    if (*p != '\\' || end - p == 1) {
        out.push_back(*p);
        return p + 1;
    }
    if (const std::size_t i = names.find(p[1]); i != std::string_view::npos) {
        out.push_back(values[i]);
        return p + 2;
    }
    const std::int32_t first = unit(p);
    if (first < 0) {
        out.push_back(*p);
        return p + 1;
    }
    auto code_point = static_cast<std::uint32_t>(first);
    p += 6;
    if (is_high_surrogate(code_point)) {
        const std::int32_t second = unit(p);
        if (second >= 0 && is_low_surrogate(static_cast<std::uint32_t>(second))) {
            code_point = 0x10000 + ((code_point - 0xD800) << 10) +
                         (static_cast<std::uint32_t>(second) - 0xDC00);
            p += 6;
        }
    }
    const bool half = code_point >= 0xD800 && code_point <= 0xDFFF;
    append_utf8(out, half ? 0xFFFD : code_point);
    return p;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
