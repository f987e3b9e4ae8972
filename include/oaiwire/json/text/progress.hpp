// json_progress: whether a text that arrives in pieces is a complete JSON value yet. Checks
// structure only: models may write malformed escapes, numbers and words.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// Linear in the bytes fed. Holds one byte for each open object or array.
// A small automaton: what may come next, and the stack of open brackets and braces.
class json_progress {
public:
    // What the bytes so far are.
    enum class state : std::uint8_t {
        blank,   // white space or nothing
        open,    // an unfinished value
        scalar,  // a number or word, which may continue
        closed,  // a complete value: only white space may follow
        broken,  // no JSON text begins like this
    };

    // Takes the next bytes of the text.
    void feed(std::string_view piece);

    // The state of the text so far.
    state now() const;

    // The state of a complete text.
    static state of(std::string_view text);

private:
    // What may come next. element: a value or ']'; first_key: a name or '}'; separator: a comma or
    // the closing bracket; end: white space; never: the text is broken.
    enum class due : std::uint8_t { value, element, key, first_key, colon, separator, end, never };
    static constexpr std::size_t max_depth = 1024;  // deeper texts are broken

    // Whether numbers and literals may contain the character; their spelling is not checked.
    static bool is_word(char c);

    // How many bytes of the piece belong to the string, its closing quote included.
    std::size_t string_part(std::string_view piece);

    // A character outside strings and words, which is not white space.
    void take(char c);
    void begin_value(char c);
    // The bracket or brace that closes `opened`; broken if that is not the innermost one.
    void close(char opened);
    due after_value() const { return open_.empty() ? due::end : due::separator; }

    std::string open_{};  // the open brackets and braces, outermost first
    due due_ = due::value;
    bool begun_ = false;      // something else than white space has come
    bool in_string_ = false;  // names included
    bool escaped_ = false;    // the last byte was a backslash that escapes the next one
    bool in_word_ = false;    // a number or literal
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE void json_progress::feed(std::string_view piece) {
    while (!piece.empty() && due_ != due::never) {
        if (in_string_) {
            piece.remove_prefix(string_part(piece));
            continue;
        }
        const char c = piece.front();
        piece.remove_prefix(1);
        if (in_word_ && is_word(c)) continue;
        in_word_ = false;
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') take(c);
    }
}

OAIWIRE_INLINE json_progress::state json_progress::now() const {
    if (due_ == due::never) return state::broken;
    if (due_ == due::end && !in_string_) return in_word_ ? state::scalar : state::closed;
    return begun_ ? state::open : state::blank;
}

OAIWIRE_INLINE json_progress::state json_progress::of(std::string_view text) {
    json_progress whole;
    whole.feed(text);
    return whole.now();
}

OAIWIRE_INLINE bool json_progress::is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '+' || c == '.';
}

OAIWIRE_INLINE std::size_t json_progress::string_part(std::string_view piece) {
    std::size_t at = 0;
    if (escaped_) {
        escaped_ = false;
        at = 1;
    }
    at = piece.find_first_of("\"\\", at);
    if (at == std::string_view::npos) return piece.size();
    if (piece[at] == '"') {
        in_string_ = false;
    } else {
        escaped_ = true;
    }
    return at + 1;
}

OAIWIRE_INLINE void json_progress::take(char c) {
    begun_ = true;
    switch (due_) {
        case due::element:
            if (c == ']') return close('[');
            [[fallthrough]];
        case due::value:
            return begin_value(c);
        case due::first_key:
            if (c == '}') return close('{');
            [[fallthrough]];
        case due::key:
            in_string_ = c == '"';
            due_ = in_string_ ? due::colon : due::never;
            return;
        case due::colon:
            due_ = c == ':' ? due::value : due::never;
            return;
        case due::separator:
            if (c != ',') return close(c == '}' ? '{' : c == ']' ? '[' : ' ');
            due_ = open_.back() == '{' ? due::key : due::value;
            return;
        default:
            due_ = due::never;
    }
}

OAIWIRE_INLINE void json_progress::begin_value(char c) {
    if (c == '{' || c == '[') {
        due_ = c == '{' ? due::first_key : due::element;
        if (open_.size() == max_depth) {
            due_ = due::never;
        } else {
            open_.push_back(c);
        }
        return;
    }
    in_string_ = c == '"';
    in_word_ = is_word(c);
    due_ = in_string_ || in_word_ ? after_value() : due::never;  // as if it had ended already
}

OAIWIRE_INLINE void json_progress::close(char opened) {
    if (open_.empty() || open_.back() != opened) {
        due_ = due::never;
        return;
    }
    open_.pop_back();
    due_ = after_value();
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
