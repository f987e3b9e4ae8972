// Removes secrets from content that comes in pieces.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// What is redacted beside what always is: fields that are `sensitive`; Authorization, Cookie,
// Set-Cookie and fields named like keys, tokens and organisations; parameters of URLs named like
// keys, tokens and signatures; and the values of these fields and parameters of a request, and its
// cookies, wherever else they stand in its exchange, if they have at least eight bytes.
struct cassette_redaction {
    std::vector<std::string> fields{};   // names of header fields
    std::vector<std::string> query{};    // names of parameters of URLs
    std::vector<std::string> members{};  // names of members of JSON, in contents and event streams
    std::vector<secret> values{};        // texts, wherever they are; at least four bytes
};

namespace detail {

// Replaces the values of named members in JSON that comes in pieces, also within an event stream.
// Holds nothing back: a piece that lies within such a value becomes empty. Text within strings is
// not looked into.
class member_hider {
public:
    // Refers to the names.
    explicit member_hider(const std::vector<std::string>& names);
    // Appends what remains of the piece to `out`.
    void feed(std::string_view piece, std::string& out);

private:
    enum class place : std::uint8_t { outside, text, after_text, value, hidden_text, hidden, word };
    bool matches() const;
    // Whether `c` is of a line end within an event's data, or of the field's name behind it.
    bool continues_data(char c);

    const std::vector<std::string>& names_;
    std::size_t longest_ = 0;  // bytes of a name, each of them escaped
    place at_ = place::outside;
    bool escaped_ = false;                           // behind a backslash within a text
    bool hides_ = false;                             // the last text was such a name
    std::size_t of_field_ = std::string_view::npos;  // bytes of a line that were "data:"
    std::size_t levels_ = 0;                         // open brackets within a hidden value
    bool in_text_ = false;                           // within a hidden object or array
    std::string name_{};  // the text as spelled, up to longest_ and one more
};

// A piece of content and when it came.
struct timed_piece {
    std::string bytes{};
    std::int64_t ms = 0;
};

// Removes all that is to be redacted from content that comes in pieces. A piece whose end may be
// the beginning of a key is held back until the next one has shown whether it is. Holds a few
// kilobytes at most, and takes linear time.
class cassette_scrubber {
public:
    // Both are referred to.
    cassette_scrubber(const cassette_redaction& rules, const std::vector<secret>& secrets);
    cassette_scrubber(const cassette_scrubber&) = delete;
    cassette_scrubber& operator=(const cassette_scrubber&) = delete;
    ~cassette_scrubber() { wipe(window_); }

    // Takes a piece, and appends those that are ready to `out`. None of them is empty.
    void feed(std::string_view piece, std::int64_t ms, std::vector<timed_piece>& out);
    // No more bytes follow.
    void finish(std::vector<timed_piece>& out) { settle(true, out); }

private:
    struct mark {
        std::size_t end;  // of a piece in the window
        std::int64_t ms;
    };
    void settle(bool last, std::vector<timed_piece>& out);

    member_hider members_;
    const std::vector<secret>& secrets_;
    std::string window_{};
    std::vector<mark> marks_{};
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>

#include <oaiwire/body/redact.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE member_hider::member_hider(const std::vector<std::string>& names)
    : names_(names) {
    constexpr std::size_t escape = 6;
    for (const auto& name : names) longest_ = (std::max)(longest_, name.size() * escape);
}

OAIWIRE_ADAPTER_INLINE bool member_hider::matches() const {
    if (name_.size() > longest_) return false;
    for (const auto& name : names_) {
        if (json::detail::same_name(name_, name)) return true;
    }
    return false;
}

OAIWIRE_ADAPTER_INLINE bool member_hider::continues_data(char c) {
    constexpr std::string_view field = "data:";
    if (c == '\n' || c == '\r') {
        of_field_ = 0;
        return true;
    }
    if (of_field_ < field.size() && c == field[of_field_]) {
        ++of_field_;
        return true;
    }
    of_field_ = field.size();
    return false;
}

OAIWIRE_ADAPTER_INLINE void member_hider::feed(std::string_view piece, std::string& out) {
    if (names_.empty()) {
        out.append(piece);
        return;
    }
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    for (const char c : piece) {
        if ((at_ == place::after_text || at_ == place::value) && continues_data(c)) {
            out.push_back(c);
            continue;
        }
        switch (at_) {
            case place::after_text:
                if (c == ':') {
                    at_ = hides_ ? place::value : place::outside;
                } else if (!is_blank(c)) {
                    at_ = c == '"' ? place::text : place::outside;
                    name_.clear();
                }
                out.push_back(c);
                break;
            case place::outside:
                if (c == '"') {
                    at_ = place::text;
                    name_.clear();
                }
                out.push_back(c);
                break;
            case place::text:
                out.push_back(c);
                // no text of JSON has a line end: it was cut, or is that of a comment
                if (c == '\n' || c == '\r') {
                    at_ = place::outside;
                    escaped_ = false;
                    break;
                }
                if (c == '"' && !escaped_) {
                    hides_ = matches();
                    at_ = place::after_text;
                    break;
                }
                escaped_ = c == '\\' && !escaped_;
                if (name_.size() <= longest_) name_.push_back(c);
                break;
            case place::value:
                if (is_blank(c)) {
                    out.push_back(c);
                    break;
                }
                out.append("\"").append(secret_placeholder).append("\"");
                escaped_ = in_text_ = false;
                levels_ = c == '{' || c == '[' ? 1 : 0;
                at_ = levels_ != 0 ? place::hidden : c == '"' ? place::hidden_text : place::word;
                break;
            case place::hidden_text:
                if (c == '"' && !escaped_) at_ = place::outside;
                escaped_ = c == '\\' && !escaped_;
                break;
            case place::hidden:
                if (in_text_) {
                    if (c == '"' && !escaped_) in_text_ = false;
                    escaped_ = c == '\\' && !escaped_;
                } else if (c == '"') {
                    in_text_ = true;
                    escaped_ = false;
                } else if (c == '{' || c == '[') {
                    ++levels_;
                } else if (c == '}' || c == ']') {
                    if (--levels_ == 0) at_ = place::outside;
                }
                break;
            case place::word:
                if (c == ',' || c == '}' || c == ']' || is_blank(c)) {
                    at_ = place::outside;
                    out.push_back(c);
                }
                break;
        }
    }
}

// A secret in a window of text that goes on.
struct found_secret {
    std::size_t end = 0;   // of the secret; where it began if there is none
    bool partial = false;  // the text ends within what may be the secret
};
OAIWIRE_ADAPTER_INLINE found_secret find_secret(const unescaped_text& where, std::size_t at,
                                                std::string_view key) {
    constexpr std::size_t longest_escape = 12;
    const std::string_view text = where.text();
    std::size_t i = at;
    for (const char c : key) {
        if (i == text.size()) return {at, true};
        if (where.step(i, c)) continue;
        const bool escape = text[i] == '%' || text[i] == '\\';
        const bool cut = escape && text.size() - i <= longest_escape &&
                         text.find_first_not_of("\\%u0123456789abcdefABCDEF", i) == text.npos;
        return {at, cut};
    }
    return {i, false};
}

using found_range = std::pair<std::size_t, std::size_t>;  // from and to, in a window

// Whether each secret that is in the text, or begins at its end, is spelled there as it is.
OAIWIRE_ADAPTER_INLINE bool spells_plainly(std::string_view text,
                                           const std::vector<secret>& secrets) {
    for (const auto& s : secrets) {
        if (s.reveal().find_first_of("/\"\\%") != std::string_view::npos) return false;
    }
    return text.find('%') == text.npos && text.find("\\u") == text.npos &&
           text.find("\\\\") == text.npos && !text.ends_with('\\');
}

// Adds the secrets of such a text, from its beginning, as the search for all spellings does.
// Returns where one may begin that the text does not end; its size if none does.
OAIWIRE_ADAPTER_INLINE std::size_t find_plain(std::string_view text,
                                              const std::vector<secret>& secrets, bool last,
                                              std::vector<found_range>& found) {
    std::vector<std::size_t> begins(secrets.size());  // the next place of each
    for (std::size_t at = 0;;) {
        found_range next{text.size(), text.size()};
        std::size_t partial = text.size();
        for (std::size_t i = 0; i != secrets.size(); ++i) {
            const std::string_view key = secrets[i].reveal();
            std::size_t& begin = begins[i];
            if (begin <= at) begin = (std::min)(text.find(key, at), text.size());
            if (begin != text.size() && begin <= next.first) {
                const std::size_t end = begin + key.size();
                next = {begin, begin < next.first ? end : (std::max)(end, next.second)};
            }
            const std::size_t most = (std::min)(key.size() - 1, text.size() - at);
            for (std::size_t n = most; n != 0 && !last; --n) {
                if (!text.ends_with(key.substr(0, n))) continue;
                partial = (std::min)(partial, text.size() - n);
                break;
            }
        }
        if (partial <= next.first) return partial;
        found.push_back(next);
        at = next.second;
    }
}

OAIWIRE_ADAPTER_INLINE cassette_scrubber::cassette_scrubber(const cassette_redaction& rules,
                                                            const std::vector<secret>& secrets)
    : members_(rules.members), secrets_(secrets) {
}

OAIWIRE_ADAPTER_INLINE void cassette_scrubber::feed(std::string_view piece, std::int64_t ms,
                                                    std::vector<timed_piece>& out) {
    members_.feed(piece, window_);
    marks_.push_back({window_.size(), ms});
    settle(false, out);
}

OAIWIRE_ADAPTER_INLINE void cassette_scrubber::settle(bool last, std::vector<timed_piece>& out) {
    constexpr std::size_t most_held = 4096;  // no spelling of a key is longer
    std::vector<found_range> found;
    std::size_t settled = window_.size();
    if (!secrets_.empty() && spells_plainly(window_, secrets_)) {
        settled = find_plain(window_, secrets_, last, found);
    } else if (!secrets_.empty()) {
        const unescaped_text where(window_);
        for (std::size_t at = 0; at < settled;) {
            std::size_t end = at;
            for (const auto& s : secrets_) {
                const found_secret f = find_secret(where, at, s.reveal());
                if (f.partial && !last && window_.size() - at <= most_held) settled = at;
                end = (std::max)(end, f.end);
            }
            if (settled == at) break;  // also if a shorter secret ends here
            if (end != at) found.emplace_back(at, end);
            at = (std::max)(at + 1, end);
        }
    }
    // whole pieces only, so that the cuts stay
    std::size_t ready = 0;
    while (ready != marks_.size() && marks_[ready].end <= settled) ++ready;
    std::size_t done = 0;  // of the window
    auto next = found.begin();
    for (std::size_t i = 0; i != ready; ++i) {
        timed_piece piece{{}, marks_[i].ms};
        const std::size_t end = marks_[i].end;
        for (; next != found.end() && next->first < end; ++next) {
            piece.bytes.append(window_, done, next->first - done).append(secret_placeholder);
            done = next->second;
        }
        if (done < end) {
            piece.bytes.append(window_, done, end - done);
            done = end;
        }
        if (!piece.bytes.empty()) out.push_back(std::move(piece));
    }
    window_.erase(0, done);
    marks_.erase(marks_.begin(), marks_.begin() + static_cast<std::ptrdiff_t>(ready));
    for (auto& m : marks_) m.end -= (std::min)(m.end, done);
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
