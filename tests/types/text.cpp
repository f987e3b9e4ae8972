#include <oaiwire/types/text.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <oaiwire/types/logprobs.hpp>
#include <support/catch.hpp>

namespace text_tests {

using namespace oaiwire;

TEST_CASE("text() of a content is the text or its text parts joined") {
    CHECK(text(MessageContent("plain")) == "plain");
    CHECK(text(MessageContent(std::vector<ContentPart>{
              ContentPartText{.text = "a"}, ContentPartImage{}, raw_json(),
              ContentPartText{.text = "b"}, ContentPartRefusal{.refusal = "no"}})) == "ab");
    CHECK(text(MessageContent(std::vector<ContentPart>{})) == "");
}

TEST_CASE("text() of a response is that of the first choice, or empty") {
    ChatCompletion response;
    CHECK(text(response) == "");
    response.choices.resize(2);
    CHECK(text(response) == "");
    response.choices[0].message.emplace();
    CHECK(text(response) == "");
    response.choices[0].message->content = null;
    CHECK(text(response) == "");
    response.choices[0].message->content = "first";
    response.choices[1].message = ChatCompletionMessage{.content = "second"};
    CHECK(text(response) == "first");
}

TEST_CASE("text() of a chunk is that of the first choice, or empty") {
    ChatCompletionChunk chunk;
    CHECK(text(chunk) == "");
    chunk.choices.resize(1);
    CHECK(text(chunk) == "");
    chunk.choices[0].delta = null;
    CHECK(text(chunk) == "");
    chunk.choices[0].delta = ChatCompletionDelta{.content = "piece"};
    CHECK(text(chunk) == "piece");
}

TEST_CASE("text() of a text completion is that of the first choice, or empty") {
    Completion response;
    CHECK(text(response) == "");
    response.choices.resize(1);
    CHECK(text(response) == "");
    response.choices[0].text = null;
    CHECK(text(response) == "");
    response.choices[0].text = "done";
    CHECK(text(response) == "done");
}

TEST_CASE("token_text() takes the bytes of a token, and its text where there are none") {
    TokenLogprob l;
    CHECK(token_text(l).empty());
    l.token = "\xEF\xBF\xBD";
    CHECK(token_text(l) == "\xEF\xBF\xBD");
    l.bytes = std::vector<std::uint8_t>{0xF0, 0x9F};
    CHECK(token_text(l) == "\xF0\x9F");
    l.bytes = null;
    CHECK(token_text(l) == "\xEF\xBF\xBD");
    l.bytes = std::vector<std::uint8_t>{};
    CHECK(token_text(l) == "\xEF\xBF\xBD");
    TopLogprob t;
    t.token = "";
    t.bytes = std::vector<std::uint8_t>{97};
    CHECK(token_text(t) == "a");
}

}  // namespace text_tests
