// data_url(): bytes as a data URL (RFC 2397) in base64, in which images and files are sent.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// The media type of an image by its first bytes: image/png, image/jpeg, image/gif or image/webp,
// which are what servers accept; "" for anything else. 12 bytes suffice.
std::string_view image_type(std::string_view bytes);

// "data:TYPE;base64,BYTES". The result is allocated once. An empty `type` is taken from the bytes:
// that of an image, application/pdf, or else application/octet-stream. `type` is not checked.
std::string data_url(std::string_view bytes, std::string_view type = {});
// The same for other bytes.
std::string data_url(std::span<const std::uint8_t> bytes, std::string_view type = {});

namespace detail {

// The bytes of a text.
inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
// The beginning of a data URL, with memory for `size` bytes in base64.
std::string data_url_start(std::string_view type, std::size_t size);

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <oaiwire/core/base64.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE std::string_view image_type(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return "image/png";
    if (bytes.starts_with("\xff\xd8\xff")) return "image/jpeg";
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return "image/gif";
    if (bytes.starts_with("RIFF") && bytes.substr(8 < bytes.size() ? 8 : 0).starts_with("WEBP")) {
        return "image/webp";
    }
    return {};
}

namespace detail {

OAIWIRE_INLINE std::string data_url_start(std::string_view type, std::size_t size) {
    constexpr std::string_view before = "data:";
    constexpr std::string_view after = ";base64,";
    std::string url;
    url.reserve(before.size() + type.size() + after.size() + base64_encoded_size(size));
    url.append(before).append(type).append(after);
    return url;
}

}  // namespace detail

OAIWIRE_INLINE std::string data_url(std::string_view bytes, std::string_view type) {
    if (type.empty()) type = image_type(bytes);
    if (type.empty() && bytes.starts_with("%PDF-")) type = "application/pdf";
    if (type.empty()) type = "application/octet-stream";
    std::string url = detail::data_url_start(type, bytes.size());
    append_base64(url, detail::bytes_of(bytes));
    return url;
}

OAIWIRE_INLINE std::string data_url(std::span<const std::uint8_t> bytes, std::string_view type) {
    return data_url(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
                    type);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
