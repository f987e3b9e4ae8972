// Responses, plain and streamed, and nothing else.
#pragma once

#include <oaiwire/api/operations/responses.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
#include <oaiwire/types/response_text.hpp>
#include <oaiwire/types/text.hpp>
