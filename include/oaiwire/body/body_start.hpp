// Detects whether a response body is an event stream. Some gateways send SSE comments until the
// upstream server has answered, even if the answer is plain JSON.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Finds the first line of a body that is neither blank nor a comment.
class body_start {
public:
    // Takes the next piece of the body, cut anywhere. Returns the offset of that line in the piece;
    // the size of the piece if the line has not begun. Must not be called again once found.
    std::size_t find(std::string_view bytes) {
        // the usual beginning
        if (!in_comment_ && bytes.starts_with('d')) return 0;
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

// The form of a body, as far as its beginning shows it.
enum class body_form : unsigned char { unknown, events, other };

// The form of a body that begins with `bytes`, from its first line on; `unknown` if more bytes are
// needed. `labelled`: the Content-Type is that of an event stream; then only JSON is another form.
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

// Bytes of a body that suffice to tell whether it is an event stream.
inline constexpr std::size_t head_size = 512;

// Whether a line is none of the fields of an event stream. For streams that delivered no event. The
// last line may be incomplete.
inline bool has_other_line(std::string_view lines) {
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find_first_of("\r\n"), lines.size());
        const std::string_view field = lines.substr(0, std::min(lines.find(':'), end));
        const bool whole = field.size() != lines.size();
        bool known = false;
        // the first one is empty: a comment
        for (std::string_view left = ",data,event,id,retry"; !left.empty();) {
            const std::string_view f = take_item(left);
            known = known || (whole ? f == field : f.starts_with(field));
        }
        if (!known) return true;
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return false;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
