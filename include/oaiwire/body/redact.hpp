// redact(): removes the API key from texts sent by a server, since some quote a rejected key.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/url.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// A text with the escapes of JSON and of URLs removed, mixed and nested in any way, readable from
// each of its bytes. A backslash that escapes nothing is part of the following character. Built in
// one pass from the end, so that each escape is read once. Wiped on destruction, since it may
// contain a key.
class unescaped_text {
public:
    explicit unescaped_text(std::string_view text);
    unescaped_text(const unescaped_text&) = delete;
    unescaped_text& operator=(const unescaped_text&) = delete;
    ~unescaped_text() { wipe(bytes_); }

    std::string_view text() const { return text_; }
    // Advances `i` past its character if that may be `wanted`.
    bool step(std::size_t& i, char wanted) const;

    // Appends the characters in [i, end) that are complete; returns the end of the last one.
    std::size_t append_to(std::string& out, std::size_t i, std::size_t end) const;

private:
    // Reads hexadecimal digits, which may be escaped themselves, and advances `i`; -1 if there are
    // none.
    int hex(std::size_t& i, int digits) const;

    // Reads the character at `at`, those behind it being read.
    void read(std::size_t at);

    std::string_view text_;          // as written
    std::string bytes_;              // the character that begins at each offset
    std::vector<std::size_t> next_;  // where that character ends
};

// Finds a key in a text.
class key_finder {
public:
    static constexpr std::size_t enough = 4;  // shorter matches could be coincidence

    key_finder(const unescaped_text& where, std::string_view key);
    key_finder(const key_finder&) = delete;
    key_finder& operator=(const key_finder&) = delete;
    ~key_finder() { wipe(plain_); }

    // Returns the end of the key that starts at `at`, possibly cut off by the end of the text, or
    // `at`.
    std::size_t end_of_key(std::size_t at) const;

    // Returns the end of a masked key ("sk-proj-********wxyz", as OpenAI writes it) that starts or
    // ends like the key, or `at`. `end`: the end of the word.
    std::size_t end_of_masked(std::size_t at, std::size_t end) const;

private:
    // borrowed
    const unescaped_text& where_;
    std::string_view key_;
    std::string plain_{};  // the key without escapes
};

}  // namespace detail

// Replaces the key in `text` by secret_placeholder: in any spelling that JSON and URLs allow, mixed
// and nested, masked in the middle, or cut off at the end. Takes linear time. Keys of less than
// four bytes are ignored.
void redact(std::string& text, const secret& hidden);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

OAIWIRE_INLINE unescaped_text::unescaped_text(std::string_view text)
    : text_(text), bytes_(text.size(), '\0'), next_(text.size()) {
    for (std::size_t at = text.size(); at-- != 0;) read(at);
}

OAIWIRE_INLINE bool unescaped_text::step(std::size_t& i, char wanted) const {
    if (bytes_[i] == wanted) {
        i = next_[i];
        return true;
    }
    if (text_[i] == wanted) {  // only looks like an escape
        ++i;
        return true;
    }
    // skip escaped backslashes, but not what follows them
    const bool first = text_[i] == '\\' && (i == 0 || text_[i - 1] != '\\');
    const std::size_t last = first ? text_.find_first_not_of('\\', i) : i;
    if (last == std::string_view::npos || last < i + 2 || bytes_[last - 1] != wanted) {
        return false;
    }
    i = next_[last - 1];
    return true;
}

OAIWIRE_INLINE std::size_t unescaped_text::append_to(std::string& out, std::size_t i,
                                                     std::size_t end) const {
    for (; i < end && next_[i] <= end; i = next_[i]) out.push_back(bytes_[i]);
    return i;
}

OAIWIRE_INLINE int unescaped_text::hex(std::size_t& i, int digits) const {
    int value = 0;
    for (std::size_t p = i; p != text_.size() && http::detail::is_hex(bytes_[p]);) {
        value = value << 4 | static_cast<int>(http::detail::hex_value(bytes_[p]));
        p = next_[p];
        if (--digits != 0) continue;
        i = p;
        return value;
    }
    return -1;
}

OAIWIRE_INLINE void unescaped_text::read(std::size_t at) {
    char c = text_[at];
    std::size_t end = at + 1;
    // the character of an escape may start another escape
    while (c == '%' || c == '\\') {
        std::size_t behind = end;
        int value = -1;
        if (c == '%') {
            value = hex(behind, 2);
        } else if (end != text_.size() && bytes_[end] == 'u') {
            behind = next_[end];
            value = std::min(hex(behind, 4), 0xFF);  // keys have no characters above
        }
        if (value < 0) break;
        c = static_cast<char>(value);
        end = behind;
    }
    if (c == '\\' && end != text_.size()) {
        c = bytes_[end];
        end = next_[end];
    }
    bytes_[at] = c;
    next_[at] = end;
}

OAIWIRE_INLINE key_finder::key_finder(const unescaped_text& where, std::string_view key)
    : where_(where), key_(key) {
    const unescaped_text unescaped(key);
    plain_.reserve(key.size());  // a reallocation would leave copies
    unescaped.append_to(plain_, 0, key.size());
}

OAIWIRE_INLINE std::size_t key_finder::end_of_key(std::size_t at) const {
    constexpr std::size_t longest_escape = 12;
    const std::string_view text = where_.text();
    if (text.substr(at).starts_with(key_)) return at + key_.size();
    std::size_t i = at;
    for (std::size_t known = 0; known != plain_.size(); ++known) {
        const bool coincidence = known < 2 || text.size() - at < enough;
        if (i == text.size()) return coincidence ? at : i;
        if (where_.step(i, plain_[known])) continue;
        const bool escape = text[i] == '%' || text[i] == '\\';
        const bool cut = escape && text.size() - i <= longest_escape &&
                         text.find_first_not_of("\\%u0123456789abcdefABCDEF", i) == text.npos;
        return cut && !coincidence ? text.size() : at;
    }
    return plain_.size() >= enough ? i : at;
}

OAIWIRE_INLINE std::size_t key_finder::end_of_masked(std::size_t at, std::size_t end) const {
    std::string word;
    word.reserve(end - at);
    end = where_.append_to(word, at, end);
    const auto has = [&](std::string_view gap) { return word.find(gap) != std::string::npos; };
    bool found = false;
    if (has("**") || has("..") || has("xxx")) {
        // how many characters the word has in common with the key, at its beginning and at its end
        const auto head =
            std::mismatch(word.begin(), word.end(), plain_.begin(), plain_.end()).first -
            word.begin();
        const auto tail =
            std::mismatch(word.rbegin(), word.rend(), plain_.rbegin(), plain_.rend()).first -
            word.rbegin();
        found = std::max(head, tail) >= static_cast<std::ptrdiff_t>(enough);
    }
    wipe(word);
    return found ? end : at;
}

}  // namespace detail

OAIWIRE_INLINE void redact(std::string& text, const secret& hidden) {
    constexpr std::string_view scheme = "Bearer ";
    // the characters that separate words
    constexpr std::string_view around = " \t\r\n\"'`,;:()<>[]{}";
    std::string_view key = hidden.reveal();
    if (http::same_name(key.substr(0, scheme.size()), scheme)) key.remove_prefix(scheme.size());
    if (key.size() < detail::key_finder::enough || text.empty()) return;
    std::string out;
    std::size_t copied = 0;
    {
        const detail::unescaped_text unescaped(text);
        const detail::key_finder finder(unescaped, key);
        bool begins_word = true;
        for (std::size_t at = 0; at != text.size();) {
            const bool between = around.find(text[at]) != std::string_view::npos;
            std::size_t end = finder.end_of_key(at);
            if (end == at && begins_word && !between) {
                end =
                    finder.end_of_masked(at, std::min(text.find_first_of(around, at), text.size()));
            }
            begins_word = between || end != at;
            if (end == at) {
                ++at;
                continue;
            }
            out.append(text, copied, at - copied).append(secret_placeholder);
            at = copied = end;
        }
    }
    if (copied == 0) return;
    out.append(text, copied);
    wipe(text);
    text = std::move(out);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
