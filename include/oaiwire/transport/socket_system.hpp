// The sockets of the system under one set of names: POSIX, or Winsock (link ws2_32). For
// socket.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#if defined(_WIN32)
#if !defined(WIN32_LEAN_AND_MEAN)
#define WIN32_LEAN_AND_MEAN
#define OAIWIRE_UNDEF_LEAN_AND_MEAN
#endif
#if !defined(NOMINMAX)
#define NOMINMAX
#define OAIWIRE_UNDEF_NOMINMAX
#endif
#include <winsock2.h>
// needs winsock2.h
#include <ws2tcpip.h>
#if defined(OAIWIRE_UNDEF_LEAN_AND_MEAN)
#undef WIN32_LEAN_AND_MEAN
#undef OAIWIRE_UNDEF_LEAN_AND_MEAN
#endif
#if defined(OAIWIRE_UNDEF_NOMINMAX)
#undef NOMINMAX
#undef OAIWIRE_UNDEF_NOMINMAX
#endif
#else
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

#include <oaiwire/core/macros_resume.hpp>

#include <cerrno>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

#if defined(_WIN32)
using socket_value = SOCKET;
using socket_poll = WSAPOLLFD;
inline constexpr socket_value no_socket = INVALID_SOCKET;

inline int socket_error() {
    return WSAGetLastError();
}
inline bool socket_would_block(int code) {
    return code == WSAEWOULDBLOCK || code == WSAEINPROGRESS || code == WSAEINTR;
}
inline int poll_sockets(socket_poll* all, std::size_t count, int ms) {
    return WSAPoll(all, static_cast<ULONG>(count), ms);
}
#else
using socket_value = int;
using socket_poll = pollfd;
inline constexpr socket_value no_socket = -1;

inline int socket_error() {
    return errno;
}
inline bool socket_would_block(int code) {
#if EWOULDBLOCK != EAGAIN
    if (code == EWOULDBLOCK) return true;
#endif
    return code == EAGAIN || code == EINPROGRESS || code == EINTR;
}
inline int poll_sockets(socket_poll* all, std::size_t count, int ms) {
    return ::poll(all, static_cast<nfds_t>(count), ms);
}
#endif

// The system's text for an error code.
inline std::string socket_error_text(int code) {
    return std::system_category().message(code);
}

// A socket that does not block, closed by its destructor. Movable.
class system_socket {
public:
    system_socket() = default;
    explicit system_socket(socket_value s) : socket_(s) {}
    system_socket(system_socket&& other) noexcept
        : socket_(std::exchange(other.socket_, no_socket)) {}
    system_socket& operator=(system_socket&& other) noexcept {
        if (this != &other) {
            close();
            socket_ = std::exchange(other.socket_, no_socket);
        }
        return *this;
    }
    ~system_socket() { close(); }

    // A new socket; check with is_open(). `type`: SOCK_STREAM or SOCK_DGRAM.
    static system_socket make(int family, int type) {
#if defined(_WIN32)
        struct started {
            started() {
                WSADATA about;
                static_cast<void>(WSAStartup(MAKEWORD(2, 2), &about));
            }
        };
        static const started winsock;
#endif
#if defined(SOCK_CLOEXEC) && defined(SOCK_NONBLOCK)
        // at once: another thread may start a program
        system_socket made(::socket(family, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
#else
        system_socket made(::socket(family, type, 0));
#endif
        if (!made.is_open()) return made;
        const int on = 1;
        static_cast<void>(on);
#if defined(_WIN32)
        u_long non_blocking = 1;
        ioctlsocket(made.socket_, static_cast<long>(FIONBIO), &non_blocking);
#elif !defined(SOCK_CLOEXEC) || !defined(SOCK_NONBLOCK)
        fcntl(made.socket_, F_SETFL, fcntl(made.socket_, F_GETFL) | O_NONBLOCK);
        fcntl(made.socket_, F_SETFD, FD_CLOEXEC);
#endif
#if defined(SO_NOSIGPIPE)
        setsockopt(made.socket_, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
        if (type == SOCK_STREAM) {
            made.turn_on(IPPROTO_TCP, TCP_NODELAY);
            made.turn_on(SOL_SOCKET, SO_KEEPALIVE);
        }
        return made;
    }

    bool is_open() const {
        return socket_ != no_socket;
    }
    socket_value get() const {
        return socket_;
    }

    // The number of bytes that the system took; negative: see socket_error(). Raises no SIGPIPE.
    std::ptrdiff_t send(std::string_view bytes) const {
#if defined(_WIN32)
        constexpr std::size_t most = std::size_t{1} << 30;
        return ::send(socket_, bytes.data(), static_cast<int>(bytes.substr(0, most).size()), 0);
#elif defined(MSG_NOSIGNAL)
        return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
#else
        return ::send(socket_, bytes.data(), bytes.size(), 0);
#endif
    }
    // The number of bytes received; 0: the peer has closed; negative: see socket_error().
    std::ptrdiff_t receive(char* to, std::size_t room) const {
#if defined(_WIN32)
        return ::recv(socket_, to, static_cast<int>(room), 0);
#else
        return ::recv(socket_, to, room, 0);
#endif
    }
    // The error of a connection that could not be made; 0 if there is none.
    int pending_error() const {
        int code = 0;
        socklen_t size = sizeof code;
        auto* const to = reinterpret_cast<char*>(&code);  // as Winsock has it
        if (getsockopt(socket_, SOL_SOCKET, SO_ERROR, to, &size) != 0) return socket_error();
        return code;
    }
    // Whether one of these events, POLLIN or POLLOUT, or an error is there now.
    bool is_ready(short events) const {
        socket_poll one{};
        one.fd = socket_;
        one.events = events;
        return poll_sockets(&one, 1, 0) > 0;
    }

private:
    void turn_on(int level, int option) const {
        const int on = 1;
        setsockopt(socket_, level, option, reinterpret_cast<const char*>(&on), sizeof on);
    }
    void close() {
        if (socket_ == no_socket) return;
#if defined(_WIN32)
        closesocket(socket_);
#else
        ::close(socket_);
#endif
        socket_ = no_socket;
    }

    socket_value socket_ = no_socket;
};

// What makes a wait for sockets return, from any thread: a datagram socket on loopback that sends
// to itself, which every system has.
class socket_waker {
public:
    socket_waker() : socket_(system_socket::make(AF_INET, SOCK_DGRAM)) {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* const at = reinterpret_cast<sockaddr*>(&address);
        if (!socket_.is_open()) return;
        const bool connected = ::bind(socket_.get(), at, size) == 0 &&
                               getsockname(socket_.get(), at, &size) == 0 &&
                               ::connect(socket_.get(), at, size) == 0;
        if (!connected) socket_ = {};
    }

    // The next wait with socket() returns, or the one that runs.
    void wake() const {
        if (socket_.is_open()) static_cast<void>(socket_.send("w"));
    }
    // Once a wait has returned: forgets what was sent.
    void drain() const {
        char some[16];
        while (socket_.is_open() && socket_.receive(some, sizeof some) > 0) {
        }
    }
    // no_socket: the system has none left, and nothing wakes.
    socket_value socket() const { return socket_.get(); }

private:
    system_socket socket_;
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
