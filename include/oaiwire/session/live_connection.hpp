// Which WebSocket a Live session is opened by.
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
#include <oaiwire/types/live.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 {

// Their requests are not sent by a client, but turned into a duplex_request by live_connection().
template <>
struct operation_of<ConnectLiveRequest> : get_operation<raw_json> {
    static constexpr std::string_view id = "connectLive";
    static constexpr std::string_view path = "/live/sessions";
};
template <>
struct operation_of<ConnectLiveForkRequest> : get_operation<raw_json> {
    static constexpr std::string_view id = "connectLiveFork";
    static constexpr std::string_view path = "/live/sessions/{session_id}/fork";
};
template <>
struct operation_of<ConnectLiveSidebandRequest> : get_operation<raw_json> {
    static constexpr std::string_view id = "connectLiveSideband";
    static constexpr std::string_view path = "/live/sessions/{session_id}/attach";
};

template <>
inline constexpr bool has_no_rules<ConnectLiveRequest> = true;
[[gnu::cold]] std::vector<violation> validate(const ConnectLiveForkRequest&);
[[gnu::cold]] std::vector<violation> validate(const ConnectLiveSidebandRequest&);

// The connection to open: at the endpoint's base URL, with its key, headers, query and timeouts.
// Errors are of kind invalid_request. The first message of a session and of a fork is that of
// live_session::start().
result<http::duplex_request> live_connection(const ConnectLiveRequest& request,
                                             const endpoint& where,
                                             const call_options& options = {});
result<http::duplex_request> live_connection(const ConnectLiveForkRequest& request,
                                             const endpoint& where,
                                             const call_options& options = {});
result<http::duplex_request> live_connection(const ConnectLiveSidebandRequest& request,
                                             const endpoint& where,
                                             const call_options& options = {});

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/session/duplex_request_of.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ConnectLiveForkRequest& r) {
    return detail::text_rule(r.session_id, "session_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ConnectLiveSidebandRequest& r) {
    return detail::text_rule(r.session_id, "session_id");
}

OAIWIRE_ADAPTER_INLINE result<http::duplex_request> live_connection(
    const ConnectLiveRequest& request, const endpoint& where, const call_options& options) {
    return detail::duplex_request_of(build_request(request, where, false, options), options);
}

OAIWIRE_ADAPTER_INLINE result<http::duplex_request> live_connection(
    const ConnectLiveForkRequest& request, const endpoint& where, const call_options& options) {
    return detail::duplex_request_of(build_request(request, where, false, options), options);
}

OAIWIRE_ADAPTER_INLINE result<http::duplex_request> live_connection(
    const ConnectLiveSidebandRequest& request, const endpoint& where, const call_options& options) {
    return detail::duplex_request_of(build_request(request, where, false, options), options);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
