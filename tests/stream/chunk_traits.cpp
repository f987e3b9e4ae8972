#include <oaiwire/stream/chunk_traits.hpp>

#include <map>
#include <string>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/types/text.hpp>
#include <support/catch.hpp>

namespace chunk_traits_tests {

using namespace oaiwire;

namespace {

using traits = chunk_traits<ChatCompletionChunk>;

ChatCompletionChunkChoice choice_of(const char* text) {
    auto chunk = json::read<ChatCompletionChunk>("{\"choices\":[" + std::string(text) + "]}",
                                                 json::tolerant);
    REQUIRE(chunk.has_value());
    return chunk->choices.front();
}

}  // namespace

TEST_CASE("every text of a choice is visited, each with its own slot") {
    auto choice = choice_of(
        R"({"delta":{"content":"a","refusal":"b","reasoning_content":"c","reasoning":"d",
            "function_call":{"arguments":"e"},"audio":{"transcript":"f"},
            "tool_calls":[{"index":0,"function":{"arguments":"g"}},
                          {"index":3,"custom":{"input":"h"}}]}})");
    std::map<std::uint32_t, std::string> seen;
    traits::each_text(choice, [&](std::uint32_t slot, std::string& text) { seen[slot] = text; });
    std::string all;
    for (const auto& [slot, text] : seen) all += text;
    CHECK(all == "abcdefgh");
}

TEST_CASE("the text of a slot is found again, also in a choice that lacks it") {
    auto choice = choice_of(
        R"({"delta":{"content":"","refusal":"","reasoning_content":"","reasoning":"",
            "function_call":{"arguments":""},"audio":{"transcript":""},"tool_calls":[
            {"index":2,"function":{"arguments":""}},{"index":5,"custom":{"input":""}}]}})");
    std::vector<std::uint32_t> slots;
    traits::each_text(choice, [&](std::uint32_t slot, std::string&) { slots.push_back(slot); });
    REQUIRE(slots.size() == 8);
    for (const auto slot : slots) {
        ChatCompletionChunkChoice fresh;
        *traits::text_of(fresh, slot) = "x";
        int visited = 0;
        traits::each_text(fresh, [&](std::uint32_t at, std::string& text) {
            if (text.empty()) return;
            ++visited;
            CHECK(at == slot);
            CHECK(text == "x");
        });
        CHECK(visited == 1);
    }
}

TEST_CASE("the text parts of a content list share the slot of the content") {
    auto choice = choice_of(
        R"({"delta":{"content":[{"type":"text","text":"a"},{"type":"x"},{"type":"text","text":"b"}]}})");
    std::string all;
    traits::each_text(choice, [&](std::uint32_t slot, std::string& text) {
        CHECK(slot == 0);
        all += text;
    });
    CHECK(all == "ab");
}

TEST_CASE("quirk 47: a whole message is used if no delta had content") {
    const char* text = R"({"message":{"role":"assistant","content":"whole"}})";
    auto fresh = choice_of(text);
    traits::adopt_message(fresh, false);
    REQUIRE(fresh.delta.has_value());
    CHECK(oaiwire::text(*fresh.delta->content) == "whole");
    CHECK(fresh.extra.empty());

    auto late = choice_of(text);
    traits::adopt_message(late, true);
    CHECK_FALSE(late.delta.has_value());
    CHECK(late.extra.empty());
}

TEST_CASE("quirk 48: if there are a message and a delta, the delta is used") {
    auto both = choice_of(R"({"delta":{"content":"d"},"message":{"content":"all and d"}})");
    traits::adopt_message(both, false);
    CHECK(oaiwire::text(*both.delta->content) == "d");

    auto silent = choice_of(R"({"delta":{},"message":{"content":"all"}})");
    traits::adopt_message(silent, false);
    CHECK(oaiwire::text(*silent.delta->content) == "all");
}

TEST_CASE("a message that is not an object is kept unread") {
    auto odd = choice_of(R"({"message":"hello"})");
    traits::adopt_message(odd, false);
    CHECK_FALSE(odd.delta.has_value());
    CHECK(odd.extra.find("message") == "\"hello\"");
}

TEST_CASE("padding is not output") {
    const auto output = [](const char* text) {
        auto choice = choice_of(text);
        return traits::has_output(choice);
    };
    CHECK_FALSE(output("{}"));
    CHECK_FALSE(output(R"({"delta":{"role":"assistant","content":"","tool_calls":[]}})"));
    CHECK(output(R"({"delta":{"content":"a"}})"));
    CHECK(output(R"({"delta":{"reasoning":"a"}})"));
    CHECK(output(R"({"delta":{"tool_calls":[{"index":0}]}})"));

    CompletionChoice completion;
    CHECK_FALSE(chunk_traits<Completion>::has_output(completion));
    completion.text = "a";
    CHECK(chunk_traits<Completion>::has_output(completion));
}

}  // namespace chunk_traits_tests
