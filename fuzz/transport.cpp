// transport: a call over a transport that splits, fails, stalls and is stopped delivers what
// arrived, in order and once, and ends once, successfully only if the stream does. It is repeated
// only if nothing was delivered. Input: a seed (three responses with splits and faults, and when
// the caller stops) and the body.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/transport/replay.hpp>
#include <oaiwire/types/text.hpp>

#include "decoding.hpp"
#include "event_edits.hpp"
#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;
using chunk_type = ChatCompletionChunk;

struct no_time {
    std::int64_t now_ms() const { return 0; }
    void sleep(std::int64_t ms, const stop_handle&) { must(ms <= 75'000, "a wait is limited"); }
    double jitter() { return 0.5; }
};

replay_exchange answer(std::string_view body, fuzz::seeded& random) {
    replay_exchange e;
    static constexpr int statuses[] = {200, 200, 200, 200, 200, 206, 400, 429, 503, 302};
    e.head.status = statuses[random.below(std::size(statuses))];
    e.head.headers.add("Content-Type", "text/event-stream");
    if (random.below(4) == 0) e.head.headers.add("Retry-After", random.below(2) == 0 ? "1" : "61");
    e.body = body;
    e.piece = random.below(3) == 0 ? 0 : 1 + random.below(60);
    e.cuts = fuzz::cuttings(random, body.size())[1 + random.below(4)];
    static constexpr errc faults[] = {errc::closed_early, errc::receive_failed,
                                      errc::connect_failed, errc::tls_failed, errc::send_failed};
    if (random.below(2) == 0) {
        e.fault.code = faults[random.below(std::size(faults))];
        e.fault.stall = random.below(4) == 0;
        e.fault.before_head = random.below(4) == 0;
        if (random.below(4) != 0) e.fault.after = random.below(body.size() + 1);
    }
    return e;
}

// The expected result of one response, from the decoder alone.
struct expected {
    std::vector<chunk_type> chunks{};
    stream_end end = stream_end::truncated;
};

expected read(const replay_exchange& e) {
    expected out;
    if (e.fault.before_head) return out;
    if (e.head.status > 299) {
        out.end = stream_end::api_error;
        return out;
    }
    const bool fails = e.fault.code != errc::ok;
    stream_decoder<chunk_type> decoder;
    accumulator<chunk_type> whole;
    decoder.feed(std::string_view(e.body).substr(0, fails ? e.fault.after : e.body.npos));
    fails ? decoder.fail(make_error(e.fault.code)) : decoder.finish();
    while (const chunk_type* chunk = decoder.next()) {
        out.chunks.push_back(*chunk);
        if (whole.add(*chunk) == errc::ok) continue;
        out.end = stream_end::limit;
        return out;
    }
    out.end = decoder.end_reason();
    must(!fails || !decoder.ok() || decoder.statistics().done_seen,
         "a transport failure is not a success");
    return out;
}

struct call {
    std::vector<replay_exchange> script{};
    std::vector<expected> due{};
    ChatCompletionRequest request{.model = "m", .messages = {user("hi")}};
    endpoint where{.base_url = "http://localhost/v1"};
    std::size_t enough = 0;  // chunks after which the caller stops; 0: never
    bool stops_by_handle = false;

    // Of the last attempt.
    const expected& last(const replay_transport& transport) const {
        const auto& sent = transport.requests();
        must(!sent.empty() && sent.size() <= script.size(), "the number of attempts is limited");
        for (std::size_t i = 0; i + 1 != sent.size(); ++i) {
            must(due[i].chunks.empty(), "a call is not repeated after output");
            must(sent[i].body == sent.back().body && sent[i].target == sent.back().target,
                 "a repeated request is the same");
        }
        return due[sent.size() - 1];
    }
};

void check(const call& c, const expected& due, const std::vector<chunk_type>& got, stream_end end,
           const ChatCompletion& response) {
    must(end != stream_end::open, "a call has an end");
    must(got.size() <= due.chunks.size(), "only received chunks are delivered");
    accumulator<chunk_type> whole;
    for (std::size_t i = 0; i != got.size(); ++i) {
        // if it is stopped, a pending surrogate half is dropped
        const bool let_go = c.stops_by_handle && i >= c.enough && i + 1 == got.size();
        must(let_go || fuzz::same(got[i], due.chunks[i]), "chunks are delivered in order and once");
        static_cast<void>(whole.add(got[i]));
    }
    must(fuzz::same(whole.response(), response), "the response consists of the delivered chunks");
    if (c.enough == 0 || got.size() < c.enough) {
        must(got.size() == due.chunks.size() && end == due.end,
             "everything received is delivered, with its end");
    } else if (c.stops_by_handle) {
        must(end == stream_end::cancelled || end == due.end,
             "a stopped call is cancelled, unless it was complete");
    } else {
        must(got.size() == c.enough, "nothing is delivered after the caller stopped");
        must(end == stream_end::cancelled || end == stream_end::limit,
             "the caller's stop ends the call");
    }
}

void push(const call& c) {
    replay_transport transport(c.script);
    client<replay_transport, no_time> client(transport, c.where);
    call_options options;
    std::vector<chunk_type> got;
    const auto out = client.stream(
        c.request,
        [&](const chunk_type& chunk) {
            got.push_back(chunk);
            if (got.size() != c.enough) return http::flow::proceed;
            if (c.stops_by_handle) options.stop.request_stop();
            return c.stops_by_handle ? http::flow::proceed : http::flow::stop;
        },
        options);
    check(c, c.last(transport), got, out.end_reason, out.response);
    must(client.attempts().size() == transport.requests().size(), "each attempt is recorded");
}

void pull(const call& c) {
    replay_transport transport(c.script);
    client<replay_transport, no_time> client(transport, c.where);
    call_options options;
    std::vector<chunk_type> got;
    auto stream = client.stream(c.request, options);
    while (const chunk_type* chunk = stream.next()) {
        got.push_back(*chunk);
        if (got.size() != c.enough) continue;
        c.stops_by_handle ? options.stop.request_stop() : stream.cancel();
    }
    check(c, c.last(transport), got, stream.end_reason(), stream.response());
    must(!stream.next(), "nothing follows the end");
}

void transport(std::string_view input) {
    fuzz::seeded random(input);
    call c;
    c.where.retry = standard_retries{.lost_answers = random.below(2) == 0};
    if (random.below(2) == 0) c.enough = 1 + random.below(3);
    c.stops_by_handle = random.below(2) == 0;
    for (int i = 0; i != 3; ++i) {
        c.script.push_back(answer(random.text, random));
        c.due.push_back(read(c.script.back()));
    }
    push(c);
    pull(c);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    transport(fuzz::text_of(data, size));
    return 0;
}
