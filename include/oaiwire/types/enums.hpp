// Enumerations of the API. `unknown` stands for texts not listed here: servers add new ones. Each
// has a function enumerator_names() that returns the wire texts of its enumerators 1 to N.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// The author of a message. Items of the Responses API may have the last two.
enum class Role : std::uint8_t {
    unknown,
    developer,
    system,
    user,
    assistant,
    tool,
    function,
    critic,
    discriminator
};
constexpr std::array<std::string_view, 8> enumerator_names(Role) {
    return {"developer", "system",   "user",   "assistant",
            "tool",      "function", "critic", "discriminator"};
}

// Why a choice ended.
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

// The processing class of a request, which decides its price and latency.
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

// How much the model thinks before it answers.
enum class ReasoningEffort : std::uint8_t { unknown, none, minimal, low, medium, high, xhigh, max };
constexpr std::array<std::string_view, 7> enumerator_names(ReasoningEffort) {
    return {"none", "minimal", "low", "medium", "high", "xhigh", "max"};
}

// How long the answer should be.
enum class Verbosity : std::uint8_t { unknown, low, medium, high };
constexpr std::array<std::string_view, 3> enumerator_names(Verbosity) {
    return {"low", "medium", "high"};
}

// The kinds of output.
enum class Modality : std::uint8_t { unknown, text, audio };
constexpr std::array<std::string_view, 2> enumerator_names(Modality) {
    return {"text", "audio"};
}

// The resolution at which the model sees an image.
enum class ImageDetail : std::uint8_t { unknown, auto_, low, high, original };
constexpr std::array<std::string_view, 4> enumerator_names(ImageDetail) {
    return {"auto", "low", "high", "original"};
}

// Formats of audio in a chat request.
enum class InputAudioFormat : std::uint8_t { unknown, wav, mp3 };
constexpr std::array<std::string_view, 2> enumerator_names(InputAudioFormat) {
    return {"wav", "mp3"};
}

// Formats of audio in a chat response. OpenAI uses pcm16, R9S pcm.
enum class AudioFormat : std::uint8_t { unknown, wav, aac, mp3, flac, opus, pcm16, pcm };
constexpr std::array<std::string_view, 7> enumerator_names(AudioFormat) {
    return {"wav", "aac", "mp3", "flac", "opus", "pcm16", "pcm"};
}

// The form of the output text.
enum class ResponseFormatType : std::uint8_t { unknown, text, json_object, json_schema };
constexpr std::array<std::string_view, 3> enumerator_names(ResponseFormatType) {
    return {"text", "json_object", "json_schema"};
}

// Whether the model may or must call tools.
enum class ToolChoiceMode : std::uint8_t { unknown, none, auto_, required };
constexpr std::array<std::string_view, 3> enumerator_names(ToolChoiceMode) {
    return {"none", "auto", "required"};
}

// The syntax of a custom tool's grammar.
enum class GrammarSyntax : std::uint8_t { unknown, lark, regex };
constexpr std::array<std::string_view, 2> enumerator_names(GrammarSyntax) {
    return {"lark", "regex"};
}

// How much context a web search adds to the prompt.
enum class SearchContextSize : std::uint8_t { unknown, low, medium, high };
constexpr std::array<std::string_view, 3> enumerator_names(SearchContextSize) {
    return {"low", "medium", "high"};
}

// What moderation does with a match: report it, or block it.
enum class ModerationMode : std::uint8_t { unknown, score, block };
constexpr std::array<std::string_view, 2> enumerator_names(ModerationMode) {
    return {"score", "block"};
}

// The encoding of embeddings in a response.
enum class EmbeddingEncoding : std::uint8_t { unknown, float_, base64 };
constexpr std::array<std::string_view, 2> enumerator_names(EmbeddingEncoding) {
    return {"float", "base64"};
}

// The background of a generated image.
enum class ImageBackground : std::uint8_t { unknown, transparent, opaque, auto_ };
constexpr std::array<std::string_view, 3> enumerator_names(ImageBackground) {
    return {"transparent", "opaque", "auto"};
}

// How strictly generated images are moderated.
enum class ImageModeration : std::uint8_t { unknown, low, auto_ };
constexpr std::array<std::string_view, 2> enumerator_names(ImageModeration) {
    return {"low", "auto"};
}

// File formats of generated images.
enum class ImageOutputFormat : std::uint8_t { unknown, png, jpeg, webp, gif, svg };
constexpr std::array<std::string_view, 5> enumerator_names(ImageOutputFormat) {
    return {"png", "jpeg", "webp", "gif", "svg"};
}

// Quality of generated images. Which values apply depends on the model.
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

// Whether a generated image is returned as a URL or in the response.
enum class ImageResponseFormat : std::uint8_t { unknown, url, b64_json };
constexpr std::array<std::string_view, 2> enumerator_names(ImageResponseFormat) {
    return {"url", "b64_json"};
}

// The style of generated images (dall-e-3).
enum class ImageStyle : std::uint8_t { unknown, vivid, natural };
constexpr std::array<std::string_view, 2> enumerator_names(ImageStyle) {
    return {"vivid", "natural"};
}

// How closely an edited image follows the input image.
enum class InputFidelity : std::uint8_t { unknown, high, low };
constexpr std::array<std::string_view, 2> enumerator_names(InputFidelity) {
    return {"high", "low"};
}

// Audio formats of speech.
enum class SpeechFormat : std::uint8_t { unknown, mp3, opus, aac, flac, wav, pcm };
constexpr std::array<std::string_view, 6> enumerator_names(SpeechFormat) {
    return {"mp3", "opus", "aac", "flac", "wav", "pcm"};
}

// Whether streamed speech consists of events or of plain bytes.
enum class SpeechStreamFormat : std::uint8_t { unknown, sse, audio };
constexpr std::array<std::string_view, 2> enumerator_names(SpeechStreamFormat) {
    return {"sse", "audio"};
}

// Formats of a transcription.
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

// What transcription timestamps refer to.
enum class TimestampGranularity : std::uint8_t { unknown, word, segment };
constexpr std::array<std::string_view, 2> enumerator_names(TimestampGranularity) {
    return {"word", "segment"};
}

// The status of a response, an item or a hosted tool call. Each uses a subset.
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

// The search engines that R9S offers.
enum class SearchEngine : std::uint8_t { unknown, exa, tavily, google };
constexpr std::array<std::string_view, 3> enumerator_names(SearchEngine) {
    return {"exa", "tavily", "google"};
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
