// Decisions, and nothing else.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/decisions.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CreateDecisionRequest>)
OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<Decision>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
