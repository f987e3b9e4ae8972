// responses: events, response, end and error of a Responses stream depend on its bytes, not on
// splits or the fast path; an ordinary event reads the same as alone; the stream is complete
// exactly if its last event says so. Input: a seed (limits, mode, transport end, whether events are
// repeated with other strings, splits) and the stream.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "decoding.hpp"
#include "event_edits.hpp"
#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// Whether the JSON text of an event, or of a whole response, is the last of its stream.
bool says_last(const nlohmann::json& event) {
    const auto member = [&](const char* name) {
        const auto found = event.find(name);
        return found == event.end() ? nlohmann::json() : *found;
    };
    // the SSE name has the type, or it is a whole response
    if (!event.contains("type")) return true;
    for (const char* type : {"completed", "incomplete", "cancelled", "done"}) {
        if (member("type") == std::string("response.") + type) return true;
    }
    return false;
}

void check_end(const fuzz::decoding<ResponseStreamEvent>& whole) {
    if (whole.end == stream_end::complete) {
        must(!whole.payloads.empty(), "an event marks the end");
        const auto last = nlohmann::json::parse(whole.payloads.back(), nullptr, false);
        // repaired payloads cannot be parsed here
        must(last.is_discarded() || (last.is_object() && says_last(last)),
             "the marking event is the last");
    }
    must(whole.end != stream_end::finished,
         "a Responses stream is never finished without its last event");
    if (whole.statistics.back().done_seen && whole.end == stream_end::malformed) {
        must(whole.chunks.empty(), "nothing was recognised before [DONE]");
    }
}

void responses(std::string_view input) {
    fuzz::seeded random(input);
    const fuzz::stream_setup s(random);
    const bool repeats = random.below(4) == 0;
    const std::string text =
        repeats ? fuzz::repeated(random.text, random) : std::string(random.text);
    const auto whole = fuzz::decode_every_way<ResponseStreamEvent>(text, s, random);
    check_end(whole);
    // surrogate halves are held until they are joined, in any event
    if (text.find("\\u") != std::string::npos) return;
    for (std::size_t i = 0; i != whole.chunks.size(); ++i) {
        // other JSON becomes an event
        const std::string& payload = whole.payloads[i];
        if (!payload.starts_with("{\"type\":\"response.")) continue;
        const auto alone = json::read<ResponseStreamEvent>(payload, s.mode);
        must(!alone || fuzz::same(*alone, whole.chunks[i]), "an event reads the same as alone");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    responses(fuzz::text_of(data, size));
    return 0;
}
