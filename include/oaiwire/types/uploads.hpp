// Uploads API: a large file that is uploaded in parts.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/files.hpp>

namespace oaiwire { inline namespace v0_2 {

// Whether an upload takes parts (pending), or has ended.
enum class UploadStatus : std::uint8_t { unknown, pending, completed, cancelled, expired };
constexpr std::array<std::string_view, 4> enumerator_names(UploadStatus) {
    return {"pending", "completed", "cancelled", "expired"};
}

// OpenAI: Upload.
struct Upload {
    field<std::string> id{};
    field<std::string> object{};       // "upload"
    field<std::int64_t> bytes{};       // of the whole file
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::int64_t> expires_at{};  // Unix time in seconds
    field<File> file{};                // once completed
    field<std::string> filename{};
    field<std::string> purpose{};  // see FilePurpose
    field<open_enum<UploadStatus>> status{};
    extra_members extra{};
    friend bool operator==(const Upload&, const Upload&) = default;
};

// OpenAI: UploadPart.
struct UploadPart {
    field<std::string> id{};
    field<std::string> object{};       // "upload.part"
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> upload_id{};
    extra_members extra{};
    friend bool operator==(const UploadPart&, const UploadPart&) = default;
};

// POST /uploads (OpenAI: CreateUploadRequest). Response: Upload.
struct CreateUploadRequest {
    std::int64_t bytes = 0;  // of the whole file, at most 8 GB
    std::string filename{};
    std::string mime_type{};  // must fit the purpose
    open_enum<FilePurpose> purpose{};
    field<FileExpirationAfter> expires_after{};
    extra_members extra{};
    friend bool operator==(const CreateUploadRequest&, const CreateUploadRequest&) = default;
};

// POST /uploads/{upload_id}/parts (OpenAI: AddUploadPartRequest), as a form. Response: UploadPart.
struct AddUploadPartRequest {
    path_parameter upload_id{};
    FileContent data{};  // at most 64 MB
    extra_members extra{};
    friend bool operator==(const AddUploadPartRequest&, const AddUploadPartRequest&) = default;
};

// POST /uploads/{upload_id}/complete (OpenAI: CompleteUploadRequest). Response: Upload.
struct CompleteUploadRequest {
    path_parameter upload_id{};
    std::vector<std::string> part_ids{};  // in the order of the parts in the file
    field<std::string> md5{};             // of the whole file, which the server checks
    extra_members extra{};
    friend bool operator==(const CompleteUploadRequest&, const CompleteUploadRequest&) = default;
};

// POST /uploads/{upload_id}/cancel. Response: Upload.
struct CancelUploadRequest {
    path_parameter upload_id{};
    friend bool operator==(const CancelUploadRequest&, const CancelUploadRequest&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
