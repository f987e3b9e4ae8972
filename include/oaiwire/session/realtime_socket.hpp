// realtime_socket: a Realtime session over a connection of any adapter, blocking or polled.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/session/realtime_connection.hpp>
#include <oaiwire/session/realtime_session.hpp>
#include <oaiwire/types/realtime.hpp>
#include <oaiwire/types/realtime_server_events.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Gives a message to the session. Returns its event; null if it has none.
inline result<const RealtimeServerEvent*> realtime_event(realtime_session& session,
                                                         const http::message& message) {
    if (auto taken = session.receive(message.data); !taken) return std::move(taken).error();
    return session.next();
}

}  // namespace detail

// Functions block. Movable; not thread-safe.
template <http::duplex_stream Stream>
class realtime_socket {
public:
    // A session over a connection that is open. The options must not exceed the connection's.
    explicit realtime_socket(Stream stream, realtime_options options = {})
        : stream_(std::move(stream)), session_(options) {}

    // What is said and known. What is queued in it is sent by flush() and next().
    realtime_session& session() { return session_; }
    const realtime_session& session() const { return session_; }
    realtime_session* operator->() { return &session_; }

    // Sends what is queued.
    result<void> flush() {
        while (!session_.unsent().empty()) {
            auto done = stream_.send(http::message_kind::text, session_.unsent());
            if (!done) return done;
            session_.sent();
        }
        return {};
    }
    // Sends what is queued, and waits for the next event, for at most `wait_ms` milliseconds (below
    // 0: without a bound). Null if none came in time or the connection has ended: see ended(). The
    // event is valid until the next call. Errors: those of the connection, and those of
    // realtime_session::receive(), after which the next message can be waited for.
    result<const RealtimeServerEvent*> next(std::int64_t wait_ms = -1) {
        auto flushed = stream_.ended() ? result<void>() : flush();
        // the peer may have said why nothing can be sent: read that
        const bool waits = flushed || flushed.error().code == errc::send_failed;
        auto received = stream_.receive(waits ? wait_ms : 0);
        if (!received) return std::move(received).error();
        if (*received) return detail::realtime_event(session_, **received);
        if (!flushed && !stream_.ended()) return std::move(flushed).error();
        return nullptr;
    }
    // The audio of the last event: see realtime_session::audio().
    std::span<const std::uint8_t> audio() const { return session_.audio(); }

    // Sends what is queued and closes the connection. See http::duplex_stream.
    result<void> close(std::uint16_t code = 1000, std::string_view reason = {}) {
        auto flushed = flush();
        auto closed = stream_.close(code, reason);
        return flushed ? std::move(closed) : std::move(flushed);
    }
    // Whether the connection has ended, and how.
    bool ended() const { return stream_.ended(); }
    const http::close_status& closed() const { return stream_.closed(); }
    // The connection.
    Stream& stream() { return stream_; }

private:
    Stream stream_;
    realtime_session session_;
};

// The same without blocking: next() between polls of the transport.
template <http::polled_duplex_stream Stream>
class polled_realtime_socket {
public:
    // A session over a connection that is open or about to be.
    explicit polled_realtime_socket(Stream stream, realtime_options options = {})
        : stream_(std::move(stream)), session_(options) {}

    // What is said and known. What is queued in it is sent by flush() and next().
    realtime_session& session() { return session_; }
    const realtime_session& session() const { return session_; }
    realtime_session* operator->() { return &session_; }

    // Gives the connection what is queued, as far as it takes it.
    result<void> flush() {
        while (stream_.head() != nullptr && !stream_.ended() && !session_.unsent().empty()) {
            auto done = stream_.send(http::message_kind::text, session_.unsent());
            // the connection is full: later
            if (!done && done.error().code == errc::limit_exceeded && stream_.unsent() != 0) break;
            if (!done) return done;
            session_.sent();
        }
        return {};
    }
    // The next event that came; null if there is none now. The event is valid until the next call.
    // Errors: those of realtime_session::receive(), after which the next message can be asked for;
    // why the connection failed, once, after all events.
    result<const RealtimeServerEvent*> next() {
        auto flushed = flush();
        if (const auto message = stream_.next()) {
            auto event = detail::realtime_event(session_, *message);
            static_cast<void>(flush());  // what is refused is told by the next call
            return event;
        }
        if (stream_.ended() && stream_.error().code != errc::ok && !std::exchange(told_, true)) {
            return stream_.error();
        }
        // one side has closed: what its end was comes soon
        if (flushed || flushed.error().code == errc::send_failed) return nullptr;
        return std::move(flushed).error();
    }
    // The audio of the last event: see realtime_session::audio().
    std::span<const std::uint8_t> audio() const { return session_.audio(); }

    // Gives the connection what is queued and begins to close it.
    result<void> close(std::uint16_t code = 1000, std::string_view reason = {}) {
        auto flushed = flush();
        auto closed = stream_.close(code, reason);
        return flushed ? std::move(closed) : std::move(flushed);
    }
    // Whether the connection has ended and all events were returned, and how.
    bool ended() const { return stream_.ended(); }
    const http::close_status& closed() const { return stream_.closed(); }
    // The connection.
    Stream& stream() { return stream_; }

private:
    Stream stream_;
    realtime_session session_;
    bool told_ = false;
};

// Opens a session over a transport's new connection; see realtime_connection(). Blocks until it is
// open. The server's first event is session.created.
template <http::duplex_transport Transport>
auto connect_realtime(Transport& transport, const endpoint& where,
                      const ConnectRealtimeRequest& request, const call_options& options = {},
                      realtime_options session = {}) {
    using stream = typename decltype(transport.connect(
        std::declval<const http::duplex_request&>()))::value_type;
    using socket = result<realtime_socket<stream>>;
    auto to = realtime_connection(request, where, options);
    if (!to) return socket(std::move(to).error());
    to->message_limit = session.message;
    auto opened = transport.connect(*to);
    if (!opened && opened.error().api.status == 401 && where.key_source && where.key_source(true)) {
        to = realtime_connection(request, where, options);  // with another key
        if (!to) return socket(std::move(to).error());
        to->message_limit = session.message;
        opened = transport.connect(*to);
    }
    if (!opened) return socket(std::move(opened).error());
    return socket(realtime_socket<stream>(*std::move(opened), session));
}

// The same for polled transports: returns at once.
template <http::polled_duplex_transport Transport>
auto start_realtime(Transport& transport, const endpoint& where,
                    const ConnectRealtimeRequest& request, const call_options& options = {},
                    realtime_options session = {}) {
    using stream = decltype(transport.start(std::declval<const http::duplex_request&>()));
    using socket = result<polled_realtime_socket<stream>>;
    auto to = realtime_connection(request, where, options);
    if (!to) return socket(std::move(to).error());
    to->message_limit = session.message;
    return socket(polled_realtime_socket<stream>(transport.start(*to), session));
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
