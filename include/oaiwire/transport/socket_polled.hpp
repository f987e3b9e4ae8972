// Any number of HTTP/1.1 calls over the sockets of the system on one thread, without TLS, for
// programs with a loop of their own. Needs no library; on Windows link ws2_32.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/socket_connection.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/pump_call.hpp>
#include <oaiwire/transport/system_timing.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// A started call, and what was received and not read yet.
class socket_task {
public:
    socket_task(std::shared_ptr<pump_pool<socket_connection>> pool, const http::request& r,
                const std::shared_ptr<socket_waker>& waker)
        : request_(r), waker_(waker), call_(std::move(pool), request_) {
        listener_.listen(
            request_.stop, [](void* w) { static_cast<socket_waker*>(w)->wake(); }, waker_.get());
    }

    // Moves as far as it goes without waiting. True if anything happened.
    bool advance() {
        bool moved = false;
        while (!finished_) {
            if (in_.size() >= most) {  // the server has to wait for the reader
                call_.resume();
                call_.check();
                if (call_.failure().code == errc::ok) return moved;
                finish();
                return true;
            }
            const auto how = opened_ ? call_.read() : call_.open();
            opened_ = opened_ || (how == step::ready && call_.failure().code == errc::ok);
            in_.append(call_.piece());
            call_.check();
            if (call_.ended() || call_.failure().code != errc::ok) finish();
            if (how == step::wait && !finished_) return moved;
            moved = true;
        }
        return moved;
    }
    void abandon(errc code) {
        if (finished_) return;
        call_.abandon(code);
        finish();
    }

    // What it waits for, and how long it may, in ms.
    std::int64_t add_polls(std::vector<socket_poll>& to) {
        if (finished_) return longest_ms;
        const auto left_ms = call_.check();
        if (in_.size() >= most || !call_.connection()) return left_ms;
        const std::int64_t wait_ms = call_.connection()->add_polls(to, call_.sending());
        return (std::min)(left_ms, request_.stop.has_token() ? token_ms : wait_ms);
    }

    const http::response_head* head() const { return opened_ ? call_.head() : nullptr; }
    std::string_view read() {
        lent_.clear();
        lent_.swap(in_);
        return lent_;
    }
    bool ended() const { return finished_ && in_.empty(); }
    const oaiwire::error& error() const { return call_.failure(); }

    static constexpr std::int64_t longest_ms = 3'600'000;

private:
    using step = pump_call<socket_connection>::step;
    static constexpr std::size_t most = std::size_t{64} << 10;
    static constexpr std::int64_t token_ms = 20;  // a token wakes nobody

    void finish() {
        finished_ = true;
        listener_.end();
        call_.close();
    }

    http::request request_;
    std::shared_ptr<socket_waker> waker_;
    pump_call<socket_connection> call_;
    stop_listener listener_{};
    std::string in_{};
    std::string lent_{};
    bool opened_ = false;
    bool finished_ = false;
};

// The calls of a transport.
struct socket_tasks {
    std::shared_ptr<socket_waker> waker = std::make_shared<socket_waker>();
    std::shared_ptr<pump_pool<socket_connection>> pool =
        std::make_shared<pump_pool<socket_connection>>();
    std::vector<socket_task*> all{};
    std::vector<socket_poll> polls{};
};

}  // namespace detail

// Models http::polled_transport, with socket_transport's rules. Movable; the transport and its
// calls may be used from any thread, by one at a time.
//
//     polled_socket_transport http;
//     auto call = http.start(request);
//     every frame: http.poll(0); use(call.head()); use(call.read()); if (call.ended()) ...
//
// - A call that is not read buffers at most 80 KiB; then its server has to wait, and its idle
// timeout
//   is suspended. Bytes that came in time count, however late the poll.
// - Stops and timeouts are checked in poll(); request_stop() ends a poll() that waits, a token
// within
//   20 ms. Each poll looks at the sockets of all calls.
// - What a request's content throws leaves poll().
class polled_socket_transport {
public:
    using timing = system_timing;

    // A call begun by start(). Destroying it abandons it; destroying its transport ends it as
    // errc::cancelled, and what was received can still be read. Movable.
    class call {
    public:
        call(call&&) noexcept = default;
        call& operator=(call&& other) noexcept {
            if (this != &other) {
                leave();
                tasks_ = std::move(other.tasks_);
                task_ = std::move(other.task_);
                starved_ = other.starved_;
            }
            return *this;
        }
        ~call() { leave(); }

        // The head of the final response, valid as long as the call; null until it has come.
        const http::response_head* head() const { return task_ ? task_->head() : nullptr; }
        // The bytes of the body that were not read yet, valid until the next read().
        std::string_view read() { return task_ ? task_->read() : std::string_view(); }
        // True once no byte will come and all were read.
        bool ended() const { return !task_ || task_->ended(); }
        // Once ended: errc::ok, or why the response is not whole.
        const oaiwire::error& error() const {
            static const oaiwire::error none = no_memory();
            static const oaiwire::error moved = make_error(errc::invalid_argument);
            if (task_) return task_->error();
            return starved_ ? none : moved;
        }

    private:
        friend class polled_socket_transport;
        explicit call(bool starved) : starved_(starved) {}
        call(std::shared_ptr<detail::socket_tasks> tasks, std::unique_ptr<detail::socket_task> task)
            : tasks_(std::move(tasks)), task_(std::move(task)) {}
        void leave() {
            if (task_) std::erase(tasks_->all, task_.get());
            task_.reset();
        }

        std::shared_ptr<detail::socket_tasks> tasks_{};
        std::unique_ptr<detail::socket_task> task_{};  // null if it could not be made
        bool starved_ = false;                         // there was no memory for it
    };

    // Of the limits, head, headers, chunk_extensions and trailers matter. Up to `kept` connections
    // are kept for later calls.
    explicit polled_socket_transport(const oaiwire::limits& bounds = {}, std::size_t kept = 8) {
        const auto make = [&] {
            auto tasks = std::make_shared<detail::socket_tasks>();
            tasks->pool->limits = bounds;
            tasks->pool->most = (std::max)(kept, std::size_t{1});
            tasks->pool->make = [waker = tasks->waker](const http::origin& to) {
                return std::make_unique<detail::socket_connection>(to, waker);
            };
            tasks_ = std::move(tasks);
        };
        within_memory(make, [&] { starved_ = true; });
    }
    polled_socket_transport(polled_socket_transport&&) noexcept = default;
    polled_socket_transport& operator=(polled_socket_transport&& other) noexcept {
        if (this != &other) {
            end_all();
            tasks_ = std::move(other.tasks_);
            starved_ = other.starved_;
        }
        return *this;
    }
    ~polled_socket_transport() { end_all(); }

    // Begins a call; nothing is sent before the next poll. The request is copied. A call that
    // cannot be made has ended, also if there is no memory for it.
    call start(const http::request& request) {
        if (!tasks_) return call(starved_);
        const auto make = [&] {
            auto task = std::make_unique<detail::socket_task>(tasks_->pool, request, tasks_->waker);
            tasks_->all.push_back(task.get());
            return call(tasks_, std::move(task));
        };
        return within_memory(make, [] { return call(true); });
    }

    // Does what can be done for all calls, and waits at most `budget_ms` milliseconds for something
    // to do (0: never). True if something was done, which may have brought no bytes.
    bool poll(std::int64_t budget_ms = 0) {
        if (!tasks_) return false;
        if (advance()) return true;
        if (budget_ms <= 0) return false;
        auto& polls = tasks_->polls;
        polls.clear();
        auto wait_ms = (std::min)(budget_ms, detail::socket_task::longest_ms);
        const auto add_all = [&] {
            for (auto* task : tasks_->all) wait_ms = (std::min)(wait_ms, task->add_polls(polls));
            detail::socket_connection::add_poll(polls, tasks_->waker->socket(), POLLIN);
        };
        // without memory it looks again soon
        within_memory(add_all, [&] { wait_ms = (std::min)(wait_ms, std::int64_t{20}); });
        detail::poll_sockets(polls.data(), polls.size(), static_cast<int>(wait_ms));
        tasks_->waker->drain();
        return advance();
    }

private:
    bool advance() {
        bool moved = false;
        for (std::size_t i = 0; i != tasks_->all.size(); ++i) {
            auto* const task = tasks_->all[i];
            moved = within_memory([&] { return task->advance(); },
                                  [&] {
                                      task->abandon(errc::out_of_memory);
                                      return true;
                                  }) ||
                    moved;
        }
        return moved;
    }
    void end_all() {
        if (!tasks_) return;
        for (auto* task : tasks_->all) task->abandon(errc::cancelled);
    }

    std::shared_ptr<detail::socket_tasks> tasks_{};  // null once moved from
    bool starved_ = false;                           // there was no memory for it
};

static_assert(http::polled_transport<polled_socket_transport>);

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
