// A file inside a request, sent as a part of a multipart body. Knows no file system and no HTTP.
#pragma once

#include <memory>
#include <string>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// data: the bytes; or `source`, where set, which is read while it is sent. Sources compare by
// identity. Where content_type is empty, the end of the filename decides.
struct FileContent {
    std::string data{};
    std::string filename{};
    std::string content_type{};
    std::shared_ptr<const byte_source> source{};
    friend bool operator==(const FileContent&, const FileContent&) = default;
};

FileContent file_content(std::string filename, std::string data, std::string content_type = {});
FileContent file_content(std::string filename, std::shared_ptr<const byte_source> source,
                         std::string content_type = {});

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire::inline v0_2 {

OAIWIRE_INLINE FileContent file_content(std::string filename, std::string data,
                                        std::string content_type) {
    return {std::move(data), std::move(filename), std::move(content_type), nullptr};
}

OAIWIRE_INLINE FileContent file_content(std::string filename,
                                        std::shared_ptr<const byte_source> source,
                                        std::string content_type) {
    return {{}, std::move(filename), std::move(content_type), std::move(source)};
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
