// Live API: the events of clients and servers. One struct stands for all events with the same
// members; `type` says which it is.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/decisions.hpp>
#include <oaiwire/types/live.hpp>
#include <oaiwire/types/response_events.hpp>
#include <oaiwire/types/response_items.hpp>

namespace oaiwire { inline namespace v0_2 {

// In events of clients, event_id is an id of the client's; the server's answer repeats it as
// client_event_id.

// OpenAI: SessionStartEvent, ForkSessionStartEvent, SessionUpdateEvent. The first event begins the
// session; "session.update" changes delegation and triggers.
struct LiveSessionRequestEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"session.start", "session.update"};
    std::string type{tag_values[0]};
    field<std::string> event_id{};
    LiveSession session{};
    extra_members extra{};
    friend bool operator==(const LiveSessionRequestEvent&,
                           const LiveSessionRequestEvent&) = default;
};

// OpenAI: InputAudioAppendEvent, OutputAudioFixturePlayEvent. Audio that the user said, or that is
// to be played to the user. As an event of the server, to a sideband connection: what the user
// said.
struct LiveAudioEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{
        "session.input_audio.append", "session.output_audio.fixture.play"};
    std::string type{tag_values[0]};
    field<std::string> event_id{};
    std::string audio{};  // base64, in the format of the session
    extra_members extra{};
    friend bool operator==(const LiveAudioEvent&, const LiveAudioEvent&) = default;
};

// OpenAI: InputAudioMuteEvent, InputAudioUnmuteEvent, ResponseCreateEvent, DecisionCreateEvent,
// SessionCloseEvent. Commands without members.
struct LiveCommandEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 5> tag_values{
        "session.input_audio.mute", "session.input_audio.unmute", "response.create",
        "decision.create", "session.close"};
    std::string type{tag_values[4]};
    field<std::string> event_id{};
    extra_members extra{};
    friend bool operator==(const LiveCommandEvent&, const LiveCommandEvent&) = default;
};

// OpenAI: InstructionsAppendEvent, ThinkingAppendEvent, CommentaryAppendEvent. Text for the model:
// what it must do, what it must know, or what it should say.
struct LiveAppendEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 3> tag_values{
        "session.instructions.append", "session.thinking.append", "session.commentary.append"};
    std::string type{tag_values[0]};
    field<std::string> event_id{};
    std::string content{};
    field<std::string> delegation_id{null};  // of the task that it belongs to, or null
    extra_members extra{};
    friend bool operator==(const LiveAppendEvent&, const LiveAppendEvent&) = default;
};

// OpenAI: DecisionItemCreateEvent. Adds an item to the input of decisions.
struct LiveDecisionItemCreateEvent {
    static constexpr wire_tag tag{"type", "decision.item.create"};
    field<std::string> event_id{};
    DecisionInputItem item{};
    extra_members extra{};
    friend bool operator==(const LiveDecisionItemCreateEvent&,
                           const LiveDecisionItemCreateEvent&) = default;
};

// OpenAI: DecisionItemDeleteEvent.
struct LiveDecisionItemDeleteEvent {
    static constexpr wire_tag tag{"type", "decision.item.delete"};
    field<std::string> event_id{};
    std::string item_id{};
    extra_members extra{};
    friend bool operator==(const LiveDecisionItemDeleteEvent&,
                           const LiveDecisionItemDeleteEvent&) = default;
};

// OpenAI: ResponseItemCreateEvent. Adds an item to the input of delegated responses, such as the
// output of a tool.
struct LiveResponseItemCreateEvent {
    static constexpr wire_tag tag{"type", "response.item.create"};
    field<std::string> event_id{};
    ResponseItem item{};
    extra_members extra{};
    friend bool operator==(const LiveResponseItemCreateEvent&,
                           const LiveResponseItemCreateEvent&) = default;
};

// OpenAI: TransportDtmfSend, TransportDtmfReceived, TransportDtmfSent. A key of a telephone: "0" to
// "9", "A" to "D", "*" or "#". A sideband connection sends it with "transport.dtmf.send".
struct LiveDtmfEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 3> tag_values{
        "transport.dtmf.send", "transport.dtmf.received", "transport.dtmf.sent"};
    std::string type{tag_values[0]};
    field<std::string> event_id{};
    std::string event{};  // the key
    field<std::string> client_event_id{};
    extra_members extra{};
    friend bool operator==(const LiveDtmfEvent&, const LiveDtmfEvent&) = default;
};

// OpenAI: ClientEvent. Audio is for the connection that began the session; keys are for a sideband
// connection, which neither starts a session nor sends audio.
using LiveClientEvent =
    std::variant<LiveSessionRequestEvent, LiveAudioEvent, LiveCommandEvent, LiveAppendEvent,
                 LiveDecisionItemCreateEvent, LiveDecisionItemDeleteEvent,
                 LiveResponseItemCreateEvent, LiveDtmfEvent, raw_json>;
using LiveForkClientEvent = LiveClientEvent;
using LiveSidebandClientEvent = LiveClientEvent;

// In events of servers, event_id is the server's. client_event_id is the id of the client's event
// that it answers.

// OpenAI: SessionStartedEvent, SessionUpdatedEvent.
struct LiveSessionEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"session.started",
                                                                "session.updated"};
    std::string type{tag_values[0]};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    field<LiveSession> session{};
    extra_members extra{};
    friend bool operator==(const LiveSessionEvent&, const LiveSessionEvent&) = default;
};

// OpenAI: SessionUsage.
struct LiveUsage {
    field<double> seconds{};  // of audio, since the session began
    extra_members extra{};
    friend bool operator==(const LiveUsage&, const LiveUsage&) = default;
};

// OpenAI: how much of the context is used.
struct LiveContextWindow {
    field<double> usage_ratio{};  // 0..1
    extra_members extra{};
    friend bool operator==(const LiveContextWindow&, const LiveContextWindow&) = default;
};

// OpenAI: SessionUsageUpdatedEvent.
struct LiveUsageEvent {
    static constexpr wire_tag tag{"type", "session.usage.updated"};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    field<LiveUsage> usage{};
    field<LiveContextWindow> context_window{};
    extra_members extra{};
    friend bool operator==(const LiveUsageEvent&, const LiveUsageEvent&) = default;
};

// OpenAI: SessionClosedEvent. The last event of a session.
struct LiveSessionClosedEvent {
    static constexpr wire_tag tag{"type", "session.closed"};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    // "close_requested", "expired", "content", "remote_hangup" or "connection_lost"
    field<std::string> reason{};
    field<LiveSession> session{};
    field<LiveUsage> usage{};
    extra_members extra{};
    friend bool operator==(const LiveSessionClosedEvent&, const LiveSessionClosedEvent&) = default;
};

// OpenAI: InputAudioMutedEvent, InputAudioUnmutedEvent, OutputAudioFixturePlayingEvent,
// OutputAudioFixturePlayedEvent. What a command did.
struct LiveDoneEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 4> tag_values{
        "session.input_audio.muted", "session.input_audio.unmuted",
        "session.output_audio.fixture.playing", "session.output_audio.fixture.played"};
    std::string type{tag_values[0]};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    extra_members extra{};
    friend bool operator==(const LiveDoneEvent&, const LiveDoneEvent&) = default;
};

// OpenAI: InstructionsAppendedEvent, ThinkingAppendedEvent, CommentaryAppendedEvent. Where the text
// of a LiveAppendEvent lies in the session, in milliseconds from its beginning.
struct LiveAppendedEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 3> tag_values{"session.instructions.appended",
                                                                "session.thinking.appended",
                                                                "session.commentary.appended"};
    std::string type{tag_values[0]};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    field<std::int64_t> start_ms{};
    field<std::int64_t> end_ms{};
    extra_members extra{};
    friend bool operator==(const LiveAppendedEvent&, const LiveAppendedEvent&) = default;
};

// OpenAI: InputTranscriptDeltaEvent, OutputTranscriptDeltaEvent, OutputAudioDeltaEvent. A piece of
// what was said: text, or audio in base64 and the format of the session. Times are milliseconds
// from the beginning of the session.
struct LiveDeltaEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 3> tag_values{"session.input_transcript.delta",
                                                                "session.output_transcript.delta",
                                                                "session.output_audio.delta"};
    std::string type{tag_values[0]};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    field<std::string> delta{};
    field<std::int64_t> start_ms{};
    field<std::int64_t> end_ms{};
    extra_members extra{};
    friend bool operator==(const LiveDeltaEvent&, const LiveDeltaEvent&) = default;
};

// OpenAI: a task that the model delegates. Its text is not part of it.
struct LiveDelegation {
    static constexpr wire_tag tag{"type", "delegation"};
    field<std::string> id{};
    field<std::string> target{};       // "client", "responses" or "decisions"
    field<std::string> response_id{};  // of the response, if the target is "responses"
    extra_members extra{};
    friend bool operator==(const LiveDelegation&, const LiveDelegation&) = default;
};

// OpenAI: DelegationCreatedEvent.
struct LiveDelegationEvent {
    static constexpr wire_tag tag{"type", "session.delegation.created"};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    field<LiveDelegation> delegation{};
    field<std::int64_t> offset_ms{};  // from the beginning of the session
    extra_members extra{};
    friend bool operator==(const LiveDelegationEvent&, const LiveDelegationEvent&) = default;
};

// OpenAI: the `event` of a DecisionEvent.
struct LiveDecisionDone {
    static constexpr wire_tag tag{"type", "decision.completed"};
    field<Decision> decision{};
    extra_members extra{};
    friend bool operator==(const LiveDecisionDone&, const LiveDecisionDone&) = default;
};

// OpenAI: DecisionEvent. The answers to the questions of a delegation or a trigger.
struct LiveDecisionEvent {
    static constexpr wire_tag tag{"type", "decision.event"};
    field<std::string> event_id{};
    field<std::string> delegation_id{};
    field<LiveDecisionDone> event{};
    field<std::string> source_event_id{};
    field<std::string> source_event_type{};  // as LiveTrigger::event_type
    field<std::string> trigger_id{};
    extra_members extra{};
    friend bool operator==(const LiveDecisionEvent&, const LiveDecisionEvent&) = default;
};

// OpenAI: DecisionItemCreatedEvent.
struct LiveDecisionItemCreatedEvent {
    static constexpr wire_tag tag{"type", "decision.item.created"};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    field<DecisionInputItem> item{};
    extra_members extra{};
    friend bool operator==(const LiveDecisionItemCreatedEvent&,
                           const LiveDecisionItemCreatedEvent&) = default;
};

// OpenAI: DecisionItemDeletedEvent.
struct LiveDecisionItemDeletedEvent {
    static constexpr wire_tag tag{"type", "decision.item.deleted"};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    field<std::string> item_id{};
    extra_members extra{};
    friend bool operator==(const LiveDecisionItemDeletedEvent&,
                           const LiveDecisionItemDeletedEvent&) = default;
};

// OpenAI: ResponseEvent. An event of a delegated response.
struct LiveResponseEvent {
    static constexpr wire_tag tag{"type", "response.event"};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    field<std::string> delegation_id{};
    field<ResponseStreamEvent> event{};
    extra_members extra{};
    friend bool operator==(const LiveResponseEvent&, const LiveResponseEvent&) = default;
};

// OpenAI: Error; the `error` of a TransportFailed, which has no client_event_id.
struct LiveError {
    field<std::string> type{};  // "invalid_request_error", ...; of a call: "call_error"
    field<std::string> code{};
    field<std::string> message{};
    field<std::string> param{};  // such as "session.voice"
    field<std::string> client_event_id{};
    extra_members extra{};
    friend bool operator==(const LiveError&, const LiveError&) = default;
};

// OpenAI: ErrorEvent. The session goes on.
struct LiveErrorEvent {
    static constexpr wire_tag tag{"type", "error"};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    field<LiveError> error{};
    extra_members extra{};
    friend bool operator==(const LiveErrorEvent&, const LiveErrorEvent&) = default;
};

// OpenAI: InfoEvent.
struct LiveInfoEvent {
    static constexpr wire_tag tag{"type", "info"};
    field<std::string> event_id{};
    field<std::string> client_event_id{};
    field<std::string> code{};
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const LiveInfoEvent&, const LiveInfoEvent&) = default;
};

// OpenAI: TransportRinging, TransportAnswered, TransportFailed. The state of a call by SIP that the
// server makes, for sideband connections.
struct LiveCallEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 3> tag_values{
        "transport.ringing", "transport.answered", "transport.failed"};
    std::string type{tag_values[0]};
    field<std::string> event_id{};
    field<std::string> session_id{};
    field<LiveError> error{};  // of "transport.failed"
    extra_members extra{};
    friend bool operator==(const LiveCallEvent&, const LiveCallEvent&) = default;
};

// OpenAI: ServerEvent. Events of other types are kept as raw JSON.
using LiveServerEvent =
    std::variant<LiveDeltaEvent, LiveResponseEvent, LiveSessionEvent, LiveUsageEvent,
                 LiveSessionClosedEvent, LiveDoneEvent, LiveAppendedEvent, LiveAudioEvent,
                 LiveDelegationEvent, LiveDecisionEvent, LiveDecisionItemCreatedEvent,
                 LiveDecisionItemDeletedEvent, LiveErrorEvent, LiveInfoEvent, LiveDtmfEvent,
                 LiveCallEvent, raw_json>;
using LiveForkServerEvent = LiveServerEvent;
using LiveSidebandServerEvent = LiveServerEvent;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
