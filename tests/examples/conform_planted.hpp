// A server with one deviation: connections to the example program serve, whose answers are changed
// on their way.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "../../examples/conform/wire.hpp"

namespace support {

struct planted_request {
    std::string method{}, path{}, body{};
    bool is(std::string_view m, std::string_view p) const { return method == m && path == p; }
    bool chat() const { return is("POST", "/chat/completions"); }
    bool streams() const { return body.find(R"("stream":true)") != body.npos; }
    bool has(std::string_view text) const { return body.find(text) != body.npos; }
};

struct planted_reply {
    int status = 200;
    oaiwire::http::header_list fields{};
    std::string body{};
    std::string raw{};  // if set, sent as it is
    bool chunked = false;
    bool hang = false;     // nothing comes
    bool close = false;    // closed without an answer
    bool whole = true;     // false: closed before the end
    bool stalls = false;   // not closed, but nothing more comes
    std::string behind{};  // after the answer
};

using planted_change = void (*)(const planted_request&, planted_reply&);

// The change that is made is set between two runs of the checks.
class planted_dialer : public conform::dialer {
public:
    explicit planted_dialer(const std::string& base_url)
        : port_(static_cast<std::uint16_t>(std::stoi(base_url.substr(base_url.rfind(':') + 1)))) {}

    void plant(planted_change change) { change_ = change; }
    std::unique_ptr<conform::connection> connect(std::int64_t, std::string& why) override;

private:
    std::uint16_t port_;
    planted_change change_ = nullptr;
};

class planted_connection : public conform::connection {
public:
    planted_connection(int socket, planted_change change) : socket_(socket), change_(change) {}
    ~planted_connection() override { ::close(socket_); }

    bool send(std::string_view bytes, std::int64_t) override {
        asked_ += bytes;
        while (!bytes.empty()) {
            const auto n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }

    conform::receipt receive(std::string& to, std::size_t most, std::int64_t wait_ms) override {
        using conform::receipt;
        if (ready_.empty() && !change_) return take(to, most, wait_ms);
        if (ready_.empty()) {
            if (closes_) return receipt::closed;
            if (stalls_) return receipt::late;
            const receipt got = answer(wait_ms);
            if (got != receipt::bytes) return got;
        }
        const std::size_t n = (std::min)(most, ready_.size());
        to.append(ready_, 0, n);
        ready_.erase(0, n);
        return receipt::bytes;
    }

private:
    conform::receipt take(std::string& to, std::size_t most, std::int64_t wait_ms) const {
        pollfd one{socket_, POLLIN, 0};
        if (::poll(&one, 1, static_cast<int>(wait_ms)) <= 0) return conform::receipt::late;
        char some[16384];
        const auto n = ::recv(socket_, some, (std::min)(most, sizeof some), 0);
        if (n < 0) return conform::receipt::failed;
        to.append(some, static_cast<std::size_t>(n));
        return n == 0 ? conform::receipt::closed : conform::receipt::bytes;
    }

    // The first request that is not answered yet.
    planted_request next_request() {
        planted_request out;
        const std::size_t head = asked_.find("\r\n\r\n");
        out.method = asked_.substr(0, asked_.find(' '));
        out.path = asked_.substr((std::min)(out.method.size() + 1, asked_.size()));
        out.path = out.path.substr(0, out.path.find(' '));
        if (out.path.starts_with("/v1")) out.path.erase(0, 3);
        std::size_t length = 0;
        const std::size_t at = asked_.find("Content-Length: ");
        if (at < head) length = std::strtoull(asked_.c_str() + at + 16, nullptr, 10);
        if (head != asked_.npos) out.body = asked_.substr(head + 4, length);
        asked_.erase(0, head == asked_.npos ? head : head + 4 + length);
        return out;
    }

    // Receives one answer of the server and changes it.
    conform::receipt answer(std::int64_t wait_ms) {
        using conform::receipt;
        conform::answer a;
        conform::answer_reader reader(a, asked_.starts_with("HEAD"));
        std::string some = std::exchange(begun_, {});
        for (bool first = some.empty();; first = true) {
            if (first) {
                some.clear();
                const receipt got = take(some, 16384, wait_ms);
                if (got == receipt::late && a.raw.empty()) return got;
                if (got == receipt::closed || got == receipt::late) {
                    reader.closed();
                    closes_ = true;
                    break;
                }
                if (got != receipt::bytes) return got;
            }
            if (some.starts_with("HTTP/1.1 100") && a.raw.empty()) {
                ready_ = some;
                return receipt::bytes;
            }
            if (reader.feed(some)) break;
        }
        if (a.raw.empty()) return receipt::closed;
        begun_ = a.rest;
        const planted_request request = next_request();
        planted_reply reply;
        reply.status = a.status;
        reply.body = a.body;
        reply.chunked = a.chunked;
        reply.whole = a.end == conform::answer_end::whole;
        reply.fields = a.fields;
        const planted_reply before = reply;
        change_(request, reply);
        if (reply.hang) return receipt::late;
        if (reply.close) {
            closes_ = true;
            return receipt::closed;
        }
        const bool same = reply.body == before.body && reply.fields == before.fields &&
                          reply.status == before.status && reply.chunked == before.chunked &&
                          reply.raw.empty() && reply.whole == before.whole && !reply.stalls &&
                          reply.behind.empty();
        ready_ = same ? a.raw.substr(0, a.raw.size() - a.rest.size()) : text_of(reply);
        closes_ = closes_ || (!same && !reply.whole && !reply.stalls);
        stalls_ = reply.stalls;
        return receipt::bytes;
    }

    static std::string text_of(const planted_reply& from) {
        if (!from.raw.empty()) return from.raw;
        std::string out = "HTTP/1.1 " + std::to_string(from.status) + " Some\r\n";
        for (const auto& h : from.fields) {
            const bool framing = oaiwire::http::same_name(h.name, "Content-Length") ||
                                 oaiwire::http::same_name(h.name, "Transfer-Encoding");
            if (!framing) out += h.name + ": " + h.value + "\r\n";
        }
        if (from.chunked) {
            out += "Transfer-Encoding: chunked\r\n\r\n";
            char size[32];
            std::snprintf(size, sizeof size, "%zx\r\n", from.body.size());
            if (!from.body.empty()) out += size + from.body + "\r\n";
            if (from.whole) out += "0\r\n\r\n";
        } else {
            const std::size_t more = from.whole ? 0 : 10;
            out += "Content-Length: " + std::to_string(from.body.size() + more) + "\r\n\r\n" +
                   from.body;
        }
        return out + from.behind;
    }

    int socket_;
    planted_change change_;
    std::string asked_{};
    std::string ready_{};
    std::string begun_{};
    bool closes_ = false;
    bool stalls_ = false;
};

inline std::unique_ptr<conform::connection> planted_dialer::connect(std::int64_t,
                                                                    std::string& why) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    where.sin_port = htons(port_);
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&where), sizeof where) != 0) {
        why = "connection refused";
        ::close(socket);
        return nullptr;
    }
    return std::make_unique<planted_connection>(socket, change_);
}

}  // namespace support
