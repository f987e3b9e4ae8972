#include <oaiwire/types/vector_stores.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace vector_stores_types_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

namespace {

// Whether the text, and an empty object, are written as they were read.
template <class T>
bool keeps(const char* text) {
    return json_of(from_json<T>(text)) == text && json_of(from_json<T>("{}")).starts_with('{') &&
           from_json<T>(json_of(T{})) == T{};
}

}  // namespace

TEST_CASE("stores, searches and results keep what is not known") {
    CHECK(keeps<VectorStoreObject>(
        R"({"id":"vs_1","object":"vector_store","created_at":1,"expires_after":{"anchor":"l)"
        R"(ast_active_at","days":7},"expires_at":null,"file_counts":{"in_progress":1,"compl)"
        R"(eted":2,"failed":3,"cancelled":4,"total":10,"other":0},"last_active_at":2,"metad)"
        R"(ata":{"a":"b"},"name":"n","status":"expired","usage_bytes":5,"more":1})"));
    CHECK(keeps<ListVectorStoresResponse>(
        R"({"object":"list","data":[{"id":"vs_1","status":"in_progress"}],"first_id":"a","l)"
        R"(ast_id":"b","has_more":true,"more":1})"));
    CHECK(keeps<DeleteVectorStoreResponse>(
        R"({"id":"vs_1","object":"vector_store.deleted","deleted":true,"more":1})"));
    CHECK(keeps<CreateVectorStoreRequest>(
        R"({"chunking_strategy":{"type":"static","static":{"max_chunk_size_tokens":100,"chu)"
        R"(nk_overlap_tokens":50,"m":1},"m":2},"description":"d","file_ids":["f"],"metadata)"
        R"(":{},"name":"n","more":1})"));
    CHECK(keeps<VectorStoreSearchRequest>(
        R"({"query":["a"],"filters":{"type":"or","filters":[{"type":"nin","key":"k","value")"
        R"(:["a",1.5]},{"type":"ne","key":"k","value":false}]},"max_num_results":1,"ranking)"
        R"(_options":{"ranker":"none","score_threshold":0.5},"rewrite_query":false,"more":1)"
        R"(})"));
    CHECK(keeps<VectorStoreSearchResultsPage>(
        R"({"object":"vector_store.search_results.page","search_query":["a"],"data":[{"file)"
        R"(_id":"f","filename":"n","score":0.5,"attributes":{"a":"x","b":1.5,"c":true},"con)"
        R"(tent":[{"type":"text","text":"t","m":1}],"m":2}],"has_more":true,"next_page":"p")"
        R"(,"more":1})"));
}

}  // namespace vector_stores_types_tests
