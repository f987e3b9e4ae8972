// Images from files, as content of messages.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/transport/file_source.hpp>
#include <oaiwire/types/data_url.hpp>
#include <oaiwire/types/message.hpp>

namespace oaiwire { inline namespace v0_2 {

// How an image file is read.
struct image_file_options {
    std::string type{};                      // the media type; empty: by the file's first bytes
    field<open_enum<ImageDetail>> detail{};  // the resolution at which the model is to see it
    std::uint64_t most = std::uint64_t{50} << 20;  // bytes; a larger file is an error
};

namespace detail {

// Reads a file to its end, in pieces that are encoded one by one. `type` empty: the file must be an
// image, whose type is used.
inline result<std::string> read_as_data_url(file_reader& file, std::uint64_t size,
                                            std::string_view type) {
    // bytes in a multiple of three become base64 without padding
    std::string piece(std::size_t{3} << 14, '\0');
    std::string url;
    std::uint64_t left = size;
    for (std::size_t held = 0;;) {
        const auto n = file.read(piece.data() + held, piece.size() - held);
        if (!n) return n.error();
        const bool at_end = *n == 0;
        held += *n;
        if (*n > left || (at_end && left != 0)) {
            return make_error(errc::invalid_content, "the file was changed while it was read");
        }
        left -= *n;
        const std::string_view got(piece.data(), held);
        if (url.empty()) {
            if (type.empty()) type = image_type(got);
            if (type.empty()) {
                return make_error(errc::invalid_argument,
                                  "the file is no PNG, JPEG, GIF or WebP image");
            }
            url = data_url_start(type, static_cast<std::size_t>(size));
        }
        const std::size_t whole = at_end ? held : held / 3 * 3;
        append_base64(url, bytes_of(got.substr(0, whole)));
        held -= whole;
        std::memmove(piece.data(), piece.data() + whole, held);
        if (at_end) return url;
    }
}

}  // namespace detail

// The image file at `path` as a data URL. It is read in pieces that are encoded one by one, so
// only the URL is in memory, 4/3 of the file's size, allocated once. Blocks while the file system
// does. Errors: invalid_argument if there is no such file, it cannot be read, or it is no PNG,
// JPEG, GIF or WebP image although no type is given; limit_exceeded if it has more than `most`
// bytes; invalid_content if it changes while it is read; out_of_memory.
inline result<std::string> image_file_url(const std::filesystem::path& path,
                                          const image_file_options& options = {}) {
    return within_memory([&]() -> result<std::string> {
        auto seen = detail::file_as_seen::look(path);
        if (!seen) return std::move(seen).error();
        if (seen->size > options.most) {
            return make_error(errc::limit_exceeded,
                              "the file has " + std::to_string(seen->size) + " bytes, and " +
                                  std::to_string(options.most) + " are allowed");
        }
        detail::file_reader file(*seen);
        if (!file.is_open()) {
            return make_error(errc::invalid_argument, "the file cannot be opened");
        }
        return detail::read_as_data_url(file, seen->size, options.type);
    });
}

// The image file at `path` as a part of a message: user("What is this?", *image_file("a.png")). For
// the Responses API: input_image(*image_file_url("a.png")). Errors as above.
inline result<ContentPart> image_file(const std::filesystem::path& path,
                                      const image_file_options& options = {}) {
    return within_memory([&]() -> result<ContentPart> {
        auto url = image_file_url(path, options);
        if (!url) return std::move(url).error();
        return ContentPart(
            ContentPartImage{.image_url = {.url = *std::move(url), .detail = options.detail}});
    });
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
