// fast_path: the decoder's shortcuts change nothing. The same bytes, read by every shortcut and by
// none, wherever they are cut, come to the same chunks, payloads, facts, end and error. Input: a
// seed (edits, limits, mode, how the transport ends, cuts, the kind of stream) and the stream,
// whose events are repeated with other strings before it is tried.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/response_traits.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

struct setup {
    limits bounds{};
    json::read_mode mode = json::tolerant;
    bool transport_fails = false;
};

template <class Chunk>
struct outcome {
    std::vector<Chunk> chunks{};
    std::vector<std::string> payloads{};
    std::vector<stream_facts> facts{};  // after each chunk, and at the end
    stream_end end{};
    error why{};
};

template <class Chunk>
outcome<Chunk> decode(std::string_view text, const fuzz::cutting& cuts, const setup& s, bool fast) {
    outcome<Chunk> out;
    stream_decoder<Chunk> decoder(s.bounds, s.mode);
    if (!fast) decoder.use({.templates = false, .prefix_memo = false, .prediction = false});
    const auto drain = [&] {
        while (const Chunk* chunk = decoder.next()) {
            out.chunks.push_back(*chunk);
            out.payloads.emplace_back(decoder.payload());
            out.facts.push_back(decoder.facts());
        }
    };
    fuzz::each_piece(text, cuts, [&](std::string_view piece) {
        decoder.feed(piece);
        drain();
    });
    if (s.transport_fails) {
        decoder.fail(make_error(errc::receive_failed));
    } else {
        decoder.finish();
    }
    drain();
    must(fast || decoder.template_hits() == 0, "a shortcut that is off is not taken");
    out.facts.push_back(decoder.facts());
    out.end = decoder.end();
    out.why = decoder.error();
    return out;
}

template <class Chunk>
void compare(const outcome<Chunk>& fast, const outcome<Chunk>& plain) {
    must(fast.payloads == plain.payloads, "the same payloads");
    for (std::size_t i = 0; i != plain.chunks.size(); ++i) {
        const auto& a = fast.chunks[i];
        const auto& b = plain.chunks[i];
        must(a == b || (a != a && b != b), "the same chunks");  // NaN is not even itself
    }
    must(fast.facts == plain.facts, "the same facts, after each chunk");
    must(fast.end == plain.end && fast.why == plain.why, "the same end");
}

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
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t blank = text.find("\n\n", from);
        const std::size_t to = blank == std::string_view::npos ? text.size() : blank + 2;
        const std::string_view event = text.substr(from, to - from);
        from = to;
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

template <class Chunk>
void fast_path(std::string_view text, const setup& s, fuzz::seeded& random) {
    const auto plain = decode<Chunk>(text, {}, s, false);
    compare(decode<Chunk>(text, {}, s, true), plain);
    for (const fuzz::cutting& cuts : fuzz::cuttings(random, text.size())) {
        compare(decode<Chunk>(text, cuts, s, true), plain);
    }
}

void fast_path(std::string_view input) {
    fuzz::seeded random(input);
    const std::string text = repeated(random.text, random);
    setup s;
    if (random.below(4) == 0) {
        s.bounds.event = 60 + random.below(400);
        s.bounds.line = 5 + random.below(60);
        s.bounds.choices = 1 + random.below(3);
    }
    s.mode = random.below(4) == 0 ? json::strict : json::tolerant;
    s.transport_fails = random.below(4) == 0;
    switch (random.below(4)) {
        case 0:
            return fast_path<CompletionChunk>(text, s, random);
        case 1:
            return fast_path<ResponseStreamEvent>(text, s, random);
        default:
            return fast_path<ChatCompletionChunk>(text, s, random);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fast_path(fuzz::text_of(data, size));
    return 0;
}
