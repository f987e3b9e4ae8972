// The definitions of connection_machine: reading, answering, time.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/server/connection_machine.hpp>

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>
#include <utility>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/http/chunked_encoder.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE connection_machine::connection_machine(connection_options options,
                                                              std::int64_t now_ms)
    : options_(std::move(options)),
      decoder_(options_.incoming.bounds),
      answer_(options_.responder),
      now_ms_(now_ms),
      since_ms_(now_ms) {
}

// ---- reading

OAIWIRE_ADAPTER_INLINE bool connection_machine::reading() const {
    if (peer_closed_ || state_ == connection_state::closed) return false;
    return is_reading() || unread_ || pending_.size() - pending_at_ < options_.pipelined;
}

OAIWIRE_ADAPTER_INLINE void connection_machine::feed(request_reader reader, std::string_view bytes,
                                                     std::int64_t now_ms) {
    guard([&] {
        clock(now_ms);
        if (peer_closed_ || bytes.empty()) return;
        if (is_reading()) return keep(read(reader, bytes));
        if (!unread_ && !reading()) close_ = unread_ = true;  // it does not observe the bound
        keep(bytes);
    });
}

// Keeps bytes of the next request, while there may be one.
OAIWIRE_ADAPTER_INLINE void connection_machine::keep(std::string_view bytes) {
    if (bytes.empty() || unread_ || state_ == connection_state::closed) return;
    if (pending_at_ == pending_.size() || pending_at_ > pending_.size() / 2) {
        pending_.erase(0, pending_at_);
        pending_at_ = 0;
    }
    pending_.append(bytes);
}

OAIWIRE_ADAPTER_INLINE void connection_machine::read_pending(request_reader reader) {
    const std::string_view bytes = std::string_view(pending_).substr(pending_at_);
    if (bytes.empty()) return;
    const std::size_t rest = read(reader, bytes).size();
    pending_at_ = pending_.size() - (std::min)(rest, pending_.size());
    if (pending_at_ != pending_.size() && !unread_) return;
    pending_.clear();
    pending_at_ = 0;
}

OAIWIRE_ADAPTER_INLINE std::string_view connection_machine::read(request_reader reader,
                                                                 std::string_view bytes) {
    if (head_taken_) {
        byte_ms_ = now_ms_;
        window_bytes_ += bytes.size();
        if (window_bytes_ >= options_.progress_bytes) {
            window_bytes_ = 0;
            window_ms_ = now_ms_;
        }
    }
    decoder_.feed(bytes);
    for (;;) {
        const std::string_view piece = decoder_.next();
        if (decoder_.head() != nullptr && !head_taken_) begin_body(reader);
        if (!is_reading()) return {};
        if (piece.empty()) break;
        take_body(reader, piece);
        if (!is_reading()) return {};
    }
    if (decoder_.failed()) {
        refuse_framing();
    } else if (state_ == connection_state::idle && decoder_.begun()) {
        state_ = connection_state::head;
        since_ms_ = now_ms_;
    } else if (decoder_.done()) {
        const std::string_view rest = decoder_.leftover();
        end_request(reader);
        return rest;
    }
    return {};
}

// The head of a request is whole.
OAIWIRE_ADAPTER_INLINE void connection_machine::begin_body(request_reader reader) {
    head_taken_ = true;
    ++requests_;
    state_ = connection_state::body;
    byte_ms_ = window_ms_ = now_ms_;
    window_bytes_ = 0;
    reader.head(*decoder_.head());
    const server_error* why = reader.error();
    if (why == nullptr) {
        if (decoder_.expects_continue()) http::append_continue(out_);
        return;
    }
    // a client that waits for 100 (Continue) may send no body: what follows would be unknown
    const bool is_long = decoder_.content_length().value_or(0) > options_.unread_body;
    if (is_long || decoder_.expects_continue()) return refuse(*why, false);
    state_ = connection_state::refused;
}

OAIWIRE_ADAPTER_INLINE void connection_machine::take_body(request_reader reader,
                                                          std::string_view piece) {
    body_bytes_ += piece.size();
    if (state_ == connection_state::body) {
        reader.feed(piece);
        if (reader.error() != nullptr) state_ = connection_state::refused;
    }
    const server_error* why = reader.error();
    if (why == nullptr) return;
    // only the whole size counts, so that it does not matter where the body was cut
    const std::uint64_t size = (std::max)(body_bytes_, decoder_.content_length().value_or(0));
    if (size > options_.unread_body) refuse(*why, false);
}

OAIWIRE_ADAPTER_INLINE void connection_machine::end_request(request_reader reader) {
    if (state_ == connection_state::body) reader.finish();
    if (const server_error* why = reader.error()) return refuse(*why, true);
    state_ = connection_state::waiting;
    close_ = !decoder_.keep_alive();
    answer_.reset(options_.make_request_id ? options_.make_request_id()
                                           : options_.responder.request_id);
}

// ---- refusing

OAIWIRE_ADAPTER_INLINE void connection_machine::refuse(const server_error& e, bool whole) {
    unread_ = !whole;
    close_ = !whole || !decoder_.keep_alive();
    state_ = connection_state::waiting;
    answer_.reset(options_.make_request_id ? options_.make_request_id()
                                           : options_.responder.request_id);
    if (!answer_.fail(e)) abort();
}

OAIWIRE_ADAPTER_INLINE void connection_machine::refuse_framing() {
    const oaiwire::error& why = decoder_.failure();
    server_error e = answer_to(why, decoder_.status());
    if (why.code != errc::limit_exceeded) {
        e.code = name(why.code);
    } else if (decoder_.status() != 413) {
        e.code = decoder_.status() == 414 ? "uri_too_long" : "headers_too_large";
    }
    refuse(e, false);
}

inline server_error late_request() {
    return error_with(408, "The request did not arrive in time.", "request_timeout");
}

// ---- answering

OAIWIRE_ADAPTER_INLINE std::string_view connection_machine::unsent(request_reader reader) {
    guard([&] { pump(reader); });
    return written();
}

OAIWIRE_ADAPTER_INLINE void connection_machine::pump(request_reader reader) {
    for (;;) {
        if (state_ == connection_state::waiting && answer_.head() != nullptr) {
            begin_answer(*answer_.head());
        }
        if (state_ != connection_state::answering) return;
        pump_body();
        if (!answer_ended_ || !written().empty()) return;
        end_answer(reader);  // may begin the next one
    }
}

OAIWIRE_ADAPTER_INLINE void connection_machine::begin_answer(const http::response_head& decided) {
    const http::received_request* request = decoder_.head();
    const int minor = request != nullptr ? request->minor_version : 1;
    using enum http::body_framing;
    framing_ = decided.status == 204 || decided.status == 304 ? none
               : answer_.body_size()                          ? sized
               : minor == 0                                   ? until_close
                                                              : chunked;
    if (framing_ == until_close || stopping_) close_ = true;
    const std::string_view connection = close_ ? "close" : minor == 0 ? "keep-alive" : "";
    http::response_head head = decided;
    if (options_.date) head.headers.add("Date", options_.date());
    if (!http::append_response_head(out_, head, framing_, answer_.body_size().value_or(0),
                                    connection)) {
        return abort();
    }
    // the framing of HEAD's answer is that of GET's
    if (request != nullptr && request->method == "HEAD") framing_ = none;
    state_ = connection_state::answering;
}

OAIWIRE_ADAPTER_INLINE void connection_machine::pump_body() {
    if (out_at_ == out_.size()) {
        out_.clear();
        out_at_ = 0;
    } else if (out_at_ > output) {
        out_.erase(0, out_at_);
        out_at_ = 0;
    }
    while (!answer_.unsent().empty() && written().size() < output) {
        const std::string_view piece = answer_.unsent().substr(0, output - written().size());
        if (framing_ == http::body_framing::chunked) {
            http::append_chunk(out_, piece);
        } else if (framing_ != http::body_framing::none) {
            out_.append(piece);
        }
        answer_.sent(piece.size());
    }
    if (answer_ended_ || !answer_.ended() || !answer_.unsent().empty()) return;
    answer_ended_ = true;
    if (answer_.cut()) {
        close_ = true;  // the client learns that the body is incomplete
    } else if (framing_ == http::body_framing::chunked) {
        http::append_last_chunk(out_);
    }
}

OAIWIRE_ADAPTER_INLINE void connection_machine::end_answer(request_reader reader) {
    reader.reset();
    // what a peer sent before it closed its sending side is answered, too
    const bool ended = peer_closed_ && (!options_.half_closed || pending_at_ == pending_.size());
    if (close_ || ended || stopping_) {
        const bool lingers = unread_ && !peer_closed_ && options_.linger_ms > 0;
        state_ = lingers ? connection_state::lingering : connection_state::closed;
        since_ms_ = now_ms_;
        return;
    }
    go_idle();
    read_pending(reader);
    if (peer_closed_ && is_reading()) end_input();
}

OAIWIRE_ADAPTER_INLINE void connection_machine::go_idle() {
    state_ = connection_state::idle;
    since_ms_ = now_ms_;
    head_taken_ = answer_ended_ = false;
    body_bytes_ = 0;
    write_ms_ = unset;
    decoder_.reset();
    // idle connections hold no memory; to assign a short string would keep a long one's
    static_cast<void>(std::exchange(answer_, responder(options_.responder)));
    constexpr std::size_t most_kept = 4096;
    if (out_.capacity() > most_kept) std::string().swap(out_);
    if (pending_at_ == pending_.size() && pending_.capacity() > most_kept) {
        std::string().swap(pending_);
        pending_at_ = 0;
    }
    out_.clear();
    out_at_ = 0;
}

OAIWIRE_ADAPTER_INLINE void connection_machine::sent(request_reader reader, std::size_t n,
                                                     std::int64_t now_ms) {
    guard([&] {
        clock(now_ms);
        n = (std::min)(n, written().size());
        out_at_ += n;
        if (n != 0) write_ms_ = now_ms_;
        write_window_bytes_ += n;
        if (write_window_bytes_ >= options_.progress_bytes) {
            write_window_bytes_ = 0;
            write_window_ms_ = now_ms_;
        }
        if (!has_unsent()) write_ms_ = unset;
        pump(reader);
    });
}

// ---- ends

OAIWIRE_ADAPTER_INLINE bool connection_machine::closing() const {
    return state_ == connection_state::closed || (answer_ended_ && close_ && !unread_);
}

OAIWIRE_ADAPTER_INLINE void connection_machine::abort() {
    state_ = connection_state::closed;
    answer_.peer_gone();
    std::string().swap(out_);
    std::string().swap(pending_);
    out_at_ = pending_at_ = 0;
}

OAIWIRE_ADAPTER_INLINE void connection_machine::peer_closed(std::int64_t now_ms) {
    guard([&] {
        clock(now_ms);
        peer_closed_ = true;
        if (is_reading()) return end_input();
        // an answer that is whole is sent all the same
        const bool sends = options_.half_closed || answer_.ended();
        if (!is_answering() || !sends) abort();
    });
}

OAIWIRE_ADAPTER_INLINE void connection_machine::end_input() {
    if (state_ == connection_state::idle) return abort();
    static_cast<void>(decoder_.finish());  // errc::closed_early
    refuse_framing();
}

OAIWIRE_ADAPTER_INLINE void connection_machine::stop() {
    stopping_ = true;
    if (state_ == connection_state::idle) abort();
}

// ---- time

OAIWIRE_ADAPTER_INLINE std::int64_t connection_machine::after(std::int64_t from, std::int64_t ms) {
    if (ms <= 0 || from > responder::never - ms) return responder::never;
    if (from == unset) return 0;  // a call tells the time
    return from + ms;
}

OAIWIRE_ADAPTER_INLINE void connection_machine::clock(std::int64_t now_ms) {
    now_ms_ = (std::max)(now_ms_, now_ms);
    if (since_ms_ == unset) since_ms_ = now_ms_;
    if (!has_unsent() || write_ms_ != unset) return;
    // bytes may have waited since the last call: their time begins now
    write_ms_ = write_window_ms_ = now_ms_;
    write_window_bytes_ = 0;
}

OAIWIRE_ADAPTER_INLINE std::int64_t connection_machine::deadline() const {
    switch (state_) {
        case connection_state::idle:
            return after(since_ms_, options_.idle_ms);
        case connection_state::head:
            return after(since_ms_, options_.head_ms);
        case connection_state::body:
        case connection_state::refused:
            return (std::min)(after(byte_ms_, options_.body_idle_ms),
                              after(window_ms_, options_.progress_ms));
        case connection_state::waiting:
        case connection_state::answering:
            if (!has_unsent()) return responder::never;
            if (write_ms_ == unset) return after(now_ms_, options_.write_idle_ms);
            return (std::min)(after(write_ms_, options_.write_idle_ms),
                              after(write_window_ms_, options_.progress_ms));
        case connection_state::lingering:
            return after(since_ms_, options_.linger_ms);
        case connection_state::closed:
            break;
    }
    return responder::never;
}

OAIWIRE_ADAPTER_INLINE std::int64_t connection_machine::due_ms() const {
    if (state_ == connection_state::closed) return responder::never;
    return (std::min)(deadline(), answer_.due_ms());
}

OAIWIRE_ADAPTER_INLINE void connection_machine::tick(request_reader reader, std::int64_t now_ms) {
    guard([&] {
        clock(now_ms);
        if (now_ms_ >= deadline()) {
            if (state_ == connection_state::idle || !is_reading()) return abort();
            const server_error* why = reader.error();
            refuse(why != nullptr ? *why : late_request(), false);
        }
        answer_.tick(now_ms_);
        pump(reader);
    });
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
