// Vector stores API: stores of files that are searched by meaning. Their files are in
// vector_stores_files.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: VectorStoreFileAttributes. What a file is filtered by: at most 16 texts, numbers and
// booleans. A name has at most 64 characters, a text 512.
using VectorStoreFileAttributes = string_map<std::variant<std::string, double, bool>>;

// OpenAI: StaticChunkingStrategy.
struct StaticChunkingStrategy {
    std::int64_t max_chunk_size_tokens = 800;  // 100..4096
    std::int64_t chunk_overlap_tokens = 400;   // at most half of max_chunk_size_tokens
    extra_members extra{};
    friend bool operator==(const StaticChunkingStrategy&, const StaticChunkingStrategy&) = default;
};

// OpenAI: ChunkingStrategyRequestParam, ChunkingStrategyResponse. How files are cut into chunks.
struct ChunkingStrategy {
    std::string type = "auto";                // "auto", "static"; of old files "other"
    field<StaticChunkingStrategy> static_{};  // JSON name: static; of type "static"
    extra_members extra{};
    friend bool operator==(const ChunkingStrategy&, const ChunkingStrategy&) = default;
};

// OpenAI: VectorStoreExpirationAfter. When the server deletes a store.
struct VectorStoreExpirationAfter {
    std::string anchor = "last_active_at";  // the only value
    std::int64_t days = 0;                  // after the anchor, 1..365
    extra_members extra{};
    friend bool operator==(const VectorStoreExpirationAfter&,
                           const VectorStoreExpirationAfter&) = default;
};

// Numbers of files by status, of a store or of a batch of files.
struct VectorStoreFileCounts {
    field<std::int64_t> in_progress{};
    field<std::int64_t> completed{};
    field<std::int64_t> failed{};
    field<std::int64_t> cancelled{};
    field<std::int64_t> total{};
    extra_members extra{};
    friend bool operator==(const VectorStoreFileCounts&, const VectorStoreFileCounts&) = default;
};

// Whether a store can be used: completed.
enum class VectorStoreStatus : std::uint8_t { unknown, expired, in_progress, completed };
constexpr std::array<std::string_view, 3> enumerator_names(VectorStoreStatus) {
    return {"expired", "in_progress", "completed"};
}

// OpenAI: VectorStoreObject.
struct VectorStoreObject {
    field<std::string> id{};
    field<std::string> object{};       // "vector_store"
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<VectorStoreExpirationAfter> expires_after{};
    field<std::int64_t> expires_at{};  // Unix time in seconds
    field<VectorStoreFileCounts> file_counts{};
    field<std::int64_t> last_active_at{};  // Unix time in seconds
    field<raw_json> metadata{};            // an object of at most 16 texts
    field<std::string> name{};
    field<open_enum<VectorStoreStatus>> status{};
    field<std::int64_t> usage_bytes{};
    extra_members extra{};
    friend bool operator==(const VectorStoreObject&, const VectorStoreObject&) = default;
};

// POST /vector_stores (OpenAI: CreateVectorStoreRequest). Response: VectorStoreObject.
struct CreateVectorStoreRequest {
    field<ChunkingStrategy> chunking_strategy{};  // of file_ids
    field<std::string> description{};
    field<VectorStoreExpirationAfter> expires_after{};
    field<std::vector<std::string>> file_ids{};  // at most 500
    field<raw_json> metadata{};                  // an object of at most 16 texts
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const CreateVectorStoreRequest&,
                           const CreateVectorStoreRequest&) = default;
};

// GET /vector_stores. Response: ListVectorStoresResponse.
struct ListVectorStoresRequest {
    field<std::string> after{};   // the last id of the previous page
    field<std::string> before{};  // the first id of the following page
    field<std::int64_t> limit{};  // entries per page, 1..100
    field<std::string> order{};   // by created_at: "asc" or "desc"
    friend bool operator==(const ListVectorStoresRequest&,
                           const ListVectorStoresRequest&) = default;
};

// OpenAI: ListVectorStoresResponse. A page of stores.
struct ListVectorStoresResponse {
    field<std::string> object{};  // "list"
    std::vector<VectorStoreObject> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ListVectorStoresResponse&,
                           const ListVectorStoresResponse&) = default;
};

// GET /vector_stores/{vector_store_id}. Response: VectorStoreObject.
struct RetrieveVectorStoreRequest {
    path_parameter vector_store_id{};
    friend bool operator==(const RetrieveVectorStoreRequest&,
                           const RetrieveVectorStoreRequest&) = default;
};

// POST /vector_stores/{vector_store_id} (OpenAI: UpdateVectorStoreRequest). Response:
// VectorStoreObject.
struct UpdateVectorStoreRequest {
    path_parameter vector_store_id{};
    field<VectorStoreExpirationAfter> expires_after{};
    field<raw_json> metadata{};  // an object of at most 16 texts
    field<std::string> name{};
    extra_members extra{};
    friend bool operator==(const UpdateVectorStoreRequest&,
                           const UpdateVectorStoreRequest&) = default;
};

// DELETE /vector_stores/{vector_store_id}. Response: DeleteVectorStoreResponse. The files stay.
struct DeleteVectorStoreRequest {
    path_parameter vector_store_id{};
    friend bool operator==(const DeleteVectorStoreRequest&,
                           const DeleteVectorStoreRequest&) = default;
};

// OpenAI: DeleteVectorStoreResponse.
struct DeleteVectorStoreResponse {
    field<std::string> id{};
    field<std::string> object{};  // "vector_store.deleted"
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeleteVectorStoreResponse&,
                           const DeleteVectorStoreResponse&) = default;
};

// OpenAI: ComparisonFilter (type "eq", "ne", "gt", "gte", "lt", "lte", "in", "nin": key, value),
// CompoundFilter (type "and", "or": filters). What the attributes of files are compared with.
struct VectorStoreFilter {
    field<std::string> type{};
    field<std::string> key{};
    field<std::variant<std::string, double, bool, std::vector<std::variant<std::string, double>>>>
        value{};
    field<std::vector<VectorStoreFilter>> filters{};
    extra_members extra{};
    friend bool operator==(const VectorStoreFilter&, const VectorStoreFilter&) = default;
};

// How results are ranked.
struct VectorStoreRanking {
    field<std::string> ranker{};      // "none", "auto", "default-2024-11-15"
    field<double> score_threshold{};  // of results, 0..1
    extra_members extra{};
    friend bool operator==(const VectorStoreRanking&, const VectorStoreRanking&) = default;
};

// POST /vector_stores/{vector_store_id}/search (OpenAI: VectorStoreSearchRequest). Response:
// VectorStoreSearchResultsPage.
struct VectorStoreSearchRequest {
    path_parameter vector_store_id{};
    std::variant<std::string, std::vector<std::string>> query{};
    field<VectorStoreFilter> filters{};
    field<std::int64_t> max_num_results{};  // 1..50
    field<VectorStoreRanking> ranking_options{};
    field<bool> rewrite_query{};  // whether the server may reword the query
    extra_members extra{};
    friend bool operator==(const VectorStoreSearchRequest&,
                           const VectorStoreSearchRequest&) = default;
};

// OpenAI: VectorStoreSearchResultContentObject; of a file's content without a name of its own.
struct VectorStoreContent {
    field<std::string> type{};  // "text"
    field<std::string> text{};
    extra_members extra{};
    friend bool operator==(const VectorStoreContent&, const VectorStoreContent&) = default;
};

// OpenAI: VectorStoreSearchResultItem.
struct VectorStoreSearchResultItem {
    field<std::string> file_id{};
    field<std::string> filename{};
    field<double> score{};  // of similarity, 0..1
    field<VectorStoreFileAttributes> attributes{};
    std::vector<VectorStoreContent> content{};  // the chunks that were found
    extra_members extra{};
    friend bool operator==(const VectorStoreSearchResultItem&,
                           const VectorStoreSearchResultItem&) = default;
};

// OpenAI: VectorStoreSearchResultsPage.
struct VectorStoreSearchResultsPage {
    field<std::string> object{};              // "vector_store.search_results.page"
    std::vector<std::string> search_query{};  // as it was searched for
    std::vector<VectorStoreSearchResultItem> data{};
    field<bool> has_more{};
    field<std::string> next_page{};
    extra_members extra{};
    friend bool operator==(const VectorStoreSearchResultsPage&,
                           const VectorStoreSearchResultsPage&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
