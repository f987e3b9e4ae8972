// Live API: spoken conversations that delegate tasks. Sessions, and the requests over HTTP.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/decisions.hpp>
#include <oaiwire/types/response_settings.hpp>
#include <oaiwire/types/response_tools.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: AudioFormat. `type` is "audio/pcm" (16 bits, little endian, one channel), "audio/pcmu" or
// "audio/pcma" (G.711).
struct LiveAudioFormat {
    field<std::string> type{};
    field<std::int64_t> rate{};  // Hz: 16000 or 24000 for audio/pcm, else 8000
    extra_members extra{};
    friend bool operator==(const LiveAudioFormat&, const LiveAudioFormat&) = default;
};

// OpenAI: CustomVoice.
struct LiveCustomVoice {
    std::string id{};
    extra_members extra{};
    friend bool operator==(const LiveCustomVoice&, const LiveCustomVoice&) = default;
};

// A built-in voice by its name, such as "marin", which is the default, or one of your own.
using LiveVoice = std::variant<std::string, LiveCustomVoice, raw_json>;

// OpenAI: the speech of a session.
struct LiveAudioOutput {
    field<LiveVoice> voice{};
    extra_members extra{};
    friend bool operator==(const LiveAudioOutput&, const LiveAudioOutput&) = default;
};

// OpenAI: the audio of a session. WebRTC and SIP negotiate the format themselves; it is for
// WebSocket.
struct LiveAudio {
    field<LiveAudioFormat> format{};
    field<LiveAudioOutput> output{};
    extra_members extra{};
    friend bool operator==(const LiveAudio&, const LiveAudio&) = default;
};

// OpenAI: ServerEventSelector.
struct LiveEventSelector {
    std::string type{};                   // of a server event
    field<std::string> response_event{};  // type of the event inside a "response.event"
    extra_members extra{};
    friend bool operator==(const LiveEventSelector&, const LiveEventSelector&) = default;
};

// OpenAI: DataChannelConfig. What a frontend may send and receive: "all", which is the default, or
// a list.
struct LiveDataChannel {
    field<std::variant<std::string, std::vector<std::string>, raw_json>> allowed_client_events{};
    field<std::variant<std::string, std::vector<LiveEventSelector>, raw_json>>
        allowed_server_events{};
    extra_members extra{};
    friend bool operator==(const LiveDataChannel&, const LiveDataChannel&) = default;
};

// OpenAI: ClientConfig. Limits of a frontend that is not trusted.
struct LiveClientConfig {
    LiveDataChannel data_channel{};
    extra_members extra{};
    friend bool operator==(const LiveClientConfig&, const LiveClientConfig&) = default;
};

// OpenAI: ResponsesDelegationConfig, which needs model; ResponsesDelegationUpdateConfig. The model
// that works on delegated tasks, by the Responses API.
struct LiveResponsesConfig {
    field<std::string> model{};
    field<std::string> instructions{};
    field<std::int64_t> max_output_tokens{};  // tokens of each response
    field<bool> parallel_tool_calls{};
    field<Reasoning> reasoning{};  // effort and summary
    // "auto", "default", "fast_tier_temp_pilot", "flex", "priority" or "ultrafast"
    field<std::string> service_tier{};
    field<ResponseTextParam> text{};  // verbosity
    field<ResponseToolChoice> tool_choice{};
    // web_search, file_search and code_interpreter have no settings here: they are sent as
    // BuiltInTool{.type = "file_search"}
    field<std::vector<ResponseTool>> tools{};
    extra_members extra{};
    friend bool operator==(const LiveResponsesConfig&, const LiveResponsesConfig&) = default;
};

// OpenAI: DecisionsDelegationConfig, which needs both; DecisionsDelegationUpdateConfig. Tasks are
// answered by the Decisions API.
struct LiveDecisionsConfig {
    field<std::string> model{};
    field<std::vector<DecisionQuestion>> questions{};
    extra_members extra{};
    friend bool operator==(const LiveDecisionsConfig&, const LiveDecisionsConfig&) = default;
};

// OpenAI: ClientDelegation and others. Who works on the tasks that the model delegates: `type` is
// "client" (the program), "responses" or "decisions", which have a member of that name.
struct LiveDelegationConfig {
    std::string type{"client"};
    // wait before the model says that it is on it, in milliseconds; default 0, decisions: 400
    field<std::int64_t> acknowledgement_delay_ms{};
    field<LiveDecisionsConfig> decisions{};
    field<LiveResponsesConfig> responses{};
    extra_members extra{};
    friend bool operator==(const LiveDelegationConfig&, const LiveDelegationConfig&) = default;
};

// OpenAI: the questions of a DecisionTrigger.
struct LiveTriggerQuestions {
    std::vector<DecisionQuestion> questions{};
    extra_members extra{};
    friend bool operator==(const LiveTriggerQuestions&, const LiveTriggerQuestions&) = default;
};

// OpenAI: DecisionTrigger. Questions that are asked whenever text of that kind arrives; at most one
// trigger for each.
struct LiveTrigger {
    static constexpr wire_tag tag{"type", "decisions"};
    // "session.input_transcript.delta" or "session.output_transcript.delta"
    std::string event_type{};
    LiveTriggerQuestions decisions{};
    extra_members extra{};
    friend bool operator==(const LiveTrigger&, const LiveTrigger&) = default;
};

// OpenAI: a part of an InitialItem.
struct LiveTextPart {
    std::string text{};
    field<std::string> type{};  // "input_text"; of the assistant: "text" or "output_text"
    extra_members extra{};
    friend bool operator==(const LiveTextPart&, const LiveTextPart&) = default;
};

// OpenAI: InitialItem. A message that was said before the session begins.
struct LiveInitialItem {
    open_enum<Role> role{};               // developer, user or assistant
    std::vector<LiveTextPart> content{};  // one part
    field<std::string> id{};
    field<std::string> status{};  // "incomplete" or "completed"
    field<std::string> type{};    // "message"
    extra_members extra{};
    friend bool operator==(const LiveInitialItem&, const LiveInitialItem&) = default;
};

// OpenAI: SessionConfig, MediaSessionConfig, ForkSessionConfig, MediaSessionForkConfig,
// SessionUpdateConfig; SessionResource, which has the first three members as well. To start a
// session, model is needed. A fork has audio (format), client, delegation and store; an update has
// delegation and triggers.
struct LiveSession {
    field<std::string> id{};           // set by the server
    field<std::int64_t> expires_at{};  // Unix time in seconds, set by the server
    field<std::string> status{};       // "active", set by the server
    field<std::string> type{};         // "live" where a call is accepted, else absent
    field<std::string> model{};        // "gpt-live-1"
    field<LiveAudio> audio{};
    field<LiveClientConfig> client{};
    field<LiveDelegationConfig> delegation{};     // null: the program
    field<std::vector<LiveInitialItem>> input{};  // at most 128
    field<std::string> instructions{};
    field<std::string> safety_identifier{};
    field<bool> store{};  // keeps the session for forks and downloads; default false
    field<std::vector<LiveTrigger>> triggers{};
    extra_members extra{};
    friend bool operator==(const LiveSession&, const LiveSession&) = default;
};

// OpenAI: the `transport` of a session: an SDP offer in requests, the answer in responses.
struct LiveTransport {
    static constexpr wire_tag tag{"type", "webrtc"};
    std::string sdp{};
    extra_members extra{};
    friend bool operator==(const LiveTransport&, const LiveTransport&) = default;
};

// POST /live/sessions. Response: LiveSessionConnection.
struct CreateLiveSessionRequest {
    LiveSession session{};
    LiveTransport transport{};
    extra_members extra{};
    friend bool operator==(const CreateLiveSessionRequest&,
                           const CreateLiveSessionRequest&) = default;
};

// OpenAI: LiveCreateResponse, SessionForkResponse. A session that was begun by WebRTC.
struct LiveSessionConnection {
    field<LiveSession> session{};  // id
    field<LiveTransport> transport{};
    extra_members extra{};
    friend bool operator==(const LiveSessionConnection&, const LiveSessionConnection&) = default;
};

// POST /live/sessions/{session_id}/fork: begins a session that continues a stored one. Response:
// LiveSessionConnection.
struct ForkLiveSessionRequest {
    path_parameter session_id{};
    LiveTransport transport{};
    field<LiveSession> session{};
    extra_members extra{};
    friend bool operator==(const ForkLiveSessionRequest&, const ForkLiveSessionRequest&) = default;
};

// POST /live/sessions/{session_id}/accept: takes a call by SIP. Response: LiveSessionDone.
struct AcceptLiveSessionRequest {
    path_parameter session_id{};
    LiveSession session{};  // type must be "live"
    extra_members extra{};
    friend bool operator==(const AcceptLiveSessionRequest&,
                           const AcceptLiveSessionRequest&) = default;
};

// POST /live/sessions/{session_id}/reject: refuses a call by SIP. Response: LiveSessionDone.
struct RejectLiveSessionRequest {
    path_parameter session_id{};
    std::int64_t status_code{};  // of SIP: 603, 486, ...
    extra_members extra{};
    friend bool operator==(const RejectLiveSessionRequest&,
                           const RejectLiveSessionRequest&) = default;
};

// POST /live/sessions/{session_id}/refer: transfers a call by SIP. Response: LiveSessionDone.
struct ReferLiveSessionRequest {
    path_parameter session_id{};
    std::string target_uri{};  // "tel:..." or "sip:..."
    extra_members extra{};
    friend bool operator==(const ReferLiveSessionRequest&,
                           const ReferLiveSessionRequest&) = default;
};

// POST /live/sessions/{session_id}/hangup: ends a call by SIP. Response: LiveSessionDone.
struct HangupLiveSessionRequest {
    path_parameter session_id{};
    friend bool operator==(const HangupLiveSessionRequest&,
                           const HangupLiveSessionRequest&) = default;
};

// GET /live/sessions/{session_id}/content: the recording of a stored session. Response:
// BinaryContent; streamed: its bytes.
struct DownloadLiveRecordingRequest {
    path_parameter session_id{};
    friend bool operator==(const DownloadLiveRecordingRequest&,
                           const DownloadLiveRecordingRequest&) = default;
};

// WebSocket /live/sessions: begins a session. See live_connection().
struct ConnectLiveRequest {
    friend bool operator==(const ConnectLiveRequest&, const ConnectLiveRequest&) = default;
};

// WebSocket /live/sessions/{session_id}/fork: begins a session that continues a stored one.
struct ConnectLiveForkRequest {
    path_parameter session_id{};
    friend bool operator==(const ConnectLiveForkRequest&, const ConnectLiveForkRequest&) = default;
};

// WebSocket /live/sessions/{session_id}/attach: a sideband connection, which observes and steers a
// session of another connection.
struct ConnectLiveSidebandRequest {
    path_parameter session_id{};
    field<bool> graceful_close{};  // the server closes the WebSocket when the session ends
    friend bool operator==(const ConnectLiveSidebandRequest&,
                           const ConnectLiveSidebandRequest&) = default;
};

// The response to operations that answer with a status only. Not an API schema.
struct LiveSessionDone {
    extra_members extra{};
    friend bool operator==(const LiveSessionDone&, const LiveSessionDone&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
