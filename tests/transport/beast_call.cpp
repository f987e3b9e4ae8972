#include <oaiwire/transport/beast_call.hpp>
//
#include <support/catch.hpp>

#include <boost/asio/io_context.hpp>

#include <memory>
#include <string>

namespace beast_call_tests {

using namespace oaiwire;

namespace {

// The error of opening, and the number of completion callbacks.
std::string opened(http::origin origin, stop_handle stop = {}, std::int64_t connect = 10'000) {
    boost::asio::io_context context;
    auto pool = std::make_shared<detail::beast_pool>(context.get_executor(), beast_options{});
    const http::request request{.method = "GET",
                                .origin = std::move(origin),
                                .target = "/canary",
                                .headers = {{"Authorization", "canary", true}},
                                .timeouts = {.connect_ms = connect},
                                .stop = stop};
    const auto call = std::make_shared<detail::beast_call>(pool, request);
    int done = 0;
    call->open([&] { ++done; });
    context.run();
    CHECK(done == 1);
    CHECK(to_string(call->failure()).find("canary") == std::string::npos);
    call->read([&] { ++done; });  // a failed call keeps failing
    context.restart();
    context.run();
    CHECK(done == 2);
    CHECK(call->unread().empty());
    return std::string(name(call->failure().code));
}

}  // namespace

TEST_CASE("beast: an impossible call completes once, with its reason") {
    CHECK(opened({"ftp", "127.0.0.1", 9}) == "invalid_url");
    CHECK(opened({"http", "user@127.0.0.1", 9}) == "invalid_url");
    CHECK(opened({"http", "127.0.0.1", 9}) == "connect_failed");
    const stop_handle stopped;
    stopped.request_stop();
    CHECK(opened({"http", "127.0.0.1", 9}, stopped) == "cancelled");
}

}  // namespace beast_call_tests
