// chunk_cut: the result for a chunked body depends on its bytes, not on how they are split, and
// equals the reference decoder's; every input byte is content, framing or left over. Input: a seed
// (limits, splits) and the body.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/http/chunked_decoder.hpp>
#include <oracle/chunked.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

struct outcome {
    std::string content{};
    std::string leftover{};
    http::header_list trailers{};
    errc code = errc::ok;
    std::size_t at = 0;
    bool done = false;
    friend bool operator==(const outcome&, const outcome&) = default;
};

outcome reference(std::string_view body, const limits& bounds) {
    const oracle::chunked_body read = oracle::read_chunked(body, bounds);
    using verdict = oracle::chunked_body::verdict;
    outcome out;
    out.content = read.content;
    out.done = read.outcome == verdict::done;
    out.code = read.outcome == verdict::malformed ? errc::invalid_framing
               : read.outcome == verdict::limit   ? errc::limit_exceeded
                                                  : errc::ok;
    out.at = read.at;
    if (out.done) {
        out.leftover = body.substr(read.at);
        out.trailers = read.trailers;
    }
    return out;
}

outcome decode(http::chunked_decoder& decoder, std::string_view body, const fuzz::cutting& cuts,
               const outcome& expected) {
    outcome out;
    std::size_t fed = 0;
    fuzz::each_piece(body, cuts, [&](std::string_view piece) {
        fed += piece.size();
        decoder.feed(piece);
        for (auto part = decoder.next(); !part.empty(); part = decoder.next()) {
            must(part.data() >= piece.data() &&
                     part.data() + part.size() <= piece.data() + piece.size(),
                 "content is a view into the fed bytes");
            out.content.append(part);
        }
        out.leftover.append(decoder.leftover());
        must(expected.content.starts_with(out.content), "output is a prefix of the content");
        must(decoder.consumed() >= out.content.size(), "content counts as consumed");
        must(decoder.failed() || decoder.consumed() + out.leftover.size() == fed,
             "input is content, framing and leftover");
    });
    out.done = decoder.done();
    out.code = decoder.failure().code;
    out.at =
        decoder.failed() ? decoder.failure().offset : static_cast<std::size_t>(decoder.consumed());
    if (out.done) out.trailers = decoder.trailers();

    const bool ended = decoder.done() || decoder.failed();
    const error why = decoder.failure();
    const auto end = decoder.finish();
    must(end.has_value() == out.done, "finish() succeeds only after the last chunk");
    must(ended || end.error().code == errc::closed_early, "an early end is closed_early");
    must(why.code == errc::ok || end.error() == why, "a failure is kept");
    decoder.feed("5\r\nlater\r\n0\r\n\r\n");
    must(decoder.next().empty() && decoder.done() == out.done, "nothing follows the end");
    return out;
}

void chunk_cut(std::string_view input) {
    fuzz::seeded random(input);
    limits bounds;
    if (random.below(2) == 0) {
        bounds.chunk_extensions = random.below(40);
        bounds.trailers = random.below(60);
        bounds.headers = random.below(4);
    }
    const outcome expected = reference(random.text, bounds);
    http::chunked_decoder decoder(bounds);
    must(decode(decoder, random.text, {}, expected) == expected,
         "unsplit input decodes as in the reference");
    for (const fuzz::cutting& cuts : fuzz::cuttings(random, random.text.size())) {
        decoder.reset();
        must(decode(decoder, random.text, cuts, expected) == expected,
             "every split gives the same result");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chunk_cut(fuzz::text_of(data, size));
    return 0;
}
