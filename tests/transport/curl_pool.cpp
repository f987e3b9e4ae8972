#include <oaiwire/transport/curl_pool.hpp>
//
#include <support/catch.hpp>

namespace curl_pool_tests {

using namespace oaiwire;

namespace {

http::request stopped_before() {
    const stop_handle stop;
    stop.request_stop();
    return {.method = "GET", .origin = {"http", "127.0.0.1", 9}, .target = "/", .stop = stop};
}

}  // namespace

TEST_CASE("curl: a call that cannot start is not among the running ones") {
    detail::curl_pool pool{curl_options{}};
    const auto stopped = pool.start(stopped_before(), false, true);
    CHECK(stopped->ended());
    CHECK(stopped->failure().code == errc::cancelled);
    const auto refused = pool.refuse(errc::invalid_argument, "why");
    CHECK(refused->ended());
    CHECK(refused->failure().message == "why");
    CHECK(pool.running() == 0);
}

TEST_CASE("curl: calls end one by one or all at once, without affecting others' slots") {
    detail::curl_pool pool{curl_options{}};
    const http::request silent{.method = "GET", .origin = {"http", "127.0.0.1", 9}, .target = "/"};
    const auto first = pool.start(silent, false, true);
    const auto second = pool.start(silent, false, true);
    const auto third = pool.start(silent, true, true);
    REQUIRE(pool.running() == 3);
    pool.end(*first, errc::cancelled);
    pool.end(*first, errc::ok);  // the first end counts
    CHECK(first->failure().code == errc::cancelled);
    CHECK(pool.running() == 2);
    pool.end(*third, errc::ok);
    CHECK(pool.running() == 1);
    pool.end_all(errc::transport_failed);
    CHECK(second->failure().code == errc::transport_failed);
    CHECK(pool.running() == 0);
}

}  // namespace curl_pool_tests
