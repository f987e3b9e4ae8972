// body_start: finds the first line of a response body that is neither blank nor a comment. It tells
// whether the body is an event stream: some gateways send comments until the server responds, with
// any kind of body.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2::detail {

// Takes the body in pieces of any size.
class body_start {
public:
    // Returns the offset of that line in this piece, or the piece's size if it is not reached. Must
    // not be called again once found.
    std::size_t find(std::string_view bytes) {
        std::size_t at = 0;
        while (at != bytes.size()) {
            if (in_comment_) {
                at = std::min(bytes.find_first_of("\r\n", at), bytes.size());
                in_comment_ = at == bytes.size();
            } else {
                at = std::min(bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF", at), bytes.size());
                if (at == bytes.size() || bytes[at] != ':') break;
                in_comment_ = true;
            }
        }
        return at;
    }

private:
    bool in_comment_ = false;
};

// The form of a body, according to its start.
enum class body_form : unsigned char { unknown, events, other };

// Determines the form from the bytes of the first line on; `unknown` if more are needed.
// `labelled`: the Content-Type is that of an event stream, which is believed unless the body is
// JSON.
inline body_form form_of_body(std::string_view bytes, bool labelled) {
    if (bytes.empty()) return body_form::unknown;
    if (labelled) {
        return bytes[0] == '{' || bytes[0] == '[' ? body_form::other : body_form::events;
    }
    for (const std::string_view field : {"data:", "event:", "id:", "retry:"}) {
        if (bytes.starts_with(field)) return body_form::events;
        if (field.starts_with(bytes)) return body_form::unknown;
    }
    return body_form::other;
}

// The number of bytes that suffice to recognise an event stream.
inline constexpr std::size_t head_size = 512;

// Whether a line cannot be part of an event stream. Used only if no event was found. The last line
// may be incomplete.
inline bool has_other_line(std::string_view lines) {
    constexpr std::string_view fields[] = {"", "data", "event", "id", "retry"};
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find_first_of("\r\n"), lines.size());
        const std::string_view field = lines.substr(0, std::min(lines.find(':'), end));
        const bool whole = field.size() != lines.size();
        const bool known = std::any_of(
            std::begin(fields), std::end(fields),
            [&](std::string_view f) { return whole ? f == field : f.starts_with(field); });
        if (!known) return true;
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return false;
}

}  // namespace oaiwire::inline v0_2::detail
