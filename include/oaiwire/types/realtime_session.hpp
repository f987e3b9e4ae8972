// Realtime API: sessions. Audio formats, turn detection, transcription, tools and voices.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/response_settings.hpp>
#include <oaiwire/types/response_tools.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: RealtimeAudioFormats. `type` is "audio/pcm" (16 bits, little endian, one channel),
// "audio/pcmu" or "audio/pcma" (G.711, 8000 Hz).
struct RealtimeAudioFormat {
    field<std::string> type{};
    field<std::int64_t> rate{};  // Hz; 24000, for audio/pcm only
    extra_members extra{};
    friend bool operator==(const RealtimeAudioFormat&, const RealtimeAudioFormat&) = default;
};

// OpenAI: NoiseReductionType. Where the microphone is: close to the mouth, or in the room.
enum class NoiseReductionType : std::uint8_t { unknown, near_field, far_field };
constexpr std::array<std::string_view, 2> enumerator_names(NoiseReductionType) {
    return {"near_field", "far_field"};
}

// OpenAI: noise reduction of the input audio.
struct RealtimeNoiseReduction {
    field<open_enum<NoiseReductionType>> type{};
    field<double> strength{};  // default 1
    extra_members extra{};
    friend bool operator==(const RealtimeNoiseReduction&, const RealtimeNoiseReduction&) = default;
};

// OpenAI: AudioTranscription. Transcription of the input audio by a model of its own.
struct AudioTranscription {
    field<std::string> model{};  // "whisper-1", "gpt-4o-transcribe", "gpt-realtime-whisper", ...
    field<open_enum<ReasoningEffort>>
        delay{};  // minimal to xhigh: later text that is more accurate
    field<std::vector<std::string>> keywords{};
    field<std::string> language{};                // ISO 639-1
    field<std::vector<std::string>> languages{};  // ISO 639-1
    field<std::string> prompt{};
    extra_members extra{};
    friend bool operator==(const AudioTranscription&, const AudioTranscription&) = default;
};

// OpenAI: RealtimeAudioInputTurnDetection and RealtimeTranscriptionSessionTurnDetection. `type` is
// "server_vad", by the volume of the audio, or "semantic_vad", by what is said. eagerness belongs
// to semantic_vad; the members from idle_timeout_ms on to server_vad.
enum class TurnEagerness : std::uint8_t { unknown, low, medium, high, auto_ };
constexpr std::array<std::string_view, 4> enumerator_names(TurnEagerness) {
    return {"low", "medium", "high", "auto"};
}
struct RealtimeTurnDetection {
    field<std::string> type{};
    field<bool> create_response{};     // respond when the user stops speaking
    field<bool> interrupt_response{};  // cancel the response when the user begins to speak
    field<open_enum<TurnEagerness>> eagerness{};
    field<std::int64_t> idle_timeout_ms{};      // respond after that much silence
    field<std::int64_t> prefix_padding_ms{};    // audio before the speech; default 300
    field<std::int64_t> silence_duration_ms{};  // silence that ends the speech; default 500
    field<double> threshold{};                  // 0..1; default 0.5
    extra_members extra{};
    friend bool operator==(const RealtimeTurnDetection&, const RealtimeTurnDetection&) = default;
};

// OpenAI: RealtimeAudioConfigInput and RealtimeTranscriptionSessionAudioInput. null switches the
// last three off.
struct RealtimeAudioInput {
    field<RealtimeAudioFormat> format{};
    field<RealtimeNoiseReduction> noise_reduction{};
    field<AudioTranscription> transcription{};
    field<RealtimeTurnDetection> turn_detection{};
    extra_members extra{};
    friend bool operator==(const RealtimeAudioInput&, const RealtimeAudioInput&) = default;
};

// OpenAI: RealtimeAudioConfigOutput.
struct RealtimeAudioOutput {
    field<RealtimeAudioFormat> format{};
    field<double> speed{};  // 0.25..1.5
    field<Voice> voice{};   // a built-in voice ("marin", "cedar", ...) or a custom one
    extra_members extra{};
    friend bool operator==(const RealtimeAudioOutput&, const RealtimeAudioOutput&) = default;
};

// OpenAI: RealtimeAudioConfig.
struct RealtimeAudioConfig {
    field<RealtimeAudioInput> input{};
    field<RealtimeAudioOutput> output{};
    extra_members extra{};
    friend bool operator==(const RealtimeAudioConfig&, const RealtimeAudioConfig&) = default;
};

// OpenAI: RealtimeToolsConfigUnion. Tools of other types are kept as raw JSON.
using RealtimeTool = std::variant<ResponseFunctionTool, MCPTool, raw_json>;

// OpenAI: RealtimeToolChoiceConfig. A function, or with type "mcp" a tool of an MCP server.
using RealtimeToolChoice =
    std::variant<open_enum<ToolChoiceMode>, ToolChoiceFunction, ToolChoiceHosted, raw_json>;

// OpenAI: a number of tokens, or "inf" for no limit.
using RealtimeMaxTokens = std::variant<std::int64_t, std::string>;

// OpenAI: RealtimeReasoning.
struct RealtimeReasoning {
    field<open_enum<ReasoningEffort>> effort{};  // minimal, low, medium, high or xhigh
    extra_members extra{};
    friend bool operator==(const RealtimeReasoning&, const RealtimeReasoning&) = default;
};

// OpenAI: RealtimeTracingConfig. How the session is shown in OpenAI's traces.
struct RealtimeTracing {
    field<std::string> group_id{};
    field<raw_json> metadata{};  // an object
    field<std::string> workflow_name{};
    extra_members extra{};
    friend bool operator==(const RealtimeTracing&, const RealtimeTracing&) = default;
};

// OpenAI: a part of RealtimeTruncationRetentionRatio.
struct RealtimeTokenLimits {
    field<std::int64_t>
        post_instructions{};  // most tokens of the conversation, instructions not counted
    extra_members extra{};
    friend bool operator==(const RealtimeTokenLimits&, const RealtimeTokenLimits&) = default;
};

// OpenAI: RealtimeTruncationRetentionRatio. How much is kept when the conversation is too long.
struct RealtimeRetentionRatio {
    static constexpr wire_tag tag{"type", "retention_ratio"};
    field<double> retention_ratio{};  // 0..1 of the tokens behind the instructions
    field<RealtimeTokenLimits> token_limits{};
    extra_members extra{};
    friend bool operator==(const RealtimeRetentionRatio&, const RealtimeRetentionRatio&) = default;
};

// OpenAI: RealtimeTruncation.
using RealtimeTruncation = std::variant<open_enum<Truncation>, RealtimeRetentionRatio, raw_json>;

// OpenAI: RealtimeSessionCreateRequest, RealtimeSessionCreateResponse. A session that converses.
// Servers set id, object and expires_at.
struct RealtimeSession {
    static constexpr wire_tag tag{"type", "realtime"};
    field<std::string> id{};
    field<std::string> object{};       // "realtime.session"
    field<std::int64_t> expires_at{};  // Unix time in seconds
    field<std::string> model{};        // "gpt-realtime", ...
    field<RealtimeAudioConfig> audio{};
    field<std::vector<std::string>> include{};  // "item.input_audio_transcription.logprobs"
    field<std::string> instructions{};
    field<RealtimeMaxTokens>
        max_output_tokens{};  // of one response, tool calls included; 1..4096 or "inf"
    field<std::vector<open_enum<Modality>>>
        output_modalities{};  // one of audio (the default) and text
    field<bool> parallel_tool_calls{};
    field<ResponsePrompt> prompt{};
    field<RealtimeReasoning> reasoning{};
    field<RealtimeToolChoice> tool_choice{};
    field<std::vector<RealtimeTool>> tools{};
    field<std::variant<std::string, RealtimeTracing, raw_json>> tracing{};  // "auto", or settings
    field<RealtimeTruncation> truncation{};
    extra_members extra{};
    friend bool operator==(const RealtimeSession&, const RealtimeSession&) = default;
};

// OpenAI: RealtimeTranscriptionSessionAudio.
struct RealtimeTranscriptionAudio {
    field<RealtimeAudioInput> input{};
    extra_members extra{};
    friend bool operator==(const RealtimeTranscriptionAudio&,
                           const RealtimeTranscriptionAudio&) = default;
};

// OpenAI: RealtimeTranscriptionSessionCreateRequest, RealtimeTranscriptionSessionCreateResponse. A
// session that only transcribes. Servers set id, object and expires_at.
struct RealtimeTranscriptionSession {
    static constexpr wire_tag tag{"type", "transcription"};
    field<std::string> id{};
    field<std::string> object{};       // "realtime.transcription_session"
    field<std::int64_t> expires_at{};  // Unix time in seconds
    field<RealtimeTranscriptionAudio> audio{};
    field<std::vector<std::string>> include{};  // "item.input_audio_transcription.logprobs"
    extra_members extra{};
    friend bool operator==(const RealtimeTranscriptionSession&,
                           const RealtimeTranscriptionSession&) = default;
};

// A session of either kind. Sessions of other types, and of the beta without a type, are kept as
// raw JSON.
using RealtimeAnySession = std::variant<RealtimeSession, RealtimeTranscriptionSession, raw_json>;

// OpenAI: an ephemeral key.
struct RealtimeClientSecret {
    field<std::string> value{};
    field<std::int64_t> expires_at{};  // Unix time in seconds
    extra_members extra{};
    friend bool operator==(const RealtimeClientSecret&, const RealtimeClientSecret&) = default;
};

// OpenAI: RealtimeTranscriptionSessionCreateRequest and its response in the beta, and the session
// of TranscriptionSessionUpdate. Servers set the members from id on.
struct RealtimeTranscriptionSettings {
    field<std::vector<std::string>> include{};  // "item.input_audio_transcription.logprobs"
    field<std::string>
        input_audio_format{};  // "pcm16" (24000 Hz, one channel), "g711_ulaw" or "g711_alaw"
    field<RealtimeNoiseReduction> input_audio_noise_reduction{};
    field<AudioTranscription> input_audio_transcription{};
    field<RealtimeTurnDetection> turn_detection{};
    field<std::vector<open_enum<Modality>>> modalities{};
    field<std::string> id{};
    field<std::string> object{};  // "realtime.transcription_session"
    field<RealtimeClientSecret> client_secret{};
    field<std::int64_t> expires_at{};  // Unix time in seconds
    extra_members extra{};
    friend bool operator==(const RealtimeTranscriptionSettings&,
                           const RealtimeTranscriptionSettings&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
