#include <oaiwire/vector_stores.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <support/call_of.hpp>

namespace vector_stores_tests {

using namespace oaiwire;
using support::answered;
using support::sent_of;

namespace {

constexpr std::string_view a_store =
    R"({"id":"vs_1","object":"vector_store","status":"completed"})";
constexpr std::string_view a_file =
    R"({"id":"file-1","object":"vector_store.file","status":"completed"})";
constexpr std::string_view a_batch =
    R"({"id":"vsfb_1","object":"vector_store.files_batch","status":"in_progress",)"
    R"("file_counts":{"in_progress":1,"completed":1,"total":2}})";

template <class Request>
std::string paths_of(const Request& request) {
    std::string out;
    for (const auto& v : validate(request)) out += v.path + ' ';
    return out;
}

}  // namespace

TEST_CASE("createVectorStore") {
    CHECK(sent_of(CreateVectorStoreRequest{}) == "POST /v1/vector_stores {}");
    CreateVectorStoreRequest request{
        .chunking_strategy =
            ChunkingStrategy{.type = "static", .static_ = StaticChunkingStrategy{}},
        .expires_after = VectorStoreExpirationAfter{.days = 7},
        .file_ids = std::vector<std::string>{"file-1"},
        .name = "docs"};
    CHECK(sent_of(request) ==
          R"(POST /v1/vector_stores {"chunking_strategy":{"type":"static","static":)"
          R"({"max_chunk_size_tokens":800,"chunk_overlap_tokens":400}},)"
          R"("expires_after":{"anchor":"last_active_at","days":7},"file_ids":["file-1"],)"
          R"("name":"docs"})");
    const auto store = answered(request, a_store);
    REQUIRE(store);
    CHECK(store->status == VectorStoreStatus::completed);

    request.chunking_strategy->static_->max_chunk_size_tokens = 4097;
    request.chunking_strategy->static_->chunk_overlap_tokens = 2049;
    request.expires_after->days = 366;
    request.file_ids->resize(501);
    CHECK(paths_of(request) ==
          "chunking_strategy.static.max_chunk_size_tokens "
          "chunking_strategy.static.chunk_overlap_tokens expires_after.days file_ids ");
    request = {.chunking_strategy = ChunkingStrategy{
                   .type = "static",
                   .static_ = StaticChunkingStrategy{.max_chunk_size_tokens = 4096,
                                                     .chunk_overlap_tokens = 2048}}};
    CHECK(paths_of(request).empty());
}

TEST_CASE("all calls of vector stores carry the header of the official SDKs") {
    exchange call(RetrieveVectorStoreRequest{.vector_store_id = "vs_1"}, support::local_endpoint);
    CHECK(call.request().headers.value("OpenAI-Beta") == "assistants=v2");
    call_options options;
    options.headers.add("OpenAI-Beta", "mine");
    exchange other(RetrieveVectorStoreRequest{.vector_store_id = "vs_1"}, support::local_endpoint,
                   options);
    CHECK(other.request().headers.value("OpenAI-Beta") == "mine");
}

TEST_CASE("listVectorStores") {
    const ListVectorStoresRequest request{
        .after = "a", .before = "b", .limit = 100, .order = "desc"};
    CHECK(sent_of(request) == "GET /v1/vector_stores?after=a&before=b&limit=100&order=desc");
    const auto page = answered(request, R"({"data":[{"id":"vs_1"}],"has_more":true})");
    REQUIRE(page);
    CHECK(page->data.at(0).id == "vs_1");
    CHECK(sent_of(ListVectorStoresRequest{.limit = 101}) == "invalid_argument at limit");
}

TEST_CASE("getVectorStore") {
    const RetrieveVectorStoreRequest request{.vector_store_id = "vs_1"};
    CHECK(sent_of(request) == "GET /v1/vector_stores/vs_1");
    REQUIRE(answered(request, a_store));
    CHECK(sent_of(RetrieveVectorStoreRequest{}) == "invalid_argument at vector_store_id");
}

TEST_CASE("modifyVectorStore") {
    UpdateVectorStoreRequest request{.vector_store_id = "vs_1", .expires_after = null};
    CHECK(sent_of(request) == R"(POST /v1/vector_stores/vs_1 {"expires_after":null})");
    REQUIRE(answered(request, a_store));
    request.expires_after = VectorStoreExpirationAfter{};
    CHECK(paths_of(request) == "expires_after.days ");
    CHECK(paths_of(UpdateVectorStoreRequest{}) == "vector_store_id ");
}

TEST_CASE("deleteVectorStore") {
    const DeleteVectorStoreRequest request{.vector_store_id = "vs_1"};
    CHECK(sent_of(request) == "DELETE /v1/vector_stores/vs_1");
    const auto gone = answered(request, R"({"id":"vs_1","deleted":true})");
    REQUIRE(gone);
    CHECK(gone->deleted == true);
    CHECK(paths_of(DeleteVectorStoreRequest{}) == "vector_store_id ");
}

TEST_CASE("searchVectorStore") {
    VectorStoreSearchRequest request{.vector_store_id = "vs_1", .query = "why?"};
    CHECK(sent_of(request) == R"(POST /v1/vector_stores/vs_1/search {"query":"why?"})");
    request.query = std::vector<std::string>{"a", "b"};
    request.filters =
        VectorStoreFilter{.type = "and",
                          .filters = std::vector<VectorStoreFilter>{
                              {.type = "eq", .key = "lang", .value = "de"},
                              {.type = "gte", .key = "year", .value = 2020.0},
                              {.type = "eq", .key = "done", .value = true},
                              {.type = "in",
                               .key = "n",
                               .value = std::vector<std::variant<std::string, double>>{"x", 1.5}}}};
    request.max_num_results = 50;
    request.ranking_options = VectorStoreRanking{.ranker = "auto", .score_threshold = 0.5};
    request.rewrite_query = true;
    CHECK(sent_of(request) ==
          R"(POST /v1/vector_stores/vs_1/search {"query":["a","b"],"filters":{"type":"and",)"
          R"("filters":[{"type":"eq","key":"lang","value":"de"},)"
          R"({"type":"gte","key":"year","value":2020},{"type":"eq","key":"done","value":true},)"
          R"({"type":"in","key":"n","value":["x",1.5]}]},"max_num_results":50,)"
          R"("ranking_options":{"ranker":"auto","score_threshold":0.5},"rewrite_query":true})");
    const auto page = answered(
        request,
        R"({"object":"vector_store.search_results.page","search_query":["a"],"data":[)"
        R"({"file_id":"file-1","filename":"f","score":0.9,"attributes":{"y":1,"t":"x","b":true},)"
        R"("content":[{"type":"text","text":"because"}]}],"has_more":false,"next_page":null})");
    REQUIRE(page);
    CHECK(page->data.at(0).content.at(0).text == "because");
    CHECK(page->data.at(0).attributes ==
          VectorStoreFileAttributes{{"y", 1.0}, {"t", "x"}, {"b", true}});

    CHECK(paths_of(VectorStoreSearchRequest{}) == "vector_store_id query ");
    request.query = std::vector<std::string>{};
    request.max_num_results = 51;
    request.ranking_options->score_threshold = 1.5;
    CHECK(paths_of(request) == "query max_num_results ranking_options.score_threshold ");
}

TEST_CASE("createVectorStoreFile") {
    CreateVectorStoreFileRequest request{
        .vector_store_id = "vs_1",
        .file_id = "file-1",
        .attributes = VectorStoreFileAttributes{{"lang", "de"}, {"year", 2020.0}, {"ok", false}},
        .chunking_strategy = ChunkingStrategy{}};
    CHECK(sent_of(request) ==
          R"(POST /v1/vector_stores/vs_1/files {"file_id":"file-1","attributes":{"lang":"de",)"
          R"("year":2020,"ok":false},"chunking_strategy":{"type":"auto"}})");
    const auto file = answered(request, a_file);
    REQUIRE(file);
    CHECK(file->status == VectorStoreFileStatus::completed);
    CHECK(paths_of(CreateVectorStoreFileRequest{}) == "vector_store_id file_id ");
    request.attributes->emplace_back(std::string(65, 'n'), 1.0);
    request.attributes->emplace_back("long", std::string(513, 'x'));
    CHECK(paths_of(request) == "attributes attributes.long ");
    request.attributes->clear();
    for (int i = 0; i != 17; ++i) request.attributes->emplace_back(std::to_string(i), true);
    CHECK(paths_of(request) == "attributes ");
}

TEST_CASE("listVectorStoreFiles") {
    const ListVectorStoreFilesRequest request{
        .vector_store_id = "vs_1", .filter = VectorStoreFileStatus::failed, .limit = 1};
    CHECK(sent_of(request) == "GET /v1/vector_stores/vs_1/files?filter=failed&limit=1");
    const auto page =
        answered(request, R"({"data":[{"id":"file-1","last_error":{"code":"invalid_file"}}]})");
    REQUIRE(page);
    CHECK(page->data.at(0).last_error->code == VectorStoreFileErrorCode::invalid_file);
    CHECK(paths_of(ListVectorStoreFilesRequest{.limit = 0}) == "vector_store_id limit ");
}

TEST_CASE("getVectorStoreFile") {
    const RetrieveVectorStoreFileRequest request{.vector_store_id = "vs_1", .file_id = "file-1"};
    CHECK(sent_of(request) == "GET /v1/vector_stores/vs_1/files/file-1");
    REQUIRE(answered(request, a_file));
    CHECK(paths_of(RetrieveVectorStoreFileRequest{}) == "vector_store_id file_id ");
}

TEST_CASE("updateVectorStoreFileAttributes") {
    UpdateVectorStoreFileAttributesRequest request{.vector_store_id = "vs_1", .file_id = "file-1"};
    CHECK(sent_of(request) == R"(POST /v1/vector_stores/vs_1/files/file-1 {"attributes":null})");
    request.attributes = VectorStoreFileAttributes{{"a", "b"}};
    CHECK(sent_of(request).ends_with(R"({"attributes":{"a":"b"}})"));
    REQUIRE(answered(request, a_file));
    CHECK(paths_of(UpdateVectorStoreFileAttributesRequest{}) == "vector_store_id file_id ");
}

TEST_CASE("deleteVectorStoreFile") {
    const DeleteVectorStoreFileRequest request{.vector_store_id = "vs_1", .file_id = "file-1"};
    CHECK(sent_of(request) == "DELETE /v1/vector_stores/vs_1/files/file-1");
    REQUIRE(answered(request, R"({"id":"file-1","deleted":true})"));
    CHECK(paths_of(DeleteVectorStoreFileRequest{}) == "vector_store_id file_id ");
}

TEST_CASE("retrieveVectorStoreFileContent") {
    const RetrieveVectorStoreFileContentRequest request{.vector_store_id = "vs_1",
                                                        .file_id = "file-1"};
    CHECK(sent_of(request) == "GET /v1/vector_stores/vs_1/files/file-1/content");
    const auto content = answered(request, R"({"data":[{"type":"text","text":"hello"}]})");
    REQUIRE(content);
    CHECK(content->data.at(0).text == "hello");
    CHECK(paths_of(RetrieveVectorStoreFileContentRequest{}) == "vector_store_id file_id ");
}

TEST_CASE("createVectorStoreFileBatch") {
    CreateVectorStoreFileBatchRequest request{.vector_store_id = "vs_1",
                                              .file_ids = std::vector<std::string>{"a", "b"}};
    CHECK(sent_of(request) == R"(POST /v1/vector_stores/vs_1/file_batches {"file_ids":["a","b"]})");
    const auto batch = answered(request, a_batch);
    REQUIRE(batch);
    CHECK(batch->file_counts->total == 2);
    request.files = std::vector<VectorStoreBatchFile>{{}};
    CHECK(paths_of(request) == "file_ids files[0].file_id ");
    request.file_ids = {};
    CHECK(paths_of(request) == "files[0].file_id ");
    request.files->at(0) = {.file_id = "a", .attributes = VectorStoreFileAttributes{{"k", 1.0}}};
    CHECK(sent_of(request) == R"(POST /v1/vector_stores/vs_1/file_batches {"files":[)"
                              R"({"file_id":"a","attributes":{"k":1}}]})");
    request.files->resize(2001, request.files->at(0));
    CHECK(paths_of(request) == "files ");
    CHECK(paths_of(CreateVectorStoreFileBatchRequest{}) == "vector_store_id file_ids ");
}

TEST_CASE("getVectorStoreFileBatch") {
    const RetrieveVectorStoreFileBatchRequest request{.vector_store_id = "vs_1",
                                                      .batch_id = "vsfb_1"};
    CHECK(sent_of(request) == "GET /v1/vector_stores/vs_1/file_batches/vsfb_1");
    REQUIRE(answered(request, a_batch));
    CHECK(paths_of(RetrieveVectorStoreFileBatchRequest{}) == "vector_store_id batch_id ");
}

TEST_CASE("cancelVectorStoreFileBatch") {
    const CancelVectorStoreFileBatchRequest request{.vector_store_id = "vs_1",
                                                    .batch_id = "vsfb_1"};
    CHECK(sent_of(request) == "POST /v1/vector_stores/vs_1/file_batches/vsfb_1/cancel");
    REQUIRE(answered(request, a_batch));
    CHECK(paths_of(CancelVectorStoreFileBatchRequest{}) == "vector_store_id batch_id ");
}

TEST_CASE("listFilesInVectorStoreBatch") {
    const ListFilesInVectorStoreBatchRequest request{
        .vector_store_id = "vs_1", .batch_id = "vsfb_1", .after = "x", .order = "asc"};
    CHECK(sent_of(request) ==
          "GET /v1/vector_stores/vs_1/file_batches/vsfb_1/files?after=x&order=asc");
    REQUIRE(answered(request, R"({"data":[]})"));
    CHECK(paths_of(ListFilesInVectorStoreBatchRequest{.limit = 101}) ==
          "vector_store_id batch_id limit ");
}

}  // namespace vector_stores_tests
