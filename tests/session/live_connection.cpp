#include <oaiwire/session/live_connection.hpp>
//
#include <support/catch.hpp>

#include <string>

namespace live_connection_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "https://api.openai.com/v1", .api_key = secret{"k"}};

}  // namespace

TEST_CASE("a session, a fork and a sideband connection have paths of their own") {
    const auto session = live_connection(ConnectLiveRequest{}, where);
    REQUIRE(session);
    CHECK(session->origin.host == "api.openai.com");
    CHECK(session->target == "/v1/live/sessions");
    CHECK(session->headers.value("Authorization") == "Bearer k");
    const auto fork = live_connection(ConnectLiveForkRequest{.session_id = "live/1"}, where);
    REQUIRE(fork);
    CHECK(fork->target == "/v1/live/sessions/live%2F1/fork");
    const auto sideband = live_connection(
        ConnectLiveSidebandRequest{.session_id = "live_1", .graceful_close = true}, where);
    REQUIRE(sideband);
    CHECK(sideband->target == "/v1/live/sessions/live_1/attach?graceful_close=true");
}

TEST_CASE("a fork and a sideband connection need the id of a session") {
    for (const auto& made : {live_connection(ConnectLiveForkRequest{}, where),
                             live_connection(ConnectLiveSidebandRequest{}, where)}) {
        REQUIRE_FALSE(made);
        CHECK(made.error().kind() == error_kind::invalid_request);
        CHECK(made.error().path == "session_id");
    }
}

}  // namespace live_connection_tests
