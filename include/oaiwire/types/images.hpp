// Types of the image operations: generation, edit, variation, and their streams.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <string_view>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/response_settings.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: options for output format svg: the model that draws and its reasoning effort.
struct SvgOptions {
    static constexpr bool kept_apart = true;
    field<std::string> model{};
    field<Reasoning> reasoning{};
    extra_members extra{};
    friend bool operator==(const SvgOptions&, const SvgOptions&) = default;
};

// POST /images/generations (OpenAI, Atoma: CreateImageRequest; R9S: ImageGenerationRequest). Atoma
// requires model, n and size.
struct ImageGenerationRequest {
    std::string prompt{};
    field<open_enum<ImageBackground>> background{};
    field<std::string> complexity{};    // "low", "medium" or "high"
    field<std::int64_t> frame_count{};  // frames of an animation
    field<std::int64_t> frame_duration_ms{};
    field<std::string> model{};
    field<open_enum<ImageModeration>> moderation{};
    field<std::int64_t> n{};                   // number of images, default 1; OpenAI, R9S: 1..10
    field<std::int64_t> output_compression{};  // percent, 0..100
    field<open_enum<ImageOutputFormat>> output_format{};
    field<std::int64_t> partial_images{};  // 0..3, for streams
    field<open_enum<ImageQuality>> quality{};
    field<open_enum<ImageResponseFormat>> response_format{};
    field<std::string> safety_identifier{};
    field<std::string> size{};  // "auto", or width x height in pixels: "1536x1024"
    field<bool> stream{};
    field<open_enum<ImageStyle>> style{};
    field<SvgOptions> svg{};
    field<std::string> user{};
    extra_members extra{};
    friend bool operator==(const ImageGenerationRequest&, const ImageGenerationRequest&) = default;
};

// One image, or several that the prompt refers to.
using ImageFiles = std::variant<FileContent, std::vector<FileContent>>;

// POST /images/edits (OpenAI: CreateImageEditRequest; R9S: ImageEditRequest), sent as
// multipart/form-data.
struct ImageEditRequest {
    ImageFiles image{};
    std::string prompt{};
    field<open_enum<ImageBackground>> background{};
    field<std::string> complexity{};    // "low", "medium" or "high"
    field<std::int64_t> frame_count{};  // frames of an animation
    field<std::int64_t> frame_duration_ms{};
    field<open_enum<InputFidelity>> input_fidelity{};
    field<FileContent> markup{};  // an image with drawn instructions
    field<FileContent> mask{};    // an image whose transparent areas are to be edited
    field<std::string> model{};
    field<open_enum<ImageModeration>> moderation{};
    field<std::int64_t> n{};                   // number of images, 1..10
    field<std::int64_t> output_compression{};  // percent, 0..100
    field<open_enum<ImageOutputFormat>> output_format{};
    field<std::int64_t> partial_images{};  // 0..3, for streams
    field<open_enum<ImageQuality>> quality{};
    field<open_enum<ImageResponseFormat>> response_format{};
    field<std::string> safety_identifier{};
    field<std::string> size{};  // "auto", or width x height in pixels
    field<bool> stream{};
    field<open_enum<ImageStyle>> style{};
    field<SvgOptions> svg{};
    field<std::string> user{};
    extra_members extra{};
    friend bool operator==(const ImageEditRequest&, const ImageEditRequest&) = default;
};

// POST /images/variations (OpenAI: CreateImageVariationRequest), sent as multipart/form-data.
struct ImageVariationRequest {
    FileContent image{};
    field<std::string> model{};
    field<std::int64_t> n{};  // number of images, 1..10
    field<open_enum<ImageResponseFormat>> response_format{};
    field<std::string> size{};  // in pixels: "256x256", "512x512" or "1024x1024"
    field<std::string> user{};
    extra_members extra{};
    friend bool operator==(const ImageVariationRequest&, const ImageVariationRequest&) = default;
};

// OpenAI: Image; Atoma: ImageData; R9S: ImageObject.
struct Image {
    field<std::string> url{};       // may be a data URI
    field<std::string> b64_json{};  // base64
    field<std::string> revised_prompt{};
    extra_members extra{};
    friend bool operator==(const Image&, const Image&) = default;
};

// OpenAI: ImageGenInputUsageDetails. Tokens by kind.
struct ImageTokensDetails {
    field<std::int64_t> text_tokens{};
    field<std::int64_t> image_tokens{};
    extra_members extra{};
    friend bool operator==(const ImageTokensDetails&, const ImageTokensDetails&) = default;
};

// OpenAI: cached tokens by kind.
struct CachedImageTokensDetails {
    static constexpr bool kept_apart = true;
    field<std::int64_t> cached_image_tokens{};
    field<std::int64_t> cached_text_tokens{};
    extra_members extra{};
    friend bool operator==(const CachedImageTokensDetails&,
                           const CachedImageTokensDetails&) = default;
};

// Usage of an image call. OpenAI: ImageGenUsage, up to cached_tokens_details; R9S: ImageUsage, the
// members from prompt_tokens on.
struct ImageUsage {
    field<std::int64_t> input_tokens{};
    field<std::int64_t> output_tokens{};
    field<std::int64_t> total_tokens{};
    field<ImageTokensDetails> input_tokens_details{};
    field<ImageTokensDetails> output_tokens_details{};
    field<std::int64_t> cached_tokens{};
    field<CachedImageTokensDetails> cached_tokens_details{};
    field<std::int64_t> prompt_tokens{};
    field<std::int64_t> image_tokens{};
    field<std::int64_t> input_text_tokens{};
    field<std::int64_t> output_image_tokens{};
    field<std::int64_t> width{};   // pixels
    field<std::int64_t> height{};  // pixels
    field<std::int64_t> image_count{};
    extra_members extra{};
    friend bool operator==(const ImageUsage&, const ImageUsage&) = default;
};

// OpenAI: usage of the model that draws SVG.
struct SvgUsage {
    static constexpr bool kept_apart = true;
    field<std::string> model{};
    field<std::int64_t> input_tokens{};
    field<std::int64_t> output_tokens{};
    field<std::int64_t> reasoning_tokens{};
    field<std::int64_t> total_tokens{};
    extra_members extra{};
    friend bool operator==(const SvgUsage&, const SvgUsage&) = default;
};

// OpenAI: ImagesResponse; Atoma: CreateImageResponse; R9S: ImageGenerationResponse.
struct ImagesResponse {
    field<std::int64_t> created{};  // Unix time in seconds
    std::vector<Image> data{};
    field<open_enum<ImageBackground>> background{};
    field<open_enum<ImageOutputFormat>> output_format{};
    field<open_enum<ImageQuality>> quality{};
    field<std::string> size{};  // width x height in pixels
    field<ImageUsage> usage{};
    field<std::string> safety_identifier{};
    field<SvgUsage> svg_usage{};
    extra_members extra{};
    friend bool operator==(const ImagesResponse&, const ImagesResponse&) = default;
};

// OpenAI: ImageGenPartialImageEvent, ImageEditPartialImageEvent. A preview of an image.
struct ImagePartialEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"image_generation.partial_image",
                                                                "image_edit.partial_image"};
    std::string type{tag_values[0]};
    field<std::string> b64_json{};     // base64
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> size{};         // width x height in pixels
    field<open_enum<ImageQuality>> quality{};
    field<open_enum<ImageBackground>> background{};
    field<open_enum<ImageOutputFormat>> output_format{};
    field<std::int64_t> partial_image_index{};  // from 0
    extra_members extra{};
    friend bool operator==(const ImagePartialEvent&, const ImagePartialEvent&) = default;
};

// OpenAI: ImageGenCompletedEvent, ImageEditCompletedEvent. A finished image.
struct ImageCompletedEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"image_generation.completed",
                                                                "image_edit.completed"};
    std::string type{tag_values[0]};
    field<std::string> b64_json{};     // base64
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> size{};         // width x height in pixels
    field<open_enum<ImageQuality>> quality{};
    field<open_enum<ImageBackground>> background{};
    field<open_enum<ImageOutputFormat>> output_format{};
    field<ImageUsage> usage{};
    field<std::string> safety_identifier{};
    extra_members extra{};
    friend bool operator==(const ImageCompletedEvent&, const ImageCompletedEvent&) = default;
};

// R9S: ImageGenerationStreamData, ImageEditStreamData. A piece or a preview of an image.
struct ImageChunkData {
    field<std::int64_t> index{};
    field<std::string> b64_json{};  // base64
    field<std::string> url{};
    field<double> progress{};  // 0..1
    field<bool> is_final{};
    field<std::string> revised_prompt{};
    extra_members extra{};
    friend bool operator==(const ImageChunkData&, const ImageChunkData&) = default;
};

// R9S: ImageGenerationStreamEvent, ImageEditStreamEvent. `object` is "image.generation.chunk" or
// "image.edit.chunk"; there is no `type`.
struct ImageChunk {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 1> tag_values{""};
    field<std::string> id{};
    field<std::int64_t> created{};  // Unix time in seconds
    field<std::string> model{};
    field<std::string> object{};
    std::vector<ImageChunkData> data{};
    field<ImageUsage> usage{};
    extra_members extra{};
    friend bool operator==(const ImageChunk&, const ImageChunk&) = default;
};

// An event of an image stream, identified by `type`; events without one are R9S's. Events of other
// types are kept as raw JSON.
using ImageStreamEvent = std::variant<ImagePartialEvent, ImageCompletedEvent, ImageChunk, raw_json>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
