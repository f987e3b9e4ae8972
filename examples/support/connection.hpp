// One HTTP/1.1 request over a non-blocking socket, for examples with their own loop. Minimal, and
// without TLS. POSIX sockets, no exceptions.
#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/oaiwire.hpp>

namespace example {

using chat_call = oaiwire::exchange<oaiwire::ChatCompletionRequest>;

// One HTTP/1.1 request and its response, in short steps that never block.
class connection {
public:
    explicit connection(const oaiwire::http::request& r) {
        unsent_ = r.method + ' ' + r.target + " HTTP/1.1\r\nHost: " + r.origin.host + ':' +
                  std::to_string(r.origin.port) +
                  "\r\nConnection: close\r\nContent-Length: " + std::to_string(r.body.size()) +
                  "\r\n";
        for (const auto& h : r.headers) unsent_ += h.name + ": " + h.value + "\r\n";
        unsent_ += "\r\n" + r.body;
        begin_to_connect(r.origin);
    }
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;
    ~connection() {
        if (fd_ >= 0) close(fd_);
    }

    // Returns false if there is nothing to do before the next frame. The fed bytes stay valid until
    // the next step, so call.next() must have returned null by then.
    bool step(chat_call& call) {
        switch (phase_) {
            case phase::connecting:
                return connect(call);
            case phase::sending:
                return send(call);
            case phase::head:
            case phase::body:
                return receive(call);
            case phase::ended:
                break;
        }
        return false;
    }

private:
    enum class phase { connecting, sending, head, body, ended };

    void begin_to_connect(const oaiwire::http::origin& origin) {
        addrinfo wanted{};
        wanted.ai_socktype = SOCK_STREAM;
        wanted.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;  // a name lookup would block
        std::string host = origin.host == "localhost" ? "127.0.0.1" : origin.host;
        if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
        addrinfo* found = nullptr;
        const auto port = std::to_string(origin.port);
        if (getaddrinfo(host.c_str(), port.c_str(), &wanted, &found) != 0) return;
        fd_ = socket(found->ai_family, SOCK_STREAM, 0);
        fcntl(fd_, F_SETFL, O_NONBLOCK);
        if (::connect(fd_, found->ai_addr, found->ai_addrlen) != 0 && errno != EINPROGRESS) {
            close(std::exchange(fd_, -1));
        }
        freeaddrinfo(found);
    }

    bool connect(chat_call& call) {
        pollfd writable{fd_, POLLOUT, 0};
        if (fd_ >= 0 && poll(&writable, 1, 0) == 0) return false;
        int failure = 0;
        socklen_t size = sizeof failure;
        if (fd_ < 0 || getsockopt(fd_, SOL_SOCKET, SO_ERROR, &failure, &size) != 0 || failure) {
            return fail(call, oaiwire::make_error(oaiwire::errc::connect_failed));
        }
        phase_ = phase::sending;
        return true;
    }

    bool send(chat_call& call) {
        const auto n = ::send(fd_, unsent_.data(), unsent_.size(), MSG_NOSIGNAL);
        if (n < 0)
            return would_block() ? false
                                 : fail(call, oaiwire::make_error(oaiwire::errc::send_failed));
        unsent_.erase(0, static_cast<std::size_t>(n));
        if (unsent_.empty()) phase_ = phase::head;
        return true;
    }

    bool receive(chat_call& call) {
        if (whole_) return finish(call);
        if (chunked_) {
            const auto content = decoder_.next();
            if (!content.empty()) return feed(call, content);
            if (decoder_.failed()) return fail(call, decoder_.failure());
            if (decoder_.done()) return finish(call);
        }
        const auto n = recv(fd_, buffer_, sizeof buffer_, 0);
        if (n < 0)
            return would_block() ? false
                                 : fail(call, oaiwire::make_error(oaiwire::errc::receive_failed));
        if (n == 0)
            return until_close_ ? finish(call)
                                : fail(call, oaiwire::make_error(oaiwire::errc::closed_early));
        const std::string_view bytes(buffer_, static_cast<std::size_t>(n));
        return phase_ == phase::head ? take_head(call, bytes) : take_body(call, bytes);
    }

    bool take_head(chat_call& call, std::string_view bytes) {
        head_ += bytes;
        for (;;) {
            const auto size = head_.find("\r\n\r\n");
            if (size == std::string::npos) {
                constexpr std::size_t longest = std::size_t{64} << 10;
                return head_.size() < longest ||
                       fail(call, oaiwire::make_error(oaiwire::errc::limit_exceeded));
            }
            oaiwire::http::response_head head;
            if (!parse(std::string_view(head_).substr(0, size + 2), head)) {
                return fail(call, oaiwire::make_error(oaiwire::errc::invalid_framing));
            }
            head_.erase(0, size + 4);
            if (head.status >= 200) {
                phase_ = phase::body;
                call.head(head);
                return take_body(call, head_);  // the part that arrived with the head
            }
        }
    }

    // Parses status line and fields, and determines the body's framing (RFC 9112, 6.3).
    bool parse(std::string_view text, oaiwire::http::response_head& head) {
        if (!text.starts_with("HTTP/1.") || text.size() < 12) return false;
        const auto status = std::from_chars(text.data() + 9, text.data() + 12, head.status);
        if (status.ptr != text.data() + 12) return false;
        for (text.remove_prefix(text.find("\r\n") + 2); !text.empty();) {
            const auto line = text.substr(0, text.find("\r\n"));
            text.remove_prefix(line.size() + 2);
            const auto colon = line.find(':');
            if (colon == line.npos) return false;
            auto value = line.substr(colon + 1);
            while (value.starts_with(' ') || value.starts_with('\t')) value.remove_prefix(1);
            while (value.ends_with(' ') || value.ends_with('\t')) value.remove_suffix(1);
            head.headers.add(line.substr(0, colon), value);
        }
        chunked_ = oaiwire::http::same_name(head.headers.value("Transfer-Encoding"), "chunked");
        const auto length = head.headers.value("Content-Length");
        until_close_ = !chunked_ && length.empty();
        if (chunked_ || until_close_) return true;
        const char* const end = length.data() + length.size();
        const auto read = std::from_chars(length.data(), end, remaining_);
        return read.ec == std::errc{} && read.ptr == end;
    }

    bool take_body(chat_call& call, std::string_view bytes) {
        if (chunked_) {
            decoder_.feed(bytes);
            return true;
        }
        if (!until_close_) {
            bytes = bytes.substr(0, remaining_);
            remaining_ -= bytes.size();
            whole_ = remaining_ == 0;
        }
        return feed(call, bytes);
    }

    bool feed(chat_call& call, std::string_view bytes) {
        call.feed(bytes);
        return true;
    }
    bool finish(chat_call& call) {
        phase_ = phase::ended;
        call.finish();
        return true;
    }
    bool fail(chat_call& call, oaiwire::error why) {
        phase_ = phase::ended;
        call.fail(std::move(why));
        return true;
    }
    static bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

    int fd_ = -1;
    phase phase_ = phase::connecting;
    std::string unsent_{};
    std::string head_{};
    oaiwire::http::chunked_decoder decoder_{};
    std::size_t remaining_ = 0;  // bytes left of a body with Content-Length
    bool chunked_ = false;
    bool until_close_ = false;
    bool whole_ = false;
    char buffer_[4096]{};
};

}  // namespace example
