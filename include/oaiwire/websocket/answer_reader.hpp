// answer_reader: what a server answers to the handshake, from the bytes of the connection: a head
// and, unless it agrees, a body (RFC 9112, 4 to 6).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket { namespace detail {

// Interim answers (1xx, but 101) are skipped. The body of a refusal is kept up to
// limits::error_body, and is over there. What it reads depends on the bytes, not on their cuts.
class answer_reader {
public:
    answer_reader() = default;
    explicit answer_reader(const oaiwire::limits& bounds) : limits_(bounds), chunks_(bounds) {}

    // Consumes bytes up to the end of the answer. Returns their number.
    std::size_t feed(std::string_view bytes);
    // The connection has ended: so has a body without a length, and the answer if it has a head.
    void finish();

    // The head is there and, of a refusal, the body as far as it comes.
    bool done() const { return state_ == state::done; }
    // errc::ok, or why the bytes are no answer, with the offset of the line that is wrong or of the
    // byte beyond the limit.
    const oaiwire::error& failure() const { return failure_; }
    bool failed() const { return failure_.code != errc::ok; }
    const http::response_head& head() const { return head_; }
    const std::string& body() const { return body_; }

private:
    enum class state : std::uint8_t { status_line, fields, sized, chunked, until_close, done };

    std::size_t take_line(std::string_view bytes);
    void end_line(std::string_view line);
    void read_status(std::string_view line);
    void read_field(std::string_view line);
    void end_head();
    std::size_t take_body(std::string_view bytes);
    void keep(std::string_view piece);
    void fail(errc code, std::string_view message, std::size_t at);

    oaiwire::limits limits_{};
    state state_ = state::status_line;
    std::size_t size_ = 0;  // bytes of heads so far
    std::size_t line_at_ = 0;
    std::uint64_t left_ = 0;  // of a body with a length
    std::string line_{};
    http::response_head head_{};
    std::string body_{};
    http::chunked_decoder chunks_{};
    oaiwire::error failure_{};
};

}}}}  // namespace oaiwire::v0_2::websocket::detail

#include <algorithm>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/http/field_parameters.hpp>
#include <oaiwire/http/fields.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket { namespace detail {

inline std::size_t answer_reader::feed(std::string_view bytes) {
    std::size_t used = 0;
    while (used != bytes.size() && !done() && !failed()) {
        const std::string_view rest = bytes.substr(used);
        used += state_ <= state::fields ? take_line(rest) : take_body(rest);
    }
    return used;
}

inline void answer_reader::finish() {
    if (done() || failed()) return;
    if (state_ > state::fields) {
        state_ = state::done;
    } else {
        fail(errc::closed_early, "the connection closed before the handshake was answered", size_);
    }
}

inline std::size_t answer_reader::take_line(std::string_view bytes) {
    const std::size_t end = bytes.find('\n');
    const std::size_t due = end == std::string_view::npos ? bytes.size() : end + 1;
    const std::size_t n = (std::min)(due, limits_.head - size_);
    line_.append(bytes.substr(0, n));
    size_ += n;
    if (n != due) {
        fail(errc::limit_exceeded, "the head of the answer is longer than limits::head", size_);
    } else if (end != std::string_view::npos) {
        std::string line;
        line.swap(line_);
        end_line(line);
        line_at_ = size_;
    }
    return n;
}

inline void answer_reader::end_line(std::string_view line) {
    if (!line.ends_with("\r\n")) {
        return fail(errc::invalid_framing, "a line of the answer does not end in CRLF", line_at_);
    }
    line.remove_suffix(2);
    if (state_ == state::status_line) {
        read_status(line);
    } else if (!line.empty()) {
        read_field(line);
    } else {
        end_head();
    }
}

inline void answer_reader::read_status(std::string_view line) {
    using oaiwire::detail::is_digit;
    const bool version = line.starts_with("HTTP/1.") && line.size() >= 12 && is_digit(line[7]);
    if (!version || line[8] != ' ' || !is_digit(line[9]) || !is_digit(line[10]) ||
        !is_digit(line[11]) || (line.size() > 12 && line[12] != ' ')) {
        return fail(errc::invalid_framing, "the answer to the handshake is not HTTP/1.1", line_at_);
    }
    const int status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    if (status < 100 || (status == 101 && line[7] == '0')) {
        return fail(errc::invalid_framing, "malformed status line", line_at_);
    }
    head_.status = status;
    state_ = state::fields;
}

inline void answer_reader::read_field(std::string_view line) {
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(0, colon);
    const bool named = colon != std::string_view::npos && !name.empty() &&
                       std::all_of(name.begin(), name.end(), http::detail::is_token_char);
    if (!named) return fail(errc::invalid_framing, "malformed field of the answer", line_at_);
    const auto value = oaiwire::detail::trimmed(line.substr(colon + 1), " \t");
    if (!std::all_of(value.begin(), value.end(), http::detail::is_field_text)) {
        return fail(errc::invalid_framing, "malformed field of the answer", line_at_);
    }
    if (head_.headers.size() >= limits_.headers) {
        return fail(errc::limit_exceeded, "the answer has more fields than limits::headers",
                    line_at_);
    }
    head_.headers.add(name, value);
}

inline void answer_reader::end_head() {
    if (head_.status < 200 && head_.status != 101) {
        head_ = {};
        state_ = state::status_line;
        return;
    }
    state_ = state::until_close;
    const auto length = head_.headers.value("Content-Length");
    if (head_.status == 101 || head_.status == 204 || head_.status == 304) {
        state_ = state::done;
    } else if (head_.headers.find("Transfer-Encoding")) {
        state_ = state::chunked;
    } else if (!length.empty() && length.size() < 19 &&
               std::all_of(length.begin(), length.end(), oaiwire::detail::is_digit)) {
        for (const char c : length) left_ = left_ * 10 + static_cast<std::uint64_t>(c - '0');
        state_ = left_ == 0 ? state::done : state::sized;
    }
}

// A body that is not framed properly ends there: what the server says of its refusal is kept.
inline std::size_t answer_reader::take_body(std::string_view bytes) {
    if (state_ == state::chunked) {
        chunks_.feed(bytes);
        for (auto piece = chunks_.next(); !piece.empty(); piece = chunks_.next()) keep(piece);
        if (chunks_.done() || chunks_.failed()) state_ = state::done;
        return bytes.size();
    }
    std::size_t n = bytes.size();
    if (state_ == state::sized) {
        n = static_cast<std::size_t>((std::min)(left_, std::uint64_t{n}));
        left_ -= n;
        if (left_ == 0) state_ = state::done;
    }
    keep(bytes.substr(0, n));
    return n;
}

inline void answer_reader::keep(std::string_view piece) {
    body_.append(piece.substr(0, limits_.error_body - body_.size()));
    if (body_.size() == limits_.error_body) state_ = state::done;
}

inline void answer_reader::fail(errc code, std::string_view message, std::size_t at) {
    failure_ = make_error(code, message, {}, at);
}

}}}}  // namespace oaiwire::v0_2::websocket::detail

#include <oaiwire/core/macros_end.hpp>
