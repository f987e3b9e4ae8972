// The HTTP around a body: the head of a captured message, and chunked transfer coding.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/http/chunked_decoder.hpp>

#include "finding.hpp"
#include "located.hpp"
#include "server_clues.hpp"

namespace inspect {

// A head as curl -i, a proxy or a socket shows it. Lines may end with LF.
struct captured_head {
    bool is_request = false;
    std::string_view method{};
    std::string_view target{};
    int status = 0;
    std::vector<std::pair<std::string, std::string_view>> fields{};  // names in lower case
    std::size_t size = 0;  // bytes, with interim heads before it; 0: there is no head

    std::string_view field(std::string_view name) const {
        for (const auto& [n, value] : fields) {
            if (n == name) return value;
        }
        return {};
    }
};

inline std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

inline std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// Whether the bytes begin like a request or response of HTTP/1, or as curl -i shows HTTP/2.
inline bool begins_with_head(std::string_view bytes) {
    const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
    if (line.starts_with("HTTP/1.") || line.starts_with("HTTP/2 ") || line.starts_with("HTTP/3 ")) {
        return true;
    }
    for (const std::string_view method : {"GET ", "POST ", "DELETE ", "PUT ", "HEAD ", "PATCH "}) {
        if (line.starts_with(method)) return line.find(" HTTP/") != std::string_view::npos;
    }
    return false;
}

class head_reader {
public:
    head_reader(std::string_view bytes, finding_list& found) : bytes_(bytes), found_(found) {}

    captured_head read() {
        do {
            head_ = {};
            read_one();
        } while (head_.status >= 100 && head_.status < 200 && begins_with_head(bytes_.substr(at_)));
        head_.size = at_;
        return std::move(head_);
    }

private:
    void read_one() {
        read_first(next_line());
        for (;;) {
            if (at_ == bytes_.size()) {
                found_.add("cut_head", {at_, 0});
                return;
            }
            const std::size_t from = at_;
            const std::string_view line = next_line();
            if (line.empty()) return;
            const std::size_t colon = line.find(':');
            const std::string_view name = line.substr(0, colon);
            const bool token = !name.empty() && name.find_first_of(" \t\"(),/;<=>?@[]{}\\") ==
                                                    std::string_view::npos;
            if (colon == std::string_view::npos || !token) {
                found_.add("bad_head", {from, line.size()});
                continue;
            }
            head_.fields.emplace_back(lower(name), without_blanks(line.substr(colon + 1)));
        }
    }
    std::string_view next_line() {
        const std::size_t from = at_;
        const std::size_t end = bytes_.find('\n', at_);
        if (end == std::string_view::npos) {
            at_ = bytes_.size();
            return bytes_.substr(from);
        }
        at_ = end + 1;
        std::string_view line = bytes_.substr(from, end - from);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        } else {
            found_.add("bare_line_feed", {end, 1});
        }
        return line;
    }
    void read_first(std::string_view line) {
        const std::size_t space = line.find(' ');
        if (!line.starts_with("HTTP/")) {
            head_.is_request = true;
            head_.method = line.substr(0, space);
            const std::string_view rest = line.substr(space + 1);
            head_.target = rest.substr(0, rest.rfind(' '));
            return;
        }
        const std::string_view digits =
            space == std::string_view::npos ? std::string_view() : line.substr(space + 1, 3);
        if (digits.size() != 3 || !consists_of(digits, "0123456789")) {
            found_.add("bad_head", {0, line.size()});
            return;
        }
        for (const char c : digits) head_.status = head_.status * 10 + (c - '0');
    }

    std::string_view bytes_;
    finding_list& found_;
    std::size_t at_ = 0;
    captured_head head_{};
};

// Whether the bytes begin like a chunked body: a size alone on its line.
inline bool begins_with_chunk(std::string_view bytes) {
    const std::size_t end = bytes.substr(0, 300).find("\r\n");
    if (end == std::string_view::npos) return false;
    const std::string_view line = bytes.substr(0, end);
    const std::string_view digits = without_blanks(line.substr(0, line.find(';')));
    return !digits.empty() && digits.size() <= 16 && consists_of(digits, "0123456789abcdefABCDEF");
}

// The content of a chunked body that begins at `from` of the input.
inline located without_chunks(std::string_view input, std::size_t from, finding_list& found) {
    located out;
    oaiwire::http::chunked_decoder decoder;
    decoder.feed(input.substr(from));
    out.append({}, from);
    for (auto piece = decoder.next(); !piece.empty(); piece = decoder.next()) {
        out.append(piece, static_cast<std::size_t>(piece.data() - input.data()));
    }
    if (decoder.done()) {
        const std::string_view rest = decoder.leftover();
        if (!rest.empty()) found.add("bytes_after_body", {input.size() - rest.size(), rest.size()});
        return out;
    }
    if (decoder.failed()) {
        const auto& why = decoder.failure();
        const std::size_t offset = why.offset == oaiwire::error::no_offset ? 0 : why.offset;
        const std::size_t at = (std::min)(from + offset, input.size());
        found.add("bad_chunk", {at, at == input.size() ? 0u : 1u}, {}, why.message);
    } else {
        found.add("cut_chunks", {input.size(), 0});
    }
    return out;
}

}  // namespace inspect
