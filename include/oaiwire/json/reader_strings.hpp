// How the reader reads strings: plain ones in one step, all others by the decoder of escapes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/decode_string.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// `raw` is a view of the text. Escapes are checked and not decoded.
inline const char* reader::raw_string(const char* p, std::string_view& raw, bool& escaped) {
    const char* const from = p + 1;
    const char* q = find_special_soon(from, end);
    if (q != end && *q == '"') {
        raw = text_between(from, q);
        escaped = false;
        return q + 1;
    }
    fault f;
    q = strings_(from, end, f);  // checks UTF-8 and escapes, up to the closing quote
    if (!q) return fail(f.code, f.at);
    raw = text_between(from, q - 1);
    escaped = raw.find('\\') != std::string_view::npos;
    return q;
}

inline const char* reader::string(const char* p, std::string& out) {
    // most strings are short and plain: no escape, control character or byte from 0x80 on
    constexpr std::ptrdiff_t few = 80;
    const char* const from = p + 1;
    const char* const last = end - from > few ? from + few : end;
    const char* q = from;
    if (has_blocks && last - from >= block_size) {
        const auto found = special_in_block(from);
        if (found.any()) {
            const std::size_t size = found.first();
            q += size;
            // a length that changes is not foreseen: no branch may depend on it
            if (*q == '"' && assign_short(out, from, size)) return q + 1;
        } else {
            q = find_special(from + block_size, last);
        }
    } else {
        q = find_special(from, last);
    }
    if (q == end || *q != '"') return other_string(from, out);
    assign_text(out, from, static_cast<std::size_t>(q - from));
    return q + 1;
}

// The string begins at `from`.
[[gnu::noinline]] inline const char* reader::other_string(const char* from, std::string& out) {
    const surrogates policy = tolerant() ? options_.lone_surrogates : surrogates::refuse;
    bool lone = false;
    fault f;
    const char* const after = decode_string({begin(), end}, from, out, policy, lone, f, strings_);
    if (after) {
        if (lone && options_.report) options_.report->lone_surrogate = true;
        return after;
    }
    // report the first malformed byte, else the half of a surrogate pair
    fault wrong;
    if (!strings_(from, end, wrong)) return fail(wrong.code, wrong.at);
    return fail(f.code, f.at, "a whole surrogate pair");
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
