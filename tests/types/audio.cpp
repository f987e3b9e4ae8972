#include <oaiwire/types/audio.hpp>
//
#include <support/catch.hpp>

#include <variant>

#include <support/json_of.hpp>

namespace audio_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("a voice is written as a name or as an object with a custom voice's id") {
    CHECK(json_of(SpeechRequest{.model = "tts-1",
                                .input = "hi",
                                .voice = "alloy",
                                .response_format = SpeechFormat::wav,
                                .speed = 1.5}) ==
          R"({"model":"tts-1","input":"hi","voice":"alloy","response_format":"wav","speed":1.5})");
    CHECK(json_of(SpeechRequest{.model = "tts-1", .voice = CustomVoice{.id = "voice_1"}}) ==
          R"({"model":"tts-1","input":"","voice":{"id":"voice_1"}})");
}

TEST_CASE("a segment's id is a number or, with speakers, a text") {
    const auto read = from_json<Transcription>(
        R"({"text":"hi","segments":[{"id":0,"start":0.5,"end":1},)"
        R"({"type":"transcript.text.segment","id":"seg_1","speaker":"A"}]})");
    REQUIRE(read.segments->size() == 2);
    CHECK(std::get<std::int64_t>(*read.segments->at(0).id) == 0);
    CHECK(read.segments->at(0).type.is_absent());
    CHECK(std::get<std::string>(*read.segments->at(1).id) == "seg_1");
}

TEST_CASE("tolerant reading accepts a duration that is a text") {
    const auto read = from_json<Transcription>(R"({"duration":"8.47"})", json::tolerant);
    CHECK(read.duration == 8.47);
}

TEST_CASE("audio stream events are identified by type") {
    using speech = SpeechStreamEvent;
    CHECK(
        chooses<SpeechAudioDeltaEvent, speech>(R"({"type":"speech.audio.delta","audio":"AA=="})"));
    CHECK(chooses<SpeechAudioDoneEvent, speech>(
        R"({"type":"speech.audio.done","usage":{"total_tokens":3}})"));
    CHECK(chooses<raw_json, speech>(R"({"type":"speech.audio.later","audio":"AA=="})"));
    using transcript = TranscriptionStreamEvent;
    CHECK(chooses<TranscriptTextDeltaEvent, transcript>(
        R"({"type":"transcript.text.delta","delta":"a"})"));
    CHECK(chooses<TranscriptTextSegmentEvent, transcript>(
        R"({"type":"transcript.text.segment","id":"s","start":0,"end":1.5,"speaker":"A"})"));
    CHECK(chooses<TranscriptTextDoneEvent, transcript>(
        R"({"type":"transcript.text.done","text":"a"})"));
    CHECK(chooses<raw_json, transcript>(R"({"delta":"a"})"));
}

TEST_CASE("a chunking strategy is a text, an object of settings or other JSON") {
    using strategy = std::variant<std::string, VadConfig, raw_json>;
    CHECK(chooses<std::string, strategy>(R"("auto")"));
    CHECK(chooses<VadConfig, strategy>(R"({"type":"server_vad","threshold":0.5})"));
    CHECK(chooses<raw_json, strategy>(R"({"type":"semantic_vad"})"));
}

}  // namespace audio_tests
