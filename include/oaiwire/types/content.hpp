// Message content: text, or a list of parts. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire::inline v0_2 {

// Ends the part of a prompt that is to be cached (OpenAI: PromptCacheBreakpointParam).
struct PromptCacheBreakpoint {
    std::string mode = "explicit";
    field<std::string> ttl{};  // "30m", "12h"
    extra_members extra{};
    friend bool operator==(const PromptCacheBreakpoint&, const PromptCacheBreakpoint&) = default;
};

struct ContentPartText {
    static constexpr wire_tag tag{"type", "text"};
    std::string text{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const ContentPartText&, const ContentPartText&) = default;
};

// url: https, or a data URI with the image in base64.
struct ImageUrl {
    std::string url{};
    field<open_enum<ImageDetail>> detail{};
    extra_members extra{};
    friend bool operator==(const ImageUrl&, const ImageUrl&) = default;
};

struct ContentPartImage {
    static constexpr wire_tag tag{"type", "image_url"};
    ImageUrl image_url{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const ContentPartImage&, const ContentPartImage&) = default;
};

// data: base64.
struct InputAudio {
    std::string data{};
    open_enum<InputAudioFormat> format{};
    extra_members extra{};
    friend bool operator==(const InputAudio&, const InputAudio&) = default;
};

struct ContentPartInputAudio {
    static constexpr wire_tag tag{"type", "input_audio"};
    InputAudio input_audio{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const ContentPartInputAudio&, const ContentPartInputAudio&) = default;
};

// file_data (base64) with filename, or file_id of an upload.
struct InputFile {
    field<std::string> filename{};
    field<std::string> file_data{};
    field<std::string> file_id{};
    extra_members extra{};
    friend bool operator==(const InputFile&, const InputFile&) = default;
};

struct ContentPartFile {
    static constexpr wire_tag tag{"type", "file"};
    InputFile file{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const ContentPartFile&, const ContentPartFile&) = default;
};

struct ContentPartRefusal {
    static constexpr wire_tag tag{"type", "refusal"};
    std::string refusal{};
    extra_members extra{};
    friend bool operator==(const ContentPartRefusal&, const ContentPartRefusal&) = default;
};

// Told apart by `type`; parts of other types, and parts without one, are kept as raw JSON.
using ContentPart = std::variant<ContentPartText, ContentPartImage, ContentPartInputAudio,
                                 ContentPartFile, ContentPartRefusal, raw_json>;

using MessageContent = std::variant<std::string, std::vector<ContentPart>>;

}  // namespace oaiwire::inline v0_2
