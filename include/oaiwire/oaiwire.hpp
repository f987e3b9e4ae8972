// All of the client's side but the adapters (transport/), whose HTTP stacks are yours to choose,
// and the tables of api/conformance.hpp. Servers and gateways include server.hpp and bridge.hpp
// beside it. A program that uses one section of the API compiles in less time with the header of
// that section alone, as chat.hpp; nothing else includes this header or those.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/audio.hpp>
#include <oaiwire/chat.hpp>
#include <oaiwire/completions.hpp>
#include <oaiwire/confidential.hpp>
#include <oaiwire/embeddings.hpp>
#include <oaiwire/gateways.hpp>
#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/http/request_head.hpp>
#include <oaiwire/images.hpp>
#include <oaiwire/models.hpp>
#include <oaiwire/moderations.hpp>
#include <oaiwire/responses.hpp>
#include <oaiwire/tools.hpp>

#include <oaiwire/core/macros_end.hpp>
