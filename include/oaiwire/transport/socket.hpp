// HTTP/1.1 transport over the sockets of the system, POSIX or Winsock, without TLS. Needs no
// library; on Windows link ws2_32.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/socket_connection.hpp>

#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/pump.hpp>

namespace oaiwire { inline namespace v0_2 {

// For servers on the same machine or behind a proxy that speaks TLS; a request to an https origin
// fails with errc::invalid_url. Models http::transport and http::pull_transport, one call at a
// time. Movable; may be used from any thread, by one at a time. A transport and its bodies take two
// file descriptors for each connection.
//
// - request_stop() ends a call at once, also while it resolves, connects or sends; a token within
//   20 ms.
// - Names are resolved on a thread, which is left behind if the call ends before. All addresses of
// a
//   name are tried.
// - A connection is kept for the next call to the same origin. No request is sent twice.
// - Redirects, cookies, content codings, authentication schemes and proxies are left alone.
class socket_transport : public pump_transport<detail::socket_connection> {
public:
    // Connects when the first call is made. Of the limits, head, headers, chunk_extensions and
    // trailers matter.
    explicit socket_transport(const oaiwire::limits& bounds = {}) : pump_transport(bounds) {}
};

static_assert(http::pull_transport<socket_transport>);

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
