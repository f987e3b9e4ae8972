#include <oaiwire/api/document_openai_responses.hpp>
//
#include <support/catch.hpp>

#include "conforming.hpp"

namespace document_openai_responses_tests {

using namespace oaiwire;

TEST_CASE("a Responses response is checked against OpenAI's document: members, items, ranges") {
    const auto due = conforming(document::openai, response_kind::response);
    const auto of = [&](std::string_view output, std::string_view more) {
        return support::notes_of(
            due, R"({"id":"r","object":"response","created_at":1.5,"error":null,"model":"m",)"
                 R"("incomplete_details":null,"instructions":null,"metadata":{},"output":[)" +
                     std::string(output) +
                     R"(],"parallel_tool_calls":true,"tool_choice":"auto","tools":[{}],"top_p":1)" +
                     std::string(more) + "}");
    };
    CHECK(of(R"({"type":"message","id":"i","role":"assistant","status":"completed","content":[)"
             R"({"type":"output_text","text":"a","annotations":[],"logprobs":[]}]},)"
             R"({"type":"a new one"})",
             R"(,"temperature":null)") == "");
    CHECK(of(R"({"type":"message","id":"i","role":"assistant","content":[{"type":"output_text"}]},)"
             R"({"type":"function_call","name":"f","arguments":"{}"},{"id":"x"})",
             R"(,"temperature":2.5,"top_logprobs":21)") ==
          "out_of_range top_logprobs: an integer from 0 to 20 or null; "
          "out_of_range temperature: a number from 0 to 2 or null; "
          "missing output[0].content[0].text: a string; "
          "missing output[0].content[0].annotations: an array; "
          "missing output[0].content[0].logprobs: an array; "
          "missing output[0].status: a string; "
          "missing output[1].call_id: a string; "
          "missing output[2].type: a string");
}

}  // namespace document_openai_responses_tests
