#include <oaiwire/types/completion.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <oaiwire/reflect/names.hpp>
#include <support/json_of.hpp>

namespace completion_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("a prompt is a text, texts, tokens or lists of tokens; an empty list has texts") {
    using prompt = CompletionsPrompt;
    CHECK(chooses<std::string, prompt>(R"("once")"));
    CHECK(chooses<std::vector<std::string>, prompt>(R"(["a","b"])"));
    CHECK(chooses<std::vector<std::int64_t>, prompt>("[1,2]"));
    CHECK(chooses<std::vector<std::vector<std::int64_t>>, prompt>("[[1],[2,3]]"));
    CHECK(chooses<std::vector<std::string>, prompt>("[]"));
}

TEST_CASE("a completion request without a prompt is written without the member") {
    CHECK(json_of(CompletionRequest{.model = "m"}) == R"({"model":"m"})");
    CHECK(json_of(CompletionRequest{.model = "m", .prompt = "once", .n = 2, .stop = "x"}) ==
          R"({"model":"m","prompt":"once","n":2,"stop":"x"})");
}

TEST_CASE("members are in alphabetical order after model and prompt") {
    const auto& names = reflect::member_names<CompletionRequest>;
    CHECK(names[0] == "model");
    CHECK(names[1] == "prompt");
    CHECK(std::is_sorted(names.begin() + 2, names.end() - 1));
}

TEST_CASE("a chunk's finish reason may be null") {
    const auto chunk = from_json<CompletionChunk>(
        R"({"choices":[{"text":"a","finish_reason":null},{"text":"b","finish_reason":"length"}]})");
    REQUIRE(chunk.choices.size() == 2);
    CHECK(chunk.choices[0].finish_reason.is_null());
    CHECK(chunk.choices[1].finish_reason == FinishReason::length);
    CHECK(chunk.choices[1].logprobs.is_absent());
}

}  // namespace completion_tests
