// Types of the audio operations: speech, transcription, translation, and their streams.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 {

// POST /audio/speech (OpenAI: CreateSpeechRequest; R9S: AudioSpeechRequest). The response is audio,
// not JSON.
struct SpeechRequest {
    std::string model{};
    std::string input{};
    Voice voice{};                      // a built-in voice ("alloy", "nova", ...) or a custom one
    field<std::string> instructions{};  // tone and style
    field<open_enum<SpeechFormat>> response_format{};
    field<double> speed{};                                 // playback speed, 0.25..4
    field<open_enum<SpeechStreamFormat>> stream_format{};  // sse: events; audio: plain bytes
    extra_members extra{};
    friend bool operator==(const SpeechRequest&, const SpeechRequest&) = default;
};

// Token counts by kind (OpenAI: a part of the transcription usage).
struct AudioTokensDetails {
    field<std::int64_t> audio_tokens{};
    field<std::int64_t> text_tokens{};
    extra_members extra{};
    friend bool operator==(const AudioTokensDetails&, const AudioTokensDetails&) = default;
};

// Usage of an audio call: in tokens, or in seconds if type is "duration".
struct AudioUsage {
    field<std::string> type{};
    field<std::int64_t> input_tokens{};
    field<std::int64_t> output_tokens{};
    field<std::int64_t> total_tokens{};
    field<AudioTokensDetails> input_token_details{};
    field<double> seconds{};  // of audio
    extra_members extra{};
    friend bool operator==(const AudioUsage&, const AudioUsage&) = default;
};

// The result of a speech call. Not an API schema: the response's bytes, or the joined deltas of its
// events. `usage` and `extra` are set by events only.
struct Speech {
    std::string audio{};         // the audio file's bytes
    std::string content_type{};  // the response's Content-Type, such as "audio/mpeg"
    field<AudioUsage> usage{};
    extra_members extra{};
    friend bool operator==(const Speech&, const Speech&) = default;
};

// OpenAI: SpeechAudioDeltaEvent. A piece of audio.
struct SpeechAudioDeltaEvent {
    static constexpr wire_tag tag{"type", "speech.audio.delta"};
    field<std::string> audio{};  // base64
    extra_members extra{};
    friend bool operator==(const SpeechAudioDeltaEvent&, const SpeechAudioDeltaEvent&) = default;
};

// OpenAI: SpeechAudioDoneEvent. The end of the audio.
struct SpeechAudioDoneEvent {
    static constexpr wire_tag tag{"type", "speech.audio.done"};
    field<AudioUsage> usage{};
    extra_members extra{};
    friend bool operator==(const SpeechAudioDoneEvent&, const SpeechAudioDoneEvent&) = default;
};

// OpenAI: CreateSpeechResponseStreamEvent. Events of other types are kept as raw JSON.
using SpeechStreamEvent = std::variant<SpeechAudioDeltaEvent, SpeechAudioDoneEvent, raw_json>;

// OpenAI: VadConfig. Splits the audio by voice activity detection.
struct VadConfig {
    static constexpr wire_tag tag{"type", "server_vad"};
    field<std::int64_t> prefix_padding_ms{};
    field<std::int64_t> silence_duration_ms{};
    field<double> threshold{};  // sensitivity, 0..1
    extra_members extra{};
    friend bool operator==(const VadConfig&, const VadConfig&) = default;
};

// POST /audio/transcriptions (OpenAI: CreateTranscriptionRequest; R9S: AudioTranscriptionRequest),
// sent as multipart/form-data.
struct TranscriptionRequest {
    FileContent file{};
    std::string model{};
    // "auto", or settings
    field<std::variant<std::string, VadConfig, raw_json>> chunking_strategy{};
    field<std::vector<std::string>> include{};  // "logprobs"
    field<std::vector<std::string>> keywords{};
    field<std::vector<std::string>> known_speaker_names{};
    field<std::vector<std::string>> known_speaker_references{};  // data URIs with audio samples
    field<std::string> language{};                               // ISO 639-1
    field<std::vector<std::string>> languages{};
    field<std::string> prompt{};
    field<open_enum<TranscriptionFormat>> response_format{};
    field<bool> stream{};
    field<double> temperature{};  // 0..1 (R9S); default 0
    field<std::vector<open_enum<TimestampGranularity>>> timestamp_granularities{};
    extra_members extra{};
    friend bool operator==(const TranscriptionRequest&, const TranscriptionRequest&) = default;
};

// POST /audio/translations (OpenAI: CreateTranslationRequest; R9S: AudioTranslationRequest), into
// English; sent as multipart/form-data.
struct TranslationRequest {
    FileContent file{};
    std::string model{};
    field<std::string> prompt{};
    field<open_enum<TranscriptionFormat>> response_format{};
    field<double> temperature{};  // 0..1 (R9S); default 0
    extra_members extra{};
    friend bool operator==(const TranslationRequest&, const TranslationRequest&) = default;
};

// OpenAI: TranscriptionWord. Times in seconds from the start of the audio.
struct TranscriptionWord {
    field<std::string> word{};
    field<double> start{};
    field<double> end{};
    extra_members extra{};
    friend bool operator==(const TranscriptionWord&, const TranscriptionWord&) = default;
};

// OpenAI: TranscriptionSegment (verbose_json: `id` is a number), TranscriptionDiarizedSegment
// (diarized_json: `id` is text, type is "transcript.text.segment"). Times in seconds.
struct TranscriptionSegment {
    field<std::variant<std::int64_t, std::string>> id{};
    field<std::int64_t> seek{};  // offset of the segment in the audio
    field<double> start{};
    field<double> end{};
    field<std::string> text{};
    field<std::string> speaker{};
    field<std::vector<std::int64_t>> tokens{};  // token ids
    field<double> temperature{};
    field<double> avg_logprob{};
    field<double> compression_ratio{};
    field<double> no_speech_prob{};
    field<std::string> type{};
    extra_members extra{};
    friend bool operator==(const TranscriptionSegment&, const TranscriptionSegment&) = default;
};

// OpenAI: a language that was detected or requested.
struct TranscriptionLanguage {
    field<std::string> code{};  // ISO 639-1
    extra_members extra{};
    friend bool operator==(const TranscriptionLanguage&, const TranscriptionLanguage&) = default;
};

// OpenAI: one token with its log probability.
struct TranscriptionLogprob {
    field<std::string> token{};
    field<double> logprob{};                   // natural logarithm
    field<std::vector<std::int64_t>> bytes{};  // UTF-8 of the token
    extra_members extra{};
    friend bool operator==(const TranscriptionLogprob&, const TranscriptionLogprob&) = default;
};

// The response to transcriptions and translations, in every format (OpenAI:
// CreateTranscriptionResponseJson, CreateTranscriptionResponseVerboseJson and others; R9S:
// AudioTranscriptionResponse, AudioTranslationResponse). For the formats text, srt and vtt, only
// `text` is set, to the whole response.
struct Transcription {
    field<std::string> text{};
    field<std::string> task{};
    field<std::string> language{};
    field<double> duration{};  // seconds; older OpenAI servers send it as text, which is accepted
    field<std::vector<TranscriptionWord>> words{};
    field<std::vector<TranscriptionSegment>> segments{};
    field<std::vector<TranscriptionLogprob>> logprobs{};
    field<AudioUsage> usage{};
    field<std::vector<TranscriptionLanguage>> languages{};
    extra_members extra{};
    friend bool operator==(const Transcription&, const Transcription&) = default;
};

// OpenAI: TranscriptTextDeltaEvent. A piece of the text.
struct TranscriptTextDeltaEvent {
    static constexpr wire_tag tag{"type", "transcript.text.delta"};
    field<std::string> delta{};
    field<std::vector<TranscriptionLogprob>> logprobs{};
    field<std::string> segment_id{};
    extra_members extra{};
    friend bool operator==(const TranscriptTextDeltaEvent&,
                           const TranscriptTextDeltaEvent&) = default;
};

// OpenAI: TranscriptTextSegmentEvent. A segment with its speaker. Times in seconds.
struct TranscriptTextSegmentEvent {
    static constexpr wire_tag tag{"type", "transcript.text.segment"};
    field<std::string> id{};
    field<double> start{};
    field<double> end{};
    field<std::string> text{};
    field<std::string> speaker{};
    extra_members extra{};
    friend bool operator==(const TranscriptTextSegmentEvent&,
                           const TranscriptTextSegmentEvent&) = default;
};

// OpenAI: TranscriptTextDoneEvent. The whole text, at the end.
struct TranscriptTextDoneEvent {
    static constexpr wire_tag tag{"type", "transcript.text.done"};
    field<std::string> text{};
    field<std::vector<TranscriptionLogprob>> logprobs{};
    field<AudioUsage> usage{};
    field<std::vector<TranscriptionLanguage>> languages{};
    extra_members extra{};
    friend bool operator==(const TranscriptTextDoneEvent&,
                           const TranscriptTextDoneEvent&) = default;
};

// OpenAI: CreateTranscriptionResponseStreamEvent. Events of other types are kept as raw JSON.
using TranscriptionStreamEvent = std::variant<TranscriptTextDeltaEvent, TranscriptTextSegmentEvent,
                                              TranscriptTextDoneEvent, raw_json>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
