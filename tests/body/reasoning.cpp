#include <oaiwire/body/reasoning.hpp>

#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <support/catch.hpp>

namespace reasoning_tests {

using namespace oaiwire;

namespace {

template <class T>
T read(std::string_view text) {
    auto value = json::read<T>(text, json::tolerant);
    REQUIRE(value.has_value());
    return *value;
}

}  // namespace

TEST_CASE("quirk 77: reasoning has one accessor for its four names") {
    using text = std::optional<std::string>;
    const auto of = [](const char* json) { return reasoning(read<ChatCompletionDelta>(json)); };
    CHECK(of("{}") == text());
    CHECK(of(R"({"reasoning_content":null,"reasoning":null})") == text());
    CHECK(of(R"({"reasoning_content":""})") == text(""));
    CHECK(of(R"({"reasoning_content":"We"})") == text("We"));
    CHECK(of(R"({"reasoning":"We"})") == text("We"));
    CHECK(of(R"({"reasoning_content":"","reasoning":"We"})") == text("We"));
    CHECK(of(R"({"reasoning_details":[{"type":"reasoning.text","text":"W"},
                 {"type":"reasoning.summary","summary":"e"},
                 {"type":"reasoning.encrypted","data":"x"}]})") == text("We"));
    CHECK(of(R"({"content":[{"type":"thinking","thinking":[{"type":"text","text":"We"}]},
                 {"type":"text","text":"4"}]})") == text("We"));
    CHECK(of(R"({"content":[{"type":"thinking","thinking":"We"}]})") == text("We"));
    CHECK(of(R"({"content":[{"type":"thinking","thinking":[]}]})") == text());
}

TEST_CASE("quirk 78: the same reasoning under two names is taken once") {
    CHECK(reasoning(read<ChatCompletionDelta>(
              R"({"reasoning_content":"We","reasoning":"We",
                  "reasoning_details":[{"text":"We"}]})")) == std::optional<std::string>("We"));
}

TEST_CASE("the first non-empty of the two plain members is the reasoning") {
    CHECK_FALSE(reasoning(ChatCompletionDelta{}));
    CHECK(reasoning(ChatCompletionDelta{.reasoning_content = "a"}) == "a");
    CHECK(reasoning(ChatCompletionDelta{.reasoning = "b"}) == "b");
    CHECK(reasoning(ChatCompletionMessage{.reasoning_content = "a", .reasoning = "b"}) == "a");
    CHECK(reasoning(ChatCompletionMessage{.reasoning_content = "", .reasoning = "b"}) == "b");
    CHECK_FALSE(reasoning(ChatCompletionMessage{.reasoning_content = null, .reasoning = null}));
}

}  // namespace reasoning_tests
