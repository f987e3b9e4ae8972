// responder: what a server answers to one request, without I/O: a whole answer, an event stream or
// a byte stream, or an error at any point.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/server/server_error.hpp>
#include <oaiwire/sse/encoder.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {
class event_output;
}

// How a responder answers. Copied into it.
struct responder_options {
    std::string request_id{};  // sent as x-request-id; "" sends none
    // unsent bytes from which on full() is true. A stream takes nothing more at twice as many.
    std::size_t unsent_limit = std::size_t{256} << 10;
    // a comment is sent after so many milliseconds without a byte in an event stream; 0: none
    std::int64_t keep_alive_ms = 15'000;
};

// The form of an error inside an event stream.
enum class stream_errors : std::uint8_t {
    object,  // data: {"error":{"message":...,"type":...,"param":...,"code":...}}
    typed,   // event: error, data: {"type":"error","sequence_number":...}, of the Responses API
};

// Takes what the program answers, and gives the head and the bytes of the body:
//
//     send *head(), then repeatedly: send some of unsent(), and report it with sent(n)
//
// Framing (Content-Length, chunks) is not part of it; server_connection adds it. Each function
// that returns an error has changed nothing: no byte of an event or of an answer that failed is
// sent. They return errc::invalid_argument if the answer has another form or is complete already,
// errc::cancelled once the peer has gone, and errc::out_of_memory.
//
// Movable and copyable. Not thread-safe: one thread at a time may use a responder.
class responder {
public:
    // What is due never.
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

    explicit responder(responder_options options = {}) : options_(std::move(options)) {}

    // Prepares for the answer to another request, and keeps the memory.
    void reset(std::string request_id = {});

    // ---- whole answers: head, body and end at once

    // Answers with the JSON of a response. Further errors are those of json::write: above all
    // errc::invalid_text for a text that is not UTF-8; append_valid_utf8() repairs one.
    template <class Response>
    result<void> json(const Response& whole, int status = 200) {
        return json_of(&whole, json::detail::described<Response>(), status);
    }
    // Answers with a body of any type. errc::invalid_header if the type is not a field value.
    result<void> bytes(std::string_view content_type, std::string body, int status = 200);

    // Answers with an error: its status, its fields and a JSON body. In a stream that has begun:
    // an event stream gets an event that reports the error, and ends; the body of a byte stream
    // ends incomplete (see cut()). Bytes of the message that are not UTF-8 become U+FFFD.
    // errc::invalid_header if a field of `e` is invalid or frames the message.
    result<void> fail(const server_error& e);

    // ---- streams

    // Begins an event stream: 200, text/event-stream. `errors` says how fail() reports errors.
    result<void> begin_events(stream_errors errors = stream_errors::object);
    // Begins a byte stream: 200.
    result<void> begin_bytes(std::string_view content_type);
    // Adds an event. errc::limit_exceeded if more than twice unsent_limit bytes wait already;
    // errc::invalid_text if the data is not UTF-8; further errors as sse::encoder.
    result<void> event(const sse::outgoing_event& e);
    // Adds bytes to a byte stream. errc::limit_exceeded as for event().
    result<void> write(std::string_view bytes);
    // The stream is complete.
    result<void> end();

    // ---- for the transport

    // The head: null until it is decided. Valid until reset().
    const http::response_head* head() const {
        return stage_ == stage::undecided ? nullptr : &head_;
    }
    // The size of the body, if it is known when the head is sent; streams have none.
    std::optional<std::uint64_t> body_size() const { return body_size_; }
    // The bytes of the body that wait. Valid until the next call of a function that is not const.
    std::string_view unsent() const {
        return std::string_view(buffer_).substr(begin_, end_ - begin_);
    }
    // The first n bytes of unsent() were sent. Amortised constant time.
    void sent(std::size_t n);
    // More than unsent_limit bytes wait: the program should wait until they are sent.
    bool full() const { return end_ - begin_ > options_.unsent_limit; }
    // Everything was produced; a part of it may still be unsent.
    bool ended() const { return stage_ >= stage::whole; }
    // The body is incomplete, and its end must show that: once unsent() is empty the connection is
    // closed without a last chunk (RFC 9112, 8).
    bool cut() const { return stage_ == stage::cut; }

    // The peer has gone: drops what is unsent. The program should stop.
    void peer_gone();
    // Whether the peer has gone.
    bool cancelled() const { return cancelled_; }

    // Gives the time in milliseconds, of any monotonic clock. Adds a comment to an event stream
    // that has nothing unsent and got nothing for keep_alive_ms, as seen by the calls of tick().
    void tick(std::int64_t now_ms);
    // When tick() is due next: `never` without keep-alive or outside of event streams.
    std::int64_t due_ms() const;

private:
    friend class detail::event_output;
    enum class stage : std::uint8_t { undecided, events, bytes, whole, ended, cut };

    // errc::ok if an event (or bytes) may be added now.
    errc admits(stage wanted) const {
        if (cancelled_) return errc::cancelled;
        if (stage_ != wanted) return errc::invalid_argument;
        return (end_ - begin_) / 2 > options_.unsent_limit ? errc::limit_exceeded : errc::ok;
    }
    // Appends what f writes to a text_sink, if f returns errc::ok.
    template <class F>
    errc append(F&& f) {
        const auto write = [&] {
            if (begin_ >= compact_from && begin_ >= end_ - begin_) compact();
            detail::text_sink out(buffer_, end_);
            const errc code = f(out);
            if (code != errc::ok) return code;
            end_ = static_cast<std::size_t>(out.room(0) - buffer_.data());
            wrote_ = true;
            return code;
        };
        return within_memory(write, [] { return errc::out_of_memory; });
    }
    static constexpr std::size_t compact_from = 4096;  // bytes that were sent and are still held
    void compact();

    static result<void> result_of(errc code);
    result<void> json_of(const void* whole, const json::detail::description& type, int status);
    // Replaces the head. The stage is not changed, so that the head is not decided yet.
    result<void> set_head(int status, std::string_view content_type,
                          const http::header_list* more = nullptr);
    // event(), without a limit.
    result<void> add_event(const sse::outgoing_event& e);
    // Adds an event that reports it.
    result<void> add_error(const server_error& e);
    result<void> begin_stream(stage kind, std::string_view content_type);
    // Everything is in the buffer.
    void finish_whole();

    responder_options options_;
    http::response_head head_{};
    std::optional<std::uint64_t> body_size_{};
    std::string buffer_{};              // what is between begin_ and end_ waits
    std::size_t begin_ = 0;             // bytes that were sent
    std::size_t end_ = 0;               // at most the size of the buffer
    std::int64_t sequence_number_ = 0;  // of the next event of the Responses API
    std::int64_t last_ms_ = 0;          // when a byte was last seen
    stage stage_ = stage::undecided;
    stream_errors errors_ = stream_errors::object;
    bool cancelled_ = false;
    bool wrote_ = false;   // since the last tick
    bool ticked_ = false;  // last_ms_ is set
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES
#include <oaiwire/server/responder_steps.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
