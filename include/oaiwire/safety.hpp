// Safety alerts and cases, and the provenance of files, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/safety.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<ContentProvenanceCheck>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateContentProvenanceCheckRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveSafetyAlertRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<RetrieveSafetyCaseRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<SafetyAlert>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<SafetyCase>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
