// Which WebSocket a Realtime session is opened by.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/types/raw_json.hpp>
#include <oaiwire/types/realtime.hpp>

namespace oaiwire { inline namespace v0_2 {

// Their requests are not sent by a client, but turned into a duplex_request by
// realtime_connection().
template <>
struct operation_of<ConnectRealtimeRequest> : get_operation<raw_json> {
    static constexpr std::string_view id = "connect-realtime";
    static constexpr std::string_view path = "/realtime";
};
template <>
struct operation_of<ConnectRealtimeTranslationRequest> : get_operation<raw_json> {
    static constexpr std::string_view id = "connect-realtime-translation";
    static constexpr std::string_view path = "/realtime/translations";
};

[[gnu::cold]] std::vector<violation> validate(const ConnectRealtimeRequest&);
[[gnu::cold]] std::vector<violation> validate(const ConnectRealtimeTranslationRequest&);

// The connection to open: at the endpoint's base URL, with its key, headers, query and timeouts; an
// ephemeral key (client_secrets) is a key like any other. Errors are of kind invalid_request.
result<http::duplex_request> realtime_connection(const ConnectRealtimeRequest& request,
                                                 const endpoint& where,
                                                 const call_options& options = {});
// The same for a session that translates.
result<http::duplex_request> realtime_connection(const ConnectRealtimeTranslationRequest& request,
                                                 const endpoint& where,
                                                 const call_options& options = {});

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <utility>

#include <oaiwire/session/duplex_request_of.hpp>
#include <oaiwire/types/field.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ConnectRealtimeRequest& r) {
    detail::validator v;
    const auto given = [](const field<std::string>& member) { return member ? 1 : 0; };
    v.check(given(r.model) + given(r.call_id) + given(r.intent) + given(r.deployment) == 1, "model",
            "must be given, or else one of call_id, intent and deployment");
    v.check(!r.model || !r.model->empty(), "model", "must not be empty");
    v.check(!r.call_id || !r.call_id->empty(), "call_id", "must not be empty");
    v.check(!r.deployment || !r.deployment->empty(), "deployment", "must not be empty");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ConnectRealtimeTranslationRequest& r) {
    return detail::text_rule(r.model ? std::string_view(*r.model) : std::string_view(), "model");
}

OAIWIRE_ADAPTER_INLINE result<http::duplex_request> realtime_connection(
    const ConnectRealtimeRequest& request, const endpoint& where, const call_options& options) {
    return detail::duplex_request_of(build_request(request, where, false, options), options);
}

OAIWIRE_ADAPTER_INLINE result<http::duplex_request> realtime_connection(
    const ConnectRealtimeTranslationRequest& request, const endpoint& where,
    const call_options& options) {
    return detail::duplex_request_of(build_request(request, where, false, options), options);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
