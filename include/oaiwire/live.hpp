// The Live API: its events and sessions, and its operations over HTTP. oaiwire.hpp does not include
// it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/live.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
#include <oaiwire/session/live_connection.hpp>
#include <oaiwire/session/live_session.hpp>
#include <oaiwire/types/live_events.hpp>
#include <oaiwire/types/response_input.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<AcceptLiveSessionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateLiveSessionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ForkLiveSessionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<LiveClientEvent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<LiveServerEvent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<LiveSession>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<LiveSessionConnection>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ReferLiveSessionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RejectLiveSessionRequest>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
