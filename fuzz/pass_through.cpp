// pass_through: what goes out depends on the bytes and not on splits or on how fast they are taken;
// a stream that ends well passes byte for byte; its end and usage are those of stream_decoder;
// after any other end the client reads the same chunks and then an error; without the usage chunk,
// it reads all others. Input: a seed (limits, mode, transport end, splits, replacements) and the
// stream.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/server/pass_through.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

struct setup {
    limits bounds{};
    bool fails = false;
};

struct passed {
    std::string out{};
    stream_facts facts{};
    stream_end end{};
    error why{};
    friend bool operator==(const passed&, const passed&) = default;
};

passed pass(std::string_view text, const fuzz::cutting& cuts, const setup& s,
            const pass_through_options& options, fuzz::seeded* slow = nullptr) {
    passed result;
    pass_through through(stream_kind_of<ChatCompletionChunk>(), options);
    const auto take = [&](bool all) {
        while (!through.unsent().empty()) {
            const std::string_view piece = through.unsent();
            const std::size_t n = all ? piece.size() : 1 + slow->below(piece.size());
            result.out.append(piece.substr(0, n));
            through.sent(n);
            if (!all && slow->below(2) == 0) return;
        }
    };
    fuzz::each_piece(text, cuts, [&](std::string_view piece) {
        through.feed(piece);
        take(slow == nullptr);
        // nothing may view the piece after the next call
        through.feed({});
    });
    s.fails ? through.fail(make_error(errc::receive_failed)) : through.finish();
    take(true);
    must(through.unsent_size() == 0, "all is sent");
    must(through.ended(), "the stream has ended");
    result.facts = through.facts();
    result.end = through.end_reason();
    result.why = through.error();
    return result;
}

struct decoded {
    std::vector<std::string> payloads{};
    std::vector<std::string> others{};  // those that do not only report usage
    token_counts usage{};
    stream_end end{};
    errc why{};
};

decoded decode(std::string_view text, const setup& s) {
    decoded out;
    stream_decoder<ChatCompletionChunk> decoder(s.bounds);
    const auto drain = [&] {
        while (const auto* chunk = decoder.next()) {
            if (!decoder.payload().empty()) {
                out.payloads.emplace_back(decoder.payload());
                const bool only_usage = chunk->choices.empty() && chunk->usage;
                if (!only_usage) out.others.emplace_back(decoder.payload());
            }
            if (const auto counts = counts_of(*chunk); counts.any()) out.usage = counts;
        }
    };
    decoder.feed(text);
    drain();
    s.fails ? decoder.fail(make_error(errc::receive_failed)) : decoder.finish();
    drain();
    out.end = decoder.end_reason();
    out.why = decoder.error().code;
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::seeded in(fuzz::text_of(data, size));
    setup s;
    s.fails = in.below(4) == 0;
    if (in.below(4) == 0) s.bounds.event = 64 + in.below(400);
    pass_through_options options{.bounds = s.bounds};
    const passed whole = pass(in.text, {}, s, options);

    fuzz::cutting cuts;
    for (std::size_t at = 0; at < in.text.size();) {
        at += in.below(in.below(3) == 0 ? 3 : 200);
        if (at < in.text.size()) cuts.push_back(at);
    }
    must(pass(in.text, cuts, s, options) == whole, "splits change nothing");
    must(pass(in.text, cuts, s, options, &in) == whole, "a slow client gets the same");

    const decoded before = decode(in.text, s);
    // an event may be too large for its comments, which the decoder does not count
    if (whole.end != stream_end::limit) {
        must(whole.end == before.end && whole.why.code == before.why, "the end is the decoder's");
        must(whole.facts.usage == before.usage, "usage is the decoder's");
        const bool good = whole.end == stream_end::complete || whole.end == stream_end::finished;
        if (good) {
            must(whole.out == in.text, "a good stream passes byte for byte");
        } else {
            const decoded after = decode(whole.out, {});
            // texts beside the error in one event are not forwarded with it
            const std::size_t n = after.payloads.size();
            must(n <= before.payloads.size() &&
                     std::equal(after.payloads.begin(), after.payloads.end(),
                                before.payloads.begin()),
                 "the client reads the same chunks");
            must(after.end == stream_end::api_error, "and then an error");
        }
    }

    options.drop_usage_chunk = true;
    const passed less = pass(in.text, {}, s, options);
    must(pass(in.text, cuts, s, options, &in) == less, "splits change nothing that is left out");
    must(less.end == whole.end && less.facts == whole.facts && less.why == whole.why,
         "what is left out is read");
    must(decode(less.out, {}).others == decode(whole.out, {}).others, "only usage is left out");
    if (whole.out.find("\"usage\"") == std::string::npos &&
        whole.out.find('\\') == std::string::npos) {
        must(less == whole, "there was none");
    }

    options.drop_usage_chunk = in.below(2) == 0;
    options.model = "m";
    options.id = "a much longer id";
    const passed patched = pass(in.text, {}, s, options);
    must(pass(in.text, cuts, s, options, &in) == patched, "splits change no replacement");
    must(patched.end == whole.end && patched.facts == whole.facts, "replacements change no end");
    return 0;
}
