// The Realtime API: its events and sessions, and its operations over HTTP. oaiwire.hpp does not
// include it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/realtime.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
#include <oaiwire/session/audio_event.hpp>
#include <oaiwire/session/realtime_audio.hpp>
#include <oaiwire/session/realtime_session.hpp>
#include <oaiwire/session/realtime_socket.hpp>
#include <oaiwire/types/realtime_client_events.hpp>
#include <oaiwire/types/realtime_server_events.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<AcceptRealtimeCallRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateRealtimeClientSecretRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateRealtimeClientSecretResponse>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateRealtimeTranscriptionSessionRequest>)
OAIWIRE_ADAPTER_COMPILED(
    struct json::detail::describe<CreateRealtimeTranslationClientSecretRequest>)
OAIWIRE_ADAPTER_COMPILED(
    struct json::detail::describe<CreateRealtimeTranslationClientSecretResponse>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RealtimeClientEvent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RealtimeServerEvent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RealtimeTranscriptionSettings>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RealtimeTranslationClientEvent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RealtimeTranslationServerEvent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ReferRealtimeCallRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RejectRealtimeCallRequest>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
