// WebSocket connections without I/O (RFC 6455), and Responses over them. oaiwire.hpp does not
// include it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/session/response_session.hpp>
#include <oaiwire/session/response_socket.hpp>
#include <oaiwire/websocket/connection.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ResponseInjectEvent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ResponseSocketEvent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ResponseSteerEvent>)
OAIWIRE_ADAPTER_COMPILED(class basic_response_session<ResponseRequest>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
