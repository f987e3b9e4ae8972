// 5,000 streams at once through examples/gateway on one thread: an upstream and the clients, each a
// process with an epoll loop of its own, and the gateway between them, whose CPU time and memory
// are measured. Linux.
//
//     bench_gateway_load [STREAMS [EVENTS [PACE_MS]]]
//
// Each stream gets EVENTS tokens, one each PACE_MS milliseconds. Exits with 1 unless every client
// got every token once, and the end.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../examples/gateway/server.hpp"

namespace {

struct load {
    std::size_t streams = 5000;
    int events = 50;
    int pace_ms = 200;
};

int listen_on_loopback(std::uint16_t& port) {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const a = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (bind(fd, a, size) != 0 || listen(fd, 8192) != 0 || getsockname(fd, a, &size) != 0)
        return -1;
    port = ntohs(address.sin_port);
    return fd;
}

std::string chunk(const std::string& bytes) {
    std::array<char, 16> size{};
    std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
    return size.data() + bytes + "\r\n";
}

std::string event(int n, bool last) {
    return chunk(
        "data: {\"id\":\"chatcmpl-AbCdEfGhIjKlMnOpQrStUvWxYz012\",\"object\":"
        "\"chat.completion.chunk\",\"created\":1755850123,\"model\":\"gpt-4o-mini-2024-07-18\","
        "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_0123456789\",\"choices\":[{"
        "\"index\":0,\"delta\":{\"content\":\" t" +
        std::to_string(n) + "\"},\"logprobs\":null,\"finish_reason\":" +
        (last ? "\"stop\"" : "null") + "}],\"usage\":null}\n\n");
}

class epoll_loop {
public:
    void watch(int fd) const {
        epoll_event e{};
        e.events = EPOLLIN;
        e.data.fd = fd;
        epoll_ctl(fd_, EPOLL_CTL_ADD, fd, &e);
    }
    template <class F>
    void wait(int ms, F&& ready) {
        std::array<epoll_event, 512> events{};
        const int n = epoll_wait(fd_, events.data(), static_cast<int>(events.size()), ms);
        for (int i = 0; i < n; ++i) ready(events[static_cast<std::size_t>(i)].data.fd);
    }

private:
    int fd_ = epoll_create1(0);
};

// The upstream: never returns.
[[noreturn]] void serve(int listener, const load& of) {
    struct stream {
        int fd = -1;
        int sent = 0;
    };
    constexpr int tick_ms = 10;
    const int slots = std::max(of.pace_ms / tick_ms, 1);
    std::vector<std::string> events;
    for (int i = 0; i != of.events; ++i) events.push_back(event(i, i + 1 == of.events));
    const std::string end =
        chunk(
            "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":"
            "\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":" +
            std::to_string(of.events) + ",\"total_tokens\":" + std::to_string(of.events + 3) +
            "}}\n\n") +
        chunk("data: [DONE]\n\n") + "0\r\n\r\n";
    epoll_loop loop;
    loop.watch(listener);
    const int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    itimerspec pace{};
    pace.it_interval.tv_nsec = pace.it_value.tv_nsec = tick_ms * 1'000'000L;
    timerfd_settime(timer, 0, &pace, nullptr);
    loop.watch(timer);
    std::vector<stream> streams;
    std::vector<std::string> requests(70'000);
    int now = 0;
    for (;;) {
        loop.wait(-1, [&](int fd) {
            if (fd == listener) {
                for (int s; (s = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
                    const int on = 1;
                    setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                    requests[static_cast<std::size_t>(s)].clear();
                    loop.watch(s);
                }
            } else if (fd == timer) {
                std::uint64_t ticks = 0;
                if (read(timer, &ticks, sizeof ticks) <= 0) return;
                ++now;
                for (std::size_t i = 0; i != streams.size();) {
                    stream& s = streams[i];
                    if ((s.fd + now) % slots != 0) {
                        ++i;
                        continue;
                    }
                    const bool ends = s.sent == of.events;
                    const std::string& next =
                        ends ? end : events[static_cast<std::size_t>(s.sent++)];
                    send(s.fd, next.data(), next.size(), MSG_NOSIGNAL);
                    if (!ends) {
                        ++i;
                        continue;
                    }
                    s = streams.back();
                    streams.pop_back();
                }
            } else {
                std::array<char, 4096> bytes;
                const auto n = recv(fd, bytes.data(), bytes.size(), 0);
                if (n < 0 && errno == EAGAIN) return;
                if (n <= 0) {
                    close(fd);
                    return;
                }
                std::string& request = requests[static_cast<std::size_t>(fd)];
                request.append(bytes.data(), static_cast<std::size_t>(n));
                if (!request.ends_with('}')) return;
                request.clear();
                constexpr std::string_view head =
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                    "Transfer-Encoding: chunked\r\n\r\n";
                send(fd, head.data(), head.size(), MSG_NOSIGNAL);
                streams.push_back({fd, 0});
            }
        });
    }
}

// The clients: 0 if each got every token in its order, once, and the end.
int call(std::uint16_t port, const load& of) {
    struct client {
        std::string in{};
        bool good = false;
    };
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const std::string body =
        "{\"model\":\"public\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]"
        "}";
    const std::string request =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n"
        "Content-Type: application/json\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body;
    epoll_loop loop;
    std::vector<client> clients(70'000);
    std::size_t open = 0;
    for (std::size_t i = 0; i != of.streams; ++i) {
        const int fd = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) return 2;
        send(fd, request.data(), request.size(), MSG_NOSIGNAL);
        loop.watch(fd);
        ++open;
    }
    std::string expected;
    std::size_t bad = 0;
    while (open != 0) {
        loop.wait(60'000, [&](int fd) {
            client& c = clients[static_cast<std::size_t>(fd)];
            std::array<char, 16384> bytes;
            const auto n = recv(fd, bytes.data(), bytes.size(), MSG_DONTWAIT);
            if (n < 0 && errno == EAGAIN) return;
            if (n > 0) c.in.append(bytes.data(), static_cast<std::size_t>(n));
            if (n > 0 && !c.in.ends_with("0\r\n\r\n")) return;
            std::size_t at = 0;
            int tokens = 0;
            while ((at = c.in.find("\"content\":\" t", at)) != c.in.npos) {
                at += 13;
                if (std::atoi(c.in.c_str() + at) != tokens) break;
                ++tokens;
            }
            c.good = tokens == of.events && c.in.find("data: [DONE]") != c.in.npos &&
                     c.in.find("gpt-4o") == c.in.npos;
            if (!c.good) ++bad;
            std::string().swap(c.in);
            close(fd);
            --open;
        });
    }
    if (bad != 0) std::fprintf(stderr, "%zu streams are not whole\n", bad);
    return bad == 0 ? 0 : 1;
}

double seconds_of(const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
}

}  // namespace

int main(int count, char** words) {
    load of;
    if (count > 1) of.streams = std::strtoul(words[1], nullptr, 10);
    if (count > 2) of.events = std::atoi(words[2]);
    if (count > 3) of.pace_ms = std::atoi(words[3]);
    std::uint16_t port = 0;
    const int listener = listen_on_loopback(port);
    if (listener < 0) return 2;
    const pid_t upstream = fork();
    if (upstream == 0) serve(listener, of);
    close(listener);

    example::gateway_options options;
    options.routes.push_back(
        {"public", {{"http://127.0.0.1:" + std::to_string(port) + "/v1", "private", {}}}});
    options.keys.push_back({.name = "load", .key = oaiwire::secret("k")});
    example::gateway_server gateway(std::move(options));
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    const std::string url = gateway.base_url();
    const auto gateway_port =
        static_cast<std::uint16_t>(std::atoi(url.c_str() + url.rfind(':') + 1));
    const pid_t clients = fork();
    if (clients == 0) _exit(call(gateway_port, of));

    const auto began = std::chrono::steady_clock::now();
    std::size_t most = 0;
    int status = 0;
    while (waitpid(clients, &status, WNOHANG) == 0) {
        for (int i = 0; i != 100; ++i) gateway.poll(1);
        most = std::max(most, gateway.connections());
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    kill(upstream, SIGKILL);
    waitpid(upstream, nullptr, 0);
    const double cpu = seconds_of(used.ru_utime) + seconds_of(used.ru_stime) -
                       seconds_of(before.ru_utime) - seconds_of(before.ru_stime);
    const double user = seconds_of(used.ru_utime) - seconds_of(before.ru_utime);
    const double events = static_cast<double>(of.streams) * of.events;
    std::printf("streams at once     %zu\nevents              %.0f\n", most, events);
    std::printf("wall time           %.2f s\ncpu time            %.2f s, %.0f %% of one core\n",
                took.count(), cpu, 100 * cpu / took.count());
    std::printf("cpu per event       %.2f us, of which user %.2f\n", cpu / events * 1e6,
                user / events * 1e6);
    std::printf(
        "memory per stream   %.1f kB\n",
        static_cast<double>(used.ru_maxrss - before.ru_maxrss) / static_cast<double>(of.streams));
    const bool good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    std::printf("every token once    %s\n", good ? "yes" : "no");
    return good ? 0 : 1;
}
