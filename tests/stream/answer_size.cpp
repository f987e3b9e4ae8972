#include <oaiwire/stream/answer_size.hpp>

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/embedding_vector.hpp>

#include <support/catch.hpp>

namespace answer_size_tests {

using namespace oaiwire;

TEST_CASE("the size of a value includes its texts and list elements at every level") {
    const detail::held_bytes held;
    CHECK(held(5) == 0);
    CHECK(held(std::string("abc")) == 3);
    CHECK(held(field<std::string>()) == 0);
    CHECK(held(field<std::string>("abcd")) == 4);
    CHECK(held(open_enum<Role>(Role::user)) == 0);
    CHECK(held(open_enum<Role>("narrator")) == 8);
    CHECK(held(raw_json::of(12)) == 2);
    CHECK(held(std::vector<std::string>{"a", "bc"}) == 2 * sizeof(std::string) + 3);
    TokenLogprob token{.token = "abc"};
    token.top_logprobs = {TopLogprob{.token = "xy"}, TopLogprob{}};
    token.extra.set("n", 1);
    CHECK(held(token) == 3 + 2 * sizeof(TopLogprob) + 2 + token.extra.text().size());
    CHECK(held(std::variant<int, std::string>("abc")) == 3);
}

TEST_CASE("the size includes maps and optionals, also in a choice of a text completion") {
    const detail::held_bytes held;
    using map = string_map<double>;
    const map two{{"abc", 1.0}, {"d", 2.0}};
    CHECK(held(two) == 2 * sizeof(map::value_type) + 4);
    CHECK(held(std::optional<std::string>("abc")) == 3);
    CHECK(held(std::optional<std::string>()) == 0);
    using ordered = std::map<std::string, std::string>;
    CHECK(held(ordered{{"a", "bc"}}) == sizeof(std::string) * 2 + 3);
    EmbeddingVector numbers;
    numbers.values = {1, 2};
    CHECK(held(numbers) == 2 * sizeof(float));
    Completion chunk;
    chunk.choices.resize(1);
    chunk.choices[0].logprobs.emplace().top_logprobs.emplace().push_back(two);
    const std::size_t one = sizeof(field<map>) + held(two);
    CHECK(detail::joined_bytes_of_choices(chunk) == one);
}

TEST_CASE("ever more token alternatives reach the limit") {
    accumulator<Completion> whole(limits{.answer = 20'000});
    Completion chunk;
    chunk.choices.resize(1);
    auto& maps = chunk.choices[0].logprobs.emplace().top_logprobs.emplace();
    maps.emplace_back().emplace().resize(200);
    errc code = errc::ok;
    for (int i = 0; i != 10 && code == errc::ok; ++i) code = whole.add(chunk);
    CHECK(code == errc::limit_exceeded);
}

TEST_CASE("a piece counts as the amount by which the response grows") {
    const detail::joined_bytes joined;
    ChatCompletionDelta delta{.content = "abc"};
    delta.extra.set("replaced", 1);
    CHECK(joined(delta) == 3);
    delta.tool_calls.emplace().emplace_back().function = FunctionCall{.arguments = "12345"};
    CHECK(joined(delta) == 8);
    delta.content = std::vector<ContentPart>{ContentPartText{.text = "abc"}};
    CHECK(joined(delta) == 8 + sizeof(ContentPart));
}

TEST_CASE("after the limit was reached, nothing more is added") {
    detail::answer_size size(limits{.answer = 10});
    CHECK(size.take(4));
    CHECK(size.take(6));
    CHECK(size.take(0));
    CHECK_FALSE(size.take(1));
    CHECK_FALSE(size.take(0));
}

}  // namespace answer_size_tests
