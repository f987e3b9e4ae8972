#include <oaiwire/api/document_atoma.hpp>
//
#include <support/catch.hpp>

#include "conforming.hpp"

namespace document_atoma_tests {

using namespace oaiwire;
using enum response_kind;

namespace {
std::string notes(response_kind kind, std::string_view text) {
    return support::notes_of(conforming(document::atoma, kind), text);
}
}  // namespace

TEST_CASE("the examples of Atoma's document conform to it") {
    CHECK(
        notes(chat_completion,
              R"({"choices":[{"finish_reason":"stop","index":0,"message":{"name":"John Doe",)"
              R"("role":"user"}}],"created":1677652288,"id":"chatcmpl-123","model":"m",)"
              R"("object":"chat.completion","service_tier":"auto","usage":{"completion_tokens":12,)"
              R"("prompt_tokens":9,"prompt_tokens_details":{"audio_tokens":0,"cached_tokens":10},)"
              R"("total_tokens":21}})") == "");
    CHECK(notes(chat_completion_chunk,
                R"({"id":"chatcmpl-123","object":"chat.completion.chunk","created":1,"model":"m",)"
                R"("choices":[{"index":0,"delta":{"role":"assistant","content":"Hello!"},)"
                R"("logprobs":null,"finish_reason":null,"stop_reason":null}]})") == "");
    CHECK(notes(images, R"({"created":1677649420,"data":[{"revised_prompt":"p","url":"u"}]})") ==
          "");
    CHECK(notes(models, R"({"object":"list","data":[{"id":"m","object":"model","created":1,)"
                        R"("owned_by":"atoma"}]})") == "");
    CHECK(notes(error_body,
                R"({"error":{"code":"AUTH_ERROR","message":"Authentication failed"}})") == "");
    CHECK(notes(response, "{}") == "not in the document");
}

// deviations: streams end with finish_reason only, and stop reasons are not wrapped
TEST_CASE("deviations of Atoma's server from its document are noted") {
    CHECK(notes(completion_chunk,
                R"({"id":"a","object":"text_completion","created":1,"model":"m","choices":[{)"
                R"("index":0,"text":"a","finish_reason":null}],"system_fingerprint":null})") ==
          "mistyped choices[0].finish_reason: a string; mistyped system_fingerprint: a string");
    CHECK(notes(chat_completion_chunk,
                R"({"id":"a","object":"chat.completion.chunk","created":1,"model":"m","choices":[{)"
                R"("index":2147483648,"delta":{"tool_calls":[{"index":0}]},"stop_reason":5}]})") ==
          "missing choices[0].delta.tool_calls[0].id: a string; "
          "missing choices[0].delta.tool_calls[0].type: a string; "
          "out_of_range choices[0].index: an integer from -2147483648 to 2147483647; "
          "mistyped choices[0].stop_reason: an object or null");
    CHECK(notes(embeddings,
                R"({"object":"list","model":"m","data":[{"object":"embedding","index":-1,)"
                R"("embedding":[1]}],"usage":{"prompt_tokens":-1,"total_tokens":1}})") ==
          "out_of_range data[0].index: an integer of at least 0; "
          "out_of_range usage.prompt_tokens: an integer from 0 to 2147483647");
}

}  // namespace document_atoma_tests
