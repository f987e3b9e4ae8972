#include <oaiwire/stream/choice_tracker.hpp>
//
#include <oaiwire/stream/chat_stream.hpp>
#include <support/catch.hpp>

#include <string>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/types/text.hpp>

namespace choice_tracker_tests {

using namespace oaiwire;

namespace {

const auto& chunks = detail::chunk_table_of<ChatCompletionChunk>().choices;

ChatCompletionChunk chunk(std::string_view text, bool keep = false) {
    json::read_options options(json::tolerant);
    if (keep) options.lone_surrogates = json::surrogates::keep;
    return json::read<ChatCompletionChunk>(text, options).value();
}

}  // namespace

TEST_CASE("a stream has finished when each of its choices has") {
    detail::choice_tracker tracker;
    stream_statistics statistics;
    const auto take = [&](std::string_view text) {
        auto c = chunk(text);
        REQUIRE(tracker.take(chunks, &c, nullptr, {}, statistics));
        return statistics.all_finished;
    };
    CHECK_FALSE(take(R"({"choices":[]})"));
    CHECK_FALSE(tracker.any());
    CHECK_FALSE(take(R"({"choices":[{"index":0},{"index":1}]})"));
    CHECK_FALSE(take(R"({"choices":[{"index":1,"finish_reason":"stop"}]})"));
    CHECK_FALSE(statistics.aborted);
    CHECK(take(R"({"choices":[{"index":0,"finish_reason":"abort"}]})"));
    CHECK(statistics.aborted);
    CHECK(tracker.any());
}

TEST_CASE("surrogate halves are joined across chunks, separately for each choice") {
    detail::choice_tracker tracker;
    stream_statistics statistics;
    const auto take = [&](const std::string& text) {
        auto c = chunk(text);
        auto halves = chunk(text, true);
        REQUIRE(tracker.take(chunks, &c, &halves, {}, statistics));
        return std::string(oaiwire::text(c));
    };
    CHECK(take(R"({"choices":[{"index":0,"delta":{"content":"a\ud83d"}}]})") == "a");
    CHECK(take(R"({"choices":[{"index":1,"delta":{"content":"\ude00"}}]})") == "\xEF\xBF\xBD");
    CHECK(take(R"({"choices":[{"index":0,"delta":{"content":"\ude00b"}}]})") == "\U0001F600b");
    ChatCompletionChunk last;
    CHECK_FALSE(tracker.holding());
    take(R"({"choices":[{"index":0,"delta":{"content":"\ud83d"}}]})");
    REQUIRE(tracker.holding());
    tracker.flush(chunks, &last);
    CHECK(oaiwire::text(last) == "\xEF\xBF\xBD");
    CHECK_FALSE(tracker.holding());
}

TEST_CASE("a chunk that a pending half changes is no model for the next") {
    detail::choice_tracker tracker;
    stream_statistics statistics;
    const auto take = [&](std::string_view text, bool half = false) {
        auto c = chunk(text);
        auto halves = chunk(text, true);
        REQUIRE(tracker.take(chunks, &c, half ? &halves : nullptr, {}, statistics));
        return std::string(oaiwire::text(c));
    };
    take(R"({"choices":[{"index":0,"delta":{"content":"a"}}]})");
    CHECK(tracker.settled());
    take(R"({"choices":[{"index":0,"delta":{"content":"\ud83d"}}]})", true);
    CHECK_FALSE(tracker.settled());
    CHECK(take(R"({"choices":[{"index":0,"delta":{"content":"b"}}]})") ==
          "\xEF\xBF\xBD"
          "b");
    CHECK_FALSE(tracker.settled());
    CHECK(take(R"({"choices":[{"index":0,"delta":{"content":"b"}}]})") == "b");
    CHECK(tracker.settled());
}

TEST_CASE("more choices than the limit are rejected") {
    detail::choice_tracker tracker;
    stream_statistics statistics;
    limits bounds;
    bounds.choices = 2;
    auto c = chunk(R"({"choices":[{"index":0},{"index":5},{"index":9}]})");
    CHECK_FALSE(tracker.take(chunks, &c, nullptr, bounds, statistics));
}

TEST_CASE("a chunk with too many choices changes nothing: no half of it waits") {
    detail::choice_tracker tracker;
    stream_statistics statistics;
    limits bounds;
    bounds.choices = 1;
    const std::string text =
        R"({"choices":[{"index":5,"delta":{"content":"a\ud83d"}},{"index":7,"delta":{}}]})";
    auto c = chunk(text);
    auto halves = chunk(text, true);
    CHECK_FALSE(tracker.take(chunks, &c, &halves, bounds, statistics));
    CHECK_FALSE(tracker.holding());
    CHECK_FALSE(tracker.any());
}

TEST_CASE("a chunk of one known choice leaves the state as it is, and is no reason to stop") {
    detail::choice_tracker tracker;
    stream_statistics statistics;
    const auto take = [&](std::string_view text) {
        auto c = chunk(text);
        REQUIRE(tracker.take(chunks, &c, nullptr, {.choices = 2}, statistics));
        return tracker.settled();
    };
    CHECK_FALSE(take(R"({"choices":[{"index":3,"delta":{"role":"assistant"}}]})"));
    CHECK(take(R"({"choices":[{"index":3,"delta":{"content":"a"}}]})"));
    CHECK(take(R"({"choices":[{"index":3,"delta":{}}]})"));
    CHECK(tracker.ready() == 1U << 3);
    CHECK(tracker.interleaved() == 1);
    CHECK_FALSE(take(R"({"choices":[{"index":40,"delta":{}}]})"));
    CHECK(take(R"({"choices":[{"index":40,"delta":{"content":"b"}}]})"));
    CHECK(tracker.ready() == 1U << 3);
    CHECK(take(R"({"choices":[{"index":40,"finish_reason":"stop"}]})"));
    CHECK_FALSE(statistics.all_finished);
    CHECK(take(R"({"choices":[{"index":3,"delta":{"content":"c"}}]})"));
    CHECK_FALSE(statistics.all_finished);
    CHECK(take(R"({"choices":[{"index":3,"finish_reason":"stop"}]})"));
    CHECK(statistics.all_finished);
    CHECK(take(R"({"choices":[{"index":3,"delta":{"content":"d"}}]})"));
    CHECK(statistics.all_finished);
    CHECK(tracker.interleaved() == 2);
    // a third one is too many
    auto c = chunk(R"({"choices":[{"index":4,"delta":{"content":"e"}}]})");
    CHECK_FALSE(tracker.take(chunks, &c, nullptr, {.choices = 2}, statistics));
    CHECK(tracker.interleaved() == 2);
    // a whole message is adopted, and removed
    c = chunk(R"({"choices":[{"index":3,"message":{"content":"f"}}]})");
    REQUIRE(tracker.take(chunks, &c, nullptr, {.choices = 2}, statistics));
    CHECK_FALSE(tracker.settled());
    CHECK(c.choices.front().extra.empty());
}

// An unknown member makes the tracker look at all that a chunk may have.
TEST_CASE("a chunk of one choice is taken in fewer steps with the same result") {
    const std::string_view choices[] = {
        R"("index":0,"delta":{"content":""})",
        R"("index":0,"delta":{"content":"a"})",
        R"("index":1,"delta":{"role":"assistant"})",
        R"("index":1,"delta":{"refusal":"b"})",
        R"("index":2,"finish_reason":"stop")",
        R"("index":40,"delta":{"reasoning":"c"})",
        R"("delta":{"content":"d"})",
        R"("index":0,"finish_reason":"abort")",
    };
    constexpr std::size_t count = std::size(choices);
    for (std::size_t n = 0; n != count * count * count; ++n) {
        detail::choice_tracker plain, unusual;
        stream_statistics of_plain, of_unusual;
        limits bounds;
        bounds.choices = n % 3;
        for (const std::size_t i : {n / count / count, n / count % count, n % count}) {
            const std::string choice(choices[i]);
            auto a = chunk("{\"choices\":[{" + choice + "}]}");
            auto b = chunk("{\"choices\":[{" + choice + ",\"x\":1}]}");
            INFO(n << ": " << choice);
            const bool taken = plain.take(chunks, &a, nullptr, bounds, of_plain);
            REQUIRE(unusual.take(chunks, &b, nullptr, bounds, of_unusual) == taken);
            REQUIRE(plain.settled() == unusual.settled());
            REQUIRE(plain.ready() == unusual.ready());
            REQUIRE(plain.interleaved() == unusual.interleaved());
            REQUIRE(of_plain == of_unusual);
            if (!taken) break;
        }
    }
}

}  // namespace choice_tracker_tests
