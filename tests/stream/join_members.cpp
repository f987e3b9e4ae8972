#include <oaiwire/stream/join_members.hpp>

#include <string>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <support/catch.hpp>

namespace join_members_tests {

using namespace oaiwire;

namespace {

template <class T>
T read(const char* text) {
    auto value = json::read<T>(text);
    REQUIRE(value.has_value());
    return *value;
}

}  // namespace

TEST_CASE("a name may arrive complete, repeatedly or in pieces; null in any form is ignored") {
    field<std::string> name;
    for (const char* piece : {"", "null", "get_", "get_", "weather", "get_weather"}) {
        detail::add_name(name, piece);
    }
    CHECK(name == "get_weather");
}

TEST_CASE("text parts are joined, and their other members merged") {
    detail::extra_join join;
    field<MessageContent> whole;
    for (const char* piece :
         {R"({"content":"a"})", R"({"content":[{"type":"text","text":"b","x":1}]})",
          R"({"content":[{"type":"text","text":"c","y":2,"prompt_cache_breakpoint":{}}]})"}) {
        detail::add_content(whole, *read<ChatCompletionDelta>(piece).content, join);
    }
    const auto& parts = std::get<std::vector<ContentPart>>(*whole);
    REQUIRE(parts.size() == 1);
    const auto& part = std::get<ContentPartText>(parts[0]);
    CHECK(part.text == "abc");
    CHECK(part.prompt_cache_breakpoint.has_value());
    CHECK(part.extra.text() == R"("x":1,"y":2)");
}

TEST_CASE("moderation of input and output may arrive separately") {
    detail::extra_join join;
    field<ChatCompletionModeration> whole;
    for (const char* piece : {R"({"input":{"type":"error","code":"a"},"x":1})",
                              R"({"output":{"type":"error","code":"b"},"y":2})"}) {
        detail::add_moderation(whole, read<ChatCompletionModeration>(piece), join);
    }
    CHECK(std::get<ChatCompletionModerationError>(*whole->input).code == "a");
    CHECK(std::get<ChatCompletionModerationError>(*whole->output).code == "b");
    CHECK(whole->extra.text() == R"("x":1,"y":2)");
}

}  // namespace join_members_tests
