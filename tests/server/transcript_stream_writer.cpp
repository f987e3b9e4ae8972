#include <oaiwire/server/transcript_stream_writer.hpp>

#include <support/catch.hpp>

#include <string>

#include <oaiwire/stream/audio_stream.hpp>
#include <server/streams.hpp>

namespace transcript_stream_writer_tests {

using namespace oaiwire;
using server_streams::event_of;
using server_streams::take;

TEST_CASE("the pieces of a transcript are its text, wherever it is cut") {
    for (std::uint64_t seed = 1; seed != 100; ++seed) {
        support::random random(seed);
        responder to({.unsent_limit = 1'000'000});
        transcript_stream_writer writer(to);
        server_streams::whole_text reference;
        std::string expected;
        std::string whole;
        const auto expect = [&](const std::string& piece) {
            if (!piece.empty()) expected += event_of(TranscriptTextDeltaEvent{.delta = piece});
            whole += piece;
        };
        for (std::size_t n = random.below(40); n != 0; --n) {
            const std::string piece = server_streams::piece(random);
            REQUIRE(writer.text(piece));
            expect(reference.add(piece));
        }
        expect(reference.add("", true));
        AudioUsage usage;
        usage.seconds = 1.5;
        REQUIRE(writer.done(&usage));
        expected += event_of(TranscriptTextDoneEvent{.text = whole, .usage = usage});
        const std::string body = take(to);
        CHECK(body == expected);
        const server_streams::received<TranscriptionStreamEvent> got(body);
        CHECK(got.end == stream_end::complete);
        CHECK(got.response.text == whole);
        CHECK(got.response.usage == usage);
    }
}

TEST_CASE("segments and events of any kind fit in between") {
    responder to;
    transcript_stream_writer writer(to);
    const TranscriptTextSegmentEvent segment{
        .id = "seg_1", .start = 0.0, .end = 1.5, .text = "Hi", .speaker = "A"};
    REQUIRE(writer.segment(segment));
    CHECK(take(to) == event_of(segment));
    const TranscriptionStreamEvent any = TranscriptTextDeltaEvent{.delta = "x"};
    REQUIRE(writer.event(any));
    CHECK(take(to) == event_of(any));
    CHECK(writer.segment({.id = "\xff"}).error().code == errc::invalid_text);
    REQUIRE(writer.done());
    CHECK(to.ended());
}

TEST_CASE("a piece that the peer is too slow for can be repeated") {
    responder to({.unsent_limit = 10});
    transcript_stream_writer writer(to);
    REQUIRE(writer.text("a\xc3"));
    CHECK(writer.text("\xa9").error().code == errc::limit_exceeded);
    std::string body = take(to);
    REQUIRE(writer.text("\xa9"));
    body += take(to);
    REQUIRE(writer.done());
    body += take(to);
    CHECK(server_streams::received<TranscriptionStreamEvent>(body).response.text == "a\xc3\xa9");
}

}  // namespace transcript_stream_writer_tests
