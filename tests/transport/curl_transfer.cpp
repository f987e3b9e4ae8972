#include <oaiwire/transport/curl_transfer.hpp>
//
#include <support/catch.hpp>

#include <chrono>
#include <memory>
#include <string>

namespace curl_transfer_tests {

using namespace oaiwire;
using std::chrono::milliseconds;

namespace {

using multi_handle = std::unique_ptr<CURLM, CURLMcode (*)(CURLM*)>;

// A transfer that no event loop drives: only the test acts on it.
struct idle_transfer {
    multi_handle multi{detail::curl_ready() ? curl_multi_init() : nullptr, curl_multi_cleanup};
    curl_options options{};
    detail::curl_kept kept{};
    detail::curl_transfer transfer{options, kept};
};

http::request silent(http::timeouts timeouts, stop_handle stop = {}) {
    return {.method = "GET",
            .origin = {"http", "user@127.0.0.1", 9},
            .target = "/canary",
            .headers = {{"Authorization", "canary", true}},
            .timeouts = timeouts,
            .stop = stop};
}

}  // namespace

TEST_CASE("curl: a transfer ends at the deadline of its phase, and reports the time until then") {
    idle_transfer t;
    t.transfer.begin(t.multi.get(), silent({.connect_ms = 50, .first_byte_ms = 20, .idle_ms = 30}),
                     true);
    REQUIRE_FALSE(t.transfer.ended());
    const auto now = detail::curl_transfer::clock::now();
    CHECK(t.transfer.check_deadlines(now, true) == 20);  // of a phase that may start at once
    CHECK_FALSE(t.transfer.ended());
    CHECK(t.transfer.check_deadlines(now + milliseconds(60), true) <= 0);
    CHECK(t.transfer.ended());
    CHECK(t.transfer.failure().code == errc::connect_timeout);
}

TEST_CASE("curl: a stopped transfer does not start, or ends") {
    idle_transfer t;
    const stop_handle stop;
    t.transfer.begin(t.multi.get(), silent({}, stop), true);
    CHECK_FALSE(t.transfer.check_stop());
    stop.request_stop();
    CHECK(t.transfer.check_stop());
    CHECK(t.transfer.failure().code == errc::cancelled);
    idle_transfer never;
    never.transfer.begin(never.multi.get(), silent({}, stop), true);
    CHECK(never.transfer.ended());
}

TEST_CASE("curl: a transfer without libcurl handles fails cleanly") {
    idle_transfer t;
    t.transfer.begin(nullptr, silent({}), true);
    CHECK(t.transfer.ended());
    CHECK(t.transfer.failure().code == errc::transport_failed);
    t.transfer.end(errc::ok);  // the first end counts
    CHECK(t.transfer.failure().code == errc::transport_failed);
    CHECK(t.transfer.take().empty());
}

TEST_CASE("curl: a failure names the host and no other part of the request") {
    idle_transfer t;
    t.transfer.begin(t.multi.get(), silent({}), true);
    t.transfer.end(errc::receive_failed, "why");
    CHECK(t.transfer.failure().message == "127.0.0.1:9: why");
}

}  // namespace curl_transfer_tests
