// framing: the bytes of an event stream around the data of an event.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/sse/item.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

using oaiwire::detail::byte_order_mark;
inline constexpr std::string_view data_prefix = "data:";

// Whether the line begins with "data:".
bool is_data_line(std::string_view line);

// The size of the line end at p and the blank line after it, if both are LF or both CRLF; else 0.
std::size_t blank_line_at(const char* p, const char* end);

// before + data + after is an event with that data and perhaps a type, for any data without a line
// end.
struct framing {
    std::string_view before = "data: ";
    std::string_view after = "\n\n";
};

// The bytes of a message, from its first field to its blank line, if all of them were unread
// before next() returned it; else empty. before, after: peek() then, and now.
std::string_view event_bytes(const item& message, const lookahead& before, const lookahead& after);

// Finds the framing of an event if it has one data line and at most an event line before that.
// `event`: its bytes, from its first field to its blank line. `data`: its data. Returns false if it
// has another form or `data` is not a view of `event`. `found` views `event`.
bool has_usual_framing(std::string_view event, std::string_view data, framing& found);

}}}  // namespace oaiwire::v0_2::sse::detail

#if OAIWIRE_DEFINES

#include <oaiwire/sse/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

OAIWIRE_INLINE bool is_data_line(std::string_view line) {
    return line.size() >= data_prefix.size() &&
           std::memcmp(line.data(), data_prefix.data(), data_prefix.size()) == 0;
}

OAIWIRE_INLINE std::size_t blank_line_at(const char* p, const char* end) {
    if (end - p >= 2 && std::memcmp(p, "\n\n", 2) == 0) return 2;
    if (end - p >= 4 && std::memcmp(p, "\r\n\r\n", 4) == 0) return 4;
    return 0;
}

OAIWIRE_INLINE std::string_view event_bytes(const item& message, const lookahead& before,
                                            const lookahead& after) {
    const char* const end = after.bytes.data();
    const std::size_t size = after.offset - message.offset;
    if (size > static_cast<std::size_t>(end - before.bytes.data())) return {};
    return {end - size, size};
}

OAIWIRE_INLINE bool has_usual_framing(std::string_view event, std::string_view data,
                                      framing& found) {
    const auto at = reinterpret_cast<std::uintptr_t>(data.data()) -
                    reinterpret_cast<std::uintptr_t>(event.data());
    // unsigned: the position of data that was joined from several lines, and so is elsewhere, is
    // huge
    if (at > event.size() || data.size() > event.size() - at) return false;
    found.before = event.substr(0, at);
    found.after = event.substr(at + data.size());
    if (found.after != "\n\n" && found.after != "\r\n\r\n") return false;
    std::string_view line = found.before;
    if (line.starts_with("event:")) {
        const char* const end = line.data() + line.size();
        const char* p = find_line_end(line.data(), end);
        if (end - p > 1 && p[0] == '\r' && p[1] == '\n') ++p;
        if (p == end || *p != '\n') return false;
        line.remove_prefix(static_cast<std::size_t>(p + 1 - line.data()));
    }
    return line == "data: " || line == "data:";
}

}}}  // namespace oaiwire::v0_2::sse::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
