// text_check: validates UTF-8 that comes in pieces (RFC 6455, 5.6 and 8.1).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket { namespace detail {

// Pieces may end within a character. The first invalid byte is found at once, whatever the pieces.
class text_check {
public:
    // Takes the next bytes. Returns where in them the first invalid byte is, npos if they are
    // valid. After an invalid byte the object must be reset().
    std::size_t feed(std::string_view piece);
    // True if the text so far does not end within a character.
    bool whole() const { return size_ == 0; }
    // Prepares for another text.
    void reset() { size_ = 0; }

private:
    char begun_[4] = {};    // the bytes of a character that has begun
    std::size_t size_ = 0;  // their number
};

}}}}  // namespace oaiwire::v0_2::websocket::detail

#include <algorithm>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_check.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket { namespace detail {

// How many bytes at the end of the text are a character that may go on.
inline std::size_t open_tail(std::string_view text) {
    for (std::size_t n = 1; n <= (std::min)(text.size(), std::size_t{3}); ++n) {
        const auto byte = static_cast<unsigned char>(text[text.size() - n]);
        if (byte < 0x80) return 0;
        if (byte >= 0xC0) return n < (byte >= 0xF0 ? 4U : byte >= 0xE0 ? 3U : 2U) ? n : 0;
    }
    return 0;
}

inline std::size_t text_check::feed(std::string_view piece) {
    std::size_t at = 0;
    while (size_ != 0 && at != piece.size()) {
        begun_[size_++] = piece[at];
        const std::size_t bad = find_invalid_utf8({begun_, size_});
        if (bad == std::string_view::npos) size_ = 0;
        if (bad < size_) return at;
        ++at;
    }
    const std::string_view rest = piece.substr(at);
    const std::size_t tail = open_tail(rest);
    const std::string_view body = rest.substr(0, rest.size() - tail);
    if (!is_utf8(body)) return at + find_invalid_utf8(body);
    const std::string_view last = rest.substr(body.size());
    const std::size_t bad = find_invalid_utf8(last);
    if (bad < tail) return at + body.size() + bad;
    if (tail != 0) size_ = last.copy(begun_, tail);
    return std::string_view::npos;
}

}}}}  // namespace oaiwire::v0_2::websocket::detail

#include <oaiwire/core/macros_end.hpp>
