// Creates content parts for the input of a request of the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/data_url.hpp>
#include <oaiwire/types/response_content.hpp>

namespace oaiwire { inline namespace v0_2 {

// Creates a text part.
ResponseContentPart input_text(std::string text);
// Creates an image part. `url`: https, or a data URI with the image in base64.
ResponseContentPart input_image(std::string url, field<open_enum<ImageDetail>> detail = {});
// Creates an image part from the bytes of an image file. They are encoded directly into the part's
// data URL, which takes 4/3 of their size. An empty `type` is taken from the bytes; see data_url().
ResponseContentPart input_image_bytes(std::string_view bytes, std::string_view type = {},
                                      field<open_enum<ImageDetail>> detail = {});
ResponseContentPart input_image_bytes(std::span<const std::uint8_t> bytes,
                                      std::string_view type = {},
                                      field<open_enum<ImageDetail>> detail = {});
// Creates a file part from the bytes of a file.
ResponseContentPart input_file_bytes(std::string_view bytes, std::string filename,
                                     std::string_view type = {});

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE ResponseContentPart input_text(std::string text) {
    return InputTextContent{.text = std::move(text)};
}

OAIWIRE_INLINE ResponseContentPart input_image(std::string url,
                                               field<open_enum<ImageDetail>> detail) {
    return InputImageContent{.image_url = std::move(url), .detail = std::move(detail)};
}

OAIWIRE_INLINE ResponseContentPart input_image_bytes(std::string_view bytes, std::string_view type,
                                                     field<open_enum<ImageDetail>> detail) {
    return input_image(data_url(bytes, type), std::move(detail));
}

OAIWIRE_INLINE ResponseContentPart input_image_bytes(std::span<const std::uint8_t> bytes,
                                                     std::string_view type,
                                                     field<open_enum<ImageDetail>> detail) {
    return input_image(data_url(bytes, type), std::move(detail));
}

OAIWIRE_INLINE ResponseContentPart input_file_bytes(std::string_view bytes, std::string filename,
                                                    std::string_view type) {
    return InputFileContent{.file_data = data_url(bytes, type), .filename = std::move(filename)};
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
