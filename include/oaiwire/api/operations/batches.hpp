// Batches: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/batches.hpp>

namespace oaiwire { inline namespace v0_2 {

// Starts a batch from a file of requests.
template <>
struct operation_of<CreateBatchRequest> : post_operation<Batch> {
    static constexpr std::string_view id = "createBatch";
    static constexpr std::string_view path = "/batches";
};

// The batches of the project, by page.
template <>
struct operation_of<ListBatchesRequest> : list_operation<ListBatchesResponse> {
    static constexpr std::string_view id = "listBatches";
    static constexpr std::string_view path = "/batches";
};

// A batch, with its status and the ids of the files of results.
template <>
struct operation_of<RetrieveBatchRequest> : get_operation<Batch> {
    static constexpr std::string_view id = "retrieveBatch";
    static constexpr std::string_view path = "/batches/{batch_id}";
};

// Cancels a batch. What is done by then is in its files.
template <>
struct operation_of<CancelBatchRequest> : action_operation<Batch> {
    static constexpr std::string_view id = "cancelBatch";
    static constexpr std::string_view path = "/batches/{batch_id}/cancel";
};

// Whether the batch is over, well or not. See poll_until().
inline bool is_final(const Batch& batch) {
    if (!batch.status) return false;
    const BatchStatus status = batch.status->known();
    return status == BatchStatus::failed || status == BatchStatus::completed ||
           status == BatchStatus::expired || status == BatchStatus::cancelled;
}

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateBatchRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListBatchesRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveBatchRequest&);
[[gnu::cold]] std::vector<violation> validate(const CancelBatchRequest&);

#if OAIWIRE_ADAPTER_DEFINES

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateBatchRequest& r) {
    detail::validator v;
    v.text(r.input_file_id, "input_file_id");
    v.text(r.endpoint.text(), "endpoint");
    v.text(r.completion_window, "completion_window");
    if (r.output_expires_after) {
        const std::int64_t seconds = r.output_expires_after->seconds;
        v.check(seconds >= 3'600 && seconds <= 2'592'000, "output_expires_after.seconds",
                "must be from 3600 to 2592000");
    }
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListBatchesRequest& r) {
    detail::validator v;
    v.range(r.limit, 1, 100, "limit", "must be from 1 to 100");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveBatchRequest& r) {
    return detail::text_rule(r.batch_id, "batch_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CancelBatchRequest& r) {
    return detail::text_rule(r.batch_id, "batch_id");
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
