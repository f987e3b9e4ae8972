// Batches and the lines of their files, and nothing else: the header of the section that the
// requests are of is included beside it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/batch_reader.hpp>
#include <oaiwire/api/batch_writer.hpp>
#include <oaiwire/api/operations/batches.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/poll.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<Batch>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<BatchRequestInput>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<BatchRequestOutput>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateBatchRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListBatchesResponse>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
