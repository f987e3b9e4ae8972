#include <oaiwire/types/batches.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace batches_types_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

namespace {

// Whether the text is written as it was read.
template <class T>
bool keeps(const char* text) {
    return json_of(from_json<T>(text)) == text;
}

}  // namespace

TEST_CASE("batches keep what is not known") {
    CHECK(keeps<Batch>(
        R"({"id":"batch_1","object":"batch","completion_window":"24h",)"
        R"("endpoint":"/v1/completions","input_file_id":"file-1","status":"completed",)"
        R"("created_at":1,"in_progress_at":2,"expires_at":3,"finalizing_at":4,)"
        R"("completed_at":5,"failed_at":null,"expired_at":null,"cancelling_at":null,)"
        R"("cancelled_at":null,"error_file_id":"file-3","errors":{"object":"list","data":)"
        R"([{"code":"c","line":7,"message":"m","param":null,"x":1}]},"metadata":{"a":"b"},)"
        R"("model":"m","output_file_id":"file-2","request_counts":{"total":3,"completed":2,)"
        R"("failed":1},"usage":{"input_tokens":1,"input_tokens_details":{"cached_tokens":0},)"
        R"("output_tokens":2,"output_tokens_details":{"reasoning_tokens":0},)"
        R"("total_tokens":3},"more":1})"));
    CHECK(keeps<Batch>(R"({"status":"paused","errors":null})"));
    CHECK(json_of(from_json<Batch>("{}")) == "{}");
    CHECK(keeps<ListBatchesResponse>(
        R"({"object":"list","data":[{"id":"batch_1"}],"first_id":"a","last_id":"b",)"
        R"("has_more":true,"more":1})"));
    CHECK(keeps<CreateBatchRequest>(
        R"({"input_file_id":"f","endpoint":"/v1/videos","completion_window":"24h",)"
        R"("metadata":{},"output_expires_after":{"anchor":"created_at","seconds":3600},"more":1})"));
}

TEST_CASE("lines keep what is not known, and their bodies verbatim") {
    CHECK(keeps<BatchRequestInput>(
        R"({"custom_id":"a","method":"POST","url":"/v1/embeddings","body":{"a" : 1},"more":1})"));
    CHECK(keeps<BatchRequestOutput>(
        R"({"id":"r","custom_id":"a","response":{"status_code":200,"request_id":"q",)"
        R"("body":{"a" : 1},"more":1},"error":null,"more":2})"));
    CHECK(keeps<BatchRequestOutput>(
        R"({"id":"r","custom_id":"a","response":null,"error":{"code":"c","message":"m","x":1}})"));
}

TEST_CASE("the texts of the operations are their paths") {
    CHECK(open_enum<BatchEndpoint>("/v1/images/edits") == BatchEndpoint::images_edits);
    CHECK(open_enum<BatchEndpoint>(BatchEndpoint::videos).text() == "/v1/videos");
    CHECK(open_enum<BatchEndpoint>("/v1/responses") == BatchEndpoint::responses);
}

}  // namespace batches_types_tests
