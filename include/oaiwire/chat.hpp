// Chat completions, plain and streamed, and nothing else: a program that includes this does not
// compile the other operations. oaiwire.hpp is everything.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/body/call_parts.hpp>
#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/body/reasoning.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
#include <oaiwire/stream/merge_choices.hpp>
#include <oaiwire/types/text.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_COMPILED(struct json::detail::describe<ChatCompletion>)
OAIWIRE_COMPILED(struct json::detail::describe<ChatCompletionChunk>)
OAIWIRE_COMPILED(struct json::detail::describe<ChatCompletionDeleted>)
OAIWIRE_COMPILED(struct json::detail::describe<ChatCompletionList>)
OAIWIRE_COMPILED(struct json::detail::describe<ChatCompletionMessageList>)
OAIWIRE_COMPILED(struct json::detail::describe<ChatCompletionRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<UpdateChatCompletionRequest>)
// What a request and its messages are copied and destroyed by.
OAIWIRE_COMPILED(struct detail::kept<AudioReference>)
OAIWIRE_COMPILED(struct detail::kept<MessageContent>)
OAIWIRE_COMPILED(struct detail::kept<PredictionContent>)
OAIWIRE_COMPILED(struct detail::kept<PromptCacheBreakpoint>)
OAIWIRE_COMPILED(struct detail::kept<Stop>)
OAIWIRE_COMPILED(struct detail::kept<ToolChoice>)
OAIWIRE_COMPILED(struct detail::kept<std::vector<Tool>>)
OAIWIRE_COMPILED(struct detail::kept<std::vector<ToolCall>>)
OAIWIRE_COMPILED(class accumulator<ChatCompletionChunk>)
OAIWIRE_COMPILED(class stream_decoder<ChatCompletionChunk>)
OAIWIRE_COMPILED(class exchange<ChatCompletionRequest>)
OAIWIRE_COMPILED(const detail::chunk_table& detail::chunk_table_of<ChatCompletionChunk>())
OAIWIRE_COMPILED(const detail::request_table& detail::request_table_of<ChatCompletionRequest>())
OAIWIRE_COMPILED(const detail::call_table& detail::call_table_of<ChatCompletionRequest>())

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
