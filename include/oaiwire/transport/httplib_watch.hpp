// The watch over one socket of httplib.hpp's: a thread that shuts it down when a deadline has
// passed or a stop was asked for. Knows deadlines and one socket; must not know HTTP. POSIX.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <mutex>
#include <thread>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/call_deadline.hpp>

namespace oaiwire::inline v0_2 {

namespace detail {

// cpp-httplib and OpenSSL write to sockets without MSG_NOSIGNAL, and a peer that has gone must not
// end the process.
class sigpipe_blocked {
public:
    sigpipe_blocked() {
        sigset_t pending;
        sigpending(&pending);
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        was_pending_ = sigismember(&pending, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    sigpipe_blocked(const sigpipe_blocked&) = delete;
    sigpipe_blocked& operator=(const sigpipe_blocked&) = delete;
    ~sigpipe_blocked() {
        sigset_t pending;
        sigpending(&pending);
        if (!was_pending_ && sigismember(&pending, SIGPIPE) == 1) {
            int taken = 0;
            sigwait(&pipe_, &taken);
        }
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    sigset_t pipe_{};
    sigset_t before_{};
    bool was_pending_ = false;
};

class httplib_watch {
public:
    httplib_watch() = default;
    httplib_watch(const httplib_watch&) = delete;
    httplib_watch& operator=(const httplib_watch&) = delete;
    ~httplib_watch() {
        {
            const std::lock_guard guard(lock_);
            quit_ = true;
        }
        changed_.notify_all();
        if (thread_.joinable()) thread_.join();
        if (socket_ >= 0) close(socket_);
    }

    // On duty for one call.
    class turn {
    public:
        turn(httplib_watch& w, const http::timeouts& d, const stop_handle& stop, bool connected)
            : watch_(w), stop_(stop) {
            watch_.begin(d, stop, connected);
        }
        turn(const turn&) = delete;
        turn& operator=(const turn&) = delete;
        ~turn() {
            stop_.set_wake(nullptr, nullptr);
            const std::lock_guard guard(watch_.lock_);
            watch_.carrying_ = false;
        }

    private:
        httplib_watch& watch_;
        stop_handle stop_;
    };

    // A socket was made and will be connected next. After the end, or once a request may have been
    // sent, none may be: what stands at its number then is no socket.
    void on_socket(int s) {
        const std::lock_guard guard(lock_);
        if (interrupted_ != errc::ok || request_began_ || established_) {
            const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
            if (nothing < 0) return;
            dup2(nothing, s);
            close(nothing);
            return;
        }
        if (socket_ >= 0) close(socket_);
        // our own number for it: httplib may close its at any time
        socket_ = fcntl(s, F_DUPFD_CLOEXEC, 0);
        phase_ = phase::connecting;
        has_socket_ = true;
        goodbye_ = false;
    }
    // TLS is established, by what the stack knows it by.
    void on_connected(const void* tls = nullptr) {
        const std::lock_guard guard(lock_);
        tls_ = tls;
        if (phase_ == phase::connecting) enter(phase::waiting);
        established_ = true;
    }
    // A TLS peer said that nothing follows.
    void on_goodbye() {
        const std::lock_guard guard(lock_);
        goodbye_ = true;
    }
    // May what has ended with its connection be whole?
    bool was_closed_properly() {
        const std::lock_guard guard(lock_);
        return interrupted_ == errc::ok && (!secure || goodbye_);
    }
    // False if this call's request was begun before.
    bool begin_request() {
        const std::lock_guard guard(lock_);
        if (phase_ == phase::connecting) enter(phase::waiting);
        return !std::exchange(request_began_, true);
    }
    // More of the request's content can go out: nobody waits for the response yet.
    void note_progress() {
        const std::lock_guard guard(lock_);
        if (phase_ == phase::waiting) since_ = clock::now();
    }
    // Waits until the socket takes bytes or has some; whether it has some, or its end.
    bool await_room() const {
        pollfd both{socket_, POLLIN | POLLOUT, 0};
        while (poll(&both, 1, -1) < 0 && errno == EINTR) {
        }
        return (both.revents & ~POLLOUT) != 0;
    }
    // What has come in the clear: bytes, 0 at the end, -1 for nothing yet.
    long receive(char* to, std::size_t room, bool wait) const {
        const auto n = recv(socket_, to, room, wait ? 0 : MSG_DONTWAIT);
        return n < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR ? 0 : n;
    }
    // What the handler takes is not the peer's time. False when the call is to end.
    void enter_handler() {
        const std::lock_guard guard(lock_);
        enter(phase::handling);
    }
    bool leave_handler() {
        const std::lock_guard guard(lock_);
        enter(phase::receiving);
        if (interrupted_ == errc::ok && stop_.stop_requested()) interrupted_ = errc::cancelled;
        return interrupted_ == errc::ok;
    }

    // Has the kept connection nothing to say, not even that it ended?
    bool is_quiet() const {
        char byte = 0;
        const auto n = recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
        return n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    }

    // Of the last call: why it was ended from here; did it get that far?
    errc interrupted() const { return interrupted_; }
    bool has_socket() const { return has_socket_; }
    bool may_have_sent() const { return request_began_ || established_; }
    const void* tls() const { return tls_; }
    bool secure = false;  // connected is not ready

private:
    using clock = std::chrono::steady_clock;
    using phase = call_phase;
    static constexpr std::int64_t longest_turn = 20;  // ms: tokens inside a stop_handle wake nobody

    void begin(const http::timeouts& d, const stop_handle& stop, bool connected) {
        {
            const std::lock_guard guard(lock_);
            timeouts_ = d;
            stop_ = stop;
            interrupted_ = errc::ok;
            has_socket_ = connected;
            if (!connected && socket_ >= 0) close(std::exchange(socket_, -1));
            request_began_ = false;
            established_ = secure && connected;
            began_ = clock::now();
            enter(connected ? phase::waiting : phase::connecting);
            carrying_ = true;
            if (!thread_.joinable()) thread_ = std::thread([this] { watch(); });
        }
        stop.set_wake([](void* w) { static_cast<httplib_watch*>(w)->changed_.notify_all(); }, this);
        changed_.notify_all();
    }

    void enter(phase p) {
        phase_ = p;
        since_ = clock::now();
    }

    void watch() {
        std::unique_lock guard(lock_);
        while (!quit_) {
            if (!carrying_) {
                changed_.wait(guard);
                continue;
            }
            if (phase_ == phase::connecting && !secure && is_connected()) enter(phase::waiting);
            const auto due = next_deadline();
            if (interrupted_ == errc::ok && stop_.stop_requested()) interrupted_ = errc::cancelled;
            if (interrupted_ == errc::ok && due.left <= 0) interrupted_ = due.code;
            // each turn: httplib may have gone on to another address
            if (interrupted_ != errc::ok && socket_ >= 0) shutdown(socket_, SHUT_RDWR);
            const auto ms = (std::clamp)(due.left, std::int64_t{1}, longest_turn);
            changed_.wait_for(guard, std::chrono::milliseconds(ms));
        }
    }

    bool is_connected() const {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        return getpeername(socket_, reinterpret_cast<sockaddr*>(&peer), &size) == 0;
    }

    call_deadline next_deadline() const {
        return detail::next_deadline(timeouts_, phase_, clock::now(), began_, since_);
    }

    std::mutex lock_{};
    std::condition_variable changed_{};
    std::thread thread_{};
    http::timeouts timeouts_{};
    stop_handle stop_{};
    clock::time_point began_{};
    clock::time_point since_{};
    int socket_ = -1;
    const void* tls_ = nullptr;
    errc interrupted_ = errc::ok;
    phase phase_ = phase::connecting;
    bool has_socket_ = false;
    bool request_began_ = false;
    bool established_ = false;  // TLS, in this call or before it
    bool goodbye_ = false;
    bool carrying_ = false;
    bool quit_ = false;
};

}  // namespace detail

}  // namespace oaiwire::inline v0_2
