// A WebSocket server that sends back what it receives, for one client, on a thread. POSIX only.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include <oaiwire/http/request_decoder.hpp>

#include "socket_duplex.hpp"

namespace example {

// Reads the request of one client, agrees, and sends back each message.
inline void echo(int fd) {
    oaiwire::http::request_decoder request;
    char buffer[4096];
    std::string_view first;
    while (!request.done()) {
        const auto n = recv(fd, buffer, sizeof buffer, 0);
        if (n <= 0 || request.failed()) return;
        request.feed({buffer, static_cast<std::size_t>(n)});
        static_cast<void>(request.next());
        first = request.leftover();
    }
    const auto asked = websocket::read_upgrade(*request.head());
    auto made = websocket::connection::accept(asked);
    if (!made) return;
    made->feed(first);  // what the client sent behind its request
    socket_duplex client(fd, std::move(*made));
    for (;;) {
        const auto message = client.receive(-1);
        if (!message || !*message) return;
        if (!client.send((*message)->kind, (*message)->data)) return;
    }
}

// An echo server on loopback, for one client.
class echo_server {
public:
    echo_server() {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        auto* const address = reinterpret_cast<sockaddr*>(&at);
        listener_ = socket(AF_INET, SOCK_STREAM, 0);
        if (bind(listener_, address, size) != 0 || listen(listener_, 1) != 0) return;
        getsockname(listener_, address, &size);
        port_ = ntohs(at.sin_port);
        thread_ = std::thread([this] { echo(accept(listener_, nullptr, nullptr)); });
    }
    echo_server(const echo_server&) = delete;
    echo_server& operator=(const echo_server&) = delete;
    ~echo_server() {
        shutdown(listener_, SHUT_RDWR);
        close(listener_);
        if (thread_.joinable()) thread_.join();
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/v1/echo"; }

private:
    int listener_ = -1;
    int port_ = 0;
    std::thread thread_{};
};

}  // namespace example
