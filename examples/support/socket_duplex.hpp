// A WebSocket connection over a plain socket: the library's codec, and what moves its bytes.
// Without TLS. POSIX sockets, no exceptions.
#pragma once

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/http/duplex.hpp>
#include <oaiwire/websocket/connection.hpp>

namespace example {

namespace http = oaiwire::http;
namespace websocket = oaiwire::websocket;
using oaiwire::errc;
using oaiwire::make_error;
using oaiwire::result;

inline std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

// Either end of a connection. Models http::duplex_stream.
class socket_duplex {
public:
    // Takes a socket that is connected, and what speaks over it.
    socket_duplex(int socket, websocket::connection codec, oaiwire::stop_handle stop = {})
        : fd_(socket), codec_(std::move(codec)), stop_(std::move(stop)) {
        codec_.tick(now_ms());
    }
    socket_duplex(socket_duplex&& other) noexcept
        : fd_(std::exchange(other.fd_, -1)),
          codec_(std::move(other.codec_)),
          stop_(std::move(other.stop_)),
          in_(std::move(other.in_)),
          lent_(std::move(other.lent_)),
          closed_(other.closed_) {}
    socket_duplex& operator=(socket_duplex other) noexcept {
        std::swap(fd_, other.fd_);
        codec_ = std::move(other.codec_);
        stop_ = std::move(other.stop_);
        in_ = std::move(other.in_);
        lent_ = std::move(other.lent_);
        closed_ = other.closed_;
        return *this;
    }
    ~socket_duplex() {
        if (fd_ >= 0) ::close(fd_);
    }

    const http::response_head& head() const { return *codec_.head(); }
    bool ended() const { return codec_.ended(); }
    const http::close_status& closed() const { return codec_.closed(); }
    const websocket::connection& codec() const { return codec_; }

    // Returns once the handshake is done.
    result<void> open() {
        while (!codec_.open() && !codec_.ended()) {
            move_bytes(never);
            take_in();
        }
        return outcome();
    }

    result<void> send(http::message_kind kind, std::string_view data) {
        if (auto queued = codec_.send(kind, data); !queued) return queued;
        while (!codec_.unsent().empty() && !codec_.ended()) move_bytes(never);
        return outcome();
    }

    // The message is valid until the next call.
    result<std::optional<http::message>> receive(std::int64_t wait_ms) {
        const std::int64_t until = wait_ms < 0 ? never : now_ms() + wait_ms;
        for (;;) {
            while (const auto* event = codec_.next()) {
                if (event->kind != websocket::event_kind::message) continue;
                return std::optional(http::message{event->type, event->data});
            }
            if (codec_.ended()) {
                flush();
                if (auto how = outcome(); !how) return std::move(how).error();
                return std::optional<http::message>{};
            }
            if (take_in()) continue;
            if (wait_ms >= 0 && now_ms() > until) return std::optional<http::message>{};
            move_bytes(until);
        }
    }

    result<void> close(std::uint16_t code, std::string_view reason) {
        if (auto queued = codec_.close(code, reason); !queued) return queued;
        while (!codec_.ended()) {
            move_bytes(never);
            take_in();
            while (codec_.next() != nullptr) {
            }
        }
        flush();
        return outcome();
    }

private:
    static constexpr std::int64_t never = websocket::connection::never;
    static constexpr std::size_t most = std::size_t{1} << 20;  // bytes that wait to be read

    result<void> outcome() const {
        if (codec_.error().code != errc::ok) return codec_.error();
        return {};
    }

    // Gives what came to the codec, once it has used up what it had.
    bool take_in() {
        if (in_.empty() && !closed_) return false;
        while (codec_.next() != nullptr) {
        }
        lent_.swap(in_);
        in_.clear();
        codec_.feed(lent_);
        if (closed_) codec_.finish();
        return true;
    }

    // Waits until something can be moved, a timer is due or `until` has come; then does it.
    void move_bytes(std::int64_t until) {
        constexpr std::int64_t turn = 20;  // a stop is seen so soon
        const std::int64_t due = (std::min)(until, codec_.due_ms());
        const auto wait = std::clamp(due - now_ms(), std::int64_t{0}, turn);
        const int reads = in_.size() < most && !closed_ ? POLLIN : 0;
        const int writes = codec_.unsent().empty() ? 0 : POLLOUT;
        pollfd ready{fd_, static_cast<short>(reads | writes), 0};
        poll(&ready, 1, static_cast<int>(wait));
        if (stop_.stop_requested()) return codec_.fail(make_error(errc::cancelled));
        if ((ready.revents & (POLLIN | POLLHUP | POLLERR)) != 0 && reads != 0) read();
        if ((ready.revents & POLLOUT) != 0) write();
        if (codec_.due_ms() <= now_ms()) codec_.tick(now_ms());
    }

    void read() {
        char buffer[16384];
        const auto n = recv(fd_, buffer, sizeof buffer, MSG_DONTWAIT);
        if (n > 0) in_.append(buffer, static_cast<std::size_t>(n));
        if (n == 0) closed_ = true;
        if (n < 0 && errno != EAGAIN && errno != EINTR) {
            codec_.fail(make_error(errc::receive_failed));
        }
    }

    void write() {
        const std::string_view bytes = codec_.unsent();
        const auto n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n > 0) codec_.sent(static_cast<std::size_t>(n));
        if (n < 0 && errno != EAGAIN && errno != EINTR) {
            codec_.fail(make_error(errc::send_failed));
        }
    }

    // The close frame of an end, if the network takes it at once.
    void flush() {
        if (!codec_.unsent().empty()) write();
    }

    int fd_ = -1;
    websocket::connection codec_{};
    oaiwire::stop_handle stop_{};
    std::string in_{};    // bytes that came
    std::string lent_{};  // that the codec reads
    bool closed_ = false;
};

// Opens such connections, as a client. Models http::duplex_transport.
struct socket_duplex_transport {
    result<socket_duplex> connect(const http::duplex_request& request) {
        auto made = websocket::connection::connect(
            request, [] { return static_cast<std::uint32_t>(std::random_device{}()); });
        if (!made) return std::move(made).error();
        if (request.origin.scheme != "http") {
            return make_error(errc::invalid_url, "this example has no TLS");
        }
        const int fd = dial(request.origin);
        if (fd < 0) return make_error(errc::connect_failed);
        socket_duplex duplex(fd, std::move(*made), request.stop);
        if (auto ok = duplex.open(); !ok) return std::move(ok).error();
        return duplex;
    }

private:
    static int dial(const http::origin& origin) {
        addrinfo wanted{};
        wanted.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        const auto port = std::to_string(origin.port);
        if (getaddrinfo(origin.host.c_str(), port.c_str(), &wanted, &found) != 0) return -1;
        int fd = -1;
        for (auto* a = found; a != nullptr && fd < 0; a = a->ai_next) {
            fd = socket(a->ai_family, SOCK_STREAM, 0);
            if (fd >= 0 && ::connect(fd, a->ai_addr, a->ai_addrlen) != 0) {
                ::close(std::exchange(fd, -1));
            }
        }
        freeaddrinfo(found);
        return fd;
    }
};

static_assert(http::duplex_stream<socket_duplex>);
static_assert(http::duplex_transport<socket_duplex_transport>);

}  // namespace example
