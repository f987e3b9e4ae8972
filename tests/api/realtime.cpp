// Each operation of realtime.hpp, by operationId: the request that is sent, and its response.
#include <oaiwire/api/operations/realtime.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/http/content.hpp>

namespace realtime_operations_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "https://api.openai.com/v1", .api_key = secret{"key"}};

template <class Request>
exchange<Request> started(const Request& request) {
    return exchange<Request>(request, where, {}, call_mode::plain);
}

// The response to a body, fed in pieces of three bytes.
template <class Request>
response_of<Request> answered(const Request& request, std::string_view body,
                              std::string_view type = "application/json") {
    auto call = started(request);
    http::response_head head{200, {}};
    if (!type.empty()) head.headers.add("Content-Type", type);
    call.head(head);
    for (; !body.empty(); body.remove_prefix((std::min)(body.size(), std::size_t{3}))) {
        call.feed(body.substr(0, 3));
    }
    call.finish();
    auto response = call.result();
    INFO((response ? std::string() : to_string(response.error())));
    CHECK(response);
    return response ? *std::move(response) : response_of<Request>{};
}

template <class Request>
std::string line_of(const Request& request) {
    const auto call = started(request);
    const auto& r = call.request();
    CHECK(r.headers.value("Authorization") == "Bearer key");
    return r.method + ' ' + r.target;
}

template <class Request>
std::string body_of(const Request& request) {
    return started(request).request().body;
}

template <class Request>
std::string broken(const Request& request) {
    std::string out;
    for (const auto& v : validate(request)) out += v.path + ' ' + v.message + ';';
    return out;
}

}  // namespace

TEST_CASE("create-realtime-client-secret sends a session and returns the key for it") {
    const CreateRealtimeClientSecretRequest request{
        .expires_after = ClientSecretExpiry{.anchor = "created_at", .seconds = 60},
        .session = RealtimeSession{.model = "gpt-realtime", .instructions = "Be brief."}};
    CHECK(line_of(request) == "POST /v1/realtime/client_secrets");
    CHECK(body_of(request) ==
          R"({"expires_after":{"anchor":"created_at","seconds":60},"session":{"type":"realtime",)"
          R"("model":"gpt-realtime","instructions":"Be brief."}})");
    const auto made =
        answered(request, R"({"value":"ek_1","expires_at":1756310470,"session":{"type":"realtime",)"
                          R"("object":"realtime.session","id":"sess_1","model":"gpt-realtime"}})");
    CHECK(made.value == "ek_1");
    CHECK(std::get<RealtimeSession>(*made.session).id == "sess_1");
    CHECK(broken(request).empty());
    CHECK(broken(CreateRealtimeClientSecretRequest{}).empty());
    CHECK(
        broken(CreateRealtimeClientSecretRequest{
            .expires_after = ClientSecretExpiry{.seconds = 9},
            .session =
                RealtimeSession{.audio =
                                    RealtimeAudioConfig{
                                        .input = RealtimeAudioInput{.turn_detection =
                                                                        RealtimeTurnDetection{
                                                                            .prefix_padding_ms = -1,
                                                                            .threshold = 1.5}},
                                        .output = RealtimeAudioOutput{.speed = 2}},
                                .max_output_tokens = 0,
                                .output_modalities = std::vector<open_enum<Modality>>{}}}) ==
        "expires_after.seconds must be from 10 to 7200;"
        "session.audio.input.turn_detection.threshold must be from 0 to 1;"
        "session.audio.input.turn_detection.prefix_padding_ms must not be negative;"
        "session.audio.output.speed must be from 0.25 to 1.5;"
        "session.max_output_tokens must be at least 1;"
        "session.output_modalities must not be empty;");
}

TEST_CASE("create-realtime-translation-client-secret sends a session that translates") {
    const CreateRealtimeTranslationClientSecretRequest request{
        .session = {.model = "gpt-realtime-translate",
                    .audio = RealtimeTranslationAudio{
                        .output = RealtimeTranslationOutput{.language = "es"}}}};
    CHECK(line_of(request) == "POST /v1/realtime/translations/client_secrets");
    CHECK(body_of(request) == R"({"session":{"model":"gpt-realtime-translate",)"
                              R"("audio":{"output":{"language":"es"}}}})");
    const auto made = answered(
        request, R"({"value":"ek_2","expires_at":1,"session":{"id":"s","type":"translation"}})");
    CHECK(made.session->type == "translation");
    CHECK(broken(request).empty());
    CHECK(broken(CreateRealtimeTranslationClientSecretRequest{}) ==
          "session.model must not be empty;");
}

TEST_CASE("create-realtime-transcription-session sends the settings of the beta") {
    const CreateRealtimeTranscriptionSessionRequest request{
        .input_audio_format = "pcm16",
        .input_audio_transcription = AudioTranscription{.model = "whisper-1"}};
    CHECK(line_of(request) == "POST /v1/realtime/transcription_sessions");
    CHECK(body_of(request) == R"({"input_audio_format":"pcm16",)"
                              R"("input_audio_transcription":{"model":"whisper-1"}})");
    const auto made =
        answered(request, R"({"id":"sess_1","object":"realtime.transcription_session",)"
                          R"("client_secret":{"value":"ek_3","expires_at":1}})");
    CHECK(made.client_secret->value == "ek_3");
    CHECK(broken(CreateRealtimeTranscriptionSessionRequest{
              .turn_detection = RealtimeTurnDetection{.silence_duration_ms = -1}}) ==
          "turn_detection.silence_duration_ms must not be negative;");
}

TEST_CASE("create-realtime-call sends the offer and the session as a form") {
    const auto request = realtime_call("v=0\r\n", RealtimeSession{.model = "gpt-realtime"});
    REQUIRE(request);
    CHECK(line_of(*request) == "POST /v1/realtime/calls");
    const auto call = started(*request);
    CHECK(call.request().headers.value("Accept") == "application/sdp");
    CHECK(call.request().headers.value("Content-Type").starts_with("multipart/form-data; "));
    std::string body;
    http::content_cursor content(call.request());
    for (auto piece = content.next(); piece && !piece->empty(); piece = content.next()) {
        body.append(*piece);
    }
    // no filename: a server may take parts with one for files, and miss the fields
    CHECK(body.find("name=\"sdp\"\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n\r\n--") !=
          body.npos);
    CHECK(body.find("name=\"session\"\r\nContent-Type: application/json\r\n\r\n"
                    "{\"type\":\"realtime\",\"model\":\"gpt-realtime\"}") != body.npos);
    CHECK(body.find("filename") == body.npos);
    CHECK(answered(*request, "v=0\r\no=- 1\r\n", "application/sdp").sdp == "v=0\r\no=- 1\r\n");
    CHECK(broken(*request).empty());
    CHECK(broken(*realtime_call("")) == "sdp must not be empty;");
}

TEST_CASE("create-realtime-call sends an offer without a session as it is") {
    const auto request = realtime_call("v=0\r\n");
    REQUIRE(request);
    const auto call = started(*request);
    CHECK(call.request().headers.value("Content-Type") == "application/sdp");
    CHECK(call.request().body == "v=0\r\n");
    CHECK(call.request().content == nullptr);
    // with another member, it is a form
    auto more = *request;
    more.extra.set("x", 1);
    CHECK(started(more).request().headers.value("Content-Type").starts_with("multipart/"));
}

TEST_CASE("accept-realtime-call sends the session to the call, and needs no body in return") {
    const AcceptRealtimeCallRequest request{.call_id = "rtc_1", .model = "gpt-realtime"};
    CHECK(line_of(request) == "POST /v1/realtime/calls/rtc_1/accept");
    CHECK(body_of(request) == R"({"type":"realtime","model":"gpt-realtime"})");
    CHECK(answered(request, "", "") == RealtimeCallDone{});
    CHECK(answered(request, "{}") == RealtimeCallDone{});
    CHECK(broken(AcceptRealtimeCallRequest{.max_output_tokens = 0}) ==
          "call_id must not be empty;max_output_tokens must be at least 1;");
}

TEST_CASE("reject-realtime-call sends a status of SIP") {
    const RejectRealtimeCallRequest request{.call_id = "rtc/1", .status_code = 486};
    CHECK(line_of(request) == "POST /v1/realtime/calls/rtc%2F1/reject");
    CHECK(body_of(request) == R"({"status_code":486})");
    CHECK(body_of(RejectRealtimeCallRequest{.call_id = "a"}) == "{}");
    CHECK(answered(request, "", "") == RealtimeCallDone{});
    CHECK(broken(RejectRealtimeCallRequest{.status_code = 200}) ==
          "call_id must not be empty;status_code must be from 300 to 699;");
}

TEST_CASE("refer-realtime-call sends where the call goes") {
    const ReferRealtimeCallRequest request{.call_id = "rtc_1", .target_uri = "tel:+14155550123"};
    CHECK(line_of(request) == "POST /v1/realtime/calls/rtc_1/refer");
    CHECK(body_of(request) == R"({"target_uri":"tel:+14155550123"})");
    CHECK(answered(request, "", "") == RealtimeCallDone{});
    CHECK(broken(ReferRealtimeCallRequest{}) ==
          "call_id must not be empty;target_uri must not be empty;");
}

TEST_CASE("hangup-realtime-call sends nothing but its path") {
    const HangupRealtimeCallRequest request{.call_id = "rtc_1"};
    CHECK(line_of(request) == "POST /v1/realtime/calls/rtc_1/hangup");
    CHECK(body_of(request).empty());
    CHECK(answered(request, "", "") == RealtimeCallDone{});
    CHECK(broken(HangupRealtimeCallRequest{}) == "call_id must not be empty;");
}

}  // namespace realtime_operations_tests
