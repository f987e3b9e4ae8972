// The gateway's sockets: epoll for the clients, curl_transport for the upstreams, one thread.
#pragma once

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange.hpp"

namespace example {

class gateway_server {
public:
    explicit gateway_server(gateway_options options, std::uint16_t port = 0)
        : options_(std::move(options)),
          epoll_(epoll_create1(EPOLL_CLOEXEC)),
          fd_(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
        const int on = 1;
        setsockopt(fd_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* const a = reinterpret_cast<sockaddr*>(&address);
        socklen_t size = sizeof address;
        if (bind(fd_, a, size) != 0 || listen(fd_, SOMAXCONN) != 0 ||
            getsockname(fd_, a, &size) != 0) {
            return;
        }
        port_ = ntohs(address.sin_port);
        watch(EPOLL_CTL_ADD, fd_, EPOLLIN, 0);
    }
    gateway_server(const gateway_server&) = delete;
    gateway_server& operator=(const gateway_server&) = delete;
    ~gateway_server() {
        sessions_.clear();
        close(fd_);
        close(epoll_);
    }

    bool listening() const { return port_ != 0; }
    std::string base_url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/v1"; }
    const gateway_options& options() const { return options_; }
    std::size_t connections() const { return open_; }

    // Does what can be done, and waits at most `budget_ms` for more.
    void poll(int budget_ms) {
        // one of both is waited for: while upstreams are asked, they are likely to be first
        const bool upstreams = http_.running() != 0;
        http_.poll(upstreams ? std::min(budget_ms, 1) : 0);
        while (const auto tag = http_.next_ready()) {
            if (session* const s = find(*tag)) step(*s);
        }
        std::array<epoll_event, 512> events{};
        const int n = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()),
                                 upstreams ? 0 : budget_ms);
        for (int i = 0; i < n; ++i) {
            const auto& e = events[static_cast<std::size_t>(i)];
            if (e.data.u64 == 0) {
                accept_all();
            } else if (session* const s = find(e.data.u64)) {
                if ((e.events & (EPOLLERR | EPOLLHUP)) != 0) {
                    end(*s);
                    continue;
                }
                if ((e.events & EPOLLIN) != 0 && !receive(*s)) continue;
                step(*s);
            }
        }
        tick();
    }

private:
    struct session {
        session(int socket, std::uint64_t name, oaiwire::connection_options options,
                std::int64_t now)
            : fd(socket), id(name), http(std::move(options), now) {}
        session(const session&) = delete;
        session& operator=(const session&) = delete;
        ~session() { close(fd); }

        int fd;
        std::uint64_t id;  // its index and its generation
        gateway_connection http;
        std::optional<gateway_exchange> exchange{};
        std::uint32_t waits = EPOLLIN;
    };

    static std::int64_t now_ms() {
        using namespace std::chrono;
        return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
    }
    void watch(int how, int fd, std::uint32_t events, std::uint64_t id) const {
        epoll_event e{};
        e.events = events;
        e.data.u64 = id;
        epoll_ctl(epoll_, how, fd, &e);
    }
    session* find(std::uint64_t id) {
        const std::size_t i = (id & 0xffffffff) - 1;
        session* const s = i < sessions_.size() ? sessions_[i].get() : nullptr;
        return s != nullptr && s->id == id ? s : nullptr;
    }

    void accept_all() {
        for (int fd; (fd = accept4(fd_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
            const int on = 1;
            setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            std::size_t i = sessions_.size();
            if (!free_.empty()) {
                i = free_.back();
                free_.pop_back();
            } else {
                sessions_.emplace_back();
            }
            const std::uint64_t id = ++generation_ << 32 | (i + 1);
            oaiwire::connection_options how;
            how.incoming.validate = false;  // the upstream knows best
            how.incoming.mode = oaiwire::json::tolerant;
            how.incoming.accepts_key = [this](std::string_view key) {
                return options_.owner_of(key) != nullptr;
            };
            how.responder.unsent_limit = std::size_t{64} << 10;
            sessions_[i] = std::make_unique<session>(fd, id, std::move(how), now_ms());
            ++open_;
            watch(EPOLL_CTL_ADD, fd, EPOLLIN, id);
        }
    }

    // False if the session has ended.
    bool receive(session& s) {
        std::array<char, 16384> buffer;
        while (s.http.reading()) {
            const auto n = recv(s.fd, buffer.data(), buffer.size(), 0);
            if (n > 0) {
                s.http.feed({buffer.data(), static_cast<std::size_t>(n)}, now_ms());
                if (static_cast<std::size_t>(n) < buffer.size()) break;
            } else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
                end(s);
                return false;
            } else {
                break;
            }
        }
        return true;
    }

    // Answers requests, and sends what there is, as long as both go on.
    void step(session& s) {
        for (bool more = true; more;) {
            if (!s.exchange) {
                if (auto* const request = s.http.request()) {
                    s.exchange.emplace(options_, http_, s.id);
                    s.exchange->begin(*request, s.http.answer());
                }
            }
            if (s.exchange && !s.exchange->pump(s.http.answer())) s.exchange.reset();
            const bool waited = s.exchange && s.http.answer().full();
            if (!send_some(s)) return end(s);
            // what was sent makes room for what the upstream has, or for the next request
            more = (waited && s.exchange && !s.http.answer().full()) ||
                   (!s.exchange && s.http.request() != nullptr);
        }
        const bool unsent = !s.http.unsent().empty();
        if (s.http.closing() && !unsent) return end(s);
        const std::uint32_t waits = (s.http.reading() ? std::uint32_t{EPOLLIN} : 0) |
                                    (unsent ? std::uint32_t{EPOLLOUT} : 0);
        if (waits == s.waits) return;
        s.waits = waits;
        watch(EPOLL_CTL_MOD, s.fd, waits, s.id);
    }
    // False if the connection is lost.
    bool send_some(session& s) {
        for (std::string_view bytes; !(bytes = s.http.unsent()).empty();) {
            const auto n = send(s.fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n < 0) return errno == EAGAIN || errno == EINTR;
            s.http.sent(static_cast<std::size_t>(n), now_ms());
        }
        return true;
    }

    void end(session& s) {
        const std::size_t i = (s.id & 0xffffffff) - 1;
        --open_;
        free_.push_back(i);
        sessions_[i].reset();  // abandons its upstream, and closes the socket
    }

    // Timeouts, a few sessions at a time.
    void tick() {
        const std::int64_t now = now_ms();
        const std::size_t n = std::min<std::size_t>(sessions_.size(), 64);
        for (std::size_t i = 0; i != n; ++i) {
            ticked_ = (ticked_ + 1) % sessions_.size();
            session* const s = sessions_[ticked_].get();
            if (s == nullptr || now < s->http.due_ms()) continue;
            s->http.tick(now);
            step(*s);
        }
    }

    gateway_options options_;
    oaiwire::curl_transport http_{};
    int epoll_;
    int fd_;
    std::uint16_t port_ = 0;
    std::vector<std::unique_ptr<session>> sessions_{};
    std::vector<std::size_t> free_{};
    std::size_t open_ = 0;
    std::size_t ticked_ = 0;
    std::uint64_t generation_ = 0;
};

}  // namespace example
