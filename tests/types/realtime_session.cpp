#include <oaiwire/types/realtime_session.hpp>
//
#include <support/catch.hpp>

#include <variant>

#include <support/json_of.hpp>

namespace realtime_session_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;

namespace {

constexpr std::string_view full =
    R"({"type":"realtime","id":"sess_1","object":"realtime.session","expires_at":1756310470,)"
    R"("model":"gpt-realtime","audio":{"input":{"format":{"type":"audio/pcm","rate":24000},)"
    R"("noise_reduction":{"type":"near_field","strength":0.5},"transcription":{"model":"whisper-1",)"
    R"("delay":"low","keywords":["oai"],"language":"en","languages":["en","de"],"prompt":"terms"},)"
    R"("turn_detection":{"type":"server_vad","create_response":true,"interrupt_response":true,)"
    R"("idle_timeout_ms":null,"prefix_padding_ms":300,"silence_duration_ms":500,"threshold":0.5}},)"
    R"("output":{"format":{"type":"audio/pcmu"},"speed":1.5,"voice":"marin"}},)"
    R"("include":["item.input_audio_transcription.logprobs"],"instructions":"Be brief.",)"
    R"("max_output_tokens":"inf","output_modalities":["audio"],"parallel_tool_calls":true,)"
    R"("prompt":{"id":"pmpt_1"},"reasoning":{"effort":"low"},"tool_choice":"auto",)"
    R"("tools":[{"type":"function","name":"f","parameters":{"type":"object"}},)"
    R"({"type":"mcp","server_label":"m","server_url":"https://m.example"},{"type":"later"}],)"
    R"("tracing":{"group_id":"g","metadata":{"a":1},"workflow_name":"w"},)"
    R"("truncation":{"type":"retention_ratio","retention_ratio":0.5,)"
    R"("token_limits":{"post_instructions":1000}},"later":[1]})";

}  // namespace

TEST_CASE("every member of a session is read and written again, unknown ones included") {
    CHECK(rewritten<RealtimeAnySession>(full) == full);
    const auto session = std::get<RealtimeSession>(from_json<RealtimeAnySession>(full));
    CHECK(session.audio->output->format->type == "audio/pcmu");
    CHECK(std::get<std::string>(*session.max_output_tokens) == "inf");
    CHECK(session.tools->size() == 3);
    CHECK(session.audio->input->turn_detection->idle_timeout_ms.is_null());
    CHECK(std::get<RealtimeRetentionRatio>(*session.truncation).retention_ratio == 0.5);
}

TEST_CASE("a bare session has its type only") {
    CHECK(json_of(RealtimeSession{}) == R"({"type":"realtime"})");
    CHECK(json_of(RealtimeTranscriptionSession{}) == R"({"type":"transcription"})");
}

TEST_CASE("a session is told by its type; what has another or none is kept as it is") {
    CHECK(chooses<RealtimeSession, RealtimeAnySession>(R"({"type":"realtime","id":"a"})"));
    CHECK(chooses<RealtimeTranscriptionSession, RealtimeAnySession>(
        R"({"type":"transcription","audio":{"input":{"format":{"type":"audio/pcma"}}}})"));
    CHECK(chooses<raw_json, RealtimeAnySession>(R"({"id":"a","modalities":["text"]})"));
    CHECK(chooses<raw_json, RealtimeAnySession>(R"({"type":"later"})"));
}

TEST_CASE("null switches a part of the input off, which is not the same as its absence") {
    CHECK(json_of(RealtimeAudioInput{.turn_detection = null}) == R"({"turn_detection":null})");
    const auto read = from_json<RealtimeAudioInput>(R"({"turn_detection":null})");
    CHECK(read.turn_detection.is_null());
    CHECK(read.transcription.is_absent());
}

TEST_CASE("a tool choice is a mode, a function, a tool of an MCP server or other JSON") {
    CHECK(chooses<open_enum<ToolChoiceMode>, RealtimeToolChoice>(R"("required")"));
    CHECK(chooses<ToolChoiceFunction, RealtimeToolChoice>(R"({"type":"function","name":"f"})"));
    CHECK(chooses<ToolChoiceHosted, RealtimeToolChoice>(
        R"({"type":"mcp","server_label":"m","name":"t"})"));
    CHECK(chooses<raw_json, RealtimeToolChoice>(R"({"type":"later"})"));
}

TEST_CASE("most tokens are a number or a text, and a truncation a text or settings") {
    CHECK(chooses<std::int64_t, RealtimeMaxTokens>("4096"));
    CHECK(chooses<std::string, RealtimeMaxTokens>(R"("inf")"));
    CHECK(chooses<open_enum<Truncation>, RealtimeTruncation>(R"("disabled")"));
    CHECK(chooses<raw_json, RealtimeTruncation>(R"({"type":"later"})"));
}

TEST_CASE("a voice is a name or a custom voice") {
    CHECK(json_of(RealtimeAudioOutput{.voice = "cedar"}) == R"({"voice":"cedar"})");
    CHECK(json_of(RealtimeAudioOutput{.voice = CustomVoice{.id = "voice_1"}}) ==
          R"({"voice":{"id":"voice_1"}})");
}

TEST_CASE("the settings of a transcription session of the beta keep every member") {
    constexpr std::string_view text =
        R"({"include":["item.input_audio_transcription.logprobs"],"input_audio_format":"pcm16",)"
        R"("input_audio_noise_reduction":{"type":"far_field"},)"
        R"("input_audio_transcription":{"model":"whisper-1"},"turn_detection":{"type":"server_vad"},)"
        R"("modalities":["text"],"id":"sess_1","object":"realtime.transcription_session",)"
        R"("client_secret":{"value":"ek_1","expires_at":1},"expires_at":2,"later":true})";
    CHECK(rewritten<RealtimeTranscriptionSettings>(text) == text);
}

}  // namespace realtime_session_tests
