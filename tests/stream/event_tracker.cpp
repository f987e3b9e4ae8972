#include <oaiwire/stream/event_tracker.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/audio_stream.hpp>
#include <oaiwire/stream/image_stream.hpp>

namespace event_tracker_tests {

using namespace oaiwire;

namespace {

TranscriptionStreamEvent event(std::string_view text, bool keep = false) {
    json::read_options options(json::tolerant);
    if (keep) options.lone_surrogates = json_scan::surrogates::keep;
    return json::read<TranscriptionStreamEvent>(text, options).value();
}
const std::string& delta(const TranscriptionStreamEvent& e) {
    return *std::get<TranscriptTextDeltaEvent>(e).delta;
}

}  // namespace

TEST_CASE("halves of a character meet across events") {
    event_tracker<TranscriptionStreamEvent> tracker;
    stream_facts facts;
    const auto take = [&](const std::string& text) {
        auto e = event(text);
        auto halves = event(text, true);
        REQUIRE(tracker.take(e, &halves, {}, facts));
        return delta(e);
    };
    CHECK_FALSE(tracker.any());
    CHECK(take(R"({"type":"transcript.text.delta","delta":"a\ud83d"})") == "a");
    CHECK(tracker.any());
    CHECK(take(R"({"type":"transcript.text.delta","delta":"\ude00b"})") == "\U0001F600b");
    TranscriptionStreamEvent last;
    CHECK_FALSE(tracker.flush(last));
    CHECK(take(R"({"type":"transcript.text.delta","delta":"\ud83d"})") == "");
    SECTION("what never was whole is one last event of its kind") {
        REQUIRE(tracker.flush(last));
        CHECK(delta(last) == "\xEF\xBF\xBD");
        CHECK_FALSE(tracker.flush(last));
    }
    SECTION("an event without a half gives it up") {
        auto plain = event(R"({"type":"transcript.text.delta","delta":"c"})");
        REQUIRE(tracker.take(plain, nullptr, {}, facts));
        CHECK(delta(plain) ==
              "\xEF\xBF\xBD"
              "c");
        CHECK_FALSE(tracker.flush(last));
    }
    SECTION("the last event has the whole text") {
        auto done = event(R"({"type":"transcript.text.done","text":"a"})");
        REQUIRE(tracker.take(done, nullptr, {}, facts));
        CHECK_FALSE(tracker.flush(last));
    }
}

TEST_CASE("a stream may end once an event says that none need follow") {
    event_tracker<ImageStreamEvent> tracker;
    stream_facts facts;
    ImageStreamEvent partial = ImagePartialEvent{}, completed = ImageCompletedEvent{};
    REQUIRE(tracker.take(partial, nullptr, {}, facts));
    CHECK_FALSE(facts.all_finished);
    REQUIRE(tracker.take(completed, nullptr, {}, facts));
    CHECK(facts.all_finished);
    // the preview of another: that one is due
    REQUIRE(tracker.take(partial, nullptr, {}, facts));
    CHECK_FALSE(facts.all_finished);
    ImageStreamEvent other = raw_json();
    REQUIRE(tracker.take(completed, nullptr, {}, facts));
    REQUIRE(tracker.take(other, nullptr, {}, facts));
    CHECK(facts.all_finished);
}

}  // namespace event_tracker_tests
