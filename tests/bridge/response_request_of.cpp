#include <oaiwire/bridge/response_request_of.hpp>
//
#include <bridge/requests.hpp>

namespace response_request_of_tests {

using namespace oaiwire;
using namespace bridge_requests;

TEST_CASE("settings go where the Responses API has them") {
    const auto out = to_responses(
        R"({"model":"m","messages":[],"frequency_penalty":0,"logprobs":true,"max_completion_tokens":9,"metadata":{"a":"b"},"modalities":["text"],"n":1,"parallel_tool_calls":false,"prompt_cache_key":"k","reasoning_effort":"low","response_format":{"type":"json_object"},"safety_identifier":"s","service_tier":"flex","stop":"x","store":true,"stream":true,"stream_options":{"include_usage":true,"include_obfuscation":true},"temperature":0.5,"tool_choice":"auto","tools":[{"type":"function","function":{"name":"f","parameters":{}}}],"top_logprobs":2,"top_p":0.5,"user":"u","verbosity":"low","min_p":0.1})");
    CHECK(out.notes.empty());
    CHECK(
        out.json ==
        R"({"model":"m","input":[],"include":["message.output_text.logprobs"],"max_output_tokens":9,"metadata":{"a":"b"},"parallel_tool_calls":false,"prompt_cache_key":"k","reasoning":{"effort":"low"},"safety_identifier":"s","service_tier":"flex","stop":"x","store":true,"stream":true,"stream_options":{"include_obfuscation":true},"temperature":0.5,"text":{"format":{"type":"json_object"},"verbosity":"low"},"tool_choice":"auto","tools":[{"type":"function","name":"f","parameters":{},"strict":false}],"top_logprobs":2,"top_p":0.5,"user":"u","min_p":0.1})");
}

TEST_CASE("nothing is stored unless the request says so") {
    CHECK(to_responses(R"({"model":"m","messages":[]})").json ==
          R"({"model":"m","input":[],"store":false})");
}

TEST_CASE("both limits: the newer counts") {
    CHECK(to_responses(R"({"model":"m","messages":[],"max_tokens":5})").json ==
          R"({"model":"m","input":[],"max_output_tokens":5,"store":false})");
    CHECK(to_responses(R"({"model":"m","messages":[],"max_tokens":5,"max_completion_tokens":6})")
              .notes == "max_tokens: max_completion_tokens counts\n");
}

TEST_CASE("what only chat completions have is refused or noted") {
    const auto one = [](const std::string& member) {
        const auto out = to_responses(R"({"model":"m","messages":[],)" + member + "}");
        return out.notes.empty() ? out.json : out.notes;
    };
    CHECK(one(R"("n":2)") == "invalid_argument at n: a response has one answer");
    CHECK(one(R"("audio":{"voice":"alloy"})") ==
          "invalid_argument at audio: the Responses API has no audio output");
    CHECK(one(R"("modalities":["text","audio"])") ==
          "invalid_argument at modalities: the Responses API answers with text");
    CHECK(one(R"("logit_bias":{"1":5})") ==
          "invalid_argument at logit_bias: the Responses API has no logit_bias");
    CHECK(one(R"("functions":[{"name":"f"}])") ==
          "invalid_argument at functions: deprecated: use tools");
    CHECK(one(R"("function_call":"auto")") ==
          "invalid_argument at function_call: deprecated: use tool_choice");
    CHECK(one(R"("seed":1)") == "seed: the Responses API has no seed\n");
    CHECK(one(R"("presence_penalty":0.5)") ==
          "presence_penalty: the Responses API has no penalties\n");
    CHECK(one(R"("prediction":{"type":"content","content":"a"})") ==
          "prediction: the Responses API has no predicted output\n");
    CHECK(one(R"("top_k":5)") == "top_k: the Responses API has no top_k\n");
    CHECK(one(R"("instructions":"i")") == "invalid_argument at instructions: is not of this API");
}

TEST_CASE("web_search_options become a tool") {
    CHECK(
        to_responses(
            R"({"model":"m","messages":[],"web_search_options":{"search_context_size":"low","user_location":{"type":"approximate","approximate":{"city":"Bern"}}}})")
            .json ==
        R"({"model":"m","input":[],"store":false,"tools":[{"type":"web_search","search_context_size":"low","user_location":{"type":"approximate","city":"Bern"}}]})");
}

TEST_CASE("what both can say survives both directions") {
    const std::string request =
        R"({"model":"m","messages":[{"role":"system","content":"s"},{"role":"developer","content":"d"},{"role":"user","content":[{"type":"text","text":"t"},{"type":"image_url","image_url":{"url":"https://x/i.png","detail":"low"}},{"type":"file","file":{"file_id":"f"}},{"type":"input_audio","input_audio":{"data":"AA==","format":"mp3"}}]},{"role":"assistant","content":"a","reasoning_content":"r","tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}},{"id":"2","type":"custom","custom":{"name":"c","input":"i"}}]},{"role":"tool","content":"one","tool_call_id":"1"},{"role":"tool","content":[{"type":"text","text":"two"}],"tool_call_id":"2"},{"role":"assistant","refusal":"no"},{"role":"user","content":"u"}],"logprobs":true,"max_completion_tokens":9,"metadata":{"a":"b"},"parallel_tool_calls":true,"reasoning_effort":"high","response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{},"strict":true}},"service_tier":"auto","stop":["x"],"store":false,"stream":true,"stream_options":{"include_usage":true},"temperature":1.5,"tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"required","tools":[{"type":"function","function":{"name":"f"}}]}},"tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object"},"strict":true}},{"type":"custom","custom":{"name":"c","format":{"type":"grammar","grammar":{"definition":"x","syntax":"lark"}}}}],"top_logprobs":3,"top_p":0.5,"verbosity":"high","min_p":0.1})";
    const auto there = to_responses(request);
    CHECK(there.notes.empty());
    const auto back = to_chat(there.json);
    CHECK(back.notes.empty());
    CHECK(back.json == request);
}

}  // namespace response_request_of_tests
