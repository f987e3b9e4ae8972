#include <oaiwire/types/realtime_translation.hpp>
//
#include <support/catch.hpp>

#include <variant>

#include <support/json_of.hpp>

namespace realtime_translation_tests {

using namespace oaiwire;
using support::chooses;
using support::rewritten;

TEST_CASE("a session that translates keeps every member") {
    constexpr std::string_view text =
        R"({"id":"sess_1","type":"translation","expires_at":1,"model":"gpt-realtime-translate",)"
        R"("audio":{"input":{"noise_reduction":{"type":"near_field"},)"
        R"("transcription":{"model":"gpt-realtime-whisper"}},"output":{"language":"es"}},"x":1})";
    CHECK(rewritten<RealtimeTranslationSession>(text) == text);
    CHECK(rewritten<RealtimeTranslationSession>("{}") == "{}");
}

TEST_CASE("events of a translation are told by their type") {
    using client = RealtimeTranslationClientEvent;
    CHECK(chooses<RealtimeTranslationUpdate, client>(
        R"({"type":"session.update","event_id":"e","session":{"audio":{"output":{)"
        R"("language":"de"}}}})"));
    CHECK(chooses<RealtimeTranslationAudioAppend, client>(
        R"({"type":"session.input_audio_buffer.append","event_id":"e","audio":"AAA="})"));
    CHECK(chooses<RealtimeTranslationClose, client>(R"({"type":"session.close","event_id":"e"})"));
    CHECK(chooses<raw_json, client>(R"({"type":"later"})"));
    using server = RealtimeTranslationServerEvent;
    CHECK(chooses<RealtimeTranslationSessionEvent, server>(
        R"({"type":"session.created","event_id":"e","session":{"id":"s","type":"translation"}})"));
    CHECK(chooses<RealtimeTranslationSessionEvent, server>(
        R"({"type":"session.closed","event_id":"e"})"));
    CHECK(chooses<RealtimeTranslationDeltaEvent, server>(
        R"({"type":"session.output_audio.delta","event_id":"e","delta":"AAA=","elapsed_ms":200,)"
        R"("channels":1,"format":"pcm16","sample_rate":24000})"));
    CHECK(chooses<RealtimeTranslationDeltaEvent, server>(
        R"({"type":"session.input_transcript.delta","event_id":"e","delta":"a","elapsed_ms":null})"));
    CHECK(chooses<RealtimeErrorEvent, server>(R"({"type":"error","error":{"message":"m"}})"));
    CHECK(chooses<raw_json, server>(R"({"type":"later"})"));
}

}  // namespace realtime_translation_tests
