// A file within a request that is sent as multipart/form-data.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <memory>
#include <string>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// A file: its bytes in memory, or a source that is read while the request is sent. Sources compare
// by identity.
struct FileContent {
    std::string data{};  // the bytes, if source is null
    std::string filename{};
    std::string content_type{};  // if empty, derived from the extension of filename
    std::shared_ptr<const byte_source> source{};  // if set, used instead of data
    friend bool operator==(const FileContent&, const FileContent&) = default;
};

// A file with the given contents in memory.
FileContent file_content(std::string filename, std::string data, std::string content_type = {});
// A file whose contents are read from `source`.
FileContent file_content(std::string filename, std::shared_ptr<const byte_source> source,
                         std::string content_type = {});

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE FileContent file_content(std::string filename, std::string data,
                                        std::string content_type) {
    return {std::move(data), std::move(filename), std::move(content_type), nullptr};
}

OAIWIRE_INLINE FileContent file_content(std::string filename,
                                        std::shared_ptr<const byte_source> source,
                                        std::string content_type) {
    return {{}, std::move(filename), std::move(content_type), std::move(source)};
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
