#include <oaiwire/transport/httplib_watch.hpp>
//
#include <support/catch.hpp>

#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace httplib_watch_tests {

using namespace oaiwire;
using detail::httplib_watch;

namespace {

// Two sockets that are connected: `ours` is what is watched, `theirs` never says anything.
struct pair {
    pair() { REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0); }
    ~pair() {
        close(fds[0]);
        close(fds[1]);
    }
    pair(const pair&) = delete;
    pair& operator=(const pair&) = delete;
    int fds[2]{};

    int ours() const { return fds[0]; }
    // Blocks until the watch shuts the socket down.
    bool reads_end() const {
        char byte = 0;
        return recv(ours(), &byte, 1, 0) == 0;
    }
};

}  // namespace

TEST_CASE("httplib: a deadline that passes wakes whoever reads from the socket") {
    const pair sockets;
    httplib_watch watch;
    {
        const httplib_watch::turn turn(watch, {.connect_ms = 0, .first_byte_ms = 30}, {}, false);
        watch.on_socket(sockets.ours());
        CHECK(watch.has_socket());
        CHECK(watch.begin_request());
        CHECK(sockets.reads_end());
    }
    CHECK(watch.interrupted() == errc::first_byte_timeout);
}

TEST_CASE("httplib: a stop wakes whoever reads from the socket") {
    const pair sockets;
    httplib_watch watch;
    const stop_handle stop;
    std::thread later([stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        stop.request_stop();
    });
    {
        const httplib_watch::turn turn(watch, {}, stop, false);
        watch.on_socket(sockets.ours());
        CHECK(watch.begin_request());
        CHECK(sockets.reads_end());
    }
    later.join();
    CHECK(watch.interrupted() == errc::cancelled);
}

TEST_CASE("httplib: a request is begun once in a turn, and no socket is taken after it") {
    const pair first;
    const pair second;
    httplib_watch watch;
    const httplib_watch::turn turn(watch, {}, {}, false);
    CHECK_FALSE(watch.may_have_sent());
    watch.on_socket(first.ours());
    CHECK(watch.begin_request());
    CHECK_FALSE(watch.begin_request());
    CHECK(watch.may_have_sent());
    watch.on_socket(second.ours());
    const char byte = 'x';
    static_cast<void>(::write(second.ours(), &byte, 1));
    char got = 0;
    CHECK(recv(second.fds[1], &got, 1, MSG_DONTWAIT) <= 0);
}

TEST_CASE("httplib: the handler's own time passes no deadline") {
    httplib_watch watch;
    const httplib_watch::turn turn(watch, {.connect_ms = 0, .first_byte_ms = 0, .idle_ms = 20}, {},
                                   true);
    CHECK(watch.begin_request());
    watch.enter_handler();
    std::this_thread::sleep_for(std::chrono::milliseconds(80));
    CHECK(watch.leave_handler());
}

TEST_CASE("httplib: SIGPIPE is taken while it is blocked, and the mask is what it was") {
    {
        const detail::sigpipe_blocked blocked;
        const pair sockets;
        shutdown(sockets.fds[1], SHUT_RDWR);
        CHECK(::send(sockets.ours(), "x", 1, 0) < 0);
    }
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    CHECK(sigismember(&mask, SIGPIPE) == 0);
    sigset_t pending;
    sigpending(&pending);
    CHECK(sigismember(&pending, SIGPIPE) == 0);
}

}  // namespace httplib_watch_tests
