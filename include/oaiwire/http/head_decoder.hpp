// head_decoder: the head of a request, byte by byte (RFC 9112, 2 to 5).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/received_request.hpp>
#include <oaiwire/http/request_rules.hpp>
#include <oaiwire/http/request_target.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

// The part of request_decoder that reads the request line and the fields. One empty line may
// precede them.
class head_decoder {
public:
    head_decoder() = default;
    explicit head_decoder(const oaiwire::limits& bounds) : limits_(bounds) {}

    // Consumes bytes up to the end of the head, or to the first one that is refused. Returns their
    // number.
    std::size_t feed(std::string_view bytes);

    bool done() const { return state_ == state::done; }
    bool failed() const { return static_cast<bool>(failure_); }
    // Why the head is refused. `at` counts from the first byte of the request.
    const refusal& failure() const { return failure_; }
    // What was read; complete once done().
    const received_request& head() const { return head_; }
    const request_rules& rules() const { return rules_; }
    // How many bytes were consumed.
    std::size_t size() const { return size_; }

private:
    // A byte that values may contain: visible, white space or obs-text (RFC 9110, 5.5).
    static constexpr bool is_text(char c) {
        return is_visible(c) || c == ' ' || c == '\t' || static_cast<unsigned char>(c) >= 0x80;
    }
    // What the next byte is part of. place() depends on the order.
    enum class state : std::uint8_t {
        start,  // an empty line may precede
        start_lf,
        method_start,
        method,
        target_start,
        target,
        target_hex,   // the first digit behind "%"
        target_hex2,  // the second
        protocol,     // of "HTTP/"
        major,
        dot,
        minor,
        line_cr,
        line_lf,
        field_start,
        name,
        value,
        value_lf,
        end_lf,
        done,
        failed,
    };

    // The state after byte `c`; state::failed if the grammar does not allow it.
    state after(char c) const;
    // Consumes one byte, unless it is refused. Checks grammar first, then limits.
    bool take(char c);
    std::size_t text_before_limit(std::string_view bytes) const;
    bool within_limits(state from, state to);
    void add_to_value(std::string_view bytes);
    // What ends with the line break that was just consumed.
    void end_request_line();
    void end_field();
    void end_head();

    // The error message for a byte that is not valid in the current state.
    std::string_view place() const;
    bool refuse(int status, errc code, std::string_view message, std::size_t at);

    oaiwire::limits limits_{};
    state state_ = state::start;
    std::uint8_t protocol_at_ = 0;  // bytes of "HTTP/" so far
    std::size_t size_ = 0;
    std::size_t target_at_ = 0;  // offsets of the parts being read
    std::size_t name_at_ = 0;
    std::size_t value_at_ = 0;
    received_request head_{};
    std::string name_{};       // of the field being read
    std::string value_{};      // of it too, without leading white space
    std::string authority_{};  // of a target in absolute-form
    request_rules rules_{};
    refusal failure_{};
};

}}}}  // namespace oaiwire::v0_2::http::detail

#if OAIWIRE_DEFINES

#include <algorithm>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/wipe.hpp>
#include <oaiwire/http/fields.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http { namespace detail {

OAIWIRE_INLINE std::size_t head_decoder::feed(std::string_view bytes) {
    const std::size_t before = size_;
    while (!bytes.empty() && !done() && !failed()) {
        const std::size_t text = text_before_limit(bytes);
        if (text == 0) {
            const bool taken = take(bytes.front());
            bytes.remove_prefix(taken ? 1 : 0);
        } else {
            if (state_ == state::name) {
                name_.append(bytes.substr(0, text));
            } else {
                add_to_value(bytes.substr(0, text));
            }
            size_ += text;
            bytes.remove_prefix(text);
        }
    }
    return size_ - before;
}

// How many bytes of a name or value can be taken at once, which take() would take one by one.
OAIWIRE_INLINE std::size_t head_decoder::text_before_limit(std::string_view bytes) const {
    const bool in_value = state_ == state::value && !value_.empty();
    if (!in_value && state_ != state::name) return 0;
    const std::size_t most =
        (std::min)(bytes.size(), limits_.head - (std::min)(size_, limits_.head));
    std::size_t n = 0;
    while (n != most && (in_value ? is_text(bytes[n]) : is_token_char(bytes[n]))) ++n;
    return n;
}

OAIWIRE_INLINE head_decoder::state head_decoder::after(char c) const {
    using enum state;
    constexpr std::string_view name_of_protocol = "HTTP/";
    switch (state_) {
        case start:
            if (c == '\r') return start_lf;
            [[fallthrough]];
        case method_start:
            return is_token_char(c) ? method : failed;
        case start_lf:
            return c == '\n' ? method_start : failed;
        case method:
            if (c == ' ') return target_start;
            return is_token_char(c) ? method : failed;
        case target:
            if (c == ' ') return protocol;
            [[fallthrough]];
        case target_start:
            if (c == '%') return target_hex;
            return is_target_char(c) ? target : failed;
        case target_hex:
            return oaiwire::detail::hex_digit(c) >= 0 ? target_hex2 : failed;
        case target_hex2:
            return oaiwire::detail::hex_digit(c) >= 0 ? target : failed;
        case protocol:
            if (c != name_of_protocol[protocol_at_]) return failed;
            return protocol_at_ + 1U == name_of_protocol.size() ? major : protocol;
        case major:
            return c == '1' ? dot : failed;
        case dot:
            return c == '.' ? minor : failed;
        case minor:
            return c == '0' || c == '1' ? line_cr : failed;
        case line_cr:
            return c == '\r' ? line_lf : failed;
        case line_lf:
        case value_lf:
            return c == '\n' ? field_start : failed;
        case field_start:
            if (c == '\r') return end_lf;
            return is_token_char(c) ? name : failed;
        case name:
            if (c == ':') return value;
            return is_token_char(c) ? name : failed;
        case value:
            if (c == '\r') return value_lf;
            return is_text(c) ? value : failed;
        case end_lf:
            return c == '\n' ? done : failed;
        case done:
        case failed:
            break;
    }
    return failed;
}

OAIWIRE_INLINE bool head_decoder::within_limits(state from, state to) {
    const bool in_target = to >= state::target && to <= state::target_hex2;
    if (in_target && head_.target.size() >= limits_.target) {
        return refuse(414, errc::limit_exceeded, "the target is longer than limits::target", size_);
    }
    if (size_ >= limits_.head) {
        return refuse(in_target ? 414 : 431, errc::limit_exceeded,
                      "the head is longer than limits::head", size_);
    }
    if (from == state::field_start && to == state::name &&
        head_.headers.size() >= limits_.headers) {
        return refuse(431, errc::limit_exceeded, "the head has more fields than limits::headers",
                      size_);
    }
    return true;
}

OAIWIRE_INLINE bool head_decoder::take(char c) {
    const state from = state_;
    const state to = after(c);
    if (to == state::failed) {
        const bool other_version =
            (from == state::major || from == state::minor) && oaiwire::detail::is_digit(c);
        return refuse(other_version ? 505 : 400, errc::invalid_framing, place(), size_);
    }
    if (!within_limits(from, to)) return false;
    const std::size_t at = size_++;
    state_ = to;
    if (to == state::method) {
        head_.method.push_back(c);
    } else if (to >= state::target && to <= state::target_hex2) {
        if (head_.target.empty()) target_at_ = at;
        head_.target.push_back(c);
    } else if (from == state::protocol) {
        ++protocol_at_;
    } else if (from == state::minor) {
        head_.minor_version = c - '0';
    } else if (from == state::line_lf) {
        end_request_line();
    } else if (to == state::name) {
        if (name_.empty()) name_at_ = at;
        name_.push_back(c);
    } else if (to == state::value && from == state::name) {
        value_at_ = size_;
    } else if (to == state::value) {
        if (!value_.empty() || (c != ' ' && c != '\t')) {
            add_to_value({&c, 1});
        } else {
            value_at_ = size_;
        }
    } else if (from == state::value_lf) {
        end_field();
    } else if (to == state::done) {
        end_head();
    }
    return true;
}

OAIWIRE_INLINE void head_decoder::add_to_value(std::string_view bytes) {
    if (bytes.size() > value_.capacity() - value_.size()) {
        // growth by the string itself would leave a copy of a key behind
        std::string grown;
        grown.reserve(2 * value_.size() + bytes.size());
        grown.append(value_);
        value_.swap(grown);
        wipe(grown);
    }
    value_.append(bytes);
}

OAIWIRE_INLINE void head_decoder::end_request_line() {
    rules_.minor_version(head_.minor_version);
    const refusal why = check_target(head_.method, head_.target, authority_);
    if (why) refuse(why.status, why.code, why.message, target_at_ + why.at);
}

OAIWIRE_INLINE void head_decoder::end_field() {
    // npos + 1 is 0: a value of white space is empty
    value_.resize(value_.find_last_not_of(" \t") + 1);
    const refusal why = rules_.take(name_, value_, limits_.body);
    if (why) {
        refuse(why.status, why.code, why.message, (why.in_name ? name_at_ : value_at_) + why.at);
    } else {
        head_.headers.add(name_, value_, request_rules::is_sensitive(name_));
    }
    name_.clear();
    wipe(value_);
}

OAIWIRE_INLINE void head_decoder::end_head() {
    // at the empty line
    if (const refusal why = rules_.end()) refuse(why.status, why.code, why.message, size_ - 2);
    if (!authority_.empty()) head_.headers.set("Host", authority_);  // RFC 9112, 3.2.2
}

OAIWIRE_INLINE std::string_view head_decoder::place() const {
    if (state_ <= state::start_lf) return "a request does not begin with a method";
    if (state_ <= state::method) return "malformed method";
    if (state_ <= state::target_hex2) return "malformed request target";
    if (state_ == state::major || state_ == state::minor) {
        return "the version is neither HTTP/1.0 nor HTTP/1.1";
    }
    if (state_ <= state::minor) return "malformed version";
    if (state_ <= state::line_lf) return "the request line is not followed by CRLF";
    if (state_ <= state::name) return "malformed field name";
    if (state_ == state::value) return "malformed field value";
    if (state_ == state::value_lf) return "a field is not followed by CRLF";
    return "the head is not followed by CRLF";
}

OAIWIRE_INLINE bool head_decoder::refuse(int status, errc code, std::string_view message,
                                         std::size_t at) {
    failure_ = {status, code, message, at};
    wipe(value_);
    state_ = state::failed;
    return false;
}

}}}}  // namespace oaiwire::v0_2::http::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
