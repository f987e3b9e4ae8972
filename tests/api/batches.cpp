#include <oaiwire/batches.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>

#include <support/call_of.hpp>

namespace batches_tests {

using namespace oaiwire;
using support::answered;
using support::sent_of;

TEST_CASE("createBatch: a file of requests and their operation") {
    CreateBatchRequest request{.input_file_id = "file-1",
                               .endpoint = BatchEndpoint::chat_completions};
    CHECK(sent_of(request) ==
          R"(POST /v1/batches {"input_file_id":"file-1","endpoint":"/v1/chat/completions",)"
          R"("completion_window":"24h"})");
    request.output_expires_after = BatchFileExpirationAfter{.seconds = 3600};
    CHECK(sent_of(request).ends_with(
        R"("output_expires_after":{"anchor":"created_at","seconds":3600}})"));
    const auto batch = answered(request, R"({"id":"batch_1","status":"validating"})");
    REQUIRE(batch);
    CHECK(batch->status == BatchStatus::validating);

    request.output_expires_after->seconds = 2'592'001;
    CHECK(sent_of(request) == "invalid_argument at output_expires_after.seconds");
    CHECK(validate(CreateBatchRequest{.completion_window = ""}).size() == 3);
    // the writer knows the operation
    CHECK(validate(CreateBatchRequest{.input_file_id = "f", .endpoint = "/v1/new"}).empty());
}

TEST_CASE("listBatches: by page") {
    const ListBatchesRequest request{.after = "batch_1", .limit = 100};
    CHECK(sent_of(request) == "GET /v1/batches?after=batch_1&limit=100");
    const auto page = answered(request, R"({"data":[{"id":"batch_2"}],"has_more":false})");
    REQUIRE(page);
    CHECK(page->data.at(0).id == "batch_2");
    CHECK(sent_of(ListBatchesRequest{.limit = 101}) == "invalid_argument at limit");
}

TEST_CASE("retrieveBatch: with the files of results") {
    const RetrieveBatchRequest request{.batch_id = "batch_1"};
    CHECK(sent_of(request) == "GET /v1/batches/batch_1");
    const auto batch =
        answered(request, R"({"id":"batch_1","status":"completed","output_file_id":"file-2"})");
    REQUIRE(batch);
    CHECK(batch->output_file_id == "file-2");
    CHECK(sent_of(RetrieveBatchRequest{}) == "invalid_argument at batch_id");
}

TEST_CASE("cancelBatch: a POST without a body") {
    const CancelBatchRequest request{.batch_id = "batch_1"};
    CHECK(sent_of(request) == "POST /v1/batches/batch_1/cancel");
    const auto batch = answered(request, R"({"id":"batch_1","status":"cancelling"})");
    REQUIRE(batch);
    CHECK(batch->status == BatchStatus::cancelling);
    CHECK(sent_of(CancelBatchRequest{}) == "invalid_argument at batch_id");
}

}  // namespace batches_tests
