// Decoder of HTTP/1.1 chunked transfer coding (RFC 9112, section 7.1).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// A strict incremental decoder. Input that two implementations might read differently is an error
// (request smuggling): a bare LF or CR; a sign, space or 0x before a size; a size above 2^63-1;
// folded trailers. The output depends on the bytes only, not on how they were split between calls
// of feed(). Runs in linear time; content is neither copied nor does it allocate.
//
// Usage:
//     decoder.feed(bytes);
//     for (auto piece = decoder.next(); !piece.empty(); piece = decoder.next()) use(piece);
//     if (decoder.failed()) ...  else if (decoder.done()) ...  else: feed more, or finish()
class chunked_decoder {
public:
    chunked_decoder() = default;
    explicit chunked_decoder(const oaiwire::limits& bounds) : limits_(bounds) {}

    // Provides the next bytes of the body. They must stay valid until next() returns an empty view,
    // and as long as leftover() is in use. Feeding earlier fails with errc::invalid_argument.
    void feed(std::string_view bytes);

    // Returns the next piece of content, a view into the bytes that were fed. Empty: all bytes are
    // used up, the body is complete, or it failed.
    std::string_view next();

    // Call at the end of input. errc::closed_early if the body is incomplete; the failure if it
    // failed.
    result<void> finish();

    // True once the whole body was read, including trailers and the final line break.
    bool done() const { return state_ == state::done; }
    // True after an error; see failure().
    bool failed() const { return state_ == state::failed; }
    // The error: errc::invalid_framing, limit_exceeded, closed_early or invalid_argument. Its
    // offset, counted from the start of the body, is that of the first byte that is not valid there
    // or exceeds a limit. Kept until reset().
    const oaiwire::error& failure() const { return failure_; }

    // The number of body bytes consumed so far, framing included. Once done, the body's length.
    std::uint64_t consumed() const { return overhead_ + content_; }
    // Once done: the unused bytes of the last feed(), which follow the body.
    std::string_view leftover() const { return done() ? rest_ : std::string_view{}; }
    // The trailer fields, complete once done. Do not merge them into the head's fields: they arrive
    // after the head was acted upon (RFC 9110, 6.5.1).
    const header_list& trailers() const { return trailers_; }

    // Prepares for another body with the same limits.
    void reset() { *this = chunked_decoder(limits_); }

private:
    // What the next byte is part of. is_extension() and is_trailer() depend on the order.
    enum class state : std::uint8_t {
        size_start,
        size,
        before_semicolon,  // white space after a size or an extension value; a ';' must follow
        before_name,
        name,
        after_name,  // white space after an extension name
        before_value,
        token,
        quoted,
        escaped,  // after a backslash in a quoted string
        after_quoted,
        size_lf,
        data,
        data_cr,
        data_lf,
        trailer_start,
        trailer_name,
        trailer_value,
        trailer_lf,
        end_lf,
        done,
        failed,
    };
    static constexpr bool is_extension(state s) {
        return s >= state::before_semicolon && s <= state::after_quoted;
    }
    static constexpr bool is_trailer(state s) {
        return s >= state::trailer_start && s <= state::trailer_lf;
    }
    static constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
    // A byte that field text and quoted strings may contain: visible, white space or obs-text (RFC
    // 9110, 5.5).
    static constexpr bool is_text(char c) {
        return detail::is_visible(c) || is_blank(c) || static_cast<unsigned char>(c) >= 0x80;
    }

    // The state after byte `c`; state::failed if the grammar does not allow it.
    state after(char c) const;

    // Consumes one byte that is not content. Checks grammar first, then limits.
    void take_framing(char c);

    // The error message for a byte that is not valid in the current state.
    std::string_view place() const;

    void fail(errc code, std::string_view message);

    oaiwire::limits limits_{};
    state state_ = state::size_start;
    std::string_view rest_{};  // fed, not yet consumed
    // of this chunk: the size read so far, then the bytes still to come
    std::uint64_t remaining_ = 0;
    std::uint64_t content_ = 0;        // content bytes so far
    std::uint64_t overhead_ = 0;       // framing bytes so far
    std::size_t extension_bytes_ = 0;  // of all chunks
    std::size_t trailer_bytes_ = 0;
    std::string name_{};   // of the trailer field being read
    std::string value_{};  // of it too, without leading white space
    header_list trailers_{};
    oaiwire::error failure_{};
};

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire { inline namespace v0_2 { namespace http {

OAIWIRE_INLINE void chunked_decoder::feed(std::string_view bytes) {
    if (failed()) return;
    if (!done() && !rest_.empty()) {
        return fail(errc::invalid_argument, "feed() was called before all bytes were read");
    }
    rest_ = bytes;
}

// Content is returned as it lies in the input; framing is taken byte by byte.
OAIWIRE_INLINE std::string_view chunked_decoder::next() {
    while (!rest_.empty() && !done() && !failed()) {
        if (state_ != state::data) {
            take_framing(rest_.front());
            continue;
        }
        const std::size_t n = static_cast<std::size_t>(
            (std::min)(remaining_, static_cast<std::uint64_t>(rest_.size())));
        const std::string_view piece = rest_.substr(0, n);
        rest_.remove_prefix(n);
        content_ += n;
        remaining_ -= n;
        if (remaining_ == 0) state_ = state::data_cr;
        return piece;
    }
    return {};
}

OAIWIRE_INLINE result<void> chunked_decoder::finish() {
    if (!done() && !failed()) {
        if (!rest_.empty()) {
            fail(errc::invalid_argument, "finish() was called before all bytes were read");
        } else {
            fail(errc::closed_early, "the input ended inside a chunked body");
        }
    }
    if (failed()) return failure_;
    return {};
}

// A state falls through to those whose bytes may follow it as well.
OAIWIRE_INLINE chunked_decoder::state chunked_decoder::after(char c) const {
    using enum state;
    switch (state_) {
        case size_start:
            return oaiwire::detail::hex_digit(c) >= 0 ? size : failed;
        case size:
            // one more digit must keep the size at or below 2^63 - 1
            if (oaiwire::detail::hex_digit(c) >= 0) return remaining_ >> 59 == 0 ? size : failed;
            [[fallthrough]];
        case token:
            if (state_ == token && detail::is_token_char(c)) return token;
            [[fallthrough]];
        case after_quoted:
            if (c == '\r') return size_lf;
            [[fallthrough]];
        case before_semicolon:
            if (c == ';') return before_name;
            return is_blank(c) ? before_semicolon : failed;
        case before_name:
            if (detail::is_token_char(c)) return name;
            return is_blank(c) ? before_name : failed;
        case name:
            if (detail::is_token_char(c)) return name;
            if (c == '\r') return size_lf;
            [[fallthrough]];
        case after_name:
            if (c == ';') return before_name;
            if (c == '=') return before_value;
            return is_blank(c) ? after_name : failed;
        case before_value:
            if (c == '"') return quoted;
            if (detail::is_token_char(c)) return token;
            return is_blank(c) ? before_value : failed;
        case quoted:
            if (c == '"') return after_quoted;
            if (c == '\\') return escaped;
            return is_text(c) ? quoted : failed;
        case escaped:
            return is_text(c) ? quoted : failed;
        case size_lf:
            if (c != '\n') return failed;
            return remaining_ == 0 ? trailer_start : data;
        case data_cr:
            return c == '\r' ? data_lf : failed;
        case data_lf:
            return c == '\n' ? size_start : failed;
        case trailer_start:
            if (c == '\r') return end_lf;
            return detail::is_token_char(c) ? trailer_name : failed;
        case trailer_name:
            if (c == ':') return trailer_value;
            return detail::is_token_char(c) ? trailer_name : failed;
        case trailer_value:
            if (c == '\r') return trailer_lf;
            return is_text(c) ? trailer_value : failed;
        case trailer_lf:
            return c == '\n' ? trailer_start : failed;
        case end_lf:
            return c == '\n' ? done : failed;
        case data:
        case done:
        case failed:
            break;
    }
    return failed;
}

OAIWIRE_INLINE void chunked_decoder::take_framing(char c) {
    const state from = state_;
    const state to = after(c);
    if (to == state::failed) return fail(errc::invalid_framing, place());
    if (is_extension(to) && ++extension_bytes_ > limits_.chunk_extensions) {
        return fail(errc::limit_exceeded, "limits::chunk_extensions");
    }
    if (is_trailer(from) && to != state::end_lf) {
        if (++trailer_bytes_ > limits_.trailers) {
            return fail(errc::limit_exceeded, "limits::trailers");
        }
        if (from == state::trailer_start && trailers_.size() >= limits_.headers) {
            return fail(errc::limit_exceeded, "limits::headers, in trailers");
        }
    }
    // Chunks of few bytes cost far more work than they carry content: bound the ratio.
    constexpr std::uint64_t free_overhead = std::uint64_t{64} << 10;
    if (overhead_ >= free_overhead && overhead_ + 1 > 4 * content_) {
        return fail(errc::limit_exceeded, "chunk framing exceeds four times the content");
    }
    ++overhead_;
    rest_.remove_prefix(1);
    state_ = to;

    if (to == state::size) {
        remaining_ = remaining_ * 16 + static_cast<std::uint64_t>(oaiwire::detail::hex_digit(c));
    } else if (to == state::trailer_name) {
        name_.push_back(c);
    } else if (to == state::trailer_value && from == state::trailer_value) {
        if (!value_.empty() || !is_blank(c)) value_.push_back(c);
    } else if (from == state::trailer_lf) {
        // npos + 1 is 0: a value of white space is empty
        value_.resize(value_.find_last_not_of(" \t") + 1);
        trailers_.add(name_, value_);
        name_.clear();
        value_.clear();
    }
}

OAIWIRE_INLINE std::string_view chunked_decoder::place() const {
    if (state_ <= state::size) return "malformed chunk size";
    if (is_extension(state_)) return "malformed chunk extension";
    if (state_ == state::size_lf) return "a chunk size is not followed by CRLF";
    if (state_ <= state::data_lf) return "chunk data is not followed by CRLF";
    if (is_trailer(state_)) return "malformed trailer field";
    return "the trailer section is not followed by CRLF";
}

OAIWIRE_INLINE void chunked_decoder::fail(errc code, std::string_view message) {
    const auto at = static_cast<std::size_t>(consumed());
    failure_ = make_error(code, message, {}, at);
    state_ = state::failed;
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
