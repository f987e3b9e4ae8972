// stream_cut: chunks, end, error, statistics and response of a chat stream depend on its bytes, not
// on splits or the fast path; its end and its ordinary chunks are those of the reference decoder;
// delivered text is UTF-8. Input: a seed (limits, mode, transport end, splits) and the stream.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include <oaiwire/stream/chat_stream.hpp>
#include <oracle/stream_end.hpp>

#include "decoding.hpp"
#include "event_edits.hpp"
#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;
using chat_decoding = fuzz::decoding<ChatCompletionChunk>;

oracle::chat_stream reference(std::string_view text, const fuzz::stream_setup& s) {
    oracle::chat_stream_options options;
    options.event_limit = s.bounds.event;
    options.line_limit = s.bounds.line;
    options.body_limit = s.bounds.body;
    options.choice_limit = s.bounds.choices;
    options.mode = s.mode;
    options.transport_fails = s.transport_fails;
    return oracle::read_chat_stream(text, options);
}

std::string content_of(const ChatCompletion& response, std::int64_t index) {
    for (const auto& c : response.choices) {
        if (c.index != index || !c.message || !c.message->content) continue;
        const auto* content = std::get_if<std::string>(&*c.message->content);
        return content ? *content : "";
    }
    return "";
}

void compare(const chat_decoding& got, const oracle::chat_stream& expected) {
    must(got.chunks.size() >= expected.chunks.size(), "everything before the end is delivered");
    for (std::size_t i = 0; i != expected.chunks.size(); ++i) {
        must(fuzz::same(got.chunks[i], expected.chunks[i]), "a chunk reads the same as alone");
    }
    if (expected.end.empty()) return;
    must(name(got.end) == expected.end, "the end reason equals the reference's");
    must(got.statistics.back().all_finished == expected.all_finished,
         "all_finished equals the reference's");
    if (expected.end == "api_error") {
        must(got.why.offset == expected.error_at, "an error has the offset of its event");
    }
    if (expected.all_chunks) {
        must(got.chunks.size() == expected.chunks.size(), "nothing is added");
    }
    if (!expected.contents || !got.accumulated) return;
    for (const auto& [index, text] : *expected.contents) {
        must(content_of(got.response, index) == text, "surrogate halves are joined or replaced");
    }
}

void stream_cut(std::string_view input) {
    fuzz::seeded random(input);
    const fuzz::stream_setup s(random);
    const auto whole = fuzz::decode_every_way<ChatCompletionChunk>(random.text, s, random);
    must(whole.end != stream_end::complete || whole.statistics.back().done_seen,
         "only [DONE] makes a stream complete");
    compare(whole, reference(random.text, s));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    stream_cut(fuzz::text_of(data, size));
    return 0;
}
