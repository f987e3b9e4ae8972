// Files API: uploading, listing, retrieving, deleting and downloading files.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 {

// What a file is for. Those ending in `_output` and `_results` are made by the server.
enum class FilePurpose : std::uint8_t {
    unknown,
    assistants,
    assistants_output,
    batch,
    batch_output,
    evals,
    fine_tune,
    fine_tune_results,
    user_data,
    vision,
};
constexpr std::array<std::string_view, 9> enumerator_names(FilePurpose) {
    return {"assistants", "assistants_output", "batch",     "batch_output", "evals",
            "fine-tune",  "fine-tune-results", "user_data", "vision"};
}

// Whether the server can use a file. OpenAI calls it deprecated.
enum class FileStatus : std::uint8_t { unknown, uploaded, processed, error };
constexpr std::array<std::string_view, 3> enumerator_names(FileStatus) {
    return {"uploaded", "processed", "error"};
}

// OpenAI: FileExpirationAfter. When the server deletes a file.
struct FileExpirationAfter {
    std::string anchor = "created_at";  // the only value
    std::int64_t seconds = 0;           // after the anchor, 3600..2592000 (30 days)
    extra_members extra{};
    friend bool operator==(const FileExpirationAfter&, const FileExpirationAfter&) = default;
};

// OpenAI: OpenAIFile (FileObject in its SDKs).
struct File {
    field<std::string> id{};
    field<std::string> object{};       // "file"
    field<std::int64_t> bytes{};       // its size
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::int64_t> expires_at{};  // Unix time in seconds
    field<std::string> filename{};
    field<open_enum<FilePurpose>> purpose{};
    field<open_enum<FileStatus>> status{};
    field<std::string> status_details{};  // why a file for fine-tuning is not valid
    extra_members extra{};
    friend bool operator==(const File&, const File&) = default;
};

// POST /files (OpenAI: CreateFileRequest), as a form. Response: File.
struct CreateFileRequest {
    FileContent file{};  // at most 512 MB; open_file() reads it while it is sent
    open_enum<FilePurpose> purpose{};
    field<FileExpirationAfter> expires_after{};
    extra_members extra{};
    friend bool operator==(const CreateFileRequest&, const CreateFileRequest&) = default;
};

// GET /files. Response: ListFilesResponse.
struct ListFilesRequest {
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page, 1..10000
    field<std::string> order{};   // by created_at: "asc" or "desc"
    field<std::string> purpose{};
    friend bool operator==(const ListFilesRequest&, const ListFilesRequest&) = default;
};

// OpenAI: ListFilesResponse. A page of files.
struct ListFilesResponse {
    field<std::string> object{};  // "list"
    std::vector<File> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ListFilesResponse&, const ListFilesResponse&) = default;
};

// GET /files/{file_id}. Response: File.
struct RetrieveFileRequest {
    path_parameter file_id{};
    friend bool operator==(const RetrieveFileRequest&, const RetrieveFileRequest&) = default;
};

// DELETE /files/{file_id}. Response: DeleteFileResponse.
struct DeleteFileRequest {
    path_parameter file_id{};
    friend bool operator==(const DeleteFileRequest&, const DeleteFileRequest&) = default;
};

// OpenAI: DeleteFileResponse.
struct DeleteFileResponse {
    field<std::string> id{};
    field<std::string> object{};  // "file"
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeleteFileResponse&, const DeleteFileResponse&) = default;
};

// GET /files/{file_id}/content. Response: BinaryContent, or its bytes as a stream.
struct DownloadFileRequest {
    path_parameter file_id{};
    friend bool operator==(const DownloadFileRequest&, const DownloadFileRequest&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
