#include <oaiwire/tools/chat_message.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/stream/chat_stream.hpp>
#include <support/json_of.hpp>

namespace chat_message_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

namespace {

constexpr std::string_view calls =
    R"("tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}])";

// What goes back for a response's message with these members.
std::string back(std::string_view members, const history_rules& rules = {}) {
    const std::string text = R"({"role":"assistant",)" + std::string(members) + "}";
    return json_of(message_of(from_json<ChatCompletionMessage>(text, json::tolerant), rules));
}
std::string assistant_with(std::string_view members) {
    return R"({"role":"assistant",)" + std::string(members) + "}";
}
std::string with_calls(std::string_view members) {
    return std::string(members) + "," + std::string(calls);
}

ChatCompletion accumulated(const std::vector<std::string>& deltas) {
    accumulator<ChatCompletionChunk> whole;
    for (const auto& delta : deltas) {
        const std::string chunk = R"({"choices":[{"index":0,"delta":{)" + delta + "}}]}";
        CHECK(whole.add(from_json<ChatCompletionChunk>(chunk, json::tolerant)) == errc::ok);
    }
    return whole.take();
}

}  // namespace

TEST_CASE("of an answer of OpenAI, what its request documents goes back and nothing else") {
    // whatever the rules are, since OpenAI sends nothing that they are about
    for (const auto& rules : {history_rules{}, histories::openai, histories::litellm}) {
        CHECK(back(R"("content":"Hi","refusal":null,"annotations":[],"audio":null)", rules) ==
              assistant_with(R"("content":"Hi")"));
        CHECK(back(R"("content":null,"refusal":"I cannot","annotations":[])", rules) ==
              assistant_with(R"("content":"","refusal":"I cannot")"));
        CHECK(back(with_calls(R"("content":null,"refusal":null)"), rules) ==
              assistant_with(with_calls(R"("content":null)")));
        CHECK(back(R"("content":"x","tool_calls":[],"function_call":null)", rules) ==
              assistant_with(R"("content":"x")"));
        CHECK(back(R"("content":null,"function_call":{"name":"f","arguments":"{}"})", rules) ==
              assistant_with(R"("content":null,"function_call":{"name":"f","arguments":"{}"})"));
    }
}

TEST_CASE("audio goes back by its id, or as its transcript") {
    const auto audio =
        R"("content":null,"audio":{"id":"au","data":"AAAA","expires_at":9,"transcript":"Hi"})";
    CHECK(back(audio) == assistant_with(R"("content":null,"audio":{"id":"au"})"));
    CHECK(back(audio, {.audio_as_text = true}) == assistant_with(R"("content":"Hi")"));
}

TEST_CASE("an answer without content or calls gets content, which servers require") {
    CHECK(back(R"("content":null)") == assistant_with(R"("content":"")"));
    CHECK(back(R"("content":[])") == assistant_with(R"("content":"")"));
    CHECK(back(R"("reasoning":"hm")") == assistant_with(R"("content":"")"));
    CHECK(json_of(message_of(ChatCompletion{})) == assistant_with(R"("content":"")"));
    CHECK(back(calls) == assistant_with(calls));
    CHECK(back(calls, histories::atoma) == assistant_with(R"("content":"",)" + std::string(calls)));
}

TEST_CASE("what a server added to a tool call goes back, unless its server is strict") {
    const auto signed_call =
        R"("content":null,"tool_calls":[{"id":"a","type":"function","function":)"
        R"({"name":"f","arguments":"{\"x\":1}","n":2},)"
        R"("extra_content":{"google":{"thought_signature":"c2ln"}}}])";
    CHECK(back(signed_call) == assistant_with(signed_call));
    CHECK(back(signed_call, histories::gemini) == assistant_with(signed_call));
    CHECK(back(signed_call, histories::openai) ==
          assistant_with(R"("content":null,"tool_calls":[{"id":"a","type":"function","function":)"
                         R"({"name":"f","arguments":"{\"x\":1}"}}])"));
}

TEST_CASE("a tool call is completed as servers require it") {
    CHECK(back(R"("content":null,"tool_calls":[)"
               R"({"index":0,"id":"a","function":{"name":"f","arguments":""}},)"
               R"({"id":"b","type":"function","function":{"name":"g"},"custom":null},)"
               R"({"id":"c","type":"","custom":{"name":"h","input":""}}])") ==
          assistant_with(R"("content":null,"tool_calls":[)"
                         R"({"id":"a","type":"function","function":{"name":"f","arguments":"{}"}},)"
                         R"({"id":"b","type":"function","function":{"name":"g","arguments":"{}"}},)"
                         R"({"id":"c","type":"custom","custom":{"name":"h","input":""}}])"));
}

TEST_CASE("arguments that are no JSON are quoted, since servers refuse to send them to a model") {
    const auto call = [](const std::string& arguments) {
        return R"("content":null,"tool_calls":[{"id":"a","type":"function","function":)"
               R"({"name":"f","arguments":")" +
               arguments + R"("}}])";
    };
    const auto cut = call(R"({\"x\":1)");
    CHECK(back(cut) == assistant_with(call(R"({\"invalid_json\":\"{\\\"x\\\":1\"})")));
    CHECK(back(cut, {.valid_arguments = false}) == assistant_with(cut));
    CHECK(back(call("[1]")) == assistant_with(call("[1]")));
}

TEST_CASE("by default, reasoning goes back with tool calls, under the name that the server uses") {
    for (const std::string name : {"reasoning_content", "reasoning"}) {
        const std::string member = "\"" + name + R"(":"hm")";
        CHECK(back(R"("content":"x",)" + member) == assistant_with(R"("content":"x")"));
        const auto message = from_json<ChatCompletionMessage>(
            assistant_with(with_calls(R"("content":null,)" + member)));
        const auto out = std::get<AssistantMessage>(message_of(message));
        CHECK((out.reasoning_content == "hm") == (name == "reasoning_content"));
        CHECK(out.extra.contains("reasoning") == (name == "reasoning"));
    }
    const auto details = R"("reasoning_details":[{"type":"reasoning.encrypted","data":"x"}])";
    CHECK(back(with_calls(R"("content":null)") + "," + details) ==
          assistant_with(with_calls(R"("content":null)") + "," + details));
}

TEST_CASE("DeepSeek and Moonshot get reasoning_content with tool calls, also where it is empty") {
    for (const auto& rules : {histories::deepseek, histories::moonshot}) {
        CHECK(back(with_calls(R"("content":"")"), rules) ==
              assistant_with(R"("content":"","reasoning_content":"",)" + std::string(calls)));
        CHECK(back(with_calls(R"("content":"","reasoning_content":"hm")"), rules) ==
              assistant_with(R"("content":"","reasoning_content":"hm",)" + std::string(calls)));
        CHECK(back(R"("content":"x","reasoning_content":"hm")", rules) ==
              assistant_with(R"("content":"x","reasoning_content":"hm")"));
        CHECK(back(R"("content":"x")", rules) == assistant_with(R"("content":"x")"));
    }
}

TEST_CASE("OpenRouter and LiteLLM get their signed blocks back verbatim in every message") {
    const auto details =
        R"("content":"x","reasoning_details":[{"type":"reasoning.text","text":"h\u00e9",)"
        R"("signature":"s","format":"anthropic-claude-v1","index":0},)"
        R"({"type":"reasoning.encrypted","data":"x"}])";
    CHECK(back(std::string(details) + R"(,"reasoning":"h\u00e9")", histories::openrouter) ==
          assistant_with(details));
    const auto blocks =
        R"("content":"x","thinking_blocks":[{"type":"thinking","thinking":"hm","signature":"s"}])";
    CHECK(back(blocks, histories::litellm) == assistant_with(blocks));
    CHECK(back(blocks) == assistant_with(blocks));
    CHECK(back(blocks, histories::openai) == assistant_with(R"("content":"x")"));
}

TEST_CASE("content parts of type thinking go back to Mistral only") {
    const auto parts = R"("content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},)"
                       R"({"type":"text","text":"Hi"},{"type":"reference","reference_ids":[1]}])";
    CHECK(back(parts) == assistant_with(parts));
    CHECK(back(parts, histories::mistral) == assistant_with(parts));
    CHECK(back(parts, histories::openai) ==
          assistant_with(R"("content":[{"type":"text","text":"Hi"},)"
                         R"({"type":"reference","reference_ids":[1]}])"));
    const auto thinking_only = R"("content":[{"type":"thinking","thinking":[]}])";
    CHECK(back(thinking_only, histories::openai) == assistant_with(R"("content":"")"));
    CHECK(back(with_calls(thinking_only), histories::openai) ==
          assistant_with(with_calls(R"("content":null)")));
}

TEST_CASE("other unknown members go back only where the rules say so") {
    const auto members = R"("content":"x","executed_tools":[1],"":2)";
    CHECK(back(members) == assistant_with(R"("content":"x")"));
    CHECK(back(members, {.other_members = true}) == assistant_with(members));
    CHECK(back(members, {.members = {"executed_tools"}}) ==
          assistant_with(R"("content":"x","executed_tools":[1])"));
    CHECK(back(R"("content":"x","reasoning":"hm","reasoning_details":[1],)"
               R"("annotations":[{"type":"url_citation"}],"n":null,"o":{})",
               histories::everything) ==
          assistant_with(R"("content":"x","reasoning":"hm","reasoning_details":[1],)"
                         R"("annotations":[{"type":"url_citation"}],"o":{})"));
}

TEST_CASE("what goes back can be conformed to the rules of another server later") {
    const auto full = from_json<ChatCompletionMessage>(assistant_with(
        R"("content":[{"type":"thinking","thinking":[]},{"type":"text","text":"Hi"}],)"
        R"("reasoning_content":"hm","reasoning":"hm","reasoning_details":[1],"n":1,)"
        R"("thinking_blocks":[],"tool_calls":[{"id":"a","extra_content":{},"function":)"
        R"({"name":"f","arguments":"{}"}}])"));
    for (const auto& rules :
         {history_rules{}, histories::openai, histories::deepseek, histories::openrouter,
          histories::litellm, histories::mistral, histories::moonshot, histories::groq}) {
        RequestMessage moved = message_of(full, histories::everything);
        conform(moved, rules);
        CHECK(json_of(moved) == json_of(message_of(full, rules)));
        RequestMessage again = moved;
        conform(again, rules);
        CHECK(again == moved);
    }
    RequestMessage other = user("Hi");
    conform(other, histories::openai);
    CHECK(other == user("Hi"));
}

TEST_CASE("what a stream added up to goes back as the plain answer does") {
    const auto plain = from_json<ChatCompletionMessage>(assistant_with(
        R"("content":"Let me see.","reasoning_content":"hm, yes","thinking_blocks":[)"
        R"({"type":"thinking","thinking":"hm","signature":"s"}],"tool_calls":[)"
        R"({"index":0,"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\":1}"},)"
        R"("extra_content":{"google":{"thought_signature":"c2ln"}}},)"
        R"({"index":1,"id":"b","type":"function","function":{"name":"g","arguments":""}}])"));
    const auto streamed = accumulated(
        {R"("role":"assistant","content":"","reasoning_content":"hm")",
         R"("reasoning_content":", yes")",
         R"("thinking_blocks":[{"type":"thinking","thinking":"hm","signature":"s"}])",
         R"("content":"Let me")", R"("content":" see.")",
         R"("tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":"{\"x"},)"
         R"("extra_content":{"google":{"thought_signature":"c2ln"}}}])",
         R"("tool_calls":[{"index":0,"function":{"arguments":"\":1}"}}])",
         R"("tool_calls":[{"index":1,"id":"b","type":"function","function":{"name":"g","arguments":""}}])"});
    for (const auto& rules : {history_rules{}, histories::openai, histories::deepseek,
                              histories::litellm, histories::everything}) {
        CHECK(json_of(message_of(streamed, rules)) == json_of(message_of(plain, rules)));
    }
}

}  // namespace chat_message_tests
