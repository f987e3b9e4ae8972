// upload_file: uploads a file of any size in parts.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>
#include <utility>

#include <oaiwire/api/file_parts.hpp>
#include <oaiwire/api/operations/uploads.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/uploads.hpp>

namespace oaiwire { inline namespace v0_2 {

// How to upload in parts.
struct upload_options {
    std::uint64_t part_size = 64'000'000;        // bytes; OpenAI takes at most 64 MB
    field<FileExpirationAfter> expires_after{};  // when the server deletes the file
    std::string md5{};                           // of the whole file; "": not checked
    call_options call{};                         // of each call
};

namespace detail {

// The request that begins the upload. The type is the file's or that of the name's extension.
result<CreateUploadRequest> begin_upload(const FileContent& file, std::uint64_t size,
                                         const open_enum<FilePurpose>& purpose,
                                         const upload_options& options);

// An error where a response lacks what the next request needs.
result<void> check_upload_id(const field<std::string>& id);

}  // namespace detail

// Uploads the file with one call for each part, and returns the completed upload: its `file` is the
// file. In flat memory if the file has a source, such as that of open_file(). Each call is retried
// as the client's policy says; a part is read again then. If one fails for good, the upload is
// cancelled, unless a stop was requested, and the error of that call is returned. Blocks. `Client`
// is a client.
template <class Client>
result<Upload> upload_file(Client& api, const FileContent& file,
                           const open_enum<FilePurpose>& purpose,
                           const upload_options& options = {}) {
    return within_memory([&]() -> result<Upload> {
        const file_parts parts(file, options.part_size);
        auto begin = detail::begin_upload(file, parts.size(), purpose, options);
        if (!begin) return std::move(begin).error();
        auto upload = api.create(*begin, options.call);
        if (!upload) return upload;
        if (auto known = detail::check_upload_id(upload->id); !known) {
            return std::move(known).error();
        }
        const auto failed = [&](error why) -> result<Upload> {
            if (!options.call.stop.stop_requested()) {
                // the first error says more than that of the cancellation
                static_cast<void>(
                    api.create(CancelUploadRequest{.upload_id = *upload->id}, options.call));
            }
            return why;
        };
        CompleteUploadRequest complete;
        complete.upload_id = *upload->id;
        if (!options.md5.empty()) complete.md5 = options.md5;
        AddUploadPartRequest add;
        add.upload_id = *upload->id;
        for (std::uint64_t i = 0; i != parts.count(); ++i) {
            auto data = parts.part(i);
            if (!data) return failed(std::move(data).error());
            add.data = *std::move(data);
            auto part = api.create(add, options.call);
            if (!part) return failed(std::move(part).error());
            if (auto known = detail::check_upload_id(part->id); !known) {
                return failed(std::move(known).error());
            }
            complete.part_ids.push_back(*std::move(part->id));
        }
        auto completed = api.create(complete, options.call);
        if (!completed) return failed(std::move(completed).error());
        return completed;
    });
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <limits>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/core/error.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE result<CreateUploadRequest> begin_upload(
    const FileContent& file, std::uint64_t size, const open_enum<FilePurpose>& purpose,
    const upload_options& options) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (size > most) return make_error(errc::invalid_argument, {}, "bytes");
    return within_memory([&]() -> result<CreateUploadRequest> {
        CreateUploadRequest out;
        out.bytes = static_cast<std::int64_t>(size);
        out.filename = file.filename;
        out.mime_type = file.content_type;
        if (out.mime_type.empty()) out.mime_type = media_type_of(file.filename);
        if (out.mime_type.empty()) out.mime_type = "application/octet-stream";
        out.purpose = purpose;
        out.expires_after = options.expires_after;
        return out;
    });
}

OAIWIRE_ADAPTER_INLINE result<void> check_upload_id(const field<std::string>& id) {
    if (id && !id->empty()) return {};
    return make_error(errc::missing_member, {}, "id");
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
