// Common part of the stream targets: decodes a stream and records everything observable, checking
// rules on the way, so that two decodings can be compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/stream/response_stream.hpp>

#include "functions.hpp"
#include "target.hpp"

namespace fuzz {

// How to decode a stream, chosen by the input's seed.
struct stream_setup {
    oaiwire::limits bounds{};
    oaiwire::json::read_mode mode = oaiwire::json::tolerant;
    bool transport_fails = false;
    oaiwire::fast_paths paths{};

    explicit stream_setup(seeded& random) {
        if (random.below(4) == 0) {
            bounds.event = 60 + random.below(500);
            bounds.line = 5 + random.below(60);
            bounds.body = 100 + random.below(800);
            bounds.excerpt = random.below(40);
            bounds.choices = 1 + random.below(3);
            bounds.tool_calls = 1 + random.below(3);
        }
        if (random.below(4) == 0) mode = oaiwire::json::strict;
        transport_fails = random.below(4) == 0;
    }
    stream_setup without_shortcuts() const {
        stream_setup s = *this;
        s.paths = {.event_templates = false, .key_prediction = false};
        return s;
    }
};

// Writing rejects text that is not UTF-8. Empty for values that JSON cannot express, such as NaN in
// tolerant mode.
template <class T>
std::string written(const T& value) {
    auto text = oaiwire::json::write(value);
    if (!text && text.error().code == oaiwire::errc::not_finite) return {};
    must(text.has_value(), "delivered text is UTF-8");
    must(oaiwire::find_invalid_utf8(*text) == std::string_view::npos,
         "delivered raw JSON is UTF-8");
    return *std::move(text);
}

template <class Chunk>
struct decoding {
    std::vector<Chunk> chunks{};
    std::vector<std::string> payloads{};
    std::vector<oaiwire::stream_statistics> statistics{};  // after each chunk, and at the end
    typename oaiwire::chunk_traits<Chunk>::response response{};
    bool accumulated = true;  // whether the response is complete
    oaiwire::stream_end end{};
    oaiwire::error why{};
};

template <class Chunk>
decoding<Chunk> decode(std::string_view text, const cutting& cuts, const stream_setup& s) {
    using namespace oaiwire;
    decoding<Chunk> out;
    stream_decoder<Chunk> decoder(s.bounds, s.mode);
    decoder.use(s.paths);
    accumulator<Chunk> whole(s.bounds);
    bool ended = false;
    const auto drain = [&] {
        while (const Chunk* chunk = decoder.next()) {
            must(!ended, "nothing follows the end");
            out.chunks.push_back(*chunk);
            out.payloads.emplace_back(decoder.payload());
            out.statistics.push_back(decoder.statistics());
            out.accumulated = whole.add(*chunk) == errc::ok && out.accumulated;
        }
        must(!ended || decoder.ended(), "an end is final");
        ended = decoder.ended();
    };
    each_piece(text, cuts, [&](std::string_view piece) {
        decoder.feed(piece);
        drain();
    });
    if (s.transport_fails) {
        decoder.fail(make_error(errc::receive_failed));
    } else {
        decoder.finish();
    }
    drain();
    must(ended && decoder.end_reason() != stream_end::open, "every stream ends");
    must(decoder.ok() == (decoder.error().code == errc::ok),
         "ok() is true exactly without an error");
    must(s.paths.event_templates || decoder.template_hits() == 0,
         "a disabled fast path is not used");
    out.end = decoder.end_reason();
    out.why = decoder.error();
    out.statistics.push_back(decoder.statistics());
    must(decoder.statistics().chunks == out.chunks.size(), "statistics count delivered chunks");
    // several texts in one payload are read up to four times, each again with surrogate halves
    constexpr std::size_t once = 40'000;
    must(decoder.work() <= once + 8 * text.size(), "work is linear in the input");

    decoder.feed("data: {\"choices\":[{\"delta\":{\"content\":\"late\"}}]}\n\ndata: [DONE]\n\n");
    decoder.finish();
    decoder.cancel();
    drain();
    must(decoder.end_reason() == out.end, "the end reason is final");
    must(find_invalid_utf8(out.why.message) == std::string_view::npos, "an error message is UTF-8");
    out.response = whole.take();
    return out;
}

// NaN does not equal itself.
template <class T>
bool same(const T& a, const T& b) {
    return a == b || (a != a && b != b);
}

template <class Chunk>
void compare(const decoding<Chunk>& a, const decoding<Chunk>& b) {
    must(a.payloads == b.payloads, "the payloads are equal");
    for (std::size_t i = 0; i != a.chunks.size(); ++i) {
        must(same(a.chunks[i], b.chunks[i]), "the chunks are equal");
    }
    must(a.statistics == b.statistics, "the statistics are equal after each chunk");
    must(a.end == b.end && a.why == b.why, "the end reasons are equal");
    must(same(a.response, b.response), "the responses are equal");
}

// Decodes, and checks that neither splits nor the fast path change the result.
template <class Chunk>
decoding<Chunk> decode_every_way(std::string_view text, const stream_setup& s, seeded& random) {
    auto plain = decode<Chunk>(text, {}, s.without_shortcuts());
    compare(decode<Chunk>(text, {}, s), plain);
    for (const cutting& cuts : cuttings(random, text.size())) {
        compare(decode<Chunk>(text, cuts, s), plain);
    }
    for (const Chunk& chunk : plain.chunks) written(chunk);
    written(plain.response);
    return plain;
}

}  // namespace fuzz
