// Message content of chat requests: text, or a list of parts.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: PromptCacheBreakpointParam. Marks the end of the prompt part to cache.
struct PromptCacheBreakpoint {
    std::string mode = "explicit";
    field<std::string> ttl{};  // lifetime, such as "30m" or "12h"
    extra_members extra{};
    friend bool operator==(const PromptCacheBreakpoint&, const PromptCacheBreakpoint&) = default;
};

// OpenAI: ChatCompletionRequestMessageContentPartText.
struct ContentPartText {
    static constexpr wire_tag tag{"type", "text"};
    std::string text{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const ContentPartText&, const ContentPartText&) = default;
};

// OpenAI: the image_url member of ContentPartImage.
struct ImageUrl {
    std::string url{};  // https, or a data URI with the image in base64
    field<open_enum<ImageDetail>> detail{};
    extra_members extra{};
    friend bool operator==(const ImageUrl&, const ImageUrl&) = default;
};

// OpenAI: ChatCompletionRequestMessageContentPartImage.
struct ContentPartImage {
    static constexpr wire_tag tag{"type", "image_url"};
    ImageUrl image_url{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const ContentPartImage&, const ContentPartImage&) = default;
};

// OpenAI: the input_audio member of ContentPartInputAudio.
struct InputAudio {
    std::string data{};  // base64
    open_enum<InputAudioFormat> format{};
    extra_members extra{};
    friend bool operator==(const InputAudio&, const InputAudio&) = default;
};

// OpenAI: ChatCompletionRequestMessageContentPartAudio.
struct ContentPartInputAudio {
    static constexpr wire_tag tag{"type", "input_audio"};
    InputAudio input_audio{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const ContentPartInputAudio&, const ContentPartInputAudio&) = default;
};

// OpenAI: the file member of ContentPartFile. Either file_data with filename, or file_id.
struct InputFile {
    field<std::string> filename{};
    field<std::string> file_data{};  // base64
    field<std::string> file_id{};    // of an uploaded file
    extra_members extra{};
    friend bool operator==(const InputFile&, const InputFile&) = default;
};

// OpenAI: ChatCompletionRequestMessageContentPartFile.
struct ContentPartFile {
    static constexpr wire_tag tag{"type", "file"};
    InputFile file{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const ContentPartFile&, const ContentPartFile&) = default;
};

// OpenAI: ChatCompletionRequestMessageContentPartRefusal.
struct ContentPartRefusal {
    static constexpr wire_tag tag{"type", "refusal"};
    std::string refusal{};
    extra_members extra{};
    friend bool operator==(const ContentPartRefusal&, const ContentPartRefusal&) = default;
};

// A content part, identified by `type`. Parts of other types, and parts without one, are kept as
// raw JSON.
using ContentPart = std::variant<ContentPartText, ContentPartImage, ContentPartInputAudio,
                                 ContentPartFile, ContentPartRefusal, raw_json>;
template <>
inline constexpr bool detail::stands_apart<std::vector<ContentPart>> = true;

// The content of a message.
using MessageContent = std::variant<std::string, std::vector<ContentPart>>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
