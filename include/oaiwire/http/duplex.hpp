// The duplex concepts: connections that carry messages in both directions (WebSocket, RFC 6455),
// and what an adapter that opens them must implement. Beside http/transport.hpp, for requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// What a message is (RFC 6455, 5.6). Text is UTF-8.
enum class message_kind : std::uint8_t { text, binary };

// A whole message. The view is valid until the next call that can receive one.
struct message {
    message_kind kind = message_kind::text;
    std::string_view data{};
    friend bool operator==(const message&, const message&) = default;
};

// How a connection ended.
struct close_status {
    // The peer's close code (RFC 6455, 7.4.1): 1000 normal, 1001 going away, 1008 policy, ... 1005:
    // it gave none. 1006: the connection was lost. 0: it has not ended.
    std::uint16_t code = 0;
    std::string reason{};  // the peer's, UTF-8; at most 123 bytes
    friend bool operator==(const close_status&, const close_status&) = default;
};

// A connection to be opened: every part was checked when it was built.
struct duplex_request {
    http::origin origin{};  // scheme "https" (wss) or "http" (ws)
    std::string target{};   // origin-form: path and query, percent-encoded
    // Without Host and those of the handshake (Connection, Upgrade, Sec-WebSocket-*), which the
    // adapter adds.
    header_list headers{};
    std::vector<std::string> subprotocols{};  // in order of preference; may hold a credential
    // connect_ms: until TCP and TLS are ready. first_byte_ms: until the handshake was answered.
    // idle_ms: without a byte from the peer; a ping is sent after ping_ms, whose answer counts.
    // total_ms: the whole connection.
    http::timeouts timeouts{};
    std::int64_t ping_ms = 20'000;  // silence of the peer before it is asked for life; 0: never
    std::int64_t close_ms = 5'000;  // how long the peer may take to answer a close; 0: no bound
    std::size_t message_limit = std::size_t{64} << 20;  // bytes of a received message
    std::size_t unsent_limit = std::size_t{64} << 20;   // bytes that may wait to be sent
    oaiwire::limits limits{};  // of the handshake: head, headers, error_body
    stop_handle stop{};        // ends the connection at once
};

// An open connection. send() blocks until the message was given to the network; it may receive
// meanwhile, and keeps what it gets. receive() blocks for at most `wait_ms` (0: not at all; below
// 0: without a bound) and returns the next message; nothing if none came in time or the connection
// has ended. It answers pings by itself. A connection that ends without a close of the peer is an
// error (kind transport: closed_early, idle_timeout, cancelled, ...), as is a peer that violates
// the protocol. close() sends a close and waits for the answer, for close_ms at most; messages that
// come meanwhile are dropped. Destroying the object ends the connection without a close.
template <class S>
concept duplex_stream = std::movable<S> &&
    requires(S& s, const S& c, message_kind kind, std::string_view data, std::int64_t wait_ms,
             std::uint16_t code) {
    // The head of the answer to the handshake.
    { c.head() } -> std::same_as<const response_head&>;
    { s.send(kind, data) } -> std::same_as<result<void>>;
    { s.receive(wait_ms) } -> std::same_as<result<std::optional<message>>>;
    { s.close(code, data) } -> std::same_as<result<void>>;
    // True once nothing more can be sent or received.
    { c.ended() } -> std::same_as<bool>;
    // How it ended.
    { c.closed() } -> std::same_as<const close_status&>;
};

// `connect(request)` opens a connection and blocks until the handshake is done. A server that
// answers with another status than 101 is an error: errc::api_error with what its body says, as for
// a call. Certificates are verified, and redirects not followed.
template <class T>
concept duplex_transport = requires(T& t, const duplex_request& r) {
    requires duplex_stream<typename decltype(t.connect(r))::value_type>;
};

// A connection that is used while the program does other things. No function blocks; the state
// changes within poll() of the transport, and within send(), close() and next().
template <class S>
concept polled_duplex_stream = std::movable<S> &&
    requires(S& s, const S& c, message_kind kind, std::string_view data, std::uint16_t code) {
    // The head of the answer to the handshake; null until the connection is open, and if the
    // handshake failed.
    { c.head() } -> std::same_as<const response_head*>;
    // Queues a message. errc::limit_exceeded if unsent_limit bytes wait.
    { s.send(kind, data) } -> std::same_as<result<void>>;
    // Bytes that were queued and not yet given to the network.
    { c.unsent() } -> std::same_as<std::size_t>;
    // The next message that came; nothing if there is none.
    { s.next() } -> std::same_as<std::optional<message>>;
    // Begins to close: nothing can be sent after it.
    { s.close(code, data) } -> std::same_as<result<void>>;
    // True once nothing more can be sent or received, and next() has returned all messages.
    { c.ended() } -> std::same_as<bool>;
    // Once ended: errc::ok after a close of the peer, else why.
    { c.error() } -> std::same_as<const oaiwire::error&>;
    { c.closed() } -> std::same_as<const close_status&>;
};

// `start(request)` begins to connect and returns at once. `poll(budget)` makes progress on all
// connections; it blocks for at most `budget` milliseconds (0: not at all) and returns whether
// anything happened. Timeouts and stops are seen in poll().
template <class T>
concept polled_duplex_transport = requires(T& t, const duplex_request& r, std::int64_t budget) {
    requires polled_duplex_stream<decltype(t.start(r))>;
    { t.poll(budget) } -> std::same_as<bool>;
};

}}}  // namespace oaiwire::v0_2::http

#include <oaiwire/core/macros_end.hpp>
