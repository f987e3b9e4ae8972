// framing: the bytes around an event's data. Knows one event at most, not where it comes from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2::sse {

using oaiwire::detail::byte_order_mark;
inline constexpr std::string_view data_prefix = "data:";

bool is_data_line(std::string_view line);

// Bytes of the line end at p and of a blank line after it, in their two usual forms; else 0.
std::size_t blank_line_at(const char* p, const char* end);

// An event that is before + data + after has that data, if no line end is in it, and nothing else
// but, perhaps, a type: whatever the data is.
struct framing {
    std::string_view before = "data: ";
    std::string_view after = "\n\n";
};

// Whether an event, from its first field to its blank line, is framed in one of the usual ways: one
// data line, an event line before it at most. `data` is a view of what it has.
bool has_usual_framing(std::string_view event, std::string_view data, framing& found);

}  // namespace oaiwire::inline v0_2::sse

#if OAIWIRE_DEFINES

#include <oaiwire/sse/scan.hpp>

namespace oaiwire::inline v0_2::sse {

OAIWIRE_INLINE bool is_data_line(std::string_view line) {
    return line.size() >= data_prefix.size() &&
           std::memcmp(line.data(), data_prefix.data(), data_prefix.size()) == 0;
}

OAIWIRE_INLINE std::size_t blank_line_at(const char* p, const char* end) {
    if (end - p >= 2 && std::memcmp(p, "\n\n", 2) == 0) return 2;
    if (end - p >= 4 && std::memcmp(p, "\r\n\r\n", 4) == 0) return 4;
    return 0;
}

OAIWIRE_INLINE bool has_usual_framing(std::string_view event, std::string_view data,
                                      framing& found) {
    const auto at = reinterpret_cast<std::uintptr_t>(data.data()) -
                    reinterpret_cast<std::uintptr_t>(event.data());
    // unsigned: data that lies elsewhere, for it came in several lines, is far away
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

}  // namespace oaiwire::inline v0_2::sse

#endif  // OAIWIRE_DEFINES
