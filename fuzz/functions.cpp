// What several targets use, compiled once for all of them: the compiled form has every wire type,
// which takes a sanitizer three times as long.
#include "functions.hpp"

namespace oaiwire::inline v0_2 {

template class accumulator<ChatCompletionChunk>;
template class stream_decoder<ChatCompletionChunk>;
template class stream_decoder<Completion>;
template class stream_decoder<ResponseStreamEvent>;
template class exchange<ChatCompletionRequest>;

}  // namespace oaiwire::inline v0_2
