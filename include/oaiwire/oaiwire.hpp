// All of oaiwire but the adapters (transport/), whose HTTP stacks are yours to choose. Nothing
// includes this header.
#pragma once

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/rate_limit.hpp>
#include <oaiwire/http/retry_after.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/json/patch.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/sse/encoder.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/error_body.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/text.hpp>
