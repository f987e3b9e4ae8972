#include <oaiwire/types/logprobs.hpp>
//
#include <support/catch.hpp>

namespace logprobs_tests {

using namespace oaiwire;

TEST_CASE("one type holds both forms of log probabilities, absent by default") {
    const Logprobs none;
    CHECK(none.content.is_absent());
    CHECK(none.refusal.is_absent());
    CHECK(none.tokens.is_absent());
    CHECK(none.token_logprobs.is_absent());
    CHECK(none.top_logprobs.is_absent());
    CHECK(none.text_offset.is_absent());

    Logprobs chat;
    chat.content.emplace().push_back(
        {.token = "Hi", .logprob = -0.5, .bytes = std::vector<std::uint8_t>{72, 105}});
    CHECK(chat.content->front().logprob == -0.5);
    CHECK(chat.content->front().top_logprobs.is_absent());
    chat.content->front().top_logprobs.emplace().push_back({.token = "Ho"});
    CHECK(chat != none);

    Logprobs text{.tokens = std::vector<std::string>{"a", "b"}};
    text.token_logprobs.emplace().assign({null, -1.0});
    CHECK(text.token_logprobs->front().is_null());
    text.top_logprobs.emplace().push_back(string_map<double>{{"a", -0.25}});
    CHECK(text.top_logprobs->front()->front().second == -0.25);
}

}  // namespace logprobs_tests
