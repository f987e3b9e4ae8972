// Decoder of HTTP/1.1 requests (RFC 9112): a server's side of a connection.
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
#include <oaiwire/http/head_decoder.hpp>
#include <oaiwire/http/received_request.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// A strict incremental decoder of one request. What two implementations might read differently is
// an error (request smuggling): both Content-Length and Transfer-Encoding, repeated or unusual
// lengths and codings, folded lines, a bare CR or LF, white space before a colon, and all that
// chunked_decoder refuses. One empty line may precede the request (RFC 9112, 2.2). The output
// depends on the bytes only, not on how they were split between calls of feed(). Runs in linear
// time; the body is not copied; a head takes at most limits::head bytes and limits::headers fields.
//
// Usage:
//     decoder.feed(bytes);
//     for (auto piece = decoder.next(); !piece.empty(); piece = decoder.next()) use(piece);
//     if (decoder.failed()) ...  else if (decoder.done()) ...  else: feed more, or finish()
class request_decoder {
public:
    request_decoder() = default;
    // Of the limits, head, headers, target, body, chunk_extensions and trailers matter.
    explicit request_decoder(const oaiwire::limits& bounds)
        : limits_(bounds), head_(bounds), chunks_(bounds) {}

    // Provides the next bytes of the connection. They must stay valid until next() returns an empty
    // view, and as long as leftover() is in use. Feeding earlier fails with errc::invalid_argument.
    void feed(std::string_view bytes);

    // Returns the next piece of the body, without its chunked coding: a view into the bytes that
    // were fed. Empty: all bytes are used up, the request is complete, or it failed. head() is set
    // before the first piece is returned.
    std::string_view next();

    // The head, once it is whole and valid; null before. Valid until reset().
    const received_request* head() const { return head_.done() ? &head_.head() : nullptr; }

    // True if the client announced, with "Expect: 100-continue", that it may wait for 100
    // (Continue) before it sends the body (RFC 9110, 10.1.1). False until the head is whole.
    bool expects_continue() const { return head_.done() && head_.rules().expects_continue(); }
    // True while it waits: from the end of the head to the first byte behind it.
    bool wants_continue() const { return waits_ && !done() && !failed(); }

    // True once the whole request was read.
    bool done() const { return state_ == state::done; }
    // True after an error; see failure() and status().
    bool failed() const { return state_ == state::failed; }
    // The error: errc::invalid_framing, invalid_header, invalid_url, limit_exceeded, closed_early,
    // invalid_argument or out_of_memory. Its offset, counted from the first byte of the request, is
    // that of the first byte that is not valid there or exceeds a limit; of a field that must not
    // be there, that of its name; of a missing Host, that of the empty line. Kept until reset().
    const oaiwire::error& failure() const { return failure_; }
    // The status to answer a failure with: 400; 413 for a body over its limits, 414 for a target,
    // 431 for a head; 417 for an unknown expectation, 501 for an unknown transfer coding before
    // chunked, 505 for another version of HTTP, 503 without memory. 0 unless failed(). The
    // connection must be closed after the answer.
    int status() const { return status_; }

    // True if the client keeps the connection open for another request (RFC 9112, 9.3). False until
    // the head is whole, and once failed.
    bool keep_alive() const { return head_.done() && !failed() && head_.rules().keep_alive(); }

    // Content-Length, once the head is whole; empty if the field is absent.
    std::optional<std::uint64_t> content_length() const;

    // True once a byte of the request was read; of an empty line before it, none counts.
    bool begun() const { return !head_.head().method.empty(); }

    // Call at the end of input. errc::closed_early if the request is incomplete, also if none was
    // begun(); the failure if it failed.
    result<void> finish();

    // Once done: the unused bytes of the last feed(), the next request's.
    std::string_view leftover() const { return done() ? rest_ : std::string_view{}; }
    // The trailer fields of a chunked body, complete once done. Do not merge them into the head's
    // fields: the head was acted upon before (RFC 9110, 6.5.1).
    const header_list& trailers() const { return chunks_.trailers(); }

    // Prepares for another request with the same limits. Frees the memory of the one before.
    void reset() { static_cast<void>(std::exchange(*this, request_decoder(limits_))); }

private:
    enum class state : std::uint8_t { head, sized, chunked, done, failed };

    std::string_view advance();
    void take_head();
    std::string_view next_of_chunks();

    void fail(int status, errc code, std::string_view message, std::size_t at);
    // How many bytes of the request were read.
    std::size_t position() const;

    oaiwire::limits limits_{};
    state state_ = state::head;
    bool waits_ = false;       // expects 100 (Continue), and no byte followed the head yet
    bool chunks_fed_ = false;  // chunks_ was given rest_
    int status_ = 0;
    std::string_view rest_{};    // fed, not yet consumed
    std::uint64_t content_ = 0;  // bytes of the body that were delivered
    std::uint64_t over_at_ = 0;  // where a chunked body exceeds limits::body; 0: nowhere
    detail::head_decoder head_{};
    chunked_decoder chunks_{};
    oaiwire::error failure_{};
};

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire { inline namespace v0_2 { namespace http {

OAIWIRE_INLINE void request_decoder::feed(std::string_view bytes) {
    if (failed()) return;
    if (!done() && !rest_.empty()) {
        return fail(400, errc::invalid_argument, "feed() was called before all bytes were read",
                    position());
    }
    rest_ = bytes;
    chunks_fed_ = false;
}

OAIWIRE_INLINE std::string_view request_decoder::next() {
    return within_memory([&] { return advance(); },
                         [&] {
                             fail(503, errc::out_of_memory, {}, position());
                             return std::string_view{};
                         });
}

OAIWIRE_INLINE std::string_view request_decoder::advance() {
    if (state_ == state::head) take_head();
    if (rest_.empty() || done() || failed()) return {};
    waits_ = false;
    if (state_ == state::chunked) return next_of_chunks();
    const std::uint64_t due = head_.rules().content_length() - content_;
    const auto n = static_cast<std::size_t>((std::min)(due, std::uint64_t{rest_.size()}));
    const std::string_view piece = rest_.substr(0, n);
    rest_.remove_prefix(n);
    content_ += n;
    if (n == due) state_ = state::done;
    return piece;
}

OAIWIRE_INLINE void request_decoder::take_head() {
    rest_.remove_prefix(head_.feed(rest_));
    if (head_.failed()) {
        const detail::refusal& why = head_.failure();
        return fail(why.status, why.code, why.message, why.at);
    }
    if (!head_.done()) return;
    const detail::request_rules& rules = head_.rules();
    waits_ = rules.expects_continue();
    state_ = rules.chunked()               ? state::chunked
             : rules.content_length() != 0 ? state::sized
                                           : state::done;
}

// The last piece of a body that grows beyond its limit is cut; what exceeds it fails afterwards.
OAIWIRE_INLINE std::string_view request_decoder::next_of_chunks() {
    const auto over = [&] {
        fail(413, errc::limit_exceeded, "the body is longer than limits::body",
             static_cast<std::size_t>(over_at_));
        return std::string_view{};
    };
    if (over_at_ != 0) return over();
    if (!chunks_fed_) chunks_.feed(rest_);
    chunks_fed_ = true;
    const std::string_view piece = chunks_.next();
    const std::uint64_t room = limits_.body - content_;
    if (piece.size() > room) {
        over_at_ = head_.size() + chunks_.consumed() - (piece.size() - room);
        if (room == 0) return over();
        content_ += room;
        return piece.substr(0, static_cast<std::size_t>(room));
    }
    content_ += piece.size();
    if (chunks_.failed()) {
        const oaiwire::error& why = chunks_.failure();
        fail(why.code == errc::limit_exceeded ? 413 : 400, why.code, why.message,
             head_.size() + why.offset);
    } else if (chunks_.done()) {
        rest_ = chunks_.leftover();
        state_ = state::done;
    } else if (piece.empty()) {
        rest_ = {};
    }
    return piece;
}

OAIWIRE_INLINE std::optional<std::uint64_t> request_decoder::content_length() const {
    if (!head_.done() || !head_.rules().sized()) return std::nullopt;
    return head_.rules().content_length();
}

OAIWIRE_INLINE result<void> request_decoder::finish() {
    if (!done() && !failed()) {
        if (!rest_.empty()) {
            fail(400, errc::invalid_argument, "finish() was called before all bytes were read",
                 position());
        } else {
            fail(400, errc::closed_early, "the input ended inside a request", position());
        }
    }
    if (failed()) return failure_;
    return {};
}

OAIWIRE_INLINE void request_decoder::fail(int status, errc code, std::string_view message,
                                          std::size_t at) {
    failure_ = make_error(code, message, {}, at);
    status_ = status;
    state_ = state::failed;
}

OAIWIRE_INLINE std::size_t request_decoder::position() const {
    const std::uint64_t body = state_ == state::chunked ? chunks_.consumed() : content_;
    return head_.size() + static_cast<std::size_t>(body);
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
