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
    if (keep) options.lone_surrogates = json::surrogates::keep;
    return json::read<TranscriptionStreamEvent>(text, options).value();
}
const std::string& delta(const TranscriptionStreamEvent& e) {
    return *std::get<TranscriptTextDeltaEvent>(e).delta;
}

}  // namespace

TEST_CASE("surrogate halves are joined across events") {
    detail::event_tracker tracker;
    const auto& type = detail::chunk_table_of<TranscriptionStreamEvent>();
    stream_statistics statistics;
    const auto take = [&](const std::string& text) {
        auto e = event(text);
        auto halves = event(text, true);
        tracker.take(type, &e, &halves, statistics);
        return delta(e);
    };
    CHECK_FALSE(tracker.any());
    CHECK(take(R"({"type":"transcript.text.delta","delta":"a\ud83d"})") == "a");
    CHECK(tracker.any());
    CHECK(take(R"({"type":"transcript.text.delta","delta":"\ude00b"})") == "\U0001F600b");
    TranscriptionStreamEvent last;
    CHECK_FALSE(tracker.holding());
    CHECK(take(R"({"type":"transcript.text.delta","delta":"\ud83d"})") == "");
    SECTION("what never became complete is delivered as a last event of its kind") {
        REQUIRE(tracker.holding());
        tracker.flush(type, &last);
        CHECK(delta(last) == "\xEF\xBF\xBD");
        CHECK_FALSE(tracker.holding());
    }
    SECTION("an event without a half ends the wait for it") {
        auto plain = event(R"({"type":"transcript.text.delta","delta":"c"})");
        tracker.take(type, &plain, nullptr, statistics);
        CHECK(delta(plain) ==
              "\xEF\xBF\xBD"
              "c");
        CHECK_FALSE(tracker.holding());
        // it was changed: it is no model for the next event
        CHECK_FALSE(tracker.settled());
        tracker.take(type, &plain, nullptr, statistics);
        CHECK(tracker.settled());
    }
    SECTION("the last event has the whole text") {
        auto done = event(R"({"type":"transcript.text.done","text":"a"})");
        tracker.take(type, &done, nullptr, statistics);
        CHECK_FALSE(tracker.holding());
    }
}

TEST_CASE("a stream may end after an event that allows it") {
    detail::event_tracker tracker;
    const auto& type = detail::chunk_table_of<ImageStreamEvent>();
    stream_statistics statistics;
    ImageStreamEvent partial = ImagePartialEvent{}, completed = ImageCompletedEvent{};
    tracker.take(type, &partial, nullptr, statistics);
    CHECK_FALSE(statistics.all_finished);
    tracker.take(type, &completed, nullptr, statistics);
    CHECK(statistics.all_finished);
    // a preview of another image, which must follow
    tracker.take(type, &partial, nullptr, statistics);
    CHECK_FALSE(statistics.all_finished);
    ImageStreamEvent other = raw_json();
    tracker.take(type, &completed, nullptr, statistics);
    tracker.take(type, &other, nullptr, statistics);
    CHECK(statistics.all_finished);
}

}  // namespace event_tracker_tests
