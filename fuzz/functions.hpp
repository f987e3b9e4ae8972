// Decoders and exchanges used by several targets, compiled in functions.cpp, or in the compiled
// form where the corpora are replayed.
#pragma once

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/response_request.hpp>

namespace oaiwire { inline namespace v0_2 {

extern template class accumulator<ChatCompletionChunk>;
extern template class stream_decoder<ChatCompletionChunk>;
extern template class stream_decoder<Completion>;
extern template class stream_decoder<ResponseStreamEvent>;
extern template class exchange<ChatCompletionRequest>;

}}  // namespace oaiwire::v0_2
