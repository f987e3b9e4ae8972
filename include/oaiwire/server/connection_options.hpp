// connection_options: how a server treats its connections.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/server/incoming_machine.hpp>
#include <oaiwire/server/responder.hpp>

namespace oaiwire { inline namespace v0_2 {

// Times are milliseconds; 0 disables a timeout. What a connection holds at most, whatever the peer
// does: a head (limits::head), a body (limits::body), `pipelined` bytes and one feed() of further
// requests, and twice responder_options::unsent_limit and 64 KiB of an answer.
struct connection_options {
    incoming_options incoming{};    // its limits bound heads, bodies and their framing, too
    responder_options responder{};  // `request_id` is used if make_request_id is empty

    // Called once for each request: what x-request-id of its answer is; empty: as above.
    hook<std::string()> make_request_id{};
    // Called for each answer: its Date, as http::date_text() of the time; empty: no such field.
    hook<std::string()> date{};

    // Bytes of further requests that may wait while one is answered (see reading()).
    std::size_t pipelined = std::size_t{64} << 10;
    // The body of a refused request is read to its end if it is no longer, so that the connection
    // can be used again. If it is longer, the connection is closed after the answer.
    std::size_t unread_body = std::size_t{256} << 10;
    // Whether a peer that closed its sending side is still answered. Off: it has gone, and the
    // answer is cancelled, as when a client gives up.
    bool half_closed = false;

    std::int64_t idle_ms = 75'000;       // between two requests, and before the first
    std::int64_t head_ms = 15'000;       // from the first byte of a head to its last
    std::int64_t body_idle_ms = 30'000;  // between two pieces of a body
    // A body, or an unsent answer, progresses by so many bytes in each such time.
    std::int64_t progress_ms = 60'000;
    std::size_t progress_bytes = 4096;
    std::int64_t write_idle_ms = 30'000;  // without a byte sent although some are unsent
    // After the answer to a request that was not read to its end, the connection stays open for so
    // long, so that a reset does not destroy the answer (RFC 9112, 9.6). What comes is dropped.
    std::int64_t linger_ms = 2'000;
};

// What a connection is doing.
enum class connection_state : std::uint8_t {
    idle,       // no byte of a request has come, but perhaps an empty line
    head,       // a head comes
    body,       // a body comes
    refused,    // the rest of the body of a refused request comes, and is dropped
    waiting,    // a request waits for its answer
    answering,  // an answer has begun
    lingering,  // all was sent; the connection is closed in a moment
    closed,     // nothing more is read or sent
};

// The name of the state ("waiting").
constexpr const char* name(connection_state state) {
    constexpr const char* names[] = {"idle",    "head",      "body",      "refused",
                                     "waiting", "answering", "lingering", "closed"};
    return names[static_cast<std::size_t>(state)];
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
