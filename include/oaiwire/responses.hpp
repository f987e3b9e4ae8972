// Responses, plain and streamed, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/responses.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
#include <oaiwire/types/response_input.hpp>
#include <oaiwire/types/response_text.hpp>
#include <oaiwire/types/text.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_COMPILED(struct json::detail::describe<CompactResponseRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<CompactedResponse>)
OAIWIRE_COMPILED(struct json::detail::describe<CountInputTokensRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<DeletedResponse>)
OAIWIRE_COMPILED(struct json::detail::describe<InputTokenCount>)
OAIWIRE_COMPILED(struct json::detail::describe<Response>)
OAIWIRE_COMPILED(struct json::detail::describe<ResponseItem>)
OAIWIRE_COMPILED(struct json::detail::describe<ResponseItemList>)
OAIWIRE_COMPILED(struct json::detail::describe<ResponseRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<ResponseStreamEvent>)
OAIWIRE_COMPILED(class stream_decoder<ResponseStreamEvent>)
OAIWIRE_COMPILED(class exchange<ResponseRequest>)
OAIWIRE_COMPILED(const detail::chunk_table& detail::chunk_table_of<ResponseStreamEvent>())
OAIWIRE_COMPILED(const detail::request_table& detail::request_table_of<ResponseRequest>())
OAIWIRE_COMPILED(const detail::call_table& detail::call_table_of<ResponseRequest>())

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
