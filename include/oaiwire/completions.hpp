// Text completions, plain and streamed, and edits, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/completions.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
#include <oaiwire/types/text.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_COMPILED(struct json::detail::describe<Completion>)
OAIWIRE_COMPILED(struct json::detail::describe<CompletionRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<EditRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<EditResponse>)
OAIWIRE_COMPILED(class stream_decoder<Completion>)
OAIWIRE_COMPILED(class exchange<CompletionRequest>)
OAIWIRE_COMPILED(const detail::chunk_table& detail::chunk_table_of<Completion>())
OAIWIRE_COMPILED(const detail::request_table& detail::request_table_of<CompletionRequest>())
OAIWIRE_COMPILED(const detail::call_table& detail::call_table_of<CompletionRequest>())

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
