// Speech, transcriptions and translations: the operations, their streams, and the rules of their
// requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/stream/audio_stream.hpp>
#include <oaiwire/types/audio.hpp>

#if OAIWIRE_DEFINES
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// Plain: all of the audio. Streamed: its bytes as they come, which are not kept.
template <>
struct operation_of<SpeechRequest> : post_operation<Speech> {
    using chunk = std::string_view;
    static constexpr std::string_view id = "createAudioSpeech";
    static constexpr std::string_view path = "/audio/speech";
    static constexpr std::string_view accept = "*/*";
    // The whole body is the audio; its format is in the Content-Type.
    static void take_text(Speech& to, std::string&& body, std::string_view content_type) {
        to.audio = std::move(body);
        to.content_type = content_type;
    }
};

// Names of operations that share their request type with others:
// `api.create<operations::speech_events>(request)`.
namespace operations {

struct speech_events {};  // SpeechRequest, streamed as events; set stream_format to sse

}  // namespace operations

template <>
struct operation_of<operations::speech_events> : post_operation<Speech> {
    using request = SpeechRequest;
    using chunk = SpeechStreamEvent;
    static constexpr std::string_view id = "createSpeech";
    static constexpr std::string_view path = "/audio/speech";
};

namespace detail {

// Transcriptions and translations. For formats other than JSON, the response body is the transcript
// itself.
template <class Request>
struct transcript_operation : post_operation<Transcription> {
    static constexpr bool has_form = true;
    static constexpr std::string_view accept = "*/*";
    static void take_text(Transcription& to, std::string&& body, std::string_view) {
        to.text = std::move(body);
    }
    // Whether one of those formats was requested. Servers label such a body in various ways, so its
    // Content-Type alone does not decide.
    static bool wants_text(const Request& request) {
        if (!request.response_format) return false;
        const auto format = request.response_format->known();
        return format == TranscriptionFormat::text || format == TranscriptionFormat::srt ||
               format == TranscriptionFormat::vtt;
    }
};

}  // namespace detail

template <>
struct operation_of<TranscriptionRequest> : detail::transcript_operation<TranscriptionRequest> {
    using chunk = TranscriptionStreamEvent;
    static constexpr std::string_view id = "createAudioTranscription";
    static constexpr std::string_view path = "/audio/transcriptions";
};

template <>
struct operation_of<TranslationRequest> : detail::transcript_operation<TranslationRequest> {
    static constexpr std::string_view id = "createAudioTranslation";
    static constexpr std::string_view path = "/audio/translations";
};

// The rules that hold for every server and, with quirks, those of one server. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const SpeechRequest&);
[[gnu::cold]] std::vector<violation> validate(const SpeechRequest&, const request_quirks&);
[[gnu::cold]] std::vector<violation> validate(const TranscriptionRequest&);
[[gnu::cold]] std::vector<violation> validate(const TranscriptionRequest&, const request_quirks&);
[[gnu::cold]] std::vector<violation> validate(const TranslationRequest&);
[[gnu::cold]] std::vector<violation> validate(const TranslationRequest&, const request_quirks&);

#if OAIWIRE_DEFINES

OAIWIRE_INLINE std::vector<violation> validate(const SpeechRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    v.text(r.input, "input");
    // a voice is a name or, not checked, an object
    const auto* name = std::get_if<std::string>(&r.voice);
    v.check(!name || !name->empty(), "voice", "must not be empty");
    v.range(r.speed, 0.25, 4, "speed", "must be from 0.25 to 4");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const SpeechRequest& r, const request_quirks& q) {
    detail::narrow_validator v(q);
    if (v.openai()) {
        v.check(detail::count_characters(r.input) <= 4096, "input",
                "must have at most 4096 characters for this server");
    }
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const TranscriptionRequest& r) {
    detail::validator v;
    v.file(r.file, "file");
    v.text(r.model, "model");
    // names and their audio samples, in the same order
    for (const auto* list : {&r.known_speaker_names, &r.known_speaker_references}) {
        const bool names = list == &r.known_speaker_names;
        v.check(!*list || (*list)->size() <= 4,
                names ? "known_speaker_names" : "known_speaker_references",
                "must have at most 4 entries");
    }
    v.finite(r.temperature, "temperature");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const TranscriptionRequest& r,
                                               const request_quirks& q) {
    detail::narrow_validator v(q);
    v.audio_temperature(r.temperature);
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const TranslationRequest& r) {
    detail::validator v;
    v.file(r.file, "file");
    v.text(r.model, "model");
    v.finite(r.temperature, "temperature");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const TranslationRequest& r,
                                               const request_quirks& q) {
    detail::narrow_validator v(q);
    v.audio_temperature(r.temperature);
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
