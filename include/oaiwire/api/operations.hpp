// All operations of OpenAI, Atoma and R9S that use this protocol, with the rules of their requests.
#pragma once

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
