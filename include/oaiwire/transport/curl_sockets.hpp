// The sockets that libcurl waits for: by epoll on Linux, where a wait costs what is ready,
// elsewhere by curl_multi_poll(), where it costs what is open.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <curl/curl.h>
#if defined(__linux__)
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#endif

#include <oaiwire/core/macros_resume.hpp>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The CURL_POLL_* that libcurl asks for.
constexpr bool curl_wants_in(int what) {
    return what == CURL_POLL_IN || what == CURL_POLL_INOUT;
}
constexpr bool curl_wants_out(int what) {
    return what == CURL_POLL_OUT || what == CURL_POLL_INOUT;
}

#if defined(__linux__)

// An epoll instance and an eventfd that wakes its waiter. Level-triggered. Not movable.
class curl_epoll {
public:
    curl_epoll()
        : set_(epoll_create1(EPOLL_CLOEXEC)), wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        if (set_ < 0 || wake_ < 0 || !watch(wake_, EPOLLIN)) close_all();
    }
    curl_epoll(const curl_epoll&) = delete;
    curl_epoll& operator=(const curl_epoll&) = delete;
    ~curl_epoll() { close_all(); }

    // False if the system gave none.
    bool sound() const { return set_ >= 0; }

    // Sets what a socket is waited for. False if the system refuses.
    bool set(curl_socket_t socket, int what) noexcept {
        std::uint32_t events = 0;
        if (curl_wants_in(what)) events |= EPOLLIN;
        if (curl_wants_out(what)) events |= EPOLLOUT;
        if (events != 0) return watch(socket, events);
        // it may be closed, and has left the set by that
        epoll_ctl(set_, EPOLL_CTL_DEL, socket, nullptr);
        return true;
    }

    // Waits at most `ms` milliseconds, and calls act(socket, CURL_CSELECT_* mask) once for each
    // socket that is ready. `most`: how many sockets there may be. Those that are ready come in
    // turn, however many they are. Returns how often it called act, or -1 if it could not wait.
    template <class Act>
    std::ptrdiff_t wait(int ms, std::size_t most, Act&& act) {
        std::ptrdiff_t acted = 0;
        for (std::size_t seen = 0;;) {
            epoll_event ready[at_once];
            const int n = epoll_wait(set_, ready, at_once, ms);
            if (n < 0) return errno == EINTR ? acted : -1;
            for (int i = 0; i != n; ++i) {
                if (ready[i].data.fd == wake_) {
                    eventfd_t count = 0;
                    eventfd_read(wake_, &count);
                    continue;
                }
                ++acted;
                act(ready[i].data.fd, mask_of(ready[i].events));
            }
            seen += static_cast<std::size_t>(n);
            // the kernel names those that were named last after all others
            if (n != at_once || seen >= most) return acted;
            ms = 0;
        }
    }

    // Ends the wait that runs, or else the next. From any thread.
    void wake() noexcept { eventfd_write(wake_, 1); }

private:
    static constexpr int at_once = 128;

    bool watch(int fd, std::uint32_t events) noexcept {
        epoll_event e{};
        e.events = events;
        e.data.fd = fd;
        if (epoll_ctl(set_, EPOLL_CTL_MOD, fd, &e) == 0) return true;
        return errno == ENOENT && epoll_ctl(set_, EPOLL_CTL_ADD, fd, &e) == 0;
    }
    // A socket with an error is ready for everything: libcurl finds out.
    static int mask_of(std::uint32_t events) {
        int mask = 0;
        if ((events & (EPOLLIN | EPOLLERR | EPOLLHUP)) != 0) mask |= CURL_CSELECT_IN;
        if ((events & (EPOLLOUT | EPOLLERR | EPOLLHUP)) != 0) mask |= CURL_CSELECT_OUT;
        return mask;
    }
    void close_all() {
        for (int* fd : {&set_, &wake_}) {
            if (*fd >= 0) close(std::exchange(*fd, -1));
        }
    }

    int set_;   // -1: none
    int wake_;  // -1: none
};

#endif

// The same by curl_multi_poll(), which works everywhere: each wait looks at all sockets.
class curl_poller {
public:
    curl_poller() : waiter_(curl_multi_init()) {}
    curl_poller(const curl_poller&) = delete;
    curl_poller& operator=(const curl_poller&) = delete;
    ~curl_poller() { curl_multi_cleanup(waiter_); }

    // See curl_epoll.
    bool sound() const { return waiter_ != nullptr; }
    bool set(curl_socket_t socket, int what) noexcept {
        const auto at = std::find_if(sockets_.begin(), sockets_.end(),
                                     [&](const curl_waitfd& s) { return s.fd == socket; });
        int events = 0;
        if (curl_wants_in(what)) events |= CURL_WAIT_POLLIN;
        if (curl_wants_out(what)) events |= CURL_WAIT_POLLOUT;
        if (at != sockets_.end() && events != 0) {
            at->events = static_cast<short>(events);
        } else if (at != sockets_.end()) {
            *at = sockets_.back();
            sockets_.pop_back();
        } else if (events != 0) {
            const auto add = [&] {
                sockets_.push_back({socket, static_cast<short>(events), 0});
                ready_.reserve(sockets_.capacity());
                return true;
            };
            const auto known = sockets_.size();
            if (within_memory(add, [] { return false; })) return true;
            sockets_.resize(known);
            return false;
        }
        return true;
    }
    template <class Act>
    std::ptrdiff_t wait(int ms, std::size_t, Act&& act) {
        int count = 0;
        if (curl_multi_poll(waiter_, sockets_.data(), static_cast<unsigned>(sockets_.size()), ms,
                            &count) != CURLM_OK) {
            return -1;
        }
        ready_.clear();  // a copy: act may change sockets_
        if (count <= 0) return 0;
        for (const auto& s : sockets_) {
            if (s.revents != 0) ready_.push_back(s);
        }
        if (ready_.size() < static_cast<std::size_t>(count)) {
            ready_ = sockets_;  // an error sets no revents bit: libcurl looks at every socket
            for (auto& s : ready_) s.revents = s.events;
        }
        for (const auto& s : ready_) {
            int mask = 0;
            if ((s.revents & CURL_WAIT_POLLIN) != 0) mask |= CURL_CSELECT_IN;
            if ((s.revents & CURL_WAIT_POLLOUT) != 0) mask |= CURL_CSELECT_OUT;
            act(s.fd, mask);
        }
        return static_cast<std::ptrdiff_t>(ready_.size());
    }
    void wake() noexcept { curl_multi_wakeup(waiter_); }

private:
    CURLM* waiter_;  // has no transfers: only waits
    std::vector<curl_waitfd> sockets_{};
    std::vector<curl_waitfd> ready_{};  // has the capacity of sockets_
};

// Whichever of the two the system has. Its functions are those of curl_epoll.
class curl_sockets {
public:
    curl_sockets() {
#if defined(__linux__)
        if (epoll_.sound()) return;
#endif
        poller_ = std::make_unique<curl_poller>();
    }

    bool sound() const {
        return !poller_ || poller_->sound();
    }
    // True if a wait costs what is ready.
    bool scales() const {
        return !poller_;
    }
    bool set(curl_socket_t socket, int what) noexcept {
#if defined(__linux__)
        if (!poller_) return epoll_.set(socket, what);
#endif
        return poller_->set(socket, what);
    }
    template <class Act>
    std::ptrdiff_t wait(int ms, std::size_t most, Act&& act) {
#if defined(__linux__)
        if (!poller_) return epoll_.wait(ms, most, act);
#endif
        return poller_->wait(ms, most, act);
    }
    void wake() noexcept {
#if defined(__linux__)
        if (!poller_) return epoll_.wake();
#endif
        poller_->wake();
    }

private:
#if defined(__linux__)
    curl_epoll epoll_{};
#endif
    std::unique_ptr<curl_poller> poller_{};  // where there is no epoll
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
