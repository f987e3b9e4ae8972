#include <oaiwire/types/response_ws.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <variant>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace response_ws_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::text_comes_back;

TEST_CASE("events of a WebSocket of responses are written as they were read") {
    CHECK(text_comes_back<ResponseSteerEvent>(1));
    CHECK(text_comes_back<ResponseInjectEvent>(2));
    CHECK(text_comes_back<ResponseSteerAcceptedEvent>(3));
    CHECK(text_comes_back<ResponseSteerPendingEvent>(4));
    CHECK(text_comes_back<ResponseSteerFailedEvent>(5));
    CHECK(text_comes_back<ResponseInjectCreatedEvent>(6));
    CHECK(text_comes_back<ResponseInjectFailedEvent>(7));
}

TEST_CASE("a client's event has its type first, whatever it holds") {
    CHECK(json_of(ResponseSteerEvent{.previous_response_id = "r", .input = "more"}) ==
          R"({"type":"response.steer","previous_response_id":"r","input":"more"})");
    CHECK(json_of(ResponseInjectEvent{.response_id = "r"}) ==
          R"({"type":"response.inject","response_id":"r","input":[]})");
}

TEST_CASE("the type of a server's event chooses its struct, and others are raw JSON") {
    CHECK(chooses<ResponseSteerAcceptedEvent, ResponseSocketEvent>(
        R"({"type":"response.steer.accepted","steer":{"id":"s"}})"));
    CHECK(chooses<ResponseSteerPendingEvent, ResponseSocketEvent>(
        R"({"type":"response.steer.pending","required_input":[]})"));
    CHECK(chooses<ResponseSteerFailedEvent, ResponseSocketEvent>(
        R"({"type":"response.steer.failed","error":{"code":"later"}})"));
    CHECK(chooses<ResponseInjectCreatedEvent, ResponseSocketEvent>(
        R"({"type":"response.inject.created","response_id":"r"})"));
    CHECK(chooses<ResponseInjectFailedEvent, ResponseSocketEvent>(
        R"({"type":"response.inject.failed","input":[]})"));
    CHECK(chooses<raw_json, ResponseSocketEvent>(R"({"type":"response.steer.later"})"));
}

TEST_CASE("input that was not taken comes back with the reason") {
    const std::string_view text =
        R"({"type":"response.steer.failed","error":{"code":"response_not_active","message":"m",)"
        R"("type":"invalid_request_error"},"sequence_number":4,)"
        R"("steer":{"id":"s","previous_response_id":"r","input":"more"},"stream_id":"t"})";
    const auto failed = from_json<ResponseSteerFailedEvent>(text);
    REQUIRE(failed.error);
    CHECK(*failed.error->code == ResponseSteerErrorCode::response_not_active);
    REQUIRE(failed.steer);
    CHECK(std::get<std::string>(*failed.steer->input) == "more");
    CHECK(failed.extra.empty());
    CHECK(json_of(failed) == text);
    // a later reason is kept as text
    const auto later =
        from_json<ResponseSteerFailedEvent>(R"({"type":"response.steer.failed","error":)"
                                            R"({"code":"server_is_busy"}})");
    CHECK(later.error->code->known() == ResponseSteerErrorCode::unknown);
    CHECK(*later.error->code == "server_is_busy");
}

}  // namespace response_ws_tests
