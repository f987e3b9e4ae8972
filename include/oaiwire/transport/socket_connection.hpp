// A TCP connection for pump_transport: names, all addresses of a host, and waits that can be woken.
// For socket.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/socket_system.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/socket_lookup.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Models pump_connection. Addresses are tried in the order of the system, the next one when one
// has failed or has not answered for 250 ms; the first that answers is taken (as RFC 8305).
class socket_connection {
public:
    // `waker`: what wakes its waits; one of its own if it is null.
    explicit socket_connection(const http::origin& to, std::shared_ptr<socket_waker> waker = {})
        : secure_(to.scheme != "http"),
          waker_(waker ? std::move(waker) : std::make_shared<socket_waker>()) {
        if (secure_) return;
        lookup_ = std::make_shared<socket_lookup>(to, waker_);
        socket_lookup::begin(lookup_);
    }
    socket_connection(const socket_connection&) = delete;
    socket_connection& operator=(const socket_connection&) = delete;
    ~socket_connection() = default;

    result<bool> connect() {
        if (secure_) {
            return make_error(errc::invalid_url,
                              "socket_transport has no TLS: use another transport for https");
        }
        if (!lookup_->done()) return false;
        if (lookup_->first() == nullptr) {
            return make_error(errc::resolve_failed, lookup_->failure());
        }
        if (!began_) next_ = lookup_->first();
        began_ = true;
        for (;;) {
            for (auto& trial : trials_) {
                int code = trial.pending_error();
                const bool ready = code == 0 && trial.is_ready(POLLOUT);
                // it may have failed in between, which makes it ready too
                if (ready) code = trial.pending_error();
                if (code != 0) {
                    failed_ = code;
                    trial = {};
                } else if (ready) {
                    socket_ = std::move(trial);
                    trials_.clear();
                    lookup_.reset();
                    return true;
                }
            }
            std::erase_if(trials_, [](const system_socket& s) { return !s.is_open(); });
            if (!next_ && trials_.empty()) {
                return make_error(errc::connect_failed, socket_error_text(failed_));
            }
            if (!next_ || (!trials_.empty() && patience().count() > 0)) return false;
            try_next();
        }
    }

    result<std::size_t> write(std::string_view bytes) {
        const auto n = socket_.send(bytes);
        if (n >= 0) return static_cast<std::size_t>(n);
        if (socket_would_block(socket_error())) return std::size_t{0};
        return make_error(errc::send_failed, socket_error_text(socket_error()));
    }

    result<std::optional<std::string_view>> read() {
        const auto n = socket_.receive(buffer_.get(), room);
        if (n >= 0) return std::string_view(buffer_.get(), static_cast<std::size_t>(n));
        if (socket_would_block(socket_error())) return std::nullopt;
        return make_error(errc::receive_failed, socket_error_text(socket_error()));
    }

    void wait(bool to_write, int ms) {
        polls_.clear();
        ms = (std::min)(ms, add_polls(polls_, to_write));
        add_poll(polls_, waker_->socket(), POLLIN);
        poll_sockets(polls_.data(), polls_.size(), ms);
        waker_->drain();
    }

    // Makes a wait() that runs, or the next one, return. On any thread.
    void wake() { waker_->wake(); }

    // Adds what it waits for, except its waker. Returns how long it may wait, in ms.
    int add_polls(std::vector<socket_poll>& to, bool to_write) const {
        if (socket_.is_open()) {
            add_poll(to, socket_.get(), static_cast<short>(to_write ? POLLIN | POLLOUT : POLLIN));
        }
        for (const auto& trial : trials_) add_poll(to, trial.get(), POLLOUT);
        // the system had no socket left for the waker
        if (waker_->socket() == no_socket) return unwoken_ms;
        if (trials_.empty()) return longest_ms;
#if defined(_WIN32)
        // Windows 10 before 2004 tells no poll of a connection that is refused
        constexpr int refused_ms = 50;
        if (!next_) return refused_ms;
#endif
        return next_ ? (std::max)(static_cast<int>(patience().count()), 0) + 1 : longest_ms;
    }
    static void add_poll(std::vector<socket_poll>& to, socket_value s, short events) {
        if (s == no_socket) return;
        socket_poll one{};
        one.fd = s;
        one.events = events;
        to.push_back(one);
    }

private:
    using clock = std::chrono::steady_clock;
    static constexpr std::size_t room = 16'384;
    static constexpr int longest_ms = 3'600'000;
    static constexpr int unwoken_ms = 20;

    // How long the address that was tried last may take before the next one is tried too.
    std::chrono::milliseconds patience() const {
        constexpr std::chrono::milliseconds most(250);
        return most - std::chrono::duration_cast<std::chrono::milliseconds>(clock::now() - tried_);
    }

    void try_next() {
        const addrinfo& to = *std::exchange(next_, next_->ai_next);
        tried_ = clock::now();
        auto trial = system_socket::make(to.ai_family, SOCK_STREAM);
        const bool begun =
            trial.is_open() &&
            (::connect(trial.get(), to.ai_addr, static_cast<socklen_t>(to.ai_addrlen)) == 0 ||
             socket_would_block(socket_error()));
        if (begun) {
            trials_.push_back(std::move(trial));
        } else {
            failed_ = socket_error();
        }
    }

    bool secure_;
    std::shared_ptr<socket_waker> waker_;
    std::shared_ptr<socket_lookup> lookup_{};  // null once it is connected
    const addrinfo* next_ = nullptr;           // the address to try
    bool began_ = false;
    std::vector<system_socket> trials_{};  // that are connecting
    clock::time_point tried_{};            // when the last one began
    int failed_ = 0;                       // why the last one failed
    system_socket socket_{};
    std::vector<socket_poll> polls_{};
    std::unique_ptr<char[]> buffer_ = std::make_unique<char[]>(room);
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
