#include <oaiwire/api/document_openai.hpp>
//
#include <support/catch.hpp>

#include "conforming.hpp"

namespace document_openai_tests {

using namespace oaiwire;
using enum response_kind;

namespace {
std::string notes(response_kind kind, std::string_view text) {
    return support::notes_of(conforming(document::openai, kind), text);
}
}  // namespace

TEST_CASE("OpenAI's responses conform to OpenAI's document") {
    CHECK(
        notes(
            chat_completion,
            R"({"id":"a","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
            R"("message":{"role":"assistant","content":null,"refusal":null,"tool_calls":[{"id":"c",)"
            R"("type":"function","function":{"name":"f","arguments":"{}"}}],"annotations":[]},)"
            R"("logprobs":{"content":[{"token":"a","logprob":-1,"bytes":null,"top_logprobs":[]}],)"
            R"("refusal":null},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,)"
            R"("completion_tokens":1,"total_tokens":2}})") == "");
    CHECK(notes(chat_completion_chunk,
                R"({"id":"a","object":"chat.completion.chunk","created":1,"model":"m","choices":[{)"
                R"("index":0,"delta":{"tool_calls":[{"index":0}]},"finish_reason":null}]})") == "");
    CHECK(notes(completion,
                R"({"id":"a","object":"text_completion","created":1,"model":"m","choices":[{)"
                R"("index":0,"text":"a","logprobs":null,"finish_reason":"stop"}]})") == "");
    CHECK(notes(models, R"({"object":"list","data":[{"id":"m","object":"model","created":1,)"
                        R"("owned_by":"o"}]})") == "");
    CHECK(notes(embeddings,
                R"({"object":"list","model":"m","data":[{"object":"embedding","index":0,)"
                R"("embedding":[0.5,1]}],"usage":{"prompt_tokens":1,"total_tokens":1}})") == "");
    CHECK(notes(error_body, R"({"error":{"message":"m","type":"t","param":null,"code":null}})") ==
          "");
    CHECK(notes(images, R"({"created":1,"data":[{"b64_json":"iV"}]})") == "");
}

TEST_CASE("members that OpenAI's document requires are reported as missing at every level") {
    CHECK(
        notes(
            chat_completion,
            R"({"id":"a","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
            R"("message":{"role":"assistant","content":"x","refusal":null,"tool_calls":[{"id":"c",)"
            R"("type":"function","function":{"name":"f"}},{"id":"d","type":"custom"}]},)"
            R"("logprobs":{"content":[{"token":"a"}],"refusal":null}}],"usage":{}})") ==
        "missing choices[0].finish_reason: a string; "
        "missing choices[0].message.tool_calls[0].function.arguments: a string; "
        "missing choices[0].message.tool_calls[1].custom: an object; "
        "missing choices[0].logprobs.content[0].logprob: a number; "
        "missing choices[0].logprobs.content[0].bytes: an array or null; "
        "missing choices[0].logprobs.content[0].top_logprobs: an array; "
        "missing usage.completion_tokens: an integer; "
        "missing usage.prompt_tokens: an integer; "
        "missing usage.total_tokens: an integer");
    CHECK(notes(error_body, R"({"error":{"message":"m","type":"t"}})") ==
          "missing error.code: a string or null; missing error.param: a string or null");
    CHECK(notes(image_event,
                R"({"type":"image_generation.partial_image","b64_json":"iV","size":"a",)"
                R"("created_at":1,"quality":"a","background":"a","output_format":"a"})") ==
          "missing partial_image_index: an integer");
    CHECK(notes(embeddings,
                R"({"object":"list","model":"m","data":[{"object":"embedding","index":0,)"
                R"("embedding":[null]}],"usage":{"prompt_tokens":1}})") ==
          "mistyped data[0].embedding[0]: a number; missing usage.total_tokens: an integer");
}

}  // namespace document_openai_tests
