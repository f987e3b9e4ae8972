// Batch API: many requests in a file, answered within a day. The lines of the files are read and
// written by api/batch_reader.hpp and api/batch_writer.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 {

// How far a batch is. failed, completed, expired and cancelled are final.
enum class BatchStatus : std::uint8_t {
    unknown,
    validating,
    failed,
    in_progress,
    finalizing,
    completed,
    expired,
    cancelling,
    cancelled,
};
constexpr std::array<std::string_view, 8> enumerator_names(BatchStatus) {
    return {"validating", "failed",  "in_progress", "finalizing",
            "completed",  "expired", "cancelling",  "cancelled"};
}

// The operations that OpenAI takes in batches.
enum class BatchEndpoint : std::uint8_t {
    unknown,
    responses,
    chat_completions,
    embeddings,
    completions,
    moderations,
    images_generations,
    images_edits,
    videos,
};
constexpr std::array<std::string_view, 8> enumerator_names(BatchEndpoint) {
    return {"/v1/responses",   "/v1/chat/completions",   "/v1/embeddings",   "/v1/completions",
            "/v1/moderations", "/v1/images/generations", "/v1/images/edits", "/v1/videos"};
}

// OpenAI: BatchError. Why the input file was refused.
struct BatchError {
    field<std::string> code{};
    field<std::int64_t> line{};  // of the input file, from 1
    field<std::string> message{};
    field<std::string> param{};
    extra_members extra{};
    friend bool operator==(const BatchError&, const BatchError&) = default;
};

// The errors of an input file.
struct BatchErrors {
    field<std::string> object{};  // "list"
    std::vector<BatchError> data{};
    extra_members extra{};
    friend bool operator==(const BatchErrors&, const BatchErrors&) = default;
};

// OpenAI: BatchRequestCounts.
struct BatchRequestCounts {
    field<std::int64_t> total{};
    field<std::int64_t> completed{};
    field<std::int64_t> failed{};
    extra_members extra{};
    friend bool operator==(const BatchRequestCounts&, const BatchRequestCounts&) = default;
};

// Input tokens by kind.
struct BatchInputTokensDetails {
    field<std::int64_t> cached_tokens{};
    extra_members extra{};
    friend bool operator==(const BatchInputTokensDetails&,
                           const BatchInputTokensDetails&) = default;
};

// Output tokens by kind.
struct BatchOutputTokensDetails {
    field<std::int64_t> reasoning_tokens{};
    extra_members extra{};
    friend bool operator==(const BatchOutputTokensDetails&,
                           const BatchOutputTokensDetails&) = default;
};

// OpenAI: BatchUsage. The tokens of all requests.
struct BatchUsage {
    field<std::int64_t> input_tokens{};
    field<BatchInputTokensDetails> input_tokens_details{};
    field<std::int64_t> output_tokens{};
    field<BatchOutputTokensDetails> output_tokens_details{};
    field<std::int64_t> total_tokens{};
    extra_members extra{};
    friend bool operator==(const BatchUsage&, const BatchUsage&) = default;
};

// OpenAI: Batch. Times are Unix times in seconds.
struct Batch {
    field<std::string> id{};
    field<std::string> object{};             // "batch"
    field<std::string> completion_window{};  // "24h"
    field<std::string> endpoint{};           // as in BatchEndpoint
    field<std::string> input_file_id{};
    field<open_enum<BatchStatus>> status{};
    field<std::int64_t> created_at{};
    field<std::int64_t> in_progress_at{};
    field<std::int64_t> expires_at{};
    field<std::int64_t> finalizing_at{};
    field<std::int64_t> completed_at{};
    field<std::int64_t> failed_at{};
    field<std::int64_t> expired_at{};
    field<std::int64_t> cancelling_at{};
    field<std::int64_t> cancelled_at{};
    field<std::string> error_file_id{};  // the results of requests that failed
    field<BatchErrors> errors{};
    field<raw_json> metadata{};  // an object of at most 16 texts
    field<std::string> model{};
    field<std::string> output_file_id{};  // the results of requests that succeeded
    field<BatchRequestCounts> request_counts{};
    field<BatchUsage> usage{};
    extra_members extra{};
    friend bool operator==(const Batch&, const Batch&) = default;
};

// OpenAI: BatchFileExpirationAfter. When the server deletes the files of the results.
struct BatchFileExpirationAfter {
    std::string anchor = "created_at";  // of the file; the only value
    std::int64_t seconds = 0;           // after the anchor, 3600..2592000 (30 days)
    extra_members extra{};
    friend bool operator==(const BatchFileExpirationAfter&,
                           const BatchFileExpirationAfter&) = default;
};

// POST /batches (OpenAI: CreateBatchRequest). Response: Batch.
struct CreateBatchRequest {
    std::string input_file_id{};  // a file of purpose batch
    open_enum<BatchEndpoint> endpoint{};
    std::string completion_window = "24h";  // the only value
    field<raw_json> metadata{};             // an object of at most 16 texts
    field<BatchFileExpirationAfter> output_expires_after{};
    extra_members extra{};
    friend bool operator==(const CreateBatchRequest&, const CreateBatchRequest&) = default;
};

// GET /batches. Response: ListBatchesResponse.
struct ListBatchesRequest {
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page, 1..100
    friend bool operator==(const ListBatchesRequest&, const ListBatchesRequest&) = default;
};

// OpenAI: ListBatchesResponse. A page of batches.
struct ListBatchesResponse {
    field<std::string> object{};  // "list"
    std::vector<Batch> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const ListBatchesResponse&, const ListBatchesResponse&) = default;
};

// GET /batches/{batch_id}. Response: Batch.
struct RetrieveBatchRequest {
    path_parameter batch_id{};
    friend bool operator==(const RetrieveBatchRequest&, const RetrieveBatchRequest&) = default;
};

// POST /batches/{batch_id}/cancel. Response: Batch, which is cancelling for up to ten minutes.
struct CancelBatchRequest {
    path_parameter batch_id{};
    friend bool operator==(const CancelBatchRequest&, const CancelBatchRequest&) = default;
};

// OpenAI: BatchRequestInput. A line of an input file.
struct BatchRequestInput {
    std::string custom_id{};  // of the program's choice, different for each line
    std::string method = "POST";
    std::string url{};  // as in BatchEndpoint, the same for all lines
    raw_json body{};    // the request, without `stream`
    extra_members extra{};
    friend bool operator==(const BatchRequestInput&, const BatchRequestInput&) = default;
};

// The response of a line, as it would have come over HTTP.
struct BatchRequestResponse {
    field<std::int64_t> status_code{};
    field<std::string> request_id{};  // the server's id of the call
    field<raw_json> body{};           // the response of the operation, or its error body
    extra_members extra{};
    friend bool operator==(const BatchRequestResponse&, const BatchRequestResponse&) = default;
};

// Why a line has no response: code "batch_expired", "batch_cancelled", "request_timeout".
struct BatchRequestError {
    field<std::string> code{};
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const BatchRequestError&, const BatchRequestError&) = default;
};

// OpenAI: BatchRequestOutput. A line of a file of results.
struct BatchRequestOutput {
    field<std::string> id{};
    field<std::string> custom_id{};  // that of the input
    field<BatchRequestResponse> response{};
    field<BatchRequestError> error{};  // null: there is a response
    extra_members extra{};
    friend bool operator==(const BatchRequestOutput&, const BatchRequestOutput&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
