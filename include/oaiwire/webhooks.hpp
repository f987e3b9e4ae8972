// Webhooks: signatures, events, and the operations of their endpoints. oaiwire.hpp does not include
// it; webhooks/openssl.hpp and webhooks/botan.hpp have the cryptography.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/webhooks.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
#include <oaiwire/webhooks/crypto.hpp>
#include <oaiwire/webhooks/receiver.hpp>
#include <oaiwire/webhooks/signature.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateWebhookEndpointRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedWebhookEndpoint>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListWebhookEndpointsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RotateWebhookEndpointSecretRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<TestWebhookEndpointRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<UpdateWebhookEndpointRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<WebhookEndpoint>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<WebhookEndpointList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<WebhookEndpointTestResult>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<WebhookEndpointWithSecret>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<WebhookEvent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<WebhookEventTypeList>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
