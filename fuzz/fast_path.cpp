// fast_path: the decoder's fast path does not affect the result. The same bytes, with and without

#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
// it and in every split, give the same chunks, payloads, statistics, response, end and error.
// Input: a seed (kind of stream, edits, limits, mode, transport end, splits) and the stream, whose
// events are repeated with other strings.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "decoding.hpp"
#include "event_edits.hpp"
#include "target.hpp"

namespace {

using namespace oaiwire;

void fast_path(std::string_view input) {
    fuzz::seeded random(input);
    const std::string text = fuzz::repeated(random.text, random);
    const fuzz::stream_setup s(random);
    if (random.below(3) == 0) {
        fuzz::decode_every_way<CompletionChunk>(text, s, random);
    } else {
        fuzz::decode_every_way<ChatCompletionChunk>(text, s, random);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fast_path(fuzz::text_of(data, size));
    return 0;
}
