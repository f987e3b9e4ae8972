// Realtime API: requests over HTTP. Ephemeral keys, calls by WebRTC and SIP.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/realtime_session.hpp>
#include <oaiwire/types/realtime_translation.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: how long an ephemeral key can open sessions.
struct ClientSecretExpiry {
    field<std::string> anchor{};    // "created_at"
    field<std::int64_t> seconds{};  // 10..7200; default 600
    extra_members extra{};
    friend bool operator==(const ClientSecretExpiry&, const ClientSecretExpiry&) = default;
};

// POST /realtime/client_secrets (OpenAI: RealtimeCreateClientSecretRequest). An ephemeral key, for
// programs that must not have the API key; response: CreateRealtimeClientSecretResponse.
struct CreateRealtimeClientSecretRequest {
    field<ClientSecretExpiry> expires_after{};
    field<RealtimeAnySession> session{};
    extra_members extra{};
    friend bool operator==(const CreateRealtimeClientSecretRequest&,
                           const CreateRealtimeClientSecretRequest&) = default;
};

// OpenAI: RealtimeCreateClientSecretResponse.
struct CreateRealtimeClientSecretResponse {
    field<std::string> value{};        // the key
    field<std::int64_t> expires_at{};  // Unix time in seconds
    field<RealtimeAnySession> session{};
    extra_members extra{};
    friend bool operator==(const CreateRealtimeClientSecretResponse&,
                           const CreateRealtimeClientSecretResponse&) = default;
};

// POST /realtime/translations/client_secrets (OpenAI:
// RealtimeTranslationClientSecretCreateRequest); response:
// CreateRealtimeTranslationClientSecretResponse.
struct CreateRealtimeTranslationClientSecretRequest {
    RealtimeTranslationSession session{};
    field<ClientSecretExpiry> expires_after{};
    extra_members extra{};
    friend bool operator==(const CreateRealtimeTranslationClientSecretRequest&,
                           const CreateRealtimeTranslationClientSecretRequest&) = default;
};

// OpenAI: RealtimeTranslationClientSecretCreateResponse.
struct CreateRealtimeTranslationClientSecretResponse {
    field<std::string> value{};        // the key
    field<std::int64_t> expires_at{};  // Unix time in seconds
    field<RealtimeTranslationSession> session{};
    extra_members extra{};
    friend bool operator==(const CreateRealtimeTranslationClientSecretResponse&,
                           const CreateRealtimeTranslationClientSecretResponse&) = default;
};

// POST /realtime/transcription_sessions, of the beta (OpenAI:
// RealtimeTranscriptionSessionCreateRequest); response: RealtimeTranscriptionSettings.
struct CreateRealtimeTranscriptionSessionRequest {
    field<std::vector<std::string>> include{};  // "item.input_audio_transcription.logprobs"
    field<std::string>
        input_audio_format{};  // "pcm16" (24000 Hz, one channel), "g711_ulaw" or "g711_alaw"
    field<RealtimeNoiseReduction> input_audio_noise_reduction{};
    field<AudioTranscription> input_audio_transcription{};
    field<RealtimeTurnDetection> turn_detection{};
    extra_members extra{};
    friend bool operator==(const CreateRealtimeTranscriptionSessionRequest&,
                           const CreateRealtimeTranscriptionSessionRequest&) = default;
};

// POST /realtime/calls (OpenAI: RealtimeCallCreateRequest), sent as multipart/form-data or, without
// a session, as the offer. Begins a call by WebRTC; response: RealtimeCall. Names of files are not
// sent.
struct CreateRealtimeCallRequest {
    FileContent sdp{};             // the offer (RFC 8866); see realtime_call()
    field<FileContent> session{};  // JSON of a RealtimeSession; see realtime_call()
    extra_members extra{};
    friend bool operator==(const CreateRealtimeCallRequest&,
                           const CreateRealtimeCallRequest&) = default;
};

// The answer to CreateRealtimeCallRequest. Not an API schema. The id of the call is the last
// segment of the response's Location field.
struct RealtimeCall {
    std::string sdp{};  // the answer (RFC 8866)
    extra_members extra{};
    friend bool operator==(const RealtimeCall&, const RealtimeCall&) = default;
};

// POST /realtime/calls/{call_id}/accept. Takes a call by SIP, with this session; no response body.
struct AcceptRealtimeCallRequest {
    static constexpr wire_tag tag{"type", "realtime"};
    path_parameter call_id{};
    field<std::string> model{};
    field<RealtimeAudioConfig> audio{};
    field<std::vector<std::string>> include{};  // "item.input_audio_transcription.logprobs"
    field<std::string> instructions{};
    field<RealtimeMaxTokens> max_output_tokens{};
    field<std::vector<open_enum<Modality>>> output_modalities{};
    field<bool> parallel_tool_calls{};
    field<ResponsePrompt> prompt{};
    field<RealtimeReasoning> reasoning{};
    field<RealtimeToolChoice> tool_choice{};
    field<std::vector<RealtimeTool>> tools{};
    field<std::variant<std::string, RealtimeTracing, raw_json>> tracing{};
    field<RealtimeTruncation> truncation{};
    extra_members extra{};
    friend bool operator==(const AcceptRealtimeCallRequest&,
                           const AcceptRealtimeCallRequest&) = default;
};

// POST /realtime/calls/{call_id}/reject. Refuses a call by SIP; no response body.
struct RejectRealtimeCallRequest {
    path_parameter call_id{};
    field<std::int64_t> status_code{};  // of SIP; default 603
    extra_members extra{};
    friend bool operator==(const RejectRealtimeCallRequest&,
                           const RejectRealtimeCallRequest&) = default;
};

// POST /realtime/calls/{call_id}/refer. Transfers a call by SIP; no response body.
struct ReferRealtimeCallRequest {
    path_parameter call_id{};
    std::string target_uri{};  // "tel:+14155550123", "sip:agent@example.com"
    extra_members extra{};
    friend bool operator==(const ReferRealtimeCallRequest&,
                           const ReferRealtimeCallRequest&) = default;
};

// POST /realtime/calls/{call_id}/hangup. Ends a call; no response body.
struct HangupRealtimeCallRequest {
    path_parameter call_id{};
    friend bool operator==(const HangupRealtimeCallRequest&,
                           const HangupRealtimeCallRequest&) = default;
};

// GET /realtime, which opens a WebSocket: see connect_realtime(). One of model, call_id and intent.
struct ConnectRealtimeRequest {
    field<std::string> model{};
    field<std::string> call_id{};     // of a call by WebRTC or SIP, to observe and control it
    field<std::string> intent{};      // "transcription"
    field<std::string> deployment{};  // Azure before v1: in the place of model
    extra_members extra{};
    friend bool operator==(const ConnectRealtimeRequest&, const ConnectRealtimeRequest&) = default;
};

// GET /realtime/translations, which opens a WebSocket.
struct ConnectRealtimeTranslationRequest {
    field<std::string> model{};
    extra_members extra{};
    friend bool operator==(const ConnectRealtimeTranslationRequest&,
                           const ConnectRealtimeTranslationRequest&) = default;
};

// The response to the operations of a call, which have none. Not an API schema.
struct RealtimeCallDone {
    extra_members extra{};
    friend bool operator==(const RealtimeCallDone&, const RealtimeCallDone&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
