// What a connection sends: its handshake, frames and pings; and its times.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/websocket/connection.hpp>

#include <algorithm>
#include <utility>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/core/wipe.hpp>
#include <oaiwire/http/request_head.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket {

inline connection::offer::~offer() {
    for (auto& name : request.subprotocols) wipe(name);
}

inline result<connection> connection::connect(const http::duplex_request& request,
                                              random_source random) {
    return within_memory([&]() -> result<connection> {
        if (!random) {
            return make_error(errc::invalid_argument, "a client needs a source of random numbers");
        }
        connection c;
        c.random_ = std::move(random);
        c.bounds_ = {request.message_limit,    request.unsent_limit, request.ping_ms,
                     request.timeouts.idle_ms, request.close_ms,     request.timeouts.total_ms};
        c.handshake_ms_ = request.timeouts.first_byte_ms;
        c.answer_ = detail::answer_reader(request.limits);
        if (auto ok = c.begin(request); !ok) return std::move(ok).error();
        return c;
    });
}

inline result<void> connection::begin(const http::duplex_request& request) {
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i != bytes.size(); i += 4) {
        const std::uint32_t word = random_();
        for (std::size_t j = 0; j != 4; ++j) {
            bytes[i + j] = static_cast<std::uint8_t>(word >> (8 * j) & 0xFF);
        }
    }
    key_ = to_base64(bytes);
    auto head = handshake_request(request, key_);
    if (!head) return std::move(head).error();
    std::string text = http::request_head(*head);
    const auto store = [&] {
        handshake_ = secret(text);
        return true;
    };
    const bool stored = within_memory(store, [] { return false; });
    wipe(text);
    if (!stored) return no_memory();
    offer_.request.subprotocols.reserve(request.subprotocols.size());
    for (const auto& name : request.subprotocols) offer_.request.subprotocols.push_back(name);
    state_ = state::handshake;
    return {};
}

inline result<connection> connection::accept(const upgrade& agreed, const options& bounds,
                                             std::string_view subprotocol,
                                             const http::header_list& headers) {
    return within_memory([&]() -> result<connection> {
        auto answer = upgrade_answer(agreed, subprotocol, headers);
        if (!answer) return std::move(answer).error();
        connection c;
        c.out_ = std::move(*answer);
        c.bounds_ = bounds;
        c.subprotocol_ = subprotocol;
        c.state_ = state::open;
        return c;
    });
}

inline void connection::queue(detail::opcode code, std::string_view payload) {
    if (out_at_ != 0 && out_at_ >= waiting()) {
        out_.erase(0, out_at_);
        out_at_ = 0;
    }
    detail::mask_key key{};
    if (is_client()) {
        const std::uint32_t word = random_();
        for (std::size_t i = 0; i != key.size(); ++i) {
            key[i] = static_cast<std::uint8_t>(word >> (8 * i) & 0xFF);
        }
    }
    const std::size_t need = out_.size() + detail::largest_header + payload.size();
    if (need > out_.capacity()) {
        const std::size_t bound = bounds_.unsent_limit + control_backlog;
        out_.reserve((std::max)(need, (std::min)(2 * out_.capacity(), bound)));
    }
    detail::append_frame(out_, code, true, payload, is_client() ? &key : nullptr);
}

inline void connection::queue_pong(std::string_view payload) {
    // the answer to the last ping is enough (RFC 6455, 5.5.3)
    pong_size_ = static_cast<std::uint8_t>(payload.copy(pong_.data(), payload.size()));
    pong_waits_ = true;
    flush_pong();
}

inline void connection::flush_pong() {
    if (!pong_waits_ || waiting() > control_backlog) return;
    pong_waits_ = false;
    if (!close_sent_) queue(detail::opcode::pong, {pong_.data(), pong_size_});
}

inline void connection::queue_close(std::uint16_t code, std::string_view reason) {
    std::array<char, detail::largest_control> payload{};
    std::size_t size = 0;
    if (code != 0) {
        payload[0] = static_cast<char>(static_cast<unsigned char>(code >> 8));
        payload[1] = static_cast<char>(static_cast<unsigned char>(code & 0xFF));
        size = 2 + reason.copy(payload.data() + 2, payload.size() - 2);
    }
    queue(detail::opcode::close, {payload.data(), size});
    close_sent_ = true;
}

inline result<void> connection::send(message_kind kind, std::string_view data) {
    if (!open()) return make_error(errc::send_failed, "the connection is not open");
    if (kind == message_kind::text && !is_utf8(data)) return make_error(errc::invalid_text);
    if (data.size() > bounds_.unsent_limit ||
        waiting() + detail::largest_header > bounds_.unsent_limit - data.size()) {
        return make_error(errc::limit_exceeded, "more than unsent_limit waits to be sent");
    }
    return within_memory([&]() -> result<void> {
        const bool text = kind == message_kind::text;
        queue(text ? detail::opcode::text : detail::opcode::binary, data);
        return {};
    });
}

inline result<void> connection::ping(std::string_view data) {
    if (!open()) return make_error(errc::send_failed, "the connection is not open");
    if (data.size() > detail::largest_control) {
        return make_error(errc::invalid_argument, "a ping has more than 125 bytes");
    }
    if (waiting() + detail::largest_header + data.size() > bounds_.unsent_limit) {
        return make_error(errc::limit_exceeded, "more than unsent_limit waits to be sent");
    }
    return within_memory([&]() -> result<void> {
        queue(detail::opcode::ping, data);
        return {};
    });
}

inline result<void> connection::close(std::uint16_t code, std::string_view reason) {
    if (state_ == state::closing) return {};
    if (!open()) return make_error(errc::send_failed, "the connection is not open");
    if (code == 0 ? !reason.empty() : !is_sendable(code)) {
        return make_error(errc::invalid_argument, "a close code that is not sent");
    }
    if (reason.size() > detail::largest_control - 2 || !is_utf8(reason)) {
        return make_error(errc::invalid_argument,
                          "the reason of a close is not UTF-8 of at most 123 bytes");
    }
    return within_memory([&]() -> result<void> {
        queue_close(code, reason);
        state_ = state::closing;
        return {};
    });
}

inline std::string_view connection::unsent() const {
    const std::string_view first = handshake_.reveal();
    if (!first.empty()) return first.substr(handshake_at_);
    return std::string_view(out_).substr(out_at_);
}

inline void connection::sent(std::size_t n) {
    if (!handshake_.empty()) {
        handshake_at_ += n;
        if (handshake_at_ < handshake_.reveal().size()) return;
        handshake_ = {};
        handshake_at_ = 0;
        return;
    }
    out_at_ += (std::min)(n, waiting());
    // a peer that takes a long message is alive; one that only has room for a ping may not be
    heard_ = heard_ || (n != 0 && waiting() != 0);
    if (waiting() == 0) {
        out_.clear();
        out_at_ = 0;
        if (out_.capacity() > kept) std::string().swap(out_);
    }
    within_memory([&] { flush_pong(); }, [&] { end_with(no_memory()); });
}

inline std::int64_t connection::after(std::int64_t from, std::int64_t ms) {
    return ms <= 0 ? never : ms > never - (std::max)(from, std::int64_t{0}) ? never : from + ms;
}

inline std::int64_t connection::due_ms() const {
    if (ended()) return never;
    if (now_ms_ == unset || heard_) return now_ms_;
    std::int64_t due = after(began_ms_, bounds_.total_ms);
    if (state_ == state::handshake) return (std::min)(due, after(began_ms_, handshake_ms_));
    due = (std::min)(due, after(heard_ms_, bounds_.idle_ms));
    if (state_ == state::closing) {
        const bool known = closing_ms_ != unset;
        return (std::min)(due, known ? after(closing_ms_, bounds_.close_ms) : now_ms_);
    }
    return asked_ ? due : (std::min)(due, after(heard_ms_, bounds_.ping_ms));
}

inline void connection::tick(std::int64_t now_ms) {
    if (now_ms_ == unset) began_ms_ = heard_ms_ = now_ms;
    now_ms_ = (std::max)(now_ms_, now_ms);
    if (std::exchange(heard_, false)) {
        heard_ms_ = now_ms_;
        asked_ = false;
    }
    if (ended()) return;
    if (state_ == state::closing && closing_ms_ == unset) closing_ms_ = now_ms_;
    const auto passed = [&](std::int64_t from, std::int64_t ms) {
        const std::int64_t due = after(from, ms);
        return due != never && now_ms_ >= due;
    };
    if (passed(began_ms_, bounds_.total_ms)) return end_with(make_error(errc::total_timeout));
    if (state_ == state::handshake) {
        if (passed(began_ms_, handshake_ms_)) end_with(make_error(errc::first_byte_timeout));
        return;
    }
    if (state_ == state::closing && passed(closing_ms_, bounds_.close_ms)) {
        return end_with(make_error(errc::idle_timeout, "the peer did not answer the close"));
    }
    if (passed(heard_ms_, bounds_.idle_ms)) return end_with(make_error(errc::idle_timeout));
    if (state_ == state::open && !asked_ && passed(heard_ms_, bounds_.ping_ms)) {
        asked_ = true;
        within_memory([&] { queue(detail::opcode::ping, {}); }, [&] { end_with(no_memory()); });
    }
}

}}}  // namespace oaiwire::v0_2::websocket

#include <oaiwire/core/macros_end.hpp>
