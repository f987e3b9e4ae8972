// Conversations that the server keeps, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/conversations.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
#include <oaiwire/types/response_input.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<Conversation>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ConversationItemList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateConversationItemsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateConversationRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedConversation>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<UpdateConversationRequest>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
