// Images: generations and edits, responses and streams. Knows no JSON.
#pragma once

#include <array>
#include <string_view>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/response_settings.hpp>

namespace oaiwire::inline v0_2 {

// The model that draws, where the output format is svg, and its reasoning's effort.
struct SvgOptions {
    static constexpr bool kept_apart = true;
    field<std::string> model{};
    field<Reasoning> reasoning{};
    extra_members extra{};
    friend bool operator==(const SvgOptions&, const SvgOptions&) = default;
};

// POST /images/generations (OpenAI, Atoma: CreateImageRequest; R9S: ImageGenerationRequest). Atoma
// asks for model, n and size ("1024x1024") in every request.
struct ImageGenerationRequest {
    std::string prompt{};
    field<open_enum<ImageBackground>> background{};
    field<std::string> complexity{};  // "low", "medium", "high"
    field<std::int64_t> frame_count{};
    field<std::int64_t> frame_duration_ms{};
    field<std::string> model{};
    field<open_enum<ImageModeration>> moderation{};
    field<std::int64_t> n{};                   // default 1; OpenAI, R9S: 1..10
    field<std::int64_t> output_compression{};  // 0..100, percent
    field<open_enum<ImageOutputFormat>> output_format{};
    field<std::int64_t> partial_images{};  // 0..3, while streaming
    field<open_enum<ImageQuality>> quality{};
    field<open_enum<ImageResponseFormat>> response_format{};
    field<std::string> safety_identifier{};
    field<std::string> size{};  // "auto", or width and height in pixels: "1536x1024"
    field<bool> stream{};
    field<open_enum<ImageStyle>> style{};
    field<SvgOptions> svg{};
    field<std::string> user{};
    extra_members extra{};
    friend bool operator==(const ImageGenerationRequest&, const ImageGenerationRequest&) = default;
};

// One image, or several of which the prompt speaks.
using ImageFiles = std::variant<FileContent, std::vector<FileContent>>;

// POST /images/edits (OpenAI: CreateImageEditRequest; R9S: ImageEditRequest), sent as
// multipart/form-data.
struct ImageEditRequest {
    ImageFiles image{};
    std::string prompt{};
    field<open_enum<ImageBackground>> background{};
    field<std::string> complexity{};  // "low", "medium", "high"
    field<std::int64_t> frame_count{};
    field<std::int64_t> frame_duration_ms{};
    field<open_enum<InputFidelity>> input_fidelity{};
    field<FileContent> markup{};  // an image with marks that say what is to be done
    field<FileContent> mask{};    // an image whose transparent parts are to be edited
    field<std::string> model{};
    field<open_enum<ImageModeration>> moderation{};
    field<std::int64_t> n{};                   // 1..10
    field<std::int64_t> output_compression{};  // 0..100, percent
    field<open_enum<ImageOutputFormat>> output_format{};
    field<std::int64_t> partial_images{};  // 0..3, while streaming
    field<open_enum<ImageQuality>> quality{};
    field<open_enum<ImageResponseFormat>> response_format{};
    field<std::string> safety_identifier{};
    field<std::string> size{};
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
    field<std::int64_t> n{};  // 1..10
    field<open_enum<ImageResponseFormat>> response_format{};
    field<std::string> size{};
    field<std::string> user{};
    extra_members extra{};
    friend bool operator==(const ImageVariationRequest&, const ImageVariationRequest&) = default;
};

// OpenAI: Image; Atoma: ImageData; R9S: ImageObject. url may be a data URI.
struct Image {
    field<std::string> url{};
    field<std::string> b64_json{};
    field<std::string> revised_prompt{};
    extra_members extra{};
    friend bool operator==(const Image&, const Image&) = default;
};

struct ImageTokensDetails {
    field<std::int64_t> text_tokens{};
    field<std::int64_t> image_tokens{};
    extra_members extra{};
    friend bool operator==(const ImageTokensDetails&, const ImageTokensDetails&) = default;
};

struct CachedImageTokensDetails {
    static constexpr bool kept_apart = true;
    field<std::int64_t> cached_image_tokens{};
    field<std::int64_t> cached_text_tokens{};
    extra_members extra{};
    friend bool operator==(const CachedImageTokensDetails&,
                           const CachedImageTokensDetails&) = default;
};

// OpenAI counts tokens (ImageGenUsage); R9S has names of its own (ImageUsage), the second half.
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

// Of the model that draws.
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
    field<std::int64_t> created{};  // Unix seconds
    std::vector<Image> data{};
    field<open_enum<ImageBackground>> background{};
    field<open_enum<ImageOutputFormat>> output_format{};
    field<open_enum<ImageQuality>> quality{};
    field<std::string> size{};
    field<ImageUsage> usage{};
    field<std::string> safety_identifier{};
    field<SvgUsage> svg_usage{};
    extra_members extra{};
    friend bool operator==(const ImagesResponse&, const ImagesResponse&) = default;
};

// An image on its way, as OpenAI streams it (ImageGenPartialImageEvent,
// ImageEditPartialImageEvent).
struct ImagePartialEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"image_generation.partial_image",
                                                                "image_edit.partial_image"};
    std::string type{tag_values[0]};
    field<std::string> b64_json{};
    field<std::int64_t> created_at{};  // Unix seconds
    field<std::string> size{};
    field<open_enum<ImageQuality>> quality{};
    field<open_enum<ImageBackground>> background{};
    field<open_enum<ImageOutputFormat>> output_format{};
    field<std::int64_t> partial_image_index{};  // from 0
    extra_members extra{};
    friend bool operator==(const ImagePartialEvent&, const ImagePartialEvent&) = default;
};

// An image that is ready (OpenAI: ImageGenCompletedEvent, ImageEditCompletedEvent).
struct ImageCompletedEvent {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"image_generation.completed",
                                                                "image_edit.completed"};
    std::string type{tag_values[0]};
    field<std::string> b64_json{};
    field<std::int64_t> created_at{};  // Unix seconds
    field<std::string> size{};
    field<open_enum<ImageQuality>> quality{};
    field<open_enum<ImageBackground>> background{};
    field<open_enum<ImageOutputFormat>> output_format{};
    field<ImageUsage> usage{};
    field<std::string> safety_identifier{};
    extra_members extra{};
    friend bool operator==(const ImageCompletedEvent&, const ImageCompletedEvent&) = default;
};

// R9S: ImageGenerationStreamData, ImageEditStreamData.
struct ImageChunkData {
    field<std::int64_t> index{};
    field<std::string> b64_json{};
    field<std::string> url{};
    field<double> progress{};  // 0..1
    field<bool> is_final{};
    field<std::string> revised_prompt{};
    extra_members extra{};
    friend bool operator==(const ImageChunkData&, const ImageChunkData&) = default;
};

// Images on their way, as R9S streams them (ImageGenerationStreamEvent, ImageEditStreamEvent):
// `object` is "image.generation.chunk" or "image.edit.chunk".
struct ImageChunk {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 1> tag_values{""};
    field<std::string> id{};
    field<std::int64_t> created{};  // Unix seconds
    field<std::string> model{};
    field<std::string> object{};
    std::vector<ImageChunkData> data{};
    field<ImageUsage> usage{};
    extra_members extra{};
    friend bool operator==(const ImageChunk&, const ImageChunk&) = default;
};

// Told apart by `type`, which R9S's events do not have; those of other types are kept as raw JSON.
using ImageStreamEvent = std::variant<ImagePartialEvent, ImageCompletedEvent, ImageChunk, raw_json>;

}  // namespace oaiwire::inline v0_2
