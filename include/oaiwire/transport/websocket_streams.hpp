// The connections that the WebSocket adapters open: one that waits, and one that is polled.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/system_timing.hpp>
#include <oaiwire/transport/websocket_task.hpp>
#include <oaiwire/websocket/close_code.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Owns a connection; ends it when it is destroyed or replaced.
class websocket_handle {
public:
    websocket_handle(std::shared_ptr<websocket_pool> pool, std::shared_ptr<websocket_task> task)
        : pool_(std::move(pool)), task_(std::move(task)) {}
    websocket_handle(websocket_handle&&) noexcept = default;
    websocket_handle& operator=(websocket_handle&& other) noexcept;
    ~websocket_handle() { end(); }

    websocket_pool& pool() const { return *pool_; }
    websocket_task* get() const { return task_.get(); }
    websocket_task* operator->() const { return task_.get(); }
    explicit operator bool() const { return task_ != nullptr; }

private:
    void end();
    std::shared_ptr<websocket_pool> pool_;  // first member: destroyed last
    std::shared_ptr<websocket_task> task_;  // null: there was no memory for it, or it was moved
};

}  // namespace detail

// An open connection, whose functions wait; models http::duplex_stream. Whatever waits serves all
// connections of its transport, and it may outlive the transport. Messages that are not taken hold
// 64 KiB and one message at most, then the peer has to wait; its silence is not held against it
// meanwhile. After a close of the peer receive() first returns the messages before it.
class websocket_stream {
public:
    // For adapters.
    static result<websocket_stream> open(const std::shared_ptr<detail::websocket_pool>& pool,
                                         const http::duplex_request& request);

    // The head of the answer to the handshake. Valid as long as the stream.
    const http::response_head& head() const;
    // Sends a message, and returns once it was given to the network.
    // Errors: invalid_text, limit_exceeded (more than unsent_limit), send_failed (a side has
    // closed), or why the connection ended.
    result<void> send(http::message_kind kind, std::string_view data);
    // The next message, valid until the next call of a function that is not const. Waits `wait_ms`
    // milliseconds at most (0: not at all; below 0: without a bound). Nothing: none came in time,
    // or ended() after a close of the peer.
    result<std::optional<http::message>> receive(std::int64_t wait_ms = -1);
    // Closes, and waits for the peer's close, close_ms at most; messages that come are dropped.
    // Errors: invalid_argument (see websocket::is_sendable()), or why the connection ended
    // otherwise.
    result<void> close(std::uint16_t code = websocket::close_code::normal,
                       std::string_view reason = {});
    // True once nothing can be sent, and receive() has returned all messages.
    bool ended() const;
    // How it ended.
    const http::close_status& closed() const;

private:
    explicit websocket_stream(detail::websocket_handle task) : task_(std::move(task)) {}
    detail::websocket_handle task_;
};

// A connection that only its transport's poll() serves; models http::polled_duplex_stream. No
// function waits. Destroying its transport ends it as errc::cancelled. What is said of memory and
// silence at websocket_stream holds here too.
class polled_websocket {
public:
    // For adapters. Without a pool, it has ended with errc::invalid_argument.
    static polled_websocket start(const std::shared_ptr<detail::websocket_pool>& pool,
                                  const http::duplex_request& request);

    // The head of the answer to the handshake, valid as long as the connection; null until it is
    // open, and if the handshake failed.
    const http::response_head* head() const;
    // Queues a message. Errors: invalid_text, limit_exceeded (more than unsent_limit would wait),
    // send_failed unless it is open.
    result<void> send(http::message_kind kind, std::string_view data);
    // The bytes that wait to be sent, with what frames add.
    std::size_t unsent() const;
    // The next message that came, valid until the next call of next(); nothing if there is none.
    std::optional<http::message> next();
    // Begins to close: nothing can be sent after it. Errors: invalid_argument, send_failed unless
    // it is open.
    result<void> close(std::uint16_t code = websocket::close_code::normal,
                       std::string_view reason = {});
    // True once nothing can be sent or received, and next() has returned all messages.
    bool ended() const;
    // Once ended: errc::ok after a close of the peer, else why.
    const oaiwire::error& error() const;
    // How it ended.
    const http::close_status& closed() const;

private:
    explicit polled_websocket(detail::websocket_handle task) : task_(std::move(task)) {}
    detail::websocket_handle task_;
    bool moved_ = false;  // its transport was moved from
};

namespace detail {

// What WebSocket transports have in common: all but how they are made.
class websocket_transport {
public:
    using timing = system_timing;

    // Opens a connection: returns once the handshake is done.
    result<websocket_stream> connect(const http::duplex_request& request) {
        return websocket_stream::open(pool_, request);
    }
    // Begins to open a connection, and returns at once.
    polled_websocket start(const http::duplex_request& request) {
        return polled_websocket::start(pool_, request);
    }
    // Does what can be done for all connections, and waits at most `budget_ms` milliseconds for
    // something to do (0: never). True if something was done.
    bool poll(std::int64_t budget_ms = 0) { return pool_ && pool_->poll(budget_ms); }

protected:
    websocket_transport() = default;
    websocket_transport(websocket_transport&&) noexcept = default;
    websocket_transport& operator=(websocket_transport&& other) noexcept {
        if (this == &other) return *this;
        if (pool_) pool_->end_started();
        pool_ = std::move(other.pool_);
        return *this;
    }
    // Ends the connections that are polled, as errc::cancelled.
    ~websocket_transport() {
        if (pool_) pool_->end_started();
    }

    std::shared_ptr<websocket_pool> pool_{};  // null once moved from, or if there was no memory
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

inline websocket_handle& websocket_handle::operator=(websocket_handle&& other) noexcept {
    if (this == &other) return *this;
    end();
    task_ = std::move(other.task_);
    pool_ = std::move(other.pool_);
    return *this;
}

inline void websocket_handle::end() {
    if (task_) task_->abandon();
}

}  // namespace detail

inline result<websocket_stream> websocket_stream::open(
    const std::shared_ptr<detail::websocket_pool>& pool, const http::duplex_request& request) {
    if (!pool) return make_error(errc::invalid_argument, "the transport was moved from");
    detail::websocket_handle task(pool, pool->start(request, true));
    if (!task) return no_memory();
    pool->drive(-1, [&] { return task->head() || task->ended(); });
    // one that ended at once was open: its end is for receive()
    if (!task->head()) return task->failure();
    return websocket_stream(std::move(task));
}

inline const http::response_head& websocket_stream::head() const {
    return *task_->head();
}

inline result<void> websocket_stream::send(http::message_kind kind, std::string_view data) {
    if (auto queued = task_->send(kind, data); !queued) {
        if (task_->ended() && task_->failure().code != errc::ok) return task_->failure();
        return queued;
    }
    // the peer may wait for us to read before it reads
    task_->greedy(true);
    task_.pool().drive(-1, [&] { return task_->ended() || task_->unsent_size() == 0; });
    task_->greedy(false);
    if (!task_->ended() || task_->unsent_size() == 0) return {};
    if (task_->failure().code != errc::ok) return task_->failure();
    return make_error(errc::send_failed, "the peer closed before all was sent");
}

inline result<std::optional<http::message>> websocket_stream::receive(std::int64_t wait_ms) {
    const auto ready = [&] { return task_->ended() || !task_->messages().empty(); };
    task_.pool().drive(wait_ms, ready);
    if (auto message = task_->next()) return message;
    if (task_->ended() && task_->failure().code != errc::ok) return task_->failure();
    return std::optional<http::message>();
}

inline result<void> websocket_stream::close(std::uint16_t code, std::string_view reason) {
    if (!task_->ended()) {
        auto queued = task_->close(code, reason);
        if (!queued && queued.error().code != errc::send_failed) return queued;
        task_.pool().drive(-1, [&] {
            task_->messages().clear();
            return task_->ended();
        });
    }
    task_->messages().clear();
    if (task_->failure().code != errc::ok) return task_->failure();
    return {};
}

inline bool websocket_stream::ended() const {
    return task_->ended() && task_->messages().empty();
}
inline const http::close_status& websocket_stream::closed() const {
    return task_->closed();
}

inline polled_websocket polled_websocket::start(const std::shared_ptr<detail::websocket_pool>& pool,
                                                const http::duplex_request& request) {
    polled_websocket out({pool, pool ? pool->start(request, false) : nullptr});
    out.moved_ = !pool;
    return out;
}

inline const http::response_head* polled_websocket::head() const {
    return task_ ? task_->head() : nullptr;
}
inline result<void> polled_websocket::send(http::message_kind kind, std::string_view data) {
    if (task_) return task_->send(kind, data);
    return make_error(errc::send_failed, "the connection has ended");
}
inline std::size_t polled_websocket::unsent() const {
    return task_ ? task_->unsent_size() : 0;
}
inline std::optional<http::message> polled_websocket::next() {
    return task_ ? task_->next() : std::nullopt;
}
inline result<void> polled_websocket::close(std::uint16_t code, std::string_view reason) {
    if (task_) return task_->close(code, reason);
    return make_error(errc::send_failed, "the connection has ended");
}
inline bool polled_websocket::ended() const {
    return !task_ || (task_->ended() && task_->messages().empty());
}
inline const oaiwire::error& polled_websocket::error() const {
    static const oaiwire::error none = no_memory();
    static const oaiwire::error moved =
        make_error(errc::invalid_argument, "the transport was moved from");
    return task_ ? task_->failure() : moved_ ? moved : none;
}
inline const http::close_status& polled_websocket::closed() const {
    static const http::close_status lost{websocket::close_code::lost, {}};
    return task_ ? task_->closed() : lost;
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
