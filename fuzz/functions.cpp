// Functions used by several targets, compiled once. The compiled form is not used, because it
// contains every wire type and takes three times as long with sanitizers.
#include "functions.hpp"

namespace oaiwire { inline namespace v0_2 {

template class accumulator<ChatCompletionChunk>;
template class stream_decoder<ChatCompletionChunk>;
template class stream_decoder<Completion>;
template class stream_decoder<ResponseStreamEvent>;
template class exchange<ChatCompletionRequest>;

}}  // namespace oaiwire::v0_2
