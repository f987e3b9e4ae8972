// A server on loopback that answers each connection with the same bytes, for adapters of stacks
// that CI installs in nightly rows only.
#pragma once

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <thread>

namespace interop {

class scripted_server {
public:
    // Writes `answer` in pieces of `step` bytes, then closes; with `keep` it waits for the client
    // to close.
    scripted_server(std::string answer, std::size_t step, bool keep = false)
        : answer_(std::move(answer)), step_(step), keep_(keep) {
        listener_ = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof where;
        bind(listener_, reinterpret_cast<sockaddr*>(&where), size);
        listen(listener_, 8);
        getsockname(listener_, reinterpret_cast<sockaddr*>(&where), &size);
        port_ = ntohs(where.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    scripted_server(const scripted_server&) = delete;
    ~scripted_server() {
        shutdown(listener_, SHUT_RDWR);
        thread_.join();
        close(listener_);
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/v1"; }
    // The head of the last request.
    std::string request() const { return request_; }
    // Whether a client closed a connection that the server kept.
    bool left() const { return left_; }

private:
    void serve() {
        for (;;) {
            const int peer = accept(listener_, nullptr, nullptr);
            if (peer < 0) return;
            answer(peer);
            close(peer);
        }
    }
    void answer(int peer) {
        const int yes = 1;
        setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        std::string got;
        char buffer[4096];
        std::size_t due = std::string::npos;
        while (due == std::string::npos || got.size() < due) {
            const auto n = recv(peer, buffer, sizeof buffer, 0);
            if (n <= 0) return;
            got.append(buffer, static_cast<std::size_t>(n));
            const auto end = got.find("\r\n\r\n");
            if (end == std::string::npos) continue;
            const auto length = got.find("ontent-Length: ");
            due = end + 4 + (length < end ? std::stoul(got.substr(length + 15)) : 0);
        }
        request_ = got;
        for (std::string_view rest = answer_; !rest.empty();) {
            const std::string_view piece = rest.substr(0, step_);
            if (send(peer, piece.data(), piece.size(), MSG_NOSIGNAL) < 0) {
                left_ = true;
                return;
            }
            rest.remove_prefix(piece.size());
            std::this_thread::yield();
        }
        if (!keep_) return;
        while (recv(peer, buffer, sizeof buffer, 0) > 0) {
        }
        left_ = true;
    }

    std::string answer_;
    std::size_t step_;
    bool keep_;
    int listener_ = -1;
    int port_ = 0;
    std::string request_{};
    std::atomic<bool> left_{false};
    std::thread thread_{};
};

// An event stream that says "Hi!", in chunks of one byte to ten.
inline std::string stream_answer() {
    const std::string events =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"H\xC3\xAF\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"!\"},\"finish_reason\":"
        "\"stop\"}]}\n\ndata: [DONE]\n\n";
    std::string out =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    std::size_t n = 1;
    for (std::string_view rest = events; !rest.empty(); n = n % 9 + 1) {
        const std::string_view piece = rest.substr(0, n);
        out += std::to_string(piece.size()) + "\r\n" + std::string(piece) + "\r\n";
        rest.remove_prefix(piece.size());
    }
    return out + "0\r\n\r\n";
}

inline std::string error_answer() {
    const std::string body = R"({"error":{"message":"no such model","code":"model_not_found"}})";
    return "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

// A port that nothing listens on.
inline std::string closed_url() {
    const scripted_server gone("", 1);
    return gone.url();
}

}  // namespace interop
