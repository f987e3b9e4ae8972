// Limits, offsets and payloads that the stream decoder passes on from lower layers.
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

#include <support/outcome.hpp>

namespace stream_bounds_tests {

using namespace oaiwire;
using decoder = stream_decoder<ChatCompletionChunk>;

namespace {

// Feeds everything, ends the input, and reads the results.
std::size_t run(decoder& d, std::string_view body) {
    std::size_t chunks = 0;
    d.feed(body);
    while (d.next()) ++chunks;
    d.finish();
    while (d.next()) ++chunks;
    return chunks;
}

}  // namespace

TEST_CASE("the nesting of a chunk is limited by limits::depth") {
    limits bounds;
    bounds.depth = 5;
    const std::string deep =
        "data: {\"x\":[[[[[1]]]]],\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";
    decoder fits(bounds);
    CHECK(run(fits, deep + chat_stream::done) == 1);
    CHECK(fits.end_reason() == stream_end::complete);
    bounds.depth = 4;
    decoder over(bounds);
    CHECK(run(over, deep + chat_stream::done) == 0);
    CHECK(over.end_reason() == stream_end::malformed);
    CHECK(over.error().code == errc::too_deep);
}

TEST_CASE("the size of a JSON body is limited by limits::body") {
    const std::string body =
        R"({"id":"c","choices":[{"index":0,"message":{"content":"x"},"finish_reason":"stop"}]})";
    limits bounds;
    bounds.body = body.size();
    decoder fits(bounds);
    run(fits, body);
    CHECK(fits.error().code != errc::limit_exceeded);
    bounds.body = body.size() - 1;
    decoder over(bounds);
    CHECK(run(over, body) == 0);
    CHECK(over.end_reason() == stream_end::limit);
    CHECK(over.error().code == errc::limit_exceeded);
    CHECK(over.error().offset == bounds.body);
    decoder bytewise(bounds);
    for (const char& c : body) bytewise.feed({&c, 1});
    CHECK(run(bytewise, "") == 0);
    CHECK(bytewise.error().code == errc::limit_exceeded);
}

TEST_CASE("an error in a later text of an event has the offset of the event") {
    const std::string before = chat_stream::says("a");
    const std::string chunk = R"({"choices":[{"index":0,"delta":{"content":"b"}}]})";
    decoder d;
    CHECK(run(d, before + "data: " + chunk + chunk +
                     R"({"error":{"message":"m"}})"
                     "\n\n") == 3);
    CHECK(d.end_reason() == stream_end::api_error);
    CHECK(d.error().message == "m");
    CHECK(d.error().offset == before.size());
    CHECK(d.error().api.status == 0);
    CHECK(d.statistics().event_offset == before.size());
}

TEST_CASE("an error event has no status, and has the offset of the event") {
    const std::string before = chat_stream::says("a");
    decoder d;
    CHECK(run(d, before + "event: error\ndata: {\"message\":\"m\"}\n\n") == 1);
    CHECK(d.end_reason() == stream_end::api_error);
    CHECK(d.error().offset == before.size());
    CHECK(d.error().api.status == 0);
}

TEST_CASE("a chunk has its payload, and one made of pending halves has none") {
    decoder d;
    const std::string text = R"({"choices":[{"index":0,"delta":{"content":"a\ud83d"}}]})";
    const std::string event = "data: " + text + "\n\n";
    d.feed(event);
    REQUIRE(d.next());
    CHECK(d.payload() == text);
    d.feed("data: [DONE]\n\n");
    REQUIRE(d.next());
    CHECK(d.payload().empty());
    CHECK(d.next() == nullptr);
    CHECK(d.end_reason() == stream_end::complete);
}

TEST_CASE("an unknown SSE field is ignored, but one named `error` ends the stream") {
    decoder unknown;
    CHECK(run(unknown, "foo: {\"message\":\"m\"}\nerror\n" + chat_stream::says("a") +
                           chat_stream::done) == 1);
    CHECK(unknown.end_reason() == stream_end::complete);
    decoder failed;
    CHECK(run(failed, "error: {\"message\":\"m\"}\n" + chat_stream::says("a")) == 0);
    CHECK(failed.end_reason() == stream_end::api_error);
    CHECK(failed.error().offset == 0);
}

TEST_CASE(
    "parts of the fast path can be disabled one by one, and statistics count what templates read") {
    std::string body;
    for (int i = 0; i != 12; ++i) body += chat_stream::says("word " + std::to_string(i));
    body += chat_stream::stops() + chat_stream::done;
    decoder all;
    CHECK(run(all, body) == 13);
    CHECK(all.template_hits() > 0);
    decoder none;
    none.use({.event_templates = false});
    CHECK(run(none, body) == 13);
    CHECK(none.template_hits() == 0);
    // also after events were learned
    decoder later;
    const std::size_t half = body.size() / 2;
    later.feed(std::string_view(body).substr(0, half));
    while (later.next()) {
    }
    const std::size_t before = later.template_hits();
    CHECK(before > 0);
    later.use({.event_templates = false});
    later.feed(std::string_view(body).substr(half));
    while (later.next()) {
    }
    CHECK(later.template_hits() == before);
}

TEST_CASE("notes about one chunk do not affect later chunks") {
    const std::string odd =
        "data: {\"id\":null,\"choices\":[{\"index\":0,\"delta\":{\"content\":7}}]}\n\n";
    std::string body = odd;
    for (int i = 0; i != 12; ++i) body += chat_stream::says("word " + std::to_string(i));
    decoder d;
    CHECK(run(d, body + chat_stream::done) == 13);
    CHECK(d.template_hits() > 0);
}

}  // namespace stream_bounds_tests
