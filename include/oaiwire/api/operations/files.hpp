// Files: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/download.hpp>
#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/files.hpp>

namespace oaiwire { inline namespace v0_2 {

// Uploads a file, as a form.
template <>
struct operation_of<CreateFileRequest> : post_operation<File> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "createFile";
    static constexpr std::string_view path = "/files";
};

// The files of the project, by page.
template <>
struct operation_of<ListFilesRequest> : list_operation<ListFilesResponse> {
    static constexpr std::string_view id = "listFiles";
    static constexpr std::string_view path = "/files";
};

// A file by its id, without its content.
template <>
struct operation_of<RetrieveFileRequest> : get_operation<File> {
    static constexpr std::string_view id = "retrieveFile";
    static constexpr std::string_view path = "/files/{file_id}";
};

// Deletes a file; it leaves all vector stores too.
template <>
struct operation_of<DeleteFileRequest> : delete_operation<DeleteFileResponse> {
    static constexpr std::string_view id = "deleteFile";
    static constexpr std::string_view path = "/files/{file_id}";
};

// The content of a file. See download_operation.
template <>
struct operation_of<DownloadFileRequest> : download_operation<> {
    static constexpr std::string_view id = "downloadFile";
    static constexpr std::string_view path = "/files/{file_id}/content";
};

// Whether the server has processed the file, well or not. See poll_until().
inline bool is_final(const File& file) {
    return file.status && (file.status->known() == FileStatus::processed ||
                           file.status->known() == FileStatus::error || *file.status == "deleted");
}

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateFileRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListFilesRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveFileRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteFileRequest&);
[[gnu::cold]] std::vector<violation> validate(const DownloadFileRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

// The rule for files, and batches' results, that expire: an hour to 30 days.
inline void check_expiry(validator& v, std::int64_t seconds, rule_text path) {
    v.check(seconds >= 3'600 && seconds <= 2'592'000, path, "must be from 3600 to 2592000");
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateFileRequest& r) {
    detail::validator v;
    v.file(r.file, "file");
    v.text(r.purpose.text(), "purpose");
    if (r.expires_after) detail::check_expiry(v, r.expires_after->seconds, "expires_after.seconds");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListFilesRequest& r) {
    detail::validator v;
    v.range(r.limit, 1, 10'000, "limit", "must be from 1 to 10000");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveFileRequest& r) {
    return detail::text_rule(r.file_id, "file_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteFileRequest& r) {
    return detail::text_rule(r.file_id, "file_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DownloadFileRequest& r) {
    return detail::text_rule(r.file_id, "file_id");
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
