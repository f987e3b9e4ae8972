#include <oaiwire/types/vector_stores_files.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace vector_stores_files_types_tests {

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

TEST_CASE("files of stores and their batches keep what is not known") {
    CHECK(keeps<VectorStoreFileObject>(
        R"({"id":"file-1","object":"vector_store.file","attributes":{"a":1},"chunking_strat)"
        R"(egy":{"type":"other"},"created_at":1,"last_error":{"code":"unsupported_file","me)"
        R"(ssage":"m","x":1},"status":"failed","usage_bytes":0,"vector_store_id":"vs_1","mo)"
        R"(re":1})"));
    CHECK(keeps<VectorStoreFileObject>(R"({"attributes":null,"last_error":null,"status":"new"})"));
    CHECK(keeps<ListVectorStoreFilesResponse>(
        R"({"object":"list","data":[{"id":"file-1"}],"first_id":"a","last_id":"b","has_more)"
        R"(":false,"more":1})"));
    CHECK(keeps<DeleteVectorStoreFileResponse>(
        R"({"id":"file-1","object":"vector_store.file.deleted","deleted":true,"more":1})"));
    CHECK(keeps<VectorStoreFileContentResponse>(
        R"({"object":"vector_store.file_content.page","data":[{"type":"text","text":"t"}],")"
        R"(has_more":false,"next_page":null,"more":1})"));
    CHECK(keeps<VectorStoreFileBatchObject>(
        R"({"id":"vsfb_1","object":"vector_store.files_batch","created_at":1,"file_counts":)"
        R"({"total":1},"status":"cancelled","vector_store_id":"vs_1","more":1})"));
    CHECK(keeps<CreateVectorStoreFileRequest>(
        R"({"file_id":"f","attributes":{"a":"b"},"chunking_strategy":{"type":"auto"},"more")"
        R"(:1})"));
    CHECK(keeps<CreateVectorStoreFileBatchRequest>(
        R"({"attributes":{"a":"b"},"chunking_strategy":{"type":"auto"},"file_ids":["f"],"fi)"
        R"(les":[{"file_id":"g","attributes":null,"m":1}],"more":1})"));
}

}  // namespace vector_stores_files_types_tests
