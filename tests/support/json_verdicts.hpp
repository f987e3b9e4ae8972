// Compares a reader's result for a JSON text with the reference parser's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/error.hpp>
#include <oracle/json_text.hpp>

namespace support {

// Whether the code is about the text itself rather than about the target type.
inline bool is_syntax(oaiwire::errc code) {
    using oaiwire::errc;
    return code == errc::unexpected_end || code == errc::unexpected_byte ||
           code == errc::invalid_literal || code == errc::invalid_number ||
           code == errc::control_character || code == errc::invalid_escape ||
           code == errc::invalid_utf8 || code == errc::trailing_bytes;
}

// An invalid text must be rejected at its first invalid byte; a valid one must not be rejected for
// its syntax.
inline bool fits(const oracle::json_verdict& due, oaiwire::errc code, std::size_t at) {
    using oaiwire::errc;
    if (due.ok) return !is_syntax(code);
    return is_syntax(code) && at == due.bad;
}

template <class Result>
bool fits(const oracle::json_verdict& due, const Result& result) {
    if (result) return due.ok;
    return fits(due, result.error().code, result.error().offset);
}

// The text that tolerant reading accepts in its place, as far as syntax is concerned: within
// strings, non-ASCII bytes and control characters count as ordinary characters.
inline std::string tolerated(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::string out(text);
    for (char& c : out) {
        if (c == '\t' || c == '\r' || c == '\n') c = ' ';
        if (c < ' ' || c > '~') c = '?';
    }
    return out;
}

}  // namespace support
