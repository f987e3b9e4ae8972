// response_head_decoder: the heads of a response, byte by byte, and what they say of its framing
// and its connection (RFC 9112, 4 to 6 and 9).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

// The part of response_pump that reads status lines and fields, up to the end of the final head.
class response_head_decoder {
public:
    response_head_decoder() = default;
    // upgrade: the request asked for another protocol, so that 101 is a final response.
    response_head_decoder(const oaiwire::limits& bounds, bool upgrade)
        : limits_(bounds), upgrade_(upgrade) {}

    // Consumes bytes up to the end of the final head, or to the first one that is refused. Returns
    // their number.
    std::size_t feed(std::string_view bytes);

    bool done() const { return state_ == state::done; }
    bool failed() const { return code_ != errc::ok; }
    // Why the head is refused, and the offset of the byte, counted from the first of the response.
    errc code() const { return code_; }
    std::string_view message() const { return message_; }
    std::size_t at() const { return at_; }

    // The status line of the final head has come.
    bool begun() const { return begun_; }
    const response_head& head() const { return head_; }
    // How many bytes were consumed, interim heads included.
    std::size_t size() const { return size_; }

    bool chunked() const { return chunked_; }
    bool sized() const { return sized_; }
    std::uint64_t content_length() const { return length_; }
    // Another request may follow on the connection (RFC 9112, 9.3). Not where the head has both a
    // length and chunks: another reader may see another end (6.1).
    bool keep_alive() const {
        return !close_ && (minor_ != 0 || keep_alive_) && !(chunked_ && sized_);
    }

private:
    // A byte that values may contain: visible, white space or obs-text (RFC 9110, 5.5).
    static constexpr bool is_text(char c) {
        return is_visible(c) || is_blank(c) || static_cast<unsigned char>(c) >= 0x80;
    }
    static constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

    // What the next byte is part of.
    enum class state : std::uint8_t {
        protocol,  // of "HTTP/1."
        minor,
        status_start,
        status,
        status_end,
        reason,
        line_lf,
        field_start,
        name,
        value,
        value_lf,
        end_lf,
        done,
    };

    // The state after byte `c`; `done` if the grammar does not allow it.
    state after(char c) const;
    bool take(char c);
    std::size_t text_before_limit(std::string_view bytes) const;
    void end_status();
    void end_field();
    void take_length();
    void take_coding();
    void take_connection();
    void end_head();
    std::string_view place() const;
    bool refuse(errc code, std::string_view message, std::size_t at);

    oaiwire::limits limits_{};
    state state_ = state::protocol;
    bool upgrade_ = false;
    bool begun_ = false;
    bool folded_ = false;   // the value being read has more than one line
    bool at_fold_ = false;  // and nothing of the new line came yet but white space
    bool chunked_ = false;
    bool sized_ = false;
    bool close_ = false;
    bool keep_alive_ = false;
    std::uint8_t taken_ = 0;  // bytes of the protocol's name, or digits of the status
    int minor_ = 1;
    std::uint64_t length_ = 0;
    std::size_t size_ = 0;
    std::size_t status_at_ = 0;
    std::size_t name_at_ = 0;
    std::size_t value_at_ = 0;
    std::string name_{};   // of the field being read; it ends when the next line begins
    std::string value_{};  // of it too, without leading white space
    response_head head_{};
    errc code_ = errc::ok;
    std::string_view message_{};
    std::size_t at_ = 0;
};

}}}}  // namespace oaiwire::v0_2::http::detail

#if OAIWIRE_DEFINES

#include <algorithm>
#include <limits>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/http/request_rules.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

OAIWIRE_INLINE std::size_t response_head_decoder::feed(std::string_view bytes) {
    const std::size_t before = size_;
    while (!bytes.empty() && !done() && !failed()) {
        const std::size_t text = text_before_limit(bytes);
        if (text == 0) {
            bytes.remove_prefix(take(bytes.front()) ? 1 : 0);
        } else {
            (state_ == state::name ? name_ : value_).append(bytes.substr(0, text));
            size_ += text;
            bytes.remove_prefix(text);
        }
    }
    return size_ - before;
}

// How many bytes of a name or value can be taken at once, which take() would take one by one.
OAIWIRE_INLINE std::size_t response_head_decoder::text_before_limit(std::string_view bytes) const {
    const bool in_value = state_ == state::value && !value_.empty() && !at_fold_;
    if (!in_value && state_ != state::name) return 0;
    const std::size_t most =
        (std::min)(bytes.size(), limits_.head - (std::min)(size_, limits_.head));
    std::size_t n = 0;
    while (n != most && (in_value ? is_text(bytes[n]) : is_token_char(bytes[n]))) ++n;
    return n;
}

OAIWIRE_INLINE response_head_decoder::state response_head_decoder::after(char c) const {
    using enum state;
    constexpr std::string_view version = "HTTP/1.";
    switch (state_) {
        case protocol:
            if (c != version[taken_]) return done;
            return taken_ + 1U == version.size() ? minor : protocol;
        case minor:
            return oaiwire::detail::is_digit(c) ? status_start : done;
        case status_start:
            return c == ' ' ? status : done;
        case status:
            if (!oaiwire::detail::is_digit(c) || (taken_ == 0 && c == '0')) return done;
            return taken_ == 2 ? status_end : status;
        case status_end:
            // some servers leave out the space before an empty reason
            if (c == '\r') return line_lf;
            return c == ' ' ? reason : done;
        case reason:
            if (c == '\r') return line_lf;
            return is_text(c) ? reason : done;
        case line_lf:
        case value_lf:
            return c == '\n' ? field_start : done;
        case field_start:
            if (c == '\r') return end_lf;
            // a line that begins with white space continues the value before it (RFC 9112, 5.2)
            if (is_blank(c) && !name_.empty()) return value;
            return is_token_char(c) ? name : done;
        case name:
            if (c == ':') return value;
            return is_token_char(c) ? name : done;
        case value:
            if (c == '\r') return value_lf;
            return is_text(c) ? value : done;
        case end_lf:
        case state::done:
            break;
    }
    return done;
}

OAIWIRE_INLINE bool response_head_decoder::take(char c) {
    const state from = state_;
    const state to = after(c);
    const bool ends = from == state::end_lf && c == '\n';
    if (to == state::done && !ends) return refuse(errc::invalid_framing, place(), size_);
    if (size_ >= limits_.head) {
        return refuse(errc::limit_exceeded, "the head is longer than limits::head", size_);
    }
    if (from == state::field_start && to != state::value && !name_.empty()) {
        end_field();
        if (failed()) return false;
    }
    if (from == state::field_start && to == state::name) {
        if (head_.headers.size() >= limits_.headers) {
            return refuse(errc::limit_exceeded, "the head has more fields than limits::headers",
                          size_);
        }
        name_at_ = size_;
    }
    const std::size_t at = size_++;
    state_ = to;
    if (from == state::protocol || from == state::status) {
        if (from == state::status && taken_ == 0) status_at_ = at;
        taken_ = to == from ? static_cast<std::uint8_t>(taken_ + 1) : std::uint8_t{0};
        if (from == state::status) head_.status = head_.status * 10 + (c - '0');
    } else if (from == state::minor) {
        minor_ = c - '0';
    } else if (from == state::line_lf) {
        end_status();
    } else if (to == state::name) {
        name_.push_back(c);
    } else if (to == state::value && from == state::name) {
        value_at_ = size_;
        folded_ = at_fold_ = false;
    } else if (to == state::value && from == state::field_start) {
        // npos + 1 is 0: a value of white space is empty
        value_.resize(value_.find_last_not_of(" \t") + 1);
        if (value_.empty()) value_at_ = size_;
        folded_ = at_fold_ = true;
    } else if (to == state::value) {
        const bool leading = value_.empty() || at_fold_;
        if (!is_blank(c) || !leading) {
            if (at_fold_ && !value_.empty()) value_.push_back(' ');
            at_fold_ = false;
            value_.push_back(c);
        } else if (value_.empty()) {
            value_at_ = size_;
        }
    }
    if (ends) end_head();
    return !failed();
}

OAIWIRE_INLINE void response_head_decoder::end_status() {
    if (head_.status == 101 && (!upgrade_ || minor_ == 0)) {
        refuse(errc::invalid_framing, "the server switches to a protocol that was not asked for",
               status_at_);
        return;
    }
    begun_ = head_.status >= 200 || head_.status == 101;
}

OAIWIRE_INLINE void response_head_decoder::end_field() {
    value_.resize(value_.find_last_not_of(" \t") + 1);
    if (begun_) {
        if (same_name(name_, "Content-Length")) take_length();
        if (same_name(name_, "Transfer-Encoding")) take_coding();
        if (same_name(name_, "Connection")) take_connection();
        if (failed()) return;
    }
    head_.headers.add(name_, value_);
    name_.clear();
    value_.clear();
}

// A list of the same number is that number (RFC 9110, 8.6); anything else is two lengths.
OAIWIRE_INLINE void response_head_decoder::take_length() {
    constexpr std::uint64_t largest = (std::numeric_limits<std::int64_t>::max)();
    const auto refuse_it = [&](std::string_view message) {
        refuse(errc::invalid_framing, message, value_at_);
    };
    if (folded_) return refuse_it("Content-Length is folded");
    for (std::size_t from = 0; from <= value_.size();) {
        const std::size_t end = (std::min)(value_.find(',', from), value_.size());
        const auto text =
            oaiwire::detail::trimmed(std::string_view(value_).substr(from, end - from), " \t");
        if (text.empty()) return refuse_it("Content-Length is empty");
        std::uint64_t length = 0;
        for (const char c : text) {
            if (!oaiwire::detail::is_digit(c)) return refuse_it("Content-Length is not a number");
            const auto digit = static_cast<std::uint64_t>(c - '0');
            if (length > (largest - digit) / 10) {
                return refuse_it("Content-Length is too large for any body");
            }
            length = length * 10 + digit;
        }
        if (sized_ && length != length_) return refuse_it("there are two values of Content-Length");
        sized_ = true;
        length_ = length;
        from = end + 1;
    }
}

OAIWIRE_INLINE void response_head_decoder::take_coding() {
    const auto refuse_it = [&](std::string_view message) {
        refuse(errc::invalid_framing, message, value_at_);
    };
    if (folded_) return refuse_it("Transfer-Encoding is folded");
    // the sender does not know what it says (RFC 9112, 6.1)
    if (minor_ == 0) return refuse_it("Transfer-Encoding in HTTP/1.0");
    if (chunked_) return refuse_it("the body is chunked more than once");
    if (const refusal why = check_codings(value_)) return refuse_it(why.message);
    chunked_ = true;
}

OAIWIRE_INLINE void response_head_decoder::take_connection() {
    for (std::size_t from = 0; from <= value_.size();) {
        const std::size_t end = (std::min)(value_.find(',', from), value_.size());
        const auto option =
            oaiwire::detail::trimmed(std::string_view(value_).substr(from, end - from), " \t");
        close_ = close_ || same_name(option, "close");
        keep_alive_ = keep_alive_ || same_name(option, "keep-alive");
        from = end + 1;
    }
}

OAIWIRE_INLINE void response_head_decoder::end_head() {
    if (begun_) return;
    // an interim head: another follows
    state_ = state::protocol;
    head_.status = 0;
    head_.headers.clear();
}

OAIWIRE_INLINE std::string_view response_head_decoder::place() const {
    switch (state_) {
        case state::protocol:
        case state::minor:
        case state::status_start:
            return "the response is not HTTP/1.1";
        case state::status:
        case state::status_end:
            return "malformed status";
        case state::reason:
            return "malformed reason phrase";
        case state::field_start:
        case state::name:
            return "malformed field name";
        case state::value:
            return "malformed field value";
        default:
            return "a line does not end in CRLF";
    }
}

OAIWIRE_INLINE bool response_head_decoder::refuse(errc code, std::string_view message,
                                                  std::size_t at) {
    code_ = code;
    message_ = message;
    at_ = at;
    return false;
}

}}}}  // namespace oaiwire::v0_2::http::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
