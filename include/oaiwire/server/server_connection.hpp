// server_connection: one HTTP/1.1 connection of a server, from bytes to typed requests and from
// answers to bytes. Without I/O.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/received_request.hpp>
#include <oaiwire/server/connection_machine.hpp>
#include <oaiwire/server/connection_options.hpp>
#include <oaiwire/server/incoming.hpp>
#include <oaiwire/server/responder.hpp>

namespace oaiwire { inline namespace v0_2 {

// The server's side of a connection (RFC 9112): http::request_decoder, incoming and responder, with
// keep-alive, pipelined requests in their order, 100 (Continue), timeouts, and answers to all that
// is malformed. The program does the I/O:
//
//     repeat: read if reading(), and feed(); while request(): begin to answer() it;
//             write unsent(), and report it with sent(); tick() when due_ms() has come;
//             close the socket when closing() and nothing is unsent
//
// Requests that cannot be read are answered by the connection itself, with a JSON error: a request
// whose framing is intact leaves the connection open; after an error of the framing it is closed.
// HTTP/1.0 clients get streams without chunks, and HEAD gets no body. Times are those of one clock
// of the caller's, in milliseconds, and never go back. What is sent depends on the bytes and on the
// answers, not on how the bytes were cut. Nothing throws; without memory the connection is closed.
// Movable, unless a stream writer refers to answer(). Not thread-safe.
template <operation... Calls>
class server_connection {
public:
    // A connection that was accepted at `now_ms`. Without it, time begins with the first call that
    // gives one.
    explicit server_connection(connection_options options = {},
                               std::int64_t now_ms = detail::connection_machine::unset)
        : incoming_(options.incoming), machine_(std::move(options), now_ms) {}

    // Takes bytes of the peer. They are copied as far as they are needed later.
    void feed(std::string_view bytes, std::int64_t now_ms) {
        machine_.feed(erased(), bytes, now_ms);
    }
    // False while enough bytes wait, and once none matter: do not read from the socket. Feeding all
    // the same closes the connection after the current answer.
    bool reading() const { return machine_.reading(); }
    // The peer closed its sending side: see connection_options::half_closed.
    void peer_closed(std::int64_t now_ms) { machine_.peer_closed(now_ms); }
    // The connection is lost: cancels the answer.
    void peer_gone() { machine_.abort(); }

    // The request that waits for its answer; null if there is none, and once head() of its answer
    // is decided. The object is valid until the answer was sent.
    incoming<Calls...>* request() { return machine_.waits() ? &incoming_ : nullptr; }
    // The head of the request that is read or answered; null before it is whole.
    const http::received_request* head() const { return machine_.head(); }
    // The number of requests so far whose head was whole, to tell one from another.
    std::uint64_t requests() const { return machine_.requests(); }
    // The answer to request(). It may be written later than request() returned, and in parts.
    responder& answer() { return machine_.answer(); }

    // The bytes that wait to be sent; valid until the next call of a function that is not const.
    std::string_view unsent() { return machine_.unsent(erased()); }
    // The first n bytes of unsent() were sent.
    void sent(std::size_t n, std::int64_t now_ms) { machine_.sent(erased(), n, now_ms); }
    // Close the socket once unsent() is empty.
    bool closing() const { return machine_.closing(); }

    // When tick() is due next; responder::never if nothing is awaited.
    std::int64_t due_ms() const { return machine_.due_ms(); }
    // Lets time pass: timeouts, and keep-alive comments of event streams. A slow head or body is
    // answered with 408; a connection without a request is closed, as is one whose peer does not
    // read its answer.
    void tick(std::int64_t now_ms) { machine_.tick(erased(), now_ms); }

    // The server shuts down: closes the connection after the current answer, or at once.
    void stop() { machine_.stop(); }
    // What the connection is doing.
    connection_state state() const { return machine_.state(); }

    // What reads the requests, to set it up.
    incoming<Calls...>& reader() { return incoming_; }

private:
    using reads = incoming<Calls...>;
    static reads& as_reads(void* object) { return *static_cast<reads*>(object); }
    static constexpr detail::reader_table table{
        [](void* r, const http::received_request& head) { as_reads(r).head(head); },
        [](void* r, std::string_view bytes) { as_reads(r).feed(bytes); },
        [](void* r) { as_reads(r).finish(); },
        [](void* r) { as_reads(r).reset(); },
        [](void* r) { return as_reads(r).failed() ? &as_reads(r).error() : nullptr; },
    };
    detail::request_reader erased() { return {&table, &incoming_}; }

    reads incoming_;
    detail::connection_machine machine_;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
