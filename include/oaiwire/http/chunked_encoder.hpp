// Encoder of HTTP/1.1 chunked transfer coding (RFC 9112, section 7.1).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// Appends the bytes as one chunk. Nothing is appended for no bytes: a chunk of size 0 ends the
// body.
void append_chunk(std::string& out, std::string_view bytes);

// Appends the last chunk, without trailers: the body is complete.
void append_last_chunk(std::string& out);

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <array>
#include <cstddef>

namespace oaiwire { inline namespace v0_2 { namespace http {

OAIWIRE_INLINE void append_chunk(std::string& out, std::string_view bytes) {
    if (bytes.empty()) return;
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<char, 2 * sizeof(std::size_t)> text{};
    std::size_t first = text.size();
    for (std::size_t size = bytes.size(); size != 0; size >>= 4) text[--first] = digits[size & 15U];
    out.append(text.data() + first, text.size() - first);
    out.append("\r\n").append(bytes).append("\r\n");
}

OAIWIRE_INLINE void append_last_chunk(std::string& out) {
    out.append("0\r\n\r\n");
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
