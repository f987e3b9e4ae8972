#include <oaiwire/types/text.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

namespace text_tests {

using namespace oaiwire;

TEST_CASE("the text of a content is itself or its text parts joined") {
    CHECK(text(MessageContent("plain")) == "plain");
    CHECK(text(MessageContent(std::vector<ContentPart>{
              ContentPartText{.text = "a"}, ContentPartImage{}, raw_json(),
              ContentPartText{.text = "b"}, ContentPartRefusal{.refusal = "no"}})) == "ab");
    CHECK(text(MessageContent(std::vector<ContentPart>{})) == "");
}

TEST_CASE("the text of a response is its first choice's, or nothing") {
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

TEST_CASE("the text of a chunk is its first choice's, or nothing") {
    ChatCompletionChunk chunk;
    CHECK(text(chunk) == "");
    chunk.choices.resize(1);
    CHECK(text(chunk) == "");
    chunk.choices[0].delta = null;
    CHECK(text(chunk) == "");
    chunk.choices[0].delta = ChatCompletionDelta{.content = "piece"};
    CHECK(text(chunk) == "piece");
}

TEST_CASE("the text of a text completion is its first choice's, or nothing") {
    Completion response;
    CHECK(text(response) == "");
    response.choices.resize(1);
    CHECK(text(response) == "");
    response.choices[0].text = null;
    CHECK(text(response) == "");
    response.choices[0].text = "done";
    CHECK(text(response) == "done");
}

TEST_CASE("reasoning is read under either name, once") {
    CHECK(reasoning(ChatCompletionDelta{}) == "");
    CHECK(reasoning(ChatCompletionDelta{.reasoning_content = "a"}) == "a");
    CHECK(reasoning(ChatCompletionDelta{.reasoning = "b"}) == "b");
    CHECK(reasoning(ChatCompletionMessage{.reasoning_content = "a", .reasoning = "b"}) == "a");
    CHECK(reasoning(ChatCompletionMessage{.reasoning_content = "", .reasoning = "b"}) == "b");
    CHECK(reasoning(ChatCompletionMessage{.reasoning_content = null, .reasoning = null}) == "");
}

}  // namespace text_tests
