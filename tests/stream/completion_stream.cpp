#include <oaiwire/stream/completion_stream.hpp>

#include <string>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <support/catch.hpp>

namespace completion_stream_tests {

using namespace oaiwire;

namespace {

Completion read(const std::string& text) {
    auto chunk = json::read<Completion>(text, json::tolerant);
    if (!chunk) INFO(to_string(chunk.error()));
    REQUIRE(chunk.has_value());
    return *chunk;
}

}  // namespace

TEST_CASE("the texts of each choice are joined, and members that come once are kept") {
    accumulator<Completion> whole;
    for (const char* text :
         {R"({"id":"c","object":"text_completion","model":"m","choices":[{"index":0,"text":"a"}]})",
          R"({"id":"d","choices":[{"index":1,"text":"x"},{"index":0,"text":"b"}]})",
          R"({"choices":[{"index":0,"text":"","finish_reason":"length"}]})"}) {
        CHECK(whole.add(read(text)) == errc::ok);
    }
    const Completion out = whole.take();
    CHECK(out.id == "c");
    CHECK(out.object == "text_completion");
    REQUIRE(out.choices.size() == 2);
    CHECK(out.choices[0].text == "ab");
    CHECK(out.choices[0].finish_reason == "length");
    CHECK(out.choices[1].text == "x");
}

TEST_CASE("log probabilities of texts are appended member by member") {
    accumulator<Completion> whole;
    for (const char* text : {R"({"choices":[{"index":0,"text":"a","logprobs":{"tokens":["a"],)"
                             R"("token_logprobs":[null],"text_offset":[0]}}]})",
                             R"({"choices":[{"index":0,"text":"b","logprobs":{"tokens":["b"],)"
                             R"("token_logprobs":[-1],"text_offset":[1]}}]})"}) {
        CHECK(whole.add(read(text)) == errc::ok);
    }
    const Completion& out = whole.response();
    CHECK(out.choices[0].text == "ab");
    CHECK(out.choices[0].logprobs->tokens->size() == 2);
    CHECK(out.choices[0].logprobs->token_logprobs->at(1) == -1.0);
}

TEST_CASE("the choices of a text completion are limited, and those within the limit are kept") {
    limits bounds;
    bounds.choices = 2;
    accumulator<Completion> whole(bounds);
    CHECK(whole.add(read(R"({"choices":[{"index":0},{"index":1},{"index":2}]})")) ==
          errc::limit_exceeded);
    CHECK(whole.response().choices.size() == 2);
}

}  // namespace completion_stream_tests
