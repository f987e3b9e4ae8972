// Where the events of a stream end: blank lines, by the rules of WHATWG (LF, CR and CRLF).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/sse/framing.hpp>
#include <oaiwire/sse/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Whether the part is a piece of the whole, in memory.
inline bool is_within(std::string_view part, std::string_view whole) {
    const auto at = reinterpret_cast<std::uintptr_t>(part.data()) -
                    reinterpret_cast<std::uintptr_t>(whole.data());
    return at <= whole.size() && part.size() <= whole.size() - at;
}

inline constexpr std::size_t no_boundary = static_cast<std::size_t>(-1);

// The size of the first events of `bytes` up to the end of the first blank line; no_boundary if
// there is none. `before`: the bytes of the event that precede them; empty: `bytes` begin a line. A
// CR at the end is not taken for a line end, as a LF may follow.
std::size_t first_boundary(std::string_view before, std::string_view bytes);

// The size of `bytes`, which begin a line, up to the end of the last blank line; 0 if there is
// none.
std::size_t last_boundary(std::string_view bytes);

// The offset in `region` of the event that has the byte at `at`.
std::size_t event_start(std::string_view region, std::size_t at);

// Calls f(lines) with the data lines of each event in `region`, without "data:", as views of it.
// `lines` is a buffer for them.
template <class F>
void each_event_data(std::string_view region, std::vector<std::string_view>& lines, F&& f) {
    const char* p = region.data();
    const char* const end = p + region.size();
    lines.clear();
    while (p != end) {
        const char* const stop = sse::detail::find_line_end(p, end);
        const std::string_view line(p, static_cast<std::size_t>(stop - p));
        if (sse::detail::is_data_line(line)) lines.push_back(line.substr(5));
        p = stop;
        if (p != end) p += *p == '\r' && p + 1 != end && p[1] == '\n' ? 2 : 1;
        if (!lines.empty() && (line.empty() || p == end)) {
            f(lines);
            lines.clear();
        }
    }
}

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE std::size_t first_boundary(std::string_view before, std::string_view bytes) {
    if (bytes.empty()) return no_boundary;
    const char* const begin = bytes.data();
    const char* const end = begin + bytes.size();
    const char* p = begin;
    bool at_start = before.empty() || before.back() == '\n';
    if (!before.empty() && before.back() == '\r') {
        if (*p == '\n') ++p;
        before.remove_suffix(1);
        const bool blank = before.empty() || sse::detail::is_line_end(before.back());
        if (blank) return static_cast<std::size_t>(p - begin);
        at_start = true;
    }
    for (;;) {
        const char* const stop = sse::detail::find_line_end(p, end);
        if (stop == end) return no_boundary;
        const bool blank = at_start && stop == p;
        if (*stop == '\r' && stop + 1 == end) return no_boundary;
        p = stop + (*stop == '\r' && stop[1] == '\n' ? 2 : 1);
        if (blank) return static_cast<std::size_t>(p - begin);
        if (p == end) return no_boundary;
        at_start = true;
    }
}

// One past the last CR or LF of [begin, p); `begin` if there is none.
inline const char* after_last_line_end(const char* begin, const char* p) {
    if constexpr (has_blocks) {
        for (; p - begin >= block_size; p -= block_size) {
            const auto found = mask_of(sse::detail::line_ends_in(block::load(p - block_size)));
            if (found.any()) return p - found.behind_last();
        }
    }
    while (p != begin && !sse::detail::is_line_end(p[-1])) --p;
    return p;
}

OAIWIRE_ADAPTER_INLINE std::size_t last_boundary(std::string_view bytes) {
    const char* const begin = bytes.data();
    const char* p = begin + bytes.size();
    if (p != begin && p[-1] == '\r') --p;  // a LF may follow
    for (;;) {
        p = after_last_line_end(begin, p);
        if (p == begin) return 0;
        const char* line_end = p - 1;
        if (*line_end == '\n' && line_end != begin && line_end[-1] == '\r') --line_end;
        if (line_end == begin || sse::detail::is_line_end(line_end[-1])) {
            return static_cast<std::size_t>(p - begin);
        }
        p = line_end;
    }
}

OAIWIRE_ADAPTER_INLINE std::size_t event_start(std::string_view region, std::size_t at) {
    std::size_t start = 0;
    for (;;) {
        const std::size_t size = first_boundary({}, region.substr(start));
        if (size == no_boundary || start + size > at) return start;
        start += size;
    }
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
