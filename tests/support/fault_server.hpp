// Client of fault_server.cpp: starts it and controls it. On Windows the server runs elsewhere on
// this machine (under Wine it is a program of Linux), and OAIWIRE_TEST_FAULT_PORTS is its first
// line.
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
#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>

#if !defined(_WIN32)
#include <support/http_server.hpp>
#endif

namespace support {

#if defined(_WIN32)
// In place of the process that runs the server.
class child_process {
public:
    explicit child_process(std::initializer_list<const char*>) {
        WSADATA about;
        WSAStartup(MAKEWORD(2, 2), &about);
    }
    std::string read_line() const {
        const char* const ports = std::getenv("OAIWIRE_TEST_FAULT_PORTS");
        return ports ? ports : "";
    }
};
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

// The steps after a request; see fault_server.cpp.
class script {
public:
    script& send(std::string_view bytes) { return counted("send ", bytes); }
    script& bytewise(std::string_view bytes) { return counted("bytewise ", bytes); }
    script& repeat(std::size_t times, std::string_view bytes) {  // 0: without end
        return counted("repeat " + std::to_string(times) + ' ', bytes);
    }
    script& pause_us(std::size_t us) { return line("pause " + std::to_string(us)); }
    script& close() { return line("close"); }
    script& cut() { return line("cut"); }
    script& reset() { return line("reset"); }
    script& half_close() { return line("half_close"); }
    script& stall() { return line("stall"); }
    script& deaf() { return line("deaf"); }
    script& unread() { return line("unread"); }
    script& paced_us(std::size_t us) { return line("paced " + std::to_string(us)); }
    script& take() { return line("take"); }
    script& next() { return line("next"); }
    // Accepts a WebSocket; `fields`: more of the head, with their line ends. `frames`: sent with
    // it.
    script& upgrade(std::string_view fields = {}, std::string_view frames = {}) {
        return counted("upgrade ", std::string(fields).append("\r\n").append(frames));
    }
    script& frames(std::size_t n) { return line("frames " + std::to_string(n)); }  // 0: all
    script& echo(std::size_t n = 0) { return line("echo " + std::to_string(n)); }
    // A step without an argument.
    script& line(std::string_view step) {
        text_.append(step).append("\n");
        return *this;
    }
    const std::string& text() const { return text_; }

private:
    script& counted(const std::string& step, std::string_view bytes) {
        return line(step + std::to_string(bytes.size())).line(bytes);
    }
    std::string text_{};
};

// The server's hash of the bytes it receives; can be continued.
inline std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = 0xcbf29ce484222325u) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return hash;
}

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

    explicit fault_server(const char* program) : process_({program}) {
        unsigned a = 0, b = 0, c = 0, d = 0;
        if (std::sscanf(process_.read_line().c_str(), "%u %u %u %u", &a, &b, &c, &d) != 4) return;
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
    ~fault_server() { close_socket(fd_); }

    // Registers a script; requests for "/ID", or below, execute it.
    std::string add(const script& s) { return ask("POST /script", s.text()); }
    report seen(const std::string& id) {
        report r;
        std::istringstream in(ask("GET /report/" + id));
        in >> r.requests >> r.connections >> r.body_size >> r.body_hash;
        in.ignore();
        r.head.assign(std::istreambuf_iterator<char>(in), {});
        return r;
    }
    // The frames that were read, a line each; see fault_server.cpp.
    std::string frames(const std::string& id) { return ask("GET /frames/" + id); }
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
        const auto out = what + " HTTP/1.1\r\nContent-Length: " + std::to_string(body.size()) +
                         "\r\n\r\n" + body;
        for (std::size_t sent = 0; sent < out.size();) {
            const auto left = static_cast<size_type>(out.size() - sent);
            const auto n = ::send(fd_, out.data() + sent, left, no_signal);
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

    child_process process_;
    native_socket fd_{};
};

}  // namespace support
