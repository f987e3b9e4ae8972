// Images: the operations, their streams, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/stream/image_stream.hpp>
#include <oaiwire/types/images.hpp>

#if OAIWIRE_DEFINES
#include <cstddef>
#include <utility>
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// Plain: images or their URLs. Streamed: partial images, then the whole one.
template <>
struct operation_of<ImageGenerationRequest> : post_operation<ImagesResponse> {
    using chunk = ImageStreamEvent;
    static constexpr std::string_view id = "createImageGeneration";
    static constexpr std::string_view path = "/images/generations";
};

// The same for an edit of given images, which are sent as files in a form.
template <>
struct operation_of<ImageEditRequest> : post_operation<ImagesResponse> {
    using chunk = ImageStreamEvent;
    static constexpr std::string_view id = "createImageEdit";
    static constexpr std::string_view path = "/images/edits";
    static constexpr bool has_form = true;
};

// Variations of one image, which is sent as a file in a form. Not streamed.
template <>
struct operation_of<ImageVariationRequest> : post_operation<ImagesResponse> {
    static constexpr std::string_view id = "createImageVariation";
    static constexpr std::string_view path = "/images/variations";
    static constexpr bool has_form = true;
};

// The rules that hold for every server and, with quirks, those of one server. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const ImageGenerationRequest&);
[[gnu::cold]] std::vector<violation> validate(const ImageGenerationRequest&, const request_quirks&);
[[gnu::cold]] std::vector<violation> validate(const ImageEditRequest&);
[[gnu::cold]] std::vector<violation> validate(const ImageEditRequest&, const request_quirks&);
[[gnu::cold]] std::vector<violation> validate(const ImageVariationRequest&);

#if OAIWIRE_DEFINES

namespace detail {

// Whether the text is two decimal numbers: "512x512".
[[gnu::cold]] OAIWIRE_INLINE bool is_pixels(std::string_view size) {
    const std::size_t cross = size.find('x');
    if (cross == std::string_view::npos) return false;
    const auto number = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return number(size.substr(0, cross)) && number(size.substr(cross + 1));
}

// Rules that generations and edits share.
template <class Request>
[[gnu::cold]] void check_image_options(validator& v, const Request& r) {
    v.range(r.output_compression, 0, 100, "output_compression", "must be from 0 to 100");
    v.range(r.partial_images, 0, 3, "partial_images", "must be from 0 to 3");
}

}  // namespace detail

OAIWIRE_INLINE std::vector<violation> validate(const ImageGenerationRequest& r) {
    detail::validator v;
    v.text(r.prompt, "prompt");
    // the widest range of the documents; narrower ones are below
    v.range(r.n, 0, detail::most_int32, "n", "must be from 0 to 2147483647");
    detail::check_image_options(v, r);
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ImageGenerationRequest& r,
                                               const request_quirks& q) {
    detail::narrow_validator v(q);
    // Atoma requires them; its size has no "auto"
    if (q.image_size_required) {
        v.check(r.model.has_value(), "model", "must be set for this server");
        v.check(r.n.has_value(), "n", "must be set for this server");
        v.check(r.size && detail::is_pixels(*r.size), "size",
                "must be set for this server, as in 1024x1024");
    }
    // a bound that both documents have
    if (v.any()) v.most(r.n, 1, 10, "n");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ImageEditRequest& r) {
    detail::validator v;
    // one image or a list; each needs data or a source
    if (const auto* list = std::get_if<std::vector<FileContent>>(&r.image)) {
        v.check(!list->empty(), "image", "must not be empty");
        for (std::size_t i = 0; i != list->size(); ++i) {
            v.file((*list)[i], detail::path_of_element("image", i));
        }
    } else {
        v.file(std::get<FileContent>(r.image), "image");
    }
    v.text(r.prompt, "prompt");
    if (r.markup) v.file(*r.markup, "markup");
    if (r.mask) v.file(*r.mask, "mask");
    v.range(r.n, 1, 10, "n", "must be from 1 to 10");
    detail::check_image_options(v, r);
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ImageEditRequest& r, const request_quirks& q) {
    detail::narrow_validator v(q);
    const auto* list = std::get_if<std::vector<FileContent>>(&r.image);
    if (v.openai() && list) v.entries(list->size(), 1, 16, "image");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ImageVariationRequest& r) {
    detail::validator v;
    v.file(r.image, "image");
    v.range(r.n, 1, 10, "n", "must be from 1 to 10");
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
