// What a connection reads: its handshake's answer, frames, and its end.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/websocket/connection.hpp>

#include <algorithm>
#include <utility>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/utf8_check.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket {

inline void connection::feed(std::string_view bytes) {
    if (ended() || bytes.empty()) return;
    if (!rest_.empty()) {
        return end_with(
            make_error(errc::invalid_argument, "bytes were fed before the last ones were used up"));
    }
    rest_ = bytes;
    heard_ = true;
    if (state_ == state::handshake) {
        within_memory([&] { read_answer(); }, [&] { end_with(no_memory()); });
    }
}

inline const event* connection::next() {
    const auto step = [&] { return read() ? &event_ : nullptr; };
    return within_memory(step, [&]() -> event* {
        end_with(no_memory());
        return nullptr;
    });
}

inline void connection::finish() {
    eof_ = true;
    if (rest_.empty()) within_memory([&] { out_of_bytes(); }, [&] { end_with(no_memory()); });
}

inline void connection::fail(const oaiwire::error& why) {
    const auto keep = [&] { late_.keep(oaiwire::error(why)); };
    within_memory(keep, [&] { late_.set_no_memory(); });
    if (rest_.empty()) out_of_bytes();
}

inline void connection::skip(std::size_t n) {
    rest_.remove_prefix(n);
    at_ += n;
}

// All that was fed is used up.
inline void connection::out_of_bytes() {
    if (ended()) return;
    if (late_.there()) return end_with(late_.take());
    if (!eof_) return;
    if (state_ == state::handshake) {
        answer_.finish();
        return read_answer();
    }
    end_with(make_error(errc::closed_early, "the connection was lost without a close"));
}

inline void connection::end_with(oaiwire::error&& why) {
    if (ended()) return;
    error_.keep(std::move(why));
    closed_.code = close_code::lost;
    state_ = state::failed;
    rest_ = {};
}

inline bool connection::violated(errc code, std::uint16_t close, std::string_view why,
                                 std::uint64_t at) {
    if (!close_sent_) queue_close(close, {});
    const auto most = std::uint64_t{error::no_offset} - 1;  // a stream may be longer than memory
    end_with(make_error(code, why, {}, static_cast<std::size_t>((std::min)(at, most))));
    return false;
}

inline bool connection::read() {
    drop_delivered();
    while (!ended() && state_ != state::handshake) {
        if (!in_payload_ && !read_header()) break;
        const bool whole = detail::is_control(header_.code()) ? read_control() : read_data();
        if (whole) return true;
        if (rest_.empty()) break;
    }
    if (!ended() && rest_.empty()) out_of_bytes();
    return false;
}

inline void connection::drop_delivered() {
    if (!delivered_) return;
    delivered_ = false;
    message_.clear();
    if (message_.capacity() > kept) std::string().swap(message_);
}

inline void connection::read_answer() {
    rest_.remove_prefix(answer_.feed(rest_));
    if (answer_.failed()) return end_with(oaiwire::error(answer_.failure()));
    if (!answer_.done()) return;
    if (auto ok = check_answer(answer_.head(), offer_.request, key_); !ok) {
        return end_with(std::move(ok).error());
    }
    subprotocol_ = answer_.head().headers.value("Sec-WebSocket-Protocol");
    offer_ = {};
    state_ = state::open;
}

// True once the header is whole.
inline bool connection::read_header() {
    skip(header_.feed(rest_, !is_client()));
    if (!header_.failure().empty()) {
        return violated(errc::invalid_framing, close_code::protocol_error, header_.failure(),
                        at_ - 1);
    }
    if (!header_.whole()) return false;
    using detail::opcode;
    left_ = header_.length();
    in_payload_ = true;
    if (detail::is_control(header_.code())) {
        control_size_ = 0;
        return true;
    }
    const bool goes_on = header_.code() == opcode::continuation;
    if (goes_on != in_message_) {
        return violated(
            errc::invalid_framing, close_code::protocol_error,
            goes_on ? "a fragment continues no message" : "a message begins within another",
            at_ - 1);
    }
    if (!goes_on) {
        type_ = header_.code() == opcode::text ? message_kind::text : message_kind::binary;
        text_.reset();
        in_message_ = true;
    }
    if (left_ > bounds_.message_limit - message_.size()) {
        return violated(errc::limit_exceeded, close_code::too_large,
                        "a message is longer than message_limit", at_ - 1);
    }
    return true;
}

inline bool connection::read_control() {
    const auto n = static_cast<std::size_t>((std::min)(left_, std::uint64_t{rest_.size()}));
    rest_.copy(control_.data() + control_size_, n);
    control_size_ += n;
    left_ -= n;
    skip(n);
    return left_ == 0 && end_control();
}

inline bool connection::end_control() {
    const auto code = header_.code();
    if (!is_client()) detail::apply_mask(control_.data(), control_size_, header_.key(), 0);
    in_payload_ = false;
    header_.reset();
    const std::string_view payload(control_.data(), control_size_);
    if (code == detail::opcode::close) return end_close(payload);
    const bool asks = code == detail::opcode::ping;
    if (asks && !close_sent_) queue_pong(payload);
    event_ = {asks ? event_kind::ping : event_kind::pong, message_kind::text, payload, 0};
    return true;
}

inline bool connection::end_close(std::string_view payload) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(payload[i]); };
    std::uint16_t code = close_code::none;
    if (payload.size() == 1) {
        return violated(errc::invalid_framing, close_code::protocol_error,
                        "a close has half a code", at_);
    }
    if (payload.size() >= 2) {
        code = static_cast<std::uint16_t>(byte(0) << 8 | byte(1));
        payload.remove_prefix(2);
        if (!is_sendable(code)) {
            return violated(errc::invalid_framing, close_code::protocol_error,
                            "a close has a code that is not sent", at_);
        }
    }
    if (!is_utf8(payload)) {
        return violated(errc::invalid_utf8, close_code::invalid_text,
                        "the reason of a close is not UTF-8", at_);
    }
    if (!close_sent_) queue_close(code == close_code::none ? std::uint16_t{0} : code, {});
    closed_.code = code;
    closed_.reason = payload;
    state_ = state::closed;
    rest_ = {};
    event_ = {event_kind::close, message_kind::text, payload, code};
    return true;
}

inline bool connection::read_data() {
    const auto n = static_cast<std::size_t>((std::min)(left_, std::uint64_t{rest_.size()}));
    const std::string_view piece = rest_.substr(0, n);
    const bool last = header_.final() && left_ == n;
    if (is_client() && last && message_.empty() && n == header_.length()) {
        if (!check_text(piece)) return false;
        skip(n);
        return deliver(piece);
    }
    const std::size_t before = message_.size();
    append_within(message_, piece, bounds_.message_limit);
    if (!is_client()) {
        const std::uint64_t phase = header_.length() - left_;
        detail::apply_mask(message_.data() + before, n, header_.key(), phase % 4);
    }
    if (!check_text(std::string_view(message_).substr(before))) return false;
    skip(n);
    left_ -= n;
    if (left_ != 0) return false;
    if (last) {
        delivered_ = true;
        return deliver(message_);
    }
    in_payload_ = false;
    header_.reset();
    return false;
}

// `piece`: what came at at_.
inline bool connection::check_text(std::string_view piece) {
    if (type_ != message_kind::text) return true;
    const std::size_t bad = text_.feed(piece);
    if (bad == std::string_view::npos) return true;
    return violated(errc::invalid_utf8, close_code::invalid_text, "a text message is not UTF-8",
                    at_ + bad);
}

inline bool connection::deliver(std::string_view data) {
    if (type_ == message_kind::text && !text_.whole()) {
        return violated(errc::invalid_utf8, close_code::invalid_text,
                        "a text message ends within a character", at_);
    }
    in_payload_ = false;
    in_message_ = false;
    header_.reset();
    event_ = {event_kind::message, type_, data, 0};
    return true;
}

}}}  // namespace oaiwire::v0_2::websocket

#include <oaiwire/core/macros_end.hpp>
