// What a user drops on the page, and the body within it: behind the head, without chunked framing.
// Every byte of the body is known by its place in the input.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/http/chunked_decoder.hpp>

#include "recording.hpp"

namespace playground {

// A run of bytes of the body: where it begins in the body and in the input.
struct span {
    std::size_t body = 0;
    std::size_t input = 0;
    std::size_t size = 0;
};

struct input : recording {
    bool has_head = false;
    bool chunked = false;
    std::size_t body_at = 0;    // in `bytes`
    std::string body{};         // without framing
    std::vector<span> spans{};  // of the body, in order
    bool whole = true;          // the framing says that nothing is missing
    oaiwire::error framing{};   // why chunked framing could not be read; its offset: in `bytes`

    // Where the byte of the body at `offset` is in the input.
    std::size_t place(std::size_t offset) const {
        const auto after =
            std::upper_bound(spans.begin(), spans.end(), offset,
                             [](std::size_t at, const span& s) { return at < s.body; });
        if (after == spans.begin()) return body_at;
        const span& in = *std::prev(after);
        return in.input + (std::min)(offset - in.body, in.size);
    }
    // Where the bytes of the body before `end` end in the input.
    std::size_t place_of_end(std::size_t end) const {
        return end == 0 ? place(0) : place(end - 1) + 1;
    }
    // When the bytes up to `end`, in the input, had arrived; negative: not known.
    double arrived(std::size_t end) const {
        const auto at = std::lower_bound(arrivals.begin(), arrivals.end(), end,
                                         [](const arrival& a, std::size_t e) { return a.end < e; });
        return at == arrivals.end() ? -1 : at->ms;
    }
};

namespace detail {

// The value of a header field in a head; "" if there is none. `name`: in lower case.
inline std::string_view field_of(std::string_view head, std::string_view name) {
    while (!head.empty()) {
        const std::string_view line = take_line(head);
        const std::size_t colon = line.find(':');
        if (colon != name.size()) continue;
        const bool same = std::equal(name.begin(), name.end(), line.begin(), [](char n, char c) {
            return n == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
        });
        if (!same) continue;
        std::string_view value = line.substr(colon + 1);
        while (value.starts_with(' ')) value.remove_prefix(1);
        return value;
    }
    return {};
}

// Whether the bytes begin like a chunked body: a size, extensions perhaps, CRLF.
inline bool looks_chunked(std::string_view bytes) {
    std::size_t digits = 0;
    while (digits != bytes.size() && digits != 9 && hex_digit(bytes[digits]) >= 0) ++digits;
    if (digits == 0 || digits == 9) return false;
    const std::string_view rest = bytes.substr(digits);
    return rest.starts_with("\r\n") || rest.starts_with(';');
}

// Takes the heads off: interim ones, and that of the response.
inline std::string_view take_head(input& out) {
    std::string_view rest(out.bytes);
    std::string_view head;
    while (rest.starts_with("HTTP/")) {
        const std::size_t end = rest.find("\r\n\r\n");
        const std::size_t bare = rest.find("\n\n");  // as editors save it
        const std::size_t size =
            (std::min)(end == std::string_view::npos ? rest.size() : end + 4,
                       bare == std::string_view::npos ? rest.size() : bare + 2);
        head = rest.substr(0, size);
        rest.remove_prefix(size);
        out.has_head = true;
        out.status = 0;
        const std::size_t blank = head.find(' ');
        for (std::size_t i = 1; blank != std::string_view::npos && i != 4; ++i) {
            if (blank + i >= head.size() || !is_digit(head[blank + i])) break;
            out.status = out.status * 10 + (head[blank + i] - '0');
        }
        if (out.status < 100 || out.status > 199) break;
    }
    out.body_at = out.bytes.size() - rest.size();
    return head;
}

inline void take_chunks(input& out, std::string_view coded) {
    out.chunked = true;
    oaiwire::http::chunked_decoder decoder;
    decoder.feed(coded);
    for (auto piece = decoder.next(); !piece.empty(); piece = decoder.next()) {
        const auto at = static_cast<std::size_t>(piece.data() - out.bytes.data());
        out.spans.push_back({out.body.size(), at, piece.size()});
        out.body.append(piece);
    }
    if (auto done = decoder.finish(); !done) {
        out.whole = false;
        out.framing = std::move(done).error();
        if (out.framing.offset != oaiwire::error::no_offset) out.framing.offset += out.body_at;
    }
}

}  // namespace detail

// Reads an input, whatever it is.
inline input read_input(std::string_view dropped) {
    input out;
    if (!detail::take_curl_trace(dropped, out) && !detail::take_cassette(dropped, out)) {
        out.bytes.assign(dropped);
    }
    const std::string_view head = detail::take_head(out);
    const std::string_view rest = std::string_view(out.bytes).substr(out.body_at);
    const std::string_view coding = detail::field_of(head, "transfer-encoding");
    if (detail::looks_chunked(rest) && (!out.has_head || coding.ends_with("chunked"))) {
        detail::take_chunks(out, rest);
        return out;
    }
    std::string_view body = rest;
    std::size_t length = 0;
    const std::string_view stated = detail::field_of(head, "content-length");
    for (const char c : stated) {
        if (!detail::is_digit(c) || length > SIZE_MAX / 100) break;
        length = length * 10 + static_cast<std::size_t>(c - '0');
    }
    if (!stated.empty()) {
        out.whole = length <= body.size();
        body = body.substr(0, length);
    }
    if (!out.whole) {
        out.framing =
            oaiwire::make_error(oaiwire::errc::closed_early,
                                "fewer bytes than Content-Length states", {}, out.bytes.size());
    }
    if (!detail::field_of(head, "content-encoding").empty()) {
        out.remark = "The body is compressed (Content-Encoding): capture it without compression.";
    }
    out.spans.push_back({0, out.body_at, body.size()});
    out.body.assign(body);
    return out;
}

}  // namespace playground
