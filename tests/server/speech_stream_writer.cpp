#include <oaiwire/server/speech_stream_writer.hpp>

#include <support/catch.hpp>

#include <string>

#include <oaiwire/stream/audio_stream.hpp>
#include <server/streams.hpp>

namespace speech_stream_writer_tests {

using namespace oaiwire;
using server_streams::event_of;
using server_streams::take;

TEST_CASE("audio in pieces of any size is what the client hears") {
    for (std::uint64_t seed = 1; seed != 30; ++seed) {
        support::random random(seed);
        responder to({.unsent_limit = 1'000'000});
        speech_stream_writer writer(to);
        std::string audio;
        for (std::size_t n = random.below(20); n != 0; --n) {
            std::string piece(random.below(500), '\0');
            for (char& c : piece) c = static_cast<char>(random.below(256));
            REQUIRE(writer.audio(piece));
            audio += piece;
        }
        AudioUsage usage;
        usage.output_tokens = 3;
        REQUIRE(writer.done(&usage));
        CHECK(to.ended());
        const server_streams::received<SpeechStreamEvent> got(take(to));
        CHECK(got.end == stream_end::complete);
        CHECK(got.response.audio == audio);
        CHECK(got.response.usage == usage);
    }
}

TEST_CASE("the events of speech are those of json::write") {
    responder to;
    speech_stream_writer writer(to);
    REQUIRE(writer.audio(""));
    CHECK(to.unsent().empty());
    REQUIRE(writer.audio("ID3"));
    CHECK(take(to) == event_of(SpeechAudioDeltaEvent{.audio = "SUQz"}));
    REQUIRE(writer.done());
    CHECK(take(to) == event_of(SpeechAudioDoneEvent{}));
    CHECK(writer.audio("more").error().code == errc::invalid_argument);
}

}  // namespace speech_stream_writer_tests
