#include <oaiwire/bridge/response_of_completion.hpp>
//
#include <bridge/requests.hpp>

namespace response_of_completion_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

namespace {

result<Response> converted(std::string_view completion, bridge_notes& notes,
                           const bridge_options& options = {}, std::string_view request = "") {
    return response_of_completion(
        from_json<ChatCompletion>(completion),
        from_json<ResponseRequest>(request.empty() ? R"({"model":"asked"})" : request), notes,
        options);
}
// A completion with a choice of these members.
std::string with(const std::string& choice) {
    return R"({"id":"chatcmpl-1","created":5,"choices":[{"index":0,)" + choice + "}]}";
}
Response simple(const std::string& choice, const bridge_options& options = {}) {
    bridge_notes notes;
    auto response = converted(with(choice), notes, options);
    REQUIRE(response);
    return *std::move(response);
}

}  // namespace

TEST_CASE("a response has what OpenAI always sends, and repeats its request") {
    CHECK(
        json_of(simple(R"("message":{"content":"hi"},"finish_reason":"stop")")) ==
        R"({"id":"resp_1","object":"response","created_at":5,"status":"completed","background":false,"error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"model":"asked","output":[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"hi","annotations":[],"logprobs":[]}],"id":"msg_1","status":"completed"}],"parallel_tool_calls":true,"previous_response_id":null,"reasoning":null,"store":true,"temperature":null,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_p":null,"truncation":"disabled","usage":null,"metadata":{}})");
    bridge_notes notes;
    bridge_options options;
    options.id = "resp_own";
    options.created = 7;
    const std::string repeated = json_of(*converted(
        with(R"("message":{"content":"hi"})"), notes, options,
        R"({"model":"m","instructions":"i","conversation":"conv_1","max_output_tokens":5,"metadata":{"a":"b"},"previous_response_id":"resp_0","store":false,"temperature":0.5,"tools":[{"type":"function","name":"f"}],"tool_choice":"none","user":"u"})"));
    for (const std::string part :
         {R"("id":"resp_own")", R"("created_at":7)", R"("conversation":{"id":"conv_1"})",
          R"("instructions":"i")", R"("max_output_tokens":5)", R"("metadata":{"a":"b"})",
          R"("previous_response_id":"resp_0")", R"("store":false)", R"("temperature":0.5)",
          R"("tools":[{"type":"function","name":"f"}])", R"("tool_choice":"none")", R"("user":"u")",
          R"("id":"msg_own")"}) {
        INFO(part);
        CHECK(repeated.find(part) != std::string::npos);
    }
}

TEST_CASE("finish reasons are states") {
    const auto state = [](const std::string& reason) {
        const Response r = simple(R"("message":{"content":"a"},"finish_reason":)" + reason);
        return std::string(r.status->text()) + " " + json_of(r.incomplete_details) + " " +
               json_of(r.error);
    };
    CHECK(state(R"("stop")") == "completed null null");
    CHECK(state(R"("tool_calls")") == "completed null null");
    CHECK(state("null") == "completed null null");
    CHECK(state(R"("length")") == R"(incomplete {"reason":"max_output_tokens"} null)");
    CHECK(state(R"("content_filter")") == R"(incomplete {"reason":"content_filter"} null)");
    CHECK(state(R"("odd")") == R"(incomplete {"reason":"odd"} null)");
    CHECK(state(R"("error")") ==
          R"(failed null {"message":"the model failed: error","code":"server_error"})");
}

TEST_CASE("only the last item of an incomplete response is incomplete") {
    const Response r =
        simple(R"("message":{"content":"a","reasoning":"r"},"finish_reason":"length")");
    REQUIRE(r.output.size() == 2);
    CHECK(std::get_if<ReasoningItem>(&r.output[0])->status == ResponseStatus::completed);
    CHECK(std::get_if<ResponseMessage>(&r.output[1])->status == ResponseStatus::incomplete);
}

TEST_CASE("citations, usage, fingerprint and unknown members") {
    bridge_notes notes;
    const std::string json = json_of(*converted(
        R"({"choices":[{"message":{"content":"a","annotations":[{"type":"url_citation","url_citation":{"start_index":0,"end_index":1,"url":"u","title":"t"}}]}}],"usage":{"prompt_tokens":3,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":2}},"system_fingerprint":"fp","odd":1})",
        notes));
    CHECK(
        json.find(
            R"("annotations":[{"type":"url_citation","start_index":0,"end_index":1,"url":"u","title":"t"}])") !=
        std::string::npos);
    CHECK(
        json.find(
            R"("usage":{"input_tokens":3,"input_tokens_details":{"cached_tokens":2},"output_tokens":4,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":7})") !=
        std::string::npos);
    CHECK(json.ends_with(R"("metadata":{},"odd":1,"system_fingerprint":"fp"})"));
    CHECK(notes.empty());
}

TEST_CASE("an unknown member of a completion never stands beside a member of that name") {
    bridge_notes notes;
    const std::string json = json_of(*converted(
        R"({"choices":[{"message":{}}],"output":[],"\u0073tatus":1,"usage":{"prompt_tokens":3,"input_tokens":3}})",
        notes));
    CHECK(json.find(R"("output":[])") == json.rfind(R"("output":)"));
    CHECK(json.find("u0073") == std::string::npos);
    CHECK(json.find(R"("input_tokens":3)") == json.rfind(R"("input_tokens":)"));
    CHECK(notes.list().size() == 2);
}

TEST_CASE("what responses have no place for is noted") {
    bridge_notes notes;
    REQUIRE(converted(
        R"({"choices":[{"message":{"audio":{"id":"a"},"odd":1,"annotations":[{"type":"url_citation"}]},"stop_reason":5,"logprobs":{"refusal":[{"token":"t"}]},"new":1},{"message":{"content":"b"}}],"moderation":{}})",
        notes));
    CHECK(bridge_requests::text_of(notes) ==
          "choices[0].message.annotations: there is no text that they could be of\n"
          "choices[0].message.audio: responses have no audio\n"
          "choices[0].message.odd: an unknown member\n"
          "choices[0].stop_reason: responses have no stop_reason\n"
          "choices[0].logprobs.refusal: refusals have no log probabilities\n"
          "choices[0].new: an unknown member\n"
          "choices[1]: a response has one answer\n"
          "moderation: in another form there\n");
}

TEST_CASE("what calls and citations say beside their names is noted") {
    bridge_notes notes;
    REQUIRE(converted(
        with(
            R"("message":{"content":"a","annotations":[{"type":"url_citation","score":1,"url_citation":{"url":"u","content":"c"}}],"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}","odd":1},"extra_content":{"google":{"thought_signature":"s"}}}],"function_call":{"name":"g","arguments":"{}","old":1}})"),
        notes));
    CHECK(bridge_requests::text_of(notes) ==
          "choices[0].message.annotations[0].score: an unknown member\n"
          "choices[0].message.annotations[0].url_citation.content: an unknown member\n"
          "choices[0].message.tool_calls[0].extra_content: an unknown member\n"
          "choices[0].message.tool_calls[0].function.odd: an unknown member\n"
          "choices[0].message.function_call.old: an unknown member\n");
}

TEST_CASE("a completion without a choice is no answer") {
    bridge_notes notes;
    CHECK(converted(R"({"choices":[]})", notes).error().code == errc::no_output);
}

}  // namespace response_of_completion_tests
