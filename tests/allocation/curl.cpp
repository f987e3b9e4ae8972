// Out of memory in curl_transport: allocation k of a call fails, for every k, either once or from
// then on. The call must end as out_of_memory, or as without failures, and harm no other.
#include <oaiwire/transport/curl.hpp>

#include <support/allocation_ledger.hpp>
#include <support/catch.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace curl_allocation_tests {

using namespace oaiwire;
using support::allocations;
using support::no_failures;

#if defined(__cpp_exceptions)

namespace {

// A server on this thread: answers what has come whenever it is asked to.
class quiet_server {
public:
    quiet_server() : listener_(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        auto* const address = reinterpret_cast<sockaddr*>(&at);
        REQUIRE(bind(listener_, address, size) == 0);
        REQUIRE(listen(listener_, 100) == 0);
        REQUIRE(getsockname(listener_, address, &size) == 0);
        port = ntohs(at.sin_port);
    }
    quiet_server(const quiet_server&) = delete;
    ~quiet_server() {
        for (const int s : peers_) close(s);
        close(listener_);
    }
    std::uint16_t port = 0;

    void step() {
        const no_failures pause;
        for (int s; (s = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
            peers_.push_back(s);
        }
        std::erase_if(peers_, [](int s) {
            char some[4096];
            const auto n = recv(s, some, sizeof some, 0);
            if (n > 0) {
                constexpr std::string_view answer =
                    "HTTP/1.1 200 OK\r\nX-A-Header-With-A-Long-Name: and a value of some length\r\n"
                    "Content-Length: 60\r\n\r\n"
                    "a body that is longer than a string which needs no memory...";
                (void)send(s, answer.data(), answer.size(), MSG_NOSIGNAL);
            }
            if (n == 0) close(s);
            return n == 0;
        });
    }

private:
    int listener_;
    std::vector<int> peers_{};
};

struct outcome {
    errc code = errc::ok;
    int status = 0;
    std::size_t bytes = 0;
};

void read(curl_transport::call& call, outcome& out) {
    out.bytes += call.read().size();
    if (call.head()) out.status = call.head()->status;
    out.code = call.error().code;
}

}  // namespace

TEST_CASE("curl: a call that runs out of memory ends so, and those beside it go on") {
    setenv("no_proxy", "127.0.0.1", 1);
    quiet_server server;
    const http::request request{
        .method = "POST",
        .origin = {"http", "127.0.0.1", server.port},
        .target = "/a/target/that/is/longer/than/a/short/string",
        .headers = {{"Authorization", "Bearer a-key-that-is-longer-than-short", true}},
        .body = std::string(100, 'b')};
    auto refused = request;
    refused.origin.port = 1;
    curl_transport first;
    auto before = first.start(request);  // what libcurl and the library allocate once
    for (int i = 0; i != 400 && !before.ended(); ++i) {
        first.poll(5);
        server.step();
        (void)before.read();
    }
    REQUIRE(before.error().code == errc::ok);

    for (const bool fails_on : {false, true}) {
        bool more = true;
        for (std::size_t k = 0; more; ++k) {
            INFO("allocation " << k << (fails_on ? " and all after it" : ""));
            outcome a, b, c;
            {
                curl_transport http;
                auto good = http.start(request);
                good.tag(1);
                allocations.failures = 0;
                allocations.fails_on = fails_on;
                allocations.until_failure = k;
                std::string thrown;
                try {
                    auto victim = http.start(request);
                    victim.tag(2);
                    auto nowhere = http.start(refused);
                    for (int i = 0; i != 400 && !(victim.ended() && nowhere.ended()); ++i) {
                        http.poll(5);
                        server.step();
                        while (http.next_ready()) {
                        }
                        read(victim, b);
                        read(nowhere, c);
                    }
                    allocations.until_failure = support::allocation_ledger::never;
                    read(victim, b);
                    read(nowhere, c);
                } catch (const std::exception& e) {
                    allocations.until_failure = support::allocation_ledger::never;
                    thrown = e.what();
                }
                more = allocations.failures != 0;
                REQUIRE(thrown == "");
                for (int i = 0; i != 400 && !good.ended(); ++i) {
                    http.poll(5);
                    server.step();
                    read(good, a);
                }
                read(good, a);
                CHECK(http.running() == 0);
            }
            // one of them lacked the memory, the others are whole
            const auto whole = [](const outcome& o) {
                return o.code == errc::ok && o.status == 200 && o.bytes == 60;
            };
            if (!whole(a)) REQUIRE(a.code == errc::out_of_memory);
            if (!whole(b)) REQUIRE(b.code == errc::out_of_memory);
            if (c.code != errc::connect_failed) REQUIRE(c.code == errc::out_of_memory);
            const int lacking =
                (whole(a) ? 0 : 1) + (whole(b) ? 0 : 1) + (c.code == errc::out_of_memory ? 1 : 0);
            if (!fails_on) REQUIRE(lacking <= 1);
            if (!more) REQUIRE(lacking == 0);
        }
    }
}

TEST_CASE("curl: a transport without memory fails its calls") {
    const std::size_t blocks = allocations.blocks;
    {
        allocations.until_failure = 0;
        curl_transport http;
        allocations.until_failure = support::allocation_ledger::never;
        const auto call = http.start({});
        CHECK(call.ended());
        CHECK(call.error().code == errc::out_of_memory);
        CHECK(call.head() == nullptr);
        CHECK_FALSE(http.open({}));
        CHECK(http.open({}).error().code == errc::out_of_memory);
        CHECK_FALSE(http.poll(0));
        CHECK_FALSE(http.next_ready());
        CHECK(http.running() == 0);
    }
    CHECK(allocations.blocks == blocks);
}

#endif

}  // namespace curl_allocation_tests
