// All operations of OpenAI, Atoma and R9S that use this protocol, with the rules of their requests.
// Each header has what the library knows of its operations (operation_of, see api/operation.hpp),
// then the rules of their requests (validate(), see api/validate.hpp). Programs that make few kinds
// of calls may include only the headers that they need.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations/audio.hpp>
#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/api/operations/completions.hpp>
#include <oaiwire/api/operations/confidential.hpp>
#include <oaiwire/api/operations/embeddings.hpp>
#include <oaiwire/api/operations/gateways.hpp>
#include <oaiwire/api/operations/images.hpp>
#include <oaiwire/api/operations/models.hpp>
#include <oaiwire/api/operations/moderations.hpp>
#include <oaiwire/api/operations/responses.hpp>

#include <oaiwire/core/macros_end.hpp>
