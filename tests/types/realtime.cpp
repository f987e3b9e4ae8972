#include <oaiwire/types/realtime.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace realtime_types_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;
using support::rewritten;

TEST_CASE("requests and answers of ephemeral keys keep every member") {
    constexpr std::string_view request =
        R"({"expires_after":{"anchor":"created_at","seconds":60,"x":1},)"
        R"("session":{"type":"transcription","audio":{"input":{"noise_reduction":null}}},"y":2})";
    CHECK(rewritten<CreateRealtimeClientSecretRequest>(request) == request);
    CHECK(json_of(CreateRealtimeClientSecretRequest{}) == "{}");
    constexpr std::string_view answer =
        R"({"value":"ek_1","expires_at":1,"session":{"type":"realtime","id":"sess_1"},"x":1})";
    CHECK(rewritten<CreateRealtimeClientSecretResponse>(answer) == answer);
    constexpr std::string_view translation =
        R"({"value":"ek_1","expires_at":1,"session":{"id":"s","type":"translation"},"x":1})";
    CHECK(rewritten<CreateRealtimeTranslationClientSecretResponse>(translation) == translation);
    CHECK(json_of(CreateRealtimeTranslationClientSecretRequest{}) == R"({"session":{}})");
}

TEST_CASE("the session of a call that is accepted keeps every member, and its path none") {
    constexpr std::string_view text =
        R"({"type":"realtime","model":"m","audio":{"output":{"voice":"marin"}},)"
        R"("include":["item.input_audio_transcription.logprobs"],"instructions":"i",)"
        R"("max_output_tokens":4096,"output_modalities":["text"],"parallel_tool_calls":false,)"
        R"("prompt":{"id":"p"},"reasoning":{"effort":"high"},"tool_choice":"none",)"
        R"("tools":[{"type":"function","name":"f"}],"tracing":"auto","truncation":"auto","x":1})";
    auto request = from_json<AcceptRealtimeCallRequest>(text);
    request.call_id = "rtc_1";
    CHECK(json_of(request) == text);
    CHECK(json_of(AcceptRealtimeCallRequest{}) == R"({"type":"realtime"})");
    CHECK(json_of(ReferRealtimeCallRequest{.call_id = "c", .target_uri = "tel:1"}) ==
          R"({"target_uri":"tel:1"})");
    CHECK(json_of(RejectRealtimeCallRequest{.call_id = "c"}) == "{}");
}

TEST_CASE("the settings of a transcription session of the beta are sent as they are") {
    constexpr std::string_view text =
        R"({"include":["item.input_audio_transcription.logprobs"],"input_audio_format":"g711_ulaw",)"
        R"("input_audio_noise_reduction":null,"input_audio_transcription":{"model":"whisper-1"},)"
        R"("turn_detection":{"type":"server_vad"},"x":1})";
    CHECK(rewritten<CreateRealtimeTranscriptionSessionRequest>(text) == text);
}

}  // namespace realtime_types_tests
