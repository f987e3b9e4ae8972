#include <oaiwire/session/realtime_audio.hpp>
//
#include <support/catch.hpp>

namespace realtime_audio_tests {

using namespace oaiwire;

TEST_CASE("a millisecond of audio has the bytes of its format") {
    CHECK(realtime_bytes_per_ms({}) == 48);
    CHECK(realtime_bytes_per_ms({.type = "audio/pcm", .rate = 24000}) == 48);
    CHECK(realtime_bytes_per_ms({.type = "audio/pcm", .rate = 16000}) == 32);
    CHECK(realtime_bytes_per_ms({.type = "audio/pcmu"}) == 8);
    CHECK(realtime_bytes_per_ms({.type = "audio/pcma"}) == 8);
    CHECK(realtime_bytes_per_ms({.type = "audio/opus"}) == 0);
    CHECK(realtime_bytes_per_ms({.type = "audio/pcm", .rate = -1}) == 0);
    CHECK(realtime_bytes_per_ms({.type = "audio/pcm", .rate = 1'000'000}) == 0);
}

}  // namespace realtime_audio_tests
