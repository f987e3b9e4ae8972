// stream_cut: chunks, end, error, statistics and response of a chat stream depend on its bytes,
// never on the cuts and never on the decoder's shortcuts; its end and what is ordinary in it are
// what the reference says; text that is handed out is UTF-8. Input: a seed (limits, mode, how the
// transport ends, cuts) and the stream.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

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
        must(fuzz::same(got.chunks[i], expected.chunks[i]), "a chunk is read as by itself");
    }
    if (expected.end.empty()) return;
    must(name(got.end) == expected.end, "the end is what the reference says");
    must(got.statistics.back().all_finished == expected.all_finished, "so is what has finished");
    if (expected.end == "api_error") {
        must(got.why.offset == expected.error_at, "an error lies where its event begins");
    }
    if (expected.all_chunks) {
        must(got.chunks.size() == expected.chunks.size(), "and nothing is added");
    }
    if (!expected.contents || !got.accumulated) return;
    for (const auto& [index, text] : *expected.contents) {
        must(content_of(got.response, index) == text,
             "halves of characters are joined, or replaced");
    }
}

void stream_cut(std::string_view input) {
    fuzz::seeded random(input);
    const fuzz::stream_setup s(random);
    const auto whole = fuzz::decode_every_way<ChatCompletionChunk>(random.text, s, random);
    must(whole.end != stream_end::complete || whole.statistics.back().done_seen,
         "only what [DONE] came for is complete");
    compare(whole, reference(random.text, s));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    stream_cut(fuzz::text_of(data, size));
    return 0;
}
