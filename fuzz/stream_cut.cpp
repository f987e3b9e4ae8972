// stream_cut: chunks, end, error, facts and response of a chat stream depend on its bytes, never on
// the cuts and never on the decoder's shortcuts; what is ordinary in it is read as by itself; text
// that is handed out is UTF-8. Input: a seed (limits, mode, how the transport ends, cuts) and the
// stream.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <oracle/event_stream.hpp>

#include "decoding.hpp"
#include "event_edits.hpp"
#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// What must come out as far as the stream is ordinary: event by event, with fresh objects. Stops at
// the first event that needs more than that.
struct reference {
    std::vector<ChatCompletionChunk> chunks{};
    bool done = false;      // [DONE] came, after ordinary events only
    bool all_plain = true;  // nothing but ordinary events came
    bool all_finished = false;
};

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

reference read_events(std::string_view text, const fuzz::stream_setup& s) {
    reference out;
    // what stands behind blanks and comments says what the body is
    constexpr std::string_view blank = " \t\r\n\xEF\xBB\xBF";
    std::size_t first = text.find_first_not_of(blank);
    while (first != std::string_view::npos && text[first] == ':') {
        first = text.find_first_of("\r\n", first);
        if (first != std::string_view::npos) first = text.find_first_not_of(blank, first);
    }
    if (first == std::string_view::npos || text[first] == '{' || text[first] == '[') {
        out.all_plain = false;
        return out;
    }
    auto events =
        oracle::read_event_stream(std::string(text), {s.bounds.event, s.bounds.line, false});
    const bool whole = !events.failure;
    if (events.unfinished) events.entries.push_back(*events.unfinished);
    std::map<std::int64_t, bool> finished;
    for (const auto& e : events.entries) {
        if (e.kind == "field" && e.event != "error") continue;
        if (e.kind == "comment" || e.kind == "retry") continue;
        const std::size_t from = e.data.find_first_not_of(" \t\r\n");
        const std::string data =
            from == std::string::npos
                ? std::string()
                : e.data.substr(from, e.data.find_last_not_of(" \t\r\n") + 1 - from);
        if (data == "[DONE]" && e.event != "error" && e.kind == "message") {
            out.done = true;
            return out;
        }
        // errors, halves of surrogate pairs and whole messages are not for this reader
        const auto chunk = json::read<ChatCompletionChunk>(data, s.mode);
        if (e.kind != "message" || e.event == "error" || !chunk || chunk->choices.empty() ||
            contains(data, "error") || contains(data, "\\u") || contains(data, "message")) {
            out.all_plain = false;
            return out;
        }
        std::int64_t position = 0;
        for (const auto& c : chunk->choices) {
            const std::int64_t index = c.index && *c.index >= 0 ? *c.index : position;
            ++position;
            finished[index] =
                finished[index] || (c.finish_reason && !c.finish_reason->text().empty());
        }
        if (finished.size() > s.bounds.choices) {
            out.all_plain = false;
            return out;
        }
        out.chunks.push_back(*chunk);
    }
    out.all_plain = whole && !out.chunks.empty();
    out.all_finished = !finished.empty();
    for (const auto& [index, is] : finished) out.all_finished = out.all_finished && is;
    return out;
}

void compare(const fuzz::decoding<ChatCompletionChunk>& got, const reference& expected,
             const fuzz::stream_setup& s) {
    must(got.chunks.size() >= expected.chunks.size(), "everything before the end is delivered");
    for (std::size_t i = 0; i != expected.chunks.size(); ++i) {
        must(fuzz::same(got.chunks[i], expected.chunks[i]), "a chunk is read as by itself");
    }
    if (expected.done) {
        must(got.end == stream_end::complete, "[DONE] completes");
    } else if (expected.all_plain) {
        must(got.end == (expected.all_finished && !s.transport_fails ? stream_end::finished
                                                                     : stream_end::truncated),
             "without [DONE] every choice must have finished");
    } else {
        return;
    }
    must(got.chunks.size() == expected.chunks.size(), "and nothing is added");
}

void stream_cut(std::string_view input) {
    fuzz::seeded random(input);
    const fuzz::stream_setup s(random);
    const auto whole = fuzz::decode_every_way<ChatCompletionChunk>(random.text, s, random);
    must(whole.facts.back().done_seen == (whole.end == stream_end::complete),
         "complete is what [DONE] came for");
    compare(whole, read_events(random.text, s), s);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    stream_cut(fuzz::text_of(data, size));
    return 0;
}
