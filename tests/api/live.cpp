#include <oaiwire/live.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

// Only this header is included: it must bring everything for its operations.
namespace live_api_tests {

using namespace oaiwire;
using namespace std::string_view_literals;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

constexpr std::string_view connection_json =
    R"({"session":{"id":"live_1"},"transport":{"type":"webrtc","sdp":"v=0"}})";

// Sends the request to a server that answers with `body`.
template <class Request>
exchange<Request> answered(const Request& request, std::string_view body) {
    exchange<Request> call(request, where, {}, call_mode::plain);
    if (call.ended()) UNSCOPED_INFO(to_string(call.error()));
    call.head(200, {});
    call.feed(body);
    call.finish();
    return call;
}

// The paths of what is wrong with the request, separated by spaces.
template <class Request>
std::string wrong(const Request& request) {
    std::string out;
    for (const violation& v : validate(request)) out += (out.empty() ? "" : " ") + v.path;
    return out;
}

}  // namespace

TEST_CASE("createLiveSession: an offer and a session are sent, an answer and an id come back") {
    const auto call = answered(
        CreateLiveSessionRequest{.session = {.model = "gpt-live-1"}, .transport = {.sdp = "v=0"}},
        connection_json);
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/live/sessions");
    CHECK(call.request().body ==
          R"({"session":{"model":"gpt-live-1"},"transport":{"type":"webrtc","sdp":"v=0"}})");
    REQUIRE(call.ok());
    CHECK(call.response().session->id == "live_1");
    CHECK(call.response().transport->sdp == "v=0");
    CHECK(wrong(CreateLiveSessionRequest{}) == "session.model transport.sdp");
}

TEST_CASE("createLiveSession: what a session must have depends on its delegation") {
    const auto of = [](LiveSession session) {
        session.model = "gpt-live-1";
        return wrong(
            CreateLiveSessionRequest{.session = std::move(session), .transport = {.sdp = "v=0"}});
    };
    CHECK(of({.delegation = null}) == "");
    CHECK(of({.delegation = LiveDelegationConfig{.acknowledgement_delay_ms = -1}}) ==
          "session.delegation.acknowledgement_delay_ms");
    CHECK(of({.delegation = LiveDelegationConfig{.type = "responses"}}) ==
          "session.delegation.responses.model");
    CHECK(of({.delegation = LiveDelegationConfig{.type = "decisions"}}) ==
          "session.delegation.decisions.model session.delegation.decisions.questions");
    CHECK(of({.delegation = LiveDelegationConfig{
                  .type = "responses", .responses = LiveResponsesConfig{.model = "m"}}}) == "");
    const LiveInitialItem item{.role = Role::user, .content = {{.text = "Hi"}}};
    CHECK(of({.input = std::vector<LiveInitialItem>(128, item)}) == "");
    CHECK(of({.input = std::vector<LiveInitialItem>(129, item)}) == "session.input");
    CHECK(of({.input = std::vector<LiveInitialItem>(1)}) == "session.input[0].content");
    const LiveTrigger heard{.event_type = "session.input_transcript.delta"};
    const LiveTrigger said{.event_type = "session.output_transcript.delta"};
    CHECK(of({.triggers = std::vector<LiveTrigger>{heard, said}}) == "");
    CHECK(of({.triggers = std::vector<LiveTrigger>{heard, said, heard}}) ==
          "session.triggers[2].event_type");
}

TEST_CASE("forkLiveSession: a session needs no model, for it continues another") {
    const auto call = answered(ForkLiveSessionRequest{.session_id = "live_1",
                                                      .transport = {.sdp = "v=0"},
                                                      .session = LiveSession{.store = false}},
                               connection_json);
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/live/sessions/live_1/fork");
    CHECK(call.request().body ==
          R"({"transport":{"type":"webrtc","sdp":"v=0"},"session":{"store":false}})");
    REQUIRE(call.ok());
    CHECK(call.response().session->id == "live_1");
    CHECK(wrong(ForkLiveSessionRequest{}) == "session_id transport.sdp");
}

TEST_CASE("acceptLiveSession: the session is sent, and the answer has a status only") {
    const AcceptLiveSessionRequest accept{.session_id = "live_1",
                                          .session = {.type = "live", .model = "gpt-live-1"}};
    const auto call = answered(accept, "");
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/live/sessions/live_1/accept");
    CHECK(call.request().body == R"({"session":{"type":"live","model":"gpt-live-1"}})");
    CHECK(call.ok());
    CHECK(wrong(AcceptLiveSessionRequest{}) == "session_id session.type session.model");
}

TEST_CASE("rejectLiveSession: the status of SIP is sent") {
    const auto call =
        answered(RejectLiveSessionRequest{.session_id = "live_1", .status_code = 486}, "");
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/live/sessions/live_1/reject");
    CHECK(call.request().body == R"({"status_code":486})");
    CHECK(call.ok());
    CHECK(wrong(RejectLiveSessionRequest{}) == "session_id status_code");
    CHECK(wrong(RejectLiveSessionRequest{.session_id = "s", .status_code = 700}) == "status_code");
}

TEST_CASE("referLiveSession: the target is sent") {
    const auto call = answered(
        ReferLiveSessionRequest{.session_id = "live_1", .target_uri = "tel:+14155550123"}, "");
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/live/sessions/live_1/refer");
    CHECK(call.request().body == R"({"target_uri":"tel:+14155550123"})");
    CHECK(call.ok());
    CHECK(wrong(ReferLiveSessionRequest{}) == "session_id target_uri");
}

TEST_CASE("hangupLiveSession: nothing is sent, and whatever comes back with 200 is a success") {
    const auto call = answered(HangupLiveSessionRequest{.session_id = "live/1"}, "OK");
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/live/sessions/live%2F1/hangup");
    CHECK(call.request().body.empty());
    CHECK(call.ok());
    CHECK(wrong(HangupLiveSessionRequest{}) == "session_id");
}

TEST_CASE("downloadLiveSessionRecording: the bytes come back as they are") {
    const auto call =
        answered(DownloadLiveRecordingRequest{.session_id = "live_1"}, "RIFF\0\x80"sv);
    CHECK(call.request().method == "GET");
    CHECK(call.request().target == "/v1/live/sessions/live_1/content");
    REQUIRE(call.ok());
    CHECK(call.response().data == "RIFF\0\x80"sv);
    CHECK(wrong(DownloadLiveRecordingRequest{}) == "session_id");
}

}  // namespace live_api_tests
