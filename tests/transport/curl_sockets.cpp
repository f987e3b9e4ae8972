#include <oaiwire/transport/curl_sockets.hpp>
//
#include <support/catch.hpp>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include <oaiwire/transport/curl_setup.hpp>

namespace curl_sockets_tests {

using namespace oaiwire;

namespace {

using clock_type = std::chrono::steady_clock;

// Two connected sockets.
struct pair {
    pair() { REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) == 0); }
    pair(const pair&) = delete;
    ~pair() {
        for (const int fd : ends) {
            if (fd >= 0) close(fd);
        }
    }
    void send() const { REQUIRE(write(ends[1], "x", 1) == 1); }
    void hang_up() { close(std::exchange(ends[1], -1)); }
    int fd() const { return ends[0]; }
    int ends[2];
};

using ready = std::vector<std::pair<int, int>>;

template <class Sockets>
ready wait(Sockets& sockets, int ms = 0, std::size_t most = 1000) {
    ready out;
    const auto n = sockets.wait(ms, most, [&](int fd, int mask) { out.emplace_back(fd, mask); });
    CHECK(n == static_cast<std::ptrdiff_t>(out.size()));
    return out;
}

std::int64_t ms_since(clock_type::time_point t) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock_type::now() - t).count();
}

// What both kinds do.
template <class Sockets>
void check_kind() {
    REQUIRE(detail::curl_ready());
    {
        Sockets sockets;
        REQUIRE(sockets.sound());
        const pair a, b;
        REQUIRE(sockets.set(a.fd(), CURL_POLL_IN));
        REQUIRE(sockets.set(b.fd(), CURL_POLL_IN));
        CHECK(wait(sockets).empty());
        b.send();
        CHECK(wait(sockets, 1000) == ready{{b.fd(), CURL_CSELECT_IN}});
        CHECK(wait(sockets) == ready{{b.fd(), CURL_CSELECT_IN}});  // until it was read
        REQUIRE(sockets.set(b.fd(), CURL_POLL_INOUT));
        CHECK(wait(sockets) == ready{{b.fd(), CURL_CSELECT_IN | CURL_CSELECT_OUT}});
        REQUIRE(sockets.set(b.fd(), CURL_POLL_OUT));
        CHECK(wait(sockets) == ready{{b.fd(), CURL_CSELECT_OUT}});
        REQUIRE(sockets.set(b.fd(), CURL_POLL_REMOVE));
        CHECK(wait(sockets).empty());
        REQUIRE(sockets.set(b.fd(), CURL_POLL_REMOVE));
        a.send();
        CHECK(wait(sockets) == ready{{a.fd(), CURL_CSELECT_IN}});
    }
    {
        INFO("a socket whose peer has gone is ready");
        Sockets sockets;
        pair a;
        REQUIRE(sockets.set(a.fd(), CURL_POLL_IN));
        a.hang_up();
        const auto got = wait(sockets, 1000);
        REQUIRE(got.size() == 1);
        CHECK((got[0].second & CURL_CSELECT_IN) != 0);
    }
    {
        INFO("a wait names each of many sockets once");
        Sockets sockets;
        std::vector<pair> pairs(400);
        std::set<int> fds;
        for (const auto& p : pairs) {
            REQUIRE(sockets.set(p.fd(), CURL_POLL_IN));
            p.send();
            fds.insert(p.fd());
        }
        std::size_t named = 0;
        while (!fds.empty() && named < 1200) {
            for (const auto& [fd, mask] : wait(sockets, 0, 400)) {
                CHECK(mask == CURL_CSELECT_IN);
                fds.erase(fd);
                ++named;
            }
        }
        CHECK(fds.empty());
        CHECK(named <= 400 + 128);
    }
    {
        INFO("what is called may change the sockets");
        Sockets sockets;
        std::vector<pair> pairs(40);
        for (const auto& p : pairs) {
            REQUIRE(sockets.set(p.fd(), CURL_POLL_IN));
            p.send();
        }
        int calls = 0;
        sockets.wait(0, 40, [&](int, int) {
            ++calls;
            for (const auto& p : pairs) sockets.set(p.fd(), CURL_POLL_REMOVE);
        });
        CHECK(calls >= 1);
        CHECK(wait(sockets).empty());
    }
    {
        INFO("another thread ends the wait that runs, or the next");
        Sockets sockets;
        sockets.wake();
        auto began = clock_type::now();
        CHECK(wait(sockets, 5000).empty());
        CHECK(ms_since(began) < 2000);
        std::thread waker([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            sockets.wake();
        });
        began = clock_type::now();
        CHECK(wait(sockets, 5000).empty());
        CHECK(ms_since(began) >= 40);
        CHECK(ms_since(began) < 2000);
        waker.join();
        began = clock_type::now();
        CHECK(wait(sockets, 60).empty());
        CHECK(ms_since(began) >= 50);
    }
    {
        INFO("file descriptors above 1024");
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        if (files.rlim_max == RLIM_INFINITY || files.rlim_max > 2100) {
            const rlimit more{(std::max)(files.rlim_cur, rlim_t{2100}), files.rlim_max};
            REQUIRE(setrlimit(RLIMIT_NOFILE, &more) == 0);
            Sockets sockets;
            const pair a;
            const int high = fcntl(a.fd(), F_DUPFD, 2000);
            REQUIRE(high >= 2000);
            REQUIRE(sockets.set(high, CURL_POLL_IN));
            a.send();
            CHECK(wait(sockets, 1000) == ready{{high, CURL_CSELECT_IN}});
            REQUIRE(sockets.set(high, CURL_POLL_REMOVE));
            close(high);
            setrlimit(RLIMIT_NOFILE, &files);
        }
    }
}

}  // namespace

#if defined(__linux__)
TEST_CASE("curl_sockets: epoll names what is ready, and only that") {
    check_kind<detail::curl_epoll>();
}

TEST_CASE("curl_sockets: epoll refuses what it cannot wait for, and goes on") {
    detail::curl_epoll sockets;
    CHECK_FALSE(sockets.set(-1, CURL_POLL_IN));
    const int regular = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    REQUIRE(regular >= 0);
    CHECK_FALSE(sockets.set(regular, CURL_POLL_IN));
    const pair a;
    CHECK(sockets.set(a.fd(), CURL_POLL_IN));
    a.send();
    CHECK(wait(sockets) == ready{{a.fd(), CURL_CSELECT_IN}});
    close(regular);
}
#endif

TEST_CASE("curl_sockets: curl_multi_poll names what is ready, and only that") {
    check_kind<detail::curl_poller>();
}

TEST_CASE("curl_sockets: the one that is used is one of the two") {
    check_kind<detail::curl_sockets>();
#if defined(__linux__)
    CHECK(detail::curl_sockets().scales());
#endif
}

}  // namespace curl_sockets_tests
