// What the WebSocket adapters have in common: the connections of a transport, without sockets. An
// adapter derives from both classes and moves the bytes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/message_queue.hpp>
#include <oaiwire/websocket/connection.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

class websocket_pool;

// One connection: the codec, its timeouts and its end. The first group of functions is for the
// adapter, the second for the program. Not thread-safe, but for stops. Must not outlive its pool
// unless it has ended.
class websocket_task {
public:
    explicit websocket_task(websocket_pool& pool) : pool_(pool) {}
    websocket_task(const websocket_task&) = delete;
    websocket_task& operator=(const websocket_task&) = delete;
    virtual ~websocket_task();

    // TCP and TLS are ready: the handshake can be sent.
    void ready();
    bool is_ready() const { return ready_; }
    // Bytes for the socket, valid until the next call of a function that is not const.
    std::string_view unsent() const { return ready_ ? codec_.unsent() : std::string_view(); }
    void sent(std::size_t size);
    // False: the program has not taken what was received, so the peer has to wait.
    bool wants_bytes() const;
    void received(std::string_view bytes);
    // The peer has closed its side.
    void finished();
    // The socket failed: what was received before is still there.
    void fail(errc code, std::string_view why = {});
    // No byte will be moved any more.
    bool ended() const { return ended_; }

    // A connection is begun by websocket_pool::start().
    result<void> send(http::message_kind kind, std::string_view data);
    result<void> close(std::uint16_t code, std::string_view reason);
    std::size_t unsent_size() const { return codec_.unsent_size(); }
    message_queue& messages() { return messages_; }
    const message_queue& messages() const { return messages_; }
    // The next message, which makes room for more.
    std::optional<http::message> next();
    // Once the handshake is done.
    const http::response_head* head() const { return opened_ ? codec_.head() : nullptr; }
    const http::close_status& closed() const;
    // Once ended: errc::ok after a close of the peer.
    const oaiwire::error& failure() const { return failure_; }
    // Receives as much as a message may have, whether or not the program takes it.
    void greedy(bool on);
    // The program gives up: ends at once, as cancelled.
    void abandon() { fail(errc::cancelled); }

protected:
    // Begins to connect to request().origin.
    virtual void connect() = 0;
    // Closes the socket. Called once.
    virtual void disconnect() noexcept = 0;
    // There is something to send, or bytes are wanted again.
    virtual void resume() {}
    const http::duplex_request& request() const { return request_; }

private:
    friend class websocket_pool;
    static constexpr std::int64_t never = websocket::connection::never;
    static constexpr std::int64_t late_ms = 250;  // that much later nobody has looked
    static constexpr std::size_t most_waiting = std::size_t{64} << 10;  // bytes of messages

    void begin(const http::duplex_request& request, websocket::random_source random);
    // Checks stops and timeouts; returns when to do that again.
    std::int64_t look(std::int64_t now_ms);
    // The codec's clock stands still while nothing is read, and while the program is elsewhere when
    // something is due: that is no silence of the peer's, which is asked for life first.
    void tick(std::int64_t now_ms);
    void take_events();
    // Ends the connection once the codec has ended and its last bytes are sent.
    void settle();
    void end();
    oaiwire::error explained() const;
    // Has something to do, so the pool is to look at it soon.
    void touch();

    websocket_pool& pool_;
    http::duplex_request request_{};
    websocket::connection codec_{};
    message_queue messages_{};
    stop_listener listener_{};
    oaiwire::error failure_{};
    std::int64_t began_ms_ = 0;
    std::int64_t last_ms_ = 0;        // of tick()
    std::int64_t stood_ms_ = 0;       // how long the codec's clock stood still
    std::int64_t linger_ms_ = never;  // when the last bytes are given up
    bool waits_ = false;
    bool ready_ = false;
    bool opened_ = false;  // the handshake is done
    bool greedy_ = false;
    bool ended_ = false;
};

// The connections of a transport, on one thread at a time. Not movable.
class websocket_pool {
public:
    websocket_pool() = default;
    websocket_pool(const websocket_pool&) = delete;
    websocket_pool& operator=(const websocket_pool&) = delete;
    virtual ~websocket_pool() = default;

    // Begins a connection, which may have ended at once. `waits`: it is served by its own functions
    // too. Null if there is no memory for it.
    std::shared_ptr<websocket_task> start(const http::duplex_request& request, bool waits);
    // Moves bytes, and waits at most `budget_ms` for some to move. True if something was done.
    bool poll(std::int64_t budget_ms);
    // Serves all connections until done() or, unless `wait_ms` is negative, for so long at most.
    template <class Done>
    void drive(std::int64_t wait_ms, Done done) {
        const std::int64_t until = wait_ms < 0 ? never : after(now_ms(), wait_ms);
        while (!done()) {
            const std::int64_t left = until == never ? never : until - now_ms();
            poll(left);
            if (left <= 0) return;
        }
    }
    // Ends those that are served by poll() alone, as cancelled.
    void end_started();

protected:
    virtual std::shared_ptr<websocket_task> make_task() = 0;
    // Moves bytes; waits at most `longest_ms` if none can be moved. True if something was done.
    virtual bool step(std::int64_t longest_ms) = 0;
    // Ends the wait of step(). From any thread.
    virtual void wake() noexcept = 0;
    // Ends all, for the destructor of a derived class.
    void end_all();
    const std::vector<websocket_task*>& running() const { return running_; }
    // The steady clock.
    static std::int64_t now_ms();

private:
    friend class websocket_task;
    static constexpr std::int64_t never = websocket_task::never;
    static constexpr std::int64_t token_ms = 20;  // a stop token cannot wake a thread

    static std::int64_t after(std::int64_t from, std::int64_t ms) {
        return ms > never - from ? never : from + ms;
    }
    void look_at_all();
    void remove(websocket_task& task) noexcept;

    std::vector<websocket_task*> running_{};
    std::int64_t due_ms_ = 0;  // when to look at all of them
    bool ended_one_ = false;   // since poll() began
    websocket::random_source random_{};
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/transport/websocket_task_steps.hpp>

#include <oaiwire/core/macros_end.hpp>
