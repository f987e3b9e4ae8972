#include <oaiwire/session/realtime_connection.hpp>
//
#include <support/catch.hpp>

#include <string>

namespace realtime_connection_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "https://api.openai.com/v1", .api_key = secret{"key"}};

}  // namespace

TEST_CASE("a session is opened by a model, a call or an intent, with the endpoint's key") {
    const auto made = realtime_connection(ConnectRealtimeRequest{.model = "gpt-realtime"}, where);
    REQUIRE(made);
    CHECK(made->origin.host == "api.openai.com");
    CHECK(made->target == "/v1/realtime?model=gpt-realtime");
    CHECK(made->headers.value("Authorization") == "Bearer key");
    CHECK(made->headers.find("Accept") == nullptr);
    CHECK(realtime_connection(ConnectRealtimeRequest{.call_id = "rtc/1"}, where)->target ==
          "/v1/realtime?call_id=rtc%2F1");
    CHECK(realtime_connection(ConnectRealtimeRequest{.intent = "transcription"}, where)->target ==
          "/v1/realtime?intent=transcription");
    CHECK(realtime_connection(ConnectRealtimeTranslationRequest{.model = "m"}, where)->target ==
          "/v1/realtime/translations?model=m");
    for (const auto& bad : {ConnectRealtimeRequest{}, ConnectRealtimeRequest{.model = ""},
                            ConnectRealtimeRequest{.model = "m", .call_id = "c"}}) {
        CHECK_FALSE(realtime_connection(bad, where));
    }
    CHECK_FALSE(realtime_connection(ConnectRealtimeTranslationRequest{}, where));
}

TEST_CASE("Azure: a deployment, the version and the key are sent as its older paths want them") {
    endpoint azure{.base_url = "https://x.openai.azure.com/openai",
                   .api_key = secret{"key"},
                   .query = {{"api-version", "2024-10-01-preview"}},
                   .sends_key_as = key_field::api_key,
                   .by_deployment = true};
    const auto made = realtime_connection(ConnectRealtimeRequest{.deployment = "mine"}, azure);
    REQUIRE(made);
    CHECK(made->target.starts_with("/openai/realtime?"));
    CHECK(made->target.find("deployment=mine") != std::string::npos);
    CHECK(made->target.find("api-version=2024-10-01-preview") != std::string::npos);
    CHECK(made->headers.value("api-key") == "key");
}

}  // namespace realtime_connection_tests
