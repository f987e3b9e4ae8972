#include <oaiwire/types/logprobs.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <vector>

#include <support/json_of.hpp>

namespace logprobs_tests {

using namespace oaiwire;
using support::from_json;
using support::rewritten;

TEST_CASE("log probabilities of a chat are one entry per token") {
    const char* const text =
        R"({"content":[{"token":"Hi","logprob":-0.5,"bytes":[72,105],"top_logprobs":[]},)"
        R"({"token":"\\xf0","logprob":-9999,"bytes":null}],"refusal":null})";
    const auto chat = from_json<Logprobs>(text);
    REQUIRE(chat.content->size() == 2);
    CHECK(chat.content->at(0).bytes == std::vector<std::uint8_t>{72, 105});
    CHECK(chat.content->at(0).top_logprobs.has_value());
    CHECK(chat.content->at(1).bytes.is_null());
    CHECK(chat.content->at(1).top_logprobs.is_absent());
    CHECK(chat.refusal.is_null());
    CHECK(chat.tokens.is_absent());
    CHECK(rewritten<Logprobs>(text) == text);
}

TEST_CASE(
    "log probabilities of a text completion are parallel lists, null for the first token of an "
    "echo") {
    const char* const text = R"({"tokens":["a","b"],"token_logprobs":[null,-1],)"
                             R"("top_logprobs":[null,{"b":-1,"a":-2.5}],"text_offset":[0,1]})";
    const auto echo = from_json<Logprobs>(text);
    CHECK(echo.token_logprobs->at(0).is_null());
    CHECK(echo.token_logprobs->at(1) == -1.0);
    CHECK(echo.top_logprobs->at(0).is_null());
    CHECK(echo.top_logprobs->at(1) == string_map<double>{{"b", -1}, {"a", -2.5}});
    CHECK(echo.content.is_absent());
    CHECK(rewritten<Logprobs>(text) == text);
}

TEST_CASE("bytes of a token outside 0 to 255 are rejected") {
    CHECK_FALSE(json::read<TokenLogprob>(R"({"bytes":[256]})"));
    CHECK_FALSE(json::read<TokenLogprob>(R"({"bytes":[-1]})"));
}

}  // namespace logprobs_tests
