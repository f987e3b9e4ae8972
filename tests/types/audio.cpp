#include <oaiwire/types/audio.hpp>
//
#include <support/catch.hpp>

#include <variant>

namespace audio_tests {

using namespace oaiwire;

TEST_CASE("a voice is a name or a custom voice's id") {
    const SpeechRequest named{.model = "m", .input = "hi", .voice = "alloy"};
    CHECK(std::get<std::string>(named.voice) == "alloy");
    const SpeechRequest custom{.voice = CustomVoice{.id = "v"}};
    CHECK(std::get<CustomVoice>(custom.voice).id == "v");
}

TEST_CASE("a transcription request has a file, and its words and segments have times") {
    const TranscriptionRequest request{.file = file_content("a.mp3", "MP3"), .model = "m"};
    CHECK(request.file.data == "MP3");
    CHECK(request.response_format.is_absent());
    CHECK(TranslationRequest{.file = request.file, .model = "m"}.file == request.file);
    const TranscriptionSegment numbered{.id = std::int64_t{0}, .start = 0.5};
    const TranscriptionSegment named{.id = "seg_1", .start = 0.5};
    CHECK(numbered != named);
    CHECK(Transcription{.text = "t"}.text == "t");
}

TEST_CASE("audio stream events have their types") {
    CHECK(TranscriptionStreamEvent(TranscriptTextDoneEvent{.text = "t"}).index() == 2);
    CHECK(SpeechStreamEvent(SpeechAudioDeltaEvent{.audio = "AA=="}).index() == 0);
    CHECK(SpeechAudioDoneEvent::tag.value == "speech.audio.done");
}

}  // namespace audio_tests
