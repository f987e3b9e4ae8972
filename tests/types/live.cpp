#include <oaiwire/types/live.hpp>
//
#include <support/catch.hpp>

#include <string_view>
#include <variant>

#include <support/json_of.hpp>

namespace live_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;
using support::rewritten;

namespace {

constexpr std::string_view session_json =
    R"({"id":"live_1","expires_at":9,"status":"active","model":"gpt-live-1",)"
    R"("audio":{"format":{"type":"audio/pcm","rate":24000},"output":{"voice":{"id":"voice_1"}}},)"
    R"("client":{"data_channel":{"allowed_client_events":["session.close"],)"
    R"("allowed_server_events":[{"type":"response.event","response_event":"response.created"}]}},)"
    R"("delegation":{"type":"responses","acknowledgement_delay_ms":400,)"
    R"("responses":{"model":"m","reasoning":{"effort":"low"},"service_tier":"priority",)"
    R"("text":{"verbosity":"low"},"tool_choice":"auto","tools":[{"type":"function","name":"f"}]}},)"
    R"("input":[{"role":"user","content":[{"text":"Hi","type":"input_text"}]}],)"
    R"("instructions":"Be brief.","safety_identifier":"u","store":true,)"
    R"("triggers":[{"type":"decisions","event_type":"session.input_transcript.delta",)"
    R"("decisions":{"questions":[{"type":"predicate","instructions":"Is it late?"}]}}],"x":1})";

}  // namespace

TEST_CASE("a session is written as it was read, unknown members included") {
    CHECK(rewritten<LiveSession>(session_json) == session_json);
    const auto session = from_json<LiveSession>(session_json);
    CHECK(std::holds_alternative<LiveCustomVoice>(*session.audio->output->voice));
    CHECK(session.delegation->responses->model == "m");
    CHECK(session.triggers->front().event_type == "session.input_transcript.delta");
    CHECK(session.extra.contains("x"));
}

TEST_CASE("a session without members is an empty object") {
    CHECK(json_of(LiveSession{}) == "{}");
    CHECK(rewritten<LiveSession>("{}") == "{}");
}

TEST_CASE("a voice is a name or one of the program's own") {
    CHECK(rewritten<LiveAudioOutput>(R"({"voice":"marin"})") == R"({"voice":"marin"})");
    CHECK(from_json<LiveAudioOutput>(R"({"voice":"marin"})").voice == LiveVoice("marin"));
}

TEST_CASE("what a frontend may send and receive is all of it, or a list") {
    const auto all =
        from_json<LiveDataChannel>(R"({"allowed_client_events":"all","allowed_server_events":[]})");
    CHECK(std::get<std::string>(*all.allowed_client_events) == "all");
    CHECK(std::get<std::vector<LiveEventSelector>>(*all.allowed_server_events).empty());
}

TEST_CASE("a delegation to the program is the default, and null says the same") {
    CHECK(json_of(LiveSession{.delegation = LiveDelegationConfig{}}) ==
          R"({"delegation":{"type":"client"}})");
    CHECK(json_of(LiveSession{.delegation = null}) == R"({"delegation":null})");
    CHECK(rewritten<LiveSession>(R"({"delegation":{"type":"decisions","decisions":{"model":"m",)"
                                 R"("questions":[]}}})") ==
          R"({"delegation":{"type":"decisions","decisions":{"model":"m","questions":[]}}})");
}

TEST_CASE("a transport is an SDP text") {
    CHECK(json_of(LiveTransport{.sdp = "v=0"}) == R"({"type":"webrtc","sdp":"v=0"})");
}

}  // namespace live_tests
