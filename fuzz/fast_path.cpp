// fast_path: the decoder's shortcuts change nothing. The same bytes, read by every shortcut and by
// none, wherever they are cut, come to the same chunks, payloads, facts, response, end and error.
// Input: a seed (the kind of stream, edits, limits, mode, how the transport ends, cuts) and the
// stream, whose events are repeated with other strings before it is tried.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "decoding.hpp"
#include "event_edits.hpp"
#include "target.hpp"

namespace {

using namespace oaiwire;

// A stream is only worth a shortcut where its events are alike: each stands in it several times,
// with other bytes at the places where strings begin or end.
std::string repeated(std::string_view text, fuzz::seeded& random) {
    static constexpr std::string_view texts[] = {"a",
                                                 "\\n",
                                                 "\\\"",
                                                 "\"",
                                                 "\\",
                                                 "\xC3\xA9",
                                                 "\xFF",
                                                 "\x01",
                                                 "\r",
                                                 "\n",
                                                 "\\u0",
                                                 "\\ud83d\\ude00",
                                                 "",
                                                 "\\ud83d",
                                                 "\\ude00",
                                                 "1",
                                                 "plain text of some length",
                                                 ",",
                                                 "null",
                                                 "}"};
    std::string out;
    for (const std::string& event : fuzz::events_of(text)) {
        for (std::size_t n = 1 + random.below(4); n != 0; --n) {
            std::string copy(event);
            for (std::size_t edits = random.below(3); edits != 0 && !copy.empty(); --edits) {
                std::size_t at = random.below(copy.size());
                if (random.below(4) != 0) at = std::min(copy.find('"', at), copy.size() - 1);
                if (random.below(2) == 0) ++at;
                const auto put = texts[random.below(std::size(texts))];
                copy.replace(at, random.below(3), put);
            }
            out += copy;
        }
    }
    return out;
}

void fast_path(std::string_view input) {
    fuzz::seeded random(input);
    const std::string text = repeated(random.text, random);
    const fuzz::stream_setup s(random);
    switch (random.below(4)) {
        case 0:
            fuzz::decode_every_way<CompletionChunk>(text, s, random);
            break;
        case 1:
            fuzz::decode_every_way<ResponseStreamEvent>(text, s, random);
            break;
        default:
            fuzz::decode_every_way<ChatCompletionChunk>(text, s, random);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fast_path(fuzz::text_of(data, size));
    return 0;
}
