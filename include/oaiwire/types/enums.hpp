// The sets of texts that the API names. Each is open: servers add to them. Knows no JSON.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

enum class Role : std::uint8_t { unknown, developer, system, user, assistant, tool, function };
constexpr std::array<std::string_view, 6> enumerator_names(Role) {
    return {"developer", "system", "user", "assistant", "tool", "function"};
}

enum class FinishReason : std::uint8_t {
    unknown,
    stop,
    length,
    tool_calls,
    content_filter,
    function_call,
};
constexpr std::array<std::string_view, 5> enumerator_names(FinishReason) {
    return {"stop", "length", "tool_calls", "content_filter", "function_call"};
}

enum class ServiceTier : std::uint8_t {
    unknown,
    auto_,
    default_,
    flex,
    scale,
    priority,
    fast,
    ultrafast
};
constexpr std::array<std::string_view, 7> enumerator_names(ServiceTier) {
    return {"auto", "default", "flex", "scale", "priority", "fast", "ultrafast"};
}

enum class ReasoningEffort : std::uint8_t { unknown, none, minimal, low, medium, high, xhigh, max };
constexpr std::array<std::string_view, 7> enumerator_names(ReasoningEffort) {
    return {"none", "minimal", "low", "medium", "high", "xhigh", "max"};
}

enum class Verbosity : std::uint8_t { unknown, low, medium, high };
constexpr std::array<std::string_view, 3> enumerator_names(Verbosity) {
    return {"low", "medium", "high"};
}

enum class Modality : std::uint8_t { unknown, text, audio };
constexpr std::array<std::string_view, 2> enumerator_names(Modality) {
    return {"text", "audio"};
}

enum class ImageDetail : std::uint8_t { unknown, auto_, low, high, original };
constexpr std::array<std::string_view, 4> enumerator_names(ImageDetail) {
    return {"auto", "low", "high", "original"};
}

enum class InputAudioFormat : std::uint8_t { unknown, wav, mp3 };
constexpr std::array<std::string_view, 2> enumerator_names(InputAudioFormat) {
    return {"wav", "mp3"};
}

// OpenAI names pcm16, R9S pcm.
enum class AudioFormat : std::uint8_t { unknown, wav, aac, mp3, flac, opus, pcm16, pcm };
constexpr std::array<std::string_view, 7> enumerator_names(AudioFormat) {
    return {"wav", "aac", "mp3", "flac", "opus", "pcm16", "pcm"};
}

enum class ResponseFormatType : std::uint8_t { unknown, text, json_object, json_schema };
constexpr std::array<std::string_view, 3> enumerator_names(ResponseFormatType) {
    return {"text", "json_object", "json_schema"};
}

enum class ToolChoiceMode : std::uint8_t { unknown, none, auto_, required };
constexpr std::array<std::string_view, 3> enumerator_names(ToolChoiceMode) {
    return {"none", "auto", "required"};
}

enum class GrammarSyntax : std::uint8_t { unknown, lark, regex };
constexpr std::array<std::string_view, 2> enumerator_names(GrammarSyntax) {
    return {"lark", "regex"};
}

enum class SearchContextSize : std::uint8_t { unknown, low, medium, high };
constexpr std::array<std::string_view, 3> enumerator_names(SearchContextSize) {
    return {"low", "medium", "high"};
}

enum class ModerationMode : std::uint8_t { unknown, score, block };
constexpr std::array<std::string_view, 2> enumerator_names(ModerationMode) {
    return {"score", "block"};
}

enum class EmbeddingEncoding : std::uint8_t { unknown, float_, base64 };
constexpr std::array<std::string_view, 2> enumerator_names(EmbeddingEncoding) {
    return {"float", "base64"};
}

enum class ImageBackground : std::uint8_t { unknown, transparent, opaque, auto_ };
constexpr std::array<std::string_view, 3> enumerator_names(ImageBackground) {
    return {"transparent", "opaque", "auto"};
}

enum class ImageModeration : std::uint8_t { unknown, low, auto_ };
constexpr std::array<std::string_view, 2> enumerator_names(ImageModeration) {
    return {"low", "auto"};
}

enum class ImageOutputFormat : std::uint8_t { unknown, png, jpeg, webp, gif, svg };
constexpr std::array<std::string_view, 5> enumerator_names(ImageOutputFormat) {
    return {"png", "jpeg", "webp", "gif", "svg"};
}

enum class ImageQuality : std::uint8_t {
    unknown,
    auto_,
    high,
    medium,
    low,
    hd,
    standard,
    xhigh,
    max
};
constexpr std::array<std::string_view, 8> enumerator_names(ImageQuality) {
    return {"auto", "high", "medium", "low", "hd", "standard", "xhigh", "max"};
}

enum class ImageResponseFormat : std::uint8_t { unknown, url, b64_json };
constexpr std::array<std::string_view, 2> enumerator_names(ImageResponseFormat) {
    return {"url", "b64_json"};
}

enum class ImageStyle : std::uint8_t { unknown, vivid, natural };
constexpr std::array<std::string_view, 2> enumerator_names(ImageStyle) {
    return {"vivid", "natural"};
}

enum class InputFidelity : std::uint8_t { unknown, high, low };
constexpr std::array<std::string_view, 2> enumerator_names(InputFidelity) {
    return {"high", "low"};
}

enum class SpeechFormat : std::uint8_t { unknown, mp3, opus, aac, flac, wav, pcm };
constexpr std::array<std::string_view, 6> enumerator_names(SpeechFormat) {
    return {"mp3", "opus", "aac", "flac", "wav", "pcm"};
}

enum class SpeechStreamFormat : std::uint8_t { unknown, sse, audio };
constexpr std::array<std::string_view, 2> enumerator_names(SpeechStreamFormat) {
    return {"sse", "audio"};
}

enum class TranscriptionFormat : std::uint8_t {
    unknown,
    json,
    text,
    srt,
    verbose_json,
    vtt,
    diarized_json
};
constexpr std::array<std::string_view, 6> enumerator_names(TranscriptionFormat) {
    return {"json", "text", "srt", "verbose_json", "vtt", "diarized_json"};
}

enum class TimestampGranularity : std::uint8_t { unknown, word, segment };
constexpr std::array<std::string_view, 2> enumerator_names(TimestampGranularity) {
    return {"word", "segment"};
}

// Of a response, of an item, of a call of a hosted tool: each has some of them.
enum class ResponseStatus : std::uint8_t {
    unknown,
    queued,
    in_progress,
    completed,
    incomplete,
    failed,
    cancelled,
    searching,
    interpreting,
    generating,
    calling,
};
constexpr std::array<std::string_view, 10> enumerator_names(ResponseStatus) {
    return {"queued",    "in_progress", "completed",    "incomplete", "failed",
            "cancelled", "searching",   "interpreting", "generating", "calling"};
}

enum class SearchEngine : std::uint8_t { unknown, exa, tavily, google };
constexpr std::array<std::string_view, 3> enumerator_names(SearchEngine) {
    return {"exa", "tavily", "google"};
}

}  // namespace oaiwire::inline v0_2
