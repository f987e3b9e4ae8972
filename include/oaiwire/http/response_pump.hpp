// response_pump: reads an HTTP/1.1 response (RFC 9112) from the bytes of its connection. For
// transports that read from a socket themselves; transport/pump.hpp runs a whole call with it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/response_head_decoder.hpp>
#include <oaiwire/http/response_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// An incremental decoder of one response. Interim heads (1xx) are skipped. The body ends by its
// chunks, its length or the end of the connection, and is absent for HEAD and the statuses 204 and
// 304 (RFC 9112, 6.3); chunks prevail over a length, and the connection is not used again then. A
// folded value (obs-fold) is read as one line, with a space for each fold.
// What two readers may read differently is errc::invalid_framing: lengths that differ or are no
// numbers, codings other than chunked, a bare CR or LF, white space before a colon, folds in
// framing fields, 101 without a request for it, and all that chunked_decoder refuses. The output
// depends on the bytes only, not on how they were split between calls of feed(). Runs in linear
// time. Content is neither copied nor does it allocate.
//
// Usage:
//     response.feed(bytes);
//     for (auto piece = response.next(); !piece.empty(); piece = response.next()) use(piece);
//     if (response.failed()) ...  else if (response.done()) ...  else: feed more, or finish()
class response_pump {
public:
    // A response to GET or POST.
    response_pump() = default;
    // A response to a request of this method: HEAD matters. Of the limits, head (all heads
    // together), headers, chunk_extensions and trailers do. `upgrade`: the request asked for
    // another protocol; a head with status 101 is the response then, and what follows is left over.
    explicit response_pump(std::string_view method, const oaiwire::limits& bounds = {},
                           bool upgrade = false)
        : is_head_(method == "HEAD"), head_(bounds, upgrade), chunks_(bounds) {}

    // Provides the next bytes of the connection. They must stay valid until next() returns an empty
    // view, and as long as leftover() is in use. Feeding earlier fails with errc::invalid_argument.
    void feed(std::string_view bytes);

    // Returns the next piece of the content, without its chunked coding: a view into the bytes that
    // were fed. Empty: all bytes are used up, the response is complete, or it failed. head() is set
    // before the first piece is returned.
    std::string_view next();

    // The final head, once it is whole and valid; null before. Valid as long as this object.
    const response_head* head() const { return head_.done() ? &head_.head() : nullptr; }

    // True once the status line of the final head was read.
    bool begun() const { return head_.begun(); }
    // True once the whole response was read.
    bool done() const { return state_ == state::done; }
    // True after an error; see failure().
    bool failed() const { return state_ == state::failed; }
    // The error: errc::invalid_framing, limit_exceeded, closed_early, invalid_argument or
    // out_of_memory. Its offset, counted from the first byte of the response, is that of the first
    // byte that is not valid there or exceeds a limit; of a field that is not valid as a whole,
    // that of its value.
    const oaiwire::error& failure() const { return failure_; }

    // Call when the connection has ended. That ends a body without length or chunks; otherwise
    // errc::closed_early if the response is incomplete, the failure if it failed.
    result<void> finish();

    // How the end of the body is known. Once there is a head.
    body_framing framing() const { return framing_; }
    // Content-Length, once there is a head; empty if the field is absent or chunks prevail. Of a
    // response without a body (HEAD, 304), what the body would be.
    std::optional<std::uint64_t> content_length() const;

    // True once the response was read, if the connection may carry another request: both sides keep
    // it open (RFC 9112, 9.3), and no byte followed that nobody asked for.
    bool keep_alive() const;
    // Once done: the unused bytes of the last feed(). They belong to no response, except after 101.
    std::string_view leftover() const { return done() ? rest_ : std::string_view{}; }
    // The trailer fields of a chunked body, complete once done. Do not merge them into the head's.
    const header_list& trailers() const { return chunks_.trailers(); }

private:
    enum class state : std::uint8_t { head, body, done, failed };

    std::string_view advance();
    void take_head();
    std::string_view next_of_chunks();
    void fail(errc code, std::string_view message, std::size_t at);
    // How many bytes of the response were read.
    std::size_t position() const;

    bool is_head_ = false;
    bool chunks_fed_ = false;  // chunks_ was given rest_
    bool excess_ = false;      // bytes came after the end
    state state_ = state::head;
    body_framing framing_ = body_framing::none;
    std::string_view rest_{};    // fed, not yet consumed
    std::uint64_t content_ = 0;  // bytes of a body without chunks that were delivered
    detail::response_head_decoder head_{};
    chunked_decoder chunks_{};
    oaiwire::error failure_{};
};

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <algorithm>

#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

OAIWIRE_INLINE void response_pump::feed(std::string_view bytes) {
    if (failed()) return;
    if (!done() && !rest_.empty()) {
        return fail(errc::invalid_argument, "feed() was called before all bytes were read",
                    position());
    }
    rest_ = bytes;
    chunks_fed_ = false;
    excess_ = excess_ || (done() && !bytes.empty());
}

OAIWIRE_INLINE std::string_view response_pump::next() {
    return within_memory([&] { return advance(); },
                         [&] {
                             fail(errc::out_of_memory, {}, position());
                             return std::string_view{};
                         });
}

OAIWIRE_INLINE std::string_view response_pump::advance() {
    if (state_ == state::head) take_head();
    if (rest_.empty() || state_ != state::body) return {};
    if (framing_ == body_framing::chunked) return next_of_chunks();
    std::uint64_t n = rest_.size();
    if (framing_ == body_framing::sized) n = (std::min)(n, head_.content_length() - content_);
    const std::string_view piece = rest_.substr(0, static_cast<std::size_t>(n));
    rest_.remove_prefix(piece.size());
    content_ += n;
    if (framing_ == body_framing::sized && content_ == head_.content_length()) {
        state_ = state::done;
        excess_ = !rest_.empty();
    }
    return piece;
}

OAIWIRE_INLINE void response_pump::take_head() {
    rest_.remove_prefix(head_.feed(rest_));
    if (head_.failed()) return fail(head_.code(), head_.message(), head_.at());
    if (!head_.done()) return;
    const int status = head_.head().status;
    const bool no_body = is_head_ || status == 204 || status == 304 || status == 101;
    framing_ = no_body           ? body_framing::none
               : head_.chunked() ? body_framing::chunked
               : head_.sized()   ? body_framing::sized
                                 : body_framing::until_close;
    const bool whole = no_body || (framing_ == body_framing::sized && head_.content_length() == 0);
    state_ = whole ? state::done : state::body;
    // a body that must not be there would be read as the next response
    const bool announced = status == 204 && (head_.chunked() || head_.content_length() != 0);
    excess_ = whole && (!rest_.empty() || announced);
}

OAIWIRE_INLINE std::string_view response_pump::next_of_chunks() {
    if (!chunks_fed_) chunks_.feed(rest_);
    chunks_fed_ = true;
    const std::string_view piece = chunks_.next();
    if (chunks_.failed()) {
        const oaiwire::error& why = chunks_.failure();
        fail(why.code, why.message, head_.size() + why.offset);
    } else if (chunks_.done()) {
        rest_ = chunks_.leftover();
        excess_ = !rest_.empty();
        state_ = state::done;
    } else if (piece.empty()) {
        rest_ = {};
    }
    return piece;
}

OAIWIRE_INLINE result<void> response_pump::finish() {
    if (!done() && !failed()) {
        if (!rest_.empty()) {
            fail(errc::invalid_argument, "finish() was called before all bytes were read",
                 position());
        } else if (state_ == state::body && framing_ == body_framing::until_close) {
            state_ = state::done;
        } else {
            fail(errc::closed_early,
                 state_ == state::body ? "the connection closed inside the body"
                 : position() == 0     ? "the connection closed before the response"
                                       : "the connection closed inside the head",
                 position());
        }
    }
    if (failed()) return failure_;
    return {};
}

OAIWIRE_INLINE std::optional<std::uint64_t> response_pump::content_length() const {
    if (!head_.done() || !head_.sized() || head_.chunked()) return std::nullopt;
    return head_.content_length();
}

OAIWIRE_INLINE bool response_pump::keep_alive() const {
    return done() && !excess_ && framing_ != body_framing::until_close && head_.keep_alive() &&
           head_.head().status != 101;
}

OAIWIRE_INLINE std::size_t response_pump::position() const {
    return head_.size() + static_cast<std::size_t>(
                              framing_ == body_framing::chunked ? chunks_.consumed() : content_);
}

OAIWIRE_INLINE void response_pump::fail(errc code, std::string_view message, std::size_t at) {
    failure_ = make_error(code, message, {}, at);
    state_ = state::failed;
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
