// The server of bench_live and what they measure. Linux only.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace live {

using clock_type = std::chrono::steady_clock;

struct plan {
    std::string_view way{};
    std::size_t streams = 10'000;
    std::size_t rate = 1'000;  // events a second, of all streams together
    std::size_t seconds = 5;

    std::size_t paced() const { return rate * seconds; }
    // The events of a stream: one at once, those that are paced, and three at the end.
    std::size_t events_of(std::size_t stream) const {
        return 4 + paced() / streams + (stream < paced() % streams ? 1 : 0);
    }
};

// One chunk of the transfer coding that holds one event.
std::string chunk_of(std::string_view event) {
    char size[24];
    const int n = std::snprintf(size, sizeof size, "%zx\r\n", event.size() + 8);
    return std::string(size, static_cast<std::size_t>(n)).append("data: ").append(event) +
           "\n\n\r\n";
}

// The time of all processes of this machine: Node.js calls it process.hrtime.bigint().
std::int64_t now_ns() {
    return std::chrono::nanoseconds(clock_type::now().time_since_epoch()).count();
}

// What the text of an event says: which of its stream it is, and when it was sent.
struct stamp {
    std::size_t number = 0;
    std::int64_t sent_ns = 0;

    std::string text() const {
        return std::to_string(number) + ' ' + std::to_string(sent_ns) + ' ';
    }
    // Whether `text` begins with a stamp.
    bool read(std::string_view text) {
        const char* const end = text.data() + text.size();
        const auto first = std::from_chars(text.data(), end, number);
        if (first.ec != std::errc() || first.ptr == end || *first.ptr != ' ') return false;
        const auto second = std::from_chars(first.ptr + 1, end, sent_ns);
        return second.ec == std::errc() && second.ptr != end && *second.ptr == ' ';
    }
};

std::string event_of(std::size_t number) {
    return chunk_of(
        R"({"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m",)"
        R"("choices":[{"index":0,"delta":{"content":")" +
        stamp{number, now_ns()}.text() + R"("},"finish_reason":null}]})");
}

class server {
public:
    explicit server(const plan& p) : plan_(p), listener_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        auto* const address = reinterpret_cast<sockaddr*>(&at);
        if (bind(listener_, address, size) != 0 || listen(listener_, 4096) != 0) return;
        getsockname(listener_, address, &size);
        port = ntohs(at.sin_port);
    }
    std::uint16_t port = 0;

    // Serves every stream to its end.
    void serve() {
        while (peers_.size() < plan_.streams || waiting_ != 0) accept_and_read(100);
        const auto began = clock_type::now();
        for (std::size_t sent = 0; sent != plan_.paced();) {
            const auto ms =
                std::chrono::duration_cast<std::chrono::milliseconds>(clock_type::now() - began)
                    .count();
            const auto due = static_cast<std::size_t>(ms + 1) * plan_.rate / 1000;
            for (; sent < std::min(due, plan_.paced()); ++sent) one(sent % plan_.streams);
            usleep(500);
        }
        usleep(300'000);
        const auto end =
            chunk_of(R"({"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,)"
                     R"("model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})") +
            chunk_of("[DONE]") + "0\r\n\r\n";
        for (std::size_t i = 0; i != peers_.size(); ++i) {
            for (int n = 0; n != 3; ++n) one(i);
            write_all(peers_[i].socket, end);
        }
    }

private:
    struct peer {
        int socket;
        std::string request{};
        std::size_t sent = 0;
    };

    void accept_and_read(int ms) {
        if (set_ < 0) {
            set_ = epoll_create1(0);
            watch(listener_, ~std::uint64_t{0});
        }
        epoll_event ready[256];
        const int n = epoll_wait(set_, ready, 256, ms);
        for (int i = 0; i < n; ++i) {
            if (ready[i].data.u64 == ~std::uint64_t{0}) {
                const int s = accept(listener_, nullptr, nullptr);
                if (s < 0) continue;
                const int on = 1;
                setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                peers_.push_back({s});
                ++waiting_;
                watch(s, peers_.size() - 1);
            } else {
                read_request(peers_[ready[i].data.u64]);
            }
        }
    }
    void read_request(peer& p) {
        char some[4096];
        const auto n = recv(p.socket, some, sizeof some, 0);
        if (n <= 0) return;
        p.request.append(some, static_cast<std::size_t>(n));
        const auto head = p.request.find("\r\n\r\n");
        auto length = p.request.find("Content-Length: ");
        if (length > head) length = p.request.find("content-length: ");  // Node.js
        if (head == std::string::npos || length > head) return;
        const auto due = std::strtoull(p.request.c_str() + length + 16, nullptr, 10);
        if (p.request.size() < head + 4 + due) return;
        std::string().swap(p.request);
        --waiting_;
        write_all(p.socket,
                  "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                  "Transfer-Encoding: chunked\r\n\r\n" +
                      event_of(p.sent++));
    }
    void one(std::size_t stream) {
        auto& p = peers_[stream];
        write_all(p.socket, event_of(p.sent++));
    }
    static void write_all(int socket, std::string_view bytes) {
        while (!bytes.empty()) {
            const auto n = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
    }
    void watch(int socket, std::uint64_t name) {
        epoll_event e{};
        e.events = EPOLLIN;
        e.data.u64 = name;
        epoll_ctl(set_, EPOLL_CTL_ADD, socket, &e);
    }

    plan plan_;
    int listener_;
    int set_ = -1;
    std::size_t waiting_ = 0;  // peers whose request is not whole
    std::vector<peer> peers_{};
};

double processor_us() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_nsec) / 1e3;
}
std::size_t resident_bytes() {
    std::size_t all = 0, resident = 0;
    if (FILE* f = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(f, "%zu %zu", &all, &resident) != 2) resident = 0;
        std::fclose(f);
    }
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

// Counts events, and notes the time and how late they come while they are paced.
struct meter {
    explicit meter(const plan& p) : plan_(p), resident(resident_bytes()), began(clock_type::now()) {
        late_us.reserve(p.paced());
    }

    void woke() { ++wakes; }
    void got(const stamp& s) {
        ++events;
        if (phase == 1 && late_us.size() != late_us.capacity()) {
            late_us.push_back(static_cast<float>(now_ns() - s.sent_ns) / 1000);
        }
    }
    // Call it once a loop.
    void look() {
        if (phase == 0 && events >= plan_.streams) {
            phase = 1;
            ready_s = seconds();
            resident = resident_bytes() - resident;
            start_us = processor_us();
            start_events = events;
            start_wakes = wakes;
        } else if (phase == 1 && events >= plan_.streams + plan_.paced()) {
            phase = 2;
            paced_us = processor_us() - start_us;
            paced_events = events - start_events;
            paced_wakes = wakes - start_wakes;
            paced_s = seconds() - ready_s;
        }
    }
    double seconds() const {
        return std::chrono::duration<double>(clock_type::now() - began).count();
    }
    // How late the latest of that share of the paced events was.
    double late(double share) {
        if (late_us.empty()) return 0;
        const auto at = static_cast<std::size_t>(share * static_cast<double>(late_us.size() - 1));
        std::nth_element(late_us.begin(), late_us.begin() + static_cast<std::ptrdiff_t>(at),
                         late_us.end());
        return static_cast<double>(late_us[at]);
    }
    void print(std::size_t whole) {
        std::size_t all = 0;
        for (std::size_t i = 0; i != plan_.streams; ++i) all += plan_.events_of(i);
        const auto each = [](double a, std::size_t b) {
            return b == 0 ? 0.0 : a / static_cast<double>(b);
        };
        std::printf(
            "%-6.*s %6zu streams: %6.1f us a wake, %7.2f ms a 1,000 events, %5.1f %% of a core, "
            "%6.1f KB a stream; late by %.0f us (p50), %.0f (p99), %.0f (most); %zu of %zu events, "
            "%zu whole, begun in %.1f s, all %.1f s, %.2f s of processor\n",
            static_cast<int>(plan_.way.size()), plan_.way.data(), plan_.streams,
            each(paced_us, paced_wakes), each(paced_us, paced_events),
            paced_us / 1e4 / (paced_s > 0 ? paced_s : 1),
            each(static_cast<double>(resident), plan_.streams) / 1024, late(0.5), late(0.99),
            late(1), events, all, whole, ready_s, seconds(), processor_us() / 1e6);
    }

    const plan& plan_;
    std::size_t events = 0, wakes = 0;
    int phase = 0;
    std::size_t resident;
    clock_type::time_point began;
    double ready_s = 0, paced_s = 0, start_us = 0, paced_us = 0;
    std::vector<float> late_us{};
    std::size_t start_events = 0, start_wakes = 0, paced_events = 0, paced_wakes = 0;
};

// Reads [WAY [STREAMS [EVENTS_A_SECOND [SECONDS]]]], starts the server in a child process and calls
// run(plan, port), which returns whether all streams were whole. Returns the exit status. The way
// `serve` is the server alone, which prints its port: for live_node.mjs.
template <class Run>
int main_of(int count, char** words, Run&& run) {
    plan p;
    if (count > 1) p.way = words[1];
    if (count > 2) p.streams = std::strtoul(words[2], nullptr, 10);
    if (count > 3) p.rate = std::strtoul(words[3], nullptr, 10);
    if (count > 4) p.seconds = std::strtoul(words[4], nullptr, 10);
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    if (p.streams == 0 || p.rate == 0 || p.streams + 64 > files.rlim_max) {
        std::fputs("usage: [WAY [STREAMS [EVENTS_A_SECOND [SECONDS]]]]\n", stderr);
        return 2;
    }
    server peer(p);
    if (p.way == "serve") {
        std::printf("%u\n", unsigned{peer.port});
        std::fflush(stdout);
        peer.serve();
        return 0;
    }
    const pid_t child = fork();
    if (child == 0) {
        peer.serve();
        _exit(0);
    }
    const bool good = run(p, peer.port);
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    return good ? 0 : 1;
}

}  // namespace live
