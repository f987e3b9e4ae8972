#include <oaiwire/transport/socket_lookup.hpp>

#include <support/catch.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

namespace socket_lookup_tests {

using oaiwire::detail::socket_lookup;
using oaiwire::detail::socket_waker;

namespace {

std::shared_ptr<socket_lookup> look_up(const std::string& host) {
    const oaiwire::http::origin to{"http", host, 80};
    auto lookup = std::make_shared<socket_lookup>(to, std::make_shared<socket_waker>());
    socket_lookup::begin(lookup);
    return lookup;
}
void wait_for(const socket_lookup& lookup) {
    while (!lookup.done()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

}  // namespace

TEST_CASE("an address is looked up at once, with or without brackets") {
    for (const char* host : {"127.0.0.1", "[::1]", "user:secret@127.0.0.1"}) {
        const auto lookup = look_up(host);
        CHECK(lookup->done());
        CHECK(lookup->first() != nullptr);
    }
}

TEST_CASE("a name is looked up on a thread, which may outlive the one that asked") {
    const auto local = look_up("localhost");
    static_cast<void>(look_up("localhost"));
    wait_for(*local);
    CHECK(local->first() != nullptr);
    const auto nowhere = look_up("nowhere.invalid");
    wait_for(*nowhere);
    CHECK(nowhere->first() == nullptr);
    CHECK_FALSE(nowhere->failure().empty());
}

}  // namespace socket_lookup_tests
