// Vector stores: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/vector_stores.hpp>
#include <oaiwire/types/vector_stores_files.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The official SDKs send it with all of these calls.
struct vector_store_beta {
    static constexpr std::string_view beta = "assistants=v2";
};

}  // namespace detail

// Makes a store, with files or empty.
template <>
struct operation_of<CreateVectorStoreRequest> : post_operation<VectorStoreObject>,
                                                detail::vector_store_beta {
    static constexpr std::string_view id = "createVectorStore";
    static constexpr std::string_view path = "/vector_stores";
};

// The stores of the project, by page.
template <>
struct operation_of<ListVectorStoresRequest> : list_operation<ListVectorStoresResponse>,
                                               detail::vector_store_beta {
    static constexpr std::string_view id = "listVectorStores";
    static constexpr std::string_view path = "/vector_stores";
};

// A store by its id.
template <>
struct operation_of<RetrieveVectorStoreRequest> : get_operation<VectorStoreObject>,
                                                  detail::vector_store_beta {
    static constexpr std::string_view id = "getVectorStore";
    static constexpr std::string_view path = "/vector_stores/{vector_store_id}";
};

// Changes the name, the metadata or the expiry of a store.
template <>
struct operation_of<UpdateVectorStoreRequest> : post_operation<VectorStoreObject>,
                                                detail::vector_store_beta {
    static constexpr std::string_view id = "modifyVectorStore";
    static constexpr std::string_view path = "/vector_stores/{vector_store_id}";
};

// Deletes a store, not its files.
template <>
struct operation_of<DeleteVectorStoreRequest> : delete_operation<DeleteVectorStoreResponse>,
                                                detail::vector_store_beta {
    static constexpr std::string_view id = "deleteVectorStore";
    static constexpr std::string_view path = "/vector_stores/{vector_store_id}";
};

// The chunks of a store that are most like a query.
template <>
struct operation_of<VectorStoreSearchRequest> : post_operation<VectorStoreSearchResultsPage>,
                                                detail::vector_store_beta {
    static constexpr std::string_view id = "searchVectorStore";
    static constexpr std::string_view path = "/vector_stores/{vector_store_id}/search";
};

// Adds a file to a store.
template <>
struct operation_of<CreateVectorStoreFileRequest> : post_operation<VectorStoreFileObject>,
                                                    detail::vector_store_beta {
    static constexpr std::string_view id = "createVectorStoreFile";
    static constexpr std::string_view path = "/vector_stores/{vector_store_id}/files";
};

// The files of a store, by page.
template <>
struct operation_of<ListVectorStoreFilesRequest> : list_operation<ListVectorStoreFilesResponse>,
                                                   detail::vector_store_beta {
    static constexpr std::string_view id = "listVectorStoreFiles";
    static constexpr std::string_view path = "/vector_stores/{vector_store_id}/files";
};

// A file of a store.
template <>
struct operation_of<RetrieveVectorStoreFileRequest> : get_operation<VectorStoreFileObject>,
                                                      detail::vector_store_beta {
    static constexpr std::string_view id = "getVectorStoreFile";
    static constexpr std::string_view path = "/vector_stores/{vector_store_id}/files/{file_id}";
};

// Replaces the attributes of a file.
template <>
struct operation_of<UpdateVectorStoreFileAttributesRequest> : post_operation<VectorStoreFileObject>,
                                                              detail::vector_store_beta {
    static constexpr std::string_view id = "updateVectorStoreFileAttributes";
    static constexpr std::string_view path = "/vector_stores/{vector_store_id}/files/{file_id}";
};

// Removes a file from a store.
template <>
struct operation_of<DeleteVectorStoreFileRequest> : delete_operation<DeleteVectorStoreFileResponse>,
                                                    detail::vector_store_beta {
    static constexpr std::string_view id = "deleteVectorStoreFile";
    static constexpr std::string_view path = "/vector_stores/{vector_store_id}/files/{file_id}";
};

// The text of a file, as it was parsed.
template <>
struct operation_of<RetrieveVectorStoreFileContentRequest>
    : get_operation<VectorStoreFileContentResponse>, detail::vector_store_beta {
    static constexpr std::string_view id = "retrieveVectorStoreFileContent";
    static constexpr std::string_view path =
        "/vector_stores/{vector_store_id}/files/{file_id}/content";
};

// Adds many files to a store.
template <>
struct operation_of<CreateVectorStoreFileBatchRequest> : post_operation<VectorStoreFileBatchObject>,
                                                         detail::vector_store_beta {
    static constexpr std::string_view id = "createVectorStoreFileBatch";
    static constexpr std::string_view path = "/vector_stores/{vector_store_id}/file_batches";
};

// A batch of files.
template <>
struct operation_of<RetrieveVectorStoreFileBatchRequest>
    : get_operation<VectorStoreFileBatchObject>, detail::vector_store_beta {
    static constexpr std::string_view id = "getVectorStoreFileBatch";
    static constexpr std::string_view path =
        "/vector_stores/{vector_store_id}/file_batches/{batch_id}";
};

// Cancels a batch: files that are not added yet will not be.
template <>
struct operation_of<CancelVectorStoreFileBatchRequest>
    : action_operation<VectorStoreFileBatchObject>, detail::vector_store_beta {
    static constexpr std::string_view id = "cancelVectorStoreFileBatch";
    static constexpr std::string_view path =
        "/vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel";
};

// The files of a batch, by page.
template <>
struct operation_of<ListFilesInVectorStoreBatchRequest>
    : list_operation<ListVectorStoreFilesResponse>, detail::vector_store_beta {
    static constexpr std::string_view id = "listFilesInVectorStoreBatch";
    static constexpr std::string_view path =
        "/vector_stores/{vector_store_id}/file_batches/{batch_id}/files";
};

namespace detail {

inline bool is_final(const field<open_enum<VectorStoreFileStatus>>& status) {
    return status && status->known() != VectorStoreFileStatus::unknown &&
           status->known() != VectorStoreFileStatus::in_progress;
}

}  // namespace detail

// Whether the file, or each file of the batch, was added or was not. See poll_until().
inline bool is_final(const VectorStoreFileObject& file) {
    return detail::is_final(file.status);
}
inline bool is_final(const VectorStoreFileBatchObject& batch) {
    return detail::is_final(batch.status);
}

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateVectorStoreRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListVectorStoresRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveVectorStoreRequest&);
[[gnu::cold]] std::vector<violation> validate(const UpdateVectorStoreRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteVectorStoreRequest&);
[[gnu::cold]] std::vector<violation> validate(const VectorStoreSearchRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateVectorStoreFileRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListVectorStoreFilesRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveVectorStoreFileRequest&);
[[gnu::cold]] std::vector<violation> validate(const UpdateVectorStoreFileAttributesRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteVectorStoreFileRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveVectorStoreFileContentRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateVectorStoreFileBatchRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveVectorStoreFileBatchRequest&);
[[gnu::cold]] std::vector<violation> validate(const CancelVectorStoreFileBatchRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListFilesInVectorStoreBatchRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

// Rules that several requests have.
class vector_store_rules : public validator {
public:
    void expiry(const field<VectorStoreExpirationAfter>& after) {
        check(!after || (after->days >= 1 && after->days <= 365), "expires_after.days",
              "must be from 1 to 365");
    }
    void chunks(const field<ChunkingStrategy>& strategy, const std::string& above = {}) {
        if (!strategy || !strategy->static_) return;
        const auto& sizes = *strategy->static_;
        const std::int64_t most = sizes.max_chunk_size_tokens;
        const std::string path = above + "chunking_strategy.static.";
        check(most >= 100 && most <= 4096, path + "max_chunk_size_tokens",
              "must be from 100 to 4096");
        const std::int64_t overlap = sizes.chunk_overlap_tokens;
        check(overlap >= 0 && overlap <= most / 2, path + "chunk_overlap_tokens",
              "must be from 0 to half of max_chunk_size_tokens");
    }
    void attributes(const field<VectorStoreFileAttributes>& all, const std::string& above = {}) {
        if (!all) return;
        check(all->size() <= 16, above + "attributes", "must have at most 16 entries");
        for (const auto& [name, value] : *all) {
            check(count_characters(name) <= 64, above + "attributes",
                  "must have names of at most 64 characters");
            const auto* text = std::get_if<std::string>(&value);
            if (text == nullptr || count_characters(*text) <= 512) continue;
            add(std::string(above).append("attributes.").append(name),
                "must have at most 512 characters");
        }
    }
    void page(const field<std::int64_t>& limit) {
        range(limit, 1, 100, "limit", "must be from 1 to 100");
    }
};

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateVectorStoreRequest& r) {
    detail::vector_store_rules v;
    v.chunks(r.chunking_strategy);
    v.expiry(r.expires_after);
    v.check(!r.file_ids || r.file_ids->size() <= 500, "file_ids", "must have at most 500 entries");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListVectorStoresRequest& r) {
    detail::vector_store_rules v;
    v.page(r.limit);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveVectorStoreRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const UpdateVectorStoreRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.expiry(r.expires_after);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteVectorStoreRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const VectorStoreSearchRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    const auto* one = std::get_if<std::string>(&r.query);
    const auto* many = std::get_if<std::vector<std::string>>(&r.query);
    v.check(one ? !one->empty() : many && !many->empty(), "query", "must not be empty");
    v.range(r.max_num_results, 1, 50, "max_num_results", "must be from 1 to 50");
    if (r.ranking_options) {
        v.range(r.ranking_options->score_threshold, 0, 1, "ranking_options.score_threshold",
                "must be from 0 to 1");
    }
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateVectorStoreFileRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.text(r.file_id, "file_id");
    v.attributes(r.attributes);
    v.chunks(r.chunking_strategy);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListVectorStoreFilesRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.page(r.limit);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveVectorStoreFileRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.text(r.file_id, "file_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const UpdateVectorStoreFileAttributesRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.text(r.file_id, "file_id");
    v.attributes(r.attributes);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteVectorStoreFileRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.text(r.file_id, "file_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const RetrieveVectorStoreFileContentRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.text(r.file_id, "file_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateVectorStoreFileBatchRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.attributes(r.attributes);
    v.chunks(r.chunking_strategy);
    v.check(static_cast<bool>(r.file_ids) != static_cast<bool>(r.files), "file_ids",
            "must be given, or files, and not both");
    v.check(!r.file_ids || (!r.file_ids->empty() && r.file_ids->size() <= 2000), "file_ids",
            "must have 1 to 2000 entries");
    if (!r.files) return std::move(v.found);
    v.check(!r.files->empty() && r.files->size() <= 2000, "files", "must have 1 to 2000 entries");
    for (std::size_t i = 0; i != r.files->size(); ++i) {
        const auto& file = (*r.files)[i];
        const std::string above = detail::path_of_element("files", i, ".");
        v.text(file.file_id, above + "file_id");
        v.attributes(file.attributes, above);
        v.chunks(file.chunking_strategy, above);
    }
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const RetrieveVectorStoreFileBatchRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.text(r.batch_id, "batch_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CancelVectorStoreFileBatchRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.text(r.batch_id, "batch_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const ListFilesInVectorStoreBatchRequest& r) {
    detail::vector_store_rules v;
    v.text(r.vector_store_id, "vector_store_id");
    v.text(r.batch_id, "batch_id");
    v.page(r.limit);
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
