// poll: a chat completion in the loop of a game. 60 frames per second with at most a millisecond of
// work each, reading from a non-blocking socket; no threads, exceptions or RTTI. Shows the use of
// `exchange`; its HTTP client is minimal and has no TLS.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/oaiwire.hpp>

#include "support/server_process.hpp"

namespace {

namespace http = oaiwire::http;
using oaiwire::errc;
using oaiwire::make_error;
using chat_call = oaiwire::exchange<oaiwire::ChatCompletionRequest>;

// One HTTP/1.1 request and its response, in short steps that never block.
class connection {
public:
    explicit connection(const http::request& r) {
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

    void begin_to_connect(const http::origin& origin) {
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
            return fail(call, make_error(errc::connect_failed));
        }
        phase_ = phase::sending;
        return true;
    }

    bool send(chat_call& call) {
        const auto n = ::send(fd_, unsent_.data(), unsent_.size(), MSG_NOSIGNAL);
        if (n < 0) return would_block() ? false : fail(call, make_error(errc::send_failed));
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
        if (n < 0) return would_block() ? false : fail(call, make_error(errc::receive_failed));
        if (n == 0) return until_close_ ? finish(call) : fail(call, make_error(errc::closed_early));
        const std::string_view bytes(buffer_, static_cast<std::size_t>(n));
        return phase_ == phase::head ? take_head(call, bytes) : take_body(call, bytes);
    }

    bool take_head(chat_call& call, std::string_view bytes) {
        head_ += bytes;
        for (;;) {
            const auto size = head_.find("\r\n\r\n");
            if (size == std::string::npos) {
                constexpr std::size_t longest = std::size_t{64} << 10;
                return head_.size() < longest || fail(call, make_error(errc::limit_exceeded));
            }
            http::response_head head;
            if (!parse(std::string_view(head_).substr(0, size + 2), head)) {
                return fail(call, make_error(errc::invalid_framing));
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
    bool parse(std::string_view text, http::response_head& head) {
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
        chunked_ = http::same_name(head.headers.value("Transfer-Encoding"), "chunked");
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
    http::chunked_decoder decoder_{};
    std::size_t remaining_ = 0;  // bytes left of a body with Content-Length
    bool chunked_ = false;
    bool until_close_ = false;
    bool whole_ = false;
    char buffer_[4096]{};
};

int run(const std::string& base_url, const std::string& prompt) {
    using namespace std::chrono_literals;
    using clock = std::chrono::steady_clock;
    constexpr auto frame_time = 1'000'000us / 60;
    constexpr auto budget = 1ms;

    const char* const key = std::getenv("OPENAI_API_KEY");
    const char* const model = std::getenv("OPENAI_MODEL");
    const oaiwire::ChatCompletionRequest request{
        .model = model && *model ? model : "gpt-4o-mini",
        .messages = {oaiwire::user(prompt)},
    };
    chat_call call(request, {.base_url = base_url, .api_key = oaiwire::secret{key ? key : ""}});
    if (call.request().origin.scheme == "https") {
        std::fputs("poll: this example speaks plain HTTP only; chat speaks TLS\n", stderr);
        return 1;
    }
    connection net(call.request());

    int frames = 0;
    auto last_step = clock::now();
    auto longest = clock::duration::zero();
    const std::chrono::milliseconds patience(call.request().timeouts.idle_ms);
    for (auto frame = clock::now(); !call.ended(); frame += frame_time, ++frames) {
        const auto begin = clock::now();
        std::string label;  // text to append in this frame
        while (!call.ended() && clock::now() - begin < budget) {
            if (const auto* chunk = call.next()) {
                label += text(*chunk);
            } else if (!call.ended()) {
                if (!net.step(call)) break;
                last_step = clock::now();
            }
        }
        if (begin - last_step > patience) call.fail(make_error(errc::idle_timeout));
        longest = (std::max)(longest, clock::now() - begin);

        // Here the game would run physics and sound, and draw a picture with the label.
        std::fwrite(label.data(), 1, label.size(), stdout);
        std::fflush(stdout);
        const auto rest = frame + frame_time - clock::now();
        if (rest > 0ms) usleep(static_cast<useconds_t>(rest / 1us));
    }

    std::printf("\n");
    std::fprintf(stderr, "poll: %d frames, at most %lld us of work in one\n", frames,
                 static_cast<long long>(longest / 1us));
    if (call.ok()) return 0;
    std::fprintf(stderr, "poll: %s\n", to_string(call.error()).c_str());
    return 1;
}

}  // namespace

int main(int count, char** words) {
    std::string prompt;
    for (int i = 1; i < count; ++i) prompt.append(i == 1 ? "" : " ").append(words[i]);
    if (prompt.empty()) prompt = "Why is the sky blue?";

    const char* const base_url = std::getenv("OPENAI_BASE_URL");
    if (base_url && *base_url) return run(base_url, prompt);
    const example::server_process server;
    if (!server.started()) {
        std::perror("poll: no server could be started");
        return 1;
    }
    std::fprintf(stderr, "poll: OPENAI_BASE_URL is not set: answering from %s\n",
                 server.base_url().c_str());
    return run(server.base_url(), prompt);
}
