// The JSON functions and stream decoders that several targets use, compiled once for all of them:
// oaiwire/instantiate.hpp has those of every wire type, which takes a sanitizer three times as
// long.
#include <string>
#include <string_view>

#include <oaiwire/api/declare.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/error_body.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json {

#define FUZZ_INSTANTIATE(type)                                                           \
    template result<type> read<type>(std::string_view, const read_options&);             \
    template result<void> read_into<type>(std::string_view, type&, const read_options&); \
    template result<void> write<type>(const type&, std::string&);                        \
    template result<std::string> write<type>(const type&);

FUZZ_INSTANTIATE(ChatCompletion)
FUZZ_INSTANTIATE(ChatCompletionChunk)
FUZZ_INSTANTIATE(ChatCompletionRequest)
FUZZ_INSTANTIATE(Completion)
FUZZ_INSTANTIATE(ErrorBody)
FUZZ_INSTANTIATE(Response)
FUZZ_INSTANTIATE(ResponseRequest)
FUZZ_INSTANTIATE(ResponseStreamEvent)
FUZZ_INSTANTIATE(raw_json)

#undef FUZZ_INSTANTIATE

}  // namespace oaiwire::inline OAIWIRE_ABI::json

namespace oaiwire::inline OAIWIRE_ABI {

template class accumulator<ChatCompletionChunk>;
template class accumulator<Completion>;
template class stream_decoder<ChatCompletionChunk>;
template class stream_decoder<Completion>;
template class stream_decoder<ResponseStreamEvent>;
template class exchange<ChatCompletionRequest>;

}  // namespace oaiwire::inline OAIWIRE_ABI
