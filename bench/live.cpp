// live: many streams that are mostly idle, over libcurl on one thread. Measures the processor time
// of an event and of a wake, and the memory of a stream. Linux only.
//
//     bench_live [WAY [STREAMS [EVENTS_A_SECOND [SECONDS]]]]
//
// A child process serves: it sends one event on each stream, then so many events a second, each on
// the next stream, then three events on each stream and its end. WAY: `ready` asks only the calls
// that http.next_ready() names, `ask` asks all calls after each poll, `raw` is libcurl's event
// interface and epoll without this library, which only counts the events. Prints how late an event
// was: from the server's send to the typed chunk, or to its bytes (`raw`).
#include <curl/curl.h>
#include <sys/epoll.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/chat.hpp>
#include <oaiwire/transport/curl.hpp>

#include "live.hpp"

namespace {

using live::meter;
using live::plan;

struct stream {
    oaiwire::polled_call<oaiwire::ChatCompletionRequest, oaiwire::curl_transport> call;
    std::size_t next = 0;  // the number that the next event must have
    bool wrong = false;
    bool counted = false;
};

void take_news(stream& s, meter& m, std::size_t& running, std::size_t& whole,
               std::size_t expected) {
    if (s.counted) return;
    while (const auto* chunk = s.call.next()) {
        const auto piece = text(*chunk);
        if (piece.empty()) continue;
        live::stamp of;
        s.wrong = s.wrong || !of.read(piece) || of.number != s.next;
        ++s.next;
        m.got(of);
    }
    if (!s.call.ended()) return;
    s.counted = true;
    --running;
    const bool complete = s.call.end_reason() == oaiwire::stream_end::complete;
    if (complete && !s.wrong && s.next == expected) {
        ++whole;
    } else if (!s.call.ok()) {
        std::fprintf(stderr, "%s\n", to_string(s.call.error()).c_str());
    }
}

template <class Call>
void tag_as(Call& call, std::uint64_t tag) {
    if constexpr (requires { call.tag(tag); }) call.tag(tag);
}

template <class Transport>
bool run_calls(const plan& p, std::uint16_t port) {
    meter m(p);
    Transport http;
    const oaiwire::endpoint where{.base_url = "http://127.0.0.1:" + std::to_string(port) + "/v1"};
    const oaiwire::ChatCompletionRequest request{.model = "m", .messages = {oaiwire::user("Hi")}};
    std::vector<stream> streams;
    streams.reserve(p.streams);
    std::size_t running = p.streams, whole = 0;
    const auto serve = [&](std::int64_t ms) {
        if (http.poll(ms)) m.woke();
        if constexpr (requires { http.next_ready(); }) {
            if (p.way != "ask") {
                while (const auto tag = http.next_ready()) {
                    take_news(streams[*tag], m, running, whole, p.events_of(*tag));
                }
                m.look();
                return;
            }
        }
        for (std::size_t i = 0; i != streams.size(); ++i) {
            take_news(streams[i], m, running, whole, p.events_of(i));
        }
        m.look();
    };
    for (std::size_t i = 0; i != p.streams; ++i) {
        streams.push_back({{http, request, where}});
        tag_as(streams[i].call, i);
        if (i % 64 == 63) serve(0);  // the server's backlog is bounded
    }
    while (running != 0) serve(1000);
    m.print(whole);
    return whole == p.streams;
}

struct raw_loop {
    explicit raw_loop(const plan& p) : m(p) {}
    meter m;
    CURLM* multi = curl_multi_init();
    int set = epoll_create1(0);
    long timer_ms = -1;

    static int on_socket(CURL*, curl_socket_t s, int what, void* context, void* known) {
        auto& self = *static_cast<raw_loop*>(context);
        epoll_event e{};
        e.data.fd = s;
        if (what == CURL_POLL_IN || what == CURL_POLL_INOUT) e.events |= EPOLLIN;
        if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT) e.events |= EPOLLOUT;
        const int how = what == CURL_POLL_REMOVE ? EPOLL_CTL_DEL
                        : known                  ? EPOLL_CTL_MOD
                                                 : EPOLL_CTL_ADD;
        epoll_ctl(self.set, how, s, &e);
        if (!known) curl_multi_assign(self.multi, s, &self);
        return 0;
    }
    static int on_timer(CURLM*, long ms, void* context) {
        static_cast<raw_loop*>(context)->timer_ms = ms;
        return 0;
    }
    static std::size_t on_bytes(char* bytes, std::size_t, std::size_t n, void* context) {
        const std::string_view all(bytes, n);
        constexpr std::string_view before = "\"content\":\"";
        for (auto at = all.find(before); at != all.npos; at = all.find(before, at + 1)) {
            live::stamp of;
            if (of.read(all.substr(at + before.size()))) static_cast<raw_loop*>(context)->m.got(of);
        }
        return n;
    }
};

bool run_raw(const plan& p, std::uint16_t port) {
    raw_loop loop(p);
    curl_multi_setopt(loop.multi, CURLMOPT_SOCKETFUNCTION, &raw_loop::on_socket);
    curl_multi_setopt(loop.multi, CURLMOPT_SOCKETDATA, &loop);
    curl_multi_setopt(loop.multi, CURLMOPT_TIMERFUNCTION, &raw_loop::on_timer);
    curl_multi_setopt(loop.multi, CURLMOPT_TIMERDATA, &loop);
    const auto url = "http://127.0.0.1:" + std::to_string(port) + "/v1/chat/completions";
    std::size_t running = p.streams, whole = 0;
    const auto serve = [&](int ms) {
        if (loop.timer_ms >= 0) ms = std::min(ms, static_cast<int>(loop.timer_ms));
        epoll_event ready[256];
        const int n = epoll_wait(loop.set, ready, 256, ms);
        if (n > 0) loop.m.woke();
        int left = 0;
        for (int i = 0; i < n; ++i) {
            const int mask = ((ready[i].events & ~EPOLLOUT) != 0u ? CURL_CSELECT_IN : 0) |
                             ((ready[i].events & EPOLLOUT) != 0u ? CURL_CSELECT_OUT : 0);
            curl_multi_socket_action(loop.multi, ready[i].data.fd, mask, &left);
        }
        if (n == 0 && loop.timer_ms >= 0) {
            loop.timer_ms = -1;
            curl_multi_socket_action(loop.multi, CURL_SOCKET_TIMEOUT, 0, &left);
        }
        while (const CURLMsg* done = curl_multi_info_read(loop.multi, &left)) {
            --running;
            whole += done->data.result == CURLE_OK ? 1 : 0;
            CURL* const easy = done->easy_handle;
            curl_multi_remove_handle(loop.multi, easy);
            curl_easy_cleanup(easy);
        }
        loop.m.look();
    };
    for (std::size_t i = 0; i != p.streams; ++i) {
        CURL* const easy = curl_easy_init();
        curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, R"({"model":"m","messages":[],"stream":true})");
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &raw_loop::on_bytes);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &loop);
        curl_multi_add_handle(loop.multi, easy);
        if (i % 64 == 63) serve(0);
    }
    while (running != 0) serve(1000);
    loop.m.print(whole);
    return whole == p.streams;
}

}  // namespace

int main(int count, char** words) {
    return live::main_of(count, words, [](const plan& p, std::uint16_t port) {
        return p.way == "raw" ? run_raw(p, port) : run_calls<oaiwire::curl_transport>(p, port);
    });
}
