// Vector stores API: the files of a store, and batches of files that are added at once.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/vector_stores.hpp>

namespace oaiwire { inline namespace v0_2 {

// Why a file could not be added.
enum class VectorStoreFileErrorCode : std::uint8_t {
    unknown,
    server_error,
    unsupported_file,
    invalid_file,
};
constexpr std::array<std::string_view, 3> enumerator_names(VectorStoreFileErrorCode) {
    return {"server_error", "unsupported_file", "invalid_file"};
}

// How far a file, or a batch of files, is. All but in_progress are final.
enum class VectorStoreFileStatus : std::uint8_t {
    unknown,
    in_progress,
    completed,
    cancelled,
    failed,
};
constexpr std::array<std::string_view, 4> enumerator_names(VectorStoreFileStatus) {
    return {"in_progress", "completed", "cancelled", "failed"};
}

// The last error of a file.
struct VectorStoreFileError {
    field<open_enum<VectorStoreFileErrorCode>> code{};
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const VectorStoreFileError&, const VectorStoreFileError&) = default;
};

// OpenAI: VectorStoreFileObject.
struct VectorStoreFileObject {
    field<std::string> id{};
    field<std::string> object{};  // "vector_store.file"
    field<VectorStoreFileAttributes> attributes{};
    field<ChunkingStrategy> chunking_strategy{};
    field<std::int64_t> created_at{};          // Unix time in seconds
    field<VectorStoreFileError> last_error{};  // null: none
    field<open_enum<VectorStoreFileStatus>> status{};
    field<std::int64_t> usage_bytes{};  // in the store
    field<std::string> vector_store_id{};
    extra_members extra{};
    friend bool operator==(const VectorStoreFileObject&, const VectorStoreFileObject&) = default;
};

// POST /vector_stores/{vector_store_id}/files (OpenAI: CreateVectorStoreFileRequest). Response:
// VectorStoreFileObject.
struct CreateVectorStoreFileRequest {
    path_parameter vector_store_id{};
    std::string file_id{};
    field<VectorStoreFileAttributes> attributes{};
    field<ChunkingStrategy> chunking_strategy{};
    extra_members extra{};
    friend bool operator==(const CreateVectorStoreFileRequest&,
                           const CreateVectorStoreFileRequest&) = default;
};

// GET /vector_stores/{vector_store_id}/files. Response: ListVectorStoreFilesResponse.
struct ListVectorStoreFilesRequest {
    path_parameter vector_store_id{};
    field<std::string> after{};   // the last id of the previous page
    field<std::string> before{};  // the first id of the following page
    field<open_enum<VectorStoreFileStatus>> filter{};
    field<std::int64_t> limit{};  // entries per page, 1..100
    field<std::string> order{};   // by created_at: "asc" or "desc"
    friend bool operator==(const ListVectorStoreFilesRequest&,
                           const ListVectorStoreFilesRequest&) = default;
};

// OpenAI: ListVectorStoreFilesResponse. A page of files, of a store or of a batch.
struct ListVectorStoreFilesResponse {
    field<std::string> object{};  // "list"
    std::vector<VectorStoreFileObject> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ListVectorStoreFilesResponse&,
                           const ListVectorStoreFilesResponse&) = default;
};

// GET /vector_stores/{vector_store_id}/files/{file_id}. Response: VectorStoreFileObject.
struct RetrieveVectorStoreFileRequest {
    path_parameter vector_store_id{};
    path_parameter file_id{};
    friend bool operator==(const RetrieveVectorStoreFileRequest&,
                           const RetrieveVectorStoreFileRequest&) = default;
};

// POST /vector_stores/{vector_store_id}/files/{file_id} (OpenAI:
// UpdateVectorStoreFileAttributesRequest). Response: VectorStoreFileObject.
struct UpdateVectorStoreFileAttributesRequest {
    path_parameter vector_store_id{};
    path_parameter file_id{};
    field<VectorStoreFileAttributes> attributes = null;  // null removes them all
    extra_members extra{};
    friend bool operator==(const UpdateVectorStoreFileAttributesRequest&,
                           const UpdateVectorStoreFileAttributesRequest&) = default;
};

// DELETE /vector_stores/{vector_store_id}/files/{file_id}. Response: DeleteVectorStoreFileResponse.
// The file itself stays.
struct DeleteVectorStoreFileRequest {
    path_parameter vector_store_id{};
    path_parameter file_id{};
    friend bool operator==(const DeleteVectorStoreFileRequest&,
                           const DeleteVectorStoreFileRequest&) = default;
};

// OpenAI: DeleteVectorStoreFileResponse.
struct DeleteVectorStoreFileResponse {
    field<std::string> id{};
    field<std::string> object{};  // "vector_store.file.deleted"
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeleteVectorStoreFileResponse&,
                           const DeleteVectorStoreFileResponse&) = default;
};

// GET /vector_stores/{vector_store_id}/files/{file_id}/content. Response:
// VectorStoreFileContentResponse.
struct RetrieveVectorStoreFileContentRequest {
    path_parameter vector_store_id{};
    path_parameter file_id{};
    friend bool operator==(const RetrieveVectorStoreFileContentRequest&,
                           const RetrieveVectorStoreFileContentRequest&) = default;
};

// OpenAI: VectorStoreFileContentResponse. The text of a file as it was parsed.
struct VectorStoreFileContentResponse {
    field<std::string> object{};  // "vector_store.file_content.page"
    std::vector<VectorStoreContent> data{};
    field<bool> has_more{};
    field<std::string> next_page{};
    extra_members extra{};
    friend bool operator==(const VectorStoreFileContentResponse&,
                           const VectorStoreFileContentResponse&) = default;
};

// OpenAI: VectorStoreFileBatchObject. Files that are added together.
struct VectorStoreFileBatchObject {
    field<std::string> id{};
    field<std::string> object{};       // "vector_store.files_batch"
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<VectorStoreFileCounts> file_counts{};
    field<open_enum<VectorStoreFileStatus>> status{};
    field<std::string> vector_store_id{};
    extra_members extra{};
    friend bool operator==(const VectorStoreFileBatchObject&,
                           const VectorStoreFileBatchObject&) = default;
};

// A file of a batch with its own attributes and strategy.
struct VectorStoreBatchFile {
    std::string file_id{};
    field<VectorStoreFileAttributes> attributes{};
    field<ChunkingStrategy> chunking_strategy{};
    extra_members extra{};
    friend bool operator==(const VectorStoreBatchFile&, const VectorStoreBatchFile&) = default;
};

// POST /vector_stores/{vector_store_id}/file_batches (OpenAI: CreateVectorStoreFileBatchRequest).
// Response: VectorStoreFileBatchObject. Either file_ids or files, at most 2000.
struct CreateVectorStoreFileBatchRequest {
    path_parameter vector_store_id{};
    field<VectorStoreFileAttributes> attributes{};  // of all file_ids
    field<ChunkingStrategy> chunking_strategy{};    // of all file_ids
    field<std::vector<std::string>> file_ids{};
    field<std::vector<VectorStoreBatchFile>> files{};
    extra_members extra{};
    friend bool operator==(const CreateVectorStoreFileBatchRequest&,
                           const CreateVectorStoreFileBatchRequest&) = default;
};

// GET /vector_stores/{vector_store_id}/file_batches/{batch_id}. Response:
// VectorStoreFileBatchObject.
struct RetrieveVectorStoreFileBatchRequest {
    path_parameter vector_store_id{};
    path_parameter batch_id{};
    friend bool operator==(const RetrieveVectorStoreFileBatchRequest&,
                           const RetrieveVectorStoreFileBatchRequest&) = default;
};

// POST /vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel. Response:
// VectorStoreFileBatchObject.
struct CancelVectorStoreFileBatchRequest {
    path_parameter vector_store_id{};
    path_parameter batch_id{};
    friend bool operator==(const CancelVectorStoreFileBatchRequest&,
                           const CancelVectorStoreFileBatchRequest&) = default;
};

// GET /vector_stores/{vector_store_id}/file_batches/{batch_id}/files. Response:
// ListVectorStoreFilesResponse.
struct ListFilesInVectorStoreBatchRequest {
    path_parameter vector_store_id{};
    path_parameter batch_id{};
    field<std::string> after{};   // the last id of the previous page
    field<std::string> before{};  // the first id of the following page
    field<open_enum<VectorStoreFileStatus>> filter{};
    field<std::int64_t> limit{};  // entries per page, 1..100
    field<std::string> order{};   // by created_at: "asc" or "desc"
    friend bool operator==(const ListFilesInVectorStoreBatchRequest&,
                           const ListFilesInVectorStoreBatchRequest&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
