// Atoma's confidential operations, and what is sealed with them: chat, text completions,
// embeddings and images; nothing else. The cryptography is yours: confidential/botan.hpp, or your
// own.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/confidential.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/confidential/client.hpp>
#include <oaiwire/confidential/crypto.hpp>
#include <oaiwire/confidential/open.hpp>
#include <oaiwire/confidential/opener.hpp>
#include <oaiwire/confidential/seal.hpp>
#include <oaiwire/confidential/transport.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_COMPILED(struct json::detail::describe<ConfidentialComputeRequest>)
OAIWIRE_COMPILED(struct json::detail::describe<ConfidentialComputeResponse>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
