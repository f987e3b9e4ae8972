// The transport of docs/transports.md.
#pragma once

// [socket]
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/pump.hpp>

// A connection without TLS. No function waits, except wait().
class tcp {
public:
    explicit tcp(const oaiwire::http::origin& to) {
        if (to.scheme != "http") return;
        std::string host = to.host;  // an IPv6 address has brackets
        if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
        getaddrinfo(host.c_str(), std::to_string(to.port).c_str(), nullptr, &found_);
        next_ = found_;
    }
    tcp(const tcp&) = delete;
    ~tcp() {
        if (fd_ >= 0) close(fd_);
        if (found_) freeaddrinfo(found_);
    }

    oaiwire::result<bool> connect() {  // true: connected; false: not yet
        for (; next_; next_ = next_->ai_next) {
            if (fd_ < 0) {
                fd_ = socket(next_->ai_family, SOCK_STREAM, 0);
                fcntl(fd_, F_SETFL, O_NONBLOCK);
                ::connect(fd_, next_->ai_addr, next_->ai_addrlen);
            }
            pollfd ready{fd_, POLLOUT, 0};
            if (poll(&ready, 1, 0) == 0) return false;
            if ((ready.revents & (POLLERR | POLLHUP)) == 0) return true;
            close(std::exchange(fd_, -1));
        }
        return oaiwire::make_error(oaiwire::errc::connect_failed);
    }
    oaiwire::result<std::size_t> write(std::string_view bytes) {  // how many were sent
        const auto n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n >= 0) return static_cast<std::size_t>(n);
        if (errno == EAGAIN) return std::size_t{0};
        return oaiwire::make_error(oaiwire::errc::send_failed);
    }
    oaiwire::result<std::optional<std::string_view>> read() {  // empty: the peer has closed
        const auto n = recv(fd_, buffer_, sizeof buffer_, 0);
        if (n >= 0) return std::string_view(buffer_, static_cast<std::size_t>(n));
        if (errno == EAGAIN) return std::nullopt;
        return oaiwire::make_error(oaiwire::errc::receive_failed);
    }
    void wait(bool to_write, int ms) {
        pollfd ready{fd_, static_cast<short>(to_write ? POLLIN | POLLOUT : POLLIN), 0};
        poll(&ready, 1, ms);
    }

private:
    addrinfo* found_ = nullptr;
    addrinfo* next_ = nullptr;  // the address that is tried
    int fd_ = -1;
    char buffer_[16384];
};

using my_transport = oaiwire::pump_transport<tcp>;
// [/socket]
