// Evals, their runs and output items, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/evals.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CancelEvalRunRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateEvalRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateEvalRunRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteEvalRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteEvalRunRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedEval>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedEvalRun>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<Eval>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<EvalList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<EvalRun>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<EvalRunList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<EvalRunOutputItem>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<EvalRunOutputItemList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListEvalRunOutputItemsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListEvalRunsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListEvalsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveEvalRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveEvalRunOutputItemRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveEvalRunRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<UpdateEvalRequest>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
