// How the reader reads strings: plain ones at once, and the UTF-8 of all others by asking simdjson
// once for the whole rest of the text. Knows no types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/simd.hpp>
#include <oaiwire/json/strings.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire::inline v0_2::json::detail {

// Of a string's text, which has bytes from 0x80. Once such texts have been a part of what is left,
// simdjson takes less time for all of that than for one text after the other. It is asked once.
[[gnu::noinline]] inline bool reader::is_utf8(std::string_view raw) {
    constexpr std::size_t few = 64;
    constexpr std::size_t part = 16;
    if (!asked_utf8_) {
        const auto left = static_cast<std::size_t>(end - raw.data());
        checked_utf8_ += raw.size();
        if (checked_utf8_ >= few + left / part) {
            asked_utf8_ = true;
            is_utf8_ = simdjson::validate_utf8(raw.data(), left);
        }
    }
    return is_utf8_ || valid_utf8(raw);
}

// As json_scan::check_string().
inline const char* reader::check_string(const char* p, json_scan::fault& f) {
    p = find_special_soon(p, end);
    if (p != end && *p == '"') return p + 1;
    if (p == end || static_cast<unsigned char>(*p) < 0x80)
        return json_scan::check_string(p, end, f);
    const char* const after = json_scan::pass_string(p, end, f);
    const std::string_view text(p, static_cast<std::size_t>((after ? after : f.at) - p));
    if (is_utf8_ || is_utf8(text)) return after;
    return json_scan::check_other_string(p, end, f);
}

inline const char* reader::raw_string(const char* p, std::string_view& raw, bool& escaped) {
    const char* const from = p + 1;
    const char* q = find_special_soon(from, end);
    if (q != end && *q == '"') {
        raw = {from, static_cast<std::size_t>(q - from)};
        escaped = false;
        return q + 1;
    }
    json_scan::fault f;
    q = check_string(from, f);
    if (!q) return fail(f.code, f.at);
    raw = {from, static_cast<std::size_t>(q - from) - 1};
    escaped = raw.find('\\') != std::string_view::npos;
    return q;
}

inline const char* reader::string(const char* p, std::string& out) {
    const char* const q = find_special_soon(p + 1, end);
    if (q == end || *q != '"') return other_string(p + 1, q, out);
    assign_text(out, p + 1, static_cast<std::size_t>(q - p) - 1);
    return q + 1;
}

// The string begins at `from`, and p is at its first byte that is not plain.
[[gnu::noinline]] inline const char* reader::other_string(const char* from, const char* p,
                                                          std::string& out) {
    const raw_text found = find_string_end(p, end);
    const std::string_view raw(from, static_cast<std::size_t>(found.quote - from));
    if (found.ends && (!found.high || is_utf8_ || is_utf8(raw))) {
        if (!found.escapes) {
            assign_text(out, from, raw.size());
            return found.quote + 1;
        }
        if (unescape_plainly(raw, out)) return found.quote + 1;
    }
    return odd_string(from, out);
}

}  // namespace oaiwire::inline v0_2::json::detail
