// api: any order of the documented calls is safe; an end is final; a moved-from object can be
// assigned to, reset if it has reset(), and destroyed. Input: a seed (the object, the order of
// calls) and the bytes to feed.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/chat_stream.hpp>

#include "event_edits.hpp"
#include "functions.hpp"
#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

limits some_limits(fuzz::seeded& random) {
    limits bounds;
    if (random.below(2) == 0) return bounds;
    bounds.event = random.below(300);
    bounds.line = random.below(60);
    bounds.body = random.below(300);
    bounds.choices = random.below(3);
    bounds.tool_calls = random.below(3);
    bounds.trailers = bounds.chunk_extensions = random.below(40);
    return bounds;
}

// Keeps fed bytes alive until all of them were read.
struct lender {
    std::string_view rest;
    fuzz::seeded& random;
    std::vector<fuzz::block> lent{};

    std::string_view next() {
        const auto most = std::min<std::size_t>(rest.size(), 40);
        const std::string_view piece = rest.substr(0, random.below(most + 1));
        rest.remove_prefix(piece.size());
        return lent.emplace_back(piece).view();
    }
    // read() returns the next item or null. Returns the number of items.
    template <class F>
    std::size_t drain(F&& read) {
        std::size_t n = 0;
        while (read()) ++n;
        lent.clear();
        return n;
    }
};

// Moves into an existing object, a new one, or itself through another.
template <class T>
void move_about(T& a, T& b, fuzz::seeded& random) {
    switch (random.below(3)) {
        case 0:
            b = std::move(a);
            std::swap(a, b);
            break;
        case 1: {
            T c = std::move(a);
            a = std::move(c);
            break;
        }
        default: {
            T c = std::move(b);
            b = std::move(a);
            a = std::move(b);
            b = std::move(c);
        }
    }
}

void calls_of_stream_decoder(lender& bytes, fuzz::seeded& random) {
    using decoder = stream_decoder<ChatCompletionChunk>;
    const limits bounds = some_limits(random);
    const auto mode = random.below(2) == 0 ? json::strict : json::tolerant;
    decoder d(bounds, mode);
    decoder other(bounds, mode);
    accumulator<ChatCompletionChunk> whole(bounds);
    std::size_t taken = 0;
    for (int n = 0; n != 200 && (n < 20 || !bytes.rest.empty()); ++n) {
        const stream_end before = d.end_reason();
        const error why = d.error();
        bool fresh = false;
        switch (random.below(16)) {
            case 0:
                d.finish();
                break;
            case 1:
                d.fail(random.below(2) == 0 ? error{} : make_error(errc::cancelled));
                break;
            case 2:
                d.cancel();
                must(d.ended(), "cancelling ends the stream");
                break;
            case 3:
                d.use({.event_templates = random.below(2) == 0,
                       .key_prediction = random.below(2) == 0});
                break;
            case 4:
                taken += bytes.drain([&] { return d.next(); });
                move_about(d, other, random);
                break;
            case 5:
                d = decoder(bounds, mode);
                taken = 0;
                fresh = true;
                break;
            case 6:
                static_cast<void>(whole.take());
                break;
            case 7:
                move_about(whole, whole, random);
                break;
            case 8:  // even if not everything was read
                d.feed(bytes.next());
                break;
            case 9:
            case 10:
                taken += bytes.drain([&] { return d.next(); });
                d.feed(bytes.next());
                break;
            default:
                if (const auto* chunk = d.next()) {
                    ++taken;
                    static_cast<void>(whole.add(*chunk));
                    static_cast<void>(d.payload().size());
                }
        }
        if (fresh) continue;
        must(before == stream_end::open || (d.end_reason() == before && d.error() == why),
             "an end is final");
        must(d.statistics().chunks == taken, "statistics count delivered chunks");
    }
    d.finish();
    bytes.drain([&] { return d.next(); });
    must(d.ended(), "every stream ends");
}

void calls_of_sse_decoder(lender& bytes, fuzz::seeded& random) {
    const limits bounds = some_limits(random);
    sse::decoder d(bounds, {.retries = true, .comments = true, .unknown_fields = true});
    sse::decoder other(bounds);
    for (int n = 0; n != 200 && (n < 20 || !bytes.rest.empty()); ++n) {
        const bool failed = d.failed();
        switch (random.below(10)) {
            case 0:
                bytes.drain([&] { return d.finish(); });
                break;
            case 1:
                d.reset();
                must(!d.failed() && d.last_event_id().empty() && !d.retry(),
                     "reset() restores the initial state");
                continue;
            case 2:
                bytes.drain([&] { return d.next(); });
                move_about(d, other, random);
                break;
            case 3:
                other = std::move(d);
                d.reset();
                must(!d.next(), "a moved-from decoder can be reset");
                continue;
            case 4:
                d.report({.comments = random.below(2) == 0});
                break;
            case 5:  // even if not everything was read
                d.feed(bytes.next());
                break;
            case 6:
                bytes.drain([&] { return d.next(); });
                d.feed(bytes.next());
                break;
            default:
                static_cast<void>(d.next());
        }
        must(!failed || (d.failed() && !d.next() && !d.finish()), "a failure is final");
        must(!d.failed() || d.failure().code == errc::limit_exceeded,
             "the only failure is a limit");
    }
}

void calls_of_chunked_decoder(lender& bytes, fuzz::seeded& random) {
    const limits bounds = some_limits(random);
    http::chunked_decoder d(bounds);
    http::chunked_decoder other(bounds);
    for (int n = 0; n != 200 && (n < 20 || !bytes.rest.empty()); ++n) {
        const bool done = d.done();
        const error why = d.failure();
        switch (random.below(10)) {
            case 0:
                must(d.finish().has_value() == done, "finish() succeeds if the body is complete");
                must(d.done() || d.failed(), "finish() ends the body");
                break;
            case 1:
                d.reset();
                must(!d.done() && !d.failed() && d.consumed() == 0,
                     "reset() restores the initial state");
                continue;
            case 2:
                move_about(d, other, random);
                break;
            case 3:
                other = d;
                break;
            case 4:
                d.feed(bytes.next());  // an error unless everything was read
                break;
            case 5:
            case 6:
                bytes.drain([&] { return !d.next().empty(); });
                d.feed(bytes.next());
                break;
            default:
                static_cast<void>(d.next());
        }
        must(!done || d.done(), "an end is final");
        must(why.code == errc::ok || (d.failed() && d.failure() == why), "a failure is final");
        must(d.done() || d.leftover().empty(), "there is no leftover before the end");
        other.reset();
    }
}

void api(std::string_view input) {
    fuzz::seeded random(input);
    lender bytes{random.text, random};
    switch (random.below(4)) {
        case 0:
            return calls_of_sse_decoder(bytes, random);
        case 1:
            return calls_of_chunked_decoder(bytes, random);
        default:
            return calls_of_stream_decoder(bytes, random);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    api(fuzz::text_of(data, size));
    return 0;
}
