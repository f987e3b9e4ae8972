#include <oaiwire/bridge/completion_of_response.hpp>
//
#include <bridge/requests.hpp>

namespace completion_of_response_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

namespace {

result<ChatCompletion> converted(std::string_view response, bridge_notes& notes,
                                 const bridge_options& options = {}) {
    return completion_of_response(from_json<Response>(response), notes, options);
}

}  // namespace

TEST_CASE("texts, refusals, reasoning and calls are one message") {
    bridge_notes notes;
    CHECK(
        json_of(*converted(
            R"({"id":"resp_1","created_at":5.5,"status":"completed","model":"m","output":[{"type":"reasoning","summary":[{"type":"summary_text","text":"s"}]},{"type":"message","role":"assistant","content":[{"type":"output_text","text":"a","annotations":[],"logprobs":[{"token":"a","logprob":-1}]},{"type":"refusal","refusal":"no"}]},{"type":"message","role":"assistant","content":[{"type":"output_text","text":"b"}]},{"type":"function_call","id":"fc","call_id":"1","name":"f","arguments":"{}"},{"type":"custom_tool_call","call_id":"2","name":"c","input":"i"}],"usage":{"input_tokens":1,"output_tokens":2,"total_tokens":3},"service_tier":"default","system_fingerprint":"fp","odd":1})",
            notes)) ==
        R"({"id":"chatcmpl-1","object":"chat.completion","created":5,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"ab","refusal":"no","reasoning_content":"s","tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}},{"id":"2","type":"custom","custom":{"name":"c","input":"i"}}]},"logprobs":{"content":[{"token":"a","logprob":-1}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3},"service_tier":"default","system_fingerprint":"fp","odd":1})");
    CHECK(notes.empty());
}

TEST_CASE("the end of a response is a finish_reason") {
    const auto finish = [](const std::string& rest) {
        bridge_notes notes;
        const auto c = converted(R"({"id":"r","output":[],)" + rest + "}", notes);
        return c ? std::string(c->choices[0].finish_reason->text()) : to_string(c.error());
    };
    CHECK(finish(R"("status":"completed")") == "stop");
    CHECK(finish(R"("status":"incomplete","incomplete_details":{"reason":"max_output_tokens"})") ==
          "length");
    CHECK(finish(R"("status":"incomplete","incomplete_details":{"reason":"content_filter"})") ==
          "content_filter");
    CHECK(finish(R"("status":"incomplete","incomplete_details":{"reason":"odd"})") == "odd");
    CHECK(finish(R"("status":"failed","error":{"code":"c","message":"m"})") == "api_error: m");
    CHECK(finish(R"("status":"cancelled")") == "api_error: the response was cancelled");
    CHECK(finish(R"("status":"queued")").starts_with("no_output at status"));
    CHECK(finish(R"("status":"odd")") == "stop");
}

TEST_CASE("a response with a text alone, and options") {
    bridge_notes notes;
    bridge_options options;
    options.id = "own";
    options.created = 9;
    const auto c = converted(R"({"id":"r","output":[],"output_text":"hi"})", notes, options);
    REQUIRE(c);
    CHECK(
        json_of(*c) ==
        R"({"id":"own","object":"chat.completion","created":9,"choices":[{"index":0,"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}]})");
}

TEST_CASE("an unknown member never stands beside a member of that name") {
    bridge_notes notes;
    const std::string json = json_of(*converted(
        R"({"output":[],"choices":[],"usage":{"input_tokens":3,"prompt_tokens":3}})", notes));
    CHECK(json.find(R"("choices":)") == json.rfind(R"("choices":)"));
    CHECK(json.find(R"("prompt_tokens":)") == json.rfind(R"("prompt_tokens":)"));
    CHECK(bridge_requests::text_of(notes) == "choices: is not of this API\n");
}

TEST_CASE("what completions have no place for is noted") {
    bridge_notes notes;
    REQUIRE(converted(
        R"({"output":[{"type":"web_search_call","id":"w"},{"type":"message","phase":"commentary","new":1,"content":[{"type":"output_text","text":"a","annotations":[{"type":"file_citation"}]},{"type":"new_part"}]},{"type":"reasoning","summary":[],"encrypted_content":"e"},{"type":"new_item"}]})",
        notes));
    CHECK(bridge_requests::text_of(notes) ==
          "output[0]: web_search_call\n"
          "output[1].phase: messages have no phase\n"
          "output[1].new: an unknown member\n"
          "output[1].content[0].annotations[0]: a citation of no web page\n"
          "output[1].content[1]: new_part\n"
          "output[2].encrypted_content: completions have no encrypted reasoning\n"
          "output[3]: new_item\n");
}

TEST_CASE("what calls, reasoning and texts say beside their members is noted") {
    bridge_notes notes;
    REQUIRE(converted(
        R"({"output":[{"type":"reasoning","summary":[],"signature":"s"},{"type":"message","content":[{"type":"output_text","text":"a","odd":1}]},{"type":"function_call","call_id":"1","name":"f","arguments":"{}","namespace":"n","caller":{"type":"direct"},"async":true,"new":1},{"type":"custom_tool_call","call_id":"2","name":"f","input":"","namespace":"","async":false,"new":1}]})",
        notes));
    CHECK(bridge_requests::text_of(notes) ==
          "output[0].signature: an unknown member\n"
          "output[1].content[0].odd: an unknown member\n"
          "output[2].namespace: calls have no namespace\n"
          "output[2].caller: calls have no caller\n"
          "output[2].async: calls are not asynchronous\n"
          "output[2].new: an unknown member\n"
          "output[3].new: an unknown member\n");
}

}  // namespace completion_of_response_tests
