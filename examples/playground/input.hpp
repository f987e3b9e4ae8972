// What a user drops on the page, as the bytes of a response: a trace of curl with its times, or the
// bytes themselves. Then the body within them: behind the head, without chunked framing. Every byte
// of the body is known by its place in the input.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/http/chunked_decoder.hpp>

namespace playground {

// Bytes up to `end` had arrived `ms` milliseconds after the first.
struct arrival {
    std::size_t end = 0;
    double ms = 0;
};

// A run of bytes of the body: where it begins in the body and in the input.
struct span {
    std::size_t body = 0;
    std::size_t input = 0;
    std::size_t size = 0;
};

struct input {
    std::string form = "bytes";  // or "curl trace"
    std::string bytes{};         // of the response
    std::vector<arrival> arrivals{};

    bool has_head = false;
    bool chunked = false;
    int status = 0;
    std::size_t body_at = 0;    // in `bytes`
    std::string body{};         // without framing
    std::vector<span> spans{};  // of the body, in order
    bool whole = true;          // the framing says that nothing is missing
    oaiwire::error framing{};   // why chunked framing could not be read; its offset: in `bytes`
    std::string remark{};       // what the user should know about the input; "" mostly

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

inline int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

inline std::string_view take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// The time "12:34:56.789012 " at the beginning of a line, which it takes; else nothing.
inline std::optional<double> take_time(std::string_view& line) {
    constexpr std::string_view shape = "00:00:00.000000 ";
    if (line.size() < shape.size()) return std::nullopt;
    double parts[4] = {};
    int part = 0;
    for (std::size_t i = 0; i != shape.size(); ++i) {
        if (shape[i] != '0' && line[i] != shape[i]) return std::nullopt;
        if (shape[i] == '0' && !is_digit(line[i])) return std::nullopt;
        if (shape[i] == '0') {
            parts[part] = parts[part] * 10 + (line[i] - '0');
        } else {
            ++part;
        }
        if (part == 4) break;
    }
    line.remove_prefix(shape.size());
    return ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000 + parts[3] / 1000;
}

// Appends the bytes of a line "0010: 64 61 74 61  data", at most `most`. Returns how many.
inline std::size_t append_dump(std::string& out, std::string_view line, std::size_t most) {
    std::size_t at = line.find(": ");
    if (at == std::string_view::npos) return 0;
    at += 2;
    most = (std::min)(most, std::size_t{16});  // in a line; text follows
    std::size_t n = 0;
    for (; n != most && at + 2 <= line.size(); ++n, at += 3) {
        const int high = hex_digit(line[at]);
        const int low = hex_digit(line[at + 1]);
        const bool separate = at + 2 == line.size() || line[at + 2] == ' ';
        if (high < 0 || low < 0 || !separate) break;
        out.push_back(static_cast<char>(high * 16 + low));
    }
    return n;
}

// Reads a line "<= Recv data, 120 bytes (0x78)"; `received`: it is about bytes of the response.
inline bool is_trace_title(std::string_view line, bool& received, std::size_t& size) {
    const bool title =
        line.starts_with("== ") || line.starts_with("=> ") || line.starts_with("<= ");
    if (!title) return false;
    received = line.starts_with("<= Recv header, ") || line.starts_with("<= Recv data, ");
    size = 0;
    for (const char c : line.substr((std::min)(line.find(", "), line.size() - 2) + 2)) {
        if (!is_digit(c) || size > SIZE_MAX / 100) break;
        size = size * 10 + static_cast<std::size_t>(c - '0');
    }
    return true;
}

// Takes what `curl --trace FILE --trace-time` writes. False if the bytes are none of that.
inline bool take_curl_trace(std::string_view text, input& out) {
    bool received = false;
    std::size_t size = 0;
    {
        std::string_view rest = text;
        std::string_view first = take_line(rest);
        take_time(first);
        if (!is_trace_title(first, received, size)) return false;
    }
    out.form = "curl trace";
    received = false;
    size = 0;
    std::optional<double> began;
    bool lost = false;
    while (!text.empty()) {
        std::string_view line = take_line(text);
        bool of_response = false;
        std::size_t announced = 0;
        std::string_view title = line;
        const auto time = take_time(title);
        if (is_trace_title(title, of_response, announced)) {
            lost = lost || size != 0;
            received = of_response;
            size = received ? announced : 0;
            if (received && time) {
                if (!began) began = time;
                constexpr double day = 24.0 * 60 * 60 * 1000;
                const double ms = *time - *began;
                out.arrivals.push_back({out.bytes.size() + size, ms < 0 ? ms + day : ms});
            }
        } else if (size != 0) {
            const std::size_t n = append_dump(out.bytes, line, size);
            lost = lost || n == 0;
            size -= n;
        }
    }
    if (lost || size != 0) {
        out.remark =
            "The trace lacks bytes. curl --trace writes all of them, --trace-ascii does not.";
        for (auto& a : out.arrivals) a.end = (std::min)(a.end, out.bytes.size());
    }
    return true;
}

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
    if (!detail::take_curl_trace(dropped, out)) out.bytes.assign(dropped);
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
