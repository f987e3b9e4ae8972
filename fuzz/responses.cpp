// responses: events, response, end and error of a stream of the Responses API depend on its bytes,
// never on the cuts and never on the decoder's shortcuts; what is ordinary in it is read as by
// itself; it is complete where its last event says so, and nowhere else. Input: a seed (limits,
// mode, how the transport ends, whether events are repeated with other strings, cuts) and the
// stream.
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

// Does the JSON text of an event, or of a whole response, say that it is the last?
bool says_last(const nlohmann::json& event) {
    const auto member = [&](const char* name) {
        const auto found = event.find(name);
        return found == event.end() ? nlohmann::json() : *found;
    };
    if (!event.contains("type")) return true;  // its name does, or it is a whole response
    for (const char* type : {"completed", "incomplete", "cancelled", "done"}) {
        if (member("type") == std::string("response.") + type) return true;
    }
    return false;
}

void check_end(const fuzz::decoding<ResponseStreamEvent>& whole) {
    if (whole.end == stream_end::complete) {
        must(!whole.payloads.empty(), "an event says that it is the last");
        const auto last = nlohmann::json::parse(whole.payloads.back(), nullptr, false);
        // what took repair is not read here
        must(last.is_discarded() || (last.is_object() && says_last(last)), "it is the last event");
    }
    must(whole.end != stream_end::finished, "no event says that none need follow");
    if (whole.statistics.back().done_seen && whole.end == stream_end::malformed) {
        must(whole.chunks.empty(), "before [DONE] nothing was recognised");
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
    // halves of surrogate pairs are held until they meet, in whichever event that is
    if (text.find("\\u") != std::string::npos) return;
    for (std::size_t i = 0; i != whole.chunks.size(); ++i) {
        // other JSON becomes an event
        const std::string& payload = whole.payloads[i];
        if (!payload.starts_with("{\"type\":\"response.")) continue;
        const auto alone = json::read<ResponseStreamEvent>(payload, s.mode);
        must(!alone || fuzz::same(*alone, whole.chunks[i]), "an event is read as by itself");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    responses(fuzz::text_of(data, size));
    return 0;
}
