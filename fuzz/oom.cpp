// oom: if an allocation fails while a stream is decoded, what preceded it is the same as without a
// failure, the error is errc::out_of_memory, nothing leaks, and the event stream decoder can be
// reset. Input: a seed (which allocation fails, whether all later ones do, sizes of the pieces) and
// the stream.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <support/allocations.hpp>

#include "functions.hpp"
#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;
using support::allocations;
using support::no_failures;

struct outcome {
    std::vector<std::string> seen{};
    errc code = errc::ok;
    stream_end end{};
};

template <class Feed, class Drain>
void each_piece(std::string_view text, std::size_t size, Feed&& feed, Drain&& drain) {
    for (; !text.empty(); text.remove_prefix(std::min(size, text.size()))) {
        feed(text.substr(0, size));
        drain();
    }
}

outcome decode_events(sse::decoder& decoder, std::string_view text, std::size_t size) {
    outcome out;
    const auto take = [&](const sse::item* item) {
        if (!item) return false;
        const no_failures pause;
        out.seen.push_back(std::string(item->event) + '|' + std::string(item->data) + '|' +
                           std::string(item->id));
        return true;
    };
    each_piece(
        text, size, [&](std::string_view piece) { decoder.feed(piece); },
        [&] {
            while (take(decoder.next())) {
            }
        });
    while (take(decoder.finish())) {
    }
    out.code = decoder.failure().code;
    return out;
}

outcome decode_chunks(std::string_view text, std::size_t size) {
    outcome out;
    stream_decoder<ChatCompletionChunk> decoder;
    accumulator<ChatCompletionChunk> whole;
    errc added = errc::ok;
    const auto drain = [&] {
        while (const auto* chunk = decoder.next()) {
            if (added == errc::ok) added = whole.add(*chunk);
            const no_failures pause;
            out.seen.emplace_back(decoder.payload());
        }
    };
    each_piece(
        text, size, [&](std::string_view piece) { decoder.feed(piece); }, drain);
    decoder.finish();
    drain();
    must(decoder.ended(), "every stream ends");
    out.code = decoder.error().code;
    out.end = decoder.end_reason();
    must(out.code != errc::out_of_memory || out.end == stream_end::limit,
         "out_of_memory ends as a limit");
    return out;
}

template <class F>
void compare(F&& decode, std::size_t k, bool fails_on) {
    const outcome clean = decode();
    const std::size_t blocks = allocations.blocks;
    {
        allocations.failures = 0;
        allocations.fails_on = fails_on;
        allocations.until_failure = k;
        const outcome got = decode();
        allocations.until_failure = support::allocation_ledger::never;
        must(got.code == clean.code || got.code == errc::out_of_memory,
             "the result is the usual one or out_of_memory");
        must(got.code != errc::out_of_memory || allocations.failures != 0,
             "out_of_memory requires a failed allocation");
        const bool whole = got.code == clean.code;
        must(got.seen.size() <= clean.seen.size() &&
                 std::equal(got.seen.begin(), got.seen.end(), clean.seen.begin()),
             "output before the failure is unchanged");
        must(!whole || got.seen.size() == clean.seen.size(),
             "output without a failure is complete");
    }
    must(allocations.blocks == blocks, "nothing leaks");
}

void oom(std::string_view input) {
    fuzz::seeded random(input);
    const fuzz::block text(random.text);
    const std::size_t size = 1 + random.below(random.below(2) == 0 ? 8 : 400);
    const bool fails_on = random.below(2) == 0;
    const std::size_t k = random.below(random.below(2) == 0 ? 8 : 200);
    compare([&] { return decode_chunks(text.view(), size); }, k, fails_on);
    compare(
        [&] {
            sse::decoder decoder;
            return decode_events(decoder, text.view(), size);
        },
        k, fails_on);

    sse::decoder used;
    const outcome clean = decode_events(used, text.view(), size);
    used = sse::decoder();
    allocations.until_failure = k;
    decode_events(used, text.view(), size);
    allocations.until_failure = support::allocation_ledger::never;
    used.reset();
    const outcome again = decode_events(used, text.view(), size);
    must(again.seen == clean.seen && again.code == clean.code,
         "reset() restores the initial state");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
#if defined(__cpp_exceptions)
    oom(fuzz::text_of(data, size));
#else
    static_cast<void>(data + size);  // if the standard library aborts
#endif
    return 0;
}
