// connection: one end of a WebSocket connection (RFC 6455), from bytes to messages and from
// messages to bytes. Without I/O.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/boxed_error.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/websocket/answer_reader.hpp>
#include <oaiwire/websocket/close_code.hpp>
#include <oaiwire/websocket/frame.hpp>
#include <oaiwire/websocket/handshake.hpp>
#include <oaiwire/websocket/text_check.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket {

using http::message;
using http::message_kind;

// 32 random bits for each call, from a source that nobody can predict (RFC 6455, 5.3 and 10.3),
// such as std::random_device.
using random_source = hook<std::uint32_t()>;

// What a server's end is bound by. Times are milliseconds; 0 disables a timeout.
struct options {
    std::size_t message_limit = std::size_t{64} << 20;  // bytes of a received message
    std::size_t unsent_limit = std::size_t{64} << 20;   // bytes that may wait to be sent
    std::int64_t ping_ms = 20'000;   // silence of the peer before it is asked for life
    std::int64_t idle_ms = 120'000;  // silence of the peer that ends the connection
    std::int64_t close_ms = 5'000;   // how long the peer may take to answer a close
    std::int64_t total_ms = 0;       // the whole connection
};

// What came from the peer.
enum class event_kind : std::uint8_t {
    message,
    ping,   // answered already
    pong,   // of a ping(), or unasked for
    close,  // answered already; the last event
};

// One event. The views are valid until the next call of next() or feed(), and until the connection
// is moved; they can be given to send().
struct event {
    event_kind kind = event_kind::message;
    message_kind type = message_kind::text;  // of a message
    std::string_view data{};  // the message, the payload of a ping or pong, the reason of a close
    std::uint16_t code = 0;   // of a close; close_code::none if the peer gave none
    friend bool operator==(const event&, const event&) = default;
};

// A WebSocket connection: handshake, frames, masking, fragments, pings, closing and timeouts. Text
// is checked as UTF-8, and all that the protocol forbids ends the connection. The program does the
// I/O:
//
//     auto c = connection::connect(request, random);
//     repeat: write c->unsent(), and report it with sent();
//             read, and feed(); while (const auto* e = c->next()) use(*e);
//             tick() when due_ms() has come
//     until:  c->ended() and unsent() is empty; then close the socket
//
// No extension is offered or agreed on (permessage-deflate is refused). What comes out depends on
// the bytes, not on how they were cut. Memory: what waits to be sent, one message, and of control
// frames 4 KiB. Linear in the bytes; a message that came whole and unmasked is not copied. Nothing
// throws; without memory the connection fails. Movable; not thread-safe.
class connection {
public:
    // The value of due_ms() if nothing is awaited.
    static constexpr std::int64_t never = (std::numeric_limits<std::int64_t>::max)();

    // A connection that has ended.
    connection() = default;
    connection(const connection&) = delete;
    connection(connection&&) = default;
    connection& operator=(const connection&) = delete;
    connection& operator=(connection&&) = default;
    ~connection() = default;

    // A client's end: unsent() has its handshake. Of the request's timeouts, connect_ms begins and
    // ends with the caller; the others begin with the first tick().
    // Errors: as handshake_request(); errc::invalid_argument without a source of random numbers.
    static result<connection> connect(const http::duplex_request& request, random_source random);

    // A server's end, that agrees to a request: unsent() has the answer. The bytes that followed
    // the request's head are the first to feed(). Errors: as upgrade_answer().
    static result<connection> accept(const upgrade& agreed, const options& bounds = {},
                                     std::string_view subprotocol = {},
                                     const http::header_list& headers = {});

    // Lends the next bytes of the peer, until next() returns null. Feeding earlier fails with
    // errc::invalid_argument. The answer to a handshake is read at once: see open() and ended().
    void feed(std::string_view bytes);
    // The next event; null if all bytes are used up or the connection has ended. Valid as its views
    // are.
    const event* next();
    // The peer closed the socket. After a close it is the proper end, else errc::closed_early. What
    // was fed before is still read.
    void finish();
    // The socket failed, or the program gives up. What was fed before is still read.
    void fail(const oaiwire::error& why);

    // Queues a message as one frame.
    // Errors, which leave the connection as it is: errc::invalid_text for text that is not UTF-8;
    // send_failed unless the connection is open; limit_exceeded if more than unsent_limit would
    // wait; out_of_memory.
    result<void> send(message_kind kind, std::string_view data);
    // Queues a ping with at most 125 bytes.
    result<void> ping(std::string_view data = {});
    // Begins to close: queues a close frame, after which nothing is sent. Messages of the peer
    // still come, until it answers. `code` 0: a close without code and reason. Does nothing if the
    // connection is closing already.
    // Errors: errc::invalid_argument for a code that is not sent (is_sendable()), or a reason that
    // is not UTF-8 or longer than 123 bytes; send_failed before it is open and once it has ended.
    result<void> close(std::uint16_t code = close_code::normal, std::string_view reason = {});

    // The bytes that wait to be sent, or the first part of them; valid until the next call of a
    // function that is not const. Send them also once ended(): they may be a close.
    std::string_view unsent() const;
    // The number of bytes that wait.
    std::size_t unsent_size() const {
        return handshake_.reveal().size() - handshake_at_ + waiting();
    }
    // The first n bytes of unsent() were sent.
    void sent(std::size_t n);

    // Lets time pass: pings, and timeouts (errc::first_byte_timeout, idle_timeout, total_timeout).
    // Of one clock of the caller's, in milliseconds, that never goes back. Call it at first before
    // anything is sent, then when due_ms() has come.
    void tick(std::int64_t now_ms);
    // When tick() is due next, at once after bytes were fed; never if nothing is awaited.
    std::int64_t due_ms() const;

    // Whether messages can be sent: the handshake is done, and no side has closed.
    bool open() const { return state_ == state::open; }
    // True once nothing more is read: both sides have closed, or the connection failed.
    bool ended() const { return state_ >= state::closed; }
    // Once ended: errc::ok after a close of the peer, else why. Of kind protocol or decode if the
    // peer violated the protocol; its offset counts from the first byte behind the handshake.
    const oaiwire::error& error() const { return error_.get(); }
    // How it ended: the peer's code and reason.
    const http::close_status& closed() const { return closed_; }
    // A client's: the head of the answer to the handshake, also of a refusal; null before.
    const http::response_head* head() const {
        return answer_.head().status != 0 && (answer_.done() || answer_.failed()) ? &answer_.head()
                                                                                  : nullptr;
    }
    // A client's: the body of a refusal, as far as it came; at most limits::error_body. The error
    // is errc::unexpected_status then.
    std::string_view refusal() const { return answer_.body(); }
    // What was agreed on; "" for none.
    std::string_view subprotocol() const { return subprotocol_; }

private:
    enum class state : std::uint8_t { handshake, open, closing, closed, failed };
    // What the answer to a handshake is checked against. Wiped: a subprotocol may be a key.
    struct offer {
        offer() = default;
        offer(offer&&) = default;
        offer& operator=(offer&& other) noexcept {
            std::swap(request, other.request);
            return *this;
        }
        ~offer();
        http::duplex_request request{};
    };
    static constexpr std::int64_t unset = (std::numeric_limits<std::int64_t>::min)();
    static constexpr std::size_t kept = std::size_t{256} << 10;  // of a buffer that is not in use
    static constexpr std::size_t control_backlog = 4096;

    std::size_t waiting() const { return out_.size() - out_at_; }
    bool is_client() const { return static_cast<bool>(random_); }
    result<void> begin(const http::duplex_request& request);

    // Reads the next event into event_. False: none.
    bool read();
    void read_answer();
    bool read_header();
    bool read_control();
    bool end_control();
    bool end_close(std::string_view payload);
    bool read_data();
    bool check_text(std::string_view piece);
    bool deliver(std::string_view data);
    void out_of_bytes();
    void drop_delivered();
    void skip(std::size_t n);

    void queue(detail::opcode code, std::string_view payload);
    void queue_pong(std::string_view payload);
    void flush_pong();
    void queue_close(std::uint16_t code, std::string_view reason);
    // The peer violated the protocol: tells it, and ends.
    bool violated(errc code, std::uint16_t close, std::string_view why, std::uint64_t at);
    void end_with(oaiwire::error&& why);
    std::int64_t deadline() const;
    static std::int64_t after(std::int64_t from, std::int64_t ms);

    state state_ = state::closed;
    bool eof_ = false;
    bool in_payload_ = false;
    bool in_message_ = false;  // fragments of a message came, and its end did not
    bool delivered_ = false;   // message_ is what the last event showed
    bool close_sent_ = false;
    bool heard_ = false;  // the peer was heard since the last tick()
    bool asked_ = false;  // a ping was sent since bytes came
    message_kind type_ = message_kind::text;
    std::uint8_t pong_size_ = 0;
    bool pong_waits_ = false;

    options bounds_{};
    std::int64_t handshake_ms_ = 0;
    random_source random_{};   // a client's
    std::string_view rest_{};  // fed, not yet used
    std::uint64_t at_ = 0;     // bytes used behind the handshake
    event event_{};

    // of a client's handshake
    secret handshake_{};  // its bytes, until they are sent
    std::size_t handshake_at_ = 0;
    std::string key_{};
    offer offer_{};
    detail::answer_reader answer_{};
    std::string subprotocol_{};

    // of the frame that is read
    detail::frame_header header_{};
    std::uint64_t left_ = 0;  // bytes of its payload that have not come
    std::size_t control_size_ = 0;
    std::array<char, detail::largest_control> control_{};
    std::string message_{};
    detail::text_check text_{};

    std::string out_{};  // frames that wait, from out_at_ on
    std::size_t out_at_ = 0;
    std::array<char, detail::largest_control> pong_{};  // the last ping, while much waits

    std::int64_t now_ms_ = unset;
    std::int64_t began_ms_ = 0;
    std::int64_t heard_ms_ = 0;
    std::int64_t closing_ms_ = unset;

    http::close_status closed_{};
    oaiwire::detail::boxed_error error_{};
    oaiwire::detail::boxed_error late_{};  // of fail(), until the bytes are used up
};

}}}  // namespace oaiwire::v0_2::websocket

#include <oaiwire/websocket/connection_reading.hpp>
#include <oaiwire/websocket/connection_writing.hpp>

#include <oaiwire/core/macros_end.hpp>
