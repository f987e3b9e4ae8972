#include <oaiwire/stream/merge_choices.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/text.hpp>

namespace merge_choices_tests {

using namespace oaiwire;

namespace {

ChatCompletion merged(std::string_view choices) {
    const std::string text = "{\"id\":\"i\",\"choices\":" + std::string(choices) + "}";
    auto r = json::read<ChatCompletion>(text);
    REQUIRE(r);
    merge_choices(*r);
    return *std::move(r);
}

}  // namespace

TEST_CASE("text in one entry and tool calls in another are one choice if no entry has an index") {
    const auto r = merged(R"([{"message":{"role":"assistant","content":"Let me see."}},)"
                          R"({"message":{"role":"assistant","content":null,"tool_calls":[)"
                          R"({"id":"a","function":{"name":"f","arguments":"{}"}}]},)"
                          R"("finish_reason":"tool_calls"},)"
                          R"({"message":{"tool_calls":[{"id":"b"}]},"x":1}])");
    REQUIRE(r.choices.size() == 1);
    const auto& choice = r.choices[0];
    CHECK(text(r) == "Let me see.");
    CHECK(choice.message->role->text() == "assistant");
    REQUIRE(choice.message->tool_calls->size() == 2);
    CHECK((*choice.message->tool_calls)[0].id == "a");
    CHECK((*choice.message->tool_calls)[1].id == "b");
    CHECK(choice.finish_reason->text() == "tool_calls");
    CHECK(choice.extra.contains("x"));
    CHECK(r.id == "i");
}

TEST_CASE("entries with the same index are one choice, others stay separate and in order") {
    const auto r = merged(R"([{"index":1,"message":{"content":"b"},"finish_reason":"stop"},)"
                          R"({"index":0,"message":{"content":"a"},"finish_reason":"length"},)"
                          R"({"index":1,"message":{"content":"c"},"finish_reason":""}])");
    REQUIRE(r.choices.size() == 2);
    CHECK(text(*r.choices[0].message->content) == "bc");
    CHECK(r.choices[0].finish_reason->text() == "stop");
    CHECK(text(*r.choices[1].message->content) == "a");
    CHECK(r.choices[1].index == 0);
}

TEST_CASE("entries with different indices are not changed") {
    const std::string_view choices =
        R"([{"index":0,"message":{"content":"a"}},{"index":1},{"message":{"name":"n"}}])";
    const std::string text = "{\"id\":\"i\",\"choices\":" + std::string(choices) + "}";
    CHECK(merged(choices) == *json::read<ChatCompletion>(text));
    CHECK(merged("[]").choices.empty());
}

TEST_CASE("merging many choices takes no quadratic time") {
    ChatCompletion response;
    for (std::int64_t i = 0; i != 100000; ++i) response.choices.emplace_back().index = i % 50000;
    merge_choices(response);
    CHECK(response.choices.size() == 50000);
}

}  // namespace merge_choices_tests
