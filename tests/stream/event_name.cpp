#include <oaiwire/stream/event_name.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/audio_stream.hpp>
#include <oaiwire/stream/image_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/outcome.hpp>

namespace event_name_tests {

using namespace oaiwire;

namespace {

using transcript = TranscriptionStreamEvent;

std::string named(std::string_view name, std::string_view data) {
    return "event: " + std::string(name) + "\ndata: " + std::string(data) + "\n\n";
}
template <class Event>
std::vector<std::string> read(const std::string& body) {
    return support::decode<Event>(body).chunks;
}

}  // namespace

TEST_CASE("an event has a type unless it is raw JSON or of the type without one") {
    using detail::has_own_type;
    const transcript event;
    const ImageStreamEvent image;
    CHECK(has_own_type(transcript(TranscriptTextDoneEvent{})));
    CHECK_FALSE(has_own_type(transcript(raw_json())));
    CHECK(has_own_type(ImageStreamEvent(ImageCompletedEvent{})));
    CHECK_FALSE(has_own_type(ImageStreamEvent(ImageChunk{})));
    CHECK(detail::is_of_family(&event, "transcript.later"));
    CHECK_FALSE(detail::is_of_family(&event, "transcript"));
    CHECK_FALSE(detail::is_of_family(&event, "speech.later"));
    CHECK(detail::is_of_family(&image, "image_edit.later"));
}

TEST_CASE("an event without a type has that of its SSE event name") {
    const std::string body =
        named("transcript.text.delta", R"({"delta":"a"})") +
        named("transcript.text.delta", R"({"delta":"b","type":null})") +
        named("transcript.text.segment", R"({"id":"s","text":"ab","type":""})") +
        named("transcript.text.later", R"({"x":1})") +
        named("transcript.text.done", R"({"text":"ab","x":2})");
    const std::vector<std::string> expected{
        R"({"type":"transcript.text.delta","delta":"a"})",
        R"({"type":"transcript.text.delta","delta":"b"})",
        R"({"type":"transcript.text.segment","id":"s","text":"ab"})",
        R"({"x":1,"type":"transcript.text.later"})",
        R"({"type":"transcript.text.done","text":"ab","x":2})"};
    const auto whole = support::decode<transcript>(body);
    CHECK(whole.chunks == expected);
    CHECK(whole.end == stream_end::complete);
    CHECK(whole.response.text == "ab");
    support::each_cutting(body, 20, [&](const std::vector<std::string>& pieces) {
        CHECK(support::decode<transcript>(pieces).text() == whole.text());
    });
    CHECK(read<SpeechStreamEvent>(named("speech.audio.done", "{}")) ==
          std::vector<std::string>{R"({"type":"speech.audio.done"})"});
    CHECK(
        read<ImageStreamEvent>(named("image_generation.completed",
                                     R"({"b64_json":"a","usage":{"total_tokens":1}})")) ==
        std::vector<std::string>{
            R"({"type":"image_generation.completed","b64_json":"a","usage":{"total_tokens":1}})"});
}

TEST_CASE("the type in the JSON has priority over the name; other names mean nothing") {
    CHECK(read<transcript>(
              named("transcript.text.done", R"({"type":"transcript.text.delta","delta":"a"})")) ==
          std::vector<std::string>{R"({"type":"transcript.text.delta","delta":"a"})"});
    for (const char* name : {"message", "data", "chat.completion.chunk", "ping"}) {
        INFO(name);
        const auto other = support::decode<transcript>(named(name, R"({"delta":"a"})"));
        CHECK(other.chunks.empty());
        CHECK(other.statistics.skipped_count == 1);
    }
    CHECK(read<ImageStreamEvent>(named("image.generation.chunk", R"({"data":[{"url":"u"}]})")) ==
          std::vector<std::string>{R"({"data":[{"url":"u"}]})"});
}

TEST_CASE("events with equal text and different names are different, in every way of reading") {
    std::string body;
    std::vector<std::string> expected;
    for (int n = 0; n != 12; ++n) {
        const bool delta = n % 3 != 2;
        const std::string data = R"({"delta":"x)" + std::to_string(n) + R"("})";
        const std::string typed = R"({"type":"transcript.text.delta","delta":"y"})";
        body += named(delta ? "transcript.text.delta" : "transcript.text.segment", data) +
                named("transcript.text.segment", typed);
        expected.push_back(
            delta
                ? R"({"type":"transcript.text.delta","delta":"x)" + std::to_string(n) + R"("})"
                : R"({"type":"transcript.text.segment","delta":"x)" + std::to_string(n) + R"("})");
        expected.push_back(typed);
    }
    CHECK(read<transcript>(body) == expected);
}

TEST_CASE("surrogate halves are joined across events that have their type in the name only") {
    const std::string body = named("transcript.text.delta", R"({"delta":"a\ud83d"})") +
                             named("transcript.text.delta", R"({"delta":"\ude00b"})");
    CHECK(support::decode<transcript>(body).response.text == "a\U0001F600b");
}

}  // namespace event_name_tests
