// Client of fault_host.hpp, the server that misbehaves as scripted: controls it.
#pragma once

#if defined(_WIN32)
#include <winsock2.h>
#else
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <mutex>
#include <sstream>
#include <string>
#include <string_view>

#include "check.hpp"
#include "script.hpp"

namespace oaiwire::conformance {

namespace detail {

#if defined(_WIN32)
using native_socket = SOCKET;
inline void close_socket(native_socket s) {
    closesocket(s);
}
constexpr int no_signal = 0;
#else
using native_socket = int;
inline void close_socket(native_socket s) {
    ::close(s);
}
constexpr int no_signal = MSG_NOSIGNAL;
#endif

}  // namespace detail

class fault_server {
public:
    // What the server received for one script.
    struct report {
        int requests = 0;
        int connections = 0;  // used for them
        std::size_t body_size = 0;
        std::uint64_t body_hash = 0;
        std::string head{};  // of the last request: its first line and fields, verbatim
    };

    // `ports`: its first line.
    explicit fault_server(const std::string& ports) {
#if defined(_WIN32)
        WSADATA about;
        WSAStartup(MAKEWORD(2, 2), &about);
#endif
        unsigned a = 0, b = 0, c = 0, d = 0;
        if (std::sscanf(ports.c_str(), "%u %u %u %u", &a, &b, &c, &d) != 4) return;
        other_port = static_cast<std::uint16_t>(b);
        full_port = static_cast<std::uint16_t>(c);
        six_port = static_cast<std::uint16_t>(d);
        fd_ = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(a));
        const auto* const at = reinterpret_cast<const sockaddr*>(&address);
        if (connect(fd_, at, sizeof address) == 0) port = static_cast<std::uint16_t>(a);
    }
    fault_server(const fault_server&) = delete;
    ~fault_server() {
        detail::close_socket(fd_);
    }

    // Registers a script; requests for "/ID", or below, execute it.
    std::string add(const script& s) {
        detail::tell_server(s.text());
        return ask("POST /script", s.text());
    }
    report seen(const std::string& id) {
        report r;
        std::istringstream in(ask("GET /report/" + id));
        in >> r.requests >> r.connections >> r.body_size >> r.body_hash;
        in.ignore();
        r.head.assign(std::istreambuf_iterator<char>(in), {});
        return r;
    }
    // The frames that were read, a line each; see fault_host.hpp.
    std::string frames(const std::string& id) {
        return ask("GET /frames/" + id);
    }
    // Starts a port with TLS and these PEM files; 0 on failure.
    std::uint16_t serve_tls(const std::string& certificate, const std::string& key) {
        const auto answer = ask("POST /tls", certificate + '\n' + key + '\n');
        return static_cast<std::uint16_t>(std::atoi(answer.c_str()));
    }
    // The number of decrypted request bytes so far.
    std::size_t tls_bytes() {
        return static_cast<std::size_t>(std::atoll(ask("GET /tls").c_str()));
    }

    std::uint16_t port = 0;  // 0: the server could not be started
    std::uint16_t other_port = 0;
    std::uint16_t full_port = 0;
    std::uint16_t six_port = 0;  // 0: no IPv6 available

private:
#if defined(_WIN32)
    using size_type = int;
#else
    using size_type = std::size_t;
#endif

    std::string ask(const std::string& what, const std::string& body = {}) {
        const std::lock_guard guard(lock_);
        const auto out = what + " HTTP/1.1\r\nContent-Length: " + std::to_string(body.size()) +
                         "\r\n\r\n" + body;
        for (std::size_t sent = 0; sent < out.size();) {
            const auto left = static_cast<size_type>(out.size() - sent);
            const auto n = ::send(fd_, out.data() + sent, left, detail::no_signal);
            if (n <= 0) return {};
            sent += static_cast<std::size_t>(n);
        }
        std::string in;
        for (;;) {
            const auto head = in.find("\r\n\r\n");
            const auto length = in.find("Content-Length: ");
            if (head != in.npos && length < head) {
                const auto due = head + 4 + std::strtoull(in.c_str() + length + 16, nullptr, 10);
                if (in.size() >= due) return in.substr(head + 4);
            }
            char some[4096];
            const auto n = recv(fd_, some, sizeof some, 0);
            if (n <= 0) return {};
            in.append(some, static_cast<std::size_t>(n));
        }
    }

    std::mutex lock_{};  // a rule whose call hangs may go on beside the next
    detail::native_socket fd_{};
};

}  // namespace oaiwire::conformance
