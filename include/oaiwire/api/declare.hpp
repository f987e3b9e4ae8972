// The exchanges of the calls that most programs make, declared: their code is where the one source
// file that includes oaiwire/instantiate.hpp is. For programs that include json/declare.hpp only.
#pragma once

#include <string_view>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/response_request.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

extern template class accumulator<ChatCompletionChunk>;
extern template class stream_decoder<ChatCompletionChunk>;
extern template class stream_decoder<Completion>;
extern template class stream_decoder<ResponseStreamEvent>;
extern template class exchange<ChatCompletionRequest>;
extern template class exchange<CompletionRequest>;
extern template class exchange<ResponseRequest>;

}  // namespace oaiwire::inline OAIWIRE_ABI
