// responder_steps: definitions of the functions of responder.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/server/responder.hpp>
#include <oaiwire/server/server_error.hpp>
#include <oaiwire/sse/encoder.hpp>

#if OAIWIRE_ADAPTER_DEFINES

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The error event of the Responses API.
OAIWIRE_ADAPTER_INLINE void append_error_event(std::string& out, const server_error& e,
                                               std::int64_t sequence_number) {
    out.append("event: error\ndata: {\"type\":\"error\",\"sequence_number\":");
    json::detail::append_number(out, sequence_number);
    out.append(R"(,"code":)");
    append_error_text(out, e.code, true);
    out.append(R"(,"message":)");
    append_error_text(out, e.message, false);
    out.append(R"(,"param":)");
    append_error_text(out, e.param, true);
    out.append("}\n\n");
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE void responder::reset(std::string request_id) {
    responder next(
        responder_options{std::move(request_id), options_.unsent_limit, options_.keep_alive_ms});
    next.buffer_.swap(buffer_);
    next.last_ms_ = last_ms_;
    next.ticked_ = ticked_;
    next.head_.headers = std::move(head_.headers);
    next.head_.headers.clear();
    *this = std::move(next);
}

OAIWIRE_ADAPTER_INLINE result<void> responder::result_of(errc code) {
    switch (code) {
        case errc::ok:
            return {};
        case errc::cancelled:
            return make_error(code, "the peer has gone");
        case errc::invalid_argument:
            return make_error(code, "the answer has another form, or is complete");
        case errc::limit_exceeded:
            return make_error(code, "the peer reads too slowly: too many bytes are unsent");
        case errc::out_of_memory:
            return no_memory();
        default:
            return make_error(code);
    }
}

OAIWIRE_ADAPTER_INLINE result<void> responder::set_head(int status, std::string_view content_type,
                                                        const http::header_list* more) {
    if (cancelled_) return result_of(errc::cancelled);
    if (stage_ != stage::undecided) return result_of(errc::invalid_argument);
    if (status < 200 || status > 599) {
        return make_error(errc::invalid_argument, "not the status of a final response");
    }
    const auto set = [&]() -> result<void> {
        http::header_list& to = head_.headers;
        to.clear();
        head_.status = status;
        auto done = http::add_checked(to, "Content-Type", content_type);
        if (done && !options_.request_id.empty()) {
            done = http::add_checked(to, "x-request-id", options_.request_id);
        }
        if (more == nullptr) return done;
        for (const http::header& field : *more) {
            if (done) done = http::check_extra_field(field.name);
            if (done) done = http::add_checked(to, field.name, field.value, field.sensitive);
        }
        return done;
    };
    return within_memory(set, [] { return result<void>(no_memory()); });
}

OAIWIRE_ADAPTER_INLINE void responder::finish_whole() {
    body_size_ = end_ - begin_;
    stage_ = stage::whole;
}

OAIWIRE_ADAPTER_INLINE result<void> responder::json_of(const void* whole,
                                                       const json::detail::description& type,
                                                       int status) {
    auto done = set_head(status, "application/json");
    if (!done) return done;
    done = json::detail::write_described(whole, type, buffer_);
    if (!done) return done;
    end_ = buffer_.size();
    finish_whole();
    return {};
}

OAIWIRE_ADAPTER_INLINE result<void> responder::bytes(std::string_view content_type,
                                                     std::string body, int status) {
    auto done = set_head(status, content_type);
    if (!done) return done;
    buffer_ = std::move(body);
    end_ = buffer_.size();
    finish_whole();
    return {};
}

OAIWIRE_ADAPTER_INLINE result<void> responder::fail(const server_error& e) {
    if (cancelled_) return result_of(errc::cancelled);
    switch (stage_) {
        case stage::undecided: {
            const bool is_error = e.status >= 400 && e.status <= 599;
            auto done = set_head(is_error ? e.status : 500, "application/json", &e.headers);
            if (done) done = write_error(e, buffer_);
            if (!done) return done;
            end_ = buffer_.size();
            finish_whole();
            return done;
        }
        case stage::events: {
            auto done = add_error(e);
            if (done) stage_ = stage::ended;
            return done;
        }
        case stage::bytes:
            stage_ = stage::cut;
            return {};
        default:
            return result_of(errc::invalid_argument);
    }
}

OAIWIRE_ADAPTER_INLINE result<void> responder::add_error(const server_error& e) {
    const auto add = [&]() -> result<void> {
        buffer_.resize(end_);
        if (errors_ == stream_errors::typed) {
            detail::append_error_event(buffer_, e, sequence_number_);
        } else {
            buffer_.append("data: ");
            if (auto done = append_error(buffer_, e); !done) return done;
            buffer_.append("\n\n");
        }
        end_ = buffer_.size();
        return {};
    };
    return within_memory(add, [] { return result<void>(no_memory()); });
}

OAIWIRE_ADAPTER_INLINE result<void> responder::begin_stream(stage kind,
                                                            std::string_view content_type) {
    auto done = set_head(200, content_type);
    if (!done) return done;
    const auto add = [&]() -> result<void> {
        head_.headers.add("Cache-Control", "no-cache");
        // nginx must not collect the stream before it forwards it
        head_.headers.add("X-Accel-Buffering", "no");
        stage_ = kind;
        return {};
    };
    return within_memory(add, [] { return result<void>(no_memory()); });
}

OAIWIRE_ADAPTER_INLINE result<void> responder::begin_events(stream_errors errors) {
    auto done = begin_stream(stage::events, "text/event-stream; charset=utf-8");
    if (!done) return done;
    errors_ = errors;
    wrote_ = true;  // the head
    return done;
}

OAIWIRE_ADAPTER_INLINE result<void> responder::begin_bytes(std::string_view content_type) {
    return begin_stream(stage::bytes, content_type);
}

OAIWIRE_ADAPTER_INLINE result<void> responder::event(const sse::outgoing_event& e) {
    const errc code = admits(stage::events);
    return code == errc::ok ? add_event(e) : result_of(code);
}

OAIWIRE_ADAPTER_INLINE result<void> responder::add_event(const sse::outgoing_event& e) {
    if (!is_utf8(e.data) || !is_utf8(e.event) || !is_utf8(e.id.value_or(""))) {
        return result_of(errc::invalid_text);
    }
    if (begin_ >= compact_from && begin_ >= end_ - begin_) compact();
    buffer_.resize(end_);  // the encoder appends
    auto done = sse::encoder(buffer_).event(e);
    if (!done) return done;
    end_ = buffer_.size();
    wrote_ = true;
    return done;
}

OAIWIRE_ADAPTER_INLINE result<void> responder::write(std::string_view bytes) {
    errc code = admits(stage::bytes);
    if (code == errc::ok) {
        code = append([&](detail::text_sink& out) {
            out.put(bytes);
            return errc::ok;
        });
    }
    return result_of(code);
}

OAIWIRE_ADAPTER_INLINE result<void> responder::end() {
    if (cancelled_) return result_of(errc::cancelled);
    if (stage_ != stage::events && stage_ != stage::bytes) {
        return result_of(errc::invalid_argument);
    }
    stage_ = stage::ended;
    return {};
}

OAIWIRE_ADAPTER_INLINE void responder::compact() {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
}

OAIWIRE_ADAPTER_INLINE void responder::sent(std::size_t n) {
    const std::size_t waiting = end_ - begin_;
    begin_ += n < waiting ? n : waiting;
    if (begin_ != end_) return;
    begin_ = end_ = 0;
    // a large answer's memory is not kept for a small one
    if (buffer_.capacity() / 4 > options_.unsent_limit) std::string().swap(buffer_);
}

OAIWIRE_ADAPTER_INLINE void responder::peer_gone() {
    cancelled_ = true;
    std::string().swap(buffer_);
    begin_ = end_ = 0;
}

OAIWIRE_ADAPTER_INLINE void responder::tick(std::int64_t now_ms) {
    if (std::exchange(wrote_, false) || !std::exchange(ticked_, true) || begin_ != end_) {
        last_ms_ = now_ms;
    }
    if (now_ms < due_ms()) return;
    // without memory it is left out; the next one may have some
    append([](detail::text_sink& out) {
        out.put(": keep-alive\n\n");
        return errc::ok;
    });
    wrote_ = false;
    last_ms_ = now_ms;
}

OAIWIRE_ADAPTER_INLINE std::int64_t responder::due_ms() const {
    if (stage_ != stage::events || options_.keep_alive_ms <= 0 || cancelled_) return never;
    return last_ms_ > never - options_.keep_alive_ms ? never : last_ms_ + options_.keep_alive_ms;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
