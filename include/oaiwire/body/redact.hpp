// Takes a key out of texts that a server sent: some quote the key that they refuse. Knows no call.
#pragma once

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

namespace oaiwire::inline v0_2 {

namespace detail {

// A text without the escapes of JSON and of URLs, however they are mixed and nested, that can be
// read from any of its bytes on. A backslash that escapes nothing belongs to the character behind
// it. Built in one pass from the end, so that no run of escapes is read more than once. Wiped, for
// it may hold a key.
class unescaped_text {
public:
    explicit unescaped_text(std::string_view text);
    unescaped_text(const unescaped_text&) = delete;
    unescaped_text& operator=(const unescaped_text&) = delete;
    ~unescaped_text() { wipe(bytes_); }

    std::string_view text() const { return text_; }
    // Goes on behind the character that begins at `i` if it may be that one.
    bool step(std::size_t& i, char wanted) const;

    // Appends the characters from `i` on that end by `end`; gives where the last of them ends.
    std::size_t append_to(std::string& out, std::size_t i, std::size_t end) const;

private:
    // The value of so many hexadecimal digits, each of which may be escaped, and `i` behind them;
    // -1 where there are none.
    int hex(std::size_t& i, int digits) const;

    void read(std::size_t at);

    std::string_view text_;
    std::string bytes_;
    std::vector<std::size_t> next_;
};

// Finds a key in a text.
class key_finder {
public:
    static constexpr std::size_t enough = 4;  // bytes that are no coincidence

    key_finder(const unescaped_text& where, std::string_view key);
    key_finder(const key_finder&) = delete;
    key_finder& operator=(const key_finder&) = delete;
    ~key_finder() { wipe(plain_); }

    // Where the key ends that begins at `at`, which may be cut off by the end of the text; `at`
    // itself where none does.
    std::size_t end_of_key(std::size_t at) const;

    // "sk-proj-********wxyz", as OpenAI masks a key: the end of a word with such a gap that begins
    // or ends as the key does, `at` where it is none. `end` is the word's.
    std::size_t end_of_masked(std::size_t at, std::size_t end) const;

private:
    const unescaped_text& where_;
    std::string_view key_;
    std::string plain_{};
};

}  // namespace detail

// Puts the placeholder where the text has the key: in any spelling that JSON or a URL allows, with
// their escapes mixed and nested, masked in its middle, or cut off at the end of the text. Takes
// time in proportion to the text. A key of less than four bytes is left, as anyone's.
void redact(std::string& text, const secret& hidden);

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire::inline v0_2 {

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
    if (text_[i] == wanted) {  // it only looks like an escape
        ++i;
        return true;
    }
    // backslashes that were escaped themselves, and not what they precede
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
    // what an escape stands for may begin another
    while (c == '%' || c == '\\') {
        std::size_t behind = end;
        int value = -1;
        if (c == '%') {
            value = hex(behind, 2);
        } else if (end != text_.size() && bytes_[end] == 'u') {
            behind = next_[end];
            value = std::min(hex(behind, 4), 0xFF);  // no key has characters above
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
    plain_.reserve(key.size());  // growing would leave copies
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

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
