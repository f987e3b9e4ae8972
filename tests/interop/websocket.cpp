// A peer for websocket.mjs: connections over plain sockets that send back what they receive.
//
//   interop_websocket server     prints its port; serves until its input ends
//   interop_websocket client     for each line of its input, "PORT PATH [NAME=VALUE]...": connects,
//                                echoes until the connection ends, and prints how it ended
//   interop_websocket curl       the same through an adapter: the library's own, over libcurl
//   interop_websocket beast      and over Asio
//   interop_websocket adapters   prints those that it was built with
//
// A server closes when it is told so by the text "close CODE REASON". Each connection that ends is
// a line of JSON.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/http/request_decoder.hpp>
#include <oaiwire/websocket/connection.hpp>

#ifdef INTEROP_CURL
#include <oaiwire/transport/curl_websocket.hpp>
#endif
#ifdef INTEROP_BEAST
#include <oaiwire/transport/beast_websocket.hpp>
#endif

namespace {

using namespace oaiwire;

std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned char>(c));
        const bool plain = c >= ' ' && c != '"' && c != '\\';  // UTF-8 stays as it is
        out += plain || static_cast<unsigned char>(c) >= 0x80 ? std::string(1, c) : escape;
    }
    return out + '"';
}

// A socket and its connection, once there is one.
class peer {
public:
    explicit peer(int socket) : fd_(socket) { fcntl(fd_, F_SETFL, O_NONBLOCK); }
    peer(const peer&) = delete;
    peer& operator=(const peer&) = delete;
    ~peer() { ::close(fd_); }

    void open(websocket::connection c) {
        connection_.emplace(std::move(c));
        connection_->tick(now_ms());
    }
    pollfd interest() const {
        const bool writes = connection_ ? !connection_->unsent().empty() : !refusal_.empty();
        return {fd_, static_cast<short>(POLLIN | (writes ? POLLOUT : 0)), 0};
    }
    std::int64_t due_ms() const {
        return connection_ ? connection_->due_ms() : websocket::connection::never;
    }
    // Reads, answers and writes what it can. False: the socket can be closed.
    bool step(short happened) {
        if ((happened & (POLLIN | POLLHUP | POLLERR)) != 0 && !read()) return false;
        if (connection_ && connection_->due_ms() <= now_ms()) connection_->tick(now_ms());
        return write();
    }
    std::string report() const {
        std::ostringstream out;
        if (!connection_) return R"({"error":"no upgrade"})";
        const auto& c = *connection_;
        out << "{\"error\":" << quoted(name(c.error().code)) << ",\"code\":" << c.closed().code
            << ",\"reason\":" << quoted(c.closed().reason) << ",\"messages\":" << messages_
            << ",\"pings\":" << pings_ << ",\"pongs\":" << pongs_
            << ",\"status\":" << (c.head() ? c.head()->status : 0)
            << ",\"refusal\":" << quoted(c.refusal())
            << ",\"subprotocol\":" << quoted(c.subprotocol()) << "}";
        return out.str();
    }

private:
    bool read() {
        char bytes[16384];
        const auto n = recv(fd_, bytes, sizeof bytes, 0);
        if (n < 0 && (errno == EAGAIN || errno == EINTR)) return true;
        const std::string_view got(bytes, n > 0 ? static_cast<std::size_t>(n) : 0);
        if (!connection_) return n > 0 && upgrade(got);
        if (n > 0) {
            take(got);
        } else if (n == 0) {
            connection_->finish();
            take({});
        } else {
            connection_->fail(make_error(errc::receive_failed));
        }
        return true;
    }
    bool upgrade(std::string_view bytes) {
        decoder_.feed(bytes);
        static_cast<void>(decoder_.next());
        if (decoder_.failed()) return false;
        if (!decoder_.done()) return true;
        const auto asked = websocket::read_upgrade(*decoder_.head());
        if (asked.status != 101) {
            refusal_ = "HTTP/1.1 " + std::to_string(asked.status) +
                       " Refused\r\nSec-WebSocket-Version: 13\r\nContent-Length: 0\r\n"
                       "Connection: close\r\n\r\n";
            return true;
        }
        websocket::options bounds;
        bounds.message_limit = std::size_t{32} << 20;
        const std::string chosen = asked.subprotocols.empty() ? "" : asked.subprotocols.back();
        auto made = websocket::connection::accept(asked, bounds, chosen);
        if (!made) return false;
        open(std::move(*made));
        take(decoder_.leftover());
        return true;
    }
    void take(std::string_view bytes) {
        auto& c = *connection_;
        c.feed(bytes);
        while (const auto* e = c.next()) {
            if (e->kind == websocket::event_kind::ping) ++pings_;
            if (e->kind == websocket::event_kind::pong) ++pongs_;
            if (e->kind != websocket::event_kind::message) continue;
            ++messages_;
            if (e->data.starts_with("close ") && e->data.size() >= 10) {
                const int code = std::atoi(std::string(e->data.substr(6, 4)).c_str());
                const auto reason = e->data.substr((std::min)(e->data.size(), std::size_t{11}));
                static_cast<void>(c.close(static_cast<std::uint16_t>(code), reason));
            } else if (c.open() && !c.send(e->type, e->data)) {
                c.fail(make_error(errc::limit_exceeded));
            }
        }
    }
    bool write() {
        for (;;) {
            const std::string_view bytes =
                connection_ ? connection_->unsent() : std::string_view(refusal_);
            if (bytes.empty()) return connection_ ? !connection_->ended() : !decoder_.done();
            const auto n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n < 0) {
                if (errno == EAGAIN || errno == EINTR) return true;
                if (connection_) connection_->fail(make_error(errc::send_failed));
                return false;
            }
            if (connection_) {
                connection_->sent(static_cast<std::size_t>(n));
            } else {
                refusal_.erase(0, static_cast<std::size_t>(n));
            }
        }
    }

    int fd_;
    std::optional<websocket::connection> connection_{};
    http::request_decoder decoder_{};
    std::string refusal_{};
    int messages_ = 0;
    int pings_ = 0;
    int pongs_ = 0;
};

sockaddr_in loopback(int port) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    return at;
}

int wait_ms(std::int64_t due) {
    return due == websocket::connection::never
               ? 1000
               : static_cast<int>(
                     (std::max)(std::int64_t{0}, (std::min)(due - now_ms(), std::int64_t{1000})));
}

int serve() {
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in at = loopback(0);
    socklen_t size = sizeof at;
    auto* const address = reinterpret_cast<sockaddr*>(&at);
    if (bind(listener, address, size) != 0 || listen(listener, 100) != 0 ||
        getsockname(listener, address, &size) != 0) {
        return 1;
    }
    std::cout << ntohs(at.sin_port) << std::endl;
    std::vector<std::unique_ptr<peer>> peers;
    for (;;) {
        std::vector<pollfd> ready{{0, POLLIN, 0}, {listener, POLLIN, 0}};
        std::int64_t due = websocket::connection::never;
        for (const auto& p : peers) {
            ready.push_back(p->interest());
            due = (std::min)(due, p->due_ms());
        }
        poll(ready.data(), ready.size(), wait_ms(due));
        if (ready[0].revents != 0) return 0;
        for (std::size_t i = peers.size(); i-- != 0;) {
            if (peers[i]->step(ready[i + 2].revents)) continue;
            std::cout << peers[i]->report() << std::endl;
            peers.erase(peers.begin() + static_cast<std::ptrdiff_t>(i));
        }
        if ((ready[1].revents & POLLIN) != 0) {
            peers.push_back(std::make_unique<peer>(accept(listener, nullptr, nullptr)));
        }
    }
}

// "PORT PATH [NAME=VALUE]..."
http::duplex_request request_of(const std::string& line) {
    std::istringstream words(line);
    int port = 0;
    http::duplex_request request;
    words >> port >> request.target;
    request.origin = {"http", "127.0.0.1", static_cast<std::uint16_t>(port)};
    for (std::string word; words >> word;) {
        const auto at = word.find('=');
        const std::string name = word.substr(0, at);
        const std::string value = word.substr(at + 1);
        if (name == "subprotocol") {
            request.subprotocols.push_back(value);
            continue;
        }
        const std::int64_t number = std::atoll(value.c_str());
        if (name == "first_byte_ms") request.timeouts.first_byte_ms = number;
        if (name == "idle_ms") request.timeouts.idle_ms = number;
        if (name == "ping_ms") request.ping_ms = number;
        if (name == "close_ms") request.close_ms = number;
        if (name == "limit") request.message_limit = static_cast<std::size_t>(number);
    }
    return request;
}

int connect_each() {
    std::random_device device;
    for (std::string line; std::getline(std::cin, line);) {
        const http::duplex_request request = request_of(line);
        const int fd = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in to = loopback(request.origin.port);
        if (connect(fd, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) return 1;
        auto made = websocket::connection::connect(request, [&] { return device(); });
        if (!made) return 1;
        peer p(fd);
        p.open(std::move(*made));
        for (short happened = 0; p.step(happened);) {
            pollfd ready = p.interest();
            poll(&ready, 1, wait_ms(p.due_ms()));
            happened = ready.revents;
        }
        std::cout << p.report() << std::endl;
    }
    return 0;
}

// Through an adapter, polled and waiting in turn.
template <class Transport>
[[maybe_unused]] int connect_each_over(Transport transport) {
    for (std::string line; std::getline(std::cin, line);) {
        auto connection = transport.start(request_of(line));
        int messages = 0;
        std::string chosen;
        while (!connection.ended()) {
            transport.poll(1000);
            if (const auto* head = connection.head()) {
                chosen = head->headers.value("Sec-WebSocket-Protocol");
            }
            while (const auto message = connection.next()) {
                ++messages;
                if (message->data.starts_with("close ") && message->data.size() >= 10) {
                    const int code = std::atoi(std::string(message->data.substr(6, 4)).c_str());
                    static_cast<void>(connection.close(static_cast<std::uint16_t>(code), {}));
                } else {
                    static_cast<void>(connection.send(message->kind, message->data));
                }
            }
        }
        const auto& why = connection.error();
        std::cout << "{\"error\":" << quoted(name(why.code))
                  << ",\"code\":" << connection.closed().code
                  << ",\"reason\":" << quoted(connection.closed().reason)
                  << ",\"messages\":" << messages << ",\"status\":" << why.api.status
                  << ",\"refusal\":" << quoted(why.api.body)
                  << ",\"subprotocol\":" << quoted(chosen) << "}" << std::endl;
    }
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string_view mode = count > 1 ? words[1] : "";
    if (mode == "server") return serve();
    if (mode == "client") return connect_each();
#ifdef INTEROP_CURL
    if (mode == "curl") return connect_each_over(curl_websocket_transport{});
    if (mode == "adapters") std::cout << "curl\n";
#endif
#ifdef INTEROP_BEAST
    if (mode == "beast") return connect_each_over(beast_websocket_transport{});
    if (mode == "adapters") std::cout << "beast\n";
#endif
    if (mode == "adapters") return 0;
    std::cerr << "usage: interop_websocket server|client|curl|beast|adapters\n";
    return 2;
}
