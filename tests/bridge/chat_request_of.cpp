#include <oaiwire/bridge/chat_request_of.hpp>
//
#include <bridge/requests.hpp>

#include <oaiwire/bridge/response_store.hpp>

namespace chat_request_of_tests {

using namespace oaiwire;
using namespace bridge_requests;

TEST_CASE("settings go where chat completions have them") {
    const auto out = to_chat(
        R"({"model":"m","input":"hi","instructions":"be brief","max_output_tokens":9,"metadata":{"a":"b"},"modalities":["text"],"parallel_tool_calls":false,"prompt_cache_key":"k","reasoning":{"effort":"low"},"safety_identifier":"s","service_tier":"flex","stop":["x"],"store":true,"temperature":0.5,"text":{"verbosity":"low","format":{"type":"json_schema","name":"n","schema":{"type":"object"},"strict":true,"description":"d"}},"tools":[{"type":"function","name":"f","description":"d","parameters":{},"strict":true}],"tool_choice":"required","top_logprobs":2,"top_p":0.5,"truncation":"disabled","user":"u","background":false,"min_p":0.1})");
    CHECK(out.notes.empty());
    CHECK(
        out.json ==
        R"({"model":"m","messages":[{"role":"system","content":"be brief"},{"role":"user","content":"hi"}],"logprobs":true,"max_completion_tokens":9,"metadata":{"a":"b"},"modalities":["text"],"parallel_tool_calls":false,"prompt_cache_key":"k","reasoning_effort":"low","response_format":{"type":"json_schema","json_schema":{"name":"n","description":"d","schema":{"type":"object"},"strict":true}},"safety_identifier":"s","service_tier":"flex","stop":["x"],"store":true,"temperature":0.5,"tool_choice":"required","tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{},"strict":true}}],"top_logprobs":2,"top_p":0.5,"user":"u","verbosity":"low","min_p":0.1})");
}

TEST_CASE("a stream asks for its usage") {
    CHECK(
        to_chat(
            R"({"model":"m","input":"a","stream":true,"stream_options":{"include_obfuscation":false}})")
            .json ==
        R"({"model":"m","messages":[{"role":"user","content":"a"}],"stream":true,"stream_options":{"include_usage":true,"include_obfuscation":false}})");
}

TEST_CASE("options: the limit's name, the role of instructions, strict") {
    bridge_options options;
    options.max_tokens = true;
    options.instructions = Role::developer;
    CHECK(to_chat(R"({"model":"m","instructions":"i","max_output_tokens":5})", nullptr, options)
              .json ==
          R"({"model":"m","messages":[{"role":"developer","content":"i"}],"max_tokens":5})");
    const std::string noted = R"({"model":"m","input":"a","reasoning":{"summary":"auto"}})";
    CHECK(to_chat(noted).notes == "reasoning.summary: reasoning is not summarised\n");
    options.strict = true;
    CHECK(to_chat(noted, nullptr, options).json ==
          "invalid_argument at reasoning.summary: reasoning is not summarised");
}

TEST_CASE("all forms of tool_choice") {
    const auto choice = [](const std::string& from) {
        const std::string json =
            to_chat(
                R"({"model":"m","input":"a","tools":[{"type":"custom","name":"c"}],"tool_choice":)" +
                from + "}")
                .json;
        const std::size_t at = json.find("\"tool_choice\":");
        return at == std::string::npos ? json
                                       : json.substr(at + 14, json.rfind(",\"tools\":") - at - 14);
    };
    CHECK(choice(R"("auto")") == R"("auto")");
    CHECK(choice(R"("none")") == R"("none")");
    CHECK(choice(R"("new")") == R"("new")");
    CHECK(choice(R"({"type":"function","name":"f"})") ==
          R"({"type":"function","function":{"name":"f"}})");
    CHECK(choice(R"({"type":"function","function":{"name":"f"}})") ==
          R"({"type":"function","function":{"name":"f"}})");
    CHECK(choice(R"({"type":"custom","name":"c"})") ==
          R"({"type":"custom","custom":{"name":"c"}})");
    CHECK(
        choice(
            R"({"type":"allowed_tools","mode":"auto","tools":[{"type":"function","name":"f\n"},{"type":"custom","name":"c"}]})") ==
        R"({"type":"allowed_tools","allowed_tools":{"mode":"auto","tools":[{"type":"function","function":{"name":"f\n"}},{"type":"custom","custom":{"name":"c"}}]}})");
    CHECK(choice(R"({"type":"allowed_tools","mode":"auto","tools":[{"type":"mcp"}]})") ==
          "invalid_argument at tool_choice.tools[0]: chat completions have no tool of type mcp");
    CHECK(choice(R"({"type":"file_search"})") ==
          "invalid_argument at tool_choice: chat completions have no tool of type file_search");
    CHECK(choice(R"({"type":"new_tool"})") ==
          "invalid_argument at tool_choice: chat completions have no tool of type new_tool");
}

TEST_CASE("settings of tools without tools are left out, as they say nothing") {
    CHECK(
        to_chat(
            R"({"model":"m","input":"a","tools":[],"tool_choice":"auto","parallel_tool_calls":true})")
            .json == R"({"model":"m","messages":[{"role":"user","content":"a"}]})");
}

TEST_CASE("custom tools and their formats; settings of tools are noted") {
    const auto out = to_chat(
        R"({"model":"m","input":"a","tools":[{"type":"custom","name":"c","description":"d","format":{"type":"grammar","syntax":"regex","definition":"a+"}},{"type":"custom","name":"e","format":{"type":"text"}},{"type":"function","name":"f","defer_loading":true,"output_schema":{}}]})");
    CHECK(
        out.json ==
        R"({"model":"m","messages":[{"role":"user","content":"a"}],"tools":[{"type":"custom","custom":{"name":"c","description":"d","format":{"type":"grammar","grammar":{"definition":"a+","syntax":"regex"}}}},{"type":"custom","custom":{"name":"e","format":{"type":"text"}}},{"type":"function","function":{"name":"f"}}]})");
    CHECK(out.notes ==
          "tools[2].defer_loading: all tools are loaded\n"
          "tools[2].output_schema: functions have no such schema\n");
}

TEST_CASE("hosted tools are refused by name") {
    for (const std::string type : {"web_search", "file_search", "mcp", "code_interpreter",
                                   "image_generation", "computer", "shell", "namespace", "new"}) {
        INFO(type);
        const std::string rest = type == "code_interpreter" ? R"(,"container":"c")"
                                 : type == "file_search"    ? R"(,"vector_store_ids":[])"
                                 : type == "mcp"            ? R"(,"server_label":"s")"
                                 : type == "namespace"      ? R"(,"tools":[])"
                                                            : "";
        CHECK(to_chat(
                  R"({"model":"m","input":"a","tools":[{"type":"function","name":"f"},{"type":")" +
                  type + "\"" + rest + "}]}")
                  .json ==
              "invalid_argument at tools[1]: chat completions have no tool of type " + type);
    }
}

TEST_CASE("what only the Responses API has is refused or noted") {
    const auto one = [](const std::string& member) {
        const auto out = to_chat(R"({"model":"m","input":"a",)" + member + "}");
        return out.notes.empty() ? out.json : out.notes;
    };
    CHECK(one(R"("background":true)") ==
          "invalid_argument at background: chat completions cannot run in the background");
    CHECK(one(R"("prompt":{"id":"p"})") ==
          "invalid_argument at prompt: chat completions have no stored prompts");
    CHECK(one(R"("previous_response_id":"p")") ==
          "invalid_argument at previous_response_id: there is no store of answers");
    CHECK(one(R"("conversation":{"id":"c"})") ==
          "invalid_argument at conversation: there is no store of answers");
    CHECK(one(R"("truncation":"auto")") == "truncation: a context that is too long is an error\n");
    CHECK(one(R"("generate":false)") ==
          "invalid_argument at generate: chat completions prepare nothing in advance");
    CHECK(one(R"("generate":true)") ==
          R"({"model":"m","messages":[{"role":"user","content":"a"}]})");
    CHECK(one(R"("stream_id":"s")") == "stream_id: it names a stream of a WebSocket\n");
    CHECK(one(R"("include":["x"])") == "include[0]: chat completions cannot include it\n");
    CHECK(one(R"("n":2)") == "invalid_argument at n: is not of this API");
}

TEST_CASE("earlier answers come from the store, before the input") {
    memory_response_store memory;
    const response_store store = memory.hooks();
    const auto first = support::from_json<ResponseRequest>(R"({"model":"m","input":"one"})");
    Response answer = support::from_json<Response>(
        R"({"id":"resp_1","output":[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"1"}]}]})");
    REQUIRE(save_response(store, first, answer));
    CHECK(
        to_chat(R"({"model":"m","input":"two","instructions":"i","previous_response_id":"resp_1"})",
                &store)
            .json ==
        R"({"model":"m","messages":[{"role":"system","content":"i"},{"role":"user","content":"one"},{"role":"assistant","content":"1"},{"role":"user","content":"two"}]})");
    CHECK(to_chat(R"({"model":"m","previous_response_id":"resp_2"})", &store).json ==
          "invalid_argument at previous_response_id: there is no response with the id \"resp_2\"");
    CHECK(to_chat(R"({"model":"m","input":"a","conversation":"conv_1"})", &store).json ==
          R"({"model":"m","messages":[{"role":"user","content":"a"}]})");
    CHECK(
        to_chat(R"({"model":"m","conversation":"conv_1","previous_response_id":"resp_1"})", &store)
            .json == "invalid_argument at conversation: not together with previous_response_id");
}

}  // namespace chat_request_of_tests
