// Responses API: content parts, identified by `type`, and annotations of text.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/logprobs.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: InputTextContent.
struct InputTextContent {
    static constexpr wire_tag tag{"type", "input_text"};
    std::string text{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const InputTextContent&, const InputTextContent&) = default;
};

// OpenAI: InputImageContent. Either image_url or file_id.
struct InputImageContent {
    static constexpr wire_tag tag{"type", "input_image"};
    field<std::string> image_url{};  // https, or a data URI with the image in base64
    field<std::string> file_id{};    // of an uploaded file
    field<open_enum<ImageDetail>> detail{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const InputImageContent&, const InputImageContent&) = default;
};

// OpenAI: InputFileContent. One of file_data with filename, file_id and file_url.
struct InputFileContent {
    static constexpr wire_tag tag{"type", "input_file"};
    field<std::string> file_data{};  // base64
    field<std::string> file_id{};    // of an uploaded file
    field<std::string> file_url{};
    field<std::string> filename{};
    field<std::string> detail{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const InputFileContent&, const InputFileContent&) = default;
};

// OpenAI: ComputerScreenshotContent. Either image_url or file_id.
struct ComputerScreenshotContent {
    static constexpr wire_tag tag{"type", "computer_screenshot"};
    field<std::string> image_url{};
    field<std::string> file_id{};  // of an uploaded file
    field<open_enum<ImageDetail>> detail{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const ComputerScreenshotContent&,
                           const ComputerScreenshotContent&) = default;
};

// OpenAI: InputAudio, as a content part.
struct InputAudioContent {
    static constexpr wire_tag tag{"type", "input_audio"};
    InputAudio input_audio{};
    extra_members extra{};
    friend bool operator==(const InputAudioContent&, const InputAudioContent&) = default;
};

// OpenAI: UrlCitationBody, FileCitationBody, ContainerFileCitationBody, FilePath. `type` decides
// which members are set. start_index and end_index count characters of the text.
struct ResponseAnnotation {
    field<std::string> type{};
    field<std::int64_t> start_index{};
    field<std::int64_t> end_index{};
    field<std::string> url{};
    field<std::string> title{};
    field<std::int64_t> index{};
    field<std::string> file_id{};
    field<std::string> filename{};
    field<std::string> container_id{};
    extra_members extra{};
    friend bool operator==(const ResponseAnnotation&, const ResponseAnnotation&) = default;
};

// OpenAI: OutputTextContent. R9S and some other servers send type "text".
struct OutputTextContent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"output_text", "text"};
    std::string type = "output_text";
    field<std::string> text{};
    field<std::vector<ResponseAnnotation>> annotations{};
    field<std::vector<TokenLogprob>> logprobs{};
    extra_members extra{};
    friend bool operator==(const OutputTextContent&, const OutputTextContent&) = default;
};

// OpenAI: RefusalContent.
struct RefusalContent {
    static constexpr wire_tag tag{"type", "refusal"};
    field<std::string> refusal{};
    extra_members extra{};
    friend bool operator==(const RefusalContent&, const RefusalContent&) = default;
};

// OpenAI: ReasoningTextContent.
struct ReasoningTextContent {
    static constexpr wire_tag tag{"type", "reasoning_text"};
    field<std::string> text{};
    extra_members extra{};
    friend bool operator==(const ReasoningTextContent&, const ReasoningTextContent&) = default;
};

// OpenAI: SummaryTextContent. A summary of reasoning.
struct SummaryTextContent {
    static constexpr wire_tag tag{"type", "summary_text"};
    field<std::string> text{};
    extra_members extra{};
    friend bool operator==(const SummaryTextContent&, const SummaryTextContent&) = default;
};

// A content part. Parts of other types, and parts without one, are kept as raw JSON.
using ResponseContentPart =
    std::variant<OutputTextContent, RefusalContent, ReasoningTextContent, SummaryTextContent,
                 InputTextContent, InputImageContent, InputFileContent, InputAudioContent,
                 ComputerScreenshotContent, raw_json>;

// The content of a message: a text, or parts.
using ResponseContent = std::variant<std::string, std::vector<ResponseContentPart>>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
