// response_pump: what is read of a response depends on its bytes, not on how they are split, and
// equals what the reference reader reads; content is a view into the fed bytes, behind its head;
// the end of a connection ends only a body without length and chunks. Input: a seed (method,
// limits, splits) and the bytes.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <support/response_runs.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using namespace support::responses;
using fuzz::must;

void response_pump_target(std::string_view input) {
    fuzz::seeded random(input);
    const bool is_head = random.below(8) == 0;
    limits bounds;
    if (random.below(2) == 0) {
        bounds.head = random.below(200);
        bounds.headers = random.below(6);
        bounds.chunk_extensions = random.below(40);
        bounds.trailers = random.below(60);
    }
    const seen reference = expected(random.text, is_head, bounds);
    must(decode(random.text, {}, is_head, bounds) == reference,
         "an unsplit response is read as the reference reads it");
    for (const fuzz::cutting& cuts : fuzz::cuttings(random, random.text.size())) {
        must(decode(random.text, cuts, is_head, bounds) == reference,
             "every split of a response gives the same result");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    response_pump_target(fuzz::text_of(data, size));
    return 0;
}
