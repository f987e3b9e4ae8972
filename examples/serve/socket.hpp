// WebSocket connections, for any HTTP stack that has them. What is said over one is its handler's.
//
// To add a path: a class that derives from socket_handler, and a row in socket.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/http/received_request.hpp>
#include <oaiwire/server/responder.hpp>

#include "service.hpp"

namespace serve {

// A message that waits to be sent.
struct socket_message {
    std::string data{};
    bool binary = false;
};

// What a handler sends. The HTTP stack takes it from here.
class socket_output {
public:
    // Queues a message. Without effect once close() or cut() was called.
    void text(std::string message) { add({std::move(message), false}); }
    void binary(std::string message) { add({std::move(message), true}); }
    // Closes the connection once all that is queued was sent: the code (RFC 6455, 7.4) and a reason
    // of at most 123 bytes.
    void close(std::uint16_t code, std::string reason = {}) {
        if (closing()) return;
        code_ = code;
        reason_ = std::move(reason);
    }
    // Ends the connection at once, without a close frame, as a network does that fails.
    void cut() { cut_ = true; }

    // Much is unsent: produce no more until the client has read.
    bool full() const { return unsent_ >= most_unsent; }

    // For the HTTP stack.
    bool empty() const { return messages_.empty(); }
    socket_message take() {
        socket_message next = std::move(messages_.front());
        messages_.pop_front();
        unsent_ -= next.data.size() + overhead;
        return next;
    }
    bool closing() const { return code_ != 0 || cut_; }
    bool is_cut() const { return cut_; }
    std::uint16_t code() const { return code_; }
    const std::string& reason() const { return reason_; }

private:
    static constexpr std::size_t most_unsent = 64 << 10;
    static constexpr std::size_t overhead = 64;  // of a message

    void add(socket_message message) {
        if (closing()) return;
        unsent_ += message.data.size() + overhead;
        messages_.push_back(std::move(message));
    }

    std::deque<socket_message> messages_{};
    std::size_t unsent_ = 0;  // bytes, with the overhead
    std::uint16_t code_ = 0;  // 0: not closed
    std::string reason_{};
    bool cut_ = false;
};

// One end of a connection. Used by one thread; destroyed when the connection has ended.
class socket_handler {
public:
    static constexpr std::int64_t never = oaiwire::responder::never;

    socket_handler() = default;
    socket_handler(const socket_handler&) = delete;
    socket_handler& operator=(const socket_handler&) = delete;
    virtual ~socket_handler() = default;

    // A whole message of the client: UTF-8, or any bytes if it is binary. Not called while `out` is
    // full.
    virtual void receive(std::string_view message, bool binary, socket_output& out) = 0;
    // Does a little of what is to be done without a message: called when due_ms() has come and
    // `out` is not full. `now_ms`: milliseconds of any monotonic clock.
    virtual void work(std::int64_t now_ms, socket_output& out) {
        static_cast<void>(now_ms);
        static_cast<void>(out);
    }
    // When to call work(); 0: as soon as `out` is not full.
    virtual std::int64_t due_ms() const { return never; }
};

// A request for a WebSocket.
struct socket_request {
    service& of;                                  // outlives the connection
    const oaiwire::http::received_request& head;  // valid while the handler is made
    std::string_view query{};  // percent-encoded, without "?"; "" if there is none
    std::vector<std::string_view> subprotocols{};  // that the client offers
    std::string_view key{};                        // "" if it has none
};

// What such a request comes to.
struct socket_opening {
    std::unique_ptr<socket_handler> handler{};  // null: the request is refused
    std::string subprotocol{};                  // the one that was chosen; "" if none
    int status = 0;                             // of the refusal
    std::string why{};                          // of the refusal
};

// Finds the handler of the path and checks the key: in the head as for other requests, or in a
// subprotocol "openai-insecure-api-key.KEY", since browsers can send no other.
socket_opening open_socket(service& of, const oaiwire::http::received_request& head);

// The value of a parameter of a query, percent-decoded; "" if there is none.
std::string query_value(std::string_view query, std::string_view name);

}  // namespace serve
