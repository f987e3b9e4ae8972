#include <oaiwire/transport/httplib_sigpipe.hpp>
//
#include <support/catch.hpp>

#include <sys/socket.h>
#include <unistd.h>

namespace httplib_sigpipe_tests {

TEST_CASE("httplib: SIGPIPE is discarded and the signal mask restored") {
    {
        const oaiwire::detail::sigpipe_blocked blocked;
        int sockets[2]{};
        REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) == 0);
        close(sockets[1]);
        CHECK(::send(sockets[0], "x", 1, 0) < 0);
        close(sockets[0]);
    }
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    CHECK(sigismember(&mask, SIGPIPE) == 0);
    sigset_t pending;
    sigpending(&pending);
    CHECK(sigismember(&pending, SIGPIPE) == 0);
}

}  // namespace httplib_sigpipe_tests
