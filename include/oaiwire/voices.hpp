// Custom voices and the consents to them, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/voices.hpp>
#include <oaiwire/api/pages.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateVoiceConsentRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateVoiceRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteVoiceConsentRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeleteVoiceRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedVoice>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<DeletedVoiceConsent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ListVoiceConsentsRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveVoiceConsentRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<UpdateVoiceConsentRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VoiceConsent>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VoiceConsentList>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<VoiceResource>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
