#include <oaiwire/types/live_events.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <string>
#include <string_view>
#include <variant>

#include <support/json_of.hpp>

namespace live_events_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

namespace {

std::string with(std::string_view type, std::string_view rest) {
    return R"({"type":")" + std::string(type) + R"(",)" + std::string(rest) + '}';
}

// Every type of such an event is told by its name, with these members.
template <class Event, class Union>
void each(std::string_view members) {
    for (const std::string_view type : Event::tag_values) {
        CHECK(chooses<Event, Union>(with(type, members)));
    }
}

}  // namespace

TEST_CASE("every event of a Live client is told by its type, with all its members") {
    each<LiveSessionRequestEvent, LiveClientEvent>(
        R"("event_id":"e","session":{"model":"gpt-live-1"},"x":1)");
    each<LiveAudioEvent, LiveClientEvent>(R"("event_id":"e","audio":"AAA=")");
    each<LiveCommandEvent, LiveClientEvent>(R"("event_id":"e")");
    each<LiveAppendEvent, LiveClientEvent>(R"("event_id":"e","content":"c","delegation_id":null)");
    CHECK(chooses<LiveDecisionItemCreateEvent, LiveClientEvent>(
        R"({"type":"decision.item.create","event_id":"e","item":{"role":"user","content":"Hi"}})"));
    CHECK(chooses<LiveDecisionItemDeleteEvent, LiveClientEvent>(
        R"({"type":"decision.item.delete","event_id":"e","item_id":"i"})"));
    CHECK(chooses<LiveResponseItemCreateEvent, LiveClientEvent>(
        R"({"type":"response.item.create","event_id":"e",)"
        R"("item":{"type":"function_call_output","call_id":"c","output":"1"}})"));
    CHECK(chooses<LiveDtmfEvent, LiveSidebandClientEvent>(
        R"({"type":"transport.dtmf.send","event_id":"e","event":"#"})"));
    CHECK(chooses<raw_json, LiveClientEvent>(R"({"type":"later"})"));
}

TEST_CASE("every event of a server is told by its type, with all its members") {
    each<LiveSessionEvent, LiveServerEvent>(
        R"("event_id":"e","client_event_id":"c","session":{"id":"live_1"})");
    CHECK(chooses<LiveUsageEvent, LiveServerEvent>(
        R"({"type":"session.usage.updated","event_id":"e","usage":{"seconds":1.5},)"
        R"("context_window":{"usage_ratio":0.25}})"));
    CHECK(chooses<LiveSessionClosedEvent, LiveServerEvent>(
        R"({"type":"session.closed","event_id":"e","reason":"expired","session":{"id":"live_1"},)"
        R"("usage":{"seconds":2}})"));
    each<LiveDoneEvent, LiveServerEvent>(R"("event_id":"e","client_event_id":"c")");
    each<LiveAppendedEvent, LiveServerEvent>(
        R"("event_id":"e","client_event_id":"c","start_ms":1,"end_ms":2)");
    each<LiveDeltaEvent, LiveServerEvent>(R"("event_id":"e","delta":"d","start_ms":1,"end_ms":2)");
    CHECK(chooses<LiveAudioEvent, LiveServerEvent>(
        R"({"type":"session.input_audio.append","audio":"AAA="})"));
    CHECK(chooses<LiveDelegationEvent, LiveServerEvent>(
        R"({"type":"session.delegation.created","event_id":"e","delegation":{"type":"delegation",)"
        R"("id":"d","target":"responses","response_id":"r"},"offset_ms":3})"));
    CHECK(chooses<LiveDecisionEvent, LiveServerEvent>(
        R"({"type":"decision.event","event_id":"e","delegation_id":null,)"
        R"("event":{"type":"decision.completed","decision":{"answers":[{"type":"predicate",)"
        R"("name":null,"probability":0.5}],"model":"m"}},"source_event_id":"s",)"
        R"("source_event_type":"session.input_transcript.delta","trigger_id":"t"})"));
    CHECK(chooses<LiveDecisionItemCreatedEvent, LiveServerEvent>(
        R"({"type":"decision.item.created","event_id":"e","client_event_id":"c",)"
        R"("item":{"type":"function_call","call_id":"c","name":"f","arguments":"{}"}})"));
    CHECK(chooses<LiveDecisionItemDeletedEvent, LiveServerEvent>(
        R"({"type":"decision.item.deleted","event_id":"e","item_id":"i"})"));
    CHECK(chooses<LiveErrorEvent, LiveServerEvent>(
        R"({"type":"error","event_id":"e","error":{"type":"invalid_request_error","code":"c",)"
        R"("message":"m","param":"session.voice","client_event_id":"x"}})"));
    CHECK(chooses<LiveInfoEvent, LiveServerEvent>(
        R"({"type":"info","event_id":"e","code":"c","message":"m"})"));
    each<LiveDtmfEvent, LiveServerEvent>(R"("event_id":"e","event":"5","client_event_id":"c")");
    each<LiveCallEvent, LiveServerEvent>(
        R"("event_id":"e","session_id":"s","error":{"type":"call_error","code":"busy"})");
    CHECK(chooses<raw_json, LiveServerEvent>(R"({"type":"later"})"));
}

TEST_CASE("the event inside a response.event is an event of the Responses API") {
    constexpr std::string_view text =
        R"({"type":"response.event","event_id":"e","delegation_id":"d",)"
        R"("event":{"type":"response.output_text.delta","sequence_number":1,"item_id":"i",)"
        R"("output_index":0,"content_index":0,"delta":"Hi"}})";
    CHECK(chooses<LiveResponseEvent, LiveServerEvent>(text));
    const auto event = from_json<LiveServerEvent>(text);
    const auto& inner = *std::get<LiveResponseEvent>(event).event;
    CHECK(std::holds_alternative<ResponseDeltaEvent>(inner));
    CHECK(chooses<LiveResponseEvent, LiveServerEvent>(
        R"({"type":"response.event","event_id":"e","event":{"type":"response.later","n":1}})"));
}

TEST_CASE("a bare event has its type, and what every event of that type must have") {
    CHECK(json_of(LiveCommandEvent{}) == R"({"type":"session.close"})");
    CHECK(json_of(LiveAppendEvent{.content = "c"}) ==
          R"({"type":"session.instructions.append","content":"c","delegation_id":null})");
    CHECK(json_of(LiveClientEvent(LiveAudioEvent{.audio = "AAA="})) ==
          R"({"type":"session.input_audio.append","audio":"AAA="})");
    CHECK(json_of(LiveSessionRequestEvent{}) == R"({"type":"session.start","session":{}})");
}

}  // namespace live_events_tests
