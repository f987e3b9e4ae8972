// Resolves a host name on a thread of its own, so that a call can be stopped meanwhile. For
// socket.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/socket_system.hpp>

#include <atomic>
#include <memory>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The addresses of a host. Shared by the connection and the thread, which may outlive it: the
// system's resolver cannot be interrupted.
class socket_lookup {
public:
    socket_lookup(const http::origin& to, std::shared_ptr<socket_waker> waker)
        : host_(to.host), port_(std::to_string(to.port)), waker_(std::move(waker)) {
        host_.erase(0, host_.rfind('@') + 1);
        if (host_.starts_with('[')) host_ = host_.substr(1, host_.size() - 2);
    }
    socket_lookup(const socket_lookup&) = delete;
    socket_lookup& operator=(const socket_lookup&) = delete;
    ~socket_lookup() {
        if (found_) freeaddrinfo(found_);
    }

    // An address is read at once; a name on another thread, or here if there can be none.
    static void begin(const std::shared_ptr<socket_lookup>& self) {
        self->resolve(AI_NUMERICHOST | AI_NUMERICSERV);
        if (self->code_ == 0) return self->done_.store(true);
        const auto run = [self] {
            self->resolve(AI_NUMERICSERV);
            self->done_.store(true);
            self->waker_->wake();
        };
#if defined(__cpp_exceptions)
        try {
            std::thread(run).detach();
        } catch (const std::system_error&) {
            run();
        }
#else
        std::thread(run).detach();
#endif
    }

    // The rest is valid once it is done.
    bool done() const {
        return done_.load();
    }
    const addrinfo* first() const {
        return found_;
    }
    // Why there is no address.
    std::string failure() const {
        const char* const text = gai_strerror(code_);
        return text ? text : "";
    }

private:
    void resolve(int flags) {
        // Winsock is started by making a socket
        addrinfo wanted{};
        wanted.ai_socktype = SOCK_STREAM;
        wanted.ai_flags = flags;
        code_ = getaddrinfo(host_.c_str(), port_.c_str(), &wanted, &found_);
        if (code_ != 0) found_ = nullptr;
    }

    std::string host_;
    std::string port_;
    std::shared_ptr<socket_waker> waker_;
    addrinfo* found_ = nullptr;
    int code_ = 0;
    std::atomic<bool> done_{false};
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
