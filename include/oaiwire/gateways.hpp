// What gateways have beside the operations of OpenAI, and nothing else: Atoma's nodes and
// health, R9S's search and proxy.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/gateways.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_COMPILED(struct json::detail::describe<HealthResponse>)
OAIWIRE_COMPILED(struct json::detail::describe<NodesCreateLockRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<NodesCreateLockResponse>)
OAIWIRE_COMPILED(struct json::detail::describe<NodesCreateRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<NodesCreateResponse>)
OAIWIRE_COMPILED(struct json::detail::describe<ProxyRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<SearchRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<SearchResponse>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
