// Chunked transfer coding (RFC 9112, 7.1): from a body's bytes to its content. Knows nothing of
// what the content is, nor of the head that announced it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire::inline v0_2::http {

// Strict: what two readers could understand differently is refused (a bare LF or CR, a sign, space
// or 0x before a size, a size above 2^63-1, folded trailers). Everything that comes out is a
// function of the bytes, never of the cuts. Linear; content is never copied, and nothing is
// allocated on its path.
//
//     decoder.feed(bytes);
//     for (auto piece = decoder.next(); !piece.empty(); piece = decoder.next()) use(piece);
//     if (decoder.failed()) ...  else if (decoder.done()) ...  else: feed more, or finish()
class chunked_decoder {
public:
    chunked_decoder() = default;
    explicit chunked_decoder(const oaiwire::limits& bounds) : limits_(bounds) {}

    // Lends bytes until next() has come back empty (and longer, if leftover() is read). To feed
    // before that is a mistake of the caller's, and fails as errc::invalid_argument.
    void feed(std::string_view bytes);

    // The next piece of content, a view into the bytes that were fed; empty when there is none:
    // more are needed, the body is done, or it failed.
    std::string_view next();

    // No more bytes will come: errc::closed_early unless the body is done, its failure if it
    // failed.
    result<void> finish();

    // The whole body was seen, trailers and last line break included.
    bool done() const { return state_ == state::done; }
    bool failed() const { return state_ == state::failed; }
    // errc::invalid_framing, limit_exceeded or closed_early; the offset counts from the start of
    // the body to the first byte that no valid body has there, or that exceeds the limit. Stays
    // until reset().
    const oaiwire::error& failure() const { return failure_; }

    // Bytes of the body taken so far, framing and content; its length once it is done.
    std::uint64_t consumed() const { return overhead_ + content_; }
    // Once the body is done: those of the last bytes fed that lie behind its end.
    std::string_view leftover() const { return done() ? rest_ : std::string_view{}; }
    // The trailer fields, whole once the body is done. They are the peer's word after the fact:
    // never merge them into the head (RFC 9110, 6.5.1).
    const header_list& trailers() const { return trailers_; }

    // Ready for another body, under the same limits.
    void reset() { *this = chunked_decoder(limits_); }

private:
    // What the next byte belongs to. The order matters to is_extension and is_trailer.
    enum class state : std::uint8_t {
        size_start,
        size,
        before_semicolon,  // blanks after a size or an extension's value: one must follow
        before_name,
        name,
        after_name,  // blanks after an extension's name
        before_value,
        token,
        quoted,
        escaped,  // behind a backslash in a quoted string
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
    // A byte of text as recipients must take it: visible, blank or obs-text (RFC 9110, 5.5).
    static constexpr bool is_text(char c) {
        return is_visible(c) || is_blank(c) || static_cast<unsigned char>(c) >= 0x80;
    }
    static constexpr int hex_digit(char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    }

    // Where a byte leads; state::failed where the grammar has no place for it. Changes nothing.
    state after(char c) const;

    // One byte that is not content: grammar first, then the bounds, then its effect.
    void take_framing(char c);

    std::string_view place() const;

    void fail(errc code, std::string_view message);

    oaiwire::limits limits_{};
    state state_ = state::size_start;
    std::string_view rest_{};      // fed and not taken
    std::uint64_t remaining_ = 0;  // of the chunk: its size while that is read, then what is due
    std::uint64_t content_ = 0;    // bytes
    std::uint64_t overhead_ = 0;   // bytes that are not content
    std::size_t extension_bytes_ = 0;
    std::size_t trailer_bytes_ = 0;
    std::string name_{};
    std::string value_{};
    header_list trailers_{};
    oaiwire::error failure_{};
};

}  // namespace oaiwire::inline v0_2::http

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire::inline v0_2::http {

OAIWIRE_INLINE void chunked_decoder::feed(std::string_view bytes) {
    if (failed()) return;
    if (!done() && !rest_.empty()) {
        return fail(errc::invalid_argument, "bytes were fed before the last ones were read");
    }
    rest_ = bytes;
}

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
            fail(errc::invalid_argument, "the input was ended before its bytes were read");
        } else {
            fail(errc::closed_early, "the input ended inside a chunked body");
        }
    }
    if (failed()) return failure_;
    return {};
}

OAIWIRE_INLINE chunked_decoder::state chunked_decoder::after(char c) const {
    using enum state;
    switch (state_) {
        case size_start:
            return hex_digit(c) >= 0 ? size : failed;
        case size:
            // remaining_ * 16 + 15 <= 2^63 - 1, or the digit makes the size too large
            if (hex_digit(c) >= 0) return remaining_ >> 59 == 0 ? size : failed;
            [[fallthrough]];
        case token:
            if (state_ == token && is_token_char(c)) return token;
            [[fallthrough]];
        case after_quoted:
            if (c == '\r') return size_lf;
            [[fallthrough]];
        case before_semicolon:
            if (c == ';') return before_name;
            return is_blank(c) ? before_semicolon : failed;
        case before_name:
            if (is_token_char(c)) return name;
            return is_blank(c) ? before_name : failed;
        case name:
            if (is_token_char(c)) return name;
            if (c == '\r') return size_lf;
            [[fallthrough]];
        case after_name:
            if (c == ';') return before_name;
            if (c == '=') return before_value;
            return is_blank(c) ? after_name : failed;
        case before_value:
            if (c == '"') return quoted;
            if (is_token_char(c)) return token;
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
            return is_token_char(c) ? trailer_name : failed;
        case trailer_name:
            if (c == ':') return trailer_value;
            return is_token_char(c) ? trailer_name : failed;
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
    // A peer that sends sizes instead of content costs us work for nothing.
    constexpr std::uint64_t free_overhead = std::uint64_t{64} << 10;
    if (overhead_ >= free_overhead && overhead_ + 1 > 4 * content_) {
        return fail(errc::limit_exceeded, "chunk framing exceeds four times the content");
    }
    ++overhead_;
    rest_.remove_prefix(1);
    state_ = to;

    if (to == state::size) {
        remaining_ = remaining_ * 16 + static_cast<std::uint64_t>(hex_digit(c));
    } else if (to == state::trailer_name) {
        name_.push_back(c);
    } else if (to == state::trailer_value && from == state::trailer_value) {
        if (!value_.empty() || !is_blank(c)) value_.push_back(c);
    } else if (from == state::trailer_lf) {
        value_.resize(value_.find_last_not_of(" \t") + 1);
        trailers_.add(name_, value_);
        name_.clear();
        value_.clear();
    }
}

OAIWIRE_INLINE std::string_view chunked_decoder::place() const {
    if (state_ <= state::size) return "malformed chunk size";
    if (is_extension(state_)) return "malformed chunk extension";
    if (state_ == state::size_lf) return "a chunk size's line does not end in CRLF";
    if (state_ <= state::data_lf) return "chunk data is not followed by CRLF";
    if (is_trailer(state_)) return "malformed trailer field";
    return "the trailer section does not end in CRLF";
}

OAIWIRE_INLINE void chunked_decoder::fail(errc code, std::string_view message) {
    const auto at = static_cast<std::size_t>(consumed());
    failure_ = make_error(code, message, {}, at);
    state_ = state::failed;
}

}  // namespace oaiwire::inline v0_2::http

#endif  // OAIWIRE_DEFINES
