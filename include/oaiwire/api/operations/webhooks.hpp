// Webhooks: the operations of their endpoints, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/webhooks.hpp>
#if OAIWIRE_ADAPTER_DEFINES
#include <utility>
#endif

namespace oaiwire { inline namespace v0_2 {

// Creates an endpoint. The response has the secret, which is shown this once.
template <>
struct operation_of<CreateWebhookEndpointRequest> : post_operation<WebhookEndpointWithSecret> {
    static constexpr std::string_view id = "createWebhookEndpoint";
    static constexpr std::string_view path = "/webhook_endpoints";
};

// The endpoints of the project, a page at a time.
template <>
struct operation_of<ListWebhookEndpointsRequest> : list_operation<WebhookEndpointList> {
    static constexpr std::string_view id = "listWebhookEndpoints";
    static constexpr std::string_view path = "/webhook_endpoints";
};

// An endpoint by its id.
template <>
struct operation_of<RetrieveWebhookEndpointRequest> : get_operation<WebhookEndpoint> {
    static constexpr std::string_view id = "retrieveWebhookEndpoint";
    static constexpr std::string_view path = "/webhook_endpoints/{webhook_endpoint_id}";
};

// Changes what is set.
template <>
struct operation_of<UpdateWebhookEndpointRequest> : post_operation<WebhookEndpoint> {
    static constexpr std::string_view id = "updateWebhookEndpoint";
    static constexpr std::string_view path = "/webhook_endpoints/{webhook_endpoint_id}";
};

// Deletes an endpoint.
template <>
struct operation_of<DeleteWebhookEndpointRequest> : delete_operation<DeletedWebhookEndpoint> {
    static constexpr std::string_view id = "deleteWebhookEndpoint";
    static constexpr std::string_view path = "/webhook_endpoints/{webhook_endpoint_id}";
};

// Replaces the secret. Give a webhook_receiver both while the old one is valid.
template <>
struct operation_of<RotateWebhookEndpointSecretRequest>
    : post_operation<WebhookEndpointWithSecret> {
    static constexpr std::string_view id = "rotateWebhookEndpointSecret";
    static constexpr std::string_view path =
        "/webhook_endpoints/{webhook_endpoint_id}/rotate_secret";
};

// Sends a sample event to the endpoint.
template <>
struct operation_of<TestWebhookEndpointRequest> : post_operation<WebhookEndpointTestResult> {
    static constexpr std::string_view id = "testWebhookEndpoint";
    static constexpr std::string_view path = "/webhook_endpoints/{webhook_endpoint_id}/test";
};

// The types of events that the project can receive.
template <>
struct operation_of<ListWebhookEventTypesRequest> : get_operation<WebhookEventTypeList> {
    static constexpr std::string_view id = "listWebhookEventTypes";
    static constexpr std::string_view path = "/webhook_event_types";
};

template <>
inline constexpr bool has_no_rules<ListWebhookEventTypesRequest> = true;

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateWebhookEndpointRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListWebhookEndpointsRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveWebhookEndpointRequest&);
[[gnu::cold]] std::vector<violation> validate(const UpdateWebhookEndpointRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteWebhookEndpointRequest&);
[[gnu::cold]] std::vector<violation> validate(const RotateWebhookEndpointSecretRequest&);
[[gnu::cold]] std::vector<violation> validate(const TestWebhookEndpointRequest&);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// An endpoint is a server that OpenAI connects to, by https alone.
[[gnu::cold]] OAIWIRE_ADAPTER_INLINE void webhook_url(validator& v, std::string_view url) {
    v.check(url.starts_with("https://"), "url", "must be an https URL");
}

}  // namespace detail

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const CreateWebhookEndpointRequest& r) {
    detail::validator v;
    v.check(!r.event_types.empty(), "event_types", "must not be empty");
    v.text(r.name, "name");
    detail::webhook_url(v, r.url);
    return std::move(v.found);
}

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const ListWebhookEndpointsRequest& r) {
    detail::validator v;
    v.check(!r.limit || *r.limit >= 1, "limit", "must be at least 1");
    return std::move(v.found);
}

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const RetrieveWebhookEndpointRequest& r) {
    return detail::text_rule(r.webhook_endpoint_id, "webhook_endpoint_id");
}

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const UpdateWebhookEndpointRequest& r) {
    detail::validator v;
    v.text(r.webhook_endpoint_id, "webhook_endpoint_id");
    v.check(!r.event_types || !r.event_types->empty(), "event_types", "must not be empty");
    v.check(!r.name || !r.name->empty(), "name", "must not be empty");
    if (r.url) detail::webhook_url(v, *r.url);
    return std::move(v.found);
}

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const DeleteWebhookEndpointRequest& r) {
    return detail::text_rule(r.webhook_endpoint_id, "webhook_endpoint_id");
}

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const RotateWebhookEndpointSecretRequest& r) {
    return detail::text_rule(r.webhook_endpoint_id, "webhook_endpoint_id");
}

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const TestWebhookEndpointRequest& r) {
    detail::validator v;
    v.text(r.webhook_endpoint_id, "webhook_endpoint_id");
    v.text(r.event_type.text(), "event_type");
    return std::move(v.found);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
