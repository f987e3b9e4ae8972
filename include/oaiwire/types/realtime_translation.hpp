// Realtime API: sessions that translate speech, and their events.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/realtime_items.hpp>
#include <oaiwire/types/realtime_server_events.hpp>
#include <oaiwire/types/realtime_session.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: the input audio of a RealtimeTranslationSession.
struct RealtimeTranslationInput {
    field<RealtimeNoiseReduction> noise_reduction{};
    field<AudioTranscription> transcription{};  // has only a model
    extra_members extra{};
    friend bool operator==(const RealtimeTranslationInput&,
                           const RealtimeTranslationInput&) = default;
};

// OpenAI: the output audio of a RealtimeTranslationSession.
struct RealtimeTranslationOutput {
    field<std::string> language{};  // ISO 639-1
    extra_members extra{};
    friend bool operator==(const RealtimeTranslationOutput&,
                           const RealtimeTranslationOutput&) = default;
};

// OpenAI: the audio of a RealtimeTranslationSession.
struct RealtimeTranslationAudio {
    field<RealtimeTranslationInput> input{};
    field<RealtimeTranslationOutput> output{};
    extra_members extra{};
    friend bool operator==(const RealtimeTranslationAudio&,
                           const RealtimeTranslationAudio&) = default;
};

// OpenAI: RealtimeTranslationSessionCreateRequest, RealtimeTranslationSessionUpdateRequest,
// RealtimeTranslationSession. Servers set id, type and expires_at.
struct RealtimeTranslationSession {
    field<std::string> id{};
    field<std::string> type{};         // "translation"
    field<std::int64_t> expires_at{};  // Unix time in seconds
    field<std::string> model{};        // not in updates
    field<RealtimeTranslationAudio> audio{};
    extra_members extra{};
    friend bool operator==(const RealtimeTranslationSession&,
                           const RealtimeTranslationSession&) = default;
};

// OpenAI: RealtimeTranslationSessionUpdateEvent.
struct RealtimeTranslationUpdate {
    static constexpr wire_tag tag{"type", "session.update"};
    field<std::string> event_id{};
    field<RealtimeTranslationSession> session{};
    extra_members extra{};
    friend bool operator==(const RealtimeTranslationUpdate&,
                           const RealtimeTranslationUpdate&) = default;
};

// OpenAI: RealtimeTranslationInputAudioBufferAppendEvent.
struct RealtimeTranslationAudioAppend {
    static constexpr wire_tag tag{"type", "session.input_audio_buffer.append"};
    field<std::string> event_id{};
    field<std::string> audio{};  // base64; 16 bits, little endian, 24000 Hz, one channel
    extra_members extra{};
    friend bool operator==(const RealtimeTranslationAudioAppend&,
                           const RealtimeTranslationAudioAppend&) = default;
};

// OpenAI: RealtimeTranslationSessionCloseEvent. The server sends what is left, then session.closed.
struct RealtimeTranslationClose {
    static constexpr wire_tag tag{"type", "session.close"};
    field<std::string> event_id{};
    extra_members extra{};
    friend bool operator==(const RealtimeTranslationClose&,
                           const RealtimeTranslationClose&) = default;
};

// OpenAI: RealtimeTranslationClientEvent. Events of other types are kept as raw JSON.
using RealtimeTranslationClientEvent =
    std::variant<RealtimeTranslationAudioAppend, RealtimeTranslationUpdate,
                 RealtimeTranslationClose, raw_json>;

// OpenAI: RealtimeTranslationSessionCreatedEvent, RealtimeTranslationSessionUpdatedEvent,
// RealtimeTranslationSessionClosedEvent. The last has no session.
struct RealtimeTranslationSessionEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 3> tag_values{
        "session.created", "session.updated", "session.closed"};
    std::string type = "session.created";
    field<std::string> event_id{};
    field<RealtimeTranslationSession> session{};
    extra_members extra{};
    friend bool operator==(const RealtimeTranslationSessionEvent&,
                           const RealtimeTranslationSessionEvent&) = default;
};

// OpenAI: RealtimeTranslationInputTranscriptDeltaEvent,
// RealtimeTranslationOutputTranscriptDeltaEvent, RealtimeTranslationOutputAudioDeltaEvent. The last
// three members belong to audio.
struct RealtimeTranslationDeltaEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 3> tag_values{"session.input_transcript.delta",
                                                                "session.output_transcript.delta",
                                                                "session.output_audio.delta"};
    std::string type = "session.output_audio.delta";
    field<std::string> event_id{};
    field<std::string> delta{};        // base64 for audio
    field<std::int64_t> elapsed_ms{};  // in the session's audio
    field<std::int64_t> channels{};
    field<std::string> format{};        // "pcm16"
    field<std::int64_t> sample_rate{};  // Hz
    extra_members extra{};
    friend bool operator==(const RealtimeTranslationDeltaEvent&,
                           const RealtimeTranslationDeltaEvent&) = default;
};

// OpenAI: RealtimeTranslationServerEvent. Events of other types are kept as raw JSON.
using RealtimeTranslationServerEvent =
    std::variant<RealtimeTranslationDeltaEvent, RealtimeTranslationSessionEvent, RealtimeErrorEvent,
                 raw_json>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
