#include <oaiwire/types/realtime_client_events.hpp>
//
#include <support/catch.hpp>

#include <variant>

#include <support/json_of.hpp>

namespace realtime_client_events_tests {

using namespace oaiwire;
using support::chooses;
using support::json_of;

using event = RealtimeClientEvent;

TEST_CASE("every event of a client is told by its type, with all its members") {
    CHECK(chooses<RealtimeSessionUpdate, event>(
        R"({"type":"session.update","event_id":"e","session":{"type":"realtime"},"x":1})"));
    CHECK(chooses<RealtimeTranscriptionSessionUpdate, event>(
        R"({"type":"transcription_session.update","event_id":"e",)"
        R"("session":{"input_audio_format":"pcm16"}})"));
    CHECK(chooses<RealtimeItemCreate, event>(
        R"({"type":"conversation.item.create","event_id":"e",)"
        R"("item":{"type":"function_call_output","call_id":"c","output":"1"},)"
        R"("previous_item_id":"root"})"));
    CHECK(chooses<RealtimeItemRetrieve, event>(
        R"({"type":"conversation.item.retrieve","event_id":"e","item_id":"i"})"));
    CHECK(chooses<RealtimeItemTruncate, event>(
        R"({"type":"conversation.item.truncate","event_id":"e","item_id":"i","content_index":0,)"
        R"("audio_end_ms":1500})"));
    CHECK(chooses<RealtimeItemDelete, event>(
        R"({"type":"conversation.item.delete","event_id":"e","item_id":"i"})"));
    CHECK(chooses<RealtimeInputAudioAppend, event>(
        R"({"type":"input_audio_buffer.append","event_id":"e","audio":"AAA="})"));
    CHECK(chooses<RealtimeInputAudioCommit, event>(
        R"({"type":"input_audio_buffer.commit","event_id":"e"})"));
    CHECK(chooses<RealtimeInputAudioClear, event>(
        R"({"type":"input_audio_buffer.clear","event_id":"e"})"));
    CHECK(chooses<RealtimeOutputAudioClear, event>(
        R"({"type":"output_audio_buffer.clear","event_id":"e"})"));
    CHECK(chooses<RealtimeResponseCreate, event>(
        R"({"type":"response.create","event_id":"e","response":{"instructions":"i",)"
        R"("metadata":{"a":"b"}}})"));
    CHECK(chooses<RealtimeResponseCancel, event>(
        R"({"type":"response.cancel","event_id":"e","response_id":"r"})"));
    CHECK(chooses<raw_json, event>(R"({"type":"later"})"));
}

TEST_CASE("a bare event has its type only") {
    CHECK(json_of(RealtimeInputAudioCommit{}) == R"({"type":"input_audio_buffer.commit"})");
    CHECK(json_of(RealtimeResponseCreate{}) == R"({"type":"response.create"})");
    CHECK(json_of(event(RealtimeResponseCancel{})) == R"({"type":"response.cancel"})");
}

}  // namespace realtime_client_events_tests
