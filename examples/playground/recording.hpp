// Files that hold the bytes of a response with the times at which they arrived: traces of curl, and
// cassettes, which the library records.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/json/text/view.hpp>

namespace playground {

// Bytes up to `end` had arrived `ms` milliseconds after the call began.
struct arrival {
    std::size_t end = 0;
    double ms = 0;
};

struct recording {
    std::string form = "bytes";  // or "curl trace", "cassette"
    std::string bytes{};         // of the response
    std::vector<arrival> arrivals{};
    int status = 0;        // 0: not known
    std::string remark{};  // what the user should know about the file; "" mostly
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
inline bool take_curl_trace(std::string_view text, recording& out) {
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

// Appends a piece of content of a cassette.
inline void append_piece(std::string& out, oaiwire::json_view piece) {
    if (const auto text = piece["text"].string()) out += *text;
    const auto coded = piece["base64"].string();
    if (!coded) return;
    const std::size_t before = out.size();
    out.resize(before + oaiwire::base64_decoded_size(*coded));
    auto* const bytes = reinterpret_cast<std::uint8_t*>(out.data());
    const auto done = oaiwire::decode_base64(*coded, {bytes + before, out.size() - before});
    if (!done) out.resize(before);
}

inline double number_of(oaiwire::json_view value) {
    double n = 0;
    for (const char c : value.text().substr(0, 15)) {
        if (!is_digit(c)) break;
        n = n * 10 + (c - '0');
    }
    return n;
}

// Takes the first exchange of a cassette (docs/testing.md). False if the bytes are none.
inline bool take_cassette(std::string_view text, recording& out) {
    {
        std::string_view rest = text;
        const auto first = oaiwire::json_view::checked(take_line(rest));
        if (!first["oaiwire_cassette"].is_number()) return false;
    }
    out.form = "cassette";
    std::string_view shown;  // the number of the exchange
    bool others = false;
    while (!text.empty()) {
        const auto line = oaiwire::json_view::checked(take_line(text));
        const auto head = line["head"];
        const auto body = line["body"];
        if (!head.exists() && !body.exists()) continue;
        const std::string_view exchange = line["exchange"].text();
        if (shown.empty()) shown = exchange;
        if (exchange != shown) {
            others = true;
        } else if (head.exists()) {
            out.status = static_cast<int>(number_of(head["status"]));
        } else {
            append_piece(out.bytes, body);
            out.arrivals.push_back({out.bytes.size(), number_of(line["ms"])});
        }
    }
    if (others) out.remark = "The cassette has several exchanges; this is the first.";
    return true;
}

}  // namespace detail

}  // namespace playground
