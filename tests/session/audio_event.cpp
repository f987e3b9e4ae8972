#include <oaiwire/session/audio_event.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/realtime_client_events.hpp>

namespace audio_event_tests {

using namespace oaiwire;

namespace {

std::vector<std::uint8_t> some_bytes(std::size_t n) {
    std::vector<std::uint8_t> out(n);
    for (std::size_t i = 0; i != n; ++i) out[i] = static_cast<std::uint8_t>(i * 37 + n);
    return out;
}

}  // namespace

TEST_CASE("base64 of every length is decoded in its own memory, with and without padding") {
    for (std::size_t n = 0; n != 200; ++n) {
        const auto bytes = some_bytes(n);
        for (const bool padded : {true, false}) {
            std::string text = to_base64(bytes);
            if (!padded) text.resize(text.find_last_not_of('=') + 1);
            const char* const memory = text.data();
            REQUIRE(decode_base64_in_place(text));
            CHECK(text == std::string(bytes.begin(), bytes.end()));
            if (n > 30) CHECK(text.data() == memory);
        }
    }
}

TEST_CASE("text that is no base64 is an error with the offset of the first wrong character") {
    std::string text = "AAAA A==";
    const auto done = decode_base64_in_place(text);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == errc::invalid_base64);
    CHECK(done.error().offset == 4);
}

TEST_CASE("an audio event has the bytes that it was made of") {
    std::string text;
    for (std::size_t n = 0; n != 100; ++n) {
        const auto bytes = some_bytes(n);
        REQUIRE(write_audio_event(bytes, text));
        auto event = json::read<RealtimeInputAudioAppend>(text);
        REQUIRE(event);
        CHECK(*event->audio == to_base64(bytes));
        CHECK(text.starts_with(R"({"type":"input_audio_buffer.append","audio":")"));
    }
    REQUIRE(write_audio_event({}, text, "session.input_audio_buffer.append"));
    CHECK(text == R"({"type":"session.input_audio_buffer.append","audio":""})");
}

}  // namespace audio_event_tests
