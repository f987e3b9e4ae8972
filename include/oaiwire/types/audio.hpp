// Audio: speech, transcriptions, translations, and their streams. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire::inline v0_2 {

// POST /audio/speech (OpenAI: CreateSpeechRequest; R9S: AudioSpeechRequest). The answer is audio.
struct SpeechRequest {
    std::string model{};
    std::string input{};
    Voice voice{};                      // "alloy", "nova", ...
    field<std::string> instructions{};  // how it is to be said
    field<open_enum<SpeechFormat>> response_format{};
    field<double> speed{};                                 // 0.25..4
    field<open_enum<SpeechStreamFormat>> stream_format{};  // sse: events instead of bytes
    extra_members extra{};
    friend bool operator==(const SpeechRequest&, const SpeechRequest&) = default;
};

struct AudioTokensDetails {
    field<std::int64_t> audio_tokens{};
    field<std::int64_t> text_tokens{};
    extra_members extra{};
    friend bool operator==(const AudioTokensDetails&, const AudioTokensDetails&) = default;
};

// Counts of an audio call: by tokens, or (type "duration") by seconds.
struct AudioUsage {
    field<std::string> type{};
    field<std::int64_t> input_tokens{};
    field<std::int64_t> output_tokens{};
    field<std::int64_t> total_tokens{};
    field<AudioTokensDetails> input_token_details{};
    field<double> seconds{};
    extra_members extra{};
    friend bool operator==(const AudioUsage&, const AudioUsage&) = default;
};

// Audio as it came. Not a type of the wire. usage and extra: where it came in events that had them.
struct Speech {
    std::string audio{};         // bytes
    std::string content_type{};  // "audio/mpeg", ...
    field<AudioUsage> usage{};
    extra_members extra{};
    friend bool operator==(const Speech&, const Speech&) = default;
};

struct SpeechAudioDeltaEvent {
    static constexpr wire_tag tag{"type", "speech.audio.delta"};
    field<std::string> audio{};  // base64
    extra_members extra{};
    friend bool operator==(const SpeechAudioDeltaEvent&, const SpeechAudioDeltaEvent&) = default;
};

struct SpeechAudioDoneEvent {
    static constexpr wire_tag tag{"type", "speech.audio.done"};
    field<AudioUsage> usage{};
    extra_members extra{};
    friend bool operator==(const SpeechAudioDoneEvent&, const SpeechAudioDoneEvent&) = default;
};

// OpenAI: CreateSpeechResponseStreamEvent.
using SpeechStreamEvent = std::variant<SpeechAudioDeltaEvent, SpeechAudioDoneEvent, raw_json>;

// Where the audio is cut: by a detector of speech.
struct VadConfig {
    static constexpr wire_tag tag{"type", "server_vad"};
    field<std::int64_t> prefix_padding_ms{};
    field<std::int64_t> silence_duration_ms{};
    field<double> threshold{};  // 0..1
    extra_members extra{};
    friend bool operator==(const VadConfig&, const VadConfig&) = default;
};

// POST /audio/transcriptions (OpenAI: CreateTranscriptionRequest; R9S: AudioTranscriptionRequest),
// sent as multipart/form-data.
struct TranscriptionRequest {
    FileContent file{};
    std::string model{};
    field<std::variant<std::string, VadConfig, raw_json>> chunking_strategy{};  // "auto"
    field<std::vector<std::string>> include{};                                  // "logprobs"
    field<std::vector<std::string>> keywords{};
    field<std::vector<std::string>> known_speaker_names{};
    field<std::vector<std::string>> known_speaker_references{};  // data URIs
    field<std::string> language{};                               // ISO 639-1
    field<std::vector<std::string>> languages{};
    field<std::string> prompt{};
    field<open_enum<TranscriptionFormat>> response_format{};
    field<bool> stream{};
    field<double> temperature{};  // default 0 (R9S, OpenAI); R9S: 0..1
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
    field<double> temperature{};  // default 0 (R9S, OpenAI); R9S: 0..1
    extra_members extra{};
    friend bool operator==(const TranslationRequest&, const TranslationRequest&) = default;
};

// Times are in seconds.
struct TranscriptionWord {
    field<std::string> word{};
    field<double> start{};
    field<double> end{};
    extra_members extra{};
    friend bool operator==(const TranscriptionWord&, const TranscriptionWord&) = default;
};

// id: a number in verbose_json, text in diarized_json, which has type "transcript.text.segment".
struct TranscriptionSegment {
    field<std::variant<std::int64_t, std::string>> id{};
    field<std::int64_t> seek{};
    field<double> start{};
    field<double> end{};
    field<std::string> text{};
    field<std::string> speaker{};
    field<std::vector<std::int64_t>> tokens{};
    field<double> temperature{};
    field<double> avg_logprob{};
    field<double> compression_ratio{};
    field<double> no_speech_prob{};
    field<std::string> type{};
    extra_members extra{};
    friend bool operator==(const TranscriptionSegment&, const TranscriptionSegment&) = default;
};

struct TranscriptionLanguage {
    field<std::string> code{};
    extra_members extra{};
    friend bool operator==(const TranscriptionLanguage&, const TranscriptionLanguage&) = default;
};

struct TranscriptionLogprob {
    field<std::string> token{};
    field<double> logprob{};
    field<std::vector<std::int64_t>> bytes{};
    extra_members extra{};
    friend bool operator==(const TranscriptionLogprob&, const TranscriptionLogprob&) = default;
};

// The answer to both, in every format (OpenAI: CreateTranscriptionResponseJson, ...VerboseJson;
// R9S: AudioTranscriptionResponse, AudioTranslationResponse). Where text, srt or vtt was asked for,
// text is the whole answer and the only member.
struct Transcription {
    field<std::string> text{};
    field<std::string> task{};
    field<std::string> language{};
    field<double> duration{};  // seconds; OpenAI's older servers send text
    field<std::vector<TranscriptionWord>> words{};
    field<std::vector<TranscriptionSegment>> segments{};
    field<std::vector<TranscriptionLogprob>> logprobs{};
    field<AudioUsage> usage{};
    field<std::vector<TranscriptionLanguage>> languages{};
    extra_members extra{};
    friend bool operator==(const Transcription&, const Transcription&) = default;
};

struct TranscriptTextDeltaEvent {
    static constexpr wire_tag tag{"type", "transcript.text.delta"};
    field<std::string> delta{};
    field<std::vector<TranscriptionLogprob>> logprobs{};
    field<std::string> segment_id{};
    extra_members extra{};
    friend bool operator==(const TranscriptTextDeltaEvent&,
                           const TranscriptTextDeltaEvent&) = default;
};

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

}  // namespace oaiwire::inline v0_2
