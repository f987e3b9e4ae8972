#include <oaiwire/types/realtime_server_events.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>

#include <support/json_of.hpp>

namespace realtime_server_events_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

using event = RealtimeServerEvent;

TEST_CASE("each type of event has a struct, and a bare event of it is written as it was read") {
    for (const std::string_view type : enumerator_names(RealtimeServerEventType{})) {
        const auto text = R"({"type":")" + std::string(type) + R"(","event_id":"event_1"})";
        const auto read = from_json<event>(text);
        INFO(text);
        CHECK_FALSE(std::holds_alternative<raw_json>(read));
        CHECK(json_of(read) == text);
    }
}

TEST_CASE("an event of another type, or without one, is kept as it is") {
    CHECK(chooses<raw_json, event>(R"({"type":"later","delta":"x"})"));
    CHECK(chooses<raw_json, event>(R"({"delta":"x"})"));
}

TEST_CASE("every member of an event has its place") {
    CHECK(chooses<RealtimeSessionEvent, event>(
        R"({"type":"session.created","event_id":"e","session":{"type":"realtime","id":"s"},"x":1})"));
    CHECK(chooses<RealtimeConversationEvent, event>(
        R"({"type":"conversation.created","event_id":"e",)"
        R"("conversation":{"id":"c","object":"realtime.conversation"}})"));
    CHECK(chooses<RealtimeItemEvent, event>(
        R"({"type":"conversation.item.added","event_id":"e",)"
        R"("item":{"type":"message","role":"user","content":[]},"previous_item_id":null})"));
    CHECK(chooses<RealtimeItemChangeEvent, event>(
        R"({"type":"conversation.item.truncated","event_id":"e","item_id":"i",)"
        R"("content_index":0,"audio_end_ms":1500})"));
    CHECK(chooses<RealtimeTranscriptionEvent, event>(
        R"({"type":"conversation.item.input_audio_transcription.completed","event_id":"e",)"
        R"("item_id":"i","content_index":0,"transcript":"hi",)"
        R"("logprobs":[{"token":"hi","logprob":-0.5,"bytes":[104,105]}],"languages":[{"code":"en"}],)"
        R"("usage":{"type":"tokens","input_tokens":1,"output_tokens":2,"total_tokens":3,)"
        R"("input_token_details":{"audio_tokens":1,"text_tokens":0}}})"));
    CHECK(chooses<RealtimeTranscriptionEvent, event>(
        R"({"type":"conversation.item.input_audio_transcription.segment","event_id":"e",)"
        R"("item_id":"i","content_index":0,"id":"seg","text":"hi","speaker":"A","start":0.5,)"
        R"("end":1.5})"));
    CHECK(chooses<RealtimeTranscriptionEvent, event>(
        R"({"type":"conversation.item.input_audio_transcription.failed","event_id":"e",)"
        R"("item_id":"i","content_index":0,"error":{"type":"t","code":"c","message":"m",)"
        R"("param":"p"}})"));
    CHECK(chooses<RealtimeInputAudioEvent, event>(
        R"({"type":"input_audio_buffer.timeout_triggered","event_id":"e","item_id":"i",)"
        R"("audio_start_ms":1,"audio_end_ms":2})"));
    CHECK(chooses<RealtimeInputAudioEvent, event>(
        R"({"type":"input_audio_buffer.dtmf_event_received","event":"9","received_at":1763605109})"));
    CHECK(chooses<RealtimeOutputAudioEvent, event>(
        R"({"type":"output_audio_buffer.cleared","event_id":"e","response_id":"r"})"));
    CHECK(chooses<RealtimeResponseEvent, event>(
        R"({"type":"response.done","event_id":"e","response":{"id":"r","status":"completed"}})"));
    CHECK(chooses<RealtimeOutputItemEvent, event>(
        R"({"type":"response.output_item.done","event_id":"e","response_id":"r","output_index":0,)"
        R"("item":{"type":"function_call","name":"f","arguments":"{}","call_id":"c"}})"));
    CHECK(chooses<RealtimePartEvent, event>(
        R"({"type":"response.content_part.added","event_id":"e","response_id":"r","item_id":"i",)"
        R"("output_index":0,"content_index":0,"part":{"type":"audio","transcript":""}})"));
    CHECK(chooses<RealtimeDeltaEvent, event>(
        R"({"type":"response.output_audio.delta","event_id":"e","response_id":"r","item_id":"i",)"
        R"("output_index":0,"content_index":0,"delta":"AAA="})"));
    CHECK(chooses<RealtimeDeltaEvent, event>(
        R"({"type":"response.mcp_call_arguments.delta","event_id":"e","response_id":"r",)"
        R"("item_id":"i","output_index":0,"delta":"{","obfuscation":"xyz"})"));
    CHECK(chooses<RealtimeDoneEvent, event>(
        R"({"type":"response.function_call_arguments.done","event_id":"e","response_id":"r",)"
        R"("item_id":"i","output_index":0,"arguments":"{}","call_id":"c","name":"f"})"));
    CHECK(chooses<RealtimeMCPEvent, event>(
        R"({"type":"response.mcp_call.failed","event_id":"e","item_id":"i","output_index":0})"));
    CHECK(chooses<RealtimeRateLimitsEvent, event>(
        R"({"type":"rate_limits.updated","event_id":"e","rate_limits":[{"name":"tokens",)"
        R"("limit":50000,"remaining":49950,"reset_seconds":0.06}]})"));
    CHECK(chooses<RealtimeErrorEvent, event>(
        R"({"type":"error","event_id":"e","error":{"type":"invalid_request_error",)"
        R"("code":"invalid_event","message":"m","param":null,"event_id":"mine"}})"));
}

}  // namespace realtime_server_events_tests
