// A server for fault tests, on threads of its own: sends arbitrary bytes in arbitrary pieces and
// then misbehaves as scripted. POSIX sockets. It has four ports on loopback, "PORT OTHER FULL SIX".
// PORT and OTHER serve, as does SIX on IPv6 (0 if unavailable); FULL does not accept connections,
// and its backlog is full.
//
// POST /script    registers the body and returns its id. A request for /ID, /ID/... or /ID?... is
//                 then read and answered by the script, which has one step per line:
//                   send N       N bytes follow, then a line feed: sends them at once
//                   bytewise N   the same, each byte separately
//                   repeat K N   the same, K times; 0: until the client closes
//                   pause US     waits, in microseconds
//                   close        FIN, after close_notify with TLS
//                   cut          FIN alone
//                   reset        RST
//                   half_close   FIN, then reads until the client closes
//                   stall        silence until the client closes
//                   deaf         silence until the client closes, without reading
//                   unread       as first step: runs after the head was read, without the body
//                   take         reads that body now
//                   paced US     as first step: reads the body slowly, microseconds per 64 KiB
//                   next         the following steps answer the next request for this script
//                   upgrade N    accepts a WebSocket handshake (RFC 6455); N bytes follow that are
//                                sent at once with the status line and the three fields
//                   frames K     reads K frames of the client, or one by one until the client
//                                closes if K is 0
//                   echo K       the same, and sends each back; a pong for a ping
//                 After its last step the connection continues to serve, unless the client
//                 requested a close.
// GET /report/ID  returns "REQUESTS CONNECTIONS", then for the last request a line "SIZE HASH" of
//                 its body (64-bit FNV-1a) and its head verbatim
// GET /frames/ID  returns the frames that were read, a line each: "FIRST SIZE HASH" of its first
// byte
//                 and its payload, and the payload if that is short; "unmasked" for one without
//                 mask
// POST /tls       "CERTIFICATE\nKEY\n", PEM files: returns a port with TLS, 0 on failure
// GET /tls        returns the number of decrypted bytes so far
#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#ifdef OAIWIRE_TEST_TLS
#include <openssl/err.h>
#include <openssl/ssl.h>
#endif

#include "fault_websocket.hpp"
#include "script.hpp"

namespace oaiwire::conformance::detail {

struct step {
    std::string what{};
    std::size_t count = 0;
    std::string bytes{};
};
using part = std::vector<step>;

struct script_record {
    std::vector<part> parts{{}};
    std::size_t requests = 0;
    std::vector<int> connections{};
    std::string head{};
    std::size_t body_size = 0;
    std::uint64_t body_hash = 0;
    std::string frames{};
};

// Never destroyed: its threads run until the process ends.
struct host_state {
    std::mutex lock{};
    std::vector<script_record> scripts{};  // ids are indices, starting at 1
    std::atomic<int> connections{0};
    std::atomic<std::size_t> tls_bytes{0};
};
inline host_state& host() {
    static host_state& one = *new host_state;
    return one;
}

// A connection, with or without TLS.
class peer {
public:
    explicit peer(int fd) : fd_(fd) {
        const int on = 1;
        setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    peer(const peer&) = delete;
    virtual ~peer() {
        if (fd_ >= 0) close(fd_);
    }
    virtual long get(char* to, std::size_t n) { return recv(fd_, to, n, 0); }
    virtual long put_some(const char* from, std::size_t n) {
        return send(fd_, from, n, MSG_NOSIGNAL);
    }
    virtual void say_goodbye() {}

    bool put(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto n = put_some(bytes.data(), bytes.size());
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }
    void half_close() { shutdown(fd_, SHUT_WR); }
    void wait_for_its_end() {
        char some[4096];
        while (recv(fd_, some, sizeof some, 0) > 0) {
        }
    }
    void wait_deaf() {
        pollfd gone{fd_, POLLRDHUP, 0};
        while (poll(&gone, 1, -1) == 0) {
        }
    }
    void reset() {
        const linger hard{1, 0};
        setsockopt(fd_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        close(std::exchange(fd_, -1));
    }

protected:
    int fd_;
};

#ifdef OAIWIRE_TEST_TLS
class tls_peer final : public peer {
public:
    tls_peer(int fd, SSL_CTX* context) : peer(fd), ssl_(SSL_new(context)) {
        SSL_set_fd(ssl_, fd);
        accepted_ = SSL_accept(ssl_) == 1;
    }
    ~tls_peer() override { SSL_free(ssl_); }
    long get(char* to, std::size_t n) override {
        ERR_clear_error();
        const long got = accepted_ ? SSL_read(ssl_, to, static_cast<int>(n)) : -1;
        if (got > 0) host().tls_bytes += static_cast<std::size_t>(got);
        return got;
    }
    long put_some(const char* from, std::size_t n) override {
        ERR_clear_error();
        return SSL_write(ssl_, from, static_cast<int>((std::min)(n, std::size_t{1} << 20)));
    }
    void say_goodbye() override {
        if (accepted_) SSL_shutdown(ssl_);
    }

private:
    SSL* ssl_;
    bool accepted_ = false;
};
#endif

inline std::string lower(std::string text) {
    for (auto& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

inline std::vector<part> parse(const std::string& text) {
    std::vector<part> parts(1);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        std::istringstream words(text.substr(at, end - at));
        at = end == text.npos ? text.size() : end + 1;
        step s;
        words >> s.what;
        if (s.what == "next") {
            parts.emplace_back();
            continue;
        }
        for (const char* counted : {"pause", "repeat", "paced", "frames", "echo"}) {
            if (s.what == counted) words >> s.count;
        }
        if (std::size_t n = 0; words >> n) {
            s.bytes = text.substr(at, n);
            at += n + 1;
        }
        parts.back().push_back(std::move(s));
    }
    return parts;
}

class host_connection {
public:
    explicit host_connection(peer& p) : peer_(p), serial_(++host().connections) {}

    void serve() {
        while (take_head()) {
            const auto target = head_.find(' ') + 1;
            auto path = head_.substr(target, head_.find_first_of(" \r", target) - target);
            if (path.starts_with("http://")) path.erase(0, path.find('/', 7));
            const auto id = static_cast<std::size_t>(std::atoll(path.c_str() + 1));
            if (!(id != 0 ? run(id) : control(path))) return;
            if (lower(head_).find("\r\nconnection: close\r\n") != head_.npos) break;
        }
        peer_.say_goodbye();
    }

private:
    bool more() {
        char some[65536];
        if (pace_ != 0) std::this_thread::sleep_for(std::chrono::microseconds(pace_));
        const auto n = peer_.get(some, sizeof some);
        if (n > 0) in_.append(some, static_cast<std::size_t>(n));
        return n > 0;
    }
    bool take_head() {
        for (std::size_t end = 0; (end = in_.find("\r\n\r\n")) == in_.npos;) {
            if (!more()) return false;
        }
        head_ = in_.substr(0, in_.find("\r\n\r\n") + 4);
        in_.erase(0, head_.size());
        return true;
    }
    // A body with a length or, if chunked, of any length; chunks are recorded with their framing.
    bool take_body(std::string* keep, std::size_t& size, std::uint64_t& hash) {
        const auto head = lower(head_);
        const auto length = head.find("\r\ncontent-length:");
        const bool chunked = head.find("\r\ntransfer-encoding: chunked") != head.npos;
        auto left = length == head.npos
                        ? std::size_t{0}
                        : static_cast<std::size_t>(std::atoll(head.c_str() + length + 17));
        hash = 0xcbf29ce484222325u;
        std::string tail;
        for (size = 0; chunked ? !tail.ends_with("0\r\n\r\n") : left != 0;) {
            if (in_.empty() && !more()) return false;
            const auto n = chunked ? in_.size() : (std::min)(left, in_.size());
            for (std::size_t i = 0; i != n; ++i) {
                hash = (hash ^ static_cast<unsigned char>(in_[i])) * 0x100000001b3u;
            }
            if (chunked) tail = (tail + in_).substr(tail.size() + n < 5 ? 0 : tail.size() + n - 5);
            if (keep) keep->append(in_, 0, n);
            in_.erase(0, n);
            left -= chunked ? 0 : n;
            size += n;
        }
        return true;
    }

    bool answer(const std::string& body) {
        return peer_.put("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) +
                         "\r\n\r\n" + body);
    }

    bool control(const std::string& path) {
        std::string body;
        std::size_t size = 0;
        std::uint64_t hash = 0;
        if (!take_body(&body, size, hash)) return false;
        if (path == "/script") {
            auto parts = parse(body);
            const std::lock_guard guard(host().lock);
            host().scripts.push_back({std::move(parts)});
            return answer(std::to_string(host().scripts.size()));
        }
        if (path.starts_with("/report/")) {
            const auto id = static_cast<std::size_t>(std::atoll(path.c_str() + 8));
            const std::lock_guard guard(host().lock);
            if (id == 0 || id > host().scripts.size()) return answer("");
            const auto& s = host().scripts[id - 1];
            return answer(std::to_string(s.requests) + ' ' + std::to_string(s.connections.size()) +
                          '\n' + std::to_string(s.body_size) + ' ' + std::to_string(s.body_hash) +
                          '\n' + s.head);
        }
        if (path.starts_with("/frames/")) {
            const auto id = static_cast<std::size_t>(std::atoll(path.c_str() + 8));
            const std::lock_guard guard(host().lock);
            return answer(id == 0 || id > host().scripts.size() ? ""
                                                                : host().scripts[id - 1].frames);
        }
        if (path == "/tls") {
            if (head_.starts_with("GET ")) return answer(std::to_string(host().tls_bytes));
            return answer(std::to_string(listen_with_tls(body)));
        }
        return answer("no such thing here");
    }

    bool run(std::size_t id) {
        part steps;
        {
            const std::lock_guard guard(host().lock);
            if (id > host().scripts.size()) return answer("no such script");
            auto& s = host().scripts[id - 1];
            steps = s.parts[(std::min)(s.requests, s.parts.size() - 1)];
            ++s.requests;
            s.head = head_;
            if (std::find(s.connections.begin(), s.connections.end(), serial_) ==
                s.connections.end()) {
                s.connections.push_back(serial_);
            }
        }
        pace_ = 0;
        if (!steps.empty() && steps.front().what == "paced") pace_ = steps.front().count;
        if (steps.empty() || steps.front().what != "unread") {
            if (!record_body(id)) return false;
        }
        return std::all_of(steps.begin(), steps.end(), [&](const step& s) {
            if (s.what == "frames" || s.what == "echo") return take_frames(id, s);
            return s.what == "take" ? record_body(id) : take(s);
        });
    }
    bool record_body(std::size_t id) {
        std::size_t size = 0;
        std::uint64_t hash = 0;
        const bool whole = take_body(nullptr, size, hash);
        const std::lock_guard guard(host().lock);
        host().scripts[id - 1].body_size = size;
        host().scripts[id - 1].body_hash = hash;
        return whole;
    }

    // Returns false when the connection has ended.
    bool take_frames(std::size_t id, const step& s) {
        client_frame f;
        for (std::size_t i = 0; s.count == 0 || i != s.count; ++i) {
            while (!take_frame(in_, f)) {
                if (!more()) return false;
            }
            std::uint64_t hash = 0xcbf29ce484222325u;
            for (const char c : f.payload) {
                hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
            }
            std::string line = std::to_string(f.first) + ' ' + std::to_string(f.payload.size()) +
                               ' ' + std::to_string(hash);
            if (f.payload.size() < 200) line += ' ' + f.payload;
            if (!f.masked) line += " unmasked";
            {
                const std::lock_guard guard(host().lock);
                host().scripts[id - 1].frames += line + '\n';
            }
            if (s.what != "echo") continue;
            const int first = f.first == 0x89 ? 0x8a : f.first;
            if (f.first != 0x8a && !peer_.put(frame(first, f.payload))) return false;
            if (f.first != 0x88) continue;
            peer_.say_goodbye();
            return false;
        }
        return true;
    }

    bool take(const step& s) {
        if (s.what == "upgrade") {
            return peer_.put(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                "Connection: Upgrade\r\nSec-WebSocket-Accept: " +
                accept_of(head_) + "\r\n" + s.bytes);
        }
        if (s.what == "send") return peer_.put(s.bytes);
        if (s.what == "bytewise") {
            return std::all_of(s.bytes.begin(), s.bytes.end(), [&](const char& c) {
                return peer_.put({&c, 1});
            });
        }
        if (s.what == "repeat") {
            for (std::size_t i = 0; s.count == 0 || i != s.count; ++i) {
                if (!peer_.put(s.bytes)) return false;
            }
            return true;
        }
        if (s.what == "pause") {
            std::this_thread::sleep_for(std::chrono::microseconds(s.count));
            return true;
        }
        if (s.what == "unread" || s.what == "paced") return true;
        if (s.what == "close") peer_.say_goodbye();
        if (s.what == "half_close") peer_.half_close();
        if (s.what == "half_close" || s.what == "stall") peer_.wait_for_its_end();
        if (s.what == "deaf") peer_.wait_deaf();
        if (s.what == "reset") peer_.reset();
        return false;
    }

    static int listen_with_tls(const std::string& files);

    peer& peer_;
    int serial_;
    std::size_t pace_ = 0;
    std::string in_{};
    std::string head_{};
};

template <class Address>
int listen_at(Address address, int backlog, int& port) {
    auto* const a = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    const int fd = socket(a->sa_family, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, a, size) != 0 || listen(fd, backlog) != 0) return -1;
    getsockname(fd, a, &size);
    if constexpr (requires { address.sin_port; }) port = ntohs(address.sin_port);
    if constexpr (requires { address.sin6_port; }) port = ntohs(address.sin6_port);
    return fd;
}
inline int listen_on_loopback(int backlog, int& port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return listen_at(address, backlog, port);
}
inline int listen_on_ipv6_loopback(int backlog, int& port) {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    return listen_at(address, backlog, port);
}

// Connects as often as the backlog accepts, and keeps the connections.
inline void fill_backlog(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    for (int i = 0; i != 4; ++i) {
        const int fd = socket(AF_INET, SOCK_STREAM, 0);
        fcntl(fd, F_SETFL, O_NONBLOCK);
        (void)!connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    }
}

template <class Make>
void accept_all(int listening, Make make) {
    std::thread([=] {
        for (;;) {
            const int fd = accept(listening, nullptr, nullptr);
            if (fd < 0) continue;
            std::thread([=] {
                const auto p = make(fd);
                host_connection(*p).serve();
            }).detach();
        }
    }).detach();
}

#ifdef OAIWIRE_TEST_TLS
inline int host_connection::listen_with_tls(const std::string& files) {
    const auto cut = files.find('\n');
    const auto certificate = files.substr(0, cut);
    const auto key = files.substr(cut + 1, files.find('\n', cut + 1) - cut - 1);
    SSL_CTX* const context = SSL_CTX_new(TLS_server_method());
    int port = 0;
    if (SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) != 1 ||
        SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) != 1) {
        return 0;
    }
    const int fd = listen_on_loopback(64, port);
    if (fd < 0) return 0;
    accept_all(fd,
               [context](int accepted) { return std::make_unique<tls_peer>(accepted, context); });
    return port;
}
#else
inline int host_connection::listen_with_tls(const std::string&) {
    return 0;
}
#endif

// Starts the server. Returns its ports, as above; "" if it cannot be started. It runs until the
// process ends.
inline std::string start_host() {
    int port = 0, other_port = 0, full_port = 0, six_port = 0;
    const int main_socket = listen_on_loopback(64, port);
    const int other_socket = listen_on_loopback(64, other_port);
    if (main_socket < 0 || other_socket < 0 || listen_on_loopback(0, full_port) < 0) return {};
    fill_backlog(full_port);
    for (const int listening : {main_socket, other_socket, listen_on_ipv6_loopback(64, six_port)}) {
        if (listening < 0) continue;
        accept_all(listening, [](int fd) { return std::make_unique<peer>(fd); });
    }
    std::string ports;
    for (const int p : {port, other_port, full_port, six_port}) ports += std::to_string(p) + ' ';
    return ports;
}

}  // namespace oaiwire::conformance::detail
